//! The steps that pledges take, one or many in one act: all of them, or none.

use super::{
    Confirmer, PledgeBlock, PledgeCell, PledgeChoice, PledgeDraft, PledgeId, PledgeState, Step, lines, rules,
    store::{self, Mark},
};
use crate::{
    error::{Error, Refusals, Result},
    journal::What,
    office::{Done, Office},
    periods,
    vietnamese::{clean, clean_lines},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

const CONFIRM: What = What::new("pledge.confirm", "Xác nhận cam kết");
const POST: What = What::new("pledge.post", "Công khai cam kết");
const RETURN: What = What::new("pledge.return", "Trả lại cam kết");
const WITHDRAW: What = What::new("pledge.withdraw", "Rút cam kết");
const RESUBMIT: What = What::new("pledge.resubmit", "Đăng ký lại cam kết");
const DELETE: What = What::new("pledge.delete", "Xóa cam kết ghi nhầm");

/// The pledges that take a step, after the rule has looked at all of them.
fn taking(office: &Office, choice: &PledgeChoice, step: Step) -> Result<Vec<Mark>> {
    let marks = store::standing(office.db(), &choice.pledges(office)?, office.today())?;
    rules::may_take(step, &store::names(&marks))?;
    Ok(marks)
}

fn count(marks: &[Mark]) -> u32 {
    u32::try_from(marks.len()).unwrap_or(u32::MAX)
}

/// A confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeConfirm {
    /// Which pledges.
    pub pledges: PledgeChoice,
    /// Who confirms; none: the Party committee for Party members, the union's for others.
    #[serde(default)]
    pub confirmer: Option<Confirmer>,
    /// Name and post of who signed; empty: the body itself.
    #[serde(default)]
    pub by: String,
    /// When; none: today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// Confirms pledges.
pub fn confirm(office: &mut Office, wish: PledgeConfirm) -> Result<Done<u32>> {
    let on = wish.on.unwrap_or_else(|| office.today());
    if on > office.today() {
        return Err(Error::refused("on", "Ngày xác nhận không được sau hôm nay."));
    }
    let marks = taking(office, &wish.pledges, Step::Confirm)?;
    for mark in &marks {
        periods::not_too_early("on", on, periods::get(office.db(), mark.period)?.since)?;
    }
    let by = clean(&wish.by);
    office.act(CONFIRM, |pen| {
        pen.detail(format!("{} bản cam kết", marks.len()));
        for mark in &marks {
            let confirmer = wish.confirmer.unwrap_or_else(|| rules::usual_confirmer(mark.party_member));
            let by = if by.is_empty() { confirmer.body() } else { &by };
            store::confirm(pen, mark.id, confirmer, by, on)?;
        }
        Ok(count(&marks))
    })
}

/// A posting in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgePost {
    /// Which pledges.
    pub pledges: PledgeChoice,
    /// "Bảng tin cơ quan".
    pub place: String,
    /// From which day.
    pub from: NaiveDate,
    /// To which day; none: until taken down.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

/// Writes down that pledges are posted.
pub fn post(office: &mut Office, wish: PledgePost) -> Result<Done<u32>> {
    let place = clean(&wish.place);
    let marks = taking(office, &wish.pledges, Step::Post)?;
    let latest = marks.iter().filter_map(|mark| mark.confirmed_on).max();
    let mut last = NaiveDate::MAX;
    for mark in &marks {
        last = last.min(periods::get(office.db(), mark.period)?.until);
    }
    rules::check_posting(&place, (wish.from, wish.until), latest, last.max(office.today()))?;
    office.act(POST, |pen| {
        pen.detail(format!("{} bản cam kết", marks.len()));
        for mark in &marks {
            store::post(pen, mark.id, Step::Post.to(mark.state), &place, (wish.from, wish.until))?;
        }
        Ok(count(&marks))
    })
}

/// Pledges that go back, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeBack {
    /// Which pledges.
    pub pledges: PledgeChoice,
    /// Why.
    pub why: String,
}

impl PledgeBack {
    fn reason(&self) -> Result<String> {
        let why = clean_lines(&self.why);
        let mut wrong = Refusals::new();
        if why.is_empty() {
            wrong.refuse("why", "Chưa ghi lý do. Hãy ghi một câu để người cam kết biết cần sửa gì.");
        }
        wrong.or(why)
    }
}

