//! The page: who imports whom, one way out, no styles that the page's own policy would refuse.

use crate::tree::{Source, expect_none, expect_one, sources};

fn page() -> Vec<Source> {
    let found: Vec<Source> = sources()
        .into_iter()
        .filter(|file| file.path.starts_with("ui/src/") && file.ends_with(&[".ts", ".svelte"]) && !file.is_generated())
        .collect();
    assert!(found.len() > 20, "the page's sources are there");
    found
}

/// What a file imports, as written: `from '…'`, `import '…'`, `import('…')`.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for opening in ["from '", "from \"", "import '", "import \"", "import('", "import(\""] {
        let quote = if opening.ends_with('\'') { '\'' } else { '"' };
        for (at, _) in text.match_indices(opening) {
            let rest = &text[at + opening.len()..];
            found.push(rest.split(quote).next().unwrap_or_default().to_owned());
        }
    }
    found
}

/// An import as a path below `ui/src`, or as the name of a package.
fn resolved(file: &str, import: &str) -> String {
    if !import.starts_with('.') {
        return import.trim_start_matches("$src/").to_owned();
    }
    let mut parts: Vec<&str> = file.trim_start_matches("ui/src/").split('/').collect();
    parts.pop();
    for step in import.split('/') {
        match step {
            "." => {}
            ".." => drop(parts.pop()),
            step => parts.push(step),
        }
    }
    parts.join("/")
}

/// Complaints about imports that cross a wall.
fn crossings(files: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files {
        let room = file.path.strip_prefix("ui/src/rooms/").and_then(|rest| rest.split_once('/')).map(|(room, _)| room);
        for import in imports(&file.text) {
            let target = resolved(&file.path, &import);
            if target.starts_with("bits-ui") && !file.path.starts_with("ui/src/kit/") {
                complaints.push(format!("{}: bits-ui outside the kit", file.path));
            }
            if target.starts_with("@tauri-apps") && file.path != "ui/src/door.ts" {
                complaints.push(format!("{}: Tauri outside door.ts", file.path));
            }
            if file.path.starts_with("ui/src/kit/") && (target.starts_with("rooms/") || target.starts_with("shell/")) {
                complaints.push(format!("{}: the kit knows `{target}`", file.path));
            }
            let allowed = |room: &str| {
                !import.starts_with('.')
                    || ["kit/", "words/", "door"].iter().any(|wall| target.starts_with(wall))
                    || target.starts_with(&format!("rooms/{room}/"))
            };
            if room.is_some_and(|room| !allowed(room)) {
                complaints.push(format!("{}: a room imports `{target}`", file.path));
            }
        }
    }
    complaints
}

/// Complaints about other ways out of the page than `door.ts`.
fn side_doors(files: &[Source]) -> Vec<String> {
    const WAYS: &[&str] = &[
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "__TAURI",
        "localStorage.getItem('token",
    ];
    let mut complaints = Vec::new();
    for file in files.iter().filter(|file| file.path != "ui/src/door.ts") {
        for way in WAYS.iter().filter(|way| calls(&file.text, way)) {
            complaints.push(format!("{}: `{way}` outside door.ts", file.path));
        }
    }
    complaints
}

/// Whether a text uses a name, and not merely a longer one that ends with it.
fn calls(text: &str, name: &str) -> bool {
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
}

/// Complaints about style attributes: the page's policy refuses them (`style:name={…}` goes through the element and is fine).
fn inline_styles(files: &[Source]) -> Vec<String> {
    files
        .iter()
        .filter(|file| {
            file.path.ends_with(".svelte")
                && [" style=\"", " style='", " style={", "\nstyle="].iter().any(|mark| file.text.contains(mark))
        })
        .map(|file| format!("{}: an inline style attribute", file.path))
        .collect()
}

#[test]
fn the_pages_walls_hold() {
    expect_none(&crossings(&page()));
}

#[test]
fn the_page_has_one_way_out() {
    expect_none(&side_doors(&page()));
}

#[test]
fn no_style_stands_in_an_attribute() {
    expect_none(&inline_styles(&page()));
}

#[test]
fn broken_walls_are_found_out() {
    let room = |text: &str| Source::new("ui/src/rooms/members/List.svelte", text);
    expect_one(&crossings(&[room("import { Dialog } from 'bits-ui';")]), "bits-ui");
    expect_one(&crossings(&[room("import { invoke } from '@tauri-apps/api/core';")]), "Tauri");
    expect_one(&crossings(&[room("import Tree from '../units/Tree.svelte';")]), "rooms/units");
    expect_one(&crossings(&[room("import { go } from '../../shell/route';")]), "shell/route");
    expect_one(&crossings(&[Source::new("ui/src/kit/Menu.svelte", "import x from '../rooms/units/x';")]), "the kit");
    assert!(crossings(&[room("import { call } from '../../door';\nimport Card from './Card.svelte';")]).is_empty());
    expect_one(&side_doors(&[room("const answer = await fetch('/x');")]), "fetch(");
    assert!(side_doors(&[room("await prefetch('/x');")]).is_empty());
    expect_one(&inline_styles(&[room("<p style=\"color: red\">x</p>")]), "inline");
    assert!(inline_styles(&[room("<p style:width={width}>x</p>")]).is_empty());
}
