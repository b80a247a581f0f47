//! The table `pledge`.

use super::{Confirmer, Content, PledgeBlock, PledgeDraft, PledgeId, PledgeState, Pledger, rules::Standing};
use crate::{
    error::Result,
    id::{MemberId, new_uid},
    office::Pen,
    periods::PeriodId,
    units::UnitId,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

/// Where a pledge stands, as steps need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub id: PledgeId,
    pub period: PeriodId,
    pub name: String,
    pub state: PledgeState,
    pub party_member: Option<bool>,
    pub confirmed_on: Option<NaiveDate>,
}

/// A pledge about to be written.
pub(super) struct New<'a> {
    pub period: PeriodId,
    pub of: Pledger,
    pub unit: UnitId,
    pub draft: &'a PledgeDraft,
    pub state: PledgeState,
    pub registered_on: Option<NaiveDate>,
}

fn text(content: &Content, block: PledgeBlock) -> &str {
    content.get(&block).map(String::as_str).unwrap_or_default()
}

pub(super) fn insert(pen: &Pen<'_>, new: &New<'_>) -> Result<PledgeId> {
    let member = match new.of {
        Pledger::Member(member) => Some(member),
        Pledger::Unit(_) => None,
    };
    let content = &new.draft.content;
    pen.prepare_cached(
        "insert into pledge (uid, period, member, unit, position, party_member, party_cell, ideology, ethics, discipline, work_style,
                             duty, following, goals, measures, state, registered_on)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?
    .execute(params![
        new_uid(),
        new.period,
        member,
        new.unit,
        new.draft.position,
        new.draft.party_member,
        new.draft.party_cell,
        text(content, PledgeBlock::Ideology),
        text(content, PledgeBlock::Ethics),
        text(content, PledgeBlock::Discipline),
        text(content, PledgeBlock::WorkStyle),
        text(content, PledgeBlock::Duty),
        text(content, PledgeBlock::Following),
        text(content, PledgeBlock::Goals),
        text(content, PledgeBlock::Measures),
        new.state,
        new.registered_on,
    ])?;
    Ok(PledgeId(pen.last_insert_rowid()))
}

pub(super) fn update(pen: &Pen<'_>, id: PledgeId, draft: &PledgeDraft, registered_on: Option<NaiveDate>) -> Result<()> {
    let content = &draft.content;
    pen.prepare_cached(
        "update pledge set position = ?2, party_member = ?3, party_cell = ?4, ideology = ?5, ethics = ?6, discipline = ?7,
                work_style = ?8, duty = ?9, following = ?10, goals = ?11, measures = ?12, registered_on = ?13
         where id = ?1",
    )?
    .execute(params![
        id,
        draft.position,
        draft.party_member,
        draft.party_cell,
        text(content, PledgeBlock::Ideology),
        text(content, PledgeBlock::Ethics),
        text(content, PledgeBlock::Discipline),
        text(content, PledgeBlock::WorkStyle),
        text(content, PledgeBlock::Duty),
        text(content, PledgeBlock::Following),
        text(content, PledgeBlock::Goals),
        text(content, PledgeBlock::Measures),
        registered_on,
    ])?;
    Ok(())
}

/// Files a pledge under that unit and period.
pub(super) fn belong(pen: &Pen<'_>, id: PledgeId, period: PeriodId, unit: UnitId) -> Result<()> {
    pen.prepare_cached("update pledge set period = ?2, unit = ?3 where id = ?1 and (period <> ?2 or unit <> ?3)")?
        .execute(params![id, period, unit])?;
    Ok(())
}

pub(super) fn set_state(pen: &Pen<'_>, id: PledgeId, state: PledgeState) -> Result<()> {
    pen.prepare_cached("update pledge set state = ?2 where id = ?1")?.execute(params![id, state])?;
    Ok(())
}

pub(super) fn register(pen: &Pen<'_>, id: PledgeId, day: NaiveDate) -> Result<()> {
    pen.prepare_cached(
        "update pledge set state = 'registered', registered_on = coalesce(registered_on, ?2), why = '', confirmer = null,
                confirmed_by = '', confirmed_on = null, posted_at = '', posted_from = null, posted_until = null
         where id = ?1",
    )?
    .execute(params![id, day])?;
    Ok(())
}

pub(super) fn confirm(pen: &Pen<'_>, id: PledgeId, confirmer: Confirmer, by: &str, on: NaiveDate) -> Result<()> {
    pen.prepare_cached(
        "update pledge set state = 'confirmed', confirmer = ?2, confirmed_by = ?3, confirmed_on = ?4 where id = ?1",
    )?
    .execute(params![id, confirmer, by, on])?;
    Ok(())
}

pub(super) fn post(
    pen: &Pen<'_>,
    id: PledgeId,
    state: PledgeState,
    place: &str,
    (from, until): (NaiveDate, Option<NaiveDate>),
) -> Result<()> {
    pen.prepare_cached(
        "update pledge set state = ?2, posted_at = ?3, posted_from = ?4, posted_until = ?5 where id = ?1",
    )?
    .execute(params![id, state, place, from, until])?;
    Ok(())
}

/// Sends a pledge back: what was confirmed and posted counts no more.
pub(super) fn give_back(pen: &Pen<'_>, id: PledgeId, why: &str) -> Result<()> {
    pen.prepare_cached(
        "update pledge set state = 'returned', why = ?2, confirmer = null, confirmed_by = '', confirmed_on = null, posted_at = '',
                posted_from = null, posted_until = null
         where id = ?1",
    )?
    .execute(params![id, why])?;
    Ok(())
}

