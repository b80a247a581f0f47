//! Reading dates as clerks write them. The day always comes first, unless the year does.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::PartialDate;
use super::written::{Token, tokens, without_time, written};
use crate::vietnamese::fold;

/// What became of a text that should be a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateReading {
    /// A date, and what had to be assumed.
    Read(PartialDate, Vec<DateNote>),
    /// It is written like a date, but there is no such day ("31/2/1984", "12/13/1995").
    Impossible,
    /// It is no date ("xem hồ sơ", "?").
    Unreadable,
}

/// What had to be assumed while reading a date. The words are those of the import's warnings, with `birth_` in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DateNote {
    /// The century was added: "5/3/81" read as 1981.
    TwoDigitYear,
    /// A plain number was read as Excel's count of days.
    Serial,
    /// An apostrophe in front was taken off.
    Apostrophe,
    /// A time of day was left out.
    TimeLeftOut,
}

/// The day that Excel's count of days means; `from_1904` for files of old Macs. Nothing outside 1900 to 2199, and nothing
/// for 29/02/1900, which only Excel knows.
pub fn excel_day(serial: i64, from_1904: bool) -> Option<NaiveDate> {
    let (start, days) = match (from_1904, serial) {
        (true, 0..) => (NaiveDate::from_ymd_opt(1904, 1, 1)?, serial),
        (false, 1..=59) => (NaiveDate::from_ymd_opt(1899, 12, 31)?, serial),
        (false, 61..) => (NaiveDate::from_ymd_opt(1899, 12, 30)?, serial),
        _ => return None,
    };
    let day = start.checked_add_days(Days::new(u64::try_from(days).ok()?))?;
    (1900..2200).contains(&day.year()).then_some(day)
}

