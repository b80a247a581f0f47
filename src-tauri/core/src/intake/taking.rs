//! How a room takes the rows of its lists in: what one row would do, and the doing.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::id::MemberId;
use crate::office::Pen;
use crate::sheet::read::Workbook;
use crate::units::UnitId;

use super::batch::Place;
use super::cells::Entry;
use super::finding::Finding;
use super::list::FileReading;
use super::session::Outcome;
use super::target::Target;
use super::targets::{HistoryIn, InitiativesIn, MembersIn, PledgesIn, RegistrationsIn, TrainingIn, UnitsIn};

/// Every kind of list that can be taken in, in the order of the choice on screen.
pub const ALL: &[&dyn Taking] =
    &[&MembersIn, &UnitsIn, &HistoryIn, &RegistrationsIn, &InitiativesIn, &PledgesIn, &TrainingIn];

/// The kind of list of a name.
pub fn named(name: &str) -> Option<&'static dyn Taking> {
    ALL.iter().copied().find(|taking| taking.target().name == name)
}

/// A room's side of the intake.
pub trait Taking: Sync {
    /// Its columns.
    fn target(&self) -> &'static Target;

    /// What one row would do. Reads only; called again after every decision of the person.
    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan>;

    /// What the register says otherwise than a row. It stays as it is; the clerk reads a warning on the row.
    fn contradicted(&self, _db: &Connection, _row: &Row<'_>, _plan: &Plan) -> Result<Option<Finding>> {
        Ok(None)
    }

    /// What else the clerk should know about a file of this kind, as the register stands.
    fn about_file(&self, _db: &Connection, _file: &FileReading, _today: NaiveDate) -> Result<Option<String>> {
        Ok(None)
    }

    /// Whom the register has in the unit and its list does not name, as a sentence; `met` are the records that its rows mean or may
    /// mean.
    fn unlisted(&self, _db: &Connection, _unit: UnitId, _met: &BTreeSet<i64>) -> Result<Option<String>> {
        Ok(None)
    }

    /// Whose record this is, where two rows of a list may not mean the same one; empty: they may.
    fn whose_record(&self, _db: &Connection, _record: i64) -> Result<Vec<Candidate>> {
        Ok(Vec::new())
    }

    /// Takes the rows in, inside the importing act. Answers what became of each row, in their order.
    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>>;
}

/// A row that may go in.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Where it stands.
    pub place: Place,
    /// What it says.
    pub entry: &'a Entry,
    /// Its unit, when the register has it.
    pub unit: Option<UnitId>,
    /// The year that its sheet is headed with; none: it says none.
    pub year: Option<i32>,
    /// What stands above its list.
    pub title: &'a str,
    /// What a person said about it.
    pub answer: Option<Answer>,
    /// Today.
    pub today: NaiveDate,
}

/// What a person said about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(rename = "IntakeAnswer")]
pub enum Answer {
    /// It is right as it stands: take it.
    Take,
    /// Leave it out.
    Leave,
    /// It is nobody of those who look alike.
    New,
    /// It is this one.
    Known {
        /// One of the row's candidates.
        record: i64,
    },
}

/// What a row would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// Adds a record; about this member, where the row names one whom the register has.
    New(Option<MemberId>),
    /// Fills or corrects a record.
    Change(i64, Vec<FieldChange>),
    /// The register has it so.
    Same(i64),
    /// A person must say which of these it is, if any.
    Doubt(Vec<Candidate>),
    /// It cannot go in until a cell is mended: why, and what to do.
    Unready(String),
}

/// One field that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeFieldChange")]
pub struct FieldChange {
    /// Which.
    pub field: String,
    /// Its name for the clerk.
    pub label: String,
    /// What stands in the register.
    pub old: String,
    /// What the list says.
    pub new: String,
}

/// A record that a doubtful row may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeCandidate")]
pub struct Candidate {
    /// Names it in the answer.
    pub record: i64,
    /// Its name.
    pub name: String,
    /// By what it is told from others: birth, card, post, unit.
    pub facts: String,
}

/// A row with what it would do; never a question.
#[derive(Debug, Clone, Copy)]
pub struct Planned<'a> {
    /// The row.
    pub row: Row<'a>,
    /// What it would do.
    pub plan: &'a Plan,
}

/// The rows that go in together.
pub struct Lot<'a> {
    /// In the order of the files.
    pub rows: Vec<Planned<'a>>,
    /// The workbooks that go in, for what stands on their other sheets.
    pub books: Vec<&'a Workbook>,
    /// Today.
    pub today: NaiveDate,
    /// One more row is done; refused when the person asked to stop.
    pub step: &'a dyn Fn() -> Result<()>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// New, changed or the same.
    pub outcome: Outcome,
    /// The record that came of it.
    pub record: Option<i64>,
    /// The member that it is about.
    pub member: Option<MemberId>,
}
