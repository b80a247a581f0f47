/** Who listens when an act has changed tables: open queries reload, the status bar says that all is saved. */

import { forgetQuestions } from '../door';

type Listener = (tables: readonly string[]) => void;

const listeners = new Set<Listener>();

/** Listens until the returned function is called. */
export function onTouched(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every listener which tables an act has changed. */
export function announce(tables: readonly string[]): void {
  forgetQuestions();
  for (const listener of [...listeners]) listener(tables);
}
