/** The columns of the register of documents. */
import type { DocumentLine } from '../../door';
import type { CellView, Column } from '../../kit/grid/types';
import { count, day } from '../../words/format';

function standing(line: DocumentLine): CellView {
  if (line.handled !== null) return { text: 'Đã xử lý', look: 'chip', tone: 'green' };
  if (line.late) return { text: 'Quá hạn', look: 'chip', tone: 'red' };
  return line.deadline === null ? { text: '' } : { text: 'Chưa xử lý', look: 'chip', tone: 'gold' };
}

export const documentColumns: readonly Column<DocumentLine>[] = [
  {
    key: 'number',
    title: 'Số, ký hiệu',
    width: 142,
    show: (line) => ({ text: line.number === '' ? '(không số)' : line.number, look: 'link' }),
  },
  { key: 'dated', title: 'Ngày văn bản', width: 120, show: (line) => day(line.dated) },
  { key: 'kind', title: 'Loại', width: 100, show: (line) => line.kind_label },
  { key: 'summary', title: 'Trích yếu', width: 300, grow: true, show: (line) => line.summary },
  { key: 'party', title: 'Nơi gửi, nơi nhận', width: 180, show: (line) => line.party },
  { key: 'arrived', title: 'Ngày đến', width: 110, hidden: true, show: (line) => day(line.arrived) },
  { key: 'deadline', title: 'Hạn xử lý', width: 100, show: (line) => day(line.deadline) },
  { key: 'state', title: 'Xử lý', width: 110, show: standing },
  { key: 'handled', title: 'Ngày xử lý', width: 110, hidden: true, show: (line) => day(line.handled) },
  {
    key: 'files',
    title: 'Tệp',
    kind: 'number',
    width: 60,
    show: (line) => (line.files === 0 ? '' : count(line.files)),
  },
];
