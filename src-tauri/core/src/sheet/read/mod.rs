//! Workbooks in ("đọc bảng tính"): bytes of any spreadsheet a unit may send become one neutral [`Workbook`].
//!
//! What the file is, its first bytes say, never its name. Reading happens in a worker process (see [`worker`]) under the caps of
//! this page, because a legal file of 5 KB can ask a careless reader for 500 GB.

mod archive;
mod legacy;
mod ods;
mod runs;
mod sniff;
mod styles;
mod text;
mod unreadable;
pub mod worker;
mod xlsx;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

pub use sniff::{Kind, sniff};
pub use unreadable::Unreadable;

/// Most bytes of one file.
pub const MOST_BYTES: u64 = 20 * 1024 * 1024;
/// Most bytes of one file after unpacking.
pub const MOST_UNPACKED: u64 = 200 * 1024 * 1024;
/// Most entries in a zipped workbook.
pub const MOST_ENTRIES: usize = 200;
/// Most rows of a sheet.
pub const MOST_ROWS: u32 = 100_000;
/// Most columns of a sheet.
pub const MOST_COLUMNS: u32 = 100;
/// Most filled cells of a workbook.
pub const MOST_CELLS: usize = 2_000_000;
/// Cells outside rows × columns that are forgiven (a stray space at XFD1000 is common); they are left out.
pub const MOST_STRAY_CELLS: usize = 64;
/// Most merged areas of a sheet.
pub const MOST_MERGES: usize = 50_000;

/// A workbook as its file says it, before anyone decides what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workbook {
    /// Days are counted from 1904 (old Mac files), not from 1900.
    pub is_1904: bool,
    /// The looks that cells point to by [`ReadCell::style`].
    pub styles: Vec<CellStyle>,
    /// In the order of the tabs.
    pub sheets: Vec<ReadSheet>,
    /// Files of this kind do not tell which rows and columns are hidden.
    pub is_silent: bool,
}

/// One sheet: only rows and cells that hold something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadSheet {
    /// As on the tab.
    pub name: String,
    /// The tab is hidden.
    pub hidden: bool,
    /// In ascending order.
    pub rows: Vec<ReadRow>,
    /// Hidden columns, counted from 0.
    pub hidden_columns: Vec<u32>,
    /// Merged areas.
    pub merges: Vec<Area>,
    /// Cells outside the caps that were left out.
    pub stray: usize,
}

/// One row with its filled cells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadRow {
    /// As Excel numbers it, from 1.
    pub number: u32,
    /// Hidden by hand or by a filter.
    pub hidden: bool,
    /// In ascending order of column.
    pub cells: Vec<ReadCell>,
}

/// One filled cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadCell {
    /// Column, from 0.
    pub column: u32,
    /// What it holds.
    pub value: CellValue,
    /// Index into [`Workbook::styles`].
    pub style: Option<u16>,
    /// The formula, without the equals sign, when there is one.
    pub formula: Option<String>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellValue {
    /// A formula whose result the file does not carry.
    Nothing,
    /// Text as stored, untouched.
    Text(String),
    /// A number in plain decimal digits, never with an exponent.
    Number(String),
    /// A number that its format shows as a day: the day's serial number in the workbook's calendar.
    Day(i32),
    /// TRUE or FALSE.
    Truth(bool),
    /// `#N/A`, `#REF!` and the like.
    Fault(String),
}

/// The look of cells, as far as it changes what they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellStyle {
    /// Font name: `.VnTime` and `VNI-Times` tell the encoding of the text.
    pub font: String,
    /// Number format code, "" when general.
    pub format: String,
}

impl CellStyle {
    /// How many digits the format shows at least before the decimal point (12 for `000000000000`).
    pub fn least_digits(&self) -> usize {
        self.format.chars().take_while(|c| *c == '0' || *c == ' ' || *c == '\\').filter(|c| *c == '0').count()
    }
}

/// A merged area, columns from 0, rows as Excel numbers them, both ends inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Workbook {
    /// The look of a cell.
    pub fn style(&self, cell: &ReadCell) -> Option<&CellStyle> {
        self.styles.get(usize::from(cell.style?))
    }

    /// The day of a serial number, `None` outside 1900–9999.
    pub fn day(&self, serial: i32) -> Option<NaiveDate> {
        day_of_serial(serial, self.is_1904)
    }
}

