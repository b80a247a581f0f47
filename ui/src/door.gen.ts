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
 * Whom to add, and with which award.
 */
export type AddRecipients = { 
/**
 * Which decision.
 */
id: DecisionId, 
/**
 * The award of the catalogue; none: as the line above, of the same kind.
 */
award: number | null, 
/**
 * Whom.
 */
recipients: Array<NewRecipient>, };

/**
 * What shall be mended in an issued decision.
 */
export type Amendment = { 
/**
 * The issued decision.
 */
about: DecisionId, 
/**
 * Which of its lines are mended; each comes into the new draft as it stands now, to be corrected there. Cancel: none
 * means the whole decision.
 */
recipients: Array<RecipientId>, 
/**
 * Why.
 */
why: string, };

/**
 * An assessment of one pledge.
 */
export type Assessment = { 
/**
 * Its key.
 */
id: AssessmentId, 
/**
 * For which half, quarter or year.
 */
period: PeriodId, 
/**
 * Its name.
 */
period_name: string, 
/**
 * By whom.
 */
assessor: Assessor, 
/**
 * When.
 */
day: string, 
/**
 * Of the whole.
 */
grade: GradeId | null, 
/**
 * Its name.
 */
grade_name: string, 
/**
 * How much is done, percent.
 */
percent: number | null, 
/**
 * In words.
 */
note: string, 
/**
 * Item by item.
 */
items: { [key in PledgeBlock]?: GradeId }, };

/**
 * One assessment.
 */
export type AssessmentId = number;

/**
 * Who assesses.
 */
export type Assessor = "self" | "confirmer";

/**
 * Files of the tray that are to be kept with a document.
 */
export type Attach = { 
/**
 * The document.
 */
document: DocumentId, 
/**
 * The files.
 */
files: Array<FileToken>, };

/**
 * A file of a document.
 */
export type Attachment = { 
/**
 * Its key.
 */
id: AttachmentId, 
/**
 * Its own name.
 */
file_name: string, 
/**
 * Its size.
 */
bytes: number, };

/**
 * One file of a document.
 */
export type AttachmentId = number;

/**
 * A title or a form of commendation.
 */
export type Award = { 
/**
 * Its key; none: new.
 */
id: AwardId | null, 
/**
 * `certificate_upper_union`; blank: made from the name.
 */
code: string, 
/**
 * Order in lists.
 */
position: number, 
/**
 * "Giấy khen của …".
 */
name: string, 
/**
 * What the law calls it.
 */
nature: Nature, 
/**
 * May be given to people.
 */
for_individual: boolean, 
/**
 * May be given to collectives.
 */
for_collective: boolean, 
/**
 * Who decides and signs.
 */
grantor: string, 
/**
 * Toàn diện.
 */
comprehensive: boolean, 
/**
 * Chuyên đề.
 */
topical: boolean, 
/**
 * Đột xuất.
 */
ad_hoc: boolean, 
/**
 * Cống hiến.
 */
long_service: boolean, 
/**
 * Who decides.
 */
reach: Reach, 
/**
 * What is asked for it.
 */
criteria: string, 
/**
 * How many, how often.
 */
quota: string, 
/**
 * Given from.
 */
since: string | null, 
/**
 * Last day on which it is given.
 */
until: string | null, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * How many awards stand: each figure is the length of the list that it opens.
 */
export type AwardCount = { 
/**
 * The year; 0: all of them.
 */
year: number, 
/**
 * To collectives.
 */
collectives: number, 
/**
 * To people.
 */
individuals: number, 
/**
 * To women among them.
 */
women: number, };

/**
 * Awards of the year that stand: neither withdrawn nor cancelled, a corrected line counted once.
 */
export type AwardFigure = { 
/**
 * To people.
 */
individuals: number, 
/**
 * To collectives.
 */
collectives: number, 
/**
 * The decisions that gave them.
 */
opens: Opens, };

/**
 * One title or form of commendation.
 */
export type AwardId = number;

/**
 * One award given.
 */
export type AwardLine = { 
/**
 * The line of its decision.
 */
recipient: RecipientId, 
/**
 * The decision.
 */
decision: DecisionId, 
/**
 * Its number with the symbol.
 */
number: string, 
/**
 * The day of signing.
 */
signed_on: string | null, 
/**
 * The year it counts in.
 */
year: number, 
/**
 * Who decided; empty: our office.
 */
grantor: string, 
/**
 * The award, as printed.
 */
award_name: string, 
/**
 * What for.
 */
reason: string, 
/**
 * The name as printed then.
 */
name: string, 
/**
 * The unit as printed then.
 */
unit_name: string, 
/**
 * Money.
 */
amount: Dong, };

/**
 * Awards of several years.
 */
export type AwardYears = { 
/**
 * All years together.
 */
whole: AwardCount, 
/**
 * Year by year, the newest first; also those without any.
 */
years: Array<AwardCount>, };

/**
 * Which awards.
 */
export type AwardsQuery = { 
/**
 * From this year on.
 */
from: number, 
/**
 * To this year.
 */
until: number, 
/**
 * Only of people, or of collectives.
 */
kind: RecipientKind | null, 
/**
 * Only of women.
 */
women: boolean, 
/**
 * Only by decisions that our office issued; else also those of other bodies and earlier times that were recorded.
 */
own: boolean, };

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
 * A kind of ballot that a rule is about.
 */
export type Ballot = "election" | "acclaim";

/**
 * The base salary from a day on.
 */
export type BaseSalary = { 
/**
 * Its key; none: new.
 */
id: number | null, 
/**
 * Đồng a month.
 */
amount: Dong, 
/**
 * First day.
 */
since: string, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * A total of workers as the form gives it.
 */
export type BasisDraft = { 
/**
 * The year.
 */
year: number, 
/**
 * Workers, members or not.
 */
people: number, 
/**
 * The paper that says so.
 */
source: string, };

/**
 * The year whose typed total is taken off.
 */
export type BasisGone = { 
/**
 * The year.
 */
year: number, };

/**
 * How a membership began.
 */
export type Beginning = "listed" | "admitted" | "transferred_in" | "moved" | "returned" | "suspended" | "resumed";

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
 * One bloc in the list of books.
 */
export type BlocStanding = { 
/**
 * The bloc.
 */
bloc: BlocId, 
/**
 * Its number.
 */
no: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Units to be scored.
 */
units: number, 
/**
 * Units whose deciding points are whole.
 */
scored: number, 
/**
 * Units whose result is published.
 */
published: number, 
/**
 * Khối trưởng of the year.
 */
head: string, 
/**
 * Khối phó of the year.
 */
deputy: string, };

/**
 * What one unit got in one ballot.
 */
export type BlocVote = { 
/**
 * Which ballot.
 */
what: VoteFor, 
/**
 * Who was voted for.
 */
unit: UnitId, 
/**
 * Acclaim: what it is put forward for.
 */
award: string, 
/**
 * Votes.
 */
votes: number, };

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
 * Whether a unit meets a stated condition.
 */
export type BreachMark = { 
/**
 * Which book.
 */
book: ScoreBookAsk, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * The condition.
 */
condition: ScoreConditionId, 
/**
 * It is not met.
 */
broken: boolean, 
/**
 * What happened.
 */
note: string, 
/**
 * Why a published result changes; empty while nothing is published.
 */
reason: string, };

/**
 * The year by which a unit competes.
 */
export type Calendar = "year" | "school";

/**
 * Someone who could be added.
 */
export type CandidateLine = { 
/**
 * The member, when a person.
 */
member: number | null, 
/**
 * The unit: theirs, or the collective itself.
 */
unit: number, 
/**
 * The name.
 */
name: string, 
/**
 * What tells namesakes apart: birth year and unit.
 */
hint: string, 
/**
 * Whether the list has them already.
 */
listed: boolean, };

/**
 * Words typed into the box that adds a recipient.
 */
export type CandidateQuery = { 
/**
 * People or collectives.
 */
kind: RecipientKind, 
/**
 * Words of the name, accents not needed.
 */
text: string, 
/**
 * Which decision: who is in its list already is told.
 */
decision: DecisionId | null, };

/**
 * A row to be taken off its list.
 */
export type CatalogueGone = { 
/**
 * Which list.
 */
list: CatalogueList, 
/**
 * Which row.
 */
id: number, };

/**
 * One list of the catalogue.
 */
export type CatalogueList = "regulation" | "award" | "coefficient" | "base_salary" | "phrase" | "legal_ground" | "money_source";

/**
 * The whole catalogue: it is small.
 */
export type CataloguePage = { 
/**
 * Văn bản quy định.
 */
regulations: Array<Regulation>, 
/**
 * Danh hiệu, hình thức.
 */
awards: Array<Award>, 
/**
 * Hệ số tiền thưởng.
 */
coefficients: Array<Coefficient>, 
/**
 * Mức lương cơ sở.
 */
base_salaries: Array<BaseSalary>, 
/**
 * Mẫu câu.
 */
phrases: Array<Phrase>, 
/**
 * Căn cứ.
 */
legal_grounds: Array<LegalGround>, 
/**
 * Nguồn tiền thưởng.
 */
money_sources: Array<MoneySource>, 
/**
 * Làm tròn, cách đọc số.
 */
settings: MoneySettings, 
/**
 * The words for choices.
 */
words: CatalogueWords, };

/**
 * The closed sets of words about the catalogue.
 */
export type CatalogueWords = { 
/**
 * How sure a row is.
 */
certainties: Array<Choice>, 
/**
 * What the law calls an award.
 */
natures: Array<Choice>, 
/**
 * Who decides.
 */
reaches: Array<Choice>, 
/**
 * Tập thể, cá nhân.
 */
recipients: Array<Choice>, 
/**
 * What phrases are for.
 */
phrase_uses: Array<Choice>, 
/**
 * The lists themselves.
 */
lists: Array<Choice>, };

/**
 * What became of one cell.
 */
export type CellAnswer = { 
/**
 * Why it would be refused; empty: it is good.
 */
sentence: string, 
/**
 * What is worth a look in the record then, about this field.
 */
warnings: Array<MemberWarning>, };

/**
 * The text of one cell.
 */
export type CellChange = { 
/**
 * Whose.
 */
id: MemberId, 
/**
 * Which field.
 */
field: MemberField, 
/**
 * As typed; blank: empty it.
 */
text: string, };

/**
 * How sure a figure or a rule is.
 */
export type Certainty = "sourced" | "general" | "uncertain";

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
 * How many base salaries go with an award, for one span of days.
 */
export type Coefficient = { 
/**
 * Its key; none: new.
 */
id: CoefficientId | null, 
/**
 * The award.
 */
award: AwardId, 
/**
 * For whom.
 */
recipient: RecipientKind, 
/**
 * Hundredths: 30 is 0,3; none: not known.
 */
hundredths: Hundredths | null, 
/**
 * The State's analogue, in hundredths.
 */
hint: Hundredths | null, 
/**
 * First day.
 */
since: string | null, 
/**
 * Last day.
 */
until: string | null, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * One dated coefficient.
 */
export type CoefficientId = number;

/**
 * A column that a design can have.
 */
export type ColumnChoice = { 
/**
 * The column with its usual heading and width.
 */
column: DesignColumn, 
/**
 * Whether it shows restricted data: left out unless ticked, and logged.
 */
restricted: boolean, };

/**
 * A compact as its form gives it. A bloc has one for a year.
 */
export type CompactDraft = { 
/**
 * The bloc.
 */
bloc: BlocId, 
/**
 * The year.
 */
year: number, 
/**
 * What stands above the contents.
 */
opening: string, 
/**
 * The contents in the order of the paper.
 */
items: Array<CompactItem>, 
/**
 * What stands below: how it is carried out.
 */
ending: string, 
/**
 * Where it is signed.
 */
place: string, 
/**
 * The day of the signing conference; none: not fixed.
 */
signed_on: string | null, 
/**
 * The plan that asks for it.
 */
document: string, 
/**
 * Anything else.
 */
note: string, };

/**
 * One compact.
 */
export type CompactId = number;

/**
 * One content with its target.
 */
export type CompactItem = { 
/**
 * "Phát động phong trào thi đua đến đoàn viên".
 */
content: string, 
/**
 * "100 % CĐCS".
 */
target: string, };

/**
 * One bloc in a year: who leads it, how far its compact and its meeting are.
 */
export type CompactLine = { 
/**
 * The bloc.
 */
bloc: BlocId, 
/**
 * Its number.
 */
no: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Units that belong to it in that year.
 */
units: number, 
/**
 * Khối trưởng of the year.
 */
head: UnitId | null, 
/**
 * Its name.
 */
head_name: string, 
/**
 * Khối phó of the year.
 */
deputy: UnitId | null, 
/**
 * Its name.
 */
deputy_name: string, 
/**
 * Its compact; none: not written yet.
 */
compact: CompactId | null, 
/**
 * Contents of the compact.
 */
items: number, 
/**
 * Units that have signed.
 */
signed: number, 
/**
 * The day of the signing conference.
 */
signed_on: string | null, 
/**
 * The day of the meeting at the end of the year; none: not held.
 */
held_on: string | null, 
/**
 * Units that were acclaimed there.
 */
acclaimed: number, };

/**
 * Which bloc in which year.
 */
export type CompactOf = { 
/**
 * The bloc.
 */
bloc: BlocId, 
/**
 * The year.
 */
year: number, };

/**
 * Which papers: of one bloc, or of every bloc of the year that has them.
 */
export type CompactPaper = { 
/**
 * The year.
 */
year: number, 
/**
 * The bloc; none: every one.
 */
bloc: BlocId | null, };

/**
 * All that the page of one bloc's year shows.
 */
export type CompactRecord = { 
/**
 * As in the list.
 */
line: CompactLine, 
/**
 * The compact; a proposal when there is none yet.
 */
draft: CompactDraft, 
/**
 * Every unit of the bloc and who signed for it.
 */
signing: Signing, 
/**
 * Contents that the targets of the bloc in the year would make.
 */
from_targets: Array<CompactItem>, 
/**
 * The meeting; none: not held yet.
 */
meeting: MeetingDraft | null, 
/**
 * What came of its votes.
 */
outcome: MeetingOutcome, };

/**
 * Units that signed.
 */
export type CompactSign = { 
/**
 * Whose compact.
 */
of: CompactOf, 
/**
 * The units.
 */
signers: Array<CompactSigner>, 
/**
 * The day.
 */
on: string | null, };

/**
 * Who signs for one unit.
 */
export type CompactSigner = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Who.
 */
signer: string, 
/**
 * As what.
 */
post: string, };

/**
 * Units that did not sign after all.
 */
export type CompactUnsign = { 
/**
 * Whose compact.
 */
of: CompactOf, 
/**
 * The units.
 */
units: Array<UnitId>, };

/**
 * The blocs of a year.
 */
export type CompactYear = { 
/**
 * Living blocs by number, and ended ones that had a compact then.
 */
blocs: Array<CompactLine>, 
/**
 * By how many votes blocs elect and acclaim.
 */
rules: Array<VoteRule>, 
/**
 * What a share of votes can be reckoned on.
 */
bases: Array<Choice>, };

/**
 * The compacts of a year begun for all blocs at once, as the plan at the start of the year asks for.
 */
export type CompactsBegin = { 
/**
 * The year.
 */
year: number, 
/**
 * The plan: "80/KH-LĐLĐ".
 */
document: string, 
/**
 * Whether a bloc takes over the contents of its compact of the year before, when it has one.
 */
carry_over: boolean, 
/**
 * Contents for those that take nothing over; the targets given to a bloc are added.
 */
items: Array<CompactItem>, 
/**
 * The day of the signing conference.
 */
signed_on: string | null, 
/**
 * Where it is held.
 */
place: string, };

/**
 * Who confirms: the Party committee for its members, the union's committee for others.
 */
export type Confirmer = "party_committee" | "union_committee";

/**
 * What a unit reported, as the form gives it. A second report of the unit for the course replaces the first.
 */
export type CountDraft = { 
/**
 * The course.
 */
course: CourseId, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * People beside those who are named.
 */
people: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * Direct workers among them.
 */
direct: number, 
/**
 * The report that says so.
 */
source: string, };

/**
 * A reported number to be taken off.
 */
export type CountGone = { 
/**
 * Which.
 */
id: CountId, };

/**
 * What one unit reported for one course.
 */
export type CountId = number;

/**
 * What a unit reported without names.
 */
export type CountLine = { 
/**
 * Its key.
 */
id: CountId, 
/**
 * The course.
 */
course: CourseId, 
/**
 * Its name.
 */
course_name: string, 
/**
 * What it teaches.
 */
kind: TrainingKind, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
unit_code: string, 
/**
 * What it was called then.
 */
unit_name: string, 
/**
 * Its bloc then.
 */
bloc: BlocId | null, 
/**
 * The bloc's name.
 */
bloc_name: string, 
/**
 * So many people beside those who are named.
 */
people: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * Direct workers among them.
 */
direct: number, 
/**
 * The report that says so.
 */
source: string, };

/**
 * Where a result comes from.
 */
export type Counted = "typed" | "members_admitted" | "units_established";

/**
 * One of those that a counted result counts.
 */
export type CountedLine = { 
/**
 * A member or a unit by name.
 */
name: string, 
/**
 * The unit of a member.
 */
unit_name: string, 
/**
 * The day that counts.
 */
day: string | null, };

/**
 * A course as the form gives it.
 */
export type CourseDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: CourseId | null, 
/**
 * The year that it counts in.
 */
year: number, 
/**
 * A calendar year or a school year.
 */
calendar: Calendar, 
/**
 * "Tập huấn nghiệp vụ công đoàn cơ sở".
 */
name: string, 
/**
 * What it teaches.
 */
kind: TrainingKind, 
/**
 * Who held it.
 */
organiser: string, 
/**
 * Where.
 */
place: string, 
/**
 * First day.
 */
since: string | null, 
/**
 * Last day; none: the first one.
 */
until: string | null, 
/**
 * What it cost, đồng; 0: not said.
 */
cost: Dong, 
/**
 * Who paid.
 */
money_source: string, 
/**
 * The plan or the summons.
 */
document: string, 
/**
 * Anything else.
 */
note: string, };

/**
 * One course.
 */
export type CourseId = number;

/**
 * One line of the list of courses.
 */
export type CourseLine = { 
/**
 * Its key.
 */
id: CourseId, 
/**
 * As its form shows it.
 */
draft: CourseDraft, 
/**
 * Its days, both known.
 */
days: string, 
/**
 * "Nghiệp vụ công đoàn".
 */
kind_label: string, 
/**
 * "Năm 2024".
 */
period_name: string, 
/**
 * Those who are known by name.
 */
named: number, 
/**
 * Those who are only reported as a number.
 */
reported: number, 
/**
 * Both together.
 */
people: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * Direct workers among them.
 */
direct: number, };

/**
 * The list of courses with what its filters need.
 */
export type CoursePage = { 
/**
 * By first day.
 */
lines: Array<CourseLine>, 
/**
 * The halves and quarters of the year that is asked about.
 */
parts: Array<Period>, 
/**
 * What courses teach.
 */
kinds: Array<Choice>, 
/**
 * Who held courses, most used first.
 */
organisers: Array<string>, };

/**
 * Rows of one course.
 */
export type CoursePaste = { 
/**
 * The course.
 */
course: CourseId, 
/**
 * Where those work whose row names no unit.
 */
unit: UnitId | null, 
/**
 * Also take in those who are not in the register of members.
 */
outsiders: boolean, 
/**
 * In the order of the spreadsheet.
 */
rows: Array<CoursePasteRow>, };

/**
 * What would become of one row.
 */
export type CoursePasteAnswer = { 
/**
 * Who it is in the register.
 */
member: MemberId | null, 
/**
 * Where they work.
 */
unit_name: string, 
/**
 * Good, and not in the register.
 */
outsider: boolean, 
/**
 * Why it would be refused; empty: it is good.
 */
sentence: string, };

/**
 * One row: who took part.
 */
export type CoursePasteRow = { 
/**
 * Họ và tên.
 */
name: string, 
/**
 * Năm sinh; none: not said.
 */
birth_year: number | null, 
/**
 * Giới tính; only wanted of one who is not in the register.
 */
gender: Gender | null, 
/**
 * Code or name of the unit; blank: the unit that was chosen.
 */
unit: string, 
/**
 * Kết quả.
 */
result: string, 
/**
 * Số chứng chỉ.
 */
certificate: string, };

/**
 * Which courses.
 */
export type CourseQuery = { 
/**
 * That count in this year.
 */
year: number, 
/**
 * Only those that ended within this half or quarter.
 */
within: PeriodId | null, 
/**
 * Words of the name, the organiser, the place or the document; accents not needed.
 */
text: string, 
/**
 * Only of this kind.
 */
kind: TrainingKind | null, };

/**
 * One course as its page shows it.
 */
export type CourseRecord = { 
/**
 * As in the list.
 */
line: CourseLine, 
/**
 * Who took part, by unit and name.
 */
participants: Array<ParticipantLine>, 
/**
 * What units reported without names.
 */
counts: Array<CountLine>, };

/**
 * One criterion.
 */
export type Criterion = { 
/**
 * Its key; none: new.
 */
id: CriterionId | null, 
/**
 * "Chế độ báo cáo".
 */
name: string, 
/**
 * Điểm chuẩn; none: not limited by itself.
 */
most: Hundredths | null, 
/**
 * How it is measured.
 */
measure: string, };

/**
 * One criterion.
 */
export type CriterionId = number;

/**
 * A deadline that comes back every year.
 */
export type Deadline = { 
/**
 * Its key; none: a new one.
 */
id: DeadlineId | null, 
/**
 * What it is about.
 */
what: DeadlineFor, 
/**
 * "Đăng ký thi đua".
 */
name: string, 
/**
 * For units of that calendar; none: for all.
 */
calendar: Calendar | null, 
/**
 * 1 to 12.
 */
month: number, 
/**
 * 1 to 31.
 */
day: number, 
/**
 * First day in force; none: as long as anyone knows.
 */
since: string | null, 
/**
 * Last day in force; none: still.
 */
until: string | null, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * What a deadline is about.
 */
export type DeadlineFor = "registration" | "pledges" | "review" | "proposals" | "other";

/**
 * Which deadline goes.
 */
export type DeadlineGone = { 
/**
 * Its key.
 */
id: DeadlineId, };

/**
 * One deadline.
 */
export type DeadlineId = number;

/**
 * One decision as its editor shows it.
 */
export type Decision = { 
/**
 * Its key.
 */
id: DecisionId, 
/**
 * What it does.
 */
kind: DecisionKind, 
/**
 * How far it has come.
 */
state: State, 
/**
 * The year it counts in.
 */
year: number, 
/**
 * `12`, `12a`; empty: none yet.
 */
number: string, 
/**
 * `QĐ-LĐLĐ`.
 */
symbol: string, 
/**
 * The day of signing.
 */
signed_on: string | null, 
/**
 * Trích yếu.
 */
summary: string, 
/**
 * "Đã có thành tích …", for the whole list.
 */
citation: string, 
/**
 * Who signs.
 */
signer_name: string, 
/**
 * "Chủ tịch".
 */
signer_title: string, 
/**
 * "TM. BAN THƯỜNG VỤ".
 */
signer_form: string, 
/**
 * Where the money comes from.
 */
money_source: string, 
/**
 * Recorded: who decided.
 */
grantor: string, 
/**
 * Amend, cancel: which decision.
 */
about: DecisionId | null, 
/**
 * Amend, cancel: why.
 */
why: string, };

/**
 * Decisions of the year.
 */
export type DecisionFigure = { 
/**
 * Issued by our office.
 */
issued: number, 
/**
 * Not issued yet: being written or waiting to be signed.
 */
drafts: number, 
/**
 * The decisions of the year that are counted here.
 */
opens: Opens, };

/**
 * One decision.
 */
export type DecisionId = number;

/**
 * What a decision does.
 */
export type DecisionKind = "award" | "amend" | "cancel";

/**
 * One line of the register.
 */
export type DecisionLine = { 
/**
 * Its key.
 */
id: DecisionId, 
/**
 * What it does.
 */
kind: DecisionKind, 
/**
 * How far it has come.
 */
state: State, 
/**
 * `125/QĐ-LĐLĐ`, or "chưa có số".
 */
number: string, 
/**
 * The day of signing.
 */
signed_on: string | null, 
/**
 * Trích yếu.
 */
summary: string, 
/**
 * Recorded: who decided.
 */
grantor: string, 
/**
 * Collectives.
 */
collectives: number, 
/**
 * People.
 */
individuals: number, 
/**
 * All money.
 */
amount: Dong, 
/**
 * Whether an issued decision cancels it as a whole.
 */
cancelled: boolean, 
/**
 * Whether an issued decision amends it, or cancels some of its lines.
 */
amended: boolean, };

/**
 * A decision with everything that its editor shows.
 */
export type DecisionPage = { 
/**
 * The decision itself.
 */
decision: Decision, 
/**
 * Its legal grounds, in order.
 */
grounds: Array<string>, 
/**
 * Its articles, in order, with {words} that are filled in on paper.
 */
articles: Array<string>, 
/**
 * Nơi nhận.
 */
copies_to: Array<string>, 
/**
 * Collectives first, then people.
 */
recipients: Array<Recipient>, 
/**
 * What to look at before issuing.
 */
warnings: Array<DecisionWarning>, 
/**
 * Counts and money.
 */
totals: Totals, 
/**
 * Decisions that amend or cancel this one.
 */
mended_by: Array<Link>, 
/**
 * The decision that this one amends or cancels.
 */
about: Link | null, 
/**
 * The number that comes next in its year.
 */
next_number: string, };

/**
 * Which part of the register is asked for.
 */
export type DecisionQuery = { 
/**
 * The year; none: all years.
 */
year: number | null, 
/**
 * Words of the number or the summary, accents not needed.
 */
text: string, 
/**
 * Only these states; empty: all.
 */
states: Array<State>, };

/**
 * The register of one year.
 */
export type DecisionRegister = { 
/**
 * Newest first; drafts above.
 */
lines: Array<DecisionLine>, 
/**
 * Years that have decisions.
 */
years: Array<number>, 
/**
 * How many there are by state, without the filter by state.
 */
counts: { [key in string]: number }, };

/**
 * Something to look at before issuing.
 */
export type DecisionWarning = { 
/**
 * The line of the list; none: the decision itself.
 */
recipient: RecipientId | null, 
/**
 * The field: of the line or of the decision.
 */
field: string, 
/**
 * How grave.
 */
gravity: Gravity, 
/**
 * What is the matter, as a sentence.
 */
sentence: string, };

/**
 * A saved choice of columns.
 */
export type Design = { 
/**
 * "LĐLĐ tỉnh, mẫu 2024".
 */
name: string, 
/**
 * From left to right.
 */
columns: Array<DesignColumn>, };

/**
 * A column as the office wants it.
 */
export type DesignColumn = { 
/**
 * What is in it.
 */
kind: Standard, 
/**
 * What stands above it.
 */
header: string, 
/**
 * Characters.
 */
width: number, };

/**
 * Which design.
 */
export type DesignGone = { 
/**
 * Its key.
 */
id: DesignId, };

/**
 * A saved design of the list.
 */
export type DesignId = number;

/**
 * A saved design.
 */
export type DesignLine = { 
/**
 * Its key; none: the standard design, which is always there.
 */
id: DesignId | null, 
/**
 * Its columns under its name.
 */
design: Design, };

/**
 * The designs, and every column that a design can have with its usual heading.
 */
export type DesignPage = { 
/**
 * The standard design first, then the office's own by name.
 */
designs: Array<DesignLine>, 
/**
 * Every column there is.
 */
columns: Array<ColumnChoice>, };

/**
 * Which way a document goes.
 */
export type Direction = "out" | "in";

/**
 * A document as the form gives it.
 */
export type DocumentDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: DocumentId | null, 
/**
 * Đi, đến.
 */
direction: Direction, 
/**
 * Its kind.
 */
kind: DocumentKind, 
/**
 * Number and symbol as on the paper: `80/KH-LĐLĐ`; empty: it has none.
 */
number: string, 
/**
 * The day on the paper.
 */
dated: string | null, 
/**
 * In: when it came.
 */
arrived: string | null, 
/**
 * Who sent it, or to whom it goes.
 */
party: string, 
/**
 * Trích yếu.
 */
summary: string, 
/**
 * What it asks is due.
 */
deadline: string | null, 
/**
 * When that was done.
 */
handled: string | null, 
/**
 * The award decision that it is about.
 */
decision: DecisionId | null, 
/**
 * Anything else.
 */
note: string, };

/**
 * Documents that something is due of.
 */
export type DocumentDue = "open" | "late";

/**
 * One document.
 */
export type DocumentId = number;

/**
 * What kind of document (NĐ 30/2020, Phụ lục III).
 */
export type DocumentKind = "ke_hoach" | "huong_dan" | "cong_van" | "quyet_dinh" | "thong_bao" | "bao_cao" | "to_trinh" | "chuong_trinh" | "nghi_quyet" | "chi_thi" | "quy_che" | "de_an" | "bien_ban" | "giay_moi" | "khac";

/**
 * One line of the register.
 */
export type DocumentLine = { 
/**
 * Its key.
 */
id: DocumentId, 
/**
 * Đi, đến.
 */
direction: Direction, 
/**
 * Its kind.
 */
kind: DocumentKind, 
/**
 * "Kế hoạch".
 */
kind_label: string, 
/**
 * `80/KH-LĐLĐ`; empty: it has none.
 */
number: string, 
/**
 * The day on the paper.
 */
dated: string, 
/**
 * When it came.
 */
arrived: string | null, 
/**
 * Who sent it, or to whom it goes.
 */
party: string, 
/**
 * Trích yếu.
 */
summary: string, 
/**
 * What it asks is due.
 */
deadline: string | null, 
/**
 * When that was done.
 */
handled: string | null, 
/**
 * Due before today and not done.
 */
late: boolean, 
/**
 * The decision that it is about.
 */
decision: DecisionId | null, 
/**
 * How many files belong to it.
 */
files: number, };

/**
 * A document and the movement that it is about.
 */
export type DocumentLink = { 
/**
 * The movement.
 */
movement: MovementId, 
/**
 * The document's key in its register.
 */
document: number, };

/**
 * Which part of the register is asked for.
 */
export type DocumentQuery = { 
/**
 * Dated on this day or later.
 */
from: string | null, 
/**
 * Dated on this day or earlier.
 */
to: string | null, 
/**
 * Only this way.
 */
direction: Direction | null, 
/**
 * Only these kinds; empty: all.
 */
kinds: Array<DocumentKind>, 
/**
 * Only what is still to do, or late.
 */
due: DocumentDue | null, 
/**
 * Only about this award decision.
 */
decision: DecisionId | null, 
/**
 * Words of the number, symbol, sender or receiver, or summary; accents not needed.
 */
text: string, };

/**
 * One document with all that belongs to it.
 */
export type DocumentRecord = { 
/**
 * The document, ready to be corrected.
 */
draft: DocumentDraft, 
/**
 * Its files.
 */
files: Array<Attachment>, 
/**
 * The number of the decision that it is about.
 */
decision_number: string, 
/**
 * The movements that it is about.
 */
movements: Array<LinkedMovement>, };

/**
 * A part of the register, with how many there are of each kind.
 */
export type DocumentRegister = { 
/**
 * Newest first.
 */
lines: Array<DocumentLine>, 
/**
 * How many of each kind, without the filter by kind: each count is the length of the list that it opens.
 */
counts: { [key in string]: number }, 
/**
 * The same as a sentence: "12 kế hoạch, 8 hướng dẫn, 10 công văn".
 */
counted: string, };

/**
 * The closed sets of words about documents, and how ours are numbered.
 */
export type DocumentWords = { 
/**
 * Đi, đến.
 */
directions: Array<Choice>, 
/**
 * Kinds.
 */
kinds: Array<Choice>, 
/**
 * How our own are numbered.
 */
numberings: Array<Choice>, 
/**
 * The way that this office chose.
 */
numbering: Numbering, };

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
 * An amount in đồng.
 */
export type Dong = number;

/**
 * A deadline on its day of one year.
 */
export type Due = { 
/**
 * The rule.
 */
deadline: Deadline, 
/**
 * The year of emulation.
 */
year: number, 
/**
 * Its day.
 */
day: string, 
/**
 * Days from today; below 0: it has passed.
 */
days: number, 
/**
 * Whom it concerns: "Đơn vị theo năm học".
 */
whom: string, 
/**
 * Who is missing, where the register knows it.
 */
missing: DueMissing | null, };

/**
 * Units that are missing.
 */
export type DueMissing = { 
/**
 * Of how many units.
 */
of: number, 
/**
 * Those that have sent nothing, in the order of their codes.
 */
units: Array<DueUnit>, 
/**
 * A message to all of them, to copy into a chat.
 */
message: string, };

/**
 * What is due.
 */
export type DuePage = { 
/**
 * To this day.
 */
until: string, 
/**
 * What is due, the next first.
 */
due: Array<Due>, 
/**
 * Reviews that are still to be held, those that are late first.
 */
reviews: Array<DueReview>, };

/**
 * A review that is still to be held.
 */
export type DueReview = { 
/**
 * What.
 */
reviewed: Reviewed, 
/**
 * "Sơ kết: Lao động giỏi", "Đánh giá cam kết: 6 tháng đầu năm 2024".
 */
name: string, 
/**
 * By when.
 */
day: string, 
/**
 * Days from today; below 0: it has passed.
 */
days: number, 
/**
 * Of pledges: the units whose pledges are not all assessed.
 */
missing: DueMissing | null, };

/**
 * One unit that is missing.
 */
export type DueUnit = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, };

