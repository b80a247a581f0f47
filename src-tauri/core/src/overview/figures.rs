//! The five figures at the head of the overview.

use super::{OfYear, Opens};
use crate::{
    decisions::{DecisionQuery, State},
    error::Result,
    members::{self, MemberQuery, Status},
    money::Dong,
    office::Office,
    units::UnitQuery,
};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The figures, each with the list behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Figures {
    /// Đoàn viên.
    pub members: MemberFigure,
    /// Công đoàn cơ sở.
    pub units: UnitFigure,
    /// Quyết định.
    pub decisions: DecisionFigure,
    /// Khen thưởng trong năm.
    pub awards: AwardFigure,
    /// Tiền thưởng.
    pub money: MoneyFigure,
}

/// Members who belong today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberFigure {
    /// All of them.
    pub living: u32,
    /// Women among them.
    pub women: u32,
    /// Their list.
    pub opens: Opens,
}

/// Units that exist today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitFigure {
    /// How many.
    pub living: i64,
    /// Their list.
    pub opens: Opens,
}

/// Decisions of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecisionFigure {
    /// Issued by our office.
    pub issued: i64,
    /// Not issued yet: being written or waiting to be signed.
    pub drafts: i64,
    /// The decisions of the year that are counted here.
    pub opens: Opens,
}

/// Awards of the year that stand: neither withdrawn nor cancelled, a corrected line counted once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AwardFigure {
    /// To people.
    pub individuals: i64,
    /// To collectives.
    pub collectives: i64,
    /// The decisions that gave them.
    pub opens: Opens,
}

/// Bonus money of the awards that stand, in đồng.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoneyFigure {
    /// Of the year.
    pub this_year: Dong,
    /// Of the year before.
    pub last_year: Dong,
    /// The decisions that gave it.
    pub opens: Opens,
}

/// Those who belong to a unit now, as a question.
pub(super) fn belonging() -> MemberQuery {
    MemberQuery { statuses: vec![Status::Active, Status::Suspended], ..MemberQuery::default() }
}

fn of(year: i32, states: &[State]) -> Opens {
    Opens::Decisions(DecisionQuery { year: Some(year), states: states.to_vec(), ..DecisionQuery::default() })
}

/// The figures of a year; members and units as they stand today.
pub fn figures(office: &mut Office, of_year: OfYear) -> Result<Figures> {
    let year = of_year.year;
    let counts = members::counts(office, ())?;
    let today = office.today();
    let db = office.db();
    let living = db
        .prepare_cached("select count(*) from unit where ended is null or ended > ?1")?
        .query_row([today], |row| row.get(0))?;
    let (issued, drafts) = db
        .prepare_cached(
            "select count(*) filter (where state = 'issued'), count(*) filter (where state in ('draft', 'ready'))
             from decision where year = ?1",
        )?
        .query_row([year], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let given = given(db, year)?;
    let standing = [State::Issued, State::Recorded];
    Ok(Figures {
        members: MemberFigure { living: counts.members, women: counts.women, opens: Opens::Members(belonging()) },
        units: UnitFigure { living, opens: Opens::Units(UnitQuery { living: Some(true), ..UnitQuery::default() }) },
        decisions: DecisionFigure { issued, drafts, opens: of(year, &[State::Draft, State::Ready, State::Issued]) },
        awards: AwardFigure {
            individuals: given.individuals,
            collectives: given.collectives,
            opens: of(year, &standing),
        },
        money: MoneyFigure { this_year: given.this_year, last_year: given.last_year, opens: of(year, &standing) },
    })
}

struct Given {
    individuals: i64,
    collectives: i64,
    this_year: Dong,
    last_year: Dong,
}

fn given(db: &Connection, year: i32) -> Result<Given> {
    let given = db.prepare_cached(include_str!("given.sql"))?.query_row([year], |row| {
        Ok(Given { individuals: row.get(0)?, collectives: row.get(1)?, this_year: row.get(2)?, last_year: row.get(3)? })
    })?;
    Ok(given)
}
