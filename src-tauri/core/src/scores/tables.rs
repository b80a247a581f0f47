//! Score tables: looking at them, writing them, copying them.

use super::{
    Criterion, GradeScale, ScoreCondition, ScoreConditionKind, ScoreGroup, ScoreGroupKind, ScoreTable, ScoreTableId,
    Scorer, TieBreakKind, store,
};
use crate::{
    catalogue::Certainty,
    choice::Choice,
    error::{Error, Refusals, Result},
    journal::What,
    office::{Done, Office, Pen},
    periods::{self, Period, PeriodId},
    units::UnitKind,
    vietnamese::clean,
};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

const SET: What = What::new("scores.table", "Sửa bảng điểm");
const COPY: What = What::new("scores.copy_table", "Chép bảng điểm");
const DELETE: What = What::new("scores.delete_table", "Xóa bảng điểm");

/// Which tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreTablesOf {
    /// The year that their periods are filed under.
    pub year: i32,
}

/// The tables of a year, the models, and what they choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreTablePage {
    /// The tables of the year's periods.
    pub tables: Vec<ScoreTable>,
    /// The tables without a period.
    pub models: Vec<ScoreTable>,
    /// The periods of the year.
    pub periods: Vec<Period>,
    /// The scales of grades.
    pub scales: Vec<GradeScale>,
    /// Who gives points.
    pub scorers: Vec<Choice>,
    /// What groups do.
    pub group_kinds: Vec<Choice>,
    /// What conditions check.
    pub condition_kinds: Vec<Choice>,
    /// What settles equal totals.
    pub tie_break_kinds: Vec<Choice>,
    /// Kinds of unit.
    pub unit_kinds: Vec<Choice>,
    /// How sure a row is.
    pub certainties: Vec<Choice>,
}

/// Everything that the page of score tables shows.
pub fn tables(office: &mut Office, of: ScoreTablesOf) -> Result<ScoreTablePage> {
    let periods = periods::list(office, periods::PeriodsOf { year: of.year })?;
    let db = office.db();
    let mut of_year = Vec::new();
    for period in &periods {
        of_year.extend(store::of_period(db, period.id)?);
    }
    let load = |ids: Vec<ScoreTableId>| -> Result<Vec<ScoreTable>> { ids.into_iter().map(|id| get(db, id)).collect() };
    Ok(ScoreTablePage {
        tables: load(of_year)?,
        models: load(store::models(db, None)?)?,
        scales: store::scales(db)?,
        periods,
        scorers: Scorer::choices(),
        group_kinds: ScoreGroupKind::choices(),
        condition_kinds: ScoreConditionKind::choices(),
        tie_break_kinds: TieBreakKind::choices(),
        unit_kinds: UnitKind::choices(),
        certainties: Certainty::choices(),
    })
}

/// One table.
pub(super) fn get(db: &Connection, id: ScoreTableId) -> Result<ScoreTable> {
    store::table(db, id)?
        .ok_or_else(|| Error::refused("id", "Không tìm thấy bảng điểm này. Hãy chọn lại trong danh sách."))
}

/// Adds or corrects a table with its groups, criteria, conditions and tie-breaks, as one step.
pub fn set_table(office: &mut Office, table: ScoreTable) -> Result<Done<ScoreTableId>> {
    let table = check(table)?;
    if let Some(id) = table.id {
        let before = get(office.db(), id)?;
        return office.act(SET, |pen| {
            pen.detail(&table.name);
            correct(pen, id, &before, &table)?;
            Ok(id)
        });
    }
    office.act(SET, |pen| {
        pen.detail(&table.name);
        insert(pen, &table, None)
    })
}

/// Writes a new table down.
pub(super) fn insert(pen: &Pen<'_>, table: &ScoreTable, from: Option<ScoreTableId>) -> Result<ScoreTableId> {
    let id = store::insert_table(pen, table, from)?;
    for kind in &table.kinds {
        store::add_kind(pen, id, *kind)?;
    }
    for (position, group) in table.groups.iter().enumerate() {
        let group_id = store::put_group(pen, id, position, &ScoreGroup { id: None, ..group.clone() })?;
        for (position, criterion) in group.criteria.iter().enumerate() {
            store::put_criterion(pen, group_id, position, &Criterion { id: None, ..criterion.clone() })?;
        }
    }
    for (position, condition) in table.conditions.iter().enumerate() {
        store::put_condition(pen, id, position, &ScoreCondition { id: None, ..condition.clone() })?;
    }
    store::set_tie_breaks(pen, id, &table.tie_breaks)?;
    Ok(id)
}

