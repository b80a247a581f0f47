//! The year of emulation ("năm thi đua"): its deadlines, what is due next and who is missing, opening a year from the last one,
//! closing it.
//!
//! What belongs to a year is guarded by its period: once that is closed, the schema refuses to write any of it.

mod board;
mod deadlines;
mod reviews;
mod words;

pub use board::{Due, DueMissing, DuePage, DueUnit, DueWithin, YearCalendar, calendar, due};
pub(crate) use deadlines::all as every_deadline;
pub use deadlines::{Deadline, DeadlineGone, DeadlineId, check, remove_deadline, seed, set_deadline};
pub use reviews::{DueReview, Reviewed};
pub use words::DeadlineFor;

use crate::{
    error::{Error, Refusals, Result},
    journal::What,
    office::{Done, Office},
    periods::{self, PeriodId, PeriodKind},
    pledges, scores, targets,
    units::{self, Calendar},
    vietnamese::clean_lines,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A year to be opened, with what is taken over from the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearOpen {
    /// The year.
    pub year: i32,
    /// Khối trưởng, khối phó of each bloc that has none yet.
    pub heads: bool,
    /// What the pledges of the year before did not mend: drafts are opened with it.
    pub shortcomings: bool,
    /// Chỉ tiêu of the whole year, without their results.
    #[serde(default)]
    pub targets: bool,
}

/// What opening a year brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearOpened {
    /// Blocs whose head and deputy were taken over.
    pub heads: u32,
    /// Pledges that were opened as drafts, or got something to mend.
    pub pledges: u32,
    /// Targets that were taken over.
    pub targets: u32,
}

const OPEN: What = What::new("year.open", "Mở năm thi đua");
const CLOSE: What = What::new("year.close", "Khóa sổ năm thi đua");
const REOPEN: What = What::new("year.reopen", "Mở lại năm thi đua đã khóa sổ");

/// Opens a year: its calendar year and school year with halves and quarters, and what is carried over. Done twice, it adds
/// only what is missing.
pub fn open(office: &mut Office, wish: YearOpen) -> Result<Done<YearOpened>> {
    office.act(OPEN, |pen| {
        pen.detail(wish.year.to_string());
        for calendar in Calendar::ALL {
            periods::ensure_year(pen, *calendar, wish.year)?;
        }
        Ok(YearOpened {
            heads: if wish.heads { units::carry_heads(pen, wish.year)? } else { 0 },
            pledges: if wish.shortcomings { pledges::carry_over(pen, wish.year)? } else { 0 },
            targets: if wish.targets { targets::carry(pen, wish.year)? } else { 0 },
        })
    })
}

/// A year to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearClose {
    /// The year or school year.
    pub period: PeriodId,
}

/// Closes a year or a school year: nothing that belongs to it is written any more.
pub fn close(office: &mut Office, wish: YearClose) -> Result<Done<()>> {
    let period = periods::get(office.db(), wish.period)?;
    let mut wrong = Refusals::new();
    if !is_whole(period.kind) {
        wrong.refuse("period", "Chỉ khóa sổ cả năm hoặc cả năm học.");
    }
    if period.closed {
        wrong.refuse("period", format!("{} đã khóa sổ rồi.", period.name));
    }
    if period.until >= office.today() {
        wrong.refuse("period", format!("{} chưa kết thúc nên chưa khóa sổ được.", period.name));
    }
    wrong.or(())?;
    office.act(CLOSE, |pen| {
        pen.detail(&period.name);
        pen.bar("Năm đã khóa sổ không hoàn tác được. Muốn sửa, hãy dùng việc “Mở lại năm” và ghi lý do.");
        pledges::close(pen, period.id)?;
        scores::close(pen, &period)?;
        periods::close(pen, period.id)
    })
}

const fn is_whole(kind: PeriodKind) -> bool {
    match kind {
        PeriodKind::Year | PeriodKind::SchoolYear => true,
        PeriodKind::Half | PeriodKind::Quarter | PeriodKind::Drive => false,
    }
}

/// A closed year to be opened again, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearReopen {
    /// The year or school year.
    pub period: PeriodId,
    /// Why.
    pub reason: String,
}

/// Opens a closed year again; the reason stays with it.
pub fn reopen(office: &mut Office, wish: YearReopen) -> Result<Done<()>> {
    let period = periods::get(office.db(), wish.period)?;
    let reason = clean_lines(&wish.reason);
    if reason.is_empty() {
        return Err(Error::refused("reason", "Chưa ghi lý do mở lại năm. Hãy ghi rõ cần sửa gì."));
    }
    if !period.closed {
        return Err(Error::refused("period", format!("{} chưa khóa sổ nên không cần mở lại.", period.name)));
    }
    office.act(REOPEN, |pen| {
        pen.detail(&period.name);
        periods::reopen(pen, period.id, &reason)?;
        scores::reopen(pen, period.id)?;
        pledges::reopen(pen, period.id)
    })
}

#[cfg(test)]
mod tests;
