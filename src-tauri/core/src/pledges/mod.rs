//! Pledges ("bản cam kết tu dưỡng, rèn luyện, phấn đấu"): what a member, or a unit as a collective, promises for a year.
//!
//! One per member and year period. Registered first, then confirmed by the Party committee or the union's, posted in public,
//! reviewed and assessed; what was not mended is carried into the next year.

mod assess;
mod draft;
mod dump;
mod figures;
mod lines;
mod missing;
pub mod paper;
mod paste;
mod rules;
mod seed;
mod shortcomings;
mod steps;
mod store;
mod words;

pub use assess::{
    Assessment, AssessmentId, Grade, GradeId, PledgeAssess, PledgeReviews, ReviewPart, assess, is_assessed_for,
    set_grade, set_reviews,
};
pub use draft::{Content, PledgeDraft, Pledger, ShortcomingDraft};
pub use dump::dump;
pub use figures::{PledgeFigures, PledgeFiguresOf, PledgeTally, figures};
pub use lines::{
    PledgeAsk, PledgeLine, PledgePage, PledgePageAsk, PledgeQuery, PledgeRecord, PledgeRestricted, PledgeSort, get,
    page,
};
pub use missing::{MissingAsk, MissingNames, MissingPage, MissingPerson, MissingUnit, missing, missing_names};
pub use paste::{PasteAnswer, PledgePaste, PledgeRow, paste, take_in, try_paste};
pub use rules::{check, confirmer_of, usual_confirmer};
pub use seed::seed;
pub use shortcomings::{
    Shortcoming, ShortcomingId, ShortcomingLine, ShortcomingMended, ShortcomingsOf, mend, open_shortcomings,
};
pub use steps::{
    PledgeBack, PledgeConfirm, PledgePost, PledgesChosen, confirm, delete, give_back, post, resubmit, withdraw,
};
pub use store::whose;
pub use words::{
    Assessor, Confirmer, ExpectedOf, GradePart, PledgeBlock, PledgeStage, PledgeState, ReviewRhythm, ShortcomingsAsked,
    Step,
};

use crate::{
    choice::Choice,
    error::{Error, Result},
    id::{MemberId, id},
    journal::What,
    members,
    office::{Done, Office, Pen},
    periods::{self, Period, PeriodId, PeriodsOf},
    units::{self, Calendar, UnitId},
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One pledge.
    PledgeId
);

/// The closed sets of words about pledges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeWords {
    /// Blocks of the promise.
    pub blocks: Vec<Choice>,
    /// How far it has come.
    pub states: Vec<Choice>,
    /// Steps that lists and figures ask about.
    pub stages: Vec<Choice>,
    /// Who confirms.
    pub confirmers: Vec<Choice>,
    /// Who assesses.
    pub assessors: Vec<Choice>,
    /// How often pledges are reviewed.
    pub rhythms: Vec<Choice>,
    /// Of whom a pledge is expected.
    pub expected: Vec<Choice>,
}

/// The words for the page's choices.
pub fn words(_: &mut Office, (): ()) -> Result<PledgeWords> {
    Ok(PledgeWords {
        blocks: PledgeBlock::choices(),
        states: PledgeState::choices(),
        stages: PledgeStage::choices(),
        confirmers: Confirmer::choices(),
        assessors: Assessor::choices(),
        rhythms: ReviewRhythm::choices(),
        expected: ExpectedOf::choices(),
    })
}

/// What the year of the pledges is like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeYear {
    /// The year.
    pub year: i32,
    /// Its periods, as far as anyone has opened them.
    pub periods: Vec<Period>,
    /// The topic of study; empty: not set.
    pub topic: String,
    /// How often pledges are reviewed.
    pub rhythm: ReviewRhythm,
    /// Every grade that there is or was.
    pub grades: Vec<Grade>,
}

