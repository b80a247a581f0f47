//! What happens to members when their unit ends: dissolved, merged, split, handed over. Each is one act.

use super::{
    Beginning, Ending, Joining, Leaving, member,
    rules::has_come,
    stay::{came_later, change_over},
    store,
};
use crate::{
    error::{Error, Refusals, Result},
    journal::What,
    office::{Done, Office, Pen},
    units::{self, UnitDraft, UnitEnding, UnitHappening, UnitId},
    vietnamese::clean,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What becomes of the members of a unit that ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MembersOfEnded {
    /// Their membership ends, "CĐCS giải thể".
    End,
    /// They move to another unit of ours.
    Move {
        /// Which.
        unit: UnitId,
    },
    /// They stay on the list of the ended unit until somebody sees to them.
    Stay,
}

/// A unit is dissolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitDissolve {
    /// The unit.
    pub unit: UnitId,
    /// From this day on it is no more.
    pub day: NaiveDate,
    /// The number of the decision.
    #[serde(default)]
    pub document: String,
    /// What becomes of its members.
    pub members: MembersOfEnded,
}

/// A unit is handed over to another office; its members go with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitTransfer {
    /// The unit.
    pub unit: UnitId,
    /// From this day on it is no longer ours.
    pub day: NaiveDate,
    /// The number of the decision.
    #[serde(default)]
    pub document: String,
    /// To whom.
    #[serde(default)]
    pub to: String,
}

/// Units become one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitMerge {
    /// The units that end.
    pub units: Vec<UnitId>,
    /// The unit that takes them in; none: `new`.
    #[serde(default)]
    pub into: Option<UnitId>,
    /// The unit that is founded for it.
    #[serde(default)]
    pub new: Option<UnitDraft>,
    /// From this day on.
    pub day: NaiveDate,
    /// The number of the decision.
    #[serde(default)]
    pub document: String,
}

/// One unit becomes several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitSplit {
    /// The unit.
    pub unit: UnitId,
    /// The units that come out of it. Its members are moved to them afterwards, from the list.
    pub new: Vec<UnitDraft>,
    /// Whether it ends; its members then go to the first new unit.
    pub ends: bool,
    /// From this day on.
    pub day: NaiveDate,
    /// The number of the decision.
    #[serde(default)]
    pub document: String,
}

const DISSOLVE: What = What::new("unit.dissolve", "Giải thể đơn vị");
const TRANSFER: What = What::new("unit.transfer", "Chuyển giao đơn vị");
const MERGE: What = What::new("unit.merge", "Sáp nhập đơn vị");
const SPLIT: What = What::new("unit.split", "Chia tách đơn vị");

/// Dissolves a unit. It keeps its past; nobody is added to it any more.
pub fn dissolve(office: &mut Office, dissolve: UnitDissolve) -> Result<Done<u32>> {
    let UnitDissolve { unit, day, members, document } = dissolve;
    has_come("day", day, office.today())?;
    ends(office, unit, day, "unit", &[unit])?;
    if let MembersOfEnded::Move { unit: to } = members {
        takes_in(office, to, &[unit], day)?;
    }
    let document = clean(&document);
    office.act(DISSOLVE, |pen| {
        let moved = dissolve_one(pen, unit, day, &members, &document)?;
        pen.detail(format!("{moved} đoàn viên"));
        Ok(moved)
    })
}

/// Dissolves a unit inside an act; answers how many members that concerned.
pub(super) fn dissolve_one(
    pen: &Pen<'_>,
    unit: UnitId,
    day: NaiveDate,
    members: &MembersOfEnded,
    document: &str,
) -> Result<u32> {
    let (count, to) = match members {
        MembersOfEnded::End => (leave_all(pen, unit, day, Leaving::UnitDissolved, document)?, None),
        MembersOfEnded::Move { unit: to } => (move_all(pen, unit, *to, day, document)?, Some(*to)),
        MembersOfEnded::Stay => (0, None),
    };
    units::end(pen, unit, day, UnitEnding::Dissolved, document)?;
    units::event(pen, unit, UnitHappening::Dissolved, Some(day), document, to, "")?;
    Ok(count)
}

/// Hands a unit over; its members leave with it.
pub fn transfer(office: &mut Office, transfer: UnitTransfer) -> Result<Done<u32>> {
    let UnitTransfer { unit, day, document, to } = transfer;
    has_come("day", day, office.today())?;
    ends(office, unit, day, "unit", &[unit])?;
    let (document, to) = (clean(&document), clean(&to));
    office.act(TRANSFER, |pen| {
        let gone = transfer_one(pen, unit, day, &to, &document)?;
        pen.detail(format!("{gone} đoàn viên"));
        Ok(gone)
    })
}