/**
 * How far to look.
 */
export type DueWithin = { 
/**
 * So many days from today.
 */
days: number, };

/**
 * Which part of the list of duplicates is asked for.
 */
export type DuplicateAsk = { 
/**
 * From this group on.
 */
offset: number, 
/**
 * So many groups; 100 at most, 0 is 100.
 */
limit: number, };

/**
 * Records that may be one person.
 */
export type DuplicateGroup = { 
/**
 * Why.
 */
why: DuplicateWhy, 
/**
 * Why, as the page says it.
 */
why_label: string, 
/**
 * The records.
 */
members: Array<MemberLine>, };

/**
 * Why two records may be one person.
 */
export type DuplicateWhy = "citizen_id" | "legacy_id" | "name_and_birth" | "name_and_unit";

/**
 * What changes in a draft: each field as typed; left out, it stays.
 */
export type EditDecision = { 
/**
 * Which draft.
 */
id: number, 
/**
 * The year it counts in.
 */
year: number | null, 
/**
 * The number, as typed; with a symbol behind the slash, that is taken too.
 */
number: string | null, 
/**
 * `QĐ-LĐLĐ`.
 */
symbol: string | null, 
/**
 * The day of signing, as typed; empty: none.
 */
signed_on: string | null, 
/**
 * Trích yếu.
 */
summary: string | null, 
/**
 * "Đã có thành tích …".
 */
citation: string | null, 
/**
 * Who signs.
 */
signer_name: string | null, 
/**
 * Their title.
 */
signer_title: string | null, 
/**
 * The form of signing.
 */
signer_form: string | null, 
/**
 * Where the money comes from.
 */
money_source: string | null, 
/**
 * Amend, cancel: why.
 */
why: string | null, 
/**
 * All legal grounds.
 */
grounds: Array<string> | null, 
/**
 * All articles.
 */
articles: Array<string> | null, 
/**
 * All lines of "Nơi nhận".
 */
copies_to: Array<string> | null, };

/**
 * Cells typed, pasted or filled down: one act.
 */
export type EditInitiatives = { 
/**
 * The cells.
 */
cells: Array<InitiativeCell>, };

/**
 * Cells typed or pasted in one step.
 */
export type EditParticipants = { 
/**
 * The cells.
 */
cells: Array<ParticipantCell>, };

/**
 * Cells typed, pasted or filled down: one act.
 */
export type EditRecipients = { 
/**
 * Which decision.
 */
id: DecisionId, 
/**
 * The cells.
 */
cells: Array<RecipientCell>, };

/**
 * Cells typed or pasted in one step.
 */
export type EditRegistrations = { 
/**
 * The cells.
 */
cells: Array<RegistrationCell>, };

/**
 * What a line does: grants, or mends a line of the decision that this one is about.
 */
export type Effect = "grant" | "correct" | "withdraw";

/**
 * Who leads the bloc next year.
 */
export type Elected = { 
/**
 * The next year.
 */
year: number, 
/**
 * Khối trưởng.
 */
head: string, 
/**
 * Khối phó.
 */
deputy: string, };

/**
 * How a membership ended.
 */
export type Ending = "moved" | "suspended" | "resumed" | "merged" | "transferred_out" | "withdrawn" | "expelled" | "retired" | "left_job" | "unit_dissolved" | "deceased";

/**
 * Of whom a pledge is expected.
 */
export type ExpectedOf = "everyone" | "officers" | "managers" | "party" | "units";

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
 * The figures of the office, a bloc or a unit.
 */
export type FigureLine = { 
/**
 * The bloc, when it is one's.
 */
bloc: BlocId | null, 
/**
 * The unit, when it is one's.
 */
unit: UnitId | null, 
/**
 * Whose initiatives these are, by their units of then; empty: those of the bloc, or of the whole office.
 */
units: Array<UnitId>, 
/**
 * Its name.
 */
name: string, 
/**
 * Initiatives registered.
 */
registered: number, 
/**
 * Of these, first authors who are women.
 */
women: number, 
/**
 * Of these, in the programme.
 */
taking_part: number, 
/**
 * Of these, counted.
 */
counted: number, 
/**
 * What was asked for; none: nothing.
 */
target: number | null, 
/**
 * "194 %"; empty without a target.
 */
percent: Share, };

/**
 * The figures, each with the list behind it.
 */
export type Figures = { 
/**
 * Đoàn viên.
 */
members: MemberFigure, 
/**
 * Công đoàn cơ sở.
 */
units: UnitFigure, 
/**
 * Quyết định.
 */
decisions: DecisionFigure, 
/**
 * Khen thưởng trong năm.
 */
awards: AwardFigure, 
/**
 * Tiền thưởng.
 */
money: MoneyFigure, };

/**
 * A file in the tray.
 */
export type FileToken = number;

/**
 * What was typed.
 */
export type Find = { 
/**
 * Words of a name, a number, a code.
 */
text: string, 
/**
 * At most so many of each room; 20 at most, 0 is 8.
 */
limit: number, };

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
 * One record that was found.
 */
export type Found = { 
/**
 * The room that shows it: `members`, `units`, `decisions`.
 */
room: string, 
/**
 * Its key there.
 */
id: number, 
/**
 * The name, or the number.
 */
title: string, 
/**
 * What tells it from others of the same name.
 */
detail: string, };

/**
 * How many members lack something.
 */
export type Gap = { 
/**
 * What.
 */
what: Missing, 
/**
 * "Chưa có ngày sinh".
 */
label: string, 
/**
 * How many of those who belong now.
 */
count: number, 
/**
 * Who.
 */
opens: Opens, };

/**
 * Giới tính.
 */
export type Gender = "nam" | "nu";

/**
 * A grade of the scale.
 */
export type Grade = { 
/**
 * Its key; none: a new one.
 */
id: GradeId | null, 
/**
 * What it says something about.
 */
part: GradePart, 
/**
 * The best first.
 */
position: number, 
/**
 * "Vượt".
 */
name: string, 
/**
 * Whether the promise was kept.
 */
fulfilled: boolean, 
/**
 * First day in force; none: as long as anyone knows.
 */
since: string | null, 
/**
 * Last day in force; none: still.
 */
until: string | null, 
/**
 * Where it comes from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * One grade of a scale.
 */
export type GradeId = number;

/**
 * What a grade says something about.
 */
export type GradePart = "item" | "whole";

/**
 * A scale of grades, in force for one span of days.
 */
export type GradeScale = { 
/**
 * Its key; none: new.
 */
id: GradeScaleId | null, 
/**
 * What it is called.
 */
name: string, 
/**
 * In force from.
 */
since: string | null, 
/**
 * Last day in force.
 */
until: string | null, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, 
/**
 * From the highest down.
 */
grades: Array<ScoreGrade>, };

/**
 * A scale to be deleted.
 */
export type GradeScaleGone = { 
/**
 * Which scale.
 */
id: GradeScaleId, };

/**
 * One scale of grades.
 */
export type GradeScaleId = number;

/**
 * How grave a warning is.
 */
export type Gravity = "look" | "obstacle";

/**
 * Documents of which what they ask was done, or is to be done again.
 */
export type Handled = { 
/**
 * Which.
 */
ids: Array<DocumentId>, 
/**
 * The day on which it was done; none: it is still to do.
 */
day: string | null, };

/**
 * Which units are handed over.
 */
export type HandoverOf = { 
/**
 * Those that were handed over, or are about to be.
 */
units: Array<UnitId>, 
/**
 * Leave to show restricted fields; without it they are left out.
 */
unmasking: UnmaskingId | null, };

/**
 * Whose history.
 */
export type HistoryOf = { "member": number } | { "unit": number };

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
 * The office on one day.
 */
export type Host = { 
/**
 * Its key.
 */
id: HostId, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Its full name.
 */
name: string, 
/**
 * What it stands under.
 */
superior: string, 
/**
 * What stands after the hyphen in document numbers.
 */
symbol: string, 
/**
 * The place written before the day on papers.
 */
place: string, 
/**
 * First day of this span.
 */
since: string, 
/**
 * Last day; none: still so.
 */
until: string | null, 
/**
 * The decision that made it so.
 */
document: string, };

/**
 * A change of the office's own record.
 */
export type HostChange = { 
/**
 * How it is from now on; its signers are left as they are.
 */
host: HostDraft, 
/**
 * From which day, by decision; none: what stands was mistyped and is corrected in place.
 */
since: string | null, 
/**
 * The decision that makes it so.
 */
document: string, };

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
 * One span of the office's own record.
 */
export type HostId = number;

/**
 * What the settings page shows: every span, newest first, and every signer.
 */
export type HostPage = { 
/**
 * All spans of the office's own record, newest first.
 */
spans: Array<Host>, 
/**
 * All who sign or have signed.
 */
signers: Array<Signer>, };

/**
 * The word for a missing ten: "một trăm linh năm" or "một trăm lẻ năm".
 */
export type Hundred = "linh" | "le";

/**
 * A coefficient in hundredths: `Hundredths(30)` is 0,3.
 */
export type Hundredths = number;

/**
 * Something that is counted, in the dictionary of the office.
 */
export type IndicatorDraft = { 
/**
 * Its key; none: a new one.
 */
id: IndicatorId | null, 
/**
 * "Kết nạp đoàn viên mới".
 */
name: string, 
/**
 * "đoàn viên", "%", "triệu đồng".
 */
measure: string, 
/**
 * Where its results come from.
 */
counted: Counted, 
/**
 * Where it is known from.
 */
source: string, 
/**
 * How sure that is.
 */
certainty: Certainty, };

/**
 * Something that is counted.
 */
export type IndicatorId = number;

/**
 * Which initiative.
 */
export type InitiativeAsk = { 
/**
 * The initiative.
 */
id: InitiativeId, };

/**
 * Somebody who made an initiative.
 */
export type InitiativeAuthor = { 
/**
 * As written; blank with a member: the member's own name.
 */
name: string, 
/**
 * Their own record, when it is known.
 */
member: MemberId | null, 
/**
 * Giới tính.
 */
gender: Gender | null, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * Per cent; none: not said.
 */
share: number | null, };

/**
 * One cell as typed.
 */
export type InitiativeCell = { 
/**
 * The initiative.
 */
id: InitiativeId, 
/**
 * The column.
 */
field: InitiativeField, 
/**
 * What was typed.
 */
text: string, };

/**
 * An initiative as the form gives it.
 */
export type InitiativeDraft = { 
/**
 * The year in which it is registered.
 */
year: number, 
/**
 * "SK-0001"; blank: the next one of the year.
 */
code: string, 
/**
 * Tên sáng kiến.
 */
title: string, 
/**
 * Where its authors work.
 */
unit: UnitId, 
/**
 * Tác giả, in the order of the paper.
 */
authors: Array<InitiativeAuthor>, 
/**
 * Lĩnh vực.
 */
field: string, 
/**
 * Loại giải pháp.
 */
kind: InitiativeKind | null, 
/**
 * Phạm vi áp dụng.
 */
scope: InitiativeLevel | null, 
/**
 * Ngày áp dụng lần đầu.
 */
first_applied: PartialDate | null, 
/**
 * Nơi áp dụng.
 */
place: string, 
/**
 * Who recognised it; none: nobody yet.
 */
recognition: InitiativeLevel | null, 
/**
 * "42/QĐ-HĐSK".
 */
recognition_number: string, 
/**
 * Ngày quyết định công nhận.
 */
recognised_on: string | null, 
/**
 * Cơ quan công nhận.
 */
recognised_by: string, 
/**
 * Giá trị làm lợi, đồng a year; 0: not counted in money.
 */
benefit: Dong, 
/**
 * How the benefit was computed.
 */
benefit_basis: string, 
/**
 * Hiệu quả không tính được bằng tiền.
 */
effect: string, 
/**
 * The programme that it takes part in.
 */
programme: ProgrammeId | null, 
/**
 * When it was entered on the portal.
 */
portal_on: string | null, 
/**
 * The portal's code for it.
 */
portal_code: string, 
/**
 * A trade secret: papers say its title and effect only.
 */
secret: boolean, 
/**
 * Anything else.
 */
note: string, };

/**
 * An initiative's new form.
 */
export type InitiativeEdit = { 
/**
 * The initiative.
 */
id: InitiativeId, 
/**
 * How it stands.
 */
draft: InitiativeDraft, };

/**
 * A column of the register that is typed into.
 */
export type InitiativeField = "code" | "title" | "unit" | "field" | "first_applied" | "place" | "recognition" | "recognition_number" | "recognised_on" | "recognised_by" | "benefit" | "effect" | "programme" | "portal_on" | "portal_code" | "note";

/**
 * The figures of initiatives.
 */
export type InitiativeFigures = { 
/**
 * The programme's name; empty: none is chosen.
 */
programme_name: string, 
/**
 * Of the whole office.
 */
whole: FigureLine, 
/**
 * Benefit of all, đồng a year.
 */
benefit: Dong, 
/**
 * In the programme and hindered.
 */
hindered: number, 
/**
 * Counted and entered on the portal.
 */
entered: number, 
/**
 * Counted and not yet entered.
 */
to_enter: number, 
/**
 * What hinders how many.
 */
obstacles: Array<ObstacleFigure>, 
/**
 * By bloc, those without one last.
 */
blocs: Array<FigureLine>, 
/**
 * By unit, in the order of their codes.
 */
units: Array<FigureLine>, };

/**
 * One initiative.
 */
export type InitiativeId = number;

/**
 * What kind of solution an initiative is ("loại giải pháp").
 */
export type InitiativeKind = "technical" | "management" | "operation" | "application" | "research";

/**
 * How far an initiative reaches, and who recognised it.
 */
export type InitiativeLevel = "base" | "district" | "province" | "ministry" | "national";

/**
 * One line of the register.
 */
export type InitiativeLine = { 
/**
 * Its key.
 */
id: InitiativeId, 
/**
 * The year in which it was registered.
 */
year: number, 
/**
 * "SK-0001".
 */
code: string, 
/**
 * Tên sáng kiến.
 */
title: string, 
/**
 * The first author.
 */
author: string, 
/**
 * The first author's gender.
 */
gender: Gender | null, 
/**
 * All authors with their shares: "Lê Lan (80 %), Vũ Hà (20 %)".
 */
authors: string, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
unit_code: string, 
/**
 * What it was called then.
 */
unit_name: string, 
/**
 * Its bloc then.
 */
bloc: BlocId | null, 
/**
 * The bloc's name.
 */
bloc_name: string, 
/**
 * Lĩnh vực.
 */
field: string, 
/**
 * Loại giải pháp.
 */
kind: InitiativeKind | null, 
/**
 * Phạm vi áp dụng.
 */
scope: InitiativeLevel | null, 
/**
 * Ngày áp dụng lần đầu.
 */
first_applied: PartialDate | null, 
/**
 * Nơi áp dụng.
 */
place: string, 
/**
 * Who recognised it.
 */
recognition: InitiativeLevel | null, 
/**
 * Its label; empty: not recognised.
 */
recognition_label: string, 
/**
 * Số quyết định công nhận.
 */
recognition_number: string, 
/**
 * Ngày quyết định.
 */
recognised_on: string | null, 
/**
 * Cơ quan công nhận.
 */
recognised_by: string, 
/**
 * Giá trị làm lợi, đồng a year.
 */
benefit: Dong, 
/**
 * Hiệu quả không tính được bằng tiền.
 */
effect: string, 
/**
 * The programme that it takes part in.
 */
programme: ProgrammeId | null, 
/**
 * The programme's name.
 */
programme_name: string, 
/**
 * When it was entered on the portal.
 */
portal_on: string | null, 
/**
 * The portal's code.
 */
portal_code: string, 
/**
 * A trade secret.
 */
secret: boolean, 
/**
 * Ghi chú.
 */
note: string, 
/**
 * Whether its programme counts it.
 */
counted: boolean, 
/**
 * What stands in its way.
 */
problems: Array<InitiativeProblem>, };

/**
 * Several initiatives.
 */
export type InitiativeList = { 
/**
 * The initiatives.
 */
ids: Array<InitiativeId>, };

/**
 * One page of the register.
 */
export type InitiativePage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The page's rows.
 */
rows: Array<InitiativeLine>, };

