/** The built page over `desk serve`, with a real office behind it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Args, CommandName, HostDraft, Value } from '../../src/door';

/** Long enough for the sample district to be read on a slow computer. */
const patience = 300_000;

/** A data folder of its own, the program that serves it, and a page on it. Nothing may be complained of in the console. */
export class Office {
  page!: Page;
  #home = mkdtempSync(join(tmpdir(), 'so-vang-page-'));
  #desk!: ChildProcess;
  #browser!: Browser;
  #address = '';
  #faults: string[] = [];
  /** Questions that wait for their answer. */
  #waiting = 0;

  async begin(): Promise<void> {
    this.#desk = spawn(process.env['SOVANG_DESK'] ?? 'desk', ['--home', this.#home, 'serve'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, SOVANG_PAGE: resolve(import.meta.dirname, '../../dist') },
    });
    this.#address = await this.#told();
    this.#browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
      args: ['--no-sandbox'],
    });
    this.page = await this.#browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    this.page.on('pageerror', (error) => this.#faults.push(error.message));
    this.page.on('console', (line) => {
      // A refusal comes with a status of its own, which the browser reports as a failed request.
      if (line.type() === 'error' && !line.text().includes('status of 422')) this.#faults.push(line.text());
    });
    const { origin } = new URL(this.#address);
    this.page.on('requestfinished', () => (this.#waiting -= 1));
    this.page.on('requestfailed', () => (this.#waiting -= 1));
    this.page.on('request', (request) => {
      this.#waiting += 1;
      const { protocol, origin: there } = new URL(request.url());
      if (protocol.startsWith('http') && there !== origin) this.#faults.push(`asked for ${request.url()}`);
    });
    await this.page.goto(this.#address);
    await this.page.waitForSelector('body[data-ready]');
  }

  /** The address that `desk serve` prints once it answers. */
  async #told(): Promise<string> {
    const { stdout } = this.#desk;
    if (stdout === null) throw new Error('desk serve has no output');
    for await (const line of createInterface({ input: stdout })) {
      const found = /http:\S+/.exec(line);
      if (found !== null) return found[0];
    }
    throw new Error('desk serve ended before it told an address');
  }

  async end(): Promise<void> {
    await this.#browser.close();
    this.#desk.kill();
    rmSync(this.#home, { recursive: true, force: true });
  }

  /** What the console complained of since the last time. */
  faults(): string[] {
    return this.#faults.splice(0);
  }

  /** Calls a command beside the page. */
  async call<K extends CommandName>(name: K, args: Args<K> | null = null): Promise<Value<K>> {
    const { origin, hash } = new URL(this.#address);
    const token = /token=(\w+)/.exec(hash)?.[1] ?? '';
    const headers = { 'x-token': token, 'content-type': 'application/json' };
    const body = JSON.stringify(args);
    const answer = await fetch(`${origin}/door/${name}`, { method: 'POST', headers, body });
    const value: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(value)}`);
    return value as Value<K>;
  }

  /** Goes to a screen and waits until it has read what it shows. */
  async go(place: string): Promise<void> {
    await this.page.evaluate((hash) => void (window.location.hash = hash), `#/${place}`);
    await this.quiet();
  }

  /** Waits until nothing has been asked for during a fifth of a second. */
  async quiet(): Promise<void> {
    for (let still = 0; still < 8; still += 1) {
      await this.page.waitForTimeout(25);
      if (this.#waiting > 0) still = 0;
    }
  }

  /** Opens the program anew. */
  async again(): Promise<void> {
    await this.page.goto('about:blank');
    this.#waiting = 0;
    await this.page.goto(this.#address);
    await this.page.waitForSelector('body[data-ready]');
    await this.quiet();
  }
}

/** An office for the tests of a file, with or without the sample district in it. */
export function withOffice(fill: 'sample' | 'empty'): Office {
  const office = new Office();
  beforeAll(async () => {
    await office.begin();
    const clerk = 'Trần Thu Hà';
    if (fill === 'sample') {
      await office.call('start.load_sample');
      await office.call('start.sit', { name: clerk });
    } else {
      await office.call('start.set_up', { host: minhChau, clerk, password: null });
    }
    await office.again();
  }, patience);
  afterAll(async () => {
    await office.end();
    expect(office.faults()).toEqual([]);
  });
  return office;
}

const minhChau: HostDraft = {
  kind: 'district',
  name: 'Liên đoàn Lao động huyện Minh Châu',
  superior: 'Liên đoàn Lao động tỉnh Hoài Giang',
  symbol: 'LĐLĐ',
  place: 'Minh Châu',
  signers: [{ name: 'Phạm Đức Long', title: 'Chủ tịch', form: 'TM. BAN THƯỜNG VỤ' }],
};
