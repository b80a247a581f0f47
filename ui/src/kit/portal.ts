/** Where pop-ups are put: in the page, or inside the open dialog, because what is outside of it cannot be reached. */
import { getContext, setContext } from 'svelte';

const key = Symbol('portal');

type Place = () => HTMLElement;

/** A dialog takes the pop-ups of everything inside it. */
export function takePopups(place: () => HTMLElement | null): void {
  setContext<Place>(key, () => place() ?? document.body);
}

export function portalTarget(): Place {
  return getContext<Place | undefined>(key) ?? (() => document.body);
}
