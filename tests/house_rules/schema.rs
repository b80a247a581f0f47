//! Tables: each has one owner, who alone writes it; each is `strict`; SQL never carries data inside its text.

use std::collections::BTreeMap;

use crate::{
    rooms::room_of,
    tree::{Source, expect_none, expect_one, shipped_rust, sources, without_comments, word},
};

/// Files that build SQL out of names from the schema or from a closed set of columns, never out of data.
const BUILDS_SQL: &[(&str, &str)] = &[
    ("src-tauri/core/src/backup/facts.rs", "counts the rows of every table, by names from the schema"),
    ("src-tauri/core/src/file.rs", "SQLCipher takes its key only as the text of a pragma"),
    (
        "src-tauri/core/src/journal/images.rs",
        "makes triggers for every table and writes rows back, by names from the schema",
    ),
    ("src-tauri/core/src/journal/layout.rs", "asks for images and for what refers to a row, by names from the schema"),
    ("src-tauri/core/src/keys.rs", "compares and writes keys, by names of tables and columns from the schema"),
    ("src-tauri/core/src/members/store.rs", "writes only the columns that differ, by names of its own"),
];

/// Tables that another room than the owner may write, with the reason.
const GUESTS: &[(&str, &str, &str)] = &[];

fn steps() -> Vec<Source> {
    let found: Vec<Source> = sources()
        .into_iter()
        .filter(|file| file.path.starts_with("src-tauri/core/schema/") && file.path.ends_with(".sql"))
        .collect();
    assert!(!found.is_empty(), "the schema steps are there");
    found
}

/// Who owns each table: the nearest `Tables of the room members:` or `(owner: settings)` above its `create table`.
fn owners(steps: &[Source]) -> BTreeMap<String, String> {
    let mut owners = BTreeMap::new();
    for step in steps {
        let mut owner = String::new();
        for line in step.text.lines() {
            let named = ["Tables of the room ", "(owner: "].iter().find_map(|mark| line.split_once(mark));
            if let Some((_, rest)) = named.filter(|_| line.starts_with("--")) {
                word(rest).clone_into(&mut owner);
            }
            if let Some(table) = created(line) {
                owners.insert(table.to_owned(), owner.clone());
            }
        }
    }
    owners
}

/// The table that a line creates.
fn created(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("create table ").or_else(|| line.strip_prefix("create virtual table "))?;
    Some(word(rest.strip_prefix("if not exists ").unwrap_or(rest).trim_start_matches('"')))
}

/// The tables that a text writes: `insert into`, `update`, `delete from`.
fn written(text: &str) -> Vec<String> {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut tables = Vec::new();
    for verb in ["insert into ", "insert or ignore into ", "update ", "delete from "] {
        for (at, _) in flat.match_indices(verb) {
            let rest = flat[at + verb.len()..].trim_start_matches("or ignore ").trim_start_matches('"');
            tables.push(word(rest).to_owned());
        }
    }
    tables
}

/// Complaints about rooms that write another room's table.
fn foreign_writes(owners: &BTreeMap<String, String>, files: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files {
        let Some(room) = room_of(&file.path) else { continue };
        for table in written(&without_comments(&file.text)) {
            let guest = GUESTS.iter().any(|(who, what, _)| *who == room && *what == table);
            if owners.get(&table).is_some_and(|owner| owner != room) && !guest {
                complaints
                    .push(format!("{}: `{room}` writes `{table}`, which belongs to `{}`", file.path, owners[&table]));
            }
        }
    }
    complaints.sort();
    complaints.dedup();
    complaints
}

/// Complaints about tables without `strict` or without an owner that is a room.
fn loose_tables(steps: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for step in steps {
        for statement in step.text.split("\ncreate table ").skip(1) {
            let end = statement.find(";\n").unwrap_or(statement.len());
            if !statement[..end].trim_end().ends_with("strict") {
                complaints.push(format!("{}: the table `{}` is not strict", step.path, word(statement)));
            }
        }
    }
    complaints
}

