//! A register of 250,000 members: how fast a name is found and a cell is saved, through the door as the page does it,
//! against bare SQL on the very same file.

use std::{path::Path, time::Duration};

use office::{
    file,
    home::{Home, Which},
    id::MemberId,
    office::REGISTER,
    vietnamese::fold,
};
use rusqlite::{Connection, params};
use serde_json::{Value, json};

use crate::{
    Outcome,
    district::{ask, establish, fill, founded, milliseconds, percentile, timed},
};

/// What a clerk types, without marks: beginnings of names, three letters and more.
const ASKED: [&str; 30] = [
    "huong",
    "quynh",
    "nguyen thi h",
    "tran van",
    "yen",
    "phuong",
    "le thi thu h",
    "dang minh",
    "vinh",
    "thi kim la",
    "duong",
    "hanh",
    "ngo xuan",
    "nguyet",
    "pham duc t",
    "tha",
    "huynh bao",
    "linh",
    "bui thi bich n",
    "son",
    "tuan",
    "hoang van d",
    "chi",
    "vo quang",
    "trang",
    "phan thanh",
    "long",
    "giang",
    "khanh",
    "do huu c",
];
const PAGE: u32 = 200;
const SAVES: usize = 200;
/// Saves in a row by one program: a file that the other has just written must be read again first, which nobody's day knows.
const IN_A_ROW: usize = 50;

/// A second look at the same file, past the core.
fn bare(home: &mut Home) -> Outcome<Connection> {
    let path = home.folder_of(Which::Office).join(REGISTER);
    Ok(file::open(&path, home.session()?.key())?)
}

/// The first page of names with these letters anywhere, in the same order as ours.
fn like(db: &Connection, text: &str) -> Outcome<usize> {
    let mut statement = db.prepare_cached(
        "select id, full_name, birth, position, citizen_id from member where search like ?1 order by +sort_key limit ?2",
    )?;
    let rows = statement.query_map(params![format!("%{}%", fold(text)), PAGE], |row| row.get::<_, i64>(0))?;
    Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?.len())
}

fn search(home: &mut Home, db: &Connection) -> Outcome<Value> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    like(db, "khong ai")?; // both have read the file once before the clock runs
    ask(home, "members.page", json!({ "query": { "text": "khong ai" }, "offset": 0, "limit": PAGE }))?;
    for text in ASKED {
        let query = json!({ "query": { "text": text }, "offset": 0, "limit": PAGE });
        let page = timed(&mut ours, || ask(home, "members.page", query))?;
        let found = timed(&mut theirs, || like(db, text))?;
        let rows = page.get("rows").and_then(Value::as_array).map_or(0, Vec::len);
        if (rows == 0) != (found == 0) {
            return Err(format!("{text}: ours found {rows} and the other {found}").into());
        }
    }
    let sums: [Duration; 2] = [ours.iter().sum(), theirs.iter().sum()];
    Ok(json!({
        "ours": milliseconds(sums[0]), "like": milliseconds(sums[1]),
        "ours_p95": milliseconds(percentile(&mut ours, 95)), "like_p95": milliseconds(percentile(&mut theirs, 95)),
    }))
}

fn save(home: &mut Home, db: &Connection, people: usize) -> Outcome<Value> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let whose = |turn: usize| -> Outcome<MemberId> { Ok(MemberId(i64::try_from(turn * 1_009 % people + 1)?)) };
    for first in (0..SAVES).step_by(IN_A_ROW) {
        for turn in first..first + IN_A_ROW {
            let cell = json!({ "cells": [{ "id": whose(turn)?, "field": "position", "text": format!("Tổ trưởng tổ {turn}") }] });
            timed(&mut ours, || ask(home, "members.edit", cell))?;
        }
        for turn in first..first + IN_A_ROW {
            let (post, id) = (format!("Tổ phó tổ {turn}"), whose(turn)?);
            timed(&mut theirs, || Ok(db.execute("update member set position = ?1 where id = ?2", params![post, id])?))?;
        }
    }
    Ok(json!({ "ours": milliseconds(percentile(&mut ours, 50)), "bare": milliseconds(percentile(&mut theirs, 50)) }))
}

/// Fills a register in the folder, measures, and prints what it saw as JSON.
pub fn measure(people: usize, folder: &Path, profile: &Path) -> Outcome {
    let mut home = founded(folder, profile)?;
    let units = establish(&mut home, 1, [2025, 2026])?;
    fill(&mut home, people, &units)?;
    let db = bare(&mut home)?;
    let seen = json!({ "search": search(&mut home, &db)?, "save": save(&mut home, &db, people)? });
    drop(db);
    println!("{seen}");
    Ok(home.close_as_is()?)
}
