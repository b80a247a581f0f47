//! Undo is a new act that writes back what was before, newest row first; redo is the undo of an undo.

use super::{
    Entry, Noted, begin, finish,
    images::{current, parse, same, write_back},
    layout::Layout,
    rows_of,
    trace::gather_on_the_way,
};
use crate::{
    error::{Error, Result},
    id::ActId,
    keys,
    progress::Progress,
};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// What Ctrl+Z and Ctrl+Y would do now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JournalState {
    /// The act that would be undone: its label and counts.
    pub undo: Option<Step>,
    /// The act that would be done again.
    pub redo: Option<Step>,
}

/// One step back or forth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Step {
    /// The first act of the chain.
    pub act: ActId,
    /// "Sửa đoàn viên".
    pub label: String,
    /// Counts.
    pub detail: String,
    /// Why it cannot be undone, as a sentence; empty when it can.
    pub barred: String,
}

/// A record that an undo left as it is, because it was changed or used since.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Kept {
    /// The table of the record.
    pub table: String,
    /// Its key.
    pub row: i64,
}

/// What an undo did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undone {
    /// The act that was taken back or done again.
    pub act: ActId,
    /// Its label.
    pub label: String,
    /// How many rows were written back.
    pub rows: i64,
    /// What was left alone, because it was changed since.
    pub kept: Vec<Kept>,
}

/// What would be undone and redone now.
pub fn state(db: &Connection) -> Result<JournalState> {
    let step = |row: &rusqlite::Row<'_>| {
        Ok(Step { act: row.get(0)?, label: row.get(1)?, detail: row.get(2)?, barred: row.get(3)? })
    };
    let undo = db
        .prepare_cached(
            "select id, label, detail, barred from act
             where kind = 'do'
               and coalesce((select u.kind from act u where u.root = act.id order by u.id desc limit 1), 'redo') = 'redo'
             order by id desc limit 1",
        )?
        .query_row([], step)
        .optional()?;
    let redo = db
        .prepare_cached(
            "select x.id, x.label, x.detail, '' from act u join act x on x.id = u.root
             where u.kind = 'undo'
               and u.id = (select max(l.id) from act l where l.root = u.root)
               and not exists (select 1 from act d where d.kind = 'do' and d.id > u.id)
             order by u.id desc limit 1",
        )?
        .query_row([], step)
        .optional()?;
    Ok(JournalState { undo, redo })
}

/// Who undoes, and when.
pub(crate) struct Hand<'a> {
    pub who: &'a str,
    pub at: String,
    /// Told of every record; stops the whole when the person asks to.
    pub progress: &'a Progress,
}

/// Takes back one act whole; refused when anything it wrote was changed since.
pub fn undo(db: &Connection, hand: &Hand<'_>, act: Option<ActId>) -> Result<(Undone, Option<Noted>)> {
    reverse(db, hand, act, Direction::Undo, false)
}

/// Does again what was undone last.
pub fn redo(db: &Connection, hand: &Hand<'_>) -> Result<(Undone, Option<Noted>)> {
    reverse(db, hand, None, Direction::Redo, false)
}

