//! The initiatives of a district: 456 in the register and five works, the pre-check before the portal, 209 of a target of 108.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use stories::{
    by_desk::{self, ByDesk},
    lists::{self, ListRow},
    through_the_door::{Desk, day},
};

fn expected() -> Value {
    by_desk::expected("initiatives.json")
}

/// The rows of the district's own list.
fn rows() -> Vec<ListRow> {
    lists::rows(&by_desk::district("initiatives.xlsx"), "Sáng kiến")
}

fn partial(iso: &str) -> Value {
    let parts: Vec<i32> = iso.split('-').map(|part| part.parse().unwrap()).collect();
    json!({ "y": parts[0], "m": parts[1], "d": parts[2] })
}

/// One initiative as the clerk types it off the list.
fn draft(row: &ListRow, unit: &Value, programme: &Value) -> Value {
    let shares: Vec<i64> =
        row.text('P').split('-').filter_map(|share| share.trim().trim_end_matches('%').parse().ok()).collect();
    let gender = if row.text('F') == "Nữ" { "nu" } else { "nam" };
    let mut authors = vec![json!({ "name": row.text('D'), "gender": gender, "share": shares.first() })];
    if !row.text('O').is_empty() {
        authors.push(json!({ "name": row.text('O'), "share": shares.get(1) }));
    }
    json!({
        "year": 2024, "code": row.text('B'), "title": row.text('C'), "unit": unit, "authors": authors,
        "field": row.text('I'), "first_applied": row.date('J').map(|day| partial(&day)),
        "recognition": (row.text('K') == "Công nhận cấp cơ sở").then_some("base"),
        "recognition_number": row.text('L'), "recognised_on": row.date('M'),
        "benefit": row.number('N').unwrap_or(0),
        "programme": if row.text('Q').is_empty() { &Value::Null } else { programme },
    })
}

/// An office at the end of the year with the district's units, programme and initiatives.
fn district() -> Desk {
    let truth = expected();
    let mut desk = Desk::on(day(2025, 3, 31));
    let blocs: Vec<Value> = (1..=2)
        .map(|no| desk.call("units.set_bloc", json!({ "no": no, "name": format!("Khối {no}") }))["value"].clone())
        .collect();
    let mut units: BTreeMap<String, Value> = BTreeMap::new();
    let programme = desk.call(
        "initiatives.set_programme",
        json!({
            "name": truth["programme"], "since": truth["window"][0], "until": truth["window"][1], "target": truth["target"],
            "targets": [{ "bloc": blocs[0], "target": 60 }, { "bloc": blocs[1], "target": 48 }],
        }),
    )["value"]
        .clone();
    for row in rows() {
        let code = row.text('G');
        if !units.contains_key(&code) {
            let unit = json!({ "draft": {
                "code": code, "name": row.text('H'), "level": "grassroots_union", "kind": "khac", "sector": "public",
                "calendar": "year", "bloc": blocs[units.len() % 2],
            } });
            units.insert(code.clone(), desk.call("units.establish", unit)["value"].clone());
        }
        desk.call("initiatives.register", draft(&row, &units[&code], &programme));
    }
    desk
}

fn total(desk: &mut Desk, query: Value) -> Value {
    desk.call("initiatives.page", json!({ "query": query, "offset": 0, "limit": 1 }))["total"].clone()
}

