/** "đường" typed straight into a selected cell, in the three ways in which people type Vietnamese. */
import { cdp } from 'vitest/browser';
import { expect, test } from 'vitest';
import { pause, press, settled, sheet, unikey } from './sheet';

async function correct(gap: number): Promise<void> {
  for (const key of unikey) {
    await press(key === '<' ? 'Backspace' : key);
    if (gap > 0) await pause(gap);
  }
}

test('UniKey, as fast as it goes', async () => {
  const { edits, rows } = await sheet(5);
  await correct(0);
  await press('Enter');
  await settled();
  expect(rows[0]?.name).toBe('đường');
  expect(edits).toHaveLength(1);
});

test('UniKey, with 8 ms between the keys', async () => {
  const { rows } = await sheet(5);
  await correct(8);
  await press('Enter');
  await settled();
  expect(rows[0]?.name).toBe('đường');
});

test('composition, as ibus does it, from the very first letter', async () => {
  const { rows, area } = await sheet(5);
  for (const text of ['d', 'đ', 'đu', 'đư', 'đươ', 'đươn', 'đương', 'đường']) {
    await cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  expect(area.dataset['idle']).toBeUndefined();
  await cdp().send('Input.insertText', { text: 'đường' });
  await press('Enter');
  await settled();
  expect(rows[0]?.name).toBe('đường');
});

test('keys that the input method keeps for itself move nothing', async () => {
  const { grid, area } = await sheet(5);
  await cdp().send('Input.imeSetComposition', { text: 'o', selectionStart: 1, selectionEnd: 1 });
  area.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true }));
  area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', bubbles: true }));
  expect(grid.cursor.at).toEqual({ row: 0, col: 0 });
});

test('a composition on a read-only cell leaves nothing behind', async () => {
  const { grid, area, edits } = await sheet(5);
  grid.goTo(0, 4);
  await settled();
  await cdp().send('Input.imeSetComposition', { text: 'đ', selectionStart: 1, selectionEnd: 1 });
  await cdp().send('Input.insertText', { text: 'đ' });
  await press('Enter');
  expect(area.value).toBe('');
  expect(edits).toHaveLength(0);
});
