/** What is typed into a cell of a kind, as the value that goes to the core. */
import { readDay, readHundredths, readMoney } from '../../words/typed';
import { fold } from '../../words/fold';
import type { CellView, Column, Option } from './types';

export type Taken = { ok: true; value: string } | { ok: false; sentence: string };

export function view<R>(column: Column<R>, row: R): CellView {
  const shown = column.show(row);
  return typeof shown === 'string' ? { text: shown } : shown;
}

/** What the editor begins with, and what is copied. */
export function textOf<R>(column: Column<R>, row: R): string {
  return column.text?.(row) ?? view(column, row).text;
}

/** The option that was meant: by its label or value, accents and case apart, if only one fits. */
export function optionFor(options: readonly Option[], text: string): Option | null {
  const exact = options.find((option) => option.label === text || option.value === text);
  if (exact !== undefined) return exact;
  const asked = fold(text);
  const alike = options.filter((option) => fold(option.label) === asked);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function takeChoice<R>(column: Column<R>, text: string): Taken {
  const options = column.options;
  // Found by what is typed: the core looks the words up and refuses what it does not know.
  if (options === undefined || typeof options === 'function') return { ok: true, value: text };
  const found = optionFor(options, text);
  if (found !== null) return { ok: true, value: found.value };
  if (column.free === true) return { ok: true, value: text };
  return { ok: false, sentence: `“${text}” không có trong danh sách. Hãy chọn một mục.` };
}

/** Reads a typed or pasted text for a column; '' clears the cell. */
export function take<R>(column: Column<R>, typed: string): Taken {
  const text = typed
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const own = column.check?.(text) ?? null;
  if (own !== null) return { ok: false, sentence: own };
  if (text === '') return { ok: true, value: '' };
  switch (column.kind ?? 'text') {
    case 'text':
      return { ok: true, value: text };
    case 'choice':
      return takeChoice(column, text);
    case 'date':
      return asText(readDay(text, new Date().getFullYear()));
    case 'money':
      return asText(readMoney(text));
    case 'number': {
      const read = readHundredths(text);
      return read.ok ? { ok: true, value: text.replace(/\./g, '').replace(',', '.') } : read;
    }
  }
}

function asText(read: { ok: true; value: string | number | null } | { ok: false; sentence: string }): Taken {
  return read.ok ? { ok: true, value: String(read.value ?? '') } : read;
}
