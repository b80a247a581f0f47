/** The ticked lines as the core is told about them. */
import { ask, Refused, type PledgeChoice, type PledgeId, type PledgeQuery, type UnmaskingId } from '../../door';
import type { Ticks } from '../../kit/grid/types';

const step = 200;
/** All but a few are counted out one by one only up to so many. */
const most = 5000;

export async function chosen(ticks: Ticks, query: PledgeQuery, unmasking: UnmaskingId | null): Promise<PledgeChoice> {
  if (!ticks.all) return { ids: [...ticks.named].map(Number), query: null, unmasking };
  if (ticks.named.size === 0) return { ids: [], query, unmasking };
  if (ticks.count > most) {
    throw new Refused([
      { field: '', sentence: 'Danh sách quá dài để bỏ riêng từng bản. Hãy lọc hẹp lại rồi chọn tất cả.' },
    ]);
  }
  const ids: PledgeId[] = [];
  for (let offset = 0; ; offset += step) {
    const page = await ask('pledges.page', { query, offset, limit: step, unmasking });
    ids.push(...page.rows.map((line) => line.id).filter((id) => !ticks.named.has(id)));
    if (offset + step >= page.total) return { ids, query: null, unmasking };
  }
}
