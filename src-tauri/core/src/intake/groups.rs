//! Heads of groups inside a list ("II. Trường Mầm non Hoa Sen", "Tổ Văn phòng"), and under which of them a row stands.

use crate::vietnamese::fold;

use super::cells::Entry;
use super::grid::GridRow;
use super::rows::is_roman;
use super::wordings::heading_key;

/// The heads under which a row stands, the outermost first.
#[derive(Debug, Clone, Default)]
pub struct Groups(Vec<(Form, String)>);

/// How a head is numbered: heads of one form stand beside each other, others below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// I, II, III.
    Roman,
    /// A, B, C.
    Letter,
    /// 1, 2, 3.
    Figure,
    /// A part of a unit without a numeral: "Tổ Văn phòng".
    Part,
    /// Anything else.
    Plain,
}

/// Words with which parts of a unit begin, folded.
const PARTS: &[&str] =
    &["to", "phong", "ban", "bo phan", "chuyen", "phan xuong", "xuong", "doi", "nhom", "khoa", "bo mon", "lop", "kho"];

impl Groups {
    /// The head of a group: from here on rows stand under it.
    pub fn meet(&mut self, row: &GridRow) {
        let texts = || row.filled().map(|cell| cell.shown.trim());
        let is_words = |text: &&str| text.chars().any(char::is_alphabetic) && !is_roman(text);
        let Some(text) = texts().find(is_words) else { return };
        let number = texts().next().filter(|first| *first != text);
        let form = form_of(number, text);
        if let Some(at) = self.0.iter().position(|(known, _)| *known == form) {
            self.0.truncate(at);
        }
        self.0.push((form, text.to_owned()));
    }

    /// Their texts.
    pub fn texts(&self) -> Vec<String> {
        self.0.iter().map(|(_, text)| text.clone()).collect()
    }
}

/// Whether a text says that it is about collectives (`true`) or individuals; none: neither, or both.
pub(super) fn says_collective(text: &str) -> Option<bool> {
    let folded = fold(text);
    match (folded.contains("tap the"), folded.contains("ca nhan")) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        (true, true) | (false, false) => None,
    }
}

impl Entry {
    /// What the nearest head that speaks of it says: collectives, or individuals.
    pub(super) fn stands_among_collectives(&self) -> Option<bool> {
        self.group.iter().rev().find_map(|head| says_collective(head))
    }
}

fn form_of(number: Option<&str>, text: &str) -> Form {
    let in_front = text.split_once(['.', ')', ':', '/', '-']).map(|(front, _)| front.trim());
    let numeral = number.or(in_front).map(|text| text.trim_end_matches(['.', ')', ':', '/', ' ']));
    match numeral {
        Some(numeral) if !numeral.is_empty() && numeral.bytes().all(|byte| byte.is_ascii_digit()) => Form::Figure,
        Some(numeral) if is_roman(numeral) && numeral.bytes().all(|byte| b"IVXivx".contains(&byte)) => Form::Roman,
        Some(numeral) if is_roman(numeral) => Form::Letter,
        _ => {
            let key = heading_key(text);
            let is_part = PARTS.iter().any(|word| key == *word || key.starts_with(&format!("{word} ")));
            if is_part { Form::Part } else { Form::Plain }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::grid::{GridCell, Nature};
    use super::*;

    fn under(heads: &[&[&str]]) -> Vec<String> {
        let mut groups = Groups::default();
        for (cells, number) in heads.iter().zip(1_u32..) {
            let cell = |(column, text): (u32, &&str)| GridCell { column, shown: (*text).into(), nature: Nature::Text };
            groups.meet(&GridRow { number, hidden: false, cells: (0..).zip(*cells).map(cell).collect() });
        }
        groups.texts()
    }

    #[test]
    fn heads_of_one_form_follow_each_other_and_others_stand_below() {
        assert_eq!(under(&[&["I", "Trường A"], &["", "Tổ 1"], &["", "Tổ 2"]]), ["Trường A", "Tổ 2"]);
        assert_eq!(under(&[&["I", "Trường A"], &["", "Tổ 1"], &["II", "Trường B"]]), ["Trường B"]);
        assert_eq!(
            under(&[&["A. Khối trường"], &["1. Trường A"], &["2. Trường B"]]),
            ["A. Khối trường", "2. Trường B"]
        );
        assert_eq!(under(&[&["TẬP THỂ"], &["CÁ NHÂN"]]), ["CÁ NHÂN"]);
    }
}
