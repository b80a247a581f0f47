// Written by `desk types` from src-tauri/core/src/door.rs. Do not edit: change the list and run `make types`.

/**
 * One journalled act.
 */
export type ActId = number;

/**
 * One act in the history list.
 */
export type ActLine = { 
/**
 * Its key.
 */
id: ActId, 
/**
 * `member.edit`.
 */
what: string, 
/**
 * "Sửa đoàn viên".
 */
label: string, 
/**
 * Counts and numbers.
 */
detail: string, 
/**
 * Who did it.
 */
who: string, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * `do`, `undo` or `redo`.
 */
kind: string, 
/**
 * How many rows it changed.
 */
rows: number, };

/**
 * A backup in the list.
 */
export type BackupLine = { 
/**
 * Its name: how to ask for it.
 */
name: string, 
/**
 * Where it lies.
 */
place: Place, 
/**
 * When it was made, RFC 3339.
 */
made_at: string, 
/**
 * Why.
 */
reason: Reason, 
/**
 * How many acts the register has had since; none when it cannot be told (the register does not open, or went another way).
 */
acts_since: number | null, 
/**
 * Grassroots unions inside.
 */
units: number, 
/**
 * Members inside.
 */
members: number, 
/**
 * Decisions inside.
 */
decisions: number, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * Whether it was proved when made and is there with its full length. Restoring proves it again.
 */
proved: boolean, };

/**
 * One bloc of the register.
 */
export type Bloc = { 
/**
 * Its key.
 */
id: BlocId, 
/**
 * Its number.
 */
no: number, 
/**
 * "Khối Mầm non".
 */
name: string, 
/**
 * First day; none: not known.
 */
since: string | null, 
/**
 * Last day; none: still.
 */
until: string | null, 
/**
 * How many living units belong to it.
 */
units: number, 
/**
 * Who led it, newest year first.
 */
years: Array<BlocYear>, };

/**
 * A bloc as the form gives it.
 */
export type BlocDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: BlocId | null, 
/**
 * Its number.
 */
no: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Who leads it in which year.
 */
years: Array<BlocYear>, };

/**
 * A bloc that is no more.
 */
export type BlocEnd = { 
/**
 * The bloc.
 */
id: BlocId, 
/**
 * Its last day.
 */
until: string, };

/**
 * One bloc.
 */
export type BlocId = number;

/**
 * Who leads a bloc in one year.
 */
export type BlocYear = { 
/**
 * The year.
 */
year: number, 
/**
 * Khối trưởng.
 */
head: UnitId | null, 
/**
 * Khối phó.
 */
deputy: UnitId | null, };

/**
 * The year by which a unit competes.
 */
export type Calendar = "year" | "school";

/**
 * One changed column of a row, in the history of a record.
 */
export type ChangeLine = { 
/**
 * The act.
 */
act: ActId, 
/**
 * The table.
 */
table: string, 
/**
 * The row's key.
 */
row: number, 
/**
 * The column.
 */
column: string, 
/**
 * As it was; none: empty or not there.
 */
before: string | null, 
/**
 * As it became.
 */
after: string | null, };

/**
 * Whose changes are asked for.
 */
export type ChangesOf = { 
/**
 * The act.
 */
act: ActId, 
/**
 * At most so many rows; 500 at most.
 */
limit: number, };

/**
 * One choice of a closed set.
 */
export type Choice = { 
/**
 * The word in the register.
 */
code: string, 
/**
 * What the office calls it.
 */
label: string, };

/**
 * Chooses the second medium: a folder that the person picked.
 */
export type ChooseSecond = { 
/**
 * The picked folder.
 */
folder: FileToken, };

/**
 * What a write answers: its value, the act (none when nothing changed) and the tables that it touched.
 */
export type Done<T> = { 
/**
 * What the command answers.
 */
value: T, 
/**
 * The act, for "Hoàn tác".
 */
act: ActId | null, 
/**
 * The tables whose readers must read again.
 */
touched: Array<string>, };

/**
 * What went wrong, as the page reads it.
 */
export type Failure = { "kind": "refused", 
/**
 * Field and sentence, all at once.
 */
refusals: Array<Refusal>, } | { "kind": "broken", 
/**
 * Its number in the log.
 */
number: number, 
/**
 * "Có lỗi, đã ghi vào nhật ký số 17."
 */
sentence: string, };

/**
 * A file in the tray.
 */
export type FileToken = number;