pub(super) fn withdraw(pen: &Pen<'_>, id: PledgeId, why: &str) -> Result<()> {
    pen.prepare_cached("update pledge set state = 'withdrawn', why = ?2 where id = ?1")?.execute(params![id, why])?;
    Ok(())
}

pub(super) fn delete(pen: &Pen<'_>, id: PledgeId) -> Result<()> {
    for sql in [
        "delete from pledge_item where assessment in (select id from pledge_assessment where pledge = ?1)",
        "delete from pledge_assessment where pledge = ?1",
        "delete from pledge_shortcoming where pledge = ?1",
        "delete from pledge where id = ?1",
    ] {
        pen.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}

/// Where the pledges stand, in the given order.
pub(super) fn standing(db: &Connection, ids: &[PledgeId], today: NaiveDate) -> Result<Vec<Mark>> {
    ids.iter().map(|id| mark(db, *id, today)).collect()
}

pub(super) fn state(db: &Connection, id: PledgeId) -> Result<PledgeState> {
    db.prepare_cached("select state from pledge where id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .ok_or_else(super::lines::unknown)
}

pub(super) fn mark(db: &Connection, id: PledgeId, today: NaiveDate) -> Result<Mark> {
    db.prepare_cached(
        "select p.id, p.period, coalesce(m.full_name, s.name), p.state, p.party_member, p.confirmed_on
         from pledge p join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = p.unit and (x.until is null or x.until >= ?2)
           order by x.until is null, x.until limit 1)
         left join member m on m.id = p.member where p.id = ?1",
    )?
    .query_row(params![id, today], |row| {
        Ok(Mark {
            id: row.get(0)?,
            period: row.get(1)?,
            name: row.get(2)?,
            state: row.get(3)?,
            party_member: row.get(4)?,
            confirmed_on: row.get(5)?,
        })
    })
    .optional()?
    .ok_or_else(super::lines::unknown)
}

/// Names and states, as the rules look at them.
pub(super) fn names(marks: &[Mark]) -> Vec<Standing> {
    marks.iter().map(|mark| (mark.name.clone(), mark.state)).collect()
}

/// The member whose pledge it is; none: a unit's.
pub fn whose(db: &Connection, id: PledgeId) -> Result<Option<MemberId>> {
    let mut statement = db.prepare_cached("select member from pledge where id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?.flatten())
}

/// The pledge of that member, or of that unit as a collective, in any period filed under the year.
pub(super) fn known(db: &Connection, of: Pledger, year: i32) -> Result<Option<PledgeId>> {
    let (member, unit) = match of {
        Pledger::Member(member) => (Some(member), None),
        Pledger::Unit(unit) => (None, Some(unit)),
    };
    let found = db
        .prepare_cached(
            "select p.id from pledge p join period y on y.id = p.period
             where y.year = ?3 and (p.member = ?1 or (p.member is null and p.unit = ?2)) order by p.id limit 1",
        )?
        .query_row(params![member, unit, year], |row| row.get(0))
        .optional()?;
    Ok(found)
}

pub(super) fn topic(db: &Connection, period: PeriodId) -> Result<String> {
    let topic = db
        .prepare_cached("select topic from pledge_topic where period = ?1")?
        .query_row([period], |row| row.get(0))
        .optional()?;
    Ok(topic.unwrap_or_default())
}

pub(super) fn set_topic(pen: &Pen<'_>, period: PeriodId, topic: &str, document: &str) -> Result<()> {
    if topic.is_empty() {
        pen.execute("delete from pledge_topic where period = ?1", [period])?;
        return Ok(());
    }
    let known = pen.execute(
        "update pledge_topic set topic = ?2, document = ?3 where period = ?1",
        params![period, topic, document],
    )?;
    if known == 0 {
        pen.execute(
            "insert into pledge_topic (uid, period, topic, document) values (?1, ?2, ?3, ?4)",
            params![new_uid(), period, topic, document],
        )?;
    }
    Ok(())
}

/// The first year for which both member records have a pledge, in whichever of its periods.
pub(super) fn year_of_both(db: &Connection, gone: MemberId, kept: MemberId) -> Result<Option<i32>> {
    let found = db
        .prepare_cached(
            "select y.year from pledge p join period y on y.id = p.period
             where p.member = ?1 and y.year in (
               select z.year from pledge k join period z on z.id = k.period where k.member = ?2)
             order by y.year limit 1",
        )?
        .query_row(params![gone, kept], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// Whose a pledge is, and for which year.
pub(super) fn pledger(db: &Connection, id: PledgeId) -> Result<(Pledger, i32)> {
    let mut statement = db.prepare_cached(
        "select p.member, p.unit, y.year from pledge p join period y on y.id = p.period where p.id = ?1",
    )?;
    Ok(statement.query_row([id], |row| {
        let of = row.get::<_, Option<MemberId>>(0)?.map_or(Pledger::Unit(row.get(1)?), Pledger::Member);
        Ok((of, row.get(2)?))
    })?)
}

/// The pledges of one member record go to another.
pub(super) fn repoint(pen: &Pen<'_>, gone: MemberId, kept: MemberId) -> Result<()> {
    pen.execute("update pledge set member = ?2 where member = ?1", params![gone, kept])?;
    Ok(())
}

/// The year is closed: what was assessed is at its end.
pub(super) fn close(pen: &Pen<'_>, period: PeriodId) -> Result<()> {
    pen.execute("update pledge set state = 'closed' where period = ?1 and state = 'assessed'", [period])?;
    Ok(())
}

/// The year is open again.
pub(super) fn reopen(pen: &Pen<'_>, period: PeriodId) -> Result<()> {
    pen.execute("update pledge set state = 'assessed' where period = ?1 and state = 'closed'", [period])?;
    Ok(())
}
