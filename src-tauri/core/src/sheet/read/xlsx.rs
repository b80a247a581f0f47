//! `.xlsx` by one pass over each sheet: value, formula, look, hidden rows and columns, merges.
//!
//! calamine's reader opens the archive itself, so nothing can stand between it and a part that unpacks to gigabytes, and it needs a
//! pass each for values, looks and formulas; here every part is
//! unpacked under a cap (see [`unpack`]) and read once.
#![allow(clippy::wildcard_enum_match_arm, reason = "enums of a library, which may grow")]

use std::borrow::Cow;
use std::io::Cursor;

use quick_xml::escape::unescape as unescape_xml;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::archive::{Archive, Xml, check_sizes, find, unpack, xml_fault, xml_of, zip_fault};
use super::runs::{cut_off, read_rich, read_text};
use super::styles::{Styles, read_styles};
use super::{
    Area, CellValue, Filling, MOST_MERGES, MOST_UNPACKED, ReadCell, ReadSheet, Unreadable, Workbook, plain_number,
    whole_days,
};

/// Reads a whole workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(zip_fault)?;
    check_sizes(&mut archive)?;
    let mut allowance = MOST_UNPACKED;
    let book = workbook_path(&mut archive, &mut allowance)?;
    let parts = relations(&mut archive, &mut allowance, &book)?;
    let outline = read_outline(&mut archive, &mut allowance, &book)?;
    let of_kind = |kind: &str| parts.iter().find(|part| part.kind == kind).map(|part| part.path.as_str());
    let strings = match of_kind("sharedStrings") {
        Some(path) => read_strings(&mut archive, &mut allowance, path)?,
        None => Vec::new(),
    };
    let styles = match of_kind("styles").and_then(|path| find(&archive, path)) {
        Some(index) => read_styles(&mut xml_of(&unpack(&mut archive, &mut allowance, index)?))?,
        None => Styles::default(),
    };
    let context = Context { strings: &strings, styles: &styles };
    let mut sheets = Vec::new();
    for tab in &outline.tabs {
        let Some(part) = parts.iter().find(|part| part.id == tab.relation && part.kind == "worksheet") else {
            continue;
        };
        let Some(index) = find(&archive, &part.path) else {
            return Err(Unreadable::Corrupt(format!("sheet part {} is missing", part.path)));
        };
        let mut sheet = read_sheet(&mut xml_of(&unpack(&mut archive, &mut allowance, index)?), &context)?;
        sheet.name.clone_from(&tab.name);
        sheet.hidden = tab.hidden;
        sheets.push(sheet);
    }
    Ok(Workbook { is_1904: outline.is_1904, styles: styles.cells, sheets, ..Workbook::default() })
}

/// One related part.
struct Part {
    id: String,
    /// The last word of the relation's type: `worksheet`, `styles`, `sharedStrings`.
    kind: String,
    path: String,
}

fn workbook_path(archive: &mut Archive<'_>, allowance: &mut u64) -> Result<String, Unreadable> {
    let found = relations(archive, allowance, "")?.into_iter().find(|part| part.kind == "officeDocument");
    Ok(found.map_or_else(|| "xl/workbook.xml".to_owned(), |part| part.path))
}

/// The parts that `owner` points to ("" for the package itself); none when the list is missing.
fn relations(archive: &mut Archive<'_>, allowance: &mut u64, owner: &str) -> Result<Vec<Part>, Unreadable> {
    let (folder, name) = owner.rsplit_once('/').unwrap_or(("", owner));
    let list = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let Some(index) = find(archive, &list) else { return Ok(Vec::new()) };
    let part = unpack(archive, allowance, index)?;
    let mut xml = xml_of(&part);
    let mut parts = Vec::new();
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Start(tag) if tag.local_name().as_ref() == "Relationship" => {
                let target = attribute(&tag, "Target").unwrap_or_default();
                let kind = attribute(&tag, "Type").unwrap_or_default();
                parts.push(Part {
                    id: attribute(&tag, "Id").unwrap_or_default(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    path: join(folder, &target),
                });
            }
            Event::Eof => return Ok(parts),
            _ => {}
        }
    }
}

/// A target as a path from the root of the package.
fn join(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            name => steps.push(name),
        }
    }
    steps.join("/")
}

