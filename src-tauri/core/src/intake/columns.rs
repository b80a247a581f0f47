//! What columns hold, told by what their cells look like: what a heading alone cannot say.

use std::collections::BTreeMap;

use crate::vietnamese::fold;

use super::family::names_family;
use super::grid::{Grid, GridCell, Nature};
use super::table::{Column, Table};
use super::target::Target;
use super::wordings::{EXACT, heading_key};

/// Rows looked at to know what the cells of a column look like.
pub(super) const SAMPLE: usize = 120;

/// What the cells of a column look like.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Look {
    filled: usize,
    pub days: usize,
    single_words: usize,
    pub genders: usize,
    pub cards: usize,
    pub phones: usize,
    pub names: usize,
}

impl Look {
    pub fn mostly(self, count: usize) -> bool {
        self.filled >= 2 && count * 10 >= self.filled * 7
    }
}

/// Bytes of "nữ" with its marks apart, the longest way to write a gender.
const LONGEST_GENDER: usize = 6;

pub(super) fn look_of(grid: &Grid, column: u32, first_row: u32) -> Look {
    let cells = grid.rows.iter().filter(|row| row.number >= first_row).filter_map(|row| row.cell(column));
    let mut look = Look::default();
    for cell in cells.filter(|cell| !cell.shown.trim().is_empty()).take(SAMPLE) {
        look.filled += 1;
        let text = cell.shown.trim();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let others = text.chars().filter(|letter| letter.is_alphabetic()).count();
        look.days += usize::from(is_day_like(cell));
        look.single_words += usize::from(others > 0 && digits == 0 && !text.contains(' ') && text.chars().count() <= 8);
        look.genders += usize::from(text.len() <= LONGEST_GENDER && matches!(fold(text).as_str(), "nam" | "nu"));
        look.cards += usize::from(others == 0 && (digits == 12 || digits == 11));
        look.phones += usize::from(
            others == 0
                && (digits == 10 || digits == 9)
                && text.trim_start_matches(['0', '+', '8', '4', ' ']).starts_with(['3', '5', '7', '9']),
        );
        look.names += usize::from(is_name_like(text));
    }
    look
}

/// Two to six words of letters.
pub(super) fn is_name_like(text: &str) -> bool {
    (2..=6).contains(&text.split_whitespace().count())
        && text.chars().all(|letter| letter.is_alphabetic() || letter.is_whitespace() || letter == '\'')
}

/// A day, or a year of a person's birth.
fn is_day_like(cell: &GridCell) -> bool {
    if matches!(cell.nature, Nature::Day(_)) {
        return true;
    }
    let text = cell.shown.trim();
    let is_year = text.len() == 4 && matches!(text.parse::<u32>(), Ok(1930..=2015));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let signs = text.chars().filter(|letter| "/-.".contains(*letter)).count();
    is_year
        || (signs >= 1
            && digits >= 4
            && digits + signs == text.chars().filter(|letter| !letter.is_whitespace()).count())
}

/// Corrects by content what headings cannot say.
pub(super) fn refine(grid: &Grid, table: &mut Table, target: &Target, fits: &[u32]) {
    let looks: Vec<Look> = table.columns.iter().map(|column| look_of(grid, column.column, table.first_row)).collect();
    split_name_columns(grid, table, &looks);
    birth_under_gender(table, &looks);
    birth_in_parts(table, target, &looks);
    only_one_of_each(table, &looks, fits);
    name_by_parts(table);
    fill_gaps(table, &looks);
}

/// "Họ và tên" over two columns: the first holds "họ đệm", the second "tên".
fn split_name_columns(grid: &Grid, table: &mut Table, looks: &[Look]) {
    let is_name = |column: &Column| matches!(column.field.as_deref(), Some("full_name" | "family_middle"));
    for index in 0..table.columns.len().saturating_sub(1) {
        let [Some(left), Some(right)] = [index, index + 1].map(|at| table.columns.get(at)) else { continue };
        let rows = table.heading_row..table.first_row;
        let is_joined =
            right.heading.is_empty() || rows.into_iter().any(|row| grid.is_joined(row, left.column, right.column));
        let is_parted = looks.get(index + 1).is_some_and(|look| look.mostly(look.single_words));
        let goes_with = is_name(right) && left.field == right.field || right.field.is_none();
        if is_name(left) && goes_with && is_joined && is_parted {
            for (at, field) in [(index, "family_middle"), (index + 1, "given")] {
                if let Some(column) = table.columns.get_mut(at) {
                    column.field = Some(field.to_owned());
                }
            }
            return;
        }
    }
}

