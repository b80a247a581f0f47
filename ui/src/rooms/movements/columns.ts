/** The columns of the lists: movements, launches, registrations. */
import type { LaunchLine, MovementLine, MovementWords, RegistrationField, RegistrationLine } from '../../door';
import type { CellView, Column } from '../../kit/grid/types';
import { count, day } from '../../words/format';
import { showPartial } from '../../words/partial';

const fields: readonly RegistrationField[] = ['honorific', 'name', 'title', 'form', 'content', 'note'];

export function isField(key: string): RegistrationField | undefined {
  return fields.find((one) => one === key);
}

/** The review that is still to be held. */
function due(line: MovementLine): CellView {
  if (line.due === null) return { text: line.reviews === 0 ? '' : 'Đã sơ kết, tổng kết', look: 'muted' };
  if (line.due.late) return { text: `Quá hạn ${line.due.label.toLowerCase()}`, look: 'chip', tone: 'red' };
  return { text: `${line.due.label} ${day(line.due.on)}` };
}

export const movementColumns: readonly Column<MovementLine>[] = [
  {
    key: 'name',
    title: 'Phong trào',
    width: 230,
    grow: true,
    readOnly: true,
    show: (line) => ({ text: line.name, look: 'link' }),
  },
  { key: 'kind', title: 'Loại', width: 120, readOnly: true, show: (line) => line.kind_label },
  { key: 'level', title: 'Cấp phát động', width: 140, readOnly: true, show: (line) => line.level_label },
  { key: 'span', title: 'Thời gian', width: 150, readOnly: true, show: (line) => line.span },
  { key: 'audience', title: 'Đối tượng', width: 170, hidden: true, readOnly: true, show: (line) => line.audience },
  { key: 'theme', title: 'Chủ đề năm', width: 180, hidden: true, readOnly: true, show: (line) => line.theme },
  { key: 'plan', title: 'Kế hoạch', width: 190, hidden: true, readOnly: true, show: (line) => line.plan },
  {
    key: 'contents',
    title: 'Nội dung',
    kind: 'number',
    width: 80,
    hidden: true,
    readOnly: true,
    show: (line) => (line.contents === 0 ? '' : count(line.contents)),
  },
  {
    key: 'launched',
    title: 'Phát động',
    kind: 'number',
    width: 118,
    readOnly: true,
    show: (line) => (line.percent === '' ? '' : `${count(line.launched)}/${count(line.units)} (${line.percent})`),
  },
  {
    key: 'percent',
    title: 'Tỷ lệ',
    kind: 'number',
    width: 64,
    hidden: true,
    readOnly: true,
    show: (line) => ({ text: line.percent, look: 'strong' }),
  },
  {
    key: 'registered',
    title: 'Đăng ký',
    kind: 'number',
    width: 80,
    readOnly: true,
    show: (line) => (line.registered === 0 ? '' : count(line.registered)),
  },
  { key: 'due', title: 'Sơ kết, tổng kết', width: 156, readOnly: true, show: due },
];

export const launchColumns: readonly Column<LaunchLine>[] = [
  { key: 'code', title: 'Mã', width: 70, readOnly: true, show: (line) => line.code },
  { key: 'name', title: 'Đơn vị', width: 230, grow: true, readOnly: true, show: (line) => line.name },
  { key: 'bloc', title: 'Khối', width: 150, readOnly: true, show: (line) => line.bloc_name },
  {
    key: 'launched_on',
    title: 'Ngày phát động',
    width: 150,
    readOnly: true,
    show: (line) =>
      line.launch === null
        ? { text: 'Chưa phát động', look: 'chip', tone: 'gold' }
        : { text: day(line.launch.launched_on), look: 'dot', tone: 'green' },
  },
  {
    key: 'document',
    title: 'Văn bản',
    width: 120,
    readOnly: true,
    show: (line) => line.launch?.document ?? '',
  },
  { key: 'chair', title: 'Chủ tịch', width: 160, readOnly: true, show: (line) => line.chair },
  { key: 'phone', title: 'Điện thoại', width: 110, readOnly: true, show: (line) => line.phone },
];

export function registrationColumns(words: MovementWords | undefined): readonly Column<RegistrationLine>[] {
  const options = (list: readonly string[]) => list.map((label) => ({ value: label, label }));
  return [
    {
      key: 'received_on',
      title: 'Ngày nhận',
      width: 100,
      readOnly: true,
      show: (line) => day(line.received_on),
    },
    {
      key: 'honorific',
      title: 'Ông/Bà',
      width: 82,
      kind: 'choice',
      free: true,
      readOnly: (line) => line.kind === 'collective',
      options: options(['Ông', 'Bà']),
      show: (line) => (line.kind === 'collective' ? { text: line.kind_label, look: 'muted' } : line.honorific),
      text: (line) => line.honorific,
    },
    { key: 'name', title: 'Họ và tên, tập thể', width: 170, show: (line) => ({ text: line.name, look: 'strong' }) },
    {
      key: 'birth',
      title: 'Ngày sinh',
      width: 100,
      readOnly: true,
      hidden: true,
      show: (line) => showPartial(line.birth),
    },
    { key: 'unit', title: 'Đơn vị', width: 190, readOnly: true, show: (line) => line.unit_name },
    { key: 'unit_code', title: 'Mã đơn vị', width: 90, readOnly: true, hidden: true, show: (line) => line.unit_code },
    { key: 'bloc', title: 'Khối', width: 150, readOnly: true, hidden: true, show: (line) => line.bloc_name },
    {
      key: 'title',
      title: 'Danh hiệu đăng ký',
      width: 190,
      grow: true,
      kind: 'choice',
      free: true,
      options: options(words?.titles ?? []),
      show: (line) => line.title,
    },
    {
      key: 'form',
      title: 'Hình thức khen thưởng',
      width: 180,
      kind: 'choice',
      free: true,
      options: options(words?.forms ?? []),
      show: (line) => line.form,
    },
    {
      key: 'late',
      title: 'Thời hạn',
      width: 104,
      readOnly: true,
      show: (line) =>
        line.late
          ? { text: 'Muộn hạn', look: 'chip', tone: 'red' }
          : { text: line.deadline === null ? 'Không có hạn' : 'Đúng hạn', look: 'muted' },
    },
    {
      key: 'deadline',
      title: 'Hạn khi nhận',
      width: 100,
      readOnly: true,
      hidden: true,
      show: (line) => day(line.deadline),
    },
    {
      key: 'period',
      title: 'Năm (năm học)',
      width: 150,
      readOnly: true,
      hidden: true,
      show: (line) => line.period_name,
    },
    {
      key: 'movement',
      title: 'Trong phong trào',
      width: 200,
      readOnly: true,
      hidden: true,
      show: (line) => line.movement_name,
    },
    { key: 'content', title: 'Nội dung', width: 200, hidden: true, show: (line) => line.content },
    { key: 'note', title: 'Ghi chú', width: 150, hidden: true, show: (line) => line.note },
  ];
}