/**
 * One page of the register.
 */
export type InitiativePageAsk = { 
/**
 * Which initiatives.
 */
query: InitiativeQuery, 
/**
 * From this row on.
 */
offset: number, 
/**
 * So many rows; 200 at most.
 */
limit: number, };

/**
 * Which paper, about which initiatives.
 */
export type InitiativePaper = { 
/**
 * Which.
 */
paper: InitiativePaperKind, 
/**
 * The initiatives, as on the screen. The result by bloc takes the year and the programme; the list for the portal takes
 * what is counted and not yet entered.
 */
query: InitiativeQuery, 
/**
 * The result by bloc: by the map of that year's end, or of today.
 */
map: UnitMap, };

/**
 * A paper about initiatives.
 */
export type InitiativePaperKind = "list" | "blocs" | "portal";

/**
 * Why an initiative does not count yet.
 */
export type InitiativeProblem = { 
/**
 * What kind.
 */
kind: Obstacle, 
/**
 * "Gần trùng tên".
 */
label: string, 
/**
 * What is wrong and what to do.
 */
sentence: string, 
/**
 * The earlier initiative that it is like.
 */
like: InitiativeId | null, 
/**
 * How alike the titles are, in thousandths; 0: not about titles.
 */
thousandths: number, };

/**
 * Which initiatives are asked for.
 */
export type InitiativeQuery = { 
/**
 * Registered in this year; none: in any.
 */
year: number | null, 
/**
 * Taking part in this programme.
 */
programme: ProgrammeId | null, 
/**
 * Words of the code, the title or an author, without marks.
 */
text: string, 
/**
 * Only of these units; empty: of all.
 */
units: Array<UnitId>, 
/**
 * Only of units of this bloc.
 */
bloc: BlocId | null, 
/**
 * Only of units of no bloc.
 */
without_bloc: boolean, 
/**
 * True: those that their programme counts; false: those that take part and are not counted.
 */
counted: boolean | null, 
/**
 * Only those that this stands in the way of.
 */
obstacle: Obstacle | null, 
/**
 * Only those whose first author is a woman.
 */
women: boolean, 
/**
 * True: entered on the portal; false: not yet.
 */
entered: boolean | null, 
/**
 * The order.
 */
sort: InitiativeSort, 
/**
 * Backwards.
 */
descending: boolean, };

/**
 * One initiative as its page shows it.
 */
export type InitiativeRecord = { 
/**
 * Its key.
 */
id: InitiativeId, 
/**
 * As the form shows it.
 */
draft: InitiativeDraft, 
/**
 * Its line of the list, with what stands in its way.
 */
line: InitiativeLine, };

/**
 * What the register is ordered by.
 */
export type InitiativeSort = "code" | "title" | "unit" | "bloc" | "field" | "first_applied" | "benefit" | "portal_on";

/**
 * The closed sets of words about initiatives.
 */
export type InitiativeWords = { 
/**
 * Loại giải pháp.
 */
kinds: Array<Choice>, 
/**
 * Cấp công nhận, phạm vi.
 */
levels: Array<Choice>, 
/**
 * What can stand in the way.
 */
obstacles: Array<Choice>, 
/**
 * What figures programmes have.
 */
rules: Array<Choice>, 
/**
 * Fields that are in use, most used first.
 */
fields: Array<string>, };

/**
 * Initiatives that were entered on the portal.
 */
export type InitiativesEntered = { 
/**
 * The initiatives.
 */
ids: Array<InitiativeId>, 
/**
 * On which day; none: they were not after all.
 */
on: string | null, };

/**
 * Initiatives that take part in a programme, or no longer.
 */
export type InitiativesJoin = { 
/**
 * The initiatives.
 */
ids: Array<InitiativeId>, 
/**
 * The programme; none: in no programme.
 */
programme: ProgrammeId | null, };

/**
 * Whose figures.
 */
export type InitiativesOf = { 
/**
 * Registered in this year; none: in any.
 */
year: number | null, 
/**
 * Of those, the ones that take part in this programme are checked and counted; none: in any programme.
 */
programme: ProgrammeId | null, 
/**
 * By the map of that year's end, or of today.
 */
map: UnitMap, };

/**
 * What a person said about a row.
 */
export type IntakeAnswer = { "kind": "take" } | { "kind": "leave" } | { "kind": "new" } | { "kind": "known", 
/**
 * One of the row's candidates.
 */
record: number, };

/**
 * An import to be taken back.
 */
export type IntakeBack = { 
/**
 * Which; none: the newest.
 */
id: IntakeId | null, };

/**
 * A record that a doubtful row may mean.
 */
export type IntakeCandidate = { 
/**
 * Names it in the answer.
 */
record: number, 
/**
 * Its name.
 */
name: string, 
/**
 * By what it is told from others: birth, card, post, unit.
 */
facts: string, };

/**
 * A person says what a row is.
 */
export type IntakeChoose = { 
/**
 * Which file.
 */
file: number, 
/**
 * Which sheet.
 */
sheet: string, 
/**
 * Which row, as Excel numbers it.
 */
row: number, 
/**
 * What it is; none: as found.
 */
answer: IntakeAnswer | null, };

/**
 * Which column is which field.
 */
export type IntakeColumn = { 
/**
 * Column, from 0.
 */
column: number, 
/**
 * Its heading as the file writes it, groups first.
 */
heading: string, 
/**
 * The field of the target; none: left out.
 */
field: string | null, 
/**
 * Hidden in the file.
 */
hidden: boolean, 
/**
 * A few different texts that stand in it.
 */
samples: Array<string>, };

/**
 * What an import did.
 */
export type IntakeCounts = { 
/**
 * New in the register.
 */
added: number, 
/**
 * Filled or corrected.
 */
changed: number, 
/**
 * As the register has them.
 */
same: number, 
/**
 * A person must decide.
 */
asked: number, 
/**
 * Held back.
 */
held: number, };

/**
 * A person says whose list a file is, or whether it goes in at all.
 */
export type IntakeDecide = { 
/**
 * Which file.
 */
file: number, 
/**
 * Its unit; none: leave it as found.
 */
unit: UnitId | null, 
/**
 * Take it although it is held (`true`), leave it out (`false`).
 */
taken: boolean | null, };

/**
 * What an import did.
 */
export type IntakeDone = { 
/**
 * Its key.
 */
id: IntakeId, 
/**
 * What it did.
 */
counts: IntakeCounts, };

/**
 * A field that a column may be.
 */
export type IntakeField = { 
/**
 * Its name in commands.
 */
name: string, 
/**
 * Its name for the clerk.
 */
label: string, };

/**
 * One field that would change.
 */
export type IntakeFieldChange = { 
/**
 * Which.
 */
field: string, 
/**
 * Its name for the clerk.
 */
label: string, 
/**
 * What stands in the register.
 */
old: string, 
/**
 * What the list says.
 */
new: string, };

/**
 * One file, as the page sees it.
 */
export type IntakeFile = { 
/**
 * Its place in the import: names it in commands.
 */
file: number, 
/**
 * Its name.
 */
name: string, 
/**
 * What happens to it.
 */
status: IntakeStatus, 
/**
 * Why it does not simply go in: `password_protected`.
 */
reason: string, 
/**
 * The same as a sentence.
 */
sentence: string, 
/**
 * Its unit.
 */
unit: IntakeUnit | null, 
/**
 * Units between which a person must choose.
 */
candidates: Array<IntakeUnit>, 
/**
 * Sentences about the whole file.
 */
notes: Array<string>, 
/**
 * Its sheets with their columns.
 */
sheets: Array<IntakeSheet>, 
/**
 * What would happen.
 */
counts: IntakeCounts, };

/**
 * One import.
 */
export type IntakeId = number;

/**
 * A person says that a sheet without a known heading is read as its columns are matched now.
 */
export type IntakeLayOut = { 
/**
 * Which file.
 */
file: number, 
/**
 * Which sheet.
 */
sheet: string, 
/**
 * The first row with data, as Excel numbers it.
 */
first_row: number, };

/**
 * One import in the list of imports.
 */
export type IntakeLine = { 
/**
 * Its key.
 */
id: IntakeId, 
/**
 * The act that took it in.
 */
act: ActId, 
/**
 * What its lists were: "members", "units".
 */
target: string, 
/**
 * When.
 */
at: string, 
/**
 * By whom.
 */
who: string, 
/**
 * How many files.
 */
files: number, 
/**
 * What it did.
 */
added: number, 
/**
 * Filled or corrected.
 */
changed: number, 
/**
 * Unchanged.
 */
same: number, 
/**
 * Rows left for a person.
 */
left_out: number, };

/**
 * A person corrects which column is which field.
 */
export type IntakeMap = { 
/**
 * Which file.
 */
file: number, 
/**
 * Which sheet.
 */
sheet: string, 
/**
 * Which column, from 0.
 */
column: number, 
/**
 * The field; none: leave the column out.
 */
field: string | null, };

/**
 * Something noticed.
 */
export type IntakeNoticed = { 
/**
 * Its name in reports.
 */
name: string, 
/**
 * The sentence.
 */
sentence: string, };

/**
 * Files to be read.
 */
export type IntakeOpen = { 
/**
 * What the lists are taken in as: the name of a target.
 */
target: string, 
/**
 * Files and folders of the tray.
 */
files: Array<FileToken>, };

/**
 * What a row comes to.
 */
export type IntakeOutcome = "new" | "changed" | "same" | "asked" | "held";

/**
 * A row of another file.
 */
export type IntakeReference = { 
/**
 * Code of its unit.
 */
unit: string | null, 
/**
 * The file.
 */
file: string, 
/**
 * The row as Excel numbers it.
 */
row: number, };

/**
 * Whose reply is wanted.
 */
export type IntakeReply = { 
/**
 * Which file.
 */
file: number, };

/**
 * A row of the preview.
 */
export type IntakeRow = { 
/**
 * Its file.
 */
file: number, 
/**
 * Its sheet.
 */
sheet: string, 
/**
 * As Excel numbers it.
 */
row: number, 
/**
 * What it comes to.
 */
outcome: IntakeOutcome, 
/**
 * What a person said about it.
 */
answer: IntakeAnswer | null, 
/**
 * Whom of the register it may mean.
 */
candidates: Array<IntakeCandidate>, 
/**
 * Why it waits, when its cells must be mended first.
 */
question: string, 
/**
 * Code of its unit.
 */
unit: string | null, 
/**
 * What goes in, by field, as a clerk reads it.
 */
values: { [key in string]: string }, 
/**
 * What the cells show, by field.
 */
original: { [key in string]: string }, 
/**
 * What was noticed, as names and sentences.
 */
findings: Array<IntakeNoticed>, 
/**
 * What would change.
 */
changes: Array<IntakeFieldChange>, 
/**
 * The same person in other files.
 */
same_person: Array<IntakeReference>, };

/**
 * Rows of the preview.
 */
export type IntakeRows = { 
/**
 * How many there are in all.
 */
total: number, 
/**
 * The asked ones.
 */
rows: Array<IntakeRow>, };

/**
 * Which rows to see.
 */
export type IntakeRowsAsk = { 
/**
 * Of which file; none: of all.
 */
file: number | null, 
/**
 * Only those that come to this; none: all.
 */
outcome: IntakeOutcome | null, 
/**
 * Only those about which something was noticed.
 */
noticed: boolean, 
/**
 * Only those about which a person said something.
 */
answered: boolean, 
/**
 * From which on.
 */
offset: number, 
/**
 * How many at most.
 */
limit: number, };

/**
 * A person corrects one cell.
 */
export type IntakeSet = { 
/**
 * Which file.
 */
file: number, 
/**
 * Which sheet.
 */
sheet: string, 
/**
 * Which row, as Excel numbers it.
 */
row: number, 
/**
 * Which field.
 */
field: string, 
/**
 * What it shall say.
 */
text: string, };

/**
 * A sheet of the file.
 */
export type IntakeSheet = { 
/**
 * The tab's name.
 */
name: string, 
/**
 * What it is.
 */
role: IntakeSheetRole, 
/**
 * First row of its heading.
 */
heading_row: number, 
/**
 * First row with data.
 */
first_row: number, 
/**
 * A person laid it out, for want of a heading.
 */
by_hand: boolean, 
/**
 * Which column is which field.
 */
columns: Array<IntakeColumn>, 
/**
 * What stands above its heading.
 */
title: string, 
/**
 * The year that it is headed with.
 */
year: number | null, };

/**
 * What a sheet of the file is.
 */
export type IntakeSheetRole = "list" | "earlier_year" | "hidden" | "left_out" | "unheaded" | "other";

/**
 * A person says whether a list of a file is read.
 */
export type IntakeSheetWish = { 
/**
 * Which file.
 */
file: number, 
/**
 * Which sheet.
 */
sheet: string, 
/**
 * Read it although it is hidden or repeats another (`true`), or leave it out (`false`).
 */
read: boolean, };

/**
 * What happens to a file.
 */
export type IntakeStatus = "import" | "hold" | "refuse";

/**
 * A kind of list that can be taken in.
 */
export type IntakeTarget = { 
/**
 * Its name in commands: "members".
 */
name: string, 
/**
 * What its rows are: "đoàn viên".
 */
label: string, 
/**
 * A whole file belongs to one unit.
 */
by_unit: boolean, 
/**
 * Each row has a unit, or may have one.
 */
has_units: boolean, 
/**
 * The field by which a row is called.
 */
called: string, 
/**
 * Fields that stand in sight when rows are looked through.
 */
in_sight: Array<string>, 
/**
 * What is pressed when a row is none of those who look alike.
 */
newcomer: string, };

/**
 * A unit that a file may belong to.
 */
export type IntakeUnit = { 
/**
 * Its key.
 */
id: UnitId, 
/**
 * "VT05".
 */
code: string, 
/**
 * Its name.
 */
name: string, };

/**
 * An import being prepared, as the page sees it.
 */
export type IntakeView = { 
/**
 * What the lists are taken in as.
 */
target: IntakeTarget, 
/**
 * Its files.
 */
files: Array<IntakeFile>, 
/**
 * What would happen in all.
 */
counts: IntakeCounts, 
/**
 * How many rows a person said something about.
 */
answered: number, 
/**
 * The fields that a column may be, in order.
 */
fields: Array<IntakeField>, };

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
 * Two records that look alike and are two people.
 */
export type KeepApart = { 
/**
 * The records, two or more: each is nobody of the others.
 */
members: Array<MemberId>, };

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
 * That a unit launched a movement.
 */
export type Launch = { 
/**
 * When.
 */
launched_on: string, 
/**
 * By which paper.
 */
document: string, };

/**
 * Which movement, in which year.
 */
export type LaunchAsk = { 
/**
 * The movement.
 */
movement: MovementId, 
/**
 * The year.
 */
year: number, };

/**
 * Who launched a movement in a year and who has not.
 */
export type LaunchBoard = { 
/**
 * Units that did.
 */
launched: number, 
/**
 * Units that it is for.
 */
units: number, 
/**
 * "99 %".
 */
percent: Share, 
/**
 * Every one of them as it stood then, in the order of the codes.
 */
lines: Array<LaunchLine>, 
/**
 * A message to those that have not, to copy into a chat; empty: all have.
 */
message: string, };

/**
 * Units that launched a movement.
 */
export type LaunchDraft = { 
/**
 * The movement.
 */
movement: MovementId, 
/**
 * The year.
 */
year: number, 
/**
 * The units.
 */
units: Array<UnitId>, 
/**
 * When.
 */
launched_on: string, 
/**
 * By which paper.
 */
document: string, };

/**
 * Launches that were written down by mistake.
 */
export type LaunchGone = { 
/**
 * The movement.
 */
movement: MovementId, 
/**
 * The year.
 */
year: number, 
/**
 * The units.
 */
units: Array<UnitId>, };

/**
 * One unit with its launch.
 */
export type LaunchLine = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its bloc's name.
 */
bloc_name: string, 
/**
 * By calendar or by school years.
 */
calendar: Calendar, 
/**
 * Its chair, to call.
 */
chair: string, 
/**
 * Their telephone.
 */
phone: string, 
/**
 * None: not yet.
 */
launch: Launch | null, };

/**
 * How a member leaves.
 */
export type Leaving = "transferred_out" | "withdrawn" | "expelled" | "retired" | "left_job" | "unit_dissolved" | "deceased";

/**
 * A line of legal grounds.
 */
