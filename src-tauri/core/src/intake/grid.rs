//! A sheet ready to be understood: text in Unicode whatever the font, cells as Excel shows them, formulas worked out where possible.

use std::collections::BTreeMap;

use crate::calendar::excel_day;
use crate::sheet::read::{CellValue, ReadCell, ReadRow, ReadSheet, Workbook};
use crate::vietnamese::legacy::{self, Confidence, Encoding, by_letters, may_be_old, to_unicode};

use super::formula;

/// One cell, ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// Column, from 0.
    pub column: u32,
    /// What Excel shows, in Unicode, not yet cleaned.
    pub shown: String,
    /// What it is beside its text.
    pub nature: Nature,
}

/// What a cell is beside its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nature {
    /// Text.
    Text,
    /// Text whose letters, not its font, say that it was typed for an old font.
    OldFont,
    /// A number in plain digits; `padded` when its format shows more zeros than it has.
    Number {
        /// The digits themselves.
        plain: String,
        /// The format added zeros in front.
        padded: bool,
    },
    /// A day by its serial number.
    Day(i32),
    /// A formula without a stored value; what could be worked out is shown.
    Unstored,
    /// An error value such as #N/A.
    Fault,
}

impl Nature {
    /// Whether the cell holds text.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::OldFont)
    }
}

/// One row with something in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GridRow {
    /// As Excel numbers it.
    pub number: u32,
    /// Hidden in the file.
    pub hidden: bool,
    /// In order of column.
    pub cells: Vec<GridCell>,
}

impl GridRow {
    /// The cell of a column.
    pub fn cell(&self, column: u32) -> Option<&GridCell> {
        let index = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(index)
    }

    /// The text of a column, "" when blank.
    pub fn text(&self, column: u32) -> &str {
        self.cell(column).map_or("", |cell| cell.shown.as_str())
    }

    /// Puts a cell in the place of what stands there.
    pub fn set(&mut self, cell: GridCell) {
        match self.cells.binary_search_by_key(&cell.column, |known| known.column) {
            Ok(at) => self.cells.splice(at..=at, [cell]).for_each(drop),
            Err(at) => self.cells.insert(at, cell),
        }
    }

    /// Puts a text there.
    pub fn set_text(&mut self, column: u32, text: &str) {
        self.set(GridCell { column, shown: text.to_owned(), nature: Nature::Text });
    }

    /// Cells that show something.
    pub fn filled(&self) -> impl Iterator<Item = &GridCell> {
        self.cells.iter().filter(|cell| !cell.shown.trim().is_empty() || cell.nature == Nature::Unstored)
    }
}

/// A sheet ready to be understood.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Name of the tab.
    pub name: String,
    /// The tab is hidden.
    pub hidden: bool,
    /// Days count from 1904.
    pub is_1904: bool,
    /// Rows in order.
    pub rows: Vec<GridRow>,
    /// The old encoding that texts were converted from, when any was.
    pub converted: Option<Encoding>,
    merged: BTreeMap<(u32, u32), (u32, u32)>,
    hidden_columns: Vec<u32>,
}

impl Grid {
    /// Prepares a sheet.
    pub fn of(book: &Workbook, sheet: &ReadSheet) -> Grid {
        let by_sheet = by_letters(unfonted_texts(book, sheet)).map(|guess| guess.encoding);
        let mut grid = Grid {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            is_1904: book.is_1904,
            hidden_columns: sheet.hidden_columns.clone(),
            ..Grid::default()
        };
        for row in &sheet.rows {
            let by_row = if by_sheet.is_none() { old_in_row(book, row) } else { None };
            let cells = row.cells.iter().map(|cell| grid.cell_of(book, cell, (by_sheet, by_row))).collect();
            grid.rows.push(GridRow { number: row.number, hidden: row.hidden, cells });
        }
        grid.work_out(sheet);
        grid.spread(sheet);
        grid
    }

    /// The row of a number.
    pub fn row(&self, number: u32) -> Option<&GridRow> {
        let index = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        self.rows.get(index)
    }

    /// Text of a place; inside a merged area, that of its first cell.
    pub fn label(&self, row: u32, column: u32) -> &str {
        let (row, column) = self.merged.get(&(row, column)).copied().unwrap_or((row, column));
        self.row(row).map_or("", |row| row.text(column))
    }

    /// Whether two places belong to one merged area.
    pub fn is_joined(&self, row: u32, left: u32, right: u32) -> bool {
        let owner = self.merged.get(&(row, left));
        owner.is_some() && owner == self.merged.get(&(row, right))
    }

    /// Whether the column is hidden.
    pub fn is_hidden(&self, column: u32) -> bool {
        self.hidden_columns.contains(&column)
    }

    /// The column after the last one that holds something.
    pub fn width(&self) -> u32 {
        self.rows.iter().filter_map(|row| row.filled().last()).map(|cell| cell.column + 1).max().unwrap_or(0)
    }

