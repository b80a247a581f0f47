import { describe, expect, test } from 'vitest';
import { accessible, refused, shot, visit, withBrowser, type Answers } from './browser';
import { office } from './office';

withBrowser();

const line = (id: number, title: string, more: Record<string, unknown> = {}) => ({
  id,
  year: 2026,
  code: `SK-000${String(id)}`,
  title,
  author: 'Nguyễn Thị Hường',
  gender: 'nu',
  authors: 'Nguyễn Thị Hường (80 %), Trần Văn Ân (20 %)',
  unit: 4,
  unit_code: 'VT29',
  unit_name: 'CĐCS Trường Mầm non Hoa Sen',
  bloc: 2,
  bloc_name: 'Khối Mầm non',
  field: 'Giáo dục',
  kind: null,
  scope: null,
  first_applied: { y: 2026, m: 4, d: 27, precision: 'day' },
  place: '',
  recognition: 'base',
  recognition_label: 'Cấp cơ sở',
  recognition_number: '52/QĐ-HĐSK',
  recognised_on: '2026-05-14',
  recognised_by: '',
  benefit: 18_000_000,
  effect: '',
  programme: 1,
  programme_name: '75 nghìn sáng kiến',
  portal_on: null,
  portal_code: '',
  secret: false,
  note: '',
  counted: true,
  problems: [],
  ...more,
});

const sentence = 'Tên giống 91 % với SK-0001 “Cải tiến trạm bơm”. Hãy xem có phải một sáng kiến ghi hai lần.';
const hindered = line(2, 'Cải tiến trạm bơm số 2', {
  counted: false,
  problems: [{ kind: 'near_duplicate', label: 'Gần trùng tên', sentence, like: 1, thousandths: 908 }],
});

const figure = (name: string, more: Record<string, unknown> = {}) => ({
  bloc: null,
  unit: null,
  units: [],
  name,
  registered: 3,
  women: 2,
  taking_part: 2,
  counted: 1,
  target: null,
  percent: '',
  ...more,
});

const programme = {
  id: 1,
  window: '01/12/2025 – 30/11/2026',
  initiatives: 2,
  draft: {
    id: 1,
    name: '75 nghìn sáng kiến',
    since: '2025-12-01',
    until: '2026-11-30',
    target: 1,
    source: '',
    note: '',
    targets: [],
  },
};

const register: Answers = {
  'initiatives.words': {
    kinds: [{ code: 'technical', label: 'Kỹ thuật' }],
    levels: [{ code: 'base', label: 'Cấp cơ sở' }],
    obstacles: [{ code: 'near_duplicate', label: 'Gần trùng tên' }],
    rules: [{ code: 'similarity', label: 'Tên giống nhau từ (%)' }],
    fields: ['Giáo dục'],
  },
  'initiatives.programmes': {
    programmes: [programme],
    rules: [
      {
        id: 1,
        draft: {
          id: 1,
          programme: null,
          kind: 'similarity',
          figure: 75,
          since: null,
          until: null,
          source: 'Mức dùng khi soát trùng tên',
          certainty: 'uncertain',
        },
      },
    ],
  },
  'initiatives.page': { total: 2, rows: [line(1, 'Cải tiến trạm bơm'), hindered] },
  'initiatives.figures': {
    programme_name: '75 nghìn sáng kiến',
    whole: figure('', { target: 1, percent: '100 %' }),
    benefit: 36_000_000,
    hindered: 1,
    entered: 0,
    to_enter: 1,
    obstacles: [{ kind: 'near_duplicate', label: 'Gần trùng tên', count: 1 }],
    blocs: [figure('Khối Mầm non', { bloc: 2, target: 1, percent: '100 %' })],
    units: [
      figure('CĐCS Trường Mầm non Hoa Sen', { unit: 4, units: [4] }),
      figure('CĐCS xã Đông Khê', { unit: 5, units: [5], registered: 0 }),
    ],
  },
  'units.blocs': [],
};

