/** The units behind a figure, on their way to the list: kept while the program is open, so that "back" finds them. */
import type { UnitId } from '../../door';
import { go } from '../../kit/place.svelte';

export interface Picked {
  /** Whose figure it is: "1. Khối Mầm non". */
  label: string;
  units: readonly UnitId[];
  /** The day that the figure was counted for; null: today. */
  asOf: string | null;
}

const shown: { picked: Picked | null } = $state({ picked: null });

export function picked(): Picked | null {
  return shown.picked;
}

/** Opens the list behind a figure. */
export function openPicked(next: Picked): void {
  shown.picked = next;
  go('don-vi');
}

export function forgetPicked(): void {
  shown.picked = null;
}
