// The pictures of the user guide: the real page over `desk serve`, with the sample district, photographed screen by screen.
// node scripts/guide.mjs FOLDER   (SOVANG_DESK: the built desk; ui/dist: the built page)
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const { chromium } = createRequire(new URL('../ui/package.json', import.meta.url))('playwright-core');

const folder = process.argv[2] ?? 'docs/huong-dan/anh';
const home = mkdtempSync(join(tmpdir(), 'so-vang-guide-'));
const desk = spawn(process.env['SOVANG_DESK'] ?? 'desk', ['--home', home, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] });

/** The address that `desk serve` prints once it answers. */
async function address() {
  for await (const line of createInterface({ input: desk.stdout })) {
    const found = /http:\S+/.exec(line);
    if (found !== null) return found[0];
  }
  throw new Error('desk serve ended before it told an address');
}

/** Screens in the order of the guide: the picture's name, and how to get there from the one before. */
const screens = [
  ['01-lan-dau', async () => {}],
  ['02-thiet-lap', (page) => page.getByRole('button', { name: /Thiết lập cơ quan/ }).click()],
  [
    '03-tong-quan',
    async (page) => {
      await page.goto(page.url().split('#')[0]);
      await page.getByRole('button', { name: /Nạp dữ liệu mẫu/ }).click();
      await page.getByRole('navigation').first().waitFor({ timeout: 300_000 });
      await sit(page);
    },
  ],
  ['04-don-vi', go('don-vi')],
  ['05-doan-vien', go('doan-vien')],
  ['06-quyet-dinh', go('quyet-dinh')],
  ...(existsSync(new URL('../ui/src/rooms/intake/room.ts', import.meta.url)) ? [['07-nhap-excel', go('nhap')]] : []),
  ['08-danh-muc', go('danh-muc')],
  ['09-cai-dat', go('cai-dat')],
];

function go(place) {
  return (page) => page.evaluate((hash) => void (location.hash = hash), `#/${place}`);
}

/** Who is at the desk is asked once. */
async function sit(page) {
  const asked = page.getByRole('dialog').getByRole('textbox').first();
  if (!(await asked.isVisible({ timeout: 2000 }).catch(() => false))) return;
  await asked.fill('Nguyễn Thị Hường');
  await page.keyboard.press('Enter');
}

async function quiet(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(700);
}

let browser;
try {
  mkdirSync(folder, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  await page.goto(await address());
  for (const [name, arrive] of screens) {
    await arrive(page);
    await quiet(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    process.stdout.write(`${name}.png\n`);
  }
} finally {
  await browser?.close();
  desk.kill();
  rmSync(home, { recursive: true, force: true });
}
