/** What the pages of compacts and of meetings share. */
import { ask, type BlocId, type CompactItem, type MeetingDraft, type VoteFor } from '../../../door';
import type { Option } from '../../../kit/grid/types';
import { allUnits, unitOption } from '../../../kit/units';

/** Whatever a bloc's year is read from. */
export const reads = [
  'compact',
  'compact_item',
  'compact_signature',
  'bloc_meeting',
  'bloc_vote',
  'vote_rule',
  'bloc',
  'bloc_year',
  'unit',
  'unit_state',
  'unit_officer',
  'target',
  'period',
];

export const blankItem = (): CompactItem => ({ content: '', target: '' });

/** The units of a bloc, by what is typed. */
export function unitsOf(bloc: BlocId): (text: string) => Promise<readonly Option[]> {
  return async (text) => (await ask('units.list', { ...allUnits, text, bloc })).rows.slice(0, 50).map(unitOption);
}

export const ballots: readonly { what: VoteFor; title: string; add: string }[] = [
  { what: 'head', title: 'Bầu khối trưởng', add: 'Thêm ứng cử khối trưởng' },
  { what: 'deputy', title: 'Bầu khối phó', add: 'Thêm ứng cử khối phó' },
  { what: 'acclaim', title: 'Suy tôn đơn vị dẫn đầu', add: 'Thêm đơn vị được suy tôn' },
];

/** A blank meeting of a bloc with so many units. */
export function blankMeeting(bloc: BlocId, year: number, units: number): MeetingDraft {
  return {
    bloc,
    year,
    held_on: null,
    began: '',
    ended: '',
    place: '',
    chair: '',
    secretary: '',
    units,
    present: units,
    content: '',
    conclusion: '',
    votes: [],
  };
}

/** "12" as 12; anything else is refused by the core as below none. */
export function wholeNumber(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : -1;
}
