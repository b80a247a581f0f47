//! What a row of a unit's list of members does to the register.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;
use serde_json::Value as Json;

use super::MEMBERS;
use super::ended_unit::EndedUnit;
use crate::calendar::PartialDate;
use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::intake::cells::{Entry, Value};
use crate::intake::finding::Finding;
use crate::intake::list::FileReading;
use crate::intake::people::{births_agree, candidates};
use crate::intake::plain::is_dash;
use crate::intake::session::{Outcome, shown};
use crate::intake::taking::{Answer, Candidate, FieldChange, Lot, Made, Plan, Planned, Row, Taking};
use crate::intake::target::Target;
use crate::members::{self, Member, MemberDraft, MemberField, look_alikes, member};
use crate::office::Pen;
use crate::units::UnitId;
use crate::vietnamese::tone_place_key;

/// Of people whom a list does not name, so many are called by name.
const UNLISTED_SHOWN: usize = 10;

/// Members: filled by the lists of their own unit, never by another's.
pub struct MembersIn;

impl Taking for MembersIn {
    fn target(&self) -> &'static Target {
        &MEMBERS
    }

    /// People of other units who look alike are left alone: a merge is offered, never made.
    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        let Some(unit) = row.unit else {
            return Ok(Plan::Unready("Chưa biết dòng này của đơn vị nào. Hãy chọn đơn vị của tệp.".to_owned()));
        };
        let draft: MemberDraft = row.entry.draft()?;
        let here = likely(db, &draft, unit)?;
        let meant = match row.answer {
            Some(Answer::New) => return newcomer(db, row, unit),
            Some(Answer::Known { record }) => here.iter().find(|known| known.id == MemberId(record)),
            Some(Answer::Take | Answer::Leave) | None => None,
        };
        match (meant, here.as_slice()) {
            (Some(known), _) => plan_change(known, row.entry),
            (None, []) => newcomer(db, row, unit),
            (None, [known]) if is_certain(&known.facts, &draft) => plan_change(known, row.entry),
            (None, several) => {
                let several: Vec<MemberId> = several.iter().map(|known| known.id).collect();
                Ok(Plan::Doubt(candidates(db, &several)?))
            }
        }
    }

    /// Who has left and is listed again is asked about: the unit may have forgotten, or they may have come back.
    fn contradicted(&self, db: &Connection, _: &Row<'_>, plan: &Plan) -> Result<Option<Finding>> {
        match plan {
            Plan::Change(id, _) | Plan::Same(id) => {
                Ok((!member(db, MemberId(*id))?.status.belongs()).then_some(Finding::LeftBefore))
            }
            Plan::New(_) | Plan::Doubt(_) | Plan::Unready(_) => Ok(None),
        }
    }

    fn whose_record(&self, db: &Connection, record: i64) -> Result<Vec<Candidate>> {
        candidates(db, &[MemberId(record)])
    }

    fn about_file(&self, db: &Connection, file: &FileReading, today: NaiveDate) -> Result<Option<String>> {
        let Some(unit) = &file.unit else { return Ok(None) };
        let Some(ended) = EndedUnit::of(db, UnitId(unit.id), today)? else { return Ok(None) };
        let list = file.sheets.iter().find(|sheet| !sheet.title.is_empty());
        let (title, year) = list.map_or(("", None), |sheet| (sheet.title.as_str(), sheet.year));
        Ok(Some(if ended.is_its_last_list(title, year) {
            ended.about_its_last_list()
        } else {
            ended.about_a_later_list()
        }))
    }

    /// A list that names most of the unit's people is taken for a whole one; of another nothing is said.
    fn unlisted(&self, db: &Connection, unit: UnitId, met: &BTreeSet<i64>) -> Result<Option<String>> {
        let (listed, missing): (Vec<_>, Vec<_>) =
            members::named_of_unit(db, unit)?.into_iter().partition(|(id, _)| met.contains(&id.0));
        if missing.is_empty() || listed.len() < missing.len() {
            return Ok(None);
        }
        let names: Vec<&str> = missing.iter().take(UNLISTED_SHOWN).map(|(_, name)| name.as_str()).collect();
        let others = missing.len() - names.len();
        let more = if others > 0 { format!(" và {others} người khác") } else { String::new() };
        Ok(Some(format!(
            "Có trong sổ mà không có trong danh sách: {}{more}. Họ vẫn được giữ; ai đã rời thì ghi rời ở mục Đoàn viên.",
            names.join(", ")
        )))
    }

    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let mut all = Vec::new();
        for planned in &lot.rows {
            (lot.step)()?;
            all.push(write_member(pen, planned)?);
        }
        Ok(all)
    }
}

