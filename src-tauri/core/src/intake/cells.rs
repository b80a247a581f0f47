//! Reading the cells of one row into values, and saying what had to be assumed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::{DateNote, DateReading, PartialDate, excel_day, read_date};
use crate::error::Result;
use crate::money::Dong;
use crate::vietnamese::{NameNote, clean, fold, proposed_spelling, read_name};

use super::finding::{Finding, Verdict};
use super::grid::{GridCell, GridRow, Nature};
use super::heading::Table;
use super::target::{Gender, Kind, Target};

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeEntry")]
pub struct Entry {
    /// The sheet.
    pub sheet: String,
    /// The row as Excel numbers it.
    pub row: u32,
    /// Code of the unit that the row itself names, when the list is of several units.
    pub unit: Option<String>,
    /// What goes into the register; a field that is blank is absent.
    pub values: BTreeMap<String, Value>,
    /// What the cells show, by field, untouched: kept with the imported row.
    pub original: BTreeMap<String, String>,
    /// What was noticed.
    pub findings: BTreeSet<Finding>,
}

impl Entry {
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
    /// Where its columns are.
    pub table: &'a Table,
    /// The sheet's name.
    pub sheet: &'a str,
    /// Days count from 1904.
    pub is_1904: bool,
    /// The day that the list was made, or today: nobody on it is born later.
    pub made_on: NaiveDate,
}

/// The youngest age at which one may join.
const LEAST_AGE: u32 = 15;
/// Nobody in a list was born before.
const EARLIEST_BIRTH: i32 = 1930;

impl Reading<'_> {
    /// Reads one row.
    pub fn read(&self, row: &GridRow) -> Entry {
        let mut entry = Entry {
            sheet: self.sheet.to_owned(),
            row: row.number,
            unit: None,
            values: BTreeMap::new(),
            original: BTreeMap::new(),
            findings: BTreeSet::new(),
        };
        let mut person = Person::default();
        for column in &self.table.columns {
            let Some(field) = column.field.as_deref().and_then(|name| self.target.field(name)) else { continue };
            if field.kind == Kind::Ignored {
                continue;
            }
            let cell = row.cell(column.column);
            if let Some(cell) = cell {
                if !cell.shown.is_empty() {
                    entry.original.insert(field.name.to_owned(), cell.shown.clone());
                }
                if cell.nature == Nature::Unstored {
                    entry.findings.insert(Finding::FormulaNoCachedValue);
                }
            }
            self.read_field(field.name, field.kind, cell, &mut entry, &mut person);
        }
        if row.hidden {
            entry.findings.insert(Finding::HiddenRow);
        }
        self.settle(&mut entry, &person);
        entry
    }

    fn read_field(&self, name: &str, kind: Kind, cell: Option<&GridCell>, entry: &mut Entry, person: &mut Person) {
        let shown = cell.map_or("", |cell| cell.shown.as_str());
        match kind {
            Kind::Ignored => {}
            Kind::FullName if self.target.key.contains(&name) => shown.clone_into(&mut person.whole),
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
            Kind::GenderMark(gender) => person.marks.push((gender, is_marked(shown))),
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
            Kind::Mark => {
                entry.values.insert(name.to_owned(), Value::Yes(is_marked(shown)));
            }
        }
    }

    /// What can be said only when the whole row is known.
    fn settle(&self, entry: &mut Entry, person: &Person) {
        if self.target.field("full_name").is_some() {
            person.settle_name(entry);
            person.settle_gender(entry);
            person.settle_birth(entry);
            if entry.day("party_join").is_some() && self.table.column("party_member").is_none() {
                entry.values.insert("party_member".to_owned(), Value::Yes(true));
            }
            check_against_card(entry);
            check_age_at_joining(entry);
        } else if self.target.key.iter().all(|key| !entry.values.contains_key(*key)) {
            entry.findings.insert(Finding::NameMissing);
        }
    }

    fn read_birth(&self, cell: Option<&GridCell>, findings: &mut BTreeSet<Finding>) -> Birth {
        let Some(cell) = cell.filter(|cell| !cell.shown.trim().is_empty()) else { return Birth::Blank };
        let youngest = self.made_on.checked_sub_months(Months::new(12 * LEAST_AGE)).unwrap_or(self.made_on);
        let mut notes = BTreeSet::new();
        match read_day(cell, self.is_1904, youngest, &mut notes) {
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

    fn read_other_date(&self, name: &str, cell: Option<&GridCell>, entry: &mut Entry) {
        let Some(cell) = cell.filter(|cell| !is_dash(&cell.shown)) else { return };
        match read_day(cell, self.is_1904, self.made_on, &mut BTreeSet::new()) {
            DateReading::Read(date, _) => {
                entry.values.insert(name.to_owned(), Value::Day(date));
            }
            DateReading::Impossible | DateReading::Unreadable => {
                entry.findings.insert(Finding::DateUnreadable);
            }
        }
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
        Nature::Text | Nature::Unstored | Nature::Fault => read_date(&cell.shown, latest),
    }
}

fn year_of(year: i32) -> DateReading {
    PartialDate::new(year, None, None).map_or(DateReading::Unreadable, |date| DateReading::Read(date, Vec::new()))
}

fn day_of(serial: i64, is_1904: bool) -> DateReading {
    excel_day(serial, is_1904).map_or(DateReading::Unreadable, |day| DateReading::Read(day.into(), Vec::new()))
}

/// What a birth cell gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Birth {
    Blank,
    Read(PartialDate),
    Refused(Finding),
}