/// Brings a table from what it was to what it shall be. Criteria that have points stay: they are refused.
fn correct(pen: &Pen<'_>, id: ScoreTableId, before: &ScoreTable, after: &ScoreTable) -> Result<()> {
    store::update_table(pen, id, after)?;
    for kind in before.kinds.iter().filter(|kind| !after.kinds.contains(kind)) {
        store::remove_kind(pen, id, *kind)?;
    }
    for kind in after.kinds.iter().filter(|kind| !before.kinds.contains(kind)) {
        store::add_kind(pen, id, *kind)?;
    }
    for (position, group) in after.groups.iter().enumerate() {
        let group_id = store::put_group(pen, id, position, group)?;
        for (position, criterion) in group.criteria.iter().enumerate() {
            store::put_criterion(pen, group_id, position, criterion)?;
        }
    }
    let kept: BTreeSet<_> = after.criteria().filter_map(|(_, criterion)| criterion.id).collect();
    for (_, criterion) in before.criteria().filter(|(_, one)| one.id.is_some_and(|id| !kept.contains(&id))) {
        if let Some(gone) = criterion.id {
            store::delete_criterion(pen, gone).map_err(|error| has_points(error, &criterion.name))?;
        }
    }
    for group in before.groups.iter().filter(|group| !after.groups.iter().any(|other| other.id == group.id)) {
        if let Some(gone) = group.id {
            store::delete_group(pen, gone)?;
        }
    }
    for condition in &before.conditions {
        if let Some(gone) = condition.id.filter(|id| !after.conditions.iter().any(|other| other.id == Some(*id))) {
            store::delete_condition(pen, gone).map_err(|error| has_points(error, &condition.text))?;
        }
    }
    for (position, condition) in after.conditions.iter().enumerate() {
        store::put_condition(pen, id, position, condition)?;
    }
    if before.tie_breaks != after.tie_breaks {
        store::set_tie_breaks(pen, id, &after.tie_breaks)?;
    }
    Ok(())
}

fn has_points(error: Error, name: &str) -> Error {
    match error {
        Error::Broken(chain) if chain.contains("FOREIGN KEY") => Error::refused(
            "groups",
            format!("“{name}” đã có điểm chấm nên không xóa được. Hãy xóa điểm trước, hoặc lập bản mới của bảng điểm."),
        ),
        Error::Broken(_) | Error::Refused(_) => error,
    }
}

/// The table cleaned, or everything that is wrong with it.
fn check(table: ScoreTable) -> Result<ScoreTable> {
    let mut wrong = Refusals::new();
    let groups: Vec<ScoreGroup> = table.groups.into_iter().map(cleaned).collect();
    let conditions = table.conditions.into_iter().map(|condition| ScoreCondition {
        text: clean(&condition.text),
        source: clean(&condition.source),
        // What the people who score say themselves has no figure.
        figure: if condition.kind == ScoreConditionKind::Stated { 0 } else { condition.figure },
        ..condition
    });
    let conditions = conditions.collect();
    let table = ScoreTable { name: clean(&table.name), source: clean(&table.source), groups, conditions, ..table };
    if table.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên bảng điểm. Ví dụ: Bảng điểm trường học.");
    }
    if table.step.0 <= 0 {
        wrong.refuse("step", "Bước điểm phải lớn hơn 0. Ví dụ: 0,5.");
    }
    if table.period.is_some() && table.kinds.is_empty() {
        wrong.refuse("kinds", "Chưa chọn loại hình đơn vị nào dùng bảng điểm này.");
    }
    if table.until.zip(table.since).is_some_and(|(until, since)| until < since) {
        wrong.refuse("until", "Ngày hết hiệu lực phải sau ngày có hiệu lực.");
    }
    if !table.groups.iter().any(|group| group.kind == ScoreGroupKind::Scored && !group.criteria.is_empty()) {
        wrong.refuse("groups", "Bảng điểm cần ít nhất một nhóm điểm chấm có tiêu chí.");
    }
    for (at, group) in table.groups.iter().enumerate() {
        check_group(at, group, &mut wrong);
    }
    let scored = table.groups.iter().filter(|group| group.kind == ScoreGroupKind::Scored).count();
    for (at, rule) in table.tie_breaks.iter().enumerate() {
        let is_group = rule.kind == TieBreakKind::Group;
        let fits = usize::try_from(rule.nth).is_ok_and(|nth| (1..=scored).contains(&nth));
        if is_group != fits && (is_group || rule.nth != 0) {
            let sentence = if scored == 0 {
                "Bảng điểm chưa có nhóm điểm chấm nào để phân hạng theo.".to_owned()
            } else {
                format!("Chọn nhóm từ 1 đến {scored} để phân hạng.")
            };
            wrong.refuse(&format!("tie_breaks.{at}"), sentence);
        }
    }
    for (at, condition) in table.conditions.iter().enumerate() {
        check_condition(at, condition, &mut wrong);
    }
    wrong.or(table)
}

