//! Of which unit each row of a list is: the one that its own cell names, else the head of its group, else its sheet; and only
//! where none of these speaks, the unit of the whole file.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::Entry;
use super::finding::Finding;
use super::list::{FileReading, Knowledge, Role, Status};
use super::target::UnitOf;
use super::whose::{KnownUnit, Units, Whose};

impl Knowledge<'_> {
    /// Finds the unit of every row, or asks.
    pub(super) fn settle_units(&self, evidence: &[String], reading: &mut FileReading) {
        match self.target.unit {
            UnitOf::Nobody => {}
            UnitOf::RowAsWritten => self.settle_rows(Finding::UnitAsWritten, reading),
            UnitOf::Row if self.names_units(reading) => self.settle_rows(Finding::UnitUnknown, reading),
            UnitOf::File | UnitOf::Row => self.settle_file(evidence, reading),
        }
    }

    /// Whether a column of the file names units.
    fn names_units(&self, reading: &FileReading) -> bool {
        reading.entries.iter().any(|entry| self.target.unit_fields().any(|field| entry.values.contains_key(field.name)))
    }

    /// Finds the unit of each row by the columns that name it; `unknown` is noticed where none is found.
    fn settle_rows(&self, unknown: Finding, reading: &mut FileReading) {
        for entry in &mut reading.entries {
            let is_named = self.target.unit_fields().any(|field| !entry.text(field.name).is_empty());
            let unit = if is_named { self.by_column(entry) } else { self.by_group(entry) };
            entry.unit = unit.map(|unit| unit.code.clone());
            if is_named && entry.unit.is_none() {
                entry.findings.insert(unknown);
            }
        }
    }

    fn by_column(&self, entry: &Entry) -> Option<&KnownUnit> {
        let mut texts = self.target.unit_fields().map(|field| entry.text(field.name)).filter(|text| !text.is_empty());
        texts.find_map(|text| self.units.named(text))
    }

    /// The unit that the nearest head of a group names.
    fn by_group(&self, entry: &Entry) -> Option<&KnownUnit> {
        entry.group.iter().rev().find_map(|head| self.units.only_one_inside(head))
    }

    /// Finds the unit of the file, or of each row when the rows are of several.
    fn settle_file(&self, evidence: &[String], reading: &mut FileReading) {
        let by_sheet = self.by_sheets(reading);
        // Titles that name several units say nothing of the whole file; its name may.
        let unsaid = if by_sheet.is_empty() { 0 } else { evidence.len().saturating_sub(1) };
        let texts: Vec<&str> = evidence.iter().skip(unsaid).map(String::as_str).collect();
        let whose = self.units.whose(&texts);
        let own = self.own_units(reading, &by_sheet);
        let of_file = match (&reading.unit, &whose) {
            (Some(chosen), _) => Some(chosen.clone()),
            (None, Whose::Unit(unit)) => Some(unit.clone()),
            (None, Whose::Several(_) | Whose::Unknown) => None,
        };
        if own.are_several(of_file.as_ref()) {
            reading.unit = of_file;
            own.tell(reading);
            return;
        }
        let named = own.first();
        match (of_file, whose, named) {
            (Some(unit), _, named) => {
                if named.is_some_and(|named| named.code != unit.code) {
                    reading.entries.iter_mut().for_each(|entry| {
                        entry.findings.insert(Finding::UnitOther);
                    });
                }
                reading.unit = Some(unit);
            }
            (None, _, Some(unit)) => reading.unit = Some(unit),
            (None, Whose::Several(candidates), None) => {
                let choices: Vec<&str> =
                    candidates.iter().filter_map(|unit| unit.names.first()).map(String::as_str).collect();
                let sentence =
                    format!("Tệp “{}” có thể là của: {}. Hãy chọn đơn vị.", reading.file, choices.join("; "));
                reading.stop(Status::Hold, "unit_ambiguous", sentence);
                reading.candidates = candidates;
            }
            (None, Whose::Unit(_) | Whose::Unknown, None) => {
                let sentence = format!("Chưa biết tệp “{}” là của đơn vị nào. Hãy chọn đơn vị.", reading.file);
                reading.stop(Status::Hold, "unit_unknown", sentence);
            }
        }
    }

    /// The unit of each sheet that names one, when they name several.
    fn by_sheets(&self, reading: &FileReading) -> BTreeMap<String, KnownUnit> {
        let lists = reading.sheets.iter().filter(|sheet| sheet.role == Role::List);
        let by_sheet = lists.filter_map(|sheet| Some((sheet.name.clone(), self.by_sheet(&sheet.title, &sheet.name)?)));
        let mut by_sheet: BTreeMap<String, KnownUnit> = by_sheet.collect();
        if by_sheet.values().map(|unit| unit.id).collect::<BTreeSet<_>>().len() < 2 {
            by_sheet.clear();
        }
        by_sheet
    }

    fn own_units(&self, reading: &FileReading, by_sheet: &BTreeMap<String, KnownUnit>) -> OwnUnits {
        let of_row = |entry: &Entry| {
            let by_column = self.by_column(entry).cloned();
            let is_named = by_column.is_some();
            let placed = || self.by_group(entry).cloned().or_else(|| by_sheet.get(&entry.sheet).cloned());
            Own { unit: by_column.or_else(placed), is_named }
        };
        OwnUnits(reading.entries.iter().map(of_row).collect())
    }

    fn by_sheet(&self, title: &str, name: &str) -> Option<KnownUnit> {
        match self.units.whose(&[title, name]) {
            Whose::Unit(unit) => Some(unit),
            Whose::Several(_) | Whose::Unknown => None,
        }
    }
}

