//! Union members ("đoàn viên").
//!
//! Who a member is stands in one row and is corrected in place; where they belonged stands in memberships, spans of days
//! with the decision or letter. Whoever leaves is ended, never deleted; only who was added by mistake is deleted.

mod draft;
mod dump;
mod duplicates;
mod ending;
mod ending_many;
pub mod identity;
mod lines;
mod merge;
pub mod paper;
mod privacy;
mod question;
mod rules;
mod stay;
mod store;
mod views;
mod words;

pub use draft::{MemberDraft, MemberField};
pub use dump::dump;
pub use duplicates::{
    DuplicateAsk, DuplicateGroup, DuplicateWhy, KeepApart, duplicates, keep_apart, look_alikes, tell_apart,
};
pub use ending::{
    MembersOfEnded, UnitDissolve, UnitMerge, UnitSplit, UnitTransfer, dissolve, merge_units, split, transfer,
};
pub use ending_many::{UnitEndLine, UnitsEnd, UnitsEndPlan, end_many, plan_end};
pub use lines::{
    MemberCounts, MemberLine, MemberPage, MemberPageAsk, MemberQuery, MemberSort, MissingCount, RestrictedFields,
    counts, lines_of, matching, page, seen_lines,
};
pub use merge::{Follow, MemberMerge, merge};
pub use privacy::{Unmask, UnmaskingId, may_see, unmask};
pub(crate) use question::search_words;
pub use rules::{WORKING_AGE, Warning, check, joined_too_young, warnings};
pub use stay::{MembersLeave, MembersMove, MembersPause, MembersReturn, leave, move_to, pause, resume, take_back};
pub use store::{Joining, Member, Membership, MembershipId, member, named_of_unit};
pub use views::{SavedView, SavedViewDraft, SavedViewId, ViewGone, ViewsOf, delete_view, save_view, views};
pub use words::{Beginning, Ending, Gender, Leaving, Missing, Status};

use crate::{
    calendar::PartialDate,
    choice::Choice,
    error::{Error, Refusals, Result},
    id::MemberId,
    journal::What,
    office::{Done, Office, Pen},
    units::{self, UnitId},
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The closed sets of words about members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberWords {
    /// Giới tính.
    pub genders: Vec<Choice>,
    /// Trạng thái.
    pub statuses: Vec<Choice>,
    /// Lý do rời.
    pub leavings: Vec<Choice>,
    /// Cách bắt đầu sinh hoạt.
    pub beginnings: Vec<Choice>,
    /// Thông tin còn thiếu.
    pub missing: Vec<Choice>,
    /// Every field with its header.
    pub fields: Vec<Choice>,
}

/// The words for the page's choices.
pub fn words(_: &mut Office, (): ()) -> Result<MemberWords> {
    Ok(MemberWords {
        genders: Gender::choices(),
        statuses: Status::choices(),
        leavings: Leaving::choices(),
        beginnings: Beginning::choices(),
        missing: Missing::choices(),
        fields: MemberField::choices(),
    })
}

/// One member's record is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberAsk {
    /// The member.
    pub id: MemberId,
    /// Leave to see restricted fields.
    #[serde(default)]
    pub unmasking: Option<UnmaskingId>,
}

/// All that one member's card shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberRecord {
    /// As in the list.
    pub line: MemberLine,
    /// Where they belonged, newest first.
    pub memberships: Vec<Membership>,
    /// Others who may be the same person.
    pub look_alikes: Vec<MemberLine>,
}

/// One member with their past.
pub fn get(office: &mut Office, ask: MemberAsk) -> Result<MemberRecord> {
    let seen = privacy::unmasked(office, ask.unmasking)?;
    let db = office.db();
    let look_alikes = duplicates::of_member(db, &member(db, ask.id)?)?;
    Ok(MemberRecord {
        line: lines::LineReader::new(office, None, seen).line(ask.id)?,
        memberships: store::memberships(db, ask.id, office.today())?,
        look_alikes: seen_lines(office, &look_alikes, None, None)?,
    })
}

