//! The journal: who did what, and what was before. Undo, redo and history are this one mechanism.
//!
//! Temporary triggers, made from the tables' own columns each time a file is opened, write into `act_row` what every change
//! found and what it left: a row that came or went whole, of a changed one what changed. A write outside an act has no act to
//! name and is aborted by the schema.

mod chain;
pub mod commands;
mod images;
mod layout;
mod trace;
mod undo;
mod walk;

pub use chain::{ChainFault, head, said, verify};
pub(crate) use images::lend;
pub use images::mixed;
pub(crate) use undo::{Hand, redo, undo, undo_keeping_edited};
pub use undo::{JournalState, Kept, Step, Undone, state};
pub(crate) use walk::Walk;

use crate::{
    error::{Error, Result},
    id::ActId,
};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, functions::FunctionFlags, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The name of an act: for the log and for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct What {
    /// `member.edit`: room and verb.
    pub id: &'static str,
    /// What the person reads: "Sửa đoàn viên".
    pub label: &'static str,
}

impl What {
    /// Names an act.
    pub const fn new(id: &'static str, label: &'static str) -> Self {
        Self { id, label }
    }
}

/// An act about to be written down.
#[derive(Debug, Clone)]
pub(crate) struct Entry<'a> {
    pub what: &'a str,
    pub label: &'a str,
    pub detail: String,
    pub who: &'a str,
    pub at: String,
    pub kind: &'a str,
    pub undoes: Option<ActId>,
    pub root: Option<ActId>,
    pub barred: Option<String>,
}

/// Tables that keep no journal: the journal itself, and what is derived or passing.
const UNJOURNALLED: &[&str] = &["act", "act_row"];

/// Makes the connection journal every change: the pen (which act writes, and the key it gave last), the sealing function, three
/// triggers a table.
pub fn prepare(db: &Connection) -> Result<()> {
    db.execute_batch("create temp table pen (act integer not null, last integer not null);")?;
    db.create_scalar_function("seal", 2, FunctionFlags::SQLITE_UTF8, |context| {
        let before: Option<String> = context.get(0)?;
        let after: Option<String> = context.get(1)?;
        Ok(chain::seal(before.as_deref(), after.as_deref()))
    })?;
    for table in journalled(db)? {
        db.execute_batch(&images::triggers(db, &table)?)?;
    }
    Ok(())
}

/// The tables that are journalled: all with an integer key `id`, but for the journal's own.
fn journalled(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare(
        "select name from pragma_table_list
         where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'
           and exists (select 1 from pragma_table_info(pragma_table_list.name) c where c.name = 'id' and c.pk = 1)
         order by name",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| !UNJOURNALLED.contains(&name.as_str())).collect())
}

/// The first and the last key that the rows of an act can have.
fn rows_of(act: ActId) -> (i64, i64) {
    (act.0 << 32, ((act.0 + 1) << 32) - 1)
}

/// Takes up the pen: from here on, changes belong to the act that this returns.
pub(crate) fn begin(db: &Connection) -> Result<ActId> {
    let newest = "select coalesce((select max(id) from act), 0), coalesce((select max(id) from act_row), 0)";
    let (act, row) =
        db.prepare_cached(newest)?.query_row([], |found| Ok((found.get::<_, i64>(0)?, found.get::<_, i64>(1)?)))?;
    let act = ActId(act + 1);
    let (first, _) = rows_of(act);
    if row >= first {
        return Err(Error::broken("journal", "rows of an act that was never finished"));
    }
    db.prepare_cached("insert into temp.pen (act, last) values (?1, ?2)")?.execute(params![act, first - 1])?;
    Ok(act)
}

/// An act as it was written down.
pub(crate) struct Noted {
    pub act: ActId,
    /// Its link in the chain.
    pub hash: Vec<u8>,
    /// The tables that it touched, by name.
    pub touched: Vec<String>,
}

/// Lays down the pen and writes the act, unless nothing changed: then there is none.
pub(crate) fn finish(db: &Connection, act: ActId, entry: &Entry<'_>) -> Result<Option<Noted>> {
    let last = db.prepare_cached("delete from temp.pen returning last")?.query_row([], |row| row.get(0))?;
    let touched = db
        .prepare_cached("select distinct tbl from act_row where id between ?1 and ?2 order by tbl")?
        .query_map(rows_of(act), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    if touched.is_empty() {
        return Ok(None);
    }
    let hash = chain::next(db, act, entry)?;
    db.prepare_cached(
        "insert into act (id, what, label, detail, who, at, kind, undoes, root, final, barred, hash)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        act,
        entry.what,
        entry.label,
        entry.detail,
        entry.who,
        entry.at,
        entry.kind,
        entry.undoes,
        entry.root,
        i64::from(entry.barred.is_some()),
        entry.barred.as_deref().unwrap_or_default(),
        hash,
    ])?;
    trace::gather(db, last)?;
    Ok(Some(Noted { act, hash, touched }))
}

/// When the newest act was done.
pub fn newest_at(db: &Connection) -> Result<Option<DateTime<FixedOffset>>> {
    let newest = "select at from act order by id desc limit 1";
    let at: Option<String> = db.prepare_cached(newest)?.query_row([], |row| row.get(0)).optional()?;
    Ok(at.and_then(|at| DateTime::parse_from_rfc3339(&at).ok()))
}

/// One act in the history list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActLine {
    /// Its key.
    pub id: ActId,
    /// `member.edit`.
    pub what: String,
    /// "Sửa đoàn viên".
    pub label: String,
    /// Counts and numbers.
    pub detail: String,
    /// Who did it.
    pub who: String,
    /// When, RFC 3339.
    pub at: String,
    /// `do`, `undo` or `redo`.
    pub kind: String,
    /// How many rows it changed.
    pub rows: i64,
}

