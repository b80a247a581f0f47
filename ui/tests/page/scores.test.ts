import { describe, expect, test } from 'vitest';
import type { ScoreBook, ScoreBookLine, ScoreTotals } from '../../src/door';
import { accessible, refused, shot, visit, withBrowser } from './browser';
import { office } from './office';

withBrowser();

const totals: ScoreTotals = { groups: [1500], bonus: 0, penalty: 0, total: 1500, so_far: 1500, faults: [] };

function line(unit: number, code: string, name: string, place: number): ScoreBookLine {
  const point = { own: null, cross: null, council: null, evidence: '', comment: '' };
  return {
    unit,
    code,
    name,
    sheet: unit,
    table: 1,
    decides: 'office',
    points: [
      { criterion: 11, office: 800, ...point },
      { criterion: 12, office: 700, ...point },
    ],
    columns: [{ scorer: 'office', totals }],
    total: 1500,
    grade_by_points: 'HTXSNV',
    grade: 'HTXSNV',
    grade_name: 'Hoàn thành xuất sắc nhiệm vụ',
    reason: '',
    standing: { rank: 1, place, unsettled: true, tie: 'Hội đồng quyết định' },
    breaches: [],
    published_on: null,
  };
}

const book: ScoreBook = {
  bloc: 3,
  bloc_name: '3. Khối Mầm non',
  period_name: 'Năm học 2025-2026',
  closed: false,
  scorers: [],
  tables: [
    {
      id: 1,
      name: 'Bảng điểm trường học',
      period: 5,
      version: 1,
      kinds: ['mam_non'],
      decides: 'office',
      step: 50,
      scale: 1,
      since: null,
      until: null,
      source: '',
      certainty: 'sourced',
      groups: [
        {
          id: 1,
          kind: 'scored',
          name: 'Chăm lo, bảo vệ đoàn viên',
          cap: null,
          criteria: [
            { id: 11, name: 'Chăm lo đời sống', most: 800, measure: '' },
            { id: 12, name: 'Chế độ báo cáo', most: 800, measure: '' },
          ],
        },
      ],
      conditions: [],
      tie_breaks: [],
      fixed: false,
    },
  ],
  tie_breaks: [],
  lines: [line(1, 'VT29', 'CĐCS Trường Mầm non Hoa Sen', 1), line(2, 'VT30', 'CĐCS Trường Mầm non Hoa Mai', 1)],
  not_scored: [],
  published_on: null,
  obstacles: [],
};

describe('the score book of a bloc', () => {
  test('points are typed by the keyboard alone, down the criterion', async () => {
    const { page, asked } = await visit(
      office({ 'scores.book': book, 'scores.edit': { value: null, act: 9, touched: ['score'] } }),
      '#/khoi/3',
    );
    await page.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
    await page.keyboard.type('7,5');
    await page.keyboard.press('Enter');
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await expect.poll(() => asked.filter((one) => one.name === 'scores.edit').length).toBe(2);
    expect(asked.filter((one) => one.name === 'scores.edit').map((one) => one.args)).toMatchObject([
      { bloc: 3, cells: [{ unit: 1, criterion: 11, scorer: 'office', text: '7,5' }], reason: '' },
      { bloc: 3, cells: [{ unit: 2, criterion: 11, scorer: 'office', text: '6' }], reason: '' },
    ]);
    await shot(page, 'score-book');
    await accessible(page);
  });

  test('points that the core refuses stay in their cell with the sentence', async () => {
    const sentence = '“Chăm lo đời sống” chấm tối đa 8 điểm.';
    const { page } = await visit(
      office({ 'scores.book': book, 'scores.edit': refused('cells.0.points', sentence) }),
      '#/khoi/3',
    );
    await page.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.getByTitle(sentence).waitFor();
  });

  test('tried points show what they come to and are not written', async () => {
    const { page, asked } = await visit(office({ 'scores.book': book, 'scores.try_edit': book }), '#/khoi/3');
    await page.getByRole('button', { name: 'Thử điểm' }).click();
    await page.keyboard.press('Tab');
    await page.getByRole('textbox', { name: /Đơn vị|Mã/ }).focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.getByText('Đang thử 1 ô').waitFor();
    await expect.poll(() => asked.some((one) => one.name === 'scores.try_edit')).toBe(true);
    expect(asked.some((one) => one.name === 'scores.edit')).toBe(false);
  });
});

