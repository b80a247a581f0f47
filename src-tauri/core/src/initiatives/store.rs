//! The tables `initiative` and `initiative_author`.

use super::{InitiativeAuthor, InitiativeDraft, InitiativeId, ProgrammeId, unknown};
use crate::{
    error::{Error, Refusals, Result},
    id::{MemberId, new_uid},
    office::Pen,
    periods::{self, PeriodId},
    units::{self, Calendar, UnitId},
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params, params};

pub(super) fn insert(pen: &Pen<'_>, period: PeriodId, code: &str, draft: &InitiativeDraft) -> Result<InitiativeId> {
    pen.prepare_cached(include_str!("insert.sql"))?.execute(named_params! {
        ":uid": new_uid(), ":period": period, ":code": code, ":title": draft.title, ":search": search(code, draft),
        ":unit": draft.unit, ":field": draft.field, ":kind": draft.kind, ":scope": draft.scope,
        ":first_applied": draft.first_applied, ":place": draft.place, ":recognition": draft.recognition,
        ":recognition_number": draft.recognition_number, ":recognised_on": draft.recognised_on,
        ":recognised_by": draft.recognised_by, ":benefit": draft.benefit, ":benefit_basis": draft.benefit_basis,
        ":effect": draft.effect, ":programme": draft.programme, ":portal_on": draft.portal_on,
        ":portal_code": draft.portal_code, ":secret": draft.secret, ":note": draft.note,
    })?;
    let id = InitiativeId(pen.last_insert_rowid());
    insert_authors(pen, id, &draft.authors)?;
    Ok(id)
}

pub(super) fn update(
    pen: &Pen<'_>,
    id: InitiativeId,
    period: PeriodId,
    code: &str,
    draft: &InitiativeDraft,
) -> Result<()> {
    pen.prepare_cached(include_str!("update.sql"))?.execute(named_params! {
        ":id": id, ":period": period, ":code": code, ":title": draft.title, ":search": search(code, draft),
        ":unit": draft.unit, ":field": draft.field, ":kind": draft.kind, ":scope": draft.scope,
        ":first_applied": draft.first_applied, ":place": draft.place, ":recognition": draft.recognition,
        ":recognition_number": draft.recognition_number, ":recognised_on": draft.recognised_on,
        ":recognised_by": draft.recognised_by, ":benefit": draft.benefit, ":benefit_basis": draft.benefit_basis,
        ":effect": draft.effect, ":programme": draft.programme, ":portal_on": draft.portal_on,
        ":portal_code": draft.portal_code, ":secret": draft.secret, ":note": draft.note,
    })?;
    if authors(pen, id)? != draft.authors {
        pen.execute("delete from initiative_author where initiative = ?1", [id])?;
        insert_authors(pen, id, &draft.authors)?;
    }
    Ok(())
}

fn search(code: &str, draft: &InitiativeDraft) -> String {
    let authors: Vec<&str> = draft.authors.iter().map(|author| author.name.as_str()).collect();
    fold(&[code, &draft.title, &authors.join(" "), &draft.recognition_number].join(" "))
}

fn insert_authors(pen: &Pen<'_>, id: InitiativeId, authors: &[InitiativeAuthor]) -> Result<()> {
    let mut insert = pen.prepare_cached(
        "insert into initiative_author (uid, initiative, position, name, member, gender, birth, share)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (author, position) in authors.iter().zip(1_i64..) {
        insert.execute(params![
            new_uid(),
            id,
            position,
            author.name,
            author.member,
            author.gender,
            author.birth,
            author.share
        ])?;
    }
    Ok(())
}

pub(super) fn authors(db: &Connection, id: InitiativeId) -> Result<Vec<InitiativeAuthor>> {
    let mut statement = db.prepare_cached(
        "select name, member, gender, birth, share from initiative_author where initiative = ?1 order by position",
    )?;
    let authors = statement.query_map([id], |row| {
        Ok(InitiativeAuthor {
            name: row.get(0)?,
            member: row.get(1)?,
            gender: row.get(2)?,
            birth: row.get(3)?,
            share: row.get(4)?,
        })
    })?;
    Ok(authors.collect::<rusqlite::Result<_>>()?)
}

