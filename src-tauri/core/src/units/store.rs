//! The tables `unit`, `unit_state` and `unit_event`.

use super::{Unit, UnitDraft, UnitEnding, UnitEvent, UnitHappening, UnitId, UnitState, UnitStateId, unknown};
use crate::{
    calendar::PartialDate,
    error::{Refusals, Result},
    id::new_uid,
    office::Pen,
    vietnamese::{fold, text_key},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(crate) fn insert(pen: &Pen<'_>, unit: &UnitDraft) -> Result<UnitId> {
    pen.prepare_cached("insert into unit (uid, code, established, established_by, note) values (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![new_uid(), unit.code, unit.established, unit.established_by, unit.note])?;
    let id = UnitId(pen.last_insert_rowid());
    insert_state(pen, id, unit, unit.established.map(PartialDate::first_day), &unit.established_by)?;
    Ok(id)
}

pub(super) fn insert_state(
    pen: &Pen<'_>,
    id: UnitId,
    unit: &UnitDraft,
    since: Option<NaiveDate>,
    document: &str,
) -> Result<UnitStateId> {
    pen.prepare_cached(
        "insert into unit_state (uid, unit, name, sort_key, search, level, kind, sector, parent, bloc, calendar, address,
                                 phone, since, document)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(params![
        new_uid(),
        id,
        unit.name,
        text_key(&unit.name),
        fold(&unit.name),
        unit.level,
        unit.kind,
        unit.sector,
        unit.parent,
        unit.bloc,
        unit.calendar,
        unit.address,
        unit.phone,
        since,
        document,
    ])?;
    Ok(UnitStateId(pen.last_insert_rowid()))
}

pub(super) fn end_state(pen: &Pen<'_>, id: UnitStateId, until: NaiveDate) -> Result<()> {
    pen.execute("update unit_state set until = ?2 where id = ?1", params![id, until])?;
    Ok(())
}

/// Corrects the span of today and what never changes; a first span follows the corrected founding day.
pub(super) fn correct(pen: &Pen<'_>, id: UnitId, unit: &UnitDraft) -> Result<()> {
    pen.execute(
        "update unit set code = ?2, established = ?3, established_by = ?4, note = ?5 where id = ?1",
        params![id, unit.code, unit.established, unit.established_by, unit.note],
    )?;
    let today = pen.today();
    let before = state_on(pen, id, today)?;
    for state in states(pen, id)?.iter().filter(|state| state.until.is_none_or(|until| until >= today)) {
        correct_state(pen, state.id, &carried(state, &before, unit))?;
    }
    pen.execute(
        "update unit_state set since = ?2
         where id = (select s.id from unit_state s where s.unit = ?1 order by s.since is not null, s.since, s.id limit 1)
           and (until is null or ?2 is null or ?2 <= until)",
        params![id, unit.established.map(PartialDate::first_day)],
    )?;
    Ok(())
}

/// A correction of how the unit is today goes on into a later span, where that one says the same.
fn carried(later: &UnitState, before: &UnitState, after: &UnitDraft) -> UnitDraft {
    fn kept<T: Clone + PartialEq>(later: &T, before: &T, after: &T) -> T {
        if later == before { after.clone() } else { later.clone() }
    }
    UnitDraft {
        name: kept(&later.name, &before.name, &after.name),
        level: kept(&later.level, &before.level, &after.level),
        kind: kept(&later.kind, &before.kind, &after.kind),
        sector: kept(&later.sector, &before.sector, &after.sector),
        calendar: kept(&later.calendar, &before.calendar, &after.calendar),
        parent: kept(&later.parent, &before.parent, &after.parent),
        bloc: kept(&later.bloc, &before.bloc, &after.bloc),
        address: kept(&later.address, &before.address, &after.address),
        phone: kept(&later.phone, &before.phone, &after.phone),
        ..after.clone()
    }
}

fn correct_state(pen: &Pen<'_>, id: UnitStateId, unit: &UnitDraft) -> Result<()> {
    pen.execute(
        "update unit_state set name = ?2, sort_key = ?3, search = ?4, level = ?5, kind = ?6, sector = ?7, parent = ?8, bloc = ?9,
                calendar = ?10, address = ?11, phone = ?12
         where id = ?1",
        params![
            id,
            unit.name,
            text_key(&unit.name),
            fold(&unit.name),
            unit.level,
            unit.kind,
            unit.sector,
            unit.parent,
            unit.bloc,
            unit.calendar,
            unit.address,
            unit.phone,
        ],
    )?;
    Ok(())
}

/// Ends a unit from that day on; it keeps its last name.
pub(crate) fn end(pen: &Pen<'_>, id: UnitId, day: NaiveDate, how: UnitEnding, document: &str) -> Result<()> {
    never_comes(pen, id, day)?;
    pen.execute(
        "update unit set ended = ?2, ending = ?3, ended_by = ?4 where id = ?1",
        params![id, day, how, document],
    )?;
    Ok(())
}

/// Takes off what was to change only after the unit has ended: that day never comes for it.
fn never_comes(pen: &Pen<'_>, id: UnitId, day: NaiveDate) -> Result<()> {
    if pen.execute("delete from unit_state where unit = ?1 and since > ?2", params![id, day])? > 0 {
        pen.execute(
            "update unit_state set until = null
             where id = (select id from unit_state where unit = ?1 order by since is null, since desc limit 1)",
            [id],
        )?;
        pen.execute(
            "delete from unit_event where unit = ?1 and day > ?2 and what in ('renamed', 'changed')",
            params![id, day],
        )?;
    }
    Ok(())
}

pub(crate) fn event(
    pen: &Pen<'_>,
    unit: UnitId,
    what: UnitHappening,
    day: Option<NaiveDate>,
    document: &str,
    other: Option<UnitId>,
    note: &str,
) -> Result<()> {
    pen.prepare_cached(
        "insert into unit_event (uid, unit, what, day, document, other, note) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![new_uid(), unit, what, day, document, other, note])?;
    Ok(())
}

pub(crate) fn unit(db: &Connection, id: UnitId) -> Result<Option<Unit>> {
    let unit = db
        .prepare_cached(
            "select id, code, established, established_by, ended, ending, ended_by, note from unit where id = ?1",
        )?
        .query_row([id], |row| {
            Ok(Unit {
                id: row.get("id")?,
                code: row.get("code")?,
                established: row.get("established")?,
                established_by: row.get("established_by")?,
                ended: row.get("ended")?,
                ending: row.get("ending")?,
                ended_by: row.get("ended_by")?,
                note: row.get("note")?,
            })
        })
        .optional()?;
    Ok(unit)
}

fn state(row: &Row<'_>) -> rusqlite::Result<UnitState> {
    Ok(UnitState {
        id: row.get("id")?,
        unit: row.get("unit")?,
        name: row.get("name")?,
        level: row.get("level")?,
        kind: row.get("kind")?,
        sector: row.get("sector")?,
        calendar: row.get("calendar")?,
        parent: row.get("parent")?,
        bloc: row.get("bloc")?,
        address: row.get("address")?,
        phone: row.get("phone")?,
        since: row.get("since")?,
        until: row.get("until")?,
        document: row.get("document")?,
    })
}

pub(super) fn states(db: &Connection, id: UnitId) -> Result<Vec<UnitState>> {
    let mut statement = db.prepare_cached(
        "select id, unit, name, level, kind, sector, calendar, parent, bloc, address, phone, since, until, document
         from unit_state where unit = ?1 order by until is not null, until desc, id desc",
    )?;
    let states = statement.query_map([id], state)?;
    Ok(states.collect::<rusqlite::Result<_>>()?)
}

/// The last span: how the unit is, or was when it ended.
pub(crate) fn last_state(db: &Connection, id: UnitId) -> Result<UnitState> {
    db.prepare_cached(
        "select id, unit, name, level, kind, sector, calendar, parent, bloc, address, phone, since, until, document
         from unit_state where unit = ?1 and until is null",
    )?
    .query_row([id], state)
    .optional()?
    .ok_or_else(unknown)
}

/// How the unit was on that day; what has ended stays as it was last.
pub(crate) fn state_on(db: &Connection, id: UnitId, day: NaiveDate) -> Result<UnitState> {
    db.prepare_cached(
        "select id, unit, name, level, kind, sector, calendar, parent, bloc, address, phone, since, until, document
         from unit_state where unit = ?1 and (until is null or until >= ?2) order by until is null, until limit 1",
    )?
    .query_row(params![id, day], state)
    .optional()?
    .ok_or_else(unknown)
}

pub(super) fn same_state(state: &UnitState, draft: &UnitDraft) -> bool {
    state.name == draft.name
        && state.level == draft.level
        && state.kind == draft.kind
        && state.sector == draft.sector
        && state.calendar == draft.calendar
        && state.parent == draft.parent
        && state.bloc == draft.bloc
}

/// What happened to a unit, newest first; the other unit is called as it is today.
pub(super) fn events(db: &Connection, id: UnitId, today: NaiveDate) -> Result<Vec<UnitEvent>> {
    let mut statement = db.prepare_cached(
        "select e.id, e.what, e.day, e.document, e.other, e.note,
                coalesce((select s.name from unit_state s where s.unit = e.other and (s.until is null or s.until >= ?2)
                          order by s.until is null, s.until limit 1), '') as other_name
         from unit_event e where e.unit = ?1 order by e.day desc, e.id desc",
    )?;
    let events = statement.query_map(params![id, today], |row| {
        let what: UnitHappening = row.get("what")?;
        Ok(UnitEvent {
            id: row.get("id")?,
            what,
            label: what.label().to_owned(),
            day: row.get("day")?,
            document: row.get("document")?,
            other: row.get("other")?,
            other_name: row.get("other_name")?,
            note: row.get("note")?,
        })
    })?;
    Ok(events.collect::<rusqlite::Result<_>>()?)
}

/// The unit with that code: the living one, otherwise the one that ended last.
pub fn by_code(db: &Connection, code: &str) -> Result<Option<UnitId>> {
    let found = db
        .prepare_cached(
            "select id from unit where code = ?1 collate nocase order by ended is not null, ended desc, id desc limit 1",
        )?
        .query_row([code], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// The unit that has, or had, that name; marks and case do not matter, the living come first.
pub fn by_name(db: &Connection, name: &str) -> Result<Option<UnitId>> {
    let found = db
        .prepare_cached(
            "select s.unit from unit_state s join unit u on u.id = s.unit
             where s.search = ?1 order by u.ended is not null, s.until is not null, s.unit limit 1",
        )?
        .query_row([fold(name)], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// What the unit was called on that day; none when there is no such unit.
pub fn name_on(db: &Connection, id: UnitId, day: NaiveDate) -> Result<Option<String>> {
    let name = db
        .prepare_cached(
            "select name from unit_state where unit = ?1 and (until is null or until >= ?2)
             order by until is null, until limit 1",
        )?
        .query_row(params![id, day], |row| row.get(0))
        .optional()?;
    Ok(name)
}

/// To whom the unit was handed over; empty when it was not, or nobody said.
pub fn handed_to(db: &Connection, id: UnitId) -> Result<String> {
    let to = db
        .prepare_cached(
            "select note from unit_event where unit = ?1 and what = 'transferred' order by id desc limit 1",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Ok(to.unwrap_or_default())
}

/// Whether the unit exists on that day.
pub fn living_on(db: &Connection, id: UnitId, day: NaiveDate) -> Result<bool> {
    let living = db
        .prepare_cached(
            "select exists (select 1 from unit where id = ?1 and (established is null or established <= ?2)
                            and (ended is null or ended > ?2))",
        )?
        .query_row(params![id, day], |row| row.get(0))?;
    Ok(living)
}

/// The living units right under one.
pub(crate) fn children(db: &Connection, id: UnitId) -> Result<Vec<UnitId>> {
    let mut statement = db.prepare_cached(
        "select s.unit from unit_state s join unit u on u.id = s.unit
         where s.parent = ?1 and s.until is null and u.ended is null order by s.unit",
    )?;
    let children = statement.query_map([id], |row| row.get(0))?;
    Ok(children.collect::<rusqlite::Result<_>>()?)
}

/// Refuses what only the register can tell: a code that is taken, a parent that is gone or stands below. `stead` is the unit
/// itself, or those whose place it takes.
pub(crate) fn fits(db: &Connection, stead: &[UnitId], unit: &UnitDraft, day: NaiveDate) -> Result<()> {
    let mut wrong = Refusals::new();
    if let Some(taken) = by_code(db, &unit.code)?
        && !stead.contains(&taken)
        && living_on(db, taken, day)?
    {
        let name = state_on(db, taken, day)?.name;
        wrong.refuse("code", format!("Mã {} đã dùng cho {name}. Hãy chọn mã khác.", unit.code));
    }
    if let Some(parent) = unit.parent {
        if above(db, parent)?.iter().any(|unit| stead.contains(unit)) {
            wrong.refuse("parent", "Đơn vị cấp trên không thể là chính đơn vị này hoặc đơn vị trực thuộc của nó.");
        } else if !living_on(db, parent, day)? {
            wrong.refuse("parent", "Đơn vị cấp trên đã kết thúc hoạt động. Hãy chọn đơn vị khác.");
        }
    }
    wrong.or(())
}

/// A unit and all that it stands under.
fn above(db: &Connection, id: UnitId) -> Result<Vec<UnitId>> {
    let mut statement = db.prepare_cached(
        "with recursive above (unit) as (
           select ?1 union select s.parent from above a join unit_state s on s.unit = a.unit and s.until is null
           where s.parent is not null
         ) select unit from above",
    )?;
    let above = statement.query_map([id], |row| row.get(0))?;
    Ok(above.collect::<rusqlite::Result<_>>()?)
}
