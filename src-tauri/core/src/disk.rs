//! Writing files of our own so that a power cut leaves the old one or the new one, never half.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// Antivirus programs hold a new file for a moment; the register's library tries ten times as well.
const TRIES: u64 = 10;

/// Writes a whole file that everybody with access to the folder may read.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write(path, bytes, false)
}

/// Writes a whole file that only its owner may read.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write(path, bytes, true)
}

/// The moments at which writing can stop; a test stops at each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The file beside the target is there, empty.
    Made,
    /// All bytes are in it.
    Filled,
    /// They are on the disk.
    Synced,
    /// It has taken the target's name.
    Renamed,
}

fn write(path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
    in_steps(path, bytes, private, |_| Ok(()))
}

pub(crate) fn in_steps(
    path: &Path,
    bytes: &[u8],
    private: bool,
    mut reached: impl FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    let beside = beside(path)?;
    let written = put(&beside, bytes, private, &mut reached).and_then(|()| rename(&beside, path));
    if let Err(cause) = written {
        // The half-written file is worthless; why writing failed is what the caller must hear.
        drop(fs::remove_file(&beside));
        return Err(cause);
    }
    reached(Step::Renamed)?;
    sweep(path);
    Ok(())
}

/// Takes away what a save that was cut off long ago left beside the file.
fn sweep(path: &Path) {
    let (Some(name), Some(folder)) = (path.file_name().map(|name| name.to_string_lossy()), path.parent()) else {
        return;
    };
    let prefix = format!(".{name}.");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let left = entry.file_name();
        let ours = left.to_string_lossy().strip_prefix(&prefix).is_some_and(is_mark);
        let changed = entry.metadata().and_then(|facts| facts.modified()).ok();
        let old = changed.and_then(|at| at.elapsed().ok()).is_some_and(|age| age > Duration::from_hours(1));
        if ours && old {
            // Another program may hold it; the next save tries again.
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// What [`beside`] puts after the name.
fn is_mark(ending: &str) -> bool {
    let random = ending.strip_suffix(".new").unwrap_or_default();
    random.len() == 12 && random.chars().all(|digit| digit.is_ascii_hexdigit())
}

fn put(path: &Path, bytes: &[u8], private: bool, reached: &mut impl FnMut(Step) -> io::Result<()>) -> io::Result<()> {
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
    reached(Step::Made)?;
    file.write_all(bytes)?;
    reached(Step::Filled)?;
    file.sync_all()?;
    reached(Step::Synced)
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
            Err(cause) if tried >= TRIES || !is_held(&cause) => return Err(cause),
            Err(_) => sleep(Duration::from_millis(25 * tried)),
        }
    }
}

/// Whether another program holds the file: Windows says "access denied" or "in use by another process".
pub fn is_held(cause: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    matches!(cause.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy)
        || (cfg!(windows) && cause.raw_os_error() == Some(SHARING_VIOLATION))
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

    #[test]
    fn stopped_at_any_step_the_file_is_the_old_or_the_new_one_and_nothing_lies_about() {
        for stop in [Step::Made, Step::Filled, Step::Synced, Step::Renamed] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("Quyết định.pdf");
            write_whole(&path, b"old").unwrap();
            let stopped =
                in_steps(
                    &path,
                    b"new",
                    false,
                    |step| {
                        if step == stop { Err(io::Error::other("stopped")) } else { Ok(()) }
                    },
                );
            assert!(stopped.is_err(), "{stop:?}");
            let expected: &[u8] = if stop == Step::Renamed { b"new" } else { b"old" };
            assert_eq!(fs::read(&path).unwrap(), expected, "{stop:?}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{stop:?}");
        }
    }

    #[test]
    fn what_a_cut_off_save_left_long_ago_is_swept_away_and_other_files_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xlsx");
        let left = |name: &str, hours: u64| {
            let file = File::create(folder.path().join(name)).unwrap();
            let now = file.metadata().unwrap().modified().unwrap();
            file.set_modified(now - Duration::from_hours(hours)).unwrap();
        };
        left(".a.xlsx.0123456789ab.new", 2);
        left(".a.xlsx.0123456789ac.new", 0);
        left(".a.xlsx.notes.new", 2);
        write_whole(&path, b"x").unwrap();
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [".a.xlsx.0123456789ac.new", ".a.xlsx.notes.new", "a.xlsx"]);
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