/// What belongs together across the columns of a person.
#[derive(Default)]
struct Person {
    whole: String,
    family_middle: String,
    given: String,
    gender_cell: Option<(String, bool)>,
    marks: Vec<(Gender, bool)>,
    births: Vec<(Option<Gender>, Birth)>,
}

impl Person {
    fn settle_name(&self, entry: &mut Entry) {
        let parts = format!("{} {}", self.family_middle.trim(), self.given.trim());
        let written = if self.whole.trim().is_empty() {
            // The outer spaces of the parts belong to the cells, not to the name.
            if parts.trim().is_empty() { String::new() } else { parts.trim().to_owned() }
        } else {
            self.whole.clone()
        };
        if !written.is_empty() {
            entry.original.insert("full_name".to_owned(), written.clone());
        }
        let reading = read_name(&written);
        for note in &reading.notes {
            entry.findings.insert(match note {
                NameNote::NamePrefix => Finding::NamePrefix,
                NameNote::NameSuspicious => Finding::NameSuspicious,
                NameNote::NameSpaces => Finding::NameSpaces,
                NameNote::NameAllCaps => Finding::NameAllCaps,
                NameNote::EthForD => Finding::EthForD,
            });
        }
        if reading.name.is_empty() {
            entry.findings.insert(Finding::NameMissing);
        } else {
            let is_small = !reading.name.chars().any(char::is_uppercase);
            let proposed =
                proposed_spelling(&if is_small { reading.name.to_uppercase() } else { reading.name.clone() });
            let spelled = proposed.unwrap_or(reading.name);
            entry.values.insert("full_name".to_owned(), Value::Text(spelled));
        }
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
                entry.values.insert("gender".to_owned(), Value::Text(gender.word().to_owned()));
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
                entry.values.insert("birth".to_owned(), Value::Day(date));
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
fn gender_word(text: &str) -> Option<Gender> {
    match fold(text).trim_end_matches('.') {
        "nam" | "ong" | "trai" | "m" | "male" | "nam gioi" => Some(Gender::Nam),
        "nu" | "ba" | "gai" | "f" | "female" | "nu gioi" | "co" | "chi" => Some(Gender::Nu),
        _ => None,
    }
}

/// Any mark but a no.
fn is_marked(text: &str) -> bool {
    let folded = fold(text);
    !is_dash(text) && !matches!(folded.as_str(), "0" | "khong" | "ko" | "k" | "chua" | "false" | "no")
}

/// Blank, or a dash that stands for blank.
fn is_dash(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || "-–—_.…/\u{200b}".contains(letter))
}

fn keep_text(name: &str, shown: &str, entry: &mut Entry) {
    let text = clean(shown);
    if !is_dash(&text) {
        entry.values.insert(name.to_owned(), Value::Text(text));
    }
}

fn keep_number(name: &str, shown: &str, read: impl Fn(&str) -> Option<i64>, entry: &mut Entry) {
    if is_dash(shown) {
        return;
    }
    match read(shown) {
        Some(number) => {
            entry.values.insert(name.to_owned(), Value::Number(number));
        }
        None => {
            entry.findings.insert(Finding::NumberUnreadable);
        }
    }
}

/// A whole number; thousands may be grouped.
fn count(text: &str) -> Option<i64> {
    Dong::read(text).map(|number| number.0)
}

/// "9,5", "9.5 điểm", "95%" in hundredths; a third decimal is no rounding matter of the intake.
fn hundredths(text: &str) -> Option<i64> {
    let folded = fold(text);
    let bare = folded.trim_end_matches(['%', ' ']).trim_end_matches("diem").trim();
    let (sign, bare) = bare.strip_prefix('-').map_or((1, bare), |rest| (-1, rest));
    let (whole, part) = bare.split_once([',', '.']).unwrap_or((bare, ""));
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !figures(whole) || !figures(part) || part.trim_end_matches('0').len() > 2 {
        return None;
    }
    let part: i64 = format!("{part:0<2}").get(..2)?.parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part).map(|number| number * sign)
}

