import { expect, test } from 'vitest';
import type { IntakeAnswer, IntakeRow, IntakeSheet, IntakeView } from '../../src/door';
import { accessible, shot, visit, withBrowser } from './browser';
import { office } from './office';

withBrowser();

const target = {
  name: 'members',
  label: 'đoàn viên',
  by_unit: true,
  has_units: true,
  called: 'full_name',
  in_sight: ['full_name', 'gender', 'birth', 'citizen_id'],
  newcomer: 'Người mới',
};

function row(number: number, name: string, more: Partial<IntakeRow>): IntakeRow {
  return {
    file: 0,
    sheet: 'DS',
    row: number,
    outcome: 'asked',
    answer: null,
    candidates: [],
    question: '',
    unit: 'VT30',
    values: { full_name: name, gender: 'Nữ', birth: '02/03/1980' },
    original: { full_name: name, gender: 'Nữ', birth: '2/3/1980' },
    findings: [],
    changes: [],
    same_person: [],
    ...more,
  };
}

function list(name: string, role: IntakeSheet['role'] = 'list'): IntakeSheet {
  const columns = ['STT', 'Họ và tên', 'Ngày sinh'].map((heading, column) => ({
    column,
    heading,
    field: [null, 'full_name', 'birth'][column] ?? null,
    hidden: false,
    samples: [],
  }));
  return { name, role, heading_row: 2, first_row: 3, by_hand: false, columns, title: 'DANH SÁCH', year: null };
}

/** Two rows that wait: one may be two people of the register, of the other the name is odd. */
function waiting() {
  const rows = [
    row(5, 'Nguyễn Thị Hoa', {
      candidates: [
        { record: 41, name: 'Nguyễn Thị Hoa', facts: 'sinh 02/03/1980, CCCD 036180000001, Giáo viên, Mầm non Hoa Mai' },
        { record: 42, name: 'Nguyễn Thị Hoa', facts: 'sinh 02/03/1980, CCCD 036180000002, Kế toán, Mầm non Hoa Mai' },
      ],
    }),
    row(6, '@Hoa', {
      findings: [{ name: 'name_suspicious', sentence: 'Ô họ tên không giống tên người: cần người xem lại.' }],
    }),
  ];
  const counts = () => {
    const asked = rows.filter((one) => one.answer === null).length;
    return { added: 2 - asked, changed: 0, same: 0, asked, held: 0 };
  };
  const view = (): IntakeView => ({
    target,
    files: [
      {
        file: 0,
        name: 'Hoa Mai.xlsx',
        status: 'import',
        reason: '',
        sentence: '',
        unit: { id: 30, code: 'VT30', name: 'CĐCS Trường Mầm non Hoa Mai' },
        candidates: [],
        notes: [],
        sheets: [list('DS')],
        counts: counts(),
      },
    ],
    counts: counts(),
    answered: rows.filter((one) => one.answer !== null).length,
    fields: [
      { name: 'full_name', label: 'Họ và tên' },
      { name: 'gender', label: 'Giới tính' },
      { name: 'birth', label: 'Ngày sinh' },
      { name: 'citizen_id', label: 'Số CCCD' },
    ],
  });
  return office({
    'intake.targets': [target],
    'intake.history': [],
    'units.list': { total: 76, rows: [] },
    'intake.state': view,
    'intake.rows': ({ outcome, answered }: { outcome: string | null; answered: boolean }) => {
      const kept = rows.filter(
        (one) => (outcome === null || one.outcome === outcome) && (!answered || one.answer !== null),
      );
      return { total: kept.length, rows: kept };
    },
    'intake.choose': ({ row: number, answer }: { row: number; answer: IntakeAnswer | null }) => {
      const one = rows.find((each) => each.row === number);
      if (one !== undefined) Object.assign(one, { answer, outcome: answer === null ? 'asked' : 'new' });
      return view();
    },
    'intake.set': ({ row: number, field, text }: { row: number; field: string; text: string }) => {
      const one = rows.find((each) => each.row === number);
      if (one !== undefined) one.values = { ...one.values, [field]: text };
      return view();
    },
  });
}

test('a doubtful row is answered by the keyboard, and the next one comes up', async () => {
  const { page, asked } = await visit(waiting(), '#/nhap/xem-loi');
  await page.getByRole('button', { name: 'Chính là người này' }).first().waitFor();
  expect(await page.getByText('CCCD 036180000002', { exact: false }).isVisible()).toBe(true);
  await shot(page, 'intake-doubt');
  await accessible(page);

  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Đúng là họ tên' }).waitFor();
  expect(asked.findLast((one) => one.name === 'intake.choose')?.args).toEqual({
    file: 0,
    sheet: 'DS',
    row: 5,
    answer: { kind: 'known', record: 42 },
  });
  await page.keyboard.press('Alt+Enter');
  await page.getByText('Không còn dòng nào cần hỏi.').waitFor();
  await page.getByRole('tab', { name: /Bạn đã trả lời/ }).click();
  await page.getByRole('button', { name: 'Trả lời lại' }).waitFor();
  expect(await page.getByText('Bạn đã chọn người trong sổ').first().isVisible()).toBe(true);
  await shot(page, 'intake-answered');
});

test('a correction that is typed while the one before is under way is made as well', async () => {
  const { page, asked } = await visit(waiting(), '#/nhap/xem-loi');
  await page.route('**/door/intake.set', async (route) => {
    await new Promise((later) => setTimeout(later, 400));
    await route.fallback();
  });
  await page.getByRole('gridcell', { name: 'Nguyễn Thị Hoa', exact: true }).click();
  await page.keyboard.type('Nguyễn Thị Hòa');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Trần Thị Hoa');
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => asked.filter((one) => one.name === 'intake.set').map((one) => one.args))
    .toEqual([
      { file: 0, sheet: 'DS', row: 5, field: 'full_name', text: 'Nguyễn Thị Hòa' },
      { file: 0, sheet: 'DS', row: 6, field: 'full_name', text: 'Trần Thị Hoa' },
    ]);
  await page.getByRole('gridcell', { name: 'Trần Thị Hoa', exact: true }).waitFor();
});

test('the clerk says which of two sheets with one list is read', async () => {
  const answers = waiting();
  const sheets = [list('Lần 1'), list('Lần 2'), list('Năm ngoái', 'earlier_year')];
  const view = (): IntakeView => {
    const before = (answers['intake.state'] as () => IntakeView)();
    return {
      ...before,
      files: before.files.map((file) => ({ ...file, status: 'hold', reason: 'sheet_choice', sheets })),
    };
  };
  const read = ({ sheet, read }: { sheet: string; read: boolean }) => {
    const one = sheets.find((each) => each.name === sheet);
    if (one !== undefined) one.role = read ? 'list' : 'left_out';
    return view();
  };
  const { page, asked } = await visit(
    { ...answers, 'intake.state': view, 'intake.read_sheet': read },
    '#/nhap/ghep-cot',
  );
  await page.getByRole('button', { name: 'Không đọc trang này' }).first().click();
  await page.getByText('Trang “Lần 1”: bạn chọn không đọc.').waitFor();
  expect(asked.at(-1)?.args).toEqual({ file: 0, sheet: 'Lần 1', read: false });
  await shot(page, 'intake-sheets');
  await accessible(page);
  await page.getByRole('button', { name: 'Đọc trang này' }).last().click();
  await page.getByRole('heading', { name: /Năm ngoái/ }).waitFor();
});
