//! Initiatives ("sáng kiến"): what members thought out, applied and had recognised; and works and products ("công trình, sản
//! phẩm") made for an occasion.
//!
//! An initiative may take part in a programme of a superior ("75 nghìn sáng kiến"). A programme counts what was first applied
//! in its window and keeps its other rules; what it would not count is told before anything is sent (domain §6).

mod alike;
mod assess;
mod cells;
mod dump;
mod figures;
mod heading;
pub mod paper;
mod programme_rules;
mod programmes;
mod register;
mod rules;
mod store;
mod words;
mod works;

pub use cells::{EditInitiatives, InitiativeCell, InitiativeField, edit_cells};
pub use dump::dump;
pub use figures::{FigureLine, InitiativeFigures, InitiativesOf, ObstacleFigure, figures};
pub use heading::programme_in;
pub use programme_rules::{
    ProgrammeRule, ProgrammeRuleDraft, ProgrammeRuleGone, ProgrammeRuleId, remove_rule, seed, set_rule,
};
pub use programmes::{
    Programme, ProgrammeDraft, ProgrammeGone, ProgrammeId, ProgrammePage, ProgrammeTarget, programme_named, programmes,
    remove_programme, set, set_programme,
};
pub use register::{InitiativeLine, InitiativePage, InitiativePageAsk, InitiativeQuery, InitiativeSort, page};
pub use rules::InitiativeProblem;
pub use store::{authors_follow, first_author, of_unit};
pub use words::{InitiativeKind, InitiativeLevel, InitiativePaperKind, Obstacle, ProgrammeRuleKind};
pub use works::{Work, WorkDraft, WorkGone, WorkId, WorksOf, remove_work, set_work, works};

use crate::{
    calendar::PartialDate,
    choice::Choice,
    error::{Error, Result},
    id::{MemberId, id},
    journal::What,
    members::{self, Gender},
    money::Dong,
    office::{Done, Office, Pen},
    periods,
    units::{Calendar, UnitId},
};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One initiative.
    InitiativeId
);

/// Somebody who made an initiative.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InitiativeAuthor {
    /// As written; blank with a member: the member's own name.
    pub name: String,
    /// Their own record, when it is known.
    pub member: Option<MemberId>,
    /// Giới tính.
    pub gender: Option<Gender>,
    /// Ngày sinh.
    pub birth: Option<PartialDate>,
    /// Per cent; none: not said.
    pub share: Option<i64>,
}

/// An initiative as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeDraft {
    /// The year in which it is registered.
    pub year: i32,
    /// "SK-0001"; blank: the next one of the year.
    #[serde(default)]
    pub code: String,
    /// Tên sáng kiến.
    pub title: String,
    /// Where its authors work.
    pub unit: UnitId,
    /// Tác giả, in the order of the paper.
    #[serde(default)]
    pub authors: Vec<InitiativeAuthor>,
    /// Lĩnh vực.
    #[serde(default)]
    pub field: String,
    /// Loại giải pháp.
    #[serde(default)]
    pub kind: Option<InitiativeKind>,
    /// Phạm vi áp dụng.
    #[serde(default)]
    pub scope: Option<InitiativeLevel>,
    /// Ngày áp dụng lần đầu.
    #[serde(default)]
    pub first_applied: Option<PartialDate>,
    /// Nơi áp dụng.
    #[serde(default)]
    pub place: String,
    /// Who recognised it; none: nobody yet.
    #[serde(default)]
    pub recognition: Option<InitiativeLevel>,
    /// "42/QĐ-HĐSK".
    #[serde(default)]
    pub recognition_number: String,
    /// Ngày quyết định công nhận.
    #[serde(default)]
    pub recognised_on: Option<NaiveDate>,
    /// Cơ quan công nhận.
    #[serde(default)]
    pub recognised_by: String,
    /// Giá trị làm lợi, đồng a year; 0: not counted in money.
    #[serde(default)]
    pub benefit: Dong,
    /// How the benefit was computed.
    #[serde(default)]
    pub benefit_basis: String,
    /// Hiệu quả không tính được bằng tiền.
    #[serde(default)]
    pub effect: String,
    /// The programme that it takes part in.
    #[serde(default)]
    pub programme: Option<ProgrammeId>,
    /// When it was entered on the portal.
    #[serde(default)]
    pub portal_on: Option<NaiveDate>,
    /// The portal's code for it.
    #[serde(default)]
    pub portal_code: String,
    /// A trade secret: papers say its title and effect only.
    #[serde(default)]
    pub secret: bool,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// One initiative as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeRecord {
    /// Its key.
    pub id: InitiativeId,
    /// As the form shows it.
    pub draft: InitiativeDraft,
    /// Its line of the list, with what stands in its way.
    pub line: InitiativeLine,
}

