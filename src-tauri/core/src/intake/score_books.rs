//! Score books in: workbooks with one sheet a unit become score sheets, as one act.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::journal::What;
use crate::money::Hundredths;
use crate::office::{Done, Office};
use crate::scores::{self, FormFit, ScoreForm};
use crate::sheet::read::{ReadSheet, Unreadable, Workbook};
use crate::tray::FileToken;
use crate::units::UnitId;

use super::apply::IntakeDone;
use super::commands::{files_in, read_files};
use super::grid::Grid;
use super::list::Status;
use super::score_form::{FormFinding, PlacedFinding, ReadForm, read_form};
use super::store::{self, Counts, known_units};
use super::whose::{KnownUnit, Units, Whose};

/// What score books are called among the imports.
pub const SCORES: &str = "scores";

const SCORES_IN: What = What::new("intake.scores", "Nhập bảng chấm điểm");

/// Score books being prepared.
#[derive(Debug, Default)]
pub struct ScoreBooks {
    /// The files in reading order.
    pub files: Vec<BookFile>,
}

/// One workbook.
#[derive(Debug)]
pub struct BookFile {
    /// Its name, without folders.
    pub name: String,
    /// Why nothing could be read; none: it was read.
    pub unreadable: Option<Unreadable>,
    /// Its forms.
    pub sheets: Vec<BookSheet>,
    /// Sheets that are no forms (a summary).
    pub skipped: Vec<String>,
}

/// One sheet that is a form.
#[derive(Debug)]
pub struct BookSheet {
    /// As on the tab.
    pub name: String,
    /// Whose it is.
    pub unit: Option<KnownUnit>,
    /// What it says.
    pub form: Option<ScoreForm>,
    /// What was noticed.
    pub findings: Vec<PlacedFinding>,
    /// What taking it in would do.
    pub fit: FormFit,
}

/// Reads score books; nothing is written.
pub fn prepare_scores(office: &mut Office, paths: &[PathBuf]) -> Result<ScoreBooks> {
    let units = Units::new(known_units(office.db())?);
    let mut books = ScoreBooks::default();
    for source in read_files(office, paths)? {
        let mut file = BookFile { name: source.name, unreadable: None, sheets: Vec::new(), skipped: Vec::new() };
        match source.read {
            Ok(book) => take_book(office, &units, &book, &mut file)?,
            Err(unreadable) => file.unreadable = Some(unreadable),
        }
        books.files.push(file);
    }
    hold_twice(&mut books);
    Ok(books)
}

fn take_book(office: &Office, units: &Units, book: &Workbook, file: &mut BookFile) -> Result<()> {
    for sheet in &book.sheets {
        match read_form(&Grid::of(book, sheet)) {
            Some(read) => file.sheets.push(book_sheet(office, units, sheet, read)?),
            None => file.skipped.push(sheet.name.clone()),
        }
    }
    Ok(())
}

fn book_sheet(office: &Office, units: &Units, sheet: &ReadSheet, read: ReadForm) -> Result<BookSheet> {
    let unit = unit_of(units, &sheet.name, &read.above);
    let held = |unit: Option<KnownUnit>, sentence: &str| BookSheet {
        name: sheet.name.clone(),
        unit,
        form: None,
        findings: Vec::new(),
        fit: FormFit::Held(sentence.to_owned()),
    };
    let Some(unit) = unit else {
        return Ok(held(
            None,
            "Không rõ bảng điểm của đơn vị nào. Hãy ghi mã đơn vị ở đầu tên trang tính rồi đọc lại.",
        ));
    };
    let Some((calendar, year)) = read.season else {
        return Ok(held(
            Some(unit),
            "Không rõ bảng điểm của năm nào. Hãy ghi “Năm 2024” hoặc “Năm học 2023-2024” dưới tiêu đề rồi đọc lại.",
        ));
    };
    let form = ScoreForm { unit: UnitId(unit.id), calendar, year, groups: read.groups.clone() };
    let (decides, totals) = scores::deciding(office.db(), &form, office.today())?;
    Ok(BookSheet {
        name: sheet.name.clone(),
        unit: Some(unit),
        findings: read.findings(decides, &totals),
        fit: scores::fit(office.db(), &form)?,
        form: Some(form),
    })
}

