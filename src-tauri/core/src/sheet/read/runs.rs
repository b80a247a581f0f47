//! The text inside an element: its runs joined, its references resolved, nothing expanded that a document might define.
#![allow(clippy::wildcard_enum_match_arm, reason = "enums of a library, which may grow")]

use std::borrow::Cow;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

use super::Unreadable;
use super::archive::{Xml, xml_fault};

/// The text of a string item: its runs joined, phonetic guides left out.
pub(super) fn read_rich(xml: &mut Xml<'_>, closing: &str) -> Result<String, Unreadable> {
    let mut whole = String::new();
    let mut in_guide = false;
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "rPh" => in_guide = true,
                "t" => {
                    let text = read_text(xml, "t")?;
                    if !in_guide {
                        whole.push_str(&text);
                    }
                }
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "rPh" => in_guide = false,
                name if name == closing => return Ok(whole),
                _ => {}
            },
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
}

/// The characters up to the end of the element, borrowed from the part where they stand in one piece.
pub(super) fn read_text<'a>(xml: &mut Xml<'a>, closing: &str) -> Result<Cow<'a, str>, Unreadable> {
    let mut text = Cow::Borrowed("");
    loop {
        match xml.read_event().map_err(xml_fault)? {
            Event::Text(piece) => text += piece.xml10_content(),
            Event::CData(piece) => text += piece.xml10_content(),
            Event::GeneralRef(reference) => push_reference(&reference, text.to_mut()),
            Event::End(tag) if tag.local_name().as_ref() == closing => return Ok(unescape(text)),
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
}

/// A character reference becomes its character; an entity that a document type might define is left out, never expanded.
fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    if let Some(known) = resolve_xml_entity(reference) {
        text.push_str(known);
    } else if let Ok(Some(letter)) = reference.resolve_char_ref() {
        text.push(letter);
    }
}

/// Excel writes a control character as `_x000D_`.
fn unescape(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text;
    }
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some((before, after)) = rest.split_once("_x") {
        clean.push_str(before);
        let code = after.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        match (code, after.get(5..)) {
            (Some(letter), Some(following)) if after.get(4..5) == Some("_") => {
                clean.push(letter);
                rest = following;
            }
            _ => {
                clean.push_str("_x");
                rest = after;
            }
        }
    }
    clean.push_str(rest);
    Cow::Owned(clean)
}

pub(super) fn cut_off() -> Unreadable {
    Unreadable::Corrupt("the part ends too early".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_written_out_by_excel() {
        assert_eq!(unescape("Họ_x000D_tên".into()), "Họ\rtên");
        assert_eq!(unescape("a_x5_b".into()), "a_x5_b");
        assert_eq!(unescape("đ_xư".into()), "đ_xư");
    }
}
