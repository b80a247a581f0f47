//! The sample district's own lists, read cell by cell to be typed in or compared.

use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use std::{collections::BTreeMap, path::Path};

/// A row, as cells by the letter of their column.
#[derive(Debug)]
pub struct ListRow(BTreeMap<char, Data>);

/// The rows below the heading that begins with "STT".
pub fn rows(path: &Path, tab: &str) -> Vec<ListRow> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(tab).unwrap();
    let cells = |row: &[Data]| ListRow(('A'..='Z').zip(row.iter().cloned()).collect());
    let is_heading = |row: &[Data]| row.first().and_then(DataType::as_string).as_deref() == Some("STT");
    range.rows().skip_while(|row| !is_heading(row)).skip(1).map(cells).collect()
}

/// The list as it was on a day, for a text table: its title and heading, and the rows none of whose `stamps` is later. `days` are the
/// columns of days.
pub fn so_far(path: &Path, tab: &str, days: &[char], stamps: &[char], last: NaiveDate) -> String {
    let above = above(path, tab);
    let heading = above.last().unwrap().len();
    let last = last.to_string();
    let rows =
        rows(path, tab).into_iter().filter(|row| stamps.iter().filter_map(|at| row.date(*at)).all(|on| on <= last));
    let lines = rows.map(|row| {
        let cells = ('A'..='Z').take(heading).map(|at| match row.date(at).filter(|_| days.contains(&at)) {
            Some(on) => on.split('-').rev().collect::<Vec<_>>().join("/"),
            None => row.text(at),
        });
        cells.collect::<Vec<_>>().join(";") + "\n"
    });
    above.iter().map(|words| words.join(";") + "\n").chain(lines).collect()
}

/// The words above the rows, down to the heading that begins with "STT".
fn above(path: &Path, tab: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(tab).unwrap();
    let words = |row: &[Data]| row.iter().filter_map(DataType::as_string).collect::<Vec<_>>();
    let mut above: Vec<Vec<String>> = Vec::new();
    for row in range.rows() {
        above.push(words(row));
        if above.last().unwrap().first().is_some_and(|first| first == "STT") {
            break;
        }
    }
    above.retain(|words| !words.is_empty());
    above
}

impl ListRow {
    /// What stands there.
    pub fn text(&self, column: char) -> String {
        self.0.get(&column).and_then(DataType::as_string).unwrap_or_default()
    }

    /// A whole number.
    pub fn number(&self, column: char) -> Option<i64> {
        self.0.get(&column).and_then(DataType::as_i64)
    }

    /// A day, yyyy-mm-dd: Excel counts them.
    pub fn date(&self, column: char) -> Option<String> {
        let cell = self.0.get(&column)?;
        let count = cell.get_datetime().map(|day| day.as_f64()).or_else(|| cell.get_float())?;
        office::calendar::excel_day(count.to_string().parse().ok()?, false).map(|day| day.to_string())
    }
}