export type LegalGround = { 
/**
 * Its key; none: new.
 */
id: number | null, 
/**
 * Order on paper.
 */
position: number, 
/**
 * "Căn cứ …;".
 */
text: string, 
/**
 * Put into every new decision.
 */
usual: boolean, 
/**
 * In force from.
 */
since: string | null, 
/**
 * Last day in force.
 */
until: string | null, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * What a unit is in the order of the union ("cấp").
 */
export type Level = "grassroots_union" | "occupational_union" | "member_grassroots_union" | "section_union" | "union_group" | "education_union" | "other";

/**
 * Another decision, named.
 */
export type Link = { 
/**
 * Its key.
 */
id: DecisionId, 
/**
 * What it does.
 */
kind: DecisionKind, 
/**
 * How far it has come.
 */
state: State, 
/**
 * `12/QĐ-LĐLĐ`, or "chưa có số".
 */
number: string, 
/**
 * The day of signing.
 */
signed_on: string | null, 
/**
 * How many lines its list has; one that cancels and has none cancels the whole decision.
 */
lines: number, };

/**
 * A document about a movement. The room of documents stands below this one, so its key is a plain number here.
 */
export type LinkedDocument = { 
/**
 * Its key in the register of documents.
 */
id: number, 
/**
 * "80/KH-LĐLĐ".
 */
number: string, 
/**
 * The day on the paper.
 */
dated: string, 
/**
 * Trích yếu.
 */
summary: string, };

/**
 * A movement that a document is about.
 */
export type LinkedMovement = { 
/**
 * Its key.
 */
id: MovementId, 
/**
 * Its name.
 */
name: string, };

/**
 * Which list, in which design.
 */
export type ListPaper = { 
/**
 * The decision.
 */
id: DecisionId, 
/**
 * The design; none: the standard one.
 */
design: DesignId | null, };

/**
 * After how long the office locks itself.
 */
export type LockAfter = { 
/**
 * Minutes of nobody; 0: never.
 */
minutes: number, };

/**
 * A meeting as its form gives it. A bloc has one for a year.
 */
export type MeetingDraft = { 
/**
 * The bloc.
 */
bloc: BlocId, 
/**
 * The year that is looked back on; the next one is elected for.
 */
year: number, 
/**
 * The day.
 */
held_on: string | null, 
/**
 * "08:00".
 */
began: string, 
/**
 * "11:00".
 */
ended: string, 
/**
 * Where.
 */
place: string, 
/**
 * Chủ trì.
 */
chair: string, 
/**
 * Thư ký.
 */
secretary: string, 
/**
 * Units of the bloc.
 */
units: number, 
/**
 * Units that were there.
 */
present: number, 
/**
 * What was talked about.
 */
content: string, 
/**
 * What was concluded beside the votes.
 */
conclusion: string, 
/**
 * The votes, ballot by ballot.
 */
votes: Array<BlocVote>, };

/**
 * Which meeting goes.
 */
export type MeetingGone = { 
/**
 * Whose.
 */
of: CompactOf, };

/**
 * One meeting.
 */
export type MeetingId = number;

/**
 * What came of the votes of a meeting.
 */
export type MeetingOutcome = { 
/**
 * For head, the most votes first.
 */
head: Array<VoteLine>, 
/**
 * For deputy.
 */
deputy: Array<VoteLine>, 
/**
 * Acclaim.
 */
acclaim: Array<VoteLine>, 
/**
 * Who is elected head of the next year.
 */
elected_head: UnitId | null, 
/**
 * Who is elected its deputy.
 */
elected_deputy: UnitId | null, 
/**
 * "quá 50 % số đơn vị có mặt".
 */
election_rule: string, 
/**
 * The same of acclaim.
 */
acclaim_rule: string, 
/**
 * What is unclear about the election; empty: nothing.
 */
unclear: Array<string>, 
/**
 * Whether the next year has exactly this head and deputy already.
 */
written: boolean, };

/**
 * A member to be added.
 */
export type MemberAdd = { 
/**
 * Who it is.
 */
draft: MemberDraft, 
/**
 * Where they belong.
 */
unit: UnitId, 
/**
 * Since when; none: as long as the office knows.
 */
since: string | null, 
/**
 * How the membership begins.
 */
began: Beginning, 
/**
 * By which decision or letter.
 */
document: string, };

/**
 * What adding answers.
 */
export type MemberAdded = { 
/**
 * The new member.
 */
id: MemberId, 
/**
 * What is worth a look.
 */
warnings: Array<MemberWarning>, 
/**
 * Others who may be the same person.
 */
look_alikes: Array<MemberLine>, };

/**
 * One member's record is asked for.
 */
export type MemberAsk = { 
/**
 * The member.
 */
id: MemberId, 
/**
 * Leave to see restricted fields.
 */
unmasking: UnmaskingId | null, };

/**
 * One value for one field of many.
 */
export type MemberBulkEdit = { 
/**
 * Whose.
 */
members: MemberChoice, 
/**
 * Which field.
 */
field: MemberField, 
/**
 * As typed; blank: empty it.
 */
text: string, };

/**
 * Some members: those named, or all that match a question.
 */
export type MemberChoice = { 
/**
 * Those named.
 */
ids: Array<MemberId>, 
/**
 * All that match; `ids` are then left out of account.
 */
query: MemberQuery | null, };

/**
 * The figures of the overview about members.
 */
export type MemberCounts = { 
/**
 * Those who belong now.
 */
members: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * Those who paused.
 */
suspended: number, 
/**
 * Those who left.
 */
left: number, 
/**
 * What is missing among those who belong now.
 */
missing: Array<MissingCount>, };

/**
 * Members to be taken out of the register.
 */
export type MemberDelete = { 
/**
 * Who was added by mistake.
 */
members: MemberChoice, };

/**
 * A member as a form or a list gives it; nothing is required but the name.
 */
export type MemberDraft = { 
/**
 * Họ và tên.
 */
full_name: string, 
/**
 * Giới tính.
 */
gender: Gender | null, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * Số CCCD: 12 figures when right.
 */
citizen_id: string | null, 
/**
 * Số CMND cũ: 9 figures when right.
 */
legacy_id: string | null, 
/**
 * Ngày cấp.
 */
id_issue_date: PartialDate | null, 
/**
 * Nơi cấp.
 */
id_issue_place: string | null, 
/**
 * Chức vụ, nghề nghiệp.
 */
position: string | null, 
/**
 * Chức vụ công đoàn.
 */
union_position: string | null, 
/**
 * Ngày vào công đoàn.
 */
union_join: PartialDate | null, 
/**
 * Đảng viên (restricted).
 */
party_member: boolean | null, 
/**
 * Ngày vào Đảng (restricted).
 */
party_join: PartialDate | null, 
/**
 * Dân tộc (restricted).
 */
ethnicity: string | null, 
/**
 * Tôn giáo (restricted).
 */
religion: string | null, 
/**
 * Trình độ.
 */
education: string | null, 
/**
 * Điện thoại.
 */
phone: string | null, 
/**
 * Thư điện tử.
 */
email: string | null, 
/**
 * Quê quán.
 */
hometown: string | null, 
/**
 * Nơi ở.
 */
residence: string | null, 
/**
 * Công đoàn bộ phận, tổ công đoàn.
 */
section: string | null, 
/**
 * Mã số đoàn viên, số thẻ.
 */
member_code: string | null, 
/**
 * Loại lao động.
 */
worker_type: string | null, 
/**
 * Lao động trực tiếp.
 */
is_direct_labour: boolean | null, 
/**
 * Lãnh đạo, quản lý.
 */
is_manager: boolean | null, 
/**
 * Ghi chú.
 */
note: string | null, };

/**
 * Cells typed, pasted or filled down: one act. Refusals name the cell as `cells.3.birth`.
 */
export type MemberEdit = { 
/**
 * In the order of the page.
 */
cells: Array<CellChange>, };

/**
 * What editing answers.
 */
export type MemberEdited = { 
/**
 * How many members changed.
 */
members: number, 
/**
 * How many cells changed.
 */
cells: number, };

/**
 * One field of a member.
 */
export type MemberField = "full_name" | "gender" | "birth" | "citizen_id" | "legacy_id" | "id_issue_date" | "id_issue_place" | "position" | "union_position" | "union_join" | "party_member" | "party_join" | "ethnicity" | "religion" | "education" | "phone" | "email" | "hometown" | "residence" | "section" | "member_code" | "worker_type" | "is_direct_labour" | "is_manager" | "note";

/**
 * Members who belong today.
 */
export type MemberFigure = { 
/**
 * All of them.
 */
living: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * Their list.
 */
opens: Opens, };

/**
 * One union member: named here because units know who leads them.
 */
export type MemberId = number;

/**
 * One line of the list.
 */
export type MemberLine = { 
/**
 * Their key.
 */
id: MemberId, 
/**
 * Họ và tên.
 */
full_name: string, 
/**
 * Giới tính.
 */
gender: Gender | null, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * Số CCCD.
 */
citizen_id: string | null, 
/**
 * Số CMND cũ.
 */
legacy_id: string | null, 
/**
 * Ngày cấp.
 */
id_issue_date: PartialDate | null, 
/**
 * Nơi cấp.
 */
id_issue_place: string | null, 
/**
 * Chức vụ.
 */
position: string | null, 
/**
 * Chức vụ công đoàn.
 */
union_position: string | null, 
/**
 * Ngày vào công đoàn.
 */
union_join: PartialDate | null, 
/**
 * Trình độ.
 */
education: string | null, 
/**
 * Điện thoại.
 */
phone: string | null, 
/**
 * Thư điện tử.
 */
email: string | null, 
/**
 * Quê quán.
 */
hometown: string | null, 
/**
 * Nơi ở.
 */
residence: string | null, 
/**
 * Bộ phận, tổ.
 */
section: string | null, 
/**
 * Mã đoàn viên.
 */
member_code: string | null, 
/**
 * Loại lao động.
 */
worker_type: string | null, 
/**
 * Lao động trực tiếp.
 */
is_direct_labour: boolean | null, 
/**
 * Lãnh đạo, quản lý.
 */
is_manager: boolean | null, 
/**
 * Ghi chú.
 */
note: string | null, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
unit_code: string, 
/**
 * Its name, on the asked day or today.
 */
unit_name: string, 
/**
 * Trạng thái.
 */
status: Status, 
/**
 * Its label.
 */
status_label: string, 
/**
 * What is masked unless asked for; none: masked.
 */
restricted: RestrictedFields | null, 
/**
 * Whether restricted fields are masked here.
 */
masked: boolean, 
/**
 * What is worth a look.
 */
warnings: Array<MemberWarning>, };

/**
 * A list as it is seen.
 */
export type MemberListPaper = { 
/**
 * Which members, in which order.
 */
query: MemberQuery, 
/**
 * The shown columns, from left to right.
 */
columns: Array<SeenColumn>, 
/**
 * The filter in words, for the line under the title.
 */
filter: string, 
/**
 * Leave to see restricted fields; without it their columns stay empty.
 */
unmasking: UnmaskingId | null, };

/**
 * Two records to be made one.
 */
export type MemberMerge = { 
/**
 * The record that stays.
 */
keep: MemberId, 
/**
 * The record that goes into it.
 */
gone: MemberId, 
/**
 * Fields that are taken from the record that goes, though the kept one has them.
 */
take: Array<MemberField>, 
/**
 * Whether the person belongs from now on where the record that goes belonged.
 */
take_unit: boolean, };

/**
 * One page of members.
 */
export type MemberPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The page's rows.
 */
rows: Array<MemberLine>, };

/**
 * One page of a list.
 */
export type MemberPageAsk = { 
/**
 * Which members.
 */
query: MemberQuery, 
/**
 * From this row on.
 */
offset: number, 
/**
 * So many rows; 200 at most.
 */
limit: number, 
/**
 * Leave to see restricted fields, from `members.unmask`.
 */
unmasking: UnmaskingId | null, };

/**
 * Which members are asked for, and in which order.
 */
export type MemberQuery = { 
/**
 * Words of the name, or figures of an ID, telephone or member code; without marks.
 */
text: string, 
/**
 * Only of these units; empty: of all.
 */
units: Array<UnitId>, 
/**
 * With the units under them.
 */
with_units_below: boolean, 
/**
 * Only with these statuses; empty: of all.
 */
statuses: Array<Status>, 
/**
 * Only of this gender.
 */
gender: Gender | null, 
/**
 * Only born in this year or later.
 */
born_from: number | null, 
/**
 * Only born in this year or earlier.
 */
born_to: number | null, 
/**
 * Only those who lack one of these.
 */
missing: Array<Missing>, 
/**
 * Only those who hold a post in the union (other than "Đoàn viên").
 */
officers: boolean, 
/**
 * As of this day; none: as they stand now.
 */
as_of: string | null, 
/**
 * The order.
 */
sort: MemberSort, 
/**
 * Backwards; blanks stay last.
 */
descending: boolean, };

/**
 * All that one member's card shows.
 */
export type MemberRecord = { 
/**
 * As in the list.
 */
line: MemberLine, 
/**
 * Where they belonged, newest first.
 */
memberships: Array<Membership>, 
/**
 * Others who may be the same person.
 */
look_alikes: Array<MemberLine>, };

/**
 * What a list of members is ordered by. People of one place stand by name.
 */
export type MemberSort = "name" | "unit" | "unit_code" | "gender" | "birth" | "citizen_id" | "legacy_id" | "position" | "union_position" | "union_join" | "education" | "phone" | "section" | "member_code" | "worker_type" | "hometown" | "residence" | "status" | "note";

/**
 * Something about a member that a person should look at; it never blocks.
 */
export type MemberWarning = { 
/**
 * The field.
 */
field: string, 
/**
 * `cccd_gender_mismatch`: the words of the import's report.
 */
kind: string, 
/**
 * What to look at.
 */
sentence: string, };

/**
 * The closed sets of words about members.
 */
export type MemberWords = { 
/**
 * Giới tính.
 */
genders: Array<Choice>, 
/**
 * Trạng thái.
 */
statuses: Array<Choice>, 
/**
 * Lý do rời.
 */
leavings: Array<Choice>, 
/**
 * Cách bắt đầu sinh hoạt.
 */
beginnings: Array<Choice>, 
/**
 * Thông tin còn thiếu.
 */
missing: Array<Choice>, 
/**
 * Every field with its header.
 */
fields: Array<Choice>, };

/**
 * Members who leave.
 */
export type MembersLeave = { 
/**
 * Who.
 */
members: MemberChoice, 
/**
 * How.
 */
how: Leaving, 
/**
 * Their last day.
 */
until: string, 
/**
 * By which decision or letter.
 */
document: string, };

/**
 * Members who move to another unit of ours.
 */
export type MembersMove = { 
/**
 * Who.
 */
members: MemberChoice, 
/**
 * Where to.
 */
unit: UnitId, 
/**
 * Their first day there.
 */
since: string, 
/**
 * By which decision or letter.
 */
document: string, };

/**
 * What becomes of the members of a unit that ends.
 */
export type MembersOfEnded = { "kind": "end" } | { "kind": "move", 
/**
 * Which.
 */
unit: UnitId, } | { "kind": "stay" };

/**
 * Members who pause, or take part again.
 */
export type MembersPause = { 
/**
 * Who.
 */
members: MemberChoice, 
/**
 * From this day on.
 */
since: string, 
/**
 * By which decision or letter.
 */
document: string, };

/**
 * Members who come back.
 */
export type MembersReturn = { 
/**
 * Who.
 */
members: MemberChoice, 
/**
 * Where to; none: where they were.
 */
unit: UnitId | null, 
/**
 * Their first day.
 */
since: string, 
/**
 * By which decision or letter.
 */
document: string, };

/**
 * One span of belonging.
 */
export type Membership = { 
/**
 * Its key.
 */
id: MembershipId, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its name on the last day of the span, or today.
 */
unit_name: string, 
/**
 * Whether they took part or paused: `active` or `suspended`.
 */
state: Status, 
/**
 * First day; none: as long as the office knows.
 */
since: string | null, 
/**
 * How it began.
 */
began: Beginning, 
/**
 * By which decision or letter.
 */
began_by: string, 
/**
 * Last day; none: still.
 */
until: string | null, 
/**
 * How it ended.
 */
ending: Ending | null, 
/**
 * By which decision or letter.
 */
ended_by: string, };

/**
 * A member's belonging to one unit for one span of days.
 */
export type MembershipId = number;

/**
 * Information that may be missing.
 */
export type Missing = "birth" | "birth_day" | "gender" | "citizen_id" | "position" | "union_join" | "phone" | "member_code" | "education";

/**
 * Of whom a pledge is expected, in which year.
 */
export type MissingAsk = { 
/**
 * The year.
 */
year: number, 
/**
 * Of whom.
 */
expected: ExpectedOf, };

/**
 * How many members lack something.
 */
export type MissingCount = { 
/**
 * What.
 */
what: Missing, 
/**
 * "Chưa có ngày sinh".
 */
label: string, 
/**
 * How many of those who belong now.
 */
count: number, };

/**
 * Whose names are asked for.
 */
export type MissingNames = { 
/**
 * The year.
 */
year: number, 
/**
 * Of whom a pledge is expected; Party members need leave.
 */
expected: ExpectedOf, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Leave to see restricted fields.
 */
unmasking: UnmaskingId | null, };

/**
 * Units from which pledges are still missing.
 */
export type MissingPage = { 
/**
 * How many are expected in all.
 */
expected: number, 
/**
 * How many of them are missing.
 */
missing: number, 
/**
 * The units, in the order of their codes; those that lack none are left out.
 */
units: Array<MissingUnit>, };

/**
 * Someone whose pledge is missing.
 */
export type MissingPerson = { 
/**
 * Who.
 */
member: MemberId, 
/**
 * Their name.
 */
name: string, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * Chức vụ.
 */
position: string, };

/**
 * One unit from which pledges are missing.
 */
export type MissingUnit = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its bloc.
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
 * How many are expected.
 */
expected: number, 
/**
 * How many of them are missing.
 */
missing: number, 
/**
 * The message to its chair.
 */
message: string, };

/**
 * Bonus money of the awards that stand, in đồng.
 */
export type MoneyFigure = { 
/**
 * Of the year.
 */
this_year: Dong, 
/**
 * Of the year before.
 */
last_year: Dong, 
/**
 * The decisions that gave it.
 */
opens: Opens, };

/**
 * How this office counts and reads money.
 */
export type MoneySettings = { 
/**
 * Up, as the decree says, or to the nearest.
 */
rounding: Rounding, 
/**
 * "linh" or "lẻ", "nghìn" or "ngàn".
 */
number_words: NumberWords, };

/**
 * Where bonus money comes from.
 */
export type MoneySource = { 
/**
 * Its key; none: new.
 */
id: number | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Used from.
 */
since: string | null, 
/**
 * Last day of use.
 */
until: string | null, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * Which movement, in which year.
 */
export type MovementAsk = { 
/**
 * The movement.
 */
id: MovementId, 
/**
 * The year of its launches.
 */
year: number, };

/**
 * One content of a movement.
 */
export type MovementContent = { 
/**
 * "Phát triển đoàn viên".
 */
content: string, 
/**
 * What it aims at, when that can be counted.
 */
target: Hundredths | null, 
/**
 * What is counted: "đoàn viên".
 */
measure: string, 
/**
 * What was reached.
 */
result: Hundredths | null, };

/**
 * A movement as the form gives it.
 */
export type MovementDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: MovementId | null, 
/**
 * "Lao động giỏi, lao động sáng tạo".
 */
name: string, 
/**
 * Who launched it.
 */
level: MovementLevel, 
/**
 * What kind.
 */
kind: MovementKind, 
/**
 * Whom it is for, in words.
 */
audience: string, 
/**
 * The blocs that it is for; none: all.
 */
blocs: Array<BlocId>, 
/**
 * First day; none: as long as anyone knows.
 */
since: string | null, 
/**
 * Last day; none: no end is set.
 */
until: string | null, 
/**
 * "80/KH-LĐLĐ".
 */
plan: string, 
/**
 * The day of the plan.
 */
planned_on: string | null, 
/**
 * Mục đích.
 */
objectives: string, 
/**
 * When the interim review is due.
 */
interim_on: string | null, 
/**
 * When the final review is due.
 */
final_on: string | null, 
/**
 * The last day for registering within it; none: none is set.
 */
register_by: string | null, 
/**
 * Ghi chú.
 */
note: string, 
/**
 * Its contents, in the order of the plan.
 */
contents: Array<MovementContent>, };

/**
 * A movement to be removed.
 */
export type MovementGone = { 
/**
 * The movement.
 */
id: MovementId, };

/**
 * One movement.
 */
export type MovementId = number;

/**
 * What kind of movement.
 */
export type MovementKind = "permanent" | "drive" | "topical" | "special" | "campaign" | "welfare";

/**
 * Who launched a movement.
 */
export type MovementLevel = "central" | "province" | "state" | "own" | "grassroots";

/**
 * One line of the register of movements, in one year.
 */
export type MovementLine = { 
/**
 * Its key.
 */
id: MovementId, 
/**
 * Its name.
 */
name: string, 
/**
 * Who launched it.
 */
level: MovementLevel, 
/**
 * Its label.
 */
level_label: string, 
/**
 * What kind.
 */
kind: MovementKind, 
/**
 * Its label.
 */
kind_label: string, 
/**
 * Whom it is for.
 */
audience: string, 
/**
 * "2021 – 2030", "01/05 – 31/05/2024", "Thường xuyên".
 */
span: string, 
/**
 * Its theme in the year.
 */
theme: string, 
/**
 * "80/KH-LĐLĐ ngày 20/01/2020": the plan of the year, else its own.
 */
plan: string, 
/**
 * How many contents it has.
 */
contents: number, 
/**
 * Units that launched it in the year.
 */
launched: number, 
/**
 * Units that it is for, as they stood then.
 */
units: number, 
/**
 * "99 %".
 */
percent: Share, 
/**
 * Registrations within it in the year.
 */
registered: number, 
/**
 * Reviews held.
 */
reviews: number, 
/**
 * The review that is still to be held.
 */
due: ReviewDue | null, };

/**
 * Which paper, about which registrations or which movement.
 */
export type MovementPaper = { 
/**
 * Which.
 */
paper: MovementPaperKind, 
/**
 * The registrations, as on the screen; its year and movement for the other papers.
 */
query: RegistrationQuery, };

/**
 * A paper about movements and registrations.
 */
export type MovementPaperKind = "registrations" | "missing" | "launches" | "contents" | "progress";

/**
 * Which movements.
 */
export type MovementQuery = { 
/**
 * Those that run in this year, with its launches; none: all, with this year's launches.
 */
year: number | null, 
/**
 * Words of the name, without marks.
 */
text: string, 
/**
 * Only of this kind.
 */
kind: MovementKind | null, 
/**
 * Only launched by these.
 */
level: MovementLevel | null, };

/**
 * One movement as its page shows it.
 */
export type MovementRecord = { 
/**
 * As its form shows it.
 */
draft: MovementDraft, 
/**
 * Its line.
 */
line: MovementLine, 
/**
 * The names of the blocs that it is for.
 */
bloc_names: Array<string>, 
/**
 * "97 %" of its target, content by content; empty: it has none, or nothing is reported.
 */
percents: Array<Share>, 
/**
 * What it is about in the year.
 */
year: MovementYear, 
/**
 * Reviews, newest first.
 */
reviews: Array<Review>, 
/**
 * Documents about it, newest first.
 */
documents: Array<LinkedDocument>, };

/**
 * The closed sets of words about movements.
 */
export type MovementWords = { 
/**
 * Cấp phát động.
 */
levels: Array<Choice>, 
/**
 * Loại.
 */
kinds: Array<Choice>, 
/**
 * Sơ kết, tổng kết.
 */
reviews: Array<Choice>, 
/**
 * Cá nhân, tập thể.
 */
registrants: Array<Choice>, 
/**
 * Titles that were registered for, most used first.
 */
titles: Array<string>, 
/**
 * Forms that were registered for, most used first.
 */
forms: Array<string>, };

/**
 * What a movement is about in one year.
 */
export type MovementYear = { 
/**
 * The movement.
 */
movement: MovementId, 
/**
 * The year.
 */
year: number, 
/**
 * "Công đoàn đồng hành cùng người lao động".
 */
theme: string, 
/**
 * The plan of that year: "12/KH-LĐLĐ".
 */
plan: string, 
/**
 * The day of the plan.
 */
planned_on: string | null, };

/**
 * What the law calls an award.
 */
export type Nature = "title" | "form" | "medal" | "prize" | "other";

/**
 * A new draft.
 */
export type NewDecision = { 
/**
 * The year it counts in.
 */
year: number, };

/**
 * Someone to put into the list: from the register, or typed in.
 */
export type NewRecipient = { 
/**
 * A person or a collective.
 */
kind: RecipientKind | null, 
/**
 * The member, when taken from the register.
 */
member: number | null, 
/**
 * The unit, when taken from the register.
 */
unit: number | null, 
/**
 * Typed in, or as it shall be printed instead of what the register says.
 */
name: string, 
/**
 * The same for the post.
 */
post: string, 
/**
 * The same for the unit.
 */
unit_name: string, 
/**
 * What for; empty: as the whole list.
 */
reason: string, };

/**
 * Which number comes next.
 */
export type NextNumberOf = { 
/**
 * Of which kind.
 */
kind: DocumentKind, 
/**
 * In which year.
 */
year: number, };

/**
 * A unit of the bloc that is not scored.
 */
export type NotScored = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * "dissolved".
 */
why: string, 
/**
 * "Giải thể từ 31/08/2024".
 */
sentence: string, };

/**
 * How this office reads numbers aloud.
 */
export type NumberWords = { 
/**
 * "linh" or "lẻ".
 */
hundred: Hundred, 
/**
 * "nghìn" or "ngàn".
 */
thousand: Thousand, };

/**
 * How our own documents are numbered.
 */
export type Numbering = "per_kind" | "shared";

/**
 * How our own documents are numbered from now on.
 */
export type NumberingChosen = { 
/**
 * The way.
 */
numbering: Numbering, };

/**
 * Why an initiative does not count for its programme yet; in the order in which it is told.
 */
export type Obstacle = "out_of_window" | "not_recognised" | "near_duplicate" | "below_threshold" | "shares_unclear";

/**
 * How many initiatives one thing hinders. One initiative can be hindered by several.
 */
