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
    expect(asked.some((one) => one.name === 'scores.edit')).toBe(false);
    expect(asked.some((one) => one.name === 'scores.try_edit')).toBe(true);
  });
});
