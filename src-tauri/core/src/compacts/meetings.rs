//! The meeting of a bloc at the end of a year: next year's head and deputy are elected, leading units are acclaimed.

use super::{
    CompactOf, one, rules, vote_rules,
    words::{VoteBase, VoteFor},
};
use crate::{
    error::{Error, Refusals, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
    periods,
    ratio::Share,
    units::{self, BlocId, BlocYear, Calendar, UnitId},
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One meeting.
    MeetingId
);

/// What one unit got in one ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlocVote {
    /// Which ballot.
    pub what: VoteFor,
    /// Who was voted for.
    pub unit: UnitId,
    /// Acclaim: what it is put forward for.
    #[serde(default)]
    pub award: String,
    /// Votes.
    pub votes: i64,
}

/// A meeting as its form gives it. A bloc has one for a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingDraft {
    /// The bloc.
    pub bloc: BlocId,
    /// The year that is looked back on; the next one is elected for.
    pub year: i32,
    /// The day.
    pub held_on: Option<NaiveDate>,
    /// "08:00".
    #[serde(default)]
    pub began: String,
    /// "11:00".
    #[serde(default)]
    pub ended: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// Chủ trì.
    #[serde(default)]
    pub chair: String,
    /// Thư ký.
    #[serde(default)]
    pub secretary: String,
    /// Units of the bloc.
    pub units: i64,
    /// Units that were there.
    pub present: i64,
    /// What was talked about.
    #[serde(default)]
    pub content: String,
    /// What was concluded beside the votes.
    #[serde(default)]
    pub conclusion: String,
    /// The votes, ballot by ballot.
    #[serde(default)]
    pub votes: Vec<BlocVote>,
}

/// How one unit came out of a ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoteLine {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// What it is put forward for.
    pub award: String,
    /// Votes.
    pub votes: i64,
    /// "91,7 %".
    pub percent: Share,
    /// From 1; equal votes share a place.
    pub place: i64,
    /// Enough votes.
    pub passed: bool,
}

/// What came of the votes of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingOutcome {
    /// For head, the most votes first.
    pub head: Vec<VoteLine>,
    /// For deputy.
    pub deputy: Vec<VoteLine>,
    /// Acclaim.
    pub acclaim: Vec<VoteLine>,
    /// Who is elected head of the next year.
    pub elected_head: Option<UnitId>,
    /// Who is elected its deputy.
    pub elected_deputy: Option<UnitId>,
    /// "quá 50 % số đơn vị có mặt".
    pub election_rule: String,
    /// The same of acclaim.
    pub acclaim_rule: String,
    /// What is unclear about the election; empty: nothing.
    pub unclear: Vec<String>,
    /// Whether the next year has exactly this head and deputy already.
    pub written: bool,
}

pub(super) fn of(db: &Connection, of: CompactOf) -> Result<Option<MeetingDraft>> {
    let found = db
        .prepare_cached(
            "select m.id, m.held_on, m.began, m.ended, m.place, m.chair, m.secretary, m.units, m.present, m.content, m.conclusion
             from bloc_meeting m join period p on p.id = m.period
             where m.bloc = ?1 and p.kind = 'year' and p.year = ?2",
        )?
        .query_row(params![of.bloc, of.year], |row| {
            let id: MeetingId = row.get("id")?;
            Ok((
                id,
                MeetingDraft {
                    bloc: of.bloc,
                    year: of.year,
                    held_on: row.get("held_on")?,
                    began: row.get("began")?,
                    ended: row.get("ended")?,
                    place: row.get("place")?,
                    chair: row.get("chair")?,
                    secretary: row.get("secretary")?,
                    units: row.get("units")?,
                    present: row.get("present")?,
                    content: row.get("content")?,
                    conclusion: row.get("conclusion")?,
                    votes: Vec::new(),
                },
            ))
        })
        .optional()?;
    let Some((id, draft)) = found else { return Ok(None) };
    Ok(Some(MeetingDraft { votes: votes(db, id)?, ..draft }))
}

fn votes(db: &Connection, id: MeetingId) -> Result<Vec<BlocVote>> {
    let mut statement = db.prepare_cached(
        "select what, unit, award, votes from bloc_vote where meeting = ?1
         order by case what when 'head' then 1 when 'deputy' then 2 else 3 end, position",
    )?;
    let votes = statement.query_map([id], |row| {
        Ok(BlocVote { what: row.get(0)?, unit: row.get(1)?, award: row.get(2)?, votes: row.get(3)? })
    })?;
    Ok(votes.collect::<rusqlite::Result<_>>()?)
}

