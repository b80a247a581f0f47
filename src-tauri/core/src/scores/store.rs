//! The tables of the room.

use super::{
    Criterion, CriterionId, Grade, GradeScale, GradeScaleId, ScoreCondition, ScoreConditionId, ScoreGroup,
    ScoreGroupId, ScoreSheetId, ScoreTable, ScoreTableId, Scorer, TieBreak, rules::Points,
};
use crate::{
    error::Result,
    id::new_uid,
    money::Hundredths,
    office::Pen,
    periods::PeriodId,
    units::{UnitId, UnitKind},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};
use std::collections::BTreeMap;

fn all<T>(
    db: &Connection,
    sql: &str,
    of: impl ToSql,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([of], |row| read(row))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn table(db: &Connection, id: ScoreTableId) -> Result<Option<ScoreTable>> {
    let bare = db
        .prepare_cached(
            "select id, name, period, version, decides, step, scale, since, until, source, certainty,
                    exists (select 1 from score_sheet s where s.score_table = t.id and s.published_on is not null) as fixed
             from score_table t where id = ?1",
        )?
        .query_row([id], |row| {
            Ok(ScoreTable {
                id: row.get("id")?,
                name: row.get("name")?,
                period: row.get("period")?,
                version: row.get("version")?,
                kinds: Vec::new(),
                decides: row.get("decides")?,
                step: row.get("step")?,
                scale: row.get("scale")?,
                since: row.get("since")?,
                until: row.get("until")?,
                source: row.get("source")?,
                certainty: row.get("certainty")?,
                groups: Vec::new(),
                conditions: Vec::new(),
                tie_breaks: Vec::new(),
                fixed: row.get("fixed")?,
            })
        })
        .optional()?;
    let Some(bare) = bare else { return Ok(None) };
    Ok(Some(ScoreTable {
        kinds: kinds(db, id)?,
        groups: groups(db, id)?,
        conditions: conditions(db, id)?,
        tie_breaks: tie_breaks(db, id)?,
        ..bare
    }))
}

fn kinds(db: &Connection, table: ScoreTableId) -> Result<Vec<UnitKind>> {
    let mut kinds = all(db, "select kind from score_table_kind where score_table = ?1", table, |row| row.get(0))?;
    kinds.sort();
    Ok(kinds)
}

fn groups(db: &Connection, table: ScoreTableId) -> Result<Vec<ScoreGroup>> {
    let sql = "select id, kind, name, cap from score_group where score_table = ?1 order by position, id";
    let bare = all(db, sql, table, |row| {
        let (kind, name, cap) = (row.get("kind")?, row.get("name")?, row.get("cap")?);
        Ok((
            row.get::<_, ScoreGroupId>("id")?,
            ScoreGroup { id: row.get("id")?, kind, name, cap, criteria: Vec::new() },
        ))
    })?;
    let sql = "select id, name, most, measure from criterion where score_group = ?1 order by position, id";
    bare.into_iter()
        .map(|(id, group)| {
            let criteria = all(db, sql, id, |row| {
                let (name, most, measure) = (row.get("name")?, row.get("most")?, row.get("measure")?);
                Ok(Criterion { id: row.get("id")?, name, most, measure })
            })?;
            Ok(ScoreGroup { criteria, ..group })
        })
        .collect()
}

fn conditions(db: &Connection, table: ScoreTableId) -> Result<Vec<ScoreCondition>> {
    let sql = "select id, kind, text, figure, source, certainty from score_condition
               where score_table = ?1 order by position, id";
    all(db, sql, table, |row| {
        Ok(ScoreCondition {
            id: row.get("id")?,
            kind: row.get("kind")?,
            text: row.get("text")?,
            figure: row.get("figure")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })
}

fn tie_breaks(db: &Connection, table: ScoreTableId) -> Result<Vec<TieBreak>> {
    let sql = "select kind, nth from tie_break where score_table = ?1 order by position, id";
    all(db, sql, table, |row| Ok(TieBreak { kind: row.get("kind")?, nth: row.get("nth")? }))
}

/// The tables of a period, the newest version first.
pub(super) fn of_period(db: &Connection, period: PeriodId) -> Result<Vec<ScoreTableId>> {
    all(db, "select id from score_table where period = ?1 order by version desc, id", period, |row| row.get(0))
}

/// The models in force on that day, the newest first; without a day: all of them.
pub(super) fn models(db: &Connection, day: Option<NaiveDate>) -> Result<Vec<ScoreTableId>> {
    let sql = "select id from score_table
               where period is null and (?1 is null or ((since is null or since <= ?1) and (until is null or until >= ?1)))
               order by since desc nulls last, id desc";
    all(db, sql, day, |row| row.get(0))
}

/// The newest table of a period for a kind of unit.
pub(super) fn table_for(db: &Connection, period: PeriodId, kind: UnitKind) -> Result<Option<ScoreTableId>> {
    let found = db
        .prepare_cached(
            "select t.id from score_table t join score_table_kind k on k.score_table = t.id
             where t.period = ?1 and k.kind = ?2 order by t.version desc, t.id limit 1",
        )?
        .query_row(params![period, kind], |row| row.get(0))
        .optional()?;
    Ok(found)
}

pub(super) fn insert_table(pen: &Pen<'_>, table: &ScoreTable, from: Option<ScoreTableId>) -> Result<ScoreTableId> {
    pen.execute(
        "insert into score_table (uid, name, period, version, copied_from, decides, step, scale, since, until, source,
           certainty) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            new_uid(),
            table.name,
            table.period,
            table.version,
            from,
            table.decides,
            table.step,
            table.scale,
            table.since,
            table.until,
            table.source,
            table.certainty,
        ],
    )?;
    Ok(ScoreTableId(pen.last_insert_rowid()))
}

pub(super) fn update_table(pen: &Pen<'_>, id: ScoreTableId, table: &ScoreTable) -> Result<()> {
    pen.execute(
        "update score_table set name = ?2, decides = ?3, step = ?4, scale = ?5, since = ?6, until = ?7, source = ?8,
           certainty = ?9 where id = ?1",
        params![
            id,
            table.name,
            table.decides,
            table.step,
            table.scale,
            table.since,
            table.until,
            table.source,
            table.certainty,
        ],
    )?;
    Ok(())
}

pub(super) fn delete_table(pen: &Pen<'_>, id: ScoreTableId) -> Result<()> {
    pen.execute("delete from score_table where id = ?1", [id])?;
    Ok(())
}

pub(super) fn add_kind(pen: &Pen<'_>, id: ScoreTableId, kind: UnitKind) -> Result<()> {
    pen.execute("insert into score_table_kind (score_table, kind) values (?1, ?2)", params![id, kind])?;
    Ok(())
}

pub(super) fn remove_kind(pen: &Pen<'_>, id: ScoreTableId, kind: UnitKind) -> Result<()> {
    pen.execute("delete from score_table_kind where score_table = ?1 and kind = ?2", params![id, kind])?;
    Ok(())
}

pub(super) fn put_group(
    pen: &Pen<'_>,
    table: ScoreTableId,
    position: usize,
    group: &ScoreGroup,
) -> Result<ScoreGroupId> {
    let position = place(position);
    if let Some(id) = group.id {
        pen.execute(
            "update score_group set position = ?2, kind = ?3, name = ?4, cap = ?5 where id = ?1",
            params![id, position, group.kind, group.name, group.cap],
        )?;
        return Ok(id);
    }
    pen.execute(
        "insert into score_group (uid, score_table, position, kind, name, cap) values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new_uid(), table, position, group.kind, group.name, group.cap],
    )?;
    Ok(ScoreGroupId(pen.last_insert_rowid()))
}

pub(super) fn delete_group(pen: &Pen<'_>, id: ScoreGroupId) -> Result<()> {
    pen.execute("delete from score_group where id = ?1", [id])?;
    Ok(())
}

pub(super) fn put_criterion(
    pen: &Pen<'_>,
    group: ScoreGroupId,
    position: usize,
    criterion: &Criterion,
) -> Result<CriterionId> {
    let position = place(position);
    if let Some(id) = criterion.id {
        pen.execute(
            "update criterion set score_group = ?2, position = ?3, name = ?4, most = ?5, measure = ?6 where id = ?1",
            params![id, group, position, criterion.name, criterion.most, criterion.measure],
        )?;
        return Ok(id);
    }
    pen.execute(
        "insert into criterion (uid, score_group, position, name, most, measure) values (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new_uid(), group, position, criterion.name, criterion.most, criterion.measure],
    )?;
    Ok(CriterionId(pen.last_insert_rowid()))
}

pub(super) fn delete_criterion(pen: &Pen<'_>, id: CriterionId) -> Result<()> {
    pen.execute("delete from criterion where id = ?1", [id])?;
    Ok(())
}

pub(super) fn put_condition(
    pen: &Pen<'_>,
    table: ScoreTableId,
    position: usize,
    condition: &ScoreCondition,
) -> Result<()> {
    let ScoreCondition { id, kind, text, figure, source, certainty } = condition;
    let position = place(position);
    if let Some(id) = id {
        pen.execute(
            "update score_condition set position = ?2, kind = ?3, text = ?4, figure = ?5, source = ?6, certainty = ?7
             where id = ?1",
            params![id, position, kind, text, figure, source, certainty],
        )?;
        return Ok(());
    }
    pen.execute(
        "insert into score_condition (uid, score_table, position, kind, text, figure, source, certainty)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![new_uid(), table, position, kind, text, figure, source, certainty],
    )?;
    Ok(())
}

pub(super) fn delete_condition(pen: &Pen<'_>, id: ScoreConditionId) -> Result<()> {
    pen.execute("delete from score_condition where id = ?1", [id])?;
    Ok(())
}

pub(super) fn set_tie_breaks(pen: &Pen<'_>, table: ScoreTableId, rules: &[TieBreak]) -> Result<()> {
    pen.execute("delete from tie_break where score_table = ?1", [table])?;
    for (position, rule) in rules.iter().enumerate() {
        pen.execute(
            "insert into tie_break (score_table, position, kind, nth) values (?1, ?2, ?3, ?4)",
            params![table, place(position), rule.kind, rule.nth],
        )?;
    }
    Ok(())
}

fn place(position: usize) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}

