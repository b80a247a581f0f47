//! Restoring: a backup takes the register's place. All handles are closed; the steps are ordered so that a power cut between
//! any two leaves a register that opens.

use super::{Backup, Facts, Health, facts, retention};
use crate::{
    disk,
    error::{Error, Result},
    vault::{Key, KeyFile},
    witness,
};
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

/// What was put in the register's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What is inside.
    pub facts: Facts,
}

/// How a damaged register is called that was set aside: `register.sovang.2026-11-22_0914.damaged`.
const ASIDE: &str = "damaged";
const DAYS_ASIDE: i64 = 14;

/// Puts a backup in the register's place. The register must be closed; what it holds has been copied by the caller, or, being
/// damaged, was set aside with [`set_aside`].
///
/// `key_file` is what shall lie beside the register afterwards.
pub fn restore(backup: &Backup, key: &Key, key_file: &KeyFile, register: &Path, key_path: &Path) -> Result<Restored> {
    let unreadable =
        || Error::refused("name", "Bản sao lưu này bị hỏng, không khôi phục được. Hãy chọn bản khác trong danh sách.");
    if !backup.is_intact() {
        return Err(unreadable());
    }
    let arriving = arriving(register);
    fs::copy(backup.copy(), &arriving)?;
    File::options().write(true).open(&arriving)?.sync_all()?;
    let facts = match facts::prove(&arriving, key) {
        Ok((Health::Whole, Some(facts))) if facts == backup.manifest.facts => facts,
        Ok(_) | Err(_) => {
            fs::remove_file(&arriving)?;
            return Err(unreadable());
        }
    };
    take_place(&arriving, key_file, register, key_path)?;
    Ok(Restored { facts })
}

/// Where a register is put together before it takes its place.
pub fn arriving(register: &Path) -> PathBuf {
    beside(register, "new")
}

/// Puts a register that is whole and closed, with its key file, in the place of what lies there.
pub fn take_place(arriving: &Path, key_file: &KeyFile, register: &Path, key_path: &Path) -> Result<()> {
    keep_other_key(key_file, key_path)?;
    key_file.save(key_path)?;
    // The log of the register that is going must not be read into the one that is coming.
    for ending in ["-wal", "-shm"] {
        let log = with_ending(register, ending);
        if log.exists() {
            fs::remove_file(&log)?;
        }
    }
    witness::dismiss(register.parent().unwrap_or(Path::new("")))?;
    disk::sync_folder_of(register)?;
    disk::rename(arriving, register)?;
    Ok(())
}

/// A whole key file of another office may be the only one that there is: it stays beside, under its own name.
pub fn keep_other_key(key_file: &KeyFile, key_path: &Path) -> Result<()> {
    match KeyFile::load(key_path) {
        Ok(other) if other.id() != key_file.id() => {
            Ok(other.save(&with_ending(key_path, &format!(".{}", other.id())))?)
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Keeps a damaged register for fourteen days under another name, with its log, for someone who may read it. The register itself
/// stays in place until a backup takes it.
pub fn set_aside(register: &Path, now: DateTime<FixedOffset>) -> Result<()> {
    let stamp = now.format(STAMP);
    for ending in ["", "-wal"] {
        let source = with_ending(register, ending);
        if source.exists() {
            fs::copy(&source, beside(register, &format!("{stamp}.{ASIDE}{ending}")))?;
        }
    }
    disk::sync_folder_of(register)?;
    Ok(())
}

const STAMP: &str = "%Y-%m-%d_%H%M%S";

/// Takes away damaged registers that were set aside more than fourteen days ago.
pub fn sweep_aside(register: &Path, backups: &[Backup], now: DateTime<FixedOffset>) -> Result<()> {
    let (Some(folder), Some(name)) = (register.parent(), register.file_name()) else { return Ok(()) };
    let start = format!("{}.", name.to_string_lossy());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let stamp =
            name.strip_prefix(&start).and_then(|rest| rest.split_once(&format!(".{ASIDE}"))).map(|(stamp, _)| stamp);
        let Some(since) = stamp.and_then(|stamp| NaiveDateTime::parse_from_str(stamp, STAMP).ok()) else { continue };
        let Some(since) = since.and_local_timezone(now.timezone()).single() else { continue };
        if retention::lived(backups, since, now) > TimeDelta::days(DAYS_ASIDE) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn beside(register: &Path, ending: &str) -> PathBuf {
    with_ending(register, &format!(".{ending}"))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
