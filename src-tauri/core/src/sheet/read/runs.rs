//! The text inside an element: its runs joined, its references resolved, nothing expanded that a document might define.
#![allow(clippy::wildcard_enum_match_arm, reason = "enums of a library, which may grow")]

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

use super::{Unreadable, archive::xml_fault};

/// The text of a string item: its runs joined, phonetic guides left out.
pub(super) fn read_rich<R: BufRead>(xml: &mut Reader<R>, closing: &str) -> Result<String, Unreadable> {
    let mut whole = String::new();
    let mut buffer = Vec::new();
    let mut in_guide = false;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(xml_fault)? {
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

/// The characters up to the end of the element.
pub(super) fn read_text<R: BufRead>(xml: &mut Reader<R>, closing: &str) -> Result<String, Unreadable> {
    let mut text = String::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(xml_fault)? {
            Event::Text(piece) => text.push_str(&piece.xml10_content()),
            Event::CData(piece) => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) => push_reference(&reference, &mut text),
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
fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.as_str();
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
    clean
}

pub(super) fn cut_off() -> Unreadable {
    Unreadable::Corrupt("the part ends too early".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_written_out_by_excel() {
        assert_eq!(unescape("Họ_x000D_tên".to_owned()), "Họ\rtên");
        assert_eq!(unescape("a_x5_b".to_owned()), "a_x5_b");
        assert_eq!(unescape("đ_xư".to_owned()), "đ_xư");
    }
}
