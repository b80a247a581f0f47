/** The columns of the list of pledges; the blocks of the promise are written in the list itself. */
import type { PledgeBlock, PledgeLine } from '../../door';
import type { Column } from '../../kit/grid/types';
import { day } from '../../words/format';
import { showPartial } from '../../words/partial';
import { blockNames, blocks, stateTones } from './look.svelte';

const open = ['draft', 'registered', 'returned'];

function block(key: PledgeBlock): Column<PledgeLine> {
  return {
    key,
    title: blockNames[key],
    width: 220,
    hidden: key === 'discipline' || key === 'work_style' || key === 'goals',
    readOnly: (line) => !open.includes(line.state) || line.closed,
    show: (line) => line.content[key] ?? '',
  };
}

function mending(line: PledgeLine) {
  if (line.shortcomings === 0) return '';
  if (line.overdue > 0) return { text: `${String(line.overdue)} quá hạn`, look: 'chip', tone: 'red' } as const;
  return line.open === 0 ? 'Đã khắc phục' : `Còn ${String(line.open)}/${String(line.shortcomings)}`;
}

export const pledgeColumns: readonly Column<PledgeLine>[] = [
  {
    key: 'name',
    title: 'Họ và tên, tập thể',
    width: 170,
    sortable: true,
    readOnly: true,
    show: (line) => ({
      text: line.name,
      look: 'strong',
      note: line.member === null ? { tone: 'blue', text: 'Tập thể' } : undefined,
    }),
  },
  { key: 'birth', title: 'Ngày sinh', width: 96, readOnly: true, show: (line) => showPartial(line.birth) },
  { key: 'position', title: 'Chức vụ', width: 120, readOnly: true, show: (line) => line.position },
  { key: 'unit_name', title: 'Đơn vị', width: 170, sortable: true, readOnly: true, show: (line) => line.unit_name },
  { key: 'period', title: 'Kỳ', width: 140, hidden: true, readOnly: true, show: (line) => line.period_name },
  {
    key: 'state',
    title: 'Bước',
    width: 140,
    sortable: true,
    readOnly: true,
    show: (line) => ({ text: line.state_label, look: 'chip', tone: stateTones[line.state] }),
  },
  { key: 'confirmed_by', title: 'Nơi xác nhận', width: 112, readOnly: true, show: (line) => line.confirmed_by },
  {
    key: 'confirmed_on',
    title: 'Ngày xác nhận',
    width: 128,
    sortable: true,
    readOnly: true,
    show: (line) => day(line.confirmed_on),
  },
  { key: 'mending', title: 'Hạn chế', width: 100, readOnly: true, show: mending },
  {
    key: 'percent',
    title: 'Thực hiện',
    kind: 'number',
    width: 92,
    readOnly: true,
    show: (line) => (line.percent === null ? '' : `${String(line.percent)}%`),
  },
  { key: 'grade', title: 'Đánh giá cuối năm', width: 190, hidden: true, readOnly: true, show: (line) => line.grade },
  ...blocks.map(block),
];

export function isBlock(key: string): PledgeBlock | undefined {
  return blocks.find((one) => one === key);
}