/// Somebody new; a unit that is no more takes only those of the last list that was made while it stood.
fn newcomer(db: &Connection, row: &Row<'_>, unit: UnitId) -> Result<Plan> {
    match EndedUnit::of(db, unit, row.today)? {
        Some(ended) if !ended.is_its_last_list(row.title, row.year) => Ok(Plan::Unready(ended.about_a_newcomer())),
        Some(_) | None => Ok(Plan::New(None)),
    }
}

/// Whether a row means the one member who is like it, without asking.
fn is_certain(known: &MemberDraft, draft: &MemberDraft) -> bool {
    is_same_name(known, draft) && Likeness::of(known, draft) > Some(Likeness::Mended)
}

fn is_same_name(known: &MemberDraft, draft: &MemberDraft) -> bool {
    tone_place_key(&known.full_name) == tone_place_key(&draft.full_name)
}

/// How much speaks for a row meaning a member. Two different cards or births are two people, unless one may be the other mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// The name and the day of birth, but another card; or the name and all but one part of the birth.
    Mended,
    /// The name, and nothing against it.
    Name,
    /// The name and the day of birth.
    Birth,
    /// The number of the card.
    Card,
}

impl Likeness {
    fn of(known: &MemberDraft, draft: &MemberDraft) -> Option<Self> {
        let is_same = |one: Option<&str>, other: Option<&str>| Some(one? == other?);
        match is_same(known.citizen_id.as_deref(), draft.citizen_id.as_deref()) {
            Some(false) => {
                let is_born_so = known_day(known).is_some() && known_day(known) == known_day(draft);
                return (is_same_name(known, draft) && is_born_so).then_some(Self::Mended);
            }
            Some(true) => return Some(Self::Card),
            None if is_same(known.legacy_id.as_deref(), draft.legacy_id.as_deref()) == Some(true) => {
                return Some(Self::Card);
            }
            None => {}
        }
        let (before, now) = (known_day(known), known_day(draft));
        if !births_agree(known.birth, draft.birth) {
            let is_mended =
                is_same_name(known, draft) && before.zip(now).is_some_and(|(one, other)| is_mended(one, other));
            return is_mended.then_some(Self::Mended);
        }
        Some(if before.is_some() && before == now { Self::Birth } else { Self::Name })
    }
}

fn known_day(facts: &MemberDraft) -> Option<NaiveDate> {
    facts.birth.and_then(PartialDate::known_day)
}

/// Whether one day may be the other with one part corrected, or with day and month in their places.
fn is_mended(one: NaiveDate, other: NaiveDate) -> bool {
    let same = [one.day() == other.day(), one.month() == other.month(), one.year() == other.year()];
    let is_swapped = one.year() == other.year() && one.day() == other.month() && one.month() == other.day();
    same.iter().filter(|same| **same).count() == 2 || is_swapped
}

/// Members of the unit who may be the one that a row brings: those for whom most speaks.
fn likely(db: &Connection, draft: &MemberDraft, unit: UnitId) -> Result<Vec<Member>> {
    let mut here: BTreeMap<Likeness, Vec<Member>> = BTreeMap::new();
    for id in look_alikes(db, draft, unit)? {
        let known = member(db, id)?;
        if let Some(likeness) = Likeness::of(&known.facts, draft).filter(|_| known.unit == unit) {
            here.entry(likeness).or_default().push(known);
        }
    }
    Ok(here.pop_last().map(|(_, most)| most).unwrap_or_default())
}

