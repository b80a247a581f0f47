//! The year's scoring of a whole district: six score books in, the same totals, grades, ranks and ties out.

use office::{clock::StillClock, home::Home};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    ffi::OsStr,
    path::{Path, PathBuf},
    sync::Arc,
};
use stories::{
    by_desk::{self, ByDesk},
    through_the_door::{day, printed_by, worker},
};

fn expected() -> Value {
    by_desk::expected("scores.json")
}

/// The district whose score books have come in.
fn scored() -> ByDesk {
    let district = ByDesk::with_units();
    district.intake("scores", "scores");
    district
}

/// The same office through the door, on a day after the season.
fn door(district: &ByDesk) -> Door {
    let clock = Arc::new(StillClock::at(day(2025, 1, 10)));
    let mut door = Door { home: Home::new(district.home(), clock, worker()) };
    door.call("start.state", Value::Null);
    door.call("start.sit", json!({ "name": "Trần Thu Hà" }));
    door
}

struct Door {
    home: Home,
}

impl Door {
    fn call(&mut self, name: &str, arguments: Value) -> Value {
        match office::door::call(&mut self.home, name, arguments) {
            Ok(office::door::Answer::Json(text)) => serde_json::from_str(&text).unwrap(),
            other => panic!("{name}: {other:?}"),
        }
    }

    fn refused(&mut self, name: &str, arguments: Value) -> String {
        match office::door::call(&mut self.home, name, arguments) {
            Err(office::door::Failure::Refused { refusals }) => {
                refusals.into_iter().map(|refusal| refusal.sentence).collect::<Vec<_>>().join(" ")
            }
            other => panic!("{name} must be refused: {other:?}"),
        }
    }

    /// A paper, written beside the office.
    fn paper(&mut self, name: &str, arguments: Value, folder: &Path) -> PathBuf {
        match office::door::call(&mut self.home, name, arguments) {
            Ok(office::door::Answer::Paper(paper)) => {
                let path = folder.join(&paper.file_name);
                std::fs::write(&path, &paper.bytes).unwrap();
                path
            }
            other => panic!("{name}: {other:?}"),
        }
    }

    fn blocs(&mut self) -> Vec<Value> {
        self.call("scores.blocs", json!({ "year": 2024 })).as_array().unwrap().clone()
    }

    fn book(&mut self, bloc: &Value) -> Value {
        self.call("scores.book", json!({ "bloc": bloc, "year": 2024 }))
    }
}

/// Numbers are equal whether or not they are written with ".0".
fn same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one.to_bits() == other.to_bits(),
        (None, None) => one == other,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

fn bare(path: &Value) -> String {
    Path::new(path.as_str().unwrap()).file_name().unwrap().to_str().unwrap().to_owned()
}

