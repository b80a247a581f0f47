//! Hand-over ("bàn giao"): what goes with units that leave for another office. One workbook: the units, their members, their awards.

mod sheets;

use crate::{
    error::{Error, Result},
    host,
    letter::About,
    members::UnmaskingId,
    office::Office,
    paper::{Paper, PaperKind},
    sheet,
    units::{self, UnitEnding, UnitId, UnitLine, UnitQuery},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which units are handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandoverOf {
    /// Those that were handed over, or are about to be.
    pub units: Vec<UnitId>,
    /// Leave to show restricted fields; without it they are left out.
    #[serde(default)]
    pub unmasking: Option<UnmaskingId>,
}

/// A unit on the last day on which it was ours.
struct Leaving {
    line: UnitLine,
    /// None: it has not left yet, it is shown as it stands today.
    left: Option<NaiveDate>,
    last_day: NaiveDate,
    decision: String,
    established_by: String,
    to: String,
}

/// The package as one workbook.
pub fn xlsx(office: &mut Office, of: HandoverOf) -> Result<Paper> {
    let leaving = leaving(office, &of.units)?;
    let host = host::as_of(office, office.today())?;
    let title = "Danh sách bàn giao đơn vị";
    let about = About {
        title: title.to_owned(),
        author: host.name,
        ident: title.to_owned(),
        made_at: office.now().naive_local(),
    };
    let members = sheets::members_of(office, &leaving, of.unmasking)?;
    let book = [
        sheets::units(office, &leaving)?,
        sheets::members(office, &leaving, &members, of.unmasking.is_some())?,
        sheets::awards(office, &leaving, &members)?,
    ];
    Ok(Paper::new(PaperKind::Xlsx, title, sheet::write_book(&book, &about)?))
}

/// The units in the order of their codes, each as of its last day with us.
fn leaving(office: &mut Office, chosen: &[UnitId]) -> Result<Vec<Leaving>> {
    if chosen.is_empty() {
        return Err(Error::refused("units", "Chưa chọn đơn vị nào. Hãy đánh dấu các đơn vị cần bàn giao."));
    }
    let today = office.today();
    let mut days: BTreeMap<NaiveDate, Vec<(UnitId, units::Unit)>> = BTreeMap::new();
    for id in chosen {
        let unit = units::unit(office.db(), *id)?.ok_or_else(units::unknown)?;
        if let Some(how) = unit.ending.filter(|how| *how != UnitEnding::Transferred) {
            let name = units::last_state(office.db(), *id)?.name;
            return Err(Error::refused(
                "units",
                format!(
                    "{name} đã kết thúc ({}), không phải chuyển giao. Hãy bỏ đơn vị này.",
                    how.label().to_lowercase()
                ),
            ));
        }
        let last_day = unit.ended.map_or(today, |ended| ended.pred_opt().unwrap_or(ended));
        days.entry(last_day).or_default().push((*id, unit));
    }
    let mut leaving = Vec::new();
    for (last_day, group) in days {
        let query = UnitQuery {
            as_of: Some(last_day),
            units: group.iter().map(|(id, _)| *id).collect(),
            ..UnitQuery::default()
        };
        let mut lines: BTreeMap<UnitId, UnitLine> =
            units::list(office, query)?.rows.into_iter().map(|line| (line.id, line)).collect();
        for (id, unit) in group {
            let line = lines.remove(&id).ok_or_else(units::unknown)?;
            let to = units::handed_to(office.db(), id)?;
            let units::Unit { ended, ended_by, established_by, .. } = unit;
            leaving.push(Leaving { line, left: ended, last_day, decision: ended_by, established_by, to });
        }
    }
    leaving.sort_by(|a, b| a.line.code.cmp(&b.line.code).then_with(|| a.line.id.cmp(&b.line.id)));
    Ok(leaving)
}

#[cfg(test)]
mod tests;
