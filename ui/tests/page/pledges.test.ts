import { describe, expect, test } from 'vitest';
import { accessible, refused, shot, visit, withBrowser } from './browser';
import { office } from './office';

withBrowser();

const line = (id: number, name: string, more: Record<string, unknown> = {}) => ({
  id,
  period: 1,
  period_name: 'Năm 2026',
  year: 2026,
  closed: false,
  member: id,
  name,
  gender: 'nu',
  birth: { y: 1987, m: 9, d: 5, precision: 'day' },
  position: 'Giáo viên',
  unit: 4,
  unit_code: 'VT29',
  unit_name: 'CĐCS Trường Mầm non Hoa Sen',
  bloc: 2,
  bloc_name: 'Khối Mầm non',
  content: {
    ideology: 'Giữ vững lập trường; đấu tranh với thông tin sai trên mạng xã hội.',
    ethics: 'Gương mẫu, đoàn kết, không gây mất đoàn kết nội bộ.',
    duty: 'Không để trễ hạn hồ sơ nào trong năm.',
    following: 'Tiết kiệm điện, nước, văn phòng phẩm 10%.',
    measures: 'Trong năm; ghi sổ nhật ký; tổ trưởng theo dõi.',
  },
  state: 'registered',
  state_label: 'Đã đăng ký',
  registered_on: '2026-01-20',
  confirmer: null,
  confirmed_by: '',
  confirmed_on: null,
  posted_at: '',
  posted_from: null,
  posted_until: null,
  why: '',
  percent: null,
  grade: '',
  shortcomings: 0,
  open: 0,
  overdue: 0,
  restricted: null,
  ...more,
});

const lines = [
  line(1, 'CĐCS Trường Mầm non Hoa Sen', { member: null, gender: null, birth: null, position: '' }),
  line(2, 'Nguyễn Thị Hường', {
    state: 'published',
    state_label: 'Đã công khai',
    confirmer: 'party_committee',
    confirmed_by: 'Chi bộ',
    confirmed_on: '2026-02-15',
    posted_at: 'Bảng tin nhà trường',
    posted_from: '2026-02-20',
    shortcomings: 2,
    open: 1,
    overdue: 1,
    percent: 80,
  }),
  line(3, 'H’Ngoan Byă'),
  line(4, 'Đỗ Ưởng Ẩn', { state: 'returned', state_label: 'Trả lại để sửa', why: 'Bổ sung chỉ tiêu' }),
];

const tally = (label: string, query: Record<string, unknown> = {}) => ({
  label,
  query: { ...everything, ...query },
  waiting: 1,
  registered: 10,
  confirmed: 8,
  posted: 6,
  reviewed: 8,
  self_assessed: 0,
  assessed: 0,
});

const everything = {
  year: 2026,
  kind: null,
  text: '',
  units: [],
  bloc: null,
  without_bloc: false,
  gender: null,
  party: null,
  states: [],
  collective: null,
  done: null,
  lacks: null,
  review: null,
  grade: null,
  shortcomings: null,
  sort: 'unit',
  descending: false,
};

const grade = (id: number, part: string, name: string) => ({
  id,
  part,
  position: id,
  name,
  fulfilled: true,
  since: null,
  until: null,
  source: 'Thông lệ',
  certainty: 'general',
});

const choices = (codes: Record<string, string>) => Object.entries(codes).map(([code, label]) => ({ code, label }));

