/** The columns of the list of targets. */
import type { Refusal, TargetCell, TargetField, TargetLine } from '../../door';
import type { Column } from '../../kit/grid/types';
import { hundredths } from '../../words/format';

const fields: readonly TargetField[] = ['goal', 'result', 'document', 'note'];

export function targetField(column: string): TargetField | undefined {
  return fields.find((one) => one === column);
}

/** Which of the sent cells were refused, and why. */
export function refusedCells(refusals: readonly Refusal[], cells: readonly TargetCell[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { field, sentence } of refusals) {
    const at = cells.findIndex((cell) => `${String(cell.id)}.${cell.field}` === field);
    if (at >= 0) found.set(at, sentence);
  }
  return found;
}

export const targetColumns: readonly Column<TargetLine>[] = [
  { key: 'name', title: 'Chỉ tiêu', width: 260, grow: true, readOnly: true, show: (line) => line.name },
  { key: 'measure', title: 'Đơn vị tính', width: 100, readOnly: true, show: (line) => line.measure },
  { key: 'period', title: 'Kỳ', width: 96, readOnly: true, show: (line) => line.period_name },
  {
    key: 'scope',
    title: 'Giao cho',
    width: 180,
    readOnly: true,
    show: (line) => (line.scope === '' ? { text: 'Toàn cơ quan', look: 'muted' } : line.scope),
  },
  {
    key: 'goal',
    title: 'Chỉ tiêu giao',
    kind: 'number',
    width: 112,
    show: (line) => hundredths(line.draft.goal),
  },
  {
    key: 'result',
    title: 'Kết quả',
    kind: 'number',
    width: 84,
    readOnly: (line) => line.counted !== 'typed',
    show: (line) => ({
      text: line.result === null ? '' : hundredths(line.result),
      look: line.counted === 'typed' ? 'plain' : 'link',
    }),
  },
  {
    key: 'percent',
    title: 'Đạt',
    kind: 'number',
    width: 70,
    readOnly: true,
    show: (line) => ({ text: line.percent, look: 'strong' }),
  },
  {
    key: 'state',
    title: 'Tiến độ',
    width: 130,
    readOnly: true,
    show: (line) =>
      line.behind
        ? { text: 'Chậm tiến độ', look: 'chip', tone: 'red' }
        : line.result !== null && line.result >= line.draft.goal
          ? { text: 'Hoàn thành', look: 'chip', tone: 'green' }
          : { text: 'Đúng tiến độ', look: 'chip', tone: 'blue' },
  },
  { key: 'document', title: 'Văn bản giao', width: 150, show: (line) => line.draft.document },
  { key: 'note', title: 'Ghi chú', width: 160, show: (line) => line.draft.note },
];
