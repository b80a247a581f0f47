//! What the page may ask of the intake: read files, look, decide, apply, look back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::id::ActId;
use crate::journal::Undone;
use crate::office::{Done, Office};
use crate::paper::Paper;
use crate::sheet::read::worker::Reader;
use crate::tray::FileToken;
use crate::units::UnitId;

use super::apply;
use super::batch::Place;
use super::heading::heading_key;
use super::list::{SheetReading, Status};
use super::plan::{FieldChange, Plan};
use super::reply::reply_to;
use super::report::Reference;
use super::session::{IntakeTarget, Outcome, Session, SourceFile, fields_of, shown};
use super::store::{self, Counts, IntakeId, IntakeLine, known_units};
use super::whose::KnownUnit;

/// Endings of files that may be lists; of a folder only these are read.
const ENDINGS: &[&str] = &["xlsx", "xls", "ods", "csv", "txt", "xlsm"];

/// Files to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeOpen {
    /// What the lists are taken in as.
    pub target: IntakeTarget,
    /// Files and folders of the tray.
    pub files: Vec<FileToken>,
}

/// Reads files and says what would happen; nothing is written.
pub fn open(office: &mut Office, files: IntakeOpen) -> Result<IntakeView> {
    let mut paths = Vec::new();
    for token in &files.files {
        paths.extend(files_in(office.tray.path(*token)?)?);
    }
    let session = prepare(office, files.target, &paths)?;
    let view = view(&session);
    office.tray.lay_work(session);
    Ok(view)
}

/// A file, or the lists of a folder in the order of their names.
pub fn files_in(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // Excel's own lock files begin with ~$.
        if path.is_file() && ENDINGS.contains(&ending.as_str()) && !name.starts_with("~$") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads the files through the worker and prepares an import.
pub fn prepare(office: &mut Office, target: IntakeTarget, paths: &[PathBuf]) -> Result<Session> {
    let progress = office.progress();
    progress.begin("Đang đọc tệp", u64::try_from(paths.len()).unwrap_or(0));
    let worker = office.worker()?.clone();
    let mut reader = Reader::new(worker);
    let mut sources = Vec::new();
    for path in paths {
        progress.step()?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let too_big = std::fs::metadata(path)?.len() > crate::sheet::read::MOST_BYTES;
        let read = if too_big {
            Err(crate::sheet::read::Unreadable::TooBig("tệp lớn hơn 20 MB".into()))
        } else {
            reader.read(&std::fs::read(path)?)
        };
        sources.push(SourceFile { name, read, unit: None, taken: None });
    }
    progress.begin("Đang đối chiếu với danh sách", 0);
    let mut session = Session::new(target, sources);
    session.understand(office)?;
    Ok(session)
}

/// An import being prepared, as the page sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeView {
    /// What the lists are taken in as.
    pub target: IntakeTarget,
    /// Its files.
    pub files: Vec<IntakeFile>,
    /// What would happen in all.
    pub counts: Counts,
    /// The fields that a column may be, in order.
    pub fields: Vec<IntakeField>,
}

/// A field that a column may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeField {
    /// Its name in commands.
    pub name: String,
    /// Its name for the clerk.
    pub label: String,
}

/// A unit that a file may belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeUnit {
    /// Its key.
    pub id: UnitId,
    /// "VT05".
    pub code: String,
    /// Its name.
    pub name: String,
}

/// One file, as the page sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeFile {
    /// Its place in the import: names it in commands.
    pub file: u32,
    /// Its name.
    pub name: String,
    /// What happens to it.
    pub status: Status,
    /// Why it does not simply go in: `password_protected`.
    pub reason: String,
    /// The same as a sentence.
    pub sentence: String,
    /// Its unit.
    pub unit: Option<IntakeUnit>,
    /// Units between which a person must choose.
    pub candidates: Vec<IntakeUnit>,
    /// Sentences about the whole file.
    pub notes: Vec<String>,
    /// Its sheets with their columns.
    pub sheets: Vec<SheetReading>,
    /// What would happen.
    pub counts: Counts,
}

fn unit_view(unit: &KnownUnit) -> IntakeUnit {
    IntakeUnit { id: UnitId(unit.id), code: unit.code.clone(), name: unit.names.first().cloned().unwrap_or_default() }
}

fn view(session: &Session) -> IntakeView {
    let files = session.files.iter().enumerate().map(|(index, file)| IntakeFile {
        file: u32::try_from(index).unwrap_or(u32::MAX),
        name: file.file.clone(),
        status: file.status,
        reason: file.hindrance.as_ref().map(|why| why.reason.clone()).unwrap_or_default(),
        sentence: file.hindrance.as_ref().map(|why| why.sentence.clone()).unwrap_or_default(),
        unit: file.unit.as_ref().map(unit_view),
        candidates: file.candidates.iter().map(unit_view).collect(),
        notes: file
            .findings
            .iter()
            .map(|finding| finding.sentence().to_owned())
            .chain(file.notes.iter().cloned())
            .collect(),
        sheets: file.sheets.clone(),
        counts: session.counts(Some(index)),
    });
    let fields = fields_of(session.target.target());
    IntakeView {
        target: session.target,
        files: files.collect(),
        counts: session.counts(None),
        fields: fields
            .into_iter()
            .map(|(name, label)| IntakeField { name: name.to_owned(), label: label.to_owned() })
            .collect(),
    }
}

