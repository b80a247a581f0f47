//! The looks of an `.xlsx` workbook that change what a cell means: font names and number formats.
#![allow(clippy::wildcard_enum_match_arm, reason = "enums of a library, which may grow")]

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::archive::{Xml, xml_fault};
use super::xlsx::attribute;
use super::{CellStyle, Unreadable};

/// The looks that cells point to by number.
#[derive(Default)]
pub(super) struct Styles {
    /// In the order of the workbook.
    pub cells: Vec<CellStyle>,
    days: Vec<bool>,
}

impl Styles {
    /// The index to keep with a cell; the default look is not worth keeping.
    pub fn of(&self, style: usize) -> Option<u16> {
        let look = self.cells.get(style)?;
        let is_plain = look.format.is_empty() && !is_legacy_font(&look.font);
        if is_plain { None } else { u16::try_from(style).ok() }
    }

    /// Whether cells of this look show days.
    pub fn is_day(&self, style: usize) -> bool {
        self.days.get(style).copied().unwrap_or(false)
    }
}

fn is_legacy_font(font: &str) -> bool {
    font.starts_with('.') || font.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("vni"))
}

/// Reads the styles part.
pub(super) fn read_styles(xml: &mut Xml<'_>) -> Result<Styles, Unreadable> {
    let mut fonts: Vec<String> = Vec::new();
    let mut formats: BTreeMap<u32, String> = BTreeMap::new();
    let mut looks: Vec<(u32, usize)> = Vec::new();
    let (mut in_fonts, mut in_looks) = (false, false);
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Start(tag) => {
                let number = |name: &str| attribute(&tag, name).and_then(|value| value.parse::<u32>().ok());
                match tag.local_name().as_ref() {
                    "fonts" => in_fonts = true,
                    "cellXfs" => in_looks = true,
                    "font" if in_fonts => fonts.push(String::new()),
                    "name" if in_fonts => {
                        if let (Some(font), Some(name)) = (fonts.last_mut(), attribute(&tag, "val")) {
                            *font = name;
                        }
                    }
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (number("numFmtId"), attribute(&tag, "formatCode")) {
                            formats.insert(id, code);
                        }
                    }
                    "xf" if in_looks => {
                        let font = number("fontId").and_then(|id| usize::try_from(id).ok()).unwrap_or(0);
                        looks.push((number("numFmtId").unwrap_or(0), font));
                    }
                    _ => {}
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "fonts" => in_fonts = false,
                "cellXfs" => in_looks = false,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    let format = |id: u32| formats.get(&id).cloned().unwrap_or_else(|| built_in(id).to_owned());
    let cells: Vec<CellStyle> = looks
        .iter()
        .map(|(id, font)| CellStyle { font: fonts.get(*font).cloned().unwrap_or_default(), format: format(*id) })
        .collect();
    let days = cells.iter().map(|look| shows_days(&look.format)).collect();
    Ok(Styles { cells, days })
}

/// The formats that Excel knows by number, as far as they matter here.
fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        11 => "0.00E+00",
        14 | 27..=31 | 36 | 50..=58 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        22 => "dd/mm/yyyy h:mm",
        49 => "@",
        _ => "",
    }
}

/// Whether a format code shows a day: a `d` or a `y` outside quotes, brackets and escapes.
fn shows_days(format: &str) -> bool {
    let mut letters = format.split(';').next().unwrap_or_default().chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => letters.by_ref().take_while(|next| *next != '"').for_each(drop),
            '[' => letters.by_ref().take_while(|next| *next != ']').for_each(drop),
            '\\' | '_' | '*' => {
                letters.next();
            }
            'd' | 'D' | 'y' | 'Y' => return !format.starts_with("General"),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_show_days_are_told_from_numbers() {
        for format in ["dd/mm/yyyy", "[$-42A]dd mmmm yyyy", "d-mmm", "yyyy", "mmm-yy", "\"ngày\" d"] {
            assert!(shows_days(format), "{format}");
        }
        for format in ["", "0", "0.00E+00", "000000000000", "h:mm", "\"ngày\" 0", "[Red]0", "General", "@", "\\d0"] {
            assert!(!shows_days(format), "{format}");
        }
    }
}