/// Columns "Nam" and "Nữ" that hold days are birth dates, whatever stands above them.
fn birth_under_gender(table: &mut Table, looks: &[Look]) {
    for (column, look) in table.columns.iter_mut().zip(looks) {
        let field = match column.field.as_deref() {
            Some("gender_nam") => "birth_nam",
            Some("gender_nu") => "birth_nu",
            _ => continue,
        };
        if look.mostly(look.days) {
            column.field = Some(field.to_owned());
        }
    }
}

/// "Ngày | Tháng | Năm" side by side are the parts of a birth date, unless another column holds it whole.
fn birth_in_parts(table: &mut Table, target: &Target, looks: &[Look]) {
    const PARTS: [(&str, &str); 3] = [("ngay", "birth_day"), ("thang", "birth_month"), ("nam", "birth_year")];
    if target.field("birth_day").is_none() {
        return;
    }
    let keys: Vec<String> = table.columns.iter().map(|column| last_key(&column.heading)).collect();
    let Some(at) =
        keys.windows(PARTS.len()).position(|keys| keys.iter().zip(PARTS).all(|(key, (word, _))| key == word))
    else {
        return;
    };
    let is_birth = |column: &Column| column.field.as_deref() == Some("birth");
    let mut others = table.columns.iter().zip(looks).enumerate().filter(|(index, _)| !(at..at + 3).contains(index));
    let is_whole_elsewhere = others.any(|(_, (column, look))| is_birth(column) && look.filled > 0);
    for (column, (_, field)) in table.columns.iter_mut().skip(at).zip(PARTS) {
        column.field = (!is_whole_elsewhere).then(|| field.to_owned());
    }
}

/// The lowest part of a heading as a key.
fn last_key(heading: &str) -> String {
    heading_key(heading.rsplit(" / ").next().unwrap_or_default())
}

/// Of several columns for one field the one headed exactly so stays, else the fullest.
fn only_one_of_each(table: &mut Table, looks: &[Look], fits: &[u32]) {
    let mut owners: BTreeMap<String, (usize, (bool, usize))> = BTreeMap::new();
    for (index, (column, look)) in table.columns.iter().zip(looks).enumerate() {
        let Some(field) = column.field.as_deref().filter(|field| *field != "-") else { continue };
        let is_exact = look.filled > 0 && fits.get(index).is_some_and(|fit| *fit >= EXACT);
        let worth = (is_exact, look.filled);
        let owner = owners.entry(field.to_owned()).or_insert((index, worth));
        if worth > owner.1 {
            *owner = (index, worth);
        }
    }
    for (index, column) in table.columns.iter_mut().enumerate() {
        let is_owner =
            column.field.as_deref().is_none_or(|field| owners.get(field).is_none_or(|owner| owner.0 == index));
        if !is_owner {
            column.field = None;
        }
    }
}

/// "Họ" beside "Tên" is "họ đệm"; "họ đệm" without "tên" is the whole name.
fn name_by_parts(table: &mut Table) {
    let has = |table: &Table, field: &str| table.column(field).is_some();
    let rename = |table: &mut Table, from: &str, to: &str| {
        if let Some(column) = table.columns.iter_mut().find(|column| column.field.as_deref() == Some(from)) {
            column.field = Some(to.to_owned());
        }
    };
    match [has(table, "full_name"), has(table, "family_middle"), has(table, "given")] {
        [true, false, true] => rename(table, "full_name", "family_middle"),
        [false, true, false] => rename(table, "family_middle", "full_name"),
        [false, false, true] => rename(table, "given", "full_name"),
        _ => {}
    }
}

/// Columns without a known heading whose cells can be only one thing.
fn fill_gaps(table: &mut Table, looks: &[Look]) {
    let has_any = |table: &Table, fields: &[&str]| fields.iter().any(|field| table.column(field).is_some());
    if !has_any(table, &["full_name", "family_middle"]) {
        return;
    }
    for (index, look) in looks.iter().enumerate() {
        let Some(column) = table.columns.get(index).filter(|column| column.field.is_none()) else { continue };
        if names_family(&column.heading, &heading_key(&column.heading)) {
            continue;
        }
        let is_headless = column.heading.is_empty();
        let guess = if look.mostly(look.cards) && !has_any(table, &["citizen_id"]) {
            "citizen_id"
        } else if look.mostly(look.genders)
            && !has_any(table, &["gender", "gender_nam", "gender_nu", "birth_nam", "birth_nu"])
        {
            "gender"
        } else if is_headless && look.mostly(look.days) && !has_any(table, &["birth", "birth_nam", "birth_nu"]) {
            "birth"
        } else if is_headless && look.mostly(look.phones) && !has_any(table, &["phone"]) {
            "phone"
        } else {
            continue;
        };
        if let Some(column) = table.columns.get_mut(index) {
            column.field = Some(guess.to_owned());
        }
    }
}
