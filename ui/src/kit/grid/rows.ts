/** The recycled lines: a fixed set of elements that is never added to, removed from or moved while scrolling. */
import type { CellView, Tone } from './types';

export interface LineLook {
  ticked: boolean;
  current: boolean;
  tone: Tone | null;
  /** The row is not here yet. */
  waiting: boolean;
}

export interface CellLook extends CellView {
  at: boolean;
  inside: boolean;
  /** Right-aligned figures. */
  figure: boolean;
  saving: boolean;
}

export interface Painter {
  columns: () => number;
  frozen: () => number;
  ticks: () => boolean;
  lines: () => number;
  line: (index: number) => LineLook;
  cell: (index: number, col: number) => CellLook;
}

interface CellParts {
  box: HTMLElement;
  text: HTMLElement;
  note: HTMLElement;
}

interface Slot {
  element: HTMLElement;
  tick: HTMLElement | null;
  cells: CellParts[];
  index: number;
  version: number;
}

const overscan = 4;

function part(className: string, role: string | null): HTMLElement {
  const element = document.createElement(role === null ? 'span' : 'div');
  element.className = className;
  if (role !== null) element.setAttribute('role', role);
  return element;
}

export class Rows {
  readonly canvas: HTMLElement;
  /** How many cells were written in all: what a test of scrolling counts. */
  painted = 0;

  #painter: Painter;
  #slots: Slot[] = [];
  #version = 0;

  constructor(painter: Painter) {
    this.#painter = painter;
    this.canvas = part('grid-canvas', 'rowgroup');
  }

  /** Columns have changed: every line is made anew. */
  rebuild(): void {
    this.#slots = [];
    this.canvas.replaceChildren();
  }

  /** What the lines show has changed. */
  touch(): void {
    this.#version += 1;
  }

  /** Shows the lines from `first`, as many as `count`, each `height` pixels. */
  show(first: number, count: number, height: number): { first: number; last: number } {
    const lines = this.#painter.lines();
    this.#grow(Math.min(count + 2 * overscan, Math.max(lines, this.#slots.length)));
    const size = this.#slots.length;
    const from = Math.max(0, Math.min(first - overscan, lines - size));
    const to = Math.min(lines, from + size) - 1;
    this.canvas.style.height = `${lines * height}px`;
    for (let index = from; index < from + size; index++) {
      const slot = this.#slots[index % size];
      if (slot === undefined) continue;
      slot.element.hidden = index > to;
      if (index > to || (slot.index === index && slot.version === this.#version)) continue;
      slot.element.style.transform = `translateY(${index * height}px)`;
      this.#paint(slot, index);
    }
    return { first: from, last: Math.max(from, to) };
  }

  #grow(size: number): void {
    if (this.#slots.length >= size) return;
    // The place of a line in the pool depends on the pool's size: all are written again.
    for (const slot of this.#slots) slot.index = -1;
    while (this.#slots.length < size) this.#slots.push(this.#make());
  }

  #make(): Slot {
    const element = part('grid-row', 'row');
    let tick: HTMLElement | null = null;
    if (this.#painter.ticks()) {
      const box = part('grid-cell grid-tick', 'gridcell');
      box.setAttribute('aria-colindex', '1');
      tick = part('grid-box', null);
      box.append(tick);
      element.append(box);
    }
    const cells: CellParts[] = [];
    for (let col = 0; col < this.#painter.columns(); col++) {
      const box = part('grid-cell', 'gridcell');
      box.dataset['col'] = String(col);
      box.setAttribute('aria-colindex', String(col + (tick === null ? 1 : 2)));
      const text = part('grid-text', null);
      const note = part('grid-note', null);
      note.hidden = true;
      box.append(text, note);
      cells.push({ box, text, note });
      element.append(box);
    }
    this.canvas.append(element);
    return { element, tick, cells, index: -1, version: -1 };
  }

  #paint(slot: Slot, index: number): void {
    const line = this.#painter.line(index);
    slot.index = index;
    slot.version = this.#version;
    const tone = line.tone === null ? '' : ` tone-${line.tone}`;
    set(slot.element, `grid-row${line.ticked ? ' ticked' : ''}${line.current ? ' current' : ''}${tone}`);
    slot.element.dataset['row'] = String(index);
    slot.element.setAttribute('aria-rowindex', String(index + 2));
    slot.element.setAttribute('aria-selected', String(line.ticked));
    slot.element.toggleAttribute('aria-busy', line.waiting);
    slot.tick?.classList.toggle('on', line.ticked);
    for (const [col, cell] of slot.cells.entries()) this.#paintCell(cell, this.#painter.cell(index, col), col);
  }

  #paintCell(parts: CellParts, cell: CellLook, col: number): void {
    this.painted += 1;
    const classes = ['grid-cell'];
    if (col < this.#painter.frozen()) classes.push('frozen');
    if (cell.figure) classes.push('figure');
    if (cell.at) classes.push('at');
    if (cell.inside) classes.push('inside');
    if (cell.saving) classes.push('saving');
    if (cell.mark !== undefined) classes.push(cell.mark.kind);
    set(parts.box, classes.join(' '));
    const tone = cell.tone === undefined ? '' : ` tone-${cell.tone}`;
    set(parts.text, `grid-text ${cell.look ?? 'plain'}${tone}`);
    if (parts.text.textContent !== cell.text) parts.text.textContent = cell.text;
    const title = cell.mark?.sentence ?? '';
    if (parts.box.title !== title) parts.box.title = title;
    parts.note.hidden = cell.note === undefined;
    if (cell.note !== undefined) {
      set(parts.note, `grid-note chip tone-${cell.note.tone}`);
      parts.note.textContent = cell.note.text;
    }
  }
}

function set(element: HTMLElement, className: string): void {
  if (element.className !== className) element.className = className;
}
