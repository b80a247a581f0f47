/** What was typed ahead of an answer of the core: a choice whose list has not come, a cell of a row that is not here. */
let typed: Promise<unknown> = Promise.resolve();

/** What is saved next waits until this is done. */
export function ahead(work: Promise<void>): void {
  typed = Promise.allSettled([typed, work]);
}

/** Waits until nothing is typed ahead of the core. */
export async function caughtUp(): Promise<void> {
  await typed;
}
