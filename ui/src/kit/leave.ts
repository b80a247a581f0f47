/** A field takes what is typed when it is left: lets go of the one in which somebody types, and comes back to it. */
export function leaveForAMoment(within: Element | null = document.body): void {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || within?.contains(here) !== true) return;
  here.blur();
  here.focus();
}