fn dumped(desk: &mut Desk) -> Vec<Value> {
    let mut out = Vec::new();
    office::initiatives::dump(desk.home.office().unwrap(), &mut out).unwrap();
    String::from_utf8(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Every difference between what was dumped and what is known of the district.
fn differences(told: &[Value]) -> Vec<String> {
    let truth = expected();
    let truth = truth["initiatives"].as_array().unwrap();
    assert_eq!((told.len(), truth.len()), (456, 456));
    let fields = ["title", "author", "unit", "gender", "first_applied", "benefit", "in_programme", "counts", "problem"];
    let more = ["near_duplicate_of", "trigram_dice", "co_author"];
    let mut differences = Vec::new();
    for (told, truth) in told.iter().zip(truth) {
        for field in fields.iter().chain(&more) {
            let (told_value, truth_value) = (told.get(field), truth.get(field));
            let same = match *field {
                // the register keeps single blanks
                "title" => {
                    told["title"].as_str().unwrap()
                        == truth["title"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
                }
                "co_author" => ["name", "share", "author_share"]
                    .iter()
                    .all(|part| told_value.map(|one| &one[part]) == truth_value.map(|one| &one[part])),
                _ => told_value.unwrap_or(&Value::Null) == truth_value.unwrap_or(&Value::Null),
            };
            if !same {
                differences.push(format!("{} {field}: {told_value:?}, not {truth_value:?}", truth["code"]));
            }
        }
    }
    differences
}

#[test]
fn s4_456_initiatives_and_five_works_and_each_problem_is_found_and_nothing_else() {
    let mut desk = district();
    assert_eq!(differences(&dumped(&mut desk)), Vec::<String>::new());
    for at in 1..=5 {
        let work = json!({
            "year": 2024, "title": format!("Công trình số {at}"), "occasion": "Đại hội Công đoàn huyện lần thứ X", "unit": at,
        });
        desk.call("initiatives.set_work", work);
    }
    assert_eq!(desk.call("initiatives.works", json!({ "year": 2024 })).as_array().unwrap().len(), 5);
}

#[test]
fn a_list_of_initiatives_comes_in_by_one_command_with_its_programme_and_goes_with_one_undo() {
    let desk = ByDesk::with_units();
    desk.intake("initiatives", "initiatives.xlsx");
    let told = desk.dump("initiatives");
    assert_eq!(differences(&told), Vec::<String>::new());
    let figures: Value =
        serde_json::from_str(&desk.run(&["call", "initiatives.figures", r#"{"year":2024,"programme":1}"#])).unwrap();
    assert_eq!((&figures["whole"]["counted"], &figures["whole"]["percent"]), (&json!(209), &json!("194 %")));
    desk.undo_intake("initiatives");
    assert!(desk.dump("initiatives").is_empty());
}

#[test]
fn s8_209_of_a_target_of_108_is_194_percent_and_every_figure_opens_its_list() {
    let mut desk = district();
    let programme = desk.call("initiatives.programmes", Value::Null)["programmes"][0]["id"].clone();
    let figures = desk.call("initiatives.figures", json!({ "year": 2024, "programme": programme }));
    let whole = &figures["whole"];
    assert_eq!((&whole["counted"], &whole["target"], &whole["percent"]), (&json!(209), &json!(108), &json!("194 %")));

    let asked = |more: Value| {
        let mut query = json!({ "year": 2024, "programme": programme });
        query.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        query
    };
    assert_eq!(total(&mut desk, json!({ "year": 2024 })), whole["registered"]);
    assert_eq!(total(&mut desk, json!({ "year": 2024, "women": true })), whole["women"]);
    assert_eq!(whole["women"], 257);
    assert_eq!(total(&mut desk, asked(json!({}))), whole["taking_part"]);
    assert_eq!(total(&mut desk, asked(json!({ "counted": true }))), whole["counted"]);
    assert_eq!(total(&mut desk, asked(json!({ "counted": false }))), figures["hindered"]);
    let mut hindered = Vec::new();
    for obstacle in figures["obstacles"].as_array().unwrap() {
        assert_eq!(total(&mut desk, asked(json!({ "obstacle": obstacle["kind"] }))), obstacle["count"]);
        hindered.push(obstacle["count"].as_i64().unwrap());
    }
    assert_eq!(hindered, [30, 5, 12, 0, 0]);
    for line in figures["blocs"].as_array().unwrap() {
        let query = asked(json!({ "bloc": line["bloc"], "counted": true }));
        assert_eq!(total(&mut desk, query), line["counted"], "{}", line["name"]);
    }
    for line in figures["units"].as_array().unwrap() {
        let query = json!({ "year": 2024, "units": [line["unit"]] });
        assert_eq!(total(&mut desk, query), line["registered"], "{}", line["name"]);
    }
}

#[test]
fn what_is_entered_on_the_portal_leaves_the_list_for_it_and_one_undo_brings_it_back() {
    let mut desk = district();
    let ready = json!({ "query": { "counted": true, "entered": false }, "offset": 0, "limit": 200 });
    let lines = desk.call("initiatives.page", ready.clone());
    let ids: BTreeSet<i64> =
        lines["rows"].as_array().unwrap().iter().map(|line| line["id"].as_i64().unwrap()).collect();
    desk.call("initiatives.enter", json!({ "ids": ids, "on": "2024-12-20" }));
    assert_eq!(desk.call("initiatives.page", ready.clone())["total"], 9, "the 209 but the 200 of the first page");
    let paper = desk.paper("initiatives.xlsx", json!({ "paper": "portal", "query": { "year": 2024 } }));
    assert_eq!(paper.file_name, "Danh sách sáng kiến nhập lên cổng.xlsx");
    desk.call("journal.undo", json!({ "act": null }));
    assert_eq!(desk.call("initiatives.page", ready)["total"], 209);
}