function pledges(more: Record<string, unknown> = {}) {
  return office({
    'pledges.page': { total: lines.length, rows: lines },
    'pledges.figures': {
      whole: tally('Tất cả'),
      women: tally('Nữ', { gender: 'nu' }),
      party: tally('Đảng viên', { party: true }),
      collectives: tally('Tập thể', { collective: true }),
      blocs: [tally('Khối Mầm non', { bloc: 2 })],
      units: [tally('VT29 CĐCS Trường Mầm non Hoa Sen', { units: [4] })],
    },
    'pledges.words': {
      blocks: [],
      states: choices({ registered: 'Đã đăng ký', returned: 'Trả lại để sửa', draft: 'Bản nháp' }),
      stages: choices({ registered: 'Đã đăng ký', confirmed: 'Đã xác nhận', posted: 'Đã công khai' }),
      confirmers: [],
      assessors: [],
      rhythms: [],
      expected: choices({ everyone: 'Mọi đoàn viên', officers: 'Cán bộ công đoàn' }),
    },
    'pledges.year': {
      year: 2026,
      periods: [],
      topic: 'Nêu cao tinh thần phục vụ Nhân dân',
      rhythm: 'half',
      grades: [grade(1, 'item', 'Đạt'), grade(2, 'whole', 'Hoàn thành tốt nhiệm vụ')],
    },
    'pledges.get': {
      line: lines[1],
      topic: 'Nêu cao tinh thần phục vụ Nhân dân',
      shortcomings: null,
      assessments: [
        {
          id: 1,
          period: 2,
          period_name: '6 tháng đầu năm 2026',
          assessor: 'confirmer',
          day: '2026-07-20',
          grade: null,
          grade_name: '',
          percent: 80,
          note: '',
          items: { duty: 1 },
        },
      ],
      periods: [],
    },
    'pledges.missing': {
      expected: 42,
      missing: 2,
      units: [
        {
          unit: 4,
          code: 'VT29',
          name: 'CĐCS Trường Mầm non Hoa Sen',
          bloc_name: 'Khối Mầm non',
          chair: 'Lê Thị Hạnh',
          phone: '0912 345 678',
          expected: 24,
          missing: 2,
          message: 'Kính gửi đồng chí Lê Thị Hạnh: đơn vị còn thiếu bản cam kết của 2/24 đoàn viên.',
        },
      ],
    },
    'members.views': [],
    'units.blocs': [],
    'units.list': { total: 0, members: 0, women: 0, rows: [] },
    ...more,
  });
}

