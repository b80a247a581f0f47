/** The columns of the rows that are looked through. */
import type { IntakeRow, IntakeView } from '../../door';
import type { CellView, Column } from '../../kit/grid/types';
import { count } from '../../words/format';
import { answerWord, asksWhom, outcomeWord, wholeFields } from './words';

export function rowId(row: IntakeRow): string {
  return `${row.file}/${row.row}/${row.sheet}`;
}

/** Why a row is as it is: what was noticed, then what changes. */
export function reason(row: IntakeRow): string {
  const noticed = row.findings.map((finding) => finding.sentence);
  const changes = row.changes.map((change) => `${change.label}: ${change.old || 'trống'} → ${change.new || 'trống'}.`);
  const same = row.same_person.map((other) => `Có thể cũng là người ở tệp “${other.file}”, dòng ${other.row}.`);
  const answered = row.answer === null ? [] : [`${answerWord[row.answer.kind]}.`];
  const said = [...answered, ...noticed, ...changes, ...same];
  if (said.length > 0) return said.join(' ');
  return row.outcome === 'asked' ? asksWhom(row) : '';
}

function shown(row: IntakeRow, field: string, called: string): CellView {
  const text = row.values[field] ?? '';
  const original = (row.original[field] ?? '').trim();
  if (text === '' && original !== '') {
    return { text: original, look: 'muted', mark: { kind: 'error', sentence: 'Không đọc được ô này: sẽ để trống.' } };
  }
  const change = row.changes.find((one) => one.field === field);
  if (change !== undefined && change.old !== '') {
    return { text, mark: { kind: 'doubt', sentence: `Trong sổ: ${change.old}` } };
  }
  return { text, look: field === called ? 'strong' : 'plain' };
}

const widths: Readonly<Record<string, number>> = {
  full_name: 180,
  name: 260,
  gender: 84,
  birth: 104,
  citizen_id: 124,
  code: 84,
};

/** What the row comes to; F8 stops at those that wait for an answer. */
function outcome(row: IntakeRow): CellView {
  const { text, tone } = outcomeWord[row.outcome];
  const mark = row.outcome === 'asked' ? { kind: 'doubt' as const, sentence: reason(row) } : undefined;
  return { text, tone, look: 'chip', mark };
}

export function rowColumns(view: IntakeView): readonly Column<IntakeRow>[] {
  const { in_sight: inSight, called, has_units: hasUnits } = view.target;
  const fields = wholeFields(view.fields);
  const ordered = [
    ...inSight.flatMap((name) => fields.filter((field) => field.name === name)),
    ...fields.filter((field) => !inSight.includes(field.name)),
  ];
  const cells = ordered.map((field): Column<IntakeRow> => ({
    key: field.name,
    title: field.label,
    width: widths[field.name] ?? 150,
    hidden: !inSight.includes(field.name),
    show: (row) => shown(row, field.name, called),
    text: (row) => row.values[field.name] ?? row.original[field.name] ?? '',
  }));
  // The reason stands beside the name, where it is seen without scrolling.
  const named = inSight.indexOf(called) + 1;
  const unit: Column<IntakeRow>[] = hasUnits
    ? [{ key: '#unit', title: 'Đơn vị', width: 76, readOnly: true, show: (row) => row.unit ?? '–' }]
    : [];
  return [
    { key: '#row', title: 'Dòng', kind: 'number', width: 64, readOnly: true, show: (row) => count(row.row) },
    ...unit,
    {
      key: '#outcome',
      title: 'Kết quả',
      width: 100,
      readOnly: true,
      show: outcome,
    },
    ...cells.slice(0, named),
    { key: '#why', title: 'Lý do', width: 330, grow: true, readOnly: true, show: reason },
    ...cells.slice(named),
    {
      key: '#file',
      title: 'Tệp',
      width: 220,
      hidden: true,
      readOnly: true,
      show: (row) => view.files.find((file) => file.file === row.file)?.name ?? '',
    },
  ];
}