/// Sends pledges back to be mended; their confirmation counts no more.
pub fn give_back(office: &mut Office, wish: PledgeBack) -> Result<Done<u32>> {
    let why = wish.reason()?;
    let marks = taking(office, &wish.pledges, Step::Return)?;
    office.act(RETURN, |pen| {
        pen.detail(format!("{} bản cam kết", marks.len()));
        marks.iter().try_for_each(|mark| store::give_back(pen, mark.id, &why))?;
        Ok(count(&marks))
    })
}

/// Writes down that pledges were taken back by who gave them.
pub fn withdraw(office: &mut Office, wish: PledgeBack) -> Result<Done<u32>> {
    let why = wish.reason()?;
    let marks = taking(office, &wish.pledges, Step::Withdraw)?;
    office.act(WITHDRAW, |pen| {
        pen.detail(format!("{} bản cam kết", marks.len()));
        marks.iter().try_for_each(|mark| store::withdraw(pen, mark.id, &why))?;
        Ok(count(&marks))
    })
}

/// Some pledges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgesChosen {
    /// Which.
    pub pledges: PledgeChoice,
}

/// Registers drafts, and what was returned or withdrawn, as they stand now.
pub fn resubmit(office: &mut Office, wish: PledgesChosen) -> Result<Done<u32>> {
    let marks = taking(office, &wish.pledges, Step::Register)?;
    let today = office.today();
    for mark in &marks {
        if lines::line(office.db(), mark.id, today, false)?.content.is_empty() {
            return Err(Error::refused(
                "content",
                format!("Bản cam kết của {} chưa có nội dung. Hãy ghi ít nhất một mục.", mark.name),
            ));
        }
    }
    office.act(RESUBMIT, |pen| {
        pen.detail(format!("{} bản cam kết", marks.len()));
        for mark in &marks {
            if mark.state == PledgeState::Draft {
                let (of, year) = store::pledger(pen, mark.id)?;
                super::settle(pen, mark.id, &super::belonging_in(pen, of, year, pen.today())?, year)?;
            }
            store::register(pen, mark.id, today)?;
        }
        Ok(count(&marks))
    })
}

/// Deletes pledges that were written down by mistake.
pub fn delete(office: &mut Office, wish: PledgesChosen) -> Result<Done<u32>> {
    let marks = store::standing(office.db(), &wish.pledges.pledges(office)?, office.today())?;
    office.act(DELETE, |pen| {
        pen.detail(format!("{} bản cam kết", marks.len()));
        marks.iter().try_for_each(|mark| store::delete(pen, mark.id))?;
        Ok(count(&marks))
    })
}

/// A pledge as it would be with the typed blocks, and the day it came in.
pub(super) type Changed = (PledgeId, PledgeDraft, Option<NaiveDate>);

/// The pledges as they would be with the typed blocks, or what is wrong with which cell.
pub(super) fn with_cells(office: &Office, cells: &[PledgeCell]) -> Result<Vec<Changed>> {
    let today = office.today();
    let mut wrong = Refusals::new();
    let mut drafts: BTreeMap<PledgeId, Changed> = BTreeMap::new();
    for (at, cell) in cells.iter().enumerate() {
        let field = |block: PledgeBlock| format!("cells.{at}.{}", block.code());
        let line = lines::line(office.db(), cell.id, today, true)?;
        if !rules::may_edit(line.state) {
            wrong.refuse(
                &field(cell.block),
                format!("Bản cam kết của {} đã được xác nhận. Hãy trả lại để sửa, rồi xác nhận lại.", line.name),
            );
            continue;
        }
        let restricted = line.restricted;
        let (_, draft, _) = drafts.entry(cell.id).or_insert_with(|| {
            let draft = PledgeDraft {
                position: line.position,
                party_member: restricted.as_ref().and_then(|known| known.party_member),
                party_cell: restricted.map(|known| known.party_cell).unwrap_or_default(),
                content: line.content,
                ..PledgeDraft::default()
            };
            (cell.id, draft, line.registered_on)
        });
        match clean_lines(&cell.text) {
            text if text.is_empty() => drop(draft.content.remove(&cell.block)),
            text => drop(draft.content.insert(cell.block, text)),
        }
        if draft.content.is_empty() {
            wrong.refuse(&field(cell.block), "Bản cam kết phải còn ít nhất một mục. Nếu ghi nhầm, hãy xóa cả bản.");
        }
    }
    wrong.or(drafts.into_values().collect())
}
