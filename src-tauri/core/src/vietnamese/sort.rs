//! Sort keys: bytes that compare as Vietnamese people expect. They are stored, because comparing stored keys is some
//! forty times cheaper than asking the collator for every pair.

use std::sync::LazyLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::name::split_name;

/// Version of the order that keys were made with. An office file that remembers another one makes its keys anew.
pub const COLLATION_VERSION: &str = "icu4x-2.4.0/vi/1";

#[allow(clippy::expect_used, reason = "only a program built without its data can fail here")]
static VIETNAMESE: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::from(locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    // Case must not outweigh the next part of a name.
    options.strength = Some(Strength::Secondary);
    CollatorBorrowed::try_new(preferences, options).expect("BUG: the Vietnamese order is compiled into the program")
});

/// Key of any text: Vietnamese letters and tones (ngang, huyền, hỏi, ngã, sắc, nặng), case ignored, numbers by size
/// ("Khối 2" before "Khối 10").
pub fn text_key(text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    append(text, &mut key);
    key
}

/// Key of a person: given name, then family name, then middle name, parted by a zero byte.
pub fn person_key(full_name: &str) -> Vec<u8> {
    let name = split_name(full_name);
    let (family, middle) = name.family_middle.split_once(' ').unwrap_or((&name.family_middle, ""));
    let mut key = Vec::new();
    append(&name.given, &mut key);
    key.push(0);
    append(family, &mut key);
    key.push(0);
    append(middle, &mut key);
    key
}

fn append(text: &str, key: &mut Vec<u8>) {
    let Ok(()) = VIETNAMESE.write_sort_key_to(text, key);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_name_the_version_of_the_order_that_made_them() {
        let manifest = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.toml")).unwrap();
        let pinned = manifest.lines().find_map(|line| line.strip_prefix("icu_collator = \"=")).unwrap();
        assert!(
            COLLATION_VERSION.contains(pinned.trim_end_matches('"')),
            "a new collator needs a new version of the keys"
        );
    }

    fn assert_in_order(texts: &[&str], key: impl Fn(&str) -> Vec<u8>) {
        for pair in texts.windows(2) {
            let [before, after] = pair else { unreachable!() };
            assert!(key(before) < key(after), "{before} stands before {after}");
        }
    }

    #[test]
    fn letters_stand_in_the_order_of_the_vietnamese_alphabet() {
        let alphabet = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z";
        assert_in_order(&alphabet.split(' ').collect::<Vec<_>>(), text_key);
    }

    #[test]
    fn tones_stand_in_the_order_of_the_dictionary() {
        for family in [
            "a à ả ã á ạ",
            "ă ằ ẳ ẵ ắ ặ",
            "â ầ ẩ ẫ ấ ậ",
            "e è ẻ ẽ é ẹ",
            "ê ề ể ễ ế ệ",
            "i ì ỉ ĩ í ị",
            "o ò ỏ õ ó ọ",
            "ô ồ ổ ỗ ố ộ",
            "ơ ờ ở ỡ ớ ợ",
            "u ù ủ ũ ú ụ",
            "ư ừ ử ữ ứ ự",
            "y ỳ ỷ ỹ ý ỵ",
        ] {
            assert_in_order(&family.split(' ').collect::<Vec<_>>(), text_key);
        }
    }

    #[test]
    fn a_tone_weighs_less_than_the_letters_after_it() {
        assert_in_order(&["hoa", "hóa", "hoan", "hoàn", "hoang"], text_key);
    }

    #[test]
    fn people_stand_by_given_then_family_then_middle_name() {
        assert_in_order(
            &[
                "Trần Thị An",
                "Nguyễn Văn Ân",
                "Đặng Văn Bình",
                "Lê Thị Bình",
                "Lê Văn Bình",
                "Nguyễn Đức Dũng",
                "Hoàng Thị Điệp",
                "Lê Hương",
                "Lê Thị Hương",
                "Nguyễn Thị Hường",
            ],
            person_key,
        );
    }

    #[test]
    fn a_short_family_name_stands_before_a_longer_one_whatever_the_middle_name() {
        assert_in_order(&["Lê Xuân An", "Lều Bá An"], person_key);
    }

    #[test]
    fn case_and_joined_or_parted_marks_do_not_change_the_place() {
        assert_eq!(person_key("NGUYỄN THỊ HƯỜNG"), person_key("Nguyễn Thị Hường"));
        assert_eq!(text_key("Hu\u{31b}o\u{31b}\u{300}ng"), text_key("Hường"));
    }

    #[test]
    fn numbers_in_names_of_units_stand_by_size() {
        assert_in_order(&["Chuyền 2", "Chuyền 10", "Chuyền may 1"], text_key);
    }

    proptest! {
        #[test]
        fn a_key_of_text_holds_no_zero_byte(text in any::<String>()) {
            prop_assert!(!text_key(&text).contains(&0));
        }
    }
}
