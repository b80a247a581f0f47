//! Arrows point one way: a room uses only what stands above it in `lib.rs`, and the map of `lib.rs` is in that order.

use std::collections::BTreeMap;

use crate::tree::{Source, expect_none, expect_one, shipped_rust, sources, without_comments, word};

const CORE: &str = "src-tauri/core/src/";
/// Up to this module the spine stands: its parts know each other. From here on the order of the map counts.
const SPINE_ENDS_WITH: &str = "settings";

/// The modules of `lib.rs` with their place in the map.
pub fn map_of(lib: &str) -> BTreeMap<String, usize> {
    let declared = lib.lines().filter_map(|line| {
        let line = line.trim_start();
        let rest = line
            .strip_prefix("pub mod ")
            .or_else(|| line.strip_prefix("mod "))
            .or_else(|| line.strip_prefix("pub(crate) mod "))?;
        rest.contains(';').then(|| word(rest).to_owned())
    });
    declared.enumerate().map(|(place, name)| (name, place)).collect()
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

/// Complaints about rooms that use a room below them.
fn upward_arrows(lib: &str, files: &[Source]) -> Vec<String> {
    let map = map_of(lib);
    let spine = map.get(SPINE_ENDS_WITH).copied();
    let mut complaints = Vec::new();
    for file in files {
        let Some(room) = room_of(&file.path) else { continue };
        let Some(&own) = map.get(room) else {
            complaints.push(format!("{}: the room `{room}` is not on the map of lib.rs", file.path));
            continue;
        };
        for used in used_rooms(&without_comments(&file.text)) {
            let both_spine = |place: usize| spine.is_some_and(|end| own <= end && place <= end);
            if map.get(&used).is_some_and(|&place| place > own && !both_spine(place)) {
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
fn the_map_has_rooms_and_a_spine() {
    let map = map_of(&lib());
    assert!(map.contains_key(SPINE_ENDS_WITH), "`{SPINE_ENDS_WITH}` ends the spine: {map:?}");
    assert!(map.contains_key("members") && map.contains_key("door"), "{map:?}");
}

#[test]
fn a_room_that_looks_down_is_found_out() {
    let lib = "pub mod settings;\npub mod units;\npub mod members;\n";
    let looks_down = |text: &str| upward_arrows(lib, &[Source::new("src-tauri/core/src/units/mod.rs", text)]);
    expect_one(&looks_down("use crate::members::Member;"), "`members`");
    expect_one(&looks_down("use crate::{settings, members::{Member, Draft}};"), "`members`");
    expect_one(&looks_down("fn f() { crate::members::all() }"), "`members`");
    assert!(looks_down("use crate::settings; // crate::members").is_empty());
}
