/** What the keyboard and the clipboard do to the cells of a grid. */
import { ahead } from '../ahead';
import { take } from './cells';
import { planPaste } from './clipboard';
import type { GridCore } from './core';
import type { Verbs } from './keys';
import { Outbox } from './outbox';
import { Pen, type PenState } from './pen';
import { Picker } from './picker';
import { readTsv, writeTsv } from './tsv';
import type { Column, Option, PastePlan } from './types';

/** A paste of more cells than this is shown before it is done. */
const manyCells = 50;
/** More lines than this are not copied at once. */
const copyLimit = 50_000;

/** Where something is typed; `added`: in a new row, when it is here. */
interface Place<R> {
  row: R | null;
  index: number;
  added: Promise<R | null> | null;
}

export class Editor<R> implements Verbs {
  readonly pen: Pen;
  readonly picker: Picker;
  readonly outbox: Outbox<R>;

  #grid: GridCore<R>;
  #before = '';
  /** The row in whose cell one types; one that is not here yet. */
  #row: R | null = null;
  #coming: Promise<R | null> | null = null;
  #chosen: Option | null = null;

  constructor(grid: GridCore<R>) {
    this.#grid = grid;
    this.outbox = new Outbox(grid);
    this.pen = new Pen({
      mayWrite: () => this.#writable(grid.cursor.at.row, grid.cursor.at.col) !== null,
      started: () => this.#started(),
      changed: (text) => this.#changed(text),
      left: () => {
        this.commit();
        // Not when the window itself was left, nor when a key only lets go of the cell for a moment.
        setTimeout(() => {
          if (document.hasFocus() && document.activeElement !== this.pen.area) grid.left();
        });
      },
    });
    this.picker = new Picker(this.pen.area, (option) => this.#choose(option));
    this.pen.area.addEventListener('copy', (event) => this.#copy(event, false));
    this.pen.area.addEventListener('cut', (event) => this.#copy(event, true));
    this.pen.area.addEventListener('paste', (event) => this.#paste(event));
  }

  get state(): PenState {
    return this.pen.state;
  }

  get picking(): boolean {
    return this.picker.open;
  }

  get pageRows(): number {
    return this.#grid.pageRows;
  }

  get editable(): boolean {
    return this.#grid.options.onEdit !== undefined;
  }

  /** Lays the text area over the current cell and says in words where that is. */
  place(): void {
    const { left, top, width, height } = this.#grid.place();
    const style = this.pen.area.style;
    style.transform = `translate(${left}px, ${top}px)`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    const { row, col } = this.#grid.cursor.at;
    const column = this.#grid.column(col);
    const text = this.#grid.text(row, col);
    this.pen.area.setAttribute(
      'aria-label',
      `${column?.title ?? ''}, dòng ${row + 1}: ${text === '' ? 'trống' : text}`,
    );
    this.pen.area.classList.toggle('figure', column?.kind === 'number' || column?.kind === 'money');
  }

  move(rows: number, cols: number, extend: boolean): void {
    this.commit();
    this.#grid.cursor.move(rows, cols, extend);
    this.#grid.moved(rows > 0);
  }

  jump(where: 'start' | 'end' | 'lineStart' | 'lineEnd', extend: boolean): void {
    this.commit();
    const { row } = this.#grid.cursor.at;
    const last = this.#grid.layout.shown.length - 1;
    if (where === 'lineStart') this.#grid.cursor.go(row, 0, extend);
    else if (where === 'lineEnd') this.#grid.cursor.go(row, last, extend);
    else if (where === 'start') this.#grid.cursor.go(0, 0, extend);
    else this.#grid.cursor.go(this.#grid.lines - 1, last, extend);
    this.#grid.moved();
  }

  pick(step: number): void {
    this.picker.move(step);
  }

  openPicker(): boolean {
    const { row, col } = this.#grid.cursor.at;
    if (this.#grid.column(col)?.options === undefined || this.#writable(row, col) === null) return false;
    if (this.pen.state === 'idle') this.pen.edit(this.#grid.text(row, col));
    this.picker.narrow('');
    return true;
  }

  enter(back: boolean): void {
    if (this.pen.state === 'idle' && this.#grid.options.enter === 'open' && !back) {
      this.open();
      return;
    }
    this.commit();
    this.#grid.cursor.enter(back);
    this.#grid.moved(!back);
  }

  /** Shows the whole record of the current line. */
  open(): void {
    const row = this.#grid.blocks.row(this.#grid.cursor.at.row);
    if (row !== undefined) this.#grid.options.onOpen?.(row);
  }

  tab(back: boolean): boolean {
    if (!this.editable || this.#grid.leaving) return false;
    this.commit();
    const moved = this.#grid.cursor.tab(back);
    if (moved) this.#grid.moved();
    return moved;
  }

  edit(): boolean {
    const { row, col } = this.#grid.cursor.at;
    if (this.pen.state !== 'idle' || this.#writable(row, col) === null) return false;
    this.pen.edit(this.#grid.text(row, col));
    return true;
  }

  /** Esc: out of the list, out of the cell, off the selection, off the ticks; then Tab may leave the grid. */
  back(): boolean {
    if (this.picker.open) this.picker.stop();
    else if (this.pen.state !== 'idle') this.#stop();
    else if (this.#forgetDraft()) this.#grid.paint();
    else if (!this.#grid.cursor.single) this.#grid.goTo(this.#grid.cursor.at.row, this.#grid.cursor.at.col);
    else if (!this.#grid.clearTicks()) return this.editable && this.#grid.letLeave();
    return true;
  }

  clearCells(): void {
    this.#write(this.#cells(() => ''));
  }

  startEmpty(): void {
    if (this.#writable(this.#grid.cursor.at.row, this.#grid.cursor.at.col) !== null) this.pen.clear();
  }

  /** Ctrl+D: the upper line of the selection goes down; a single cell takes over the one above. */
  fillDown(): void {
    const { range, single } = this.#grid.cursor;
    const from = single ? range.top - 1 : range.top;
    if (from < 0) return;
    this.#write(this.#cells((index, col) => (index === from ? null : this.#grid.text(from, col))));
  }

  today(): boolean {
    const today = this.#grid.options.today;
    const { row, col } = this.#grid.cursor.at;
    const column = this.#writable(row, col);
    if (today === undefined || column?.kind !== 'date') return false;
    if (this.pen.state === 'idle') this.pen.edit('');
    this.pen.text = `${today.slice(8, 10)}/${today.slice(5, 7)}/${today.slice(0, 4)}`;
    return true;
  }

  selectAll(): void {
    if (this.#grid.options.ticks === true) {
      this.#grid.ticked.everything(false);
      this.#grid.tickAll();
    } else {
      this.#grid.cursor.selectAll();
      this.#grid.moved();
    }
  }

  space(): boolean {
    const { options, blocks, cursor } = this.#grid;
    const row = blocks.row(cursor.at.row);
    if (options.onSpace === undefined || row === undefined) return this.#grid.tickLines();
    options.onSpace(row);
    return true;
  }

  tick(): boolean {
    return this.#grid.tickLines();
  }

  nextProblem(): void {
    this.commit();
    void this.#grid.nextProblem();
  }

  toHead(): boolean {
    return this.#grid.toHead();
  }

  readyToCopy(): void {
    this.pen.area.value = ' ';
    this.pen.area.select();
    setTimeout(() => {
      if (this.pen.state === 'idle') this.pen.area.value = '';
    });
  }

  /**
   * Takes what was typed. An unknown word in a closed list, or a day that does not exist, stays marked. Words whose list
   * has not come yet stand in the cell until the first option that answers them is known.
   */
  commit(): void {
    if (this.pen.state === 'idle') return;
    const { row: index, col } = this.#grid.cursor.at;
    const column = this.#writable(index, col);
    const meant = this.#chosen === null && this.#meant();
    const option = meant ? this.picker.option : this.#chosen;
    const coming = meant ? this.picker.coming : null;
    const typed = this.pen.text;
    const place = { row: this.#row, index, added: this.#coming };
    this.#rest();
    if (column === null) return;
    if (coming === null) {
      if (typed !== this.#before || option !== null) this.#take(place, column, typed, option);
      return;
    }
    this.#grid.drafts.set(this.outbox.line(place.row, index), column.key, { text: typed, sentence: null });
    this.#grid.paint();
    ahead(coming.then((first) => this.#take(place, column, typed, first)));
  }

  #take(place: Place<R>, column: Column<R>, typed: string, option: Option | null): void {
    const { row, index, added } = place;
    const line = this.outbox.line(row, index);
    const text = option?.label ?? typed;
    const taken = option === null ? take(column, text) : ({ ok: true, value: option.value } as const);
    if (!taken.ok) {
      this.#grid.drafts.set(line, column.key, { text, sentence: taken.sentence });
      this.#grid.paint();
      return;
    }
    const change = { row, index, column: column.key, value: taken.value, text };
    if (added === null) this.outbox.save([change]);
    else ahead(this.outbox.saveWhenHere(added, change));
  }

  /** A highlighted option is meant when something was typed to find it. */
  #meant(): boolean {
    return this.picker.open && this.pen.text !== '' && this.pen.text !== this.#before;
  }

  #choose(option: Option): void {
    this.#chosen = option;
    this.commit();
    this.pen.focus();
  }

  #started(): void {
    const { row, col } = this.#grid.cursor.at;
    this.#before = this.pen.state === 'editing' ? this.#grid.text(row, col) : '\u0000';
    this.#grid.moved();
    this.#row = this.#grid.blocks.row(row) ?? null;
    this.#coming = this.#row === null ? this.#rowToCome(row) : null;
    this.#chosen = null;
    const options = this.#grid.column(col)?.options;
    if (options !== undefined) this.picker.start(options, this.pen.text, this.#grid.placeOnScreen());
  }

  /** The row in whose line one types before it is here; none: the blank line. */
  #rowToCome(index: number): Promise<R | null> | null {
    const { blocks, stand } = this.#grid;
    if (stand.coming) return this.outbox.added;
    return index < blocks.total ? blocks.ensure(index, index).then(() => blocks.row(index) ?? null) : null;
  }

  #changed(text: string): void {
    if (this.picker.open) this.picker.narrow(text);
  }

  #rest(): void {
    this.picker.stop();
    this.pen.rest();
    this.#grid.paint();
  }

  #stop(): void {
    this.#rest();
    this.#grid.rested();
  }

  /** What was refused is forgotten; what is on its way, or in the file already, is not taken back by this. */
  #forgetDraft(): boolean {
    const { row, col } = this.#grid.cursor.at;
    const column = this.#grid.column(col);
    const { drafts } = this.#grid;
    const line = this.#grid.key(row);
    const refused = column !== undefined && (drafts.get(line, column.key)?.sentence ?? null) !== null;
    return refused && drafts.drop(line, column.key);
  }

  #writable(index: number, col: number): Column<R> | null {
    const column = this.#grid.column(col);
    if (column === undefined || this.#grid.readOnly(column, this.#grid.blocks.row(index))) return null;
    return index < this.#grid.lines ? column : null;
  }

  /** Every cell of the selection that may be written and gets a text. */
  #cells(text: (index: number, col: number) => string | null): PastePlan<R> {
    const plan: PastePlan<R> = { changes: [], invalid: [], skipped: 0, beyond: 0 };
    const { top, bottom, left, right } = this.#grid.cursor.range;
    for (let index = top; index <= bottom; index++) {
      const row = this.#grid.blocks.row(index);
      for (let col = left; col <= right && row !== undefined; col++) {
        const column = this.#writable(index, col);
        const to = text(index, col);
        if (column === null || to === null || to === this.#grid.text(index, col)) continue;
        const taken = take(column, to);
        if (taken.ok) plan.changes.push({ row, index, column: column.key, value: taken.value, text: to });
        else plan.invalid.push({ index, column: column.key, text: to, sentence: taken.sentence });
      }
    }
    return plan;
  }

  #copy(event: ClipboardEvent, cut: boolean): void {
    if (this.pen.state !== 'idle') return;
    event.preventDefault();
    this.pen.area.value = '';
    const { top, bottom } = this.#grid.cursor.range;
    const last = Math.min(bottom, top + copyLimit - 1);
    const missing = Array.from({ length: last - top + 1 }, (_, at) => top + at).some(
      (index) => index < this.#grid.blocks.total && this.#grid.blocks.row(index) === undefined,
    );
    if (missing) void this.#copyLater(top, last);
    else event.clipboardData?.setData('text/plain', writeTsv(this.#lines(top, last)));
    if (cut && !missing) this.clearCells();
  }

  /** Lines that are not loaded are fetched first; the clipboard is then written to directly. */
  async #copyLater(top: number, last: number): Promise<void> {
    const lines: string[][] = [];
    for (let from = top; from <= last; from += 1000) {
      const to = Math.min(last, from + 999);
      await this.#grid.blocks.ensure(from, to);
      lines.push(...this.#lines(from, to));
    }
    await navigator.clipboard.writeText(writeTsv(lines));
  }

  #lines(top: number, last: number): string[][] {
    const { left, right } = this.#grid.cursor.range;
    const lines: string[][] = [];
    for (let index = top; index <= last; index++) {
      lines.push(Array.from({ length: right - left + 1 }, (_, at) => this.#grid.text(index, left + at)));
    }
    return lines;
  }

  #paste(event: ClipboardEvent): void {
    if (this.pen.state !== 'idle') return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text !== '' && this.editable) void this.#lay(readTsv(text));
  }

  async #lay(cells: string[][]): Promise<void> {
    const append = this.#grid.options.append === true;
    const { top, bottom } = this.#grid.cursor.range;
    const last = Math.min(this.#grid.blocks.total - 1, Math.max(bottom, top + cells.length - 1));
    if (last >= top) await this.#grid.blocks.ensure(top, last);
    // The rows may have moved meanwhile, and the cursor with them.
    const { range } = this.#grid.cursor;
    const plan = planPaste(cells, range, {
      columns: this.#grid.layout.shown,
      lines: this.#grid.blocks.total,
      append,
      row: (index) => this.#grid.blocks.row(index),
      readOnly: (column, row) => this.#grid.readOnly(column, row),
    });
    const doubtful = plan.changes.length > manyCells || plan.invalid.length + plan.skipped + plan.beyond > 0;
    const ask = this.#grid.options.onPaste;
    if (doubtful && ask !== undefined && !(await ask(plan))) return;
    const width = Math.max(...cells.map((line) => line.length));
    if (cells.length > 1 || width > 1) {
      this.#grid.cursor.anchor = { row: range.top, col: range.left };
      this.#grid.cursor.go(range.top + cells.length - 1, range.left + width - 1, true);
      this.#grid.moved();
    }
    this.#write(plan);
  }

  #write(plan: PastePlan<R>): void {
    for (const { index, column, text, sentence } of plan.invalid) {
      this.#grid.drafts.set(this.#grid.key(index), column, { text, sentence });
    }
    if (plan.changes.length > 0) this.outbox.save(plan.changes);
    this.#grid.paint();
  }
}
