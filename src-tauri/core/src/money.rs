//! Money is whole đồng, coefficients are hundredths: no floats.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

/// An amount in đồng.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Dong(pub i64);

/// A coefficient in hundredths: `Hundredths(30)` is 0,3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Hundredths(pub i64);

/// How a bonus is rounded to 10,000 đồng: a setting of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// Up, as NĐ 98/2023 says ("làm tròn số lên hàng chục nghìn đồng").
    #[default]
    Up,
    /// To the nearest, a half goes up, as a published answer computes.
    Nearest,
}

/// Bonuses are paid in steps of this many đồng.
const STEP: i128 = 10_000;

/// Bonus of one award: base salary × coefficient, rounded to 10,000 đồng.
///
/// `base` is the base salary in force on the decision day. NĐ 98/2023 (art. 54–58) says "lên"; a published answer rounds to
/// the nearest, so rounding is a setting of the office. Nothing when the amount is beyond what can be written down.
pub fn bonus(base: Dong, coefficient: Hundredths, rounding: Rounding) -> Option<Dong> {
    // In hundredths of a đồng, so that nothing is lost before the one rounding.
    let exact = i128::from(base.0).checked_mul(i128::from(coefficient.0))?;
    let step = STEP * 100;
    let lower = exact.div_euclid(step);
    let rest = exact.rem_euclid(step);
    let goes_up = match rounding {
        Rounding::Up => rest > 0,
        Rounding::Nearest => rest * 2 >= step,
    };
    let steps = lower + i128::from(goes_up);
    i64::try_from(steps.checked_mul(STEP)?).ok().map(Dong)
}

impl Dong {
    /// Nothing.
    pub const ZERO: Dong = Dong(0);

    /// The sum, or nothing when it is beyond what can be written down.
    #[must_use]
    pub fn checked_add(self, other: Dong) -> Option<Dong> {
        self.0.checked_add(other.0).map(Dong)
    }

    /// The difference, or nothing when it is beyond what can be written down.
    #[must_use]
    pub fn checked_sub(self, other: Dong) -> Option<Dong> {
        self.0.checked_sub(other.0).map(Dong)
    }

    /// So many times this amount, or nothing when it is beyond what can be written down.
    #[must_use]
    pub fn checked_mul(self, times: i64) -> Option<Dong> {
        self.0.checked_mul(times).map(Dong)
    }

    /// The total, or nothing when it is beyond what can be written down.
    pub fn total(amounts: impl IntoIterator<Item = Dong>) -> Option<Dong> {
        amounts.into_iter().try_fold(Dong::ZERO, Dong::checked_add)
    }

    /// Reads "1.234.567", "1234567", "1.234.567 đ", "1,234,567 đồng". Groups must be whole, so "1.5" is refused.
    pub fn read(text: &str) -> Option<Dong> {
        let text = crate::vietnamese::clean(text).to_lowercase();
        let figures =
            ["đồng", "vnđ", "vnd", "đ", "₫"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text).trim();
        let (sign, figures) = figures.strip_prefix('-').map_or((1, figures), |rest| (-1, rest));
        let grouped = |mark: char| {
            let mut groups = figures.split(mark);
            let first = groups.next().unwrap_or_default();
            (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
        };
        let plain = figures.chars().all(|figure| figure.is_ascii_digit());
        let mark = ['.', ',', ' '].into_iter().find(|mark| figures.contains(*mark));
        if !plain && !mark.is_some_and(grouped) {
            return None;
        }
        let digits: String = mark.map_or_else(|| figures.to_owned(), |mark| figures.replace(mark, ""));
        if !digits.chars().all(|figure| figure.is_ascii_digit()) {
            return None;
        }
        digits.parse::<i64>().ok()?.checked_mul(sign).map(Dong)
    }
}

/// `1.234.567`, without a unit.
impl fmt::Display for Dong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        f.pad_integral(self.0 >= 0, "", &grouped)
    }
}

/// `0,3`, `1`, `0,15`: a decimal comma, no needless zeros.
impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let sign = if self.0 < 0 { "-" } else { "" };
        let text = match part {
            0 => format!("{sign}{whole}"),
            _ if part.is_multiple_of(10) => format!("{sign}{whole},{}", part / 10),
            _ => format!("{sign}{whole},{part:02}"),
        };
        f.pad(&text)
    }
}

impl Hundredths {
    /// The same with dots between thousands, as figures stand on paper: "1.536", "16,7".
    pub fn grouped(self) -> String {
        let text = self.to_string();
        let whole = Dong(self.0 / 100);
        match text.split_once(',') {
            _ if self.0.unsigned_abs() < 100_000 => text,
            Some((_, part)) => format!("{whole},{part}"),
            None => whole.to_string(),
        }
    }

    /// Reads "0,3", "0.15", "1". More than two decimals are refused.
    pub fn read(text: &str) -> Option<Hundredths> {
        let text = crate::vietnamese::clean(text);
        let (whole, part) = text.split_once([',', '.']).unwrap_or((&text, ""));
        let digits = |text: &str| text.chars().all(|digit| digit.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 2 || text.ends_with([',', '.']) {
            return None;
        }
        let part = format!("{part:0<2}").parse::<i64>().ok()?;
        whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part).map(Hundredths)
    }
}

impl ToSql for Dong {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Dong {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i64::column_result(value).map(Dong)
    }
}

