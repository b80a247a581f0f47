/** A scale of grades while it is edited: points as typed, every line with a key of its own. */
import type { Certainty, GradeScale } from '../../door';
import { hundredths } from '../../words/format';
import { readHundredths } from '../../words/typed';

export interface TypedGrade {
  key: string;
  code: string;
  name: string;
  least: string;
  conditional: boolean;
  counts_as: string;
}

export interface TypedScale {
  name: string;
  since: string | null;
  until: string | null;
  source: string;
  certainty: Certainty;
  grades: TypedGrade[];
}

export function blankGrade(): TypedGrade {
  return { key: crypto.randomUUID(), code: '', name: '', least: '', conditional: false, counts_as: '' };
}

export function blankScale(): GradeScale {
  return { id: null, name: '', since: null, until: null, source: '', certainty: 'general', grades: [] };
}

export function typedScale(scale: GradeScale): TypedScale {
  const { name, since, until, source, certainty } = scale;
  const grades = scale.grades.map((one) => ({ ...one, key: crypto.randomUUID(), least: hundredths(one.least) }));
  return { name, since, until, source, certainty, grades: grades.length === 0 ? [blankGrade(), blankGrade()] : grades };
}

/** What is blank or no figure goes as less than nothing, which the core refuses with what to do. */
function points(text: string): number {
  const read = readHundredths(text);
  return read.ok ? (read.value ?? -1) : -1;
}

/** The scale as the core takes it. */
export function readScale(id: number | null, draft: TypedScale): GradeScale {
  const { name, since, until, source, certainty } = draft;
  const grades = draft.grades.map(({ code, name: grade, least, conditional, counts_as }) => ({
    code,
    name: grade,
    least: points(least),
    conditional,
    counts_as,
  }));
  return { id, name, since, until, source, certainty, grades };
}
