/** How the list of members is being looked at: the question, the order, and the saved views. */
import type { MemberQuery, MemberSort, Missing, SavedView, Status } from '../../door';
import type { Sort } from '../../kit/grid/types';

export const belong: readonly Status[] = ['active', 'suspended'];
export const left: readonly Status[] = [
  'transferred_out',
  'withdrawn',
  'expelled',
  'retired',
  'left_job',
  'unit_dissolved',
  'deceased',
];
const everyStatus = [...belong, ...left];
export const lacks: readonly Missing[] = [
  'birth',
  'birth_day',
  'gender',
  'citizen_id',
  'position',
  'union_join',
  'phone',
  'member_code',
  'education',
];

/** Which column is ordered by which word of the core. */
export const sorts: Readonly<Record<string, MemberSort>> = {
  full_name: 'name',
  unit_name: 'unit',
  gender: 'gender',
  birth: 'birth',
  citizen_id: 'citizen_id',
  legacy_id: 'legacy_id',
  position: 'position',
  union_position: 'union_position',
  union_join: 'union_join',
  education: 'education',
  phone: 'phone',
  section: 'section',
  member_code: 'member_code',
  worker_type: 'worker_type',
  hometown: 'hometown',
  residence: 'residence',
  status: 'status',
  note: 'note',
};

export function wholeRegister(): MemberQuery {
  return {
    text: '',
    units: [],
    with_units_below: true,
    statuses: [...belong],
    gender: null,
    born_from: null,
    born_to: null,
    missing: [],
    officers: false,
    as_of: null,
    sort: 'name',
    descending: false,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function words<T extends string>(value: unknown, known: readonly T[]): T[] {
  return Array.isArray(value) ? known.filter((one) => value.includes(one)) : [];
}

const figure = (value: unknown) => (typeof value === 'number' ? value : null);

/** The question that a saved view holds; what this program does not know is left out. */
export function readView(view: SavedView): MemberQuery {
  const plain = wholeRegister();
  let told: unknown;
  try {
    told = JSON.parse(view.query);
  } catch {
    return plain;
  }
  if (!isRecord(told)) return plain;
  return {
    ...plain,
    text: typeof told['text'] === 'string' ? told['text'] : '',
    units: Array.isArray(told['units']) ? told['units'].filter((one): one is number => typeof one === 'number') : [],
    statuses: words(told['statuses'], everyStatus),
    gender: words([told['gender']], ['nam', 'nu'] as const)[0] ?? null,
    born_from: figure(told['born_from']),
    born_to: figure(told['born_to']),
    missing: words(told['missing'], lacks),
    officers: told['officers'] === true,
    sort: words([told['sort']], Object.values(sorts))[0] ?? 'name',
    descending: told['descending'] === true,
  };
}

/** The order as the grid's header shows it. */
export function shownSort(query: MemberQuery): Sort {
  const key = Object.keys(sorts).find((column) => sorts[column] === query.sort) ?? 'full_name';
  return { key, down: query.descending };
}

/** Whether two questions filter alike, order apart. */
export function alike(one: MemberQuery, other: MemberQuery): boolean {
  const bare = (query: MemberQuery) => JSON.stringify({ ...query, sort: 'name', descending: false });
  return bare(one) === bare(other);
}
