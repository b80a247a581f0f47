//! Scoring ("chấm điểm thi đua"): score tables, the score sheets of units, grades, and ranks inside a bloc.
//!
//! A table says what units of some kinds are scored on in one period; a table without a period is a model. Points are
//! whole hundredths. What a regulation sets (scales, caps, conditions, the order of tie-breaks) stands in rows with
//! source and certainty. A published result changes only with a reason: not by what is
//! written of its units later.

mod book;
mod dump;
mod edit;
mod freeze;
mod import;
mod load;
pub mod paper;
mod rules;
mod scales;
mod seed;
mod store;
mod tables;
mod words;

pub use book::{BlocStanding, BlocsOf, BookAsk, BookLine, NotScored, ScoreBook, ScoreColumn, ScorePoint, blocs, book};
pub use dump::dump;
pub(crate) use dump::number;
pub use edit::{
    BreachMark, ScoreCell, ScoreEdit, ScoreNoteDraft, ScorePublish, edit, mark_breach, note, publish, try_edit,
};
pub use freeze::{close, reopen};
pub use import::{FormCriterion, FormFit, FormGroup, Imported, ScoreForm, deciding, fit, import};
pub use rules::{Fault, Standing, Totals};
pub use scales::{Grade, GradeScale, GradeScaleGone, GradeScaleId, delete_scale, set_scale};
pub use seed::seed;
pub use tables::{
    ScoreTableCopy, ScoreTableGone, ScoreTablePage, ScoreTablesOf, copy_table, delete_table, set_table, tables,
};
pub use words::{ScoreConditionKind, ScoreFaultKind, ScoreGroupKind, Scorer, TieBreakKind};

use crate::{catalogue::Certainty, id::id, money::Hundredths, periods::PeriodId, units::UnitKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One score table.
    ScoreTableId
);
id!(
    /// One group of a table.
    ScoreGroupId
);
id!(
    /// One criterion.
    CriterionId
);
id!(
    /// One condition of a table.
    ScoreConditionId
);
id!(
    /// One score sheet.
    ScoreSheetId
);

/// A score table: what comes in from the editor and what goes out to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreTable {
    /// Its key; none: new.
    pub id: Option<ScoreTableId>,
    /// "Bảng điểm trường học".
    pub name: String,
    /// The period; none: a model.
    pub period: Option<PeriodId>,
    /// Which version of the period's table.
    pub version: i64,
    /// Which kinds of unit; a model without any is for all.
    pub kinds: Vec<UnitKind>,
    /// Whose points count.
    pub decides: Scorer,
    /// Points are given in steps of this.
    pub step: Hundredths,
    /// The scale of grades.
    pub scale: Option<GradeScaleId>,
    /// Model: in force from.
    pub since: Option<NaiveDate>,
    /// Model: last day in force.
    pub until: Option<NaiveDate>,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Its groups in order.
    pub groups: Vec<ScoreGroup>,
    /// What a unit must meet beside its points.
    pub conditions: Vec<ScoreCondition>,
    /// What settles equal totals, in order.
    pub tie_breaks: Vec<TieBreak>,
    /// Results by it are published: it cannot be changed.
    #[serde(default)]
    pub fixed: bool,
}

/// A group of criteria.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreGroup {
    /// Its key; none: new.
    pub id: Option<ScoreGroupId>,
    /// What it does to the total.
    pub kind: ScoreGroupKind,
    /// "Xây dựng tổ chức công đoàn vững mạnh".
    pub name: String,
    /// Bonus and penalty: never counts for more.
    pub cap: Option<Hundredths>,
    /// Its criteria in order.
    pub criteria: Vec<Criterion>,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Criterion {
    /// Its key; none: new.
    pub id: Option<CriterionId>,
    /// "Chế độ báo cáo".
    pub name: String,
    /// Điểm chuẩn; none: not limited by itself.
    pub most: Option<Hundredths>,
    /// How it is measured.
    pub measure: String,
}

/// What a unit must meet beside its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreCondition {
    /// Its key; none: new.
    pub id: Option<ScoreConditionId>,
    /// What kind of check.
    pub kind: ScoreConditionKind,
    /// As the office reads it.
    pub text: String,
    /// Per cent of a criterion, or months.
    pub figure: i64,
    /// Where this is known from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// One rule that settles equal totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TieBreak {
    /// What is compared.
    pub kind: TieBreakKind,
    /// Group: which of the scored groups, from 1; else 0.
    pub nth: i64,
}

impl ScoreTable {
    /// Every criterion with its group, in the order of the paper.
    pub fn criteria(&self) -> impl Iterator<Item = (&ScoreGroup, &Criterion)> {
        self.groups.iter().flat_map(|group| group.criteria.iter().map(move |criterion| (group, criterion)))
    }

    /// What the group can come to: its cap, or the sum of its criteria.
    pub fn most_of(group: &ScoreGroup) -> Option<Hundredths> {
        let sum = || group.criteria.iter().map(|criterion| criterion.most.map(|most| most.0)).sum::<Option<i64>>();
        group.cap.or_else(|| sum().map(Hundredths))
    }
}

impl TieBreak {
    /// "Điểm nhóm I cao hơn": the rule as people read it.
    pub fn sentence(&self) -> String {
        match self.kind {
            TieBreakKind::Group => format!("Điểm nhóm {} cao hơn", roman(self.nth)),
            TieBreakKind::Bonus | TieBreakKind::Penalty => self.kind.label().to_owned(),
        }
    }
}

/// "III": groups are numbered so on paper.
pub(crate) fn roman(number: i64) -> String {
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests;
