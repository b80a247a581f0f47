/** The year that decisions, awards and deadlines are looked at for. Starts anew with today's year at each start. */

const chosen = $state({ year: 0, today: '' });

/** The core's day, once known. */
export function begin(today: string): void {
  chosen.today = today;
  if (chosen.year === 0) chosen.year = Number(today.slice(0, 4));
}

export function year(): number {
  return chosen.year;
}

/** Today as an ISO day, by the core's clock. */
export function today(): string {
  return chosen.today;
}

export function setYear(next: number): void {
  chosen.year = next;
}
