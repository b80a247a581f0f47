/** Where the person stands, and what is selected. Pure: knows lines and columns only. */

export interface Spot {
  row: number;
  col: number;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export class Cursor {
  at: Spot = { row: 0, col: 0 };
  /** The corner where the selection began. */
  anchor: Spot = { row: 0, col: 0 };
  /** The column where a run of Tabs began: Enter goes back to it, as in Excel. */
  #run: number | null = null;

  constructor(readonly bounds: () => { rows: number; cols: number }) {}

  get range(): Range {
    return {
      top: Math.min(this.at.row, this.anchor.row),
      bottom: Math.max(this.at.row, this.anchor.row),
      left: Math.min(this.at.col, this.anchor.col),
      right: Math.max(this.at.col, this.anchor.col),
    };
  }

  get single(): boolean {
    return this.at.row === this.anchor.row && this.at.col === this.anchor.col;
  }

  has(row: number, col: number): boolean {
    const { top, bottom, left, right } = this.range;
    return row >= top && row <= bottom && col >= left && col <= right;
  }

  /** Goes to a cell, or stretches the selection to it. */
  go(row: number, col: number, extend = false): void {
    const { rows, cols } = this.bounds();
    this.at = {
      row: Math.min(Math.max(0, row), Math.max(0, rows - 1)),
      col: Math.min(Math.max(0, col), Math.max(0, cols - 1)),
    };
    if (!extend) this.anchor = { ...this.at };
    this.#run = null;
  }

  move(rows: number, cols: number, extend = false): void {
    this.go(this.at.row + rows, this.at.col + cols, extend);
  }

  /** Right, or left; at the end of the line on to the next. False at the very end. */
  tab(back: boolean): boolean {
    const { rows, cols } = this.bounds();
    const run = this.#run ?? this.at.col;
    const next = this.at.row * cols + this.at.col + (back ? -1 : 1);
    if (next < 0 || next >= rows * cols) return false;
    this.go(Math.floor(next / cols), next % cols);
    this.#run = run;
    return true;
  }

  /** Down, or up; after a run of Tabs back to the column where it began. */
  enter(back: boolean): void {
    this.go(this.at.row + (back ? -1 : 1), this.#run ?? this.at.col);
  }

  selectAll(): void {
    const { rows, cols } = this.bounds();
    this.anchor = { row: 0, col: 0 };
    this.at = { row: Math.max(0, rows - 1), col: Math.max(0, cols - 1) };
  }

  /** The rows went up or down, and the selection with them. */
  shift(lines: number): void {
    this.at = { ...this.at, row: Math.max(0, this.at.row + lines) };
    this.anchor = { ...this.anchor, row: Math.max(0, this.anchor.row + lines) };
  }

  /** Lines and columns may have become fewer. */
  clamp(): void {
    const { rows, cols } = this.bounds();
    const inside = (spot: Spot): Spot => ({
      row: Math.min(spot.row, Math.max(0, rows - 1)),
      col: Math.min(spot.col, Math.max(0, cols - 1)),
    });
    this.at = inside(this.at);
    this.anchor = inside(this.anchor);
  }
}
