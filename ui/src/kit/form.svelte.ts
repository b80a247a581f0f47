/** A form on its way to the core: what is refused comes back field by field, everything else is told at the foot. */
import { tick } from 'svelte';
import { Refused } from '../door';
import { tell, track } from './act.svelte';
import { caughtUp } from './ahead';
import { frontDialog } from './front';

/** The first field that is wrong where one works: in the dialog in front, or else in the page. */
export async function goToWrong(which: 'unread' | 'wrong'): Promise<boolean> {
  await tick();
  const front = frontDialog() ?? document.body;
  const mark = which === 'unread' ? '[data-unread]' : '[aria-invalid="true"]';
  const field = front.querySelector<HTMLElement>(`:is(input, textarea, button)${mark}`);
  field?.focus();
  return field !== null;
}

export class Form {
  busy = $state(false);
  #errors: Readonly<Record<string, string>> = $state.raw({});
  #last: Promise<boolean> = Promise.resolve(true);

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

  /**
   * Sends it, once however often one clicks; answers whether it was taken. While a field holds what cannot be read as
   * a day or a sum nothing is sent, for it would go without that field.
   */
  async send(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await caughtUp();
      if (await goToWrong('unread')) return false;
      if (await this.#run(work)) return true;
      await goToWrong('wrong');
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Sends one field of a page that saves each when it is left: one after the other, and none is dropped. */
  put(work: () => Promise<unknown>): Promise<boolean> {
    const run = () => this.#run(work);
    this.#last = this.#last.then(run, run);
    track(this.#last);
    return this.#last;
  }

  async #run(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.#errors = {};
      return true;
    } catch (error) {
      if (error instanceof Refused) this.#errors = error.byField;
      else tell(error);
      return false;
    }
  }
}
