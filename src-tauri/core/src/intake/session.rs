//! An import being prepared: the files that were read, what a person decided about them, and what would happen.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::error::{Error, Result};
use crate::office::Office;
use crate::sheet::read::{CellValue, ReadCell, ReadRow, Unreadable, Workbook};
use crate::units::UnitId;

use super::batch::{Place, SamePerson, compare};
use super::cells::Entry;
use super::finding::Verdict;
use super::list::{FileReading, Knowledge, Role, Status};
use super::plan::{Plan, plan};
use super::report::{Report, report};
use super::store::{Counts, known_units, memories};
use super::target::{MEMBERS, Target, UNITS};
use super::whose::{KnownUnit, Units};

/// What a list is taken in as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum IntakeTarget {
    /// Đoàn viên.
    Members,
    /// Đơn vị.
    Units,
}

impl IntakeTarget {
    /// Its description.
    pub fn target(self) -> &'static Target {
        match self {
            Self::Members => &MEMBERS,
            Self::Units => &UNITS,
        }
    }
}

/// A file as it was read, with what a person decided about it.
pub struct SourceFile {
    /// Its name, without folders.
    pub name: String,
    /// What the reader gave.
    pub read: std::result::Result<Workbook, Unreadable>,
    /// The unit that a person chose.
    pub unit: Option<KnownUnit>,
    /// Taken although it was held, or left out although it could go in.
    pub taken: Option<bool>,
}

/// An import being prepared.
pub struct Session {
    /// What the lists are taken in as.
    pub target: IntakeTarget,
    /// The files as they were read.
    pub sources: Vec<SourceFile>,
    /// The files as they are understood now.
    pub files: Vec<FileReading>,
    /// People who stand in two files.
    pub same: SamePerson,
    /// What each row would do.
    pub plans: BTreeMap<Place, Plan>,
    /// Rows that a person took (`true`) or left out.
    pub choices: BTreeMap<(usize, String, u32), bool>,
    /// Columns that a person corrected, by headings; remembered when the import is applied.
    pub corrected: BTreeMap<String, BTreeMap<u32, Option<String>>>,
}

impl Session {
    /// Begins with files that were read.
    pub fn new(target: IntakeTarget, sources: Vec<SourceFile>) -> Session {
        Session {
            target,
            sources,
            files: Vec::new(),
            same: SamePerson::new(),
            plans: BTreeMap::new(),
            choices: BTreeMap::new(),
            corrected: BTreeMap::new(),
        }
    }

    /// Understands all files anew and plans their rows: after every decision, because files depend on each other.
    pub fn understand(&mut self, office: &Office) -> Result<()> {
        let units = Units::new(known_units(office.db())?);
        let mut remembered = memories(office.db(), self.target.target().name)?;
        remembered.extend(self.corrected.clone());
        let look_up = |headings: &str| remembered.get(headings).cloned();
        let knowledge =
            Knowledge { target: self.target.target(), units: &units, today: office.today(), remembered: &look_up };
        self.files = self.sources.iter().map(|source| understand_one(&knowledge, source)).collect();
        self.same = compare(&mut self.files);
        self.settle_taken();
        self.plan_rows(office)
    }

    /// A person's word about a whole file stands above what comparing found.
    fn settle_taken(&mut self) {
        for (file, source) in self.files.iter_mut().zip(&self.sources) {
            match source.taken {
                Some(true)
                    if file.status == Status::Hold && (file.unit.is_some() || self.target == IntakeTarget::Units) =>
                {
                    file.status = Status::Import;
                    file.hindrance = None;
                }
                Some(false) => {
                    file.stop(Status::Hold, "left_out", format!("Tệp “{}” không được chọn để nhập.", file.file));
                }
                _ => {}
            }
        }
    }

    fn plan_rows(&mut self, office: &Office) -> Result<()> {
        self.plans.clear();
        if self.target == IntakeTarget::Units {
            return Ok(());
        }
        let ids: BTreeMap<String, i64> =
            known_units(office.db())?.into_iter().map(|unit| (unit.code, unit.id)).collect();
        for (file, reading) in self.files.iter().enumerate().filter(|(_, reading)| reading.status == Status::Import) {
            for (at, entry) in reading.entries.iter().enumerate() {
                let unit = reading.unit_of(entry).and_then(|code| ids.get(code));
                if let (Verdict::Take, Some(unit)) = (self.verdict(file, entry), unit) {
                    self.plans.insert(Place { file, entry: at }, plan(office.db(), entry, UnitId(*unit))?);
                }
            }
        }
        Ok(())
    }

    /// What happens to a row: a person's choice, else what its findings say.
    pub fn verdict(&self, file: usize, entry: &Entry) -> Verdict {
        match self.choices.get(&(file, entry.sheet.clone(), entry.row)) {
            Some(true) if !entry.text("full_name").is_empty() => Verdict::Take,
            Some(false) => Verdict::Hold,
            Some(true) | None => entry.verdict(),
        }
    }

    /// What a row comes to in the end.
    pub fn outcome(&self, file: usize, at: usize, entry: &Entry) -> Outcome {
        let is_in = self.files.get(file).is_some_and(|reading| reading.status == Status::Import);
        match (is_in, self.verdict(file, entry), self.plans.get(&Place { file, entry: at })) {
            (false, ..) | (_, Verdict::Hold, _) => Outcome::Held,
            (_, Verdict::Ask, _) | (_, Verdict::Take, Some(Plan::Doubt(_))) => Outcome::Asked,
            (_, Verdict::Take, Some(Plan::New(_))) => Outcome::New,
            (_, Verdict::Take, Some(Plan::Change(..))) => Outcome::Changed,
            (_, Verdict::Take, Some(Plan::Same(_))) => Outcome::Same,
            (_, Verdict::Take, None) => {
                if self.target == IntakeTarget::Units {
                    Outcome::New
                } else {
                    Outcome::Asked
                }
            }
        }
    }

