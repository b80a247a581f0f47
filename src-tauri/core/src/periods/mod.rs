//! Periods ("kỳ"): the spans of time that emulation is reckoned by.
//!
//! Offices count by calendar years, schools by school years, reviews by halves and quarters, drives by their own dates. Whatever
//! belongs to a season names its period, never a bare year.

mod store;
mod words;

pub use words::PeriodKind;

use crate::{
    calendar::shown,
    error::{Error, Result},
    id::id,
    office::{Office, Pen},
    units::{self, Calendar, UnitId},
};
use chrono::{Months, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One period.
    PeriodId
);

/// A span of time that the work is reckoned by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Period {
    /// Its key.
    pub id: PeriodId,
    /// What kind.
    pub kind: PeriodKind,
    /// "Năm học 2023-2024".
    pub name: String,
    /// The year that it is filed under: that of its last day.
    pub year: i32,
    /// Half 1 or 2, quarter 1 to 4; 0: the whole.
    pub part: i64,
    /// The year of a half or a quarter.
    pub parent: Option<PeriodId>,
    /// First day.
    pub since: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// Nothing that belongs to it can be written any more.
    pub closed: bool,
    /// Why it was opened again; empty: never.
    pub reason: String,
}

/// Which year's periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeriodsOf {
    /// The year that they are filed under.
    pub year: i32,
}

/// The periods filed under a year: the years first, then their halves and quarters, then drives.
pub fn list(office: &mut Office, of: PeriodsOf) -> Result<Vec<Period>> {
    store::of_year(office.db(), of.year)
}

/// One period.
pub fn get(db: &Connection, id: PeriodId) -> Result<Period> {
    store::one(db, id)?.ok_or_else(|| {
        Error::refused("period", "Không tìm thấy kỳ này. Hãy mở năm trong mục Năm thi đua rồi chọn lại.")
    })
}

/// The halves and quarters of a year.
pub fn parts(db: &Connection, year: PeriodId) -> Result<Vec<Period>> {
    store::parts(db, year)
}

/// The year by which a unit of that calendar is reckoned; none: nobody has opened it yet.
pub fn year_of(db: &Connection, calendar: Calendar, year: i32) -> Result<Option<Period>> {
    store::whole(db, words::kind_of(calendar), year)
}

/// First and last day of that year, whether or not it was opened.
pub fn span(calendar: Calendar, year: i32) -> Result<(NaiveDate, NaiveDate)> {
    let (_, since, until) = words::span(calendar, year)?;
    Ok((since, until))
}

/// Refuses work of a year for a unit that had ended before the year began; what it did in a year in which it lived stays possible.
pub fn lived_in(db: &Connection, field: &str, unit: UnitId, calendar: Calendar, year: i32) -> Result<()> {
    lived_on(db, field, unit, span(calendar, year)?.0)
}

/// The same for work of one day.
pub fn lived_on(db: &Connection, field: &str, unit: UnitId, day: NaiveDate) -> Result<()> {
    let Some(ended) = units::unit(db, unit)?.and_then(|unit| unit.ended).filter(|ended| *ended <= day) else {
        return Ok(());
    };
    let name = units::last_state(db, unit)?.name;
    let sentence = format!(
        "{name} đã kết thúc hoạt động từ {} nên không ghi việc từ {} được. Hãy xem lại năm, ngày hoặc chọn đơn vị khác.",
        shown(ended),
        shown(day)
    );
    Err(Error::refused(field, sentence))
}

/// Refuses a day that cannot belong to a year that begins on `since`: work for a year begins in the twelve months before it at the
/// earliest.
pub fn not_too_early(field: &str, day: NaiveDate, since: NaiveDate) -> Result<()> {
    if since.checked_sub_months(Months::new(12)).is_none_or(|earliest| day >= earliest) {
        return Ok(());
    }
    let sentence =
        format!("Ngày {} trước cả năm liền trước kỳ bắt đầu từ {}. Hãy xem lại ngày.", shown(day), shown(since));
    Err(Error::refused(field, sentence))
}

/// The same, made when it is not there yet.
pub fn ensure_year(pen: &Pen<'_>, calendar: Calendar, year: i32) -> Result<PeriodId> {
    if let Some(known) = year_of(pen, calendar, year)? {
        return Ok(known.id);
    }
    let (name, since, until) = words::span(calendar, year)?;
    let id = store::insert(
        pen,
        &store::Row { kind: words::kind_of(calendar), name: &name, year, part: 0, parent: None, since, until },
    )?;
    for kind in [PeriodKind::Half, PeriodKind::Quarter] {
        for part in words::parts(calendar, kind, year)? {
            let row = store::Row {
                kind,
                name: &part.name,
                year,
                part: part.no,
                parent: Some(id),
                since: part.since,
                until: part.until,
            };
            store::insert(pen, &row)?;
        }
    }
    Ok(id)
}

/// Closes a year with its halves and quarters: nothing that belongs to them is written any more.
pub fn close(pen: &Pen<'_>, id: PeriodId) -> Result<()> {
    store::close(pen, id)
}

/// Opens a closed year again with its halves and quarters; the reason stays with them.
pub fn reopen(pen: &Pen<'_>, id: PeriodId, reason: &str) -> Result<()> {
    store::reopen(pen, id, reason)
}

#[cfg(test)]
mod tests;
