//! Old fonts: TCVN3 (`.VnTime`, also called ABC) and VNI-Windows (`VNI-Times`) into Unicode.
//!
//! Both write Vietnamese with the characters of Windows-1252, so a cell is told by its font's name or by its letters.
//! Convert the text as it stands in the file; clean it afterwards.

mod detect;
mod tcvn3;
mod vni;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{Deserialize, Serialize};

pub use detect::{Confidence, Guess, by_font, by_letters, guess, may_be_old};

/// An old way of writing Vietnamese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// TCVN3 in an ordinary font (`.VnTime`).
    Tcvn3,
    /// TCVN3 in a font that shows small letters as capitals (`.VnTimeH`).
    Tcvn3Capitals,
    /// VNI-Windows (`VNI-Times`).
    Vni,
}

/// The text in Unicode, NFC. What the old font does not know stays as it is.
pub fn to_unicode(text: &str, encoding: Encoding) -> String {
    // A file may hold the old characters taken apart ("Ì" as "I" and a mark).
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    match encoding {
        Encoding::Tcvn3 => tcvn3::to_unicode(&text),
        Encoding::Tcvn3Capitals => tcvn3::to_unicode(&text).to_uppercase(),
        Encoding::Vni => vni::to_unicode(&text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_of_capitals_shows_every_letter_as_a_capital() {
        for old in '\u{a1}'..='\u{ff}' {
            let letter = to_unicode(&old.to_string(), Encoding::Tcvn3);
            assert_eq!(to_unicode(&old.to_string(), Encoding::Tcvn3Capitals), letter.to_uppercase());
        }
        assert_eq!(to_unicode("nguyÔn thÞ h\u{ad}êng", Encoding::Tcvn3Capitals), "NGUYỄN THỊ HƯỜNG");
    }

    #[test]
    fn old_characters_that_were_taken_apart_are_read_all_the_same() {
        assert_eq!(to_unicode("Thi\u{302}", Encoding::Tcvn3), to_unicode("Thî", Encoding::Tcvn3));
        assert_eq!(to_unicode("Huye\u{302}\u{300}n", Encoding::Vni), to_unicode("Huyền", Encoding::Vni));
    }

    #[test]
    fn every_character_of_windows_1252_is_one_unicode_letter_or_stays() {
        for old in ' '..='\u{ff}' {
            for encoding in [Encoding::Tcvn3, Encoding::Vni] {
                assert_eq!(to_unicode(&old.to_string(), encoding).chars().count(), 1, "{old:?}");
            }
        }
    }
}
