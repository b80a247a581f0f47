/** What stands in a box over a kept value, for a page that saves each box when it is left. */
import { untrack } from 'svelte';

/**
 * What is typed stands until it is kept: reading the record anew, because another box was saved meanwhile, takes no
 * letter away. When the kept value itself changes (saved, or taken back) the box shows it again, unless one types on.
 */
export class Box {
  #read: () => string;
  #kept: string = $derived.by(() => this.#read());
  #typed: string | null = $state(null);
  #sent = true;

  constructor(read: () => string) {
    this.#read = read;
    $effect(() => this.#follow(this.#kept));
  }

  #follow(kept: string): void {
    untrack(() => {
      if (this.#sent || this.#typed === kept) this.#typed = null;
    });
  }

  get value(): string {
    return this.#typed ?? this.#kept;
  }

  set value(text: string) {
    this.#typed = text;
    this.#sent = false;
  }

  /** Whether something is typed that is not kept. */
  get changed(): boolean {
    return this.value !== this.#kept;
  }

  /** Hands over what is typed. */
  send(put: (text: string) => unknown): void {
    this.#sent = true;
    if (this.changed) put(this.value);
  }
}