/**
 * A forgotten password.
 */
export type ForgotPassword = { 
/**
 * Which office.
 */
which: Which, 
/**
 * The recovery key, as typed.
 */
recovery_key: string, 
/**
 * The password from now on; none: no password.
 */
password: string | null, };

/**
 * Which part of the history is asked for.
 */
export type HistoryQuery = { 
/**
 * Only acts on this table's row.
 */
table: string | null, 
/**
 * The row's key, with `table`.
 */
row: number | null, 
/**
 * Acts before this one; none: from the newest.
 */
before: ActId | null, 
/**
 * At most so many; 200 at most.
 */
limit: number, };

/**
 * The office as its clerk describes it.
 */
export type HostDraft = { 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Its full name.
 */
name: string, 
/**
 * The full name of what it stands under.
 */
superior: string, 
/**
 * What stands after the hyphen in document numbers: `LĐLĐ` in `12/QĐ-LĐLĐ`.
 */
symbol: string, 
/**
 * The place written before the day on papers.
 */
place: string, 
/**
 * Who signs; the first is proposed first.
 */
signers: Array<SignerDraft>, };

/**
 * What Ctrl+Z and Ctrl+Y would do now.
 */
export type JournalState = { 
/**
 * The act that would be undone: its label and counts.
 */
undo: Step | null, 
/**
 * The act that would be done again.
 */
redo: Step | null, };

/**
 * A record that an undo left as it is, because it was changed or used since.
 */
export type Kept = { 
/**
 * The table of the record.
 */
table: string, 
/**
 * Its key.
 */
row: number, };

/**
 * What our office is.
 */
export type Kind = "district" | "urban_district" | "town" | "city" | "commune" | "ward" | "special_zone" | "industrial_zone" | "sector" | "corporation" | "other";

/**
 * What a unit is in the order of the union ("cấp").
 */
export type Level = "grassroots_union" | "occupational_union" | "member_grassroots_union" | "section_union" | "union_group" | "education_union" | "other";

/**
 * After how long the office locks itself.
 */
export type LockAfter = { 
/**
 * Minutes of nobody; 0: never.
 */
minutes: number, };

/**
 * One union member: named here because units know who leads them.
 */
export type MemberId = number;

/**
 * Someone who holds or held a post.
 */
export type Officer = { 
/**
 * Their key.
 */
id: OfficerId, 
/**
 * Full name.
 */
name: string, 
/**
 * Their own record, when it is known.
 */
member: MemberId | null, 
/**
 * "Chủ tịch".
 */
post: string, 
/**
 * First day; none: not known.
 */
since: string | null, 
/**
 * Last day; none: still.
 */
until: string | null, 
/**
 * The decision.
 */
document: string, };

/**
 * One line of the list of officers as it shall be.
 */
export type OfficerEdit = { 
/**
 * Which line is corrected; none: a new one.
 */
id: OfficerId | null, 
/**
 * Full name.
 */
name: string, 
/**
 * Their own record.
 */
member: MemberId | null, 
/**
 * "Chủ tịch".
 */
post: string, 
/**
 * First day.
 */
since: string | null, 
/**
 * Last day.
 */
until: string | null, 
/**
 * The decision.
 */
document: string, };

/**
 * One post held for one span of days.
 */
export type OfficerId = number;

/**
 * A unit's officers as they shall be: lines with an id are corrected, without one are new, left out were a mistake.
 */
export type OfficerList = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Every line, also of those who no longer serve.
 */
officers: Array<OfficerEdit>, };

/**
 * A day known to the day, the month or the year; always one that exists.
 *
 * In the file `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; shown as `yyyy`, `mm/yyyy`, `dd/mm/yyyy`. Sorts by time; a year stands
 * before its months, a month before its days.
 */
export type PartialDate = { y: number, m?: number, d?: number, precision?: Precision, };

/**
 * Where a backup lies.
 */
export type Place = "here" | "second";

/**
 * How exactly a day is known.
 */
export type Precision = "year" | "month" | "day";

/**
 * Progress as the page sees it.
 */
export type ProgressLine = { 
/**
 * Whether work is running now.
 */
running: boolean, 
/**
 * What is being done, in Vietnamese.
 */
phase: string, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all; 0 when not known.
 */
total: number, };

/**
 * Why a backup was made.
 */
export type Reason = "scheduled" | "closing" | "before_import" | "before_upgrade" | "before_restore" | "asked";

