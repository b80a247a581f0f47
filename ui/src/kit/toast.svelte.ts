/** Short sentences at the foot of the page, with at most one thing to do about them. */

export interface Toast {
  id: number;
  kind: 'done' | 'wrong' | 'note';
  sentence: string;
  action: { label: string; run: () => void } | null;
}

const shown: Toast[] = $state([]);
let next = 1;

/** Errors stay until closed; the rest leaves after a while. */
const stay = 8000;

/** So many are on show at once. */
const most = 4;

/** The toasts on show, oldest first. */
export function toasts(): readonly Toast[] {
  return shown;
}

export function closeToast(id: number): void {
  const at = shown.findIndex((toast) => toast.id === id);
  if (at >= 0) shown.splice(at, 1);
}

/** Shows a sentence; answers its id. What was done replaces what was done before it, and the same fault is told once. */
export function say(kind: Toast['kind'], sentence: string, action: Toast['action'] = null): number {
  const id = next++;
  const over = shown.filter((toast) => toast.kind === kind && (kind === 'done' || toast.sentence === sentence));
  for (const toast of over) closeToast(toast.id);
  shown.push({ id, kind, sentence, action });
  if (shown.length > most) shown.shift();
  if (kind !== 'wrong') setTimeout(() => closeToast(id), stay);
  return id;
}
