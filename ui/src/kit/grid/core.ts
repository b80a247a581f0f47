/**
 * The big grid. Rows come by pages from the core and are never held in full; one resident text area types, copies and
 * pastes; every edit, however many cells it has, goes out as one list of changes.
 */
import { Blocks, blockSize } from './blocks';
import { textOf, view } from './cells';
import { Cursor } from './cursor';
import { Drafts, newLine } from './drafts';
import { Editor } from './editor';
import { Head } from './head';
import { onKey } from './keys';
import { Layout } from './layout';
import { Rows, type CellLook, type LineLook } from './rows';
import { Stand } from './stand';
import { Ticked } from './ticked';
import type { Column, GridOptions, RowId, Sort } from './types';

function div(className: string, role?: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  if (role !== undefined) element.setAttribute('role', role);
  return element;
}

export class GridCore<R> {
  readonly root: HTMLElement;
  readonly layout: Layout<R>;
  readonly blocks: Blocks<R>;
  readonly cursor: Cursor;
  readonly drafts = new Drafts((waiting) => this.options.onRefused?.(waiting));
  readonly ticked = new Ticked();
  readonly rows: Rows;
  readonly stand: Stand;
  options: GridOptions<R>;

  #table = div('grid-table', 'grid');
  #scroller = div('grid-scroller');
  #foot = div('grid-foot', 'rowgroup');
  #probe = div('grid-probe');
  #head: Head<R>;
  #editor: Editor<R>;
  #rowHeight = 32;
  #sized: ResizeObserver;
  #frame = 0;
  #answered = false;
  #toldTotal = -1;
  #toldRow: R | null | undefined = undefined;
  #toldColumn = '';
  #leaving = false;