describe('pledges', () => {
  test('the list shows where each stands, and its views count', async () => {
    const { page } = await visit(pledges(), '#/cam-ket');
    await page.getByText('Nguyễn Thị Hường').first().waitFor();
    expect(await page.getByRole('tab', { name: /Chờ xác nhận/ }).textContent()).toContain('2');
    await shot(page, 'pledges');
    await accessible(page);
  });

  test('ticked pledges are confirmed in one act', async () => {
    const { page, asked } = await visit(
      pledges({ 'pledges.confirm': { value: 4, act: 9, touched: ['pledge'] } }),
      '#/cam-ket',
    );
    await page.getByText('Nguyễn Thị Hường').first().waitFor();
    await page.getByText('Nguyễn Thị Hường').first().click();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await page.getByRole('heading', { name: 'Xác nhận cam kết' }).waitFor();
    await shot(page, 'pledges-confirm');
    await accessible(page);
    await page.getByRole('button', { name: /Ghi cho 4 bản/ }).click();
    await page.getByText('Đã xác nhận 4 bản cam kết.').waitFor();
    expect(asked.findLast((one) => one.name === 'pledges.confirm')?.args).toMatchObject({
      confirmer: null,
      on: '2026-11-22',
    });
  });

  test('a refused step says in the dialog who cannot take it', async () => {
    const sentence = 'Chỉ xác nhận được bản đã đăng ký. Có 1 bản chưa làm được bước này: Đỗ Ưởng Ẩn (trả lại để sửa).';
    const { page } = await visit(pledges({ 'pledges.confirm': refused('pledges', sentence) }), '#/cam-ket');
    await page.getByText('Nguyễn Thị Hường').first().waitFor();
    await page.getByText('Nguyễn Thị Hường').first().click();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await page.getByRole('button', { name: /Ghi cho 4 bản/ }).click();
    await page.getByText(sentence).waitFor();
  });

  test('a pledge opens with its steps; shortcomings are masked until they are asked for', async () => {
    const { page } = await visit(pledges(), '#/cam-ket/2');
    await page.getByRole('heading', { name: 'Nguyễn Thị Hường' }).waitFor();
    await shot(page, 'pledge');
    await accessible(page);
    await page.getByRole('tab', { name: /Hạn chế/ }).click();
    await page.getByRole('button', { name: 'Hiện mục hạn chế' }).waitFor();
    await page.getByRole('tab', { name: /Đánh giá/ }).click();
    await page.getByText('6 tháng đầu năm 2026').waitFor();
    await shot(page, 'pledge-assessments');
  });

  test('a block is saved when it is left, by going elsewhere too; a block that is being typed keeps its letters', async () => {
    const found = { line: lines[3], topic: '', shortcomings: null, assessments: [], periods: [] };
    const { page, asked } = await visit(
      pledges({ 'pledges.get': found, 'pledges.edit': { value: null, act: 9, touched: ['pledge'] } }),
      '#/cam-ket/4',
    );
    await page.getByLabel('Tư tưởng chính trị').fill('Đọc báo Đảng mỗi ngày.');
    const ethics = page.getByLabel('Đạo đức, lối sống');
    await ethics.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Nêu gương.', { delay: 60 });
    expect(await ethics.inputValue()).toBe('Nêu gương.');
    await page.keyboard.press('Alt+3');
    await page.getByRole('heading', { name: 'Đoàn viên' }).waitFor();
    const edits = asked.filter((one) => one.name === 'pledges.edit').map((one) => one.args);
    expect(edits).toMatchObject([
      { id: 4, draft: { content: { ideology: 'Đọc báo Đảng mỗi ngày.' } } },
      { id: 4, draft: { content: { ideology: 'Đọc báo Đảng mỗi ngày.', ethics: 'Nêu gương.' } } },
    ]);
  });

  test('every figure of the progress opens its names', async () => {
    const { page, asked } = await visit(pledges(), '#/cam-ket/tien-do');
    await page.getByText('Đảng viên', { exact: true }).waitFor();
    await shot(page, 'pledges-progress');
    await accessible(page);
    await page.getByRole('button', { name: 'Nữ, sơ kết: 8 bản' }).click();
    await page.getByText('Nguyễn Thị Hường').first().waitFor();
    expect(asked.findLast((one) => one.name === 'pledges.page')?.args).toMatchObject({
      query: { gender: 'nu', done: 'reviewed' },
    });
  });

  test('the progress is counted by the units of then or of today, and prints as it is seen', async () => {
    const { page, asked } = await visit(pledges(), '#/cam-ket/tien-do');
    await page.getByText('Theo đơn vị hiện nay').click();
    await page.getByText(/xếp theo đơn vị hiện nay/).waitFor();
    await shot(page, 'pledges-progress-now');
    await accessible(page);
    await expect
      .poll(() => asked.findLast((one) => one.name === 'pledges.figures')?.args)
      .toEqual({ year: 2026, map: 'now' });
    await page.getByRole('button', { name: 'In', exact: true }).click();
    await page.getByRole('menuitem', { name: 'In bảng tiến độ' }).click();
    await expect
      .poll(() => asked.findLast((one) => one.name === 'pledges.progress_pdf')?.args)
      .toEqual({ year: 2026, map: 'now' });
  });

  test('who is missing stands by unit with a message', async () => {
    const { page } = await visit(pledges(), '#/cam-ket/thieu');
    await page.getByRole('button', { name: 'Chép lời nhắc', exact: true }).waitFor();
    await shot(page, 'pledges-missing');
    await accessible(page);
  });

  test('a grade is added to the scale, and the topic that is typed meanwhile is not lost', async () => {
    const { page, asked } = await visit(
      pledges({ 'pledges.set_grade': { value: 3, act: 9, touched: ['pledge_grade'] } }),
      '#/cam-ket',
    );
    await page.getByRole('button', { name: 'Chuyên đề, kỳ đánh giá' }).click();
    const topic = page.getByLabel('Chuyên đề học tập và làm theo Bác của năm');
    await expect.poll(() => topic.inputValue()).toBe('Nêu cao tinh thần phục vụ Nhân dân');
    await topic.fill('Chuyên đề đang gõ');
    await shot(page, 'pledge-year');
    await accessible(page);
    await page.getByRole('button', { name: 'Thêm mức' }).click();
    const dialog = page.getByRole('dialog').last();
    await dialog.getByLabel('Tên mức').fill('Hoàn thành xuất sắc nhiệm vụ');
    await dialog.getByLabel(/^Thứ tự trong thang/).click();
    await page.getByRole('option', { name: 'Trước “Hoàn thành tốt nhiệm vụ”' }).click();
    await shot(page, 'pledge-grade');
    await accessible(page);
    await page.keyboard.press('Control+s');
    await dialog.getByLabel('Tên mức').waitFor({ state: 'hidden' });
    expect(asked.findLast((one) => one.name === 'pledges.set_grade')?.args).toMatchObject({
      id: null,
      part: 'whole',
      position: 2,
      name: 'Hoàn thành xuất sắc nhiệm vụ',
    });
    expect(asked.some((one) => one.name === 'pledges.set_topic')).toBe(false);
    expect(await topic.inputValue()).toBe('Chuyên đề đang gõ');
  });

  test('a pledge is written down with the keyboard alone', async () => {
    const { page, asked } = await visit(
      pledges({
        'members.page': {
          total: 1,
          rows: [{ id: 2, full_name: 'Nguyễn Thị Hường', birth: null, unit_name: 'CĐCS Trường Mầm non Hoa Sen' }],
        },
        'pledges.register': { value: 2, act: 9, touched: ['pledge'] },
      }),
      '#/cam-ket',
    );
    await page.getByText('Nguyễn Thị Hường').first().waitFor();
    await page.keyboard.press('Control+n');
    await page.getByRole('combobox', { name: 'Đoàn viên' }).fill('huong');
    await page.getByRole('option', { name: /Nguyễn Thị Hường/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Trách nhiệm được giao').fill('Không trễ hạn hồ sơ nào.');
    await shot(page, 'pledge-add');
    await accessible(page);
    await page.keyboard.press('Control+s');
    await page.getByText('Đã ghi nhận cam kết').waitFor();
    expect(asked.find((one) => one.name === 'pledges.register')?.args).toMatchObject({
      of: { kind: 'member', id: 2 },
      year: 2026,
      draft: { content: { duty: 'Không trễ hạn hồ sơ nào.' } },
    });
  });
});

describe('the year of emulation', () => {
  test('the next thirty days and the days of the year stand side by side', async () => {
    const due = (name: string, day: string, days: number, missing: unknown) => ({
      deadline: {
        ...{ id: 1, what: 'pledges', name, calendar: 'year', month: 2, day: 28, since: null, until: null },
        ...{ source: 'Thông lệ đăng ký tháng 1 đến tháng 2', certainty: 'general' },
      },
      ...{ year: 2026, day, days, whom: 'Đơn vị theo năm', missing },
    });
    const missing = {
      of: 47,
      units: [{ unit: 4, code: 'VT20', name: 'CĐCS xã Tân Kiều' }],
      message: 'Hạn 28/02/2026',
    };
    const period = (id: number, kind: string, name: string) => ({
      ...{ id, kind, name, year: 2026, part: 0, parent: null, since: '2026-01-01', until: '2026-12-31' },
      ...{ closed: false, reason: '' },
    });
    const { page } = await visit(
      office({
        'years.due': {
          until: '2026-12-22',
          due: [due('Nộp bản cam kết', '2026-11-28', 6, missing)],
          reviews: [
            {
              reviewed: { of: 'movement', id: 3 },
              name: 'Sơ kết: Lao động giỏi, lao động sáng tạo',
              ...{ day: '2026-11-20', days: -2, missing: null },
            },
            {
              reviewed: { of: 'pledges', id: 1 },
              name: 'Đánh giá cam kết: năm 2026',
              ...{ day: '2026-12-20', days: 28, missing: { ...missing, of: 3 } },
            },
          ],
        },
        'years.calendar': {
          year: 2026,
          periods: [period(1, 'year', 'Năm 2026'), period(2, 'school_year', 'Năm học 2025-2026')],
          due: [due('Đăng ký thi đua', '2026-01-25', -301, null), due('Nộp bản cam kết', '2026-02-28', -267, missing)],
        },
      }),
      '#/nam-thi-dua',
    );
    await page.getByText('còn 6 ngày').waitFor();
    await page.getByText('quá 2 ngày').waitFor();
    const review = page.getByRole('link', { name: 'Sơ kết: Lao động giỏi, lao động sáng tạo' });
    expect(await review.getAttribute('href')).toBe('#/phong-trao/3');
    const reviews = page.getByRole('table', { name: 'Sơ kết, tổng kết, đánh giá đến hạn' });
    expect(await reviews.getByRole('button', { name: 'Chép' }).count()).toBe(1);
    await shot(page, 'years');
    await accessible(page);
    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: 'Mở năm thi đua 2026' }).waitFor();
    await shot(page, 'years-open');
    await accessible(page);
  });
});
