/**
 * The only way out of the page, and the only file that knows Tauri or HTTP.
 *
 * A carrier takes a command by name and brings back its value: in the window that is Tauri's `invoke`, in a browser
 * it is `desk serve` on this computer. Names that begin with `shell.` are answered by the carrier itself.
 */
import type { Commands, Done, Papers, ProgressLine, Refusal, TrayLine } from './door.gen';

export type * from './door.gen';

export type CommandName = keyof Commands;
export type Args<K extends CommandName> = Commands[K]['args'];
export type Value<K extends CommandName> = Commands[K]['value'];

/** Commands that write: their value is a `Done`. */
export type WriteName = { [K in CommandName]: Value<K> extends Done<unknown> ? K : never }[CommandName];
/** Commands without arguments are called by their name alone. */
export type Rest<K extends CommandName> = Args<K> extends null ? [args?: null] : [args: Args<K>];

export type PaperName = keyof Papers;
type PaperRest<K extends PaperName> = Papers[K] extends null ? [args?: null] : [args: Papers[K]];

/** What the person can mend: a sentence per field. */
export class Refused extends Error {
  constructor(readonly refusals: Refusal[]) {
    super(refusals.map((refusal) => refusal.sentence).join(' '));
    this.name = 'Refused';
  }

  /** The sentences by field; those about the whole are under ''. */
  get byField(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const { field, sentence } of this.refusals) {
      const before = found[field];
      found[field] = before === undefined ? sentence : `${before} ${sentence}`;
    }
    return found;
  }
}

/** A fault of ours, in the log under a number. */
export class Broken extends Error {
  constructor(
    readonly number: number,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'Broken';
  }
}

/** A file for the person, made by a paper command. */
export interface PaperBytes {
  fileName: string;
  media: string;
  bytes: ArrayBuffer;
}

export interface Carrier {
  /** Sends a command; JSON comes back read, a paper comes back as bytes. */
  send(name: string, args: unknown): Promise<unknown>;
  pickFiles(accept: string[], many: boolean): Promise<TrayLine[]>;
  pickFolder(): Promise<TrayLine[]>;
  /** Makes a paper and hands it over; answers where it went, or null when the person stepped back. */
  handOver(command: string, args: unknown, how: PaperUse): Promise<string | null>;
}

export type PaperUse = 'save' | 'open' | 'print';

