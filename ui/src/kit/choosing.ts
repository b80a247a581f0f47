/** Choices that are made by Enter before their list has come: what is saved waits for them. */
let chosen: Promise<unknown> = Promise.resolve();

export function choiceComes(choice: Promise<void>): void {
  chosen = Promise.allSettled([chosen, choice]);
}

/** Waits for the choices on their way, if any. */
export async function allChosen(): Promise<void> {
  await chosen;
}