/**
 * What the clerk types to show that the recovery key is on paper.
 */
export type RecoveryKept = { 
/**
 * The last group of the key that is being shown, or a whole key, typed from the paper.
 */
typed: string, };

/**
 * The recovery key on the screen.
 */
export type RecoveryShown = { 
/**
 * Seven groups of five.
 */
recovery_key: string, };

/**
 * One thing that the person can mend.
 */
export type Refusal = { 
/**
 * The field of the form, in the words of the draft; empty when it is about the whole.
 */
field: string, 
/**
 * A full Vietnamese sentence: what is wrong and what to do.
 */
sentence: string, };

/**
 * The person asks for a new recovery key.
 */
export type RenewRecoveryKey = { 
/**
 * The password, where one is set.
 */
password: string | null, };

/**
 * Which backup shall take the register's place.
 */
export type Restore = { 
/**
 * Which office.
 */
which: Which, 
/**
 * The backup's name.
 */
name: string, 
/**
 * Where it lies.
 */
place: Place, 
/**
 * The password, where one is set and the office is not open.
 */
password: string | null, 
/**
 * The recovery key, where the password is lost or the key file is damaged.
 */
recovery_key: string | null, };

/**
 * What a restore answers.
 */
export type RestoreDone = { 
/**
 * How things stand now.
 */
state: StartState, 
/**
 * The backup of what was there before: restoring it takes the restore back. None when what was there was damaged or nothing.
 */
before: string | null, };

/**
 * How safe the data is: for the status bar and the settings.
 */
export type SafetyState = { 
/**
 * When the newest backup was made, RFC 3339; none: never.
 */
newest_at: string | null, 
/**
 * Whether something was written since.
 */
changed: boolean, 
/**
 * The second medium.
 */
second: SecondLine | null, 
/**
 * Since when the recovery key is on paper; none: not yet.
 */
recovery_kept_on: string | null, 
/**
 * Whether the recovery key of this session can still be shown.
 */
recovery_shown: boolean, 
/**
 * Whether a password is set.
 */
has_password: boolean, 
/**
 * Minutes of nobody after which the office locks itself; 0: never.
 */
lock_after_minutes: number, };

/**
 * The second medium, as the page sees it.
 */
export type SecondLine = { 
/**
 * The folder's own name.
 */
name: string, 
/**
 * Whether it is plugged in.
 */
there: boolean, 
/**
 * When a backup last arrived, RFC 3339.
 */
last_at: string | null, 
/**
 * Whether the newest backup has not arrived yet.
 */
behind: boolean, };

/**
 * Whose the employer is ("khu vực"), as statistics count it.
 */
export type Sector = "public" | "state_enterprise" | "non_state" | "foreign";

/**
 * Another password.
 */
export type SetPassword = { 
/**
 * The password until now; none where there is none.
 */
current: string | null, 
/**
 * The password from now on; none: no password.
 */
new: string | null, };

/**
 * The first day: the office, who sits at it, and a password if wanted.
 */
export type SetUp = { 
/**
 * The office itself.
 */
host: HostDraft, 
/**
 * The clerk's name.
 */
clerk: string, 
/**
 * A password, if wanted.
 */
password: string | null, };

/**
 * What the first day answers.
 */
export type SetUpDone = { 
/**
 * To be printed or written down, once: it opens the data when the password or the computer is lost.
 */
recovery_key: string, 
/**
 * How things stand now.
 */
state: StartState, };

/**
 * Someone who signs.
 */
export type SignerDraft = { 
/**
 * Full name.
 */
name: string, 
/**
 * "Chủ tịch".
 */
title: string, 
/**
 * "TM. BAN THƯỜNG VỤ".
 */
form: string, };

/**
 * Who sits down.
 */
export type Sit = { 
/**
 * The clerk's name.
 */
name: string, };

/**
 * How things stand at the start.
 */
export type Standing = "empty" | "locked" | "open" | "damaged" | "held" | "refused";

/**
 * What the page needs to know first.
 */
export type StartState = { 
/**
 * How things stand.
 */
standing: Standing, 
/**
 * Which office this is about.
 */
which: Which, 
/**
 * Why, as a sentence; empty when all is well.
 */
sentence: string, 
/**
 * The office's name today, when open.
 */
name: string, 
/**
 * Who is at the desk; empty: ask.
 */
who: string, 
/**
 * Who has been at the desk before.
 */
clerks: Array<string>, 
/**
 * Whether the real office has been set up.
 */
has_office: boolean, 
/**
 * Whether the sample is there.
 */
has_sample: boolean, 
/**
 * The year today, for the year picker.
 */
today: string, 
/**
 * This program's version.
 */
version: string, };

