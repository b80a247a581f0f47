//! The files of the project as text, and small ways to look at them.

use std::{path::PathBuf, process::Command};

/// One text file: its path from the top of the project, with `/`, and what stands in it.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    pub fn is_generated(&self) -> bool {
        self.path.ends_with(".gen.ts") || self.path.ends_with("Cargo.lock") || self.path.ends_with("package-lock.json")
    }
}

/// The top folder of the project.
pub fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().expect("BUG: tests/ lies in the project").to_path_buf()
}

/// Every text file that git knows or would take in.
pub fn sources() -> Vec<Source> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(top())
        .output()
        .expect("git lists the files");
    assert!(listed.status.success(), "git ls-files: {}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8(listed.stdout).expect("file names are UTF-8");
    let mut found: Vec<Source> = names
        .split('\0')
        .filter(|name| !name.is_empty())
        .filter_map(|name| {
            let text = std::fs::read_to_string(top().join(name)).ok()?; // a picture, a workbook, a removed file
            Some(Source::new(name, &text))
        })
        .collect();
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found.dedup_by(|one, other| one.path == other.path);
    assert!(found.iter().any(|source| source.path == "Cargo.toml"), "the listing is that of the project");
    found
}

/// The Rust of the shipped program: no tests, no benchmarks; unit tests at the foot of a file are cut off.
pub fn shipped_rust() -> Vec<Source> {
    sources()
        .into_iter()
        .filter(|source| source.path.starts_with("src-tauri/") && source.path.ends_with(".rs"))
        .filter(|source| !is_test_file(&source.path))
        .map(|source| Source::new(&source.path, without_unit_tests(&source.text)))
        .collect()
}

fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.ends_with("_tests.rs") || path.split('/').any(|part| part == "tests")
}

/// What stands before the unit tests of a file.
pub fn without_unit_tests(text: &str) -> &str {
    let marks = ["\n#[cfg(test)]\nmod ", "\n#[cfg(test)]\n#[path", "\n#[cfg(test)]\n#[allow"];
    let cut = marks.iter().filter_map(|mark| text.find(mark)).min();
    cut.map_or(text, |at| &text[..at])
}

/// Rust without its comments: line by line, what stands before `//` (an address such as `https://` keeps its slashes).
pub fn without_comments(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let mut from = 0;
        while let Some(at) = line[from..].find("//").map(|found| from + found) {
            if line[..at].ends_with(':') {
                from = at + 2;
            } else {
                return &line[..at];
            }
        }
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The identifier that begins at the start of a text, or nothing.
pub fn word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    &text[..end]
}

/// Whether `needle` stands in `text` as a whole word.
pub fn has_word(text: &str, needle: &str) -> bool {
    text.match_indices(needle).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + needle.len()..].chars().next();
        ![before, after].into_iter().flatten().any(|letter| letter.is_alphanumeric() || letter == '_')
    })
}

/// Fails with all complaints at once.
pub fn expect_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} against the house rules:\n{}", complaints.len(), complaints.join("\n"));
}

/// Fails unless the bad example was found out, by a complaint that names what is wrong.
pub fn expect_one(complaints: &[String], about: &str) {
    assert!(
        complaints.len() == 1 && complaints[0].contains(about),
        "one complaint about {about} expected, not {complaints:?}"
    );
}
