//! What a result rests on beside its points: the bloc of the unit, its founding, its last change. It is frozen when the result is
//! published or its year is closed, so that what is written of the unit later moves no place.

use super::load::Season;
use crate::{
    error::Result,
    office::Pen,
    periods::{self, Period, PeriodId, PeriodKind},
    units::BlocId,
};
use rusqlite::params;

/// Freezes the sheets of a season as their units stand now: of one bloc or of all, of one period or of both. What is frozen stays.
pub(super) fn freeze(pen: &Pen<'_>, season: &Season, bloc: Option<BlocId>, period: Option<PeriodId>) -> Result<()> {
    let ((year, year_ends), (school, school_ends)) = season.facts(pen.today());
    let sql = concat!(
        "update score_sheet set bloc = e.bloc, founded = e.established, changed = e.changed from (",
        include_str!("entrants.sql"),
        ") e where score_sheet.unit = e.unit and score_sheet.period = e.period and score_sheet.bloc is null
             and (?7 is null or e.period = ?7) and (e.ended is null or e.ended > e.last_day)"
    );
    pen.prepare_cached(sql)?.execute(params![bloc, year_ends, school_ends, year, school, pen.today(), period])?;
    Ok(())
}

/// Freezes the sheets of a year and its halves, which is about to be closed.
pub fn close(pen: &Pen<'_>, year: &Period) -> Result<()> {
    freeze(pen, &Season::of(pen, year.year, 0)?, None, Some(year.id))?;
    for half in periods::parts(pen, year.id)?.iter().filter(|part| part.kind == PeriodKind::Half) {
        freeze(pen, &Season::of(pen, half.year, half.part)?, None, Some(half.id))?;
    }
    Ok(())
}

/// What was not published goes by the register again: its year was opened again.
pub fn reopen(pen: &Pen<'_>, year: PeriodId) -> Result<()> {
    pen.execute(
        "update score_sheet set bloc = null, founded = null, changed = null
         where bloc is not null and published_on is null and period in (select id from period where id = ?1 or parent = ?1)",
        [year],
    )?;
    Ok(())
}
