/** axe over whatever is on the page, in light, dark and at 125 %. */
import axe from 'axe-core';
import { page } from 'vitest/browser';
import { expect } from 'vitest';
import { settled } from './sheet';

export async function accessible(name: string): Promise<void> {
  const root = document.documentElement;
  for (const look of ['light', 'dark', '125']) {
    root.dataset['theme'] = look === 'dark' ? 'dark' : 'light';
    root.style.setProperty('--ui-scale', look === '125' ? '1.25' : '1');
    await settled();
    const shots: unknown = import.meta.env['VITE_SHOTS'];
    if (typeof shots === 'string') await page.screenshot({ path: `${shots}/${name}-${look}.png` });
    const found = await axe.run(document, { resultTypes: ['violations'] });
    const told = found.violations.map(
      (one) =>
        `${look}: ${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' | ')}`,
    );
    expect(told).toEqual([]);
  }
  root.dataset['theme'] = 'light';
  root.style.setProperty('--ui-scale', '1');
}
