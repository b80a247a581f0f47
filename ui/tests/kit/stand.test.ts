/** Who is typed into, when rows leave the list or change places under the typing. */
import { expect, onTestFinished, test } from 'vitest';
import type { GridOptions } from '../../src/kit/grid/types';
import { cell, pause, people, press, settled, sheet, type, type Person } from './sheet';

/** A list of those without a day of birth, by name: who gets one leaves it. */
async function lacking(more: Partial<GridOptions<Person>> = {}) {
  const all = people(6).map((person) => ({ ...person, born: '' }));
  const edits: string[] = [];
  const shown = await sheet(0, {
    page: (offset, limit) => {
      const rows = all.filter((one) => one.born === '').sort((a, b) => a.name.localeCompare(b.name));
      return Promise.resolve({ total: rows.length, rows: structuredClone(rows.slice(offset, offset + limit)) });
    },
    onEdit: (changes) => {
      for (const { row, column, value, text } of changes) {
        const person = all.find((one) => one.id === row?.id);
        if (person === undefined) continue;
        if (column === 'born') person.born = text;
        if (column === 'money') person.money = Number(value);
        if (column === 'name') person.name = text;
        edits.push(`${String(person.id)} ${column} ${value}`);
      }
    },
    ...more,
  });
  return { ...shown, all, edits };
}

const names = (grid: Parameters<typeof cell>[0], count: number) =>
  Array.from({ length: count }, (_, at) => cell(grid, at, 0).textContent);

test('Enter goes to the next person, who has moved up, and what is typed is theirs', async () => {
  const { grid, edits } = await lacking();
  grid.goTo(0, 1);
  await type('1/2/1990');
  await press('Enter');
  await settled();
  expect(names(grid, 2)).toEqual(['Nguyễn Văn 2', 'Nguyễn Văn 3']);
  expect(grid.cursor.at).toEqual({ row: 0, col: 1 });
  await type('3/4/1991');
  await press('Enter');
  await settled();
  expect(edits).toEqual(['1 born 1990-02-01', '2 born 1991-04-03']);
});

test('a person stays in their line until one leaves it, with all that was typed', async () => {
  const { grid, all, edits } = await lacking();
  grid.goTo(0, 1);
  await type('1/2/1990');
  await press('Tab');
  await settled();
  expect(cell(grid, 0, 0).textContent).toBe('Nguyễn Văn 1');
  expect(cell(grid, 0, 1).textContent).toBe('1/2/1990');
  expect(cell(grid, 0, 1).classList.contains('saving')).toBe(false);
  await type('700000');
  await press('Tab');
  await settled();
  expect(edits).toEqual(['1 born 1990-02-01', '1 money 700000']);
  expect(cell(grid, 0, 2).textContent).toBe('700000');
  await press('ArrowDown');
  await settled();
  expect(names(grid, 1)).toEqual(['Nguyễn Văn 2']);
  expect(cell(grid, 0, 2).textContent).toBe('500000');
  expect(grid.cursor.at.row).toBe(0);
  expect(all[1]).toMatchObject({ born: '', money: 500_000 });
});

test('a row that goes by another act goes at once; the list comes anew when the focus goes elsewhere', async () => {
  const { grid, all } = await lacking();
  grid.goTo(0, 1);
  await type('1/2/1990');
  await press('Tab');
  await settled();
  expect(cell(grid, 0, 0).textContent).toBe('Nguyễn Văn 1');
  grid.refresh();
  await settled();
  expect(cell(grid, 0, 0).textContent).toBe('Nguyễn Văn 2');
  grid.goTo(1, 1);
  await type('1/2/1990');
  await press('Tab');
  await settled();
  expect(cell(grid, 1, 0).textContent).toBe('Nguyễn Văn 3');
  const other = document.body.appendChild(document.createElement('button'));
  onTestFinished(() => other.remove());
  other.focus();
  await settled();
  expect(cell(grid, 1, 0).textContent).toBe('Nguyễn Văn 4');
  expect(all.filter((one) => one.born === '')).toHaveLength(4);
});

test('what is taken back while one still stands in the line is shown as it was', async () => {
  const { grid, all } = await lacking();
  grid.goTo(0, 1);
  await type('1/2/1990');
  await press('Tab');
  await settled();
  const [first] = all;
  if (first !== undefined) first.born = '';
  grid.refresh();
  await settled();
  expect(cell(grid, 0, 1).textContent).toBe('');
  expect(cell(grid, 0, 0).textContent).toBe('Nguyễn Văn 1');
});

test('a list that comes anew under the typing takes nothing to another person', async () => {
  const { grid, all, edits } = await lacking();
  grid.goTo(1, 2);
  await type('9');
  const [first] = all;
  if (first !== undefined) first.born = '01/01/1990';
  grid.refresh();
  await settled();
  await type('00000');
  await press('Enter');
  await settled();
  expect(edits).toEqual(['2 money 900000']);
});

