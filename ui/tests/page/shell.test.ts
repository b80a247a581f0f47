import { describe, expect, test } from 'vitest';
import { accessible, refused, shot, visit, withBrowser } from './browser';
import { journal, office, open } from './office';

withBrowser();

describe('the frame', () => {
  test('names the office, the year and who is working, and passes axe', async () => {
    const { page } = await visit(office());
    expect(await page.getByText('LĐLĐ huyện Minh Châu', { exact: true }).isVisible()).toBe(true);
    expect(await page.getByLabel('Năm thi đua').inputValue()).toBe('2026');
    expect(await page.getByText('Trần Thu Hà').isVisible()).toBe(true);
    expect(await page.title()).toBe('Sổ Vàng');
    await shot(page, 'shell');
    await accessible(page);
  });

  test('in a browser the token goes out of sight at once, along with every question, and survives a reload', async () => {
    const { page, asked } = await visit(office(), '#token=9729f7bcb0f5');
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    expect(page.url()).not.toContain('9729f7bcb0f5');
    await page.reload();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    expect(new Set(asked.map((one) => one.token))).toEqual(new Set(['9729f7bcb0f5']));
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
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(300);
    expect(await page.getByRole('log').getByRole('paragraph').count(), 'one sentence, not a pile').toBe(1);
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

  test('at 125 % the rail shrinks to icons whose names are still told, and the year can still be changed', async () => {
    const { page } = await visit(office());
    await page.evaluate(() => {
      localStorage.setItem('so-vang.scale', '125');
      localStorage.setItem('so-vang.theme', 'dark');
    });
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    const rail = page.getByRole('navigation', { name: 'Màn hình' });
    expect((await rail.boundingBox())?.width).toBeLessThan(70);
    const overview = rail.getByRole('link', { name: 'Tổng quan' });
    expect(await overview.isVisible()).toBe(true);
    expect(await overview.getAttribute('title')).toBe('Tổng quan');
    expect(await rail.getByText('2026', { exact: true }).isVisible()).toBe(true);
    const year = rail.getByLabel('Năm thi đua');
    expect((await year.boundingBox())?.width).toBeGreaterThan(30);
    await year.selectOption('2025');
    expect(await rail.getByText('2025', { exact: true }).isVisible()).toBe(true);
    await shot(page, 'shell-125-dark');
    await accessible(page);
  });

  test('at 150 % every room is in sight and no title is cut', async () => {
    const { page } = await visit(office());
    await page.evaluate(() => {
      localStorage.setItem('so-vang.scale', '150');
    });
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    const rail = page.getByRole('navigation', { name: 'Màn hình' });
    const ends = await rail.getByRole('link').evaluateAll((links) => links.map((link) => link.getBoundingClientRect()));
    const [foot, ...rooms] = ends.reverse();
    expect(rooms.length).toBeGreaterThan(10);
    expect(Math.max(...rooms.map((room) => room.bottom))).toBeLessThanOrEqual(foot?.top ?? 0);
    await page.evaluate(() => void (location.hash = '#/khoi'));
    const title = page.getByRole('heading', { level: 1, name: 'Khối thi đua & chấm điểm' });
    await title.waitFor();
    expect(await title.evaluate((head) => head.scrollHeight - head.clientHeight)).toBeLessThanOrEqual(1);
    await shot(page, 'shell-150');
  });

  test('a fault of ours is told with its number', async () => {
    const broken = { refuse: { kind: 'broken', number: 17, sentence: 'Có lỗi, đã ghi vào nhật ký số 17.' } };
    const { page } = await visit(office({ 'journal.undo': broken }));
    await page.keyboard.press('Control+z');
    await page.getByText('nhật ký số 17').waitFor();
  });

  test('a wrong clock and an altered history are told above every room until they are gone', async () => {
    const wrong = 'Đồng hồ máy đang chỉ 08:00 ngày 01/01/2016.';
    const { page, answers } = await visit(
      office({ 'start.state': { ...open, warnings: [wrong] }, 'start.tick': { ...open, warnings: [wrong] } }),
      '',
      {},
      true,
    );
    await page.getByRole('alert').getByText(wrong).waitFor();
    await accessible(page);
    answers['start.tick'] = open;
    await page.clock.runFor(61_000);
    await page.getByRole('alert').waitFor({ state: 'detached' });
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

describe('the status bar', () => {
  const safety = {
    ...{ newest_at: '2026-11-12T08:12:00+07:00', changed: true, recovery_kept_on: null, recovery_shown: false },
    ...{ has_password: false, lock_after_minutes: 0, second: null, unreadable: 0 },
  };

  test('a copy older than seven days is told in amber, and a second medium that waits', async () => {
    const second = { name: 'USB sao lưu', there: false, last_at: null, behind: true, trouble: '' };
    const { page } = await visit(office({ 'backup.state': { ...safety, second } }));
    const old = page.getByRole('link', { name: 'Sao lưu gần nhất: 12/11/2026 08:12' });
    await old.waitFor();
    expect(await old.getAttribute('class')).toContain('late');
    expect(await page.getByText('Cắm “USB sao lưu” để chép bản mới nhất').isVisible()).toBe(true);
    await accessible(page);
  });

  test('a stick that takes nothing is told', async () => {
    const second = { name: 'USB sao lưu', there: true, last_at: null, behind: true, trouble: 'USB không cho ghi.' };
    const { page } = await visit(office({ 'backup.state': { ...safety, second } }));
    await page.getByRole('link', { name: 'Chưa chép được sang “USB sao lưu”' }).waitFor();
  });

  test('an old copy of an office in which nothing has changed since is as good as new', async () => {
    const { page } = await visit(office({ 'backup.state': { ...safety, changed: false } }));
    const told = page.getByRole('link', { name: /Sao lưu gần nhất/ });
    await told.waitFor();
    expect(await told.getAttribute('class')).not.toContain('late');
  });

  test('once a minute the core is told whether somebody is here; when it locks, the page shows it', async () => {
    const { page, answers, asked } = await visit(office({ 'start.tick': open }), '', {}, true);
    await page.keyboard.press('Shift');
    await page.clock.runFor(61_000);
    await page.waitForTimeout(50);
    expect(asked.filter((one) => one.name === 'start.tick').map((one) => one.args)).toEqual([{ active: true }]);
    answers['start.tick'] = { ...open, standing: 'locked', who: '' };
    await page.clock.runFor(60_000);
    await page.getByRole('heading', { name: 'Mở khóa' }).waitFor();
    expect(asked.findLast((one) => one.name === 'start.tick')?.args).toEqual({ active: false });
  });

  test('a lock covers what is half typed, and gives it back', async () => {
    const { page, answers, asked } = await visit(office(), '', {}, true);
    await page.getByRole('button', { name: open.who }).click();
    await page.getByRole('menuitem', { name: /Đổi người/ }).click();
    const name = page.getByRole('combobox', { name: 'Họ và tên' });
    await name.fill('Đỗ Thị Bích Hườ');
    answers['start.tick'] = { ...open, standing: 'locked', who: '' };
    await page.clock.runFor(61_000);
    await page.getByRole('heading', { name: 'Mở khóa' }).waitFor();
    for (const key of ['Escape', 'Escape', 'Control+s', 'Control+k']) await page.keyboard.press(key);
    expect(await page.getByRole('heading').allInnerTexts()).toEqual(['Mở khóa']);
    await shot(page, 'locked');
    await accessible(page);
    const before = asked.length;
    await page.evaluate(() => (window.location.hash = '#/don-vi'));
    await page.clock.runFor(600_000);
    expect(asked.length, 'nothing is asked for behind the lock').toBe(before);
    expect(page.url()).not.toContain('don-vi');
    answers['start.unlock'] = open;
    await page.getByLabel('Mật khẩu').fill('bảy con cá');
    await page.keyboard.press('Enter');
    await name.waitFor();
    await page.clock.runFor(100);
    await page.keyboard.press('End');
    await page.keyboard.type('ng');
    expect(await name.inputValue()).toBe('Đỗ Thị Bích Hường');
    expect(asked.some((one) => one.name === 'start.sit')).toBe(false);
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
    await page.getByLabel(/^Loại/).click();
    await page.getByRole('option', { name: 'Công đoàn phường' }).click();
    expect(await page.getByLabel('Tên đầy đủ').inputValue()).toBe('Công đoàn phường ');
    expect(await page.getByLabel('Ký hiệu trên số văn bản').inputValue()).toBe('CĐP');
    await page.getByLabel(/^Loại/).click();
    await page.getByRole('option', { name: 'LĐLĐ huyện' }).click();
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
    await page.keyboard.press('Control+s');
    await page.getByText('SV1-ABCD').waitFor();
    await shot(page, 'recovery-key');
    await accessible(page);
    const begin = page.getByRole('button', { name: 'Đã cất mã, bắt đầu làm việc' });
    expect(await begin.isDisabled()).toBe(true);
    answers['vault.recovery_key_kept'] = refused('typed', 'Chưa đúng nhóm cuối. Hãy gõ lại từ tờ giấy.');
    await page.getByLabel('Gõ lại nhóm cuối của mã từ tờ giấy').fill('ABCD');
    await begin.click();
    await page.getByText('Chưa đúng nhóm cuối.').waitFor();
    answers['vault.recovery_key_kept'] = answers['backup.state'];
    await page.getByLabel('Gõ lại nhóm cuối của mã từ tờ giấy').fill('WXYZ');
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

  test('a forgotten password: the recovery key opens, and a new password may be set', async () => {
    const { page, answers, asked } = await visit({
      'start.state': { ...open, standing: 'locked', who: '' },
      'start.forgot_password': refused('recovery_key', 'Mã khôi phục chưa đúng. Hãy xem lại tờ giấy.'),
    });
    await page.getByRole('button', { name: 'Quên mật khẩu' }).click();
    await page.getByLabel('Mã khôi phục').fill('SV1-AAAA');
    await accessible(page);
    const go = page.getByRole('button', { name: 'Mở và đổi mật khẩu' });
    await go.click();
    await page.getByText('Mã khôi phục chưa đúng.').waitFor();
    Object.assign(answers, office({ 'start.forgot_password': open }));
    await page.getByLabel('Mật khẩu mới (không bắt buộc)').fill('bảy con cá');
    await page.getByLabel('Gõ lại mật khẩu mới').fill('bảy con cá');
    await go.click();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    expect(asked.findLast((one) => one.name === 'start.forgot_password')?.args).toEqual({
      which: 'office',
      recovery_key: 'SV1-AAAA',
      password: 'bảy con cá',
    });
  });

  test('a lost key file: the recovery key opens the register as it lies there', async () => {
    const { page, asked } = await visit({
      ...office(),
      'start.state': { ...open, standing: 'damaged', key_lost: true, sentence: 'Tệp khóa key.json bị mất.' },
      'start.forgot_password': open,
    });
    await page.getByRole('heading', { name: 'Cần mã khôi phục' }).waitFor();
    await page.getByRole('button', { name: 'Nhập mã khôi phục' }).click();
    await page.getByLabel('Mã khôi phục').fill('ABCDE');
    await accessible(page);
    await page.getByRole('button', { name: 'Mở', exact: true }).click();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    expect(asked.find((one) => one.name === 'start.forgot_password')?.args).toMatchObject({ recovery_key: 'ABCDE' });
  });

  test('a damaged file: the newest good copy is one button away', async () => {
    const backup = (name: string, made_at: string, proved: boolean) => ({
      ...{ name, made_at, proved, place: 'here', reason: 'scheduled', acts_since: null },
      ...{ units: 214, members: 52_480, decisions: 31, bytes: 40_000_000 },
    });
    const { page, answers, asked } = await visit({
      'start.state': { ...open, standing: 'damaged', sentence: 'Tệp dữ liệu không đọc được.' },
      'backup.list': [
        backup('3', '2026-11-22T08:30:00+07:00', false),
        backup('2', '2026-11-22T08:15:00+07:00', true),
        backup('1', '2026-11-21T17:00:00+07:00', true),
      ],
      'shell.progress': { running: false, phase: '', done: 0, total: 0 },
    });
    const button = page.getByRole('button', { name: 'Khôi phục từ bản hôm nay 08:15' });
    await button.waitFor();
    expect(await page.getByText('52.480 đoàn viên').isVisible()).toBe(true);
    await shot(page, 'damaged');
    await accessible(page);
    Object.assign(answers, office({ 'backup.restore': { state: open, before: null } }));
    await button.click();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    expect(asked.find((one) => one.name === 'backup.restore')?.args).toMatchObject({ name: '2', place: 'here' });
  });

  test('a file that lacks the last acts may be opened without them, after one question', async () => {
    const sentence = 'Dữ liệu thiếu 3 thao tác cuối đã ghi lần trước.';
    const { page, answers, asked } = await visit({
      'start.state': { ...open, standing: 'damaged', behind: true, sentence },
      'backup.list': [],
      'shell.progress': { running: false, phase: '', done: 0, total: 0 },
    });
    await page.getByRole('heading', { name: 'Dữ liệu thiếu thao tác cuối' }).waitFor();
    await page.getByRole('button', { name: 'Mở dữ liệu đang có…' }).click();
    await shot(page, 'behind');
    await accessible(page);
    Object.assign(answers, office({ 'start.open_anyway': open }));
    await page.getByRole('button', { name: 'Mở, chấp nhận mất' }).click();
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    expect(asked.find((one) => one.name === 'start.open_anyway')?.args).toEqual({ which: 'office', password: null });
  });

  test.each([
    ['held', 'Dữ liệu đang được mở ở nơi khác'],
    ['refused', 'Chưa mở được dữ liệu'],
  ])('%s is told with its reason', async (standing, title) => {
    const { page } = await visit({ 'start.state': { ...open, standing, sentence: 'Vì một lý do rõ ràng.' } });
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await page.getByText('Vì một lý do rõ ràng.').isVisible()).toBe(true);
    await accessible(page);
  });
});
