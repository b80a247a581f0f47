/** What must be true of every screen and every dialog. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaints, everyLook, inLooks, shot, type Look } from './browser';
import type { Office } from './desk';
import { asItIs, type Screen } from './screens';

/** A test for each screen. The program begins anew only after one on which something was opened, for nothing else would close it. */
export function eachIsSound(
  office: Office,
  screens: readonly Screen[],
  prefix = '',
  looks: readonly Look[] = everyLook,
): void {
  let goesOn = false;
  test.each(screens)('%s', async (name, place, open) => {
    if (!goesOn) await office.again();
    goesOn = false;
    await office.go(place);
    await open(office.page);
    await office.quiet();
    await sound(office.page, `${prefix}${name}`, looks);
    expect(office.faults()).toEqual([]);
    goesOn = open === asItIs;
  });
}

/** What must be true of a screen, however it looks. */
export async function sound(page: Page, name: string, looks: readonly Look[] = everyLook): Promise<void> {
  await page.waitForSelector('h1', { state: 'attached' });
  await inLooks(page, looks, async (look) => {
    await shot(page, `${name}-${look}`);
    expect.soft(await complaints(page, look), `${name}, ${look}`).toEqual([]);
    expect.soft(await tooWide(page), `${name}, ${look}`).toEqual([]);
  });
}

/** Parts of the page that are wider than their place: whoever looks at it would have to scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, dialog[open], dialog[open] .body')]
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .map((part) => `${part.tagName} ${part.className}: ${part.scrollWidth} in ${part.clientWidth}`),
  );
}
