/** Who is typed into, when rows leave the list or change places under the typing. */
import { expect, onTestFinished, test } from 'vitest';
import { cell, pause, people, press, settled, sheet, type, type Person } from './sheet';

/** A list of those without a day of birth, by name: who gets one leaves it. Its answers take `ms`. */
async function lacking(ms = 0) {
  const all = people(6).map((person) => ({ ...person, born: '' }));
  const edits: string[] = [];
  const shown = await sheet(0, {
    page: async (offset, limit) => {
      const rows = structuredClone(all.filter((one) => one.born === '').sort((a, b) => a.name.localeCompare(b.name)));
      if (ms > 0) await pause(ms);
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
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
  });
  await pause(ms);
  await settled();
  return { ...shown, all, edits };
}

function paste(area: HTMLTextAreaElement, text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
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
  paste(area, '1000\r\n2000');
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

test('a paste goes to the person on whom the cursor stands when the rows have come', async () => {
  const { grid, edits, area } = await lacking(100);
  grid.goTo(0, 1);
  await type('1/2/1990');
  await press('ArrowDown');
  paste(area, '5/5/1995');
  await pause(400);
  expect(edits).toEqual(['1 born 1990-02-01', '2 born 1995-05-05']);
});

test('a saved cell never shows its old value again, however fast the next one is saved', async () => {
  const { grid } = await lacking(150);
  grid.goTo(0, 2);
  await type('100');
  await press('ArrowDown');
  await type('200');
  await press('ArrowDown');
  const shown = new Set<string | null>();
  for (let look = 0; look < 40; look += 1) {
    await pause(15);
    shown.add(cell(grid, 0, 2).textContent);
  }
  expect([...shown]).toEqual(['100']);
});

test('the last one who lacked something leaves the list at Enter', async () => {
  const { grid, all } = await lacking();
  for (const one of all.slice(1)) one.born = '01/01/1990';
  grid.refresh();
  await settled();
  expect(grid.blocks.total).toBe(1);
  grid.goTo(0, 1);
  await type('1/2/1990');
  await press('Enter');
  await settled();
  expect(grid.blocks.total).toBe(0);
});

test('a list that waited for the typing comes when Esc ends it', async () => {
  const { grid, all } = await lacking();
  grid.goTo(1, 2);
  await type('9');
  const [first] = all;
  if (first !== undefined) first.born = '01/01/1990';
  grid.refresh();
  await settled();
  expect(names(grid, 1)).toEqual(['Nguyễn Văn 1']);
  await press('Escape');
  await settled();
  expect(names(grid, 1)).toEqual(['Nguyễn Văn 2']);
});

test('another question takes what was begun to the row on which it was begun', async () => {
  const { grid, edits } = await lacking();
  grid.goTo(1, 2);
  await type('900');
  grid.update({ page: () => Promise.resolve({ total: 0, rows: [] }) });
  await settled();
  expect(edits).toEqual(['2 money 900']);
});

test('what is typed before the row is here is that row’s', async () => {
  const { grid, edits } = await sheet(600, {
    page: async (offset, limit) => {
      if (offset > 0) await pause(150);
      return { total: 600, rows: people(600).slice(offset, offset + limit) };
    },
  });
  grid.goTo(500, 0);
  await type('Mai');
  await press('Enter');
  await pause(400);
  expect(edits.map(([change]) => [change?.row?.id, change?.value])).toEqual([[501, 'Mai']]);
});

/** A list with a blank last line; `waits`: how long each edit takes. */
async function growing(...waits: number[]) {
  const added: Person[] = [];
  const shown = await sheet(0, {
    append: true,
    page: (offset, limit) =>
      Promise.resolve({ total: added.length, rows: structuredClone(added.slice(offset, offset + limit)) }),
    onEdit: async ([change]) => {
      await pause(waits.shift() ?? 0);
      added.push({ id: added.length + 1, name: change?.text ?? '', born: '', money: 0, unit: '' });
    },
  });
  return { ...shown, added };
}

test('new rows go to the file in the order in which they were typed', async () => {
  const { added } = await growing(200, 0);
  for (const name of ['Mai', 'Lan']) {
    await type(name);
    await press('Enter');
  }
  await pause(500);
  expect(added.map((one) => one.name)).toEqual(['Mai', 'Lan']);
});

test('what was refused on the blank line goes with the row that is made of it', async () => {
  const { grid } = await growing();
  grid.goTo(0, 1);
  await type('31/2/1990');
  await press('Tab');
  grid.goTo(0, 0);
  await type('Mai');
  await press('Enter');
  await settled();
  expect(cell(grid, 0, 1).textContent).toBe('31/2/1990');
  expect(cell(grid, 1, 1).textContent).toBe('');
});

test('there is no blank line before it is known where the list ends', async () => {
  const { grid, edits } = await sheet(0, { append: true, page: () => new Promise(() => undefined) });
  await type('Mai');
  await press('Enter');
  await settled();
  expect([grid.lines, edits]).toEqual([0, []]);
});
