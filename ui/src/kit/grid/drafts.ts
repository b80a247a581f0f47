/** Cells that were typed and whose rows do not have it yet: on their way to the file, or refused and kept for mending. */
import type { RowId } from './types';

export interface Draft {
  text: string;
  /** Null while it is being saved, and after. */
  sentence: string | null;
  /** It is in the file; only the row with it has not come yet. */
  saved?: true;
}

/** The blank line that takes a new row. */
export const newLine = 'new';

export class Drafts {
  #lines = new Map<RowId, Map<string, Draft>>();
  #changed: (refused: readonly string[]) => void;
  #told = 0;

  /** `changed` hears what was refused, as typed, whenever that becomes more or less. */
  constructor(changed: (refused: readonly string[]) => void) {
    this.#changed = changed;
  }

  /** What was refused and waits to be mended, as typed. */
  get waiting(): string[] {
    const all = [...this.#lines.values()].flatMap((cells) => [...cells.values()]);
    return all.filter((draft) => draft.sentence !== null).map((draft) => draft.text);
  }

  #tell(): void {
    const waiting = this.waiting;
    if (waiting.length === 0 && this.#told === 0) return;
    this.#told = waiting.length;
    this.#changed(waiting);
  }

  get(line: RowId, column: string): Draft | undefined {
    return this.#lines.get(line)?.get(column);
  }

  set(line: RowId, column: string, draft: Draft): void {
    const cells = this.#lines.get(line) ?? new Map<string, Draft>();
    cells.set(column, draft);
    this.#lines.set(line, cells);
    this.#tell();
  }

  drop(line: RowId, column: string): boolean {
    const cells = this.#lines.get(line);
    const found = cells?.delete(column) ?? false;
    if (cells?.size === 0) this.#lines.delete(line);
    this.#tell();
    return found;
  }

  /** What was refused in one line stands in another from now on. */
  move(from: RowId, to: RowId): void {
    for (const [column, draft] of [...(this.#lines.get(from) ?? [])]) {
      if (draft.sentence === null) continue;
      this.set(to, column, draft);
      this.drop(from, column);
    }
  }

  /** Whether some cell of the line was refused. */
  refused(line: RowId): boolean {
    return [...(this.#lines.get(line)?.values() ?? [])].some((draft) => draft.sentence !== null);
  }
}
