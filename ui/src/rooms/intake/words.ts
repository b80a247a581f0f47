/** The words of the intake: what becomes of files and rows, and how a row or a column is named. */
import type {
  IntakeAnswer,
  IntakeCounts,
  IntakeField,
  IntakeFile,
  IntakeOutcome,
  IntakeRow,
  IntakeSheet,
  IntakeStatus,
} from '../../door';
import type { Tone } from '../../kit/grid/types';
import { count } from '../../words/format';

/** Endings of the files that can be lists. */
export const endings = ['xlsx', 'xls', 'xlsm', 'ods', 'csv', 'txt'];

export const steps = [
  { name: 'Tệp', at: '' },
  { name: 'Ghép cột', at: 'ghep-cot' },
  { name: 'Xem lỗi', at: 'xem-loi' },
  { name: 'Xác nhận', at: 'xac-nhan' },
] as const;

export type StepPlace = (typeof steps)[number]['at'];

/** Where the records of an import are looked at, by the name of its target. */
const places: Readonly<Record<string, string>> = {
  members: 'doan-vien',
  units: 'don-vi',
  history: 'quyet-dinh',
  initiatives: 'sang-kien',
  pledges: 'cam-ket',
  registrations: 'phong-trao',
  training: 'dao-tao',
};

export const placeOf = (target: string): string | undefined => places[target];

/** "Đoàn viên", at the beginning of a line. */
export const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('vi-VN') + word.slice(1);

export const statusWord: Readonly<Record<IntakeStatus, { text: string; tone: Tone }>> = {
  import: { text: 'Nhận', tone: 'green' },
  hold: { text: 'Giữ lại', tone: 'gold' },
  refuse: { text: 'Từ chối', tone: 'red' },
};

export const outcomeWord: Readonly<Record<IntakeOutcome, { text: string; tone: Tone }>> = {
  new: { text: 'Mới', tone: 'green' },
  changed: { text: 'Thay đổi', tone: 'blue' },
  same: { text: 'Như cũ', tone: 'grey' },
  asked: { text: 'Cần hỏi', tone: 'gold' },
  held: { text: 'Để lại', tone: 'red' },
};

/** What a person said about a row. */
export const answerWord: Readonly<Record<IntakeAnswer['kind'], string>> = {
  take: 'Bạn đã chọn nhận',
  leave: 'Bạn đã chọn bỏ',
  new: 'Bạn đã chọn: người khác',
  known: 'Bạn đã chọn người trong sổ',
};

/** Whether the row waits because what stands in the name column may be no name. */
export const isBadName = (row: IntakeRow): boolean => row.findings.some((one) => one.name === 'name_suspicious');

/** Why a row without any finding waits for a person. */
export function asksWhom(row: IntakeRow): string {
  const found = row.candidates.length;
  if (found === 0) return row.question || 'Chưa biết dòng này của đơn vị nào: hãy sửa cột đơn vị.';
  return `Trong sổ có ${found === 1 ? 'một người' : `${count(found)} người`} tương tự, chưa chắc là cùng một người. Hãy chọn.`;
}

/** Whether a sheet is read, or would be once its columns are matched. */
export const isList = (sheet: IntakeSheet): boolean => sheet.role === 'list' || sheet.role === 'unheaded';

export function rowsOf(counts: IntakeCounts): number {
  return counts.added + counts.changed + counts.same + counts.asked + counts.held;
}

/** "112 mới · 3 cần hỏi"; nothing that is nought. */
export function told(counts: IntakeCounts): string {
  const parts: [number, string][] = [
    [counts.added, 'mới'],
    [counts.changed, 'thay đổi'],
    [counts.same, 'như cũ'],
    [counts.asked, 'cần hỏi'],
    [counts.held, 'để lại'],
  ];
  const said = parts.filter(([figure]) => figure > 0).map(([figure, word]) => `${count(figure)} ${word}`);
  return said.length === 0 ? 'không có dòng nào' : said.join(' · ');
}

/** Whether something of this file stays out and its unit should hear of it. */
export function hasLeft(file: IntakeFile): boolean {
  return file.counts.asked + file.counts.held > 0;
}

/** The letter that Excel gives a column: 0 is A, 27 is AB. */
export function letter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letter(Math.floor(column / 26) - 1)}${last}`;
}

/** The fields that a whole row has: parts of a name or of a gender belong to the whole. */
export function wholeFields(fields: readonly IntakeField[]): IntakeField[] {
  const parts = new Set(['family_middle', 'given', 'birth_nam', 'birth_nu', 'gender_nam', 'gender_nu']);
  return fields.filter((field) => !parts.has(field.name));
}
