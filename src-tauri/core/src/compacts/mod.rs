//! Compacts ("bản giao ước thi đua") of the blocs: what the units of a bloc promise one another for a year, who signed, and the
//! meeting at the end of the year that elects the next head and deputy and acclaims ("suy tôn") the leading units.
//!
//! Who leads a bloc in which year stands with the units; an election writes it there.

mod meetings;
pub mod paper;
mod rules;
mod signing;
mod store;
mod vote_rules;
mod words;

pub use meetings::{
    BlocVote, Elected, MeetingDraft, MeetingGone, MeetingId, MeetingOutcome, VoteLine, elect, remove_meeting,
    set_meeting,
};
pub use signing::{CompactSign, CompactSigner, CompactUnsign, Signing, SigningLine, sign, unsign};
pub use vote_rules::{VoteRule, VoteRuleGone, VoteRuleId, remove_rule, seed, set_rule};
pub use words::{Ballot, VoteBase, VoteFor};

use crate::{
    choice::Choice,
    error::{Error, Result},
    id::id,
    journal::What,
    office::{Done, Office},
    periods::{self, PeriodsOf},
    units::{BlocId, Calendar, UnitId},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One compact.
    CompactId
);

/// One content with its target.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactItem {
    /// "Phát động phong trào thi đua đến đoàn viên".
    pub content: String,
    /// "100 % CĐCS".
    #[serde(default)]
    pub target: String,
}

/// A compact as its form gives it. A bloc has one for a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactDraft {
    /// The bloc.
    pub bloc: BlocId,
    /// The year.
    pub year: i32,
    /// What stands above the contents.
    #[serde(default)]
    pub opening: String,
    /// The contents in the order of the paper.
    pub items: Vec<CompactItem>,
    /// What stands below: how it is carried out.
    #[serde(default)]
    pub ending: String,
    /// Where it is signed.
    #[serde(default)]
    pub place: String,
    /// The day of the signing conference; none: not fixed.
    #[serde(default)]
    pub signed_on: Option<NaiveDate>,
    /// The plan that asks for it.
    #[serde(default)]
    pub document: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// One bloc in a year: who leads it, how far its compact and its meeting are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactLine {
    /// The bloc.
    pub bloc: BlocId,
    /// Its number.
    pub no: i64,
    /// Its name.
    pub name: String,
    /// Units that belong to it in that year.
    pub units: i64,
    /// Khối trưởng of the year.
    pub head: Option<UnitId>,
    /// Its name.
    pub head_name: String,
    /// Khối phó of the year.
    pub deputy: Option<UnitId>,
    /// Its name.
    pub deputy_name: String,
    /// Its compact; none: not written yet.
    pub compact: Option<CompactId>,
    /// Contents of the compact.
    pub items: i64,
    /// Units that have signed.
    pub signed: i64,
    /// The day of the signing conference.
    pub signed_on: Option<NaiveDate>,
    /// The day of the meeting at the end of the year; none: not held.
    pub held_on: Option<NaiveDate>,
    /// Units that were acclaimed there.
    pub acclaimed: i64,
}

/// The blocs of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactYear {
    /// Living blocs by number, and ended ones that had a compact then.
    pub blocs: Vec<CompactLine>,
    /// By how many votes blocs elect and acclaim.
    pub rules: Vec<VoteRule>,
    /// What a share of votes can be reckoned on.
    pub bases: Vec<Choice>,
}

/// The compacts of a year, a line for each bloc.
pub fn year(office: &mut Office, of: PeriodsOf) -> Result<CompactYear> {
    Ok(CompactYear {
        blocs: store::lines(office, of.year)?,
        rules: vote_rules::all(office.db())?,
        bases: VoteBase::choices(),
    })
}

/// Which bloc in which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactOf {
    /// The bloc.
    pub bloc: BlocId,
    /// The year.
    pub year: i32,
}

/// All that the page of one bloc's year shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactRecord {
    /// As in the list.
    pub line: CompactLine,
    /// The compact; a proposal when there is none yet.
    pub draft: CompactDraft,
    /// Every unit of the bloc and who signed for it.
    pub signing: Signing,
    /// Contents that the targets of the bloc in the year would make.
    pub from_targets: Vec<CompactItem>,
    /// The meeting; none: not held yet.
    pub meeting: Option<MeetingDraft>,
    /// What came of its votes.
    pub outcome: MeetingOutcome,
}

/// One bloc's year.
pub fn get(office: &mut Office, of: CompactOf) -> Result<CompactRecord> {
    let line = one(office, of)?;
    let known = line.compact.map(|id| store::draft(office.db(), id)).transpose()?;
    let from_targets = store::targets(office.db(), of)?;
    let meeting = meetings::of(office.db(), of)?;
    Ok(CompactRecord {
        draft: known.unwrap_or_else(|| proposed(of, String::new(), Vec::new())),
        signing: signing::of(office, of, line.compact)?,
        from_targets,
        outcome: meetings::outcome(office.db(), of, meeting.as_ref())?,
        meeting,
        line,
    })
}

