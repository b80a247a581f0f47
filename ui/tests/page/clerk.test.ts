/** A clerk's first day, by keyboard alone. */
import { expect, test } from 'vitest';
import { allUnits } from '../../src/kit/units';
import { shot } from './browser';
import { withOffice } from './desk';

const office = withOffice('empty');

/** What Ctrl+P gives on this screen: its file name, without asking a printer. */
async function printed(): Promise<string> {
  const download = office.page.waitForEvent('download');
  await office.page.keyboard.press('Control+p');
  return (await download).suggestedFilename();
}

const typed = async (...words: string[]) => {
  for (const [at, word] of words.entries()) {
    if (at > 0) await office.page.keyboard.press('Tab');
    await office.page.keyboard.type(word);
  }
};

test('a unit, a member and a decision are written, saved and printed without a mouse', async () => {
  const { page } = office;
  const { keyboard } = page;

  await office.go('don-vi');
  await keyboard.press('Control+n');
  await page.getByRole('dialog').getByLabel('Mã đơn vị').waitFor();
  await typed('VT29', 'CĐCS Trường Mầm non Hoa Sen');
  await keyboard.press('Control+s');
  await page.getByRole('heading', { name: 'CĐCS Trường Mầm non Hoa Sen' }).waitFor();

  await office.go('doan-vien');
  await keyboard.press('Control+n');
  await page.getByRole('dialog').getByLabel('Họ và tên').waitFor();
  await typed('Nguyễn Thị Hường', 'hoa sen');
  await page.getByRole('option', { name: /Hoa Sen/ }).waitFor();
  await keyboard.press('Enter');
  await keyboard.press('Control+s');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await office.go('doan-vien');
  expect(await printed()).toBe('Danh sách đoàn viên.pdf');

  await office.go('quyet-dinh');
  await keyboard.press('Control+n');
  const number = page.getByLabel('Số quyết định');
  await number.waitFor();
  await number.focus();
  await typed('05', '18/11/2026');
  await keyboard.press('Control+s');
  await page
    .getByRole('log')
    .getByText(/^Đã lưu mọi thay đổi lúc \d\d:\d\d$/)
    .waitFor();
  await shot(page, 'clerk-saved');
  await keyboard.press('Control+n');
  await keyboard.type('huong');
  await page.getByRole('option', { name: /Nguyễn Thị Hường/ }).waitFor();
  await keyboard.press('Enter');
  await page.getByText('1 cá nhân').waitFor();
  expect(await printed()).toBe('Quyết định 05-QĐ-LĐLĐ.pdf');

  await office.go('quyet-dinh');
  expect(await printed()).toBe('Sổ quyết định khen thưởng.pdf');
  expect(office.faults()).toEqual([]);
});

test('what was refused is gone to, and nothing is said to be saved', async () => {
  const { page } = office;
  await office.again();
  await office.go('quyet-dinh/1');
  const day = page.getByLabel('Ngày ký');
  await day.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('31/02/2026');
  await page.keyboard.press('Control+s');
  await office.quiet();
  expect(
    await page
      .getByRole('log')
      .getByText(/Đã lưu/)
      .count(),
  ).toBe(0);
  expect(await day.evaluate((box) => box === document.activeElement)).toBe(true);
});

test('a unit becomes two by decision; what is wrong stands at its field', async () => {
  const { page } = office;
  await office.again();
  await office.go('don-vi/1');
  await page.getByRole('button', { name: 'Thay đổi theo quyết định' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /Chia tách/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mã đơn vị mới').focus();
  await typed('VT29', 'CĐCS Trường Mầm non Hoa Mai');
  await page.keyboard.press('Control+s');
  await office.quiet();
  await shot(page, 'clerk-split');
  await dialog.getByText(/Mã VT29 đã dùng/).waitFor();
  await dialog.getByLabel('Mã đơn vị mới').fill('VT30');
  await page.keyboard.press('Control+s');
  await dialog.waitFor({ state: 'hidden' });
  const { rows } = await office.call('units.list', allUnits);
  expect(rows.map((row) => row.code)).toEqual(['VT29', 'VT30']);
  expect(office.faults()).toEqual([]);
});
