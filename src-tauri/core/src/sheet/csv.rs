//! A list as a CSV file that a spreadsheet program opens without running anything.

use super::{Cell, Row, Sheet, shown};
use crate::error::{Error, Result};
use crate::letter::clean;

/// Tells programs that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The table alone, semicolons between cells (what Excel reads where a comma stands in numbers), CRLF, UTF-8.
///
/// A text that begins like a formula gets an apostrophe in front; [`unprotect`] takes it off again.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>> {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let broken = |error: ::csv::Error| Error::broken("csv", error);
    writer.write_record(sheet.columns.iter().map(|column| protect(&clean(&column.header)))).map_err(broken)?;
    for row in &sheet.rows {
        writer.write_record(record(row)).map_err(broken)?;
    }
    writer.into_inner().map_err(|error| Error::broken("csv", error.error()))
}

fn record(row: &Row) -> Vec<String> {
    match row {
        Row::Line { cells } => cells.iter().map(field).collect(),
        Row::Group { text } => vec![protect(&clean(text))],
        Row::Total { label, span, cells } => {
            let mut record = vec![protect(&clean(label))];
            record.resize((*span).max(1), String::new());
            record.extend(cells.iter().map(field));
            record
        }
    }
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => protect(&clean(words)),
        Cell::Number(number) | Cell::Place(number) => number.to_string(),
        Cell::Money(amount) => amount.0.to_string(),
        Cell::Empty | Cell::Hundredths(_) | Cell::Share(_) | Cell::Day(_) => shown(cell),
    }
}

/// Whether a spreadsheet program could take the text for a formula when it is typed or read from a CSV file.
pub(super) fn looks_like_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n'])
}

/// The text with an apostrophe in front when it begins like a formula, or like a text that was protected already.
pub fn protect(text: &str) -> String {
    let protected = text.strip_prefix('\'').is_some_and(|rest| rest.starts_with('\'') || looks_like_formula(rest));
    if looks_like_formula(text) || protected { format!("'{text}") } else { text.to_owned() }
}

/// What [`protect`] was given.
pub fn unprotect(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with('\'') || looks_like_formula(rest) => rest,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_begins_like_a_formula_is_protected_and_the_rest_is_left_alone() {
        for (text, protected) in [
            ("=1+1", "'=1+1"),
            ("+84912345678", "'+84912345678"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =cmd|' /C calc'!A0", "' =cmd|' /C calc'!A0"),
            ("Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
            ("'Hoa", "'Hoa"),
            ("'=1", "''=1"),
        ] {
            assert_eq!(protect(text), protected);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back_as_it_was(text in "['=+@\t\r\n -]{0,4}[a-zà-ỹ0-9'=]{0,6}") {
            let protected = protect(&text);
            prop_assert_eq!(unprotect(&protected), text.as_str());
            prop_assert!(!looks_like_formula(&protected));
        }
    }
}
