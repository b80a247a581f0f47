//! One year of the sample's work: what stands in its rooms beside units, members and decisions.
//!
//! `year.json` and the lists of `work.zip` speak of a year `{Y}`; what lies after today has not happened yet, so it is left
//! out. Early in a year the one before is there too, for there would be little to see.

mod lists;
mod pledges;
mod plans;
mod season;

use self::season::Season;
use crate::{
    error::Result,
    id::MemberId,
    office::Office,
    years::{self, YearOpen},
};
use chrono::Datelike as _;

/// From this month on the year itself has enough to show.
const FULL_ENOUGH: u32 = 7;

/// Enters the work of the year; `members` in the order of the sample's list.
pub(super) fn enter(office: &mut Office, members: &[MemberId]) -> Result<()> {
    let today = office.today();
    let first = if today.month() < FULL_ENOUGH { today.year() - 1 } else { today.year() };
    for year in first..=today.year() {
        years::open(office, YearOpen { year, heads: true, shortcomings: false, targets: false })?;
        let season = Season::of(office, year, members)?;
        lists::enter(office, &season)?;
        plans::enter(office, &season)?;
    }
    Ok(())
}
