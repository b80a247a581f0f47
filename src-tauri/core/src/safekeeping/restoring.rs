//! Bringing a backup back: from the list, or from a USB stick onto an empty computer.

use super::{Place, places, spoken};
use crate::{
    backup::{self, Backup, Reason},
    error::{Error, Result},
    home::{Home, Standing, StartState, Which},
    journal::What,
    office::REGISTER,
    session::{self, KEY_FILE},
    settings,
    vault::{Key, KeyFile, RecoveryKey, VaultError},
};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Which backup shall take the register's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Restore {
    /// Which office.
    pub which: Which,
    /// The backup's name.
    pub name: String,
    /// Where it lies.
    pub place: Place,
    /// The password, where one is set and the office is not open.
    #[serde(default)]
    pub password: Option<String>,
    /// The recovery key, where the password is lost or the key file is damaged.
    #[serde(default)]
    pub recovery_key: Option<String>,
}

/// What a restore answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoreDone {
    /// How things stand now.
    pub state: StartState,
    /// The backup of what was there before: restoring it takes the restore back. None when what was there was damaged or nothing.
    pub before: Option<String>,
}

/// Puts a backup in the register's place. What was there is backed up first, or, being damaged, kept for fourteen days.
pub fn restore(home: &mut Home, wish: Restore) -> Result<RestoreDone> {
    let folder = places(home, wish.which)
        .into_iter()
        .find(|(place, _)| *place == wish.place)
        .map(|(_, folder)| folder)
        .ok_or_else(|| Error::refused("place", "Không thấy nơi lưu thứ hai. Hãy cắm lại USB rồi chọn lại."))?;
    let backup = backup::find(&folder, &wish.name)?;
    let before = copy_of_what_is_open(home, wish.which)?;
    let (key, key_file) =
        open_backup(home, wish.which, &backup, wish.password.as_deref(), wish.recovery_key.as_deref())?;
    put(home, wish.which, &backup, key, key_file, before)
}

/// Brings back the newest whole backup of a folder, or the one whose copy is named, by the recovery key alone: for a computer
/// that has nothing yet, or whose data is damaged.
pub fn bring_back(home: &mut Home, which: Which, from: &Path, recovery_key: &str) -> Result<RestoreDone> {
    if !from.exists() {
        let sentence = format!("Không thấy “{}”. Hãy kiểm tra lại đường dẫn, hoặc cắm lại USB.", from.display());
        return Err(Error::refused("from", sentence));
    }
    let recovery_key = RecoveryKey::parse(recovery_key)?;
    let (folder, name) = if from.is_dir() {
        (from, None)
    } else {
        (from.parent().unwrap_or(Path::new(".")), from.file_stem().map(|name| name.to_string_lossy().into_owned()))
    };
    let mut fitting = false;
    for backup in
        backup::list(folder)?.into_iter().filter(|backup| name.as_ref().is_none_or(|name| *name == backup.name))
    {
        let Ok(key) = backup.manifest.key.unlock_with_recovery(&recovery_key) else { continue };
        fitting = true;
        if backup.is_intact() {
            let key_file = beside_register(home, which, &key)?.map_or_else(|| backup.manifest.key.settle(&key), Ok)?;
            let before = copy_of_what_is_open(home, which)?;
            return put(home, which, &backup, key, key_file, before);
        }
    }
    Err(Error::refused(
        "recovery_key",
        if fitting {
            "Các bản sao lưu ở đây đều bị hỏng. Hãy tìm bản sao lưu ở USB khác."
        } else {
            "Không có bản sao lưu nào ở đây mở được bằng mã khôi phục này. Hãy kiểm tra lại USB và tờ mã khôi phục."
        },
    ))
}

/// Backs up the office that is open, before another state takes its place.
fn copy_of_what_is_open(home: &mut Home, which: Which) -> Result<Option<String>> {
    if home.which() != Some(which) {
        return Ok(None);
    }
    Ok(Some(home.session()?.back_up(Reason::BeforeRestore)?.name))
}

