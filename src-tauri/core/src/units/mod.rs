//! Units ("đơn vị, công đoàn cơ sở"): the unions under our office, as they are and as they were.
//!
//! A unit is one for good. What changes by decision (name, kind, parent, bloc) is a span of days with its decision;
//! what was mistyped is corrected in place. What happens to the members when a unit ends stands in `members/ending.rs`.

mod blocs;
mod dump;
mod figures;
mod import;
mod lines;
mod officers;
pub mod paper;
mod rules;
mod store;
mod successors;
mod words;

pub use blocs::{
    Bloc, BlocDraft, BlocEnd, BlocId, BlocYear, blocs, carry_heads, end_bloc, set_bloc, set_year as lead_bloc,
    was_in_bloc,
};
pub use dump::dump;
pub use figures::{UnitMap, UnitTallies, UnitTalliesOf, UnitTally, UnitsBy, figures};
pub use import::{BlocRow, Imported, UnitRow, fill, free_code, import, import_blocs, would_change};
pub use lines::{UnitCounts, UnitLine, UnitPage, UnitQuery, UnitSort, UnitTreeLine, list, tree};
pub use officers::{Officer, OfficerEdit, OfficerList, officers_follow, set_officers};
pub use rules::check;
pub use store::{by_code, by_name, handed_to, living_on, name_on};
pub use successors::{BlocOrder, MapOfToday, Standing, UnitOrder};
pub use words::{Calendar, Level, Sector, UnitEnding, UnitHappening, UnitKind};

pub(crate) use store::{children, end, event, fits, insert, last_state, state_on, unit};

use crate::{
    calendar::PartialDate,
    choice::Choice,
    error::{Error, Refusals, Result},
    id::id,
    journal::What,
    office::{Done, Office},
    vietnamese::clean,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One unit, for good.
    UnitId
);
id!(
    /// What a unit was for one span of days.
    UnitStateId
);
id!(
    /// Something that happened to a unit.
    UnitEventId
);

/// A unit as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitDraft {
    /// "VT02": one among the living.
    pub code: String,
    /// "CĐCS Trường Mầm non Hoa Sen".
    pub name: String,
    /// Cấp.
    pub level: Level,
    /// Loại hình.
    pub kind: UnitKind,
    /// Khu vực.
    pub sector: Sector,
    /// Năm hay năm học.
    pub calendar: Calendar,
    /// The unit above; none: directly under our office.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// Its bloc.
    #[serde(default)]
    pub bloc: Option<BlocId>,
    /// Where it is, as written.
    #[serde(default)]
    pub address: String,
    /// Its telephone.
    #[serde(default)]
    pub phone: String,
    /// Since when it exists.
    #[serde(default)]
    pub established: Option<PartialDate>,
    /// The decision that established it.
    #[serde(default)]
    pub established_by: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// One unit of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unit {
    /// Its key.
    pub id: UnitId,
    /// Its code.
    pub code: String,
    /// Since when it exists.
    pub established: Option<PartialDate>,
    /// The decision that established it.
    pub established_by: String,
    /// From this day on it is no more.
    pub ended: Option<NaiveDate>,
    /// How it ended.
    pub ending: Option<UnitEnding>,
    /// The decision that ended it.
    pub ended_by: String,
    /// Anything else.
    pub note: String,
}

/// What a unit was for one span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitState {
    /// Its key.
    pub id: UnitStateId,
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Cấp.
    pub level: Level,
    /// Loại hình.
    pub kind: UnitKind,
    /// Khu vực.
    pub sector: Sector,
    /// Năm hay năm học.
    pub calendar: Calendar,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// Its bloc.
    pub bloc: Option<BlocId>,
    /// Where it is.
    pub address: String,
    /// Its telephone.
    pub phone: String,
    /// First day; none: from the beginning.
    pub since: Option<NaiveDate>,
    /// Last day; none: still, or to the end.
    pub until: Option<NaiveDate>,
    /// The decision that made it so.
    pub document: String,
}

