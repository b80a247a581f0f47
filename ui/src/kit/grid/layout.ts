/** Which columns are shown, in which order and how wide; kept from one day to the next. */
import type { Column } from './types';

interface Kept {
  order: string[];
  hidden: string[];
  widths: Record<string, number>;
}

const narrowest = 48;
const widest = 900;

export class Layout<R> {
  shown: Column<R>[] = [];

  #all: readonly Column<R>[];
  #kept: Kept;
  #key: string;
  #changed: () => void;

  constructor(name: string, columns: readonly Column<R>[], changed: () => void) {
    this.#key = `grid.${name}`;
    this.#all = columns;
    this.#changed = changed;
    this.#kept = read(this.#key) ?? fresh(columns);
    this.#arrange();
  }

  get all(): readonly Column<R>[] {
    return this.#all;
  }

  /** Other columns (another kind of list), with whatever was kept for those of the same key. */
  replace(columns: readonly Column<R>[]): void {
    this.#all = columns;
    this.#arrange();
  }

  width(column: Column<R>): number {
    return this.#kept.widths[column.key] ?? column.width;
  }

  isShown(key: string): boolean {
    return !this.#kept.hidden.includes(key);
  }

  resize(key: string, width: number): void {
    this.#kept.widths[key] = Math.round(Math.min(widest, Math.max(narrowest, width)));
    this.#keep();
  }

  show(key: string, shown: boolean): void {
    const others = this.#kept.hidden.filter((hidden) => hidden !== key);
    this.#kept.hidden = shown ? others : [...others, key];
    this.#keep();
  }

  /** Puts a shown column at another place among the shown ones. */
  move(key: string, to: number): void {
    const order = this.shown.map((column) => column.key).filter((other) => other !== key);
    order.splice(to, 0, key);
    const rest = this.#all.map((column) => column.key).filter((other) => !order.includes(other));
    this.#kept.order = [...order, ...rest];
    this.#keep();
  }

  toDefault(): void {
    this.#kept = fresh(this.#all);
    localStorage.removeItem(this.#key);
    this.#arrange();
    this.#changed();
  }

  #keep(): void {
    localStorage.setItem(this.#key, JSON.stringify(this.#kept));
    this.#arrange();
    this.#changed();
  }

  #arrange(): void {
    const place = (column: Column<R>): number => {
      const found = this.#kept.order.indexOf(column.key);
      return found < 0 ? this.#all.indexOf(column) : found;
    };
    this.shown = this.#all
      .filter((column) => this.isShown(column.key))
      .toSorted((one, other) => place(one) - place(other));
  }
}

function fresh<R>(columns: readonly Column<R>[]): Kept {
  return {
    order: [],
    hidden: columns.filter((column) => column.hidden === true).map((column) => column.key),
    widths: {},
  };
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** What an older version kept may have another shape: then it is as if nothing had been kept. */
function read(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    if (!('order' in kept && 'hidden' in kept && 'widths' in kept)) return null;
    const { order, hidden, widths } = kept;
    if (!isStrings(order) || !isStrings(hidden) || typeof widths !== 'object' || widths === null) return null;
    const numbers = Object.entries(widths).filter((pair): pair is [string, number] => typeof pair[1] === 'number');
    return { order, hidden, widths: Object.fromEntries(numbers) };
  } catch {
    return null;
  }
}