/// Takes back one act, but leaves each record that was changed or used since, and names it.
pub fn undo_keeping_edited(db: &Connection, hand: &Hand<'_>, act: ActId) -> Result<(Undone, Option<Noted>)> {
    reverse(db, hand, Some(act), Direction::Undo, true)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

fn reverse(
    db: &Connection,
    hand: &Hand<'_>,
    asked: Option<ActId>,
    direction: Direction,
    keep_edited: bool,
) -> Result<(Undone, Option<Noted>)> {
    let step = chosen(db, asked, direction)?;
    let last: ActId =
        db.query_row("select coalesce((select max(id) from act where root = ?1), ?1)", [step.act], |row| row.get(0))?;
    let pen = begin(db)?;
    let layout = Layout::of(db);
    let records = records(&layout, last, keep_edited)?;
    let mut rows = 0;
    let mut kept = Vec::new();
    let phase = match direction {
        Direction::Undo => "Đang hoàn tác",
        Direction::Redo => "Đang làm lại",
    };
    hand.progress.begin(phase, u64::try_from(records.len()).unwrap_or(0));
    for record in records {
        hand.progress.step()?;
        gather_on_the_way(db)?;
        match write_record_back(&layout, last, &record)? {
            true => rows += i64::try_from(record.rows.len()).unwrap_or(i64::MAX),
            false if keep_edited => kept.push(Kept { table: record.table, row: record.row }),
            false => return Err(edited_since(&step.label)),
        }
    }
    renew_keys(db, pen)?;
    let (kind, label) = match direction {
        Direction::Undo => ("undo", format!("Hoàn tác: {}", step.label)),
        Direction::Redo => ("redo", format!("Làm lại: {}", step.label)),
    };
    let entry = Entry {
        what: "journal.reverse",
        label: &label,
        detail: step.detail.clone(),
        who: hand.who,
        at: hand.at.clone(),
        kind,
        undoes: Some(last),
        root: Some(step.act),
        barred: None,
    };
    let written = finish(db, pen, &entry)?;
    kept.sort();
    Ok((Undone { act: step.act, label: step.label, rows, kept }, written))
}

/// An image holds the keys of the version that wrote it: what was written back gets its keys of now.
fn renew_keys(db: &Connection, act: ActId) -> Result<()> {
    let mut statement =
        db.prepare_cached("select tbl, \"row\" from act_row where id between ?1 and ?2 and after is not null")?;
    let mut written: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    let mut rows = statement.query(rows_of(act))?;
    while let Some(row) = rows.next()? {
        written.entry(row.get(0)?).or_default().insert(row.get(1)?);
    }
    written.iter().try_for_each(|(table, rows)| keys::renew_rows(db, table, rows, || Ok(())))
}

fn edited_since(label: &str) -> Error {
    Error::refused(
        "",
        format!(
            "Không hoàn tác được việc “{label}”: dữ liệu của việc này đã được sửa hoặc dùng sau đó. Hãy hoàn tác những việc sau trước, hoặc sửa trực tiếp."
        ),
    )
}

fn chosen(db: &Connection, asked: Option<ActId>, direction: Direction) -> Result<Step> {
    let state = state(db)?;
    let step = match (asked, direction) {
        (None, Direction::Undo) => state.undo.ok_or_else(|| Error::refused("", "Không có việc nào để hoàn tác."))?,
        (_, Direction::Redo) => state.redo.ok_or_else(|| Error::refused("", "Không có việc nào để làm lại."))?,
        (Some(act), Direction::Undo) => db
            .query_row(
                "select id, label, detail, barred from act
                 where id = ?1 and kind = 'do'
                   and coalesce((select u.kind from act u where u.root = act.id order by u.id desc limit 1), 'redo') = 'redo'",
                [act],
                |row| Ok(Step { act: row.get(0)?, label: row.get(1)?, detail: row.get(2)?, barred: row.get(3)? }),
            )
            .optional()?
            .ok_or_else(|| Error::refused("", "Việc này đã được hoàn tác rồi."))?,
    };
    if step.barred.is_empty() { Ok(step) } else { Err(Error::refused("", step.barred)) }
}

/// A record with all that one act wrote in it: a member with its membership, a unit with its names.
struct Record {
    table: String,
    row: i64,
    rows: Vec<Written>,
}

struct Written {
    table: String,
    row: i64,
    before: Option<Map<String, Value>>,
    after: Option<Map<String, Value>>,
}

/// The act's rows gathered by record, newest first in both. Taken back whole (not `apart`), an act is one record: its rows
/// go strictly newest first, because one record of it may point at another that it made.
fn records(layout: &Layout<'_>, act: ActId, apart: bool) -> Result<Vec<Record>> {
    let mut statement = layout
        .db
        .prepare("select tbl, \"row\", before, after from act_row where id between ?1 and ?2 order by id desc")?;
    let mut rows = statement.query(rows_of(act))?;
    let mut records: Vec<Record> = Vec::new();
    let mut places: BTreeMap<(String, i64), usize> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let written = Written {
            table: row.get(0)?,
            row: row.get(1)?,
            before: parse(row.get::<_, Option<String>>(2)?.as_deref())?,
            after: parse(row.get::<_, Option<String>>(3)?.as_deref())?,
        };
        let key = if apart { root_of(layout, act, &written)? } else { Default::default() };
        let place = *places.entry(key.clone()).or_insert_with(|| {
            records.push(Record { table: key.0, row: key.1, rows: Vec::new() });
            records.len() - 1
        });
        if let Some(record) = records.get_mut(place) {
            record.rows.push(written);
        }
    }
    Ok(records)
}

