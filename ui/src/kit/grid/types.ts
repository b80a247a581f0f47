/** The words of the grid: what a column is, what a cell shows, what an edit says. */

export type RowId = number | string;

export type Tone = 'blue' | 'green' | 'gold' | 'red' | 'grey';

/** What is wrong, or doubtful, with a cell. */
export interface Mark {
  kind: 'error' | 'doubt';
  sentence: string;
}

/** What a cell shows. A bare string is plain text. */
export interface CellView {
  text: string;
  look?: 'plain' | 'muted' | 'strong' | 'link' | 'dot' | 'chip' | undefined;
  tone?: Tone | undefined;
  /** A small chip after the text. */
  note?: { tone: Tone; text: string } | undefined;
  mark?: Mark | undefined;
}

/** One thing to choose in a cell. */
export interface Option {
  value: string;
  label: string;
  detail?: string | undefined;
}

/** Options are a short list, or found by what is typed (a unit among thousands). */
export type Options = readonly Option[] | ((text: string) => Promise<readonly Option[]>);

export type CellKind = 'text' | 'date' | 'number' | 'money' | 'choice';

export interface Column<R> {
  key: string;
  title: string;
  kind?: CellKind | undefined;
  /** In pixels at 100 %. */
  width: number;
  /** Takes what is left of the line's width. */
  grow?: boolean | undefined;
  show: (row: R) => string | CellView;
  /** What the editor begins with, when that differs from what is shown. */
  text?: ((row: R) => string) | undefined;
  options?: Options | undefined;
  /** Whether something that is not among the options may be typed. */
  free?: boolean | undefined;
  readOnly?: boolean | ((row: R) => boolean) | undefined;
  sortable?: boolean | undefined;
  /** Not shown until the person asks for it in the column list. */
  hidden?: boolean | undefined;
  /** A rule of this column that the page can already know; the core has the last word. */
  check?: ((text: string) => string | null) | undefined;
}

/** One edited cell. `row` is null on a line that does not exist yet. */
export interface Change<R> {
  row: R | null;
  index: number;
  column: string;
  /** Days as yyyy-mm-dd, money as digits, choices by their value, everything else as typed; '' clears. */
  value: string;
  /** What was typed. */
  text: string;
}

/** A cell that cannot be taken as it is. */
export interface Invalid {
  index: number;
  column: string;
  text: string;
  sentence: string;
}

/** What a paste would do. */
export interface PastePlan<R> {
  changes: Change<R>[];
  invalid: Invalid[];
  /** Cells that fell on read-only columns. */
  skipped: number;
  /** Pasted lines that fell below the last line of the grid. */
  beyond: number;
}

export interface Page<R> {
  total: number;
  rows: R[];
}

export interface Sort {
  key: string;
  down: boolean;
}

/** Ticked lines: those named, or all that match but the named. */
export interface Ticks {
  all: boolean;
  named: ReadonlySet<RowId>;
  count: number;
}

export interface GridOptions<R> {
  /** Widths and order are kept under this name. */
  name: string;
  /** Read out for the whole grid. */
  label: string;
  columns: readonly Column<R>[];
  id: (row: R) => RowId;
  page: (offset: number, limit: number) => Promise<Page<R>>;
  /** How many leading columns stay when scrolling sideways. */
  frozen?: number | undefined;
  ticks?: boolean | undefined;
  /** What Enter does on a cell: goes down (sheets), or opens the record (lists). */
  enter?: 'down' | 'open' | undefined;
  /** One blank line at the end takes new rows; the core numbers them upwards, and `id` is that number. */
  append?: boolean | undefined;
  sort?: Sort | null | undefined;
  totals?: Readonly<Record<string, string>> | undefined;
  /** An ISO day, for Ctrl+; */
  today?: string | undefined;
  rowTone?: ((row: R) => Tone | null) | undefined;
  onEdit?: ((changes: Change<R>[]) => Promise<void> | void) | undefined;
  /** Asked before a paste of more than 50 cells or with faults; false leaves everything as it was. */
  onPaste?: ((plan: PastePlan<R>) => Promise<boolean>) | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
  onTicks?: ((ticks: Ticks) => void) | undefined;
  onCursor?: ((row: R | null, index: number) => void) | undefined;
  /** The cell where the person stands: its line and the key of its column. */
  onCell?: ((row: R | null, column: string) => void) | undefined;
  onOpen?: ((row: R) => void) | undefined;
  /** What the space bar does in a list; ticking is Shift and the space bar then. */
  onSpace?: ((row: R) => void) | undefined;
  onTotal?: ((total: number) => void) | undefined;
  /** What was typed into cells and could not be saved; asked again whenever that becomes more or less. */
  onRefused?: ((waiting: readonly string[]) => void) | undefined;
  onError?: ((error: unknown) => void) | undefined;
  /** The next line with a problem after this one, over all lines; without it only loaded lines are looked at. */
  nextProblem?: ((after: number) => Promise<number | null>) | undefined;
}