/// Which initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeAsk {
    /// The initiative.
    pub id: InitiativeId,
}

/// The closed sets of words about initiatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeWords {
    /// Loại giải pháp.
    pub kinds: Vec<Choice>,
    /// Cấp công nhận, phạm vi.
    pub levels: Vec<Choice>,
    /// What can stand in the way.
    pub obstacles: Vec<Choice>,
    /// What figures programmes have.
    pub rules: Vec<Choice>,
    /// Fields that are in use, most used first.
    pub fields: Vec<String>,
}

/// The words for the page's choices.
pub fn words(office: &mut Office, (): ()) -> Result<InitiativeWords> {
    Ok(InitiativeWords {
        kinds: InitiativeKind::choices(),
        levels: InitiativeLevel::choices(),
        obstacles: Obstacle::choices(),
        rules: ProgrammeRuleKind::choices(),
        fields: store::fields(office.db())?,
    })
}

/// One initiative.
pub fn get(office: &mut Office, ask: InitiativeAsk) -> Result<InitiativeRecord> {
    let draft = store::draft(office.db(), ask.id)?;
    let line = register::line(office, ask.id)?;
    Ok(InitiativeRecord { id: ask.id, draft, line })
}

pub(crate) fn unknown() -> Error {
    Error::refused(
        "id",
        "Không tìm thấy sáng kiến này. Có thể sáng kiến vừa bị hoàn tác, hãy chọn lại trong danh sách.",
    )
}

const REGISTER: What = What::new("initiative.register", "Thêm sáng kiến");
const EDIT: What = What::new("initiative.edit", "Sửa sáng kiến");
const DELETE: What = What::new("initiative.delete", "Xóa sáng kiến");
const JOIN: What = What::new("initiative.join", "Đưa sáng kiến vào chương trình");
const ENTER: What = What::new("initiative.enter", "Ghi ngày nhập lên cổng");

/// Adds an initiative.
pub fn register(office: &mut Office, draft: InitiativeDraft) -> Result<Done<InitiativeId>> {
    let draft = rules::check(known(office.db(), draft)?, office.today())?;
    store::fits(office.db(), None, &draft)?;
    periods::lived_in(office.db(), "unit", draft.unit, Calendar::Year, draft.year)?;
    office.act(REGISTER, |pen| insert(pen, &draft))
}

/// Writes an initiative that was checked, as an import does within its own act.
pub fn insert(pen: &Pen<'_>, draft: &InitiativeDraft) -> Result<InitiativeId> {
    let period = periods::ensure_year(pen, Calendar::Year, draft.year)?;
    let code = if draft.code.is_empty() { store::next_code(pen, period)? } else { draft.code.clone() };
    pen.detail(&code);
    store::insert(pen, period, &code, draft)
}

/// An initiative's new form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeEdit {
    /// The initiative.
    pub id: InitiativeId,
    /// How it stands.
    pub draft: InitiativeDraft,
}

/// Corrects an initiative.
pub fn edit(office: &mut Office, edit: InitiativeEdit) -> Result<Done<InitiativeId>> {
    let before = store::draft(office.db(), edit.id)?;
    let draft = rules::check(known(office.db(), edit.draft)?, office.today())?;
    store::fits(office.db(), Some(edit.id), &draft)?;
    if (before.unit, before.year) != (draft.unit, draft.year) {
        periods::lived_in(office.db(), "unit", draft.unit, Calendar::Year, draft.year)?;
    }
    office.act(EDIT, |pen| {
        write(pen, edit.id, &draft)?;
        Ok(edit.id)
    })
}

