/** Which key does what. The core offers the verbs; this page is the table. */
import type { PenState } from './pen';

export interface Verbs {
  readonly state: PenState;
  readonly picking: boolean;
  readonly pageRows: number;
  readonly editable: boolean;
  move: (rows: number, cols: number, extend: boolean) => void;
  jump: (where: 'start' | 'end' | 'lineStart' | 'lineEnd', extend: boolean) => void;
  pick: (step: number) => void;
  openPicker: () => boolean;
  enter: (back: boolean) => void;
  tab: (back: boolean) => boolean;
  edit: () => boolean;
  back: () => boolean;
  clearCells: () => void;
  startEmpty: () => void;
  fillDown: () => void;
  today: () => boolean;
  selectAll: () => void;
  tick: () => boolean;
  space: () => boolean;
  nextProblem: () => void;
  readyToCopy: () => void;
  toHead: () => boolean;
}

/** Does what the key means; false when it means nothing here and goes on to the page. */
export function onKey(event: KeyboardEvent, verbs: Verbs): boolean {
  // While the input method composes, every key is its own. 229 is how some engines say so.
  if (event.isComposing || event.key === 'Process') return false;
  const command = event.ctrlKey || event.metaKey;
  if (verbs.picking && !command && pickKey(event, verbs)) return true;
  if (command) return commandKey(event, verbs);
  return moveKey(event, verbs) || editKey(event, verbs);
}

function pickKey(event: KeyboardEvent, verbs: Verbs): boolean {
  if (event.key === 'ArrowDown') verbs.pick(1);
  else if (event.key === 'ArrowUp') verbs.pick(-1);
  else return false;
  return true;
}

function moveKey(event: KeyboardEvent, verbs: Verbs): boolean {
  // Inside F2, keys move among the letters; after plain typing they leave the cell.
  if (verbs.state === 'editing') return false;
  const extend = event.shiftKey;
  switch (event.key) {
    case 'ArrowDown':
      if (event.altKey) return verbs.openPicker();
      verbs.move(1, 0, extend);
      return true;
    case 'ArrowUp':
      if (event.altKey) return false;
      if (!extend && verbs.toHead()) return true;
      verbs.move(-1, 0, extend);
      return true;
    case 'ArrowRight':
      if (event.altKey) return false;
      verbs.move(0, 1, extend);
      return true;
    case 'ArrowLeft':
      if (event.altKey) return false;
      verbs.move(0, -1, extend);
      return true;
    case 'PageDown':
      verbs.move(verbs.pageRows, 0, extend);
      return true;
    case 'PageUp':
      verbs.move(-verbs.pageRows, 0, extend);
      return true;
    case 'Home':
      verbs.jump('lineStart', extend);
      return true;
    case 'End':
      verbs.jump('lineEnd', extend);
      return true;
    default:
      return false;
  }
}

function editKey(event: KeyboardEvent, verbs: Verbs): boolean {
  switch (event.key) {
    case 'Enter':
      if (event.altKey) return false;
      verbs.enter(event.shiftKey);
      return true;
    case 'Tab':
      return verbs.tab(event.shiftKey);
    case 'F2':
      return verbs.edit();
    case 'F8':
      verbs.nextProblem();
      return true;
    case 'Escape':
      return verbs.back();
    default:
      return verbs.state === 'idle' && idleKey(event, verbs);
  }
}

function idleKey(event: KeyboardEvent, verbs: Verbs): boolean {
  if (event.key === ' ') return event.shiftKey ? verbs.tick() : verbs.space();
  if (!verbs.editable) return false;
  if (event.key === 'Delete') verbs.clearCells();
  else if (event.key === 'Backspace') verbs.startEmpty();
  else return false;
  return true;
}

function commandKey(event: KeyboardEvent, verbs: Verbs): boolean {
  if (verbs.state !== 'idle') {
    if (event.key !== ';') return false;
    return verbs.today();
  }
  switch (event.key.toLowerCase()) {
    case 'home':
      verbs.jump('start', event.shiftKey);
      return true;
    case 'end':
      verbs.jump('end', event.shiftKey);
      return true;
    case 'a':
      verbs.selectAll();
      return true;
    case 'd':
      if (!verbs.editable) return false;
      verbs.fillDown();
      return true;
    case ';':
      return verbs.today();
    case 'c':
    case 'x':
      // The browser copies only when something is selected; the copy event does the rest.
      verbs.readyToCopy();
      return false;
    default:
      return false;
  }
}