/// One line of a unit's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitEvent {
    /// Its key.
    pub id: UnitEventId,
    /// What happened.
    pub what: UnitHappening,
    /// "Đổi tên".
    pub label: String,
    /// When; none: not known to the day.
    pub day: Option<NaiveDate>,
    /// By which decision.
    pub document: String,
    /// The other unit of a merge or split.
    pub other: Option<UnitId>,
    /// Its name.
    pub other_name: String,
    /// Old name → new name, and the like.
    pub note: String,
}

/// All that one unit's page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitRecord {
    /// The unit itself.
    pub unit: Unit,
    /// As it stands on the asked day.
    pub line: UnitLine,
    /// Every span, newest first.
    pub states: Vec<UnitState>,
    /// Who holds and held posts, those in office first.
    pub officers: Vec<Officer>,
    /// What happened to it, newest first.
    pub events: Vec<UnitEvent>,
    /// The units right under it.
    pub children: Vec<UnitLine>,
}

/// The closed sets of words about units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitWords {
    /// Cấp.
    pub levels: Vec<Choice>,
    /// Loại hình.
    pub kinds: Vec<Choice>,
    /// Khu vực.
    pub sectors: Vec<Choice>,
    /// Chu kỳ thi đua.
    pub calendars: Vec<Choice>,
    /// How units end.
    pub endings: Vec<Choice>,
    /// What units are counted by.
    pub counted_by: Vec<Choice>,
    /// The maps that they are counted on.
    pub maps: Vec<Choice>,
}

/// The words for the page's choices.
pub fn words(_: &mut Office, (): ()) -> Result<UnitWords> {
    Ok(UnitWords {
        levels: Level::choices(),
        kinds: UnitKind::choices(),
        sectors: Sector::choices(),
        calendars: Calendar::choices(),
        endings: UnitEnding::choices(),
        counted_by: UnitsBy::choices(),
        maps: UnitMap::choices(),
    })
}

/// Which unit, as of which day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitAsk {
    /// The unit.
    pub id: UnitId,
    /// As of this day; none: today.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
}

/// One unit with its past.
pub fn get(office: &mut Office, ask: UnitAsk) -> Result<UnitRecord> {
    let day = ask.as_of.unwrap_or_else(|| office.today());
    let db = office.db();
    let unit = store::unit(db, ask.id)?.ok_or_else(unknown)?;
    let lines = lines::all(office, day)?;
    let line = lines.iter().find(|line| line.id == ask.id).cloned().ok_or_else(unknown)?;
    Ok(UnitRecord {
        unit,
        states: store::states(db, ask.id)?,
        officers: officers::officers(db, ask.id)?,
        events: store::events(db, ask.id, office.today())?,
        children: lines.into_iter().filter(|child| child.parent == Some(ask.id)).collect(),
        line,
    })
}

/// What is said of a unit that is not in the register.
pub(crate) fn unknown() -> Error {
    Error::refused("unit", "Không tìm thấy đơn vị này. Có thể đơn vị vừa bị hoàn tác, hãy chọn lại trong danh sách.")
}

const ESTABLISH: What = What::new("unit.establish", "Thêm đơn vị");
const EDIT: What = What::new("unit.edit", "Sửa đơn vị");
const CHANGE: What = What::new("unit.change", "Thay đổi đơn vị theo quyết định");
const RENAME: What = What::new("unit.rename", "Đổi tên đơn vị");

/// A unit to be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitEstablish {
    /// The unit.
    pub draft: UnitDraft,
    /// It was not founded but handed over to us from another office.
    #[serde(default)]
    pub received: bool,
}

/// Adds a unit: founded or received.
pub fn establish(office: &mut Office, new: UnitEstablish) -> Result<Done<UnitId>> {
    let draft = check(new.draft, office.today())?;
    store::fits(office.db(), &[], &draft, office.today())?;
    let what = if new.received { UnitHappening::Received } else { UnitHappening::Established };
    office.act(ESTABLISH, |pen| {
        pen.detail(&draft.code);
        let id = store::insert(pen, &draft)?;
        let day = draft.established.and_then(PartialDate::known_day);
        store::event(pen, id, what, day, &draft.established_by, None, "")?;
        Ok(id)
    })
}

/// A correction of what was mistyped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitEdit {
    /// The unit.
    pub id: UnitId,
    /// How it stands.
    pub draft: UnitDraft,
}

