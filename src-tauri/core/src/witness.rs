//! The witness: a line beside the register that says which act was the last.
//!
//! A write-ahead log that somebody deletes, or an old copy laid over the register by hand, leaves a file that is whole and yet
//! lacks the last acts: nothing inside can tell. The line is written after each commit and need not survive a power cut:
//! an older line than the register is no fault, a newer one is.

use crate::{error::Result, journal};
use rusqlite::{Connection, OptionalExtension};
use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

/// The line's file in the office's folder.
const FILE: &str = "last-act";

/// Writes down the newest act of a register. One in memory has no folder and no witness.
pub(crate) fn note(folder: &Path, db: &Connection) {
    if folder.as_os_str().is_empty() {
        return;
    }
    let line = newest(db).map(|(act, hash)| format!("{act} {hash}\n"));
    // The act itself is safe already; a line that cannot be written only leaves a later loss unseen.
    drop(line.map(|line| put(&folder.join(FILE), line.as_bytes())));
}

/// Over the line that stands there: emptying the file first would make some file systems wait for the disk.
fn put(path: &Path, line: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).create(true).truncate(false).open(path)?;
    file.write_all(line)?;
    let length = u64::try_from(line.len()).unwrap_or(u64::MAX);
    if file.metadata()?.len() == length { Ok(()) } else { file.set_len(length) }
}

fn newest(db: &Connection) -> Result<(i64, String)> {
    let act = db.prepare_cached("select coalesce(max(id), 0) from act")?.query_row([], |row| row.get(0))?;
    Ok((act, journal::head(db)?.map(hex::encode).unwrap_or_default()))
}

/// How many acts the register lacks that were there before; none when it holds all that was witnessed.
pub fn lacking(folder: &Path, db: &Connection) -> Result<Option<i64>> {
    let Some((act, hash)) = read(folder) else { return Ok(None) };
    let found: Option<Vec<u8>> =
        db.query_row("select hash from act where id = ?1", [act], |row| row.get(0)).optional()?;
    if found.is_some_and(|found| hex::encode(found) == hash) {
        return Ok(None);
    }
    let (newest, _) = newest(db)?;
    Ok(Some((act - newest).max(1)))
}

/// A line that was cut off says nothing.
fn read(folder: &Path) -> Option<(i64, String)> {
    let text = fs::read_to_string(folder.join(FILE)).ok()?;
    let (act, hash) = text.strip_suffix('\n')?.split_once(' ')?;
    Some((act.parse().ok().filter(|act| *act > 0)?, hash.to_owned()))
}

/// Forgets what was witnessed: another register takes the place, or the clerk goes on without the lost acts.
pub fn dismiss(folder: &Path) -> Result<()> {
    match fs::remove_file(folder.join(FILE)) {
        Ok(()) => Ok(()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(cause) => Err(cause.into()),
    }
}
