/** How the register is being looked at: kept while the program is open, so that a figure opens its list and "back" finds it. */
import type {
  InitiativeDraft,
  InitiativeKind,
  InitiativeLevel,
  InitiativeQuery,
  InitiativeSort,
  Obstacle,
} from '../../door';
import type { Sort } from '../../kit/grid/types';
import { go } from '../../kit/place.svelte';

/** Everything of a year. */
export function everything(year: number | null): InitiativeQuery {
  return {
    year,
    programme: null,
    text: '',
    units: [],
    bloc: null,
    without_bloc: false,
    counted: null,
    obstacle: null,
    women: false,
    entered: null,
    sort: 'code',
    descending: false,
  };
}

export const look: { asked: InitiativeQuery; about: string } = $state({ asked: everything(null), about: '' });

/** Opens the list behind a figure; `about` says whose figure it is, for the chip above the list. */
export function openList(query: Partial<InitiativeQuery>, about = ''): void {
  look.asked = { ...everything(null), ...query };
  look.about = about;
  go('sang-kien');
}

/** Which column is ordered by which word of the core. */
const sorts: Readonly<Record<string, InitiativeSort>> = {
  code: 'code',
  title: 'title',
  unit: 'unit',
  bloc: 'bloc',
  field: 'field',
  first_applied: 'first_applied',
  benefit: 'benefit',
  portal_on: 'portal_on',
};

export function order(next: Sort): void {
  look.asked.sort = sorts[next.key] ?? 'code';
  look.asked.descending = next.down;
}

export function shownOrder(): Sort {
  const key = Object.keys(sorts).find((column) => sorts[column] === look.asked.sort) ?? 'code';
  return { key, down: look.asked.descending };
}

/** What stands in the way, with the column that it is about. */
export const columnOf: Readonly<Record<Obstacle, string>> = {
  out_of_window: 'first_applied',
  not_recognised: 'recognition',
  near_duplicate: 'title',
  below_threshold: 'benefit',
  shares_unclear: 'authors',
};

export const reads = ['initiative', 'initiative_author', 'programme', 'programme_rule', 'period', 'unit_state', 'bloc'];

const levels: readonly InitiativeLevel[] = ['base', 'district', 'province', 'ministry', 'national'];
const kinds: readonly InitiativeKind[] = ['technical', 'management', 'operation', 'application', 'research'];

export function levelOf(code: string): InitiativeLevel | null {
  return levels.find((one) => one === code) ?? null;
}

export function kindOf(code: string): InitiativeKind | null {
  return kinds.find((one) => one === code) ?? null;
}

/** A blank form. */
export function blank(year: number): InitiativeDraft {
  return {
    year,
    code: '',
    title: '',
    unit: 0,
    authors: [],
    field: '',
    kind: null,
    scope: null,
    first_applied: null,
    place: '',
    recognition: null,
    recognition_number: '',
    recognised_on: null,
    recognised_by: '',
    benefit: 0,
    benefit_basis: '',
    effect: '',
    programme: null,
    portal_on: null,
    portal_code: '',
    secret: false,
    note: '',
  };
}
