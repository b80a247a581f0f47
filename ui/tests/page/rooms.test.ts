/** The screens and the dialogs of an office with its first thousands of members, in light, in dark and at 125 %. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { State } from '../../src/door';
import { withOffice } from './desk';
import { asItIs, button, everywhere, menu, tab, type Screen } from './screens';
import { eachIsSound, sound } from './sound';

const lists = resolve(import.meta.dirname, '../../../tests/data/district-a/members');

const office = withOffice('sample');

const unit = 'don-vi/3';
const member = 'doan-vien/5';
const filled: readonly Screen[] = [
  ...everywhere,
  ['units-tree', 'don-vi', (page) => page.getByText('Cây', { exact: true }).click()],
  ['unit', unit, asItIs],
  ['unit-officers', unit, tab(/Cán bộ/)],
  ['unit-history', unit, tab(/Lịch sử/)],
  ['unit-correct', unit, button(/Sửa ghi sai/)],
  ['unit-rename', unit, menu('Thay đổi theo quyết định', /Đổi tên/)],
  ['unit-change', unit, menu('Thay đổi theo quyết định', /Đổi khối/)],
  ['unit-merge', unit, menu('Thay đổi theo quyết định', /Sáp nhập/)],
  ['unit-split', unit, menu('Thay đổi theo quyết định', /Chia tách/)],
  ['unit-dissolve', unit, menu('Thay đổi theo quyết định', /Giải thể/)],
  ['members-filter', 'doan-vien', button('Thêm bộ lọc')],
  ['members-columns', 'doan-vien', button(/Cột/)],
  ['member', member, asItIs],
  ['member-past', member, tab(/Quá trình/)],
  ['member-history', member, tab(/Lịch sử/)],
  ['member-move', member, menu('Thay đổi', /Chuyển đơn vị/)],
  ['member-leave', member, menu('Thay đổi', /Rời tổ chức/)],
  ['members-lacking', 'doan-vien/thieu/birth', asItIs],
  ['years', 'nam-thi-dua', asItIs],
  ['pledges', 'cam-ket', asItIs],
  ['pledges-missing', 'cam-ket/thieu', asItIs],
  ['pledges-progress', 'cam-ket/tien-do', asItIs],
  ['movements', 'phong-trao', asItIs],
  ['registrations', 'phong-trao/dang-ky', asItIs],
  ['taking-part', 'phong-trao/tham-gia', asItIs],
  ['score-books', 'khoi', asItIs],
  ['score-book', 'khoi/1', asItIs],
  ['score-tables', 'khoi/bang-diem', asItIs],
  ['initiatives', 'sang-kien', asItIs],
  ['initiative-results', 'sang-kien/ket-qua', asItIs],
  ['works', 'sang-kien/cong-trinh', asItIs],
  ['targets', 'chi-tieu', asItIs],
  ['documents', 'van-ban', asItIs],
];

eachIsSound(office, filled);

const decisions: readonly [name: string, state: State, open: Screen[2]][] = [
  ['issued', 'issued', asItIs],
  ['recorded', 'recorded', asItIs],
  ['draft', 'draft', asItIs],
  ['words', 'draft', button(/Căn cứ, điều khoản/)],
  ['print', 'draft', button('In / xuất')],
  ['design', 'draft', menu('In / xuất', /Sửa mẫu/)],
  ['ready', 'draft', button(/Sẵn sàng/)],
];

test.each(decisions)('a decision: %s', async (name, state, open) => {
  const { lines } = await office.call('decisions.register', { year: null, text: '', states: [state] });
  await office.again();
  await office.go(`quyet-dinh/${lines[0]?.id ?? 0}`);
  await open(office.page);
  await office.quiet();
  await sound(office.page, `decision-${name}`);
  expect(office.faults()).toEqual([]);
});

test('the four steps of an import', async () => {
  const { page } = office;
  const files = readdirSync(lists).sort().slice(0, 3);
  await office.again();
  await office.go('nhap');
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Chọn tệp/ }).click();
  await (await picking).setFiles(files.map((file) => join(lists, file)));
  for (const step of ['nhap', 'nhap/ghep-cot', 'nhap/xem-loi', 'nhap/xac-nhan']) {
    if (step !== 'nhap') await office.go(step);
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await office.quiet();
    await sound(page, `intake-${step.split('/').at(-1) ?? ''}-with-files`);
  }
  expect(office.faults()).toEqual([]);
});