/// Hands a unit over inside an act; answers how many members went with it.
pub(super) fn transfer_one(pen: &Pen<'_>, unit: UnitId, day: NaiveDate, to: &str, document: &str) -> Result<u32> {
    let gone = leave_all(pen, unit, day, Leaving::TransferredOut, document)?;
    units::end(pen, unit, day, UnitEnding::Transferred, document)?;
    units::event(pen, unit, UnitHappening::Transferred, Some(day), document, None, to)?;
    Ok(gone)
}

/// Merges units into a standing one or into a new one; both pasts stay linked.
pub fn merge_units(office: &mut Office, merge: UnitMerge) -> Result<Done<UnitId>> {
    let day = merge.day;
    has_come("day", day, office.today())?;
    let into = successor(office, &merge)?;
    for (at, unit) in merge.units.iter().enumerate() {
        let field = format!("units.{at}");
        if merge.units.iter().take(at).any(|other| other == unit) {
            return Err(Error::refused(&field, "Đơn vị được chọn hai lần. Hãy bỏ một lần."));
        }
        ends(office, *unit, day, &field, &merge.units)?;
    }
    let document = clean(&merge.document);
    office.act(MERGE, |pen| {
        // before the new one is founded, which may take over a code
        for unit in &merge.units {
            units::end(pen, *unit, day, UnitEnding::Merged, &document)?;
        }
        let into = match into {
            Successor::Standing(id) => id,
            Successor::New(draft) => found(pen, &draft, day, &document, None)?,
        };
        for unit in &merge.units {
            move_all(pen, *unit, into, day, &document)?;
            units::event(pen, *unit, UnitHappening::Merged, Some(day), &document, Some(into), "")?;
            units::event(pen, into, UnitHappening::Merged, Some(day), &document, Some(*unit), "")?;
        }
        pen.detail(format!("{} đơn vị", merge.units.len()));
        Ok(into)
    })
}

enum Successor {
    Standing(UnitId),
    New(UnitDraft),
}

fn successor(office: &Office, merge: &UnitMerge) -> Result<Successor> {
    let mut wrong = Refusals::new();
    if merge.units.is_empty() {
        wrong.refuse("units", "Chưa chọn đơn vị được sáp nhập.");
    }
    match (merge.into, &merge.new) {
        (Some(into), _) if merge.units.contains(&into) => {
            wrong.refuse("into", "Đơn vị nhận sáp nhập không nằm trong danh sách bị sáp nhập. Hãy bỏ chọn đơn vị đó.");
        }
        (Some(into), _) => {
            takes_in(office, into, &merge.units, merge.day)?;
            return wrong.or(Successor::Standing(into));
        }
        (None, Some(draft)) => {
            let draft = new_unit(office, draft, merge.day, &merge.units)?;
            return wrong.or(Successor::New(draft));
        }
        (None, None) => wrong.refuse("into", "Chưa chọn đơn vị nhận sáp nhập, cũng chưa ghi đơn vị mới."),
    }
    wrong.or(())?;
    Err(Error::refused("into", "Chưa chọn đơn vị nhận sáp nhập."))
}

/// Splits a unit; whether it goes on or ends, the new ones know where they come from.
pub fn split(office: &mut Office, split: UnitSplit) -> Result<Done<Vec<UnitId>>> {
    let UnitSplit { unit, ends: it_ends, day, .. } = split;
    has_come("day", day, office.today())?;
    if it_ends {
        ends(office, unit, day, "unit", &[unit])?;
    } else if !units::living_on(office.db(), unit, day)? {
        return Err(Error::refused(
            "unit",
            "Đơn vị không hoạt động vào ngày này. Hãy xem lại ngày hoặc chọn đơn vị khác.",
        ));
    }
    let instead_of = if it_ends { std::slice::from_ref(&unit) } else { &[] };
    let drafts = new_units(office, &split.new, day, instead_of)?;
    let document = clean(&split.document);
    office.act(SPLIT, |pen| {
        if it_ends {
            units::end(pen, unit, day, UnitEnding::Split, &document)?;
        }
        let mut new = Vec::new();
        for draft in &drafts {
            new.push(found(pen, draft, day, &document, Some(unit))?);
        }
        if let (true, Some(first)) = (it_ends, new.first()) {
            move_all(pen, unit, *first, day, &document)?;
        }
        units::event(pen, unit, UnitHappening::Split, Some(day), &document, None, "")?;
        pen.detail(format!("{} đơn vị mới", new.len()));
        Ok(new)
    })
}

