//! Making a backup: by the database's own backup interface in steps, proved on a fresh connection, then named.

use super::{Backup, COPY, Facts, Health, MANIFEST_VERSION, Manifest, Reason, facts, list};
use crate::{
    disk,
    error::{Error, Result},
    file::{self, Access},
    progress::Progress,
    vault::{Key, KeyFile},
};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, backup::StepResult};
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::Read,
    path::Path,
};

/// Minutes between two scheduled backups.
pub const SCHEDULED_MINUTES: i64 = 15;

/// Pages copied between two looks at the cancel button.
const PAGES_A_STEP: i32 = 256;

/// Copies the register into `folder` and proves the copy. Nothing counts, and nothing is left, unless all of it went well.
pub fn make(
    db: &Connection,
    key: &Key,
    key_file: &KeyFile,
    folder: &Path,
    now: DateTime<FixedOffset>,
    reason: Reason,
    progress: &Progress,
) -> Result<Backup> {
    fs::create_dir_all(folder)?;
    sweep(folder)?;
    let (name, serial) = next_name(folder, now)?;
    let unproved = folder.join(format!("{name}.{COPY}.new"));
    let made = copy(db, key, &unproved, progress).and_then(|()| proved(db, key, &unproved));
    let inside = match made {
        Ok(inside) => inside,
        Err(error) => {
            // The copy is worthless; why it failed is what the caller must hear.
            drop(fs::remove_file(&unproved));
            return Err(error);
        }
    };
    let (bytes, sha256) = digest(&unproved)?;
    let manifest = Manifest {
        version: MANIFEST_VERSION,
        serial,
        made_at: now,
        reason,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        facts: inside,
        bytes,
        sha256,
        key: key_file.travelling(),
    };
    let backup = Backup { name, folder: folder.to_path_buf(), manifest };
    disk::rename(&unproved, &backup.copy())?;
    disk::write_whole(&backup.sheet(), &serde_json::to_vec_pretty(&backup.manifest)?)?;
    Ok(backup)
}

/// The copy must be whole, and hold exactly what the register holds now.
fn proved(db: &Connection, key: &Key, copy: &Path) -> Result<Facts> {
    match facts::prove(copy, key)? {
        (Health::Whole, Some(inside)) if inside == Facts::of(db)? => Ok(inside),
        (Health::Whole, _) => Err(Error::broken("backup", "the copy does not hold what the register holds")),
        (Health::Damaged(cause), _) => Err(Error::broken("backup", cause)),
    }
}

fn copy(db: &Connection, key: &Key, to: &Path, progress: &Progress) -> Result<()> {
    let mut target = file::connect(to, Access::Make)?;
    file::unlock(&target, key)?;
    // Nobody else sees this file, and it is flushed as a whole below.
    target.pragma_update(None, "synchronous", "off")?;
    {
        let copying = rusqlite::backup::Backup::new(db, &mut target)?;
        let mut begun = false;
        loop {
            let step = copying.step(PAGES_A_STEP)?;
            if !begun {
                let pages = u64::try_from(copying.progress().pagecount).unwrap_or_default();
                progress.begin("Sao lưu dữ liệu", pages.div_ceil(u64::from(PAGES_A_STEP.unsigned_abs())));
                begun = true;
            }
            progress.step()?;
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                StepResult::Busy | StepResult::Locked => std::thread::sleep(std::time::Duration::from_millis(20)),
                _ => return Err(Error::broken("backup", "an answer that this program does not know")),
            }
        }
    }
    // The copy stands alone: no write-ahead log beside it.
    let mode: String = target.query_row("pragma journal_mode = delete", [], |row| row.get(0))?;
    if mode != "delete" {
        return Err(Error::broken("backup", format!("journal_mode {mode}")));
    }
    target.close().map_err(|(_, error)| Error::from(error))?;
    File::options().write(true).open(to)?.sync_all()?;
    Ok(())
}

/// Length and SHA-256 of a file.
pub(super) fn digest(path: &Path) -> std::io::Result<(u64, String)> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0_u8; 1 << 16];
    let mut length = 0;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((length, hex::encode(hash.finalize())));
        }
        hash.update(buffer.get(..read).unwrap_or_default());
        length += u64::try_from(read).unwrap_or_default();
    }
}

/// A name that no file in the folder has, and the next serial.
fn next_name(folder: &Path, now: DateTime<FixedOffset>) -> Result<(String, u64)> {
    let serial = list(folder)?.first().map_or(1, |newest| newest.manifest.serial + 1);
    let minute = now.format("%Y-%m-%d_%H%M").to_string();
    let free = |name: &String| {
        !folder.join(format!("{name}.{COPY}")).exists() && !folder.join(format!("{name}.json")).exists()
    };
    let name = std::iter::once(minute.clone())
        .chain((2..10_000).map(|turn| format!("{minute}_{turn}")))
        .find(free)
        .ok_or_else(|| Error::broken("backup", "no free name"))?;
    Ok((name, serial))
}

/// Endings of a copy that was never proved, and of its journal.
const UNPROVED: [&str; 2] = [".sovang.new", ".sovang.new-journal"];

/// Takes away what a power cut left half made: copies that were never proved, and copies without their second file.
fn sweep(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let alone =
            name.strip_suffix(&format!(".{COPY}")).is_some_and(|stem| !folder.join(format!("{stem}.json")).exists());
        if alone || UNPROVED.iter().any(|ending| name.ends_with(ending)) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}
