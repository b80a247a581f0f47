/** The list under a choice cell: narrowed by what is typed, without accents. */
import { matches } from '../../words/fold';
import type { Option, Options } from './types';

let count = 0;

export class Picker {
  readonly element: HTMLElement;

  #area: HTMLTextAreaElement;
  #chosen: (option: Option) => void;
  #options: Options = [];
  #shown: readonly Option[] = [];
  #at = -1;
  #question = 0;
  #coming: Promise<Option | null> | null = null;
  #id = `grid-options-${String(++count)}`;

  constructor(area: HTMLTextAreaElement, chosen: (option: Option) => void) {
    this.#area = area;
    this.#chosen = chosen;
    this.element = document.createElement('div');
    this.element.className = 'grid-options';
    this.element.id = this.#id;
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', 'Các mục để chọn');
    this.element.hidden = true;
    // The text area keeps the focus.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('click', (event) => this.#click(event));
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  /** The highlighted option, if any; none while the list still answers older words. */
  get option(): Option | null {
    return this.open && this.#coming === null ? (this.#shown[this.#at] ?? null) : null;
  }

  /** The first option for the words that stand in the cell, while their list has not come. */
  get coming(): Promise<Option | null> | null {
    return this.#coming;
  }

  /** Opens under the cell; with an empty text everything is on offer. */
  start(options: Options, text: string, cell: DOMRect): void {
    this.#options = options;
    this.element.style.left = `${cell.left}px`;
    this.element.style.minWidth = `${cell.width}px`;
    const below = window.innerHeight - cell.bottom;
    const up = below < 220 && cell.top > below;
    this.element.style.top = up ? '' : `${cell.bottom + 2}px`;
    this.element.style.bottom = up ? `${window.innerHeight - cell.top + 2}px` : '';
    this.element.hidden = false;
    this.#area.setAttribute('role', 'combobox');
    this.#area.setAttribute('aria-expanded', 'true');
    this.#area.setAttribute('aria-controls', this.#id);
    this.#area.setAttribute('aria-autocomplete', 'list');
    this.narrow(text);
  }

  /** Shows what fits the text. */
  narrow(text: string): void {
    const mine = ++this.#question;
    this.#coming = null;
    if (typeof this.#options !== 'function') {
      this.#fill(this.#options.filter((option) => matches(`${option.label} ${option.detail ?? ''}`, text)));
      return;
    }
    const answered = (found: readonly Option[]) => {
      if (mine === this.#question) {
        this.#coming = null;
        this.#fill(found);
      }
      return found[0] ?? null;
    };
    this.#coming = this.#options(text).then(answered, () => answered([]));
  }

  move(step: number): void {
    if (this.#shown.length === 0) return;
    this.#highlight((this.#at + step + this.#shown.length) % this.#shown.length);
  }

  stop(): void {
    this.#question += 1;
    this.#coming = null;
    this.element.hidden = true;
    for (const name of ['role', 'aria-expanded', 'aria-controls', 'aria-autocomplete', 'aria-activedescendant']) {
      this.#area.removeAttribute(name);
    }
  }

  #fill(options: readonly Option[]): void {
    this.#shown = options.slice(0, 50);
    this.element.replaceChildren(...this.#shown.map((option, at) => this.#line(option, at)));
    this.element.classList.toggle('none', this.#shown.length === 0);
    this.#highlight(this.#shown.length === 0 ? -1 : 0);
  }

  #line(option: Option, at: number): HTMLElement {
    const line = document.createElement('div');
    line.id = `${this.#id}-${String(at)}`;
    line.setAttribute('role', 'option');
    line.dataset['at'] = String(at);
    line.append(option.label);
    if (option.detail !== undefined) {
      const detail = document.createElement('span');
      detail.className = 'detail';
      detail.textContent = option.detail;
      line.append(detail);
    }
    return line;
  }

  #highlight(at: number): void {
    this.#at = at;
    for (const [index, line] of [...this.element.children].entries()) {
      line.setAttribute('aria-selected', String(index === at));
      if (index === at) line.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) this.#area.removeAttribute('aria-activedescendant');
    else this.#area.setAttribute('aria-activedescendant', `${this.#id}-${String(at)}`);
  }

  #click(event: MouseEvent): void {
    const line = event.target instanceof Element ? event.target.closest('[data-at]') : null;
    const option = line instanceof HTMLElement ? this.#shown[Number(line.dataset['at'])] : undefined;
    if (option !== undefined) this.#chosen(option);
  }
}
