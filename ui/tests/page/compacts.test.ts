/** Compacts and meetings of the blocs with the sample district: their screens in every look, and a year of one bloc. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withOffice } from './desk';
import * as every from './sound';

describe('compacts', () => {
  const office = withOffice('sample');
  const year = new Date().getFullYear();

  async function sound(name: string): Promise<void> {
    await office.quiet();
    await every.sound(office.page, name);
    expect(office.faults()).toEqual([]);
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

  /** The year as it is before anything was written: the sample has a year of its own. */
  async function cleared(): Promise<void> {
    const { blocs } = await office.call('compacts.year', { year });
    for (const { bloc, held_on } of blocs) {
      const { signing } = await office.call('compacts.get', { bloc, year });
      const units = signing.lines.filter((line) => line.signed_on !== null).map((line) => line.unit);
      await office.call('compacts.unsign', { of: { bloc, year }, units });
      if (held_on !== null) await office.call('compacts.remove_meeting', { of: { bloc, year } });
      await office.call('compacts.remove', { bloc, year });
    }
    await office.again();
  }

  test('a year of blocs: compacts begun for all, signed, a meeting held, the elected lead the next year', async () => {
    const { page } = office;
    await cleared();
    await office.go('khoi');
    await button(page, 'Giao ước & họp khối').click();
    await sound('compacts-none');
    await button(page, 'Lập giao ước các khối').click();
    await page
      .getByRole('textbox', { name: 'Nội dung 1', exact: true })
      .fill('Phát động phong trào thi đua đến đoàn viên');
    await page.getByRole('textbox', { name: 'Chỉ tiêu 1', exact: true }).fill('100 % CĐCS');
    await page.getByLabel('Theo kế hoạch').fill('Kế hoạch 80/KH-LĐLĐ');
    await sound('compacts-begin');
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã lập giao ước cho \d+ khối/).waitFor();
    await sound('compacts');

    await page.getByRole('table', { name: 'Giao ước và họp khối' }).getByRole('link').first().click();
    await page.getByRole('table', { name: 'Nội dung và chỉ tiêu' }).waitFor();
    await sound('compact');
    await button(page, 'Sửa giao ước').click();
    await sound('compact-edit');
    await page.keyboard.press('Escape');
    const bloc = Number(new URL(page.url()).hash.split('/').at(-1));
    const { signing } = await office.call('compacts.get', { bloc, year });

    await page.getByRole('tab', { name: /Danh sách ký/ }).click();
    await sound('compact-signing');
    await button(page, 'Ghi các đơn vị còn lại đã ký').click();
    for (const [at, line] of signing.lines.entries()) {
      const signer = page.getByRole('textbox', { name: new RegExp(`^Người ký ${String(at + 1)}(?!\\d)`) });
      if (line.signer === '') await signer.fill('Nguyễn Văn An');
    }
    await sound('compact-sign');
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã ghi \d+ đơn vị ký/).waitFor();
    await sound('compact-signed');

    const [first, second, third] = signing.lines;
    const vote = (what: 'head' | 'deputy' | 'acclaim', unit: number | undefined, votes: number) => ({
      what,
      unit: unit ?? 0,
      award: what === 'acclaim' ? 'Cờ thi đua của LĐLĐ tỉnh' : '',
      votes,
    });
    await page.getByRole('tab', { name: /Họp khối/ }).click();
    await sound('meeting-none');
    const units = signing.lines.length;
    await office.call('compacts.set_meeting', {
      bloc,
      year,
      held_on: `${String(year)}-01-20`,
      began: '08:00',
      ended: '11:00',
      place: 'Hội trường huyện',
      chair: 'Lê Văn Lợi',
      secretary: 'Trần Thu Hà',
      units,
      present: units,
      content: 'Tổng kết phong trào thi đua năm, bầu khối trưởng, khối phó năm sau.',
      conclusion: '',
      votes: [
        vote('head', third?.unit, units),
        vote('head', first?.unit, 0),
        vote('deputy', second?.unit, units),
        vote('acclaim', first?.unit, units),
        vote('acclaim', second?.unit, 1),
      ],
    });
    await office.again();
    await office.go(`khoi/giao-uoc/${String(bloc)}`);
    await page.getByRole('tab', { name: /Họp khối/ }).click();
    await page.getByText('Kết quả bầu đã rõ.').waitFor();
    await sound('meeting');
    await button(page, 'Sửa biên bản').click();
    await page.getByRole('button', { name: 'Thêm đơn vị được suy tôn' }).click();
    await sound('meeting-edit');
    await page.keyboard.press('Control+s');
    await page
      .getByText('Chưa chọn đơn vị được bầu hoặc suy tôn.')
      .or(page.getByText(/Số phiếu phải từ 0/))
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Ghi làm khối trưởng, khối phó năm ${String(year + 1)}` }).click();
    await page.getByText(/được bầu đã ghi cho năm/).waitFor();
    const next = await office.call('compacts.get', { bloc, year: year + 1 });
    expect([next.line.head, next.line.deputy]).toEqual([third?.unit, second?.unit]);
  });

  test('by how many votes a bloc decides is a dated row with its source', async () => {
    const { page } = office;
    await office.again();
    await office.go('khoi/giao-uoc');
    await button(page, 'Số phiếu cần đạt').click();
    await sound('vote-rules');
    await button(page, 'Thêm quy định').click();
    await sound('vote-rule');
    await page.keyboard.press('Control+s');
    await page.getByText(/cần ghi nguồn/).waitFor();
    await page.getByRole('textbox', { name: 'Nguồn' }).fill('Quy chế thi đua của khối');
    await page.keyboard.press('Control+s');
    await page.getByText('Đã lưu quy định số phiếu.').waitFor();
    await office.call('journal.undo', { act: null, keep_edited: false });
    expect(office.faults()).toEqual([]);
  });
});
