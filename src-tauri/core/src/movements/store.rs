//! The tables `movement` and `movement_content`.

use super::{
    MovementContent, MovementDraft, MovementId, MovementKind, MovementLevel, MovementLine, MovementQuery, ReviewDue,
    ReviewKind, day_of, unknown,
};
use crate::{
    calendar::shown,
    error::{Error, Result},
    id::new_uid,
    money::Hundredths,
    office::{Office, Pen},
    ratio,
    units::BlocId,
    vietnamese::fold,
};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};
use std::collections::BTreeSet;

/// The movements that a query asks for.
pub(super) fn lines(office: &Office, query: &MovementQuery) -> Result<Vec<MovementLine>> {
    let year = query.year.unwrap_or_else(|| office.today().year());
    let wanted = fold(&query.text);
    let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let today = office.today();
    let mut statement = office.db().prepare_cached(include_str!("movements.sql"))?;
    let found = statement.query_map(
        named_params! {
            ":year": year, ":day": day_of(office, year), ":one": None::<MovementId>, ":any": query.year.is_none(),
            ":first": format!("{year:04}-01-01"), ":last": format!("{year:04}-12-31"), ":kind": query.kind, ":level": query.level,
        },
        |row| Ok((row.get::<_, String>("search")?, line_of(row, today)?)),
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
pub(super) fn line(office: &Office, year: i32, id: MovementId) -> Result<MovementLine> {
    let today = office.today();
    office
        .db()
        .prepare_cached(include_str!("movements.sql"))?
        .query_row(
            named_params! {
                ":year": year, ":day": day_of(office, year), ":one": id, ":any": true, ":first": "", ":last": "",
                ":kind": None::<String>, ":level": None::<String>,
            },
            |row| line_of(row, today),
        )
        .optional()?
        .ok_or_else(unknown)
}

fn line_of(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<MovementLine> {
    let (level, kind): (MovementLevel, MovementKind) = (row.get("level")?, row.get("kind")?);
    let (launched, units): (i64, i64) = (row.get("launched")?, row.get("units")?);
    Ok(MovementLine {
        id: row.get("id")?,
        name: row.get("name")?,
        level,
        level_label: level.label().to_owned(),
        kind,
        kind_label: kind.label().to_owned(),
        audience: row.get("audience")?,
        span: span(row.get("since")?, row.get("until")?),
        theme: row.get("theme")?,
        plan: plan(row)?,
        contents: row.get("contents")?,
        launched,
        units,
        percent: ratio::percent(launched, units),
        registered: row.get("registered")?,
        reviews: row.get("reviews")?,
        due: due(row, today)?,
    })
}

/// The plan of the year, else the one by which the movement was launched.
fn plan(row: &Row<'_>) -> rusqlite::Result<String> {
    let of_year: String = row.get("year_plan")?;
    let (number, day): (String, Option<NaiveDate>) = if of_year.is_empty() {
        (row.get("plan")?, row.get("planned_on")?)
    } else {
        (of_year, row.get("year_planned_on")?)
    };
    let day = day.map(|day| format!("ngày {}", shown(day))).unwrap_or_default();
    Ok([number, day].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

/// The next review that has a day and was not held.
fn due(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<Option<ReviewDue>> {
    for (kind, day, held) in
        [(ReviewKind::Interim, "interim_on", "interim_held"), (ReviewKind::Final, "final_on", "final_held")]
    {
        if let Some(on) = row.get::<_, Option<NaiveDate>>(day)?
            && !row.get::<_, bool>(held)?
        {
            return Ok(Some(ReviewDue { label: kind.label().to_owned(), on, late: on < today }));
        }
    }
    Ok(None)
}

/// Whole years as years ("2021 – 2030"), everything else by its days ("28/04 – 31/12/2024").
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
        (false, true) => format!("{} – {}", since.format("%d/%m"), shown(until)),
        (false, false) => format!("{} – {}", shown(since), shown(until)),
    }
}

/// One movement as its form shows it.
pub(super) fn draft(db: &Connection, id: MovementId) -> Result<MovementDraft> {
    let found = db
        .prepare_cached(
            "select name, level, kind, audience, since, until, plan, planned_on, objectives, interim_on, final_on, register_by, note
             from movement where id = ?1",
        )?
        .query_row([id], |row| {
            Ok(MovementDraft {
                id: Some(id),
                name: row.get("name")?,
                level: row.get("level")?,
                kind: row.get("kind")?,
                audience: row.get("audience")?,
                blocs: Vec::new(),
                since: row.get("since")?,
                until: row.get("until")?,
                plan: row.get("plan")?,
                planned_on: row.get("planned_on")?,
                objectives: row.get("objectives")?,
                interim_on: row.get("interim_on")?,
                final_on: row.get("final_on")?,
                register_by: row.get("register_by")?,
                note: row.get("note")?,
                contents: Vec::new(),
            })
        })
        .optional()?
        .ok_or_else(unknown)?;
    Ok(MovementDraft { contents: contents(db, id)?, blocs: blocs(db, id)?, ..found })
}

fn contents(db: &Connection, id: MovementId) -> Result<Vec<MovementContent>> {
    let mut statement = db.prepare_cached(
        "select content, target, measure, result from movement_content where movement = ?1 order by position",
    )?;
    let contents = statement.query_map([id], |row| {
        Ok(MovementContent {
            content: row.get(0)?,
            target: row.get::<_, Option<i64>>(1)?.map(Hundredths),
            measure: row.get(2)?,
            result: row.get::<_, Option<i64>>(3)?.map(Hundredths),
        })
    })?;
    Ok(contents.collect::<rusqlite::Result<_>>()?)
}

fn blocs(db: &Connection, id: MovementId) -> Result<Vec<BlocId>> {
    let mut statement = db.prepare_cached("select bloc from movement_bloc where movement = ?1 order by bloc")?;
    let blocs = statement.query_map([id], |row| row.get(0))?;
    Ok(blocs.collect::<rusqlite::Result<_>>()?)
}

/// The names of the blocs that a movement is for, in their order.
pub(super) fn bloc_names(db: &Connection, id: MovementId) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "select b.name from movement_bloc m join bloc b on b.id = m.bloc where m.movement = ?1 order by b.no, b.id",
    )?;
    let names = statement.query_map([id], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Refuses blocs that are not in the register.
pub(super) fn check_blocs(db: &Connection, blocs: &[BlocId]) -> Result<()> {
    for bloc in blocs {
        let known: bool = db.query_row("select exists (select 1 from bloc where id = ?1)", [bloc], |row| row.get(0))?;
        if !known {
            return Err(Error::refused("blocs", "Không tìm thấy khối thi đua này. Hãy chọn lại."));
        }
    }
    Ok(())
}

/// Refuses a second movement of one name and level in one time: nobody could tell the two apart where one is chosen by its name.
pub(super) fn check_twin(db: &Connection, draft: &MovementDraft) -> Result<()> {
    let twin: bool = db.query_row(
        "select exists (select 1 from movement where search = ?1 and level = ?2 and id is not ?3
                          and (until is null or ?4 is null or until >= ?4) and (since is null or ?5 is null or since <= ?5))",
        params![fold(&draft.name), draft.level, draft.id, draft.since, draft.until],
        |row| row.get(0),
    )?;
    if twin {
        let sentence = "Đã có phong trào cùng tên, cùng cấp trong thời gian này. Hãy sửa phong trào ấy, hoặc ghi thêm vào tên để phân biệt (ví dụ: năm 2026).";
        return Err(Error::refused("name", sentence));
    }
    Ok(())
}

/// The last day for registering within a movement.
pub(super) fn register_by(db: &Connection, id: MovementId) -> Result<Option<NaiveDate>> {
    let mut statement = db.prepare_cached("select register_by from movement where id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?.flatten())
}

pub(super) fn set(pen: &Pen<'_>, draft: &MovementDraft) -> Result<MovementId> {
    let id = if let Some(id) = draft.id {
        id
    } else {
        pen.execute(
            "insert into movement (uid, name, search, level, kind, since) values (?1, ?2, ?3, ?4, ?5, ?6)",
            params![new_uid(), draft.name, fold(&draft.name), draft.level, draft.kind, draft.since],
        )?;
        MovementId(pen.last_insert_rowid())
    };
    pen.execute(
        "update movement set name = ?2, search = ?3, level = ?4, kind = ?5, audience = ?6, since = ?7, until = ?8, plan = ?9,
                planned_on = ?10, objectives = ?11, interim_on = ?12, final_on = ?13, register_by = ?14, note = ?15
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
            draft.plan,
            draft.planned_on,
            draft.objectives,
            draft.interim_on,
            draft.final_on,
            draft.register_by,
            draft.note,
        ],
    )?;
    if contents(pen, id)? != draft.contents {
        pen.execute("delete from movement_content where movement = ?1", [id])?;
        for (content, position) in draft.contents.iter().zip(1_i64..) {
            let (target, result) = (content.target.map(|target| target.0), content.result.map(|result| result.0));
            pen.execute(
                "insert into movement_content (uid, movement, position, content, target, measure, result)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![new_uid(), id, position, content.content, target, content.measure, result],
            )?;
        }
    }
    let wanted: BTreeSet<BlocId> = draft.blocs.iter().copied().collect();
    if blocs(pen, id)? != wanted.iter().copied().collect::<Vec<_>>() {
        pen.execute("delete from movement_bloc where movement = ?1", [id])?;
        for bloc in &wanted {
            pen.execute(
                "insert into movement_bloc (uid, movement, bloc) values (?1, ?2, ?3)",
                params![new_uid(), id, bloc],
            )?;
        }
    }
    Ok(id)
}

pub(super) fn remove(pen: &Pen<'_>, id: MovementId) -> Result<()> {
    pen.execute("delete from movement where id = ?1", [id])?;
    Ok(())
}
