/** The closed sets of words about units, and a blank unit. */
import type { Calendar, Level, Sector, UnitDraft, UnitKind, UnitRecord } from '../../door';

export const levels: readonly Level[] = [
  'grassroots_union',
  'occupational_union',
  'member_grassroots_union',
  'section_union',
  'union_group',
  'education_union',
  'other',
];

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

export const sectors: readonly Sector[] = ['public', 'state_enterprise', 'non_state', 'foreign'];
export const calendars: readonly Calendar[] = ['year', 'school'];

export function kindOf(code: string): UnitKind | null {
  return unitKinds.find((one) => one === code) ?? null;
}

export function blankUnit(): UnitDraft {
  return {
    code: '',
    name: '',
    level: 'grassroots_union',
    kind: 'co_quan',
    sector: 'public',
    calendar: 'year',
    parent: null,
    bloc: null,
    address: '',
    phone: '',
    established: null,
    established_by: '',
    note: '',
  };
}

/** A unit as a form: as it is on a day, or (null) as the last change that is written down makes it. */
export function draftOf(record: UnitRecord, day: string | null): UnitDraft {
  const { unit, states } = record;
  const now = day === null ? states[0] : states.find(({ since }) => since === null || since <= day);
  return {
    code: unit.code,
    name: now?.name ?? record.line.name,
    level: now?.level ?? record.line.level,
    kind: now?.kind ?? record.line.kind,
    sector: now?.sector ?? record.line.sector,
    calendar: now?.calendar ?? record.line.calendar,
    parent: now?.parent ?? null,
    bloc: now?.bloc ?? null,
    address: now?.address ?? '',
    phone: now?.phone ?? '',
    established: unit.established,
    established_by: unit.established_by,
    note: unit.note,
  };
}
