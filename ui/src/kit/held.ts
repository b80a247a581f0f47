/** Who would lose something if the place changed now: a dialog in which something is half typed, what a lock covers. */
const holders = new Set<() => boolean>();

/** Holds one here, until the answer is called: `holds` is asked when the browser's Back or a link would lead away. */
export function keepHere(holds: () => boolean): () => void {
  holders.add(holds);
  return () => holders.delete(holds);
}

/** Whether somebody holds one here. It says so on the screen. */
export function isHeld(): boolean {
  return [...holders].some((holds) => holds());
}