/// Corrects a unit in place: its present span and what never changes. One that has ended no longer stands in the way of others.
pub fn edit(office: &mut Office, edit: UnitEdit) -> Result<Done<()>> {
    let draft = check(edit.draft, office.today())?;
    if store::unit(office.db(), edit.id)?.ok_or_else(unknown)?.ended.is_none() {
        store::fits(office.db(), &[edit.id], &draft, office.today())?;
    }
    office.act(EDIT, |pen| {
        pen.detail(&draft.code);
        store::correct(pen, edit.id, &draft)
    })
}

/// A change by decision: from a day on, the unit is otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitChange {
    /// The unit.
    pub id: UnitId,
    /// How it is from that day on.
    pub draft: UnitDraft,
    /// The first day.
    pub since: NaiveDate,
    /// The number of the decision.
    #[serde(default)]
    pub document: String,
}

/// Opens a new span: what the unit is called, its kind, parent or bloc, by decision.
pub fn change(office: &mut Office, change: UnitChange) -> Result<Done<()>> {
    open_span(office, CHANGE, change)
}

/// A new name by decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitRename {
    /// The unit.
    pub id: UnitId,
    /// Its new name.
    pub name: String,
    /// From which day on.
    pub since: NaiveDate,
    /// The number of the decision.
    #[serde(default)]
    pub document: String,
}

/// Renames a unit by decision; papers of earlier days keep the old name.
pub fn rename(office: &mut Office, rename: UnitRename) -> Result<Done<()>> {
    let unit = store::unit(office.db(), rename.id)?.ok_or_else(unknown)?;
    let state = store::last_state(office.db(), rename.id)?;
    let draft = UnitDraft { name: rename.name, ..drafted(&unit, &state) };
    open_span(office, RENAME, UnitChange { id: rename.id, draft, since: rename.since, document: rename.document })
}

/// The unit as its form shows it.
pub(crate) fn drafted(unit: &Unit, state: &UnitState) -> UnitDraft {
    UnitDraft {
        code: unit.code.clone(),
        name: state.name.clone(),
        level: state.level,
        kind: state.kind,
        sector: state.sector,
        calendar: state.calendar,
        parent: state.parent,
        bloc: state.bloc,
        address: state.address.clone(),
        phone: state.phone.clone(),
        established: unit.established,
        established_by: unit.established_by.clone(),
        note: unit.note.clone(),
    }
}

fn open_span(office: &mut Office, what: What, change: UnitChange) -> Result<Done<()>> {
    let UnitChange { id, draft, since, document } = change;
    let draft = check(draft, office.today())?;
    let unit = store::unit(office.db(), id)?.ok_or_else(unknown)?;
    store::fits(office.db(), &[id], &draft, office.today())?;
    let before = store::last_state(office.db(), id)?;
    let mut wrong = Refusals::new();
    if unit.ended.is_some() {
        wrong.refuse(
            "since",
            "Đơn vị đã kết thúc hoạt động nên không thay đổi được nữa. Nếu ghi nhầm, hãy sửa tại chỗ.",
        );
    }
    if let Some(day) = before.since.filter(|day| since <= *day) {
        let last = day.format("%d/%m/%Y");
        wrong.refuse(
            "since",
            format!(
                "Ngày có hiệu lực phải sau ngày của lần thay đổi trước ({last}). Nếu lần trước ghi sai, hãy sửa tại chỗ; nếu lần ấy chưa có hiệu lực, hãy hoàn tác."
            ),
        );
    }
    if store::same_state(&before, &draft) {
        wrong.refuse("name", "Chưa có gì khác so với hiện tại. Hãy ghi tên mới hoặc thông tin mới của đơn vị.");
    }
    wrong.or(())?;
    office.act(what, |pen| {
        pen.detail(&draft.code);
        store::end_state(pen, before.id, since.pred_opt().unwrap_or(since))?;
        store::insert_state(pen, id, &draft, Some(since), &clean(&document))?;
        let (what, note) = if before.name == draft.name {
            (UnitHappening::Changed, String::new())
        } else {
            (UnitHappening::Renamed, format!("{} → {}", before.name, draft.name))
        };
        store::event(pen, id, what, Some(since), &clean(&document), None, &note)?;
        Ok(())
    })
}

#[cfg(test)]
mod tests;