/// The code at the start of the tab's name tells; otherwise the title does.
fn unit_of(units: &Units, tab: &str, above: &[String]) -> Option<KnownUnit> {
    let code = tab.split([' ', '_', '-']).next().and_then(|code| units.named(code));
    code.cloned().or_else(|| {
        let evidence: Vec<&str> = above.iter().map(String::as_str).chain([tab]).collect();
        match units.whose(&evidence) {
            Whose::Unit(unit) => Some(unit),
            Whose::Several(_) | Whose::Unknown => None,
        }
    })
}

/// Of two sheets of one unit and season neither goes in: nobody knows which one counts.
fn hold_twice(books: &mut ScoreBooks) {
    let key = |sheet: &BookSheet| sheet.form.as_ref().map(|form| (form.unit, form.calendar, form.year));
    let mut seen = BTreeSet::new();
    let mut twice = BTreeSet::new();
    for key in books.files.iter().flat_map(|file| &file.sheets).filter_map(key) {
        if !seen.insert(key) {
            twice.insert(key);
        }
    }
    for sheet in books.files.iter_mut().flat_map(|file| &mut file.sheets) {
        if key(sheet).is_some_and(|key| twice.contains(&key)) {
            sheet.fit = FormFit::Held(
                "Đơn vị có hai bảng chấm điểm của cùng một kỳ. Hãy bỏ bớt một bảng rồi đọc lại.".to_owned(),
            );
        }
    }
}

impl ScoreBooks {
    /// What would happen.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for sheet in self.files.iter().flat_map(|file| &file.sheets) {
            *match sheet.fit {
                FormFit::New => &mut counts.added,
                FormFit::Changed => &mut counts.changed,
                FormFit::Same => &mut counts.same,
                FormFit::Held(_) => &mut counts.held,
            } += 1;
        }
        counts
    }

    fn forms(&self) -> Vec<ScoreForm> {
        let sheets = self.files.iter().flat_map(|file| &file.sheets);
        sheets.filter(|sheet| !matches!(sheet.fit, FormFit::Held(_))).filter_map(|sheet| sheet.form.clone()).collect()
    }

    /// The report for scripts: files, their sheets, and every warning with its cell.
    pub fn report(&self) -> Result<Value> {
        let mut warnings = Vec::new();
        for file in &self.files {
            for sheet in &file.sheets {
                for finding in &sheet.findings {
                    warnings.push(warning(&file.name, sheet, finding)?);
                }
            }
        }
        let files: Vec<Value> = self.files.iter().map(file_report).collect();
        Ok(json!({ "files": files, "warnings": warnings }))
    }
}

fn status_of(file: &BookFile) -> (Status, String, String) {
    if let Some(why) = &file.unreadable {
        return (Status::Refuse, why.reason().to_owned(), why.sentence(&file.name));
    }
    if file.sheets.is_empty() {
        let sentence = format!("Tệp “{}” không có bảng chấm điểm nào. Hãy chọn lại tệp.", file.name);
        return (Status::Refuse, "no_form".to_owned(), sentence);
    }
    (Status::Import, String::new(), String::new())
}

fn file_report(file: &BookFile) -> Value {
    let (status, reason, message) = status_of(file);
    let sheets: Vec<Value> = file
        .sheets
        .iter()
        .map(|sheet| {
            let (import, message) = match &sheet.fit {
                FormFit::New | FormFit::Changed | FormFit::Same => (true, ""),
                FormFit::Held(sentence) => (false, sentence.as_str()),
            };
            let unit = sheet.unit.as_ref().map(|unit| unit.code.as_str());
            json!({ "sheet": sheet.name, "unit": unit, "import": import, "message": message })
        })
        .collect();
    json!({ "file": file.name, "status": status, "reason": reason, "message": message, "sheets": sheets, "skipped": file.skipped })
}

fn warning(file: &str, sheet: &BookSheet, placed: &PlacedFinding) -> Result<Value> {
    let number = scores::number;
    let maybe = |points: &Option<Hundredths>| points.map_or(Ok(Value::Null), number);
    let mut told = BTreeMap::from([
        ("unit", json!(sheet.unit.as_ref().map(|unit| unit.code.as_str()))),
        ("file", json!(file)),
        ("sheet", json!(sheet.name)),
        ("cell", json!(placed.cell)),
        ("kind", json!(placed.finding.name())),
        ("column", json!(placed.scorer)),
        ("sentence", json!(placed.finding.sentence())),
    ]);
    match &placed.finding {
        FormFinding::DecimalCommaText { shown, right } => {
            told.extend([("shown", maybe(shown)?), ("right", number(*right)?)]);
        }
        FormFinding::StoredTotalDiffers { shown, right } => {
            told.extend([("shown", number(*shown)?), ("right", number(*right)?)]);
        }
        FormFinding::ScoreOverMax { value, most } => {
            told.extend([("value", number(*value)?), ("max", number(*most)?)]);
        }
        FormFinding::BonusOverCap { sum, cap } => told.extend([("sum", number(*sum)?), ("cap", number(*cap)?)]),
        FormFinding::ScoreUnreadable { text } => told.extend([("text", json!(text))]),
        FormFinding::BlankScore => {}
    }
    Ok(json!(told))
}