/// Reads the cell of the citizen's number.
fn read_card(cell: Option<&GridCell>, entry: &mut Entry) {
    let Some(cell) = cell.filter(|cell| !is_dash(&cell.shown)) else {
        entry.findings.insert(Finding::CccdMissing);
        return;
    };
    let text: String = clean(&cell.shown).chars().filter(|letter| !" .-'’,".contains(*letter)).collect();
    let is_shown_padded = matches!(cell.nature, Nature::Number { padded: true, .. });
    if text.to_ascii_uppercase().contains('E')
        && text.chars().all(|letter| letter.is_ascii_digit() || "eE+".contains(letter))
    {
        entry.findings.insert(Finding::CccdSciLost);
        return;
    }
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        entry.findings.insert(Finding::CccdBadLength);
        return;
    }
    let (field, number, finding) = match text.len() {
        12 if is_shown_padded => ("citizen_id", text, Some(Finding::CccdNumberFormat)),
        12 => ("citizen_id", text, None),
        9 => ("legacy_id", text, Some(Finding::Cmnd9InCccdColumn)),
        10 | 11 if has_lost_zeros(&text) => ("citizen_id", format!("{text:0>12}"), Some(Finding::CccdZeroPadded)),
        _ => {
            entry.findings.insert(Finding::CccdBadLength);
            return;
        }
    };
    entry.findings.extend(finding);
    entry.values.insert(field.to_owned(), Value::Text(number));
}

/// Province codes run from 001 to 096: eleven digits lost one zero, ten lost two.
fn has_lost_zeros(digits: &str) -> bool {
    let province = format!("{digits:0>12}").get(..3).and_then(|code| code.parse::<u32>().ok());
    !digits.starts_with('0') && province.is_some_and(|code| (1..=96).contains(&code))
}

/// The 4th digit tells century and gender, the 5th and 6th the year of birth.
fn check_against_card(entry: &mut Entry) {
    let digits: Vec<u32> = entry.text("citizen_id").chars().filter_map(|digit| digit.to_digit(10)).collect();
    let [_, _, _, century, tens, ones, ..] = digits.as_slice() else { return };
    let gender = if century % 2 == 0 { Gender::Nam } else { Gender::Nu };
    let written = entry.text("gender");
    let is_other_gender = !written.is_empty() && written != gender.word();
    let year = i32::try_from(1900 + century / 2 * 100 + tens * 10 + ones).ok();
    let is_other_year = entry.day("birth").is_some_and(|birth| Some(birth.year()) != year);
    if is_other_gender {
        entry.findings.insert(Finding::CccdGenderMismatch);
    }
    if is_other_year {
        entry.findings.insert(Finding::CccdBirthMismatch);
    }
}

/// Only what is certain is said: the latest day of joining is before the first possible 15th birthday.
fn check_age_at_joining(entry: &mut Entry) {
    let (Some(birth), Some(join)) = (entry.day("birth"), entry.day("union_join")) else { return };
    let grown = birth.first_day().checked_add_months(Months::new(12 * LEAST_AGE));
    let too_early = grown.is_some_and(|grown| join.last_day() < grown) && join.first_day().year() >= birth.year() - 1;
    if too_early || join.last_day() < birth.first_day() {
        entry.findings.insert(Finding::JoinTooYoung);
    }
}

