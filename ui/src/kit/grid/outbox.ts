/** The way of typed cells to the file: what stands in them meanwhile, and the new rows that come of it. */
import { ahead } from '../ahead';
import { blockSize } from './blocks';
import type { GridCore } from './core';
import type { Draft } from './drafts';
import { CellsRefused } from './refused';
import type { Change, RowId } from './types';

/** A cell on its way, and what stands in it. */
interface SentCell {
  line: RowId;
  column: string;
  text: string;
  draft: Draft | undefined;
}

export class Outbox<R> {
  #grid: GridCore<R>;
  #sending = 0;
  #added: Promise<R | null> = Promise.resolve(null);
  /** The highest number of a row so far: the core numbers new rows upwards. */
  #newest = 0;

  constructor(grid: GridCore<R>) {
    this.#grid = grid;
  }

  /** Whether edits are on their way. */
  get busy(): boolean {
    return this.#sending > 0;
  }

  /** The new row that was sent last, when it is in the file; null when it cannot be told from others. */
  get added(): Promise<R | null> {
    return this.#added;
  }

  /** Under which key the drafts of a row lie. */
  line(row: R | null, index: number): RowId {
    return row === null ? this.#grid.key(index) : this.#grid.options.id(row);
  }

  /** One list of changes goes out; its cells show what was typed until the rows come back. */
  save(changes: Change<R>[]): void {
    const { drafts, blocks, stand, cursor, options } = this.#grid;
    const cells: SentCell[] = changes.map(({ row, index, column, text }) => ({
      line: this.line(row, index),
      column,
      text,
      draft: undefined,
    }));
    const show = (how: (at: number) => Pick<Draft, 'sentence' | 'saved'>) => {
      for (const [at, cell] of cells.entries()) {
        const next = { text: cell.text, ...how(at) };
        if (cell.draft === undefined || drafts.get(cell.line, cell.column) === cell.draft) {
          cell.draft = next;
          drafts.set(cell.line, cell.column, next);
        } else if (next.sentence !== null) {
          // Something else was typed there since, and stays.
          options.onError?.(new Error(`Chưa lưu “${cell.text}”. ${next.sentence}`));
        }
      }
      this.#grid.paint();
    };
    const drop = () => {
      for (const { line, column, draft } of cells) if (drafts.get(line, column) === draft) drafts.drop(line, column);
    };
    const rows = changes.map((change) => change.index);
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const added = changes.some((change) => change.row === null) ? this.#add(changes) : null;
    const done = async () => {
      const epoch = blocks.epoch;
      const born = (await (added ?? this.#send(changes))) ?? null;
      show(() => ({ sentence: null, saved: true }));
      if (blocks.epoch === epoch) blocks.refresh();
      for (;;) {
        const asked = blocks.epoch;
        await blocks.ensure(first, last);
        if (stand.waits) await stand.clear();
        else if (blocks.epoch === asked) break;
      }
      drop();
      if (born !== null && added === this.#added) this.#grid.came(born);
    };
    show(() => ({ sentence: null }));
    const here = this.#grid.key(cursor.at.row);
    if (cells.some((cell) => cell.line === here)) stand.worked(first === last);
    done()
      .catch((error: unknown) => {
        const told = error instanceof Error ? error.message : String(error);
        show((at) => ({ sentence: error instanceof CellsRefused ? error.of(at) : told }));
      })
      .finally(() => this.#grid.paint());
  }

  /** A cell of a row that is not here yet shows what was typed, and is sent when the row is. */
  async saveWhenHere(row: Promise<R | null>, change: Change<R>): Promise<void> {
    const line = this.line(null, change.index);
    this.#grid.drafts.set(line, change.column, { text: change.text, sentence: null });
    this.#grid.paint();
    const here = await row.catch(() => null);
    this.#grid.drafts.drop(line, change.column);
    this.save([{ ...change, row: here }]);
  }

  async #send(changes: Change<R>[]): Promise<void> {
    this.#sending += 1;
    try {
      await this.#grid.options.onEdit?.(changes);
    } finally {
      this.#sending -= 1;
    }
  }

  /** Sends new rows after those before them; answers the new row, if it is one. */
  #add(changes: Change<R>[]): Promise<R | null> {
    const before = this.#added.catch(() => null);
    const { blocks, options } = this.#grid;
    const number = (row: R) => Number(options.id(row));
    const index = changes[0]?.index ?? 0;
    const add = async () => {
      await before;
      this.#newest = Math.max(this.#newest, ...[...blocks.loaded()].map(([, row]) => number(row)));
      await this.#send(changes);
      const { rows } = await options.page(Math.floor(index / blockSize) * blockSize, blockSize);
      const born = rows.filter((row) => number(row) > this.#newest);
      this.#newest = Math.max(this.#newest, ...rows.map(number));
      return born.length === 1 ? (born[0] ?? null) : null;
    };
    this.#added = add();
    ahead(this.#added.then(() => undefined));
    return this.#added;
  }
}