/// Complaints about keys for sorting, searching and comparing that no view can make anew.
fn lost_keys(steps: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for statement in steps.iter().flat_map(|step| step.text.split("\ncreate table ").skip(1)) {
        let table = word(statement);
        let body = &statement[..statement.find(";\n").unwrap_or(statement.len())];
        let view = format!("create view {table}_keys as");
        let made = steps.iter().find_map(|step| step.text.split_once(&view)).map_or("", |(_, rest)| rest);
        let made = &made[..made.find(';').unwrap_or(made.len())];
        for key in ["sort_key", "same_key", "search"] {
            let stored = body.lines().any(|line| line.trim_start().starts_with(&format!("{key} ")));
            if stored && !made.contains(&format!(" as {key}")) {
                complaints.push(format!("`{table}.{key}` is not made by a view `{table}_keys`"));
            }
        }
    }
    complaints
}

/// Complaints about tables whose rows belong to a period and can be written after it was closed.
fn unguarded(steps: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    let triggers: Vec<&str> = steps.iter().flat_map(|step| step.text.split("create trigger ").skip(1)).collect();
    for statement in steps.iter().flat_map(|step| step.text.split("\ncreate table ").skip(1)) {
        let table = word(statement);
        let body = &statement[..statement.find(";\n").unwrap_or(statement.len())];
        if table == "period" || !body.contains("references period (id)") {
            continue;
        }
        for verb in ["insert", "update", "delete"] {
            let guards = |trigger: &&str| {
                let head = trigger.split("\nbegin").next().unwrap_or_default();
                head.contains(&format!("before {verb} on {table}\n"))
                    || verb == "update" && head.contains("before update of ") && head.contains(&format!("on {table} "))
            };
            if !triggers.iter().any(|trigger| guards(trigger) && trigger.contains("closed")) {
                complaints.push(format!("`{table}` can be written by {verb} in a closed period"));
            }
        }
    }
    complaints
}

/// Complaints about `insert or replace`, which skips the journal's delete trigger.
fn replacing(files: &[Source]) -> Vec<String> {
    let says = |text: &str| {
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        flat.contains("insert or replace") || flat.contains("replace into") || flat.contains("update or replace")
    };
    files
        .iter()
        .filter(|file| says(&without_comments(&file.text)))
        .map(|file| format!("{}: replaces a row behind the journal's back", file.path))
        .collect()
}

/// Whether a literal begins as SQL and takes in something other than a constant (`{COLUMNS}`).
fn makes_sql(literal: &str) -> bool {
    let start = literal.to_lowercase();
    let is_sql =
        ["select ", "insert into ", "delete from ", "with ", "pragma "].iter().any(|verb| start.starts_with(verb))
            || start.starts_with("update ") && start.contains(" set ");
    let taken_in = literal.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default());
    is_sql
        && taken_in
            .into_iter()
            .any(|name| name.is_empty() || name.contains(|letter: char| letter != '_' && !letter.is_ascii_uppercase()))
}

/// Complaints about `format!` that makes SQL, outside the files that are listed with a reason.
fn formatted_sql(files: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in files.iter().filter(|file| !BUILDS_SQL.iter().any(|(path, _)| file.path == *path)) {
        let text = without_comments(&file.text);
        for (at, found) in text.match_indices("format!(") {
            let opened = text[at + found.len()..].trim_start().trim_start_matches(['r', '#']);
            let literal = opened.strip_prefix('"').unwrap_or_default().replace("\\\"", "'");
            if makes_sql(literal.split('"').next().unwrap_or_default().trim_start()) {
                complaints.push(format!("{}:{}: SQL made by format!", file.path, text[..at].lines().count()));
            }
        }
    }
    complaints
}

#[test]
fn only_the_owner_of_a_table_writes_it() {
    let owners = owners(&steps());
    assert!(owners.len() > 20, "the tables of the rooms are known: {owners:?}");
    expect_none(&foreign_writes(&owners, &shipped_rust()));
    let scripts: Vec<Source> = sources()
        .into_iter()
        .filter(|file| file.path.starts_with("src-tauri/core/src/") && file.path.ends_with(".sql"))
        .collect();
    expect_none(&foreign_writes(&owners, &scripts));
}

