//! A date taken apart: figures and words, and which of them is the day, the month and the year.

use chrono::{Datelike, NaiveDate};

use super::PartialDate;

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A run of figures.
    Figures(&'a str),
    /// An English month, as Excel writes it in lists from English computers.
    Month(u32),
}

const ENGLISH_MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WORDS: [&str; 8] = ["ngay", "thang", "nam", "thg", "th", "sinh", "sn", "ns"];

/// Figures and months; nothing when a word or sign stands there that no date has.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
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
pub(super) fn without_time(text: &str) -> String {
    let is_time = |word: &str| word.contains(':') || ["am", "pm", "sa", "ch"].contains(&word);
    let day = match text.split_once('t') {
        Some((day, time)) if day.len() == 10 && is_time(time) => day,
        _ => text,
    };
    let words: Vec<&str> = day.split(' ').filter(|word| !is_time(word)).collect();
    words.join(" ")
}

/// A date taken apart, not yet known to exist.
pub(super) struct Written {
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

/// Which part is the day, which the month, which the year; nothing when it cannot be told.
pub(super) fn written(tokens: &[Token<'_>]) -> Option<Written> {
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

    /// Whether the century is missing.
    pub(super) fn is_short(&self) -> bool {
        matches!(self.year, Year::Short(_))
    }

    /// The day, month or year in the calendar, when there is one.
    pub(super) fn resolve(self, latest: NaiveDate) -> Option<PartialDate> {
        let year = match self.year {
            Year::Whole(year) => year,
            Year::Short(short) => {
                let this_century = latest.year().div_euclid(100) * 100 + short;
                let begins = (this_century, self.month.unwrap_or(1), self.day.unwrap_or(1));
                let has_begun = begins <= (latest.year(), latest.month(), latest.day());
                if has_begun { this_century } else { this_century - 100 }
            }
        };
        PartialDate::new(year, self.month, self.day)
    }
}