/// Telephone: digits only, with the zero that Excel took or +84 stands for.
fn read_phone(name: &str, shown: &str, entry: &mut Entry) {
    let text = clean(shown);
    if is_dash(&text) {
        return;
    }
    let is_international = text.starts_with("+84") || text.starts_with("(+84") || text.starts_with("0084");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bare = match (is_international, digits.as_str()) {
        (true, digits) => {
            digits.trim_start_matches("00").strip_prefix("84").map(|rest| format!("0{}", rest.trim_start_matches('0')))
        }
        (false, digits) if digits.len() == 11 && digits.starts_with("84") => {
            digits.strip_prefix("84").map(|rest| format!("0{rest}"))
        }
        (false, digits) if digits.len() == 9 && !digits.starts_with('0') => Some(format!("0{digits}")),
        _ => None,
    };
    let has_words = text.chars().any(|letter| letter.is_alphabetic() || ";/,".contains(letter));
    let number = match bare {
        Some(number) if !has_words => {
            entry.findings.insert(Finding::PhoneZero);
            number
        }
        _ if !has_words && (9..=11).contains(&digits.len()) => digits,
        _ => text,
    };
    entry.values.insert(name.to_owned(), Value::Text(number));
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        reason = "a test may stop at the first surprise"
    )]
    use super::*;

    fn blank() -> Entry {
        Entry {
            sheet: "S".into(),
            row: 1,
            unit: None,
            values: BTreeMap::new(),
            original: BTreeMap::new(),
            findings: BTreeSet::new(),
        }
    }

    fn text_cell(text: &str) -> GridCell {
        GridCell { column: 0, shown: text.into(), nature: Nature::Text }
    }

    fn card(text: &str) -> (String, String, Vec<Finding>) {
        let mut entry = blank();
        read_card(Some(&text_cell(text)), &mut entry);
        (entry.text("citizen_id").into(), entry.text("legacy_id").into(), entry.findings.into_iter().collect())
    }

    #[test]
    fn an_id_keeps_what_is_certain_and_says_what_is_not() {
        assert_eq!(card("036090806419"), ("036090806419".into(), String::new(), vec![]));
        assert_eq!(card("036 090 806 419"), ("036090806419".into(), String::new(), vec![]));
        assert_eq!(card("36185771617"), ("036185771617".into(), String::new(), vec![Finding::CccdZeroPadded]));
        assert_eq!(card("1185771617"), ("001185771617".into(), String::new(), vec![Finding::CccdZeroPadded]));
        assert_eq!(card("178948483"), (String::new(), "178948483".into(), vec![Finding::Cmnd9InCccdColumn]));
        assert_eq!(card("3.62E+10"), (String::new(), String::new(), vec![Finding::CccdSciLost]));
        assert_eq!(card("3,62E+10"), (String::new(), String::new(), vec![Finding::CccdSciLost]));
        for wrong in ["03618794", "0361899218747", "0011878583", "0360989593", "97185771617", "không có"] {
            assert_eq!(card(wrong), (String::new(), String::new(), vec![Finding::CccdBadLength]), "{wrong}");
        }
        assert_eq!(card(" - ").2, vec![Finding::CccdMissing]);
    }

    #[test]
    fn phone_numbers_get_their_zero_back() {
        let phone = |text: &str| {
            let mut entry = blank();
            read_phone("phone", text, &mut entry);
            (entry.text("phone").to_owned(), !entry.findings.is_empty())
        };
        assert_eq!(phone("955416806"), ("0955416806".into(), true));
        assert_eq!(phone("+84956674145"), ("0956674145".into(), true));
        assert_eq!(phone("(+84) 956 674 145"), ("0956674145".into(), true));
        assert_eq!(phone("0952 560 319"), ("0952560319".into(), false));
        assert_eq!(phone("0226.3851234"), ("02263851234".into(), false));
        assert_eq!(phone("0912345678 / 0987654321"), ("0912345678 / 0987654321".into(), false));
    }

    #[test]
    fn numbers_are_read_as_lists_write_them_and_half_numbers_are_not_guessed() {
        assert_eq!(
            ["9,5", "9.5 điểm", "95%", "-2", "10,25", "7.50"].map(hundredths),
            [Some(950), Some(950), Some(9500), Some(-200), Some(1025), Some(750)]
        );
        assert_eq!(["", "9,555", "chín", "9,5,5", ",5"].map(hundredths), [None; 5]);
        assert_eq!(["12", "1.234", "1 234", "12,5", "mười"].map(count), [Some(12), Some(1234), Some(1234), None, None]);
    }

    #[test]
    fn marks_are_anything_but_a_no() {
        for yes in ["x", "X", "✓", "1", "có", "v", "Đảng viên"] {
            assert!(is_marked(yes), "{yes}");
        }
        for no in ["", " ", "-", "0", "Không", "chưa"] {
            assert!(!is_marked(no), "{no}");
        }
    }

    #[test]
    fn the_card_contradicts_gender_and_birth() {
        let mut entry = blank();
        entry.values.insert("citizen_id".into(), Value::Text("036300688160".into()));
        entry.values.insert("gender".into(), Value::Text("nu".into()));
        entry.values.insert("birth".into(), Value::Day(PartialDate::new(2000, Some(6), Some(11)).unwrap()));
        check_against_card(&mut entry);
        assert!(entry.findings.is_empty());
        entry.values.insert("gender".into(), Value::Text("nam".into()));
        entry.values.insert("birth".into(), Value::Day(PartialDate::new(1999, None, None).unwrap()));
        check_against_card(&mut entry);
        assert_eq!(entry.findings.len(), 2);
    }
}