describe('initiatives', () => {
  test('the register shows what stands in the way, F8 goes to it, and the card says why', async () => {
    const { page } = await visit(office(register), '#/sang-kien');
    await page.getByText('Cải tiến trạm bơm số 2').waitFor();
    await page.keyboard.press('F8');
    await page.getByRole('complementary').getByText(sentence).waitFor();
    expect(await page.getByRole('link', { name: 'Mở sáng kiến kia' }).getAttribute('href')).toBe('#/sang-kien/1');
    await shot(page, 'initiatives');
    await accessible(page);
  });

  test('the tab of what must be looked at asks for what is not counted', async () => {
    const { page, asked } = await visit(office(register), '#/sang-kien');
    await page.getByRole('tab', { name: /Cần xem lại/ }).click();
    await expect
      .poll(() => asked.findLast((one) => one.name === 'initiatives.page')?.args)
      .toMatchObject({ query: { counted: false, entered: null } });
  });

  test('an initiative is typed with the keyboard, and what is refused stands at its field', async () => {
    const { page, asked } = await visit(
      office({ ...register, 'initiatives.register': refused('title', 'Chưa ghi tên sáng kiến.') }),
      '#/sang-kien',
    );
    await page.getByText('Cải tiến trạm bơm số 2').waitFor();
    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: 'Thêm sáng kiến' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('Chưa ghi tên sáng kiến.').waitFor();
    expect(asked.findLast((one) => one.name === 'initiatives.register')?.args).toMatchObject({
      year: 2026,
      programme: 1,
    });
    await shot(page, 'initiative-form');
    await accessible(page);
  });

  test('a figure of the result opens the list behind it', async () => {
    const { page, asked } = await visit(office(register), '#/sang-kien/ket-qua');
    await page.getByRole('button', { name: /Được tính/ }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: '1 sáng kiến được tính của Khối Mầm non' }).click();
    await page.getByRole('grid', { name: 'Sổ sáng kiến' }).waitFor();
    await expect
      .poll(() => asked.findLast((one) => one.name === 'initiatives.page')?.args)
      .toMatchObject({ query: { year: 2026, programme: 1, bloc: 2, counted: true } });
  });

  test('by the units of today a figure opens the units of then behind it, and no bloc is measured', async () => {
    const { page, asked } = await visit(
      office({
        ...register,
        'initiatives.figures': {
          ...(register['initiatives.figures'] as object),
          blocs: [figure('Khối Mầm non', { bloc: 2, units: [4, 9] })],
        },
      }),
      '#/sang-kien/ket-qua',
    );
    await page.getByText('Theo đơn vị hiện nay').click();
    await page.getByText(/Chỉ tiêu đã giao theo đơn vị và khối khi ấy/).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Chỉ tiêu' }).count()).toBe(0);
    expect(asked.findLast((one) => one.name === 'initiatives.figures')?.args).toMatchObject({ map: 'now' });
    await shot(page, 'initiative-results-now');
    await accessible(page);
    await page.getByRole('button', { name: '3 sáng kiến đăng ký của Khối Mầm non' }).click();
    await page.getByRole('grid', { name: 'Sổ sáng kiến' }).waitFor();
    await expect
      .poll(() => asked.findLast((one) => one.name === 'initiatives.page')?.args)
      .toMatchObject({ query: { units: [4, 9], bloc: null } });
  });

  test('who has none yet is told in words to copy', async () => {
    const { page } = await visit(office(register), '#/sang-kien/ket-qua', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByText(/Chưa có sáng kiến/).click();
    await page.getByRole('button', { name: 'Chép tin nhắc' }).click();
    await page.getByText('Đã chép tin nhắn').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('1. CĐCS xã Đông Khê');
  });

  test('programmes and their rules open and close without a fault', async () => {
    const { page } = await visit(office(register), '#/sang-kien/chuong-trinh');
    await page.getByRole('button', { name: 'Thêm quy định' }).click();
    await page.getByRole('heading', { name: 'Thêm quy định' }).waitFor();
    await accessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: 'Thêm chương trình' }).waitFor();
    await shot(page, 'programme-form');
    await accessible(page);
  });
});
