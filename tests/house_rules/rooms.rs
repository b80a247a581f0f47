//! Arrows point one way: a room uses only what stands above it in `lib.rs`, and the map of `lib.rs` is in that order.

use std::collections::BTreeMap;

use crate::tree::{Source, expect_none, expect_one, shipped_rust, sources, without_comments, word};

const CORE: &str = "src-tauri/core/src/";
/// Sections of the map whose parts know each other; among rooms and papers the order of the lines counts.
const KNOW_EACH_OTHER: &[&str] = &["words", "spine", "door"];

/// Rooms that use something below them, with the reason.
const LOOKS_DOWN: &[(&str, &str, &str)] =
    &[("intake", "home", "a whole import is backed up first, and backups belong to the data folder's session")];

/// Where a module stands in `lib.rs`.
#[derive(Debug)]
pub struct Place {
    line: usize,
    section: String,
}

/// The modules of `lib.rs`: their order, and the comment (`// rooms`) that they stand under.
pub fn map_of(lib: &str) -> BTreeMap<String, Place> {
    let mut map = BTreeMap::new();
    let mut section = String::new();
    for (line, text) in lib.lines().enumerate() {
        if let Some(title) = text.strip_prefix("// ") {
            title.trim().clone_into(&mut section);
        }
        let declared = ["pub mod ", "pub(crate) mod ", "mod "].iter().find_map(|start| text.strip_prefix(start));
        if let Some(rest) = declared.filter(|rest| rest.contains(';')) {
            map.insert(word(rest).to_owned(), Place { line, section: section.clone() });
        }
    }
    map
}

/// The room that a file of the core belongs to.
pub fn room_of(path: &str) -> Option<&str> {
    let name = path.strip_prefix(CORE)?.split('/').next()?;
    let name = name.strip_suffix(".rs").unwrap_or(name);
    (name != "lib").then_some(name)
}

/// The rooms that a Rust text names as `crate::room` or `use crate::{room, …}`.
fn used_rooms(text: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (at, found) in text.match_indices("crate::") {
        let rest = &text[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => used.extend(first_words(group)),
            None => used.push(word(rest).to_owned()),
        }
    }
    used
}

/// The first word of each entry of a use group, up to its closing brace.
fn first_words(group: &str) -> Vec<String> {
    let (mut depth, mut entry_starts, mut words) = (1_u32, true, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => entry_starts = true,
            letter if entry_starts && !letter.is_whitespace() => {
                words.push(word(&group[at..]).to_owned());
                entry_starts = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    words
}

/// Whether what stands at one place may use what stands at the other.
fn may_use(own: &Place, used: &Place) -> bool {
    let together = own.section == used.section && KNOW_EACH_OTHER.contains(&own.section.as_str());
    together || used.line <= own.line
}

/// Complaints about rooms that use a room below them.
fn upward_arrows(lib: &str, files: &[Source]) -> Vec<String> {
    let map = map_of(lib);
    let mut complaints = Vec::new();
    for file in files {
        let Some(room) = room_of(&file.path) else { continue };
        let Some(own) = map.get(room) else {
            complaints.push(format!("{}: the room `{room}` is not on the map of lib.rs", file.path));
            continue;
        };
        for used in used_rooms(&without_comments(&file.text)) {
            let known = LOOKS_DOWN.iter().any(|(one, other, _)| *one == room && *other == used);
            if !known && map.get(&used).is_some_and(|place| !may_use(own, place)) {
                complaints.push(format!("{}: `{room}` uses `{used}`, which stands below it in lib.rs", file.path));
            }
        }
    }
    complaints.sort();
    complaints.dedup();
    complaints
}

fn lib() -> String {
    sources().into_iter().find(|source| source.path == "src-tauri/core/src/lib.rs").expect("the map of the core").text
}

#[test]
fn a_room_uses_only_the_rooms_above_it() {
    expect_none(&upward_arrows(&lib(), &shipped_rust()));
}

#[test]
fn the_map_has_words_a_spine_rooms_and_a_door() {
    let map = map_of(&lib());
    for (room, section) in [("vietnamese", "words"), ("journal", "spine"), ("members", "rooms"), ("door", "door")] {
        assert!(
            map.get(room).is_some_and(|place| place.section == section),
            "`{room}` stands under `{section}`: {map:?}"
        );
    }
}

#[test]
fn a_room_that_looks_down_is_found_out() {
    let lib = "// spine\npub mod settings;\npub mod tray;\n// rooms\npub mod units;\npub mod members;\n";
    let looks_down = |text: &str| upward_arrows(lib, &[Source::new("src-tauri/core/src/units/mod.rs", text)]);
    expect_one(&looks_down("use crate::members::Member;"), "`members`");
    expect_one(&looks_down("use crate::{settings, members::{Member, Draft}};"), "`members`");
    expect_one(&looks_down("fn f() { crate::members::all() }"), "`members`");
    assert!(looks_down("use crate::settings; // crate::members").is_empty());
    assert!(upward_arrows(lib, &[Source::new("src-tauri/core/src/settings.rs", "use crate::tray;")]).is_empty());
    expect_one(&upward_arrows(lib, &[Source::new("src-tauri/core/src/tray.rs", "use crate::units;")]), "`units`");
}
