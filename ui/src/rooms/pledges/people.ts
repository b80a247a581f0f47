/** Members as something to choose: by name without accents, with unit and birth to tell namesakes apart. */
import { ask } from '../../door';
import type { Option } from '../../kit/grid/types';
import { showPartial } from '../../words/partial';

export async function findMembers(text: string): Promise<readonly Option[]> {
  const page = await ask('members.page', {
    query: {
      text,
      units: [],
      with_units_below: true,
      statuses: ['active', 'suspended'],
      gender: null,
      born_from: null,
      born_to: null,
      missing: [],
      officers: false,
      as_of: null,
      sort: 'name',
      descending: false,
    },
    offset: 0,
    limit: 20,
    unmasking: null,
  });
  return page.rows.map((line) => ({
    value: String(line.id),
    label: line.full_name,
    detail: [showPartial(line.birth), line.unit_name].filter(Boolean).join(' · '),
  }));
}
