/** A score table while it is edited: figures as typed, every line with a key of its own. */
import type { ScoreCondition, ScoreGroupKind, Scorer, ScoreTable, TieBreakKind, UnitKind } from '../../door';
import { hundredths } from '../../words/format';
import { readHundredths } from '../../words/typed';

export interface TypedCriterion {
  key: string;
  id: number | null;
  name: string;
  most: string;
  measure: string;
}

export interface TypedGroup {
  key: string;
  id: number | null;
  kind: ScoreGroupKind;
  name: string;
  cap: string;
  criteria: TypedCriterion[];
}

export interface TypedTable {
  name: string;
  decides: Scorer;
  step: string;
  scale: string | null;
  kinds: UnitKind[];
  source: string;
  groups: TypedGroup[];
  tie_breaks: { key: string; kind: TieBreakKind; nth: string }[];
  conditions: ScoreCondition[];
}

const key = (): string => crypto.randomUUID();
const shown = (points: number | null): string => (points === null ? '' : hundredths(points));

export function typed(table: ScoreTable): TypedTable {
  return {
    name: table.name,
    decides: table.decides,
    step: hundredths(table.step),
    scale: table.scale === null ? null : String(table.scale),
    kinds: [...table.kinds],
    source: table.source,
    groups: table.groups.map((group) => ({
      key: key(),
      id: group.id,
      kind: group.kind,
      name: group.name,
      cap: shown(group.cap),
      criteria: group.criteria.map((one) => ({
        key: key(),
        id: one.id,
        name: one.name,
        most: shown(one.most),
        measure: one.measure,
      })),
    })),
    tie_breaks: table.tie_breaks.map((rule) => ({ key: key(), kind: rule.kind, nth: String(rule.nth) })),
    conditions: [...table.conditions],
  };
}

export function blankCriterion(): TypedCriterion {
  return { key: key(), id: null, name: '', most: '', measure: '' };
}

export function blankGroup(): TypedGroup {
  return { key: key(), id: null, kind: 'scored', name: '', cap: '', criteria: [blankCriterion()] };
}

/** What is no figure goes as 0, which the core refuses with what to do; blank is none. */
function figure(text: string): number | null {
  const read = readHundredths(text);
  return read.ok ? read.value : 0;
}

/** The table as the core takes it. */
export function read(table: ScoreTable, draft: TypedTable): ScoreTable {
  return {
    ...table,
    name: draft.name,
    decides: draft.decides,
    step: figure(draft.step) ?? 0,
    scale: draft.scale === null ? null : Number(draft.scale),
    kinds: draft.kinds,
    source: draft.source,
    groups: draft.groups.map((group) => ({
      id: group.id,
      kind: group.kind,
      name: group.name,
      cap: group.kind === 'scored' ? null : figure(group.cap),
      criteria: group.criteria.map((one) => ({
        id: one.id,
        name: one.name,
        most: figure(one.most),
        measure: one.measure,
      })),
    })),
    tie_breaks: draft.tie_breaks.map((rule) => ({
      kind: rule.kind,
      nth: rule.kind === 'group' ? Number(rule.nth) || 0 : 0,
    })),
    conditions: draft.conditions,
  };
}