#[test]
fn every_table_has_an_owner_among_the_rooms() {
    let lib = sources().into_iter().find(|file| file.path == "src-tauri/core/src/lib.rs").expect("the map of the core");
    let map = crate::rooms::map_of(&lib.text);
    let homeless: Vec<String> = owners(&steps())
        .into_iter()
        .filter(|(_, owner)| !map.contains_key(owner))
        .map(|(table, owner)| format!("the table `{table}` is said to belong to `{owner}`, which is no room"))
        .collect();
    expect_none(&homeless);
}

#[test]
fn every_table_is_strict() {
    expect_none(&loose_tables(&steps()));
}

#[test]
fn whatever_belongs_to_a_period_is_guarded_once_that_is_closed() {
    expect_none(&unguarded(&steps()));
}

#[test]
fn every_key_can_be_made_anew() {
    expect_none(&lost_keys(&steps()));
}

#[test]
fn no_row_is_replaced_behind_the_journals_back() {
    expect_none(&replacing(&shipped_rust()));
}

#[test]
fn data_never_stands_inside_the_text_of_sql() {
    expect_none(&formatted_sql(&shipped_rust()));
    for (path, reason) in BUILDS_SQL {
        assert!(crate::tree::top().join(path).exists(), "{path} ({reason}) is gone: take it off the list");
    }
}

#[test]
fn bad_tables_and_bad_sql_are_found_out() {
    let step = Source::new(
        "src-tauri/core/schema/0002.sql",
        "-- (owner: members)\ncreate table member (\n  id integer\n) strict;\n",
    );
    let owners = owners(&[step]);
    let units = |text: &str| Source::new("src-tauri/core/src/units/store.rs", text);
    expect_one(&foreign_writes(&owners, &[units("pen.execute(\"update member\n set name = ?1\")")]), "`member`");
    expect_one(&foreign_writes(&owners, &[units("\"insert into member (id) values (?1)\"")]), "`member`");
    expect_one(&foreign_writes(&owners, &[units("\"delete from member where id = ?1\"")]), "`member`");
    assert!(foreign_writes(&owners, &[units("\"select id from member\"")]).is_empty());
    let owner = Source::new("src-tauri/core/src/members/store.rs", "\"insert into member (id) values (?1)\"");
    assert!(foreign_writes(&owners, &[owner]).is_empty());
    expect_one(
        &loose_tables(&[Source::new("0002.sql", "-- x\ncreate table member (\n  id integer\n);\n")]),
        "`member`",
    );
    let of_a_period = |verbs: &[&str]| {
        let table = "-- x\ncreate table work (\n  period integer references period (id)\n) strict;\n".to_owned();
        let guard =
            |verb: &&str| format!("create trigger a before {verb} on work\nwhen closed = 1\nbegin select 1; end;\n");
        unguarded(&[Source::new("0002.sql", &(table + &verbs.iter().map(guard).collect::<String>()))])
    };
    expect_one(&of_a_period(&["insert", "update"]), "by delete");
    assert!(of_a_period(&["insert", "update", "delete"]).is_empty());
    let keyed = |view: &str| {
        let table = "-- x\ncreate table work (\n  id integer,\n  search   text not null\n) strict;\n";
        lost_keys(&[Source::new("0002.sql", &format!("{table}{view}"))])
    };
    expect_one(&keyed(""), "`work.search`");
    expect_one(&keyed("create view work_keys as select id, fold(title) as sort_key from work;\n"), "`work.search`");
    assert!(keyed("create view work_keys as select id, fold(title) as search from work;\n").is_empty());
    expect_one(&replacing(&[units("\"insert or replace\n into member\"")]), "journal");
    expect_one(&formatted_sql(&[units("let sql = format!(\"select id from member where name = '{name}'\");")]), "SQL");
    expect_one(
        &formatted_sql(&[units("let sql = format!(\n    \"update \\\"unit\\\" set name = {} where id = ?1\", name);")]),
        "SQL",
    );
    assert!(formatted_sql(&[units("let sql = format!(\"select {COLUMNS} from unit where id = ?1\");")]).is_empty());
    assert!(formatted_sql(&[units("let text = format!(\"Đã chọn {n} đoàn viên.\");")]).is_empty());
}
