//! Reading the rows of one list from the top down: a second heading changes the columns, the head of a group may say that its
//! people have left, and a ditto sign stands for the cell above.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::vietnamese::{clean, fold};

use super::cells::Reading;
use super::day_order::Orders;
use super::finding::Finding;
use super::grid::{Grid, GridRow};
use super::groups::Groups;
use super::heading::heading_below;
use super::list::{FileReading, Knowledge};
use super::list_year::made_on;
use super::rows::{Classifier, RowKind};
use super::table::Table;
use super::target::Kind;
use super::wordings::heading_key;

impl Knowledge<'_> {
    /// Reads the rows below a heading into the file.
    pub(super) fn read_rows(&self, grid: &Grid, table: &Table, reading: &mut FileReading) {
        let mut before = reading.entries.len();
        let is_of_people = self.target.one_row_each && self.target.field("full_name").is_some();
        let sheet_left = says_left(&grid.name);
        let made_on = made_on(grid, table).unwrap_or(self.today);
        let mut cells = self.cells_of(grid, table, made_on, &mut reading.notes);
        let mut classifier = Classifier::new(grid, self.target, table);
        let mut groups = Groups::default();
        let mut above: Option<GridRow> = None;
        for row in grid.rows.iter().filter(|row| row.number >= table.first_row) {
            match classifier.next(row) {
                RowKind::Entry => {
                    if let Some(below) = heading_below(grid, &self.wordings, row.number, table) {
                        cells.settle_marks(reading.entries.get_mut(before..).unwrap_or_default());
                        before = reading.entries.len();
                        cells = self.cells_of(grid, &below, made_on, &mut reading.notes);
                        classifier = Classifier::new(grid, self.target, &below);
                        reading.notes.push(format!(
                            "Trang “{}”, dòng {}: có dòng tiêu đề khác; từ đó đọc theo tiêu đề ấy.",
                            grid.name, row.number
                        ));
                        if let Some(sheet) = reading.sheets.iter_mut().find(|sheet| sheet.name == grid.name) {
                            sheet.below.push(below);
                        }
                        continue;
                    }
                    let (row, dittos) = filled_from_above(grid, &cells, row, above.as_ref());
                    let mut entry = cells.read(&row);
                    if !dittos.is_empty() {
                        entry.findings.insert(Finding::Ditto);
                        entry.original.extend(dittos);
                    }
                    entry.group = groups.texts();
                    let has_left = || entry.group.iter().any(|head| says_left(head)) || says_left(entry.text("note"));
                    if is_of_people && (sheet_left || has_left()) {
                        entry.findings.insert(Finding::SaidToHaveLeft);
                    }
                    reading.entries.push(entry);
                    above = Some(row);
                }
                RowKind::Group => groups.meet(row),
                RowKind::Blank
                | RowKind::ColumnNumbers
                | RowKind::RepeatedHeading
                | RowKind::Total
                | RowKind::Signature => {}
            }
        }
        cells.settle_marks(reading.entries.get_mut(before..).unwrap_or_default());
    }

    fn cells_of<'a>(
        &'a self,
        grid: &'a Grid,
        table: &Table,
        made_on: NaiveDate,
        notes: &mut Vec<String>,
    ) -> Reading<'a> {
        let columns = table.read_columns(self.target);
        let orders = Orders::of(grid, table, &columns);
        notes.extend(orders.notes(&grid.name, &table.columns));
        Reading { target: self.target, columns, orders, sheet: &grid.name, is_1904: grid.is_1904, made_on }
    }
}

/// The row with what ditto signs and merged cells stand for, and the fields with such signs.
fn filled_from_above(
    grid: &Grid,
    cells: &Reading<'_>,
    row: &GridRow,
    above: Option<&GridRow>,
) -> (GridRow, BTreeMap<&'static str, String>) {
    let mut filled = row.clone();
    let mut dittos = BTreeMap::new();
    for read in &cells.columns {
        if matches!(read.field.kind, Kind::Text | Kind::Unit | Kind::Date | Kind::Gender)
            && is_ditto(row.text(read.column))
            && let Some(cell) = above.and_then(|above| above.cell(read.column))
        {
            filled.set(cell.clone());
            dittos.insert(read.field.name, row.text(read.column).to_owned());
        }
        let label = grid.label(row.number, read.column);
        if read.field.kind == Kind::Unit && row.text(read.column).trim().is_empty() && !label.trim().is_empty() {
            filled.set_text(read.column, label);
        }
    }
    (filled, dittos)
}

/// "nt", "-nt-", '"': as above.
fn is_ditto(text: &str) -> bool {
    let bare = text.trim().trim_matches(['-', '–', '.', ' ']);
    !bare.is_empty()
        && (bare == "//"
            || bare.chars().all(|letter| "\"″”“„〃'’".contains(letter))
            || matches!(fold(bare).as_str(), "nt" | "n.t" | "n/t" | "nhu tren"))
}

/// Words that say that somebody has left, folded.
const LEFT: &[&str] = &[
    "nghi huu",
    "ve huu",
    "huu tri",
    "nghi viec",
    "thoi viec",
    "bo viec",
    "da mat",
    "tu tran",
    "qua doi",
    "chuyen cong tac",
    "chuyen di",
    "chuyen sinh hoat",
    "thuyen chuyen",
    "xoa ten",
    "khai tru",
    "ra khoi cong doan",
    "doan vien giam",
    "danh sach giam",
];

/// Words before them that say that it has not come to that; with their marks, for "cho thôi việc" is not "chờ".
const NOT_YET: &[&str] = &["chờ ", "sắp ", "chuẩn bị ", "chưa ", "dự kiến "];

/// Whether a remark, the head of a group or the name of a sheet says that people have left.
fn says_left(text: &str) -> bool {
    if text.trim().is_empty() {
        return false;
    }
    let written = clean(text).to_lowercase();
    if NOT_YET.iter().any(|words| written.contains(words)) {
        return false;
    }
    let key = format!(" {} ", heading_key(text));
    key == " da nghi " || LEFT.iter().any(|words| key.contains(&format!(" {words} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_say_who_has_left_and_who_only_is_away() {
        for text in [
            "Đã nghỉ hưu",
            "nghỉ hưu từ 01/3/2026",
            "Đã mất",
            "Cho thôi việc",
            "Chuyển công tác 9/2026",
            "II. ĐOÀN VIÊN GIẢM",
        ] {
            assert!(says_left(text), "{text}");
        }
        for text in ["", "nghỉ thai sản", "Chờ nghỉ hưu", "Đang công tác", "hợp đồng", "Giám đốc", "Đoàn viên tăng"]
        {
            assert!(!says_left(text), "{text}");
        }
    }

    #[test]
    fn dittos_are_told_from_texts_and_from_dashes() {
        for text in ["nt", "-nt-", "NT", "\"", "″", "''", "//", "-//-", "Như trên"] {
            assert!(is_ditto(text), "{text}");
        }
        for text in ["", "-", "/", "Kế toán", "Nữ", "NT Hoa"] {
            assert!(!is_ditto(text), "{text}");
        }
    }
}
