//! What the page may ask of the intake: read files, look, decide, apply, look back.

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
use super::list::{Role, SheetReading, Told};
use super::reply::reply_to;
use super::session::{Session, SourceFile};
use super::store::{self, Headings, IntakeId, IntakeLine, Mapping, known_units};
use super::taking::{self, Answer, Taking};
use super::unheaded::Layout;
use super::view::{IntakeTarget, IntakeView, view};
use super::wordings::heading_key;

/// Endings of files that may be lists; of a folder only these are read.
const ENDINGS: &[&str] = &["xlsx", "xls", "ods", "csv", "txt", "xlsm"];

/// Files to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeOpen {
    /// What the lists are taken in as: the name of a target.
    pub target: String,
    /// Files and folders of the tray.
    pub files: Vec<FileToken>,
}

/// The kinds of lists that can be taken in.
pub fn targets(_: &mut Office, (): ()) -> Result<Vec<IntakeTarget>> {
    Ok(taking::ALL.iter().map(|taking| IntakeTarget::of(taking.target())).collect())
}

/// Reads files and says what would happen; nothing is written.
pub fn open(office: &mut Office, files: IntakeOpen) -> Result<IntakeView> {
    let taking = taking::named(&files.target)
        .ok_or_else(|| Error::refused("target", "Chưa chọn nhập danh sách gì. Hãy chọn loại danh sách."))?;
    let mut paths = Vec::new();
    for token in &files.files {
        paths.extend(files_in(office.tray.path(*token)?)?);
    }
    let session = prepare(office, taking, &paths)?;
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
pub fn prepare(office: &mut Office, taking: &'static dyn Taking, paths: &[PathBuf]) -> Result<Session> {
    let sources = read_files(office, paths)?;
    office.progress().begin("Đang đối chiếu với danh sách", 0);
    let mut session = Session::new(taking, sources);
    session.understand(office)?;
    Ok(session)
}

/// Reads the files through the worker.
pub(super) fn read_files(office: &Office, paths: &[PathBuf]) -> Result<Vec<SourceFile>> {
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
        sources.push(SourceFile { name, read, told: Told::default(), taken: None });
    }
    Ok(sources)
}

/// Takes the prepared import up, changes it, and lays it down again, whatever happens.
pub(super) fn with<T>(office: &mut Office, work: impl FnOnce(&mut Office, &mut Session) -> Result<T>) -> Result<T> {
    let mut session = office.tray.take_work::<Session>().ok_or_else(gone)?;
    let worked = work(office, &mut session);
    office.tray.lay_work(session);
    worked
}

pub(super) fn gone() -> Error {
    Error::refused("files", "Chưa chọn tệp để nhập. Hãy chọn tệp Excel.")
}

fn again(office: &mut Office, session: &mut Session) -> Result<IntakeView> {
    session.understand(office)?;
    Ok(view(session))
}

pub(super) fn index(file: u32) -> usize {
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
            source.told.unit = known.into_iter().find(|known| known.id == unit.0);
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
        let target = session.target();
        if correction.field.as_deref().is_some_and(|field| target.field(field).is_none()) {
            return Err(Error::refused("field", "Không có cột này trong danh sách. Hãy chọn lại."));
        }
        let file = session.files.get(index(correction.file)).ok_or_else(gone)?;
        let sheet = file.sheets.iter().find(|sheet| sheet.name == correction.sheet).ok_or_else(gone)?;
        if matches!(sheet.role, Role::Unheaded) || sheet.by_hand {
            let layout = layout_of(sheet, sheet.first_row, Some((correction.column, correction.field)));
            session.source(index(correction.file))?.told.layouts.insert(correction.sheet, layout);
            return again(office, session);
        }
        let sender = file.unit.as_ref().map(|unit| unit.code.clone()).unwrap_or_default();
        let key = sheet.columns.iter().map(|column| heading_key(&column.heading)).collect::<Vec<_>>().join("|");
        let before = sheet.columns.clone();
        let columns = session
            .corrected
            .entry(Headings { sender, key })
            .or_insert_with(|| before.iter().map(|column| (column.column, column.field.clone())).collect());
        for field in columns.values_mut().filter(|field| field.is_some() && **field == correction.field) {
            *field = None;
        }
        columns.insert(correction.column, correction.field);
        again(office, session)
    })
}

