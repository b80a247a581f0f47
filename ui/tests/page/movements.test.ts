import { describe, expect, test } from 'vitest';
import { accessible, refused, shot, visit, withBrowser, type Answers } from './browser';
import { office } from './office';
import { asItIs, button, type Screen } from './screens';

withBrowser();

const line = (id: number, name: string, more: Record<string, unknown> = {}) => ({
  id,
  name,
  level: 'central',
  level_label: 'Tổng Liên đoàn',
  kind: 'permanent',
  kind_label: 'Thường xuyên',
  audience: 'Mọi đoàn viên',
  span: 'Thường xuyên',
  theme: '',
  plan: '80/KH-LĐLĐ ngày 20/01/2026',
  contents: 0,
  launched: 75,
  units: 76,
  percent: '99 %',
  registered: 3,
  reviews: 0,
  due: null,
  ...more,
});

const drive = line(2, 'Đợt thi đua đặc biệt chào mừng Đại hội Công đoàn', {
  kind: 'special',
  kind_label: 'Đặc biệt',
  level: 'own',
  level_label: 'Cơ quan ta',
  span: '28/04 – 31/12/2026',
  contents: 2,
  due: { label: 'Sơ kết', on: '2026-07-28', late: true },
});

const draft = {
  id: 2,
  name: drive.name,
  level: 'own',
  kind: 'special',
  audience: 'Mọi đoàn viên',
  blocs: [],
  since: '2026-04-28',
  until: '2026-12-31',
  plan: '82/KH-LĐLĐ',
  planned_on: '2026-04-20',
  objectives: 'Chào mừng đại hội, hoàn thành chỉ tiêu năm.',
  interim_on: '2026-07-28',
  final_on: '2026-12-20',
  register_by: null,
  note: '',
  contents: [
    { content: 'Kết nạp đoàn viên mới', target: 100_000, measure: 'đoàn viên', result: 97_000 },
    { content: 'Tuyên truyền đại hội', target: null, measure: '', result: null },
  ],
};

const record = {
  draft,
  line: drive,
  bloc_names: [],
  percents: ['97 %', ''],
  year: { movement: 2, year: 2026, theme: 'Đoàn kết, vượt khó', plan: '', planned_on: null },
  reviews: [
    {
      id: 1,
      label: 'Sơ kết',
      draft: {
        id: 1,
        movement: 2,
        kind: 'interim',
        held_on: '2026-07-28',
        document: '45/BC-LĐLĐ',
        result: 'Kết nạp 970 đoàn viên',
        awarded: '6 tập thể',
      },
    },
  ],
  documents: [{ id: 5, number: '677/LĐLĐ-TCTGNC', dated: '2026-04-24', summary: 'Phát động đợt thi đua' }],
};

const launch = (unit: number, name: string, launched: boolean) => ({
  unit,
  code: `VT0${String(unit)}`,
  name,
  bloc_name: 'Khối Mầm non',
  calendar: 'school',
  chair: 'Nguyễn Thị Hường',
  phone: '0912345678',
  launch: launched ? { launched_on: '2026-02-15', document: '05/KH-CĐCS' } : null,
});

const registration = (id: number, name: string, more: Record<string, unknown> = {}) => ({
  id,
  year: 2026,
  period_name: 'Năm 2026',
  unit: 4,
  unit_code: 'VT29',
  unit_name: 'CĐCS Trường Mầm non Hoa Sen',
  bloc: 2,
  bloc_name: 'Khối Mầm non',
  kind: 'individual',
  kind_label: 'Cá nhân',
  member: 7,
  honorific: 'Bà',
  name,
  birth: { y: 1988 },
  title: 'Đoàn viên công đoàn xuất sắc',
  form: 'Giấy khen của Ban Thường vụ LĐLĐ huyện',
  movement: null,
  movement_name: '',
  content: '',
  received_on: '2026-01-20',
  deadline: '2026-01-25',
  late: false,
  woman: true,
  direct: false,
  note: '',
  ...more,
});

const figures = (name: string, bloc: number | null) => ({
  bloc,
  name,
  units: 2,
  units_registered: 1,
  units_percent: '50 %',
  members: 40,
  people: 2,
  women: 1,
  direct: 1,
  people_percent: '5 %',
  collectives: 1,
  registrations: 3,
  late: 1,
});

