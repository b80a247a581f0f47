//! Cleaning: the one form in which text is stored.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{Deserialize, Serialize};

/// Something that cleaning changed or noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Cleaning {
    /// Letters and marks stood apart ("Unicode tổ hợp") and were joined.
    Composed,
    /// Spaces at an end, doubled spaces, tabs or line breaks.
    Spaces,
    /// A no-break or another unusual space became an ordinary one.
    UnusualSpace,
    /// Zero-width, soft-hyphen or writing-direction marks were taken out.
    Invisible,
    /// Control characters were taken out.
    Control,
    /// U+00D0 "Ð" (or "ð", "Ɖ", "ɖ") became "Đ" or "đ".
    EthForD,
    /// A second mark stands on a letter that already has one ("ạ́"): left as it is, to be looked at.
    StrayMark,
}

/// Cleaned text, and what was done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// NFC, trimmed, single spaces.
    pub text: String,
    /// Each kind once, in the order of the enum.
    pub done: Vec<Cleaning>,
}

/// NFC, trimmed, single spaces; invisible characters out; "Ð" (U+00D0) as "Đ".
pub fn clean(text: &str) -> String {
    cleaned(text).into_owned()
}

/// As [`clean`]; a text that is clean already is lent on.
pub(super) fn cleaned(text: &str) -> Cow<'_, str> {
    if is_clean(text) { Cow::Borrowed(text) } else { Cow::Owned(thorough(text).text) }
}

/// Whether cleaning would find nothing to do. Nearly every text is so, and this is told much faster than it is cleaned.
fn is_clean(text: &str) -> bool {
    let mut after_space = true;
    for letter in text.chars() {
        let is_space = letter == ' ';
        if !is_plain(letter) || is_space && after_space {
            return false;
        }
        after_space = is_space;
    }
    !after_space || text.is_empty()
}

/// Printable letters that neither cleaning nor normalising ever changes: ASCII, Latin letters, and those of Vietnamese.
fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{a1}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}')
        && !matches!(letter, '\u{ad}' | '\u{d0}' | '\u{f0}' | '\u{189}')
}

/// As [`clean`], and says what it did.
pub fn clean_and_tell(text: &str) -> Cleaned {
    if is_clean(text) {
        return Cleaned { text: text.to_owned(), done: Vec::new() };
    }
    thorough(text)
}

fn thorough(text: &str) -> Cleaned {
    let mut done = Vec::new();
    let normalizer = ComposingNormalizerBorrowed::new_nfc();
    let visible: String = text.chars().filter_map(|letter| visible(letter, &mut done)).collect();
    let composed = normalizer.normalize(&visible);
    if composed != visible {
        done.push(Cleaning::Composed);
    }
    let single = single_spaces(&composed);
    if single != composed {
        done.push(Cleaning::Spaces);
    }
    if single.chars().any(is_mark) {
        done.push(Cleaning::StrayMark);
    }
    done.sort_unstable();
    done.dedup();
    Cleaned { text: single, done }
}

/// As [`clean`], line by line: for notes of several lines. Empty lines at both ends go, at most one stays between.
pub fn clean_lines(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.replace("\r\n", "\n").split(['\n', '\r', '\u{2028}', '\u{2029}']).map(clean) {
        let empty_before = lines.last().is_none_or(String::is_empty);
        if !(line.is_empty() && empty_before) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// The text with its first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The letter as it is kept, or nothing.
fn visible(letter: char, done: &mut Vec<Cleaning>) -> Option<char> {
    let mut note = |cleaning| done.push(cleaning);
    match letter {
        ' ' => Some(' '),
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            note(Cleaning::Spaces);
            Some(' ')
        }
        '\u{d0}' | '\u{189}' => {
            note(Cleaning::EthForD);
            Some('Đ')
        }
        '\u{f0}' | '\u{256}' => {
            note(Cleaning::EthForD);
            Some('đ')
        }
        _ if is_invisible(letter) => {
            note(Cleaning::Invisible);
            None
        }
        _ if letter.is_control() => {
            note(Cleaning::Control);
            None
        }
        _ if letter.is_whitespace() => {
            note(Cleaning::UnusualSpace);
            Some(' ')
        }
        _ => Some(letter),
    }
}

/// Soft hyphen, zero-width spaces and joiners, byte-order mark, writing-direction marks.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// A combining mark of the block that Vietnamese uses.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn single_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_clean_name_is_left_alone_and_nothing_is_said() {
        let cleaned = clean_and_tell("Nguyễn Thị Hường");
        assert_eq!(cleaned, Cleaned { text: "Nguyễn Thị Hường".into(), done: vec![] });
    }

    #[test]
    fn each_kind_of_dirt_is_cleaned_and_named() {
        let table = [
            ("Nguye\u{302}\u{303}n", "Nguyễn", Cleaning::Composed),
            (" Phan  Liên Hương ", "Phan Liên Hương", Cleaning::Spaces),
            ("Phan\tLiên\r\nHương", "Phan Liên Hương", Cleaning::Spaces),
            ("Lê\u{a0}Thiên Duyên", "Lê Thiên Duyên", Cleaning::UnusualSpace),
            ("Lê\u{202f}Thiên\u{3000}Duyên", "Lê Thiên Duyên", Cleaning::UnusualSpace),
            ("\u{feff}Lê\u{200b} Tâm\u{200e}", "Lê Tâm", Cleaning::Invisible),
            ("Lê T\u{ad}âm\u{202c}", "Lê Tâm", Cleaning::Invisible),
            ("Lê\u{7} Tâm\u{0}", "Lê Tâm", Cleaning::Control),
            ("Lưu Thị \u{d0}iệp", "Lưu Thị Điệp", Cleaning::EthForD),
            ("\u{f0}inh", "đinh", Cleaning::EthForD),
        ];
        for (dirty, text, cleaning) in table {
            assert_eq!(clean_and_tell(dirty), Cleaned { text: text.into(), done: vec![cleaning] }, "{dirty:?}");
        }
    }

    #[test]
    fn a_second_tone_on_a_letter_is_kept_and_pointed_out() {
        let cleaned = clean_and_tell("Đạ\u{301}t");
        assert_eq!(cleaned.done, vec![Cleaning::StrayMark]);
        assert_eq!(cleaned.text.chars().count(), 4);
    }

    #[test]
    fn a_mark_behind_an_invisible_character_still_joins_its_letter() {
        assert_eq!(clean("Nguye\u{200b}\u{302}\u{303}n"), "Nguyễn");
    }

    #[test]
    fn a_note_keeps_its_lines() {
        assert_eq!(
            clean_lines("\r\n Mới  chuyển đến.\r\n\r\n\r\nChờ\u{a0}nghỉ hưu \n\n"),
            "Mới chuyển đến.\n\nChờ nghỉ hưu"
        );
    }

    proptest! {
        #[test]
        fn a_text_that_is_called_clean_is_one(text in "[ -~\u{a0}-\u{256}\u{1ea0}-\u{1ef9}\u{300}-\u{303}\u{200b}]{0,12}") {
            prop_assert_eq!(clean_and_tell(&text), thorough(&text));
        }

        #[test]
        fn cleaning_twice_changes_nothing_more(text in "\\PC{0,40}[\\s\u{300}-\u{303}\u{200b}Ð]{0,6}\\PC{0,10}") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }

        #[test]
        fn clean_text_has_no_outer_or_double_space(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(once.trim(), once.as_str());
            prop_assert!(!once.contains("  "));
            prop_assert!(!once.chars().any(char::is_control));
        }
    }
}
