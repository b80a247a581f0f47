/**
 * The one resident text area. It has the focus for as long as the grid is used and lies over the current cell, unseen
 * until something is typed: so the input method's first key already lands in the right place, and "đường" comes out
 * right whether it is typed by UniKey's corrections or by composition.
 */

/** `idle`: nothing typed. `typing`: replaces the cell, arrows leave it. `editing` (F2): arrows stay inside. */
export type PenState = 'idle' | 'typing' | 'editing';

export interface PenEvents {
  /** Whether the current cell may be written; asked when the first letter arrives. */
  mayWrite: () => boolean;
  started: () => void;
  changed: (text: string) => void;
  /** The focus has gone. */
  left: () => void;
}

export class Pen {
  readonly area: HTMLTextAreaElement;
  state: PenState = 'idle';

  #events: PenEvents;

  constructor(events: PenEvents) {
    this.#events = events;
    this.area = document.createElement('textarea');
    this.area.className = 'grid-pen';
    this.area.rows = 1;
    this.area.autocomplete = 'off';
    this.area.spellcheck = false;
    this.area.dataset['idle'] = '1';
    this.area.addEventListener('beforeinput', (event) => this.#guard(event));
    this.area.addEventListener('compositionstart', () => this.#wake());
    this.area.addEventListener('input', () => this.#input());
    this.area.addEventListener('blur', () => this.#events.left());
  }

  get text(): string {
    return this.area.value;
  }

  /** The selection of a list writes its label here. */
  set text(text: string) {
    this.area.value = text;
  }

  focus(): void {
    this.area.focus({ preventScroll: true });
  }

  /** F2: goes on from what the cell holds. */
  edit(text: string): void {
    this.#set('editing');
    this.area.value = text;
    this.area.setSelectionRange(text.length, text.length);
    this.#events.started();
  }

  /** Backspace on a cell: an empty editor. */
  clear(): void {
    this.area.value = '';
    this.#set('typing');
    this.#events.started();
  }

  rest(): void {
    this.area.value = '';
    this.#set('idle');
  }

  #set(state: PenState): void {
    this.state = state;
    if (state === 'idle') this.area.dataset['idle'] = '1';
    else delete this.area.dataset['idle'];
  }

  /** At rest, the browser's own undo would bring old letters back into the text area. */
  #guard(event: InputEvent): void {
    if (this.state !== 'idle') return;
    const history = event.inputType === 'historyUndo' || event.inputType === 'historyRedo';
    if (history || !this.#events.mayWrite()) event.preventDefault();
  }

  #wake(): void {
    if (this.state !== 'idle' || !this.#events.mayWrite()) return;
    this.#set('typing');
    this.#events.started();
  }

  #input(): void {
    if (this.state === 'idle') {
      if (!this.#events.mayWrite()) {
        // A composition cannot be refused; what it left is not wanted.
        this.area.value = '';
        return;
      }
      this.#wake();
    }
    this.#events.changed(this.area.value);
  }
}
