/** What people type for days and money, read leniently and never guessed. */

export type Typed<T> = { ok: true; value: T | null } | { ok: false; sentence: string };

const wrongDay: Typed<string> = { ok: false, sentence: 'Ngày chưa đúng. Ví dụ: 05/09/1987.' };

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Two digits after the pivot belong to the last century: 87 is 1987, 26 is 2026. */
function fullYear(text: string, thisYear: number): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const century = Math.floor(thisYear / 100) * 100;
  return century + year > thisYear + 10 ? century - 100 + year : century + year;
}

function parts(text: string): [string, string, string] | null {
  const split = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4}|\d{2})$/.exec(text);
  const run = split ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return [iso[3] ?? '', iso[2] ?? '', iso[1] ?? ''];
  return run === null ? null : [run[1] ?? '', run[2] ?? '', run[3] ?? ''];
}

/** 5/9/87, 05091987, 5-9-1987, 5.9.1987 → 1987-09-05; 31/2 is refused. Empty is no day. */
export function readDay(text: string, thisYear: number): Typed<string> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null };
  const found = parts(trimmed);
  if (found === null) return wrongDay;
  const year = fullYear(found[2], thisYear);
  const month = Number(found[1]);
  const day = Number(found[0]);
  if (year < 1900 || year > 2100 || !isDay(year, month, day)) return wrongDay;
  return {
    ok: true,
    value: `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  };
}

/** 1.234.567, 1 234 567, 500000 đ → đồng. Money is whole, so 1.234,5 is refused. */
export function readMoney(text: string): Typed<number> {
  const bare = text.replace(/[\s\u00a0]|đ(?:ồng)?$/gi, '');
  if (bare === '') return { ok: true, value: null };
  const plain = /^\d+$/.test(bare);
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare);
  const value = Number(bare.replace(/[.,]/g, ''));
  if ((!plain && !grouped) || !Number.isSafeInteger(value)) {
    return { ok: false, sentence: 'Số tiền chưa đúng. Ví dụ: 500.000.' };
  }
  return { ok: true, value };
}

/** 12, 1.234 or 2,5 → a figure in hundredths, exact. */
export function readHundredths(text: string): Typed<number> {
  const bare = text.replace(/[\s\u00a0]/g, '');
  if (bare === '') return { ok: true, value: null };
  const found = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(bare);
  if (found === null) return { ok: false, sentence: 'Số chưa đúng. Ví dụ: 1.234 hoặc 2,5.' };
  const units = Number((found[1] ?? '').replace(/\./g, ''));
  return { ok: true, value: units * 100 + Number((found[2] ?? '').padEnd(2, '0')) };
}