/// The units that come out of a split; what is wrong with one is named by its place: `new.1.code`.
fn new_units(office: &Office, drafts: &[UnitDraft], day: NaiveDate, instead_of: &[UnitId]) -> Result<Vec<UnitDraft>> {
    let mut wrong = Refusals::new();
    let mut checked: Vec<UnitDraft> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        match new_unit(office, draft, day, instead_of) {
            Ok(draft) if checked.iter().any(|other| other.code.eq_ignore_ascii_case(&draft.code)) => {
                let sentence = format!("Mã {} ghi cho hai đơn vị mới. Hãy ghi mã khác.", draft.code);
                wrong.refuse(&format!("new.{at}.code"), sentence);
            }
            Ok(draft) => checked.push(draft),
            Err(Error::Refused(refusals)) => {
                for refusal in refusals {
                    wrong.refuse(&format!("new.{at}.{}", refusal.field), refusal.sentence);
                }
            }
            Err(broken @ Error::Broken(_)) => return Err(broken),
        }
    }
    if drafts.is_empty() {
        wrong.refuse("new", "Chưa ghi đơn vị mới nào. Hãy ghi ít nhất một đơn vị.");
    }
    wrong.or(checked)
}

/// The unit that is founded on that day; one that stands no more from then on may leave it its code.
fn new_unit(office: &Office, draft: &UnitDraft, day: NaiveDate, instead_of: &[UnitId]) -> Result<UnitDraft> {
    let draft = UnitDraft { established: Some(draft.established.unwrap_or(day.into())), ..draft.clone() };
    let draft = units::check(draft, office.today())?;
    units::fits(office.db(), instead_of, &draft, office.today())?;
    Ok(draft)
}

fn found(pen: &Pen<'_>, draft: &UnitDraft, day: NaiveDate, document: &str, from: Option<UnitId>) -> Result<UnitId> {
    let draft = UnitDraft { established_by: document.to_owned(), ..draft.clone() };
    let id = units::insert(pen, &draft)?;
    units::event(pen, id, UnitHappening::Established, Some(day), document, from, "")?;
    Ok(id)
}

/// Refuses a unit that cannot end on that day, beside those that end together with it.
pub(super) fn ends(office: &Office, unit: UnitId, day: NaiveDate, field: &str, together: &[UnitId]) -> Result<()> {
    let db = office.db();
    let mut wrong = Refusals::new();
    if units::unit(db, unit)?.ok_or_else(units::unknown)?.ended.is_some() {
        wrong.refuse(field, "Đơn vị này đã kết thúc hoạt động từ trước.");
    } else if !units::living_on(db, unit, day)? {
        wrong.refuse("day", "Ngày này trước ngày thành lập của đơn vị. Hãy chọn ngày sau hơn.");
    } else if let Some(changed) = units::state_on(db, unit, office.today())?.since.filter(|since| *since > day) {
        let sentence = "Đơn vị đã đổi tên hoặc thay đổi từ {}, sau ngày này. Hãy chọn ngày sau hơn; nếu lần thay đổi đó ghi sai, hãy hoàn tác.";
        wrong.refuse("day", sentence.replace("{}", &changed.format("%d/%m/%Y").to_string()));
    }
    let later = store::came_after(db, unit, day)?;
    if !later.is_empty() {
        wrong.refuse("day", came_later(&later));
    }
    let below = units::children(db, unit)?.iter().filter(|child| !together.contains(child)).count();
    if below > 0 {
        wrong.refuse(field, format!("Còn {below} đơn vị trực thuộc. Hãy chuyển hoặc kết thúc các đơn vị đó trước."));
    }
    wrong.or(())
}

/// Refuses a unit that cannot take members in: it must have stood on that day and still stand.
pub(super) fn takes_in(office: &Office, to: UnitId, from: &[UnitId], day: NaiveDate) -> Result<()> {
    let db = office.db();
    if from.contains(&to) || !units::living_on(db, to, day)? || !units::living_on(db, to, office.today())? {
        return Err(Error::refused("into", "Đơn vị nhận phải là đơn vị khác đang hoạt động. Hãy chọn đơn vị khác."));
    }
    Ok(())
}

fn leave_all(pen: &Pen<'_>, unit: UnitId, day: NaiveDate, how: Leaving, document: &str) -> Result<u32> {
    let members = store::of_unit(pen, unit)?;
    let until = day.pred_opt().unwrap_or(day);
    for id in &members {
        store::leave(pen, &member(pen, *id)?, until, (how.ending(), how.status()), document)?;
    }
    Ok(u32::try_from(members.len()).unwrap_or(u32::MAX))
}

fn move_all(pen: &Pen<'_>, from: UnitId, to: UnitId, day: NaiveDate, document: &str) -> Result<u32> {
    let members = store::of_unit(pen, from)?;
    for id in &members {
        let status = member(pen, *id)?.status;
        let joining = Joining { unit: to, since: Some(day), began: Beginning::Moved, document };
        change_over(pen, *id, &joining, status, Ending::Moved)?;
    }
    Ok(u32::try_from(members.len()).unwrap_or(u32::MAX))
}