const unitPart = (unit: number, name: string, registrations: number) => ({
  unit,
  code: `VT0${String(unit)}`,
  name,
  bloc: 2,
  bloc_name: 'Khối Mầm non',
  chair: 'Nguyễn Thị Hường',
  phone: '0912345678',
  deadline: '2025-10-20',
  members: 20,
  registrations,
  people: registrations === 0 ? 0 : 2,
  collectives: registrations === 0 ? 0 : 1,
  late: registrations === 0 ? 0 : 1,
});

const choices = (...pairs: [string, string][]) => pairs.map(([code, label]) => ({ code, label }));

const room: Answers = {
  'movements.words': {
    levels: choices(['central', 'Tổng Liên đoàn'], ['own', 'Cơ quan ta']),
    kinds: choices(['permanent', 'Thường xuyên'], ['special', 'Đặc biệt']),
    reviews: choices(['interim', 'Sơ kết'], ['final', 'Tổng kết']),
    registrants: choices(['individual', 'Cá nhân'], ['collective', 'Tập thể']),
    titles: ['Đoàn viên công đoàn xuất sắc'],
    forms: [],
  },
  'movements.list': [line(1, 'Lao động giỏi, lao động sáng tạo'), drive],
  'movements.get': record,
  'movements.launches': {
    launched: 1,
    units: 3,
    percent: '33 %',
    lines: [
      launch(1, 'CĐCS Trường Mầm non Hoa Sen', true),
      launch(2, 'CĐCS Trường Mầm non Hoa Mai', false),
      launch(3, 'CĐCS Trường Mầm non Sơn Ca', false),
    ],
    message: 'Phong trào: các đơn vị chưa báo cáo phát động: CĐCS Trường Mầm non Hoa Mai; CĐCS Trường Mầm non Sơn Ca.',
  },
  'movements.launch': { value: 2, act: 9, touched: ['launch'] },
  'movements.registrations': {
    total: 2,
    rows: [
      registration(1, 'Trần Thị Vi'),
      registration(2, 'Lê Văn Thông', { honorific: 'Ông', late: true, received_on: '2026-01-27', woman: false }),
    ],
  },
  'movements.taking_part': {
    whole: figures('', null),
    blocs: [figures('Khối Mầm non', 2)],
    units: [unitPart(1, 'CĐCS Trường Mầm non Hoa Sen', 3), unitPart(2, 'CĐCS Trường Mầm non Hoa Mai', 0)],
    message: 'Đăng ký thi đua năm 2026: các đơn vị chưa đăng ký: CĐCS Trường Mầm non Hoa Mai.',
  },
  'movements.try_register': (drafts: unknown) =>
    (drafts as unknown[]).map((_, at) => ({
      member: at === 0 ? 7 : null,
      honorific: 'Bà',
      deadline: '2026-01-25',
      late: at === 1,
      sentence: '',
      note: at === 1 ? 'Muộn hạn.' : '',
    })),
  'movements.register': { value: [1, 2], act: 10, touched: ['registration'] },
  'units.blocs': [{ id: 2, no: 1, name: 'Khối Mầm non', since: null, until: null, units: 2, years: [] }],
  'units.list': {
    total: 1,
    members: 20,
    women: 18,
    rows: [{ id: 4, code: 'VT29', name: 'CĐCS Trường Mầm non Hoa Sen' }],
  },
};

const screens: readonly Screen[] = [
  ['movements', 'phong-trao', asItIs],
  ['movement-new', 'phong-trao/them', asItIs],
  ['movement', 'phong-trao/2', asItIs],
  ['movement-edit', 'phong-trao/2', button(/^Sửa/)],
  ['movement-launches', 'phong-trao/2/phat-dong', asItIs],
  ['movement-reviews', 'phong-trao/2/so-ket', asItIs],
  ['movement-review', 'phong-trao/2/so-ket', button('Ghi sơ kết, tổng kết')],
  ['movement-documents', 'phong-trao/2/van-ban', asItIs],
  ['registrations', 'phong-trao/dang-ky', asItIs],
  ['registration-new', 'phong-trao/dang-ky/ghi', asItIs],
  ['registrations-paste', 'phong-trao/dang-ky/dan', asItIs],
  ['taking-part', 'phong-trao/tham-gia', asItIs],
  ['taking-part-silent', 'phong-trao/tham-gia/chua', asItIs],
];

