import { describe, expect, test } from 'vitest';
import { accessible, refused, shot, visit, withBrowser } from './browser';
import { journal, office, open } from './office';

withBrowser();

describe('the frame', () => {
  test('names the office, the year and who is working, and passes axe', async () => {
    const { page } = await visit(office());
    expect(await page.getByText('LĐLĐ huyện Minh Châu').isVisible()).toBe(true);
    expect(await page.getByLabel('Năm thi đua').inputValue()).toBe('2026');
    expect(await page.getByText('Trần Thu Hà').isVisible()).toBe(true);
    expect(await page.title()).toBe('Sổ Vàng');
    await shot(page, 'shell');
    await accessible(page);
  });

  test('Ctrl+K finds a record without accents and goes to it', async () => {
    const { page, asked } = await visit(
      office({ 'overview.find': [{ room: 'overview', id: 12, title: 'Nguyễn Thị Hường', detail: 'THCS Phú Hòa' }] }),
    );
    await page.keyboard.press('Control+k');
    await page.keyboard.type('huong');
    await page.getByRole('option', { name: /Nguyễn Thị Hường/ }).waitFor();
    expect(await page.locator('mark').first().textContent()).toBe('Hường');
    await shot(page, 'palette');
    await accessible(page);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.location.hash.endsWith('12'));
    expect(asked.findLast((one) => one.name === 'overview.find')?.args).toMatchObject({ text: 'huong' });
  });

  test('Ctrl+Z takes the last act back and offers to do it again', async () => {
    const { page, answers, asked } = await visit(
      office({
        'journal.undo': { value: { act: 7, label: 'Sửa đoàn viên', rows: 1, kept: [] }, act: 8, touched: ['member'] },
      }),
    );
    await page.getByRole('button', { name: 'Hoàn tác: Sửa đoàn viên' }).waitFor();
    answers['journal.state'] = { undo: null, redo: journal.undo };
    await page.keyboard.press('Control+z');
    await page.getByText('Đã hoàn tác: Sửa đoàn viên.').waitFor();
    expect(asked.some((one) => one.name === 'journal.undo')).toBe(true);
    await page.getByRole('button', { name: 'Làm lại: Sửa đoàn viên' }).waitFor();
    await shot(page, 'toast');
    await accessible(page);
  });

  test('what cannot be undone says why', async () => {
    const sentence = 'Quyết định 12/QĐ-LĐLĐ đã ban hành nên không hoàn tác được. Hãy hủy bằng một quyết định.';
    const { page } = await visit(office({ 'journal.undo': refused('', sentence) }));
    await page.keyboard.press('Control+z');
    await page.getByText(sentence).waitFor();
  });

  test('Ctrl+Z in a text that is being typed takes letters back, not acts', async () => {
    const { page, asked } = await visit(office());
    await page.keyboard.press('Control+k');
    await page.keyboard.type('abc');
    await page.keyboard.press('Control+z');
    expect(asked.some((one) => one.name === 'journal.undo')).toBe(false);
  });

  test('F1 shows the keys, Esc closes them', async () => {
    const { page } = await visit(office());
    await page.keyboard.press('F1');
    await page.getByRole('heading', { name: 'Phím tắt' }).waitFor();
    await shot(page, 'keys');
    await accessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Phím tắt' }).waitFor({ state: 'hidden' });
  });

  test('letters grow and shrink by Ctrl and plus, minus, 0, and stay so after a restart', async () => {
    const { page } = await visit(office());
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    await page.keyboard.press('Control+=');
    expect(await size()).toBe('17.92px');
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    expect(await size()).toBe('17.92px');
    await page.keyboard.press('Control+0');
    expect(await size()).toBe('16px');
  });

  test('at 125 % the rail shrinks to icons whose names are still read out', async () => {
    const { page } = await visit(office());
    await page.evaluate(() => {
      localStorage.setItem('so-vang.scale', '125');
      localStorage.setItem('so-vang.theme', 'dark');
    });
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    const rail = page.getByRole('navigation', { name: 'Màn hình' });
    expect((await rail.boundingBox())?.width).toBeLessThan(70);
    expect(await rail.getByRole('link', { name: 'Tổng quan' }).isVisible()).toBe(true);
    await shot(page, 'shell-125-dark');
  });

  test('a fault of ours is told with its number', async () => {
    const broken = { refuse: { kind: 'broken', number: 17, sentence: 'Có lỗi, đã ghi vào nhật ký số 17.' } };
    const { page } = await visit(office({ 'journal.undo': broken }));
    await page.keyboard.press('Control+z');
    await page.getByText('nhật ký số 17').waitFor();
  });

  test('nobody at the desk: the name is asked for, and every act will carry it', async () => {
    const { page, asked } = await visit(office({ 'start.state': { ...open, who: '' }, 'start.sit': open }));
    await page.getByRole('heading', { name: 'Ai đang làm việc?' }).waitFor();
    await page.getByLabel('Họ và tên').fill('Trần Thu Hà');
    await page.keyboard.press('Escape');
    await shot(page, 'sit');
    await accessible(page);
    await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click();
    await page.getByRole('button', { name: /Trần Thu Hà/ }).waitFor();
    expect(asked.find((one) => one.name === 'start.sit')?.args).toEqual({ name: 'Trần Thu Hà' });
  });
});

