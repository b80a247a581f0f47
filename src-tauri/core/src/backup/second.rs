//! The second medium ("nơi lưu thứ hai"): a USB stick or another disk that holds the same backups.

use super::{Backup, Kept, keep, list, make};
use crate::{
    disk,
    error::{Error, Result},
    id::new_uid,
};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// The second medium, as this computer remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Second {
    /// The folder that the clerk chose.
    pub folder: PathBuf,
    /// When a backup last arrived there.
    #[serde(default)]
    pub last_at: Option<DateTime<FixedOffset>>,
    /// The serial of that backup.
    #[serde(default)]
    pub last_serial: u64,
    /// What stands in the mark that lies there; none: chosen before there were marks.
    #[serde(default)]
    pub mark: Option<String>,
}

/// The mark's file on the medium: an empty folder where a stick was plugged in is not the stick.
const MARK: &str = "so-vang-noi-luu.txt";

impl Second {
    /// Takes a folder as the second medium and leaves a mark in it; one that lies there already does, for two offices may share.
    pub fn choose(folder: PathBuf) -> Result<Self> {
        let path = folder.join(MARK);
        let mark = match fs::read_to_string(&path) {
            Ok(mark) if !mark.is_empty() => mark,
            Ok(_) | Err(_) => {
                let mark = format!(
                    "Sổ Vàng giữ bản sao lưu trong thư mục này. Đừng xóa tệp này: chương trình nhận ra USB nhờ nó.\r\n{}\r\n",
                    hex::encode(new_uid())
                );
                disk::write_whole(&path, mark.as_bytes()).map_err(|cause| unwritable(&cause))?;
                mark
            }
        };
        Ok(Self { folder, last_at: None, last_serial: 0, mark: Some(mark) })
    }

    /// Whether it is plugged in: the folder is there, and the mark in it.
    pub fn is_there(&self) -> bool {
        self.folder.is_dir() && self.mark.as_ref().is_none_or(|mark| self.is_marked(mark))
    }

    fn is_marked(&self, mark: &str) -> bool {
        fs::read_to_string(self.folder.join(MARK)).is_ok_and(|found| found == mark)
    }

    /// The sentence for a folder of that name that is not the medium.
    pub fn mistaken(&self) -> Option<String> {
        (self.folder.is_dir() && !self.is_there()).then(|| {
            "Thư mục này không phải nơi lưu thứ hai đã chọn. Hãy cắm đúng USB; nếu đã đổi USB, hãy bấm Đổi thư mục."
                .to_owned()
        })
    }
}

/// Why nothing can be written there, as a refusal.
fn unwritable(cause: &io::Error) -> Error {
    if cause.kind() == io::ErrorKind::StorageFull {
        return full();
    }
    let is_locked = matches!(cause.kind(), io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied);
    let sentence = if is_locked {
        "USB (nơi lưu thứ hai) không cho ghi. Hãy gạt chốt khóa trên USB hoặc dùng USB khác, rồi sao lưu lại."
    } else {
        "Không ghi được vào USB (nơi lưu thứ hai): USB bị rút ra hoặc đã hỏng. Hãy cắm lại hoặc dùng USB khác, rồi sao lưu lại."
    };
    Error::refused("folder", sentence)
}

fn full() -> Error {
    Error::refused(
        "folder",
        "USB (nơi lưu thứ hai) đã đầy. Hãy xóa bớt tệp khác trên USB hoặc dùng USB khác, rồi sao lưu lại.",
    )
}

/// What is said of an error on the medium: whatever it is, the person looks at the stick.
pub fn trouble_of(error: Error) -> String {
    match error {
        Error::Refused(_) => error.sentences(),
        Error::Broken(cause) => unwritable(&io::Error::other(cause)).sentences(),
    }
}

/// However full the medium is, so many of the newest stay.
const NEVER_FEWER: usize = 2;

/// Copies a proved backup to another folder, reads it back there, and then thins out what lies there of the same office.
///
/// Room is made only by letting go of the oldest copies; the newest good ones stay even if that means that nothing new fits.
pub fn copy_to(backup: &Backup, folder: &Path, now: DateTime<FixedOffset>) -> Result<()> {
    if !folder.is_dir() {
        return Err(Error::refused("folder", "Không thấy nơi lưu thứ hai. Hãy cắm lại USB rồi sao lưu lại."));
    }
    let there = Backup { folder: folder.to_path_buf(), ..backup.clone() };
    if there.sheet().exists() && there.is_intact() {
        return Ok(());
    }
    loop {
        match put(backup, &there) {
            Ok(()) => break,
            Err(cause) if cause.kind() == io::ErrorKind::StorageFull => make_room(&there)?,
            Err(cause) => return Err(unwritable(&cause)),
        }
    }
    thin_out(&there, now)
}

fn put(backup: &Backup, there: &Backup) -> io::Result<()> {
    let arriving = there.folder.join(format!("{}.sovang.new", there.name));
    let copied = fs::copy(backup.copy(), &arriving)
        .and_then(|_| File::options().write(true).open(&arriving)?.sync_all())
        .and_then(|()| make::digest(&arriving));
    match copied {
        Ok((bytes, sha256)) if bytes == backup.manifest.bytes && sha256 == backup.manifest.sha256 => {
            disk::rename(&arriving, &there.copy())?;
            disk::write_whole(&there.sheet(), &serde_json::to_vec_pretty(&backup.manifest)?)
        }
        Ok(_) => {
            fs::remove_file(&arriving)?;
            Err(io::Error::new(io::ErrorKind::InvalidData, "the medium gives back other bytes than it was given"))
        }
        Err(cause) => {
            // What arrived in part is worthless; why it failed is what the caller must hear.
            drop(fs::remove_file(&arriving));
            Err(cause)
        }
    }
}

/// The backups of the same office there, newest first. Another office's copies on the same stick are left alone.
fn ours(there: &Backup) -> Result<Vec<Backup>> {
    let all = list(&there.folder)?;
    Ok(all.into_iter().filter(|backup| backup.manifest.key.id() == there.manifest.key.id()).collect())
}

fn make_room(there: &Backup) -> Result<()> {
    let ours = ours(there)?;
    match ours.last() {
        Some(oldest) if ours.len() > NEVER_FEWER => oldest.remove(),
        Some(_) | None => Err(full()),
    }
}

fn thin_out(there: &Backup, now: DateTime<FixedOffset>) -> Result<()> {
    let ours = ours(there)?;
    for (backup, kept) in ours.iter().zip(keep(&ours, now)) {
        match kept {
            Kept::Goes => backup.remove()?,
            Kept::Stays => {}
        }
    }
    Ok(())
}
