//! In which order a column writes its dates: the day comes first, unless the column itself shows that it does not.

use std::collections::BTreeMap;

use super::finding::Finding;
use super::grid::{Grid, GridCell, Nature};
use super::table::{Column, ReadColumn, Table};
use super::target::Kind;

/// Fewer cells than this show nothing.
const LEAST: usize = 3;

/// What the dates of a column show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// 05/25/1980 stands there and never 25/05/1980: the month comes first in all of them.
    MonthFirst,
    /// All that is text has a day after the 12th, and no day of Excel's has one: it took day for month where it could.
    Swapped,
}

/// The columns of a list whose dates are not to be read as they stand.
#[derive(Debug, Clone, Default)]
pub struct Orders(BTreeMap<u32, Order>);

impl Orders {
    /// What the columns with dates show below a heading.
    pub fn of(grid: &Grid, table: &Table, columns: &[ReadColumn]) -> Self {
        let dates =
            columns.iter().filter(|read| matches!(read.field.kind, Kind::Birth | Kind::BirthOf(_) | Kind::Date));
        let shown = dates.filter_map(|read| Some((read.column, order_of(grid, table.first_row, read.column)?)));
        Self(shown.collect())
    }

    /// The cell as it is to be read, and what is to be said of it; none: as it stands.
    pub fn turned(&self, cell: &GridCell) -> Option<(GridCell, Option<Finding>)> {
        let (first, second, year) = figures(&cell.shown)?;
        let finding = match (self.0.get(&cell.column)?, &cell.nature) {
            (Order::MonthFirst, Nature::Text | Nature::OldFont) => {
                (first != second && second <= 12).then_some(Finding::MonthFirst)
            }
            (Order::Swapped, Nature::Day(_)) => (first != second).then_some(Finding::DaySwapped),
            (Order::MonthFirst | Order::Swapped, _) => return None,
        };
        let shown = format!("{second}/{first}/{year}");
        Some((GridCell { shown, nature: Nature::Text, ..cell.clone() }, finding))
    }

    /// Sentences about the columns that are read so.
    pub fn notes<'a>(&'a self, sheet: &'a str, columns: &'a [Column]) -> impl Iterator<Item = String> + 'a {
        self.0.iter().map(move |(column, order)| {
            let heading = columns.iter().find(|known| known.column == *column).map_or("", |known| known.heading.as_str());
            match order {
                Order::MonthFirst => format!(
                    "Trang “{sheet}”, cột “{heading}” ghi tháng trước ngày (tháng/ngày/năm): đã đọc theo thứ tự ấy. Hãy đối chiếu vài người với hồ sơ."
                ),
                Order::Swapped => format!(
                    "Trang “{sheet}”, cột “{heading}”: các ô kiểu ngày của Excel đều có ngày từ 1 đến 12, các ô chữ đều sau ngày 12. Excel đã đổi chỗ ngày và tháng, nên đã đổi lại. Hãy đối chiếu vài người với hồ sơ."
                ),
            }
        })
    }
}

fn order_of(grid: &Grid, first_row: u32, column: u32) -> Option<Order> {
    let (mut day_first, mut month_first, mut open) = (0, 0, 0);
    let (mut early_days, mut late_days) = (0, 0);
    for cell in grid.rows.iter().filter(|row| row.number >= first_row).filter_map(|row| row.cell(column)) {
        let Some((first, second, _)) = figures(&cell.shown) else { continue };
        let counted = match (&cell.nature, first > 12, second > 12) {
            (Nature::Day(_), false, _) => &mut early_days,
            (Nature::Day(_), true, _) => &mut late_days,
            (Nature::Text | Nature::OldFont, true, false) => &mut day_first,
            (Nature::Text | Nature::OldFont, false, true) => &mut month_first,
            (Nature::Text | Nature::OldFont, false, false) => &mut open,
            _ => continue,
        };
        *counted += 1;
    }
    if month_first >= LEAST && day_first == 0 {
        return Some(Order::MonthFirst);
    }
    let is_parted = day_first >= LEAST && early_days >= LEAST && open == 0 && month_first == 0 && late_days == 0;
    is_parted.then_some(Order::Swapped)
}

/// Three figures of a date with the year last.
fn figures(text: &str) -> Option<(u32, u32, &str)> {
    let mut parts = text.trim().trim_start_matches('\'').split(['/', '-', '.']).map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = parts.next().is_none() && first.len() <= 2 && second.len() <= 2 && matches!(year.len(), 2 | 4);
    if !is_date || !is_figures(year) {
        return None;
    }
    Some((first.parse().ok()?, second.parse().ok()?, year))
}

/// A date as a clerk types it, the day first, in words that no order of a column can turn.
pub(super) fn in_words(text: &str) -> Option<String> {
    let (day, month, year) = figures(text)?;
    Some(format!("ngày {day} tháng {month} năm {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::grid::GridRow;

    fn shows(cells: &[(&str, bool)]) -> Option<Order> {
        let row = |(number, (text, is_day)): (u32, &(&str, bool))| {
            let nature = if *is_day { Nature::Day(1) } else { Nature::Text };
            GridRow { number, hidden: false, cells: vec![GridCell { column: 0, shown: (*text).into(), nature }] }
        };
        let mut grid = Grid::default();
        grid.rows = (1..).zip(cells).map(row).collect();
        order_of(&grid, 1, 0)
    }

    #[test]
    fn a_column_shows_that_its_month_comes_first() {
        let american = [("05/25/1980", false), ("1/2/1981", false), ("11/30/1979", false), ("07/14/1990", false)];
        assert_eq!(shows(&american), Some(Order::MonthFirst));
        let slip = [("12/13/1995", false), ("25/05/1980", false), ("1/2/1981", false), ("11/30/1979", false)];
        assert_eq!(shows(&slip), None, "somebody writes the day first");
    }

    #[test]
    fn a_column_shows_that_excel_took_the_day_for_the_month() {
        let text = |text| (text, false);
        let day = |text| (text, true);
        let mixed = [text("25/05/1980"), text("13/1/1981"), text("30/11/1979"), day("05/04/1980"), day("01/02/1990")];
        assert_eq!(shows(&mixed), None, "two days of Excel's show nothing");
        let swapped = [mixed.as_slice(), &[day("12/02/1990")]].concat();
        assert_eq!(shows(&swapped), Some(Order::Swapped));
        assert_eq!(shows(&[swapped.as_slice(), &[day("13/02/1990")]].concat()), None);
        assert_eq!(shows(&[swapped.as_slice(), &[text("3/02/1990")]].concat()), None);
    }
}