/**
 * One step back or forth.
 */
export type Step = { 
/**
 * The first act of the chain.
 */
act: ActId, 
/**
 * "Sửa đoàn viên".
 */
label: string, 
/**
 * Counts.
 */
detail: string, 
/**
 * Why it cannot be undone, as a sentence; empty when it can.
 */
barred: string, };

/**
 * Sent once a minute.
 */
export type Tick = { 
/**
 * Whether the person did anything in that minute.
 */
active: boolean, };

/**
 * A file in the tray, as the page sees it.
 */
export type TrayLine = { 
/**
 * How to name it in a command.
 */
token: FileToken, 
/**
 * Its own name, without folders.
 */
file_name: string, };

/**
 * Which act to take back.
 */
export type UndoWhat = { 
/**
 * None: the last one.
 */
act: ActId | null, 
/**
 * Leave what was changed since, and name it, instead of refusing.
 */
keep_edited: boolean, };

/**
 * What an undo did.
 */
export type Undone = { 
/**
 * The act that was taken back or done again.
 */
act: ActId, 
/**
 * Its label.
 */
label: string, 
/**
 * How many rows were written back.
 */
rows: number, 
/**
 * What was left alone, because it was changed since.
 */
kept: Array<Kept>, };

/**
 * One unit of the register.
 */
export type Unit = { 
/**
 * Its key.
 */
id: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Since when it exists.
 */
established: PartialDate | null, 
/**
 * The decision that established it.
 */
established_by: string, 
/**
 * From this day on it is no more.
 */
ended: string | null, 
/**
 * How it ended.
 */
ending: UnitEnding | null, 
/**
 * The decision that ended it.
 */
ended_by: string, 
/**
 * Anything else.
 */
note: string, };

/**
 * Which unit, as of which day.
 */
export type UnitAsk = { 
/**
 * The unit.
 */
id: UnitId, 
/**
 * As of this day; none: today.
 */
as_of: string | null, };

/**
 * A change by decision: from a day on, the unit is otherwise.
 */
export type UnitChange = { 
/**
 * The unit.
 */
id: UnitId, 
/**
 * How it is from that day on.
 */
draft: UnitDraft, 
/**
 * The first day.
 */
since: string, 
/**
 * The number of the decision.
 */
document: string, };

/**
 * A unit as the form gives it.
 */
export type UnitDraft = { 
/**
 * "VT02": one among the living.
 */
code: string, 
/**
 * "CĐCS Trường Mầm non Hoa Sen".
 */
name: string, 
/**
 * Cấp.
 */
level: Level, 
/**
 * Loại hình.
 */
kind: UnitKind, 
/**
 * Khu vực.
 */
sector: Sector, 
/**
 * Năm hay năm học.
 */
calendar: Calendar, 
/**
 * The unit above; none: directly under our office.
 */
parent: UnitId | null, 
/**
 * Its bloc.
 */
bloc: BlocId | null, 
/**
 * Where it is, as written.
 */
address: string, 
/**
 * Its telephone.
 */
phone: string, 
/**
 * Since when it exists.
 */
established: PartialDate | null, 
/**
 * The decision that established it.
 */
established_by: string, 
/**
 * Anything else.
 */
note: string, };

/**
 * A correction of what was mistyped.
 */
export type UnitEdit = { 
/**
 * The unit.
 */
id: UnitId, 
/**
 * How it stands.
 */
draft: UnitDraft, };

/**
 * How a unit ended.
 */
export type UnitEnding = "dissolved" | "merged" | "split" | "transferred";

/**
 * A unit to be added.
 */
export type UnitEstablish = { 
/**
 * The unit.
 */
draft: UnitDraft, 
/**
 * It was not founded but handed over to us from another office.
 */
received: boolean, };

/**
 * One line of a unit's history.
 */
export type UnitEvent = { 
/**
 * Its key.
 */
id: UnitEventId, 
/**
 * What happened.
 */
what: UnitHappening, 
/**
 * "Đổi tên".
 */
label: string, 
/**
 * When; none: not known to the day.
 */
day: string | null, 
/**
 * By which decision.
 */
document: string, 
/**
 * The other unit of a merge or split.
 */
other: UnitId | null, 
/**
 * Its name.
 */
other_name: string, 
/**
 * Old name → new name, and the like.
 */
note: string, };

