/** Where pop-ups are put: in the page, or inside the open dialog, because what is outside of it cannot be reached. */
import { getContext, setContext } from 'svelte';

const key = Symbol('portal');

type Place = () => HTMLElement;

/** A dialog takes the pop-ups of everything inside it. */
export function takePopups(place: () => HTMLElement | null): void {
  setContext<Place>(key, () => place() ?? ground());
}

export function portalTarget(): Place {
  return getContext<Place | undefined>(key) ?? ground;
}

/** A landmark of its own, so that what pops up is not outside of all of them. */
function ground(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[data-popups]');
  if (found !== null) return found;
  const made = document.createElement('aside');
  made.dataset['popups'] = '';
  made.setAttribute('aria-label', 'Phần bật lên');
  document.body.append(made);
  return made;
}