const ADD: What = What::new("member.add", "Thêm đoàn viên");
const EDIT: What = What::new("member.edit", "Sửa đoàn viên");
const DELETE: What = What::new("member.delete", "Xóa đoàn viên thêm nhầm");

/// A member to be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberAdd {
    /// Who it is.
    pub draft: MemberDraft,
    /// Where they belong.
    pub unit: UnitId,
    /// Since when; none: as long as the office knows.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// How the membership begins.
    pub began: Beginning,
    /// By which decision or letter.
    #[serde(default)]
    pub document: String,
}

/// What adding answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberAdded {
    /// The new member.
    pub id: MemberId,
    /// What is worth a look.
    pub warnings: Vec<Warning>,
    /// Others who may be the same person.
    pub look_alikes: Vec<MemberLine>,
}

/// Adds one member to a unit.
pub fn add(office: &mut Office, new: MemberAdd) -> Result<Done<MemberAdded>> {
    let today = office.today();
    let draft = check(new.draft, today)?;
    if let Some(since) = new.since {
        rules::has_come("since", since, today)?;
        rules::is_born("since", since, &draft)?;
    }
    takes_members(office, new.unit, new.since.unwrap_or(today))?;
    let done = office.act(ADD, |pen| {
        let document = clean(&new.document);
        store::insert(pen, &draft, &Joining { unit: new.unit, since: new.since, began: new.began, document: &document })
    })?;
    let look_alikes = duplicates::of_member(office.db(), &member(office.db(), done.value)?)?;
    let look_alikes = seen_lines(office, &look_alikes, None, None)?;
    Ok(done.map(|id| MemberAdded { id, warnings: warnings(&draft), look_alikes }))
}

/// Refuses a unit that does not exist on that day.
fn takes_members(office: &Office, unit: UnitId, day: NaiveDate) -> Result<()> {
    let Some(found) = units::unit(office.db(), unit)? else { return Err(units::unknown()) };
    if found.ended.is_some_and(|ended| ended <= day.max(office.today())) {
        return Err(Error::refused(
            "unit",
            "Đơn vị đã kết thúc hoạt động nên không nhận thêm đoàn viên. Hãy chọn đơn vị khác.",
        ));
    }
    match found.established.map(PartialDate::first_day).filter(|founded| day < *founded) {
        Some(founded) => {
            let founded = founded.format("%d/%m/%Y");
            Err(Error::refused("since", format!("Đơn vị thành lập ngày {founded}, sau ngày này. Hãy xem lại ngày.")))
        }
        None => Ok(()),
    }
}

/// Adds a member who was admitted on that day, inside another act.
pub fn admit(pen: &Pen<'_>, draft: &MemberDraft, unit: UnitId, day: NaiveDate) -> Result<MemberId> {
    let began = Beginning::Admitted;
    store::insert(pen, draft, &Joining { unit, since: Some(day), began, document: "" })
}

/// Adds a member who stands in a list, inside the importing act.
pub fn insert(pen: &Pen<'_>, draft: &MemberDraft, unit: UnitId, since: Option<NaiveDate>) -> Result<MemberId> {
    store::insert(pen, draft, &Joining { unit, since, began: Beginning::Listed, document: "" })
}

/// A member's unit was dissolved on that day: they ended with it, inside the importing act.
pub fn end_with_unit(pen: &Pen<'_>, id: MemberId, day: NaiveDate) -> Result<()> {
    let ended = Leaving::UnitDissolved;
    store::leave(pen, &member(pen, id)?, day, (ended.ending(), ended.status()), "")
}

/// Fills and corrects a member inside the importing act; a blank erases nothing. Answers whether anything changed.
pub fn fill(pen: &Pen<'_>, id: MemberId, changes: &MemberDraft) -> Result<bool> {
    let before = member(pen, id)?.facts;
    let mut after = before.clone();
    for field in MemberField::ALL {
        field.take(&mut after, changes, true);
    }
    if after == before {
        return Ok(false);
    }
    store::update(pen, id, &before, &after)?;
    Ok(true)
}