/// One tab of the workbook.
struct Tab {
    name: String,
    hidden: bool,
    relation: String,
}

/// What the workbook part says: its tabs and its calendar.
struct Outline {
    is_1904: bool,
    tabs: Vec<Tab>,
}

fn read_outline(archive: &mut Archive<'_>, allowance: &mut u64, path: &str) -> Result<Outline, Unreadable> {
    let index = find(archive, path).ok_or_else(|| Unreadable::Corrupt("workbook part is missing".to_owned()))?;
    let part = unpack(archive, allowance, index)?;
    let mut xml = xml_of(&part);
    let mut outline = Outline { is_1904: false, tabs: Vec::new() };
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "workbookPr" => outline.is_1904 = attribute(&tag, "date1904").is_some_and(|value| is_true(&value)),
                "sheet" => outline.tabs.push(Tab {
                    name: attribute(&tag, "name").unwrap_or_default(),
                    hidden: attribute(&tag, "state").is_some_and(|state| state != "visible"),
                    relation: attribute(&tag, "id").unwrap_or_default(),
                }),
                _ => {}
            },
            Event::Eof => return Ok(outline),
            _ => {}
        }
    }
}

fn read_strings(archive: &mut Archive<'_>, allowance: &mut u64, path: &str) -> Result<Vec<String>, Unreadable> {
    let Some(index) = find(archive, path) else { return Ok(Vec::new()) };
    let part = unpack(archive, allowance, index)?;
    let mut xml = xml_of(&part);
    let mut strings = Vec::new();
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Start(tag) if tag.local_name().as_ref() == "si" => strings.push(read_rich(&mut xml, "si")?),
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// What cells refer to.
struct Context<'a> {
    strings: &'a [String],
    styles: &'a Styles,
}

fn read_sheet(xml: &mut Xml<'_>, context: &Context<'_>) -> Result<ReadSheet, Unreadable> {
    let mut sheet = ReadSheet::default();
    let mut filling = Filling::default();
    let mut hidden_rows = Vec::new();
    let mut at = (0_u32, 0_u32);
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => {
                    let number = attribute(&tag, "r").and_then(|number| number.parse().ok());
                    at = (number.unwrap_or(at.0.saturating_add(1)), 0);
                    if attribute(&tag, "hidden").is_some_and(|value| is_true(&value)) {
                        hidden_rows.push(at.0);
                    }
                }
                "c" => {
                    let head = CellHead::of(&tag);
                    at = head.place.unwrap_or(at);
                    if let Some(cell) = read_cell(xml, &head, at.1, context)? {
                        filling.put(at.0, cell)?;
                    }
                    at.1 = at.1.saturating_add(1);
                }
                "col" => note_hidden_columns(&tag, &mut sheet.hidden_columns),
                "mergeCell" => sheet.merges.extend(attribute(&tag, "ref").and_then(|area| parse_area(&area))),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
        if sheet.merges.len() > MOST_MERGES {
            return Err(Unreadable::TooBig("bảng có quá nhiều ô gộp".into()));
        }
    }
    sheet.stray = filling.stray;
    sheet.rows = filling.finish();
    for row in &mut sheet.rows {
        row.hidden = hidden_rows.binary_search(&row.number).is_ok();
    }
    Ok(sheet)
}

fn note_hidden_columns(tag: &BytesStart<'_>, hidden: &mut Vec<u32>) {
    if !attribute(tag, "hidden").is_some_and(|value| is_true(&value)) {
        return;
    }
    let number = |name: &str| attribute(tag, name).and_then(|value| value.parse::<u32>().ok());
    if let (Some(first), Some(last)) = (number("min"), number("max")) {
        hidden.extend((first.max(1)..=last.min(super::MOST_COLUMNS)).map(|column| column - 1));
    }
}

/// What the tag of a cell says, taken in one walk over its attributes: there are millions of them.
struct CellHead {
    place: Option<(u32, u32)>,
    kind: CellKind,
    style: usize,
}

/// What a cell's value is.
#[derive(Clone, Copy)]
enum CellKind {
    Number,
    /// The number of a shared string.
    Shared,
    Text,
    Truth,
    Fault,
}

