//! The search key: what is left when a clerk types without marks.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::clean::{clean, cleaned, is_mark};

/// Search key: marks stripped, đ and ð as d, lower case, single spaces, one kind of apostrophe.
///
/// "Đặng  Thị Hường" and "dang thi huong" have the same key. A person searches with the folded form of what was typed
/// against the stored folded form.
pub fn fold(text: &str) -> String {
    let text = cleaned(text);
    let mut key = String::with_capacity(text.len());
    for letter in text.chars() {
        let Some(plain) = folded(letter) else { return thorough(&text) };
        key.push(plain);
    }
    key
}

/// The plain letter of one that stands for itself: ASCII and the letters of Vietnamese. None: it is to be taken apart.
fn folded(letter: char) -> Option<char> {
    Some(match letter {
        '`' => '\'',
        ' '..='~' => letter.to_ascii_lowercase(),
        'à' | 'á' | 'â' | 'ã' | 'À' | 'Á' | 'Â' | 'Ã' | 'ă' | 'Ă' | 'ạ'..='ặ' | 'Ạ' => 'a',
        'è' | 'é' | 'ê' | 'È' | 'É' | 'Ê' | 'Ẹ'..='ệ' => 'e',
        'ì' | 'í' | 'ĩ' | 'Ì' | 'Í' | 'Ĩ' | 'Ỉ'..='ị' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'ơ' | 'Ơ' | 'Ọ'..='ợ' => 'o',
        'ù' | 'ú' | 'ũ' | 'Ù' | 'Ú' | 'Ũ' | 'ư' | 'Ư' | 'Ụ'..='ự' => 'u',
        'ý' | 'Ý' | 'Ỳ'..='ỹ' => 'y',
        'đ' | 'Đ' => 'd',
        _ => return None,
    })
}

/// Any other text: marks taken off after taking apart.
fn thorough(text: &str) -> String {
    let lower = text.to_lowercase();
    let apart = DecomposingNormalizerBorrowed::new_nfd();
    let folded: String = apart.normalize(&lower).chars().filter(|letter| !is_mark(*letter)).map(plain).collect();
    clean(&folded)
}

/// Search key of a number, to stand behind that of a name: its letters and figures, and the same backwards behind a z, so that
/// its last figures find it too. Empty for a number without any.
pub fn number_key(number: &str) -> String {
    let number: String = fold(number).chars().filter(char::is_ascii_alphanumeric).collect();
    if number.is_empty() { number } else { format!(" {number} z{}", number.chars().rev().collect::<String>()) }
}

fn plain(letter: char) -> char {
    match letter {
        'đ' => 'd',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2b9}' | '\u{b4}' | '`' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_vietnamese_letter_folds_to_its_plain_letter() {
        let table = [
            ("aàáảãạăằắẳẵặâầấẩẫậ", 'a'),
            ("eèéẻẽẹêềếểễệ", 'e'),
            ("iìíỉĩị", 'i'),
            ("oòóỏõọôồốổỗộơờớởỡợ", 'o'),
            ("uùúủũụưừứửữự", 'u'),
            ("yỳýỷỹỵ", 'y'),
            ("dđð", 'd'),
        ];
        let mut letters = 0;
        for (family, plain) in table {
            for letter in family.chars() {
                assert_eq!(fold(&letter.to_string()), plain.to_string(), "{letter}");
                assert_eq!(fold(&letter.to_uppercase().to_string()), plain.to_string(), "{letter}");
                letters += 1;
            }
        }
        assert_eq!(letters, 12 + 60 + 2 + 1, "12 vowels in 6 tones are 72 with the plain ones, d, đ and ð");
    }

    #[test]
    fn names_are_found_however_they_are_typed() {
        for typed in ["Đặng Thị Hường", "đặng thị hường", "ĐẶNG THỊ HƯỜNG", "Ðặng  Thị\u{a0}Hường ", "dang thi huong"]
        {
            assert_eq!(fold(typed), "dang thi huong", "{typed}");
        }
        assert_eq!(fold("Nguye\u{302}\u{303}n"), "nguyen");
        assert_eq!(fold("H’Ngoan Byă"), fold("H'Ngoan Byă"));
        assert_eq!(fold("Hmŏk Ayŭn"), "hmok ayun");
    }

    #[test]
    fn a_number_is_found_by_its_first_and_by_its_last_figures() {
        assert_eq!(number_key("0912 345.678"), " 0912345678 z8765432190");
        assert_eq!(number_key(" - "), "");
    }

    proptest! {
        #[test]
        fn letters_that_stand_for_themselves_fold_as_if_taken_apart(text in "[ -~\u{c0}-\u{1b0}\u{1ea0}-\u{1ef9}]{0,12}") {
            let text = clean(&text);
            prop_assert_eq!(fold(&text), thorough(&text));
        }

        #[test]
        fn folding_twice_changes_nothing_more(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
