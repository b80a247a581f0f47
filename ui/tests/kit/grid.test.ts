import { describe, expect, test } from 'vitest';
import { caughtUp } from '../../src/kit/ahead';
import { blockSize } from '../../src/kit/grid/blocks';
import type { Option, PastePlan } from '../../src/kit/grid/types';
import { cell, columns, press, settled, sheet, type, type Person } from './sheet';

function paste(area: HTMLTextAreaElement, text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

function copied(area: HTMLTextAreaElement, kind = 'copy'): string {
  const data = new DataTransfer();
  area.dispatchEvent(new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true }));
  return data.getData('text/plain');
}

describe('moving', () => {
  test('arrows, pages, ends of the line and of the list', async () => {
    const { grid } = await sheet(1000);
    await press('ArrowDown');
    await press('ArrowRight');
    expect(grid.cursor.at).toEqual({ row: 1, col: 1 });
    await press('PageDown');
    expect(grid.cursor.at.row).toBe(1 + grid.pageRows);
    await press('End', 'ctrl');
    expect(grid.cursor.at).toEqual({ row: 999, col: 4 });
    await settled();
    expect(cell(grid, 999, 0).textContent).toBe('Nguyễn Văn 1000');
    await press('Home', 'ctrl');
    expect(grid.cursor.at).toEqual({ row: 0, col: 0 });
  });

  test('after Tab, Tab, Enter the cursor is back in the column where the run began', async () => {
    const { grid } = await sheet(10);
    await press('ArrowRight');
    await press('Tab');
    await press('Tab');
    await press('Enter');
    expect(grid.cursor.at).toEqual({ row: 1, col: 1 });
    await press('Enter', 'shift');
    expect(grid.cursor.at).toEqual({ row: 0, col: 1 });
  });

  test('Tab goes on to the next line, and after Esc out of the grid', async () => {
    const { grid, area } = await sheet(3);
    grid.goTo(0, 4);
    await press('Tab');
    expect(grid.cursor.at).toEqual({ row: 1, col: 0 });
    await press('Escape');
    await press('Tab');
    expect(document.activeElement).not.toBe(area);
  });

  test('the text area says where the cursor is', async () => {
    const { area } = await sheet(10);
    await press('ArrowDown');
    await settled();
    expect(area.getAttribute('aria-label')).toBe('Họ và tên, dòng 2: Nguyễn Văn 2');
  });

  test('a click goes to a cell, a click with Shift stretches the selection', async () => {
    const { grid } = await sheet(10);
    const at = (row: number, col: number, shiftKey = false) =>
      cell(grid, row, col).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, shiftKey }));
    at(2, 1);
    window.dispatchEvent(new PointerEvent('pointerup'));
    at(4, 2, true);
    window.dispatchEvent(new PointerEvent('pointerup'));
    expect(grid.cursor.range).toEqual({ top: 2, bottom: 4, left: 1, right: 2 });
  });
});

