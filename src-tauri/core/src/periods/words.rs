//! The closed sets of periods, and the days that a calendar gives them.

use crate::{
    choice::choice,
    error::{Error, Result},
    units::Calendar,
};
use chrono::{Datelike, Months, NaiveDate};

choice! {
    /// What kind of period.
    PeriodKind {
        Year = "year" "Năm",
        SchoolYear = "school_year" "Năm học",
        Half = "half" "6 tháng, học kỳ",
        Quarter = "quarter" "Quý",
        Drive = "drive" "Đợt, giai đoạn",
    }
}

/// A half or a quarter of a year.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub no: i64,
    pub name: String,
    pub since: NaiveDate,
    pub until: NaiveDate,
}

/// The kind of its whole year.
pub(super) const fn kind_of(calendar: Calendar) -> PeriodKind {
    match calendar {
        Calendar::Year => PeriodKind::Year,
        Calendar::School => PeriodKind::SchoolYear,
    }
}

/// Name, first and last day of its year. A school year is filed under the year in which it ends.
pub(super) fn span(calendar: Calendar, year: i32) -> Result<(String, NaiveDate, NaiveDate)> {
    match calendar {
        Calendar::Year => Ok((format!("Năm {year}"), day(year, 1)?, before(day(year + 1, 1)?)?)),
        // From 1 August to 31 July: a year's work of a school ends with the summer [general knowledge].
        Calendar::School => Ok((format!("Năm học {}-{year}", year - 1), day(year - 1, 8)?, before(day(year, 8)?)?)),
    }
}

/// Its halves or quarters in order; a school year has two terms and no quarters.
pub(super) fn parts(calendar: Calendar, kind: PeriodKind, year: i32) -> Result<Vec<Part>> {
    let (_, since, _) = span(calendar, year)?;
    let months: u32 = match (calendar, kind) {
        (_, PeriodKind::Half) => 6,
        (Calendar::Year, PeriodKind::Quarter) => 3,
        (Calendar::School, PeriodKind::Quarter)
        | (_, PeriodKind::Year | PeriodKind::SchoolYear | PeriodKind::Drive) => {
            return Ok(Vec::new());
        }
    };
    (0..12 / months)
        .map(|at| {
            let starts = after(since, at * months)?;
            let no = i64::from(at) + 1;
            let name = part_name(calendar, kind, no, year);
            Ok(Part { no, name, since: starts, until: before(after(starts, months)?)? })
        })
        .collect()
}

fn part_name(calendar: Calendar, kind: PeriodKind, no: i64, year: i32) -> String {
    let roman = ["I", "II", "III", "IV"].get(usize::try_from(no - 1).unwrap_or_default()).copied().unwrap_or_default();
    match (calendar, kind) {
        (Calendar::School, _) => format!("Học kỳ {roman} năm học {}-{year}", year - 1),
        (Calendar::Year, PeriodKind::Quarter) => format!("Quý {roman} năm {year}"),
        (Calendar::Year, _) if no == 1 => format!("6 tháng đầu năm {year}"),
        (Calendar::Year, _) => format!("6 tháng cuối năm {year}"),
    }
}

fn day(year: i32, month: u32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
        .filter(|day| (1950..=2101).contains(&day.year()))
        .ok_or_else(|| Error::refused("year", "Năm phải từ 1951 đến 2100."))
}

fn after(day: NaiveDate, months: u32) -> Result<NaiveDate> {
    day.checked_add_months(Months::new(months)).ok_or_else(|| Error::broken("period", "no such month"))
}

fn before(day: NaiveDate) -> Result<NaiveDate> {
    day.pred_opt().ok_or_else(|| Error::broken("period", "no day before"))
}
