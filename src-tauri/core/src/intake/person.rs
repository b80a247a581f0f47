//! What belongs together across the columns of a person: the parts of a name, gender from a word or from marks, the birth date.

use crate::calendar::PartialDate;
use crate::vietnamese::{NameNote, fold, proposed_spelling, read_name};

use super::cells::{Entry, Value};
use super::finding::Finding;
use super::target::Gender;

/// What a birth cell gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Birth {
    /// Nothing stands there.
    Blank,
    /// A date.
    Read(PartialDate),
    /// What stands there is no date of birth.
    Refused(Finding),
}

/// What belongs together across the columns of a person.
#[derive(Default)]
pub struct Person {
    /// The whole name, from one column.
    pub whole: String,
    /// The name without its last word.
    pub family_middle: String,
    /// The last word of the name.
    pub given: String,
    /// The cell of the gender, and whether it is a formula whose value is not stored.
    pub gender_cell: Option<(String, bool)>,
    /// Columns of one gender, and whether they are marked.
    pub marks: Vec<(Gender, bool)>,
    /// Day, month and year of birth, where each has a column of its own.
    pub birth_parts: Vec<String>,
    /// What the columns of the birth date gave, and whose columns they are.
    pub births: Vec<(Option<Gender>, Birth)>,
}

impl Person {
    /// Puts name, gender and birth into the entry, and says what does not go together. What was remarked behind the name
    /// becomes a note, where the list has notes.
    pub fn settle(&self, entry: &mut Entry, has_notes: bool) {
        let remark = self.settle_name(entry);
        if let Some(remark) = remark.filter(|_| has_notes) {
            let note = [entry.text("note"), &remark]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("; ");
            entry.values.insert("note", Value::Text(note));
        }
        self.settle_gender(entry);
        self.settle_birth(entry);
    }

    /// Answers what was remarked behind the name.
    fn settle_name(&self, entry: &mut Entry) -> Option<String> {
        let parts = format!("{} {}", self.family_middle.trim(), self.given.trim());
        let written = if self.whole.trim().is_empty() {
            // The outer spaces of the parts belong to the cells, not to the name.
            if parts.trim().is_empty() { String::new() } else { parts.trim().to_owned() }
        } else {
            self.whole.clone()
        };
        if !written.is_empty() {
            entry.original.insert("full_name", written.clone());
        }
        let reading = read_name(&written);
        for note in &reading.notes {
            entry.findings.insert(match note {
                NameNote::NamePrefix => Finding::NamePrefix,
                NameNote::NameSuspicious => Finding::NameSuspicious,
                NameNote::NameSpaces => Finding::NameSpaces,
                NameNote::NameAllCaps => Finding::NameAllCaps,
                NameNote::EthForD => Finding::EthForD,
                NameNote::NameRemark => Finding::NameRemark,
            });
        }
        if reading.name.is_empty() {
            entry.findings.insert(Finding::NameMissing);
        } else {
            let is_small = !reading.name.chars().any(char::is_uppercase);
            let proposed =
                proposed_spelling(&if is_small { reading.name.to_uppercase() } else { reading.name.clone() });
            let spelled = proposed.unwrap_or(reading.name);
            entry.values.insert("full_name", Value::Text(spelled));
        }
        reading.remark
    }

    fn settle_gender(&self, entry: &mut Entry) {
        let from_cell = self.gender_cell.as_ref().map(|(text, is_unstored)| (gender_word(text), *is_unstored));
        let marked: Vec<Gender> =
            self.marks.iter().filter(|(_, is_marked)| *is_marked).map(|(gender, _)| *gender).collect();
        let gender = match (from_cell, self.marks.as_slice(), marked.as_slice()) {
            (Some((Some(gender), _)), ..) => Ok(gender),
            (_, [(only, is_marked)], _) => Ok(if *is_marked { *only } else { other(*only) }),
            (_, [_, ..], [one]) => Ok(*one),
            (_, [_, ..], [_, ..]) => Err(Finding::GenderConflict),
            (_, [_, ..], []) | (Some((None, false)), [], _) => Err(Finding::GenderMissing),
            (None | Some((None, true)), [], _) => return,
        };
        match gender {
            Ok(gender) => {
                entry.values.insert("gender", Value::Text(gender.word().to_owned()));
            }
            Err(finding) => {
                entry.findings.insert(finding);
            }
        }
    }

    fn settle_birth(&self, entry: &mut Entry) {
        let read =
            self.births.iter().find_map(|(_, birth)| if let Birth::Read(date) = birth { Some(*date) } else { None });
        let refused = self
            .births
            .iter()
            .find_map(|(_, birth)| if let Birth::Refused(finding) = birth { Some(*finding) } else { None });
        match (read, refused) {
            (Some(date), _) => {
                entry.values.insert("birth", Value::Day(date));
            }
            (None, Some(finding)) => {
                entry.findings.insert(finding);
            }
            (None, None) if !self.births.is_empty() => {
                entry.findings.insert(Finding::BirthMissing);
            }
            (None, None) => {}
        }
    }
}

fn other(gender: Gender) -> Gender {
    match gender {
        Gender::Nam => Gender::Nu,
        Gender::Nu => Gender::Nam,
    }
}

/// Nam, Nữ, Ông, Bà and what else lists write for them.
pub(super) fn gender_word(text: &str) -> Option<Gender> {
    match fold(text).trim_end_matches('.') {
        "nam" | "ong" | "trai" | "m" | "male" | "nam gioi" => Some(Gender::Nam),
        "nu" | "ba" | "gai" | "f" | "female" | "nu gioi" | "co" | "chi" => Some(Gender::Nu),
        _ => None,
    }
}
