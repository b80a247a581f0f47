/** What the page remembers on this computer: looks, widths, filters. Never anything of the office itself. */

/** A remembered text, if it is one of those that make sense. */
export function recall<T extends string>(key: string, among: readonly T[], otherwise: T): T {
  const found = localStorage.getItem(`so-vang.${key}`);
  return among.find((one) => one === found) ?? otherwise;
}

export function remember(key: string, value: string): void {
  localStorage.setItem(`so-vang.${key}`, value);
}