describe('before the office is open', () => {
  const empty = { ...open, standing: 'empty', name: '', who: '', has_office: false };

  test('the first start offers an office or the sample', async () => {
    const { page } = await visit({ 'start.state': empty });
    await page.getByRole('button', { name: /Thiết lập cơ quan/ }).waitFor();
    expect(await page.getByRole('button', { name: /Nạp dữ liệu mẫu/ }).isEnabled()).toBe(true);
    await shot(page, 'first');
    await accessible(page);
  });

  test('an office is set up, refusals stand at their fields, the recovery key must be kept first', async () => {
    const { page, answers, asked } = await visit({
      'start.state': empty,
      'start.set_up': refused('signers.0.name', 'Chưa ghi họ tên người ký.'),
      'shell.progress': { running: false, phase: '', done: 0, total: 0 },
    });
    await page.getByRole('button', { name: /Thiết lập cơ quan/ }).click();
    await page.getByLabel('Tên đầy đủ').fill('Liên đoàn Lao động huyện Minh Châu');
    await page.getByLabel('Họ và tên người làm việc').fill('Trần Thu Hà');
    await shot(page, 'set-up');
    await accessible(page);
    await page.getByRole('button', { name: 'Tạo sổ' }).click();
    await page.getByText('Chưa ghi họ tên người ký.').waitFor();
    Object.assign(answers, office(), {
      'start.set_up': { recovery_key: 'SV1-ABCD-EFGH-JKLM-NPQR-STUV-WXYZ', state: open },
    });
    await page.getByRole('textbox', { name: 'Họ và tên', exact: true }).fill('Phạm Đức Long');
    await page.getByRole('button', { name: 'Tạo sổ' }).click();
    await page.getByText('SV1-ABCD').waitFor();
    await shot(page, 'recovery-key');
    await accessible(page);
    const begin = page.getByRole('button', { name: 'Bắt đầu làm việc' });
    expect(await begin.isDisabled()).toBe(true);
    await page.getByLabel('Tôi đã in hoặc chép khóa này ra giấy').check();
    await begin.click();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    expect(asked.findLast((one) => one.name === 'start.set_up')?.args).toMatchObject({
      host: { kind: 'district', symbol: 'LĐLĐ', signers: [{ name: 'Phạm Đức Long', title: 'Chủ tịch' }] },
      clerk: 'Trần Thu Hà',
      password: null,
    });
  });

  test('a wrong password is said at the field', async () => {
    const { page, answers } = await visit({
      'start.state': { ...open, standing: 'locked', who: '' },
      'start.unlock': refused('password', 'Mật khẩu chưa đúng. Hãy gõ lại.'),
    });
    await page.keyboard.type('sai');
    await page.keyboard.press('Enter');
    await page.getByText('Mật khẩu chưa đúng. Hãy gõ lại.').waitFor();
    await shot(page, 'unlock');
    await accessible(page);
    Object.assign(answers, office({ 'start.unlock': open }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  });

  test.each([
    ['damaged', 'Tệp dữ liệu bị hỏng'],
    ['held', 'Dữ liệu đang được mở ở nơi khác'],
    ['refused', 'Chưa mở được dữ liệu'],
  ])('%s is told with its reason', async (standing, title) => {
    const { page } = await visit({ 'start.state': { ...open, standing, sentence: 'Vì một lý do rõ ràng.' } });
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await page.getByText('Vì một lý do rõ ràng.').isVisible()).toBe(true);
    await accessible(page);
  });
});
