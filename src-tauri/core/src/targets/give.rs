//! Giving a target in one step, also of something that is not in the dictionary yet.

use super::{Counted, IndicatorDraft, SET, TargetDraft, TargetId, Whom, rules, store};
use crate::{
    catalogue::Certainty,
    error::{Error, Refusals, Result},
    office::{Done, Office},
    periods::{self, PeriodId},
    units::{BlocId, UnitId},
    vietnamese::clean,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A target as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetGiven {
    /// What is counted, by its name in the dictionary; another name is something new.
    pub name: String,
    /// "đoàn viên"; asked for only when the name is new.
    pub measure: String,
    /// In which period.
    pub period: Option<PeriodId>,
    /// To whom it is given.
    pub whom: Whom,
    /// Which bloc, when it is given to one.
    pub bloc: Option<BlocId>,
    /// Which unit, when it is given to one.
    pub unit: Option<UnitId>,
    /// How much, as typed: "1.536", "16,7".
    pub goal: String,
    /// The paper that asks for it.
    pub document: String,
}

/// Gives a target; what is counted comes into the dictionary with it when it is new.
pub fn give(office: &mut Office, given: TargetGiven) -> Result<Done<TargetId>> {
    let db = office.db();
    let known = store::indicator_named(db, &given.name)?;
    let mut wrong = Refusals::new();
    let new = IndicatorDraft {
        id: None,
        name: given.name.clone(),
        measure: given.measure.clone(),
        counted: Counted::Typed,
        source: String::new(),
        certainty: Certainty::General,
    };
    let new = if known.is_none() { noting(&mut wrong, rules::indicator(new, false))? } else { None };
    let goal = rules::figure(&given.goal);
    match &goal {
        Err(sentence) => wrong.refuse("goal", sentence.clone()),
        Ok(goal) if goal.0 <= 0 => wrong.refuse("goal", "Chỉ tiêu giao phải lớn hơn 0. Ví dụ: 108 hoặc 16,7."),
        Ok(_) => {}
    }
    let (bloc, unit) = match given.whom {
        Whom::All => (None, None),
        Whom::Bloc => (given.bloc, None),
        Whom::Unit => (None, given.unit),
    };
    match given.whom {
        Whom::Bloc if bloc.is_none() => wrong.refuse("bloc", "Chưa chọn khối được giao."),
        Whom::Unit if unit.is_none() => wrong.refuse("unit", "Chưa chọn đơn vị được giao."),
        Whom::All | Whom::Bloc | Whom::Unit => {}
    }
    match given.period {
        None => wrong.refuse("period", "Chưa chọn kỳ."),
        Some(period) => drop(periods::get(db, period)?),
    }
    let draft = |indicator| TargetDraft {
        id: None,
        indicator,
        period: given.period.unwrap_or(PeriodId(0)),
        bloc,
        unit,
        goal: goal.clone().unwrap_or_default(),
        result: None,
        document: clean(&given.document),
        note: String::new(),
    };
    if let Some(indicator) = known
        && store::given(db, &draft(indicator))?.is_some()
    {
        wrong.refuse("indicator", "Chỉ tiêu này đã được giao trong kỳ. Hãy sửa dòng đã có.");
    }
    wrong.or(())?;
    office.act(SET, |pen| {
        let indicator = match (known, &new) {
            (Some(known), _) => known,
            (None, Some(new)) => store::set_indicator(pen, new)?,
            (None, None) => return Err(Error::refused("name", "Chưa ghi tên chỉ tiêu.")),
        };
        pen.detail(clean(&given.name));
        store::set(pen, &draft(indicator))
    })
}

/// What came out well; what was refused is noted beside everything else that is wrong.
fn noting<T>(wrong: &mut Refusals, result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Error::Refused(refusals)) => {
            for one in refusals {
                wrong.refuse(&one.field, one.sentence);
            }
            Ok(None)
        }
        Err(broken @ Error::Broken(_)) => Err(broken),
    }
}