/// The frame of a year's pledges.
pub fn year(office: &mut Office, of: PeriodsOf) -> Result<PledgeYear> {
    let periods = periods::list(office, of)?;
    let db = office.db();
    let topics = periods.iter().map(|period| topic_of(db, period.id)).collect::<Result<Vec<_>>>()?;
    Ok(PledgeYear {
        year: of.year,
        topic: topics.into_iter().find(|topic| !topic.is_empty()).unwrap_or_default(),
        rhythm: assess::rhythm(db)?,
        grades: assess::grades(db)?,
        periods,
    })
}

/// The topic of a year or school year; empty: not set.
fn topic_of(db: &Connection, period: PeriodId) -> Result<String> {
    store::topic(db, period)
}

/// The topic of study of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeTopic {
    /// The year.
    pub year: i32,
    /// The topic; empty: none.
    pub topic: String,
    /// The plan or guide that sets it.
    #[serde(default)]
    pub document: String,
}

const TOPIC: What = What::new("pledge.topic", "Ghi chuyên đề của năm");

/// Sets the topic of the calendar year and of the school year filed under it.
pub fn set_topic(office: &mut Office, wish: PledgeTopic) -> Result<Done<()>> {
    let (topic, document) = (clean(&wish.topic), clean(&wish.document));
    office.act(TOPIC, |pen| {
        for calendar in Calendar::ALL {
            let period = periods::ensure_year(pen, *calendar, wish.year)?;
            store::set_topic(pen, period, &topic, &document)?;
        }
        Ok(())
    })
}

/// Some pledges: those named, or all that match a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PledgeChoice {
    /// Those named.
    pub ids: Vec<PledgeId>,
    /// All that match; `ids` are then left out of account.
    pub query: Option<PledgeQuery>,
    /// Leave to ask for restricted fields.
    pub unmasking: Option<members::UnmaskingId>,
}

impl PledgeChoice {
    /// Which are meant, each once.
    pub fn pledges(&self, office: &Office) -> Result<Vec<PledgeId>> {
        let mut ids = match &self.query {
            Some(query) => lines::matching(office, query, members::may_see(office, self.unmasking)?)?,
            None => self.ids.clone(),
        };
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Err(Error::refused("pledges", "Chưa chọn bản cam kết nào. Hãy đánh dấu ít nhất một dòng."));
        }
        Ok(ids)
    }
}

const REGISTER: What = What::new("pledge.register", "Ghi nhận cam kết");
const EDIT: What = What::new("pledge.edit", "Sửa cam kết");
const CELLS: What = What::new("pledge.cells", "Sửa nội dung cam kết");

/// A pledge that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeRegister {
    /// Whose.
    pub of: Pledger,
    /// For which year; the unit's calendar says which period that is.
    pub year: i32,
    /// What it says.
    pub draft: PledgeDraft,
}

/// Where a pledge belongs: found in the register before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belonging {
    /// The unit of the member, or the unit itself.
    pub unit: UnitId,
    /// By which years it is reckoned.
    pub calendar: Calendar,
    /// What the register knows of the post.
    pub position: String,
    /// What the register knows of the Party.
    pub party_member: Option<bool>,
}

/// Where a pledge of this member or unit belongs today.
pub fn belonging(db: &Connection, of: Pledger, today: NaiveDate) -> Result<Belonging> {
    let (unit, position, party_member) = match of {
        Pledger::Member(member) => {
            let member = members::member(db, member)?;
            if !member.status.belongs() {
                return Err(Error::refused(
                    "of",
                    format!(
                        "{} đã rời công đoàn nên không đăng ký cam kết. Hãy chọn người khác.",
                        member.facts.full_name
                    ),
                ));
            }
            (member.unit, member.facts.position.unwrap_or_default(), member.facts.party_member)
        }
        Pledger::Unit(unit) => (unit, String::new(), None),
    };
    let calendar = units::state_on(db, unit, today)?.calendar;
    Ok(Belonging { unit, calendar, position, party_member })
}