/// Writes a corrected initiative that was checked.
pub fn write(pen: &Pen<'_>, id: InitiativeId, draft: &InitiativeDraft) -> Result<()> {
    let period = periods::ensure_year(pen, Calendar::Year, draft.year)?;
    let code = if draft.code.is_empty() { store::next_code(pen, period)? } else { draft.code.clone() };
    pen.detail(&code);
    store::update(pen, id, period, &code, draft)
}

/// Fills or corrects an initiative from a list: what the list does not say stays.
pub fn fill(pen: &Pen<'_>, id: InitiativeId, list: &InitiativeDraft) -> Result<()> {
    let mut draft = store::draft(pen, id)?;
    for (own, listed) in [
        (&mut draft.title, &list.title),
        (&mut draft.field, &list.field),
        (&mut draft.place, &list.place),
        (&mut draft.recognition_number, &list.recognition_number),
        (&mut draft.effect, &list.effect),
        (&mut draft.note, &list.note),
    ] {
        if !listed.is_empty() {
            own.clone_from(listed);
        }
    }
    draft.first_applied = list.first_applied.or(draft.first_applied);
    draft.recognition = list.recognition.or(draft.recognition);
    draft.recognised_on = list.recognised_on.or(draft.recognised_on);
    draft.programme = list.programme.or(draft.programme);
    if list.benefit != Dong::ZERO {
        draft.benefit = list.benefit;
    }
    write(pen, id, &draft)
}

/// The draft cleaned, or everything that is wrong with it; for an import that writes many.
pub fn checked(db: &Connection, draft: InitiativeDraft, today: NaiveDate) -> Result<InitiativeDraft> {
    rules::check(known(db, draft)?, today)
}

/// What the register knows of authors who are members: their name, gender and birth, where the form does not say.
fn known(db: &Connection, mut draft: InitiativeDraft) -> Result<InitiativeDraft> {
    for author in &mut draft.authors {
        let Some(id) = author.member else { continue };
        let facts = members::member(db, id)?.facts;
        if author.name.trim().is_empty() {
            author.name = facts.full_name;
        }
        author.gender = author.gender.or(facts.gender);
        author.birth = author.birth.or(facts.birth);
    }
    Ok(draft)
}

/// Several initiatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeList {
    /// The initiatives.
    pub ids: Vec<InitiativeId>,
}

/// Takes initiatives that were added by mistake out of the register.
pub fn delete(office: &mut Office, list: InitiativeList) -> Result<Done<u32>> {
    office.act(DELETE, |pen| {
        pen.detail(format!("{} sáng kiến", list.ids.len()));
        list.ids.iter().try_for_each(|id| store::delete(pen, *id))?;
        Ok(u32::try_from(list.ids.len()).unwrap_or(u32::MAX))
    })
}

/// Initiatives that take part in a programme, or no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativesJoin {
    /// The initiatives.
    pub ids: Vec<InitiativeId>,
    /// The programme; none: in no programme.
    pub programme: Option<ProgrammeId>,
}

/// Puts initiatives into a programme, or takes them out.
pub fn join(office: &mut Office, join: InitiativesJoin) -> Result<Done<u32>> {
    if let Some(programme) = join.programme {
        programmes::one(office.db(), programme)?;
    }
    office.act(JOIN, |pen| {
        pen.detail(format!("{} sáng kiến", join.ids.len()));
        join.ids.iter().try_for_each(|id| store::join(pen, *id, join.programme))?;
        Ok(u32::try_from(join.ids.len()).unwrap_or(u32::MAX))
    })
}

/// Initiatives that were entered on the portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativesEntered {
    /// The initiatives.
    pub ids: Vec<InitiativeId>,
    /// On which day; none: they were not after all.
    pub on: Option<NaiveDate>,
}

/// Writes down that initiatives were entered on the portal.
pub fn enter(office: &mut Office, entered: InitiativesEntered) -> Result<Done<u32>> {
    if entered.on.is_some_and(|day| day > office.today()) {
        return Err(Error::refused("on", "Ngày nhập lên cổng không được sau hôm nay."));
    }
    office.act(ENTER, |pen| {
        pen.detail(format!("{} sáng kiến", entered.ids.len()));
        entered.ids.iter().try_for_each(|id| store::enter(pen, *id, entered.on))?;
        Ok(u32::try_from(entered.ids.len()).unwrap_or(u32::MAX))
    })
}

#[cfg(test)]
mod tests;
