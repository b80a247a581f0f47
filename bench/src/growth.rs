//! How the screens and the acts of the year behave while the office grows: the same questions, asked of offices of several sizes.

use std::path::Path;

use chrono::Datelike;
use office::{
    home::Home,
    id::MemberId,
    initiatives,
    journal::What,
    pledges::{self, PledgeRegister, Pledger},
    units::UnitId,
};
use serde_json::{Value, json};

use crate::{
    Outcome,
    district::{ask, establish, fill, founded, milliseconds, percentile, timed},
};

const FILL: What = What::new("bench.fill", "Nạp dữ liệu đo");
const TIMES: usize = 9;
const PAGE: u32 = 200;
/// Pledges and initiatives of each unit in the year.
const OF_A_UNIT: usize = 6;

/// What the clerk opens first in each room.
fn screens(year: i32) -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("Tổng quan", "overview.figures", json!({ "year": year })),
        ("Năm thi đua", "years.calendar", json!({ "year": year })),
        ("việc 30 ngày tới", "years.due", json!({ "days": 30 })),
        ("Đơn vị", "units.list", json!({})),
        ("Đoàn viên", "members.page", json!({ "query": {}, "offset": 0, "limit": PAGE })),
        ("Quyết định", "decisions.register", json!({ "year": year })),
        ("Cam kết", "pledges.page", json!({ "query": { "year": year }, "offset": 0, "limit": PAGE })),
        ("Sáng kiến", "initiatives.page", json!({ "query": { "year": year }, "offset": 0, "limit": PAGE })),
        ("Khối thi đua & chấm điểm", "scores.blocs", json!({ "year": year })),
        ("Chỉ tiêu", "targets.page", json!({ "year": year })),
        ("Văn bản", "documents.register", json!({})),
    ]
}

fn at<'a>(value: &'a Value, path: &str) -> Outcome<&'a Value> {
    value.pointer(path).ok_or_else(|| format!("nothing at {path}").into())
}

/// Pledges and initiatives of every unit, by its first members.
fn year_of_work(home: &mut Home, units: &[UnitId], year: i32) -> Outcome {
    let pledge = json!({ "content": { "duty": "Không để trễ hạn hồ sơ nào trong năm.", "following": "Mỗi tuần đọc một mẩu chuyện về Bác." } });
    for (number, unit) in units.iter().enumerate() {
        for turn in 0..OF_A_UNIT {
            let member = MemberId(i64::try_from(number + turn * units.len() + 1)?);
            let wish =
                PledgeRegister { of: Pledger::Member(member), year, draft: serde_json::from_value(pledge.clone())? };
            pledges::register(home.office()?, wish)?;
        }
        let drafts = (0..OF_A_UNIT)
            .map(|turn| initiative(*unit, year, number * OF_A_UNIT + turn))
            .collect::<Outcome<Vec<_>>>()?;
        home.office()?.act(FILL, |pen| {
            for draft in &drafts {
                initiatives::insert(pen, draft)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn initiative(unit: UnitId, year: i32, number: usize) -> Outcome<initiatives::InitiativeDraft> {
    Ok(serde_json::from_value(json!({
        "year": year, "code": "", "title": format!("Cải tiến gá kẹp chuyền may số {number}"), "unit": unit,
        "authors": [{ "name": format!("Nguyễn Văn {number}"), "member": null, "gender": null, "birth": null, "share": 100 }],
        "field": "", "kind": null, "scope": null, "first_applied": null, "place": "", "recognition": null, "recognition_number": "",
        "recognised_on": null, "recognised_by": "", "benefit": 0, "benefit_basis": "", "effect": "", "programme": null,
        "portal_on": null, "portal_code": "", "secret": false, "note": "",
    }))?)
}

/// The score table of the year, from the first model, and one whole bloc scored by it.
fn scored(home: &mut Home, year: i32) -> Outcome<(Value, Value)> {
    let page = ask(home, "scores.tables", json!({ "year": year }))?;
    let kinds: Vec<&Value> =
        at(&page, "/unit_kinds")?.as_array().into_iter().flatten().filter_map(|kind| kind.get("code")).collect();
    ask(
        home,
        "scores.copy_table",
        json!({ "id": at(&page, "/models/0/id")?, "period": at(&page, "/periods/0/id")?, "kinds": kinds }),
    )?;
    let bloc = ask(home, "scores.blocs", json!({ "year": year }))?;
    let bloc = at(&bloc, "/0/bloc")?.clone();
    let book = ask(home, "scores.book", json!({ "bloc": bloc, "year": year }))?;
    let scorer = at(&book, "/tables/0/decides")?.clone();
    let mut cells = Vec::new();
    for group in at(&book, "/tables/0/groups")?
        .as_array()
        .into_iter()
        .flatten()
        .filter(|group| group.get("kind") == Some(&json!("scored")))
    {
        for criterion in at(group, "/criteria")?.as_array().into_iter().flatten() {
            for line in at(&book, "/lines")?.as_array().into_iter().flatten() {
                cells.push(json!({ "unit": at(line, "/unit")?, "criterion": at(criterion, "/id")?, "scorer": scorer, "text": "1" }));
            }
        }
    }
    let first = cells.first().cloned().ok_or("the table has no criterion")?;
    ask(home, "scores.edit", json!({ "bloc": bloc, "year": year, "cells": cells }))?;
    Ok((bloc, first))
}

/// Fills an office, asks it, and prints the median of each question in milliseconds as JSON.
pub fn measure(units: usize, people: usize, folder: &Path, profile: &Path) -> Outcome {
    let mut home = founded(folder, profile)?;
    let year = home.office()?.today().year();
    let units = establish(&mut home, units, [year - 1, year])?;
    fill(&mut home, people, &units)?;
    ask(&mut home, "years.open", json!({ "year": year, "heads": false, "shortcomings": false, "targets": false }))?;
    year_of_work(&mut home, &units, year)?;
    let (bloc, cell) = scored(&mut home, year)?;

    let mut seen = Vec::new();
    let mut keep = |name: &str, times: &mut Vec<_>| seen.push(json!([name, milliseconds(percentile(times, 50))]));
    for (name, command, arguments) in screens(year) {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            timed(&mut times, || ask(&mut home, command, arguments.clone()))?;
        }
        keep(name, &mut times);
    }
    let (mut saves, mut ranks, mut openings) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..TIMES {
        let mut cell = cell.clone();
        if let Some(text) = cell.get_mut("text") {
            *text = json!(if turn % 2 == 0 { "0,5" } else { "1" });
        }
        timed(&mut saves, || ask(&mut home, "scores.edit", json!({ "bloc": bloc, "year": year, "cells": [cell] })))?;
        timed(&mut ranks, || ask(&mut home, "scores.book", json!({ "bloc": bloc, "year": year })))?;
    }
    for next in 1..=3 {
        let opened = json!({ "year": year + next, "heads": true, "shortcomings": true, "targets": true });
        timed(&mut openings, || ask(&mut home, "years.open", opened))?;
    }
    keep("ghi một điểm", &mut saves);
    keep("xếp hạng một khối", &mut ranks);
    keep("mở năm thi đua", &mut openings);
    println!("{}", Value::Array(seen));
    Ok(home.close_as_is()?)
}
