//! Reading the cells of one row into values, and saying what had to be assumed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::{DateNote, DateReading, PartialDate, excel_day, read_date};
use crate::error::Result;
use crate::members::{WORKING_AGE, joined_too_young};
use crate::money::Dong;

use super::card::{check_card, read_card};
use super::day_order::Orders;
use super::finding::{Finding, Verdict};
use super::grid::{GridCell, GridRow, Nature};
use super::person::{Birth, Person, gender_word};
use super::plain::{count, hundredths, is_dash, is_marked, keep_number, keep_text, read_phone};
use super::table::ReadColumn;
use super::target::{Kind, Target};

/// A value read for a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(untagged)]
#[ts(rename = "IntakeValue")]
pub enum Value {
    /// Yes or no.
    Yes(bool),
    /// A count, money in đồng, or hundredths.
    Number(i64),
    /// A day, month or year.
    Day(PartialDate),
    /// Text.
    Text(String),
}

impl Value {
    /// The text, when it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Yes(_) | Self::Number(_) | Self::Day(_) => None,
        }
    }

    /// The day, when it is one.
    pub fn day(&self) -> Option<PartialDate> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Yes(_) | Self::Number(_) | Self::Text(_) => None,
        }
    }
}

/// A row as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The sheet.
    pub sheet: String,
    /// The row as Excel numbers it.
    pub row: u32,
    /// Code of the unit that the row itself names, when the list is of several units.
    pub unit: Option<String>,
    /// The heads of the groups under which it stands, the outermost first.
    pub group: Vec<String>,
    /// What goes into the register; a field that is blank is absent.
    pub values: BTreeMap<&'static str, Value>,
    /// What the cells show, by field, untouched: kept with the imported row.
    pub original: BTreeMap<&'static str, String>,
    /// What was noticed.
    pub findings: BTreeSet<Finding>,
}

impl Entry {
    /// A row of which nothing has been read yet.
    pub fn of(sheet: &str, row: u32) -> Self {
        Self {
            sheet: sheet.to_owned(),
            row,
            unit: None,
            group: Vec::new(),
            values: BTreeMap::new(),
            original: BTreeMap::new(),
            findings: BTreeSet::new(),
        }
    }

    /// What happens to the row: the gravest finding decides.
    pub fn verdict(&self) -> Verdict {
        self.findings.iter().map(|finding| finding.verdict()).max().unwrap_or(Verdict::Take)
    }

    /// A text value, "" when absent.
    pub fn text(&self, field: &str) -> &str {
        self.values.get(field).and_then(Value::text).unwrap_or("")
    }

    /// A day value.
    pub fn day(&self, field: &str) -> Option<PartialDate> {
        self.values.get(field).and_then(Value::day)
    }

    /// A number, when it is one.
    pub fn number(&self, field: &str) -> Option<i64> {
        match self.values.get(field)? {
            Value::Number(number) => Some(*number),
            Value::Yes(_) | Value::Day(_) | Value::Text(_) => None,
        }
    }

    /// The row as the draft of a room: its fields have the names of the target.
    pub fn draft<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        Ok(serde_json::from_value(serde_json::to_value(&self.values)?)?)
    }
}

/// What reading a row needs to know besides the row.
pub struct Reading<'a> {
    /// What the list is read into.
    pub target: &'a Target,
    /// The columns that are read.
    pub columns: Vec<ReadColumn>,
    /// The columns whose dates are not to be read as they stand.
    pub orders: Orders,
    /// The sheet's name.
    pub sheet: &'a str,
    /// Days count from 1904.
    pub is_1904: bool,
    /// The day that the list was made, or today: nobody on it is born later.
    pub made_on: NaiveDate,
}

/// Nobody in a list was born before.
const EARLIEST_BIRTH: i32 = 1930;

