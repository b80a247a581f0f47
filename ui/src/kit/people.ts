/** Members as someone to choose, for every form that names a person. */
import { ask, type MemberLine, type MemberQuery } from '../door';
import { showPartial } from '../words/partial';
import type { Option } from './grid/types';

const everybody: MemberQuery = {
  text: '',
  units: [],
  with_units_below: true,
  statuses: ['active', 'suspended'],
  gender: null,
  born_from: null,
  born_to: null,
  missing: [],
  officers: false,
  as_of: null,
  sort: 'name',
  descending: false,
};

/** Name alone is not enough where forty people are called alike: the unit and the birth stand beside it. */
export function personOption(line: MemberLine): Option {
  const birth = showPartial(line.birth);
  return {
    value: String(line.id),
    label: line.full_name,
    detail: birth === '' ? line.unit_name : `${birth} · ${line.unit_name}`,
  };
}

/** Members whose name holds these words, accents apart; of one unit when it is given. */
export async function findPeople(text: string, unit: number | null = null): Promise<readonly Option[]> {
  if (text.trim() === '' && unit === null) return [];
  const query = { ...everybody, text, units: unit === null ? [] : [unit] };
  const page = await ask('members.page', { query, offset: 0, limit: 50, unmasking: null });
  return page.rows.map(personOption);
}
