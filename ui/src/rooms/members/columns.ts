/** The columns of the list of members. */
import type { MemberField, MemberLine } from '../../door';
import type { CellView, Column, Mark, Tone } from '../../kit/grid/types';
import { showPartial } from '../../words/partial';

/** Fields that may be written in the list itself; a unit is changed by moving, a status by leaving. */
export const fields: readonly MemberField[] = [
  'full_name',
  'gender',
  'birth',
  'citizen_id',
  'legacy_id',
  'id_issue_date',
  'id_issue_place',
  'position',
  'union_position',
  'union_join',
  'party_member',
  'party_join',
  'ethnicity',
  'religion',
  'education',
  'phone',
  'email',
  'hometown',
  'residence',
  'section',
  'member_code',
  'worker_type',
  'is_direct_labour',
  'is_manager',
  'note',
];

export const unionPosts = [
  'Đoàn viên',
  'Chủ tịch',
  'Phó Chủ tịch',
  'Ủy viên Ban Thường vụ',
  'Ủy viên BCH',
  'Ủy viên UBKT',
  'Trưởng ban nữ công',
  'Tổ trưởng công đoàn',
  'Tổ phó công đoàn',
  'Kế toán',
  'Thủ quỹ',
];

const workers = ['Cán bộ', 'Công chức', 'Viên chức', 'Công nhân', 'Người lao động'];
const asOptions = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

function mark(line: MemberLine, field: string): Mark | undefined {
  const found = line.warnings.filter((one) => one.field === field);
  return found.length === 0 ? undefined : { kind: 'doubt', sentence: found.map((one) => one.sentence).join(' ') };
}

type Text = (line: MemberLine) => string;

function column(key: MemberField, title: string, width: number, text: Text, more: Partial<Column<MemberLine>> = {}) {
  const show = (line: MemberLine): CellView => ({ text: text(line), mark: mark(line, key) });
  return { key, title, width, show, sortable: true, ...more } satisfies Column<MemberLine>;
}

const yes = (value: boolean | null) => (value === null ? '' : value ? 'Có' : 'Không');

function status(line: MemberLine): CellView {
  const tones: Readonly<Record<MemberLine['status'], Tone>> = {
    active: 'green',
    suspended: 'gold',
    transferred_out: 'grey',
    withdrawn: 'grey',
    expelled: 'red',
    retired: 'grey',
    left_job: 'grey',
    unit_dissolved: 'grey',
    deceased: 'grey',
  };
  const look = line.status === 'active' ? 'dot' : 'chip';
  return { text: line.status_label, look, tone: tones[line.status] };
}

function hidden(text: (line: MemberLine) => string) {
  return (line: MemberLine): CellView => (line.masked ? { text: '••••', look: 'muted' } : { text: text(line) });
}

const masked = (line: MemberLine) => line.masked;

export const memberColumns: readonly Column<MemberLine>[] = [
  column('full_name', 'Họ và tên', 180, (line) => line.full_name, {
    grow: true,
    show: (line) => ({ text: line.full_name, look: 'strong', mark: mark(line, 'full_name') }),
  }),
  column('gender', 'Giới tính', 84, (line) => (line.gender === null ? '' : line.gender === 'nam' ? 'Nam' : 'Nữ'), {
    kind: 'choice',
    options: asOptions(['Nam', 'Nữ']),
  }),
  column('birth', 'Ngày sinh', 122, (line) => showPartial(line.birth), {
    show: (line) =>
      line.birth === null && line.status === 'active'
        ? { text: 'Chưa nhập', look: 'muted', mark: { kind: 'doubt', sentence: 'Chưa có ngày sinh.' } }
        : { text: showPartial(line.birth), mark: mark(line, 'birth') },
    text: (line) => showPartial(line.birth),
  }),
  {
    key: 'unit_name',
    title: 'Đơn vị',
    width: 190,
    sortable: true,
    readOnly: true,
    show: (line) => line.unit_name,
  },
  column('citizen_id', 'Số CCCD', 130, (line) => line.citizen_id ?? ''),
  column('position', 'Chức vụ', 140, (line) => line.position ?? ''),
  column('union_position', 'Chức vụ CĐ', 130, (line) => line.union_position ?? '', {
    kind: 'choice',
    free: true,
    options: asOptions(unionPosts),
  }),
  column('union_join', 'Ngày vào CĐ', 110, (line) => showPartial(line.union_join)),
  { key: 'status', title: 'Trạng thái', width: 150, sortable: true, readOnly: true, show: status },
  column('member_code', 'Mã đoàn viên', 120, (line) => line.member_code ?? '', { hidden: true }),
  column('legacy_id', 'Số CMND cũ', 110, (line) => line.legacy_id ?? '', { hidden: true }),
  column('id_issue_date', 'Ngày cấp', 110, (line) => showPartial(line.id_issue_date), {
    hidden: true,
    sortable: false,
  }),
  column('id_issue_place', 'Nơi cấp', 180, (line) => line.id_issue_place ?? '', { hidden: true, sortable: false }),
  column('section', 'Bộ phận, tổ', 140, (line) => line.section ?? '', { hidden: true }),
  column('worker_type', 'Loại lao động', 140, (line) => line.worker_type ?? '', {
    hidden: true,
    kind: 'choice',
    free: true,
    options: asOptions(workers),
  }),
  column('is_direct_labour', 'LĐ trực tiếp', 100, (line) => yes(line.is_direct_labour), {
    hidden: true,
    sortable: false,
    kind: 'choice',
    options: asOptions(['Có', 'Không']),
  }),
  column('is_manager', 'Lãnh đạo, QL', 110, (line) => yes(line.is_manager), {
    hidden: true,
    sortable: false,
    kind: 'choice',
    options: asOptions(['Có', 'Không']),
  }),
  column('education', 'Trình độ', 120, (line) => line.education ?? '', { hidden: true }),
  column('phone', 'Điện thoại', 120, (line) => line.phone ?? '', { hidden: true }),
  column('email', 'Email', 180, (line) => line.email ?? '', { hidden: true, sortable: false }),
  column('hometown', 'Quê quán', 200, (line) => line.hometown ?? '', { hidden: true }),
  column('residence', 'Nơi ở', 200, (line) => line.residence ?? '', { hidden: true }),
  column('ethnicity', 'Dân tộc', 90, () => '', {
    hidden: true,
    sortable: false,
    readOnly: masked,
    show: hidden((line) => line.restricted?.ethnicity ?? ''),
  }),
  column('religion', 'Tôn giáo', 100, () => '', {
    hidden: true,
    sortable: false,
    readOnly: masked,
    show: hidden((line) => line.restricted?.religion ?? ''),
  }),
  column('party_member', 'Đảng viên', 90, () => '', {
    hidden: true,
    sortable: false,
    readOnly: masked,
    kind: 'choice',
    options: asOptions(['Có', 'Không']),
    show: hidden((line) => yes(line.restricted?.party_member ?? null)),
  }),
  column('party_join', 'Ngày vào Đảng', 110, () => '', {
    hidden: true,
    sortable: false,
    readOnly: masked,
    show: hidden((line) => showPartial(line.restricted?.party_join)),
  }),
  column('note', 'Ghi chú', 200, (line) => line.note ?? '', { hidden: true }),
];

export function isField(key: string): MemberField | undefined {
  return fields.find((one) => one === key);
}
