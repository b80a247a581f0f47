/** The dialog in which one works: a dialog stands in the page behind the one that it covers. */
export function frontDialog(): Element | undefined {
  return [...document.querySelectorAll('dialog[open]')].at(-1);
}
