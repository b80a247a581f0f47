/** What a screen reads: asked once however many ask, never overtaken by an older answer, reloaded when an act touches it. */
import { ask, Broken, Refused, type Args, type CommandName, type Value } from '../door';
import { onTouched } from './touched';

export class Query<T> {
  /** The newest answer; it stays while a newer one is on its way. */
  value: T | undefined = $state.raw();
  /** Why the newest question has no answer. */
  error: Refused | Broken | null = $state.raw(null);
  loading = $state(false);

  #generation = 0;
  #again: () => void = () => undefined;

  /** Asks again, for example after "Thử lại". */
  reload(): void {
    this.#again();
  }

  /** Runs a question; an answer that a newer question has overtaken is dropped. */
  run(question: () => Promise<T>): void {
    this.#again = () => {
      const mine = ++this.#generation;
      this.loading = true;
      question().then(
        (value) => {
          if (mine !== this.#generation) return;
          this.value = value;
          this.error = null;
          this.loading = false;
        },
        (error: unknown) => {
          if (mine !== this.#generation) return;
          this.error = error instanceof Refused || error instanceof Broken ? error : new Broken(0, String(error));
          this.loading = false;
        },
      );
    };
    this.#again();
  }
}

/**
 * Reads a command for as long as the component lives.
 *
 * `args` is followed: when what it reads changes, the question is asked again; null asks nothing yet. `reads` names
 * the tables whose change makes the answer old; without it every act does.
 */
export function query<K extends CommandName>(
  name: K,
  args: () => Args<K> | undefined,
  reads?: readonly string[],
): Query<Value<K>> {
  const found = new Query<Value<K>>();
  $effect(() => {
    const now = args();
    if (now === undefined) return;
    found.run(() => ask(name, now));
    return onTouched((tables) => {
      if (reads === undefined || tables.some((table) => reads.includes(table))) found.reload();
    });
  });
  return found;
}
