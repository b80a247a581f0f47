/** What is typed is kept, or its loss is asked about: over a real office, on a slow computer. */
import { expect, test } from 'vitest';
import { allUnits } from '../../src/kit/units';
import { wholeRegister } from '../../src/rooms/members/look.svelte';
import { blankUnit } from '../../src/rooms/units/words';
import { shot } from './browser';
import { withOffice } from './desk';

const office = withOffice('empty');

/** From now on the core takes its time for this command. */
const slow = (name: string) =>
  office.page.route(`**/door/${name}`, async (route) => {
    await new Promise((later) => setTimeout(later, 700));
    await route.continue();
  });

test('a day that cannot be read keeps the form from being sent, and is gone to', async () => {
  const { page } = office;
  await office.call('units.establish', {
    draft: { ...blankUnit(), code: 'VT29', name: 'CĐCS Hoa Sen' },
    received: false,
  });
  await office.go('doan-vien/them');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill('Trần Văn Sửu');
  await dialog.getByLabel('Đơn vị').fill('hoa sen');
  await page.getByRole('option', { name: /Hoa Sen/ }).click();
  const born = dialog.getByLabel('Ngày sinh');
  await born.fill('31/2/1990');
  await dialog.getByLabel('Quê quán').focus();
  await page.keyboard.press('Control+s');
  await office.quiet();
  expect(await born.evaluate((box) => box === document.activeElement)).toBe(true);
  await shot(page, 'typed-unread');
  await born.fill('28/2/1990');
  await page.keyboard.press('Control+s');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('28/02/1990').first().waitFor();
});