describe('editing', () => {
  test('typing replaces, one edit goes out and the cell shows it', async () => {
    const { grid, edits, rows } = await sheet(5);
    await type('Lan');
    await press('ArrowDown');
    await settled();
    expect(edits).toHaveLength(1);
    expect(edits[0]).toEqual([{ row: rows[0], index: 0, column: 'name', value: 'Lan', text: 'Lan' }]);
    expect(cell(grid, 0, 0).textContent).toBe('Lan');
    expect(grid.cursor.at.row).toBe(1);
  });

  test('F2 goes on from what is there, Esc restores it', async () => {
    const { edits, rows } = await sheet(5);
    await press('F2');
    await type(' A');
    await press('Escape');
    await press('Enter');
    expect(edits).toHaveLength(0);
    await press('ArrowUp');
    await press('F2');
    await type(' B');
    await press('Enter');
    expect(rows[0]?.name).toBe('Nguyễn Văn 1 B');
  });

  test('an unchanged cell sends nothing', async () => {
    const { edits } = await sheet(5);
    await press('F2');
    await press('Enter');
    expect(edits).toHaveLength(0);
  });

  test('Delete clears the whole selection in one edit, read-only cells apart', async () => {
    const { edits, grid } = await sheet(5);
    grid.goTo(0, 3);
    await press('ArrowRight', 'shift');
    await press('ArrowDown', 'shift');
    await press('Delete');
    expect(edits).toHaveLength(1);
    expect(edits[0]?.map((change) => [change.index, change.column, change.value])).toEqual([
      [0, 'unit', ''],
      [1, 'unit', ''],
    ]);
  });

  test('Ctrl+D fills down from the upper line', async () => {
    const { rows, edits } = await sheet(5);
    await press('ArrowDown', 'shift');
    await press('ArrowDown', 'shift');
    await press('d', 'ctrl');
    await settled();
    expect(edits).toHaveLength(1);
    expect(rows.slice(0, 4).map((row) => row.name)).toEqual([
      'Nguyễn Văn 1',
      'Nguyễn Văn 1',
      'Nguyễn Văn 1',
      'Nguyễn Văn 4',
    ]);
  });

  test('a day is read leniently; one that does not exist stays, marked, and is not sent', async () => {
    const { grid, edits } = await sheet(5);
    grid.goTo(0, 1);
    await type('5/9/87');
    await press('Enter');
    expect(edits[0]?.[0]?.value).toBe('1987-09-05');
    await type('31/2/2020');
    await press('Enter');
    await settled();
    expect(edits).toHaveLength(1);
    expect(cell(grid, 1, 1).textContent).toBe('31/2/2020');
    expect(cell(grid, 1, 1).title).toBe('Ngày chưa đúng. Ví dụ: 05/09/1987.');
    expect(cell(grid, 1, 1).className).toContain('error');
    await press('F8');
    await settled();
    expect(grid.cursor.at).toEqual({ row: 1, col: 1 });
  });

  test('what the core refuses stays in the cell with its sentence', async () => {
    const { grid } = await sheet(5, {
      onEdit: () => Promise.reject(new Error('Họ tên không được để trống.')),
    });
    await press('Delete');
    await settled();
    expect(cell(grid, 0, 0).title).toBe('Họ tên không được để trống.');
    await press('Escape');
    await settled();
    expect(cell(grid, 0, 0).textContent).toBe('Nguyễn Văn 1');
  });

  test('a choice is found without accents and taken by Enter', async () => {
    const { grid, edits } = await sheet(5);
    grid.goTo(0, 3);
    await type('mam');
    await settled();
    const options = [...grid.root.querySelectorAll('[role=option]')].map((option) => option.textContent);
    expect(options).toEqual(['Trường Mầm non Bình Minh']);
    await press('Enter');
    expect(edits[0]?.[0]).toMatchObject({ column: 'unit', value: '2', text: 'Trường Mầm non Bình Minh' });
  });

  test('Enter before the list has come takes what answers the words, not what was on offer before', async () => {
    const found: Record<string, Option[]> = {
      x: [{ value: '3', label: 'Trạm Y tế xã Vĩnh Lộc' }],
      xa: [{ value: '4', label: 'CĐCS xã An Trạch' }],
    };
    let late: (() => void)[] = [];
    const options = (text: string) =>
      new Promise<readonly Option[]>((resolve) => late.push(() => resolve(found[text] ?? [])));
    const answer = () => {
      for (const one of late) one();
      late = [];
    };
    const slow = columns.map((column) => (column.key === 'unit' ? { ...column, options } : column));
    const { grid, edits } = await sheet(5, { columns: slow });
    grid.goTo(0, 3);
    await press('x');
    answer();
    await settled();
    expect(grid.root.querySelector('[role=option]')?.textContent).toBe('Trạm Y tế xã Vĩnh Lộc');
    await press('a');
    await press('Enter');
    await settled();
    expect(edits).toEqual([]);
    expect(cell(grid, 0, 3).textContent).toBe('xa');
    answer();
    await caughtUp();
    expect(edits[0]?.[0]).toMatchObject({ index: 0, column: 'unit', value: '4', text: 'CĐCS xã An Trạch' });
    await settled();
    expect(cell(grid, 0, 3).textContent).toBe('CĐCS xã An Trạch');
  });

  test('the blank last line takes a new row', async () => {
    const { edits, grid } = await sheet(2, { append: true });
    grid.goTo(2, 0);
    await type('Mai');
    await press('Enter');
    expect(edits[0]?.[0]).toMatchObject({ row: null, index: 2, value: 'Mai' });
  });
});

describe('clipboard', () => {
  test('a selection is copied as lines of cells', async () => {
    const { area } = await sheet(5);
    await press('ArrowDown', 'shift');
    await press('ArrowRight', 'shift');
    expect(copied(area)).toBe('Nguyễn Văn 1\t05/09/1987\r\nNguyễn Văn 2\t05/09/1987');
  });

  test('cells from Excel go into the selection as one edit; quoted breaks become spaces', async () => {
    const { area, edits, rows } = await sheet(5);
    paste(area, '"Lê ""Bé""\nNa"\t1.1.90\r\nTrần Mai\t2/3/1991\r\n');
    await settled();
    expect(edits).toHaveLength(1);
    expect(rows[0]?.name).toBe('Lê "Bé" Na');
    expect(edits[0]?.map((change) => change.value)).toEqual(['Lê "Bé" Na', '1990-01-01', 'Trần Mai', '1991-03-02']);
  });

  test('a single copied cell fills the selection', async () => {
    const { area, edits } = await sheet(5);
    await press('ArrowDown', 'shift');
    await press('ArrowDown', 'shift');
    paste(area, 'Một');
    await settled();
    expect(edits[0]).toHaveLength(3);
  });

  test('a paste with faults is shown first, and nothing happens unless it is wanted', async () => {
    const plans: PastePlan<Person>[] = [];
    let answer = false;
    const { area, edits, grid } = await sheet(3, {
      onPaste: (plan) => {
        plans.push(plan);
        return Promise.resolve(answer);
      },
    });
    const text = 'An\t31/2/2000\r\nBình\t1/1/2000\r\nChi\t\r\nDư\t\r\n';
    paste(area, text);
    await settled();
    expect(plans[0]?.invalid.map((cell) => cell.text)).toEqual(['31/2/2000']);
    expect(plans[0]?.beyond).toBe(1);
    expect(edits).toHaveLength(0);
    answer = true;
    paste(area, text);
    await settled();
    expect(edits).toHaveLength(1);
    expect(cell(grid, 0, 1).className).toContain('error');
  });

  test('more than fifty cells are shown first as well', async () => {
    let asked = 0;
    const { area } = await sheet(100, {
      onPaste: () => {
        asked += 1;
        return Promise.resolve(false);
      },
    });
    paste(area, Array.from({ length: 50 }, (_, at) => `Tên ${String(at)}`).join('\r\n'));
    await settled();
    expect(asked).toBe(0);
    paste(area, Array.from({ length: 51 }, (_, at) => `Tên ${String(at)}`).join('\r\n'));
    await settled();
    expect(asked).toBe(1);
  });
});

