//! `.xls` and `.ods` by calamine. It tells neither fonts, formats nor hidden rows of these kinds: letters
//! must do, an .ods is asked again for what it hides, and of an .xls the clerk is told that nobody knows.
#![allow(clippy::wildcard_enum_match_arm, reason = "enums of a library, which may grow")]

use std::io::Cursor;

use calamine::{Data, Ods, OdsError, Range, Reader, SheetVisible, Xls, XlsError};
use chrono::NaiveDate;

use super::{CellValue, Filling, ReadCell, ReadSheet, Unreadable, Workbook, plain_number, serial_of_day};

/// Reads an Excel 97–2003 workbook.
pub(super) fn read_xls(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|fault| match fault {
        XlsError::Password => Unreadable::PasswordProtected,
        other => Unreadable::Corrupt(other.to_string()),
    })?;
    let book = read_book(&mut book, |fault: &XlsError| matches!(fault, XlsError::Password))?;
    Ok(Workbook { is_silent: true, ..book })
}

/// Reads a LibreOffice workbook.
pub(super) fn read_ods(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|fault| match fault {
        OdsError::Password => Unreadable::PasswordProtected,
        other => Unreadable::Corrupt(other.to_string()),
    })?;
    let mut book = read_book(&mut book, |fault: &OdsError| matches!(fault, OdsError::Password))?;
    for (sheet, hidden) in book.sheets.iter_mut().zip(super::ods::hidden(bytes)?) {
        hidden.tell(sheet);
    }
    Ok(book)
}

fn read_book<'a, R>(book: &mut R, is_password: impl Fn(&R::Error) -> bool) -> Result<Workbook, Unreadable>
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display,
{
    let tabs: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::new();
    for (name, hidden) in tabs {
        let range = book.worksheet_range(&name).map_err(|fault| {
            if is_password(&fault) { Unreadable::PasswordProtected } else { Unreadable::Corrupt(fault.to_string()) }
        })?;
        let mut sheet = read_range(&range)?;
        sheet.name = name;
        sheet.hidden = hidden;
        sheets.push(sheet);
    }
    Ok(Workbook { sheets, ..Workbook::default() })
}

fn read_range(range: &Range<Data>) -> Result<ReadSheet, Unreadable> {
    let (top, left) = range.start().unwrap_or((0, 0));
    let mut filling = Filling::default();
    for (row, column, data) in range.used_cells() {
        let Some(value) = value_of(data) else { continue };
        let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX)).saturating_add(1);
        let column = left.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
        filling.put(row, ReadCell { column, value, style: None, formula: None })?;
    }
    Ok(ReadSheet { stray: filling.stray, rows: filling.finish(), ..ReadSheet::default() })
}

fn value_of(data: &Data) -> Option<CellValue> {
    match data {
        Data::Empty => None,
        Data::String(text) => (!text.is_empty()).then(|| CellValue::Text(text.clone())),
        Data::Int(number) => Some(CellValue::Number(number.to_string())),
        Data::Float(number) => plain_number(&number.to_string()).map(CellValue::Number),
        Data::Bool(value) => Some(CellValue::Truth(*value)),
        Data::Error(fault) => Some(CellValue::Fault(fault.to_string())),
        Data::DurationIso(text) => Some(CellValue::Text(text.clone())),
        Data::DateTimeIso(text) => Some(iso_day(text).map_or_else(|| CellValue::Text(text.clone()), CellValue::Day)),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).and_then(serial_of_day);
            match day.filter(|_| moment.is_datetime()) {
                Some(serial) if serial > 0 => Some(CellValue::Day(serial)),
                _ => plain_number(&moment.as_f64().to_string()).map(CellValue::Number),
            }
        }
    }
}

fn iso_day(text: &str) -> Option<i32> {
    serial_of_day(NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()?)
}