    /// Counts of what would happen, for one file or all.
    pub fn counts(&self, only: Option<usize>) -> Counts {
        let mut counts = Counts::default();
        for (file, reading) in self.files.iter().enumerate().filter(|(file, _)| only.is_none_or(|only| only == *file)) {
            for (at, entry) in reading.entries.iter().enumerate() {
                *match self.outcome(file, at, entry) {
                    Outcome::New => &mut counts.added,
                    Outcome::Changed => &mut counts.changed,
                    Outcome::Same => &mut counts.same,
                    Outcome::Asked => &mut counts.asked,
                    Outcome::Held => &mut counts.held,
                } += 1;
            }
        }
        counts
    }

    /// The report for scripts.
    pub fn report(&self) -> Report {
        report(&self.files, &self.same)
    }

    /// A file, or the sentence that it is gone.
    pub fn source(&mut self, file: usize) -> Result<&mut SourceFile> {
        self.sources
            .get_mut(file)
            .ok_or_else(|| Error::refused("file", "Tệp không còn trong lần nhập này. Hãy chọn lại tệp."))
    }

    /// Writes text into a cell of a file, as if the sender had.
    pub fn set_cell(&mut self, file: usize, sheet: &str, row: u32, field: &str, text: &str) -> Result<()> {
        let columns = self
            .files
            .get(file)
            .and_then(|reading| reading.sheets.iter().find(|known| known.name == sheet && known.role == Role::List))
            .map(|known| known.columns.clone())
            .ok_or_else(|| Error::refused("sheet", "Trang tính không còn trong lần nhập này. Hãy chọn lại tệp."))?;
        let column_of = |field: &str| {
            columns.iter().find(|column| column.field.as_deref() == Some(field)).map(|column| column.column)
        };
        let writes: Vec<(u32, String)> = match (column_of(field), field) {
            (Some(column), _) => vec![(column, text.to_owned())],
            (None, "full_name") => {
                let parts = crate::vietnamese::split_name(text);
                let places = [(column_of("family_middle"), parts.family_middle), (column_of("given"), parts.given)];
                places.into_iter().filter_map(|(column, part)| Some((column?, part))).collect()
            }
            (None, "birth" | "gender") => {
                let own = ["birth_nam", "birth_nu", "gender_nam", "gender_nu"];
                own.iter()
                    .filter(|name| name.starts_with(field))
                    .filter_map(|name| column_of(name))
                    .take(1)
                    .map(|column| (column, text.to_owned()))
                    .collect()
            }
            (None, _) => Vec::new(),
        };
        if writes.is_empty() {
            return Err(Error::refused("field", "Tệp không có cột này. Hãy ghép cột trước rồi sửa ô."));
        }
        let Ok(book) = &mut self.source(file)?.read else { return Ok(()) };
        let Some(sheet) = book.sheets.iter_mut().find(|known| known.name == sheet) else { return Ok(()) };
        for (column, text) in writes {
            write_cell(&mut sheet.rows, row, column, text);
        }
        Ok(())
    }
}

fn understand_one(knowledge: &Knowledge<'_>, source: &SourceFile) -> FileReading {
    knowledge.understand_as(&source.name, &source.read, source.unit.clone())
}

fn write_cell(rows: &mut Vec<ReadRow>, number: u32, column: u32, text: String) {
    let at = match rows.binary_search_by_key(&number, |row| row.number) {
        Ok(at) => at,
        Err(at) => {
            rows.insert(at, ReadRow { number, ..ReadRow::default() });
            at
        }
    };
    let Some(row) = rows.get_mut(at) else { return };
    row.cells.retain(|cell| cell.column != column);
    if !text.trim().is_empty() {
        row.cells.push(ReadCell { column, value: CellValue::Text(text), style: None, formula: None });
        row.cells.sort_by_key(|cell| cell.column);
    }
}

/// What a row comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "IntakeOutcome")]
pub enum Outcome {
    /// Mới.
    New,
    /// Thay đổi.
    Changed,
    /// Như cũ.
    Same,
    /// Cần người xem.
    Asked,
    /// Giữ lại.
    Held,
}

/// A value as a clerk reads it.
pub fn shown(value: &Json) -> String {
    match value {
        Json::Null | Json::Array(_) => String::new(),
        Json::Bool(yes) => if *yes { "Có" } else { "Không" }.to_owned(),
        Json::Number(number) => number.to_string(),
        Json::String(word) if word == "nam" => "Nam".to_owned(),
        Json::String(word) if word == "nu" => "Nữ".to_owned(),
        Json::String(text) => text.clone(),
        Json::Object(_) => serde_json::from_value::<crate::calendar::PartialDate>(value.clone())
            .map(|date| date.to_string())
            .unwrap_or_default(),
    }
}

/// Fields in the order of the target, each once, with its name for the clerk.
pub fn fields_of(target: &Target) -> Vec<(&'static str, &'static str)> {
    let mut seen = BTreeSet::new();
    target
        .fields
        .iter()
        .filter(|field| field.name != "-" && seen.insert(field.name))
        .map(|field| (field.name, field.label))
        .collect()
}
