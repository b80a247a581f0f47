/** The columns of a score book: who, how much, which place, then one for each criterion. */
import type { Criterion, ScoreBookLine, ScorePoint, Scorer, ScoreTable, ScoreTotals } from '../../door';
import type { CellView, Column } from '../../kit/grid/types';
import { hundredths } from '../../words/format';

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

const fields: Readonly<Record<Scorer, 'own' | 'cross' | 'office' | 'council'>> = {
  self: 'own',
  cross: 'cross',
  office: 'office',
  council: 'council',
};

/** What a scorer gave for a criterion. */
export function pointsOf(line: ScoreBookLine, criterion: number, scorer: Scorer): number | null {
  const point: ScorePoint | undefined = line.points.find((one) => one.criterion === criterion);
  return point?.[fields[scorer]] ?? null;
}

/** What the points of a scorer come to. */
export function totalsOf(line: ScoreBookLine, scorer: Scorer): ScoreTotals | undefined {
  return line.columns.find((column) => column.scorer === scorer)?.totals;
}

/** "I.3": where a criterion stands in its table. */
export function places(table: ScoreTable): Map<number, { place: string; criterion: Criterion; group: string }> {
  const found = new Map<number, { place: string; criterion: Criterion; group: string }>();
  table.groups.forEach((group, at) => {
    group.criteria.forEach((criterion, no) => {
      const place = `${roman[at] ?? String(at + 1)}.${String(no + 1)}`;
      if (criterion.id !== null) found.set(criterion.id, { place, criterion, group: group.name });
    });
  });
  return found;
}

/** The column of a criterion, and back. */
export const columnOf = (criterion: number): string => `c${String(criterion)}`;
export const criterionOf = (column: string): number | null => (/^c\d+$/.test(column) ? Number(column.slice(1)) : null);

export function bookColumns(table: ScoreTable, scorer: Scorer): readonly Column<ScoreBookLine>[] {
  const criteria = [...places(table).values()].map(({ place, criterion }): Column<ScoreBookLine> => {
    const id = criterion.id ?? 0;
    const title = criterion.most === null ? place : `${place} /${hundredths(criterion.most)}`;
    return {
      key: columnOf(id),
      title,
      kind: 'number',
      width: Math.max(74, 26 + 7 * title.length),
      show: (line) => cell(line, id, scorer),
      text: (line) => points(line, id, scorer),
    };
  });
  return [
    { key: 'code', title: 'Mã', width: 62, readOnly: true, show: (line) => ({ text: line.code, look: 'muted' }) },
    {
      key: 'name',
      title: 'Đơn vị',
      width: 210,
      readOnly: true,
      show: (line) => ({ text: line.name, look: 'strong' }),
    },
    { key: 'total', title: 'Tổng', kind: 'number', width: 66, readOnly: true, show: (line) => total(line, scorer) },
    { key: 'place', title: 'Hạng', kind: 'number', width: 62, readOnly: true, show: place },
    { key: 'grade', title: 'Loại', width: 84, readOnly: true, show: grade },
    ...criteria,
  ];
}

function points(line: ScoreBookLine, criterion: number, scorer: Scorer): string {
  const given = pointsOf(line, criterion, scorer);
  return given === null ? '' : hundredths(given);
}

function cell(line: ScoreBookLine, criterion: number, scorer: Scorer): CellView {
  const fault = totalsOf(line, scorer)?.faults.find((one) => one.criterion === criterion);
  const text = points(line, criterion, scorer);
  if (fault === undefined) return { text };
  if (fault.kind === 'blank_score') return { text, mark: { kind: 'doubt', sentence: 'Chưa chấm tiêu chí này.' } };
  const sentence =
    fault.kind === 'score_over_max'
      ? `Chấm ${hundredths(fault.given)}, vượt điểm chuẩn ${hundredths(fault.most)}.`
      : `Cả nhóm ${hundredths(fault.given)} điểm, chỉ tính ${hundredths(fault.most)}.`;
  return { text, mark: { kind: fault.kind === 'score_over_max' ? 'error' : 'doubt', sentence } };
}

function total(line: ScoreBookLine, scorer: Scorer): CellView {
  const totals = totalsOf(line, scorer);
  if (totals === undefined) return { text: '' };
  if (totals.total !== null) return { text: hundredths(totals.total), look: 'strong' };
  return { text: totals.so_far === 0 ? '' : hundredths(totals.so_far), look: 'muted' };
}

function place(line: ScoreBookLine): CellView {
  if (line.standing === null) return { text: '–', look: 'muted' };
  const text = String(line.standing.place);
  return line.standing.unsettled ? { text: `${text} =`, look: 'chip', tone: 'gold' } : { text, look: 'strong' };
}

function grade(line: ScoreBookLine): CellView {
  if (line.grade === null) return { text: line.total === null ? '' : 'chưa xếp', look: 'muted' };
  return line.grade === line.grade_by_points ? { text: line.grade } : { text: line.grade, look: 'chip', tone: 'gold' };
}
