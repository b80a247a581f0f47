//! Indicators and targets in the register.

use super::{Counted, CountedLine, IndicatorDraft, IndicatorId, TargetDraft, TargetId};
use crate::{error::Result, id::new_uid, office::Pen};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row as SqlRow, params};

/// A target with what its line says.
pub(super) struct Row {
    pub id: TargetId,
    pub draft: TargetDraft,
    pub name: String,
    pub measure: String,
    pub counted: Counted,
    pub period_name: String,
    pub scope: String,
    pub since: NaiveDate,
    pub until: NaiveDate,
}

pub(super) fn indicators(db: &Connection) -> Result<Vec<IndicatorDraft>> {
    let mut statement =
        db.prepare_cached("select id, name, measure, counted, source, certainty from indicator order by id")?;
    let indicators = statement.query_map([], |row| {
        Ok(IndicatorDraft {
            id: row.get("id")?,
            name: row.get("name")?,
            measure: row.get("measure")?,
            counted: row.get("counted")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })?;
    Ok(indicators.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn indicator_named(db: &Connection, name: &str) -> Result<Option<IndicatorId>> {
    let found = db
        .prepare_cached("select id from indicator where name = ?1")?
        .query_row([crate::vietnamese::clean(name)], |row| row.get(0))
        .optional()?;
    Ok(found)
}

pub(super) fn set_indicator(pen: &Pen<'_>, draft: &IndicatorDraft) -> Result<IndicatorId> {
    if let Some(id) = draft.id {
        pen.execute(
            "update indicator set name = ?2, measure = ?3, counted = ?4, source = ?5, certainty = ?6 where id = ?1",
            params![id, draft.name, draft.measure, draft.counted, draft.source, draft.certainty],
        )?;
        return Ok(id);
    }
    pen.execute(
        "insert into indicator (uid, name, measure, counted, source, certainty) values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new_uid(), draft.name, draft.measure, draft.counted, draft.source, draft.certainty],
    )?;
    Ok(IndicatorId(pen.last_insert_rowid()))
}

const COLUMNS: &str = "
    t.id, t.indicator, t.period, t.bloc, t.unit, t.goal, t.result, t.document, t.note,
    i.name, i.measure, i.counted, p.name as period_name, p.since, p.until,
    coalesce((select b.name from bloc b where b.id = t.bloc),
             (select s.name from unit_state s where s.unit = t.unit and (s.until is null or s.until >= min(?2, p.until))
              order by s.until is null, s.until limit 1), '') as scope
  from target t join indicator i on i.id = t.indicator join period p on p.id = t.period";

fn read(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
    let id: TargetId = row.get("id")?;
    Ok(Row {
        id,
        draft: TargetDraft {
            id: Some(id),
            indicator: row.get("indicator")?,
            period: row.get("period")?,
            bloc: row.get("bloc")?,
            unit: row.get("unit")?,
            goal: crate::money::Hundredths(row.get("goal")?),
            result: row.get::<_, Option<i64>>("result")?.map(crate::money::Hundredths),
            document: row.get("document")?,
            note: row.get("note")?,
        },
        name: row.get("name")?,
        measure: row.get("measure")?,
        counted: row.get("counted")?,
        period_name: row.get("period_name")?,
        scope: row.get("scope")?,
        since: row.get("since")?,
        until: row.get("until")?,
    })
}

pub(super) fn lines(db: &Connection, year: i32, today: NaiveDate) -> Result<Vec<Row>> {
    let sql = format!(
        "select {COLUMNS} where p.year = ?1
         order by t.unit is not null, t.bloc is not null, t.indicator, p.since, p.until desc, scope, t.id"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let lines = statement.query_map(params![year, today], read)?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn line(db: &Connection, id: TargetId, today: NaiveDate) -> Result<Option<Row>> {
    let sql = format!("select {COLUMNS} where t.id = ?1");
    Ok(db.prepare_cached(&sql)?.query_row(params![id, today], read).optional()?)
}

pub(super) fn draft(db: &Connection, id: TargetId, today: NaiveDate) -> Result<Option<TargetDraft>> {
    Ok(line(db, id, today)?.map(|row| row.draft))
}

/// The targets of the calendar year as a whole whose bloc or unit goes on into the next one, in the order in which they were given.
pub(super) fn going_on(db: &Connection, year: i32, today: NaiveDate) -> Result<Vec<TargetDraft>> {
    let sql = format!(
        "select {COLUMNS} where p.year = ?1 and p.kind = 'year'
           and not exists (select 1 from unit gone where gone.id = t.unit and gone.ended <= (?1 + 1) || '-01-01')
           and not exists (select 1 from bloc gone where gone.id = t.bloc and gone.until < (?1 + 1) || '-01-01')
         order by t.id"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let drafts = statement.query_map(params![year, today], |row| Ok(read(row)?.draft))?;
    Ok(drafts.collect::<rusqlite::Result<_>>()?)
}

/// The newest closed period in which a target of that indicator was given; none: no closed one has it.
pub(super) fn closed_with(db: &Connection, indicator: IndicatorId) -> Result<Option<String>> {
    let found = db
        .prepare_cached(
            "select p.name from target t join period p on p.id = t.period
             where t.indicator = ?1 and p.closed = 1 order by p.until desc, p.since limit 1",
        )?
        .query_row([indicator], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// One that is counted, by its key.
pub(super) fn indicator(db: &Connection, id: IndicatorId) -> Result<Option<IndicatorDraft>> {
    Ok(indicators(db)?.into_iter().find(|one| one.id == Some(id)))
}

/// The same indicator for the same period and the same bloc or unit.
pub(super) fn given(db: &Connection, draft: &TargetDraft) -> Result<Option<TargetId>> {
    let found = db
        .prepare_cached("select id from target where indicator = ?1 and period = ?2 and bloc is ?3 and unit is ?4")?
        .query_row(params![draft.indicator, draft.period, draft.bloc, draft.unit], |row| row.get(0))
        .optional()?;
    Ok(found)
}

pub(super) fn set(pen: &Pen<'_>, draft: &TargetDraft) -> Result<TargetId> {
    let (goal, result) = (draft.goal.0, draft.result.map(|result| result.0));
    if let Some(id) = draft.id {
        pen.execute(
            "update target set indicator = ?2, period = ?3, bloc = ?4, unit = ?5, goal = ?6, result = ?7, document = ?8, note = ?9
             where id = ?1",
            params![id, draft.indicator, draft.period, draft.bloc, draft.unit, goal, result, draft.document, draft.note],
        )?;
        return Ok(id);
    }
    pen.execute(
        "insert into target (uid, indicator, period, bloc, unit, goal, result, document, note)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            new_uid(),
            draft.indicator,
            draft.period,
            draft.bloc,
            draft.unit,
            goal,
            result,
            draft.document,
            draft.note
        ],
    )?;
    Ok(TargetId(pen.last_insert_rowid()))
}

pub(super) fn remove(pen: &Pen<'_>, id: TargetId) -> Result<bool> {
    Ok(pen.execute("delete from target where id = ?1", [id])? > 0)
}

/// How many the register counts for a target.
pub(super) fn count(db: &Connection, row: &Row, today: NaiveDate) -> Result<i64> {
    Ok(i64::try_from(names(db, row, today)?.len()).unwrap_or(i64::MAX))
}

/// Those whom the register counts for a target, by day.
pub(super) fn names(db: &Connection, row: &Row, today: NaiveDate) -> Result<Vec<CountedLine>> {
    let sql = match row.counted {
        Counted::Typed => return Ok(Vec::new()),
        Counted::MembersAdmitted => include_str!("members_admitted.sql"),
        Counted::UnitsEstablished => include_str!("units_established.sql"),
    };
    let mut statement = db.prepare_cached(sql)?;
    let names = statement.query_map(params![row.since, row.until, row.draft.bloc, row.draft.unit, today], |row| {
        Ok(CountedLine { name: row.get("name")?, unit_name: row.get("unit_name")?, day: row.get("day")? })
    })?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}
