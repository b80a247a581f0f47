//! The encrypted file: opened with everything that keeps it whole, and each setting asked back.

use crate::{
    error::{Error, Result},
    journal, keys,
    vault::Key,
};
use rusqlite::{Connection, OpenFlags};
use std::{path::Path, sync::Once};

/// Opens the register, making it when there is none.
pub fn open(path: &Path, key: &Key) -> Result<Connection> {
    let db = connect(path, Access::Make)?;
    unlock(&db, key)?;
    settle(&db)?;
    Ok(db)
}

/// What a connection may do to its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read only; the file must be there.
    Read,
    /// Read and write; the file is made when it is not there.
    Make,
}

/// A connection to an encrypted file, still without its key.
#[allow(clippy::disallowed_methods, reason = "the one place that opens files")]
pub fn connect(path: &Path, access: Access) -> Result<Connection> {
    prepare_cipher();
    let access = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Make => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    };
    Ok(Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?)
}

/// SQLite calls itself ready a moment before SQLCipher is: of two threads that open the first files of the program, one would find
/// no cipher. Here the others wait.
#[allow(clippy::disallowed_methods, reason = "this is what the others are kept from doing themselves")]
fn prepare_cipher() {
    static READY: Once = Once::new();
    // Should it fail, the connection itself fails too and tells why.
    READY.call_once(|| drop(Connection::open_in_memory()));
}

/// A register in memory, for trials.
#[allow(clippy::disallowed_methods, reason = "the one place that opens one in memory")]
pub(crate) fn in_memory() -> Result<Connection> {
    prepare_cipher();
    let db = Connection::open_in_memory()?;
    db.pragma_update(None, "foreign_keys", true)?;
    keys::lend(&db)?;
    journal::lend(&db)?;
    Ok(db)
}

/// Gives the functions of the schema's views and of the journal, the key, and the salt (explicit: with the salt in the header, a
/// torn first sector makes a file unreadable).
pub fn unlock(db: &Connection, key: &Key) -> Result<()> {
    keys::lend(db)?;
    journal::lend(db)?;
    db.pragma_update(None, "cipher_log_level", "NONE")?;
    db.execute_batch(&format!("pragma key = \"{}\";", key.pragma().as_str()))?;
    db.pragma_update(None, "cipher_plaintext_header_size", 0)?;
    db.query_row("select count(*) from sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    Ok(())
}

/// Each pragma is set and then asked back: a file that is not kept safe is not opened.
fn settle(db: &Connection) -> Result<()> {
    let mode: String = db.query_row("pragma journal_mode = wal", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::broken("journal_mode", mode));
    }
    for (name, wanted) in [
        ("synchronous", 2), // FULL: a power cut loses nothing that was saved
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("cell_size_check", 1),
        ("trusted_schema", 0),
        ("recursive_triggers", 1), // so that a cascade is journalled too
        ("cache_size", -16_384),   // KiB: reading a page again means deciphering it again
    ] {
        db.pragma_update(None, name, wanted)?;
        let got: i64 = db.pragma_query_value(None, name, |row| row.get(0))?;
        if got != wanted {
            return Err(Error::broken("pragma", format!("{name} is {got}, not {wanted}")));
        }
    }
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.set_prepared_statement_cache_capacity(256);
    let cipher: Option<String> = db.pragma_query_value(None, "cipher_version", |row| row.get(0)).ok();
    if cipher.is_none_or(|version| version.is_empty()) {
        return Err(Error::broken("cipher_version", "this build cannot encrypt"));
    }
    Ok(())
}
