//! Reading dates as clerks write them. The day always comes first, unless the year does.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::PartialDate;
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
    match written(&tokens) {
        None => DateReading::Unreadable,
        Some(written) => written.resolve(latest, notes),
    }
}

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    /// A run of figures.
    Figures(&'a str),
    /// An English month, as Excel writes it in lists from English computers.
    Month(u32),
}

const ENGLISH_MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WORDS: [&str; 8] = ["ngay", "thang", "nam", "thg", "th", "sinh", "sn", "ns"];

/// Figures and months; nothing when a word or sign stands there that no date has.
fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same_kind = |letter: char| {
            letter.is_ascii_digit() == first.is_ascii_digit() && letter.is_alphabetic() == first.is_alphabetic()
        };
        let (run, after) = rest.split_at(rest.find(|letter| !same_kind(letter)).unwrap_or(rest.len()));
        rest = after;
        if first.is_ascii_digit() {
            tokens.push(Token::Figures(run));
        } else if let Some(month) = ENGLISH_MONTHS.iter().zip(1..).find(|(name, _)| **name == run) {
            tokens.push(Token::Month(month.1));
        } else if !WORDS.contains(&run) && run.chars().any(|letter| !" /-.,'_…".contains(letter)) {
            return None;
        }
    }
    Some(tokens)
}

/// Without "00:00:00", "12:00 am" or the tail of "1987-09-05T00:00:00".
fn without_time(text: &str) -> String {
    let is_time = |word: &str| word.contains(':') || ["am", "pm", "sa", "ch"].contains(&word);
    let day = match text.split_once('t') {
        Some((day, time)) if day.len() == 10 && is_time(time) => day,
        _ => text,
    };
    let words: Vec<&str> = day.split(' ').filter(|word| !is_time(word)).collect();
    words.join(" ")
}

/// A date taken apart, not yet known to exist.
struct Written {
    year: Year,
    month: Option<u32>,
    day: Option<u32>,
}

/// A year as it is written.
enum Year {
    /// All four figures.
    Whole(i32),
    /// The last two.
    Short(i32),
}

fn written(tokens: &[Token<'_>]) -> Option<Written> {
    use Token::{Figures, Month};
    match *tokens {
        [Figures(run)] => one_run(run),
        [Figures(month), Figures(year)] if year.len() == 4 => Written::of(year, Some(number(month)?), None),
        [Figures(year), Figures(month)] if year.len() == 4 => Written::of(year, Some(number(month)?), None),
        // "9/87" can only be a month and a year; "9/11" can be anything.
        [Figures(month), Figures(year)] if number(year)? > 31 => Written::of(year, Some(number(month)?), None),
        [Month(month), Figures(year)] => Written::of(year, Some(month), None),
        [Figures(year), Figures(month), Figures(day)] if year.len() == 4 => {
            Written::of(year, Some(number(month)?), Some(number(day)?))
        }
        [Figures(day), Figures(month), Figures(year)] => Written::of(year, Some(number(month)?), Some(number(day)?)),
        [Figures(day), Month(month), Figures(year)] => Written::of(year, Some(month), Some(number(day)?)),
        _ => None,
    }
}

/// Figures without anything between them: 1987, 091987, 050987, 5091987, 05091987, 19870905.
fn one_run(run: &str) -> Option<Written> {
    let split = |at: [usize; 2]| -> Option<(&str, &str, &str)> {
        let (first, rest) = run.split_at_checked(at[0])?;
        let (second, third) = rest.split_at_checked(at[1])?;
        Some((first, second, third))
    };
    let day_first =
        |(day, month, year): (&str, &str, &str)| Written::of(year, Some(number(month)?), Some(number(day)?));
    match run.len() {
        4 => Written::of(run, None, None).filter(Written::is_of_our_time),
        6 => {
            let (month, year, _) = split([2, 4])?;
            let month_and_year = Written::of(year, Some(number(month)?), None)
                .filter(|written| written.is_of_our_time() && written.exists());
            month_and_year.or_else(|| day_first(split([2, 2])?))
        }
        7 => day_first(split([1, 2])?),
        8 => {
            let (year, month, day) = split([4, 2])?;
            let year_first = || {
                Written::of(year, Some(number(month)?), Some(number(day)?))
                    .filter(|written| written.is_of_our_time() && written.exists())
            };
            let day_first = day_first(split([2, 2])?)?;
            if day_first.is_of_our_time() && day_first.exists() {
                Some(day_first)
            } else {
                year_first().or(Some(day_first))
            }
        }
        _ => None,
    }
}

/// A day or a month: one or two figures.
fn number(figures: &str) -> Option<u32> {
    (figures.len() <= 2).then(|| figures.parse().ok()).flatten()
}

impl Written {
    fn of(year: &str, month: Option<u32>, day: Option<u32>) -> Option<Written> {
        let figures = year.parse().ok()?;
        let year = match year.len() {
            4 => Year::Whole(figures),
            2 => Year::Short(figures),
            _ => return None,
        };
        Some(Written { year, month, day })
    }

    fn exists(&self) -> bool {
        match self.year {
            Year::Whole(year) => PartialDate::new(year, self.month, self.day).is_some(),
            Year::Short(_) => true,
        }
    }

    /// Nobody in the register was born before 1900 or will do anything after 2199.
    fn is_of_our_time(&self) -> bool {
        match self.year {
            Year::Whole(year) => (1900..2200).contains(&year),
            Year::Short(_) => true,
        }
    }

    fn resolve(self, latest: NaiveDate, mut notes: Vec<DateNote>) -> DateReading {
        let year = match self.year {
            Year::Whole(year) => year,
            Year::Short(short) => {
                notes.push(DateNote::TwoDigitYear);
                let this_century = latest.year().div_euclid(100) * 100 + short;
                let begins = (this_century, self.month.unwrap_or(1), self.day.unwrap_or(1));
                let is_past = begins <= (latest.year(), latest.month(), latest.day());
                if is_past { this_century } else { this_century - 100 }
            }
        };
        notes.sort_unstable();
        match PartialDate::new(year, self.month, self.day) {
            Some(date) => DateReading::Read(date, notes),
            None => DateReading::Impossible,
        }
    }
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