/// The text of one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellChange {
    /// Whose.
    pub id: MemberId,
    /// Which field.
    pub field: MemberField,
    /// As typed; blank: empty it.
    pub text: String,
}

/// Cells typed, pasted or filled down: one act. Refusals name the cell as `cells.3.birth`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberEdit {
    /// In the order of the page.
    pub cells: Vec<CellChange>,
}

/// What became of one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellAnswer {
    /// Why it would be refused; empty: it is good.
    pub sentence: String,
    /// What is worth a look in the record then, about this field.
    pub warnings: Vec<Warning>,
}

/// What editing answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberEdited {
    /// How many members changed.
    pub members: u32,
    /// How many cells changed.
    pub cells: u32,
}

/// The records as they would be, and what is wrong with which cell.
struct Trial {
    before: BTreeMap<MemberId, MemberDraft>,
    after: BTreeMap<MemberId, MemberDraft>,
    wrong: Vec<(usize, MemberField, String)>,
    changed: u32,
}

fn trial(db: &Connection, cells: &[CellChange], today: NaiveDate) -> Result<Trial> {
    let mut trial = Trial { before: BTreeMap::new(), after: BTreeMap::new(), wrong: Vec::new(), changed: 0 };
    for (at, cell) in cells.iter().enumerate() {
        if !trial.after.contains_key(&cell.id) {
            let facts = member(db, cell.id)?.facts;
            trial.before.insert(cell.id, facts.clone());
            trial.after.insert(cell.id, facts);
        }
        let Some(draft) = trial.after.get_mut(&cell.id) else { continue };
        let mut changed = draft.clone();
        let sentence = match cell.field.put(&mut changed, &cell.text, today) {
            Err(sentence) => Some(sentence.to_owned()),
            Ok(()) => refusal_of(cell.field, &changed, today),
        };
        match sentence {
            Some(sentence) => trial.wrong.push((at, cell.field, sentence)),
            None if *draft != changed => {
                trial.changed += 1;
                *draft = changed;
            }
            None => {}
        }
    }
    Ok(trial)
}

/// What the rules say against this field, if anything. A fault of another field, there before, is not this cell's.
fn refusal_of(field: MemberField, draft: &MemberDraft, today: NaiveDate) -> Option<String> {
    let mut wrong = Refusals::new();
    rules::refusals(&mut wrong, "", draft, today);
    match wrong.or(()) {
        Err(Error::Refused(refusals)) => {
            refusals.into_iter().find(|refusal| refusal.field == field.code()).map(|refusal| refusal.sentence)
        }
        Ok(()) | Err(Error::Broken(_)) => None,
    }
}

/// Says cell by cell what would become of an edit, without writing: for a paste with a preview.
pub fn try_edit(office: &mut Office, edit: MemberEdit) -> Result<Vec<CellAnswer>> {
    let trial = trial(office.db(), &edit.cells, office.today())?;
    let answers = edit.cells.iter().enumerate().map(|(at, cell)| CellAnswer {
        sentence: trial
            .wrong
            .iter()
            .find(|(wrong, ..)| *wrong == at)
            .map(|(.., said)| said.clone())
            .unwrap_or_default(),
        warnings: trial
            .after
            .get(&cell.id)
            .map(|draft| warnings(draft).into_iter().filter(|warning| warning.field == cell.field.code()).collect())
            .unwrap_or_default(),
    });
    Ok(answers.collect())
}

/// Writes cells: all of them, or none when one is refused.
pub fn edit(office: &mut Office, edit: MemberEdit) -> Result<Done<MemberEdited>> {
    office.act(EDIT, |pen| write(pen, &trial(pen, &edit.cells, pen.today())?, "cells"))
}

