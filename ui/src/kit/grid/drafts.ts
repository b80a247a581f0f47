/** Cells that were typed but are not (yet) in the file: on their way, or refused and kept for mending. */
import type { RowId } from './types';

export interface Draft {
  text: string;
  /** Null while it is being saved. */
  sentence: string | null;
}

/** A line that has no row yet is known by its place. */
export function newLine(index: number): RowId {
  return `new ${String(index)}`;
}

export class Drafts {
  #lines = new Map<RowId, Map<string, Draft>>();

  get(line: RowId, column: string): Draft | undefined {
    return this.#lines.get(line)?.get(column);
  }

  set(line: RowId, column: string, draft: Draft): void {
    const cells = this.#lines.get(line) ?? new Map<string, Draft>();
    cells.set(column, draft);
    this.#lines.set(line, cells);
  }

  drop(line: RowId, column: string): boolean {
    const cells = this.#lines.get(line);
    const found = cells?.delete(column) ?? false;
    if (cells?.size === 0) this.#lines.delete(line);
    return found;
  }

  /** Whether some cell of the line was refused. */
  refused(line: RowId): boolean {
    return [...(this.#lines.get(line)?.values() ?? [])].some((draft) => draft.sentence !== null);
  }
}
