// Stand-in until the generator's first run; never edited by hand after that.
export type ActId = number;
export type TrayLine = { token: number; file_name: string };
export type ProgressLine = { running: boolean; phase: string; done: number; total: number };
export type Refusal = { field: string; sentence: string };
export type Failure = { kind: 'refused'; refusals: Refusal[] } | { kind: 'broken'; number: number; sentence: string };
export type Done<T> = { value: T; act: ActId | null; touched: string[] };
export type Which = 'office' | 'sample';
export type Standing = 'empty' | 'locked' | 'open' | 'damaged' | 'held' | 'refused';
export type StartState = {
  standing: Standing;
  which: Which;
  sentence: string;
  name: string;
  who: string;
  clerks: string[];
  has_office: boolean;
  has_sample: boolean;
  today: string;
  version: string;
};
export type Kind =
  | 'district'
  | 'urban_district'
  | 'town'
  | 'city'
  | 'commune'
  | 'ward'
  | 'special_zone'
  | 'industrial_zone'
  | 'sector'
  | 'corporation'
  | 'other';
export type SignerDraft = { name: string; title: string; form: string };
export type HostDraft = {
  kind: Kind;
  name: string;
  superior: string;
  symbol: string;
  place: string;
  signers: SignerDraft[];
};
export type SetUp = { host: HostDraft; clerk: string; password: string | null };
export type SetUpDone = { recovery_key: string; state: StartState };
export type Unlock = { which: Which; password: string | null };
export type Sit = { name: string };
export type Step = { act: ActId; label: string; detail: string; barred: string };
export type JournalState = { undo: Step | null; redo: Step | null };
export type UndoWhat = { act: ActId | null; keep_edited: boolean };
export type Undone = { act: ActId; label: string; rows: number };
export type Find = { text: string; limit: number };
export type Found = { room: string; id: number; title: string; detail: string };

export interface Commands {
  'start.state': { args: null; value: StartState };
  'start.set_up': { args: SetUp; value: SetUpDone };
  'start.unlock': { args: Unlock; value: StartState };
  'start.lock': { args: null; value: StartState };
  'start.sit': { args: Sit; value: StartState };
  'journal.state': { args: null; value: JournalState };
  'journal.undo': { args: UndoWhat; value: Done<Undone> };
  'journal.redo': { args: null; value: Done<Undone> };
  'overview.find': { args: Find; value: Found[] };
}

export interface Papers {
  'members.list_paper': { columns: string[] };
}
