//! Papers compared part by part with golden files that somebody has looked at.
//!
//! `SOVANG_GOLDEN=write` writes them anew; look at the papers before the change is kept (`SOVANG_PAPERS=folder` keeps the
//! papers themselves).

use std::{
    collections::BTreeMap,
    env, fs,
    io::{Cursor, Read},
    path::Path,
};

/// Compares every part of a paper with its golden file in this folder.
///
/// Nothing of a workbook or a document for Word is left out: time and author are given, so no part changes by itself. Of a
/// paper for print, the words of each page.
pub fn compare(folder: &Path, file: &[u8]) {
    let kind = folder.file_name().unwrap().to_string_lossy();
    let parts = if file.starts_with(b"%PDF") { pages(file) } else { unpacked(file) };
    if env::var("SOVANG_GOLDEN").is_ok_and(|what| what == "write") {
        fs::remove_dir_all(folder).ok();
        fs::create_dir_all(folder).unwrap();
        for (name, text) in &parts {
            fs::write(folder.join(name.replace('/', "__")), text).unwrap();
        }
    }
    let there = fs::read_dir(folder).unwrap_or_else(|error| panic!("no golden files of {kind}: {error}"));
    let mut expected: Vec<String> =
        there.map(|one| one.unwrap().file_name().to_string_lossy().replace("__", "/")).collect();
    expected.sort();
    assert_eq!(parts.keys().cloned().collect::<Vec<_>>(), expected, "parts of {kind}");
    for (name, text) in &parts {
        let golden = fs::read_to_string(folder.join(name.replace('/', "__"))).unwrap().replace('\r', "");
        for (line, (now, then)) in text.lines().zip(golden.lines()).enumerate() {
            assert_eq!(now, then, "{kind}, {name}, line {}", line + 1);
        }
        assert_eq!(text.lines().count(), golden.lines().count(), "{kind}, {name}");
    }
}

/// The parts of a packed file. A line break after each element is only for the reader of a difference.
fn unpacked(file: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text.replace("><", ">\n<").replace('\r', ""))
        })
        .collect()
}

/// The words of each page, line by line as they are set. How far apart they stand is left to the reader of the page.
fn pages(file: &[u8]) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    fs::write(&path, file).unwrap();
    let text = crate::through_the_door::printed_by("pdftotext", &["-layout".as_ref(), path.as_os_str(), "-".as_ref()]);
    let lines = |page: &str| -> String {
        let lines = page.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
    };
    let pages = text.strip_suffix('\u{c}').unwrap_or(&text).split('\u{c}').map(lines);
    pages.enumerate().map(|(at, page)| (format!("page_{:03}.txt", at + 1), page)).collect()
}
