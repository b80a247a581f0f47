//! The training of a district: 1,536 people in courses, 16.7 % of about 9,200 members, 1,235 of them women.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a story may stop at the first surprise"
)]

use calamine::{Reader, Xlsx, open_workbook};
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::Path};
use stories::through_the_door::{Desk, day};

/// The sample district with its units and its members, taken in by the terminal's words.
fn district() -> Desk {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/district-a");
    let mut desk = Desk::empty(day(2024, 12, 31));
    let home = desk.folder().join("Dữ liệu");
    let profile = desk.folder().join("profile.json");
    let text = json!({
        "kind": "district", "name": "Liên đoàn Lao động huyện Vân Trạch", "superior": "Liên đoàn Lao động tỉnh Hoài Giang",
        "symbol": "LĐLĐ", "place": "Vân Trạch", "signers": [{"name": "Lê Văn Lợi", "title": "Chủ tịch", "form": "TM. BAN THƯỜNG VỤ"}],
    });
    std::fs::write(&profile, text.to_string()).unwrap();
    let program = std::env::var_os("SOVANG_DESK").expect("SOVANG_DESK names the built desk: make sets it");
    let run = |words: &[&Path]| {
        let ran = std::process::Command::new(&program).arg("--home").arg(&home).args(words).output().unwrap();
        assert!(ran.status.success(), "desk {words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    };
    run(&[Path::new("init"), Path::new("--profile"), &profile]);
    run(&[Path::new("intake"), Path::new("units"), &data.join("units.xlsx")]);
    run(&[Path::new("intake"), Path::new("members"), &data.join("members")]);
    desk.call("start.state", Value::Null);
    desk
}

fn members(desk: &mut Desk, more: Value) -> (i64, Vec<Value>) {
    let mut query = json!({
        "text": "", "units": [], "with_units_below": true, "statuses": ["active"], "missing": [], "officers": false,
        "sort": "name", "descending": false,
    });
    query.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let mut found = Vec::new();
    loop {
        let page = desk.call("members.page", json!({ "query": query, "offset": found.len(), "limit": 200 }));
        let rows = page["rows"].as_array().unwrap().clone();
        let more = !rows.is_empty() && found.len() < 1_300;
        found.extend(rows);
        if !more {
            return (page["total"].as_i64().unwrap(), found);
        }
    }
}

/// Puts members into courses: as many as said, pasted unit by unit by their names as they stand in the register, and the rest by search.
fn teach(desk: &mut Desk, course: &Value, people: &[Value]) {
    let mut by_unit: BTreeMap<i64, Vec<&Value>> = BTreeMap::new();
    for one in people {
        by_unit.entry(one["unit"].as_i64().unwrap()).or_default().push(one);
    }
    for (unit, people) in by_unit {
        let rows: Vec<Value> = people
            .iter()
            .map(|one| json!({ "name": one["full_name"], "birth_year": one["birth"]["y"], "result": "Hoàn thành" }))
            .collect();
        let mut wish = json!({ "course": course, "unit": unit, "outsiders": false, "rows": rows });
        let answers = desk.call("training.try_paste", wish.clone());
        let (mut good, mut unclear) = (Vec::new(), Vec::new());
        for ((row, answer), one) in rows.iter().zip(answers.as_array().unwrap()).zip(&people) {
            if answer["sentence"] == "" { good.push(row.clone()) } else { unclear.push(one["id"].clone()) }
        }
        wish["rows"] = json!(good);
        desk.call("training.paste", wish);
        desk.call("training.take_in", json!({ "course": course, "members": unclear }));
    }
}

fn people(desk: &mut Desk, more: Value) -> Value {
    let mut query = json!({ "year": 2024 });
    query.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.call("training.people", json!({ "query": query, "offset": 0, "limit": 200 }))
}

#[test]
fn s5_1536_people_in_courses_are_16_7_percent_and_1235_are_women_and_every_figure_opens_its_list() {
    let mut desk = district();
    let (all, _) = members(&mut desk, json!({}));
    assert!((9_150..=9_200).contains(&all), "{all} members");
    let courses: Vec<Value> = ["union", "skills", "politics"]
        .iter()
        .enumerate()
        .map(|(at, kind)| {
            let draft = json!({
                "year": 2024, "calendar": "year", "name": format!("Lớp số {}", at + 1), "kind": kind,
                "since": format!("2024-0{}-15", 3 + 2 * at), "organiser": "Trung tâm Chính trị huyện", "document": "80/KH-LĐLĐ",
            });
            desk.call("training.set", draft)["value"].clone()
        })
        .collect();
    let (_, women) = members(&mut desk, json!({ "gender": "nu" }));
    let (_, men) = members(&mut desk, json!({ "gender": "nam" }));
    teach(&mut desk, &courses[0], &women[..800]);
    teach(&mut desk, &courses[1], &[&women[800..1_205], &men[..270]].concat());
    // a hundred come back for a third course: people stay, attendances grow
    teach(&mut desk, &courses[2], &women[..100]);
    // and one unit only reports a number
    let unit = women[0]["unit"].clone();
    let report = json!({ "course": courses[2], "unit": unit, "people": 61, "women": 30, "direct": 12, "source": "Báo cáo tháng 7" });
    desk.call("training.set_count", report);

    let figures = desk.call("training.figures", json!({ "year": 2024 }));
    let whole = &figures["whole"];
    assert_eq!((&whole["people"], &whole["named"], &whole["reported"]), (&json!(1_536), &json!(1_475), &json!(61)));
    assert_eq!((&whole["women"], &whole["percent"]), (&json!(1_235), &json!("16,7 %")));
    assert_eq!(
        (&whole["attendances"], &figures["again"], &figures["courses"]),
        (&json!(1_636), &json!(100), &json!(3))
    );
    let said = figures["said"][0].as_str().unwrap();
    assert!(said.starts_with("1.536 người") && said.contains("16,7 % của 9.1") && said.contains("nữ 1.235"), "{said}");

    let page = people(&mut desk, json!({}));
    assert_eq!((&page["people"], &page["total"]), (&whole["people"], &whole["named"]));
    assert_eq!(people(&mut desk, json!({ "only": "women" }))["people"], whole["women"]);
    assert_eq!(people(&mut desk, json!({ "only": "direct" }))["people"], whole["direct"]);
    assert_eq!(people(&mut desk, json!({ "only": "again" }))["total"], figures["again"]);
    for kind in figures["kinds"].as_array().unwrap() {
        assert_eq!(people(&mut desk, json!({ "kind": kind["kind"] }))["people"], kind["tally"]["people"]);
    }
    for bloc in figures["blocs"].as_array().unwrap() {
        assert_eq!(
            people(&mut desk, json!({ "bloc": bloc["bloc"], "without_bloc": bloc["bloc"].is_null() }))["people"],
            bloc["people"],
            "{}",
            bloc["name"]
        );
    }
    for unit in figures["units"].as_array().unwrap() {
        assert_eq!(people(&mut desk, json!({ "unit": unit["unit"] }))["people"], unit["people"], "{}", unit["name"]);
    }

    let paper = desk.paper("training.units_xlsx", json!({ "year": 2024 }));
    let mut book: Xlsx<_> = open_workbook(desk.put(&paper)).unwrap();
    let range = book.worksheet_range("Theo đơn vị").unwrap();
    let total = range.rows().find(|row| row[0] == "Toàn cơ quan").unwrap();
    assert!(total.iter().any(|cell| *cell == 1536.0), "{total:?}");
    let pdf = desk.paper("training.participants_pdf", json!({ "id": courses[1] }));
    assert!(pdf.bytes.starts_with(b"%PDF-"));

    // the whole of a paste goes with one undo
    desk.call("journal.undo", json!({ "act": null }));
    assert_eq!(desk.call("training.figures", json!({ "year": 2024 }))["whole"]["people"], 1_475);
}
