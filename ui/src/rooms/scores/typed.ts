/** A score table while it is edited: figures as typed, every line with a key of its own. */
import type {
  Certainty,
  GradeScale,
  ScoreConditionKind,
  ScoreGroupKind,
  Scorer,
  ScoreTable,
  TieBreakKind,
  UnitKind,
} from '../../door';
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

export interface TypedCondition {
  key: string;
  id: number | null;
  kind: ScoreConditionKind;
  text: string;
  figure: string;
  source: string;
  certainty: Certainty;
}

export interface TypedTable {
  name: string;
  /** The key of the period; empty: a model. Chosen only for a new table. */
  period: string;
  decides: Scorer;
  step: string;
  scale: string | null;
  kinds: UnitKind[];
  source: string;
  groups: TypedGroup[];
  tie_breaks: { key: string; kind: TieBreakKind; nth: string }[];
  conditions: TypedCondition[];
}

const key = (): string => crypto.randomUUID();
const shown = (points: number | null): string => (points === null ? '' : hundredths(points));

export function typed(table: ScoreTable): TypedTable {
  return {
    name: table.name,
    period: table.period === null ? '' : String(table.period),
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
    conditions: table.conditions.map((one) => ({ ...one, key: key(), figure: String(one.figure) })),
  };
}

export function blankCriterion(): TypedCriterion {
  return { key: key(), id: null, name: '', most: '', measure: '' };
}

export function blankGroup(): TypedGroup {
  return { key: key(), id: null, kind: 'scored', name: '', cap: '', criteria: [blankCriterion()] };
}

export function blankCondition(): TypedCondition {
  return {
    key: key(),
    id: null,
    kind: 'least_share',
    text: '',
    figure: '50',
    source: '',
    certainty: 'general',
  };
}

/** A table that begins with one empty group; the scale in force is chosen already. */
export function blankTable(period: number | null, scales: readonly GradeScale[]): ScoreTable {
  return {
    id: null,
    name: '',
    period,
    version: 1,
    kinds: [],
    decides: 'council',
    step: 50,
    scale: scales.find((one) => one.until === null)?.id ?? null,
    since: null,
    until: null,
    source: '',
    certainty: 'general',
    groups: [
      { id: null, kind: 'scored', name: '', cap: null, criteria: [{ id: null, name: '', most: null, measure: '' }] },
    ],
    conditions: [],
    tie_breaks: [],
    fixed: false,
  };
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
    period: draft.period === '' ? null : Number(draft.period),
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
    conditions: draft.conditions.map((one) => ({
      id: one.id,
      kind: one.kind,
      text: one.text,
      figure: /^\d{1,4}$/.test(one.figure.trim()) ? Number(one.figure) : 0,
      source: one.source,
      certainty: one.certainty,
    })),
  };
}
