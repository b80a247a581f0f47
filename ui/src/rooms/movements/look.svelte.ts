/** How the register of registrations is being looked at, so that a figure opens its list and "back" finds it. */
import type {
  MovementDraft,
  MovementKind,
  MovementLevel,
  MovementQuery,
  RegistrationQuery,
  ReviewKind,
} from '../../door';
import { go } from '../../kit/place.svelte';
import { say } from '../../kit/toast.svelte';
import { attempt } from '../../kit/act.svelte';

export const kinds: readonly MovementKind[] = ['permanent', 'drive', 'topical', 'special', 'campaign', 'welfare'];
export const levels: readonly MovementLevel[] = ['central', 'province', 'state', 'own', 'grassroots'];
export const reviewKinds: readonly ReviewKind[] = ['interim', 'final'];

/** What a movement shows is read from these. */
export const reads = [
  'movement',
  'movement_content',
  'movement_bloc',
  'movement_year',
  'movement_review',
  'movement_document',
  'launch',
  'registration',
  'unit',
  'unit_state',
];

/** What registrations show is read from these. */
export const registrationReads = ['registration', 'movement', 'unit_state', 'bloc', 'member'];

/** Every movement of a year. */
export function everyMovement(year: number | null): MovementQuery {
  return { year, text: '', kind: null, level: null };
}

/** Every registration of a year. */
export function everything(year: number | null): RegistrationQuery {
  return {
    year,
    movement: null,
    unit: null,
    bloc: null,
    without_bloc: false,
    kind: null,
    late: null,
    women: false,
    direct: false,
    once: false,
    text: '',
  };
}

export const look: { asked: RegistrationQuery; about: string; movement: string } = $state({
  asked: everything(null),
  about: '',
  movement: '',
});

/** Opens the list behind a figure; `about` names the bloc or the unit, `movement` the movement, for the chips above the list. */
export function openList(query: Partial<RegistrationQuery>, about = '', movement = ''): void {
  look.asked = { ...everything(null), ...query };
  look.about = about;
  look.movement = movement;
  go('phong-trao', 'dang-ky');
}

/** Copies words for the chat of the units. */
export async function copyMessage(message: string): Promise<void> {
  if (await attempt(() => navigator.clipboard.writeText(message))) {
    say('done', 'Đã chép lời nhắc. Dán vào Zalo hoặc thư.');
  }
}

/** A blank form. */
export function blankMovement(): MovementDraft {
  return {
    id: null,
    name: '',
    level: 'own',
    kind: 'permanent',
    audience: '',
    blocs: [],
    since: null,
    until: null,
    plan: '',
    planned_on: null,
    objectives: '',
    interim_on: null,
    final_on: null,
    register_by: null,
    note: '',
    contents: [],
  };
}
