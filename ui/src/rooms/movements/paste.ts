/** Rows of a unit's own list as registrations: Ông/Bà, name, birth, title, form, content; a number in front is left out. */
import type { RegistrationDraft } from '../../door';
import { readTsv } from '../../kit/grid/tsv';
import { fold } from '../../words/fold';
import { readPartial } from '../../words/partial';

export interface Common {
  year: number;
  unit: number;
  movement: number | null;
  received_on: string | null;
}

const honorifics: readonly string[] = ['ong', 'ba', 'tap the', 'nam', 'nu'];

function row(cells: readonly string[], common: Common): RegistrationDraft {
  // whoever leaves the first column out begins with the name
  const [honorific = '', name = '', born = '', title = '', form = '', content = ''] =
    honorifics.includes(fold(cells[0] ?? '')) || cells[0] === '' ? cells : ['', ...cells];
  const birth = readPartial(born, common.year);
  const collective = fold(honorific) === 'tap the';
  return {
    ...common,
    calendar: null,
    kind: collective ? 'collective' : 'individual',
    member: null,
    honorific: collective ? '' : honorific,
    name,
    birth: birth.ok ? birth.value : null,
    title,
    form,
    content,
    note: '',
  };
}

export function readRows(text: string, common: Common): RegistrationDraft[] {
  return readTsv(text)
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .map((cells) => (/^\d+$/.test(cells[0] ?? '') ? cells.slice(1) : cells))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => row(cells, common));
}