impl ToSql for Hundredths {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Hundredths {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i64::column_result(value).map(Hundredths)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bonuses_are_those_worked_out_by_hand() {
        for (base, coefficient, up, nearest) in [
            (2_340_000, 15, 360_000, 350_000),
            (2_340_000, 30, 710_000, 700_000),
            (2_340_000, 60, 1_410_000, 1_400_000),
            (2_340_000, 100, 2_340_000, 2_340_000),
            (1_490_000, 15, 230_000, 220_000),
            (1_490_000, 30, 450_000, 450_000),
            (0, 30, 0, 0),
            (2_340_000, 0, 0, 0),
            // 5,000 đồng lie in the middle
            (500_000, 1, 10_000, 10_000),
            (499_999, 1, 10_000, 0),
        ] {
            assert_eq!(
                bonus(Dong(base), Hundredths(coefficient), Rounding::Up),
                Some(Dong(up)),
                "{base} × {coefficient}"
            );
            assert_eq!(
                bonus(Dong(base), Hundredths(coefficient), Rounding::Nearest),
                Some(Dong(nearest)),
                "{base} × {coefficient}"
            );
        }
    }

    #[test]
    fn an_amount_too_large_to_write_is_nothing_not_a_wrong_figure() {
        assert_eq!(bonus(Dong(i64::MAX), Hundredths(100), Rounding::Up), None);
        assert_eq!(bonus(Dong(i64::MAX), Hundredths(i64::MAX), Rounding::Up), None);
        assert_eq!(Dong(i64::MAX).checked_add(Dong(1)), None);
        assert_eq!(Dong::total([Dong(i64::MAX), Dong(1)]), None);
        assert_eq!(Dong(i64::MIN).checked_sub(Dong(1)), None);
        assert_eq!(Dong(i64::MAX).checked_mul(2), None);
    }

    #[test]
    fn figures_on_paper_have_dots_between_thousands() {
        let cases = [(153_600, "1.536"), (591_250, "5.912,5"), (1_670, "16,7"), (-50, "-0,5"), (99_999, "999,99")];
        for (hundredths, shown) in cases {
            assert_eq!(Hundredths(hundredths).grouped(), shown);
        }
    }

    #[test]
    fn amounts_are_shown_in_groups_of_three() {
        for (amount, shown) in [
            (0, "0"),
            (7, "7"),
            (999, "999"),
            (1_000, "1.000"),
            (1_234_567, "1.234.567"),
            (33_000_000, "33.000.000"),
            (-1_500, "-1.500"),
        ] {
            assert_eq!(Dong(amount).to_string(), shown);
            assert_eq!(Dong::read(shown), Some(Dong(amount)));
        }
        assert!(Dong(i64::MIN).to_string().starts_with("-9.223."));
    }

    #[test]
    fn amounts_are_read_as_clerks_type_them() {
        for (text, amount) in [
            ("1.234.567 đ", 1_234_567),
            ("1,234,567", 1_234_567),
            ("1 234 567", 1_234_567),
            ("1234567 đồng", 1_234_567),
            ("500.000₫", 500_000),
            (" 2.000.000 VNĐ", 2_000_000),
        ] {
            assert_eq!(Dong::read(text), Some(Dong(amount)), "{text}");
        }
        for text in ["", "đ", "1.5", "1.2345", "1.234,5", "1.234,567", "mười", "1e6", "--5", "12.34.567"] {
            assert_eq!(Dong::read(text), None, "{text}");
        }
    }

    #[test]
    fn coefficients_are_shown_and_read_with_a_decimal_comma() {
        for (hundredths, shown) in [(30, "0,3"), (15, "0,15"), (100, "1"), (5, "0,05"), (250, "2,5"), (0, "0")] {
            assert_eq!(Hundredths(hundredths).to_string(), shown);
            assert_eq!(Hundredths::read(shown), Some(Hundredths(hundredths)));
        }
        assert_eq!(Hundredths::read("0.15"), Some(Hundredths(15)));
        for text in ["", ",5", "1,", "0,155", "-1", "a"] {
            assert_eq!(Hundredths::read(text), None, "{text}");
        }
    }

    #[test]
    fn money_is_a_plain_number_in_json_and_an_integer_in_the_file() {
        assert_eq!(serde_json::to_string(&Dong(710_000)).unwrap(), "710000");
        assert_eq!(serde_json::from_str::<Hundredths>("30").unwrap(), Hundredths(30));
        let db = crate::file::in_memory().unwrap();
        let back: (Dong, Hundredths, String) = db
            .query_row("select ?1, ?2, typeof(?1)", (Dong(710_000), Hundredths(30)), |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .unwrap();
        assert_eq!(back, (Dong(710_000), Hundredths(30), "integer".to_owned()));
    }

    proptest! {
        #[test]
        fn a_bonus_is_a_whole_step_close_to_the_exact_amount(base in 0_i64..100_000_000, coefficient in 0_i64..10_000) {
            let exact = base * coefficient; // hundredths of a đồng
            let up = bonus(Dong(base), Hundredths(coefficient), Rounding::Up).unwrap().0;
            let nearest = bonus(Dong(base), Hundredths(coefficient), Rounding::Nearest).unwrap().0;
            prop_assert!(up % 10_000 == 0 && nearest % 10_000 == 0);
            prop_assert!((0..1_000_000).contains(&(up * 100 - exact)));
            prop_assert!((nearest * 100 - exact).abs() <= 500_000);
        }

        #[test]
        fn an_amount_shown_reads_back(amount in any::<i64>().prop_filter("the smallest has no positive", |n| *n != i64::MIN)) {
            prop_assert_eq!(Dong::read(&Dong(amount).to_string()), Some(Dong(amount)));
        }
    }
}