/// The unit that speaks of a row itself.
struct Own {
    unit: Option<KnownUnit>,
    /// A cell of the row names it, and not the head of a group or a sheet.
    is_named: bool,
}

/// Those of all rows of a file.
struct OwnUnits(Vec<Own>);

impl OwnUnits {
    fn first(&self) -> Option<KnownUnit> {
        self.0.iter().find_map(|own| own.unit.clone())
    }

    /// Whether the rows are of several units. A column that names one unit throughout only contradicts its file.
    fn are_several(&self, of_file: Option<&KnownUnit>) -> bool {
        let codes: BTreeSet<&str> =
            self.0.iter().filter_map(|own| own.unit.as_ref()).map(|unit| unit.code.as_str()).collect();
        let is_placed = |own: &Own| !own.is_named && own.unit.is_some();
        let is_another = of_file.is_none_or(|unit| !codes.contains(unit.code.as_str()));
        let is_part = self.0.iter().any(|own| own.unit.is_none()) || of_file.is_some();
        codes.len() > 1 || (codes.len() == 1 && is_another && is_part && self.0.iter().any(is_placed))
    }

    /// Writes each row's unit down; asks where a row has none, and warns where it is another than the file's.
    fn tell(&self, reading: &mut FileReading) {
        let of_file = reading.unit.as_ref().map(|unit| unit.code.clone());
        let has_column = self.0.iter().any(|own| own.is_named);
        let units: BTreeSet<i64> = self.0.iter().filter_map(|own| own.unit.as_ref()).map(|unit| unit.id).collect();
        reading.notes.push(format!(
            "Các dòng của tệp ghi {} đơn vị: mỗi dòng vào đơn vị ghi ở cột, đề mục hoặc trang tính của nó. Đơn vị chọn cho tệp chỉ dùng cho dòng không ghi đơn vị nào.",
            units.len()
        ));
        for (entry, own) in reading.entries.iter_mut().zip(&self.0) {
            entry.unit = own.unit.as_ref().map(|unit| unit.code.clone());
            let is_asked = own.unit.is_none() && (has_column || of_file.is_none());
            let is_other = own.unit.is_some() && of_file.is_some() && entry.unit != of_file;
            entry.findings.extend(is_asked.then_some(Finding::UnitUnknown));
            entry.findings.extend(is_other.then_some(Finding::UnitOfRow));
        }
    }
}

impl Units {
    /// The one unit that a text names among other words; none: no or several units fit.
    fn only_one_inside(&self, text: &str) -> Option<&KnownUnit> {
        let found = self.inside(text);
        let mut found = found.into_iter();
        let one = found.next()?;
        self.all().get(one).filter(|_| found.next().is_none())
    }
}