/** Errors travel as JSON: `{kind:'refused', refusals}` or `{kind:'broken', number, sentence}`. */
export function readError(raw: unknown): Error {
  const told = typeof raw === 'string' ? tryJson(raw) : raw;
  if (typeof told === 'object' && told !== null && 'kind' in told) {
    const error = told as
      | { kind: 'refused'; refusals: Refusal[] }
      | { kind: 'broken'; number: number; sentence: string }
      | { kind: 'unknown' };
    if (error.kind === 'refused') return new Refused(error.refusals);
    if (error.kind === 'broken') return new Broken(error.number, error.sentence);
  }
  return new Broken(0, 'Không gọi được phần lõi của chương trình. Hãy đóng rồi mở lại Sổ Vàng.');
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function toBuffer(raw: unknown): ArrayBuffer {
  if (raw instanceof ArrayBuffer) return raw;
  if (raw instanceof Uint8Array) return new Uint8Array(raw).buffer;
  if (Array.isArray(raw)) return new Uint8Array(raw as number[]).buffer;
  throw new Broken(0, 'Phần lõi không trả về tệp giấy như chờ đợi.');
}

/** The window: one Tauri command carries everything. */
function tauriCarrier(): Carrier {
  const invoke = async (name: string, args: unknown): Promise<unknown> => {
    const tauri = await import('@tauri-apps/api/core');
    try {
      const answer = await tauri.invoke<unknown>('call', { name, args: JSON.stringify(args) });
      return typeof answer === 'string' ? tryJson(answer) : answer;
    } catch (error) {
      throw readError(error);
    }
  };
  return {
    send: invoke,
    pickFiles: async (accept, many) => (await invoke('shell.pick_files', { accept, many })) as TrayLine[],
    pickFolder: async () => (await invoke('shell.pick_folder', null)) as TrayLine[],
    handOver: async (command, args, how) =>
      (await invoke('shell.paper', { command, args: args ?? null, how })) as string | null,
  };
}

const tokenKey = 'so-vang.token';

/** The token stands in the address once; it is kept for this tab and taken out of sight. */
function takeToken(): string {
  const found = /[#?&]token=([\w-]+)/.exec(window.location.href);
  if (found?.[1] !== undefined) {
    sessionStorage.setItem(tokenKey, found[1]);
    window.history.replaceState(null, '', window.location.pathname);
  }
  return sessionStorage.getItem(tokenKey) ?? '';
}

function fileNameOf(response: Response): string {
  const told = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/.exec(told)?.[1] ?? 'so-vang';
}

/** Asks the browser for files; an empty list when the person stepped back. */
function askFiles(accept: string[], many: boolean, folder: boolean): Promise<File[]> {
  const box = document.createElement('input');
  box.type = 'file';
  box.multiple = many;
  box.accept = accept.map((ending) => `.${ending}`).join(',');
  box.webkitdirectory = folder;
  return new Promise((answer) => {
    box.addEventListener('change', () => answer([...(box.files ?? [])]));
    box.addEventListener('cancel', () => answer([]));
    box.click();
  });
}

function download(paper: PaperBytes): void {
  const address = URL.createObjectURL(new Blob([paper.bytes], { type: paper.media }));
  const link = document.createElement('a');
  link.href = address;
  link.download = paper.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A browser on this computer: `desk serve`. */
function httpCarrier(): Carrier {
  const token = takeToken();
  const post = async (path: string, body: BodyInit, media: string): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(path, { method: 'POST', headers: { 'x-token': token, 'content-type': media }, body });
    } catch {
      throw new Broken(0, 'Mất liên lạc với Sổ Vàng trên máy này. Hãy chạy lại chương trình rồi tải lại trang.');
    }
    if (!response.ok) throw readError(await response.text());
    return response;
  };
  const send = async (name: string, args: unknown): Promise<unknown> => {
    const response = await post(`door/${name}`, JSON.stringify(args ?? null), 'application/json');
    const media = response.headers.get('content-type') ?? '';
    if (media.startsWith('application/json')) return (await response.json()) as unknown;
    return { fileName: fileNameOf(response), media, bytes: await response.arrayBuffer() } satisfies PaperBytes;
  };
  const upload = async (files: File[]): Promise<TrayLine[]> => {
    const lines: TrayLine[] = [];
    for (const file of files) {
      const name = encodeURIComponent(file.webkitRelativePath === '' ? file.name : file.webkitRelativePath);
      const response = await post(`upload?name=${name}`, file, 'application/octet-stream');
      lines.push((await response.json()) as TrayLine);
    }
    return lines;
  };
  return {
    send,
    pickFiles: async (accept, many) => upload(await askFiles(accept, many, false)),
    pickFolder: async () => upload(await askFiles([], true, true)),
    handOver: async (command, args) => {
      const paper = (await send(command, args)) as PaperBytes;
      download(paper);
      return paper.fileName;
    },
  };
}

let carrier: Carrier | null = null;

function theCarrier(): Carrier {
  carrier ??= '__TAURI_INTERNALS__' in window ? tauriCarrier() : httpCarrier();
  return carrier;
}

/** For component tests: another carrier instead of the window's. */
export function useCarrier(other: Carrier): void {
  carrier = other;
}

/** Calls a command of the core. */
export async function call<K extends CommandName>(name: K, ...rest: Rest<K>): Promise<Value<K>> {
  return (await theCarrier().send(name, rest[0] ?? null)) as Value<K>;
}

/** What a writing command brings back inside its `Done`. */
export type Written<K extends WriteName> = Value<K> extends Done<infer V> ? V : never;

/** Calls a writing command; kit's `act` is what screens use. */
export async function write<K extends WriteName>(name: K, ...rest: Rest<K>): Promise<Done<Written<K>>> {
  return (await theCarrier().send(name, rest[0] ?? null)) as Done<Written<K>>;
}

const underWay = new Map<string, Promise<unknown>>();

/** Reads a command; the same question asked while its answer is on the way goes out once. */
export function ask<K extends CommandName>(name: K, args: Args<K>): Promise<Value<K>> {
  const key = `${name} ${JSON.stringify(args)}`;
  const running = underWay.get(key);
  if (running !== undefined) return running as Promise<Value<K>>;
  const answer = theCarrier().send(name, args) as Promise<Value<K>>;
  underWay.set(key, answer);
  const forget = () => {
    if (underWay.get(key) === answer) underWay.delete(key);
  };
  answer.then(forget, forget);
  return answer;
}

/** After an act: answers still on the way are too old for whoever asks from now on. */
export function forgetQuestions(): void {
  underWay.clear();
}

/** A paper as bytes, for the preview. */
export async function paperBytes<K extends PaperName>(name: K, ...rest: PaperRest<K>): Promise<ArrayBuffer> {
  const raw = await theCarrier().send(name, rest[0] ?? null);
  return typeof raw === 'object' && raw !== null && 'bytes' in raw ? toBuffer(raw.bytes) : toBuffer(raw);
}

/** Makes a paper and saves, opens or prints it; answers its file name, or null when the person stepped back. */
export function handOver<K extends PaperName>(how: PaperUse, name: K, ...rest: PaperRest<K>): Promise<string | null> {
  return theCarrier().handOver(name, rest[0] ?? null, how);
}

/** Lets the person pick files; endings without the dot. */
export function pickFiles(accept: string[], many = false): Promise<TrayLine[]> {
  return theCarrier().pickFiles(accept, many);
}

/** Lets the person pick a folder. */
export function pickFolder(): Promise<TrayLine[]> {
  return theCarrier().pickFolder();
}

/** Shows a folder of ours in the system's file manager. */
export async function openFolder(which: 'data' | 'log' | 'backup'): Promise<void> {
  await theCarrier().send('shell.open_folder', { which });
}

/** How far the running work has come; answered at once, whatever is running. */
export async function progress(): Promise<ProgressLine> {
  return (await theCarrier().send('shell.progress', null)) as ProgressLine;
}

/** Asks the running work to stop. */
export async function cancelWork(): Promise<void> {
  await theCarrier().send('shell.cancel', null);
}

/** Whether the page stands in the program's own window (and not in a browser). */
export function inWindow(): boolean {
  return '__TAURI_INTERNALS__' in window;
}
