//! The witness: a line beside the register that says which act was the last.
//!
//! A write-ahead log that somebody deletes, or an old copy laid over the register by hand, leaves a file that is whole and yet
//! lacks the last acts: nothing inside can tell. The line is written after each commit and need not survive a power cut:
//! an older line than the register is no fault, a newer one is.

use crate::{error::Result, journal::Noted};
use rusqlite::{Connection, OptionalExtension};
use std::{
    fs::{self, File},
    io::{self, Seek as _, Write as _},
    path::{Path, PathBuf},
};

/// The line's file in the office's folder.
const FILE: &str = "last-act";

/// Writes the line of one office, as long as its register is open.
pub(crate) struct Witness {
    /// None for a register in memory: it has no folder and no witness.
    path: Option<PathBuf>,
    /// Kept open: opening a file for each act costs more than writing the line.
    file: Option<File>,
}

impl Witness {
    /// The witness of the office in a folder.
    pub(crate) fn beside(folder: &Path) -> Self {
        Self { path: (!folder.as_os_str().is_empty()).then(|| folder.join(FILE)), file: None }
    }

    /// Writes down that this act was the last.
    pub(crate) fn note(&mut self, written: &Noted) {
        let Some(path) = &self.path else { return };
        // The act itself is safe already; a line that cannot be written only leaves a later loss unseen.
        drop(put(path, &mut self.file, &line(written.act.0, &hex::encode(&written.hash))));
    }
}

/// All lines are of one length: one simply takes the place of another. (Emptying the file first would make some file systems wait
/// for the disk.)
fn line(act: i64, hash: &str) -> String {
    format!("{act:020} {hash}\n")
}

fn put(path: &Path, kept: &mut Option<File>, line: &str) -> io::Result<()> {
    let file = match kept {
        Some(file) => file,
        None => kept.insert(File::options().write(true).create(true).truncate(false).open(path)?),
    };
    file.rewind()?;
    file.write_all(line.as_bytes())
}

/// How many acts the register lacks that were there before; none when it holds all that was witnessed.
pub fn lacking(folder: &Path, db: &Connection) -> Result<Option<i64>> {
    let Some((act, hash)) = read(folder) else { return Ok(None) };
    let found: Option<Vec<u8>> =
        db.query_row("select hash from act where id = ?1", [act], |row| row.get(0)).optional()?;
    if found.is_some_and(|found| hex::encode(found) == hash) {
        return Ok(None);
    }
    let newest: i64 = db.query_row("select coalesce(max(id), 0) from act", [], |row| row.get(0))?;
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
