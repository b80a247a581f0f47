/** Writing: one command, one act, one toast with "Hoàn tác". */
import { Broken, Refused, write, type ActId, type Done, type Rest, type WriteName, type Written } from '../door';
import { clock } from '../words/format';
import { terms } from '../words/terms';
import { caughtUp } from './ahead';
import { say } from './toast.svelte';
import { announce } from './touched';

const saved: { at: string | null } = $state({ at: null });

/** "Đã lưu mọi thay đổi lúc 09:42": the local time of the last act of this sitting. */
export function allSaved(): string {
  return saved.at === null ? terms.allSaved : `${terms.allSaved} lúc ${clock(saved.at)}`;
}

/** Acts on their way and those that wait for their turn: each answers whether it was taken. */
let underWay: readonly Promise<boolean>[] = [];

export function track(taken: Promise<boolean>): void {
  underWay = [...underWay, taken];
  void taken.finally(() => (underWay = underWay.filter((one) => one !== taken)));
}

/** Waits for the choices and acts on their way; answers whether all of them were taken. */
export async function settled(): Promise<boolean> {
  await caughtUp();
  const ends = await Promise.all(underWay);
  return ends.every((taken) => taken);
}

function markSaved(): void {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  saved.at = `T${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** What every write answers, whichever command it was. */
export function settle(done: Done<unknown>): void {
  if (done.touched.length === 0) return;
  markSaved();
  announce(done.touched);
}

/**
 * Sends a writing command; queries that read what it touched reload. With `said` a toast tells it and offers undo.
 * Refusals are thrown, for the form to show.
 */
export async function act<K extends WriteName>(
  said: string | ((value: Written<K>) => string) | null,
  name: K,
  ...rest: Rest<K>
): Promise<Written<K>> {
  const sent = write(name, ...rest);
  track(
    sent.then(
      () => true,
      () => false,
    ),
  );
  const done = await sent;
  settle(done);
  if (said !== null) {
    const sentence = typeof said === 'string' ? said : said(done.value);
    const undoable = done.act !== null;
    say('done', sentence, undoable ? { label: terms.undo, run: () => void attempt(() => undo(done.act)) } : null);
  }
  return done.value;
}

/** Takes the last act back, or the one that is named. */
export async function undo(act: ActId | null = null): Promise<void> {
  const done = await write('journal.undo', { act, keep_edited: false });
  settle(done);
  say('done', `Đã hoàn tác: ${done.value.label}.`, { label: terms.redo, run: () => void attempt(redo) });
}

/** Does again what was taken back. */
export async function redo(): Promise<void> {
  const done = await write('journal.redo');
  settle(done);
  say('done', `Đã làm lại: ${done.value.label}.`);
}

/** Shows what went wrong, for work that has no form to show it in. */
export function tell(error: unknown): void {
  if (error instanceof Refused) say('wrong', error.message);
  else if (error instanceof Broken) say('wrong', error.message);
  else throw error;
}

/** Runs work and tells its failure; answers whether it went well. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    tell(error);
    return false;
  }
}