/// Takes the prepared import up, changes it, and lays it down again, whatever happens.
fn with<T>(office: &mut Office, work: impl FnOnce(&mut Office, &mut Session) -> Result<T>) -> Result<T> {
    let mut session = office.tray.take_work::<Session>().ok_or_else(gone)?;
    let worked = work(office, &mut session);
    office.tray.lay_work(session);
    worked
}

fn gone() -> Error {
    Error::refused("files", "Chưa chọn tệp để nhập. Hãy chọn tệp Excel.")
}

fn again(office: &mut Office, session: &mut Session) -> Result<IntakeView> {
    session.understand(office)?;
    Ok(view(session))
}

fn index(file: u32) -> usize {
    usize::try_from(file).unwrap_or(usize::MAX)
}

/// The import being prepared, if any.
pub fn state(office: &mut Office, (): ()) -> Result<Option<IntakeView>> {
    match office.tray.take_work::<Session>() {
        None => Ok(None),
        Some(session) => {
            let view = view(&session);
            office.tray.lay_work(session);
            Ok(Some(view))
        }
    }
}

/// Forgets the import being prepared.
pub fn discard(office: &mut Office, (): ()) -> Result<()> {
    office.tray.take_work::<Session>();
    Ok(())
}

/// A person says whose list a file is, or whether it goes in at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeDecide {
    /// Which file.
    pub file: u32,
    /// Its unit; none: leave it as found.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Take it although it is held (`true`), leave it out (`false`).
    #[serde(default)]
    pub taken: Option<bool>,
}

/// Decides about a whole file.
pub fn decide(office: &mut Office, decision: IntakeDecide) -> Result<IntakeView> {
    with(office, |office, session| {
        let known = known_units(office.db())?;
        let source = session.source(index(decision.file))?;
        if let Some(unit) = decision.unit {
            source.unit = known.into_iter().find(|known| known.id == unit.0);
        }
        if decision.taken.is_some() {
            source.taken = decision.taken;
        }
        again(office, session)
    })
}

/// A person corrects which column is which field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeMap {
    /// Which file.
    pub file: u32,
    /// Which sheet.
    pub sheet: String,
    /// Which column, from 0.
    pub column: u32,
    /// The field; none: leave the column out.
    pub field: Option<String>,
}

/// Corrects a column; the correction is remembered for all lists with these headings once the import is applied.
pub fn map(office: &mut Office, correction: IntakeMap) -> Result<IntakeView> {
    with(office, |office, session| {
        let target = session.target.target();
        if correction.field.as_deref().is_some_and(|field| target.field(field).is_none()) {
            return Err(Error::refused("field", "Không có cột này trong danh sách. Hãy chọn lại."));
        }
        let sheet = session
            .files
            .get(index(correction.file))
            .and_then(|file| file.sheets.iter().find(|sheet| sheet.name == correction.sheet));
        let sheet = sheet.ok_or_else(gone)?;
        let key = sheet.columns.iter().map(|column| heading_key(&column.heading)).collect::<Vec<_>>().join("|");
        let before = sheet.columns.clone();
        let columns = session
            .corrected
            .entry(key)
            .or_insert_with(|| before.iter().map(|column| (column.column, column.field.clone())).collect());
        for field in columns.values_mut().filter(|field| field.is_some() && **field == correction.field) {
            *field = None;
        }
        columns.insert(correction.column, correction.field);
        again(office, session)
    })
}

/// A person corrects one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeSet {
    /// Which file.
    pub file: u32,
    /// Which sheet.
    pub sheet: String,
    /// Which row, as Excel numbers it.
    pub row: u32,
    /// Which field.
    pub field: String,
    /// What it shall say.
    pub text: String,
}

/// Corrects one cell before the import.
pub fn set(office: &mut Office, cell: IntakeSet) -> Result<IntakeView> {
    with(office, |office, session| {
        session.set_cell(index(cell.file), &cell.sheet, cell.row, &cell.field, &cell.text)?;
        again(office, session)
    })
}

/// A person takes a row or leaves it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeChoose {
    /// Which file.
    pub file: u32,
    /// Which sheet.
    pub sheet: String,
    /// Which row, as Excel numbers it.
    pub row: u32,
    /// Take it or leave it out; none: as found.
    pub taken: Option<bool>,
}

/// Decides about one row.
pub fn choose(office: &mut Office, choice: IntakeChoose) -> Result<IntakeView> {
    with(office, |office, session| {
        let key = (index(choice.file), choice.sheet.clone(), choice.row);
        match choice.taken {
            Some(taken) => session.choices.insert(key, taken),
            None => session.choices.remove(&key),
        };
        again(office, session)
    })
}