impl CellHead {
    fn of(tag: &BytesStart<'_>) -> Self {
        let mut head = Self { place: None, kind: CellKind::Number, style: 0 };
        for attribute in tag.attributes().with_checks(false).flatten() {
            let value = attribute.value.as_ref();
            match attribute.key.local_name().as_ref() {
                "r" => head.place = parse_place(value),
                "s" => head.style = value.parse().unwrap_or(0),
                "t" => {
                    head.kind = match value {
                        "s" => CellKind::Shared,
                        "str" | "inlineStr" | "d" => CellKind::Text,
                        "b" => CellKind::Truth,
                        "e" => CellKind::Fault,
                        _ => CellKind::Number,
                    }
                }
                _ => {}
            }
        }
        head
    }
}

/// Reads one cell up to its end; `None` when it is blank.
fn read_cell(
    xml: &mut Xml<'_>,
    head: &CellHead,
    column: u32,
    context: &Context<'_>,
) -> Result<Option<ReadCell>, Unreadable> {
    let mut written: Option<Cow<'_, str>> = None;
    let mut inline: Option<String> = None;
    let mut formula: Option<String> = None;
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Start(inner) => match inner.local_name().as_ref() {
                "v" => written = Some(read_text(xml, "v")?),
                "is" => inline = Some(read_rich(xml, "is")?),
                "f" => formula = Some(read_text(xml, "f")?.into_owned()),
                _ => {}
            },
            Event::End(inner) if inner.local_name().as_ref() == "c" => break,
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
    let value = match inline {
        Some(text) => text_value(text),
        None => written.and_then(|written| value_of(&written, head, context)),
    };
    let value = match (value, &formula) {
        (Some(value), _) => value,
        (None, Some(_)) => CellValue::Nothing,
        (None, None) => return Ok(None),
    };
    Ok(Some(ReadCell { column, value, style: context.styles.of(head.style), formula }))
}

fn value_of(written: &str, head: &CellHead, context: &Context<'_>) -> Option<CellValue> {
    match head.kind {
        CellKind::Shared => text_value(context.strings.get(written.trim().parse::<usize>().ok()?)?.clone()),
        CellKind::Text => text_value(written.to_owned()),
        CellKind::Truth => Some(CellValue::Truth(is_true(written))),
        CellKind::Fault => Some(CellValue::Fault(written.to_owned())),
        CellKind::Number if written.trim().is_empty() => None,
        CellKind::Number => Some(number_value(written, context.styles.is_day(head.style))),
    }
}

fn text_value(text: String) -> Option<CellValue> {
    (!text.is_empty()).then_some(CellValue::Text(text))
}

fn number_value(written: &str, is_day: bool) -> CellValue {
    let Some(plain) = plain_number(written) else { return CellValue::Text(written.to_owned()) };
    match whole_days(&plain) {
        Some(serial) if is_day && serial > 0 => CellValue::Day(serial),
        _ => CellValue::Number(plain),
    }
}

/// An attribute by its local name, entities resolved.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name).map(
        |attribute| {
            unescape_xml(&attribute.value).map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned)
        },
    )
}

fn is_true(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "on" | "TRUE" | "True")
}

/// `C5` → (row 5, column 2).
fn parse_place(place: &str) -> Option<(u32, u32)> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = place.split_at_checked(letters)?;
    let mut number = 0_u32;
    for letter in column.bytes() {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        number = number.checked_mul(26)?.checked_add(digit)?;
    }
    Some((row.parse().ok()?, number.checked_sub(1)?))
}

fn parse_area(area: &str) -> Option<Area> {
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    let ((top, left), (bottom, right)) = (parse_place(first)?, parse_place(last)?);
    Some(Area { top, left, bottom, right })
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

    #[test]
    fn places_and_areas_are_read() {
        assert_eq!(parse_place("A1"), Some((1, 0)));
        assert_eq!(parse_place("XFD1048576"), Some((1_048_576, 16_383)));
        assert_eq!(parse_place("ZZZZZZZZZ1"), None);
        assert_eq!(parse_place("12"), None);
        assert_eq!(parse_area("B5:C6"), Some(Area { top: 5, left: 1, bottom: 6, right: 2 }));
    }

    #[test]
    fn targets_are_found_from_the_root() {
        assert_eq!(join("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(join("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(join("xl/worksheets", "../sharedStrings.xml"), "xl/sharedStrings.xml");
    }
}
