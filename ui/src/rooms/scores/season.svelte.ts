/** Which half of the year is looked at: '0' is the whole. Stays while the program is open. */

export type Half = '0' | '1' | '2';

const chosen: { half: Half } = $state({ half: '0' });

export function half(): Half {
  return chosen.half;
}

export function setHalf(next: Half): void {
  chosen.half = next;
}

export const halves: readonly { value: Half; label: string }[] = [
  { value: '0', label: 'Cả năm' },
  { value: '1', label: '6 tháng đầu' },
  { value: '2', label: '6 tháng cuối' },
];

/** The tables whose change makes a book old. */
export const reads = [
  'score',
  'score_sheet',
  'score_note',
  'score_breach',
  'score_table',
  'criterion',
  'grade',
  'unit_state',
];