/// The key of a backup, and the key file that shall lie beside the register afterwards.
fn open_backup(
    home: &mut Home,
    which: Which,
    backup: &Backup,
    password: Option<&str>,
    recovery_key: Option<&str>,
) -> Result<(Key, KeyFile)> {
    if home.which() == Some(which) {
        let session = home.session()?;
        let (key, key_file) = (session.key().clone(), session.key_file().clone());
        return same_office(&key, backup).map(|()| (key, key_file));
    }
    let travelling = backup.manifest.key.clone();
    let beside = session::key_file_beside(&home.folder_of(which));
    let key = if let Some(typed) = recovery_key {
        let recovery_key = RecoveryKey::parse(typed)?;
        home.try_recovery_key(|| match beside.map(|beside| beside.unlock_with_recovery(&recovery_key)) {
            Ok(Ok(key)) => Ok(key),
            // The sheet may belong to the backup only: the recovery key was renewed since.
            Ok(Err(_)) | Err(_) => travelling.unlock_with_recovery(&recovery_key),
        })?
    } else {
        home.try_password(|| match beside {
            Ok(beside) => beside.unlock(password),
            Err(VaultError::Damaged(_) | VaultError::OfAnother) if password.is_some() => travelling.unlock(password),
            Err(error) => Err(error),
        })?
    };
    same_office(&key, backup)?;
    let key_file = beside_register(home, which, &key)?.map_or_else(|| backup.manifest.key.settle(&key), Ok)?;
    Ok((key, key_file))
}

fn same_office(key: &Key, backup: &Backup) -> Result<()> {
    if key.id() == backup.manifest.key.id() {
        return Ok(());
    }
    Err(Error::refused("name", "Bản sao lưu này là của cơ quan khác. Hãy chọn bản của cơ quan mình."))
}

/// The key file that lies beside the register, when it is readable and of the same key: it knows the newest password. Another
/// office's register is never overwritten.
fn beside_register(home: &Home, which: Which, key: &Key) -> Result<Option<KeyFile>> {
    let folder = home.folder_of(which);
    match session::key_file_beside(&folder) {
        Ok(beside) if beside.id() == key.id() => Ok(Some(beside)),
        Ok(_) if folder.join(REGISTER).exists() => Err(Error::refused(
            "folder",
            "Thư mục dữ liệu này đã có dữ liệu của cơ quan khác. Hãy chọn thư mục dữ liệu trống để khôi phục.",
        )),
        Ok(_) | Err(_) => Ok(None),
    }
}

fn put(
    home: &mut Home,
    which: Which,
    backup: &Backup,
    key: Key,
    key_file: KeyFile,
    before: Option<String>,
) -> Result<RestoreDone> {
    let who = home.office().map(|office| office.who().to_owned()).unwrap_or_default();
    home.close_as_is()?;
    let folder = home.folder_of(which);
    let register = folder.join(REGISTER);
    let lock = session::occupy(&folder).map_err(session::Shut::into_error)?;
    let before = match before {
        Some(name) => Some(name),
        None => session::back_up_at_rest(&home.start(which), &key, &key_file)?.map(|made| made.name),
    };
    if before.is_none() && register.exists() {
        backup::set_aside(&register, home.clock().now())?;
    }
    backup::restore(backup, &key, &key_file, &register, &folder.join(KEY_FILE))?;
    drop(lock);
    let state = home.open(which, key, key_file)?;
    if state.standing == Standing::Open {
        let office = home.office()?;
        if !who.is_empty() {
            office.sit(&who);
        }
        let made_at = spoken(backup.manifest.made_at);
        office.keep(What::new("safekeeping.restore", "Khôi phục bản sao lưu"), |pen| {
            pen.detail(format!("bản lúc {made_at}"));
            settings::set(pen, "restored_at", &pen.now().to_rfc3339())
        })?;
    }
    Ok(RestoreDone { state: crate::home::state(home, ()).unwrap_or(state), before })
}