test('the cursor goes with its row when the order changes', async () => {
  const { grid, all } = await lacking();
  grid.goTo(2, 0);
  const [first] = all;
  if (first !== undefined) first.name = 'Vũ Văn 1';
  grid.refresh();
  await settled();
  expect(names(grid, 3)).toEqual(['Nguyễn Văn 2', 'Nguyễn Văn 3', 'Nguyễn Văn 4']);
  expect(grid.cursor.at.row).toBe(1);
});

test('one new row after the other is typed at the end; Tab stays in the row just typed', async () => {
  const added: Person[] = [];
  const { grid } = await sheet(0, {
    append: true,
    page: (offset, limit) =>
      Promise.resolve({ total: added.length, rows: structuredClone(added.slice(offset, offset + limit)) }),
    onEdit: (changes) => {
      for (const { row, column, text, value } of changes) {
        const at = added.find((one) => one.id === row?.id);
        if (at !== undefined && column === 'money') at.money = Number(value);
        else if (at !== undefined) at.name = text;
        else added.push({ id: added.length + 1, name: text, born: '', money: 0, unit: '' });
      }
    },
  });
  await type('Mai');
  await press('Enter');
  await settled();
  await type('Lan');
  await press('Tab');
  await settled();
  await press('Tab');
  await type('200000');
  await press('Enter');
  await settled();
  await type('Cúc');
  await press('Enter');
  await settled();
  expect(added.map((one) => [one.name, one.money])).toEqual([
    ['Mai', 0],
    ['Lan', 200_000],
    ['Cúc', 0],
  ]);
  expect(grid.cursor.at.row).toBe(3);
});

test('the next cell of a row just typed is that row, however late the row comes', async () => {
  const added: Person[] = [];
  const late = () => new Promise((later) => setTimeout(later, 120));
  const { grid } = await sheet(0, {
    append: true,
    page: async (offset, limit) => {
      const rows = structuredClone(added.slice(offset, offset + limit));
      await late();
      return { total: rows.length, rows };
    },
    onEdit: async (changes) => {
      await late();
      for (const { row, column, text, value } of changes) {
        const at = added.find((one) => one.id === row?.id);
        if (at === undefined) {
          if (column !== 'name') throw new Error('Hãy gõ họ và tên trước.');
          // by name: a new row need not come last
          added.push({ id: added.length + 1, name: text, born: '', money: 0, unit: '' });
          added.sort((a, b) => a.name.localeCompare(b.name));
        } else if (column === 'money') at.money = Number(value);
        else if (column === 'born') at.born = text;
      }
    },
  });
  await pause(200);
  for (const [name, born, money] of [
    ['Mai', '1/1/1991', '100000'],
    ['Lan', '2/2/1992', '200000'],
  ] as const) {
    await type(name);
    await press('Tab');
    await type(born);
    await press('Tab');
    await type(money);
    await press('Enter');
    await pause(1500);
  }
  expect(added.map((one) => [one.name, one.born, one.money])).toEqual([
    ['Lan', '2/2/1992', 200_000],
    ['Mai', '1/1/1991', 100_000],
  ]);
  expect(grid.drafts.waiting).toEqual([]);
});

test('after a paste of several lines the selection stays on its people when the list comes anew', async () => {
  const { grid, all, area } = await lacking();
  grid.goTo(1, 2);
  const data = new DataTransfer();
  data.setData('text/plain', '1000\r\n2000');
  area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  await settled();
  expect(all.map((one) => one.money).slice(0, 4)).toEqual([500_000, 1000, 2000, 500_000]);
  const [first] = all;
  if (first !== undefined) first.born = '01/01/1990';
  grid.refresh();
  await settled();
  expect(grid.cursor.range).toMatchObject({ top: 0, bottom: 1 });
});

test('Esc on a line that is still shown takes nothing back, and Delete empties what is in the file', async () => {
  const { grid, all } = await lacking();
  grid.goTo(0, 1);
  await type('1/2/1990');
  await press('Tab');
  await settled();
  grid.goTo(0, 1);
  await press('Escape');
  await settled();
  expect(cell(grid, 0, 1).textContent).toBe('1/2/1990');
  await press('Delete');
  await settled();
  expect(all[0]?.born).toBe('');
});

test('what is refused when another text stands there already is told', async () => {
  const told: string[] = [];
  const answers: (() => void)[] = [];
  await sheet(0, {
    append: true,
    onEdit: ([change]) =>
      new Promise<void>((resolve, reject) => {
        answers.push(() => {
          if (change?.text === 'Mai') reject(new Error('Tên này bị từ chối.'));
          else resolve();
        });
      }),
    onError: (error) => told.push(String(error)),
  });
  await type('Mai');
  await press('Enter');
  await type('Lan');
  await press('Enter');
  await settled();
  answers.shift()?.();
  await settled();
  answers.shift()?.();
  await settled();
  expect(told).toEqual(['Error: Chưa lưu “Mai”. Tên này bị từ chối.']);
});
