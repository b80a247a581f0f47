//! Bonus money of a line: base salary on the decision day × coefficient, rounded as the office rounds.

use super::RecipientKind;
use crate::{
    catalogue::{self, AwardId, Certainty},
    error::Result,
    money::{Dong, bonus},
};
use chrono::NaiveDate;
use rusqlite::Connection;

/// What an award brings on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Worth {
    /// The amount; none: no coefficient or no base salary is known.
    pub amount: Option<Dong>,
    /// Whether the coefficient still has to be confirmed.
    pub uncertain: bool,
}

/// What an award brings to that kind of recipient on that day; uncertain when either figure still has to be confirmed.
pub(super) fn worth(db: &Connection, award: i64, kind: RecipientKind, day: NaiveDate) -> Result<Worth> {
    let base = catalogue::base_salary(db, day)?;
    let coefficient = catalogue::coefficient(db, AwardId(award), kind, day)?;
    let rounding = catalogue::rounding(db)?;
    Ok(base.zip(coefficient).map_or_else(Worth::default, |((base, salary), (hundredths, figure))| Worth {
        amount: bonus(base, hundredths, rounding),
        uncertain: [salary, figure].contains(&Certainty::Uncertain),
    }))
}