describe('movements', () => {
  test.each(screens)('%s', async (name, place, open) => {
    const { page } = await visit(office(room), `#/${place}`);
    await page.waitForLoadState('networkidle');
    await open(page);
    await page.waitForTimeout(300);
    await shot(page, name);
    await accessible(page);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await shot(page, `${name}-dark`);
  });

  test('many units are written down together with the keyboard, in one step', async () => {
    const { page, asked } = await visit(office(room), '#/phong-trao/2/phat-dong');
    await page.getByText('CĐCS Trường Mầm non Sơn Ca').waitFor();
    expect(await page.getByText('CĐCS Trường Mầm non Hoa Sen').count(), 'who has launched is not asked again').toBe(0);
    await page.getByText('CĐCS Trường Mầm non Sơn Ca').click();
    await page.keyboard.press('Control+a');
    await page.getByText('2 đơn vị được chọn').waitFor();
    await shot(page, 'movement-launching');
    await accessible(page);
    await page.getByRole('textbox', { name: 'Văn bản' }).fill('05/KH-CĐCS');
    await page.getByRole('button', { name: 'Ghi đã phát động' }).click();
    await expect
      .poll(() => asked.findLast((one) => one.name === 'movements.launch')?.args)
      .toMatchObject({ movement: 2, year: 2026, units: [2, 3], launched_on: '2026-11-22', document: '05/KH-CĐCS' });
  });

  test('who has not launched is told in words to copy', async () => {
    const { page } = await visit(office(room), '#/phong-trao/2/phat-dong', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Chép lời nhắc' }).click();
    await page.getByText('Đã chép lời nhắc').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('CĐCS Trường Mầm non Hoa Mai');
  });

  test('a movement is typed with its contents, and a figure that is none stands at its field', async () => {
    const { page, asked } = await visit(
      office({ ...room, 'movements.set': refused('name', 'Chưa ghi tên phong trào.') }),
      '#/phong-trao',
    );
    await page.getByText('Lao động giỏi, lao động sáng tạo').waitFor();
    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: 'Thêm phong trào' }).waitFor();
    await page.getByRole('button', { name: 'Thêm nội dung' }).click();
    await page.getByRole('textbox', { name: 'Nội dung 1' }).fill('Kết nạp đoàn viên mới');
    await page.getByLabel('Chỉ tiêu', { exact: true }).fill('một nghìn');
    await page.keyboard.press('Control+s');
    await page.getByText('Số chưa đúng. Ví dụ: 1.234 hoặc 2,5.').waitFor();
    expect(asked.some((one) => one.name === 'movements.set')).toBe(false);
    await page.getByLabel('Chỉ tiêu', { exact: true }).fill('1.000');
    await page.keyboard.press('Control+s');
    await page.getByText('Chưa ghi tên phong trào.').waitFor();
    expect(asked.findLast((one) => one.name === 'movements.set')?.args).toMatchObject({
      contents: [{ content: 'Kết nạp đoàn viên mới', target: 100_000, result: null }],
    });
  });

  test('rows of a unit are pasted, looked up and written in one step', async () => {
    const { page, asked } = await visit(office(room), '#/phong-trao/dang-ky/dan');
    await page.getByRole('combobox', { name: 'Đơn vị' }).fill('hoa sen');
    await page.getByRole('option', { name: /Hoa Sen/ }).click();
    await page
      .getByLabel('Các dòng dán vào')
      .fill('1\tBà\tTrần Thị Vi\t1988\tĐoàn viên công đoàn xuất sắc\n2\tTập thể\t\t\tCĐCS hoàn thành tốt nhiệm vụ');
    await page.getByText('1 dòng muộn hạn.').waitFor();
    await shot(page, 'registrations-pasted');
    await accessible(page);
    await page.getByRole('button', { name: 'Ghi 2 đăng ký' }).click();
    await expect
      .poll(() => asked.findLast((one) => one.name === 'movements.register')?.args)
      .toMatchObject([
        { unit: 4, kind: 'individual', honorific: 'Bà', name: 'Trần Thị Vi', birth: { y: 1988 } },
        { unit: 4, kind: 'collective', name: '', title: 'CĐCS hoàn thành tốt nhiệm vụ' },
      ]);
  });

  test('a figure of who takes part opens the names behind it', async () => {
    const { page, asked } = await visit(office(room), '#/phong-trao/tham-gia');
    await page.getByRole('button', { name: '1 nữ, Khối Mầm non' }).click();
    await page.getByRole('grid', { name: 'Đăng ký thi đua' }).waitFor();
    await expect
      .poll(() => asked.findLast((one) => one.name === 'movements.registrations')?.args)
      .toMatchObject({ query: { year: 2026, bloc: 2, kind: 'individual', women: true, once: true } });
  });
});