/// Every difference between the dump and the expected units, each a line.
fn differences(dump: &[Value], truth: &Value) -> Vec<String> {
    let units = truth["units"].as_array().unwrap();
    let mut wrong = Vec::new();
    let order =
        |lines: &[Value]| lines.iter().map(|line| line["unit"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    if order(dump) != order(units) {
        wrong.push(format!("order {:?}\n   not {:?}", order(dump), order(units)));
    }
    let by_unit: BTreeMap<&str, &Value> = dump.iter().map(|line| (line["unit"].as_str().unwrap(), line)).collect();
    for unit in units {
        let code = unit["unit"].as_str().unwrap();
        let line = by_unit[code];
        for field in ["bloc", "office_total", "grade_by_points", "rank", "rank_after_tiebreak", "tie_unsettled"] {
            if !same(&line[field], &unit[field]) {
                wrong.push(format!("{code} {field}: {} not {}", line[field], unit[field]));
            }
        }
        if line["grade"] != unit["grade_by_points"] {
            wrong.push(format!("{code}: grade {} for {}", line["grade"], line["grade_reason"]));
        }
        for (at, most) in unit["max"].as_array().unwrap().iter().enumerate() {
            if !same(&line["max"][at], most) {
                wrong.push(format!("{code} max {at}: {} not {most}", line["max"][at]));
            }
        }
        for scorer in ["office", "self", "cross"] {
            for field in ["g1", "g2", "g3", "bonus", "penalty", "total", "total_without_blank"] {
                let (got, want) = (&line[scorer][field], &unit[scorer][field]);
                if !same(got, want) {
                    wrong.push(format!("{code} {scorer}.{field}: {got} not {want}"));
                }
            }
        }
    }
    for bloc in truth["blocs"].as_array().unwrap() {
        for tie in bloc["ties"].as_array().unwrap() {
            let first = by_unit[tie[0].as_str().unwrap()];
            if &first["ties"] != tie {
                wrong.push(format!("tie {} not {tie}", first["ties"]));
            }
        }
    }
    wrong
}

#[test]
fn s11_six_score_books_come_in_as_one_act_and_say_what_is_expected() {
    let district = ByDesk::with_units();
    let truth = expected();
    let (said, report) = district.intake("scores", "scores");
    assert!(said.starts_with("6 tệp: 75 mới, 0 thay đổi"), "{said}");
    let dump = district.dump("scores");
    assert_eq!(differences(&dump, &truth), Vec::<String>::new());
    let tied = dump.iter().filter(|line| line["ties"] != json!([])).count();
    let shared: usize = truth["blocs"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|bloc| bloc["ties"].as_array().unwrap())
        .map(|tie| tie.as_array().unwrap().len())
        .sum();
    assert_eq!(tied, shared, "no tie that is not expected");

    let wanted = truth["warnings"].as_array().unwrap();
    let given = report["warnings"].as_array().unwrap();
    assert_eq!(given.len(), wanted.len(), "{given:#?}");
    for (given, wanted) in given.iter().zip(wanted) {
        for (field, value) in wanted.as_object().unwrap().iter().filter(|(field, _)| *field != "note") {
            let got = &given[field];
            let equal = if field == "file" { json!(bare(value)) == *got } else { same(got, value) };
            assert!(equal, "{field}: {given} is not {wanted}");
        }
    }

    let (again, _) = district.intake("scores", "scores");
    assert!(again.contains("0 mới, 0 thay đổi, 75 như cũ"), "{again}");
    district.undo_intake("scores");
    assert_eq!(district.dump("scores"), dump, "the second import changed nothing");
    district.undo_intake("scores");
    assert!(district.dump("scores").is_empty(), "tables and sheets went with the import");
    district.run(&["verify"]);
}

#[test]
fn s11_three_tables_serve_the_district_and_a_dissolved_unit_is_left_out_with_its_reason() {
    let district = scored();
    let mut door = door(&district);
    let page = door.call("scores.tables", json!({ "year": 2024 }));
    assert_eq!(page["tables"].as_array().unwrap().len(), 3);
    assert!(page["models"].as_array().unwrap().iter().all(|model| model["source"] != ""));
    let truth = expected();
    let mut left_out = Vec::new();
    for (bloc, wanted) in door.blocs().iter().zip(truth["blocs"].as_array().unwrap()) {
        assert_eq!(bloc["name"], wanted["bloc"]);
        assert_eq!((&bloc["units"], &bloc["scored"]), (&wanted["units_scored"], &wanted["units_scored"]));
        let book = door.book(&bloc["bloc"]);
        left_out.extend(
            book["not_scored"].as_array().unwrap().iter().map(|one| json!({ "unit": one["code"], "why": one["why"] })),
        );
    }
    assert_eq!(json!(left_out), truth["not_scored"]);
}

#[test]
fn s11_points_typed_by_hand_come_to_the_same_totals_and_ranks() {
    let district = scored();
    let before = district.dump("scores");
    let mut door = door(&district);
    for bloc in door.blocs() {
        let book = door.book(&bloc["bloc"]);
        let mut cells = Vec::new();
        for line in book["lines"].as_array().unwrap() {
            for point in line["points"].as_array().unwrap() {
                let points = point["office"].as_i64().unwrap();
                cells.push((line["unit"].clone(), point["criterion"].clone(), points));
            }
        }
        let typed = |text: &dyn Fn(i64) -> String| {
            let cells: Vec<Value> = cells
                .iter()
                .map(|(unit, criterion, points)| {
                    json!({ "unit": unit, "criterion": criterion, "scorer": "office", "text": text(*points) })
                })
                .collect();
            json!({ "bloc": bloc["bloc"], "year": 2024, "cells": cells })
        };
        door.call("scores.edit", typed(&|_| String::new()));
        assert_eq!(door.book(&bloc["bloc"])["lines"][0]["total"], Value::Null);
        door.call("scores.edit", typed(&|points| format!("{},{:02}", points / 100, points % 100)));
    }
    drop(door);
    assert_eq!(district.dump("scores"), before);
}

#[test]
fn s11_a_tie_shows_the_rule_that_broke_it() {
    let district = scored();
    let dump = district.dump("scores");
    let tie = |code: &str| dump.iter().find(|line| line["unit"] == code).unwrap()["tie"].clone();
    assert_eq!(tie("VT11"), "Điểm nhóm I cao hơn");
    assert_eq!(tie("VT02"), "Hội đồng quyết định");
    assert_eq!(tie("VT08"), "Hội đồng quyết định");
    assert_eq!(tie("VT03"), "", "a total that stands alone");
}

/// The words of a PDF.
fn words(path: &Path) -> String {
    let text = printed_by("pdftotext", &[path.as_os_str(), OsStr::new("-")]);
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn s11_every_unit_gets_a_slip_to_sign_and_the_bloc_its_ranking() {
    let district = scored();
    let mut door = door(&district);
    let bloc = door.blocs()[2]["bloc"].clone();
    let ask = json!({ "book": { "bloc": bloc, "year": 2024 } });
    let folder = district.folder();
    let slips = words(&door.paper("scores.slips_pdf", ask.clone(), folder));
    assert_eq!(slips.matches("PHIẾU CHẤM ĐIỂM THI ĐUA").count(), 10, "one slip a unit");
    for part in [
        "CĐCS Trường Mầm non Hoa Sen",
        "Năm học 2023-2024",
        "Xếp loại: Hoàn thành xuất sắc nhiệm vụ.",
        "Hạng trong khối: 1/10, đồng hạng, hội đồng quyết định.",
        "ĐẠI DIỆN ĐƠN VỊ",
        "NGƯỜI CHẤM",
        "Phạm Đức Long",
    ] {
        assert!(slips.contains(part), "{part}: {slips}");
    }
    let ranking = words(&door.paper("scores.ranking_pdf", ask.clone(), folder));
    assert!(ranking.contains("BẢNG XẾP HẠNG THI ĐUA KHỐI MẦM NON"), "{ranking}");
    assert!(
        ranking.contains("điểm nhóm I cao hơn, điểm nhóm II cao hơn; vẫn bằng thì hội đồng quyết định"),
        "{ranking}"
    );
    let book = words(&door.paper("scores.book_pdf", ask.clone(), folder));
    assert!(
        book.contains("SỔ ĐIỂM THI ĐUA KHỐI MẦM NON") && book.contains("I.1 Phối hợp tổ chức hội nghị CBCCVC"),
        "{book}"
    );

    let workbook = door.paper("scores.ranking_xlsx", ask, folder);
    let mut workbook = calamine::open_workbook_auto(workbook).unwrap();
    let cells = calamine::Reader::worksheet_range(&mut workbook, "Xếp hạng").unwrap();
    let units = cells.rows().filter(|row| row.iter().any(|cell| cell.to_string().starts_with("VT"))).count();
    assert_eq!(units, 10);
}

#[test]
fn s12_a_rating_is_published_whole_and_then_changes_only_with_a_reason() {
    let district = scored();
    let mut door = door(&district);
    let bloc = door.blocs()[2]["bloc"].clone();
    let ask = json!({ "bloc": bloc, "year": 2024 });
    door.call("scores.publish", json!({ "book": ask }));
    let book = door.book(&bloc);
    assert_eq!(book["published_on"], "2025-01-10");
    let first = &book["lines"][0];
    let cell = json!({ "unit": first["unit"], "criterion": first["points"][0]["criterion"], "scorer": "office", "text": "0,5" });
    let change = |reason: &str| json!({ "bloc": bloc, "year": 2024, "cells": [cell], "reason": reason });
    assert!(door.refused("scores.edit", change("")).contains("lý do"));
    door.call("scores.edit", change("Chấm nhầm theo biên bản ngày 09/01/2025"));
    let after = door.book(&bloc);
    assert_eq!(after["lines"][0]["points"][0]["office"], 50);
    assert_eq!(after["lines"][0]["grade_by_points"], after["lines"][1]["grade_by_points"], "still 90 or more, but");
    assert!(after["lines"][0]["reason"].as_str().unwrap().contains("50 %"), "{}", after["lines"][0]["reason"]);
}

#[test]
fn s12_a_six_month_review_has_books_of_its_own() {
    let district = scored();
    let mut door = door(&district);
    let page = door.call("scores.tables", json!({ "year": 2024 }));
    let half = page["periods"].as_array().unwrap().iter().find(|one| one["name"] == "6 tháng đầu năm 2024").unwrap();
    let table = page["tables"]
        .as_array()
        .unwrap()
        .iter()
        .find(|table| table["kinds"].as_array().unwrap().contains(&json!("xa")))
        .unwrap();
    door.call("scores.copy_table", json!({ "id": table["id"], "period": half["id"], "kinds": [] }));
    let bloc = door.blocs()[1]["bloc"].clone();
    let of_year = door.book(&bloc)["lines"].clone();
    let book = door.call("scores.book", json!({ "bloc": bloc, "year": 2024, "half": 1 }));
    assert_eq!(book["period_name"], "6 tháng đầu năm 2024");
    let (line, criterion) = (&book["lines"][0], &book["tables"][0]["groups"][0]["criteria"][0]["id"]);
    assert_eq!(line["total"], Value::Null, "nothing is scored yet");
    let cell = json!({ "unit": line["unit"], "criterion": criterion, "scorer": "self", "text": "7,5" });
    door.call("scores.edit", json!({ "bloc": bloc, "year": 2024, "half": 1, "cells": [cell] }));
    assert_eq!(
        door.call("scores.book", json!({ "bloc": bloc, "year": 2024, "half": 1 }))["lines"][0]["points"][0]["own"],
        750
    );
    assert_eq!(door.book(&bloc)["lines"], of_year, "the year's book is left alone");
}
