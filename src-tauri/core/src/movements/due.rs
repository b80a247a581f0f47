//! By when units must have registered: the office's own deadlines for registrations.

use crate::{
    error::Result,
    units::Calendar,
    years::{self, DeadlineFor},
};
use chrono::NaiveDate;
use rusqlite::Connection;

/// The last day on which a registration for that year is in time; none: no deadline is set. A deadline for units of that calendar
/// stands above one for all, a younger one above an older.
pub(super) fn deadline_of(db: &Connection, calendar: Calendar, year: i32) -> Result<Option<NaiveDate>> {
    let found = years::every_deadline(db)?
        .into_iter()
        .filter(|one| one.what == DeadlineFor::Registration && one.calendar.is_none_or(|own| own == calendar))
        .filter_map(|one| {
            let day = one.falls_on(year).filter(|day| one.holds_on(*day))?;
            Some((one.calendar.is_some(), one.since, day))
        })
        .max();
    Ok(found.map(|(.., day)| day))
}
