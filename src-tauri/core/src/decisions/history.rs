//! What a person or a unit has been given, by whom and when.

use super::{RecipientId, State, store};
use crate::{error::Result, money::Dong, office::Office};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HistoryOf {
    /// A member.
    Member(i64),
    /// A unit, as a collective.
    Unit(i64),
}

/// One award given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AwardLine {
    /// The line of its decision.
    pub recipient: RecipientId,
    /// The decision.
    pub decision: super::DecisionId,
    /// Its number with the symbol.
    pub number: String,
    /// The day of signing.
    pub signed_on: Option<NaiveDate>,
    /// The year it counts in.
    pub year: i32,
    /// Who decided; empty: our office.
    pub grantor: String,
    /// The award, as printed.
    pub award_name: String,
    /// What for.
    pub reason: String,
    /// The name as printed then.
    pub name: String,
    /// The unit as printed then.
    pub unit_name: String,
    /// Money.
    pub amount: Dong,
}

/// Awards in force of a member or a unit, newest first; of a unit also what those had been given that were merged into it.
/// Lines that were withdrawn, or corrected by a later decision, are not in it; the correction is.
pub fn history(office: &mut Office, of: HistoryOf) -> Result<Vec<AwardLine>> {
    lines(office.db(), of)
}

pub(super) fn lines(db: &Connection, of: HistoryOf) -> Result<Vec<AwardLine>> {
    let (member, unit) = match of {
        HistoryOf::Member(member) => (Some(member), None),
        HistoryOf::Unit(unit) => (None, Some(unit)),
    };
    let mut statement = db.prepare_cached(include_str!("history.sql"))?;
    let lines = statement.query_map(params![member, unit], line)?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

/// One award, however it was asked for.
pub(super) fn line(row: &Row<'_>) -> rusqlite::Result<AwardLine> {
    let (number, symbol): (String, String) = (row.get("number")?, row.get("symbol")?);
    let recorded = row.get::<_, State>("state")? == State::Recorded && symbol.is_empty();
    Ok(AwardLine {
        recipient: row.get("id")?,
        decision: row.get("decision")?,
        number: if recorded { number } else { store::full_number(&number, &symbol) },
        signed_on: row.get("signed_on")?,
        year: row.get("year")?,
        grantor: row.get("grantor")?,
        award_name: row.get("award_name")?,
        reason: row.get("reason")?,
        name: row.get("name")?,
        unit_name: row.get("unit_name")?,
        amount: row.get("amount")?,
    })
}
