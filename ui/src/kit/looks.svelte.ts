/** How the page looks: theme, density, size of letters. Remembered on this computer. */
import { recall, remember } from './kept';

export const themes = ['light', 'dark', 'system'] as const;
export const densities = ['compact', 'normal', 'roomy'] as const;
export const scales = ['90', '100', '112', '125', '150'] as const;

export type Theme = (typeof themes)[number];
export type Density = (typeof densities)[number];
export type Scale = (typeof scales)[number];

const looks = $state({
  theme: recall<Theme>('theme', themes, 'light'),
  density: recall<Density>('density', densities, 'normal'),
  scale: recall<Scale>('scale', scales, '100'),
});

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Puts the looks on the page; called once at the start and after each change. */
export function wear(): void {
  const root = document.documentElement;
  root.dataset['theme'] = looks.theme === 'system' ? (dark.matches ? 'dark' : 'light') : looks.theme;
  root.dataset['density'] = looks.density;
  root.style.setProperty('--ui-scale', String(Number(looks.scale) / 100));
}

dark.addEventListener('change', wear);

export function theme(): Theme {
  return looks.theme;
}

export function density(): Density {
  return looks.density;
}

export function scale(): Scale {
  return looks.scale;
}

export function setTheme(next: Theme): void {
  looks.theme = next;
  remember('theme', next);
  wear();
}

export function setDensity(next: Density): void {
  looks.density = next;
  remember('density', next);
  wear();
}

export function setScale(next: Scale): void {
  looks.scale = next;
  remember('scale', next);
  wear();
}

/** One step larger (1), smaller (-1), or back to 100 % (0). */
export function stepScale(step: -1 | 0 | 1): void {
  const at = scales.indexOf(looks.scale) + step;
  const next = step === 0 ? '100' : scales[Math.min(scales.length - 1, Math.max(0, at))];
  if (next !== undefined) setScale(next);
}