/// Takes in every form that is not held, with its table when there is none yet. One act, one undo.
pub fn apply_scores(office: &mut Office, books: &ScoreBooks) -> Result<Done<IntakeDone>> {
    let who = office.who().to_owned();
    let counts = books.counts();
    office.act(SCORES_IN, |pen| {
        pen.detail(format!("{} mới, {} thay đổi", counts.added, counts.changed));
        let id = store::insert(pen, SCORES, &who, counts)?;
        for file in &books.files {
            let (status, reason, message) = status_of(file);
            store::insert_named_file(pen, id, &file.name, status, &reason, &message)?;
        }
        scores::import(pen, &books.forms())?;
        Ok(IntakeDone { id, counts })
    })
}

/// Score books to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreBooksOpen {
    /// Files and folders of the tray.
    pub files: Vec<FileToken>,
}

/// Score books as the page shows them before they are taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreBooksView {
    /// What would happen.
    pub counts: Counts,
    /// The sheets of all files.
    pub sheets: Vec<ScoreSheetView>,
    /// Files that were not read, each a sentence.
    pub refused: Vec<String>,
}

/// One sheet of a score book, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreSheetView {
    /// The file.
    pub file: String,
    /// The tab.
    pub sheet: String,
    /// "VT05 CĐCS Phòng Tài chính - Kế hoạch"; empty: not known.
    pub unit: String,
    /// "Mới".
    pub outcome: String,
    /// Why it is held; empty: it is not.
    pub held: String,
    /// "F26: Có điểm ghi dạng chữ …".
    pub findings: Vec<String>,
}

/// Reads score books of the tray and says what would happen; nothing is written.
pub fn open_scores(office: &mut Office, open: ScoreBooksOpen) -> Result<ScoreBooksView> {
    let mut paths = Vec::new();
    for token in &open.files {
        paths.extend(files_in(office.tray.path(*token)?)?);
    }
    let books = prepare_scores(office, &paths)?;
    let view = view(&books);
    office.tray.lay_work(books);
    Ok(view)
}

fn view(books: &ScoreBooks) -> ScoreBooksView {
    let sheet = |file: &BookFile, sheet: &BookSheet| {
        let (outcome, held) = match &sheet.fit {
            FormFit::New => ("Mới", ""),
            FormFit::Changed => ("Thay đổi", ""),
            FormFit::Same => ("Như cũ", ""),
            FormFit::Held(sentence) => ("Giữ lại", sentence.as_str()),
        };
        let name = |unit: &KnownUnit| format!("{} {}", unit.code, unit.names.first().map_or("", String::as_str));
        let told = |placed: &PlacedFinding| {
            format!("Ô {} ({}): {}", placed.cell, placed.scorer.label().to_lowercase(), placed.finding.sentence())
        };
        ScoreSheetView {
            file: file.name.clone(),
            sheet: sheet.name.clone(),
            unit: sheet.unit.as_ref().map(name).unwrap_or_default(),
            outcome: outcome.to_owned(),
            held: held.to_owned(),
            findings: sheet.findings.iter().map(told).collect(),
        }
    };
    ScoreBooksView {
        counts: books.counts(),
        sheets: books.files.iter().flat_map(|file| file.sheets.iter().map(move |one| sheet(file, one))).collect(),
        refused: books
            .files
            .iter()
            .map(status_of)
            .map(|(_, _, message)| message)
            .filter(|text| !text.is_empty())
            .collect(),
    }
}

/// Takes in the books that lie ready; the preparation is then forgotten.
pub fn apply_open_scores(office: &mut Office) -> Result<Done<IntakeDone>> {
    let books: ScoreBooks = office
        .tray
        .take_work()
        .ok_or_else(|| Error::refused("files", "Không còn bảng chấm điểm nào chờ nhập. Hãy chọn lại tệp."))?;
    let done = apply_scores(office, &books);
    if done.is_err() {
        office.tray.lay_work(books);
    }
    done
}