export type ObstacleFigure = { 
/**
 * What.
 */
kind: Obstacle, 
/**
 * Its label.
 */
label: string, 
/**
 * So many initiatives.
 */
count: number, };

/**
 * The year that the person works in.
 */
export type OfYear = { 
/**
 * The year.
 */
year: number, };

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
 * Where a line of the overview leads: a room, with the question that its list is opened with.
 */
export type Opens = { "room": "members", "query": MemberQuery } | { "room": "duplicates" } | { "room": "units", "query": UnitQuery } | { "room": "decisions", "query": DecisionQuery } | { "room": "decision", "query": DecisionId } | { "room": "documents", "query": DocumentQuery } | { "room": "catalogue" } | { "room": "safekeeping" };

/**
 * A day known to the day, the month or the year; always one that exists.
 *
 * In the file `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; shown as `yyyy`, `mm/yyyy`, `dd/mm/yyyy`. Sorts by time; a year stands
 * before its months, a month before its days.
 */
export type PartialDate = { y: number, m?: number, d?: number, precision?: Precision, };

/**
 * One typed cell.
 */
export type ParticipantCell = { 
/**
 * Whose.
 */
id: ParticipantId, 
/**
 * Which field.
 */
field: ParticipantField, 
/**
 * What was typed.
 */
text: string, };

/**
 * What can be typed in the list of those who took part.
 */
export type ParticipantField = "direct" | "result" | "certificate" | "note";

/**
 * Somebody in one course.
 */
export type ParticipantId = number;

/**
 * Somebody who took part, as the course's page shows it.
 */
export type ParticipantLine = { 
/**
 * Its key.
 */
id: ParticipantId, 
/**
 * Their record in the register of members; none: not there.
 */
member: MemberId | null, 
/**
 * Họ và tên.
 */
name: string, 
/**
 * Giới tính.
 */
gender: Gender | null, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * Chức vụ.
 */
position: string, 
/**
 * Where they worked then.
 */
unit: UnitId, 
/**
 * Its code.
 */
unit_code: string, 
/**
 * What it was called then.
 */
unit_name: string, 
/**
 * Lao động trực tiếp.
 */
direct: boolean | null, 
/**
 * Kết quả.
 */
result: string, 
/**
 * Số chứng chỉ, chứng nhận.
 */
certificate: string, 
/**
 * Ghi chú.
 */
note: string, };

/**
 * Some of those in courses.
 */
export type ParticipantList = { 
/**
 * Which.
 */
ids: Array<ParticipantId>, };

/**
 * A past decision as typed.
 */
export type PastDecision = { 
/**
 * The whole number as it stands on the paper: `115/QĐ-LĐLĐ`.
 */
number: string, 
/**
 * The day of signing, as typed.
 */
signed_on: string, 
/**
 * The year it counts in; none: that of the day.
 */
year: number | null, 
/**
 * Who decided.
 */
grantor: string, 
/**
 * Trích yếu.
 */
summary: string, 
/**
 * Who was given what.
 */
recipients: Array<PastRecipient>, };

/**
 * One line of a past decision.
 */
export type PastRecipient = { 
/**
 * A person or a collective.
 */
kind: RecipientKind | null, 
/**
 * The member, when known.
 */
member: number | null, 
/**
 * The unit, when known.
 */
unit: number | null, 
/**
 * As printed then.
 */
name: string, 
/**
 * As printed then.
 */
post: string, 
/**
 * As printed then.
 */
unit_name: string, 
/**
 * The award of the catalogue, when known.
 */
award: number | null, 
/**
 * The award as printed then.
 */
award_name: string, 
/**
 * What for.
 */
reason: string, 
/**
 * Money, đồng.
 */
amount: number, };

/**
 * What would become of one row.
 */
export type PasteAnswer = { 
/**
 * Whose it is.
 */
member: MemberId | null, 
/**
 * Why it would be refused; empty: it is good.
 */
sentence: string, };

/**
 * One page of them.
 */
export type PeopleAsk = { 
/**
 * Which people.
 */
query: PeopleQuery, 
/**
 * From this row on.
 */
offset: number, 
/**
 * So many rows; 200 at most.
 */
limit: number, };

/**
 * One page of people.
 */
export type PeoplePage = { 
/**
 * How many are known by name.
 */
total: number, 
/**
 * The page's rows, by name.
 */
rows: Array<PersonLine>, 
/**
 * What was reported without names; of women or of direct workers only these are counted.
 */
counts: Array<CountLine>, 
/**
 * How many these come to.
 */
reported: number, 
/**
 * Both together.
 */
people: number, };

/**
 * Which people.
 */
export type PeopleQuery = { 
/**
 * In courses of this year.
 */
year: number, 
/**
 * Only in courses that ended within this half or quarter.
 */
within: PeriodId | null, 
/**
 * Words of the name, the unit or the course; accents not needed.
 */
text: string, 
/**
 * Only in courses of this kind.
 */
kind: TrainingKind | null, 
/**
 * Only in this course.
 */
course: CourseId | null, 
/**
 * Only of units of this bloc.
 */
bloc: BlocId | null, 
/**
 * Only of units that belong to no bloc.
 */
without_bloc: boolean, 
/**
 * Only of this unit.
 */
unit: UnitId | null, 
/**
 * Only some of them.
 */
only: TrainingOnly | null, };

/**
 * A span of time that the work is reckoned by.
 */
export type Period = { 
/**
 * Its key.
 */
id: PeriodId, 
/**
 * What kind.
 */
kind: PeriodKind, 
/**
 * "Năm học 2023-2024".
 */
name: string, 
/**
 * The year that it is filed under: that of its last day.
 */
year: number, 
/**
 * Half 1 or 2, quarter 1 to 4; 0: the whole.
 */
part: number, 
/**
 * The year of a half or a quarter.
 */
parent: PeriodId | null, 
/**
 * First day.
 */
since: string, 
/**
 * Last day.
 */
until: string, 
/**
 * Nothing that belongs to it can be written any more.
 */
closed: boolean, 
/**
 * Why it was opened again; empty: never.
 */
reason: string, };

/**
 * One period.
 */
export type PeriodId = number;

/**
 * What kind of period.
 */
export type PeriodKind = "year" | "school_year" | "half" | "quarter" | "drive";

/**
 * Which year's periods.
 */
export type PeriodsOf = { 
/**
 * The year that they are filed under.
 */
year: number, };

/**
 * Somebody who is known by name, with all their courses.
 */
export type PersonLine = { 
/**
 * For the list: their last attendance.
 */
id: ParticipantId, 
/**
 * Their record in the register of members; none: not there.
 */
member: MemberId | null, 
/**
 * Họ và tên.
 */
name: string, 
/**
 * Giới tính.
 */
gender: Gender | null, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * Where they worked at their last course.
 */
unit: UnitId, 
/**
 * Its code.
 */
unit_code: string, 
/**
 * What it was called then.
 */
unit_name: string, 
/**
 * Its bloc then.
 */
bloc: BlocId | null, 
/**
 * The bloc's name.
 */
bloc_name: string, 
/**
 * Lao động trực tiếp.
 */
direct: boolean | null, 
/**
 * Lượt.
 */
attendances: number, 
/**
 * The courses, by their last days.
 */
courses: string, 
/**
 * The last course.
 */
course: CourseId, };

/**
 * Words used again and again; `{năm}` becomes the year of the decision where they are offered.
 */
export type Phrase = { 
/**
 * Its key; none: new.
 */
id: number | null, 
/**
 * What for.
 */
use: PhraseUse, 
/**
 * The words.
 */
text: string, 
/**
 * Only for this award; none: for any.
 */
award: AwardId | null, 
/**
 * Used from.
 */
since: string | null, 
/**
 * Last day of use.
 */
until: string | null, };

/**
 * What a phrase is used for.
 */
export type PhraseUse = "reason" | "citation";

/**
 * Where a backup lies.
 */
export type Place = "here" | "second";

/**
 * One pledge is asked for.
 */
export type PledgeAsk = { 
/**
 * Which.
 */
id: PledgeId, 
/**
 * Leave to see restricted fields.
 */
unmasking: UnmaskingId | null, };

/**
 * An assessment of one or of many.
 */
export type PledgeAssess = { 
/**
 * Which pledges.
 */
pledges: PledgeChoice, 
/**
 * For which part of their year.
 */
part: ReviewPart, 
/**
 * By whom.
 */
assessor: Assessor, 
/**
 * When; none: today.
 */
day: string | null, 
/**
 * Of the whole.
 */
grade: GradeId | null, 
/**
 * How much is done, percent.
 */
percent: number | null, 
/**
 * In words.
 */
note: string, 
/**
 * Item by item.
 */
items: { [key in PledgeBlock]?: GradeId }, };

/**
 * Pledges that go back, with the reason.
 */
export type PledgeBack = { 
/**
 * Which pledges.
 */
pledges: PledgeChoice, 
/**
 * Why.
 */
why: string, };

/**
 * A block of the promise, as on paper.
 */
export type PledgeBlock = "ideology" | "ethics" | "discipline" | "work_style" | "duty" | "following" | "goals" | "measures";

/**
 * Which pledges a booklet holds.
 */
export type PledgeBooklet = { 
/**
 * Which pledges.
 */
pledges: PledgeChoice, 
/**
 * With the shortcomings: needs leave, and is written down. Without it they are left out.
 */
unmasking: UnmaskingId | null, };

/**
 * The text of one block.
 */
export type PledgeCell = { 
/**
 * Whose.
 */
id: PledgeId, 
/**
 * Which block.
 */
block: PledgeBlock, 
/**
 * As typed; blank: empty it.
 */
text: string, };

/**
 * Blocks typed, pasted or filled down: one act. Refusals name the cell as `cells.3.duty`.
 */
export type PledgeCells = { 
/**
 * In the order of the page.
 */
cells: Array<PledgeCell>, };

/**
 * Some pledges: those named, or all that match a question.
 */
export type PledgeChoice = { 
/**
 * Those named.
 */
ids: Array<PledgeId>, 
/**
 * All that match; `ids` are then left out of account.
 */
query: PledgeQuery | null, 
/**
 * Leave to ask for restricted fields.
 */
unmasking: UnmaskingId | null, };

/**
 * A confirmation.
 */
export type PledgeConfirm = { 
/**
 * Which pledges.
 */
pledges: PledgeChoice, 
/**
 * Who confirms; none: the Party committee for Party members, the union's for others.
 */
confirmer: Confirmer | null, 
/**
 * Name and post of who signed; empty: the body itself.
 */
by: string, 
/**
 * When; none: today.
 */
on: string | null, };

/**
 * A pledge as the form gives it.
 */
export type PledgeDraft = { 
/**
 * Chức vụ, as on paper.
 */
position: string, 
/**
 * Đảng viên, as on paper; none: not said (restricted).
 */
party_member: boolean | null, 
/**
 * Chi bộ (restricted).
 */
party_cell: string, 
/**
 * What is promised.
 */
content: { [key in PledgeBlock]?: string }, 
/**
 * When it came in; none: today.
 */
registered_on: string | null, 
/**
 * What is to be mended (restricted).
 */
shortcomings: Array<ShortcomingDraft>, };

/**
 * What a pledge says, corrected.
 */
export type PledgeEdit = { 
/**
 * Which.
 */
id: PledgeId, 
/**
 * What it says.
 */
draft: PledgeDraft, 
/**
 * Whether the restricted fields of the draft were seen, and are to be written too.
 */
with_restricted: boolean, };

/**
 * The figures of a year.
 */
export type PledgeFigures = { 
/**
 * All of them.
 */
whole: PledgeTally, 
/**
 * Of women.
 */
women: PledgeTally, 
/**
 * Of Party members: the figure is open, its names are restricted.
 */
party: PledgeTally, 
/**
 * Of units as collectives.
 */
collectives: PledgeTally, 
/**
 * By bloc, in the order of their numbers; those of no bloc last.
 */
blocs: Array<PledgeTally>, 
/**
 * By unit, in the order of their codes.
 */
units: Array<PledgeTally>, };

/**
 * Which figures are asked for.
 */
export type PledgeFiguresOf = { 
/**
 * The year that the pledges are filed under.
 */
year: number, 
/**
 * By the map of that year's end, or of today.
 */
map: UnitMap, };

/**
 * One pledge.
 */
export type PledgeId = number;

/**
 * One line of the list.
 */
export type PledgeLine = { 
/**
 * Its key.
 */
id: PledgeId, 
/**
 * Its year or school year.
 */
period: PeriodId, 
/**
 * "Năm học 2023-2024".
 */
period_name: string, 
/**
 * The year that it is filed under.
 */
year: number, 
/**
 * Whether that year is closed.
 */
closed: boolean, 
/**
 * Whose; none: the unit's as a collective.
 */
member: MemberId | null, 
/**
 * The member's name, or the unit's.
 */
name: string, 
/**
 * Giới tính.
 */
gender: Gender | null, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * Chức vụ, as on paper.
 */
position: string, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
unit_code: string, 
/**
 * Its name at the end of that year.
 */
unit_name: string, 
/**
 * Its bloc then.
 */
bloc: BlocId | null, 
/**
 * The bloc's name.
 */
bloc_name: string, 
/**
 * What is promised.
 */
content: { [key in PledgeBlock]?: string }, 
/**
 * How far it has come.
 */
state: PledgeState, 
/**
 * Its label.
 */
state_label: string, 
/**
 * When it came in.
 */
registered_on: string | null, 
/**
 * Who confirmed.
 */
confirmer: Confirmer | null, 
/**
 * "Chi bộ", or name and post.
 */
confirmed_by: string, 
/**
 * When.
 */
confirmed_on: string | null, 
/**
 * Where it is posted.
 */
posted_at: string, 
/**
 * From which day.
 */
posted_from: string | null, 
/**
 * To which day; none: until taken down.
 */
posted_until: string | null, 
/**
 * Why it was returned or withdrawn.
 */
why: string, 
/**
 * How much is done by the latest assessment, percent.
 */
percent: number | null, 
/**
 * The confirmer's grade at the end of the year.
 */
grade: string, 
/**
 * How many shortcomings are to be mended; what they say is restricted.
 */
shortcomings: number, 
/**
 * How many of them are not mended.
 */
open: number, 
/**
 * How many of those are overdue.
 */
overdue: number, 
/**
 * What is masked unless asked for; none: masked.
 */
restricted: PledgeRestricted | null, };

/**
 * Which pledges a list shows.
 */
export type PledgeListPaper = { 
/**
 * Which pledges, in which order.
 */
query: PledgeQuery, };

/**
 * One page of pledges.
 */
export type PledgePage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The page's rows.
 */
rows: Array<PledgeLine>, };

/**
 * One page of a list.
 */
export type PledgePageAsk = { 
/**
 * Which pledges.
 */
query: PledgeQuery, 
/**
 * From this row on.
 */
offset: number, 
/**
 * So many rows; 200 at most.
 */
limit: number, 
/**
 * Leave to see restricted fields, from `members.unmask`.
 */
unmasking: UnmaskingId | null, };

/**
 * Rows of one unit.
 */
export type PledgePaste = { 
/**
 * For which year.
 */
year: number, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * In the order of the spreadsheet.
 */
rows: Array<PledgeRow>, };

/**
 * A posting in public.
 */
export type PledgePost = { 
/**
 * Which pledges.
 */
pledges: PledgeChoice, 
/**
 * "Bảng tin cơ quan".
 */
place: string, 
/**
 * From which day.
 */
from: string, 
/**
 * To which day; none: until taken down.
 */
until: string | null, };

/**
 * Which pledges are asked for.
 */
export type PledgeQuery = { 
/**
 * The year that their period is filed under.
 */
year: number, 
/**
 * Only of calendar years, or only of school years.
 */
kind: PeriodKind | null, 
/**
 * Words of a name or of a unit, without marks.
 */
text: string, 
/**
 * Only of these units; empty: of all.
 */
units: Array<UnitId>, 
/**
 * Only of this bloc.
 */
bloc: BlocId | null, 
/**
 * Only of units of no bloc.
 */
without_bloc: boolean, 
/**
 * Only of women, or of men.
 */
gender: Gender | null, 
/**
 * Only of Party members, or of others: needs leave to see restricted fields.
 */
party: boolean | null, 
/**
 * Only in these states; empty: in all.
 */
states: Array<PledgeState>, 
/**
 * Only of collectives, or only of people.
 */
collective: boolean | null, 
/**
 * Only with this step behind them.
 */
done: PledgeStage | null, 
/**
 * Only without this step behind them.
 */
lacks: PledgeStage | null, 
/**
 * Only reviewed in this half or quarter.
 */
review: PeriodId | null, 
/**
 * Only with this grade at the end of the year.
 */
grade: GradeId | null, 
/**
 * Only with shortcomings that are not mended, or overdue.
 */
shortcomings: ShortcomingsAsked | null, 
/**
 * The order.
 */
sort: PledgeSort, 
/**
 * Backwards.
 */
descending: boolean, };

/**
 * All that one pledge's page shows.
 */
export type PledgeRecord = { 
/**
 * As in the list.
 */
line: PledgeLine, 
/**
 * The topic of its year; empty: not set.
 */
topic: string, 
/**
 * What is to be mended; none: masked.
 */
shortcomings: Array<Shortcoming> | null, 
/**
 * How it was assessed, oldest period first.
 */
assessments: Array<Assessment>, 
/**
 * Its year, and the halves or quarters by which it may be assessed.
 */
periods: Array<Period>, };

/**
 * A pledge that came in.
 */
export type PledgeRegister = { 
/**
 * Whose.
 */
of: Pledger, 
/**
 * For which year; the unit's calendar says which period that is.
 */
year: number, 
/**
 * What it says.
 */
draft: PledgeDraft, };

/**
 * What is masked unless a screen asks for it.
 */
export type PledgeRestricted = { 
/**
 * Đảng viên, as on paper.
 */
party_member: boolean | null, 
/**
 * Chi bộ.
 */
party_cell: string, };

/**
 * How often pledges are reviewed.
 */
export type PledgeReviews = { 
/**
 * Into which parts a year is cut.
 */
rhythm: ReviewRhythm, };

/**
 * One row: whose pledge, what it says, who confirmed it.
 */
export type PledgeRow = { 
/**
 * Họ và tên.
 */
name: string, 
/**
 * Năm sinh; none: not said.
 */
birth_year: number | null, 
/**
 * What is promised.
 */
content: { [key in PledgeBlock]?: string }, 
/**
 * "Chi bộ", "BCH CĐCS"; empty: not confirmed.
 */
confirmed_by: string, 
/**
 * When.
 */
confirmed_on: string | null, };

/**
 * What a list of pledges is ordered by; those of one place stand by name, the collective first.
 */
export type PledgeSort = "unit" | "name" | "state" | "confirmed_on";

/**
 * A step that lists and figures ask about.
 */
export type PledgeStage = "registered" | "confirmed" | "posted" | "reviewed" | "self_assessed" | "assessed";

/**
 * How far a pledge has come.
 */
export type PledgeState = "draft" | "registered" | "confirmed" | "published" | "reviewed" | "self_assessed" | "assessed" | "closed" | "returned" | "withdrawn";

/**
 * Counts of one group of pledges; what was withdrawn is left out.
 */
export type PledgeTally = { 
/**
 * "Khối Mầm non".
 */
label: string, 
/**
 * The list of the group; [`PledgeTally::opens`] narrows it to one figure.
 */
query: PledgeQuery, 
/**
 * Drafts, and what was sent back.
 */
waiting: number, 
/**
 * Registered.
 */
registered: number, 
/**
 * Confirmed.
 */
confirmed: number, 
/**
 * Posted.
 */
posted: number, 
/**
 * Reviewed for a half or a quarter.
 */
reviewed: number, 
/**
 * Assessed for the year by oneself.
 */
self_assessed: number, 
/**
 * Assessed for the year by the confirmer.
 */
assessed: number, };

/**
 * The topic of study of a year.
 */
export type PledgeTopic = { 
/**
 * The year.
 */
year: number, 
/**
 * The topic; empty: none.
 */
topic: string, 
/**
 * The plan or guide that sets it.
 */
document: string, };

/**
 * The closed sets of words about pledges.
 */
export type PledgeWords = { 
/**
 * Blocks of the promise.
 */
blocks: Array<Choice>, 
/**
 * How far it has come.
 */
states: Array<Choice>, 
/**
 * Steps that lists and figures ask about.
 */
stages: Array<Choice>, 
/**
 * Who confirms.
 */
confirmers: Array<Choice>, 
/**
 * Who assesses.
 */
assessors: Array<Choice>, 
/**
 * How often pledges are reviewed.
 */
rhythms: Array<Choice>, 
/**
 * Of whom a pledge is expected.
 */
expected: Array<Choice>, };

/**
 * What the year of the pledges is like.
 */
export type PledgeYear = { 
/**
 * The year.
 */
year: number, 
/**
 * Its periods, as far as anyone has opened them.
 */
periods: Array<Period>, 
/**
 * The topic of study; empty: not set.
 */
topic: string, 
/**
 * How often pledges are reviewed.
 */
rhythm: ReviewRhythm, 
/**
 * Every grade that there is or was.
 */
grades: Array<Grade>, };

/**
 * Whose pledge it is.
 */
export type Pledger = { "kind": "member", "id": MemberId } | { "kind": "unit", "id": UnitId };

/**
 * Some pledges.
 */
export type PledgesChosen = { 
/**
 * Which.
 */
pledges: PledgeChoice, };

/**
 * How exactly a day is known.
 */
export type Precision = "year" | "month" | "day";

/**
 * A programme of a superior.
 */
export type Programme = { 
/**
 * Its key.
 */
id: ProgrammeId, 
/**
 * As it is written.
 */
draft: ProgrammeDraft, 
/**
 * "01/12/2023 – 30/11/2024".
 */
window: string, 
/**
 * Initiatives that take part in it.
 */
initiatives: number, };

/**
 * A programme as the form gives it.
 */
export type ProgrammeDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: ProgrammeId | null, 
/**
 * "75 nghìn sáng kiến, vượt khó, phát triển".
 */
name: string, 
/**
 * The first day of first application that counts.
 */
since: string, 
/**
 * The last one.
 */
until: string, 
/**
 * Initiatives that the superior asks of the office; none: no target.
 */
target: number | null, 
/**
 * By which paper.
 */
source: string, 
/**
 * Anything else.
 */
note: string, 
/**
 * What blocs and units are asked for.
 */
targets: Array<ProgrammeTarget>, };

/**
 * A programme to be removed.
 */
export type ProgrammeGone = { 
/**
 * The programme.
 */
id: ProgrammeId, };

/**
 * One programme.
 */
export type ProgrammeId = number;

/**
 * All programmes and rules: they are few.
 */
export type ProgrammePage = { 
/**
 * The newest first.
 */
programmes: Array<Programme>, 
/**
 * Rules, those of every programme first.
 */
rules: Array<ProgrammeRule>, };

/**
 * A dated figure that the pre-check goes by.
 */
export type ProgrammeRule = { 
/**
 * Its key.
 */
id: ProgrammeRuleId, 
/**
 * As it is written.
 */
draft: ProgrammeRuleDraft, };

/**
 * A rule as the form gives it.
 */
