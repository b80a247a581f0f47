/** What is typed into the forms of training. */
import type { CoursePasteRow } from '../../door';
import { readTsv } from '../../kit/grid/tsv';
import { fold } from '../../words/fold';

/** "1.536" as 1536; blank is none; anything else is refused by the core as below none. */
export function wholeNumber(text: string): number {
  const figures = text.replace(/[.\s]/g, '');
  if (figures === '') return 0;
  return /^\d{1,9}$/.test(figures) ? Number(figures) : -1;
}

/** Rows of a spreadsheet in the order name, birth, gender, unit, result, certificate; a first column of running numbers is left out. */
export function readRows(text: string): CoursePasteRow[] {
  return readTsv(text)
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .map((cells) => (/^\d*\.?$/.test(cells[0] ?? '') ? cells.slice(1) : cells))
    .filter((cells) => (cells[0] ?? '') !== '' && fold(cells[0] ?? '') !== 'ho va ten')
    .map(([name = '', born = '', gender = '', unit = '', result = '', certificate = '']) => {
      const year = /(19|20)\d{2}/.exec(born)?.[0];
      const said = fold(gender);
      return {
        name,
        birth_year: year === undefined ? null : Number(year),
        gender: said === 'nu' ? 'nu' : said === 'nam' ? 'nam' : null,
        unit,
        result,
        certificate,
      };
    });
}
