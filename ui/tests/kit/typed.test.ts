import { describe, expect, test } from 'vitest';
import { readDay, readHundredths, readMoney } from '../../src/words/typed';

describe('a typed day', () => {
  test.each(['5/9/87', '05/09/1987', '05091987', '050987', '5-9-1987', '5.9.1987', ' 5/9/1987 ', '1987-09-05'])(
    '%s is the fifth of September 1987',
    (text) => {
      expect(readDay(text, 2026)).toEqual({ ok: true, value: '1987-09-05' });
    },
  );

  test.each(['31/2/2020', '29/2/2023', '5/13/1987', '5/9', 'hôm qua', '5/9/1887'])('%s is refused', (text) => {
    expect(readDay(text, 2026)).toMatchObject({ ok: false });
  });

  test('a short year up to ten years ahead belongs to this century', () => {
    expect(readDay('1/1/36', 2026)).toEqual({ ok: true, value: '2036-01-01' });
    expect(readDay('1/1/37', 2026)).toEqual({ ok: true, value: '1937-01-01' });
  });

  test('nothing typed is no day', () => {
    expect(readDay('  ', 2026)).toEqual({ ok: true, value: null });
  });
});

describe('typed money', () => {
  test.each([
    ['500000', 500_000],
    ['500.000', 500_000],
    ['1 234 567 đ', 1_234_567],
    ['1.500.000 đồng', 1_500_000],
    ['', null],
  ])('%s is %s', (text, value) => {
    expect(readMoney(text)).toEqual({ ok: true, value });
  });

  test.each(['1.5', '12,34', '-5', 'một triệu', '1.23.456'])('%s is refused', (text) => {
    expect(readMoney(text)).toMatchObject({ ok: false });
  });
});

test('a coefficient is kept in hundredths, exactly', () => {
  expect(readHundredths('0,3')).toEqual({ ok: true, value: 30 });
  expect(readHundredths('2.340,15')).toEqual({ ok: true, value: 234_015 });
  expect(readHundredths('1,234')).toMatchObject({ ok: false });
});
