/** A list of edited cells that the core refused, each with its own sentence. */
import { Refused } from '../../door';

export class CellsRefused extends Error {
  readonly #sentences: ReadonlyMap<number, string>;

  constructor(sentences: ReadonlyMap<number, string>, message: string) {
    super(message);
    this.name = 'CellsRefused';
    this.#sentences = sentences;
  }

  /** What is wrong with the cell at this place of the list. */
  of(at: number): string {
    return this.#sentences.get(at) ?? 'Chưa lưu được vì có ô khác trong cùng lần sửa còn sai.';
  }
}

/** Sends edited cells; refusals whose field is `cells.3.birth` are told at the fourth cell. */
export async function sendCells(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const found = new Map<number, string>();
    for (const { field, sentence } of error.refusals) {
      const at = /^\w+\.(\d+)(?:\.|$)/.exec(field)?.[1];
      if (at !== undefined) found.set(Number(at), sentence);
    }
    throw found.size === 0 ? error : new CellsRefused(found, error.message);
  }
}
