//! One program at a time: an operating-system lock on the data folder.
//!
//! The system itself lets go of the lock when the program ends, however it ends, so there is no stale lock file to explain.
//! Who holds it is written in a second file, because Windows lets nobody read a locked one.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Milliseconds between tries: a program that is just closing, or a child that is just starting, holds the lock a moment longer.
const PATIENCE: [u64; 4] = [20, 40, 60, 80];

/// The data folder is ours while this lives.
#[derive(Debug)]
pub struct Lock {
    file: File,
    holder: PathBuf,
}

/// Who has the data folder open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Number of the process.
    pub process: u32,
    /// The machine's name.
    pub machine: String,
    /// The account's name.
    pub account: String,
}

/// Why the lock was not given.
#[derive(Debug)]
pub enum LockError {
    /// Another program has the folder open; who, if it could be read.
    Taken(Option<Holder>),
    /// The lock file cannot be made or locked.
    Failed(io::Error),
}

impl LockError {
    /// The sentence for the clerk.
    pub fn sentence(&self) -> String {
        match self {
            Self::Taken(Some(holder)) => format!(
                "Sổ Vàng đang mở trên máy {} (tài khoản {}, tiến trình số {}). Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.",
                holder.machine, holder.account, holder.process
            ),
            Self::Taken(None) => {
                "Sổ Vàng đang mở ở một cửa sổ khác. Hãy dùng cửa sổ đó, hoặc đóng nó rồi mở lại.".into()
            }
            Self::Failed(_) => {
                "Không ghi được vào thư mục dữ liệu. Hãy kiểm tra quyền ghi và dung lượng ổ đĩa rồi mở lại.".into()
            }
        }
    }
}

impl std::fmt::Display for LockError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Taken(_) => f.write_str(&self.sentence()),
            Self::Failed(cause) => write!(f, "{} ({cause})", self.sentence()),
        }
    }
}

impl std::error::Error for LockError {}

impl Holder {
    /// This very program.
    pub fn ourselves() -> Self {
        let named =
            |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).filter(|name| !name.is_empty());
        let machine = fs::read_to_string("/proc/sys/kernel/hostname").ok().map(|name| name.trim().to_owned());
        Self {
            process: std::process::id(),
            machine: machine.or_else(|| named(&["COMPUTERNAME", "HOSTNAME"])).unwrap_or_else(|| "không rõ tên".into()),
            account: named(&["USERNAME", "USER", "LOGNAME"]).unwrap_or_else(|| "không rõ tên".into()),
        }
    }
}

impl Lock {
    /// Takes the data folder for this program, or tells who has it.
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join("lock"))
            .map_err(LockError::Failed)?;
        for wait in PATIENCE {
            match file.try_lock() {
                Ok(()) => {
                    // Needs not last: who reads it finds it while this program runs.
                    let text =
                        serde_json::to_vec(&Holder::ourselves()).map_err(|cause| LockError::Failed(cause.into()))?;
                    fs::write(holder_path(folder), text).map_err(LockError::Failed)?;
                    return Ok(Self { file, holder: holder_path(folder) });
                }
                Err(TryLockError::WouldBlock) => sleep(Duration::from_millis(wait)),
                Err(TryLockError::Error(cause)) => return Err(LockError::Failed(cause)),
            }
        }
        Err(LockError::Taken(holder(folder)))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Nothing is lost when the name cannot be taken away: the lock itself says whether anybody is here.
        drop(fs::remove_file(&self.holder));
        drop(self.file.unlock());
    }
}

fn holder_path(folder: &Path) -> PathBuf {
    folder.join("lock-holder.json")
}

/// Who has the folder. The name is written a moment after the lock is taken, so it is waited for.
fn holder(folder: &Path) -> Option<Holder> {
    let named = || serde_json::from_slice(&fs::read(holder_path(folder)).ok()?).ok();
    PATIENCE.into_iter().find_map(|wait| {
        let holder = named();
        if holder.is_none() {
            sleep(Duration::from_millis(wait));
        }
        holder
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn the_second_start_is_told_who_was_first_and_a_closed_program_leaves_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path()).unwrap();
        let LockError::Taken(Some(holder)) = Lock::take(folder.path()).unwrap_err() else { panic!("no holder named") };
        assert_eq!(holder, Holder::ourselves());
        assert!(LockError::Taken(Some(holder)).sentence().contains(&std::process::id().to_string()));
        drop(first);
        Lock::take(folder.path()).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_there_is_not_called_taken() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Lock::take(&folder.path().join("gone")).unwrap_err(), LockError::Failed(_)));
    }
}