/**
 * Something that happened to a unit.
 */
export type UnitEventId = number;

/**
 * What happened to a unit, by decision.
 */
export type UnitHappening = "established" | "received" | "renamed" | "changed" | "merged" | "split" | "transferred" | "dissolved";

/**
 * One unit, for good.
 */
export type UnitId = number;

/**
 * What kind of employer a unit's members work for ("loại hình"); scoring tables are parted by it.
 */
export type UnitKind = "co_quan" | "su_nghiep" | "xa" | "mam_non" | "tieu_hoc" | "thcs" | "thpt" | "gdtx" | "y_te" | "dn_nn" | "dn_nnn" | "dn_fdi" | "htx" | "nghiep_doan" | "khac";

/**
 * One line of a list of units, as of a day.
 */
export type UnitLine = { 
/**
 * Its key.
 */
id: UnitId, 
/**
 * "VT02".
 */
code: string, 
/**
 * Its name on that day.
 */
name: string, 
/**
 * Cấp.
 */
level: Level, 
/**
 * Loại hình.
 */
kind: UnitKind, 
/**
 * Its label.
 */
kind_label: string, 
/**
 * Khu vực.
 */
sector: Sector, 
/**
 * Its label.
 */
sector_label: string, 
/**
 * Năm hay năm học.
 */
calendar: Calendar, 
/**
 * The unit above.
 */
parent: UnitId | null, 
/**
 * Its bloc.
 */
bloc: BlocId | null, 
/**
 * The bloc's number.
 */
bloc_no: number | null, 
/**
 * The bloc's name.
 */
bloc_name: string, 
/**
 * Who is its chair.
 */
chair: string, 
/**
 * Its telephone.
 */
phone: string, 
/**
 * Where it is.
 */
address: string, 
/**
 * Since when it exists.
 */
established: PartialDate | null, 
/**
 * From this day on it is no more.
 */
ended: string | null, 
/**
 * How it ended.
 */
ending: UnitEnding | null, 
/**
 * How many members it has on that day.
 */
members: number, 
/**
 * How many of them are women.
 */
women: number, };

/**
 * A list of units with its totals.
 */
export type UnitPage = { 
/**
 * How many units.
 */
total: number, 
/**
 * Members of them all.
 */
members: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * Every line.
 */
rows: Array<UnitLine>, };

/**
 * Which units are asked for.
 */
export type UnitQuery = { 
/**
 * As of this day; none: today.
 */
as_of: string | null, 
/**
 * Words of the name or the code, without marks.
 */
text: string, 
/**
 * Only of this bloc.
 */
bloc: BlocId | null, 
/**
 * Only of this kind.
 */
kind: UnitKind | null, 
/**
 * Only of this sector.
 */
sector: Sector | null, 
/**
 * Only of this level.
 */
level: Level | null, 
/**
 * Only right under this unit.
 */
parent: UnitId | null, 
/**
 * True: living ones; false: ended ones; none: both.
 */
living: boolean | null, 
/**
 * The order.
 */
sort: UnitSort, 
/**
 * Backwards.
 */
descending: boolean, };

/**
 * All that one unit's page shows.
 */
export type UnitRecord = { 
/**
 * The unit itself.
 */
unit: Unit, 
/**
 * As it stands on the asked day.
 */
line: UnitLine, 
/**
 * Every span, newest first.
 */
states: Array<UnitState>, 
/**
 * Who holds and held posts, those in office first.
 */
officers: Array<Officer>, 
/**
 * What happened to it, newest first.
 */
events: Array<UnitEvent>, 
/**
 * The units right under it.
 */
children: Array<UnitLine>, };

/**
 * A new name by decision.
 */
export type UnitRename = { 
/**
 * The unit.
 */
id: UnitId, 
/**
 * Its new name.
 */
name: string, 
/**
 * From which day on.
 */
since: string, 
/**
 * The number of the decision.
 */
document: string, };

/**
 * What a list of units is ordered by.
 */
export type UnitSort = "code" | "name" | "bloc" | "kind" | "sector" | "members" | "women" | "established";

/**
 * What a unit was for one span of days.
 */
