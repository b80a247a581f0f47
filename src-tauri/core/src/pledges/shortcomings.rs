//! Shortcomings that are to be mended, followed from year to year until they are.

use super::{PledgeId, Pledger, ShortcomingDraft, lines};
use crate::{
    error::{Error, Refusals, Result},
    id::{id, new_uid},
    journal::What,
    members::{self, UnmaskingId},
    office::{Done, Office, Pen},
    vietnamese::clean_lines,
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One shortcoming.
    ShortcomingId
);

/// A shortcoming of a pledge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shortcoming {
    /// Its key.
    pub id: ShortcomingId,
    /// Hạn chế, khuyết điểm.
    pub shortcoming: String,
    /// Nguyên nhân.
    pub cause: String,
    /// Biện pháp khắc phục.
    pub correction: String,
    /// Thời hạn.
    pub deadline: Option<NaiveDate>,
    /// Người theo dõi.
    pub follower: String,
    /// Kết quả khắc phục.
    pub mending: String,
    /// When it was mended; none: not yet.
    pub mended_on: Option<NaiveDate>,
    /// The year that it was carried over from; none: it began here.
    pub carried_from: Option<i32>,
    /// Not mended though its day has passed; one that was carried over is waited for in the later year.
    pub overdue: bool,
}

/// The shortcomings of a pledge, in its order.
pub(super) fn of(db: &Connection, pledge: PledgeId, today: NaiveDate) -> Result<Vec<Shortcoming>> {
    let mut statement = db.prepare_cached(
        "select h.id, h.shortcoming, h.cause, h.correction, h.deadline, h.follower, h.mending, h.mended_on, y.year,
                h.mended_on is null and h.deadline is not null and h.deadline < ?2
                  and not exists (select 1 from pledge_shortcoming c where c.carried_from = h.id) as overdue
         from pledge_shortcoming h
         left join pledge_shortcoming l on l.id = h.carried_from left join pledge p on p.id = l.pledge left join period y on y.id = p.period
         where h.pledge = ?1 order by h.position, h.id",
    )?;
    let found = statement.query_map(params![pledge, today], |row| {
        Ok(Shortcoming {
            id: row.get(0)?,
            shortcoming: row.get(1)?,
            cause: row.get(2)?,
            correction: row.get(3)?,
            deadline: row.get(4)?,
            follower: row.get(5)?,
            mending: row.get(6)?,
            mended_on: row.get(7)?,
            carried_from: row.get(8)?,
            overdue: row.get(9)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Writes the shortcomings of a pledge as the form has them; those that it no longer has are taken out.
pub(super) fn save(pen: &Pen<'_>, pledge: PledgeId, drafts: &[ShortcomingDraft]) -> Result<()> {
    let kept: Vec<ShortcomingId> = drafts.iter().filter_map(|draft| draft.id).collect();
    pen.execute(
        "delete from pledge_shortcoming where pledge = ?1 and id not in (select value from json_each(?2))",
        params![pledge, serde_json::to_string(&kept)?],
    )?;
    for (position, draft) in (1_i64..).zip(drafts) {
        match draft.id {
            Some(id) => change(pen, pledge, id, position, draft)?,
            None => add(pen, pledge, position, draft)?,
        }
    }
    Ok(())
}

pub(super) fn add(pen: &Pen<'_>, pledge: PledgeId, position: i64, draft: &ShortcomingDraft) -> Result<()> {
    pen.prepare_cached(
        "insert into pledge_shortcoming (uid, pledge, position, shortcoming, cause, correction, deadline, follower, mending, mended_on)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        new_uid(),
        pledge,
        position,
        draft.shortcoming,
        draft.cause,
        draft.correction,
        draft.deadline,
        draft.follower,
        draft.mending,
        draft.mended_on
    ])?;
    Ok(())
}

fn change(pen: &Pen<'_>, pledge: PledgeId, id: ShortcomingId, position: i64, draft: &ShortcomingDraft) -> Result<()> {
    pen.prepare_cached(
        "update pledge_shortcoming set position = ?3, shortcoming = ?4, cause = ?5, correction = ?6, deadline = ?7, follower = ?8,
                mending = ?9, mended_on = ?10
         where id = ?1 and pledge = ?2",
    )?
    .execute(params![
        id,
        pledge,
        position,
        draft.shortcoming,
        draft.cause,
        draft.correction,
        draft.deadline,
        draft.follower,
        draft.mending,
        draft.mended_on
    ])?;
    mended_later_too(pen, id, &draft.mending, draft.mended_on)
}

/// What was mended is mended in the years too into which it was carried over.
fn mended_later_too(pen: &Pen<'_>, id: ShortcomingId, mending: &str, mended_on: Option<NaiveDate>) -> Result<()> {
    pen.prepare_cached(
        "with recursive later (id) as (
           select c.id from pledge_shortcoming c where c.carried_from = ?1
           union select c.id from pledge_shortcoming c join later l on c.carried_from = l.id)
         update pledge_shortcoming set mending = ?2, mended_on = ?3
         where ?3 is not null and mended_on is null and id in (select id from later)",
    )?
    .execute(params![id, mending, mended_on])?;
    Ok(())
}

/// Brings in what the pledger's pledge of the year before did not mend, each once. Answers how many.
pub(super) fn carry_over(pen: &Pen<'_>, of: Pledger, year: i32, into: PledgeId) -> Result<usize> {
    let (member, unit) = match of {
        Pledger::Member(member) => (Some(member), None),
        Pledger::Unit(unit) => (None, Some(unit)),
    };
    let open: Vec<ShortcomingId> = pen
        .prepare_cached(
            "select h.id from pledge_shortcoming h join pledge p on p.id = h.pledge join period y on y.id = p.period
             where y.year = ?3 and (p.member = ?1 or (p.member is null and p.unit = ?2)) and p.state <> 'withdrawn'
               and h.mended_on is null and not exists (select 1 from pledge_shortcoming c where c.carried_from = h.id)
             order by h.position, h.id",
        )?
        .query_map(params![member, unit, year - 1], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in &open {
        pen.prepare_cached(
            "insert into pledge_shortcoming (uid, pledge, position, shortcoming, cause, correction, deadline, follower, carried_from)
             select ?1, ?2, 1 + coalesce((select max(position) from pledge_shortcoming where pledge = ?2), 0),
                    shortcoming, cause, correction, null, follower, id
             from pledge_shortcoming where id = ?3",
        )?
        .execute(params![new_uid(), into, id])?;
    }
    Ok(open.len())
}

/// Those whose pledge of the year before has something that was not mended and not carried over yet.
pub(super) fn still_open(db: &Connection, year: i32) -> Result<Vec<Pledger>> {
    let mut statement = db.prepare_cached(
        "select p.member, p.unit from pledge p join period y on y.id = p.period
         where y.year = ?1 and p.state <> 'withdrawn'
           and exists (select 1 from pledge_shortcoming h where h.pledge = p.id and h.mended_on is null
                       and not exists (select 1 from pledge_shortcoming c where c.carried_from = h.id))
         order by p.id",
    )?;
    let found = statement.query_map([year - 1], |row| {
        Ok(match row.get(0)? {
            Some(member) => Pledger::Member(member),
            None => Pledger::Unit(row.get(1)?),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A shortcoming was mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShortcomingMended {
    /// Which.
    pub id: ShortcomingId,
    /// What came of it.
    pub mending: String,
    /// When; none: it turns out not to be mended.
    pub mended_on: Option<NaiveDate>,
}

const MEND: What = What::new("pledge.mend", "Ghi kết quả khắc phục hạn chế");

/// Writes down what came of a shortcoming.
pub fn mend(office: &mut Office, mended: ShortcomingMended) -> Result<Done<()>> {
    let mending = clean_lines(&mended.mending);
    let mut wrong = Refusals::new();
    if mended.mended_on.is_some_and(|day| day > office.today()) {
        wrong.refuse("mended_on", "Ngày khắc phục xong không được sau hôm nay.");
    }
    if mended.mended_on.is_some() && mending.is_empty() {
        wrong.refuse("mending", "Đã khắc phục xong thì cần ghi kết quả. Hãy ghi một câu ngắn.");
    }
    wrong.or(())?;
    office.act(MEND, |pen| {
        let known = pen.execute(
            "update pledge_shortcoming set mending = ?2, mended_on = ?3 where id = ?1",
            params![mended.id, mending, mended.mended_on],
        )?;
        if known == 0 {
            Err(Error::refused("id", "Không tìm thấy hạn chế này. Hãy mở lại bản cam kết."))
        } else {
            mended_later_too(pen, mended.id, &mending, mended.mended_on)
        }
    })
}

/// Which shortcomings are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShortcomingsOf {
    /// Of which pledges.
    pub query: super::PledgeQuery,
    /// Leave to see restricted fields.
    pub unmasking: UnmaskingId,
}

/// A shortcoming with whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShortcomingLine {
    /// The pledge.
    pub pledge: PledgeId,
    /// Whose.
    pub name: String,
    /// Their unit.
    pub unit_name: String,
    /// What it says.
    pub shortcoming: Shortcoming,
}

/// What is not mended yet, the pledges that match in their order; needs leave to see restricted fields.
pub fn open_shortcomings(office: &mut Office, ask: ShortcomingsOf) -> Result<Vec<ShortcomingLine>> {
    let seen = members::may_see(office, Some(ask.unmasking))?;
    let today = office.today();
    let mut found = Vec::new();
    for pledge in lines::matching(office, &ask.query, seen)? {
        let line = lines::line(office.db(), pledge, today, seen)?;
        for shortcoming in of(office.db(), pledge, today)?.into_iter().filter(|one| one.mended_on.is_none()) {
            let (name, unit_name) = (line.name.clone(), line.unit_name.clone());
            found.push(ShortcomingLine { pledge, name, unit_name, shortcoming });
        }
    }
    Ok(found)
}
