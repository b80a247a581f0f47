//! Words that never stand in the tree, and files that grew too long.

use crate::tree::{Source, expect_none, expect_one, has_word, shipped_rust, sources, without_comments};

/// Lines of code from which a file hides a missing noun.
const TOO_LONG: usize = 700;

/// Long files, with the reason why they are still one file.
const LONG_FOR_A_REASON: &[(&str, &str)] = &[];

fn code() -> Vec<Source> {
    sources()
        .into_iter()
        .filter(|file| file.ends_with(&[".rs", ".ts", ".mjs", ".svelte", ".sql", ".css"]) && !file.is_generated())
        .collect()
}

/// Words of unfinished work. Split here, so that this list does not find itself.
fn unfinished() -> Vec<String> {
    [("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("HA", "CK")]
        .iter()
        .map(|(one, other)| format!("{one}{other}"))
        .collect()
}

/// Complaints about unfinished work left behind.
fn leftovers(files: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files {
        for word in unfinished().iter().filter(|word| has_word(&file.text, word)) {
            complaints.push(format!("{}: {word}", file.path));
        }
        for (one, other) in [("unimpl", "emented!"), ("to", "do!("), ("db", "g!("), ("console", ".log(")] {
            let call = format!("{one}{other}");
            if without_comments(&file.text).contains(&call) {
                complaints.push(format!("{}: {call}", file.path));
            }
        }
    }
    complaints
}

/// Complaints about a swallowed result in the shipped program. `let _ = name;` only says that a name is known.
fn swallowed(files: &[Source]) -> Vec<String> {
    let swallows = |line: &str| {
        line.trim_start().strip_prefix("let _ = ").is_some_and(|rest| !rest.ends_with(';') || rest.contains('('))
    };
    files
        .iter()
        .filter(|file| without_comments(&file.text).lines().any(swallows))
        .map(|file| format!("{}: a result is thrown away by `let _ =`", file.path))
        .collect()
}

/// Complaints about places that only one computer knows.
fn one_computers_places(files: &[Source]) -> Vec<String> {
    let places =
        [("/ro", "ot/"), ("/tmp/", "wt"), ("/wo", "rk/"), ("../sha", "red/"), ("`sha", "red/"), ("/home/", "user/")];
    let mut complaints = Vec::new();
    for file in files {
        for (one, other) in places {
            let place = format!("{one}{other}");
            if file.text.contains(&place) {
                complaints.push(format!("{}: {place}", file.path));
            }
        }
    }
    complaints
}

/// Complaints about files with too many lines that are neither empty nor comments.
fn too_long(files: &[Source]) -> Vec<String> {
    let lines = |text: &str| {
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !["//", "--", "*", "/*"].iter().any(|mark| line.starts_with(mark)))
            .count()
    };
    files
        .iter()
        .filter(|file| !LONG_FOR_A_REASON.iter().any(|(path, _)| file.path == *path))
        .filter_map(|file| {
            let count = lines(&file.text);
            (count > TOO_LONG).then(|| format!("{}: {count} lines of code", file.path))
        })
        .collect()
}

#[test]
fn nothing_unfinished_is_left_behind() {
    expect_none(&leftovers(&code()));
}

#[test]
fn no_result_is_thrown_away_unread() {
    expect_none(&swallowed(&shipped_rust()));
}

#[test]
fn no_file_knows_the_computer_it_was_written_on() {
    expect_none(&one_computers_places(&sources()));
}

#[test]
fn the_lock_file_of_the_page_names_no_addresses() {
    let lock = sources().into_iter().find(|file| file.path == "ui/package-lock.json").expect("the page's lock file");
    assert!(!lock.text.contains("\"resolved\""), "an address would tie the page to one registry");
}

#[test]
fn no_file_hides_a_missing_noun() {
    expect_none(&too_long(&code()));
    for (path, reason) in LONG_FOR_A_REASON {
        let text = std::fs::read_to_string(crate::tree::top().join(path)).unwrap_or_default();
        assert!(text.lines().count() > TOO_LONG, "{path} ({reason}) is short again: take it off the list");
    }
}

#[test]
fn bad_words_are_found_out() {
    let file = |text: &str| vec![Source::new("src-tauri/core/src/units/mod.rs", text)];
    for word in unfinished() {
        expect_one(&leftovers(&file(&format!("// {word}: later"))), &word);
    }
    assert!(leftovers(&file("// mastodon")).is_empty());
    expect_one(&leftovers(&file(concat!("db", "g!(x);"))), "db");
    expect_one(&swallowed(&file("    let _ = save();")), "let _");
    expect_one(&swallowed(&file("    let _ = office\n        .save();")), "let _");
    assert!(swallowed(&file("    let _ = private;")).is_empty());
    expect_one(&one_computers_places(&file(concat!("/ro", "ot/x"))), "ot/");
    expect_one(&too_long(&file(&"x();\n".repeat(TOO_LONG + 1))), "lines");
    assert!(too_long(&file(&"// why\n".repeat(TOO_LONG + 1))).is_empty());
}
