//! The tables `compact` and `compact_item`, and what the register knows of the blocs of a year.

use super::{CompactDraft, CompactId, CompactItem, CompactLine, CompactOf, meetings};
use crate::{
    error::Result,
    id::new_uid,
    money::Hundredths,
    office::{Office, Pen},
    periods::{self, PeriodId},
    units::Calendar,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

/// The day on which the units of a year's bloc are looked at: its last one, or today.
pub(super) fn day_of(office: &Office, year: i32) -> Result<NaiveDate> {
    Ok(periods::span(Calendar::Year, year)?.1.min(office.today()))
}

pub(super) fn lines(office: &Office, year: i32) -> Result<Vec<CompactLine>> {
    let db = office.db();
    let mut statement = db.prepare_cached(include_str!("lines.sql"))?;
    let rows = statement.query_map(params![year, day_of(office, year)?], |row| {
        Ok(CompactLine {
            bloc: row.get("bloc")?,
            no: row.get("no")?,
            name: row.get("name")?,
            units: row.get("units")?,
            head: row.get("head")?,
            head_name: row.get("head_name")?,
            deputy: row.get("deputy")?,
            deputy_name: row.get("deputy_name")?,
            compact: row.get("compact")?,
            items: row.get("items")?,
            signed: row.get("signed")?,
            signed_on: row.get("signed_on")?,
            held_on: row.get("held_on")?,
            acclaimed: 0,
        })
    })?;
    let mut lines = rows.collect::<rusqlite::Result<Vec<CompactLine>>>()?;
    for line in lines.iter_mut().filter(|line| line.held_on.is_some()) {
        let of = CompactOf { bloc: line.bloc, year };
        let outcome = meetings::outcome(db, of, meetings::of(db, of)?.as_ref())?;
        line.acclaimed = i64::try_from(outcome.acclaim.iter().filter(|vote| vote.passed).count()).unwrap_or(i64::MAX);
    }
    Ok(lines)
}

pub(super) fn draft(db: &Connection, id: CompactId) -> Result<CompactDraft> {
    let draft = db
        .prepare_cached(
            "select c.bloc, p.year, c.opening, c.ending, c.place, c.signed_on, c.document, c.note
             from compact c join period p on p.id = c.period where c.id = ?1",
        )?
        .query_row([id], |row| {
            Ok(CompactDraft {
                bloc: row.get("bloc")?,
                year: row.get("year")?,
                opening: row.get("opening")?,
                items: Vec::new(),
                ending: row.get("ending")?,
                place: row.get("place")?,
                signed_on: row.get("signed_on")?,
                document: row.get("document")?,
                note: row.get("note")?,
            })
        })?;
    Ok(CompactDraft { items: items(db, id)?, ..draft })
}

fn items(db: &Connection, id: CompactId) -> Result<Vec<CompactItem>> {
    let mut statement =
        db.prepare_cached("select content, target from compact_item where compact = ?1 order by position")?;
    let items = statement.query_map([id], |row| Ok(CompactItem { content: row.get(0)?, target: row.get(1)? }))?;
    Ok(items.collect::<rusqlite::Result<_>>()?)
}

/// The bloc's compact of the year before.
pub(super) fn last(db: &Connection, of: CompactOf) -> Result<Option<CompactDraft>> {
    let found: Option<CompactId> = db
        .prepare_cached(
            "select c.id from compact c join period p on p.id = c.period
             where c.bloc = ?1 and p.kind = 'year' and p.year = ?2 - 1",
        )?
        .query_row(params![of.bloc, of.year], |row| row.get(0))
        .optional()?;
    found.map(|id| draft(db, id)).transpose()
}

/// What the bloc is asked for in the year, as contents.
pub(super) fn targets(db: &Connection, of: CompactOf) -> Result<Vec<CompactItem>> {
    let mut statement = db.prepare_cached(
        "select i.name, t.goal, i.measure from target t join indicator i on i.id = t.indicator join period p on p.id = t.period
         where t.bloc = ?1 and p.kind = 'year' and p.year = ?2 order by t.indicator, t.id",
    )?;
    let items = statement.query_map(params![of.bloc, of.year], |row| {
        let (goal, measure): (i64, String) = (row.get("goal")?, row.get("measure")?);
        Ok(CompactItem { content: row.get("name")?, target: format!("{} {measure}", Hundredths(goal).grouped()) })
    })?;
    Ok(items.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(pen: &Pen<'_>, period: PeriodId, draft: &CompactDraft) -> Result<CompactId> {
    let CompactDraft { bloc, opening, ending, place, signed_on, document, note, .. } = draft;
    pen.execute(
        "insert into compact (uid, bloc, period, opening, ending, place, signed_on, document, note)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![new_uid(), bloc, period, opening, ending, place, signed_on, document, note],
    )?;
    let id = CompactId(pen.last_insert_rowid());
    insert_items(pen, id, &draft.items)?;
    Ok(id)
}

pub(super) fn update(pen: &Pen<'_>, id: CompactId, draft: &CompactDraft) -> Result<()> {
    let CompactDraft { opening, ending, place, signed_on, document, note, .. } = draft;
    pen.execute(
        "update compact set opening = ?2, ending = ?3, place = ?4, signed_on = ?5, document = ?6, note = ?7 where id = ?1",
        params![id, opening, ending, place, signed_on, document, note],
    )?;
    if items(pen, id)? != draft.items {
        pen.execute("delete from compact_item where compact = ?1", [id])?;
        insert_items(pen, id, &draft.items)?;
    }
    Ok(())
}

fn insert_items(pen: &Pen<'_>, id: CompactId, items: &[CompactItem]) -> Result<()> {
    let mut insert = pen.prepare_cached(
        "insert into compact_item (uid, compact, position, content, target) values (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (item, position) in items.iter().zip(1_i64..) {
        insert.execute(params![new_uid(), id, position, item.content, item.target])?;
    }
    Ok(())
}

pub(super) fn delete(pen: &Pen<'_>, id: CompactId) -> Result<()> {
    pen.execute("delete from compact_item where compact = ?1", [id])?;
    pen.execute("delete from compact where id = ?1", [id])?;
    Ok(())
}
