/** Targets, with a real office behind them: their screens in every look, and the clerk's steps. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { withOffice } from './desk';
import { sound } from './sound';

const office = withOffice('empty');
const dialog = () => office.page.getByRole('dialog');
const field = (name: string | RegExp) => dialog().getByLabel(name);
const grid = () => office.page.getByRole('grid', { name: 'Chỉ tiêu' });
const year = String(new Date().getFullYear());

/** The screen as it is when the program was opened a moment ago. */
async function fresh(): Promise<void> {
  await office.again();
  await office.go('chi-tieu');
}

/** Two members of one unit, admitted this year. */
beforeAll(async () => {
  const unit = await office.call('units.establish', {
    draft: {
      code: 'VT29',
      name: 'CĐCS Công ty May Minh Châu',
      level: 'grassroots_union',
      kind: 'dn_fdi',
      sector: 'foreign',
      calendar: 'year',
    },
  } as never);
  for (const full_name of ['Đặng Thị Hoa', 'Bùi Thị Lan']) {
    await office.call('members.add', {
      unit: unit.value,
      began: 'admitted',
      since: `${year}-02-01`,
      draft: { full_name },
    } as never);
  }
});

test('something new is given in one step, and what is wrong stands at its field', async () => {
  const { page } = office;
  await fresh();
  await page.keyboard.press('Control+n');
  await field('Chỉ tiêu').first().fill('Mô hình “Bữa cơm công đoàn”');
  await page.keyboard.press('Tab');
  await field(/^Chỉ tiêu giao/).fill('nhiều');
  await page.keyboard.press('Control+s');
  await dialog().getByText('Chưa ghi đơn vị tính', { exact: false }).waitFor();
  await dialog().getByText('“nhiều” chưa đúng cách ghi số', { exact: false }).waitFor();
  expect(await field('Chỉ tiêu').first().inputValue()).toBe('Mô hình “Bữa cơm công đoàn”');
  await sound(page, 'target-refused');
  await field(/^Đơn vị tính/).fill('mô hình');
  await field(/^Chỉ tiêu giao/).fill('12');
  await field('Văn bản giao chỉ tiêu').fill('80/KH-LĐLĐ');
  await page.keyboard.press('Control+s');
  await dialog().waitFor({ state: 'hidden' });
  await grid().getByText('Mô hình “Bữa cơm công đoàn”').first().waitFor();
});

test('a target for one bloc that names no bloc is not given to the whole office', async () => {
  const { page } = office;
  await fresh();
  await page.keyboard.press('Control+n');
  await field('Chỉ tiêu').first().fill('Sáng kiến');
  await page.keyboard.press('Tab');
  await dialog().getByText('Một khối', { exact: true }).click();
  await page.keyboard.press('Control+s');
  await dialog().getByText('Chưa chọn khối được giao.').waitFor();
  await sound(page, 'target-bloc');
  await page.keyboard.press('Escape');
});

test('a result is typed into the list, and 209 of 108 is 194 per cent', async () => {
  const { page } = office;
  await fresh();
  await page.keyboard.press('Control+n');
  await field('Chỉ tiêu').first().fill('Tuyên truyền pháp luật cho người lao động');
  await page.keyboard.press('Tab');
  await field(/^Đơn vị tính/).fill('lượt');
  await field(/^Chỉ tiêu giao/).fill('108');
  await page.keyboard.press('Control+s');
  await dialog().waitFor({ state: 'hidden' });
  const row = grid().getByRole('row', { name: /Tuyên truyền pháp luật/ });
  await row.getByText('Tuyên truyền pháp luật').first().click();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('trăm');
  await page.keyboard.press('Enter');
  await page
    .getByTitle(/^Số chưa đúng/)
    .first()
    .waitFor();
  // The last row: the cursor has stayed in the cell.
  await page.keyboard.type('209');
  await page.keyboard.press('Enter');
  await row.getByText('194 %').waitFor();
  await row.getByText('Hoàn thành').waitFor();
});

test('a counted result opens the names that it counts, by the keyboard', async () => {
  const { page } = office;
  await fresh();
  await page.keyboard.press('Control+n');
  await field('Chỉ tiêu').first().fill('ket nap');
  await page.getByRole('option', { name: /Kết nạp đoàn viên mới/ }).waitFor();
  await page.keyboard.press('Enter');
  await field(/^Chỉ tiêu giao/).fill('4');
  await page.keyboard.press('Control+s');
  await dialog().waitFor({ state: 'hidden' });
  const row = grid().getByRole('row', { name: /Kết nạp đoàn viên mới/ });
  await row.getByText('50 %').waitFor();
  await row.getByText('Kết nạp đoàn viên mới').click();
  await page.keyboard.press('Space');
  await dialog().getByRole('heading', { name: 'Kết nạp đoàn viên mới: 2' }).waitFor();
  await dialog().getByText('Đặng Thị Hoa').waitFor();
  await dialog().getByText('Bùi Thị Lan').waitFor();
  await office.quiet();
  await sound(page, 'targets-names');
  await page.keyboard.press('Escape');
});

test('the list prints as it is seen, and ticked targets are taken off and brought back', async () => {
  const { page } = office;
  await fresh();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+p');
  expect((await download).suggestedFilename()).toBe('Kết quả thực hiện chỉ tiêu.pdf');
  await page.getByLabel(/^Tìm chỉ tiêu/).fill('bua com');
  await office.quiet();
  await grid().getByText('Mô hình “Bữa cơm công đoàn”').filter({ visible: true }).click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Bỏ chỉ tiêu' }).click();
  await page.getByText('Đã bỏ 1 chỉ tiêu.').waitFor();
  await page.keyboard.press('Control+z');
  await grid().getByText('Mô hình “Bữa cơm công đoàn”').filter({ visible: true }).waitFor();
});

const screens: readonly (readonly [name: string, place: string, open: (page: Page) => Promise<unknown>])[] = [
  ['targets', 'chi-tieu', () => Promise.resolve()],
  ['targets-late', 'chi-tieu/cham-tien-do', () => Promise.resolve()],
  ['targets-dictionary', 'chi-tieu', (page) => page.getByRole('button', { name: 'Danh mục' }).click()],
  [
    'target-indicator',
    'chi-tieu',
    async (page) => {
      await page.getByRole('button', { name: 'Danh mục' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sửa' }).first().click();
    },
  ],
  ['target-new', 'chi-tieu', (page) => page.keyboard.press('Control+n')],
];

test.each(screens)('screen: %s', async (name, place, open) => {
  await office.again();
  await office.go(place);
  await open(office.page);
  await office.quiet();
  await sound(office.page, name);
  expect(office.faults()).toEqual([]);
});
