//! An import being prepared, as the page sees it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::units::UnitId;

use super::list::{SheetReading, Status};
use super::session::{Session, fields_of};
use super::store::Counts;
use super::target::{Target, UnitOf};
use super::whose::KnownUnit;

/// A kind of list that can be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IntakeTarget {
    /// Its name in commands: "members".
    pub name: String,
    /// What its rows are: "đoàn viên".
    pub label: String,
    /// A whole file belongs to one unit.
    pub by_unit: bool,
    /// Each row has a unit, or may have one.
    pub has_units: bool,
    /// The field by which a row is called.
    pub called: String,
    /// Fields that stand in sight when rows are looked through.
    pub in_sight: Vec<String>,
    /// What is pressed when a row is none of those who look alike.
    pub newcomer: String,
}

impl IntakeTarget {
    /// As the page sees a target.
    pub fn of(target: &Target) -> IntakeTarget {
        IntakeTarget {
            name: target.name.to_owned(),
            label: target.label.to_owned(),
            by_unit: target.unit == UnitOf::File,
            has_units: target.unit != UnitOf::Nobody,
            called: target.key.first().copied().unwrap_or_default().to_owned(),
            in_sight: target.in_sight.iter().map(|field| (*field).to_owned()).collect(),
            newcomer: target.newcomer.to_owned(),
        }
    }
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
    /// How many rows a person said something about.
    pub answered: u32,
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

/// The import as it stands now.
pub(super) fn view(session: &Session) -> IntakeView {
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
    let fields = fields_of(session.target());
    IntakeView {
        target: IntakeTarget::of(session.target()),
        files: files.collect(),
        counts: session.counts(None),
        answered: u32::try_from(session.answers.len()).unwrap_or(u32::MAX),
        fields: fields
            .into_iter()
            .map(|(name, label)| IntakeField { name: name.to_owned(), label: label.to_owned() })
            .collect(),
    }
}
