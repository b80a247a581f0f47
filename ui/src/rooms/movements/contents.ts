/** Contents as they are typed: figures as text, so that what is not a figure can be told. */
import { Refused, type MovementContent } from '../../door';
import { hundredths } from '../../words/format';
import { readHundredths } from '../../words/typed';

export interface ContentRow {
  content: string;
  measure: string;
  target: string;
  result: string;
}

const shown = (figure: number | null) => (figure === null ? '' : hundredths(figure));

export function contentRows(contents: readonly MovementContent[]): ContentRow[] {
  return contents.map(({ content, measure, target, result }) => ({
    content,
    measure,
    target: shown(target),
    result: shown(result),
  }));
}

/** The rows as the core takes them; a line with nothing in it is left out, a wrong figure is refused at its field. */
export function readContents(rows: readonly ContentRow[]): MovementContent[] {
  const wrong: { field: string; sentence: string }[] = [];
  const figure = (text: string, field: string): number | null => {
    const read = readHundredths(text);
    if (read.ok) return read.value;
    wrong.push({ field, sentence: read.sentence });
    return null;
  };
  const contents = rows
    .map((row, at) => ({
      content: row.content,
      measure: row.measure,
      target: figure(row.target, `contents.${String(at)}.target`),
      result: figure(row.result, `contents.${String(at)}.result`),
    }))
    .filter((one) => one.content.trim() !== '' || one.target !== null || one.result !== null || one.measure !== '');
  if (wrong.length > 0) throw new Refused(wrong);
  return contents;
}
