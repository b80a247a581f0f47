//! What a person or a unit has been given, by whom and when.

use super::{Effect, RecipientId, RecipientKind, State, store};
use crate::{error::Result, money::Dong, office::Office};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
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

/// Awards in force of a member or a unit, newest first. Lines that were withdrawn, or corrected by a later decision,
/// are not in it; the correction is.
pub fn history(office: &mut Office, of: HistoryOf) -> Result<Vec<AwardLine>> {
    lines(office.db(), of)
}

pub(super) fn lines(db: &Connection, of: HistoryOf) -> Result<Vec<AwardLine>> {
    let (member, unit) = match of {
        HistoryOf::Member(member) => (Some(member), None),
        HistoryOf::Unit(unit) => (None, Some(unit)),
    };
    let mut statement = db.prepare_cached(
        "select r.id, r.decision, d.number, d.symbol, d.signed_on, d.year, d.grantor, r.award_name,
           coalesce(nullif(r.reason, ''), d.citation), r.name, r.unit_name, r.amount, d.state
         from recipient r join decision d on d.id = r.decision
         where d.state in (?3, ?4) and r.effect <> ?5
           and ((?1 is not null and r.member = ?1) or (?2 is not null and r.unit = ?2 and r.kind = ?6))
           and not exists (select 1 from recipient n join decision m on m.id = n.decision
                           where n.replaces = r.id and m.state = ?3)
           and not exists (select 1 from decision c where c.about = d.id and c.kind = 'cancel' and c.state = ?3
                             and not exists (select 1 from recipient w where w.decision = c.id))
         order by d.signed_on desc nulls last, d.year desc, r.id desc",
    )?;
    let lines = statement.query_map(
        params![member, unit, State::Issued, State::Recorded, Effect::Withdraw, RecipientKind::Collective],
        |row| {
            let (number, symbol): (String, String) = (row.get(2)?, row.get(3)?);
            let recorded = row.get::<_, State>(12)? == State::Recorded && symbol.is_empty();
            Ok(AwardLine {
                recipient: row.get(0)?,
                decision: row.get(1)?,
                number: if recorded { number } else { store::full_number(&number, &symbol) },
                signed_on: row.get(4)?,
                year: row.get(5)?,
                grantor: row.get(6)?,
                award_name: row.get(7)?,
                reason: row.get(8)?,
                name: row.get(9)?,
                unit_name: row.get(10)?,
                amount: row.get(11)?,
            })
        },
    )?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}
