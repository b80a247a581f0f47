/** How the list of pledges is being looked at: the question, its order, and the question that a figure stands for. */
import type { PledgeBlock, PledgeQuery, PledgeSort, PledgeState, SavedView } from '../../door';
import { go } from '../../kit/place.svelte';
import type { Sort, Tone } from '../../kit/grid/types';

/** A step that a form asks about. */
export type Step = 'confirm' | 'post' | 'return' | 'resubmit' | 'withdraw' | 'delete';

export const blocks: readonly PledgeBlock[] = [
  'ideology',
  'ethics',
  'discipline',
  'work_style',
  'duty',
  'following',
  'goals',
  'measures',
];

export const blockNames: Readonly<Record<PledgeBlock, string>> = {
  ideology: 'Tư tưởng chính trị',
  ethics: 'Đạo đức, lối sống',
  discipline: 'Ý thức tổ chức kỷ luật',
  work_style: 'Tác phong, lề lối làm việc',
  duty: 'Trách nhiệm được giao',
  following: 'Nội dung làm theo Bác',
  goals: 'Mục tiêu, chỉ tiêu',
  measures: 'Thời gian, biện pháp',
};

export const stateTones: Readonly<Record<PledgeState, Tone>> = {
  draft: 'grey',
  registered: 'blue',
  confirmed: 'blue',
  published: 'green',
  reviewed: 'green',
  self_assessed: 'green',
  assessed: 'green',
  closed: 'grey',
  returned: 'gold',
  withdrawn: 'grey',
};

/** Which column is ordered by which word of the core. */
export const sorts: Readonly<Record<string, PledgeSort>> = {
  name: 'name',
  unit_name: 'unit',
  state: 'state',
  confirmed_on: 'confirmed_on',
};

export function allOf(year: number): PledgeQuery {
  return {
    year,
    kind: null,
    text: '',
    units: [],
    bloc: null,
    without_bloc: false,
    gender: null,
    party: null,
    states: [],
    collective: null,
    done: null,
    lacks: null,
    review: null,
    grade: null,
    shortcomings: null,
    sort: 'unit',
    descending: false,
  };
}

/** The order as the grid's header shows it. */
export function shownSort(query: PledgeQuery): Sort {
  const key = Object.keys(sorts).find((column) => sorts[column] === query.sort) ?? 'unit_name';
  return { key, down: query.descending };
}

/** Whether two questions filter alike, order apart. */
export function alike(one: PledgeQuery, other: PledgeQuery): boolean {
  const bare = (query: PledgeQuery) => JSON.stringify({ ...query, sort: 'unit', descending: false });
  return bare(one) === bare(other);
}

/** The question that a saved view holds, asked of the year that is looked at; what is not known is left out. */
export function readView(view: SavedView, year: number): PledgeQuery {
  const plain = allOf(year);
  let told: unknown;
  try {
    told = JSON.parse(view.query);
  } catch {
    return plain;
  }
  if (typeof told !== 'object' || told === null) return plain;
  const known = Object.entries(told).filter(([key]) => key in plain && key !== 'year');
  return { ...plain, ...Object.fromEntries(known) };
}

let asked: PledgeQuery | null = null;

/** A figure opens the list behind it: the question travels beside the address, which would not hold it. */
export function openList(query: PledgeQuery): void {
  asked = query;
  go('cam-ket', 'loc', Date.now());
}

/** The question that the list was opened with, once. */
export function takeQuestion(): PledgeQuery | null {
  const taken = asked;
  asked = null;
  return taken;
}
