import { expect, test } from 'vitest';
import {
  bytes,
  count,
  day,
  daysBetween,
  dong,
  hundredths,
  initials,
  longDay,
  moment,
  partialDay,
} from '../../src/words/format';
import { fold, matches } from '../../src/words/fold';

test('figures, money and scores are written the Vietnamese way', () => {
  expect(count(1_234_567)).toBe('1.234.567');
  expect(dong(33_000_000)).toBe('33.000.000 đ');
  expect(hundredths(9240)).toBe('92,4');
  expect(bytes(2_500_000)).toBe('2,4 MB');
});

test('days are written day first, births as far as they are known', () => {
  expect(day('2026-11-02')).toBe('02/11/2026');
  expect(day(null)).toBe('');
  expect(longDay('2026-11-22')).toBe('Chủ nhật, 22/11/2026');
  expect(partialDay(1987, 9, null)).toBe('09/1987');
  expect(partialDay(1987, null, null)).toBe('1987');
});

test('a time stamp says today, yesterday or the day', () => {
  expect(moment('2026-11-22T08:12:00', '2026-11-22')).toBe('hôm nay 08:12');
  expect(moment('2026-11-21T17:30:00', '2026-11-22')).toBe('hôm qua 17:30');
  expect(moment('2026-11-02T08:12:00', '2026-11-22')).toBe('02/11/2026 08:12');
  expect(daysBetween('2026-11-12T23:00:00', '2026-11-22')).toBe(10);
});

test('names are found without accents, đ as d', () => {
  expect(fold('  Đặng  Thị Hường ')).toBe('dang thi huong');
  expect(matches('Trường THCS Phú Hòa', 'hoa thcs')).toBe(true);
  expect(matches('Trường THCS Phú Hòa', 'phu hai')).toBe(false);
});

test('a round badge shows the initials of both ends of a name', () => {
  expect(initials('Nguyễn Thị Hường')).toBe('NH');
  expect(initials('Đức')).toBe('Đ');
});
