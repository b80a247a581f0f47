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
use super::day_order::in_words;
use super::finding::Verdict;
use super::list::{FileReading, Knowledge, Role, Status, Told};
use super::other_kind::hold_other_kind;
use super::report::{Report, report_as};
use super::shared::ask_whose;
use super::store::{Counts, Headings, Mapping, known_units, memories};
use super::taking::{self, Answer, Lot, Made, Plan, Planned, Row, Taking};
use super::target::{Target, UnitOf};
use super::whose::Units;
use super::wordings::Wordings;

/// A file as it was read, with what a person decided about it.
pub struct SourceFile {
    /// Its name, without folders.
    pub name: String,
    /// What the reader gave.
    pub read: std::result::Result<Workbook, Unreadable>,
    /// What a person said about it.
    pub told: Told,
    /// Taken although it was held, or left out although it could go in.
    pub taken: Option<bool>,
}

/// A row by its file, sheet and number, which stay when the files are understood anew.
pub type RowKey = (usize, String, u32);

/// An import being prepared.
pub struct Session {
    /// What the lists are taken in as.
    pub taking: &'static dyn Taking,
    /// The files as they were read.
    pub sources: Vec<SourceFile>,
    /// The files as they are understood now.
    pub files: Vec<FileReading>,
    /// People who stand in two files.
    pub same: SamePerson,
    /// What each row would do.
    pub plans: BTreeMap<Place, Plan>,
    /// What a person said about rows.
    pub answers: BTreeMap<RowKey, Answer>,
    /// Columns that a person corrected; remembered when the import is applied.
    pub corrected: BTreeMap<Headings, Mapping>,
}

impl Session {
    /// Begins with files that were read.
    pub fn new(taking: &'static dyn Taking, sources: Vec<SourceFile>) -> Session {
        Session {
            taking,
            sources,
            files: Vec::new(),
            same: SamePerson::new(),
            plans: BTreeMap::new(),
            answers: BTreeMap::new(),
            corrected: BTreeMap::new(),
        }
    }