/// The scales of grades, the newest first, each with its grades from the highest down.
pub(super) fn scales(db: &Connection) -> Result<Vec<GradeScale>> {
    let mut statement = db.prepare_cached(
        "select id, name, since, until, source, certainty from grade_scale order by since desc nulls last, id desc",
    )?;
    let scales = statement
        .query_map([], |row| {
            Ok(GradeScale {
                id: row.get("id")?,
                name: row.get("name")?,
                since: row.get("since")?,
                until: row.get("until")?,
                source: row.get("source")?,
                certainty: row.get("certainty")?,
                grades: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    scales
        .into_iter()
        .map(|scale| {
            let grades = scale.id.map(|id| grades(db, id)).transpose()?.unwrap_or_default();
            Ok(GradeScale { grades, ..scale })
        })
        .collect()
}

/// The grades of a scale, from the highest down.
pub(super) fn grades(db: &Connection, scale: GradeScaleId) -> Result<Vec<Grade>> {
    let sql = "select code, name, least, conditional, counts_as from grade where scale = ?1 order by least desc";
    all(db, sql, scale, |row| {
        Ok(Grade {
            code: row.get("code")?,
            name: row.get("name")?,
            least: row.get("least")?,
            conditional: row.get("conditional")?,
            counts_as: row.get("counts_as")?,
        })
    })
}

pub(super) fn put_scale(pen: &Pen<'_>, scale: &GradeScale) -> Result<GradeScaleId> {
    let GradeScale { id, name, since, until, source, certainty, grades } = scale;
    let id = if let Some(id) = id {
        pen.execute(
            "update grade_scale set name = ?2, since = ?3, until = ?4, source = ?5, certainty = ?6 where id = ?1",
            params![id, name, since, until, source, certainty],
        )?;
        // The same grades are left alone: results that are published rest on them.
        if self::grades(pen, *id)? == *grades {
            return Ok(*id);
        }
        pen.execute("delete from grade where scale = ?1", [id])?;
        *id
    } else {
        pen.execute(
            "insert into grade_scale (uid, name, since, until, source, certainty) values (?1, ?2, ?3, ?4, ?5, ?6)",
            params![new_uid(), name, since, until, source, certainty],
        )?;
        GradeScaleId(pen.last_insert_rowid())
    };
    for grade in grades {
        pen.execute(
            "insert into grade (uid, scale, code, name, least, conditional, counts_as) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![new_uid(), id, grade.code, grade.name, grade.least, grade.conditional, grade.counts_as],
        )?;
    }
    Ok(id)
}

/// The name of a table that uses a scale, if any does.
pub(super) fn table_on_scale(db: &Connection, scale: GradeScaleId) -> Result<Option<String>> {
    let sql = "select name from score_table where scale = ?1 order by period is not null, id limit 1";
    Ok(db.prepare_cached(sql)?.query_row([scale], |row| row.get(0)).optional()?)
}

pub(super) fn delete_scale(pen: &Pen<'_>, scale: GradeScaleId) -> Result<()> {
    pen.execute("delete from grade_scale where id = ?1", [scale])?;
    Ok(())
}

/// The sheet of a unit in a period: its key, its table, when it was published.
pub(super) fn sheet(
    db: &Connection,
    period: PeriodId,
    unit: UnitId,
) -> Result<Option<(ScoreSheetId, ScoreTableId, Option<NaiveDate>)>> {
    let found = db
        .prepare_cached("select id, score_table, published_on from score_sheet where period = ?1 and unit = ?2")?
        .query_row(params![period, unit], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(found)
}

pub(super) fn insert_sheet(pen: &Pen<'_>, table: ScoreTableId, period: PeriodId, unit: UnitId) -> Result<ScoreSheetId> {
    pen.prepare_cached("insert into score_sheet (uid, score_table, period, unit) values (?1, ?2, ?3, ?4)")?
        .execute(params![new_uid(), table, period, unit])?;
    Ok(ScoreSheetId(pen.last_insert_rowid()))
}

pub(super) fn publish(pen: &Pen<'_>, sheet: ScoreSheetId, day: NaiveDate) -> Result<()> {
    pen.execute("update score_sheet set published_on = ?2 where id = ?1", params![sheet, day])?;
    Ok(())
}

/// The points of a sheet, by scorer.
pub(super) fn points(db: &Connection, sheet: ScoreSheetId) -> Result<BTreeMap<Scorer, Points>> {
    let mut by_scorer: BTreeMap<Scorer, Points> = BTreeMap::new();
    let sql = "select scorer, criterion, points from score where sheet = ?1";
    for (scorer, criterion, points) in
        all(db, sql, sheet, |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, Hundredths>(2)?)))?
    {
        by_scorer.entry(scorer).or_default().insert(criterion, points);
    }
    Ok(by_scorer)
}

/// Writes one scorer's points for a criterion; none: a blank.
pub(super) fn set_points(
    pen: &Pen<'_>,
    sheet: ScoreSheetId,
    criterion: CriterionId,
    scorer: Scorer,
    points: Option<Hundredths>,
) -> Result<()> {
    let Some(points) = points else {
        pen.prepare_cached("delete from score where sheet = ?1 and criterion = ?2 and scorer = ?3")?
            .execute(params![sheet, criterion, scorer])?;
        return Ok(());
    };
    let known = pen
        .prepare_cached("update score set points = ?4 where sheet = ?1 and criterion = ?2 and scorer = ?3")?
        .execute(params![sheet, criterion, scorer, points])?;
    if known == 0 {
        pen.prepare_cached("insert into score (sheet, criterion, scorer, points) values (?1, ?2, ?3, ?4)")?
            .execute(params![sheet, criterion, scorer, points])?;
    }
    Ok(())
}

/// Writes down why published points change.
pub(super) fn amend(
    pen: &Pen<'_>,
    sheet: ScoreSheetId,
    criterion: CriterionId,
    scorer: Scorer,
    change: (Option<Hundredths>, Option<Hundredths>),
    reason: &str,
) -> Result<()> {
    pen.execute(
        "insert into score_amendment (uid, sheet, criterion, scorer, before, after, reason)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![new_uid(), sheet, criterion, scorer, change.0, change.1, reason],
    )?;
    Ok(())
}

/// Keeps why a condition of a published unit changed.
pub(super) fn amend_breach(
    pen: &Pen<'_>,
    sheet: ScoreSheetId,
    condition: ScoreConditionId,
    broken: bool,
    reason: &str,
) -> Result<()> {
    pen.execute(
        "insert into score_breach_amendment (uid, sheet, score_condition, broken, reason) values (?1, ?2, ?3, ?4, ?5)",
        params![new_uid(), sheet, condition, broken, reason],
    )?;
    Ok(())
}

/// Evidence and comment by criterion.
pub(super) fn notes(db: &Connection, sheet: ScoreSheetId) -> Result<BTreeMap<CriterionId, (String, String)>> {
    let sql = "select criterion, evidence, comment from score_note where sheet = ?1";
    let notes = all(db, sql, sheet, |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(notes.into_iter().collect())
}

pub(super) fn set_note(
    pen: &Pen<'_>,
    sheet: ScoreSheetId,
    criterion: CriterionId,
    evidence: &str,
    comment: &str,
) -> Result<()> {
    let known = pen
        .prepare_cached("update score_note set evidence = ?3, comment = ?4 where sheet = ?1 and criterion = ?2")?
        .execute(params![sheet, criterion, evidence, comment])?;
    if known == 0 {
        pen.prepare_cached("insert into score_note (sheet, criterion, evidence, comment) values (?1, ?2, ?3, ?4)")?
            .execute(params![sheet, criterion, evidence, comment])?;
    }
    Ok(())
}

/// The stated conditions that a unit does not meet, with a note.
pub(super) fn breaches(db: &Connection, sheet: ScoreSheetId) -> Result<BTreeMap<ScoreConditionId, String>> {
    let sql = "select score_condition, note from score_breach where sheet = ?1";
    Ok(all(db, sql, sheet, |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// Marks a stated condition as not met, with a note; none: as met.
pub(super) fn set_breach(
    pen: &Pen<'_>,
    sheet: ScoreSheetId,
    condition: ScoreConditionId,
    note: Option<&str>,
) -> Result<()> {
    pen.execute("delete from score_breach where sheet = ?1 and score_condition = ?2", params![sheet, condition])?;
    if let Some(note) = note {
        pen.execute(
            "insert into score_breach (sheet, score_condition, note) values (?1, ?2, ?3)",
            params![sheet, condition, note],
        )?;
    }
    Ok(())
}
