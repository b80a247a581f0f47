/** The words of the intake: what becomes of files and rows, and how a row or a column is named. */
import type { IntakeCounts, IntakeField, IntakeFile, IntakeOutcome, IntakeStatus, IntakeTarget } from '../../door';
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

export const targetWord: Readonly<Record<IntakeTarget, string>> = { members: 'đoàn viên', units: 'đơn vị' };

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
