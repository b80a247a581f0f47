/** The columns of a decision's list. */
import type {
  DecisionWarning,
  Recipient,
  RecipientCell,
  RecipientField,
  RecipientId,
  RecipientKind,
  Refusal,
} from '../../door';
import type { CellView, Column, Mark, Option } from '../../kit/grid/types';
import { count } from '../../words/format';

export type Looks = Map<RecipientId, DecisionWarning[]>;

const fields: readonly RecipientField[] = [
  'honorific',
  'name',
  'post',
  'unit_name',
  'award',
  'reason',
  'amount',
  'amount_why',
];

export const noLooks: Looks = new Map();

/** What is worth a look, by line of the list. */
export function looksOf(warnings: readonly DecisionWarning[]): Looks {
  const found: Looks = new Map();
  for (const warning of warnings) {
    if (warning.recipient === null) continue;
    found.set(warning.recipient, [...(found.get(warning.recipient) ?? []), warning]);
  }
  return found;
}

export function isRecipientField(key: string): RecipientField | undefined {
  return fields.find((one) => one === key);
}

/** Which cells of a list were refused: the core names them `12.post`. */
export function refusedCells(
  refusals: readonly Refusal[],
  cells: readonly RecipientCell[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { field, sentence } of refusals) {
    const at = cells.findIndex((cell) => `${String(cell.recipient)}.${cell.field}` === field);
    if (at >= 0) found.set(at, sentence);
  }
  return found;
}

export function recipientColumns(
  kind: RecipientKind,
  awards: readonly Option[],
  reasons: readonly Option[],
  lookAt: (id: RecipientId) => readonly DecisionWarning[] | undefined,
): readonly Column<Recipient>[] {
  const mark = (line: Recipient, field: RecipientField): Mark | undefined => {
    const found = (lookAt(line.id) ?? []).filter((one) => one.field === field);
    if (found.length === 0) return undefined;
    const grave = found.some((one) => one.gravity === 'obstacle');
    return { kind: grave ? 'error' : 'doubt', sentence: found.map((one) => one.sentence).join(' ') };
  };
  const cell = (field: RecipientField, text: (line: Recipient) => string) => ({
    show: (line: Recipient): CellView => ({ text: text(line), mark: mark(line, field) }),
    text,
  });
  const person = kind === 'individual';
  const own: Column<Recipient>[] = person
    ? [
        {
          key: 'honorific',
          title: 'Ông/Bà',
          width: 76,
          kind: 'choice',
          free: true,
          hidden: true,
          options: [
            { value: 'Ông', label: 'Ông' },
            { value: 'Bà', label: 'Bà' },
          ],
          ...cell('honorific', (line) => line.honorific),
        },
        { key: 'post', title: 'Chức vụ', width: 150, ...cell('post', (line) => line.post) },
        { key: 'unit_name', title: 'Đơn vị', width: 180, ...cell('unit_name', (line) => line.unit_name) },
      ]
    : [];
  return [
    { key: 'position', title: 'STT', kind: 'number', width: 52, readOnly: true, show: (line) => count(line.position) },
    {
      key: 'name',
      title: person ? 'Họ và tên' : 'Tên tập thể',
      width: person ? 190 : 300,
      grow: true,
      show: (line) => ({ text: line.name, look: 'strong', mark: mark(line, 'name') }),
    },
    ...own,
    {
      key: 'award',
      title: 'Hình thức',
      width: 170,
      kind: 'choice',
      options: awards,
      ...cell('award', (line) => line.award_name),
    },
    {
      key: 'reason',
      title: 'Thành tích riêng',
      width: 180,
      kind: 'choice',
      free: true,
      options: reasons,
      hidden: true,
      ...cell('reason', (line) => line.reason),
    },
    {
      key: 'amount',
      title: 'Tiền thưởng (đ)',
      width: 120,
      kind: 'money',
      ...cell('amount', (line) => count(line.amount)),
    },
    {
      key: 'amount_why',
      title: 'Lý do sửa tiền',
      width: 160,
      hidden: true,
      ...cell('amount_why', (line) => line.amount_why),
    },
  ];
}
