/** A list on its way to paper: the columns that a grid shows, as the core asks for them. */
import type { SeenColumn } from '../door';
import type { GridCore } from './grid/core';

/** The shown columns with their headings and widths, from left to right. */
export function seenColumns<R>(core: GridCore<R>): SeenColumn[] {
  return core.layout.shown.map((column) => ({
    key: column.key,
    title: column.title,
    width: Math.round(core.layout.width(column)),
  }));
}
