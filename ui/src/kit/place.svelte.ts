/** Where one is: the hash of the address. */
import { isHeld } from './held';

const now = $state({ hash: window.location.hash });

/** The place that the program itself goes to: nothing holds it back. */
let meant = '';

window.addEventListener('hashchange', () => {
  const { hash } = window.location;
  if (hash === now.hash) return;
  if (hash !== meant && isHeld()) window.location.hash = now.hash;
  else now.hash = hash;
  meant = '';
});

/** The parts of the address: `#/doan-vien/12` is ['doan-vien', '12']; the first room is [], and so is what is no place. */
export function place(): string[] {
  if (!now.hash.startsWith('#/')) return [];
  return now.hash
    .slice(2)
    .replace(/\?.*$/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
}

/** Goes to a place of the program: `go('doan-vien', '12')`. */
export function go(...parts: (string | number)[]): void {
  meant = address(...parts);
  window.location.hash = meant;
}

/** The address of a place, for a link. */
export function address(...parts: (string | number)[]): string {
  return `#/${parts.map((part) => encodeURIComponent(String(part))).join('/')}`;
}
