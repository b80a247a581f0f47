import { expect, test } from 'vitest';
import { phraseChoices } from '../../src/rooms/decisions/phrases';

test('phrases are offered for their use, with the year of the decision in them', () => {
  const rest = { id: null, award: null, since: null, until: null };
  const phrases = [
    { ...rest, use: 'reason' as const, text: 'Lao động giỏi năm {năm}' },
    { ...rest, use: 'citation' as const, text: 'Đã có thành tích năm {năm}' },
  ];
  expect(phraseChoices(phrases, 'reason', 2026).map((one) => one.value)).toEqual(['Lao động giỏi năm 2026']);
});