/// The day that Excel shows for a serial number.
///
/// Excel believes that 1900 was a leap year, so serials up to 59 count from 31/12/1899 and later ones from 30/12/1899.
pub fn day_of_serial(serial: i32, is_1904: bool) -> Option<NaiveDate> {
    let (year, month, day) = match (is_1904, serial) {
        (true, _) => (1904, 1, 1),
        (false, ..60) => (1899, 12, 31),
        (false, 60..) => (1899, 12, 30),
    };
    let origin = NaiveDate::from_ymd_opt(year, month, day)?;
    let date = origin.checked_add_days(Days::new(u64::try_from(serial).ok()?))?;
    (date < NaiveDate::from_ymd_opt(10_000, 1, 1)?).then_some(date)
}

/// The serial number of a day in the calendar that counts from 1900.
fn serial_of_day(day: NaiveDate) -> Option<i32> {
    let days = day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days();
    i32::try_from(days).ok()
}

/// Reads a workbook from its bytes, in this process. Callers outside a worker use [`worker::Worker`].
pub fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(Unreadable::TooBig("tệp lớn hơn 20 MB".into()));
    }
    match sniff(bytes) {
        Kind::Xlsx => xlsx::read(bytes),
        Kind::Xls => legacy::read_xls(bytes),
        Kind::Ods => legacy::read_ods(bytes),
        Kind::Text => text::read(bytes),
        Kind::Nothing => Err(Unreadable::Empty),
        Kind::Locked => Err(Unreadable::PasswordProtected),
        Kind::BrokenZip => Err(Unreadable::Corrupt("phần cuối của tệp bị cắt mất".to_owned())),
        Kind::Other(what) => Err(Unreadable::WrongKind(what)),
    }
}

/// Rows being filled in any order of cells, under the caps of this page.
#[derive(Default)]
struct Filling {
    rows: BTreeMap<u32, ReadRow>,
    cells: usize,
    stray: usize,
}

impl Filling {
    /// Puts one cell in its row; `row` from 1, a stray one is counted and left out.
    fn put(&mut self, row: u32, cell: ReadCell) -> Result<(), Unreadable> {
        if cell.column >= MOST_COLUMNS || row > MOST_ROWS {
            self.stray += 1;
            return if self.stray > MOST_STRAY_CELLS {
                Err(Unreadable::TooBig("bảng có hơn 100.000 dòng hoặc hơn 100 cột".into()))
            } else {
                Ok(())
            };
        }
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return Err(Unreadable::TooBig("bảng có hơn 2.000.000 ô".into()));
        }
        let entry = self.rows.entry(row).or_insert_with(|| ReadRow { number: row, ..ReadRow::default() });
        entry.cells.push(cell);
        Ok(())
    }

    /// The rows, each with its cells in order.
    fn finish(self) -> Vec<ReadRow> {
        let mut rows: Vec<ReadRow> = self.rows.into_values().collect();
        for row in &mut rows {
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
        rows
    }
}

/// A number in plain decimal digits, from how a file writes it (`3.6186673823E10` → `36186673823`).
fn plain_number(written: &str) -> Option<String> {
    let value: f64 = written.trim().parse().ok()?;
    value.is_finite().then(|| format!("{value}"))
}

/// The whole days of a serial number written as a decimal (`29221.5` → 29221).
fn whole_days(plain: &str) -> Option<i32> {
    plain.split('.').next()?.parse().ok()
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

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn serial_numbers_are_the_days_that_excel_shows() {
        assert_eq!(day_of_serial(1, false), day(1900, 1, 1));
        assert_eq!(day_of_serial(59, false), day(1900, 2, 28));
        assert_eq!(day_of_serial(61, false), day(1900, 3, 1));
        assert_eq!(day_of_serial(29221, false), day(1980, 1, 1));
        assert_eq!(day_of_serial(27759, true), day(1980, 1, 1));
        assert_eq!(day_of_serial(-1, false), None);
        assert_eq!(day_of_serial(i32::MAX, false), None);
        assert_eq!(serial_of_day(day(1980, 1, 1).unwrap()), Some(29221));
    }

    #[test]
    fn numbers_lose_their_exponent() {
        assert_eq!(plain_number("3.6186673823E10").as_deref(), Some("36186673823"));
        assert_eq!(plain_number("3.3300000000000001").as_deref(), Some("3.33"));
        assert_eq!(plain_number("1E400"), None);
        assert_eq!(whole_days("29221.75"), Some(29221));
    }

    #[test]
    fn a_format_of_zeros_tells_how_many_digits_are_shown() {
        let style = |format: &str| CellStyle { font: String::new(), format: format.to_owned() };
        assert_eq!(style("000000000000").least_digits(), 12);
        assert_eq!(style("000\\ 000\\ 000\\ 000").least_digits(), 12);
        assert_eq!(style("0.00").least_digits(), 1);
        assert_eq!(style("").least_digits(), 0);
    }
}
