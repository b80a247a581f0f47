//! Shares and percentages, rounded as reports print them: a half goes up.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A share as reports print it, rounded once: "194 %", "16,7 %"; nothing where there is no whole. The page gets the words, a
/// workbook the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ts_rs::TS)]
#[ts(type = "string")]
pub struct Share(Option<Rounded>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rounded {
    Percents(i64),
    Tenths(i64),
}

impl Share {
    /// Whether there was no whole.
    pub fn is_empty(self) -> bool {
        self.0.is_none()
    }

    /// Whether it is given with one decimal.
    pub fn has_tenths(self) -> bool {
        matches!(self.0, Some(Rounded::Tenths(_)))
    }

    /// The share of 1 in digits, as a workbook keeps it: "1.94" for 194 %; none where there is no whole.
    pub fn of_one(self) -> Option<String> {
        self.0.map(|rounded| match rounded {
            Rounded::Percents(percents) => format!("{}.{:02}", percents / 100, percents % 100),
            Rounded::Tenths(tenths) => format!("{}.{:03}", tenths / 1000, tenths % 1000),
        })
    }

    fn read(words: &str) -> Option<Self> {
        if words.is_empty() {
            return Some(Self(None));
        }
        let figure = words.strip_suffix(" %")?;
        let rounded = match figure.split_once(',') {
            Some((whole, tenth)) if tenth.len() == 1 => {
                Rounded::Tenths(whole.parse::<i64>().ok()?.checked_mul(10)? + tenth.parse::<i64>().ok()?)
            }
            Some(_) => return None,
            None => Rounded::Percents(figure.parse().ok()?),
        };
        Some(Self(Some(rounded)))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => Ok(()),
            Some(Rounded::Percents(percents)) => write!(f, "{percents} %"),
            Some(Rounded::Tenths(tenths)) => write!(f, "{},{} %", tenths / 10, tenths % 10),
        }
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = String::deserialize(deserializer)?;
        Self::read(&words).ok_or_else(|| D::Error::custom("a share looks like \"16,7 %\""))
    }
}

/// `part` of `whole`, counted in `per` (100: per cent, 1000: tenths of a per cent); none when there is no whole.
pub fn rounded(part: i64, whole: i64, per: i64) -> Option<i64> {
    let (part, whole, per) = (i128::from(part), i128::from(whole), i128::from(per));
    if whole <= 0 {
        return None;
    }
    i64::try_from((2 * part * per + whole).div_euclid(2 * whole)).ok()
}

/// "194 %": whole per cents.
pub fn percent(part: i64, whole: i64) -> Share {
    Share(rounded(part, whole, 100).map(Rounded::Percents))
}

/// "16,7 %": with one decimal.
pub fn percent_with_tenths(part: i64, whole: i64) -> Share {
    Share(rounded(part, whole, 1000).map(Rounded::Tenths))
}

/// "1.536": a count as the office writes it.
pub fn grouped(count: i64) -> String {
    crate::money::Dong(count).to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn a_result_above_its_target_is_a_result() {
        assert_eq!(percent(209, 108).to_string(), "194 %");
        assert_eq!(percent_with_tenths(1536, 9196).to_string(), "16,7 %");
        assert_eq!(percent(1, 8).to_string(), "13 %");
        assert_eq!(percent(1, 3).to_string(), "33 %");
        assert_eq!(percent(5, 0).to_string(), "");
    }

    #[test]
    fn a_percentage_is_rounded_once_and_not_by_way_of_its_tenths() {
        let both = (percent(19346, 10000), percent_with_tenths(19346, 10000));
        assert_eq!((both.0.to_string(), both.1.to_string()), ("193 %".into(), "193,5 %".into()));
    }

    #[test]
    fn a_workbook_gets_the_share_of_one_and_the_page_its_words() {
        let shares = [percent(209, 108), percent(1, 20), percent_with_tenths(1536, 9196), percent_with_tenths(1, 1)];
        let digits = ["1.94", "0.05", "0.167", "1.000"];
        assert_eq!(shares.map(Share::of_one), digits.map(|digits| Some(digits.to_owned())));
        assert_eq!(percent(5, 0).of_one(), None);
        for share in shares.into_iter().chain([percent(5, 0)]) {
            let words = serde_json::to_value(share).unwrap();
            assert_eq!(words.as_str().unwrap(), share.to_string());
            assert_eq!(serde_json::from_value::<Share>(words).unwrap(), share);
        }
        assert!(serde_json::from_str::<Share>("\"16,75 %\"").is_err());
    }
}
