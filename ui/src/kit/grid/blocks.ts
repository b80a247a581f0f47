/** Rows by blocks of 200: loaded when they come into sight, the twenty last used are kept, old answers are dropped. */
import type { Page } from './types';

export const blockSize = 200;
const kept = 20;

interface Block<R> {
  rows: R[];
  epoch: number;
  /** The epoch for which an answer is on its way, or has failed. */
  asked: number;
  answer: Promise<void> | null;
}

export class Blocks<R> {
  total = 0;

  #page: (offset: number, limit: number) => Promise<Page<R>>;
  #takes: (first: number, rows: readonly R[]) => boolean;
  #changed: () => void;
  #failed: (error: unknown) => void;
  // In order of use, the longest unused first.
  #blocks = new Map<number, Block<R>>();
  #epoch = 0;

  /** `takes` says whether an answer may be shown yet; one that may not is asked for again after the next refresh. */
  constructor(
    page: (offset: number, limit: number) => Promise<Page<R>>,
    takes: (first: number, rows: readonly R[]) => boolean,
    changed: () => void,
    failed: (error: unknown) => void,
  ) {
    this.#page = page;
    this.#takes = takes;
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Counts how often everything was asked anew. */
  get epoch(): number {
    return this.#epoch;
  }

  /** How many blocks are held; never much above the limit. */
  get held(): number {
    return this.#blocks.size;
  }

  row(index: number): R | undefined {
    return this.#blocks.get(Math.floor(index / blockSize))?.rows[index % blockSize];
  }

  /** Every loaded row with its index, in order. */
  *loaded(): Generator<[number, R]> {
    for (const number of [...this.#blocks.keys()].sort((a, b) => a - b)) {
      const rows = this.#blocks.get(number)?.rows ?? [];
      for (const [at, row] of rows.entries()) yield [number * blockSize + at, row];
    }
  }

  /** Asks for the blocks of these lines, unless they are here and fresh. */
  want(first: number, last: number): Promise<void>[] {
    const waiting: Promise<void>[] = [];
    for (let n = Math.floor(Math.max(0, first) / blockSize); n <= Math.floor(last / blockSize); n++) {
      const block = this.#blocks.get(n) ?? { rows: [], epoch: -1, asked: -1, answer: null };
      this.#blocks.delete(n);
      this.#blocks.set(n, block);
      if (block.epoch !== this.#epoch && block.asked !== this.#epoch) this.#load(n, block);
      if (block.answer !== null) waiting.push(block.answer);
    }
    this.#trim();
    return waiting;
  }

  /** Loads these lines and waits for them. */
  async ensure(first: number, last: number): Promise<void> {
    await Promise.all(this.want(first, last));
  }

  /** What is shown stays until its newer answer is here. */
  refresh(): void {
    this.#epoch += 1;
  }

  /** Another question (sort, filter): nothing of the old answer is of use. */
  reset(page: (offset: number, limit: number) => Promise<Page<R>>): void {
    this.#page = page;
    this.#epoch += 1;
  }

  #load(number: number, block: Block<R>): void {
    const epoch = this.#epoch;
    block.asked = epoch;
    block.answer = this.#page(number * blockSize, blockSize).then(
      (page) => {
        if (block.asked === epoch) block.answer = null;
        if (epoch !== this.#epoch || !this.#takes(number * blockSize, page.rows)) return;
        block.rows = page.rows;
        block.epoch = epoch;
        this.total = page.total;
        this.#dropBeyond();
        this.#changed();
      },
      (error: unknown) => {
        if (block.asked === epoch) block.answer = null;
        if (epoch === this.#epoch) this.#failed(error);
      },
    );
  }

  /** After a filter, blocks below the last line would show rows that are no longer there. */
  #dropBeyond(): void {
    for (const number of [...this.#blocks.keys()]) {
      if (number * blockSize >= Math.max(this.total, 1)) this.#blocks.delete(number);
    }
  }

  #trim(): void {
    for (const number of this.#blocks.keys()) {
      if (this.#blocks.size <= kept) return;
      this.#blocks.delete(number);
    }
  }
}
