/** The closed sets of words that this room's forms choose from, with the labels that the core gives. */
import type { Certainty, Choice, ScoreConditionKind, ScoreGroupKind, Scorer, TieBreakKind, UnitKind } from '../../door';

export const unitKinds: readonly UnitKind[] = [
  'co_quan',
  'su_nghiep',
  'xa',
  'mam_non',
  'tieu_hoc',
  'thcs',
  'thpt',
  'gdtx',
  'y_te',
  'dn_nn',
  'dn_nnn',
  'dn_fdi',
  'htx',
  'nghiep_doan',
  'khac',
];

export const scorers: readonly Scorer[] = ['self', 'cross', 'office', 'council'];
export const groupKinds: readonly ScoreGroupKind[] = ['scored', 'bonus', 'penalty'];
export const conditionKinds: readonly ScoreConditionKind[] = [
  'least_share',
  'stated',
  'months_since_founding',
  'months_since_change',
];
export const certainties: readonly Certainty[] = ['sourced', 'general', 'uncertain'];
export const tieBreakKinds: readonly TieBreakKind[] = ['group', 'bonus', 'penalty'];

/** The labels that the core gives, for the words that this page knows. */
export function named<T extends string>(
  choices: readonly Choice[],
  known: readonly T[],
): { value: T; label: string }[] {
  return known.flatMap((value) => {
    const choice = choices.find((one) => one.code === value);
    return choice === undefined ? [] : [{ value, label: choice.label }];
  });
}
