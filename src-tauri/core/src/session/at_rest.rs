//! What lies closed in an office's folder: whose key file it is, what opens the register without it, and what a cut left behind.

use super::{FOUNDING, KEY_FILE, Shut, Start, is_gone, recover};
use crate::{
    backup::{self, Backup, Health, Reason},
    error::{Error, Result},
    file,
    office::REGISTER,
    schema::{self, Shape},
    vault::{Key, KeyFile, RecoveryKey, VaultError},
};
use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
};

/// The key file of a folder. One that belongs to another register is told: the register's head shows another salt, and a backup
/// knows that one.
pub fn key_file_beside(folder: &Path) -> std::result::Result<KeyFile, VaultError> {
    let beside = KeyFile::load(&folder.join(KEY_FILE))?;
    let is_ours = head(folder).is_none_or(|head| beside.fits(&head)) || keys_that_fit(folder).is_empty();
    if is_ours { Ok(beside) } else { Err(VaultError::OfAnother) }
}

/// The first bytes of the register: its salt.
fn head(folder: &Path) -> Option<[u8; 16]> {
    let mut head = [0_u8; 16];
    File::open(folder.join(REGISTER)).and_then(|mut file| file.read_exact(&mut head)).ok().map(|()| head)
}

/// The keys that travel with the backups and fit the register as it lies there, newest first.
pub fn keys_that_fit(folder: &Path) -> Vec<KeyFile> {
    let Some(head) = head(folder) else { return Vec::new() };
    backup::keys(folder).into_iter().filter(|key| key.fits(&head)).collect()
}

/// The key by the recovery key: from the key file or, when that is lost, from what the backups carry.
pub fn unlock_with_recovery(
    folder: &Path,
    recovery_key: &RecoveryKey,
) -> std::result::Result<(Key, KeyFile), VaultError> {
    let lost = match key_file_beside(folder) {
        Ok(beside) => return beside.unlock_with_recovery(recovery_key).map(|key| (key, beside)),
        Err(VaultError::TooNew) => return Err(VaultError::TooNew),
        Err(lost) => lost,
    };
    let travelling = keys_that_fit(folder);
    if travelling.is_empty() {
        return Err(lost);
    }
    let opened = travelling.iter().find_map(|key| Some((key, key.unlock_with_recovery(recovery_key).ok()?)));
    let (travelling, key) = opened.ok_or(VaultError::WrongRecoveryKey)?;
    let settled = travelling.settle(&key)?;
    Ok((key, settled))
}

/// Backs up a closed register before another state takes its place. None when there is nothing that a backup could hold: no
/// register, or one that is damaged.
pub fn back_up_at_rest(start: &Start, key: &Key, key_file: &KeyFile) -> Result<Option<Backup>> {
    let register = start.folder.join(REGISTER);
    if is_gone(&register) {
        return Ok(None);
    }
    match recover(&start.folder, key) {
        // what lacks its last acts is whole as well
        Ok(Health::Whole) | Err(Shut::Behind(_)) => {}
        Ok(Health::Damaged(_)) | Err(Shut::Damaged(_) | Shut::Refused(_) | Shut::Held(_)) => return Ok(None),
        Err(Shut::Failed(error)) => return Err(error),
    }
    match copy(start, &register, key, key_file) {
        // it was not whole after all: the caller sets it aside
        Err(Error::Broken(_)) => Ok(None),
        copied => copied,
    }
}

fn copy(start: &Start, register: &Path, key: &Key, key_file: &KeyFile) -> Result<Option<Backup>> {
    let db = file::open(register, key)?;
    if schema::shape(&db)? == Shape::Blank {
        return Ok(None);
    }
    let backups = start.folder.join(backup::FOLDER);
    let now = start.clock.now();
    let made = backup::make(&db, key, key_file, &backups, now, Reason::BeforeRestore, &start.progress)?;
    db.close().map_err(|(_, error)| Error::from(error))?;
    Ok(Some(made))
}

/// Takes away what a set-up or a restore that was cut off left half made. The folder is ours while we hold its lock.
pub fn sweep_halves(folder: &Path) -> Result<()> {
    for gone in [fs::remove_dir_all(folder.join(FOUNDING)), fs::remove_file(backup::arriving(&folder.join(REGISTER)))] {
        match gone {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => return Err(cause.into()),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}
