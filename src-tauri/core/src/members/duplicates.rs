//! People who may stand in the register twice. Nobody is merged without being asked.

use super::{Member, MemberLine, seen_lines};
use crate::{
    choice::choice,
    error::{Error, Result},
    id::MemberId,
    journal::What,
    office::{Done, Office, Pen},
    vietnamese::tone_place_key,
};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

choice! {
    /// Why two records may be one person.
    DuplicateWhy {
        CitizenId = "citizen_id" "Trùng số CCCD",
        LegacyId = "legacy_id" "Trùng số CMND",
        NameAndBirth = "name_and_birth" "Trùng họ tên, ngày sinh và đơn vị",
        NameAndUnit = "name_and_unit" "Trùng họ tên và đơn vị, ngày sinh chưa đủ",
    }
}

/// Which part of the list of duplicates is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DuplicateAsk {
    /// From this group on.
    pub offset: u32,
    /// So many groups; 100 at most, 0 is 100.
    pub limit: u32,
}

/// Records that may be one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuplicateGroup {
    /// Why.
    pub why: DuplicateWhy,
    /// Why, as the page says it.
    pub why_label: String,
    /// The records.
    pub members: Vec<MemberLine>,
}

/// Groups of records that may be one person: same card number, or same name and unit with births that may be the same.
pub fn duplicates(office: &mut Office, ask: DuplicateAsk) -> Result<Vec<DuplicateGroup>> {
    let db = office.db();
    let from = usize::try_from(ask.offset).unwrap_or(usize::MAX);
    let count = if ask.limit == 0 { 100 } else { ask.limit.min(100) };
    let mut groups = Vec::new();
    for (why, members) in groups_of(db)?.into_iter().skip(from).take(usize::try_from(count).unwrap_or_default()) {
        let members = seen_lines(office, &members, None, None)?;
        groups.push(DuplicateGroup { why, why_label: why.label().to_owned(), members });
    }
    Ok(groups)
}