export type ProgrammeRuleDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: ProgrammeRuleId | null, 
/**
 * Only of this programme; none: of every programme without one of its own.
 */
programme: ProgrammeId | null, 
/**
 * What it decides.
 */
kind: ProgrammeRuleKind, 
/**
 * Per cent, or đồng.
 */
figure: number, 
/**
 * First day.
 */
since: string | null, 
/**
 * Last day.
 */
until: string | null, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * A rule to be removed.
 */
export type ProgrammeRuleGone = { 
/**
 * The rule.
 */
id: ProgrammeRuleId, };

/**
 * One dated rule of a programme.
 */
export type ProgrammeRuleId = number;

/**
 * What a figure of a programme decides.
 */
export type ProgrammeRuleKind = "similarity" | "least_benefit";

/**
 * What a bloc or a unit is asked for: exactly one of them is named.
 */
export type ProgrammeTarget = { 
/**
 * The bloc.
 */
bloc: BlocId | null, 
/**
 * The unit.
 */
unit: UnitId | null, 
/**
 * So many initiatives.
 */
target: number, };

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
 * Who decides on an award: our office, one above, or others whose decisions are only written down.
 */
export type Reach = "own" | "up" | "own_or_up" | "record" | "record_or_up";

/**
 * Why a backup was made.
 */
export type Reason = "scheduled" | "closing" | "before_import" | "before_upgrade" | "before_restore" | "asked";

/**
 * One line of a decision's list.
 */
export type Recipient = { 
/**
 * Its key.
 */
id: RecipientId, 
/**
 * A person or a collective.
 */
kind: RecipientKind, 
/**
 * Its place in the list, from 1.
 */
position: number, 
/**
 * What it does.
 */
effect: Effect, 
/**
 * Which line it mends.
 */
replaces: RecipientId | null, 
/**
 * The member, when taken from the register.
 */
member: number | null, 
/**
 * The unit, when taken from the register.
 */
unit: number | null, 
/**
 * "Ông", "Bà".
 */
honorific: string, 
/**
 * As printed.
 */
name: string, 
/**
 * As printed.
 */
post: string, 
/**
 * As printed.
 */
unit_name: string, 
/**
 * The award of the catalogue.
 */
award: number | null, 
/**
 * As printed.
 */
award_name: string, 
/**
 * What for; empty: as the whole list.
 */
reason: string, 
/**
 * Bonus money.
 */
amount: Dong, 
/**
 * Whether the clerk typed the amount.
 */
amount_fixed: boolean, 
/**
 * Why it was typed.
 */
amount_why: string, };

/**
 * One cell as typed.
 */
export type RecipientCell = { 
/**
 * The line.
 */
recipient: RecipientId, 
/**
 * The column.
 */
field: RecipientField, 
/**
 * What was typed. Award: its key in the catalogue, or its name. Amount: empty means "compute it".
 */
text: string, };

/**
 * A column of the list that the clerk may type in.
 */
export type RecipientField = "honorific" | "name" | "post" | "unit_name" | "award" | "reason" | "amount" | "amount_why";

/**
 * One line of a decision's list.
 */
export type RecipientId = number;

/**
 * Tập thể hay cá nhân.
 */
export type RecipientKind = "individual" | "collective";

/**
 * Lines to take out, or the order that lines shall have.
 */
export type RecipientList = { 
/**
 * Which decision.
 */
id: DecisionId, 
/**
 * The lines.
 */
recipients: Array<RecipientId>, };

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
 * What would become of a registration.
 */
export type RegistrationAnswer = { 
/**
 * Whose record it is.
 */
member: MemberId | null, 
/**
 * "Ông", "Bà", as far as it is known.
 */
honorific: string, 
/**
 * By when it should have come in.
 */
deadline: string | null, 
/**
 * It would be late.
 */
late: boolean, 
/**
 * Why it would be refused; empty: it is good.
 */
sentence: string, 
/**
 * What to know about it.
 */
note: string, };

/**
 * One typed cell of the list.
 */
export type RegistrationCell = { 
/**
 * The registration.
 */
id: RegistrationId, 
/**
 * Which field.
 */
field: RegistrationField, 
/**
 * What was typed.
 */
text: string, };

/**
 * A registration as the form gives it.
 */
export type RegistrationDraft = { 
/**
 * The year that it is for; a school year is named by the year in which it ends.
 */
year: number, 
/**
 * By calendar years or school years; none: as the unit competes.
 */
calendar: Calendar | null, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Cá nhân, tập thể.
 */
kind: RegistrationKind, 
/**
 * The person's record.
 */
member: MemberId | null, 
/**
 * "Ông", "Bà".
 */
honorific: string, 
/**
 * The name; blank: that of the member or of the unit.
 */
name: string, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * The title aimed at.
 */
title: string, 
/**
 * The form of commendation aimed at.
 */
form: string, 
/**
 * Within this movement.
 */
movement: MovementId | null, 
/**
 * What is promised there.
 */
content: string, 
/**
 * When it came in; none: today.
 */
received_on: string | null, 
/**
 * Anything else.
 */
note: string, };

/**
 * What can be corrected of a registration; the day on which it came in cannot.
 */
export type RegistrationField = "honorific" | "name" | "title" | "form" | "content" | "note";

/**
 * One registration.
 */
export type RegistrationId = number;

/**
 * Who registers.
 */
export type RegistrationKind = "individual" | "collective";

/**
 * One line of the register of registrations.
 */
export type RegistrationLine = { 
/**
 * Its key.
 */
id: RegistrationId, 
/**
 * The year under which its period is filed.
 */
year: number, 
/**
 * "Năm học 2023-2024".
 */
period_name: string, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
unit_code: string, 
/**
 * What it was called then.
 */
unit_name: string, 
/**
 * Its bloc then.
 */
bloc: BlocId | null, 
/**
 * The bloc's name.
 */
bloc_name: string, 
/**
 * Cá nhân, tập thể.
 */
kind: RegistrationKind, 
/**
 * Its label.
 */
kind_label: string, 
/**
 * The person's record.
 */
member: MemberId | null, 
/**
 * "Ông", "Bà".
 */
honorific: string, 
/**
 * The name.
 */
name: string, 
/**
 * Ngày sinh.
 */
birth: PartialDate | null, 
/**
 * The title aimed at.
 */
title: string, 
/**
 * The form aimed at.
 */
form: string, 
/**
 * The movement.
 */
movement: MovementId | null, 
/**
 * Its name.
 */
movement_name: string, 
/**
 * What is promised there.
 */
content: string, 
/**
 * When it came in.
 */
received_on: string, 
/**
 * By when it should have come in.
 */
deadline: string | null, 
/**
 * It came in after that, for ever.
 */
late: boolean, 
/**
 * A woman.
 */
woman: boolean, 
/**
 * A direct worker.
 */
direct: boolean, 
/**
 * Ghi chú.
 */
note: string, };

/**
 * Several registrations.
 */
export type RegistrationList = { 
/**
 * The registrations.
 */
ids: Array<RegistrationId>, };

/**
 * One page of registrations.
 */
export type RegistrationPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The page's rows, in the order in which they came in.
 */
rows: Array<RegistrationLine>, };

/**
 * One page of registrations.
 */
export type RegistrationPageAsk = { 
/**
 * Which.
 */
query: RegistrationQuery, 
/**
 * From this row on.
 */
offset: number, 
/**
 * So many rows; 200 at most.
 */
limit: number, };

/**
 * Which registrations.
 */
export type RegistrationQuery = { 
/**
 * For this year.
 */
year: number | null, 
/**
 * Within this movement.
 */
movement: MovementId | null, 
/**
 * Of this unit.
 */
unit: UnitId | null, 
/**
 * Of units of this bloc.
 */
bloc: BlocId | null, 
/**
 * Of units without a bloc.
 */
without_bloc: boolean, 
/**
 * Of people, or of collectives.
 */
kind: RegistrationKind | null, 
/**
 * True: those that came in late.
 */
late: boolean | null, 
/**
 * Only of women.
 */
women: boolean, 
/**
 * Only of direct workers.
 */
direct: boolean, 
/**
 * Every person and collective once, by what came in first.
 */
once: boolean, 
/**
 * Words of the name, the unit, the title or the form, without marks.
 */
text: string, };

/**
 * A rule that others refer to.
 */
export type Regulation = { 
/**
 * Its key; none: new.
 */
id: number | null, 
/**
 * "999/QĐ-TLĐ".
 */
symbol: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * When it was signed.
 */
issued_on: string | null, 
/**
 * In force from.
 */
since: string | null, 
/**
 * Last day in force.
 */
until: string | null, 
/**
 * Anything else.
 */
note: string, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

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
 * Fields that are masked unless a screen asks for them (domain: political, ethnic and religious data).
 */
export type RestrictedFields = { 
/**
 * Đảng viên.
 */
party_member: boolean | null, 
/**
 * Ngày vào Đảng.
 */
party_join: PartialDate | null, 
/**
 * Dân tộc.
 */
ethnicity: string | null, 
/**
 * Tôn giáo.
 */
religion: string | null, };

/**
 * A review.
 */
export type Review = { 
/**
 * Its key.
 */
id: ReviewId, 
/**
 * As its form shows it.
 */
draft: ReviewDraft, 
/**
 * "Sơ kết".
 */
label: string, };

/**
 * A review as the form gives it.
 */
export type ReviewDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: ReviewId | null, 
/**
 * The movement.
 */
movement: MovementId, 
/**
 * Sơ kết, tổng kết.
 */
kind: ReviewKind, 
/**
 * When it was held.
 */
held_on: string, 
/**
 * Its report.
 */
document: string, 
/**
 * What came of the movement.
 */
result: string, 
/**
 * Who was praised.
 */
awarded: string, };

/**
 * A review that is still to be held.
 */
export type ReviewDue = { 
/**
 * "Sơ kết".
 */
label: string, 
/**
 * By when.
 */
on: string, 
/**
 * That day has passed.
 */
late: boolean, };

/**
 * A review to be removed.
 */
export type ReviewGone = { 
/**
 * The review.
 */
id: ReviewId, };

/**
 * One review.
 */
export type ReviewId = number;

/**
 * Which review of a movement.
 */
export type ReviewKind = "interim" | "final";

/**
 * For which part of its year each pledge is assessed.
 */
export type ReviewPart = { "of": "year" } | { "of": "half", "no": number } | { "of": "quarter", "no": number };

/**
 * Into which parts a year is cut for reviews; the year itself is always assessed.
 */
export type ReviewRhythm = "year" | "half" | "quarter";

/**
 * What is to be reviewed.
 */
export type Reviewed = { "of": "movement", "id": number } | { "of": "pledges", "id": PeriodId };

/**
 * How a bonus is rounded to 10,000 đồng: a setting of the office.
 */
export type Rounding = "up" | "nearest";

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
lock_after_minutes: number, 
/**
 * Copies that lie there and are in no list, because the file that describes them cannot be read.
 */
unreadable: number, };

/**
 * One saved view.
 */
export type SavedView = { 
/**
 * Its key.
 */
id: SavedViewId, 
/**
 * Its name.
 */
name: string, 
/**
 * What the page asks, with columns and order: JSON that only the page reads.
 */
query: string, };

/**
 * A view to be saved; one of the same room and name is written anew.
 */
export type SavedViewDraft = { 
/**
 * `members`, `units`, …
 */
room: string, 
/**
 * Its name.
 */
name: string, 
/**
 * JSON.
 */
query: string, };

/**
 * One saved view.
 */
export type SavedViewId = number;

/**
 * Which season.
 */
export type ScoreBlocsOf = { 
/**
 * The year that the periods are filed under.
 */
year: number, 
/**
 * 1 or 2: a half of it; 0: the whole.
 */
half: number, };

/**
 * The score book of one bloc.
 */
export type ScoreBook = { 
/**
 * The bloc.
 */
bloc: BlocId, 
/**
 * "3. Khối Mầm non".
 */
bloc_name: string, 
/**
 * "Năm học 2023-2024".
 */
period_name: string, 
/**
 * Whether the period takes no more points.
 */
closed: boolean, 
/**
 * Who gives points.
 */
scorers: Array<Choice>, 
/**
 * The tables that its units are scored by; usually one.
 */
tables: Array<ScoreTable>, 
/**
 * What settles equal totals, in order, in words.
 */
tie_breaks: Array<string>, 
/**
 * Its units, by code.
 */
lines: Array<ScoreBookLine>, 
/**
 * Units that are not scored.
 */
not_scored: Array<NotScored>, 
/**
 * Published on; none: not yet.
 */
published_on: string | null, 
/**
 * Why it cannot be scored or published yet, one sentence each.
 */
obstacles: Array<string>, };

/**
 * Which book.
 */
export type ScoreBookAsk = { 
/**
 * The bloc.
 */
bloc: BlocId, 
/**
 * The year that the period is filed under; schools by their school year.
 */
year: number, 
/**
 * 1 or 2: a half of it; 0: the whole.
 */
half: number, };

/**
 * One unit in a score book.
 */
export type ScoreBookLine = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name on the last day of the period.
 */
name: string, 
/**
 * Its sheet; none: nothing is written yet.
 */
sheet: ScoreSheetId | null, 
/**
 * The table it is scored by; none: there is none for its kind.
 */
table: ScoreTableId | null, 
/**
 * Whose points count.
 */
decides: Scorer | null, 
/**
 * Its points and what they rest on.
 */
points: Array<ScorePoint>, 
/**
 * What the points of each scorer come to.
 */
columns: Array<ScoreColumn>, 
/**
 * The total that counts.
 */
total: Hundredths | null, 
/**
 * Code of the grade by points alone.
 */
grade_by_points: string | null, 
/**
 * Code of the grade with the conditions.
 */
grade: string | null, 
/**
 * Its name.
 */
grade_name: string, 
/**
 * Why this grade.
 */
reason: string, 
/**
 * Where it stands; none while the total is not whole, when it is too young to be rated, and while it waits to be published
 * after the rest of its bloc.
 */
standing: ScoreStanding | null, 
/**
 * The stated conditions that it does not meet.
 */
breaches: Array<ScoreConditionId>, 
/**
 * Published on.
 */
published_on: string | null, };

/**
 * Score books to be looked at.
 */
export type ScoreBooksOpen = { 
/**
 * Files and folders of the tray.
 */
files: Array<FileToken>, };

/**
 * Score books as the page shows them before they are taken in.
 */
export type ScoreBooksView = { 
/**
 * What would happen.
 */
counts: IntakeCounts, 
/**
 * The sheets of all files.
 */
sheets: Array<ScoreSheetView>, 
/**
 * Files that were not read, each a sentence.
 */
refused: Array<string>, };

/**
 * One cell as typed.
 */
export type ScoreCell = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * The criterion.
 */
criterion: CriterionId, 
/**
 * Who gives the points.
 */
scorer: Scorer, 
/**
 * "7,5"; empty: a blank.
 */
text: string, };

/**
 * What the points of one scorer come to.
 */
export type ScoreColumn = { 
/**
 * Who.
 */
scorer: Scorer, 
/**
 * Totals and faults.
 */
totals: ScoreTotals, };

/**
 * What a unit must meet beside its points.
 */
export type ScoreCondition = { 
/**
 * Its key; none: new.
 */
id: ScoreConditionId | null, 
/**
 * What kind of check.
 */
kind: ScoreConditionKind, 
/**
 * As the office reads it.
 */
text: string, 
/**
 * Per cent of a criterion, or months.
 */
figure: number, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, };

/**
 * One condition of a table.
 */
export type ScoreConditionId = number;

/**
 * What kind of check a condition is.
 */
export type ScoreConditionKind = "least_share" | "stated" | "months_since_founding" | "months_since_change";

/**
 * Cells typed, pasted or filled down: one act.
 */
export type ScoreEdit = { 
/**
 * The bloc.
 */
bloc: BlocId, 
/**
 * The year that the period is filed under.
 */
year: number, 
/**
 * 1 or 2: a half of it; 0: the whole.
 */
half: number, 
/**
 * The cells.
 */
cells: Array<ScoreCell>, 
/**
 * Why published points change; empty while nothing is published.
 */
reason: string, };

/**
 * One thing that is wrong with the points of a scorer.
 */
export type ScoreFault = { 
/**
 * What.
 */
kind: ScoreFaultKind, 
/**
 * Which criterion; over the cap: the first of the group that has points.
 */
criterion: CriterionId, 
/**
 * What was given; over the cap: in the whole group.
 */
given: Hundredths, 
/**
 * What may be given.
 */
most: Hundredths, };

/**
 * What is wrong with the points of a scorer.
 */
export type ScoreFaultKind = "blank_score" | "score_over_max" | "bonus_over_cap";

/**
 * One grade.
 */
export type ScoreGrade = { 
/**
 * "HTXSNV".
 */
code: string, 
/**
 * "Hoàn thành xuất sắc nhiệm vụ".
 */
name: string, 
/**
 * From so many points up.
 */
least: Hundredths, 
/**
 * Only when every condition holds, else the next grade down.
 */
conditional: boolean, 
/**
 * The grade of today's scale that it is compared with.
 */
counts_as: string, };

/**
 * A group of criteria.
 */
export type ScoreGroup = { 
/**
 * Its key; none: new.
 */
id: ScoreGroupId | null, 
/**
 * What it does to the total.
 */
kind: ScoreGroupKind, 
/**
 * "Xây dựng tổ chức công đoàn vững mạnh".
 */
name: string, 
/**
 * Bonus and penalty: never counts for more.
 */
cap: Hundredths | null, 
/**
 * Its criteria in order.
 */
criteria: Array<Criterion>, };

/**
 * One group of a table.
 */
export type ScoreGroupId = number;

/**
 * What a group of criteria does to the total.
 */
export type ScoreGroupKind = "scored" | "bonus" | "penalty";

/**
 * What the points for one criterion rest on.
 */
export type ScoreNoteDraft = { 
/**
 * Which book.
 */
book: ScoreBookAsk, 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * The criterion.
 */
criterion: CriterionId, 
/**
 * Minh chứng.
 */
evidence: string, 
/**
 * Giải trình.
 */
comment: string, };

/**
 * Which book.
 */
export type ScorePaper = { 
/**
 * The book.
 */
book: ScoreBookAsk, 
/**
 * Slips: of one unit only; none: of every unit.
 */
unit: UnitId | null, };

/**
 * What one unit was given for one criterion.
 */
export type ScorePoint = { 
/**
 * The criterion.
 */
criterion: CriterionId, 
/**
 * Tự chấm.
 */
own: Hundredths | null, 
/**
 * Chấm chéo.
 */
cross: Hundredths | null, 
/**
 * Cấp trên chấm.
 */
office: Hundredths | null, 
/**
 * Hội đồng chấm.
 */
council: Hundredths | null, 
/**
 * Minh chứng.
 */
evidence: string, 
/**
 * Giải trình.
 */
comment: string, };

/**
 * Which book is published.
 */
export type ScorePublish = { 
/**
 * The book.
 */
book: ScoreBookAsk, };

/**
 * One score sheet.
 */
export type ScoreSheetId = number;

/**
 * One sheet of a score book, as the page shows it.
 */
export type ScoreSheetView = { 
/**
 * The file.
 */
file: string, 
/**
 * The tab.
 */
sheet: string, 
/**
 * "VT05 CĐCS Phòng Tài chính - Kế hoạch"; empty: not known.
 */
unit: string, 
/**
 * "Mới".
 */
outcome: string, 
/**
 * Why it is held; empty: it is not.
 */
held: string, 
/**
 * "F26: Có điểm ghi dạng chữ …".
 */
findings: Array<string>, };

/**
 * Where a unit stands in its bloc.
 */
export type ScoreStanding = { 
/**
 * Place by the total alone: 1, 2, 2, 4.
 */
rank: number, 
/**
 * Place after the tie-breaks.
 */
place: number, 
/**
 * Still shared after the last rule: the council decides.
 */
unsettled: boolean, 
/**
 * Equal totals: the rule that broke the tie, or that none did; empty when the total stands alone.
 */
tie: string, };

/**
 * A score table: what comes in from the editor and what goes out to it.
 */
export type ScoreTable = { 
/**
 * Its key; none: new.
 */
id: ScoreTableId | null, 
/**
 * "Bảng điểm trường học".
 */
name: string, 
/**
 * The period; none: a model.
 */
period: PeriodId | null, 
/**
 * Which version of the period's table.
 */
version: number, 
/**
 * Which kinds of unit; a model without any is for all.
 */
kinds: Array<UnitKind>, 
/**
 * Whose points count.
 */
decides: Scorer, 
/**
 * Points are given in steps of this.
 */
step: Hundredths, 
/**
 * The scale of grades.
 */
scale: GradeScaleId | null, 
/**
 * Model: in force from.
 */
since: string | null, 
/**
 * Model: last day in force.
 */
until: string | null, 
/**
 * Where this is known from.
 */
source: string, 
/**
 * How sure it is.
 */
certainty: Certainty, 
/**
 * Its groups in order.
 */
groups: Array<ScoreGroup>, 
/**
 * What a unit must meet beside its points.
 */
conditions: Array<ScoreCondition>, 
/**
 * What settles equal totals, in order.
 */
tie_breaks: Array<TieBreak>, 
/**
 * Results by it are published: it cannot be changed.
 */
fixed: boolean, };

/**
 * A table to be copied.
 */
export type ScoreTableCopy = { 
/**
 * From which table or model.
 */
id: ScoreTableId, 
/**
 * Into which period; none: as a model. Into its own period: a new version.
 */
period: PeriodId | null, 
/**
 * For which kinds of unit.
 */
kinds: Array<UnitKind>, };

/**
 * A table to be deleted.
 */
export type ScoreTableGone = { 
/**
 * Which table.
 */
id: ScoreTableId, };

/**
 * One score table.
 */
export type ScoreTableId = number;

/**
 * The tables of a year, the models, and what they choose from.
 */
export type ScoreTablePage = { 
/**
 * The tables of the year's periods.
 */
tables: Array<ScoreTable>, 
/**
 * The tables without a period.
 */
models: Array<ScoreTable>, 
/**
 * The periods of the year.
 */
periods: Array<Period>, 
/**
 * The scales of grades.
 */
scales: Array<GradeScale>, 
/**
 * Who gives points.
 */
scorers: Array<Choice>, 
/**
 * What groups do.
 */
group_kinds: Array<Choice>, 
/**
 * What conditions check.
 */
condition_kinds: Array<Choice>, 
/**
 * What settles equal totals.
 */
tie_break_kinds: Array<Choice>, 
/**
 * Kinds of unit.
 */
unit_kinds: Array<Choice>, 
/**
 * How sure a row is.
 */
certainties: Array<Choice>, };

/**
 * Which tables.
 */
export type ScoreTablesOf = { 
/**
 * The year that their periods are filed under.
 */
year: number, };

/**
 * What the points of one scorer come to.
 */
export type ScoreTotals = { 
/**
 * The scored groups, in order.
 */
groups: Array<Hundredths>, 
/**
 * Bonus, at most its cap.
 */
bonus: Hundredths, 
/**
 * What is taken off, at most its cap.
 */
penalty: Hundredths, 
/**
 * All of it; none while a criterion is blank.
 */
total: Hundredths | null, 
/**
 * All of it, blanks counted as nothing.
 */
so_far: Hundredths, 
/**
 * What is wrong.
 */
faults: Array<ScoreFault>, };

