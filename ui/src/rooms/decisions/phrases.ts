import type { Phrase, PhraseUse } from '../../door';

/** The catalogue's phrases for one use as choices, with the year of the decision in them. */
export function phraseChoices(phrases: Phrase[], use: PhraseUse, year: number): { value: string; label: string }[] {
  return phrases
    .filter((one) => one.use === use)
    .map((one) => one.text.replaceAll('{năm}', String(year)))
    .map((text) => ({ value: text, label: text }));
}