/// What a row says that the register does not know as well or better: neither the same word in other capitals, nor the year
/// of a day that is known, nor the no of a blank cell beside a known yes.
fn news(known: &MemberDraft, entry: &Entry) -> Result<MemberDraft> {
    let known = serde_json::to_value(known)?;
    let is_news = |field: &str, value: &Value| {
        let known = known.get(field).unwrap_or(&Json::Null);
        match value {
            Value::Text(text) => known.as_str().is_none_or(|known| known.to_lowercase() != text.to_lowercase()),
            Value::Day(day) => serde_json::from_value(known.clone()).map_or(true, |known: PartialDate| {
                known.precision() <= day.precision() || !births_agree(Some(known), Some(*day))
            }),
            Value::Yes(false) => {
                *known != Json::Bool(true) || entry.original.get(field).is_some_and(|cell| !is_dash(cell))
            }
            Value::Yes(true) | Value::Number(_) => true,
        }
    };
    let news: BTreeMap<&str, &Value> = entry
        .values
        .iter()
        .filter(|(field, value)| is_news(field, value))
        .map(|(field, value)| (*field, value))
        .collect();
    Ok(serde_json::from_value(serde_json::to_value(news)?)?)
}

fn plan_change(known: &Member, entry: &Entry) -> Result<Plan> {
    let draft = news(&known.facts, entry)?;
    let mut after = known.facts.clone();
    let mut changes = Vec::new();
    for field in MemberField::ALL {
        let before = after.clone();
        field.take(&mut after, &draft, true);
        if after != before {
            changes.push(FieldChange {
                field: field.code().to_owned(),
                label: field.label().to_owned(),
                old: fact(&before, *field)?,
                new: fact(&after, *field)?,
            });
        }
    }
    Ok(if changes.is_empty() { Plan::Same(known.id.0) } else { Plan::Change(known.id.0, changes) })
}

/// The text of one field as a clerk reads it.
fn fact(facts: &MemberDraft, field: MemberField) -> Result<String> {
    let all = serde_json::to_value(facts)?;
    Ok(shown(all.get(field.code()).unwrap_or(&Json::Null)))
}

fn write_member(pen: &Pen<'_>, planned: &Planned<'_>) -> Result<Made> {
    let (outcome, member) = match planned.plan {
        Plan::New(_) => (Outcome::New, insert(pen, &planned.row)?),
        Plan::Change(id, _) => {
            let id = MemberId(*id);
            members::fill(pen, id, &news(&member(pen, id)?.facts, planned.row.entry)?)?;
            (Outcome::Changed, id)
        }
        Plan::Same(id) => (Outcome::Same, MemberId(*id)),
        Plan::Doubt(_) | Plan::Unready(_) => {
            return Err(Error::broken("intake", "a doubtful row among those that go in"));
        }
    };
    Ok(Made { outcome, record: Some(member.0), member: Some(member) })
}

/// Adds a member. Whom a person told from a look-alike of the unit is not offered for merging with it again.
fn insert(pen: &Pen<'_>, row: &Row<'_>) -> Result<MemberId> {
    let unit =
        row.unit.ok_or_else(|| Error::refused("file", "Đơn vị của tệp không còn trong danh sách. Hãy đọc lại tệp."))?;
    let draft: MemberDraft = row.entry.draft()?;
    let others = if row.answer == Some(Answer::New) { likely(pen, &draft, unit)? } else { Vec::new() };
    let added = members::insert(pen, &draft, unit, None)?;
    if let Some(ended) = EndedUnit::of(pen, unit, row.today)? {
        members::end_with_unit(pen, added, ended.day)?;
    }
    for other in others {
        members::tell_apart(pen, added, other.id)?;
    }
    Ok(added)
}
