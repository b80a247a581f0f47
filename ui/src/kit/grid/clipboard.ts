/** What a paste means for the cells below it. Pure, but for asking which row stands on a line. */
import { take } from './cells';
import type { Range } from './cursor';
import type { Change, Column, PastePlan } from './types';

export interface PasteGround<R> {
  columns: readonly Column<R>[];
  lines: number;
  append: boolean;
  row: (index: number) => R | undefined;
  readOnly: (column: Column<R>, row: R | undefined) => boolean;
}

/** A single copied cell fills the whole selection; anything larger goes down from its upper left corner. */
function spread(cells: readonly (readonly string[])[], range: Range): readonly (readonly string[])[] {
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (only === undefined) return cells;
  const line = Array<string>(range.right - range.left + 1).fill(only);
  return Array<string[]>(range.bottom - range.top + 1).fill(line);
}

export function planPaste<R>(
  pasted: readonly (readonly string[])[],
  range: Range,
  ground: PasteGround<R>,
): PastePlan<R> {
  const plan: PastePlan<R> = { changes: [], invalid: [], skipped: 0, beyond: 0 };
  for (const [down, cells] of spread(pasted, range).entries()) {
    const index = range.top + down;
    if (index >= ground.lines && !ground.append) {
      plan.beyond += 1;
      continue;
    }
    const row = ground.row(index);
    for (const [across, text] of cells.entries()) {
      const column = ground.columns[range.left + across];
      if (column === undefined || ground.readOnly(column, row)) plan.skipped += 1;
      else place(plan, column, row ?? null, index, text);
    }
  }
  return plan;
}

function place<R>(plan: PastePlan<R>, column: Column<R>, row: R | null, index: number, text: string): void {
  const taken = take(column, text);
  if (taken.ok) {
    const change: Change<R> = { row, index, column: column.key, value: taken.value, text };
    plan.changes.push(change);
  } else {
    plan.invalid.push({ index, column: column.key, text, sentence: taken.sentence });
  }
}