export type UnitState = { 
/**
 * Its key.
 */
id: UnitStateId, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its name.
 */
name: string, 
/**
 * Cấp.
 */
level: Level, 
/**
 * Loại hình.
 */
kind: UnitKind, 
/**
 * Khu vực.
 */
sector: Sector, 
/**
 * Năm hay năm học.
 */
calendar: Calendar, 
/**
 * The unit above.
 */
parent: UnitId | null, 
/**
 * Its bloc.
 */
bloc: BlocId | null, 
/**
 * Where it is.
 */
address: string, 
/**
 * Its telephone.
 */
phone: string, 
/**
 * First day; none: from the beginning.
 */
since: string | null, 
/**
 * Last day; none: still, or to the end.
 */
until: string | null, 
/**
 * The decision that made it so.
 */
document: string, };

/**
 * What a unit was for one span of days.
 */
export type UnitStateId = number;

/**
 * One line of the tree, depth first.
 */
export type UnitTreeLine = { 
/**
 * 0: directly under our office.
 */
depth: number, 
/**
 * The unit.
 */
line: UnitLine, };

/**
 * The closed sets of words about units.
 */
export type UnitWords = { 
/**
 * Cấp.
 */
levels: Array<Choice>, 
/**
 * Loại hình.
 */
kinds: Array<Choice>, 
/**
 * Khu vực.
 */
sectors: Array<Choice>, 
/**
 * Chu kỳ thi đua.
 */
calendars: Array<Choice>, 
/**
 * How units end.
 */
endings: Array<Choice>, };

/**
 * A password.
 */
export type Unlock = { 
/**
 * Which office.
 */
which: Which, 
/**
 * The password, as typed; none: try without.
 */
password: string | null, };

/**
 * Which office of the data folder.
 */
export type Which = "office" | "sample";

/** Every command: what it is given and what it answers. */
export interface Commands {
  'start.state': { args: null; value: StartState };
  'start.set_up': { args: SetUp; value: SetUpDone };
  'start.unlock': { args: Unlock; value: StartState };
  'start.lock': { args: null; value: StartState };
  'start.sit': { args: Sit; value: StartState };
  'start.tick': { args: Tick; value: StartState };
  'start.forgot_password': { args: ForgotPassword; value: StartState };
  'backup.state': { args: null; value: SafetyState };
  'backup.list': { args: Which; value: Array<BackupLine> };
  'backup.make': { args: null; value: BackupLine };
  'backup.restore': { args: Restore; value: RestoreDone };
  'backup.choose_second': { args: ChooseSecond; value: SafetyState };
  'backup.forget_second': { args: null; value: SafetyState };
  'vault.set_password': { args: SetPassword; value: SafetyState };
  'vault.recovery_key': { args: null; value: RecoveryShown };
  'vault.renew_recovery_key': { args: RenewRecoveryKey; value: RecoveryShown };
  'vault.recovery_key_kept': { args: RecoveryKept; value: SafetyState };
  'vault.set_lock_after': { args: LockAfter; value: SafetyState };
  'journal.state': { args: null; value: JournalState };
  'journal.undo': { args: UndoWhat; value: Done<Undone> };
  'journal.redo': { args: null; value: Done<Undone> };
  'journal.history': { args: HistoryQuery; value: Array<ActLine> };
  'journal.changes': { args: ChangesOf; value: Array<ChangeLine> };
  'units.words': { args: null; value: UnitWords };
  'units.list': { args: UnitQuery; value: UnitPage };
  'units.tree': { args: UnitQuery; value: Array<UnitTreeLine> };
  'units.get': { args: UnitAsk; value: UnitRecord };
  'units.establish': { args: UnitEstablish; value: Done<UnitId> };
  'units.edit': { args: UnitEdit; value: Done<null> };
  'units.change': { args: UnitChange; value: Done<null> };
  'units.rename': { args: UnitRename; value: Done<null> };
  'units.officers': { args: OfficerList; value: Done<null> };
  'units.blocs': { args: null; value: Array<Bloc> };
  'units.set_bloc': { args: BlocDraft; value: Done<BlocId> };
  'units.end_bloc': { args: BlocEnd; value: Done<null> };
}

/** Every paper: what it is given; it answers a file. */
export interface Papers {
  'vault.recovery_sheet': null;
}

// Not yet in the core's list.
export type Find = { text: string; limit: number };
export type Found = { room: string; id: number; title: string; detail: string };
export interface Commands {
  'overview.find': { args: Find; value: Found[] };
}