/// What came of the votes, by the rules of the day on which it was held.
pub(super) fn outcome(db: &Connection, of: CompactOf, meeting: Option<&MeetingDraft>) -> Result<MeetingOutcome> {
    let Some((meeting, day)) = meeting.and_then(|meeting| Some((meeting, meeting.held_on?))) else {
        return Ok(MeetingOutcome::default());
    };
    let (head, election_rule) = stands(db, meeting, VoteFor::Head, day)?;
    let (deputy, _) = stands(db, meeting, VoteFor::Deputy, day)?;
    let (acclaim, acclaim_rule) = stands(db, meeting, VoteFor::Acclaim, day)?;
    let (elected_head, elected_deputy) = (rules::elected(&head), rules::elected(&deputy));
    let mut unclear: Vec<String> = [(VoteFor::Head, &head), (VoteFor::Deputy, &deputy)]
        .into_iter()
        .map(|(what, stands)| rules::unclear(what, stands))
        .filter(|said| !said.is_empty())
        .collect();
    if elected_head.is_some() && elected_head == elected_deputy {
        unclear.push("Khối trưởng và khối phó phải là hai đơn vị khác nhau. Hãy xem lại phiếu bầu.".to_owned());
    }
    let next: Option<(Option<UnitId>, Option<UnitId>)> = db
        .prepare_cached("select head, deputy from bloc_year where bloc = ?1 and year = ?2 + 1")?
        .query_row(params![of.bloc, of.year], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(MeetingOutcome {
        written: elected_head.is_some() && next == Some((elected_head, elected_deputy)),
        head: lines(db, meeting, VoteFor::Head, head, day)?,
        deputy: lines(db, meeting, VoteFor::Deputy, deputy, day)?,
        acclaim: lines(db, meeting, VoteFor::Acclaim, acclaim, day)?,
        elected_head,
        elected_deputy,
        election_rule,
        acclaim_rule,
        unclear,
    })
}

/// One ballot, and the rule that it goes by in words; without a rule nobody passes.
fn stands(
    db: &Connection,
    meeting: &MeetingDraft,
    what: VoteFor,
    day: NaiveDate,
) -> Result<(Vec<rules::Stand>, String)> {
    let votes: Vec<(UnitId, i64)> =
        meeting.votes.iter().filter(|vote| vote.what == what).map(|vote| (vote.unit, vote.votes)).collect();
    let Some(rule) = vote_rules::on(db, what.ballot(), day)? else {
        return Ok((Vec::new(), "chưa có quy định số phiếu cho ngày họp".to_owned()));
    };
    let base = match rule.base {
        VoteBase::Present => meeting.present,
        VoteBase::All => meeting.units,
    };
    Ok((rules::ballot(&votes, &rule, base), rules::said(&rule)))
}

fn lines(
    db: &Connection,
    meeting: &MeetingDraft,
    what: VoteFor,
    stands: Vec<rules::Stand>,
    day: NaiveDate,
) -> Result<Vec<VoteLine>> {
    let of = |stand: rules::Stand| {
        let vote = meeting.votes.iter().find(|vote| vote.what == what && vote.unit == stand.unit);
        Ok(VoteLine {
            unit: stand.unit,
            name: units::name_on(db, stand.unit, day)?.unwrap_or_default(),
            award: vote.map(|vote| vote.award.clone()).unwrap_or_default(),
            votes: vote.map_or(0, |vote| vote.votes),
            percent: stand.percent,
            place: stand.place,
            passed: stand.passed,
        })
    };
    stands.into_iter().map(of).collect()
}

const SET: What = What::new("bloc_meeting.set", "Ghi biên bản họp khối");
const REMOVE: What = What::new("bloc_meeting.remove", "Xóa biên bản họp khối");
const ELECT: What = What::new("bloc_meeting.elect", "Ghi khối trưởng, khối phó được bầu");

/// Writes the meeting of a bloc down, or corrects it.
pub fn set_meeting(office: &mut Office, draft: MeetingDraft) -> Result<Done<MeetingId>> {
    let line = one(office, CompactOf { bloc: draft.bloc, year: draft.year })?;
    let draft = rules::meeting(draft, office.today())?;
    let mut wrong = Refusals::new();
    for (at, vote) in draft.votes.iter().enumerate() {
        let field = format!("votes.{at}.unit");
        if units::unit(office.db(), vote.unit)?.is_none() {
            wrong.refuse(&field, "Chưa chọn đơn vị được bầu hoặc suy tôn.");
        } else if !units::was_in_bloc(office.db(), vote.unit, draft.bloc, draft.year)? {
            wrong.refuse(&field, format!("Đơn vị này không thuộc {} trong năm {}.", line.name, draft.year));
        }
    }
    wrong.or(())?;
    office.act(SET, |pen| {
        pen.detail(format!("{}, năm {}", line.name, draft.year));
        write(pen, &draft)
    })
}

fn write(pen: &Pen<'_>, draft: &MeetingDraft) -> Result<MeetingId> {
    let period = periods::ensure_year(pen, Calendar::Year, draft.year)?;
    let MeetingDraft {
        bloc, held_on, began, ended, place, chair, secretary, units, present, content, conclusion, ..
    } = draft;
    let known = pen.execute(
        "update bloc_meeting set held_on = ?3, began = ?4, ended = ?5, place = ?6, chair = ?7, secretary = ?8, units = ?9,
         present = ?10, content = ?11, conclusion = ?12 where bloc = ?1 and period = ?2",
        params![bloc, period, held_on, began, ended, place, chair, secretary, units, present, content, conclusion],
    )?;
    if known == 0 {
        pen.execute(
            "insert into bloc_meeting (uid, bloc, period, held_on, began, ended, place, chair, secretary, units, present, content,
               conclusion) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            params![
                new_uid(),
                bloc,
                period,
                held_on,
                began,
                ended,
                place,
                chair,
                secretary,
                units,
                present,
                content,
                conclusion
            ],
        )?;
    }
    let id: MeetingId = pen
        .prepare_cached("select id from bloc_meeting where bloc = ?1 and period = ?2")?
        .query_row(params![bloc, period], |row| row.get(0))?;
    if votes(pen, id)? != draft.votes {
        pen.execute("delete from bloc_vote where meeting = ?1", [id])?;
        for (vote, position) in draft.votes.iter().zip(1_i64..) {
            pen.execute(
                "insert into bloc_vote (uid, meeting, what, position, unit, award, votes) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![new_uid(), id, vote.what, position, vote.unit, clean(&vote.award), vote.votes],
            )?;
        }
    }
    Ok(id)
}

