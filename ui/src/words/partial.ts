/** Days known to the day, the month or only the year, as people type and read them. */
import type { PartialDate } from '../door';
import { partialDay } from './format';
import { readDay, type Typed } from './typed';

/** 05/09/1987, 09/1987, 1987; nothing for nothing. */
export function showPartial(date: PartialDate | null | undefined): string {
  return date === null || date === undefined ? '' : partialDay(date.y, date.m ?? null, date.d ?? null);
}

/** 1987, 9/1987 or a whole day → its parts. */
export function readPartial(text: string, thisYear: number): Typed<PartialDate> {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null };
  if (/^(19|20)\d{2}$/.test(trimmed)) return { ok: true, value: { y: Number(trimmed) } };
  const month = /^(\d{1,2})[\s/.-]+((?:19|20)\d{2})$/.exec(trimmed);
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12) {
    return { ok: true, value: { y: Number(month[2]), m: Number(month[1]) } };
  }
  const read = readDay(trimmed, thisYear);
  if (!read.ok) return { ok: false, sentence: 'Ngày chưa đúng. Ví dụ: 05/09/1987, 09/1987 hoặc 1987.' };
  const [y, m, d] = (read.value ?? '').split('-').map(Number);
  return { ok: true, value: y === undefined || m === undefined || d === undefined ? null : { y, m, d } };
}
