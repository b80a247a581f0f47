//! Days as an office writes them: some known to the day, some to the month, some only to the year.

mod reading;
mod written;

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

pub use reading::{DateNote, DateReading, excel_day, read_date};

/// How exactly a day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Only the year.
    Year,
    /// Month and year.
    Month,
    /// To the day.
    Day,
}

/// A day known to the day, the month or the year; always one that exists.
///
/// In the file `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; shown as `yyyy`, `mm/yyyy`, `dd/mm/yyyy`. Sorts by time; a year stands
/// before its months, a month before its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "Parts", into = "Parts")]
#[ts(as = "Parts")]
pub struct PartialDate {
    /// The first day that it may be.
    first: NaiveDate,
    precision: Precision,
}

/// The same in JSON: absent parts are left out.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "PartialDate")]
struct Parts {
    y: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    m: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    d: Option<u32>,
    #[serde(default)]
    #[ts(optional)]
    precision: Option<Precision>,
}

impl PartialDate {
    /// The day, month or year, when it exists. Years have four figures; a day needs its month.
    pub fn new(year: i32, month: Option<u32>, day: Option<u32>) -> Option<PartialDate> {
        let precision = match (month, day) {
            (None, None) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
            (None, Some(_)) => return None,
        };
        if !(1000..=9999).contains(&year) {
            return None;
        }
        let first = NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1))?;
        Some(PartialDate { first, precision })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// The month, 1 to 12, when it is known.
    pub fn month(self) -> Option<u32> {
        (self.precision >= Precision::Month).then(|| self.first.month())
    }

    /// The day of the month, when it is known.
    pub fn day(self) -> Option<u32> {
        self.known_day().map(|day| day.day())
    }

    /// How exactly it is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The first day that it may be.
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The last day that it may be.
    pub fn last_day(self) -> NaiveDate {
        let months = match self.precision {
            Precision::Year => 12,
            Precision::Month => 1,
            Precision::Day => return self.first,
        };
        let next = self.first.checked_add_months(Months::new(months));
        next.and_then(|next| next.pred_opt()).unwrap_or(self.first)
    }

    /// The whole day, when it is known to the day.
    pub fn known_day(self) -> Option<NaiveDate> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, as it stands in the file.
    pub fn iso(self) -> String {
        let pattern = match self.precision {
            Precision::Year => "%Y",
            Precision::Month => "%Y-%m",
            Precision::Day => "%Y-%m-%d",
        };
        self.first.format(pattern).to_string()
    }

    /// Reads exactly what [`PartialDate::iso`] writes.
    pub fn from_iso(text: &str) -> Option<PartialDate> {
        let mut parts = text.split('-');
        let mut part = |figures: usize| match parts.next() {
            Some(part) if part.len() == figures && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(part.parse::<u32>().ok())
            }
            Some(_) => Some(None),
            None => None,
        };
        let year = i32::try_from(part(4)??).ok()?;
        let (month, day) = (part(2), part(2));
        if part(2).is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        PartialDate::new(year, month.flatten(), day.flatten())
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        PartialDate { first: day, precision: Precision::Day }
    }
}

/// `dd/mm/yyyy`, `mm/yyyy` or `yyyy`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, month, year) = (self.first.day(), self.first.month(), self.first.year());
        f.pad(&match self.precision {
            Precision::Year => format!("{year:04}"),
            Precision::Month => format!("{month:02}/{year:04}"),
            Precision::Day => format!("{day:02}/{month:02}/{year:04}"),
        })
    }
}

impl TryFrom<Parts> for PartialDate {
    type Error = String;

    fn try_from(parts: Parts) -> Result<Self, String> {
        let date =
            PartialDate::new(parts.y, parts.m, parts.d).ok_or_else(|| "Ngày này không có trong lịch.".to_owned())?;
        match parts.precision {
            Some(precision) if precision != date.precision() => {
                Err("Độ chính xác không khớp với ngày, tháng, năm đã ghi.".to_owned())
            }
            _ => Ok(date),
        }
    }
}

impl From<PartialDate> for Parts {
    fn from(date: PartialDate) -> Self {
        Parts { y: date.year(), m: date.month(), d: date.day(), precision: Some(date.precision()) }
    }
}

impl ToSql for PartialDate {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.iso().into())
    }
}