/// Reads a date as a clerk writes it: 5/9/87, 05091987, 5-9-1987, 15.8.1975, "ngày 5 tháng 9 năm 1987", 9/1987, 1987,
/// '05/09/1987, 1987-09-05.
///
/// The day comes first, always, unless the year does. A year of two figures is the last such year that does not begin
/// after `latest` (today, or for a birth the last day on which a worker can be born).
pub fn read_date(text: &str, latest: NaiveDate) -> DateReading {
    let mut notes = Vec::new();
    let folded = fold(text);
    let bare = folded.trim_start_matches(['\'', ' ']);
    if bare.len() < folded.len() {
        notes.push(DateNote::Apostrophe);
    }
    let dated = without_time(bare);
    if dated.len() < bare.len() {
        notes.push(DateNote::TimeLeftOut);
    }
    let Some(tokens) = tokens(&dated) else { return DateReading::Unreadable };
    if let [Token::Figures(serial)] = tokens.as_slice()
        && serial.len() == 5
    {
        notes.push(DateNote::Serial);
        let day = serial.parse().ok().and_then(|serial| excel_day(serial, false));
        return day.map_or(DateReading::Unreadable, |day| DateReading::Read(day.into(), notes));
    }
    let Some(written) = written(&tokens) else { return DateReading::Unreadable };
    if written.is_short() {
        notes.push(DateNote::TwoDigitYear);
        notes.sort_unstable();
    }
    written.resolve(latest).map_or(DateReading::Impossible, |date| DateReading::Read(date, notes))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> DateReading {
        read_date(text, NaiveDate::from_ymd_opt(2024, 12, 31).unwrap())
    }

    fn assert_reads(text: &str, iso: &str, notes: &[DateNote]) {
        assert_eq!(read(text), DateReading::Read(PartialDate::from_iso(iso).unwrap(), notes.to_vec()), "{text}");
    }

    #[test]
    fn days_are_read_in_every_usual_spelling() {
        for text in [
            "5/9/1987",
            "05/09/1987",
            "5-9-1987",
            "5.9.1987",
            "05091987",
            "5091987",
            " 05 / 09 / 1987 ",
            "5 - 9 - 1987",
            "05/09-1987",
            "ngày 5 tháng 9 năm 1987",
            "Ngày 05/09/1987",
            "NGÀY 05 THÁNG 09 NĂM 1987",
            "05 tháng 9, 1987",
            "1987-09-05",
            "1987/9/5",
            "19870905",
            "5/9/1987.",
            "05\u{a0}/09/1987",
            "5-Sep-1987",
            "05-thg9-1987",
            "sinh ngày 5/9/1987",
            "05–09–1987",
        ] {
            assert_reads(text, "1987-09-05", &[]);
        }
        assert_reads("15.8.1975", "1975-08-15", &[]);
    }

    #[test]
    fn months_and_years_are_read() {
        for text in [
            "9/1987",
            "09/1987",
            "9-1987",
            "tháng 9 năm 1987",
            "1987-09",
            "091987",
            "Sep 1987",
            "Tháng 9/1987",
            "thg9-1987",
        ] {
            assert_reads(text, "1987-09", &[]);
        }
        for text in ["1987", "năm 1987", "SN 1987", "../../1987", "__/__/1987", "sinh năm 1987"] {
            assert_reads(text, "1987", &[]);
        }
    }

    #[test]
    fn a_year_of_two_figures_is_the_last_one_that_has_begun() {
        assert_reads("5/9/87", "1987-09-05", &[DateNote::TwoDigitYear]);
        assert_reads("5/3/81", "1981-03-05", &[DateNote::TwoDigitYear]);
        assert_reads("050987", "1987-09-05", &[DateNote::TwoDigitYear]);
        assert_reads("5/9/'87", "1987-09-05", &[DateNote::TwoDigitYear]);
        assert_reads("9/87", "1987-09", &[DateNote::TwoDigitYear]);
        assert_reads("31/12/24", "2024-12-31", &[DateNote::TwoDigitYear]);
        assert_reads("1/1/25", "1925-01-01", &[DateNote::TwoDigitYear]);
        assert_reads("1/1/00", "2000-01-01", &[DateNote::TwoDigitYear]);
    }

    #[test]
    fn an_apostrophe_a_time_and_a_count_of_days_are_told() {
        assert_reads("'05/09/1987", "1987-09-05", &[DateNote::Apostrophe]);
        assert_reads("’05/09/1987", "1987-09-05", &[DateNote::Apostrophe]);
        assert_reads("5/9/1987 00:00:00", "1987-09-05", &[DateNote::TimeLeftOut]);
        assert_reads("1987-09-05T00:00:00", "1987-09-05", &[DateNote::TimeLeftOut]);
        assert_reads("5/9/1987 12:00 AM", "1987-09-05", &[DateNote::TimeLeftOut]);
        assert_reads("32025", "1987-09-05", &[DateNote::Serial]);
    }

    #[test]
    fn days_that_do_not_exist_are_told_apart_from_what_is_no_date() {
        for text in [
            "31/2/1984",
            "31/4/1978",
            "12/13/1995",
            "30/02/1970",
            "29/02/1973",
            "00/00/1985",
            "0/9/1987",
            "13/1987",
            "32/1/87",
            "31021984",
            "1987-02-30",
            "5/9/0087",
        ] {
            assert_eq!(read(text), DateReading::Impossible, "{text}");
        }
        for text in [
            "xem hồ sơ",
            "?",
            "không rõ",
            "",
            " ",
            "-",
            "5/9",
            "9/11",
            "87",
            "5/9/198",
            "5/9/19877",
            "1/2/3/4",
            "khoảng 1987",
            "x",
            "0987654321",
            "036087123456",
            "12",
            "2999999",
        ] {
            assert!(matches!(read(text), DateReading::Unreadable | DateReading::Impossible), "{text}");
        }
        for text in ["xem hồ sơ", "?", "không rõ", "", "5/9", "khoảng 1987", "5/9/198"] {
            assert_eq!(read(text), DateReading::Unreadable, "{text}");
        }
    }

    #[test]
    fn a_real_day_far_away_is_read_and_left_to_the_rule_about_working_lives() {
        assert_reads("22/12/2083", "2083-12-22", &[]);
        assert_reads("2082", "2082", &[]);
    }

    #[test]
    fn excel_counts_days_from_two_starts() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        for (serial, from_1904, expected) in [
            (1, false, day("1900-01-01")),
            (59, false, day("1900-02-28")),
            (60, false, None),
            (61, false, day("1900-03-01")),
            (32025, false, day("1987-09-05")),
            (30563, true, day("1987-09-05")),
            (0, true, day("1904-01-01")),
            (0, false, None),
            (-1, true, None),
            (200_000, false, None),
            (i64::MAX, false, None),
        ] {
            assert_eq!(excel_day(serial, from_1904), expected, "{serial}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_stumble(text in any::<String>()) {
            read(&text);
        }

        #[test]
        fn no_figures_and_signs_make_the_reader_stumble(text in "[0-9/.\\-: 'tT]{0,14}") {
            read(&text);
        }

        #[test]
        fn every_day_shown_reads_back(days in 0..100_000_u64) {
            let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(days);
            let date = PartialDate::from(day);
            for text in [date.to_string(), date.iso(), day.format("%d%m%Y").to_string(), day.format("ngày %-d tháng %-m năm %Y").to_string()] {
                prop_assert_eq!(read(&text), DateReading::Read(date, vec![]));
            }
        }
    }
}