/// Every group, before its members are read.
fn groups_of(db: &Connection) -> Result<Vec<(DuplicateWhy, Vec<MemberId>)>> {
    let apart = kept_apart(db)?;
    let (mut groups, mut seen) = (Vec::new(), BTreeSet::new());
    let mut take = |why, ids: Vec<MemberId>| {
        let ids = without_kept_apart(&apart, &ids);
        if ids.len() > 1 && seen.insert(ids.clone()) {
            groups.push((why, ids));
        }
    };
    let mut statement = db.prepare_cached(include_str!("duplicates.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row.get(0)?, serde_json::from_str(&row.get::<_, String>(1)?)?);
    }
    let mut statement = db.prepare_cached(include_str!("namesakes.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let namesakes: Vec<Namesake> = serde_json::from_str(&row.get::<_, String>(0)?)?;
        for ids in linked(namesakes) {
            take(DuplicateWhy::NameAndUnit, ids);
        }
    }
    Ok(groups)
}

/// A member of one name with others in a unit: key, birth as far as it is known, card number.
type Namesake = (MemberId, Option<String>, Option<String>);

/// Parts namesakes into those who may be one person, each directly or by way of a third.
fn linked(mut left: Vec<Namesake>) -> Vec<Vec<MemberId>> {
    let mut groups = Vec::new();
    while let Some(first) = left.pop() {
        let mut group = vec![first];
        while let Some(at) = left.iter().position(|one| group.iter().any(|other| may_be(one, other))) {
            group.push(left.swap_remove(at));
        }
        let mut ids: Vec<MemberId> = group.into_iter().map(|(id, ..)| id).collect();
        ids.sort_unstable();
        groups.push(ids);
    }
    groups.reverse();
    groups
}

/// Whether namesakes may be one person: one has no card, and what is known of the births fits.
fn may_be(one: &Namesake, other: &Namesake) -> bool {
    let births = one.1.as_ref().zip(other.1.as_ref());
    let fits = births.is_none_or(|(one, other)| one.starts_with(other) || other.starts_with(one));
    fits && (one.2.is_none() || other.2.is_none())
}

type Pairs = BTreeSet<(MemberId, MemberId)>;

/// Who was said to be two people, the lower key first.
fn kept_apart(db: &Connection) -> Result<Pairs> {
    let mut statement = db.prepare_cached("select one, other from not_same")?;
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pairs.collect::<rusqlite::Result<_>>()?)
}

/// Leaves out whoever a person said is nobody else of the group.
fn without_kept_apart(apart: &Pairs, ids: &[MemberId]) -> Vec<MemberId> {
    let are_apart = |one: MemberId, other: MemberId| apart.contains(&(one.min(other), one.max(other)));
    let apart_from_all = |id: MemberId| ids.iter().all(|other| *other == id || are_apart(id, *other));
    ids.iter().copied().filter(|id| !apart_from_all(*id)).collect()
}

fn are_apart(db: &Connection, one: MemberId, other: MemberId) -> Result<bool> {
    let apart = db
        .prepare_cached("select exists (select 1 from not_same where one = ?1 and other = ?2)")?
        .query_row(params![one.min(other), one.max(other)], |row| row.get(0))?;
    Ok(apart)
}

/// Others who may be this member.
pub(super) fn of_member(db: &Connection, member: &Member) -> Result<Vec<MemberId>> {
    let facts = &member.facts;
    let mut statement = db.prepare_cached(
        "select id from member where citizen_id = ?2 and id <> ?1
         union select id from member where legacy_id = ?3 and id <> ?1
         union select id from member where same_key = ?4 and birth = ?5 and unit = ?6 and id <> ?1
         union select id from member where same_key = ?4 and unit = ?6 and id <> ?1 and (citizen_id is null or ?2 is null)
           and (birth is null or ?5 is null or substr(birth, 1, length(?5)) = ?5 or substr(?5, 1, length(birth)) = birth)
         order by 1",
    )?;
    let key = tone_place_key(&facts.full_name);
    let found = statement
        .query_map(params![member.id, facts.citizen_id, facts.legacy_id, key, facts.birth, member.unit], |row| {
            row.get(0)
        })?
        .collect::<rusqlite::Result<Vec<MemberId>>>()?;
    let mut others = Vec::new();
    for other in found {
        if !are_apart(db, member.id, other)? {
            others.push(other);
        }
    }
    Ok(others)
}

/// Members who may be the person that an import brings: the same card number, or the same name in the unit.
pub fn look_alikes(db: &Connection, draft: &super::MemberDraft, unit: crate::units::UnitId) -> Result<Vec<MemberId>> {
    let mut statement = db.prepare_cached(
        "select id from member where citizen_id = ?1
         union select id from member where legacy_id = ?2
         union select id from member where same_key = ?3 and unit = ?4
         order by 1",
    )?;
    let key = tone_place_key(&draft.full_name);
    let found = statement.query_map(params![draft.citizen_id, draft.legacy_id, key, unit], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Two records that look alike and are two people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeepApart {
    /// The records, two or more: each is nobody of the others.
    pub members: Vec<MemberId>,
}

const KEEP_APART: What = What::new("member.keep_apart", "Xác nhận không trùng");

/// Writes down that look-alikes are different people: they are not offered again.
pub fn keep_apart(office: &mut Office, apart: KeepApart) -> Result<Done<()>> {
    if apart.members.len() < 2 {
        return Err(Error::refused("members", "Hãy chọn ít nhất hai hồ sơ để xác nhận là hai người khác nhau."));
    }
    office.act(KEEP_APART, |pen| {
        for (at, one) in apart.members.iter().enumerate() {
            for other in apart.members.iter().skip(at + 1).filter(|other| *other != one) {
                tell_apart(pen, *one, *other)?;
            }
        }
        Ok(())
    })
}

/// Writes down that two records are two people, inside the act of another step.
pub fn tell_apart(pen: &Pen<'_>, one: MemberId, other: MemberId) -> Result<()> {
    if !are_apart(pen, one, other)? {
        pen.prepare_cached("insert into not_same (one, other) values (?1, ?2)")?
            .execute(params![one.min(other), one.max(other)])?;
    }
    Ok(())
}
