/** The register of documents, with a real office behind it: its screens in every look, and the clerk's steps. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { shot } from './browser';
import { withOffice } from './desk';
import { sound } from './sound';

const office = withOffice('empty');
const dialog = () => office.page.getByRole('dialog');
const field = (name: string | RegExp) => dialog().getByLabel(name);
const today = new Date();
const year = today.getFullYear();

/** A screen as it is when the program was opened a moment ago. */
async function fresh(place: string): Promise<void> {
  await office.again();
  await office.go(place);
}

async function plain(dated: string, summary: string, more: Record<string, unknown> = {}): Promise<void> {
  await office.call('documents.save', {
    id: null,
    direction: 'out',
    kind: 'ke_hoach',
    number: '',
    dated,
    arrived: null,
    party: 'Các công đoàn cơ sở trực thuộc',
    summary,
    deadline: null,
    handled: null,
    decision: null,
    note: '',
    ...more,
  });
}

/** What Ctrl+P gives on this screen: its file name, without asking a printer. */
async function printed(): Promise<string> {
  const download = office.page.waitForEvent('download');
  await office.page.keyboard.press('Control+p');
  return (await download).suggestedFilename();
}

test('a plan is numbered in turn, typed with the keyboard, and gets a file', async () => {
  const { page } = office;
  await fresh('van-ban');
  await page.keyboard.press('Control+n');
  await expect.poll(() => field('Số, ký hiệu').inputValue()).toBe('01/KH-LĐLĐ');
  await field('Nơi nhận').fill('Các CĐCS');
  await field('Trích yếu').fill('Tổ chức phong trào thi đua “Lao động giỏi”');
  await page.getByRole('button', { name: 'Ghi sổ và đính kèm tệp' }).click();
  await dialog().getByRole('heading', { name: 'Tệp đính kèm' }).waitFor();

  const picking = page.waitForEvent('filechooser');
  await dialog().getByRole('button', { name: 'Đính kèm tệp' }).click();
  const [chooser] = [await picking];
  // What is typed and not saved yet must outlive the file.
  await field('Ghi chú').fill('Gửi kèm mẫu đăng ký');
  await chooser.setFiles({
    name: 'Kế hoạch 01.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  });
  await dialog().getByRole('button', { name: 'Kế hoạch 01.pdf', exact: true }).waitFor();
  expect(await field('Ghi chú').inputValue()).toBe('Gửi kèm mẫu đăng ký');
  const download = page.waitForEvent('download');
  await dialog().getByRole('button', { name: 'Kế hoạch 01.pdf', exact: true }).click();
  expect((await download).suggestedFilename()).toBe('Kế hoạch 01.pdf');

  await page.keyboard.press('Control+s');
  await dialog().waitFor({ state: 'hidden' });
  await page.getByText('1 kế hoạch').waitFor();

  await page.keyboard.press('Control+n');
  await expect.poll(() => field('Số, ký hiệu').inputValue()).toBe('02/KH-LĐLĐ');
  await page.keyboard.press('Escape');
});

test('a number that the clerk typed stays, whatever else is chosen', async () => {
  const { page } = office;
  await fresh('van-ban');
  await page.keyboard.press('Control+n');
  await expect.poll(() => field('Số, ký hiệu').inputValue()).toBe('02/KH-LĐLĐ');
  await choose(page, 'Loại văn bản', 'Hướng dẫn');
  await expect.poll(() => field('Số, ký hiệu').inputValue()).toBe('01/HD-LĐLĐ');
  await field('Số, ký hiệu').fill('12a/HD-LĐLĐ');
  await choose(page, 'Loại văn bản', 'Kế hoạch');
  await office.quiet();
  expect(await field('Số, ký hiệu').inputValue()).toBe('12a/HD-LĐLĐ');
  await page.keyboard.press('Escape');
});

test('what came in is answered by a day: it is late until it is ticked as done', async () => {
  const { page } = office;
  await fresh('van-ban');
  await page.keyboard.press('Control+n');
  await dialog().getByText('Văn bản đến').click();
  await choose(page, 'Loại văn bản', 'Công văn');
  await field('Số, ký hiệu').fill('677/LĐLĐ-TCTGNC');
  await page.keyboard.press('Control+s');
  await dialog().getByText('Chưa ghi nơi gửi văn bản.').waitFor();
  await field('Ngày văn bản').fill(`24/02/${String(year)}`);
  await field('Ngày đến').fill(`26/02/${String(year)}`);
  await field('Nơi gửi').fill('LĐLĐ tỉnh Hoài Giang');
  await field('Trích yếu').fill('V/v triển khai kế hoạch thi đua của Ủy ban nhân dân tỉnh');
  await field('Hạn xử lý').fill(`15/03/${String(year)}`);
  await page.keyboard.press('Control+s');
  await dialog().waitFor({ state: 'hidden' });

  await fresh('van-ban/qua-han');
  await page.getByText('Quá hạn', { exact: true }).last().waitFor();
  await sound(page, 'documents-late');
  await page.getByRole('grid').getByText('677/LĐLĐ-TCTGNC').first().click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Đã xử lý xong hôm nay' }).click();
  await page.getByText('Không có văn bản nào khớp.').waitFor();
});

test('one is corrected, and the form is not emptied by what is read meanwhile', async () => {
  const { page } = office;
  await fresh('van-ban');
  // A slow computer: the sheet is there when the document is.
  await page.route('**/door/documents.get', async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
  await page.getByRole('grid').getByText('01/KH-LĐLĐ').first().dblclick();
  await field('Trích yếu').fill('Tổ chức phong trào thi đua, sửa lần hai');
  // Somebody else's window writes into the register.
  await plain(`${String(year)}-01-05`, 'Kiểm tra chấp hành Điều lệ', { kind: 'thong_bao', number: '3/TB-LĐLĐ' });
  await office.quiet();
  expect(await field('Trích yếu').inputValue()).toBe('Tổ chức phong trào thi đua, sửa lần hai');
  await page.keyboard.press('Control+s');
  await dialog().waitFor({ state: 'hidden' });
  await page.getByRole('grid').getByText('Tổ chức phong trào thi đua, sửa lần hai').first().waitFor();
  // Nor does the next one show the one before.
  await page.getByRole('grid').getByText('Kiểm tra chấp hành Điều lệ').first().dblclick();
  await dialog().waitFor();
  expect(await field('Trích yếu').inputValue()).toBe('Kiểm tra chấp hành Điều lệ');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  await page.unroute('**/door/documents.get');
});

test('the list prints as it is seen', async () => {
  await fresh('van-ban');
  expect(await printed()).toBe('Sổ văn bản.pdf');
});

test('a document, a movement and a decision lead to each other', async () => {
  const { page } = office;
  const movement = await office.call('movements.set', {
    ...{ id: null, name: 'Tháng Công nhân', level: 'own', kind: 'drive', audience: '', blocs: [] },
    ...{ since: null, until: null, plan: '', planned_on: null, objectives: '', interim_on: null, final_on: null },
    ...{ register_by: null, note: '', contents: [] },
  });
  const decision = await office.call('decisions.new', { year });
  await plain(`${String(year)}-04-20`, 'Tổ chức Tháng Công nhân', { decision: decision.value });
  await fresh('van-ban');
  await page.getByText('Tổ chức Tháng Công nhân').click();
  await page.keyboard.press('Enter');
  await dialog().getByRole('combobox', { name: 'Về phong trào, cuộc vận động' }).fill('thang cong nhan');
  await page.getByRole('option', { name: /Tháng Công nhân/ }).click();
  await dialog().getByRole('link', { name: 'Tháng Công nhân' }).waitFor();
  await office.quiet();
  await sound(page, 'document-linked');
  await dialog().getByRole('link', { name: 'Tháng Công nhân' }).click();
  await page.getByRole('heading', { name: 'Tháng Công nhân' }).waitFor();
  await office.go(`phong-trao/${String(movement.value)}/van-ban`);
  await page.getByRole('table', { name: 'Văn bản về phong trào' }).getByRole('link').click();
  await dialog().getByLabel('Trích yếu').waitFor();
  await expect.poll(() => field('Trích yếu').inputValue()).toBe('Tổ chức Tháng Công nhân');
  await page.keyboard.press('Escape');
  await office.go(`quyet-dinh/${String(decision.value)}`);
  await page.getByText('Văn bản về quyết định này').waitFor();
  await shot(page, 'decision-documents');
  expect(office.faults()).toEqual([]);
});

const screens: readonly (readonly [name: string, place: string, open: (page: Page) => Promise<unknown>])[] = [
  ['documents', 'van-ban', () => Promise.resolve()],
  ['documents-new', 'van-ban', (page) => page.keyboard.press('Control+n')],
  [
    'documents-new-in',
    'van-ban',
    async (page) => {
      await page.keyboard.press('Control+n');
      await page.getByRole('dialog').getByText('Văn bản đến').click();
    },
  ],
  ['document', 'van-ban', (page) => page.getByRole('grid').getByText('01/KH-LĐLĐ').first().dblclick()],
  ['documents-numbering', 'van-ban', (page) => page.getByRole('button', { name: 'Cách đánh số' }).click()],
  ['documents-in', 'van-ban', (page) => page.getByText('Cả hai', { exact: true }).click()],
  [
    'documents-refused',
    'van-ban',
    async (page) => {
      await page.keyboard.press('Control+n');
      await page.keyboard.press('Control+s');
    },
  ],
];

test.each(screens)('screen: %s', async (name, place, open) => {
  await office.again();
  await office.go(place);
  await open(office.page);
  await office.quiet();
  await sound(office.page, name);
  expect(office.faults()).toEqual([]);
});

async function choose(page: Page, label: string, option: string): Promise<void> {
  await dialog()
    .getByLabel(new RegExp(`^${label}`))
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
