/** Cells that were typed and could not be saved, of all lists on show: as long as there are any, not all is saved. */
import { SvelteMap } from 'svelte/reactivity';
import { count } from '../words/format';
import { say } from './toast.svelte';

const waiting = new SvelteMap<object, readonly string[]>();

/** What waits in one list. */
export function wait(list: object, texts: readonly string[]): void {
  if (texts.length === 0) waiting.delete(list);
  else waiting.set(list, texts);
}

/** A list goes from the screen: what waits in it is told once more, for nobody can see it any longer. */
export function leave(list: object): void {
  const texts = waiting.get(list);
  if (texts === undefined) return;
  waiting.delete(list);
  const some = texts.slice(0, 3).map((text) => `“${text}”`);
  const more = texts.length > some.length ? ` và ${count(texts.length - some.length)} ô khác` : '';
  say('wrong', `Chưa lưu ${count(texts.length)} ô: ${some.join(', ')}${more}. Hãy mở lại danh sách và gõ lại.`);
}

/** How many cells wait. */
export function waitingCells(): number {
  return [...waiting.values()].reduce((sum, texts) => sum + texts.length, 0);
}
