//! Awards of several years ("tổng hợp khen thưởng 5 năm"): how many collectives and people, year by year, and who they are.

use super::{AwardLine, RecipientKind, history};
use crate::{error::Result, office::Office};
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which awards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AwardsQuery {
    /// From this year on.
    pub from: i32,
    /// To this year.
    pub until: i32,
    /// Only of people, or of collectives.
    #[serde(default)]
    pub kind: Option<RecipientKind>,
    /// Only of women.
    #[serde(default)]
    pub women: bool,
    /// Only by decisions that our office issued; else also those of other bodies and earlier times that were recorded.
    #[serde(default)]
    pub own: bool,
}

/// How many awards stand: each figure is the length of the list that it opens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AwardCount {
    /// The year; 0: all of them.
    pub year: i32,
    /// To collectives.
    pub collectives: i64,
    /// To people.
    pub individuals: i64,
    /// To women among them.
    pub women: i64,
}

/// Awards of several years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AwardYears {
    /// All years together.
    pub whole: AwardCount,
    /// Year by year, the newest first; also those without any.
    pub years: Vec<AwardCount>,
}

/// The awards behind a figure, newest first.
pub fn awards(office: &mut Office, query: AwardsQuery) -> Result<Vec<AwardLine>> {
    let mut given = given(office.db(), query)?;
    given.retain(|one| !query.women || one.woman);
    Ok(given.into_iter().map(|one| one.line).collect())
}

/// How many awards stand, year by year.
pub fn award_years(office: &mut Office, query: AwardsQuery) -> Result<AwardYears> {
    let mut years: BTreeMap<i32, AwardCount> =
        (query.from..=query.until).map(|year| (year, AwardCount { year, ..AwardCount::default() })).collect();
    let mut whole = AwardCount::default();
    for one in given(office.db(), query)? {
        let year = years.entry(one.line.year).or_default();
        for count in [&mut whole, year] {
            match one.kind {
                RecipientKind::Collective => count.collectives += 1,
                RecipientKind::Individual => {
                    count.individuals += 1;
                    count.women += i64::from(one.woman);
                }
            }
        }
    }
    Ok(AwardYears { whole, years: years.into_values().rev().collect() })
}

struct Given {
    kind: RecipientKind,
    woman: bool,
    line: AwardLine,
}

fn given(db: &Connection, query: AwardsQuery) -> Result<Vec<Given>> {
    let mut statement = db.prepare_cached(include_str!("awards.sql"))?;
    let given = statement.query_map(
        named_params! { ":from": query.from, ":until": query.until, ":kind": query.kind, ":own": query.own },
        |row| Ok(Given { kind: row.get("kind")?, woman: row.get("woman")?, line: history::line(row)? }),
    )?;
    Ok(given.collect::<rusqlite::Result<_>>()?)
}
