/** The columns of the list of units. */
import type { UnitLine, UnitSort } from '../../door';
import type { Column } from '../../kit/grid/types';
import { count, day } from '../../words/format';
import { showPartial } from '../../words/partial';

/** Which columns the core can sort by. */
export const sorts: Readonly<Record<string, UnitSort>> = {
  code: 'code',
  name: 'name',
  kind: 'kind',
  bloc: 'bloc',
  members: 'members',
};

export function unitColumns(depth: ((line: UnitLine) => number) | null): readonly Column<UnitLine>[] {
  const sortable = depth === null;
  return [
    { key: 'code', title: 'Mã', width: 88, sortable, show: (line) => ({ text: line.code, look: 'muted' }) },
    {
      key: 'name',
      title: 'Tên đơn vị',
      width: 300,
      grow: true,
      sortable,
      show: (line) => ({ text: `${'\u2003'.repeat(depth?.(line) ?? 0)}${line.name}`, look: 'strong' }),
      text: (line) => line.name,
    },
    { key: 'kind', title: 'Loại hình', width: 190, sortable, show: (line) => line.kind_label },
    {
      key: 'bloc',
      title: 'Khối thi đua',
      width: 150,
      sortable,
      show: (line) => (line.bloc_no === null ? '' : `${String(line.bloc_no)}. ${line.bloc_name}`),
    },
    { key: 'chair', title: 'Chủ tịch', width: 170, show: (line) => line.chair },
    { key: 'phone', title: 'Điện thoại', width: 120, hidden: true, show: (line) => line.phone },
    { key: 'address', title: 'Địa chỉ', width: 220, hidden: true, show: (line) => line.address },
    { key: 'sector', title: 'Khu vực', width: 170, hidden: true, show: (line) => line.sector_label },
    {
      key: 'established',
      title: 'Thành lập',
      width: 110,
      hidden: true,
      show: (line) => showPartial(line.established),
    },
    {
      key: 'members',
      title: 'Đoàn viên',
      kind: 'number',
      width: 96,
      sortable,
      show: (line) => count(line.members),
    },
    { key: 'women', title: 'Nữ', kind: 'number', width: 72, show: (line) => count(line.women) },
    {
      key: 'state',
      title: 'Trạng thái',
      width: 160,
      show: (line) =>
        line.ended === null
          ? { text: 'Đang hoạt động', look: 'dot', tone: 'green' }
          : { text: `Kết thúc ${day(line.ended)}`, look: 'chip', tone: 'grey' },
    },
  ];
}