/// Which part of the history is asked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct HistoryQuery {
    /// Only acts on this table's row.
    #[serde(default)]
    pub table: Option<String>,
    /// The row's key, with `table`.
    #[serde(default)]
    pub row: Option<i64>,
    /// Acts before this one; none: from the newest.
    #[serde(default)]
    pub before: Option<ActId>,
    /// At most so many; 200 at most.
    pub limit: u32,
}

/// Acts, newest first.
pub fn history(db: &Connection, query: &HistoryQuery) -> Result<Vec<ActLine>> {
    let mut statement = db.prepare_cached(
        "select id, what, label, detail, who, at, kind,
                (select count(*) from act_row r where r.id between act.id << 32 and (act.id + 1 << 32) - 1)
         from act
         where id < coalesce(?1, 9223372036854775807)
           and (?2 is null or id in (select r.id >> 32 from record_row r where r.tbl = ?2 and r.\"row\" = ?3))
         order by id desc limit ?4",
    )?;
    let lines = statement.query_map(params![query.before, query.table, query.row, query.limit.min(200)], |row| {
        Ok(ActLine {
            id: row.get(0)?,
            what: row.get(1)?,
            label: row.get(2)?,
            detail: row.get(3)?,
            who: row.get(4)?,
            at: row.get(5)?,
            kind: row.get(6)?,
            rows: row.get(7)?,
        })
    })?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

/// One changed column of a row, in the history of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeLine {
    /// The act.
    pub act: ActId,
    /// The table.
    pub table: String,
    /// The row's key.
    pub row: i64,
    /// The column.
    pub column: String,
    /// As it was; none: empty or not there.
    pub before: Option<String>,
    /// As it became.
    pub after: Option<String>,
}

/// What one act changed, column by column; at most `limit` rows.
pub fn changes(db: &Connection, act: ActId, limit: u32) -> Result<Vec<ChangeLine>> {
    let (first, last) = rows_of(act);
    let mut statement = db.prepare_cached(
        "select tbl, \"row\", before, after from act_row where id between ?1 and ?2 order by id limit ?3",
    )?;
    let rows = statement
        .query_map(params![first, last, limit], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, Option<String>>(2)?,
                row.get::<_, Option<String>>(3)?,
            ))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut lines = Vec::new();
    for (table, row, before, after) in rows {
        for (column, before, after) in images::differences(before.as_deref(), after.as_deref())? {
            lines.push(ChangeLine { act, table: table.clone(), row, column, before, after });
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests;