/// Which meeting goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingGone {
    /// Whose.
    pub of: CompactOf,
}

/// Takes a meeting off that was written down by mistake; who was elected stays with the bloc.
pub fn remove_meeting(office: &mut Office, gone: MeetingGone) -> Result<Done<()>> {
    let line = one(office, gone.of)?;
    let CompactOf { bloc, year } = gone.of;
    office.act(REMOVE, |pen| {
        pen.detail(format!("{}, năm {year}", line.name));
        let id: Option<MeetingId> = pen
            .prepare_cached(
                "select m.id from bloc_meeting m join period p on p.id = m.period
                 where m.bloc = ?1 and p.kind = 'year' and p.year = ?2",
            )?
            .query_row(params![bloc, year], |row| row.get(0))
            .optional()?;
        let id = id.ok_or_else(|| Error::refused("bloc", "Khối chưa có biên bản họp của năm này."))?;
        pen.execute("delete from bloc_vote where meeting = ?1", [id])?;
        pen.execute("delete from bloc_meeting where id = ?1", [id])?;
        Ok(())
    })
}

/// Who leads the bloc next year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Elected {
    /// The next year.
    pub year: i32,
    /// Khối trưởng.
    pub head: String,
    /// Khối phó.
    pub deputy: String,
}

/// Writes the elected head and deputy into the bloc, for the year after the meeting's.
pub fn elect(office: &mut Office, asked: CompactOf) -> Result<Done<Elected>> {
    let line = one(office, asked)?;
    let db = office.db();
    let meeting = of(db, asked)?.ok_or_else(|| Error::refused("bloc", "Khối chưa có biên bản họp của năm này."))?;
    let outcome = outcome(db, asked, Some(&meeting))?;
    if let Some(said) = outcome.unclear.first() {
        return Err(Error::refused("votes", said.clone()));
    }
    let year = asked.year + 1;
    let name = |unit: Option<UnitId>, lines: &[VoteLine]| {
        lines.iter().find(|line| Some(line.unit) == unit).map(|line| line.name.clone()).unwrap_or_default()
    };
    let elected = Elected {
        year,
        head: name(outcome.elected_head, &outcome.head),
        deputy: name(outcome.elected_deputy, &outcome.deputy),
    };
    office.act(ELECT, |pen| {
        pen.detail(format!("{}, năm {year}: {}", line.name, elected.head));
        let leads = BlocYear { year, head: outcome.elected_head, deputy: outcome.elected_deputy };
        units::lead_bloc(pen, asked.bloc, &leads)?;
        Ok(elected)
    })
}