/**
 * Who gives points.
 */
export type Scorer = "self" | "cross" | "office" | "council";

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
behind: boolean, 
/**
 * Why it gets nothing although something is plugged in, as a sentence; empty when all is well.
 */
trouble: string, };

/**
 * Whose the employer is ("khu vực"), as statistics count it.
 */
export type Sector = "public" | "state_enterprise" | "non_state" | "foreign";

/**
 * A list as it is seen on screen, asked for on paper: the same filter, the same columns, the same order.
 */
export type Seen<Q> = { 
/**
 * Which rows.
 */
query: Q, 
/**
 * The shown columns, from left to right.
 */
columns: Array<SeenColumn>, 
/**
 * The filter in words, for the line under the title.
 */
filter: string, };

/**
 * A column as the page shows it.
 */
export type SeenColumn = { 
/**
 * Which column.
 */
key: string, 
/**
 * Its heading on screen.
 */
title: string, 
/**
 * Its width on screen, pixels at 100 %.
 */
width: number, };

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
 * A share as reports print it, rounded once: "194 %", "16,7 %"; nothing where there is no whole. The page gets the words, a
 * workbook the number.
 */
export type Share = string;

/**
 * A shortcoming of a pledge.
 */
export type Shortcoming = { 
/**
 * Its key.
 */
id: ShortcomingId, 
/**
 * Hạn chế, khuyết điểm.
 */
shortcoming: string, 
/**
 * Nguyên nhân.
 */
cause: string, 
/**
 * Biện pháp khắc phục.
 */
correction: string, 
/**
 * Thời hạn.
 */
deadline: string | null, 
/**
 * Người theo dõi.
 */
follower: string, 
/**
 * Kết quả khắc phục.
 */
mending: string, 
/**
 * When it was mended; none: not yet.
 */
mended_on: string | null, 
/**
 * The year that it was carried over from; none: it began here.
 */
carried_from: number | null, 
/**
 * Not mended though its day has passed; one that was carried over is waited for in the later year.
 */
overdue: boolean, };

/**
 * A shortcoming as the form gives it.
 */
export type ShortcomingDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: ShortcomingId | null, 
/**
 * Hạn chế, khuyết điểm.
 */
shortcoming: string, 
/**
 * Nguyên nhân.
 */
cause: string, 
/**
 * Biện pháp khắc phục.
 */
correction: string, 
/**
 * Thời hạn.
 */
deadline: string | null, 
/**
 * Người theo dõi.
 */
follower: string, 
/**
 * Kết quả khắc phục.
 */
mending: string, 
/**
 * Khắc phục xong ngày nào; none: not yet.
 */
mended_on: string | null, };

/**
 * One shortcoming.
 */
export type ShortcomingId = number;

/**
 * A shortcoming with whose it is.
 */
export type ShortcomingLine = { 
/**
 * The pledge.
 */
pledge: PledgeId, 
/**
 * Whose.
 */
name: string, 
/**
 * Their unit.
 */
unit_name: string, 
/**
 * What it says.
 */
shortcoming: Shortcoming, };

/**
 * A shortcoming was mended.
 */
export type ShortcomingMended = { 
/**
 * Which.
 */
id: ShortcomingId, 
/**
 * What came of it.
 */
mending: string, 
/**
 * When; none: it turns out not to be mended.
 */
mended_on: string | null, };

/**
 * Which shortcomings a list asks about.
 */
export type ShortcomingsAsked = "open" | "overdue";

/**
 * Which shortcomings are asked for.
 */
export type ShortcomingsOf = { 
/**
 * Of which pledges.
 */
query: PledgeQuery, 
/**
 * Leave to see restricted fields.
 */
unmasking: UnmaskingId, };

/**
 * Someone who may sign, on one day.
 */
export type Signer = { 
/**
 * Their key.
 */
id: SignerId, 
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
form: string, 
/**
 * First day.
 */
since: string, 
/**
 * Last day; none: still.
 */
until: string | null, };

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
 * One line of the list of signers.
 */
export type SignerEdit = { 
/**
 * Who is corrected; none: someone new.
 */
id: SignerId | null, 
/**
 * How they stand.
 */
signer: SignerDraft, };

/**
 * Someone who may sign.
 */
export type SignerId = number;

/**
 * The list of signers as it shall be: those with an id are corrected, those without are new, those left out end today.
 */
export type SignerList = { 
/**
 * Who signs from now on.
 */
signers: Array<SignerEdit>, };

/**
 * The signing list of a compact.
 */
export type Signing = { 
/**
 * Head and deputy first, then by code.
 */
lines: Array<SigningLine>, 
/**
 * Words for the chat of the units that have not signed; empty: all have.
 */
message: string, };

/**
 * A unit of the bloc and who signed for it.
 */
export type SigningLine = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * "Khối trưởng", "Khối phó"; empty: neither.
 */
role: string, 
/**
 * Who signed, or who would: the unit's chair.
 */
signer: string, 
/**
 * As what.
 */
post: string, 
/**
 * When; none: not yet.
 */
signed_on: string | null, };

/**
 * Who sits down.
 */
export type Sit = { 
/**
 * The clerk's name.
 */
name: string, };

/**
 * A standard column of commendation lists. The names in files and in the register never change.
 */
export type Standard = "index" | "honorific" | "full_name" | "family_middle" | "given_name" | "birth" | "birth_of_man" | "birth_of_woman" | "gender" | "ethnicity" | "position" | "union_position" | "unit" | "address" | "citizen_id" | "education" | "party_member" | "full_time_years" | "part_time_years" | "non_state_years" | "converted_years" | "rating_before" | "rating_now" | "form" | "title" | "reason" | "initiatives" | "past_awards" | "vote" | "score" | "direct_labour" | "amount" | "note";

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
 * The file is whole and only lacks the last acts: it may be opened without them.
 */
behind: boolean, 
/**
 * Only the key file is lost: the recovery key opens the register as it lies there.
 */
key_lost: boolean, 
/**
 * What the person must hear although the office is open: a wrong clock, an altered history.
 */
warnings: Array<string>, 
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
 * How far a decision has come.
 */
export type State = "draft" | "ready" | "issued" | "recorded";

/**
 * Where a member stands (domain: Điều lệ Công đoàn Việt Nam, Hướng dẫn 38/HD-TLĐ).
 */
export type Status = "active" | "suspended" | "transferred_out" | "withdrawn" | "expelled" | "retired" | "left_job" | "unit_dissolved" | "deceased";

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
 * Members to be written into a course.
 */
export type TakeIn = { 
/**
 * The course.
 */
course: CourseId, 
/**
 * The members.
 */
members: Array<MemberId>, };

/**
 * Who takes part.
 */
export type TakingPart = { 
/**
 * The whole office.
 */
whole: TakingPartFigures, 
/**
 * By bloc.
 */
blocs: Array<TakingPartFigures>, 
/**
 * By unit: those that are asked, and those that registered and have ended since, in the order of their codes.
 */
units: Array<UnitPart>, 
/**
 * A message to those that are silent, to copy into a chat; empty: none is.
 */
message: string, };

/**
 * Of which year, within which movement.
 */
export type TakingPartAsk = { 
/**
 * The year.
 */
year: number, 
/**
 * Within this movement; none: all registrations.
 */
movement: MovementId | null, };

/**
 * The part of a bloc, or of the whole office. Each figure about registrations is the length of the list that opens.
 */
export type TakingPartFigures = { 
/**
 * The bloc; none: the office, or units without one.
 */
bloc: BlocId | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Units that are asked, and those that registered before they ended.
 */
units: number, 
/**
 * Those of them that registered anything.
 */
units_registered: number, 
/**
 * "99 %" of the units.
 */
units_percent: Share, 
/**
 * Members of the units.
 */
members: number, 
/**
 * People who registered, each counted once.
 */
people: number, 
/**
 * Of these, women.
 */
women: number, 
/**
 * Of these, direct workers.
 */
direct: number, 
/**
 * "17 %" of the members.
 */
people_percent: Share, 
/**
 * Collectives that registered, each counted once.
 */
collectives: number, 
/**
 * Registrations.
 */
registrations: number, 
/**
 * Registrations that came in late.
 */
late: number, };

/**
 * One typed cell of the list.
 */
export type TargetCell = { 
/**
 * The target.
 */
id: TargetId, 
/**
 * Which field.
 */
field: TargetField, 
/**
 * What was typed.
 */
text: string, };

/**
 * A target as the form gives it.
 */
export type TargetDraft = { 
/**
 * Its key; none: a new one.
 */
id: TargetId | null, 
/**
 * What is counted.
 */
indicator: IndicatorId, 
/**
 * In which period.
 */
period: PeriodId, 
/**
 * Of which bloc; with no unit either: of the whole office.
 */
bloc: BlocId | null, 
/**
 * Of which unit.
 */
unit: UnitId | null, 
/**
 * How much is asked for.
 */
goal: Hundredths, 
/**
 * How much has come; none: nothing reported, or counted from the register.
 */
result: Hundredths | null, 
/**
 * The paper that asks for it.
 */
document: string, 
/**
 * Anything else.
 */
note: string, };

/**
 * Cells typed or pasted in one step.
 */
export type TargetEdit = { 
/**
 * The cells.
 */
cells: Array<TargetCell>, };

/**
 * What can be typed in the list.
 */
export type TargetField = "goal" | "result" | "document" | "note";

/**
 * A target as the form gives it.
 */
export type TargetGiven = { 
/**
 * What is counted, by its name in the dictionary; another name is something new.
 */
name: string, 
/**
 * "đoàn viên"; asked for only when the name is new.
 */
measure: string, 
/**
 * In which period.
 */
period: PeriodId | null, 
/**
 * To whom it is given.
 */
whom: TargetWhom, 
/**
 * Which bloc, when it is given to one.
 */
bloc: BlocId | null, 
/**
 * Which unit, when it is given to one.
 */
unit: UnitId | null, 
/**
 * How much, as typed: "1.536", "16,7".
 */
goal: string, 
/**
 * The paper that asks for it.
 */
document: string, };

/**
 * How much of it is asked for.
 */
export type TargetId = number;

/**
 * One line of the list of targets.
 */
export type TargetLine = { 
/**
 * The target, ready to be corrected.
 */
draft: TargetDraft, 
/**
 * Its key.
 */
id: TargetId, 
/**
 * What is counted.
 */
name: string, 
/**
 * "đoàn viên".
 */
measure: string, 
/**
 * Where the result comes from.
 */
counted: Counted, 
/**
 * "Năm 2024".
 */
period_name: string, 
/**
 * "Toàn huyện" is said by the page; a bloc or a unit by its name.
 */
scope: string, 
/**
 * How much has come, typed or counted.
 */
result: Hundredths | null, 
/**
 * "194 %"; empty: no result yet.
 */
percent: Share, 
/**
 * What would be there by today, step by step.
 */
expected: Hundredths, 
/**
 * Less has come than that.
 */
behind: boolean, };

/**
 * Targets to be taken off.
 */
export type TargetList = { 
/**
 * Which.
 */
ids: Array<TargetId>, };

/**
 * The list of targets with what its forms need.
 */
export type TargetPage = { 
/**
 * The targets: of the whole office first, then of blocs, then of units.
 */
lines: Array<TargetLine>, 
/**
 * The dictionary.
 */
indicators: Array<IndicatorDraft>, 
/**
 * The periods of the year.
 */
periods: Array<Period>, 
/**
 * Where results come from.
 */
counteds: Array<Choice>, };

/**
 * Which targets.
 */
export type TargetQuery = { 
/**
 * Of the periods filed under this year.
 */
year: number, 
/**
 * Only those that are behind.
 */
behind: boolean, 
/**
 * Words of the indicator, the bloc or the unit; accents not needed.
 */
text: string, };

/**
 * To whom a target is given.
 */
export type TargetWhom = "all" | "bloc" | "unit";

/**
 * The year whose periods are to be there.
 */
export type TargetsOfYear = { 
/**
 * The year.
 */
year: number, };

/**
 * One thing to do.
 */
export type Task = { 
/**
 * What.
 */
kind: TaskKind, 
/**
 * What, as the page says it.
 */
title: string, 
/**
 * How many wait; 0: it is not about a number.
 */
count: number, 
/**
 * What is counted: "quyết định", "nhóm".
 */
counted: string, 
/**
 * Whether data may be lost, or a paper be wrong, as long as it is not done.
 */
pressing: boolean, 
/**
 * Where it is done.
 */
opens: Opens, };

/**
 * What is to be done.
 */
export type TaskKind = "recovery_key" | "backup" | "choose_second" | "plug_in_second" | "to_sign" | "to_number" | "drafts" | "base_salary" | "coefficients" | "late_documents" | "duplicates";

/**
 * The word for a thousand.
 */
export type Thousand = "nghin" | "ngan";

/**
 * Sent once a minute.
 */
export type Tick = { 
/**
 * Whether the person did anything in that minute.
 */
active: boolean, };

/**
 * One rule that settles equal totals.
 */
export type TieBreak = { 
/**
 * What is compared.
 */
kind: TieBreakKind, 
/**
 * Group: which of the scored groups, from 1; else 0.
 */
nth: number, };

/**
 * What settles equal totals.
 */
export type TieBreakKind = "group" | "bonus" | "penalty";

/**
 * Counts and money of a list.
 */
export type Totals = { 
/**
 * Collectives.
 */
collectives: number, 
/**
 * People.
 */
individuals: number, 
/**
 * All money.
 */
amount: Dong, 
/**
 * All money in words.
 */
words: string, };

/**
 * The figures of training.
 */
export type TrainingFigures = { 
/**
 * Courses held.
 */
courses: number, 
/**
 * Of the whole office.
 */
whole: TrainingTally, 
/**
 * People who were in two courses or more.
 */
again: number, 
/**
 * By bloc, those without one last.
 */
blocs: Array<TrainingTally>, 
/**
 * By unit, in the order of their codes; also those of which nobody took part.
 */
units: Array<TrainingTally>, 
/**
 * By kind of course; kinds without a course are left out.
 */
kinds: Array<TrainingKindTally>, 
/**
 * The day of the members that shares are reckoned on.
 */
day: string, 
/**
 * Members on that day.
 */
members: number, 
/**
 * The typed total that stands in their place; none: the members count.
 */
basis: BasisDraft | null, 
/**
 * All that in words, for a report: what is counted, on what basis, and how people differ from attendances.
 */
said: Array<string>, };

/**
 * What a course teaches.
 */
export type TrainingKind = "union" | "politics" | "skills" | "schooling" | "languages" | "law" | "other";

/**
 * The figures of one kind of course. Who was in courses of two kinds stands in both.
 */
export type TrainingKindTally = { 
/**
 * The kind.
 */
kind: TrainingKind, 
/**
 * Its label.
 */
label: string, 
/**
 * Courses.
 */
courses: number, 
/**
 * Their figures.
 */
tally: TrainingTally, };

/**
 * Whose figures.
 */
export type TrainingOf = { 
/**
 * Of courses that count in this year.
 */
year: number, 
/**
 * Only of courses that ended within this half or quarter.
 */
within: PeriodId | null, };

/**
 * Some of those who took part.
 */
export type TrainingOnly = "women" | "direct" | "again";

/**
 * The figures of the office, a bloc or a unit.
 */
export type TrainingTally = { 
/**
 * The bloc, when it is one's.
 */
bloc: BlocId | null, 
/**
 * The unit, when it is one's.
 */
unit: UnitId | null, 
/**
 * Its code; empty: not a unit's.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The name of a unit's bloc.
 */
bloc_name: string, 
/**
 * People known by name, each once.
 */
named: number, 
/**
 * People reported as a number.
 */
reported: number, 
/**
 * Both together.
 */
people: number, 
/**
 * Lượt: each person as often as they were in a course.
 */
attendances: number, 
/**
 * Women among the people.
 */
women: number, 
/**
 * Direct workers among the people.
 */
direct: number, 
/**
 * What the share is reckoned on.
 */
workers: number, 
/**
 * "16,7 %"; empty: nothing to reckon on.
 */
percent: Share, };

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
 * A unit is dissolved.
 */
export type UnitDissolve = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * From this day on it is no more.
 */
day: string, 
/**
 * The number of the decision.
 */
document: string, 
/**
 * What becomes of its members.
 */
members: MembersOfEnded, };

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
 * What would become of one unit.
 */
export type UnitEndLine = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How it would end.
 */
ending: UnitEnding, 
/**
 * Members who belong to it now.
 */
members: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * What becomes of them, as a sentence.
 */
fate: string, 
/**
 * What is worth a look before.
 */
notes: Array<string>, 
/**
 * Why it cannot end so; empty: it can.
 */
obstacle: string, };

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
 * Units that exist today.
 */
export type UnitFigure = { 
/**
 * How many.
 */
living: number, 
/**
 * Their list.
 */
opens: Opens, };

/**
 * What a unit's members lack that a decision cannot do without: who they are.
 */
export type UnitGap = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * "VT02".
 */
code: string, 
/**
 * Its name now.
 */
name: string, 
/**
 * Members without a birth date.
 */
birth: number, 
/**
 * Members without a gender.
 */
gender: number, 
/**
 * Members without any card number.
 */
citizen_id: number, 
/**
 * The members of the unit who lack a birth date, or a gender, or a number: one question each.
 */
opens: UnitGaps, };

/**
 * The lists behind the counts of a unit.
 */
export type UnitGaps = { 
/**
 * Without a birth date.
 */
birth: Opens, 
/**
 * Without a gender.
 */
gender: Opens, 
/**
 * Without any card number.
 */
citizen_id: Opens, };

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
 * Which map units are counted on.
 */
export type UnitMap = "then" | "now";

/**
 * Units become one.
 */
export type UnitMerge = { 
/**
 * The units that end.
 */
units: Array<UnitId>, 
/**
 * The unit that takes them in; none: `new`.
 */
into: UnitId | null, 
/**
 * The unit that is founded for it.
 */
new: UnitDraft | null, 
/**
 * From this day on.
 */
day: string, 
/**
 * The number of the decision.
 */
document: string, };

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
 * The part of one unit.
 */
export type UnitPart = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its bloc.
 */
bloc: BlocId | null, 
/**
 * The bloc's name.
 */
bloc_name: string, 
/**
 * Its chair, to call.
 */
chair: string, 
/**
 * Their telephone.
 */
phone: string, 
/**
 * By when it should have registered.
 */
deadline: string | null, 
/**
 * Its members.
 */
members: number, 
/**
 * Registrations; 0: it is silent.
 */
registrations: number, 
/**
 * People who registered, each counted once.
 */
people: number, 
/**
 * Collectives that registered, each counted once.
 */
collectives: number, 
/**
 * Registrations that came in late.
 */
late: number, };

/**
 * Which units are asked for.
 */
export type UnitQuery = { 
/**
 * As of this day; none: today.
 */
as_of: string | null, 
/**
 * Only these; empty: all.
 */
units: Array<UnitId>, 
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
 * One unit becomes several.
 */
export type UnitSplit = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * The units that come out of it. Its members are moved to them afterwards, from the list.
 */
new: Array<UnitDraft>, 
/**
 * Whether it ends; its members then go to the first new unit.
 */
ends: boolean, 
/**
 * From this day on.
 */
day: string, 
/**
 * The number of the decision.
 */
document: string, };

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
 * Figures with their sums.
 */
export type UnitTallies = { 
/**
 * The day.
 */
as_of: string, 
/**
 * Line by line; those without a place today last.
 */
rows: Array<UnitTally>, 
/**
 * All of them together.
 */
whole: UnitTally, };

/**
 * Which figures are asked for.
 */
export type UnitTalliesOf = { 
/**
 * As of this day; none: today.
 */
as_of: string | null, 
/**
 * What they are counted by.
 */
by: UnitsBy, 
/**
 * The map of that day, or of today.
 */
map: UnitMap, };

/**
 * One line of the figures.
 */
export type UnitTally = { 
/**
 * "Khối 2. Mầm non"; for those without a place today, how they ended.
 */
label: string, 
/**
 * Its units, as they were on that day.
 */
units: Array<UnitId>, 
/**
 * By the map of today: how many units these are now. By the map of that day: how many there are.
 */
now: number, 
/**
 * Their members on that day.
 */
members: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * Its units have no place on the map of today.
 */
gone: boolean, };

/**
 * A unit is handed over to another office; its members go with it.
 */
export type UnitTransfer = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * From this day on it is no longer ours.
 */
day: string, 
/**
 * The number of the decision.
 */
document: string, 
/**
 * To whom.
 */
to: string, };

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
endings: Array<Choice>, 
/**
 * What units are counted by.
 */
counted_by: Array<Choice>, 
/**
 * The maps that they are counted on.
 */
maps: Array<Choice>, };

/**
 * What units are counted by.
 */
export type UnitsBy = "bloc" | "kind" | "sector" | "superior";

/**
 * Units that end on one day by one decision.
 */
export type UnitsEnd = { 
/**
 * From this day on they are no more.
 */
day: string, 
/**
 * The number of the decision.
 */
document: string, 
/**
 * Those that are dissolved.
 */
dissolve: Array<UnitId>, 
/**
 * What becomes of the members of those.
 */
members: MembersOfEnded, 
/**
 * Those that are handed over; their members go with them.
 */
transfer: Array<UnitId>, 
/**
 * To whom.
 */
to: string, };

/**
 * What ending the units would do.
 */
export type UnitsEndPlan = { 
/**
 * Unit by unit, those that are dissolved first.
 */
lines: Array<UnitEndLine>, 
/**
 * Members whose membership ends with their unit.
 */
ended: number, 
/**
 * Members who move to another unit of ours.
 */
moved: number, 
/**
 * Members who stay on the list of their dissolved unit.
 */
staying: number, 
/**
 * Members who leave with the units that are handed over.
 */
transferred: number, 
/**
 * Everything else that is wrong, as sentences.
 */
obstacles: Array<string>, };

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
 * A screen asks to see restricted fields.
 */
export type Unmask = { 
/**
 * Which screen: `doan-vien`.
 */
screen: string, };

/**
 * Leave to see restricted fields on one screen, for one day.
 */
export type UnmaskingId = number;

/**
 * A view to be thrown away.
 */
export type ViewGone = { 
/**
 * Which.
 */
id: SavedViewId, };

/**
 * Whose views.
 */
export type ViewsOf = { 
/**
 * `members`, `units`, …
 */
room: string, };

/**
 * What a share of votes is reckoned on.
 */
export type VoteBase = "present" | "all";

/**
 * What a unit is voted for.
 */
export type VoteFor = "head" | "deputy" | "acclaim";

/**
 * How one unit came out of a ballot.
 */
export type VoteLine = { 
/**
 * The unit.
 */
unit: UnitId, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is put forward for.
 */
award: string, 
/**
 * Votes.
 */
votes: number, 
/**
 * "91,7 %".
 */
percent: Share, 
/**
 * From 1; equal votes share a place.
 */
place: number, 
/**
 * Enough votes.
 */
passed: boolean, };

/**
 * By how many votes, for one span of days.
 */
