//! What is due: the days of a year, the next thirty days, and which units are still missing.

use super::{
    Deadline, DeadlineFor, DueReview,
    deadlines::{self, years_around},
    reviews,
};
use crate::{
    error::Result,
    office::Office,
    periods::{self, Period, PeriodsOf},
    units::{Calendar, UnitId},
};
use chrono::{NaiveDate, TimeDelta};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A deadline on its day of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Due {
    /// The rule.
    pub deadline: Deadline,
    /// The year of emulation.
    pub year: i32,
    /// Its day.
    pub day: NaiveDate,
    /// Days from today; below 0: it has passed.
    pub days: i64,
    /// Whom it concerns: "Đơn vị theo năm học".
    pub whom: String,
    /// Who is missing, where the register knows it.
    pub missing: Option<DueMissing>,
}

/// Units that are missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueMissing {
    /// Of how many units.
    pub of: i64,
    /// Those that have sent nothing, in the order of their codes.
    pub units: Vec<DueUnit>,
    /// A message to all of them, to copy into a chat.
    pub message: String,
}

/// One unit that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueUnit {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A year with its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearCalendar {
    /// The year.
    pub year: i32,
    /// Its year, school year, halves and quarters, as far as they are open.
    pub periods: Vec<Period>,
    /// Its deadlines, in the order of their days.
    pub due: Vec<Due>,
}

/// The days of a year.
pub fn calendar(office: &mut Office, of: PeriodsOf) -> Result<YearCalendar> {
    let periods = periods::list(office, of)?;
    let mut due = Vec::new();
    for deadline in deadlines::all(office.db())? {
        due.extend(on_its_day(office, deadline, of.year)?);
    }
    due.sort_by_key(|one| one.day);
    Ok(YearCalendar { year: of.year, periods, due })
}

/// How far to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueWithin {
    /// So many days from today.
    pub days: u32,
}

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuePage {
    /// To this day.
    pub until: NaiveDate,
    /// What is due, the next first.
    pub due: Vec<Due>,
    /// Reviews that are still to be held, those that are late first.
    pub reviews: Vec<DueReview>,
}

/// What is due within so many days from today.
pub fn due(office: &mut Office, within: DueWithin) -> Result<DuePage> {
    let today = office.today();
    let until = today + TimeDelta::days(i64::from(within.days.min(366)));
    let mut found = Vec::new();
    for deadline in deadlines::all(office.db())? {
        for year in years_around(today) {
            let falls = deadline.falls_on(year).is_some_and(|day| (today..=until).contains(&day));
            if falls {
                found.extend(on_its_day(office, deadline.clone(), year)?);
            }
        }
    }
    found.sort_by_key(|one| one.day);
    Ok(DuePage { until, due: found, reviews: reviews::due(office, until)? })
}

/// A deadline on its day, if it holds then.
fn on_its_day(office: &Office, deadline: Deadline, year: i32) -> Result<Option<Due>> {
    let Some(day) = deadline.falls_on(year).filter(|day| deadline.holds_on(*day)) else { return Ok(None) };
    let today = office.today();
    let missing = match deadline.what {
        DeadlineFor::Pledges | DeadlineFor::Registration => Some(silent(office.db(), &deadline, (year, day), today)?),
        DeadlineFor::Review | DeadlineFor::Proposals | DeadlineFor::Other => None,
    };
    let whom = match deadline.calendar {
        Some(Calendar::School) => "Đơn vị theo năm học",
        Some(Calendar::Year) => "Đơn vị theo năm",
        None => "Mọi đơn vị",
    };
    Ok(Some(Due { year, day, days: (day - today).num_days(), whom: whom.to_owned(), missing, deadline }))
}

/// Living units of the deadline's calendar that have sent nothing of what it asks for the year: no pledge, or no registration.
fn silent(db: &Connection, deadline: &Deadline, (year, day): (i32, NaiveDate), today: NaiveDate) -> Result<DueMissing> {
    let mut statement = db.prepare_cached(
        "select u.id, u.code, s.name,
                case ?4 when 'pledges' then
                  exists (select 1 from pledge p join period y on y.id = p.period join pledge_progress f on f.id = p.id
                          where p.unit = u.id and y.year = ?1 and f.registered)
                else
                  exists (select 1 from registration r join period y on y.id = r.period where r.unit = u.id and y.year = ?1)
                end as given
         from unit u join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = u.id and (x.until is null or x.until >= ?3)
           order by x.until is null, x.until limit 1)
         where (u.ended is null or u.ended > ?3) and (?2 is null or s.calendar = ?2)
         order by u.code, u.id",
    )?;
    let units = statement
        .query_map(params![year, deadline.calendar, today, deadline.what], |row| {
            Ok((DueUnit { unit: row.get(0)?, code: row.get(1)?, name: row.get(2)? }, row.get::<_, bool>(3)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let of = i64::try_from(units.len()).unwrap_or(i64::MAX);
    let units: Vec<DueUnit> = units.into_iter().filter(|(_, given)| !given).map(|(unit, _)| unit).collect();
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    let whole = match deadline.calendar {
        Some(Calendar::School) => format!("năm học {}-{year}", year - 1),
        Some(Calendar::Year) | None => year.to_string(),
    };
    let message = format!(
        "Hạn {}: {} ({}). Các đơn vị chưa gửi: {}. Đề nghị gửi đúng hạn. Trân trọng.",
        day.format("%d/%m/%Y"),
        deadline.name,
        whole,
        names.join("; ")
    );
    Ok(DueMissing { of, units, message })
}
