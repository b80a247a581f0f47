/** How figures, days and times are written. The only place with `Intl`, and always with 'vi-VN'. */

const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const atMostTwo = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const weekday = new Intl.DateTimeFormat('vi-VN', { weekday: 'long', timeZone: 'UTC' });

/** 1.234.567 */
export function count(value: number): string {
  return whole.format(value);
}

/** 1.234,5 */
export function decimal(value: number): string {
  return atMostTwo.format(value);
}

/** Hundredths as kept in the file: 9240 is 92,4. */
export function hundredths(value: number): string {
  return atMostTwo.format(value / 100);
}

/** 500.000 đ */
export function dong(value: number): string {
  return `${whole.format(value)} đ`;
}

/** 68% */
export function percent(part: number, of: number): string {
  return of === 0 ? '–' : `${whole.format((part * 100) / of)}\u00a0%`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** An ISO day (2026-11-02) as 02/11/2026; what is no ISO day comes back as it is. */
export function day(iso: string | null | undefined): string {
  if (iso === null || iso === undefined) return '';
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return found === null ? iso : `${found[3] ?? ''}/${found[2] ?? ''}/${found[1] ?? ''}`;
}

/** A birth known to the day, the month or only the year, as the office writes it: 05/09/1987, 09/1987, 1987. */
export function partialDay(year: number, month: number | null, dayOfMonth: number | null): string {
  if (month === null) return String(year);
  return dayOfMonth === null ? `${two(month)}/${year}` : `${two(dayOfMonth)}/${two(month)}/${year}`;
}

/** "Chủ nhật, 22/11/2026" */
export function longDay(iso: string): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const name = weekday.format(date);
  return `${name.charAt(0).toUpperCase()}${name.slice(1).toLowerCase()}, ${day(iso)}`;
}

/** "09:42" of a local time stamp (2026-11-22T09:42:10). */
export function clock(stamp: string): string {
  return /T(\d{2}:\d{2})/.exec(stamp)?.[1] ?? stamp;
}

/** "hôm nay 08:12", "hôm qua 17:30", "02/11/2026 08:12"; `today` is an ISO day. */
export function moment(stamp: string, today: string): string {
  const ago = daysBetween(stamp, today);
  const time = clock(stamp);
  if (ago === 0) return `hôm nay ${time}`;
  return ago === 1 ? `hôm qua ${time}` : `${day(stamp)} ${time}`;
}

/** Whole days from one ISO day or time stamp to another. */
export function daysBetween(from: string, to: string): number {
  const start = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
  const end = Date.parse(`${to.slice(0, 10)}T00:00:00Z`);
  return Math.round((end - start) / 86_400_000);
}

/** "2,4 MB", for file lists. */
export function bytes(size: number): string {
  if (size < 1024) return `${whole.format(size)} B`;
  if (size < 1024 * 1024) return `${whole.format(size / 1024)} KB`;
  return `${atMostTwo.format(Math.round((size * 10) / (1024 * 1024)) / 10)} MB`;
}

/** The initials of the first and the last word of a name, for a round badge: Nguyễn Thị Hường is NH. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => (word ?? '').charAt(0).toUpperCase()).join('');
}