fn cleaned(group: ScoreGroup) -> ScoreGroup {
    let criteria = group.criteria.into_iter().map(|criterion| Criterion {
        name: clean(&criterion.name),
        measure: clean(&criterion.measure),
        ..criterion
    });
    ScoreGroup { name: clean(&group.name), criteria: criteria.collect(), ..group }
}

fn check_group(at: usize, group: &ScoreGroup, wrong: &mut Refusals) {
    if group.name.is_empty() {
        wrong.refuse(&format!("groups.{at}.name"), format!("Chưa ghi tên nhóm thứ {}.", at + 1));
    }
    if group.criteria.is_empty() {
        wrong.refuse(&format!("groups.{at}.name"), format!("Nhóm “{}” chưa có tiêu chí nào.", group.name));
    }
    for (row, criterion) in group.criteria.iter().enumerate() {
        let field = |name: &str| format!("groups.{at}.criteria.{row}.{name}");
        if criterion.name.is_empty() {
            wrong.refuse(&field("name"), format!("Chưa ghi tên tiêu chí thứ {} của nhóm “{}”.", row + 1, group.name));
        }
        match (criterion.most, group.kind) {
            (Some(most), _) if most.0 <= 0 => {
                wrong.refuse(&field("most"), format!("Điểm chuẩn của “{}” phải lớn hơn 0.", criterion.name));
            }
            (None, ScoreGroupKind::Scored) => {
                wrong.refuse(&field("most"), format!("Chưa ghi điểm chuẩn của “{}”.", criterion.name));
            }
            (Some(_) | None, _) => {}
        }
    }
}

fn check_condition(at: usize, condition: &ScoreCondition, wrong: &mut Refusals) {
    let field = |name: &str| format!("conditions.{at}.{name}");
    if condition.text.is_empty() {
        wrong.refuse(&field("text"), "Chưa ghi nội dung điều kiện. Ví dụ: Không tiêu chí nào dưới 50 % điểm chuẩn.");
    }
    match condition.kind {
        ScoreConditionKind::LeastShare if !(1..=100).contains(&condition.figure) => {
            wrong.refuse(&field("figure"), "Mức tối thiểu là số phần trăm từ 1 đến 100. Ví dụ: 50.");
        }
        ScoreConditionKind::MonthsSinceFounding | ScoreConditionKind::MonthsSinceChange
            if !(1..=120).contains(&condition.figure) =>
        {
            wrong.refuse(&field("figure"), "Số tháng phải từ 1 đến 120. Ví dụ: 12.");
        }
        ScoreConditionKind::LeastShare
        | ScoreConditionKind::Stated
        | ScoreConditionKind::MonthsSinceFounding
        | ScoreConditionKind::MonthsSinceChange => {}
    }
    if condition.certainty == Certainty::Sourced && condition.source.is_empty() {
        wrong.refuse(&field("source"), "Đã chọn “Có nguồn” thì cần ghi nguồn. Ví dụ: số văn bản.");
    }
}

/// A table to be copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreTableCopy {
    /// From which table or model.
    pub id: ScoreTableId,
    /// Into which period; none: as a model. Into its own period: a new version.
    pub period: Option<PeriodId>,
    /// For which kinds of unit.
    pub kinds: Vec<UnitKind>,
}

/// Copies a table into another period, or as a new version into its own.
pub fn copy_table(office: &mut Office, copy: ScoreTableCopy) -> Result<Done<ScoreTableId>> {
    let from = get(office.db(), copy.id)?;
    let version = if copy.period.is_some() && copy.period == from.period { from.version + 1 } else { 1 };
    let kinds = if copy.kinds.is_empty() { from.kinds.clone() } else { copy.kinds };
    let table = check(ScoreTable { id: None, period: copy.period, version, kinds, fixed: false, ..from })?;
    office.act(COPY, |pen| {
        pen.detail(&table.name);
        insert(pen, &table, Some(copy.id))
    })
}

/// A table to be deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreTableGone {
    /// Which table.
    pub id: ScoreTableId,
}

/// Deletes a table that no sheet uses.
pub fn delete_table(office: &mut Office, gone: ScoreTableGone) -> Result<Done<()>> {
    let table = get(office.db(), gone.id)?;
    office.act(DELETE, |pen| {
        pen.detail(&table.name);
        store::delete_table(pen, gone.id).map_err(|error| has_points(error, &table.name))
    })
}
