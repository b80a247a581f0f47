/**
 * On which row one stands. A list that comes anew may be in another order or have fewer rows: then the cursor goes where
 * its row went. While one works on a row, an answer in which that row is elsewhere waits until one leaves it: or what
 * is typed next would land on somebody else.
 */
import type { RowId } from './types';

export interface StandList {
  /** The cursor's line. */
  at: () => number;
  idAt: (index: number) => RowId | undefined;
  indexOf: (id: RowId) => number | undefined;
  /** The blank line that takes a new row, where there is one. */
  blank: () => number | null;
  typing: () => boolean;
}

/** The blank line; and the row that was typed there and will come. */
const blank = Symbol('the blank line');
const coming = Symbol('the row to come');

export class Stand {
  #list: StandList;
  #on: RowId | typeof blank | typeof coming | null = null;
  #working = false;
  /** Those who want to know when the answer that waits has been let in; null when none waits. */
  #waiting: (() => void)[] | null = null;

  constructor(list: StandList) {
    this.#list = list;
  }

  /** The cursor was put somewhere. `onward`: to the next line, even where there is none yet. True: ask again. */
  moved(onward: boolean): boolean {
    const before = this.#on;
    const at = this.#list.at();
    const id = this.#list.idAt(at);
    if (id !== undefined) this.#on = id;
    else if (at !== this.#list.blank()) this.#on = null;
    else if (before !== coming || onward) this.#on = blank;
    return (this.#on !== before || onward) && this.leave();
  }

  /** Something on this row was sent to be saved; `one`: if it is new, no other new one with it. */
  worked(one: boolean): void {
    this.#working = true;
    if (this.#on === blank) this.#on = one ? coming : null;
  }

  /** Whether one stands on a new row that is not here yet. */
  get coming(): boolean {
    return this.#on === coming;
  }

  /** The new row is here. */
  came(id: RowId): void {
    if (this.#on === coming) this.#on = id;
  }

  /** Whether an answer may be shown: these rows, from line `first` on. */
  takes(first: number, ids: readonly RowId[], size: number): boolean {
    const place = this.#list.at() - first;
    if (place < 0 || place >= size || typeof this.#on === 'symbol' || this.#on === null) return true;
    if (ids[place] === this.#on) this.#letIn();
    else if (this.#working || this.#list.typing()) {
      this.#waiting ??= [];
      return false;
    }
    return true;
  }

  /** Where the cursor belongs now. */
  get line(): number {
    const at = this.#list.at();
    if (typeof this.#on === 'symbol') return this.#list.blank() ?? at;
    if (this.#on === null || this.#list.idAt(at) === this.#on) return at;
    return this.#list.indexOf(this.#on) ?? at;
  }

  get waits(): boolean {
    return this.#waiting !== null;
  }

  /** Resolves when no answer waits. */
  async clear(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting !== null) await new Promise<void>((done) => waiting.push(done));
  }

  /** Typing ended without anything to save. */
  rest(): boolean {
    return !this.#working && this.leave();
  }

  /** Another question was asked. */
  forget(): void {
    this.#on = null;
    this.leave();
  }

  /** Nobody works on the row any more. True: an answer waited, ask again. */
  leave(): boolean {
    this.#working = false;
    const waited = this.waits;
    this.#letIn();
    return waited;
  }

  #letIn(): void {
    const told = this.#waiting ?? [];
    this.#waiting = null;
    for (const one of told) one();
  }
}
