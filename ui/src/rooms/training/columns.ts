/** The columns of the courses, of those who took part in one, and of the people behind a figure. */
import type { CourseLine, ParticipantField, ParticipantLine, PersonLine } from '../../door';
import type { Column } from '../../kit/grid/types';
import { count } from '../../words/format';
import { showPartial } from '../../words/partial';

const some = (value: number) => (value === 0 ? '' : count(value));
const gender = (value: 'nam' | 'nu' | null) => (value === 'nu' ? 'Nữ' : value === 'nam' ? 'Nam' : '');

export const courseColumns: readonly Column<CourseLine>[] = [
  {
    key: 'name',
    title: 'Tên lớp',
    width: 250,
    grow: true,
    show: (line) => ({ text: line.draft.name, look: 'link' }),
  },
  { key: 'kind', title: 'Nội dung', width: 160, show: (line) => line.kind_label },
  { key: 'days', title: 'Thời gian', width: 150, show: (line) => line.days },
  { key: 'organiser', title: 'Đơn vị tổ chức', width: 140, show: (line) => line.draft.organiser },
  {
    key: 'people',
    title: 'Người học',
    kind: 'number',
    width: 100,
    show: (line) => ({ text: count(line.people), look: 'strong' }),
  },
  { key: 'women', title: 'Nữ', kind: 'number', width: 58, show: (line) => some(line.women) },
  { key: 'direct', title: 'LĐ trực tiếp', kind: 'number', width: 112, show: (line) => some(line.direct) },
  { key: 'named', title: 'Có tên', kind: 'number', width: 76, hidden: true, show: (line) => some(line.named) },
  { key: 'reported', title: 'Số báo cáo', kind: 'number', width: 106, show: (line) => some(line.reported) },
  { key: 'place', title: 'Địa điểm', width: 160, hidden: true, show: (line) => line.draft.place },
  { key: 'document', title: 'Văn bản', width: 120, hidden: true, show: (line) => line.draft.document },
  { key: 'period', title: 'Tính vào', width: 140, hidden: true, show: (line) => line.period_name },
  {
    key: 'cost',
    title: 'Kinh phí (đ)',
    kind: 'money',
    width: 110,
    hidden: true,
    show: (line) => some(line.draft.cost),
  },
  { key: 'money_source', title: 'Nguồn kinh phí', width: 150, hidden: true, show: (line) => line.draft.money_source },
  { key: 'note', title: 'Ghi chú', width: 160, hidden: true, show: (line) => line.draft.note },
];

const fields: readonly ParticipantField[] = ['direct', 'result', 'certificate', 'note'];

export function participantField(column: string): ParticipantField | undefined {
  return fields.find((one) => one === column);
}

export const participantColumns: readonly Column<ParticipantLine>[] = [
  {
    key: 'name',
    title: 'Họ và tên',
    width: 165,
    grow: true,
    readOnly: true,
    show: (line) => ({
      text: line.name,
      note: line.member === null ? { tone: 'grey', text: 'Ngoài sổ' } : undefined,
    }),
  },
  { key: 'gender', title: 'Giới tính', width: 84, readOnly: true, show: (line) => gender(line.gender) },
  { key: 'birth', title: 'Ngày sinh', width: 96, readOnly: true, show: (line) => showPartial(line.birth) },
  { key: 'unit', title: 'Đơn vị', width: 150, readOnly: true, show: (line) => line.unit_name },
  { key: 'position', title: 'Chức vụ', width: 140, hidden: true, readOnly: true, show: (line) => line.position },
  {
    key: 'direct',
    title: 'Trực tiếp',
    width: 84,
    kind: 'choice',
    options: [
      { value: '', label: 'Chưa rõ' },
      { value: 'x', label: 'Có' },
      { value: '0', label: 'Không' },
    ],
    show: (line) => (line.direct === null ? '' : line.direct ? 'Có' : 'Không'),
  },
  { key: 'result', title: 'Kết quả', width: 88, show: (line) => line.result },
  { key: 'certificate', title: 'Chứng chỉ', width: 96, show: (line) => line.certificate },
  { key: 'note', title: 'Ghi chú', width: 130, hidden: true, show: (line) => line.note },
];

export const personColumns: readonly Column<PersonLine>[] = [
  {
    key: 'name',
    title: 'Họ và tên',
    width: 190,
    show: (line) => ({
      text: line.name,
      look: 'link',
      note: line.member === null ? { tone: 'grey', text: 'Ngoài sổ' } : undefined,
    }),
  },
  { key: 'gender', title: 'Giới tính', width: 86, show: (line) => gender(line.gender) },
  { key: 'birth', title: 'Ngày sinh', width: 100, show: (line) => showPartial(line.birth) },
  { key: 'unit', title: 'Đơn vị', width: 230, show: (line) => line.unit_name },
  { key: 'bloc', title: 'Khối', width: 150, hidden: true, show: (line) => line.bloc_name },
  { key: 'is_direct', title: 'LĐ trực tiếp', width: 108, show: (line) => (line.direct === true ? 'Có' : '') },
  { key: 'attendances', title: 'Lượt', kind: 'number', width: 64, show: (line) => count(line.attendances) },
  { key: 'courses', title: 'Các lớp đã học', width: 260, grow: true, show: (line) => line.courses },
];
