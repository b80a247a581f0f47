/** Closed sets of words: the core gives the labels, the page knows the codes. */
import type { Choice } from '../door';

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
