/** Taking a whole import back; what was edited since is kept and named. */
import { ask, write, type IntakeId, type Kept } from '../../door';
import { attempt, settle } from '../../kit/act.svelte';
import { say } from '../../kit/toast.svelte';
import { longWork } from '../../kit/work.svelte';
import { count } from '../../words/format';

/** Something that an undone import left as it is, because it was edited since. */
export interface KeptLine {
  name: string;
  note: string;
  /** Its record, for a link. */
  at: readonly [string, number] | null;
}

const kept: { lines: readonly KeptLine[]; total: number } = $state({ lines: [], total: 0 });

/** What the last undone import left alone, until it was read. */
export function keptLines(): readonly KeptLine[] {
  return kept.lines;
}

/** How many there are; of many only the first are named. */
export function keptTotal(): number {
  return kept.total;
}

export function forgetKept(): void {
  kept.lines = [];
}

const most = 100;

const tables: Readonly<Record<string, string>> = {
  member: 'Đoàn viên',
  membership: 'Quá trình sinh hoạt của đoàn viên',
  unit: 'Đơn vị',
  unit_state: 'Thông tin đơn vị',
  unit_officer: 'Cán bộ đơn vị',
  bloc: 'Khối thi đua',
};

/** What the intake keeps for itself says nothing to the clerk. */
const own = ['intake', 'intake_file', 'intake_row', 'column_memory'];

async function name(one: Kept): Promise<KeptLine> {
  if (one.table === 'member') {
    const { line } = await ask('members.get', { id: one.row, unmasking: null });
    return { name: line.full_name, note: line.unit_name, at: ['doan-vien', one.row] };
  }
  if (one.table === 'unit') {
    const { line } = await ask('units.get', { id: one.row, as_of: null });
    return { name: line.name, note: line.code, at: ['don-vi', one.row] };
  }
  return { name: tables[one.table] ?? 'Bản ghi khác', note: `số ${one.row}`, at: null };
}

/** Takes an import back; answers whether it went well. */
export function takeBack(id: IntakeId): Promise<boolean> {
  return attempt(() =>
    longWork(async () => {
      const done = await write('intake.undo', { id });
      settle(done);
      const left = done.value.kept.filter((one) => !own.includes(one.table));
      if (left.length === 0) {
        say('done', `Đã hoàn tác: ${done.value.label}.`);
        return;
      }
      say(
        'note',
        `Đã hoàn tác: ${done.value.label}. Giữ lại ${count(left.length)} mục đã sửa hoặc đã nhập lại sau đó.`,
      );
      kept.total = left.length;
      kept.lines = await Promise.all(left.slice(0, most).map(name));
    }),
  );
}