impl Reading<'_> {
    /// Reads one row.
    pub fn read(&self, row: &GridRow) -> Entry {
        let mut entry = Entry::of(self.sheet, row.number);
        let mut person = Person::default();
        for ReadColumn { column, field } in &self.columns {
            let cell = row.cell(*column);
            if let Some(cell) = cell {
                if !cell.shown.is_empty() {
                    entry.original.insert(field.name, cell.shown.clone());
                }
                entry.findings.extend(said_of(cell, field.kind));
            }
            let turned = cell.and_then(|cell| self.orders.turned(cell));
            entry.findings.extend(turned.as_ref().and_then(|(_, finding)| *finding));
            let cell = turned.as_ref().map(|(cell, _)| cell).or(cell);
            self.read_field(field.name, field.kind, cell, &mut entry, &mut person);
        }
        if row.hidden {
            entry.findings.insert(Finding::HiddenRow);
        }
        self.join_birth(&mut entry, &mut person);
        self.settle(&mut entry, &person);
        entry
    }

    fn read_field(
        &self,
        name: &'static str,
        kind: Kind,
        cell: Option<&GridCell>,
        entry: &mut Entry,
        person: &mut Person,
    ) {
        let shown = cell.filter(|cell| cell.nature != Nature::Fault).map_or("", |cell| cell.shown.as_str());
        match kind {
            Kind::Ignored => {}
            Kind::FullName if name == "full_name" => shown.clone_into(&mut person.whole),
            Kind::Text | Kind::Unit | Kind::FullName => keep_text(name, shown, entry),
            Kind::Count => keep_number(name, shown, count, entry),
            Kind::Money => keep_number(name, shown, |text| Dong::read(text).map(|money| money.0), entry),
            Kind::Hundredths => keep_number(name, shown, hundredths, entry),
            Kind::FamilyMiddle => shown.clone_into(&mut person.family_middle),
            Kind::Given => shown.clone_into(&mut person.given),
            Kind::Gender => {
                person.gender_cell =
                    Some(cell.map(|cell| (cell.shown.clone(), cell.nature == Nature::Unstored)).unwrap_or_default());
            }
            Kind::GenderMark(gender) => {
                // "Nam" in a column headed "Nữ" is no mark.
                let is_marked = gender_word(shown).map_or_else(|| is_marked(shown), |word| word == gender);
                person.marks.push((gender, is_marked));
            }
            Kind::BirthDay | Kind::BirthMonth | Kind::BirthYear => {
                person.birth_parts.push(shown.trim().to_owned());
            }
            Kind::Birth => person.births.push((None, self.read_birth(cell, &mut entry.findings))),
            Kind::BirthOf(gender) => {
                let is_filled = !shown.trim().is_empty();
                person.marks.push((gender, is_filled));
                if is_filled {
                    person.births.push((Some(gender), self.read_birth(cell, &mut entry.findings)));
                } else {
                    person.births.push((Some(gender), Birth::Blank));
                }
            }
            Kind::Date => self.read_other_date(name, cell, entry),
            Kind::CitizenId => read_card(cell, entry),
            Kind::Phone => read_phone(name, shown, entry),
            Kind::Mark | Kind::Membership if is_dash(shown) => {}
            Kind::Mark | Kind::Membership => {
                entry.values.insert(name, Value::Yes(is_marked(shown)));
            }
        }
    }

    /// In a column where only the yes is marked a blank is a no. Beside a written no, or in a column that nobody filled in, it
    /// says nothing.
    pub fn settle_marks(&self, entries: &mut [Entry]) {
        for field in self.columns.iter().map(|read| read.field).filter(|field| field.kind == Kind::Mark) {
            let says = |answer| entries.iter().any(|entry| entry.values.get(field.name) == Some(&Value::Yes(answer)));
            if says(true) && !says(false) {
                for entry in &mut *entries {
                    entry.values.entry(field.name).or_insert(Value::Yes(false));
                }
            }
        }
        self.settle_members(entries);
    }

    /// Where some rows of a list of workers are marked as members, the others are not. Where nobody is, the column says nothing.
    fn settle_members(&self, entries: &mut [Entry]) {
        for field in self.columns.iter().map(|read| read.field).filter(|field| field.kind == Kind::Membership) {
            let is_member = |entry: &Entry| entry.values.get(field.name) == Some(&Value::Yes(true));
            let is_any = entries.iter().any(is_member);
            for entry in &mut *entries {
                entry.findings.extend((is_any && !is_member(entry)).then_some(Finding::NotMarked));
                entry.values.remove(field.name);
            }
        }
    }

    /// What can be said only when the whole row is known.
    fn settle(&self, entry: &mut Entry, person: &Person) {
        if self.target.field("full_name").is_some() {
            person.settle(entry, self.target.field("note").is_some());
            if entry.day("party_join").is_some() && !self.columns.iter().any(|read| read.field.name == "party_member") {
                entry.values.insert("party_member", Value::Yes(true));
            }
            check_card(entry);
            if entry.day("birth").is_some_and(|birth| birth.first_day() > self.youngest()) {
                entry.findings.insert(Finding::TooYoung);
            }
            if joined_too_young(entry.day("birth"), entry.day("union_join")) {
                entry.findings.insert(Finding::JoinTooYoung);
            }
        } else if self.target.key.iter().all(|key| !entry.values.contains_key(*key)) {
            entry.findings.insert(Finding::NameMissing);
        }
    }

    /// A birth date whose parts stand in columns of their own.
    fn join_birth(&self, entry: &mut Entry, person: &mut Person) {
        if person.birth_parts.is_empty() {
            return;
        }
        let parts = person.birth_parts.iter().map(String::as_str).rev().take_while(|part| !is_dash(part));
        let mut parts: Vec<&str> = parts.collect();
        parts.reverse();
        let cell = GridCell { column: 0, shown: parts.join("/"), nature: Nature::Text };
        person.births.push((None, self.read_birth(Some(&cell), &mut entry.findings)));
    }

    fn read_birth(&self, cell: Option<&GridCell>, findings: &mut BTreeSet<Finding>) -> Birth {
        let Some(cell) = cell.filter(|cell| !cell.shown.trim().is_empty()) else { return Birth::Blank };
        let mut notes = BTreeSet::new();
        match read_day(cell, self.is_1904, self.youngest(), &mut notes) {
            DateReading::Read(date, more) => {
                if date.year() < EARLIEST_BIRTH || date.first_day() > self.made_on {
                    return Birth::Refused(Finding::BirthOutOfRange);
                }
                notes.extend(more);
                findings.extend(notes.into_iter().filter_map(birth_note));
                Birth::Read(date)
            }
            DateReading::Impossible => Birth::Refused(Finding::BirthImpossible),
            DateReading::Unreadable => Birth::Refused(Finding::BirthUnreadable),
        }
    }

    /// The day on which the youngest who may work was born.
    fn youngest(&self) -> NaiveDate {
        self.made_on.checked_sub_months(Months::new(12 * WORKING_AGE)).unwrap_or(self.made_on)
    }

    fn read_other_date(&self, name: &'static str, cell: Option<&GridCell>, entry: &mut Entry) {
        let Some(cell) = cell.filter(|cell| !is_dash(&cell.shown)) else { return };
        match read_day(cell, self.is_1904, self.made_on, &mut BTreeSet::new()) {
            DateReading::Read(date, _) => {
                entry.values.insert(name, Value::Day(date));
            }
            DateReading::Impossible | DateReading::Unreadable => {
                entry.findings.insert(Finding::DateUnreadable);
            }
        }
    }
}