    fn cell_of(
        &mut self,
        book: &Workbook,
        cell: &ReadCell,
        (by_sheet, by_row): (Option<Encoding>, Option<Encoding>),
    ) -> GridCell {
        let style = book.style(cell);
        let (shown, nature) = match &cell.value {
            CellValue::Nothing => (String::new(), Nature::Unstored),
            CellValue::Text(text) if is_fault(text) => (text.clone(), Nature::Fault),
            CellValue::Text(text) => {
                let by_font = style.and_then(|style| legacy::by_font(&style.font));
                let by_row = by_row.filter(|_| by_font.is_none() && may_be_old(text));
                let guess = match by_font {
                    Some(_) => legacy::guess(text, style.map(|style| style.font.as_str())).map(|guess| guess.encoding),
                    None => by_sheet.or(by_row),
                };
                self.converted = self.converted.or(guess);
                let nature = if by_row.is_some() { Nature::OldFont } else { Nature::Text };
                (guess.map_or_else(|| text.clone(), |encoding| to_unicode(text, as_typed(encoding))), nature)
            }
            CellValue::Number(plain) => {
                let least = style.map_or(0, crate::sheet::read::CellStyle::least_digits);
                let is_padded = plain.len() < least && plain.bytes().all(|byte| byte.is_ascii_digit());
                let shown = if is_padded { format!("{plain:0>least$}") } else { plain.clone() };
                (shown, Nature::Number { plain: plain.clone(), padded: is_padded })
            }
            CellValue::Day(serial) => {
                let day = excel_day(i64::from(*serial), book.is_1904);
                (day.map_or_else(|| serial.to_string(), crate::calendar::shown), Nature::Day(*serial))
            }
            CellValue::Truth(value) => (if *value { "x" } else { "" }.to_owned(), Nature::Text),
            CellValue::Fault(fault) => (fault.clone(), Nature::Fault),
        };
        GridCell { column: cell.column, shown, nature }
    }

    /// Works out the formulas whose values the file does not carry.
    fn work_out(&mut self, sheet: &ReadSheet) {
        let mut results = Vec::new();
        for row in &sheet.rows {
            for cell in row.cells.iter().filter(|cell| cell.value == CellValue::Nothing) {
                let look_up = |number: u32, column: u32| {
                    let source = self.row(number)?.cell(column)?;
                    (source.nature != Nature::Unstored).then(|| source.shown.clone())
                };
                let result = cell.formula.as_deref().and_then(|text| formula::work_out(text, &look_up));
                results.extend(result.map(|text| (row.number, cell.column, text)));
            }
        }
        for (number, column, text) in results {
            let row = self
                .rows
                .binary_search_by_key(&number, |row| row.number)
                .ok()
                .and_then(|index| self.rows.get_mut(index));
            if let Some(cell) = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.column == column)) {
                cell.shown = text;
            }
        }
    }

    /// Notes which first cell speaks for each place of a merged area. Areas of headings and those that
    /// name a unit down a column matter: larger ones are left alone.
    fn spread(&mut self, sheet: &ReadSheet) {
        for area in &sheet.merges {
            let is_column = area.left == area.right && area.bottom.saturating_sub(area.top) <= 500;
            let is_heading = area.bottom.saturating_sub(area.top) <= 8 && area.right.saturating_sub(area.left) <= 60;
            if !is_column && !is_heading {
                continue;
            }
            for row in area.top..=area.bottom {
                for column in area.left..=area.right {
                    self.merged.insert((row, column), (area.top, area.left));
                }
            }
        }
    }
}

/// A font that shows capitals says nothing about how the letters were typed; as typed they tell more.
fn as_typed(encoding: Encoding) -> Encoding {
    match encoding {
        Encoding::Tcvn3 | Encoding::Tcvn3Capitals => Encoding::Tcvn3,
        Encoding::Vni => Encoding::Vni,
    }
}

/// An error that Excel shows, also where a file keeps it as text.
fn is_fault(text: &str) -> bool {
    text.starts_with('#')
        && matches!(
            text.trim(),
            "#N/A" | "#VALUE!" | "#REF!" | "#DIV/0!" | "#NAME?" | "#NULL!" | "#NUM!" | "#SPILL!" | "#CALC!"
        )
}

/// The old encoding that letters of a row were certainly typed for, though neither its fonts nor the sheet say so.
fn old_in_row(book: &Workbook, row: &ReadRow) -> Option<Encoding> {
    let cells = row.cells.iter();
    let old = cells.filter_map(|cell| text_of(cell).filter(|text| may_be_old(text) && is_unfonted(book, cell)));
    by_letters(old).filter(|guess| guess.confidence == Confidence::Certain).map(|guess| guess.encoding)
}

/// Texts whose font does not tell their encoding.
fn unfonted_texts<'a>(book: &'a Workbook, sheet: &'a ReadSheet) -> impl Iterator<Item = &'a str> {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    cells.filter_map(|cell| text_of(cell).filter(|_| is_unfonted(book, cell)))
}

fn is_unfonted(book: &Workbook, cell: &ReadCell) -> bool {
    book.style(cell).and_then(|style| legacy::by_font(&style.font)).is_none()
}

fn text_of(cell: &ReadCell) -> Option<&str> {
    match &cell.value {
        CellValue::Text(text) => Some(text),
        CellValue::Nothing | CellValue::Number(_) | CellValue::Day(_) | CellValue::Truth(_) | CellValue::Fault(_) => {
            None
        }
    }
}