/// The same for one year: a unit that had ended before it gives no collective pledge any more.
fn belonging_in(db: &Connection, of: Pledger, year: i32, today: NaiveDate) -> Result<Belonging> {
    let found = belonging(db, of, today)?;
    if matches!(of, Pledger::Unit(_)) {
        periods::lived_in(db, "of", found.unit, found.calendar, year)?;
    }
    Ok(found)
}

/// Registers a pledge; what was not mended in the year before comes with it.
pub fn register(office: &mut Office, new: PledgeRegister) -> Result<Done<PledgeId>> {
    let draft = rules::check(new.draft, office.today())?;
    let known = store::known(office.db(), new.of, new.year)?;
    if let Some(known) = known {
        let mark = store::mark(office.db(), known, office.today())?;
        if mark.state != PledgeState::Draft {
            return Err(Error::refused(
                "of",
                format!("{} đã có cam kết năm {}. Hãy mở bản đó để sửa.", mark.name, new.year),
            ));
        }
    }
    let belonging = belonging_in(office.db(), new.of, new.year, office.today())?;
    if let Some(day) = draft.registered_on {
        periods::not_too_early("registered_on", day, periods::span(belonging.calendar, new.year)?.0)?;
    }
    office.act(REGISTER, |pen| enter(pen, new.of, &belonging, new.year, &draft))
}

/// The pledge of that member, or of that unit as a collective, in any period filed under the year. A draft is none yet: it was
/// opened with what the year before left to mend, and waits to be filled.
pub fn known(db: &Connection, of: Pledger, year: i32) -> Result<Option<PledgeId>> {
    let Some(known) = store::known(db, of, year)? else { return Ok(None) };
    Ok((store::state(db, known)? != PledgeState::Draft).then_some(known))
}

/// Writes a registered pledge inside an act; a draft of the same year is filled.
pub fn enter(pen: &Pen<'_>, of: Pledger, belonging: &Belonging, year: i32, draft: &PledgeDraft) -> Result<PledgeId> {
    let day = draft.registered_on.unwrap_or_else(|| pen.today());
    let mut draft = draft.clone();
    if draft.position.is_empty() {
        draft.position.clone_from(&belonging.position);
    }
    draft.party_member = draft.party_member.or(belonging.party_member);
    if let Some(known) = store::known(pen, of, year)? {
        settle(pen, known, belonging, year)?;
        store::update(pen, known, &draft, Some(day))?;
        store::register(pen, known, day)?;
        for (position, one) in (100_i64..).zip(&draft.shortcomings) {
            shortcomings::add(pen, known, position, one)?;
        }
        return Ok(known);
    }
    let id = open(pen, of, belonging, year, &draft, PledgeState::Registered, Some(day))?;
    shortcomings::save(pen, id, &draft.shortcomings)?;
    shortcomings::carry_over(pen, of, year, id)?;
    Ok(id)
}

/// Files a draft where its pledger belongs now: they may have moved since it was opened.
fn settle(pen: &Pen<'_>, draft: PledgeId, belonging: &Belonging, year: i32) -> Result<()> {
    let period = periods::ensure_year(pen, belonging.calendar, year)?;
    store::belong(pen, draft, period, belonging.unit)
}

fn open(
    pen: &Pen<'_>,
    of: Pledger,
    belonging: &Belonging,
    year: i32,
    draft: &PledgeDraft,
    state: PledgeState,
    registered_on: Option<NaiveDate>,
) -> Result<PledgeId> {
    let period = periods::ensure_year(pen, belonging.calendar, year)?;
    store::insert(pen, &store::New { period, of, unit: belonging.unit, draft, state, registered_on })
}

