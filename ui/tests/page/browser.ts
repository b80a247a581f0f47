/** The built page in Chromium, with an office that answers from memory. Whatever the page's policy refuses fails the test. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';

export type Answers = Record<string, unknown>;

/** What a command was asked with, newest last. */
export interface Asked {
  name: string;
  token: string | undefined;
  args: unknown;
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let server: PreviewServer;
let browser: Browser;

/** Starts server and browser once for the tests of a file. */
export function withBrowser(): void {
  beforeAll(async () => {
    server = await preview({ preview: { port: 0, strictPort: false } });
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
      args: ['--no-sandbox'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
}

export const refused = (field: string, sentence: string) => ({
  refuse: { kind: 'refused', refusals: [{ field, sentence }] },
});

function isAnswering(given: unknown): given is (args: unknown) => unknown {
  return typeof given === 'function';
}

function refusal(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'refuse' in answer ? answer.refuse : undefined;
}

export interface Visit {
  page: Page;
  asked: Asked[];
  /** Changes what a command answers from now on; a function is given the arguments. */
  answers: Answers;
}

/** Opens the page on an office; `answers` gives each command's value, or a function of its arguments. */
export async function visit(
  answers: Answers,
  hash = '',
  options: BrowserContextOptions = {},
  stoppedClock = false,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const asked: Asked[] = [];
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    // A refusal comes with a status of its own, which the browser reports as a failed request.
    if (line.type() === 'error' && !line.text().includes('status of 422')) faults.push(line.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  await page.route('**/door/*', async (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.replace('/door/', ''));
    const args: unknown = route.request().postDataJSON();
    asked.push({ name, args, token: route.request().headers()['x-token'] });
    const given = answers[name];
    const answer: unknown = isAnswering(given) ? given(args) : given;
    const wrong = refusal(answer);
    const told = answer === undefined ? { kind: 'broken', number: 1, sentence: `Không có lệnh ${name}.` } : wrong;
    await route.fulfill({ status: told === undefined ? 200 : 422, json: told ?? answer });
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  if (stoppedClock) await page.clock.install();
  await page.goto(`${address}${hash}`);
  await page.waitForSelector('body[data-ready]');
  return { page, asked, answers };
}

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** How a screen is looked at. */
export type Look = 'light' | 'dark' | '125';
export const everyLook: readonly Look[] = ['light', 'dark', '125'];

/** Does something while the page is dressed in one look after the other. */
export async function inLooks(page: Page, looks: readonly Look[], see: (look: Look) => Promise<void>): Promise<void> {
  for (const look of looks) {
    await wear(page, look);
    await see(look);
  }
  await wear(page, 'light');
}

async function wear(page: Page, look: Look): Promise<void> {
  await page.evaluate((name) => {
    const root = document.documentElement;
    root.dataset['theme'] = name === 'dark' ? 'dark' : 'light';
    root.style.setProperty('--ui-scale', name === '125' ? '1.25' : '1');
  }, look);
}

/** What axe complains of as the page looks now; dark differs from light in its colours alone. */
export async function complaints(page: Page, look: Look): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(await readAxe());
  const asked = {
    resultTypes: ['violations'],
    ...(look === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
  };
  const found: AxeResult = await page.evaluate(`axe.run(document, ${JSON.stringify(asked)})`);
  return found.violations.map(
    (one) =>
      `${one.id}: ${one.help}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' | ')}`,
  );
}

/** No violation that axe can see, in light, dark and at 125 %. */
export async function accessible(page: Page): Promise<void> {
  await inLooks(page, everyLook, async (look) => {
    expect(await complaints(page, look), look).toEqual([]);
  });
}

async function readAxe(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(axeFile, 'utf8');
}

/** A picture into the folder of `SOVANG_SHOTS`, if one is named. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SOVANG_SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
