//! Backups ("bản sao lưu"): copies of the register, each proved before it counts.
//!
//! A backup is two files: `2026-11-22_0914.sovang`, encrypted with the office's key, and `2026-11-22_0914.json`, which says
//! what is inside and carries the key wrapped by the recovery key (and the password), never bare. The second file is written
//! last, after the copy was opened anew and read through: a copy without it does not count.

mod care;
mod facts;
mod make;
mod restore;
mod retention;
mod second;

pub use care::{Care, Due, changed_since};
pub use facts::{Facts, Health, examine};
pub use make::{SCHEDULED_MINUTES, make};
pub use restore::{Restored, arriving, keep_other_key, restore, set_aside, sweep_aside, take_place};
pub use retention::{Kept, keep};
pub use second::{Second, copy_to, trouble_of};

use crate::{
    error::{Error, Result},
    vault::KeyFile,
};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use ts_rs::TS;

/// The folder of backups inside an office's folder.
pub const FOLDER: &str = "backups";
/// The ending of a copy of the register.
const COPY: &str = "sovang";
/// The newest shape of the second file that this program reads.
const MANIFEST_VERSION: u32 = 1;

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A quarter of an hour had passed and something had changed.
    Scheduled,
    /// The program was closed.
    Closing,
    /// A workbook was about to be taken in.
    BeforeImport,
    /// The file was about to get a newer shape.
    BeforeUpgrade,
    /// A backup was about to take the register's place.
    BeforeRestore,
    /// The clerk asked for it.
    Asked,
}

/// What the second file of a backup says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    version: u32,
    /// Goes up by one with each backup, whatever the calendar says.
    pub serial: u64,
    /// When it was made.
    pub made_at: DateTime<FixedOffset>,
    /// Why.
    pub reason: Reason,
    /// The program that made it.
    pub program: String,
    /// What is inside.
    pub facts: Facts,
    /// Bytes of the copy.
    pub bytes: u64,
    /// SHA-256 of the copy: shows a fading USB stick without the key.
    pub sha256: String,
    /// The key, wrapped.
    pub key: KeyFile,
}

/// A backup that lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The name, without ending.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// What it says of itself.
    pub manifest: Manifest,
}

impl Backup {
    /// The copy of the register.
    pub fn copy(&self) -> PathBuf {
        self.folder.join(format!("{}.{COPY}", self.name))
    }

    /// The second file.
    pub fn sheet(&self) -> PathBuf {
        self.folder.join(format!("{}.json", self.name))
    }

    /// Whether the copy is there and is, byte for byte, what was proved when it was made.
    pub fn is_intact(&self) -> bool {
        make::digest(&self.copy())
            .is_ok_and(|(bytes, sha256)| bytes == self.manifest.bytes && sha256 == self.manifest.sha256)
    }

    /// Whether the copy is there with its full length: what can be told at a glance.
    pub fn is_there(&self) -> bool {
        fs::metadata(self.copy()).is_ok_and(|file| file.len() == self.manifest.bytes)
    }

    /// Takes the backup away: the second file first, so that what is left never counts.
    pub fn remove(&self) -> Result<()> {
        fs::remove_file(self.sheet())?;
        if self.copy().exists() {
            fs::remove_file(self.copy())?;
        }
        Ok(())
    }
}

/// Every backup of a folder, newest first by serial. A folder that is not there has none; a second file that cannot be read
/// belongs to none.
pub fn list(folder: &Path) -> Result<Vec<Backup>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(_) if folder.is_file() => return Err(no_folder(folder)),
        Err(cause) => return Err(cause.into()),
    };
    let mut backups = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if let Some(backup) = read(&path) {
            backups.push(backup);
        }
    }
    backups.sort_by(|one, other| (other.manifest.serial, &other.name).cmp(&(one.manifest.serial, &one.name)));
    Ok(backups)
}

/// A file has the name that the folder should have.
fn no_folder(folder: &Path) -> Error {
    let sentence = format!(
        "Không mở được thư mục sao lưu: “{}” là một tệp, không phải thư mục. Hãy đổi tên tệp đó rồi mở lại Sổ Vàng.",
        folder.display()
    );
    Error::refused("folder", sentence)
}

/// How many copies of a folder are in no list because their second file cannot be read.
pub fn unreadable(folder: &Path) -> usize {
    let is_spoilt = |path: &Path| {
        let describes = path.extension().is_some_and(|ending| ending == "json") && path.with_extension(COPY).exists();
        describes && read(path).is_none()
    };
    fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| is_spoilt(&entry.path())).count()
}

/// The keys that the backups of an office carry, those of this computer first, each group newest first.
pub fn keys(office: &Path) -> Vec<KeyFile> {
    let second = Care::load(office).second.map(|second| second.folder);
    let folders = std::iter::once(office.join(FOLDER)).chain(second);
    folders.flat_map(|folder| list(&folder).unwrap_or_default()).map(|backup| backup.manifest.key).collect()
}

/// The backup of that name.
pub fn find(folder: &Path, name: &str) -> Result<Backup> {
    // The name comes from a list that we gave out; anything that could lead elsewhere was never on it.
    list(folder)?
        .into_iter()
        .find(|backup| backup.name == name)
        .ok_or_else(|| Error::refused("name", "Không còn bản sao lưu này. Hãy chọn bản khác trong danh sách."))
}

fn read(path: &Path) -> Option<Backup> {
    if path.extension()? != "json" {
        return None;
    }
    let name = path.file_stem()?.to_str()?.to_owned();
    let manifest: Manifest = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    KeyFile::from_json(&manifest.key.to_json()).ok()?;
    (manifest.version <= MANIFEST_VERSION).then(|| Backup {
        name,
        folder: path.parent().unwrap_or(Path::new("")).to_path_buf(),
        manifest,
    })
}

#[cfg(test)]
mod tests;
