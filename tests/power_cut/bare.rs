//! A plain encrypted table whose settings can be spoilt one at a time.

use super::{Left, recorder};
use rusqlite::Connection;
use std::path::Path;

/// How the file is kept.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub journal: &'static str,
    pub synchronous: &'static str,
    pub explicit_salt: bool,
}

impl Settings {
    /// As the office keeps its register.
    pub const OURS: Self = Self { journal: "wal", synchronous: "full", explicit_salt: true };
}

const FILE: &str = "bare.db";

#[allow(clippy::disallowed_methods, reason = "a bare file, as the office keeps none")]
fn open(folder: &Path, settings: Settings) -> rusqlite::Result<Connection> {
    let db = Connection::open(folder.join(FILE))?;
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    let salt = if settings.explicit_salt { "5a".repeat(16) } else { String::new() };
    db.execute_batch(&format!("pragma key = \"x'{}{salt}'\";", "a7".repeat(32)))?;
    db.query_row(&format!("pragma journal_mode = {}", settings.journal), [], |row| row.get::<_, String>(0))?;
    db.pragma_update(None, "synchronous", settings.synchronous)?;
    db.pragma_update(None, "wal_autocheckpoint", 6)?;
    Ok(db)
}

/// Saves the same number in two tables, many times over.
pub fn work(folder: &Path, settings: Settings) {
    let mut db = open(folder, settings).unwrap();
    db.execute_batch(
        "begin; create table one (turn integer, text text); create table other (turn integer, text text); commit;",
    )
    .unwrap();
    for turn in 1..=150_usize {
        let text = "Đặng ".repeat(if turn.is_multiple_of(7) { 2000 } else { 30 });
        let number = i64::try_from(turn).unwrap();
        let tx = db.transaction().unwrap();
        tx.execute("insert into one (turn, text) values (?1, ?2)", (number, &text)).unwrap();
        tx.execute("insert into other (turn, text) values (?1, ?2)", (number, &text)).unwrap();
        tx.commit().unwrap();
        recorder::saved(turn);
    }
}

pub fn judge(folder: &Path, settings: Settings, saved: usize) -> Left {
    if !folder.join(FILE).exists() {
        return if saved == 0 { Left::Whole } else { Left::Lost };
    }
    match turns(folder, settings) {
        Ok((one, other)) if one != other => Left::Broken,
        Ok((turn, _)) if (saved..=saved + 1).contains(&turn) => Left::Whole,
        Ok(_) => Left::Lost,
        Err(error) if saved == 0 && error.to_string().contains("no such table") => Left::Whole,
        Err(_) => Left::Broken,
    }
}

fn turns(folder: &Path, settings: Settings) -> rusqlite::Result<(usize, usize)> {
    let db = open(folder, settings)?;
    let newest = |table: &str| {
        db.query_row(&format!("select coalesce(max(turn), 0) from {table}"), [], |row| row.get::<_, i64>(0))
            .map(|turn| usize::try_from(turn).unwrap())
    };
    let both = (newest("one")?, newest("other")?);
    let sound: String = db.query_row("pragma integrity_check", [], |row| row.get(0))?;
    if sound == "ok" { Ok(both) } else { Err(rusqlite::Error::InvalidQuery) }
}
