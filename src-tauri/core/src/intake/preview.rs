//! The rows of a prepared import, page by page: what each comes to, and why.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::office::Office;

use super::batch::Place;
use super::commands::{gone, index, with};
use super::report::Reference;
use super::session::{Outcome, Session, shown};
use super::taking::{Answer, Candidate, FieldChange, Plan};

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
    /// Only those about which a person said something.
    #[serde(default)]
    pub answered: bool,
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
    /// What a person said about it.
    pub answer: Option<Answer>,
    /// Whom of the register it may mean.
    pub candidates: Vec<Candidate>,
    /// Why it waits, when its cells must be mended first.
    pub question: String,
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
                let is_wanted = ask.outcome.is_none_or(|only| only == outcome)
                    && (!ask.noticed || !entry.findings.is_empty())
                    && (!ask.answered || session.answer(file, entry).is_some());
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
        values.insert((*field).to_owned(), shown(&serde_json::to_value(value)?));
    }
    let place = Place { file, entry: at };
    let plan = session.plans.get(&place);
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
        answer: session.answer(file, entry),
        candidates: match plan {
            Some(Plan::Doubt(candidates)) => candidates.clone(),
            Some(Plan::New(_) | Plan::Change(..) | Plan::Same(_) | Plan::Unready(_)) | None => Vec::new(),
        },
        question: match plan {
            Some(Plan::Unready(sentence)) => sentence.clone(),
            Some(Plan::New(_) | Plan::Change(..) | Plan::Same(_) | Plan::Doubt(_)) | None => String::new(),
        },
        unit: reading.unit_of(entry).map(str::to_owned),
        values,
        original: entry.original.iter().map(|(field, text)| ((*field).to_owned(), text.clone())).collect(),
        findings: entry
            .findings
            .iter()
            .map(|finding| Noticed { name: finding.name(), sentence: finding.sentence().to_owned() })
            .collect(),
        changes: match plan {
            Some(Plan::Change(_, changes)) => changes.clone(),
            Some(Plan::New(_) | Plan::Same(_) | Plan::Doubt(_) | Plan::Unready(_)) | None => Vec::new(),
        },
        same_person: same_person.collect(),
    })
}