pub(super) fn one(office: &Office, of: CompactOf) -> Result<CompactLine> {
    store::lines(office, of.year)?
        .into_iter()
        .find(|line| line.bloc == of.bloc)
        .ok_or_else(|| Error::refused("bloc", "Không tìm thấy khối này trong năm. Hãy chọn lại trong danh sách khối."))
}

/// The usual words of a compact, for an office that has none of its own yet.
fn proposed(of: CompactOf, document: String, items: Vec<CompactItem>) -> CompactDraft {
    let year = of.year;
    CompactDraft {
        bloc: of.bloc,
        year,
        opening: format!(
            "Hưởng ứng phong trào thi đua năm {year}, các đơn vị trong khối cùng ký giao ước thi đua, quyết tâm thực hiện tốt các nội dung và chỉ tiêu sau:"
        ),
        items,
        ending: "Các đơn vị trong khối cam kết thực hiện đầy đủ bản giao ước này. Khối trưởng, khối phó theo dõi, đôn đốc, tổ chức sơ kết, tổng kết và báo cáo cơ quan theo quy định."
            .to_owned(),
        place: String::new(),
        signed_on: None,
        document,
        note: String::new(),
    }
}

const BEGIN: What = What::new("compact.begin", "Lập giao ước thi đua cho các khối");
const SET: What = What::new("compact.set", "Sửa giao ước thi đua");
const REMOVE: What = What::new("compact.remove", "Xóa giao ước thi đua");

/// The compacts of a year begun for all blocs at once, as the plan at the start of the year asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactsBegin {
    /// The year.
    pub year: i32,
    /// The plan: "80/KH-LĐLĐ".
    #[serde(default)]
    pub document: String,
    /// Whether a bloc takes over the contents of its compact of the year before, when it has one.
    pub carry_over: bool,
    /// Contents for those that take nothing over; the targets given to a bloc are added.
    #[serde(default)]
    pub items: Vec<CompactItem>,
    /// The day of the signing conference.
    #[serde(default)]
    pub signed_on: Option<NaiveDate>,
    /// Where it is held.
    #[serde(default)]
    pub place: String,
}

/// Writes a compact for every bloc that has units and no compact in the year. Answers how many.
pub fn begin(office: &mut Office, wish: CompactsBegin) -> Result<Done<u32>> {
    let common = rules::items(wish.items);
    let mut drafts = Vec::new();
    for line in store::lines(office, wish.year)?.into_iter().filter(|line| line.compact.is_none() && line.units > 0) {
        let of = CompactOf { bloc: line.bloc, year: wish.year };
        let last = if wish.carry_over { store::last(office.db(), of)? } else { None };
        let mut items = last.as_ref().map_or_else(|| common.clone(), |last| last.items.clone());
        if last.is_none() {
            items.extend(store::targets(office.db(), of)?);
        }
        let words = proposed(of, wish.document.clone(), items);
        let draft = match last {
            Some(last) if !last.ending.is_empty() => CompactDraft { ending: last.ending, ..words },
            Some(_) | None => words,
        };
        let draft = CompactDraft { signed_on: wish.signed_on, place: wish.place.clone(), ..draft };
        drafts.push(rules::compact(draft)?);
    }
    office.act(BEGIN, |pen| {
        pen.detail(format!("{} khối, năm {}", drafts.len(), wish.year));
        for draft in &drafts {
            let period = periods::ensure_year(pen, Calendar::Year, draft.year)?;
            store::insert(pen, period, draft)?;
        }
        Ok(u32::try_from(drafts.len()).unwrap_or(u32::MAX))
    })
}

/// Writes a compact, or corrects it while nobody has signed.
pub fn set(office: &mut Office, draft: CompactDraft) -> Result<Done<CompactId>> {
    let of = CompactOf { bloc: draft.bloc, year: draft.year };
    let line = one(office, of)?;
    let draft = rules::compact(draft)?;
    office.act(SET, |pen| {
        pen.detail(format!("{}, năm {}", line.name, draft.year));
        if let Some(id) = line.compact {
            store::update(pen, id, &draft)?;
            return Ok(id);
        }
        let period = periods::ensure_year(pen, Calendar::Year, draft.year)?;
        store::insert(pen, period, &draft)
    })
}

/// Takes a compact off that nobody has signed.
pub fn remove(office: &mut Office, of: CompactOf) -> Result<Done<()>> {
    let line = one(office, of)?;
    let id = line.compact.ok_or_else(not_written)?;
    if line.signed > 0 {
        return Err(Error::refused(
            "bloc",
            format!("Đã có {} đơn vị ký giao ước. Muốn xóa, hãy bỏ ký trước.", line.signed),
        ));
    }
    office.act(REMOVE, |pen| {
        pen.detail(format!("{}, năm {}", line.name, of.year));
        store::delete(pen, id)
    })
}

pub(super) fn not_written() -> Error {
    Error::refused("bloc", "Khối chưa có bản giao ước của năm. Hãy lập bản giao ước trước.")
}

#[cfg(test)]
mod tests;
