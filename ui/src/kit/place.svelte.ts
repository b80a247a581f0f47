/** Where one is: the hash of the address. */

const now = $state({ hash: window.location.hash });

window.addEventListener('hashchange', () => {
  now.hash = window.location.hash;
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
  window.location.hash = `#/${parts.map((part) => encodeURIComponent(String(part))).join('/')}`;
}

/** The address of a place, for a link. */
export function address(...parts: (string | number)[]): string {
  return `#/${parts.map((part) => encodeURIComponent(String(part))).join('/')}`;
}
