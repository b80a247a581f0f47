/** A list on its way to paper: the columns that a grid shows and the filter in words, as the core asks for them. */
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

/** A filter that is on, as its chip says it. */
export interface Filter {
  label: string;
  value: string;
}

/** The list as it is seen: what was asked, its columns, and its filters in words: "khối: Doanh nghiệp; tìm: hoa". */
export function seen<R, Q extends { text: string }>(core: GridCore<R> | null, query: Q, filters: readonly Filter[]) {
  const text = query.text.trim();
  const all = text === '' ? filters : [...filters, { label: 'Tìm', value: text }];
  return {
    query,
    columns: core === null ? [] : seenColumns(core),
    filter: all.map((filter) => `${filter.label.toLowerCase()}: ${filter.value}`).join('; '),
  };
}