const choice = (code: string, label: string) => ({ code, label });
const scale = {
  id: 1,
  name: 'Bốn mức hoàn thành nhiệm vụ',
  since: '2019-08-14',
  until: null,
  source: 'Tên bốn mức theo các hướng dẫn hiện hành',
  certainty: 'uncertain',
  grades: [
    { code: 'HTXSNV', name: 'Hoàn thành xuất sắc nhiệm vụ', least: 9000, conditional: true, counts_as: 'HTXSNV' },
    { code: 'KHTNV', name: 'Không hoàn thành nhiệm vụ', least: 0, conditional: false, counts_as: 'KHTNV' },
  ],
};
const tables = {
  tables: book.tables,
  models: [],
  periods: [{ id: 5, kind: 'year', year: 2026, name: 'Năm 2026', since: '2026-01-01', until: '2026-12-31' }],
  scales: [scale],
  scorers: [choice('self', 'Tự chấm'), choice('council', 'Hội đồng chấm')],
  group_kinds: [choice('scored', 'Điểm chấm'), choice('bonus', 'Điểm thưởng'), choice('penalty', 'Điểm trừ')],
  condition_kinds: [
    choice('least_share', 'Không tiêu chí nào dưới mức'),
    choice('stated', 'Do người chấm xác nhận'),
    choice('months_since_founding', 'Số tháng từ khi thành lập'),
    choice('months_since_change', 'Số tháng từ khi chia, tách, sáp nhập'),
  ],
  tie_break_kinds: [choice('group', 'Điểm của nhóm')],
  unit_kinds: [choice('mam_non', 'Trường mầm non'), choice('co_quan', 'Cơ quan')],
  certainties: [choice('sourced', 'Có nguồn'), choice('general', 'Thông lệ'), choice('uncertain', 'Cần xác nhận')],
};

describe('score tables and their scales', () => {
  test('a blank table is made by the keyboard, with a condition of its own', async () => {
    const { page, asked, answers } = await visit(
      office({
        'scores.tables': tables,
        'scores.set_table': refused('conditions.0.figure', 'Mức tối thiểu là số phần trăm từ 1 đến 100. Ví dụ: 50.'),
      }),
      '#/khoi/bang-diem',
    );
    await page.getByText('Bảng điểm trường học').waitFor();
    await page.keyboard.press('Control+n');
    await page.getByRole('heading', { name: 'Lập bảng điểm' }).waitFor();
    await page.keyboard.type('Bảng điểm cơ quan');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Nhóm 1' }).fill('Chăm lo, bảo vệ đoàn viên');
    await dialog.getByRole('textbox', { name: 'Tiêu chí 1' }).fill('Chăm lo đời sống');
    await dialog.getByRole('textbox', { name: 'Điểm chuẩn' }).fill('40');
    await dialog.getByRole('button', { name: 'Thêm điều kiện' }).click();
    await dialog.getByRole('textbox', { name: 'Điều kiện 1' }).fill('Không tiêu chí nào dưới 40 % điểm chuẩn');
    await dialog.getByLabel('Mức tối thiểu (%)').fill('400');
    await page.keyboard.press('Control+s');
    await dialog.getByText('Mức tối thiểu là số phần trăm').waitFor();
    await shot(page, 'score-table-new');
    await accessible(page);
    await dialog.getByLabel('Mức tối thiểu (%)').fill('40');
    answers['scores.set_table'] = { value: 2, act: 9, touched: ['score_table'] };
    await page.keyboard.press('Control+s');
    await dialog.waitFor({ state: 'hidden' });
    expect(asked.findLast((one) => one.name === 'scores.set_table')?.args).toMatchObject({
      id: null,
      name: 'Bảng điểm cơ quan',
      period: 5,
      scale: 1,
      groups: [{ name: 'Chăm lo, bảo vệ đoàn viên', criteria: [{ name: 'Chăm lo đời sống', most: 4000 }] }],
      conditions: [{ kind: 'least_share', text: 'Không tiêu chí nào dưới 40 % điểm chuẩn', figure: 40 }],
    });
  });

  test('a scale of grades is looked at, and a new one is typed line by line', async () => {
    const { page, asked, answers } = await visit(
      office({
        'scores.tables': tables,
        'scores.set_scale': refused('grades.1.least', 'Mức điểm phải là số từ 0. Ví dụ: 90.'),
      }),
      '#/khoi/thang',
    );
    await page.getByText('Bốn mức hoàn thành nhiệm vụ').waitFor();
    await shot(page, 'score-scales');
    await accessible(page);
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên thang').fill('Hai mức');
    await dialog.getByLabel('Ký hiệu').first().fill('D');
    await dialog.getByLabel('Tên loại 1').fill('Đạt');
    await dialog.getByLabel('Từ (điểm)').first().fill('62,5');
    await dialog.getByLabel('Ký hiệu').last().fill('CD');
    await dialog.getByLabel('Tên loại 2').fill('Chưa đạt');
    await page.keyboard.press('Control+s');
    await dialog.getByText('Mức điểm phải là số từ 0.').waitFor();
    await shot(page, 'score-scale-new');
    await accessible(page);
    await dialog.getByLabel('Từ (điểm)').last().fill('0');
    answers['scores.set_scale'] = { value: 2, act: 9, touched: ['grade_scale'] };
    await page.keyboard.press('Control+s');
    await dialog.waitFor({ state: 'hidden' });
    const sent = asked.filter((one) => one.name === 'scores.set_scale').map((one) => one.args);
    expect(sent).toMatchObject([
      {
        grades: [
          { code: 'D', least: 6250 },
          { code: 'CD', least: -1 },
        ],
      },
      {
        id: null,
        name: 'Hai mức',
        grades: [
          { code: 'D', least: 6250 },
          { code: 'CD', least: 0 },
        ],
      },
    ]);
  });
});
