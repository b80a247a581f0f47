//! Cells that say one plain thing: a text, a mark, a number, a telephone.

use crate::money::Dong;
use crate::vietnamese::{clean, fold};

use super::cells::{Entry, Value};
use super::finding::Finding;

/// Any mark but a no.
pub fn is_marked(text: &str) -> bool {
    let folded = fold(text);
    !is_dash(text) && !matches!(folded.as_str(), "0" | "khong" | "ko" | "k" | "chua" | "false" | "no")
}

/// Blank, or a dash that stands for blank.
pub fn is_dash(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || "-–—_.…/\u{200b}".contains(letter))
}

/// Cleaned text; a dash is a blank.
pub fn keep_text(name: &'static str, shown: &str, entry: &mut Entry) {
    let text = clean(shown);
    if !is_dash(&text) {
        entry.values.insert(name, Value::Text(text));
    }
}

/// A number as `read` reads it; what it cannot read is said.
pub fn keep_number(name: &'static str, shown: &str, read: impl Fn(&str) -> Option<i64>, entry: &mut Entry) {
    if is_dash(shown) {
        return;
    }
    match read(shown) {
        Some(number) => {
            entry.values.insert(name, Value::Number(number));
        }
        None => {
            entry.findings.insert(Finding::NumberUnreadable);
        }
    }
}

/// A whole number; thousands may be grouped.
pub fn count(text: &str) -> Option<i64> {
    Dong::read(text).map(|number| number.0)
}

/// "9,5", "9.5 điểm", "95%" in hundredths; a third decimal is no rounding matter of the intake.
pub fn hundredths(text: &str) -> Option<i64> {
    let folded = fold(text);
    let bare = folded.trim_end_matches(['%', ' ']).trim_end_matches("diem").trim();
    let (sign, bare) = bare.strip_prefix('-').map_or((1, bare), |rest| (-1, rest));
    let (whole, part) = bare.split_once([',', '.']).unwrap_or((bare, ""));
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !figures(whole) || !figures(part) || part.trim_end_matches('0').len() > 2 {
        return None;
    }
    let part: i64 = format!("{part:0<2}").get(..2)?.parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part).map(|number| number * sign)
}

/// A cell with fewer digits holds no telephone number.
const LEAST_PHONE: usize = 6;

/// Telephone: digits only, with the zero that Excel took or +84 stands for.
pub fn read_phone(name: &'static str, shown: &str, entry: &mut Entry) {
    let text = clean(shown);
    if is_dash(&text) {
        return;
    }
    let is_international = text.starts_with("+84") || text.starts_with("(+84") || text.starts_with("0084");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < LEAST_PHONE {
        entry.findings.insert(Finding::NumberUnreadable);
        return;
    }
    let bare = match (is_international, digits.as_str()) {
        (true, digits) => {
            digits.trim_start_matches("00").strip_prefix("84").map(|rest| format!("0{}", rest.trim_start_matches('0')))
        }
        (false, digits) if digits.len() == 11 && digits.starts_with("84") => {
            digits.strip_prefix("84").map(|rest| format!("0{rest}"))
        }
        (false, digits) if digits.len() == 9 && !digits.starts_with('0') => Some(format!("0{digits}")),
        _ => None,
    };
    let has_words = text.chars().any(|letter| letter.is_alphabetic() || ";/,".contains(letter));
    let number = match bare {
        Some(number) if !has_words => {
            entry.findings.insert(Finding::PhoneZero);
            number
        }
        _ if !has_words && (9..=11).contains(&digits.len()) => digits,
        _ => text,
    };
    entry.values.insert(name, Value::Text(number));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn phone_numbers_get_their_zero_back() {
        let phone = |text: &str| {
            let mut entry = Entry::of("S", 1);
            read_phone("phone", text, &mut entry);
            (entry.text("phone").to_owned(), !entry.findings.is_empty())
        };
        assert_eq!(phone("955416806"), ("0955416806".into(), true));
        assert_eq!(phone("+84956674145"), ("0956674145".into(), true));
        assert_eq!(phone("(+84) 956 674 145"), ("0956674145".into(), true));
        assert_eq!(phone("0952 560 319"), ("0952560319".into(), false));
        assert_eq!(phone("0226.3851234"), ("02263851234".into(), false));
        assert_eq!(phone("không có máy"), (String::new(), true));
        assert_eq!(phone("0912345678 / 0987654321"), ("0912345678 / 0987654321".into(), false));
    }

    #[test]
    fn numbers_are_read_as_lists_write_them_and_half_numbers_are_not_guessed() {
        assert_eq!(
            ["9,5", "9.5 điểm", "95%", "-2", "10,25", "7.50"].map(hundredths),
            [Some(950), Some(950), Some(9500), Some(-200), Some(1025), Some(750)]
        );
        assert_eq!(["", "9,555", "chín", "9,5,5", ",5"].map(hundredths), [None; 5]);
        assert_eq!(["12", "1.234", "1 234", "12,5", "mười"].map(count), [Some(12), Some(1234), Some(1234), None, None]);
    }

    #[test]
    fn marks_are_anything_but_a_no() {
        for yes in ["x", "X", "✓", "1", "có", "v", "Đảng viên"] {
            assert!(is_marked(yes), "{yes}");
        }
        for no in ["", " ", "-", "0", "Không", "chưa"] {
            assert!(!is_marked(no), "{no}");
        }
    }
}
