//! The overview ("tổng quan"): where the day begins, and where everything is found. It reads by join and writes nothing.

mod figures;
mod find;
mod gaps;
mod tasks;

pub use figures::{AwardFigure, DecisionFigure, Figures, MemberFigure, MoneyFigure, UnitFigure, figures};
pub use find::{Find, Found, find};
pub use gaps::{Gap, UnitGap, UnitGaps, missing, unit_gaps};
pub use tasks::{Task, TaskKind, to_do};

use crate::{
    decisions::{self, DecisionId, DecisionLine, DecisionQuery},
    documents::DocumentQuery,
    error::Result,
    members::MemberQuery,
    office::Office,
    units::UnitQuery,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The year that the person works in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfYear {
    /// The year.
    pub year: i32,
}

/// Where a line of the overview leads: a room, with the question that its list is opened with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "room", content = "query", rename_all = "snake_case")]
pub enum Opens {
    /// The list of members.
    Members(MemberQuery),
    /// Those who may stand in the register twice.
    Duplicates,
    /// The list of units.
    Units(UnitQuery),
    /// The register of decisions.
    Decisions(DecisionQuery),
    /// One decision.
    Decision(DecisionId),
    /// The register of documents.
    Documents(DocumentQuery),
    /// Awards, coefficients, base salary.
    Catalogue,
    /// Backups and the recovery key.
    Safekeeping,
}

/// How many of the last decisions the overview shows.
const RECENT: usize = 5;

/// The last decisions of the year: what waits stands above what is issued, newest first.
pub fn recent(office: &mut Office, of: OfYear) -> Result<Vec<DecisionLine>> {
    let query = DecisionQuery { year: Some(of.year), ..DecisionQuery::default() };
    let mut lines = decisions::register(office, query)?.lines;
    lines.truncate(RECENT);
    Ok(lines)
}

#[cfg(test)]
mod tests;
