/** Training with the sample district: its screens in light, dark and at 125 %, and the clerk's way through them. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { shot } from './browser';
import { withOffice } from './desk';
import { asItIs, button, menu } from './screens';
import { sound } from './sound';

describe('training', () => {
  const office = withOffice('sample');
  const year = new Date().getFullYear();
  let course = 0;
  let again = 0;

  async function members(offset: number, limit: number): Promise<number[]> {
    const query = {
      text: '',
      units: [],
      with_units_below: true,
      statuses: ['active' as const],
      gender: null,
      born_from: null,
      born_to: null,
      missing: [],
      officers: false,
      as_of: null,
      sort: 'unit' as const,
      descending: false,
    };
    const page = await office.call('members.page', { query, offset, limit, unmasking: null });
    return page.rows.map((line) => line.id);
  }

  async function held(name: string, kind: 'union' | 'law', since: string): Promise<number> {
    const done = await office.call('training.set', {
      id: null,
      year,
      calendar: 'year',
      name,
      kind,
      organiser: 'Trung tâm Chính trị huyện Vân Trạch',
      place: 'Hội trường Liên đoàn Lao động huyện',
      since,
      until: null,
      cost: 12_500_000,
      money_source: 'Kinh phí công đoàn',
      document: '80/KH-LĐLĐ',
      note: '',
    });
    return done.value;
  }

  beforeAll(async () => {
    // the sample has courses of its own; these figures are of the two below
    const { lines } = await office.call('training.page', { year, within: null, text: '', kind: null });
    for (const { id } of lines) await office.call('training.delete', { id });
    course = await held('Tập huấn nghiệp vụ công đoàn cơ sở', 'union', `${String(year)}-01-12`);
    again = await held('Pháp luật lao động và an toàn, vệ sinh lao động', 'law', `${String(year)}-01-15`);
    await office.call('training.take_in', { course, members: await members(0, 160) });
    await office.call('training.take_in', { course: again, members: await members(120, 200) });
    const { rows } = await office.call('units.list', {
      as_of: null,
      text: '',
      units: [],
      bloc: null,
      kind: null,
      sector: null,
      level: null,
      parent: null,
      living: true,
      sort: 'code',
      descending: false,
    });
    await office.call('training.set_count', {
      course,
      unit: rows.at(-1)?.id ?? 0,
      people: 45,
      women: 31,
      direct: 40,
      source: 'Báo cáo 12/BC-CĐCS',
    });
    await office.again();
  }, 300_000);

  const screens: readonly [name: string, place: () => string, open: (page: Page) => Promise<unknown>][] = [
    ['training', () => 'dao-tao', asItIs],
    ['training-course-new', () => 'dao-tao/them', asItIs],
    ['training-course', () => `dao-tao/${String(course)}`, asItIs],
    ['training-course-edit', () => `dao-tao/${String(course)}`, menu('Việc khác', 'Sửa lớp')],
    ['training-course-paste', () => `dao-tao/${String(course)}`, (page) => page.keyboard.press('Control+n')],
    ['training-course-count', () => `dao-tao/${String(course)}`, button('Ghi số báo cáo')],
    ['training-results', () => 'dao-tao/ket-qua', asItIs],
    ['training-results-units', () => 'dao-tao/ket-qua', (page) => page.getByText(/Theo đơn vị/).click()],
    ['training-results-none', () => 'dao-tao/ket-qua', (page) => page.getByText(/Chưa có người học/).click()],
    ['training-basis', () => 'dao-tao/ket-qua', button('Cơ sở tính tỷ lệ')],
    ['training-people', () => 'dao-tao/nguoi-hoc', asItIs],
    ['training-reported', () => 'dao-tao/nguoi-hoc', button('Xem số báo cáo')],
  ];

  test.each(screens)('%s', async (name, place, open) => {
    const { page } = office;
    await office.again();
    await office.go(place());
    await open(page);
    await office.quiet();
    await sound(page, name);
    expect(office.faults()).toEqual([]);
  });

  test('a figure of the result opens a list of that length', async () => {
    const { page } = office;
    const { whole, again: twice } = await office.call('training.figures', { year, within: null });
    expect([whole.named, whole.reported, twice]).toEqual([320, 45, 40]);
    await office.again();
    await office.go('dao-tao/ket-qua');
    await page.getByRole('button', { name: /^Nữ/ }).click();
    await page.getByRole('grid', { name: 'Người đã học' }).waitFor();
    const women = new Intl.NumberFormat('vi-VN').format(whole.women);
    await page.getByText(new RegExp(`^${women} người năm`)).waitFor();
    await office.go('dao-tao/ket-qua');
    await page.getByRole('button', { name: /^Học từ hai lớp/ }).click();
    await page.getByText(/^40 người năm/).waitFor();
    expect(office.faults()).toEqual([]);
  });

  test('rows pasted from a spreadsheet are looked up one by one, and all go in with one undo', async () => {
    const { page } = office;
    const before = await office.call('training.get', { id: again });
    const known = before.participants[0];
    await office.again();
    await office.go(`dao-tao/${String(again)}`);
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog', { name: 'Dán danh sách người học' });
    const box = dialog.getByLabel('Các dòng dán vào');
    const row = (name: string) => [name, '1990', 'Nữ', known?.unit_code ?? '', 'Giỏi', '7/CN'].join('\t');
    await box.fill(['Họ và tên\tNăm sinh', row('Đỗ Thị Không Có'), row('Hồ Thị Ngoài Sổ')].join('\n'));
    await dialog.getByText('2 dòng chưa ghi được.').waitFor();
    await dialog.getByText(/Không thấy Đỗ Thị Không Có/).waitFor();
    await dialog.getByText('Ghi cả người ngoài sổ đoàn viên').click();
    await dialog.getByText('Được, ngoài sổ đoàn viên').first().waitFor();
    await shot(page, 'training-pasted');
    await dialog.getByRole('button', { name: 'Ghi 2 người' }).click();
    await page.getByText('Đã ghi 2 người học.').waitFor();
    expect((await office.call('training.get', { id: again })).line.people).toBe(before.line.people + 2);
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await expect
      .poll(async () => (await office.call('training.get', { id: again })).line.people)
      .toBe(before.line.people);
    expect(office.faults()).toEqual([]);
  });
});