  constructor(options: GridOptions<R>) {
    this.options = options;
    this.root = div('grid');
    this.layout = new Layout(options.name, options.columns, () => this.#rebuild());
    this.blocks = new Blocks(
      options.page,
      (first, rows) => this.stand.takes(first, rows.map(this.options.id), blockSize),
      () => this.#arrived(),
      (error) => this.options.onError?.(error),
    );
    this.cursor = new Cursor(() => ({ rows: this.lines, cols: this.layout.shown.length }));
    this.stand = new Stand({
      at: () => this.cursor.at.row,
      idAt: (index) => this.#id(index),
      indexOf: (id) => this.#indexOf(id),
      blank: () => (this.#appends ? this.blocks.total : null),
      typing: () => this.#editor.pen.state !== 'idle',
    });
    this.rows = new Rows({
      columns: () => this.layout.shown.length,
      frozen: () => this.options.frozen ?? 0,
      ticks: () => this.options.ticks === true,
      lines: () => this.lines,
      line: (index) => this.#line(index),
      cell: (index, col) => this.#cell(index, col),
    });
    this.#head = new Head(this.layout, options.ticks === true, {
      sort: (key) => this.#sort(key),
      tickAll: () => this.tickAll(),
      leave: (col) => this.goTo(0, col),
    });
    this.#editor = new Editor(this);
    this.#table.append(this.#head.element, this.rows.canvas, this.#foot);
    this.#scroller.append(this.#table, this.#editor.pen.area);
    this.root.append(this.#scroller, this.#probe, this.#editor.picker.element);
    this.#listen();
    this.#sized = new ResizeObserver(() => this.#measure());
    this.#sized.observe(this.#scroller);
    this.#sized.observe(this.#probe);
    this.#rebuild();
  }

  destroy(): void {
    this.#sized.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#editor.picker.element.remove();
    this.root.remove();
  }

  /** Lines on show: rows, and the blank one that takes a new row. */
  get lines(): number {
    return this.blocks.total + (this.#appends ? 1 : 0);
  }

  /** Until the first answer nobody knows where the blank line is. */
  get #appends(): boolean {
    return this.options.append === true && this.#answered;
  }

  get pageRows(): number {
    return Math.max(1, Math.floor(this.#roomForRows() / this.#rowHeight) - 1);
  }

  column(col: number): Column<R> | undefined {
    return this.layout.shown[col];
  }

  key(index: number): RowId {
    return this.#id(index) ?? (index < this.blocks.total ? `line ${String(index)}` : newLine);
  }

  #id(index: number): RowId | undefined {
    const row = this.blocks.row(index);
    return row === undefined ? undefined : this.options.id(row);
  }

  #indexOf(id: RowId): number | undefined {
    for (const [index, row] of this.blocks.loaded()) if (this.options.id(row) === id) return index;
    return undefined;
  }

  readOnly(column: Column<R>, row: R | undefined): boolean {
    if (this.options.onEdit === undefined) return true;
    if (typeof column.readOnly === 'function') return row !== undefined && column.readOnly(row);
    return column.readOnly === true;
  }

  /** What is copied from a cell, and what F2 begins with. */
  text(index: number, col: number): string {
    const column = this.column(col);
    const row = this.blocks.row(index);
    if (column === undefined) return '';
    return this.drafts.get(this.key(index), column.key)?.text ?? (row === undefined ? '' : textOf(column, row));
  }

  /** Changed settings. Another `page` asks another question; other columns rebuild the lines. */
  update(options: Partial<GridOptions<R>>): void {
    const before = this.options;
    const asksOther = options.page !== undefined && options.page !== before.page;
    if (asksOther) this.#editor.commit();
    this.options = { ...before, ...options };
    if (options.columns !== undefined && options.columns !== before.columns) {
      this.layout.replace(options.columns);
      this.#rebuild();
    }
    if (options.page !== undefined && asksOther) {
      this.blocks.reset(options.page);
      this.stand.forget();
      this.ticked.everything(false);
      this.#tellTicks();
      this.#scroller.scrollTop = 0;
      this.cursor.go(0, this.cursor.at.col);
    }
    this.#head.showSort(this.options.sort ?? null);
    this.#fillFoot();
    this.paint();
  }

  /** Asks again for what is in sight; what is shown stays until the answer is here. */
  refresh(): void {
    // Not by an edit of this grid: an undo, a row removed elsewhere. That is shown at once.
    if (!this.#editor.outbox.busy) this.stand.leave();
    this.blocks.refresh();
    this.paint();
  }

  /** The focus went elsewhere on the page. */
  left(): void {
    if (this.stand.leave()) this.refresh();
  }

  /** Typing ended without anything to save. */
  rested(): void {
    if (this.stand.rest()) this.refresh();
  }

  focus(): void {
    this.#editor.pen.focus();
  }

  /** Puts the cursor on a cell and the focus into the grid. */
  goTo(index: number, col: number): void {
    this.#editor.commit();
    this.cursor.go(index, col);
    this.moved();
    this.focus();
  }

  /** The cursor has moved: shows it, tells it. `onward`: to the next line, even where there is none yet. */
  moved(onward = false): void {
    this.#leaving = false;
    if (this.stand.moved(onward)) this.blocks.refresh();
    this.#intoView();
    this.paint();
  }

  /** Writes the lines anew, in the next frame at the latest. */
  paint(): void {
    this.rows.touch();
    this.#schedule();
  }

  /** Where the current cell is, in the scroller's own coordinates. */
  place(): { left: number; top: number; width: number; height: number } {
    const cell = this.#head.line.querySelectorAll<HTMLElement>('.grid-cell:not(.grid-tick)')[this.cursor.at.col];
    const frozen = this.cursor.at.col < (this.options.frozen ?? 0);
    const left = cell?.offsetLeft ?? 0;
    return {
      // A frozen header cell already reports where it sticks.
      left: frozen ? Math.max(left, 0) : left,
      top: this.#head.element.offsetHeight + this.cursor.at.row * this.#rowHeight,
      width: cell?.offsetWidth ?? 0,
      height: this.#rowHeight,
    };
  }

  /** The current cell on the screen. */
  placeOnScreen(): DOMRect {
    const { left, top, width, height } = this.place();
    const box = this.#scroller.getBoundingClientRect();
    return new DOMRect(
      box.left + left - this.#scroller.scrollLeft,
      box.top + top - this.#scroller.scrollTop,
      width,
      height,
    );
  }

  tickAll(): void {
    this.ticked.everything(this.ticked.state(this.blocks.total) !== 'all');
    this.#tellTicks();
  }

  /** Ticks the selected lines, or takes their ticks away. */
  tickLines(): boolean {
    const row = this.blocks.row(this.cursor.at.row);
    if (this.options.ticks !== true || row === undefined) return false;
    const on = !this.ticked.has(this.options.id(row));
    const { top, bottom } = this.cursor.range;
    for (let index = top; index <= bottom; index++) {
      const line = this.blocks.row(index);
      if (line !== undefined) this.ticked.put(this.options.id(line), on);
    }
    this.#tellTicks();
    return true;
  }

  /** No line is ticked any more. */
  clearTicks(): boolean {
    if (this.ticked.state(this.blocks.total) === 'none') return false;
    this.ticked.everything(false);
    this.#tellTicks();
    return true;
  }

  /** Up from the first line into the header. */
  toHead(): boolean {
    if (this.cursor.at.row > 0 || this.#editor.pen.state !== 'idle') return false;
    this.#head.focus(this.cursor.at.col);
    return true;
  }

  /** After Esc, the next Tab leaves the grid. */
  letLeave(): boolean {
    const before = this.#leaving;
    this.#leaving = true;
    return !before;
  }

  get leaving(): boolean {
    return this.#leaving;
  }

  async nextProblem(): Promise<void> {
    const after = this.cursor.at.row;
    const told = await this.options.nextProblem?.(after);
    const found = told ?? this.#loadedProblem(after) ?? this.#loadedProblem(-1);
    if (found === null) return;
    this.goTo(found, this.cursor.at.col);
    await this.blocks.ensure(found, found);
    const col = this.layout.shown.findIndex((_, at) => this.#cell(found, at).mark !== undefined);
    if (col >= 0) this.goTo(found, col);
  }

  #loadedProblem(after: number): number | null {
    const wrong = (index: number) =>
      this.drafts.refused(this.key(index)) ||
      this.layout.shown.some((_, col) => this.#cell(index, col).mark !== undefined);
    for (const [index] of this.blocks.loaded()) if (index > after && wrong(index)) return index;
    return null;
  }

  #line(index: number): LineLook {
    const row = this.blocks.row(index);
    return {
      ticked: row !== undefined && this.ticked.has(this.options.id(row)),
      current: index === this.cursor.at.row,
      tone: row === undefined ? null : (this.options.rowTone?.(row) ?? null),
      waiting: row === undefined && index < this.blocks.total,
    };
  }

  #cell(index: number, col: number): CellLook {
    const column = this.column(col);
    const row = this.blocks.row(index);
    const figure = column?.kind === 'number' || column?.kind === 'money';
    const at = index === this.cursor.at.row && col === this.cursor.at.col;
    const inside = !this.cursor.single && this.cursor.has(index, col);
    const look: CellLook = { text: '', at, inside, figure, saving: false };
    if (column === undefined) return look;
    const draft = this.drafts.get(this.key(index), column.key);
    const shown = row === undefined ? { text: '' } : view(column, row);
    if (draft === undefined) return { ...look, ...shown };
    const mark = draft.sentence === null ? undefined : { kind: 'error' as const, sentence: draft.sentence };
    return { ...look, text: draft.text, mark, saving: draft.sentence === null && draft.saved !== true };
  }

  #rebuild(): void {
    const frozen = this.options.frozen ?? 0;
    const tick = this.options.ticks === true ? 36 : 0;
    const columns = this.layout.shown;
    const widths = columns.map((column) => `${this.layout.width(column) / 16}rem`);
    const tracks = columns.map((column, at) =>
      column.grow === true ? `minmax(${widths[at] ?? ''}, 1fr)` : (widths[at] ?? ''),
    );
    const all = [...(tick > 0 ? [`${tick / 16}rem`] : []), ...tracks];
    this.#table.style.setProperty('--grid-columns', all.join(' '));
    let left = tick;
    for (const [col, column] of columns.entries()) {
      this.#table.style.setProperty(`--left-${col}`, `${left / 16}rem`);
      left += this.layout.width(column);
    }
    this.#table.style.setProperty('--grid-width', `${left / 16}rem`);
    this.#table.setAttribute('aria-label', this.options.label);
    this.#table.setAttribute('aria-colcount', String(columns.length + (tick > 0 ? 1 : 0)));
    this.#table.setAttribute('aria-multiselectable', 'true');
    this.cursor.clamp();
    this.rows.rebuild();
    this.#head.rebuild(frozen);
    this.#head.showSort(this.options.sort ?? null);
    this.#head.showTicks(this.ticked.state(this.blocks.total));
    this.#fillFoot();
    this.paint();
  }

  #fillFoot(): void {
    const totals = this.options.totals;
    this.#foot.hidden = totals === undefined;
    this.#foot.replaceChildren();
    if (totals === undefined) return;
    const line = div('grid-row', 'row');
    if (this.options.ticks === true) line.append(div('grid-cell grid-tick', 'gridcell'));
    for (const [col, column] of this.layout.shown.entries()) {
      const figure = column.kind === 'number' || column.kind === 'money' ? ' figure' : '';
      const cell = div(`grid-cell${figure}${col < (this.options.frozen ?? 0) ? ' frozen' : ''}`, 'gridcell');
      cell.textContent = totals[column.key] ?? '';
      line.append(cell);
    }
    this.#foot.append(line);
  }

