/** How training is being looked at: kept while the program is open, so that a figure opens its list and "back" finds it. */
import type { CourseDraft, PeopleQuery, TrainingKind, TrainingOnly } from '../../door';
import { go } from '../../kit/place.svelte';

/** Whatever the lists and figures are read from. */
export const reads = [
  'course',
  'course_participant',
  'course_count',
  'training_basis',
  'member',
  'membership',
  'unit_state',
  'bloc',
  'period',
];

/** Everybody of a year. */
export function everybody(year: number): PeopleQuery {
  return {
    year,
    within: null,
    text: '',
    kind: null,
    course: null,
    bloc: null,
    without_bloc: false,
    unit: null,
    only: null,
  };
}

/** Which people are shown; `about` says whose figure it is, for the chip above the list. */
export const look: { asked: PeopleQuery; about: string; part: number | null } = $state({
  asked: everybody(0),
  about: '',
  /** The half or quarter that the result is shown for. */
  part: null,
});

/** Opens the list behind a figure. */
export function openPeople(query: PeopleQuery, about = ''): void {
  look.asked = query;
  look.about = about;
  go('dao-tao', 'nguoi-hoc');
}

export const kinds: readonly TrainingKind[] = ['union', 'politics', 'skills', 'schooling', 'languages', 'law', 'other'];

export const onlys: readonly { value: TrainingOnly; label: string }[] = [
  { value: 'women', label: 'Nữ' },
  { value: 'direct', label: 'Lao động trực tiếp' },
  { value: 'again', label: 'Học từ hai lớp' },
];

/** A blank form. */
export function blank(year: number): CourseDraft {
  return {
    id: null,
    year,
    calendar: 'year',
    name: '',
    kind: 'union',
    organiser: '',
    place: '',
    since: null,
    until: null,
    cost: 0,
    money_source: '',
    document: '',
    note: '',
  };
}