/// Which rows to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeRowsAsk {
    /// Of which file; none: of all.
    #[serde(default)]
    pub file: Option<u32>,
    /// Only those that come to this; none: all.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Only those about which something was noticed.
    #[serde(default)]
    pub noticed: bool,
    /// From which on.
    #[serde(default)]
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// Rows of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeRows {
    /// How many there are in all.
    pub total: u32,
    /// The asked ones.
    pub rows: Vec<IntakeRow>,
}

/// A row of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeRow {
    /// Its file.
    pub file: u32,
    /// Its sheet.
    pub sheet: String,
    /// As Excel numbers it.
    pub row: u32,
    /// What it comes to.
    pub outcome: Outcome,
    /// Whether a person decided so.
    pub chosen: Option<bool>,
    /// Code of its unit.
    pub unit: Option<String>,
    /// What goes in, by field, as a clerk reads it.
    pub values: BTreeMap<String, String>,
    /// What the cells show, by field.
    pub original: BTreeMap<String, String>,
    /// What was noticed, as names and sentences.
    pub findings: Vec<Noticed>,
    /// What would change.
    pub changes: Vec<FieldChange>,
    /// The same person in other files.
    pub same_person: Vec<Reference>,
}

/// Something noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "IntakeNoticed")]
pub struct Noticed {
    /// Its name in reports.
    pub name: String,
    /// The sentence.
    pub sentence: String,
}

/// A page of the preview.
pub fn rows(office: &mut Office, ask: IntakeRowsAsk) -> Result<IntakeRows> {
    with(office, |_, session| {
        let mut total = 0_u32;
        let mut page = Vec::new();
        for (file, reading) in session.files.iter().enumerate() {
            if ask.file.is_some_and(|only| index(only) != file) {
                continue;
            }
            for (at, entry) in reading.entries.iter().enumerate() {
                let outcome = session.outcome(file, at, entry);
                let is_wanted =
                    ask.outcome.is_none_or(|only| only == outcome) && (!ask.noticed || !entry.findings.is_empty());
                if is_wanted {
                    if total >= ask.offset && page.len() < index(ask.limit) {
                        page.push(row_view(session, file, at, outcome)?);
                    }
                    total += 1;
                }
            }
        }
        Ok(IntakeRows { total, rows: page })
    })
}

fn row_view(session: &Session, file: usize, at: usize, outcome: Outcome) -> Result<IntakeRow> {
    let reading = session.files.get(file).ok_or_else(gone)?;
    let entry = reading.entries.get(at).ok_or_else(gone)?;
    let mut values = BTreeMap::new();
    for (field, value) in &entry.values {
        values.insert(field.clone(), shown(&serde_json::to_value(value)?));
    }
    let place = Place { file, entry: at };
    let same_person = session.same.get(&place).into_iter().flatten().filter_map(|other| {
        let file = session.files.get(other.file)?;
        let row = file.entries.get(other.entry)?;
        Some(Reference { unit: file.unit_of(row).map(str::to_owned), file: file.file.clone(), row: row.row })
    });
    Ok(IntakeRow {
        file: u32::try_from(file).unwrap_or(u32::MAX),
        sheet: entry.sheet.clone(),
        row: entry.row,
        outcome,
        chosen: session.choices.get(&(file, entry.sheet.clone(), entry.row)).copied(),
        unit: reading.unit_of(entry).map(str::to_owned),
        values,
        original: entry.original.clone(),
        findings: entry
            .findings
            .iter()
            .map(|finding| Noticed { name: finding.name(), sentence: finding.sentence().to_owned() })
            .collect(),
        changes: match session.plans.get(&place) {
            Some(Plan::Change(_, _, changes)) => changes.clone(),
            Some(Plan::New(_) | Plan::Same(_) | Plan::Doubt(_)) | None => Vec::new(),
        },
        same_person: same_person.collect(),
    })
}

/// Takes in what is certain, as one act; the preparation is then forgotten.
pub fn apply(office: &mut Office) -> Result<Done<apply::IntakeDone>> {
    let done = with(office, |office, session| apply::apply(office, session))?;
    office.tray.take_work::<Session>();
    Ok(done)
}

/// The imports that stand, newest first.
pub fn history(office: &mut Office, (): ()) -> Result<Vec<IntakeLine>> {
    store::lines(office.db())
}

/// An import to be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeBack {
    /// Which; none: the newest of members.
    #[serde(default)]
    pub id: Option<IntakeId>,
}

/// Takes a whole import back; what was changed since is kept and listed.
pub fn undo(office: &mut Office, back: IntakeBack) -> Result<Done<Undone>> {
    let lines = store::lines(office.db())?;
    let line = match back.id {
        Some(id) => lines.into_iter().find(|line| line.id == id),
        None => lines.into_iter().find(|line| line.target == "members"),
    };
    let act: ActId = line.ok_or_else(|| Error::refused("id", "Không có lần nhập nào để hoàn tác."))?.act;
    office.undo_keeping_edited(act)
}

/// Whose reply is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeReply {
    /// Which file.
    pub file: u32,
}

/// The rows of a file that its unit must mend, as a workbook to send back.
pub fn reply(office: &mut Office, ask: IntakeReply) -> Result<Paper> {
    with(office, |office, session| reply_to(session, index(ask.file), office))
}
