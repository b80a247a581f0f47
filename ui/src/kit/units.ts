/** Units as something to choose, for every form and grid that names one. */
import { ask, type UnitLine, type UnitQuery } from '../door';
import type { Option } from './grid/types';

/** A question for all living units, to be narrowed. */
export const allUnits: UnitQuery = {
  as_of: null,
  units: [],
  text: '',
  bloc: null,
  kind: null,
  sector: null,
  level: null,
  parent: null,
  living: true,
  sort: 'code',
  descending: false,
};

export function unitOption(line: UnitLine): Option {
  return { value: String(line.id), label: line.name, detail: line.code };
}

/** Living units whose name or code holds these words, accents apart. */
export async function findUnits(text: string): Promise<readonly Option[]> {
  const page = await ask('units.list', { ...allUnits, text });
  return page.rows.slice(0, 50).map(unitOption);
}
