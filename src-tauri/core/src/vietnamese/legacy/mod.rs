//! Old fonts: TCVN3 (`.VnTime`, also called ABC) and VNI-Windows (`VNI-Times`) into Unicode.
//!
//! Both write Vietnamese with the characters of Windows-1252, so a cell is told by its font's name or by its letters.
//! Convert the text as it stands in the file; clean it afterwards.

mod detect;
mod tcvn3;
mod vni;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::{Deserialize, Serialize};

pub use detect::{Confidence, Guess, by_font, by_letters, guess};

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
