//! What the reader of `.ods` does not tell: which rows and columns are hidden ("table:visibility").
#![allow(clippy::wildcard_enum_match_arm, reason = "enums of a library, which may grow")]

use std::io::Cursor;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::archive::{Xml, check_sizes, find, unpack, xml_fault, xml_of, zip_fault};
use super::xlsx::attribute;
use super::{MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, ReadSheet, Unreadable};

/// What is hidden of one sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    /// First and last row, as Excel numbers them.
    rows: Vec<(u32, u32)>,
    /// Columns, from 0.
    columns: Vec<u32>,
}

impl Hidden {
    /// Tells a sheet.
    pub(super) fn tell(self, sheet: &mut ReadSheet) {
        for row in &mut sheet.rows {
            row.hidden = self.rows.iter().any(|(first, last)| (*first..=*last).contains(&row.number));
        }
        sheet.hidden_columns = self.columns;
    }
}

/// What is hidden of each sheet, in the order of the tabs.
pub(super) fn hidden(bytes: &[u8]) -> Result<Vec<Hidden>, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(zip_fault)?;
    check_sizes(&mut archive)?;
    let mut allowance = MOST_UNPACKED;
    match find(&archive, "content.xml") {
        Some(index) => read_hidden(&mut xml_of(&unpack(&mut archive, &mut allowance, index)?)),
        None => Ok(Vec::new()),
    }
}

fn read_hidden(xml: &mut Xml<'_>) -> Result<Vec<Hidden>, Unreadable> {
    let mut sheets: Vec<Hidden> = Vec::new();
    // A table may stand inside a cell of another: only the outer ones are sheets.
    let (mut depth, mut row, mut column) = (0_u32, 1_u32, 0_u32);
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Start(tag) => match (tag.local_name().as_ref(), depth) {
                ("table", _) => {
                    depth += 1;
                    if depth == 1 {
                        (row, column) = (1, 0);
                        sheets.push(Hidden::default());
                    }
                }
                ("table-row", 1) => {
                    let next = row.saturating_add(repeated(&tag, "number-rows-repeated"));
                    if let Some(sheet) = sheets.last_mut().filter(|_| is_hidden(&tag) && row <= MOST_ROWS) {
                        sheet.rows.push((row, next - 1));
                    }
                    row = next;
                }
                ("table-column", 1) => {
                    let next = column.saturating_add(repeated(&tag, "number-columns-repeated"));
                    if let Some(sheet) = sheets.last_mut().filter(|_| is_hidden(&tag)) {
                        sheet.columns.extend(column..next.min(MOST_COLUMNS));
                    }
                    column = next;
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "table" => depth = depth.saturating_sub(1),
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|value| matches!(value.as_str(), "collapse" | "filter"))
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn hidden_and_filtered_rows_and_columns_of_each_sheet_are_told() {
        let content = r#"<office:spreadsheet>
            <table:table table:name="A">
              <table:table-column table:number-columns-repeated="2"/>
              <table:table-column table:visibility="collapse"/>
              <table:table-row table:number-rows-repeated="3"><table:table-cell><table:table/></table:table-cell></table:table-row>
              <table:table-row table:visibility="filter" table:number-rows-repeated="2"/>
              <table:table-row/>
              <table:table-row table:visibility="collapse"/>
            </table:table>
            <table:table table:name="B"><table:table-row table:visibility="visible"/></table:table>
          </office:spreadsheet>"#;
        let sheets = read_hidden(&mut xml_of(content.as_bytes())).unwrap();
        assert_eq!(sheets, [Hidden { rows: vec![(4, 5), (7, 7)], columns: vec![2] }, Hidden::default()]);
    }
}