describe('lists', () => {
  test('Space ticks, Ctrl+A takes every matching line, not only those on the screen', async () => {
    const told: number[] = [];
    const { grid } = await sheet(1000, { ticks: true, onTicks: (ticks) => told.push(ticks.count) });
    await press(' ');
    await press('a', 'ctrl');
    await press(' ');
    expect(told).toEqual([1, 0, 1000, 999].filter((count) => count > 0));
    expect(grid.ticked.told(1000)).toMatchObject({ all: true, count: 999 });
  });

  test('sorting is asked for, not done', async () => {
    const asked: unknown[] = [];
    const { grid } = await sheet(5, { onSort: (sort) => asked.push(sort) });
    await press('ArrowUp');
    await press('Enter');
    expect(asked).toEqual([{ key: 'name', down: false }]);
    grid.update({ sort: { key: 'name', down: false } });
    expect(grid.root.querySelector('[aria-sort=ascending]')?.textContent).toContain('Họ và tên');
  });

  test('widths, order and hidden columns are kept under the name of the grid', async () => {
    const { grid } = await sheet(5);
    grid.layout.resize('name', 300);
    grid.layout.move('code', 0);
    grid.layout.show('born', false);
    await settled();
    const titles = [...grid.root.querySelectorAll('.grid-name')].map((name) => name.textContent);
    expect(titles).toEqual(['Mã', 'Họ và tên', 'Tiền thưởng', 'Đơn vị']);
    expect(cell(grid, 0, 1).offsetWidth).toBe(300);
    expect(localStorage.getItem('grid.test')).toContain('"name":300');
    grid.layout.toDefault();
    expect(grid.layout.shown.map((column) => column.key)).toEqual(['name', 'born', 'money', 'unit', 'code']);
  });

  test('frozen columns stay in sight', async () => {
    const { grid } = await sheet(5, { frozen: 1 });
    grid.layout.resize('born', 900);
    await settled();
    const scroller = grid.root.querySelector('.grid-scroller');
    if (scroller !== null) scroller.scrollLeft = 300;
    await settled();
    expect(cell(grid, 0, 0).getBoundingClientRect().left).toBeCloseTo(grid.root.getBoundingClientRect().left, 0);
  });

  test('250,000 lines: the elements stay the same, the rows come by pages, at most twenty are kept', async () => {
    const { grid, asked } = await sheet(250_000);
    const scroller = grid.root.querySelector('.grid-scroller');
    if (scroller === null) throw new Error('a grid scrolls');
    const elements = [...grid.rows.canvas.children];
    for (let step = 1; step <= 30; step++) {
      scroller.scrollTop = (scroller.scrollHeight * step) / 31;
      await settled();
    }
    expect([...grid.rows.canvas.children]).toEqual(elements);
    expect(elements.length).toBeLessThan(30);
    expect(grid.blocks.held).toBeLessThanOrEqual(20);
    expect(asked.every(([offset, limit]) => offset % blockSize === 0 && limit === blockSize)).toBe(true);
    scroller.scrollTop = scroller.scrollHeight;
    await settled();
    expect(cell(grid, 249_999, 0).textContent).toBe('Nguyễn Văn 250000');
  });

  test('an answer to an older question is dropped', async () => {
    const answers: ((page: { total: number; rows: Person[] }) => void)[] = [];
    const { grid } = await sheet(3);
    const slow = () => new Promise<{ total: number; rows: Person[] }>((answer) => answers.push(answer));
    const page = (name: string) => ({ total: 1, rows: [{ id: 1, name, born: '', money: 0, unit: '' }] });
    grid.update({ page: () => slow() });
    await settled();
    grid.update({ page: () => slow() });
    await settled();
    answers[1]?.(page('mới'));
    await settled();
    answers[0]?.(page('cũ'));
    await settled();
    expect(cell(grid, 0, 0).textContent).toBe('mới');
    expect(grid.blocks.total).toBe(1);
  });
});
