//! A register of 250,000 members: how fast a name is found and a cell is saved, through the door as the page does it,
//! against bare SQL on the very same file.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use office::{
    clock::ComputerClock,
    door::{self, Answer},
    file,
    home::{Home, Which},
    host::HostDraft,
    id::MemberId,
    journal::What,
    members::{self, MemberDraft},
    office::REGISTER,
    units::UnitId,
    vietnamese::fold,
};
use rusqlite::{Connection, params};
use serde_json::{Value, json};

use crate::Outcome;

const FILL: What = What::new("bench.fill", "Nạp dữ liệu đo");
const FAMILY: [&str; 14] =
    ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
const MIDDLE: [&str; 13] =
    ["Thị", "Văn", "Thị Thu", "Đức", "Hữu", "Thị Ngọc", "Minh", "Quang", "Thị Kim", "Xuân", "Thanh", "Bảo", "Thị Bích"];
const GIVEN: [&str; 29] = [
    "Anh",
    "Bình",
    "Chi",
    "Cường",
    "Dung",
    "Dũng",
    "Dương",
    "Đạt",
    "Giang",
    "Hà",
    "Hạnh",
    "Hiếu",
    "Hường",
    "Hương",
    "Khánh",
    "Lan",
    "Linh",
    "Long",
    "Mai",
    "Nga",
    "Nguyệt",
    "Phượng",
    "Quỳnh",
    "Sơn",
    "Thắng",
    "Trang",
    "Tuấn",
    "Vinh",
    "Yến",
];
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

/// The word of this list that a number stands for; different lists go round at different speeds.
fn pick<const N: usize>(words: [&'static str; N], number: usize, stride: usize) -> &'static str {
    words.get(number.wrapping_mul(stride).wrapping_add(number / 97) % N).copied().unwrap_or_default()
}

fn person(number: usize) -> Outcome<MemberDraft> {
    let name = format!("{} {} {}", pick(FAMILY, number, 5), pick(MIDDLE, number / 3, 7), pick(GIVEN, number, 11));
    Ok(serde_json::from_value(json!({
        "full_name": name,
        "gender": if name.contains(" Thị") { "nu" } else { "nam" },
        "birth": null,
        "citizen_id": format!("0360{:08}", number * 7919 % 100_000_000),
        "phone": format!("09{:08}", number * 104_729 % 100_000_000),
        "position": "Công nhân may",
    }))?)
}

fn founded(folder: &Path, profile: &Path) -> Outcome<Home> {
    let mut home = Home::new(folder.to_path_buf(), Arc::new(ComputerClock), None);
    let host: HostDraft = serde_json::from_slice(&std::fs::read(profile)?)?;
    home.found(Which::Office, host, "Đo tốc độ", None)?;
    Ok(home)
}

fn ask(home: &mut Home, command: &str, arguments: Value) -> Outcome<Value> {
    match door::call(home, command, arguments) {
        Ok(Answer::Json(text)) => Ok(serde_json::from_str(&text)?),
        Ok(Answer::Paper(paper)) => Err(paper.file_name.into()),
        Err(failure) => Err(format!("{command}: {failure:?}").into()),
    }
}

fn fill(home: &mut Home, people: usize) -> Outcome {
    let unit = json!({
        "code": "VT01", "name": "CĐCS Công ty TNHH May Seo Woo Hoài Giang", "level": "grassroots_union", "kind": "dn_fdi",
        "sector": "foreign", "calendar": "year"
    });
    let unit = ask(home, "units.establish", json!({ "draft": unit }))?;
    let unit = UnitId(unit.get("value").and_then(Value::as_i64).ok_or("the unit's id")?);
    let drafts = (0..people).map(person).collect::<Outcome<Vec<_>>>()?;
    home.office()?.act(FILL, |pen| {
        for draft in &drafts {
            members::insert(pen, draft, unit, None)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// A second look at the same file, past the core.
fn bare(home: &mut Home) -> Outcome<Connection> {
    let path = home.folder_of(Which::Office).join(REGISTER);
    Ok(file::open(&path, home.session()?.key())?)
}

fn milliseconds(time: Duration) -> String {
    format!("{}.{:03}", time.as_millis(), time.subsec_micros() % 1000)
}

/// The time below which so many of a hundred lie.
fn percentile(times: &mut [Duration], hundredth: usize) -> Duration {
    times.sort_unstable();
    times.get((times.len() * hundredth / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn timed<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let began = Instant::now();
    let done = work()?;
    times.push(began.elapsed());
    Ok(done)
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
    for turn in 0..SAVES {
        let id = MemberId(i64::try_from(turn * 1_009 % people + 1)?);
        let phone = format!("08{:08}", turn * 31);
        let cell = json!({ "cells": [{ "id": id, "field": "phone", "text": phone }] });
        timed(&mut ours, || ask(home, "members.edit", cell))?;
        let phone = format!("07{:08}", turn * 31);
        timed(&mut theirs, || Ok(db.execute("update member set phone = ?1 where id = ?2", params![phone, id])?))?;
    }
    Ok(json!({ "ours": milliseconds(percentile(&mut ours, 50)), "bare": milliseconds(percentile(&mut theirs, 50)) }))
}

/// Fills a register in the folder, measures, and prints what it saw as JSON.
pub fn measure(people: usize, folder: &Path, profile: &Path) -> Outcome {
    let mut home = founded(folder, profile)?;
    fill(&mut home, people)?;
    let db = bare(&mut home)?;
    let seen = json!({ "search": search(&mut home, &db)?, "save": save(&mut home, &db, people)? });
    drop(db);
    println!("{seen}");
    Ok(home.close_as_is()?)
}
