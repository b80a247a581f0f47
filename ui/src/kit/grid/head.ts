/** The header line: sorting, widths and order, by mouse and by keyboard. */
import type { Layout } from './layout';
import type { Column, Sort } from './types';

export interface HeadEvents {
  sort: (key: string) => void;
  tickAll: () => void;
  /** Back into the cells of this column. */
  leave: (col: number) => void;
}

const far = 5;

export class Head<R> {
  readonly element: HTMLElement;
  readonly line: HTMLElement;

  #layout: Layout<R>;
  #events: HeadEvents;
  #box: HTMLButtonElement | null = null;
  #cells: HTMLElement[] = [];
  #ticks: boolean;

  constructor(layout: Layout<R>, ticks: boolean, events: HeadEvents) {
    this.#layout = layout;
    this.#events = events;
    this.#ticks = ticks;
    this.element = document.createElement('div');
    this.element.className = 'grid-head';
    this.element.setAttribute('role', 'rowgroup');
    this.line = document.createElement('div');
    this.line.className = 'grid-row';
    this.line.setAttribute('role', 'row');
    this.line.setAttribute('aria-rowindex', '1');
    this.element.append(this.line);
  }

  rebuild(frozen: number): void {
    this.#cells = this.#layout.shown.map((column, col) => this.#cell(column, col, col < frozen));
    this.line.replaceChildren(...(this.#ticks ? [this.#tickCell()] : []), ...this.#cells);
  }

  showSort(sort: Sort | null): void {
    for (const [col, column] of this.#layout.shown.entries()) {
      const cell = this.#cells[col];
      if (column.sortable !== true || cell === undefined) continue;
      const direction = sort?.key !== column.key ? 'none' : sort.down ? 'descending' : 'ascending';
      cell.setAttribute('aria-sort', direction);
    }
  }

  showTicks(state: 'none' | 'some' | 'all'): void {
    this.#box?.setAttribute('aria-checked', state === 'some' ? 'mixed' : String(state === 'all'));
  }

  focus(col: number): void {
    this.#cells[col]?.querySelector('button')?.focus();
  }

  #tickCell(): HTMLElement {
    const cell = document.createElement('div');
    cell.className = 'grid-cell grid-tick';
    cell.setAttribute('role', 'columnheader');
    cell.setAttribute('aria-colindex', '1');
    const box = document.createElement('button');
    box.type = 'button';
    box.className = 'grid-box';
    box.tabIndex = -1;
    box.setAttribute('role', 'checkbox');
    box.setAttribute('aria-label', 'Chọn tất cả');
    box.setAttribute('aria-checked', 'false');
    box.addEventListener('click', () => this.#events.tickAll());
    this.#box = box;
    cell.append(box);
    return cell;
  }

  #cell(column: Column<R>, col: number, frozen: boolean): HTMLElement {
    const cell = document.createElement('div');
    const figure = column.kind === 'number' || column.kind === 'money';
    cell.className = `grid-cell${frozen ? ' frozen' : ''}${figure ? ' figure' : ''}`;
    cell.setAttribute('role', 'columnheader');
    cell.setAttribute('aria-colindex', String(col + (this.#ticks ? 2 : 1)));
    const name = document.createElement('button');
    name.type = 'button';
    name.tabIndex = -1;
    name.className = 'grid-name';
    name.textContent = column.title;
    name.title = column.title;
    name.classList.toggle('sortable', column.sortable === true);
    name.addEventListener('keydown', (event) => this.#key(event, column, col));
    name.addEventListener('pointerdown', (event) => this.#drag(event, column, cell));
    const edge = document.createElement('span');
    edge.className = 'grid-edge';
    edge.addEventListener('pointerdown', (event) => this.#stretch(event, column, cell));
    edge.addEventListener('dblclick', () => this.#layout.resize(column.key, column.width));
    cell.append(name, edge);
    return cell;
  }

  /** Enter sorts; Alt+arrows move the column, Shift+arrows change its width. */
  #key(event: KeyboardEvent, column: Column<R>, col: number): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && event.altKey) {
      this.#layout.move(column.key, Math.max(0, col + step));
      this.focus(this.#layout.shown.indexOf(column));
    } else if (step !== 0 && event.shiftKey) {
      this.#layout.resize(column.key, this.#layout.width(column) + step * 16);
      this.focus(col);
    } else if (step !== 0) {
      this.focus(col + step);
    } else if (event.key === 'ArrowDown' || event.key === 'Escape') {
      this.#events.leave(col);
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.#events.sort(column.key);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** A press that does not travel is a click: it sorts. One that travels takes the column along. */
  #drag(event: PointerEvent, column: Column<R>, cell: HTMLElement): void {
    if (event.button !== 0) return;
    event.preventDefault();
    let target: number | null = null;
    const start = event.clientX;
    const move = (moved: PointerEvent) => {
      if (target === null && Math.abs(moved.clientX - start) < far) return;
      cell.classList.add('dragged');
      target = this.#placeAt(moved.clientX);
      for (const [col, other] of this.#cells.entries()) other.classList.toggle('drop', col === target);
    };
    const end = () => {
      cell.classList.remove('dragged');
      for (const other of this.#cells) other.classList.remove('drop');
      if (target === null) this.#events.sort(column.key);
      else this.#layout.move(column.key, target);
    };
    follow(move, end);
  }

  #placeAt(x: number): number {
    const found = this.#cells.findIndex((cell) => x < cell.getBoundingClientRect().right);
    return found < 0 ? this.#cells.length - 1 : found;
  }

  #stretch(event: PointerEvent, column: Column<R>, cell: HTMLElement): void {
    event.preventDefault();
    event.stopPropagation();
    const start = event.clientX;
    // Widths are kept for 100 %; what is seen is scaled.
    const before = this.#layout.width(column);
    const scale = cell.getBoundingClientRect().width / before;
    let width = before;
    const move = (moved: PointerEvent) => {
      width = before + (moved.clientX - start) / scale;
    };
    follow(move, () => this.#layout.resize(column.key, width));
  }
}

function follow(move: (event: PointerEvent) => void, end: () => void): void {
  const stop = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', stop);
    end();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', stop);
}
