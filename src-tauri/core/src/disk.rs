//! Writing files of our own so that a power cut leaves the old one or the new one, never half.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// Antivirus programs hold a new file for a moment; SQLite tries ten times as well.
const TRIES: u64 = 10;

/// Writes a whole file that everybody with access to the folder may read.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write(path, bytes, false)
}

/// Writes a whole file that only its owner may read.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write(path, bytes, true)
}

fn write(path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
    let beside = beside(path)?;
    let written = put(&beside, bytes, private).and_then(|()| rename(&beside, path));
    if let Err(cause) = written {
        // The half-written file is worthless; why writing failed is what the caller must hear.
        drop(fs::remove_file(&beside));
        return Err(cause);
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(if private { 0o600 } else { 0o644 });
    }
    #[cfg(not(unix))]
    let _ = private;
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Moves a finished file to its place, over an older one if there is one, and makes the move last.
///
/// Tries ten times, waiting a little longer each time, because antivirus programs hold new files.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut tried = 0;
    loop {
        tried += 1;
        match fs::rename(from, to) {
            Ok(()) => return sync_folder_of(to),
            Err(cause) if tried >= TRIES || cause.kind() != io::ErrorKind::PermissionDenied => return Err(cause),
            Err(_) => sleep(Duration::from_millis(25 * tried)),
        }
    }
}

/// Makes a change of names in the folder of `path` last. Windows has no such call and keeps names in a journal.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        File::open(folder)?.sync_all()
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        let _: Option<File> = None;
        Ok(())
    }
}

fn beside(path: &Path) -> io::Result<PathBuf> {
    let mut random = [0_u8; 6];
    getrandom::fill(&mut random).map_err(|cause| io::Error::other(cause.to_string()))?;
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a file needs a name"))?;
    let mut temporary = std::ffi::OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".{}.new", hex::encode(random)));
    Ok(path.with_file_name(temporary))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Danh sách khen.xlsx");
        write_whole(&path, b"old").unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_gone_leaves_the_old_file_and_says_so() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_whole(&folder.path().join("no").join("such.json"), b"x").is_err());
        fs::create_dir(folder.path().join("taken")).unwrap();
        fs::write(folder.path().join("taken").join("inside"), b"kept").unwrap();
        assert!(write_whole(&folder.path().join("taken"), b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the half-written file is taken away");
    }

    #[cfg(unix)]
    #[test]
    fn a_private_file_is_its_owner_s_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key.json");
        write_private(&path, b"{}").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
