/** The columns of the register of initiatives. */
import type { InitiativeField, InitiativeLine, InitiativeWords, Programme } from '../../door';
import type { CellView, Column, Mark } from '../../kit/grid/types';
import { findUnits } from '../../kit/units';
import { count, day } from '../../words/format';
import { showPartial } from '../../words/partial';
import { columnOf } from './look.svelte';

const fields: readonly InitiativeField[] = [
  'code',
  'title',
  'unit',
  'field',
  'first_applied',
  'place',
  'recognition',
  'recognition_number',
  'recognised_on',
  'recognised_by',
  'benefit',
  'effect',
  'programme',
  'portal_on',
  'portal_code',
  'note',
];

export function isField(key: string): InitiativeField | undefined {
  return fields.find((one) => one === key);
}

/** What stands in the way, at the column that it is about. */
function mark(line: InitiativeLine, column: string): Mark | undefined {
  const found = line.problems.filter((problem) => columnOf[problem.kind] === column);
  return found.length === 0 ? undefined : { kind: 'doubt', sentence: found.map((one) => one.sentence).join(' ') };
}

/** How far an initiative has come with its programme. */
export function standing(line: InitiativeLine): CellView {
  if (line.programme === null) return { text: 'Ngoài chương trình', look: 'muted' };
  const [first] = line.problems;
  if (first !== undefined) {
    const more = line.problems.length > 1 ? ` +${count(line.problems.length - 1)}` : '';
    return { text: first.label + more, look: 'chip', tone: 'gold' };
  }
  if (line.portal_on !== null) return { text: 'Đã nhập cổng', look: 'chip', tone: 'green' };
  return { text: 'Đủ điều kiện', look: 'chip', tone: 'blue' };
}

export function initiativeColumns(
  words: InitiativeWords | undefined,
  programmes: readonly Programme[],
): readonly Column<InitiativeLine>[] {
  const options = (list: readonly string[]) => list.map((label) => ({ value: label, label }));
  const levels = (words?.levels ?? []).map((one) => ({ value: one.code, label: one.label }));
  return [
    { key: 'code', title: 'Mã số', width: 92, sortable: true, show: (line) => ({ text: line.code, look: 'link' }) },
    {
      key: 'title',
      title: 'Tên sáng kiến',
      width: 270,
      grow: true,
      sortable: true,
      show: (line) => ({
        text: line.title,
        mark: mark(line, 'title'),
        note: line.secret ? { tone: 'grey', text: 'Bí mật' } : undefined,
      }),
      text: (line) => line.title,
    },
    { key: 'standing', title: 'Tình trạng', width: 148, readOnly: true, show: standing },
    {
      key: 'authors',
      title: 'Tác giả',
      width: 150,
      readOnly: true,
      show: (line) => ({ text: line.authors, mark: mark(line, 'authors') }),
    },
    {
      key: 'unit',
      title: 'Đơn vị',
      width: 150,
      kind: 'choice',
      sortable: true,
      options: async (text) => (await findUnits(text)).map((one) => ({ ...one, value: one.detail ?? one.value })),
      show: (line) => line.unit_name,
    },
    {
      key: 'bloc',
      title: 'Khối',
      width: 130,
      hidden: true,
      readOnly: true,
      sortable: true,
      show: (line) => line.bloc_name,
    },
    {
      key: 'field',
      title: 'Lĩnh vực',
      width: 90,
      kind: 'choice',
      free: true,
      sortable: true,
      options: options(words?.fields ?? []),
      show: (line) => line.field,
    },
    {
      key: 'first_applied',
      title: 'Áp dụng',
      width: 96,
      sortable: true,
      show: (line) => ({ text: showPartial(line.first_applied), mark: mark(line, 'first_applied') }),
      text: (line) => showPartial(line.first_applied),
    },
    { key: 'place', title: 'Nơi áp dụng', width: 150, hidden: true, show: (line) => line.place },
    {
      key: 'recognition',
      title: 'Công nhận',
      width: 104,
      kind: 'choice',
      options: [{ value: '', label: 'Chưa công nhận' }, ...levels],
      show: (line) => ({
        text: line.recognition_label === '' ? 'Chưa' : line.recognition_label,
        look: line.recognition_label === '' ? 'muted' : 'plain',
        mark: mark(line, 'recognition'),
      }),
      text: (line) => line.recognition_label,
    },
    {
      key: 'recognition_number',
      title: 'Số QĐ công nhận',
      width: 120,
      hidden: true,
      show: (line) => line.recognition_number,
    },
    {
      key: 'recognised_on',
      title: 'Ngày QĐ',
      width: 100,
      kind: 'date',
      hidden: true,
      show: (line) => day(line.recognised_on),
    },
    { key: 'recognised_by', title: 'Cơ quan công nhận', width: 160, hidden: true, show: (line) => line.recognised_by },
    {
      key: 'benefit',
      title: 'Làm lợi (đ)',
      width: 104,
      kind: 'money',
      sortable: true,
      show: (line) => ({ text: line.benefit === 0 ? '' : count(line.benefit), mark: mark(line, 'benefit') }),
      text: (line) => (line.benefit === 0 ? '' : count(line.benefit)),
    },
    { key: 'effect', title: 'Hiệu quả khác', width: 160, hidden: true, show: (line) => line.effect },
    {
      key: 'programme',
      title: 'Chương trình',
      width: 170,
      kind: 'choice',
      hidden: true,
      options: [{ value: '', label: 'Không tham gia' }, ...options(programmes.map((one) => one.draft.name))],
      show: (line) => line.programme_name,
    },
    {
      key: 'portal_on',
      title: 'Ngày nhập cổng',
      width: 110,
      kind: 'date',
      hidden: true,
      sortable: true,
      show: (line) => day(line.portal_on),
    },
    { key: 'portal_code', title: 'Mã trên cổng', width: 110, hidden: true, show: (line) => line.portal_code },
    { key: 'note', title: 'Ghi chú', width: 150, hidden: true, show: (line) => line.note },
  ];
}
