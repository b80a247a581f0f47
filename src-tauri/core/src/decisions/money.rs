//! Bonus money of a line: base salary on the decision day × coefficient, rounded as the office rounds.

use super::RecipientKind;
use crate::{
    error::Result,
    money::{Dong, Hundredths, bonus},
    settings,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

/// What an award brings on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Worth {
    /// The amount; none: no coefficient or no base salary is known.
    pub amount: Option<Dong>,
    /// Whether the coefficient still has to be confirmed.
    pub uncertain: bool,
}

/// What an award brings to that kind of recipient on that day.
pub(super) fn worth(db: &Connection, award: i64, kind: RecipientKind, day: NaiveDate) -> Result<Worth> {
    let base: Option<Dong> = db
        .prepare_cached("select amount from base_salary where since <= ?1 order by since desc limit 1")?
        .query_row([day], |row| row.get(0))
        .optional()?;
    let coefficient: Option<(Option<i64>, String)> = db
        .prepare_cached(
            "select hundredths, certainty from coefficient
             where award = ?1 and recipient = ?2 and (since is null or since <= ?3) and (until is null or until >= ?3)
             order by since desc nulls last, id desc limit 1",
        )?
        .query_row(params![award, kind, day], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let rounding = settings::rounding(db)?;
    Ok(match (base, coefficient) {
        (Some(base), Some((Some(hundredths), certainty))) => Worth {
            amount: bonus(base, Hundredths(hundredths), rounding),
            uncertain: certainty == "uncertain",
        },
        (None, _) | (_, None | Some((None, _))) => Worth::default(),
    })
}
