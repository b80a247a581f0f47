/** A form on its way to the core: what is refused comes back field by field, everything else is told at the foot. */
import { Refused } from '../door';
import { tell } from './act.svelte';

export class Form {
  busy = $state(false);
  #errors: Readonly<Record<string, string>> = $state.raw({});

  /** What is wrong with a field, if anything. */
  error(field: string): string | undefined {
    return this.#errors[field];
  }

  /** Everything that is wrong with fields that the form does not show itself. */
  rest(...shown: readonly string[]): string {
    return Object.entries(this.#errors)
      .filter(([field]) => !shown.includes(field))
      .map(([, sentence]) => sentence)
      .join(' ');
  }

  /** Forgets what was wrong, for a form that is opened anew. */
  clear(): void {
    this.#errors = {};
  }

  /** Sends it; answers whether it was taken. */
  async send(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await work();
      this.#errors = {};
      return true;
    } catch (error) {
      if (error instanceof Refused) this.#errors = error.byField;
      else tell(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
