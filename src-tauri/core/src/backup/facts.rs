//! What is inside a register, and whether it is whole.

use crate::{
    error::{Error, Result},
    file::{self, Access},
    journal, schema,
    vault::Key,
};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs::File, io::Read, path::Path};

/// What is inside a register: enough to tell two states apart and to show a person which one it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// How many schema steps the file has had.
    pub shape: usize,
    /// How many acts its journal holds.
    pub acts: i64,
    /// The hash of the newest act, in hex; empty when there is none.
    pub head: String,
    /// Rows of every table.
    pub counts: BTreeMap<String, i64>,
}

impl Facts {
    /// Reads the facts of an open register.
    pub fn of(db: &Connection) -> Result<Self> {
        Ok(Self {
            shape: schema::version(db)?,
            acts: db.query_row("select count(*) from act", [], |row| row.get(0))?,
            head: journal::head(db)?.map(hex::encode).unwrap_or_default(),
            counts: counts(db)?,
        })
    }
}

fn counts(db: &Connection) -> Result<BTreeMap<String, i64>> {
    let names = db
        .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'")?
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut counts = BTreeMap::new();
    for name in names {
        let quoted = name.replace('"', "\"\"");
        let rows = db.query_row(&format!("select count(*) from \"{quoted}\""), [], |row| row.get(0))?;
        counts.insert(name, rows);
    }
    Ok(counts)
}

/// Whether a register is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Health {
    /// Every page carries its seal and the tables agree with their indexes.
    Whole,
    /// Something is wrong; for the log, without personal data.
    Damaged(String),
}

/// How closely to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Every page's seal and the structure: at each start, under half a second for a large office.
    Start,
    /// The indexes against their tables as well: before a copy counts.
    Proof,
}

/// Examines a register at rest on a connection of its own: a damaged page poisons the connection that met it.
///
/// The caller has let the file recover first (one read and a checkpoint): before that, the pages in the write-ahead log look
/// like damage. What the disk refuses is refused, and says nothing about the file.
pub fn examine(path: &Path, key: &Key) -> Result<Health> {
    match look(path, key, Depth::Start) {
        Ok((health, _)) => Ok(health),
        Err(Error::Broken(cause)) => Ok(Health::Damaged(cause)),
        Err(refused @ Error::Refused(_)) => Err(refused),
    }
}

/// Examines a copy at rest and reads what is inside.
pub(super) fn prove(path: &Path, key: &Key) -> Result<(Health, Option<Facts>)> {
    look(path, key, Depth::Proof)
}

fn look(path: &Path, key: &Key, depth: Depth) -> Result<(Health, Option<Facts>)> {
    let mut salt = [0_u8; 16];
    File::open(path)?.read_exact(&mut salt)?;
    if !key.is_salt(&salt) {
        return Ok((Health::Damaged("the salt in the header is not the key's".to_owned()), None));
    }
    let db = file::connect(path, Access::Read)?;
    file::unlock(&db, key)?;
    db.pragma_update(None, "cell_size_check", true)?;
    let check = match depth {
        Depth::Start => "quick_check",
        Depth::Proof => "integrity_check",
    };
    let mut complaints = said(&db, "cipher_integrity_check")?;
    complaints.extend(said(&db, check)?.into_iter().filter(|line| line != "ok"));
    if let Some(first) = complaints.first() {
        return Ok((Health::Damaged(format!("{first} ({} in all)", complaints.len())), None));
    }
    // At the start the file may still be without tables: a power cut during the set-up.
    let inside = match depth {
        Depth::Start => None,
        Depth::Proof => Some(Facts::of(&db)?),
    };
    Ok((Health::Whole, inside))
}

/// Every row that a check answers; the first alone says too little.
fn said(db: &Connection, check: &str) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    db.pragma_query(None, check, |row| {
        lines.push(row.get(0)?);
        Ok(())
    })?;
    Ok(lines)
}
