/** A grid over rows in memory, and the keys of a real keyboard. */
import { cdp } from 'vitest/browser';
import { onTestFinished } from 'vitest';
import '../../src/style/base.css';
import '../../src/kit/grid/grid.css';
import { GridCore } from '../../src/kit/grid/core';
import type { Change, Column, GridOptions } from '../../src/kit/grid/types';

export interface Person {
  id: number;
  name: string;
  born: string;
  money: number;
  unit: string;
}

export const columns: Column<Person>[] = [
  { key: 'name', title: 'Họ và tên', width: 200, show: (row) => row.name, sortable: true },
  { key: 'born', title: 'Ngày sinh', kind: 'date', width: 120, show: (row) => row.born },
  { key: 'money', title: 'Tiền thưởng', kind: 'money', width: 120, show: (row) => String(row.money) },
  {
    key: 'unit',
    title: 'Đơn vị',
    kind: 'choice',
    width: 160,
    show: (row) => row.unit,
    options: [
      { value: '1', label: 'Trường THCS Phú Hòa' },
      { value: '2', label: 'Trường Mầm non Bình Minh' },
      { value: '3', label: 'Trạm Y tế xã Vĩnh Lộc' },
    ],
  },
  {
    key: 'code',
    title: 'Mã',
    width: 90,
    show: (row) => ({ text: `DV${String(row.id)}`, look: 'muted' }),
    readOnly: true,
  },
];

export function people(count: number): Person[] {
  return Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    name: `Nguyễn Văn ${String(at + 1)}`,
    born: '05/09/1987',
    money: 500_000,
    unit: 'Trường THCS Phú Hòa',
  }));
}

export interface Sheet {
  grid: GridCore<Person>;
  rows: Person[];
  edits: Change<Person>[][];
  asked: [number, number][];
  area: HTMLTextAreaElement;
}

const byColumn: Record<string, (row: Person, change: Change<Person>) => void> = {
  name: (row, change) => (row.name = change.value),
  born: (row, change) => (row.born = change.text),
  money: (row, change) => (row.money = Number(change.value)),
  unit: (row, change) => (row.unit = change.text),
};

/** Shows a grid whose edits are written into `rows`, as the core would. */
export async function sheet(count: number, more: Partial<GridOptions<Person>> = {}): Promise<Sheet> {
  localStorage.clear();
  const rows = people(count);
  const edits: Change<Person>[][] = [];
  const asked: [number, number][] = [];
  const place = document.createElement('div');
  place.style.cssText = 'width: 900px; height: 400px; margin: 20px';
  document.body.append(place);
  const grid = new GridCore<Person>({
    name: 'test',
    label: 'Đoàn viên',
    columns,
    id: (row) => row.id,
    page: (offset, limit) => {
      asked.push([offset, limit]);
      return Promise.resolve({ total: rows.length, rows: rows.slice(offset, offset + limit) });
    },
    onEdit: (changes) => {
      edits.push(changes);
      for (const change of changes) if (change.row !== null) byColumn[change.column]?.(change.row, change);
    },
    ...more,
  });
  place.append(grid.root);
  onTestFinished(() => {
    grid.destroy();
    place.remove();
  });
  await settled();
  grid.goTo(0, 0);
  await settled();
  const area = grid.root.querySelector('textarea');
  if (area === null) throw new Error('a grid has a text area');
  return { grid, rows, edits, asked, area };
}

/** Two frames: one to load, one to write. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
}

export function pause(ms: number): Promise<void> {
  return new Promise((later) => setTimeout(later, ms));
}

const codes: Record<string, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
  F2: 113,
  F8: 119,
};

type Mod = 'alt' | 'ctrl' | 'shift';
const bits: Record<Mod, number> = { alt: 1, ctrl: 2, shift: 8 };

/** Presses a key as the browser would get it from the system; a letter is typed. */
export async function press(key: string, ...mods: Mod[]): Promise<void> {
  const modifiers = mods.reduce((sum, mod) => sum + bits[mod], 0);
  const letter = key.length === 1 && !mods.includes('ctrl');
  const text = key === 'Enter' ? '\r' : letter ? key : undefined;
  const code = codes[key] ?? (key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0);
  const down = {
    type: text === undefined ? 'rawKeyDown' : 'keyDown',
    key,
    modifiers,
    windowsVirtualKeyCode: code,
  } as const;
  await cdp().send('Input.dispatchKeyEvent', text === undefined ? down : { ...down, text, unmodifiedText: text });
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', key, modifiers, windowsVirtualKeyCode: code });
}

export async function type(text: string): Promise<void> {
  for (const letter of text) await press(letter);
}

/** What UniKey sends for "đường" in Telex: each correction is Backspaces and the new letters. */
export const unikey = ['d', '<', 'đ', 'u', 'o', '<', '<', 'ư', 'ơ', 'n', 'g', '<', '<', '<', 'ờ', 'n', 'g'];

/** The text of a cell as it is on the screen. */
export function cell(grid: GridCore<Person>, row: number, col: number): HTMLElement {
  const found = grid.root.querySelector<HTMLElement>(
    `[data-row='${String(row)}']:not([hidden]) [data-col='${String(col)}']`,
  );
  if (found === null) throw new Error(`no cell ${String(row)}/${String(col)} on the screen`);
  return found;
}
