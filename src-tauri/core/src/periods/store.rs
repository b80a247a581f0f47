//! Periods in the register.

use super::{Period, PeriodId, PeriodKind};
use crate::{error::Result, id::new_uid, office::Pen};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row as SqlRow, params};

/// A period as it is written.
pub(super) struct Row<'a> {
    pub kind: PeriodKind,
    pub name: &'a str,
    pub year: i32,
    pub part: i64,
    pub parent: Option<PeriodId>,
    pub since: NaiveDate,
    pub until: NaiveDate,
}

fn read(row: &SqlRow<'_>) -> rusqlite::Result<Period> {
    Ok(Period {
        id: row.get("id")?,
        kind: row.get("kind")?,
        name: row.get("name")?,
        year: row.get("year")?,
        part: row.get("part")?,
        parent: row.get("parent")?,
        since: row.get("since")?,
        until: row.get("until")?,
        closed: row.get("closed")?,
        reason: row.get("reason")?,
    })
}

pub(super) fn of_year(db: &Connection, year: i32) -> Result<Vec<Period>> {
    let mut statement = db.prepare_cached(
        "select id, kind, name, year, part, parent, since, until, closed, reason from period where year = ?1
         order by case kind when 'year' then 1 when 'school_year' then 2 when 'half' then 3 when 'quarter' then 4 else 5 end,
                  since, part, id",
    )?;
    let periods = statement.query_map([year], read)?;
    Ok(periods.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn one(db: &Connection, id: PeriodId) -> Result<Option<Period>> {
    let found = db
        .prepare_cached(
            "select id, kind, name, year, part, parent, since, until, closed, reason from period where id = ?1",
        )?
        .query_row([id], read)
        .optional()?;
    Ok(found)
}

pub(super) fn parts(db: &Connection, year: PeriodId) -> Result<Vec<Period>> {
    let mut statement = db.prepare_cached(
        "select id, kind, name, year, part, parent, since, until, closed, reason from period where parent = ?1
         order by kind, part",
    )?;
    let periods = statement.query_map([year], read)?;
    Ok(periods.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn whole(db: &Connection, kind: PeriodKind, year: i32) -> Result<Option<Period>> {
    let found = db
        .prepare_cached(
            "select id, kind, name, year, part, parent, since, until, closed, reason from period
             where kind = ?1 and year = ?2 and part = 0",
        )?
        .query_row(params![kind, year], read)
        .optional()?;
    Ok(found)
}

pub(super) fn insert(pen: &Pen<'_>, row: &Row<'_>) -> Result<PeriodId> {
    pen.execute(
        "insert into period (uid, kind, name, year, part, parent, since, until) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![new_uid(), row.kind, row.name, row.year, row.part, row.parent, row.since, row.until],
    )?;
    Ok(PeriodId(pen.last_insert_rowid()))
}

pub(super) fn close(pen: &Pen<'_>, id: PeriodId) -> Result<()> {
    pen.execute("update period set closed = 1, reason = '' where id = ?1 or parent = ?1", [id])?;
    Ok(())
}

pub(super) fn reopen(pen: &Pen<'_>, id: PeriodId, reason: &str) -> Result<()> {
    pen.execute("update period set closed = 0, reason = ?2 where id = ?1 or parent = ?1", params![id, reason])?;
    Ok(())
}
