//! Of which day and which year a list speaks, and which sheets of a file only repeat an earlier year.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::calendar::{DateReading, read_date};
use crate::vietnamese::fold;

use super::grid::Grid;
use super::list::{FileReading, Role, Status, title_of};
use super::table::Table;
use super::target::Target;

/// The latest day that stands above the heading ("Tính đến ngày 30/10/2024").
pub(super) fn made_on(grid: &Grid, table: &Table) -> Option<NaiveDate> {
    day_in_title(&title_of(grid, table))
}

/// The latest day that a title names.
pub(super) fn day_in_title(title: &str) -> Option<NaiveDate> {
    let folded = fold(title).replace(" thang ", "/").replace(" nam ", "/");
    let latest = NaiveDate::from_ymd_opt(2100, 1, 1)?;
    let dates = folded
        .split(|letter: char| !letter.is_ascii_digit() && letter != '/')
        .filter(|text| text.matches('/').count() == 2);
    let days = dates.filter_map(|text| match read_date(text, latest) {
        DateReading::Read(date, _) => date.known_day(),
        DateReading::Impossible | DateReading::Unreadable => None,
    });
    days.max()
}

/// The year that a sheet speaks of: in its name, else in its title.
pub(super) fn year_of(grid: &Grid, table: &Table) -> Option<i32> {
    let year_in = |text: &str| {
        let numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|number| number.len() == 4);
        numbers.filter_map(|number| number.parse::<i32>().ok()).filter(|year| (2000..2100).contains(year)).max()
    };
    year_in(&grid.name)
        .or_else(|| made_on(grid, table).map(|day| day.year()))
        .or_else(|| year_in(&title_of(grid, table)))
}

/// Fields that tell a person from namesakes.
const TELLING: &[&str] = &["birth", "birth_nam", "birth_nu", "birth_year", "citizen_id", "legacy_id"];

/// When sheets repeat the same people, only those of the latest year are read; without years a person must choose. What a person
/// has chosen to read is read.
pub(super) fn leave_out_earlier_years(
    lists: &mut Vec<(Grid, Table)>,
    target: &Target,
    chosen: &BTreeMap<String, bool>,
    reading: &mut FileReading,
) {
    if lists.len() < 2 {
        return;
    }
    let people: Vec<BTreeSet<String>> = lists.iter().map(|(grid, table)| names_in(grid, table, target)).collect();
    let years: Vec<Option<i32>> = lists.iter().map(|(grid, table)| year_of(grid, table)).collect();
    let bare: Vec<bool> =
        lists.iter().map(|(_, table)| TELLING.iter().all(|field| table.column(field).is_none())).collect();
    let is_chosen: Vec<bool> = lists.iter().map(|(grid, _)| chosen.contains_key(&grid.name)).collect();
    let mut left_out = BTreeSet::new();
    for (index, (names, year)) in people.iter().zip(&years).enumerate() {
        for (other, (other_names, other_year)) in people.iter().zip(&years).enumerate() {
            let is_repeat = names.len() >= 3 && names.intersection(other_names).count() * 10 >= names.len() * 5;
            // What only says who somebody is (the committee) is told row by row.
            let tells_more = bare.get(index) != bare.get(other);
            let both_chosen = [index, other].iter().all(|at| is_chosen.get(*at) == Some(&true));
            if index == other || !is_repeat || tells_more || both_chosen {
                continue;
            }
            match (year, other_year) {
                (Some(year), Some(other_year)) if year < other_year => {
                    if is_chosen.get(index) != Some(&true) {
                        left_out.insert(index);
                    }
                }
                (Some(year), Some(other_year)) if year > other_year => {}
                _ => {
                    let sentence = format!(
                        "Tệp “{}” có nhiều trang tính cùng một danh sách. Hãy chọn trang cần đọc.",
                        reading.file
                    );
                    reading.stop(Status::Hold, "sheet_choice", sentence);
                }
            }
        }
    }
    for index in left_out.iter().rev() {
        let Some(name) = lists.get(*index).map(|(grid, _)| grid.name.clone()) else { continue };
        if let Some(sheet) = reading.sheets.iter_mut().find(|sheet| sheet.name == name) {
            sheet.role = Role::EarlierYear;
        }
        reading.notes.push(format!("Trang tính “{name}” là danh sách năm trước: không đọc."));
    }
    let mut index = 0;
    lists.retain(|_| {
        index += 1;
        !left_out.contains(&(index - 1))
    });
}

fn names_in(grid: &Grid, table: &Table, target: &Target) -> BTreeSet<String> {
    let columns: Vec<u32> = target.key.iter().filter_map(|field| table.column(field)).collect();
    let rows = grid.rows.iter().filter(|row| row.number >= table.first_row);
    let names = rows.map(|row| fold(&columns.iter().map(|column| row.text(*column)).collect::<Vec<_>>().join(" ")));
    names.filter(|name| name.len() > 3).collect()
}
