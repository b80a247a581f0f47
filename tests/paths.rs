//! Names that want to lead elsewhere: over a thousand of them at every place where a name comes in. None of them names
//! a file outside its folder, and a path is never taken from the page.

use office::{
    backup,
    error::Error,
    paper::{Paper, PaperKind, kept_name},
};
use serde_json::json;
use std::{collections::BTreeSet, fs, path::Path};
use stories::through_the_door::{Desk, day};

/// What stands before a name to lead elsewhere.
const LEADS: &[&str] = &[
    "",
    "../",
    "..\\",
    "../../../../",
    "..\\..\\..\\",
    "....//",
    "..././",
    "%2e%2e%2f",
    "%252e%252e%252f",
    "..%c0%af",
    "..%5c",
    "/",
    "//",
    "\\",
    "/etc/",
    "/proc/self/",
    "~/",
    "C:\\Windows\\",
    "C:/",
    "c:",
    "\\\\server\\share\\",
    "//server/share/",
    "\\\\?\\C:\\",
    "\\\\?\\UNC\\server\\share\\",
    "\\\\.\\",
    "\\\\.\\pipe\\",
    "\\??\\",
    "file:///",
    "a/../../",
    "a\\..\\..\\",
    "./",
    "\u{202e}",
    "\u{ff0e}\u{ff0e}\u{ff0f}",
];

/// The names themselves: plain, devices, links, streams, hidden and empty ones.
const NAMES: &[&str] = &[
    "ds.xlsx",
    "Đoàn viên.xlsx",
    "passwd",
    "con",
    "CON.xlsx",
    "nul",
    "NUL.txt",
    "aux.xlsx",
    "prn",
    "COM1",
    "com1.xlsx",
    "LPT9.xlsx",
    "COM¹.xlsx",
    "CONIN$",
    "ds.xlsx:stream",
    "ds.xlsx::$DATA",
    "ds.xlsx.",
    "ds.xlsx ",
    " ",
    ".",
    "..",
    "...",
    "",
    ".bashrc",
    "key.json",
    "office.db-wal",
    "ds\u{0}.xlsx",
    "ds\n.xlsx",
    "a|b<c>d?.xlsx",
    "*",
];

/// Every lead before every name, and two that are too long.
fn hostile() -> BTreeSet<String> {
    let mut names: BTreeSet<String> =
        LEADS.iter().flat_map(|lead| NAMES.iter().map(move |name| format!("{lead}{name}"))).collect();
    names.insert("a".repeat(5000));
    names.insert(format!("{}.xlsx", "ế".repeat(300)));
    assert!(names.len() > 900, "{}", names.len());
    names
}

/// One plain name that Windows takes: nothing parts it, nothing ends it, no device, not too long.
fn assert_plain(name: &str, from: &str) {
    assert!(
        !name.is_empty() && !name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|', '\0', '\n']),
        "{from:?}: {name:?}"
    );
    assert!(!name.ends_with(['.', ' ']) && name.chars().count() <= 110, "{from:?}: {name:?}");
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    assert!(!["con", "prn", "aux", "nul", "com1", "lpt9", "com¹"].contains(&stem.as_str()), "{from:?}: {name:?}");
    let path = Path::new(name);
    assert_eq!(path.file_name().map(|last| last.to_string_lossy().into_owned()).as_deref(), Some(name), "{from:?}");
}

#[test]
fn a_paper_stays_in_its_folder_whatever_it_is_called() {
    for name in hostile() {
        assert_plain(&Paper::new(PaperKind::Pdf, &name, Vec::new()).file_name, &name);
        assert_plain(&kept_name(&name), &name);
    }
}

#[test]
fn a_file_sent_up_lies_in_its_folder_or_nowhere() {
    let outer = tempfile::tempdir().unwrap();
    let inner = outer.path().join("khay");
    let mut taken = 0;
    for name in hostile() {
        match desk::serve::put(&inner, &name, b"x") {
            Ok(path) => {
                assert_eq!(path.parent(), Some(inner.as_path()), "{name:?}");
                assert_plain(&path.file_name().unwrap().to_string_lossy(), &name);
                assert!(fs::symlink_metadata(&path).unwrap().is_file(), "{name:?}");
                taken += 1;
            }
            Err(Error::Refused(refusals)) => assert!(!refusals.is_empty()),
            Err(Error::Broken(cause)) => panic!("{name:?}: {cause}"),
        }
    }
    assert!(taken > 100, "most names are only odd: {taken}");
    let beside: Vec<_> = fs::read_dir(outer.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["khay"]);
}

#[test]
fn a_backup_is_found_by_its_name_in_the_list_and_by_nothing_else() {
    let outer = tempfile::tempdir().unwrap();
    fs::write(outer.path().join("passwd.json"), "{}").unwrap();
    let folder = outer.path().join("backups");
    fs::create_dir(&folder).unwrap();
    for name in hostile() {
        assert!(matches!(backup::find(&folder, &name), Err(Error::Refused(_))), "{name:?}");
    }
}

#[test]
fn the_page_names_files_by_number_only() {
    let mut desk = Desk::on(day(2026, 11, 22));
    for path in ["/etc/passwd", "..\\..\\ngoai.xlsx", "1"] {
        for (command, arguments) in [
            ("intake.open", json!({ "target": "members", "files": [path] })),
            ("backup.choose_second", json!({ "folder": path })),
        ] {
            let answer = office::door::call(&mut desk.home, command, arguments);
            assert!(answer.is_err(), "{command} took {path}");
        }
    }
}