    /// The columns of its lists.
    pub fn target(&self) -> &'static Target {
        self.taking.target()
    }

    /// Understands all files anew and plans their rows: after every decision, because files depend on each other.
    pub fn understand(&mut self, office: &Office) -> Result<()> {
        let units = Units::new(known_units(office.db())?);
        let target = self.target();
        let mut remembered = memories(office.db(), target.name)?;
        remembered.extend(self.corrected.clone());
        let wordings = Wordings::of(target);
        let others = taking::ALL.iter().map(|taking| taking.target());
        let others = others.filter(|other| other.name != target.name && !other.must.is_empty());
        let others: Vec<Wordings> = others.map(Wordings::of).collect();
        let knowledge = Knowledge { target, units: &units, today: office.today(), remembered: &remembered, wordings };
        self.files = self.sources.iter().map(|source| understand_one(&knowledge, source)).collect();
        self.same = if target.one_row_each { compare(&mut self.files) } else { SamePerson::new() };
        for file in &mut self.files {
            hold_other_kind(file, target, &others);
        }
        self.settle_taken();
        self.note_files(office)?;
        self.plan_rows(office)
    }

    fn note_files(&mut self, office: &Office) -> Result<()> {
        for file in self.files.iter_mut().filter(|file| file.status == Status::Import) {
            let note = self.taking.about_file(office.db(), file, office.today())?;
            file.notes.extend(note);
        }
        Ok(())
    }

    /// A person's word about a whole file stands above what comparing found.
    fn settle_taken(&mut self) {
        let needs_unit = self.target().unit == UnitOf::File;
        for (file, source) in self.files.iter_mut().zip(&self.sources) {
            match source.taken {
                Some(true)
                    if file.status == Status::Hold
                        && !file.entries.is_empty()
                        && (file.unit.is_some() || !needs_unit) =>
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
        let mut plans = BTreeMap::new();
        let mut contradicted = Vec::new();
        for row in self.rows(office)? {
            let plan = self.taking.plan(office.db(), &row)?;
            let finding = self.taking.contradicted(office.db(), &row, &plan)?;
            contradicted.extend(finding.map(|finding| (row.place, finding)));
            plans.insert(row.place, plan);
        }
        let is_answered = |place: Place| {
            let entry = self.files.get(place.file).and_then(|file| file.entries.get(place.entry));
            entry.is_some_and(|entry| self.answer(place.file, entry).is_some())
        };
        ask_whose((self.taking, office.db()), &self.files, &is_answered, &mut plans)?;
        for (place, finding) in contradicted {
            let file = self.files.get_mut(place.file);
            if let Some(entry) = file.and_then(|file| file.entries.get_mut(place.entry)) {
                entry.findings.insert(finding);
            }
        }
        self.plans = plans;
        self.note_unlisted(office)
    }

    fn note_unlisted(&mut self, office: &Office) -> Result<()> {
        for (file, reading) in self.files.iter_mut().enumerate().filter(|(_, file)| file.status == Status::Import) {
            let Some(unit) = reading.unit.as_ref().map(|unit| UnitId(unit.id)) else { continue };
            let plans = self.plans.iter().filter(|(place, _)| place.file == file);
            let met = plans.flat_map(|(_, plan)| match plan {
                Plan::Change(record, _) | Plan::Same(record) => vec![*record],
                Plan::Doubt(several) => several.iter().map(|one| one.record).collect(),
                Plan::New(_) | Plan::Unready(_) => Vec::new(),
            });
            let note = self.taking.unlisted(office.db(), unit, &met.collect())?;
            reading.notes.extend(note);
        }
        Ok(())
    }

    /// The rows that go in unless their plan is a doubt.
    fn rows(&self, office: &Office) -> Result<Vec<Row<'_>>> {
        let ids: BTreeMap<String, i64> =
            known_units(office.db())?.into_iter().map(|unit| (unit.code, unit.id)).collect();
        let needs_unit = matches!(self.target().unit, UnitOf::File | UnitOf::Row);
        let mut rows = Vec::new();
        for (file, reading) in self.files.iter().enumerate().filter(|(_, reading)| reading.status == Status::Import) {
            for (at, entry) in reading.entries.iter().enumerate() {
                let unit = reading.unit_of(entry).and_then(|code| ids.get(code)).map(|id| UnitId(*id));
                if self.verdict(file, entry) == Verdict::Take && (unit.is_some() || !needs_unit) {
                    let answer = self.answer(file, entry);
                    let place = Place { file, entry: at };
                    let (year, title) = (reading.year_of(entry), reading.title_of(entry));
                    rows.push(Row { place, entry, unit, year, title, answer, today: office.today() });
                }
            }
        }
        Ok(rows)
    }

    /// What goes in, ready to be written.
    pub fn lot<'a>(&'a self, office: &Office, step: &'a dyn Fn() -> Result<()>) -> Result<Lot<'a>> {
        let planned = self.rows(office)?.into_iter().filter_map(|row| {
            let plan = self.plans.get(&row.place)?;
            (!matches!(plan, Plan::Doubt(_) | Plan::Unready(_))).then_some(Planned { row, plan })
        });
        let books = self.files.iter().zip(&self.sources).filter(|(file, _)| file.status == Status::Import);
        let books = books.filter_map(|(_, source)| source.read.as_ref().ok());
        Ok(Lot { rows: planned.collect(), books: books.collect(), today: office.today(), step })
    }

    /// What a person said about a row.
    pub fn answer(&self, file: usize, entry: &Entry) -> Option<Answer> {
        self.answers.get(&(file, entry.sheet.clone(), entry.row)).copied()
    }

    /// What happens to a row: a person's answer, else what its findings say.
    pub fn verdict(&self, file: usize, entry: &Entry) -> Verdict {
        let has_key = self.target().key.iter().any(|key| entry.values.contains_key(*key));
        match self.answer(file, entry) {
            Some(Answer::Take | Answer::New | Answer::Known { .. }) if has_key => Verdict::Take,
            Some(Answer::Leave) => Verdict::Hold,
            Some(Answer::Take | Answer::New | Answer::Known { .. }) | None => entry.verdict(),
        }
    }

    /// What a row comes to in the end.
    pub fn outcome(&self, file: usize, at: usize, entry: &Entry) -> Outcome {
        let is_in = self.files.get(file).is_some_and(|reading| reading.status == Status::Import);
        match (is_in, self.verdict(file, entry), self.plans.get(&Place { file, entry: at })) {
            (false, ..) | (_, Verdict::Hold, _) => Outcome::Held,
            (_, Verdict::Ask, _) | (_, Verdict::Take, Some(Plan::Doubt(_) | Plan::Unready(_)) | None) => Outcome::Asked,
            (_, Verdict::Take, Some(Plan::New(_))) => Outcome::New,
            (_, Verdict::Take, Some(Plan::Change(..))) => Outcome::Changed,
            (_, Verdict::Take, Some(Plan::Same(_))) => Outcome::Same,
        }
    }

    /// Counts of what would happen, for one file or all.
    pub fn counts(&self, only: Option<usize>) -> Counts {
        let mut counts = Counts::default();
        for (file, reading) in self.files.iter().enumerate().filter(|(file, _)| only.is_none_or(|only| only == *file)) {
            for (at, entry) in reading.entries.iter().enumerate() {
                counts.add(self.outcome(file, at, entry));
            }
        }
        counts
    }

    /// Counts of what was done, when this is what became of the rows that went in.
    pub fn counts_of(&self, made: &BTreeMap<Place, Made>) -> Counts {
        let mut counts = Counts::default();
        for (file, reading) in self.files.iter().enumerate() {
            for (at, entry) in reading.entries.iter().enumerate() {
                let done = made.get(&Place { file, entry: at }).map(|made| made.outcome);
                counts.add(done.unwrap_or_else(|| self.outcome(file, at, entry)));
            }
        }
        counts
    }

    /// The report for scripts: what each row comes to, the register considered.
    pub fn report(&self) -> Report {
        report_as(&self.files, &self.same, &|place, entry| match self.outcome(place.file, place.entry, entry) {
            Outcome::New | Outcome::Changed | Outcome::Same => Verdict::Take,
            Outcome::Asked => Verdict::Ask,
            Outcome::Held => Verdict::Hold,
        })
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
            .map(|known| known.columns_of(row).to_vec())
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
        let is_turned = self.files.get(file).is_some_and(|reading| reading.has_turned_days(sheet));
        let Ok(book) = &mut self.source(file)?.read else { return Ok(()) };
        let Some(sheet) = book.sheets.iter_mut().find(|known| known.name == sheet) else { return Ok(()) };
        for (column, text) in writes {
            let text = if is_turned { in_words(&text).unwrap_or(text) } else { text };
            write_cell(&mut sheet.rows, row, column, text);
        }
        Ok(())
    }
}

fn understand_one(knowledge: &Knowledge<'_>, source: &SourceFile) -> FileReading {
    knowledge.understand_as(&source.name, &source.read, &source.told)
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
