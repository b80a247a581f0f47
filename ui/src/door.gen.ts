// Stand-in until the generator's first run; never edited by hand after that.
export type TrayLine = { token: number; file_name: string };
export type ProgressLine = { running: boolean; phase: string; done: number; total: number };
export type Refusal = { field: string; sentence: string };
export type Done<T> = { value: T; act: number | null; touched: string[] };
export type StartState =
  | { kind: 'none' }
  | { kind: 'locked' }
  | { kind: 'open'; office: string; year: number; years: number[]; today: string; who: string | null; sample: boolean }
  | { kind: 'damaged'; sentence: string }
  | { kind: 'held'; sentence: string };
export type JournalState = { undo: string | null; redo: string | null };
export type Found = { room: string; id: number; title: string; detail: string };

export interface Commands {
  'start.state': { args: null; value: StartState };
  'start.unlock': { args: { password: string }; value: null };
  'start.unlock_by_recovery': { args: { recovery_key: string }; value: null };
  'start.sample': { args: null; value: null };
  'journal.state': { args: null; value: JournalState };
  'journal.undo': { args: null; value: Done<string> };
  'journal.redo': { args: null; value: Done<string> };
  'overview.find': { args: { text: string; limit: number }; value: Found[] };
}
