/** Keys that work anywhere on the screen that asks for them: `shortcuts({ 'Ctrl N': add })`. */

/** How a key press is written: Ctrl, Alt, Shift and the key: "Ctrl N", "F8", "Alt ArrowDown". */
export function spell(event: KeyboardEvent): string {
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey && event.key.length > 1) parts.push('Shift');
  parts.push(event.key.length === 1 ? event.key.toUpperCase() : event.key);
  return parts.join(' ');
}

/** Whether the key goes into text that is being typed; a grid's text area at rest types nothing. */
export function typesInto(event: KeyboardEvent): boolean {
  const target = event.target;
  if (target instanceof HTMLTextAreaElement) return target.dataset['idle'] === undefined;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Listens until the answer is called. A dialog in front takes all keys, except for its own. */
export function listen(keys: Record<string, () => void>, inDialog = false): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const run = keys[spell(event)];
    if (run === undefined) return;
    if (!inDialog && document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    run();
  };
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
}

/** Listens for as long as the component lives. */
export function shortcuts(keys: Record<string, () => void>): void {
  $effect(() => listen(keys));
}
