//! Spellings that are the same name: hoà and hòa, thuỷ and thủy, quí and quý, lí and lý.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::clean::clean;

/// Key for the search for duplicates: equal for spellings that differ only in where the tone stands, in i or y after a
/// consonant, in case, spaces or the kind of apostrophe. Unlike [`super::fold`] it keeps tones and ă â ê ô ơ ư đ apart.
///
/// The tone of each word is moved behind the word as a digit: never show this to anybody.
pub fn tone_place_key(text: &str) -> String {
    let words: Vec<String> = clean(text).to_lowercase().split(' ').map(word_key).collect();
    words.join(" ")
}

fn word_key(word: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(word).into_owned();
    let mut tones = String::new();
    let letters: String = apart
        .chars()
        .filter_map(|letter| match letter {
            '\u{300}' => {
                tones.push('1');
                None
            }
            '\u{309}' => {
                tones.push('2');
                None
            }
            '\u{303}' => {
                tones.push('3');
                None
            }
            '\u{301}' => {
                tones.push('4');
                None
            }
            '\u{323}' => {
                tones.push('5');
                None
            }
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{b4}' | '`' => Some('\''),
            other => Some(other),
        })
        .collect();
    let letters = ComposingNormalizerBorrowed::new_nfc().normalize(&letters).into_owned();
    one_letter_i(&letters) + &tones
}

/// A last y that is the word's only vowel (or stands after qu) is written i.
fn one_letter_i(word: &str) -> String {
    let Some(onset) = word.strip_suffix('y') else { return word.to_owned() };
    let consonants = onset.strip_suffix("qu").unwrap_or(onset);
    if onset.is_empty() || consonants.chars().any(is_vowel) { word.to_owned() } else { format!("{onset}i") }
}

fn is_vowel(letter: char) -> bool {
    "aăâeêioôơuưy".contains(letter)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn the_same_name_in_two_spellings_has_one_key() {
        for (one, other) in [
            ("Hoà", "Hòa"),
            ("Thuỷ", "Thủy"),
            ("Quí", "Quý"),
            ("Lí", "Lý"),
            ("Mĩ", "Mỹ"),
            ("Kỉ", "Kỷ"),
            ("Hoè", "Hòe"),
            ("Thuý", "Thúy"),
            ("Khoẻ", "Khỏe"),
            ("Toà án", "Tòa  án"),
            ("TRẦN THUÝ HOÀ", "Trần Thúy Hòa"),
            ("H’Ngoan Byă", "H'Ngoan Byă"),
            ("Sĩ", "Sỹ"),
            ("Tỉ", "Tỷ"),
        ] {
            assert_eq!(tone_place_key(one), tone_place_key(other), "{one} {other}");
        }
    }

    #[test]
    fn different_names_keep_different_keys() {
        for (one, other) in [
            ("Hoa", "Hòa"),
            ("Hòa", "Hóa"),
            ("Thúy", "Thúi"),
            ("Tây", "Tâi"),
            ("Đào", "Dào"),
            ("Hường", "Hương"),
            ("Hương", "Hướng"),
            ("Mây", "Mai"),
            ("Ân", "An"),
            ("Thủy", "Thúy"),
            ("Duy", "Dui"),
        ] {
            assert_ne!(tone_place_key(one), tone_place_key(other), "{one} {other}");
        }
    }
}
