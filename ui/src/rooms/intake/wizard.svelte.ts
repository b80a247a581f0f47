/** The import being prepared. It lies in the core; the page keeps what it last saw of it. */
import {
  call,
  type FileToken,
  type IntakeAnswer,
  type IntakeCounts,
  type IntakeDone,
  type IntakeTarget,
  type IntakeView,
  type TrayLine,
  type UnitId,
} from '../../door';
import { act, attempt } from '../../kit/act.svelte';
import { say } from '../../kit/toast.svelte';
import { inTurn } from '../../kit/turn';
import { longWork } from '../../kit/work.svelte';
import { terms } from '../../words/terms';
import { takeBack } from './back.svelte';
import { told } from './words';

/** What an import that was just applied did. */
export interface Applied {
  done: IntakeDone;
  target: IntakeTarget;
  left: IntakeCounts;
}

/** Which row of which sheet of which file. */
export interface RowPlace {
  file: number;
  sheet: string;
  row: number;
}

export class Wizard {
  view: IntakeView | null = $state.raw(null);
  /** The name of the kind of list. */
  target = $state('members');
  applied: Applied | null = $state.raw(null);
  busy = $state(false);
  /** Whether the core was asked what lies there. */
  ready = $state(false);
  /** Grows with every change, so that lists of rows are read anew. */
  version = $state(0);

  #tokens: FileToken[] = [];
  /** Corrections, and what is taken in with them. */
  #turn = inTurn();

  /** Takes up what lies in the core, for example after another room was looked at. */
  async resume(): Promise<void> {
    await attempt(async () => {
      this.#see(await call('intake.state'));
    });
    this.ready = true;
  }

  #see(view: IntakeView | null): void {
    this.view = view;
    this.version += 1;
    if (view !== null) {
      this.target = view.target.name;
      this.applied = null;
    }
  }

  /** Does one thing at a time; answers whether it went well. */
  async #run(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const done = await attempt(() => longWork(work));
    this.busy = false;
    return done;
  }

  /** Reads the picked files; nothing happens when none was picked. */
  read(pick: () => Promise<TrayLine[]>): Promise<boolean> {
    return this.#run(async () => {
      const lines = await pick();
      if (lines.length > 0) await this.#open(lines.map((line) => line.token));
    });
  }

  /** Reads the same files as another kind of list. */
  readAs(target: string): void {
    this.target = target;
    if (this.view === null || this.view.target.name === target || this.#tokens.length === 0) return;
    void this.#run(() => this.#open(this.#tokens));
  }

  async #open(tokens: FileToken[]): Promise<void> {
    this.#tokens = tokens;
    this.#see(await call('intake.open', { target: this.target, files: tokens }));
  }

  /** Whether the files can be read again as another kind. */
  get canReadAgain(): boolean {
    return this.view === null || this.#tokens.length > 0;
  }

  take(file: number, taken: boolean): Promise<boolean> {
    return this.#run(async () => this.#see(await call('intake.decide', { file, unit: null, taken })));
  }

  belongs(file: number, unit: UnitId): Promise<boolean> {
    return this.#run(async () => this.#see(await call('intake.decide', { file, unit, taken: null })));
  }

  map(file: number, sheet: string, column: number, field: string | null): Promise<boolean> {
    return this.#run(async () => this.#see(await call('intake.map', { file, sheet, column, field })));
  }

  /** Reads a sheet without a known heading from this row on. */
  layOut(file: number, sheet: string, firstRow: number): Promise<boolean> {
    return this.#run(async () => this.#see(await call('intake.lay_out', { file, sheet, first_row: firstRow })));
  }

  /** Reads a list of a file, or leaves it out. */
  readSheet(file: number, sheet: string, read: boolean): Promise<boolean> {
    return this.#run(async () => this.#see(await call('intake.read_sheet', { file, sheet, read })));
  }

  /** Says what a row is; null: as found. */
  answer(place: RowPlace, answer: IntakeAnswer | null): Promise<boolean> {
    return this.#run(async () => this.#see(await call('intake.choose', { ...place, answer })));
  }

  /** Corrects cells before the import, one after the other; what is refused is thrown, for the cell to show. */
  set(cells: readonly (RowPlace & { field: string; text: string })[]): Promise<void> {
    return this.#turn(async () => {
      for (const cell of cells) this.#see(await call('intake.set', cell));
    });
  }

  discard(): Promise<boolean> {
    return this.#run(async () => {
      await call('intake.discard');
      this.#tokens = [];
      this.#see(null);
    });
  }

  /** Takes in what is certain, as one act that one "Hoàn tác" takes back. */
  apply(): Promise<boolean> {
    const view = this.view;
    if (view === null) return Promise.resolve(false);
    const work = async () => {
      const done = await act(null, 'intake.apply');
      this.#tokens = [];
      this.#see(null);
      this.applied = { done, target: view.target, left: view.counts };
      say('done', `Đã nhập danh sách ${view.target.label}: ${told(done.counts)}.`, {
        label: terms.undo,
        run: () => void this.undoApplied(),
      });
    };
    return this.#turn(() => this.#run(work));
  }

  /** Takes back the import that was just applied. */
  async undoApplied(): Promise<void> {
    const applied = this.applied;
    if (applied === null) return;
    if (await takeBack(applied.done.id)) this.applied = null;
  }
}