/// A person says that a sheet without a known heading is read as its columns are matched now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeLayOut {
    /// Which file.
    pub file: u32,
    /// Which sheet.
    pub sheet: String,
    /// The first row with data, as Excel numbers it.
    pub first_row: u32,
}

/// Reads a sheet without a known heading from that row on.
pub fn lay_out(office: &mut Office, wish: IntakeLayOut) -> Result<IntakeView> {
    with(office, |office, session| {
        let file = session.files.get(index(wish.file)).ok_or_else(gone)?;
        let sheet = file.sheets.iter().find(|sheet| sheet.name == wish.sheet).ok_or_else(gone)?;
        if wish.first_row == 0 {
            return Err(Error::refused("first_row", "Dòng đầu tiên có dữ liệu phải từ 1 trở đi."));
        }
        let key = session.target().key;
        if !sheet.columns.iter().any(|column| column.field.as_deref().is_some_and(|field| key.contains(&field))) {
            let wanted = key.first().and_then(|name| session.target().field(name)).map_or("", |field| field.label);
            return Err(Error::refused("columns", format!("Chưa ghép cột “{wanted}”. Hãy chọn cột ấy trước.")));
        }
        let layout = layout_of(sheet, wish.first_row, None);
        session.source(index(wish.file))?.told.layouts.insert(wish.sheet, layout);
        again(office, session)
    })
}

/// The columns of a sheet as they are matched now, with one corrected; a field stands in one column only.
fn layout_of(sheet: &SheetReading, first_row: u32, corrected: Option<(u32, Option<String>)>) -> Layout {
    let mut columns: Mapping = sheet.columns.iter().map(|column| (column.column, column.field.clone())).collect();
    if let Some((column, field)) = corrected {
        for other in columns.values_mut().filter(|other| other.is_some() && **other == field) {
            *other = None;
        }
        columns.insert(column, field);
    }
    Layout { first_row, columns }
}

/// A person says whether a list of a file is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeSheetWish {
    /// Which file.
    pub file: u32,
    /// Which sheet.
    pub sheet: String,
    /// Read it although it is hidden or repeats another (`true`), or leave it out (`false`).
    pub read: bool,
}

/// Reads a list of a file, or leaves it out.
pub fn read_sheet(office: &mut Office, wish: IntakeSheetWish) -> Result<IntakeView> {
    with(office, |office, session| {
        let file = session.files.get(index(wish.file)).ok_or_else(gone)?;
        let is_list = |sheet: &SheetReading| !matches!(sheet.role, Role::Other | Role::Unheaded);
        if !file.sheets.iter().any(|sheet| sheet.name == wish.sheet && is_list(sheet)) {
            return Err(Error::refused("sheet", "Trang này không phải danh sách. Hãy chọn trang khác."));
        }
        session.source(index(wish.file))?.told.sheets.insert(wish.sheet, wish.read);
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

/// A person says what a row is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeChoose {
    /// Which file.
    pub file: u32,
    /// Which sheet.
    pub sheet: String,
    /// Which row, as Excel numbers it.
    pub row: u32,
    /// What it is; none: as found.
    pub answer: Option<Answer>,
}

/// Decides about one row.
pub fn choose(office: &mut Office, choice: IntakeChoose) -> Result<IntakeView> {
    with(office, |office, session| {
        let key = (index(choice.file), choice.sheet.clone(), choice.row);
        match choice.answer {
            Some(answer) => session.answers.insert(key, answer),
            None => session.answers.remove(&key),
        };
        again(office, session)
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
    /// Which; none: the newest.
    #[serde(default)]
    pub id: Option<IntakeId>,
}

/// Takes a whole import back; what was changed since is kept and listed.
pub fn undo(office: &mut Office, back: IntakeBack) -> Result<Done<Undone>> {
    let lines = store::lines(office.db())?;
    let line = match back.id {
        Some(id) => lines.into_iter().find(|line| line.id == id),
        None => lines.into_iter().next(),
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