/// The record that a row belongs to: up along the foreign keys that delete with their parent.
fn root_of(layout: &Layout<'_>, act: ActId, written: &Written) -> Result<(String, i64)> {
    let (mut table, mut row) = (written.table.clone(), written.row);
    let mut image = match &written.after {
        Some(_) => as_left(layout.db, act, written, current(layout, &table, row)?)?,
        None => written.before.clone(),
    };
    while let Some((parent, column)) = &layout.table(&table)?.owner {
        let Some(key) = image.as_ref().and_then(|image| image.get(column)).and_then(Value::as_i64) else { break };
        image = current(layout, parent, key)?;
        (table, row) = (parent.clone(), key);
    }
    Ok((table, row))
}

/// The row as an act left it: as it stands now, but for what was written since.
fn as_left(
    db: &Connection,
    act: ActId,
    written: &Written,
    now: Option<Map<String, Value>>,
) -> Result<Option<Map<String, Value>>> {
    let mut image = now;
    let mut statement = db.prepare_cached(
        "select before, after is null from record_row where tbl = ?1 and \"row\" = ?2 and id > ?3 order by id desc",
    )?;
    let mut since = statement.query(params![written.table, written.row, rows_of(act).1])?;
    while let Some(line) = since.next()? {
        let before = parse(line.get::<_, Option<String>>(0)?.as_deref())?;
        image = match (image, before) {
            (Some(mut image), Some(before)) if !line.get::<_, bool>(1)? => {
                image.extend(before);
                Some(image)
            }
            (_, before) => before,
        };
    }
    Ok(image)
}

/// Writes one record back, or leaves it whole (`false`) when it was changed or used since.
fn write_record_back(layout: &Layout<'_>, act: ActId, record: &Record) -> Result<bool> {
    let db = layout.db;
    let mut seen = BTreeSet::new();
    for written in &record.rows {
        if written.before.is_none() && written.after.is_none() {
            return Ok(false); // blanked: what it was is not told any more
        }
        if seen.insert((&written.table, written.row)) {
            let now = current(layout, &written.table, written.row)?;
            if !same(as_left(db, act, written, now.clone())?.as_ref(), now.as_ref()) {
                return Ok(false);
            }
        }
    }
    db.execute_batch("savepoint record")?;
    for written in &record.rows {
        if written.before.is_none() && layout.is_used(&written.table, written.row)? {
            db.execute_batch("rollback to record; release record")?;
            return Ok(false);
        }
        if let Err(error) = write_back(layout, &written.table, written.row, written.before.as_ref()) {
            db.execute_batch("rollback to record; release record")?;
            // what it had alone, another has now: the code of an ended unit was given away
            return if taken(&error) { Ok(false) } else { Err(error) };
        }
    }
    for written in &record.rows {
        if stands_on_ended(db, act, written)? {
            db.execute_batch("rollback to record; release record")?;
            return Ok(false);
        }
    }
    db.execute_batch("release record")?;
    Ok(true)
}

/// Whether a row that was written back goes on in something that ended after the act: a member in a unit that was dissolved since.
fn stands_on_ended(db: &Connection, act: ActId, written: &Written) -> Result<bool> {
    let stands = db
        .prepare_cached(
            "select exists (select 1 from stands_on_ended s where s.tbl = ?1 and s.\"row\" = ?2 and exists (
               select 1 from record_row later where later.tbl = s.ended_tbl and later.\"row\" = s.ended_row and later.id > ?3))",
        )?
        .query_row(params![written.table, written.row, rows_of(act).1], |row| row.get(0))?;
    Ok(stands)
}

/// Whether something that only one record may have stands in another by now.
fn taken(error: &Error) -> bool {
    match error {
        Error::Broken(chain) => chain.contains("UNIQUE constraint"),
        Error::Refused(_) => false,
    }
}