test('a filled form asks once before what is typed is dropped', async () => {
  const { page } = office;
  await office.go('doan-vien/them');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill('Trần Văn Dần');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Gõ tiếp' }).waitFor();
  await shot(page, 'typed-leaving');
  await page.keyboard.press('Enter');
  expect(await dialog.getByLabel('Họ và tên').inputValue()).toBe('Trần Văn Dần');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('a form that the browser closes by itself is closed for the page, and nobody is held there', async () => {
  const { page } = office;
  await office.go('doan-vien/them');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill('Trần Văn Mão');
  // Chromium does so at an Esc that follows another one, without asking
  await dialog.evaluate((box) => box instanceof HTMLDialogElement && box.close());
  await page.waitForURL(/#\/doan-vien$/);
  await office.go('don-vi');
  await page.getByRole('heading', { name: 'Đơn vị', exact: true }).waitFor();
});

test('a box keeps its letters while the one before it is being saved, and both are saved', async () => {
  const { page } = office;
  const id = (await office.call('decisions.new', { year: 2026 })).value;
  await slow('decisions.edit');
  await office.go(`quyet-dinh/${id}`);
  await page.getByLabel('Số quyết định').fill('81');
  await page.getByLabel('Ngày ký').fill('22/11/2026');
  const summary = page.getByLabel('Trích yếu');
  await summary.focus();
  await page.keyboard.type('Về việc khen thưởng người tốt việc tốt', { delay: 50 });
  await page.keyboard.press('Control+s');
  await page
    .getByRole('log')
    .getByText(/Đã lưu mọi thay đổi/)
    .waitFor();
  await office.quiet();
  const { decision } = await office.call('decisions.page', { id });
  expect([decision.number, decision.signed_on, decision.summary]).toEqual([
    '81',
    '2026-11-22',
    'Về việc khen thưởng người tốt việc tốt',
  ]);
  expect(await summary.inputValue()).toBe(decision.summary);
  await page.unroute('**/door/decisions.edit');
});

test("the office's own name is not changed by a day that is none; a signer who is typed stays", async () => {
  const { page } = office;
  await office.go('cai-dat/co-quan');
  await page.getByRole('button', { name: 'Thêm người ký' }).click();
  const signer = page.getByLabel('Họ và tên').last();
  await signer.fill('Lê Thị Ký');
  const name = page.getByLabel('Tên đầy đủ');
  await name.fill('Công đoàn xã Minh Châu');
  await page.getByLabel('Thay đổi có hiệu lực từ ngày').fill('31/2/2026');
  await page.getByRole('button', { name: 'Lưu thông tin cơ quan' }).press('Enter');
  await office.quiet();
  expect((await office.call('host.page')).spans.map((span) => span.name)).toEqual([
    'Liên đoàn Lao động huyện Minh Châu',
  ]);
  await page.getByLabel('Thay đổi có hiệu lực từ ngày').fill('1/7/2026');
  await page.getByRole('button', { name: 'Lưu thông tin cơ quan' }).click();
  await page.getByText('Đã ghi thông tin cơ quan.').waitFor();
  await office.quiet();
  expect((await office.call('host.page')).spans).toHaveLength(2);
  expect(await signer.inputValue()).toBe('Lê Thị Ký');
});

test.each([
  ['Trần Văn Thìn', 'the key'],
  ['Trần Văn Tỵ', 'the button'],
])('what Enter chooses before its list has come is in what is saved: %s, by %s', async (name, how) => {
  const { page } = office;
  await slow('units.list');
  await office.go('doan-vien/them');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill(name);
  await dialog.getByLabel('Đơn vị').focus();
  await page.keyboard.type('hoa sen');
  await page.keyboard.press('Enter');
  if (how === 'the key') await page.keyboard.press('Control+s');
  else await dialog.getByRole('button', { name: /^Thêm đoàn viên/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name }).waitFor();
  expect(office.faults()).toEqual([]);
});

test('two clicks on a save button save once', async () => {
  const { page } = office;
  await slow('units.establish');
  await office.go('don-vi/them');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mã đơn vị').fill('VT30');
  await dialog.getByLabel('Tên đơn vị').fill('CĐCS Hoa Mai');
  await dialog.getByRole('button', { name: /Thêm đơn vị/ }).dblclick();
  await dialog.waitFor({ state: 'hidden' });
  await office.quiet();
  const { rows } = await office.call('units.list', allUnits);
  expect(rows.map((row) => row.code)).toEqual(['VT29', 'VT30']);
  expect(office.faults()).toEqual([]);
});

test('a cell that cannot be saved is counted below, and told when its list is left', async () => {
  const { page } = office;
  await office.go('doan-vien');
  const grid = page.getByRole('grid');
  const cell = grid.getByRole('gridcell', { name: '28/02/1990' });
  await cell.click();
  await page.keyboard.type('31/2/1991');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('1 ô chưa lưu được').waitFor();
  await shot(page, 'typed-refused-cell');
  await office.go('don-vi');
  await page
    .getByRole('log')
    .getByText(/Chưa lưu 1 ô: “31\/2\/1991”/)
    .waitFor();
  expect(await page.getByText('ô chưa lưu được').count()).toBe(0);
});

test('names typed one after the other are lines of their own, however slow the list', async () => {
  const { page } = office;
  await slow('decisions.page');
  const id = (await office.call('decisions.new', { year: 2026 })).value;
  await office.go(`quyet-dinh/${String(id)}`);
  const grid = page.getByRole('grid', { name: 'Danh sách khen thưởng' });
  await grid.getByRole('gridcell').nth(2).click();
  for (const name of ['Nguyễn Văn Tý', 'Trần Thị Sửu', 'Lê Văn Dần']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await office.quiet();
  const { recipients } = await office.call('decisions.page', { id });
  expect(recipients.map((one) => one.name)).toEqual(['Nguyễn Văn Tý', 'Trần Thị Sửu', 'Lê Văn Dần']);
  expect(office.faults()).toEqual([]);
});

test('officers typed one after the other are all there, with what was typed in the next cell', async () => {
  const { page } = office;
  await slow('units.officers');
  await slow('units.get');
  await office.go('don-vi/1');
  await page.getByRole('tab', { name: /Cán bộ/ }).click();
  const grid = page.getByRole('grid', { name: 'Cán bộ công đoàn của đơn vị' });
  await grid.getByRole('gridcell').first().click();
  for (const [name, post] of [
    ['Đỗ Văn Giáp', 'Chủ tịch'],
    ['Đỗ Văn Ất', 'Thủ quỹ'],
  ] as const) {
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(post);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('grid').getByText('Thủ quỹ').waitFor();
  await office.quiet();
  const { officers } = await office.call('units.get', { id: 1, as_of: null });
  expect(officers.map((one) => [one.name, one.post])).toEqual([
    ['Đỗ Văn Giáp', 'Chủ tịch'],
    ['Đỗ Văn Ất', 'Thủ quỹ'],
  ]);
  await page.unroute('**/door/units.get');
  expect(office.faults()).toEqual([]);
});

test('two cells of a row that is sent whole are both kept, however fast they are typed', async () => {
  const { page } = office;
  await slow('catalogue.set_regulation');
  await office.go('danh-muc/quy-dinh');
  const first = page.getByRole('grid').getByRole('gridcell').first();
  const before = (await office.call('catalogue.page', null)).regulations.length;
  await first.click();
  await page.keyboard.type('1/QĐ-TLĐ');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Quy định thử');
  await page.keyboard.press('Enter');
  await page.getByRole('grid').getByText('Quy định thử').waitFor();
  await office.quiet();
  const { regulations } = await office.call('catalogue.page', null);
  expect(regulations.filter((one) => one.symbol === '1/QĐ-TLĐ').map((one) => one.name)).toEqual(['Quy định thử']);
  expect(regulations).toHaveLength(before);
  expect(office.faults()).toEqual([]);
});

test('a cell of the own page of a member keeps what was saved while the page is read again', async () => {
  const { page } = office;
  const query = { ...wholeRegister(), text: 'Trần Văn Sửu' };
  const { rows } = await office.call('members.page', { query, offset: 0, limit: 1, unmasking: null });
  await slow('members.get');
  await office.go(`doan-vien/${String(rows[0]?.id)}`);
  const sheet = page.getByRole('grid', { name: 'Thông tin của đoàn viên' });
  await sheet.getByRole('row').filter({ hasText: 'Nơi cấp' }).getByRole('gridcell').nth(1).click();
  await page.keyboard.type('Bộ Công an');
  await page.keyboard.press('Enter');
  await sheet.getByText('Bộ Công an').waitFor();
  const shown: number[] = [];
  for (let look = 0; look < 12; look += 1) {
    shown.push(await sheet.getByText('Bộ Công an').count());
    await page.waitForTimeout(100);
  }
  await office.quiet();
  expect(shown).toEqual(shown.map(() => 1));
  await page.unroute('**/door/members.get');
});

test('days typed down the list of those who lack one are theirs, however slow the list', async () => {
  const { page } = office;
  const { rows: units } = await office.call('units.list', allUnits);
  for (const full_name of ['Đỗ Thị An', 'Đỗ Thị Bình', 'Đỗ Thị Chi', 'Đỗ Thị Dung']) {
    const given = { unit: units[0]?.id, began: 'admitted', since: '2026-02-01', draft: { full_name } };
    await office.call('members.add', given as never);
  }
  await slow('members.page');
  await office.go('doan-vien/thieu/birth');
  const grid = page.getByRole('grid');
  await grid.getByRole('gridcell', { name: 'Đỗ Thị An' }).click();
  const birth = await grid.getByRole('columnheader', { name: 'Ngày sinh' }).getAttribute('aria-colindex');
  const name = await grid.getByRole('columnheader', { name: 'Họ và tên' }).getAttribute('aria-colindex');
  for (let col = Number(name); col < Number(birth); col += 1) await page.keyboard.press('ArrowRight');
  for (const day of ['1/1/1991', '2/2/1992']) {
    await page.keyboard.type(day);
    await page.keyboard.press('ArrowDown');
  }
  await office.quiet();
  await page.keyboard.type('3/3/1993');
  await page.keyboard.press('ArrowDown');
  await office.quiet();
  const found = await office.call('members.page', { query: wholeRegister(), offset: 0, limit: 50, unmasking: null });
  const born = found.rows.filter((row) => row.full_name.startsWith('Đỗ')).map((row) => [row.full_name, row.birth?.y]);
  expect(born).toEqual([
    ['Đỗ Thị An', 1991],
    ['Đỗ Thị Bình', 1992],
    ['Đỗ Thị Chi', 1993],
    ['Đỗ Thị Dung', undefined],
  ]);
  expect(office.faults()).toEqual([]);
});

test('Enter in the palette goes to what answers the last letter, not the one before', async () => {
  const { page } = office;
  await slow('overview.find');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hoa sen');
  await page.getByRole('option', { name: /Hoa Sen/ }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('hoa mai');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'CĐCS Hoa Mai' }).waitFor();
  expect(office.faults()).toEqual([]);
});
