/** Ticked lines: by name, or "all that match" with exceptions, so that 250,000 lines need no list. */
import type { RowId, Ticks } from './types';

export class Ticked {
  #all = false;
  #named = new Set<RowId>();

  has(id: RowId): boolean {
    return this.#all !== this.#named.has(id);
  }

  toggle(id: RowId): void {
    if (!this.#named.delete(id)) this.#named.add(id);
  }

  put(id: RowId, on: boolean): void {
    if (this.has(id) !== on) this.toggle(id);
  }

  everything(on: boolean): void {
    this.#all = on;
    this.#named.clear();
  }

  state(total: number): 'none' | 'some' | 'all' {
    const { count } = this.told(total);
    if (count === 0) return 'none';
    return count === total ? 'all' : 'some';
  }

  told(total: number): Ticks {
    const count = this.#all ? total - this.#named.size : this.#named.size;
    return { all: this.#all, named: new Set(this.#named), count };
  }
}
