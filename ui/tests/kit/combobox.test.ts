/** Choosing by typing while the core takes its time. */
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Option } from '../../src/kit/grid/types';
import Finder from './Finder.svelte';

const all: readonly Option[] = [
  { value: '15', label: 'CĐCS xã An Trạch' },
  { value: '16', label: 'CĐCS xã Đông Khê' },
];

/** A core whose answer to "dong" comes when it is told to. */
function slowly(): { find: (text: string) => Promise<readonly Option[]>; answer: () => void } {
  let answer: () => void = () => undefined;
  const late = new Promise<readonly Option[]>((resolve) => (answer = () => resolve(all.slice(1))));
  return { find: (text) => (text.endsWith('dong') ? late : Promise.resolve(all)), answer };
}

/** The box of such a core, with words typed, and the units chosen in it. */
async function finding(words: string) {
  const { find, answer } = slowly();
  const units: (string | null)[] = [];
  await render(Finder, { find, onunit: (unit: string | null) => units.push(unit), onsubmit: () => undefined });
  const box = page.getByRole('combobox', { name: 'Đơn vị' });
  await userEvent.click(box);
  await userEvent.keyboard(words);
  return { box, units, answer };
}

test('Enter takes what answers the words in the box, not the first of the list before', async () => {
  const { box, units, answer } = await finding('xa');
  await expect.element(page.getByRole('option', { name: /An Trạch/ })).toBeVisible();
  await userEvent.keyboard(' dong{Enter}{Tab}');
  expect(units).toEqual([]);
  answer();
  await expect.element(box).toHaveValue('CĐCS xã Đông Khê');
  expect(units).toEqual(['16']);
});

test('the first of a late answer is marked, and Enter takes it', async () => {
  const { box, units, answer } = await finding('xa');
  await expect.element(page.getByRole('option', { name: /An Trạch/ })).toBeVisible();
  await userEvent.keyboard(' dong');
  answer();
  await expect.element(page.getByRole('option', { name: /An Trạch/ })).not.toBeInTheDocument();
  await expect.element(page.getByRole('option', { name: /Đông Khê/ })).toHaveAttribute('data-highlighted');
  await userEvent.keyboard('{Enter}');
  await expect.element(box).toHaveValue('CĐCS xã Đông Khê');
  expect(units).toEqual(['16']);
});

test('Tab takes what was typed for, however late it is found, and goes on', async () => {
  const { box, units, answer } = await finding('xa');
  await expect.element(page.getByRole('option', { name: /An Trạch/ })).toHaveAttribute('data-highlighted');
  await userEvent.keyboard('{ArrowDown}{Tab}');
  await expect.element(box).toHaveValue('CĐCS xã Đông Khê');
  await userEvent.click(box);
  await userEvent.keyboard('{Tab}');
  expect(units).toEqual(['16']);
  await userEvent.fill(box, 'an');
  await userEvent.keyboard('{Tab}');
  await expect.element(box).not.toHaveFocus();
  expect(units).toEqual(['16', '15']);
  await userEvent.click(box);
  await userEvent.keyboard('xa dong{Tab}');
  await expect.element(box).not.toHaveFocus();
  expect(units).toEqual(['16', '15']);
  answer();
  await expect.element(box).toHaveValue('CĐCS xã Đông Khê');
  expect(units).toEqual(['16', '15', '16']);
});

test('choosing again what is chosen already puts its name back', async () => {
  const { find } = slowly();
  await render(Finder, { find, onunit: () => undefined, onsubmit: () => undefined });
  const box = page.getByRole('combobox', { name: 'Đơn vị' });
  for (const words of ['xa', 'an trach']) {
    await userEvent.fill(box, words);
    await expect.element(page.getByRole('option', { name: /An Trạch/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(box).toHaveValue('CĐCS xã An Trạch');
  }
});

test('own words in a box are taken by Enter, which sends the form', async () => {
  const names: string[] = [];
  await render(Finder, { find: slowly().find, onunit: () => undefined, onsubmit: (name: string) => names.push(name) });
  await userEvent.click(page.getByRole('combobox', { name: 'Người làm việc' }));
  await userEvent.keyboard('Trần Thu Hà{Enter}');
  expect(names).toEqual(['Trần Thu Hà']);
});
