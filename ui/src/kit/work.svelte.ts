/** Counts the long pieces of work under way, so that one progress bar serves the whole page. */

const state = $state({ running: 0 });

export function working(): boolean {
  return state.running > 0;
}

/** Runs work that may take long: import, print, backup. */
export async function longWork<T>(work: () => Promise<T>): Promise<T> {
  state.running += 1;
  try {
    return await work();
  } finally {
    state.running -= 1;
  }
}
