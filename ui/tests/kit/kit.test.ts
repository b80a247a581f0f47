import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { accessible } from './looks';
import Members from './Members.svelte';
import Form from './Form.svelte';
import { press, settled } from './sheet';

test('a list: views, filters, grid with ticks and faults, foot bar, side card', async () => {
  document.title = 'Sổ Vàng';
  document.documentElement.lang = 'vi';
  localStorage.clear();
  await page.viewport(1366, 768);
  await render(Members);
  await settled();
  const area = document.querySelector<HTMLTextAreaElement>('.grid-pen');
  area?.focus({ preventScroll: true });
  for (const key of [
    'ArrowDown',
    'ArrowDown',
    ' ',
    'ArrowDown',
    ' ',
    'ArrowDown',
    'ArrowDown',
    ' ',
    'ArrowDown',
    'ArrowRight',
  ]) {
    await press(key);
  }
  await settled();
  await expect.element(page.getByText('3 đoàn viên được chọn')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Nguyễn Thị Hường' })).toBeVisible();
  await accessible('list');
});

test('a form: days and money are read on leaving, and what is wrong is said under the field', async () => {
  await page.viewport(1366, 768);
  const kept: Record<string, unknown> = {};
  await render(Form, { onput: (name: string, value: unknown) => (kept[name] = value) });
  const day = page.getByRole('textbox', { name: 'Ngày ký' });
  await userEvent.fill(day, '5/9/26');
  await userEvent.tab();
  await expect.element(day).toHaveValue('05/09/2026');
  expect(kept['day']).toBe('2026-09-05');
  await userEvent.fill(day, '31/2/2026');
  await userEvent.tab();
  await expect.element(page.getByText('Ngày chưa đúng. Ví dụ: 05/09/1987.')).toBeVisible();
  await expect.element(day).toHaveValue('31/2/2026');
  expect(kept['day']).toBe('2026-09-05');

  const money = page.getByRole('textbox', { name: 'Tiền thưởng' });
  await userEvent.fill(money, '1500000');
  await userEvent.tab();
  await expect.element(money).toHaveValue('1.500.000');
  expect(kept['money']).toBe(1_500_000);
  await accessible('form');
});

test('a list of choices is opened, walked and taken by keyboard', async () => {
  const kept: Record<string, unknown> = {};
  await render(Form, { onput: (name: string, value: unknown) => (kept[name] = value) });
  await userEvent.click(page.getByLabelText(/Người ký/));
  await accessible('select');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(kept['signer']).toBe('2');
});

test('a combobox finds without accents, and puts the last choice back when nothing is chosen', async () => {
  const kept: Record<string, unknown> = {};
  await render(Form, { onput: (name: string, value: unknown) => (kept[name] = value) });
  const unit = page.getByRole('combobox', { name: 'Đơn vị' });
  await userEvent.click(unit);
  await userEvent.fill(unit, 'vinh loc');
  await expect.element(page.getByRole('option', { name: /Vĩnh Lộc/ })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(kept['unit']).toBe('3');
  await userEvent.fill(unit, 'không có');
  await userEvent.tab();
  await expect.element(unit).toHaveValue('Trạm Y tế xã Vĩnh Lộc');
});

test('a calendar picks a day, by keyboard too', async () => {
  const kept: Record<string, unknown> = {};
  await render(Form, { onput: (name: string, value: unknown) => (kept[name] = value) });
  await userEvent.click(page.getByRole('button', { name: 'Chọn ngày trên lịch' }));
  await accessible('calendar');
  await userEvent.click(page.getByRole('button', { name: /20 tháng 11/ }));
  expect(kept['day']).toBe('2026-11-20');
});
