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

const year = new Date().getFullYear();
/** Where the page is. */
let start = '';

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
  ['10-nam-thi-dua', go('nam-thi-dua')],
  ['11-cam-ket', go('cam-ket')],
  ['12-ban-cam-ket', inside('pledges.page', { query: { year }, offset: 0, limit: 4 }, (found) => `cam-ket/${found.rows[3].id}`)],
  ['13-tien-do-cam-ket', go('cam-ket/tien-do')],
  ['14-phong-trao', go('phong-trao')],
  ['15-noi-dung-phong-trao', inside('movements.list', { year }, (found) => `phong-trao/${most(found, 'contents').id}`)],
  ['16-dang-ky-thi-dua', go('phong-trao/dang-ky')],
  ['17-tham-gia', go('phong-trao/tham-gia')],
  ['18-sang-kien', go('sang-kien')],
  ['19-ket-qua-sang-kien', go('sang-kien/ket-qua')],
  ['20-cong-trinh', go('sang-kien/cong-trinh')],
  ['21-chi-tieu', go('chi-tieu')],
  ['22-dao-tao', go('dao-tao')],
  ['23-lop-hoc', inside('training.page', { year }, (found) => `dao-tao/${most(found.lines, 'reported').id}`)],
  ['24-ket-qua-dao-tao', go('dao-tao/ket-qua')],
  ['25-giao-uoc', go('khoi/giao-uoc')],
  [
    '26-hop-khoi',
    inside(
      'compacts.year',
      { year },
      (found) => `khoi/giao-uoc/${most(found.blocs, 'acclaimed').bloc}`,
      (page) => page.getByRole('tab', { name: /Họp khối/ }).click(),
    ),
  ],
  ['27-khoi', go('khoi')],
  ['28-so-diem', inside('scores.blocs', { year }, (found) => `khoi/${found[3].bloc}`)],
  ['29-bang-diem', go('khoi/bang-diem')],
  ['30-van-ban', go('van-ban')],
];

function most(rows, what) {
  return rows.reduce((best, row) => (row[what] > best[what] ? row : best));
}

function go(place) {
  return (page) => page.evaluate((hash) => void (location.hash = hash), `#/${place}`);
}

/** Goes to the place that the answer of a command leads to. */
function inside(command, args, place, then = async () => {}) {
  return async (page) => {
    const { origin, hash } = new URL(start);
    const headers = { 'x-token': /token=(\w+)/.exec(hash)?.[1] ?? '', 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/door/${command}`, { method: 'POST', headers, body: JSON.stringify(args) });
    if (!answer.ok) throw new Error(`${command}: ${await answer.text()}`);
    await go(place(await answer.json()))(page);
    await quiet(page);
    await then(page);
  };
}

/** Who is at the desk is asked once. */
async function sit(page) {
  const asked = page.getByRole('dialog').getByRole('textbox').first();
  if (!(await asked.isVisible({ timeout: 2000 }).catch(() => false))) return;
  await asked.fill('Nguyễn Thị Hường');
  await page.keyboard.press('Enter');
}

/** Questions that are not answered yet: a screen is photographed when it has read what it shows. */
let open = 0;

async function quiet(page) {
  for (let still = 0; still < 7; ) {
    await page.waitForTimeout(100);
    still = open === 0 ? still + 1 : 0;
  }
}

let browser;
try {
  mkdirSync(folder, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  page.on('request', () => (open += 1));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, () => (open -= 1));
  start = await address();
  await page.goto(start);
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
