//! The tables `movement` and `movement_content`.

use super::{MovementContent, MovementDraft, MovementId, MovementLine, MovementQuery, unknown};
use crate::{
    calendar::shown,
    error::Result,
    id::new_uid,
    office::{Office, Pen},
    ratio,
    vietnamese::fold,
};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

const LINES: &str = "
    select m.id, m.name, m.search, m.level, m.kind, m.audience, m.since, m.until, m.plan, m.planned_on,
           (select count(*) from movement_content c where c.movement = m.id) as contents,
           (select count(distinct l.unit) from launch l join period p on p.id = l.period join unit u on u.id = l.unit
            where l.movement = m.id and p.year = :year and u.ended is null) as launched,
           (select count(*) from unit u where u.ended is null) as units,
           (select count(*) from registration r join period p on p.id = r.period
            where r.movement = m.id and p.year = :year) as registered,
           (select count(*) from movement_review v where v.movement = m.id) as reviews
    from movement m
    where (:any or ((m.since is null or m.since <= :last) and (m.until is null or m.until >= :first))) and (:kind is null or m.kind = :kind)
    order by m.since desc nulls last, m.id";

/// The movements that a query asks for.
pub(super) fn lines(office: &Office, query: &MovementQuery) -> Result<Vec<MovementLine>> {
    let year = query.year.unwrap_or_else(|| office.today().year());
    let wanted = fold(&query.text);
    let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let mut statement = office.db().prepare_cached(LINES)?;
    let found = statement.query_map(
        named_params! {
            ":year": year, ":any": query.year.is_none(), ":first": format!("{year:04}-01-01"),
            ":last": format!("{year:04}-12-31"), ":kind": query.kind,
        },
        |row| Ok((row.get::<_, String>("search")?, line_of(row)?)),
    )?;
    let mut lines = Vec::new();
    for one in found {
        let (search, line) = one?;
        if words.iter().all(|word| search.contains(word)) {
            lines.push(line);
        }
    }
    Ok(lines)
}

/// One movement's line in a year, also when it does not run then.
pub(super) fn line(office: &Office, query: &MovementQuery, id: MovementId) -> Result<MovementLine> {
    let year = query.year.unwrap_or_else(|| office.today().year());
    let mut statement = office.db().prepare_cached(LINES)?;
    let found = statement.query_map(
        named_params! { ":year": year, ":any": true, ":first": "", ":last": "", ":kind": Option::<String>::None },
        line_of,
    )?;
    let lines = found.collect::<rusqlite::Result<Vec<_>>>()?;
    lines.into_iter().find(|line| line.id == id).ok_or_else(unknown)
}

fn line_of(row: &Row<'_>) -> rusqlite::Result<MovementLine> {
    let (level, kind): (super::MovementLevel, super::MovementKind) = (row.get("level")?, row.get("kind")?);
    let (launched, units): (i64, i64) = (row.get("launched")?, row.get("units")?);
    let (plan, planned_on): (String, Option<NaiveDate>) = (row.get("plan")?, row.get("planned_on")?);
    let plan_day = planned_on.map(|day| format!("ngày {}", shown(day))).unwrap_or_default();
    Ok(MovementLine {
        id: row.get("id")?,
        name: row.get("name")?,
        level_label: level.label().to_owned(),
        kind,
        kind_label: kind.label().to_owned(),
        audience: row.get("audience")?,
        span: span(row.get("since")?, row.get("until")?),
        plan: [plan, plan_day].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        contents: row.get("contents")?,
        launched,
        units,
        percent: ratio::percent(launched, units),
        registered: row.get("registered")?,
        reviews: row.get("reviews")?,
    })
}

/// Whole years as years ("2021 – 2030"), everything else by its days.
fn span(since: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    let (since, until) = match (since, until) {
        (None, None) => return "Thường xuyên".to_owned(),
        (Some(since), None) => return format!("Từ {}", shown(since)),
        (None, Some(until)) => return format!("Đến {}", shown(until)),
        (Some(since), Some(until)) => (since, until),
    };
    let whole = (since.month(), since.day(), until.month(), until.day()) == (1, 1, 12, 31);
    match (whole, since.year() == until.year()) {
        (true, true) => since.year().to_string(),
        (true, false) => format!("{} – {}", since.year(), until.year()),
        (false, _) => format!("{} – {}", shown(since), shown(until)),
    }
}

/// One movement as its form shows it.
pub(super) fn draft(db: &Connection, id: MovementId) -> Result<MovementDraft> {
    let found = db
        .prepare_cached(
            "select name, level, kind, audience, since, until, theme, plan, planned_on, objectives, interim_on, final_on, note
             from movement where id = ?1",
        )?
        .query_row([id], |row| {
            Ok(MovementDraft {
                id: Some(id),
                name: row.get("name")?,
                level: row.get("level")?,
                kind: row.get("kind")?,
                audience: row.get("audience")?,
                since: row.get("since")?,
                until: row.get("until")?,
                theme: row.get("theme")?,
                plan: row.get("plan")?,
                planned_on: row.get("planned_on")?,
                objectives: row.get("objectives")?,
                interim_on: row.get("interim_on")?,
                final_on: row.get("final_on")?,
                note: row.get("note")?,
                contents: Vec::new(),
            })
        })
        .optional()?
        .ok_or_else(unknown)?;
    Ok(MovementDraft { contents: contents(db, id)?, ..found })
}

fn contents(db: &Connection, id: MovementId) -> Result<Vec<MovementContent>> {
    let mut statement = db.prepare_cached(
        "select content, target, measure, result from movement_content where movement = ?1 order by position",
    )?;
    let contents = statement.query_map([id], |row| {
        Ok(MovementContent { content: row.get(0)?, target: row.get(1)?, measure: row.get(2)?, result: row.get(3)? })
    })?;
    Ok(contents.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn set(pen: &Pen<'_>, draft: &MovementDraft) -> Result<MovementId> {
    let id = match draft.id {
        Some(id) => id,
        None => {
            pen.execute(
                "insert into movement (uid, name, search, level, kind, since) values (?1, ?2, ?3, ?4, ?5, ?6)",
                params![new_uid(), draft.name, fold(&draft.name), draft.level, draft.kind, draft.since],
            )?;
            MovementId(pen.last_insert_rowid())
        }
    };
    pen.execute(
        "update movement set name = ?2, search = ?3, level = ?4, kind = ?5, audience = ?6, since = ?7, until = ?8, theme = ?9,
                plan = ?10, planned_on = ?11, objectives = ?12, interim_on = ?13, final_on = ?14, note = ?15
         where id = ?1",
        params![
            id,
            draft.name,
            fold(&draft.name),
            draft.level,
            draft.kind,
            draft.audience,
            draft.since,
            draft.until,
            draft.theme,
            draft.plan,
            draft.planned_on,
            draft.objectives,
            draft.interim_on,
            draft.final_on,
            draft.note,
        ],
    )?;
    if contents(pen, id)? != draft.contents {
        pen.execute("delete from movement_content where movement = ?1", [id])?;
        for (content, position) in draft.contents.iter().zip(1_i64..) {
            pen.execute(
                "insert into movement_content (uid, movement, position, content, target, measure, result)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![new_uid(), id, position, content.content, content.target, content.measure, content.result],
            )?;
        }
    }
    Ok(id)
}

pub(super) fn remove(pen: &Pen<'_>, id: MovementId) -> Result<()> {
    pen.execute("delete from movement where id = ?1", [id])?;
    Ok(())
}