/// Opens drafts for all who have something of the year before to mend, with it in them. Answers how many.
pub fn carry_over(pen: &Pen<'_>, year: i32) -> Result<u32> {
    let mut carried = 0;
    for of in shortcomings::still_open(pen, year)? {
        let id = match store::known(pen, of, year)? {
            Some(known) => known,
            None => match belonging_in(pen, of, year, pen.today()) {
                Ok(belonging) => open(pen, of, &belonging, year, &PledgeDraft::default(), PledgeState::Draft, None)?,
                // who has left has nothing to mend here any more
                Err(Error::Refused(_)) => continue,
                Err(broken @ Error::Broken(_)) => return Err(broken),
            },
        };
        if shortcomings::carry_over(pen, of, year, id)? > 0 {
            carried += 1;
        }
    }
    Ok(carried)
}

/// What a pledge says, corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeEdit {
    /// Which.
    pub id: PledgeId,
    /// What it says.
    pub draft: PledgeDraft,
    /// Whether the restricted fields of the draft were seen, and are to be written too.
    pub with_restricted: bool,
}

/// Corrects a pledge. Content only until it is confirmed; shortcomings and what came of them until the year is closed.
pub fn edit(office: &mut Office, edit: PledgeEdit) -> Result<Done<()>> {
    let today = office.today();
    let draft = rules::check(edit.draft, today)?;
    let line = lines::line(office.db(), edit.id, today, true)?;
    if !rules::may_edit(line.state) && line.content != draft.content {
        return Err(Error::refused(
            "content",
            "Bản cam kết đã được xác nhận nên không sửa nội dung được nữa. Hãy trả lại để sửa, rồi xác nhận lại.",
        ));
    }
    let mut draft = draft;
    if !edit.with_restricted {
        let known = line.restricted.unwrap_or(PledgeRestricted { party_member: None, party_cell: String::new() });
        (draft.party_member, draft.party_cell) = (known.party_member, known.party_cell);
    }
    office.act(EDIT, |pen| {
        store::update(pen, edit.id, &draft, draft.registered_on.or(line.registered_on))?;
        if edit.with_restricted { shortcomings::save(pen, edit.id, &draft.shortcomings) } else { Ok(()) }
    })
}

/// The text of one block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeCell {
    /// Whose.
    pub id: PledgeId,
    /// Which block.
    pub block: PledgeBlock,
    /// As typed; blank: empty it.
    pub text: String,
}

/// Blocks typed, pasted or filled down: one act. Refusals name the cell as `cells.3.duty`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeCells {
    /// In the order of the page.
    pub cells: Vec<PledgeCell>,
}

/// Writes blocks: all of them, or none when one is refused.
pub fn edit_cells(office: &mut Office, edit: PledgeCells) -> Result<Done<u32>> {
    let changed = steps::with_cells(office, &edit.cells)?;
    office.act(CELLS, |pen| {
        pen.detail(format!("{} ô", edit.cells.len()));
        for (id, draft, registered_on) in &changed {
            store::update(pen, *id, draft, *registered_on)?;
        }
        Ok(u32::try_from(edit.cells.len()).unwrap_or(u32::MAX))
    })
}

/// The pledges of a year that is about to be closed: what was assessed is at its end.
pub fn close(pen: &Pen<'_>, period: PeriodId) -> Result<()> {
    store::close(pen, period)
}

/// The pledges of a year that was opened again may be assessed anew.
pub fn reopen(pen: &Pen<'_>, period: PeriodId) -> Result<()> {
    store::reopen(pen, period)
}

/// When two member records become one, the pledges of the one that goes follow the one that stays.
pub fn pledges_follow(pen: &Pen<'_>, gone: MemberId, kept: MemberId) -> Result<()> {
    if let Some(year) = store::year_of_both(pen, gone, kept)? {
        let sentence = format!(
            "Cả hai hồ sơ đều có cam kết của cùng một năm ({year}). Hãy xóa một trong hai bản cam kết rồi gộp lại."
        );
        return Err(Error::refused("gone", sentence));
    }
    store::repoint(pen, gone, kept)
}

#[cfg(test)]
mod tests;