/// What is to be said of a cell whatever it means. Where its field says itself that it cannot be read, once is enough.
fn said_of(cell: &GridCell, kind: Kind) -> Option<Finding> {
    let says_itself = matches!(kind, Kind::Ignored | Kind::Gender | Kind::Birth | Kind::Date | Kind::CitizenId);
    match cell.nature {
        Nature::Unstored => Some(Finding::FormulaNoCachedValue),
        Nature::Fault if !says_itself => Some(Finding::CellFault),
        Nature::OldFont => Some(Finding::OldFont),
        Nature::Fault | Nature::Text | Nature::Number { .. } | Nature::Day(_) => None,
    }
}

fn birth_note(note: DateNote) -> Option<Finding> {
    match note {
        DateNote::TwoDigitYear => Some(Finding::BirthTwoDigitYear),
        DateNote::Serial => Some(Finding::BirthSerial),
        DateNote::Apostrophe => Some(Finding::BirthApostrophe),
        DateNote::TimeLeftOut => None,
    }
}

/// Reads a cell as a day, whether it is one for Excel, a bare number, or text.
fn read_day(cell: &GridCell, is_1904: bool, latest: NaiveDate, notes: &mut BTreeSet<DateNote>) -> DateReading {
    match &cell.nature {
        // A year typed into a cell that shows days: 1978 would be 31/05/1905.
        Nature::Day(serial @ 1930..=2030) => year_of(*serial),
        Nature::Day(serial) => day_of(i64::from(*serial), is_1904),
        Nature::Number { plain, .. } => {
            let whole = plain.split('.').next().unwrap_or_default();
            if whole.len() == 5 {
                notes.insert(DateNote::Serial);
                return whole.parse().map_or(DateReading::Unreadable, |serial| day_of(serial, is_1904));
            }
            read_date(whole, latest)
        }
        Nature::Text | Nature::OldFont | Nature::Unstored | Nature::Fault => read_date(&cell.shown, latest),
    }
}

fn year_of(year: i32) -> DateReading {
    PartialDate::new(year, None, None).map_or(DateReading::Unreadable, |date| DateReading::Read(date, Vec::new()))
}

fn day_of(serial: i64, is_1904: bool) -> DateReading {
    excel_day(serial, is_1904).map_or(DateReading::Unreadable, |day| DateReading::Read(day.into(), Vec::new()))
}