  #listen(): void {
    this.#scroller.addEventListener('scroll', () => this.#schedule(), { passive: true });
    this.#editor.pen.area.addEventListener('keydown', (event) => {
      if (onKey(event, this.#editor)) event.preventDefault();
    });
    this.rows.canvas.addEventListener('pointerdown', (event) => this.#press(event));
    this.rows.canvas.addEventListener('dblclick', () => {
      if (!this.#editor.edit()) this.#editor.open();
    });
    this.#scroller.addEventListener('pointerdown', (event) => {
      if (event.target === this.#scroller || event.target === this.rows.canvas) setTimeout(() => this.focus());
    });
  }

  #spot(event: PointerEvent): { row: number; col: number | null } | null {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('.grid-cell') : null;
    const line = target?.closest<HTMLElement>('[data-row]');
    if (target === null || line === null || line === undefined) return null;
    const col = target.dataset['col'];
    return { row: Number(line.dataset['row']), col: col === undefined ? null : Number(col) };
  }

  #press(event: PointerEvent): void {
    const spot = this.#spot(event);
    if (spot === null || event.button !== 0) return;
    event.preventDefault();
    this.#editor.commit();
    this.cursor.go(spot.row, spot.col ?? this.cursor.at.col, event.shiftKey);
    if (spot.col === null) this.tickLines();
    this.focus();
    this.moved();
    if (spot.col === null) return;
    const drag = (moved: PointerEvent) => {
      const over = this.#spot(moved);
      if (over === null || over.col === null) return;
      this.cursor.go(over.row, over.col, true);
      this.moved();
    };
    const stop = () => {
      window.removeEventListener('pointermove', drag);
      window.removeEventListener('pointerup', stop);
    };
    window.addEventListener('pointermove', drag);
    window.addEventListener('pointerup', stop);
  }

  #sort(key: string): void {
    const column = this.layout.shown.find((other) => other.key === key);
    if (column?.sortable !== true) return;
    const now: Sort | null = this.options.sort ?? null;
    this.options.onSort?.({ key, down: now?.key === key && !now.down });
  }

  #tellTicks(): void {
    this.#head.showTicks(this.ticked.state(this.blocks.total));
    this.options.onTicks?.(this.ticked.told(this.blocks.total));
    this.paint();
  }

  /** A row that was typed at the end is here: who went on typing in it stands on it. */
  came(row: R): void {
    this.drafts.move(newLine, this.options.id(row));
    this.stand.came(this.options.id(row));
    this.#follow();
    this.paint();
  }

  #follow(): void {
    const line = this.stand.line;
    if (line === this.cursor.at.row) return;
    this.cursor.shift(line - this.cursor.at.row);
    this.#intoView();
  }

  #arrived(): void {
    this.#answered = true;
    this.#follow();
    this.cursor.clamp();
    this.#table.setAttribute('aria-rowcount', String(this.lines + 1));
    if (this.#toldTotal !== this.blocks.total) {
      this.#toldTotal = this.blocks.total;
      this.options.onTotal?.(this.blocks.total);
      this.#head.showTicks(this.ticked.state(this.blocks.total));
    }
    this.paint();
  }

  #measure(): void {
    this.#rowHeight = this.#probe.offsetHeight === 0 ? 32 : this.#probe.offsetHeight;
    this.paint();
  }

  #roomForRows(): number {
    return this.#scroller.clientHeight - this.#head.element.offsetHeight - this.#foot.offsetHeight;
  }

  #schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#show();
    });
  }

  #show(): void {
    const height = this.#rowHeight;
    const first = Math.floor(this.#scroller.scrollTop / height);
    const count = Math.ceil(Math.max(height, this.#roomForRows()) / height) + 1;
    const seen = this.rows.show(first, count, height);
    void Promise.all(this.blocks.want(seen.first, seen.last));
    this.#editor.place();
    this.#tellCursor();
  }

  #tellCursor(): void {
    const row = this.blocks.row(this.cursor.at.row) ?? null;
    const column = this.column(this.cursor.at.col)?.key ?? '';
    if (row !== this.#toldRow || column !== this.#toldColumn) {
      this.#toldColumn = column;
      this.options.onCell?.(row, column);
    }
    if (row === this.#toldRow) return;
    this.#toldRow = row;
    this.options.onCursor?.(row, this.cursor.at.row);
  }

  #intoView(): void {
    const { left, width } = this.place();
    const top = this.cursor.at.row * this.#rowHeight;
    const room = this.#roomForRows();
    if (top < this.#scroller.scrollTop) this.#scroller.scrollTop = top;
    else if (top + this.#rowHeight > this.#scroller.scrollTop + room) {
      this.#scroller.scrollTop = top + this.#rowHeight - room;
    }
    if (this.cursor.at.col < (this.options.frozen ?? 0)) return;
    const edge = this.#frozenWidth();
    if (left < this.#scroller.scrollLeft + edge) this.#scroller.scrollLeft = left - edge;
    else if (left + width > this.#scroller.scrollLeft + this.#scroller.clientWidth) {
      this.#scroller.scrollLeft = left + width - this.#scroller.clientWidth;
    }
  }

  #frozenWidth(): number {
    const frozen = this.options.frozen ?? 0;
    const cells = this.#head.line.querySelectorAll<HTMLElement>('.grid-cell.frozen, .grid-cell.grid-tick');
    return frozen === 0 ? 0 : [...cells].reduce((sum, cell) => sum + cell.offsetWidth, 0);
  }
}
