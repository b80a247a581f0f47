//! The table `course`.

use super::{CourseDraft, CourseId, CourseLine};
use crate::{
    calendar::shown,
    error::Result,
    id::new_uid,
    office::Pen,
    periods::PeriodId,
    units::Calendar,
    vietnamese::{fold, tone_place_key},
};
use chrono::{Datelike as _, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row as SqlRow, named_params, params};

/// A line with the words that it is found by.
pub(super) struct Row {
    pub line: CourseLine,
    pub search: String,
}

/// The courses that count in a year, and ended within those days.
pub(super) fn courses(db: &Connection, year: i32, within: Option<(NaiveDate, NaiveDate)>) -> Result<Vec<Row>> {
    let mut statement = db.prepare_cached(include_str!("courses.sql"))?;
    let rows = statement.query_map(
        named_params! { ":id": None::<CourseId>, ":year": year, ":since": within.map(|days| days.0), ":until": within.map(|days| days.1) },
        read,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn course(db: &Connection, id: CourseId) -> Result<Option<CourseLine>> {
    let found = db
        .prepare_cached(include_str!("courses.sql"))?
        .query_row(
            named_params! { ":id": id, ":year": None::<i32>, ":since": None::<NaiveDate>, ":until": None::<NaiveDate> },
            read,
        )
        .optional()?;
    Ok(found.map(|row| row.line))
}

fn read(row: &SqlRow<'_>) -> rusqlite::Result<Row> {
    let id: CourseId = row.get("id")?;
    let (since, until): (NaiveDate, NaiveDate) = (row.get("since")?, row.get("until")?);
    let draft = CourseDraft {
        id: Some(id),
        year: row.get("year")?,
        calendar: if row.get::<_, String>("period_kind")? == "year" { Calendar::Year } else { Calendar::School },
        name: row.get("name")?,
        kind: row.get("kind")?,
        organiser: row.get("organiser")?,
        place: row.get("place")?,
        since: Some(since),
        until: Some(until),
        cost: row.get("cost")?,
        money_source: row.get("money_source")?,
        document: row.get("document")?,
        note: row.get("note")?,
    };
    let (named, reported): (i64, i64) = (row.get("named")?, row.get("reported")?);
    Ok(Row {
        search: row.get("search")?,
        line: CourseLine {
            id,
            days: days(since, until),
            kind_label: draft.kind.label().to_owned(),
            period_name: row.get("period_name")?,
            named,
            reported,
            people: named + reported,
            women: row.get("women")?,
            direct: row.get("direct")?,
            draft,
        },
    })
}

/// Whether another course has that name, on the same days in the same place.
pub(super) fn is_known(db: &Connection, draft: &CourseDraft) -> Result<bool> {
    let mut statement =
        db.prepare_cached("select name, place from course where since = ?1 and until = ?2 and id is not ?3")?;
    let courses = statement
        .query_map(params![draft.since, draft.until, draft.id], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let key = |name: &str, place: &str| (tone_place_key(name), tone_place_key(place));
    Ok(courses.iter().any(|(name, place)| key(name, place) == key(&draft.name, &draft.place)))
}

pub(super) fn set(pen: &Pen<'_>, period: PeriodId, draft: &CourseDraft) -> Result<CourseId> {
    let CourseDraft { name, kind, organiser, place, since, until, cost, money_source, document, note, .. } = draft;
    let search = fold(&[name.as_str(), organiser, place, document].join(" "));
    if let Some(id) = draft.id {
        pen.execute(
            "update course set period = ?2, name = ?3, search = ?4, kind = ?5, organiser = ?6, place = ?7, since = ?8,
             until = ?9, cost = ?10, money_source = ?11, document = ?12, note = ?13 where id = ?1",
            params![id, period, name, search, kind, organiser, place, since, until, cost, money_source, document, note],
        )?;
        return Ok(id);
    }
    pen.execute(
        "insert into course (uid, period, name, search, kind, organiser, place, since, until, cost, money_source, document, note)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            new_uid(),
            period,
            name,
            search,
            kind,
            organiser,
            place,
            since,
            until,
            cost,
            money_source,
            document,
            note
        ],
    )?;
    Ok(CourseId(pen.last_insert_rowid()))
}

/// A course goes with its people and its counts; each is told to the journal.
pub(super) fn delete(pen: &Pen<'_>, id: CourseId) -> Result<()> {
    pen.execute("delete from course_participant where course = ?1", [id])?;
    pen.execute("delete from course_count where course = ?1", [id])?;
    pen.execute("delete from course where id = ?1", [id])?;
    Ok(())
}

/// Who held courses, most used first.
pub(super) fn organisers(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "select organiser from course where organiser <> '' group by organiser order by count(*) desc, organiser limit 50",
    )?;
    let organisers = statement.query_map([], |row| row.get(0))?;
    Ok(organisers.collect::<rusqlite::Result<_>>()?)
}

/// "12/10/2026", "25/03 – 26/03/2026", "20/12/2025 – 05/01/2026".
fn days(since: NaiveDate, until: NaiveDate) -> String {
    match (since == until, since.year() == until.year()) {
        (true, _) => shown(since),
        (false, true) => format!("{} – {}", since.format("%d/%m"), shown(until)),
        (false, false) => format!("{} – {}", shown(since), shown(until)),
    }
}