/// The member who is an initiative's first author, where it is certain whose.
pub fn first_author(db: &Connection, id: InitiativeId) -> Result<Option<MemberId>> {
    let mut statement =
        db.prepare_cached("select member from initiative_author where initiative = ?1 and position = 1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?.flatten())
}

/// One initiative as its form shows it.
pub(super) fn draft(db: &Connection, id: InitiativeId) -> Result<InitiativeDraft> {
    let found = db
        .prepare_cached(
            "select p.year, i.code, i.title, i.unit, i.field, i.kind, i.scope, i.first_applied, i.place, i.recognition,
                    i.recognition_number, i.recognised_on, i.recognised_by, i.benefit, i.benefit_basis, i.effect,
                    i.programme, i.portal_on, i.portal_code, i.secret, i.note
             from initiative i join period p on p.id = i.period where i.id = ?1",
        )?
        .query_row([id], |row| {
            Ok(InitiativeDraft {
                year: row.get("year")?,
                code: row.get("code")?,
                title: row.get("title")?,
                unit: row.get("unit")?,
                authors: Vec::new(),
                field: row.get("field")?,
                kind: row.get("kind")?,
                scope: row.get("scope")?,
                first_applied: row.get("first_applied")?,
                place: row.get("place")?,
                recognition: row.get("recognition")?,
                recognition_number: row.get("recognition_number")?,
                recognised_on: row.get("recognised_on")?,
                recognised_by: row.get("recognised_by")?,
                benefit: row.get("benefit")?,
                benefit_basis: row.get("benefit_basis")?,
                effect: row.get("effect")?,
                programme: row.get("programme")?,
                portal_on: row.get("portal_on")?,
                portal_code: row.get("portal_code")?,
                secret: row.get("secret")?,
                note: row.get("note")?,
            })
        })
        .optional()?
        .ok_or_else(unknown)?;
    Ok(InitiativeDraft { authors: authors(db, id)?, ..found })
}

/// The initiative of a year with that code.
pub(super) fn coded(db: &Connection, year: i32, code: &str) -> Result<Option<InitiativeId>> {
    let Some(period) = periods::year_of(db, Calendar::Year, year)? else { return Ok(None) };
    let found = db
        .prepare_cached("select id from initiative where period = ?1 and code = ?2")?
        .query_row(params![period.id, code], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// The initiative of a unit with that code, whatever its year; the newest.
pub fn of_unit(db: &Connection, unit: UnitId, code: &str) -> Result<Option<(InitiativeId, InitiativeDraft)>> {
    let found: Option<InitiativeId> = db
        .prepare_cached("select id from initiative where unit = ?1 and code = ?2 order by id desc limit 1")?
        .query_row(params![unit, code], |row| row.get(0))
        .optional()?;
    found.map(|id| Ok((id, draft(db, id)?))).transpose()
}

/// Refuses what only the register can tell: a code that is taken, a unit or a programme that is gone.
pub(super) fn fits(db: &Connection, id: Option<InitiativeId>, draft: &InitiativeDraft) -> Result<()> {
    let mut wrong = Refusals::new();
    if let Some(taken) = coded(db, draft.year, &draft.code)?
        && Some(taken) != id
    {
        wrong.refuse(
            "code",
            format!("Năm {} đã có sáng kiến mã {}. Hãy ghi mã khác, hoặc để trống.", draft.year, draft.code),
        );
    }
    if units::unit(db, draft.unit)?.is_none() {
        wrong.refuse("unit", "Chưa chọn đơn vị của tác giả.");
    }
    if let Some(programme) = draft.programme
        && super::programmes::one(db, programme).is_err()
    {
        wrong.refuse("programme", "Chương trình này không còn. Hãy chọn lại trong danh sách.");
    }
    wrong.or(())
}

/// "SK-0457" after "SK-0456": the figure behind the last code of the period, counted on.
pub(super) fn next_code(db: &Connection, period: PeriodId) -> Result<String> {
    let last: Option<String> = db
        .prepare_cached("select code from initiative where period = ?1 order by length(code) desc, code desc limit 1")?
        .query_row([period], |row| row.get(0))
        .optional()?;
    let last = last.unwrap_or_else(|| "SK-0000".to_owned());
    let stem = last.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let figures = last.strip_prefix(stem).unwrap_or_default();
    let next = figures.parse::<u64>().unwrap_or(0).saturating_add(1);
    Ok(format!("{stem}{next:0width$}", width = figures.len()))
}

pub(super) fn delete(pen: &Pen<'_>, id: InitiativeId) -> Result<()> {
    pen.execute("delete from initiative where id = ?1", [id])?;
    Ok(())
}

pub(super) fn join(pen: &Pen<'_>, id: InitiativeId, programme: Option<ProgrammeId>) -> Result<()> {
    pen.prepare_cached("update initiative set programme = ?2 where id = ?1")?.execute(params![id, programme])?;
    Ok(())
}

pub(super) fn enter(pen: &Pen<'_>, id: InitiativeId, on: Option<NaiveDate>) -> Result<()> {
    pen.prepare_cached("update initiative set portal_on = ?2 where id = ?1")?.execute(params![id, on])?;
    Ok(())
}

/// Fields that are in use, most used first.
pub(super) fn fields(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "select field from initiative where field <> '' group by field order by count(*) desc, field limit 50",
    )?;
    let fields = statement.query_map([], |row| row.get(0))?;
    Ok(fields.collect::<rusqlite::Result<_>>()?)
}

/// Every title in the order in which the initiatives were registered.
pub(super) fn titles(db: &Connection) -> Result<Vec<(InitiativeId, String)>> {
    let mut statement = db.prepare_cached("select id, title from initiative order by id")?;
    let titles = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(titles.collect::<rusqlite::Result<_>>()?)
}

/// What an earlier initiative is called.
pub(super) fn named(db: &Connection, id: InitiativeId) -> Result<(String, String)> {
    db.prepare_cached("select code, title from initiative where id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .map_err(Error::from)
}

/// When two member records become one, what names the one that goes names the one that stays.
pub fn authors_follow(pen: &Pen<'_>, gone: MemberId, keep: MemberId) -> Result<()> {
    pen.execute("update initiative_author set member = ?2 where member = ?1", params![gone, keep])?;
    Ok(())
}