export type VoteRule = { 
/**
 * Its key; none: a new one.
 */
id: VoteRuleId | null, 
/**
 * For which ballot.
 */
ballot: Ballot, 
/**
 * Per cent.
 */
percent: number, 
/**
 * More than that; otherwise that is enough.
 */
beyond: boolean, 
/**
 * Of the units that were there, or of all.
 */
base: VoteBase, 
/**
 * First day; none: as long as anyone knows.
 */
since: string | null, 
/**
 * Last day; none: still.
 */
until: string | null, 
/**
 * Where it is known from.
 */
source: string, 
/**
 * How sure that is.
 */
certainty: Certainty, };

/**
 * Which rule goes.
 */
export type VoteRuleGone = { 
/**
 * Its key.
 */
id: VoteRuleId, };

/**
 * One rule of voting.
 */
export type VoteRuleId = number;

/**
 * Which office of the data folder.
 */
export type Which = "office" | "sample";

/**
 * Which course.
 */
export type WhichCourse = { 
/**
 * The course.
 */
id: CourseId, };

/**
 * Which decision.
 */
export type WhichDecision = { 
/**
 * Its key.
 */
id: DecisionId, };

/**
 * One document.
 */
export type WhichDocument = { 
/**
 * Its key.
 */
id: DocumentId, };

/**
 * One file of a document.
 */
export type WhichFile = { 
/**
 * Its key.
 */
id: AttachmentId, };

/**
 * One target.
 */
export type WhichTarget = { 
/**
 * Its key.
 */
id: TargetId, };

/**
 * A work of the register.
 */
export type Work = { 
/**
 * Its key.
 */
id: WorkId, 
/**
 * As its form shows it.
 */
draft: WorkDraft, 
/**
 * The unit's name at that time.
 */
unit_name: string, };

/**
 * A work as the form gives it.
 */
export type WorkDraft = { 
/**
 * Which one is corrected; none: a new one.
 */
id: WorkId | null, 
/**
 * The year in which it is registered.
 */
year: number, 
/**
 * Tên công trình, sản phẩm.
 */
title: string, 
/**
 * "Chào mừng Đại hội Công đoàn huyện lần thứ X".
 */
occasion: string, 
/**
 * The unit that made it.
 */
unit: UnitId, 
/**
 * Who made it.
 */
makers: string, 
/**
 * When it was finished.
 */
completed: PartialDate | null, 
/**
 * Its value in đồng; 0: not counted.
 */
value: Dong, 
/**
 * Anything else.
 */
note: string, };

/**
 * A work to be taken off.
 */
export type WorkGone = { 
/**
 * The work.
 */
id: WorkId, };

/**
 * One work or product.
 */
export type WorkId = number;

/**
 * Which year's works.
 */
export type WorksOf = { 
/**
 * The year in which they were registered; none: any.
 */
year: number | null, };

/**
 * A year with its days.
 */
export type YearCalendar = { 
/**
 * The year.
 */
year: number, 
/**
 * Its year, school year, halves and quarters, as far as they are open.
 */
periods: Array<Period>, 
/**
 * Its deadlines, in the order of their days.
 */
due: Array<Due>, };

/**
 * A year to be closed.
 */
export type YearClose = { 
/**
 * The year or school year.
 */
period: PeriodId, };

/**
 * A year to be opened, with what is taken over from the year before.
 */
export type YearOpen = { 
/**
 * The year.
 */
year: number, 
/**
 * Khối trưởng, khối phó of each bloc that has none yet.
 */
heads: boolean, 
/**
 * What the pledges of the year before did not mend: drafts are opened with it.
 */
shortcomings: boolean, 
/**
 * Chỉ tiêu of the whole year, without their results.
 */
targets: boolean, };

/**
 * What opening a year brought.
 */
export type YearOpened = { 
/**
 * Blocs whose head and deputy were taken over.
 */
heads: number, 
/**
 * Pledges that were opened as drafts, or got something to mend.
 */
pledges: number, 
/**
 * Targets that were taken over.
 */
targets: number, };

/**
 * A closed year to be opened again, with the reason.
 */
export type YearReopen = { 
/**
 * The year or school year.
 */
period: PeriodId, 
/**
 * Why.
 */
reason: string, };

/** Every command: what it is given and what it answers. */
export interface Commands {
  'start.state': { args: null; value: StartState };
  'start.set_up': { args: SetUp; value: SetUpDone };
  'start.unlock': { args: Unlock; value: StartState };
  'start.open_anyway': { args: Unlock; value: StartState };
  'start.lock': { args: null; value: StartState };
  'start.sit': { args: Sit; value: StartState };
  'start.load_sample': { args: null; value: StartState };
  'start.open_sample': { args: null; value: StartState };
  'start.open_office': { args: null; value: StartState };
  'start.remove_sample': { args: null; value: StartState };
  'overview.to_do': { args: OfYear; value: Array<Task> };
  'start.tick': { args: Tick; value: StartState };
  'start.forgot_password': { args: ForgotPassword; value: StartState };
  'intake.apply': { args: null; value: Done<IntakeDone> };
  'scores.take_in': { args: null; value: Done<IntakeDone> };
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
  'host.page': { args: null; value: HostPage };
  'host.change': { args: HostChange; value: Done<HostId> };
  'host.set_signers': { args: SignerList; value: Done<null> };
  'overview.figures': { args: OfYear; value: Figures };
  'overview.recent': { args: OfYear; value: Array<DecisionLine> };
  'overview.missing': { args: null; value: Array<Gap> };
  'overview.unit_gaps': { args: null; value: Array<UnitGap> };
  'overview.find': { args: Find; value: Array<Found> };
  'periods.list': { args: PeriodsOf; value: Array<Period> };
  'years.calendar': { args: PeriodsOf; value: YearCalendar };
  'years.due': { args: DueWithin; value: DuePage };
  'years.open': { args: YearOpen; value: Done<YearOpened> };
  'years.close': { args: YearClose; value: Done<null> };
  'years.reopen': { args: YearReopen; value: Done<null> };
  'years.set_deadline': { args: Deadline; value: Done<DeadlineId> };
  'years.remove_deadline': { args: DeadlineGone; value: Done<null> };
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
  'units.dissolve': { args: UnitDissolve; value: Done<number> };
  'units.transfer': { args: UnitTransfer; value: Done<number> };
  'units.plan_end': { args: UnitsEnd; value: UnitsEndPlan };
  'units.end_many': { args: UnitsEnd; value: Done<number> };
  'units.figures': { args: UnitTalliesOf; value: UnitTallies };
  'units.merge': { args: UnitMerge; value: Done<UnitId> };
  'units.split': { args: UnitSplit; value: Done<Array<UnitId>> };
  'members.words': { args: null; value: MemberWords };
  'members.page': { args: MemberPageAsk; value: MemberPage };
  'members.get': { args: MemberAsk; value: MemberRecord };
  'members.counts': { args: null; value: MemberCounts };
  'members.unmask': { args: Unmask; value: Done<UnmaskingId> };
  'members.add': { args: MemberAdd; value: Done<MemberAdded> };
  'members.try_edit': { args: MemberEdit; value: Array<CellAnswer> };
  'members.edit': { args: MemberEdit; value: Done<MemberEdited> };
  'members.bulk_edit': { args: MemberBulkEdit; value: Done<MemberEdited> };
  'members.delete': { args: MemberDelete; value: Done<number> };
  'members.leave': { args: MembersLeave; value: Done<number> };
  'members.return': { args: MembersReturn; value: Done<number> };
  'members.move': { args: MembersMove; value: Done<number> };
  'members.pause': { args: MembersPause; value: Done<number> };
  'members.resume': { args: MembersPause; value: Done<number> };
  'members.duplicates': { args: DuplicateAsk; value: Array<DuplicateGroup> };
  'members.keep_apart': { args: KeepApart; value: Done<null> };
  'members.merge': { args: MemberMerge; value: Done<MemberId> };
  'members.views': { args: ViewsOf; value: Array<SavedView> };
  'members.save_view': { args: SavedViewDraft; value: Done<SavedViewId> };
  'members.delete_view': { args: ViewGone; value: Done<null> };
  'pledges.words': { args: null; value: PledgeWords };
  'pledges.year': { args: PeriodsOf; value: PledgeYear };
  'pledges.page': { args: PledgePageAsk; value: PledgePage };
  'pledges.get': { args: PledgeAsk; value: PledgeRecord };
  'pledges.figures': { args: PledgeFiguresOf; value: PledgeFigures };
  'pledges.missing': { args: MissingAsk; value: MissingPage };
  'pledges.missing_names': { args: MissingNames; value: Array<MissingPerson> };
  'pledges.shortcomings': { args: ShortcomingsOf; value: Array<ShortcomingLine> };
  'pledges.register': { args: PledgeRegister; value: Done<PledgeId> };
  'pledges.try_paste': { args: PledgePaste; value: Array<PasteAnswer> };
  'pledges.paste': { args: PledgePaste; value: Done<number> };
  'pledges.edit': { args: PledgeEdit; value: Done<null> };
  'pledges.edit_cells': { args: PledgeCells; value: Done<number> };
  'pledges.confirm': { args: PledgeConfirm; value: Done<number> };
  'pledges.post': { args: PledgePost; value: Done<number> };
  'pledges.return': { args: PledgeBack; value: Done<number> };
  'pledges.withdraw': { args: PledgeBack; value: Done<number> };
  'pledges.resubmit': { args: PledgesChosen; value: Done<number> };
  'pledges.delete': { args: PledgesChosen; value: Done<number> };
  'pledges.assess': { args: PledgeAssess; value: Done<number> };
  'pledges.mend': { args: ShortcomingMended; value: Done<null> };
  'pledges.set_topic': { args: PledgeTopic; value: Done<null> };
  'pledges.set_grade': { args: Grade; value: Done<GradeId> };
  'pledges.set_reviews': { args: PledgeReviews; value: Done<null> };
  'catalogue.page': { args: null; value: CataloguePage };
  'catalogue.set_regulation': { args: Regulation; value: Done<number> };
  'catalogue.set_award': { args: Award; value: Done<AwardId> };
  'catalogue.set_coefficient': { args: Coefficient; value: Done<CoefficientId> };
  'catalogue.set_base_salary': { args: BaseSalary; value: Done<number> };
  'catalogue.set_phrase': { args: Phrase; value: Done<number> };
  'catalogue.set_legal_ground': { args: LegalGround; value: Done<number> };
  'catalogue.set_money_source': { args: MoneySource; value: Done<number> };
  'catalogue.remove': { args: CatalogueGone; value: Done<null> };
  'catalogue.set_settings': { args: MoneySettings; value: Done<null> };
  'scores.blocs': { args: ScoreBlocsOf; value: Array<BlocStanding> };
  'scores.book': { args: ScoreBookAsk; value: ScoreBook };
  'scores.try_edit': { args: ScoreEdit; value: ScoreBook };
  'scores.edit': { args: ScoreEdit; value: Done<null> };
  'scores.note': { args: ScoreNoteDraft; value: Done<null> };
  'scores.breach': { args: BreachMark; value: Done<null> };
  'scores.publish': { args: ScorePublish; value: Done<null> };
  'scores.tables': { args: ScoreTablesOf; value: ScoreTablePage };
  'scores.set_table': { args: ScoreTable; value: Done<ScoreTableId> };
  'scores.copy_table': { args: ScoreTableCopy; value: Done<ScoreTableId> };
  'scores.delete_table': { args: ScoreTableGone; value: Done<null> };
  'scores.set_scale': { args: GradeScale; value: Done<GradeScaleId> };
  'scores.delete_scale': { args: GradeScaleGone; value: Done<null> };
  'decisions.register': { args: DecisionQuery; value: DecisionRegister };
  'decisions.page': { args: WhichDecision; value: DecisionPage };
  'decisions.new': { args: NewDecision; value: Done<DecisionId> };
  'decisions.copy': { args: WhichDecision; value: Done<DecisionId> };
  'decisions.edit': { args: EditDecision; value: Done<DecisionId> };
  'decisions.delete': { args: WhichDecision; value: Done<DecisionId> };
  'decisions.candidates': { args: CandidateQuery; value: Array<CandidateLine> };
  'decisions.add_recipients': { args: AddRecipients; value: Done<Array<RecipientId>> };
  'decisions.edit_recipients': { args: EditRecipients; value: Done<DecisionId> };
  'decisions.remove_recipients': { args: RecipientList; value: Done<DecisionId> };
  'decisions.order_recipients': { args: RecipientList; value: Done<DecisionId> };
  'decisions.ready': { args: WhichDecision; value: Done<DecisionId> };
  'decisions.reopen': { args: WhichDecision; value: Done<DecisionId> };
  'decisions.issue': { args: WhichDecision; value: Done<DecisionId> };
  'decisions.amend': { args: Amendment; value: Done<DecisionId> };
  'decisions.cancel': { args: Amendment; value: Done<DecisionId> };
  'decisions.record': { args: PastDecision; value: Done<DecisionId> };
  'decisions.designs': { args: null; value: DesignPage };
  'decisions.save_design': { args: DesignLine; value: Done<DesignId> };
  'decisions.delete_design': { args: DesignGone; value: Done<null> };
  'decisions.awards': { args: AwardsQuery; value: Array<AwardLine> };
  'decisions.award_years': { args: AwardsQuery; value: AwardYears };
  'decisions.history': { args: HistoryOf; value: Array<AwardLine> };
  'intake.targets': { args: null; value: Array<IntakeTarget> };
  'scores.open_books': { args: ScoreBooksOpen; value: ScoreBooksView };
  'movements.words': { args: null; value: MovementWords };
  'movements.list': { args: MovementQuery; value: Array<MovementLine> };
  'movements.get': { args: MovementAsk; value: MovementRecord };
  'movements.set': { args: MovementDraft; value: Done<MovementId> };
  'movements.remove': { args: MovementGone; value: Done<null> };
  'movements.set_year': { args: MovementYear; value: Done<null> };
  'movements.link_document': { args: DocumentLink; value: Done<null> };
  'movements.unlink_document': { args: DocumentLink; value: Done<null> };
  'movements.launches': { args: LaunchAsk; value: LaunchBoard };
  'movements.launch': { args: LaunchDraft; value: Done<number> };
  'movements.take_back': { args: LaunchGone; value: Done<number> };
  'movements.set_review': { args: ReviewDraft; value: Done<ReviewId> };
  'movements.remove_review': { args: ReviewGone; value: Done<null> };
  'movements.registrations': { args: RegistrationPageAsk; value: RegistrationPage };
  'movements.try_register': { args: Array<RegistrationDraft>; value: Array<RegistrationAnswer> };
  'movements.edit_registrations': { args: EditRegistrations; value: Done<null> };
  'movements.register': { args: Array<RegistrationDraft>; value: Done<Array<RegistrationId>> };
  'movements.unregister': { args: RegistrationList; value: Done<number> };
  'movements.taking_part': { args: TakingPartAsk; value: TakingPart };
  'initiatives.words': { args: null; value: InitiativeWords };
  'initiatives.page': { args: InitiativePageAsk; value: InitiativePage };
  'initiatives.get': { args: InitiativeAsk; value: InitiativeRecord };
  'initiatives.figures': { args: InitiativesOf; value: InitiativeFigures };
  'initiatives.register': { args: InitiativeDraft; value: Done<InitiativeId> };
  'initiatives.edit': { args: InitiativeEdit; value: Done<InitiativeId> };
  'initiatives.edit_cells': { args: EditInitiatives; value: Done<number> };
  'initiatives.delete': { args: InitiativeList; value: Done<number> };
  'initiatives.join': { args: InitiativesJoin; value: Done<number> };
  'initiatives.enter': { args: InitiativesEntered; value: Done<number> };
  'initiatives.programmes': { args: null; value: ProgrammePage };
  'initiatives.set_programme': { args: ProgrammeDraft; value: Done<ProgrammeId> };
  'initiatives.remove_programme': { args: ProgrammeGone; value: Done<null> };
  'initiatives.set_rule': { args: ProgrammeRuleDraft; value: Done<ProgrammeRuleId> };
  'initiatives.remove_rule': { args: ProgrammeRuleGone; value: Done<null> };
  'initiatives.works': { args: WorksOf; value: Array<Work> };
  'initiatives.set_work': { args: WorkDraft; value: Done<WorkId> };
  'initiatives.remove_work': { args: WorkGone; value: Done<null> };
  'targets.page': { args: TargetQuery; value: TargetPage };
  'targets.behind': { args: WhichTarget; value: Array<CountedLine> };
  'targets.set_indicator': { args: IndicatorDraft; value: Done<IndicatorId> };
  'targets.begin_year': { args: TargetsOfYear; value: Done<PeriodId> };
  'targets.give': { args: TargetGiven; value: Done<TargetId> };
  'targets.set': { args: TargetDraft; value: Done<TargetId> };
  'targets.edit': { args: TargetEdit; value: Done<null> };
  'targets.remove': { args: TargetList; value: Done<number> };
  'targets.carry_over': { args: TargetsOfYear; value: Done<number> };
  'documents.words': { args: null; value: DocumentWords };
  'documents.register': { args: DocumentQuery; value: DocumentRegister };
  'documents.get': { args: WhichDocument; value: DocumentRecord };
  'documents.next_number': { args: NextNumberOf; value: string };
  'documents.save': { args: DocumentDraft; value: Done<DocumentId> };
  'documents.handle': { args: Handled; value: Done<number> };
  'documents.delete': { args: WhichDocument; value: Done<null> };
  'documents.attach': { args: Attach; value: Done<number> };
  'documents.detach': { args: WhichFile; value: Done<null> };
  'documents.set_numbering': { args: NumberingChosen; value: Done<null> };
  'compacts.year': { args: PeriodsOf; value: CompactYear };
  'compacts.get': { args: CompactOf; value: CompactRecord };
  'compacts.begin': { args: CompactsBegin; value: Done<number> };
  'compacts.set': { args: CompactDraft; value: Done<CompactId> };
  'compacts.remove': { args: CompactOf; value: Done<null> };
  'compacts.sign': { args: CompactSign; value: Done<number> };
  'compacts.unsign': { args: CompactUnsign; value: Done<number> };
  'compacts.set_meeting': { args: MeetingDraft; value: Done<MeetingId> };
  'compacts.remove_meeting': { args: MeetingGone; value: Done<null> };
  'compacts.elect': { args: CompactOf; value: Done<Elected> };
  'compacts.set_rule': { args: VoteRule; value: Done<VoteRuleId> };
  'compacts.remove_rule': { args: VoteRuleGone; value: Done<null> };
  'training.page': { args: CourseQuery; value: CoursePage };
  'training.get': { args: WhichCourse; value: CourseRecord };
  'training.set': { args: CourseDraft; value: Done<CourseId> };
  'training.delete': { args: WhichCourse; value: Done<null> };
  'training.take_in': { args: TakeIn; value: Done<number> };
  'training.try_paste': { args: CoursePaste; value: Array<CoursePasteAnswer> };
  'training.paste': { args: CoursePaste; value: Done<number> };
  'training.edit_people': { args: EditParticipants; value: Done<number> };
  'training.take_out': { args: ParticipantList; value: Done<number> };
  'training.set_count': { args: CountDraft; value: Done<CountId> };
  'training.remove_count': { args: CountGone; value: Done<null> };
  'training.people': { args: PeopleAsk; value: PeoplePage };
  'training.figures': { args: TrainingOf; value: TrainingFigures };
  'training.set_basis': { args: BasisDraft; value: Done<null> };
  'training.remove_basis': { args: BasisGone; value: Done<null> };
  'intake.open': { args: IntakeOpen; value: IntakeView };
  'intake.state': { args: null; value: IntakeView | null };
  'intake.rows': { args: IntakeRowsAsk; value: IntakeRows };
  'intake.decide': { args: IntakeDecide; value: IntakeView };
  'intake.map': { args: IntakeMap; value: IntakeView };
  'intake.lay_out': { args: IntakeLayOut; value: IntakeView };
  'intake.read_sheet': { args: IntakeSheetWish; value: IntakeView };
  'intake.set': { args: IntakeSet; value: IntakeView };
  'intake.choose': { args: IntakeChoose; value: IntakeView };
  'intake.discard': { args: null; value: null };
  'intake.history': { args: null; value: Array<IntakeLine> };
  'intake.undo': { args: IntakeBack; value: Done<Undone> };
}

/** Every paper: what it is given; it answers a file. */
export interface Papers {
  'overview.diagnostics': null;
  'vault.recovery_sheet': null;
  'intake.reply': IntakeReply;
  'members.xlsx': MemberListPaper;
  'members.pdf': MemberListPaper;
  'pledges.xlsx': PledgeListPaper;
  'pledges.pdf': PledgeListPaper;
  'pledges.booklet_pdf': PledgeBooklet;
  'pledges.booklet_docx': PledgeBooklet;
  'pledges.progress_xlsx': PledgeFiguresOf;
  'pledges.progress_pdf': PledgeFiguresOf;
  'units.xlsx': Seen<UnitQuery>;
  'units.pdf': Seen<UnitQuery>;
  'units.figures_xlsx': UnitTalliesOf;
  'units.figures_pdf': UnitTalliesOf;
  'units.handover': HandoverOf;
  'scores.ranking_xlsx': ScorePaper;
  'scores.ranking_pdf': ScorePaper;
  'scores.book_xlsx': ScorePaper;
  'scores.book_pdf': ScorePaper;
  'scores.slips_pdf': ScorePaper;
  'decisions.pdf': WhichDecision;
  'decisions.docx': WhichDecision;
  'decisions.xlsx': ListPaper;
  'decisions.list_pdf': ListPaper;
  'decisions.register_xlsx': Seen<DecisionQuery>;
  'decisions.register_pdf': Seen<DecisionQuery>;
  'targets.xlsx': Seen<TargetQuery>;
  'targets.pdf': Seen<TargetQuery>;
  'documents.file': WhichFile;
  'documents.xlsx': Seen<DocumentQuery>;
  'documents.pdf': Seen<DocumentQuery>;
  'compacts.pdf': CompactPaper;
  'compacts.docx': CompactPaper;
  'compacts.minutes_pdf': CompactPaper;
  'compacts.minutes_docx': CompactPaper;
  'compacts.acclaim_pdf': CompactPaper;
  'compacts.acclaim_xlsx': CompactPaper;
  'training.xlsx': Seen<CourseQuery>;
  'training.pdf': Seen<CourseQuery>;
  'training.people_xlsx': Seen<PeopleQuery>;
  'training.people_pdf': Seen<PeopleQuery>;
  'training.participants_xlsx': WhichCourse;
  'training.participants_pdf': WhichCourse;
  'training.units_xlsx': TrainingOf;
  'training.units_pdf': TrainingOf;
  'decisions.history_pdf': HistoryOf;
  'movements.list_xlsx': Seen<MovementQuery>;
  'movements.list_pdf': Seen<MovementQuery>;
  'movements.registered_xlsx': Seen<RegistrationQuery>;
  'movements.registered_pdf': Seen<RegistrationQuery>;
  'movements.xlsx': MovementPaper;
  'movements.pdf': MovementPaper;
  'initiatives.xlsx': InitiativePaper;
  'initiatives.pdf': InitiativePaper;
}