impl FromSql for PartialDate {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        PartialDate::from_iso(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

/// A day as paper and page show it: `dd/mm/yyyy`.
pub fn shown(day: NaiveDate) -> String {
    PartialDate::from(day).to_string()
}

/// A day as the head of a paper writes it: `ngày 05 tháng 01 năm 2026` (NĐ 30/2020: days below 10 and months 1 and 2 with a
/// zero in front).
pub fn written_out(day: NaiveDate) -> String {
    let month = if day.month() < 3 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::from_iso(text).unwrap()
    }

    #[test]
    fn a_date_is_stored_shown_and_sent_in_three_precisions() {
        for (iso, shown, json) in [
            ("1987-09-05", "05/09/1987", r#"{"y":1987,"m":9,"d":5,"precision":"day"}"#),
            ("1987-09", "09/1987", r#"{"y":1987,"m":9,"precision":"month"}"#),
            ("1987", "1987", r#"{"y":1987,"precision":"year"}"#),
        ] {
            assert_eq!(date(iso).iso(), iso);
            assert_eq!(date(iso).to_string(), shown);
            assert_eq!(serde_json::to_string(&date(iso)).unwrap(), json);
            assert_eq!(serde_json::from_str::<PartialDate>(json).unwrap(), date(iso));
        }
        assert_eq!(
            serde_json::from_str::<PartialDate>(r#"{"y":1990,"precision":"day","m":6,"d":20}"#).unwrap(),
            date("1990-06-20")
        );
        assert_eq!(serde_json::from_str::<PartialDate>(r#"{"y":1990}"#).unwrap(), date("1990"));
    }

    #[test]
    fn a_date_that_does_not_exist_cannot_be_made() {
        for json in [
            r#"{"y":1987,"m":2,"d":31}"#,
            r#"{"y":1987,"m":13}"#,
            r#"{"y":1987,"d":5}"#,
            r#"{"y":87}"#,
            r#"{"y":1987,"precision":"day"}"#,
        ] {
            assert!(serde_json::from_str::<PartialDate>(json).is_err(), "{json}");
        }
        for text in
            ["", "87", "1987-", "1987-9", "1987-13", "1987-02-29", "1987-09-05-01", "1987/09/05", "+987", "05-09-1987"]
        {
            assert_eq!(PartialDate::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn a_partial_date_spans_its_days() {
        for (iso, first, last) in [
            ("1987", "1987-01-01", "1987-12-31"),
            ("1988-02", "1988-02-01", "1988-02-29"),
            ("1987-02", "1987-02-01", "1987-02-28"),
            ("1987-09", "1987-09-01", "1987-09-30"),
            ("1987-09-05", "1987-09-05", "1987-09-05"),
        ] {
            assert_eq!(
                (date(iso).first_day().to_string(), date(iso).last_day().to_string()),
                (first.into(), last.into())
            );
        }
        assert_eq!(date("1987-09").known_day(), None);
    }

    #[test]
    fn a_date_in_the_file_sorts_as_text_and_comes_back() {
        let db = crate::file::in_memory().unwrap();
        let back: (PartialDate, String) =
            db.query_row("select ?1, ?1", [date("1987-09")], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(back, (date("1987-09"), "1987-09".to_owned()));
        assert!(db.query_row("select '1987-13'", [], |row| row.get::<_, PartialDate>(0)).is_err());
    }

    #[test]
    fn days_are_shown_and_written_out_as_on_paper() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(shown(day("2026-01-05")), "05/01/2026");
        assert_eq!(written_out(day("2026-01-05")), "ngày 05 tháng 01 năm 2026");
        assert_eq!(written_out(day("2026-03-15")), "ngày 15 tháng 3 năm 2026");
        assert_eq!(written_out(day("2026-11-22")), "ngày 22 tháng 11 năm 2026");
    }

    proptest! {
        #[test]
        fn dates_sort_like_their_text(a in (1000..9999_i32, 1..13_u32, 1..29_u32, 0..3_u8), b in (1000..9999_i32, 1..13_u32, 1..29_u32, 0..3_u8)) {
            let make = |(y, m, d, precision): (i32, u32, u32, u8)| PartialDate::new(y, (precision > 0).then_some(m), (precision > 1).then_some(d)).unwrap();
            let (a, b) = (make(a), make(b));
            prop_assert_eq!(a.cmp(&b), a.iso().cmp(&b.iso()));
        }
    }
}