fn write(pen: &Pen<'_>, trial: &Trial, prefix: &str) -> Result<MemberEdited> {
    let mut wrong = Refusals::new();
    for (at, field, sentence) in &trial.wrong {
        wrong.refuse(&format!("{prefix}.{at}.{}", field.code()), sentence);
    }
    wrong.or(())?;
    let whole = trial.after.iter().filter_map(|(id, after)| Some((id, trial.before.get(id)?, after)));
    let changed: Vec<_> = whole.filter(|(_, before, after)| before != after).collect();
    let edited = MemberEdited { members: u32::try_from(changed.len()).unwrap_or(u32::MAX), cells: trial.changed };
    pen.detail(format!("{} đoàn viên, {} ô", edited.members, edited.cells));
    for (id, before, after) in changed {
        store::update(pen, *id, before, after)?;
    }
    Ok(edited)
}

/// Some members: those named, or all that match a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct MemberChoice {
    /// Those named.
    pub ids: Vec<MemberId>,
    /// All that match; `ids` are then left out of account.
    pub query: Option<MemberQuery>,
}

impl MemberChoice {
    /// Who is meant, each once.
    pub fn members(&self, office: &Office) -> Result<Vec<MemberId>> {
        let mut members = match &self.query {
            Some(query) => matching(office, query)?,
            None => self.ids.clone(),
        };
        members.sort_unstable();
        members.dedup();
        if members.is_empty() {
            return Err(Error::refused("members", "Chưa chọn đoàn viên nào. Hãy đánh dấu ít nhất một dòng."));
        }
        Ok(members)
    }
}

/// One value for one field of many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberBulkEdit {
    /// Whose.
    pub members: MemberChoice,
    /// Which field.
    pub field: MemberField,
    /// As typed; blank: empty it.
    pub text: String,
}

const BULK_EDIT: What = What::new("member.bulk_edit", "Sửa nhiều đoàn viên");

/// What every member has for themselves alone.
const OWN: [MemberField; 4] =
    [MemberField::FullName, MemberField::CitizenId, MemberField::LegacyId, MemberField::MemberCode];

/// Sets one field of many members in one act.
pub fn bulk_edit(office: &mut Office, edit: MemberBulkEdit) -> Result<Done<MemberEdited>> {
    if OWN.contains(&edit.field) {
        let sentence = format!("{} không sửa hàng loạt được. Hãy sửa từng người.", edit.field.label());
        return Err(Error::refused("field", sentence));
    }
    let members = edit.members.members(office)?;
    let cell = |id: &MemberId| CellChange { id: *id, field: edit.field, text: edit.text.clone() };
    let cells: Vec<CellChange> = members.iter().map(cell).collect();
    office.act(BULK_EDIT, |pen| {
        let mut trial = trial(pen, &cells, pen.today())?;
        // the same text is wrong for everybody: it is said once
        trial.wrong.truncate(1);
        write(pen, &trial, "members")
    })
}

/// Members to be taken out of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberDelete {
    /// Who was added by mistake.
    pub members: MemberChoice,
}

/// Deletes members who were added by mistake. Whoever really left is ended by `members.leave` instead.
pub fn delete(office: &mut Office, delete: MemberDelete) -> Result<Done<u32>> {
    let members = delete.members.members(office)?;
    let deleted = office.act(DELETE, |pen| {
        pen.detail(format!("{} đoàn viên", members.len()));
        members.iter().try_for_each(|id| store::delete(pen, *id))?;
        Ok(u32::try_from(members.len()).unwrap_or(u32::MAX))
    });
    deleted.map_err(still_used)
}

/// A foreign key holds the record: it is named in a decision, or holds a post.
fn still_used(error: Error) -> Error {
    match error {
        Error::Broken(chain) if chain.contains("FOREIGN KEY") => Error::refused(
            "members",
            "Có đoàn viên đang được nhắc đến ở nơi khác (chức vụ, quyết định khen thưởng) nên không xóa được. Nếu người đó đã rời đơn vị, hãy dùng việc “Cho rời đơn vị”.",
        ),
        Error::Broken(_) | Error::Refused(_) => error,
    }
}

#[cfg(test)]
mod ending_many_tests;
#[cfg(test)]
mod many_tests;
#[cfg(test)]
mod tests;
