//! The training of a district: 1,536 people in courses, 16.7 % of about 9,200 members, 1,235 of them women.

use calamine::{Reader, Xlsx, open_workbook};
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::PathBuf};
use stories::{
    by_desk::put_district,
    through_the_door::{Desk, day},
};

/// The sample district with its units and its members.
fn district() -> Desk {
    let mut desk = Desk::empty(day(2024, 12, 31));
    put_district(&desk.folder().join("Dữ liệu"));
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

const HEADINGS: [&str; 8] =
    ["TT", "Họ và tên đệm", "Tên", "Năm sinh", "Nữ", "Đơn vị công tác", "Xếp loại", "Số giấy chứng nhận"];

/// A list as a centre sends it: titles, the name in two columns, a mark for women, a sum and a signature.
fn list(desk: &Desk, people: &[[&str; 8]]) -> PathBuf {
    let titles: [&[&str]; 4] = [
        &["TRUNG TÂM CHÍNH TRỊ HUYỆN VÂN TRẠCH"],
        &["DANH SÁCH HỌC VIÊN"],
        &["Lớp Tập huấn nghiệp vụ công đoàn cơ sở năm 2024"],
        &[],
    ];
    let sum = format!("Cộng: {} học viên", people.len());
    let closing: [&[&str]; 2] = [&["", &sum], &["", "", "", "", "", "NGƯỜI LẬP BIỂU"]];
    let rows = titles.into_iter().chain([HEADINGS.as_slice()]);
    let rows = rows.chain(people.iter().map(<[&str; 8]>::as_slice)).chain(closing);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, cells) in rows.enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(u32::try_from(at).unwrap(), u16::try_from(column).unwrap(), *text).unwrap();
        }
    }
    let path = desk.folder().join("hoc vien.xlsx");
    book.save(&path).unwrap();
    path
}

fn open(desk: &mut Desk, path: PathBuf) -> Value {
    let file = desk.home.office().unwrap().tray.lay(path);
    desk.call("intake.open", json!({ "target": "training", "files": [file.token] }))
}

fn rows(desk: &mut Desk) -> Vec<Value> {
    let rows = desk.call("intake.rows", json!({ "file": null, "outcome": null, "offset": 0, "limit": 50 }));
    rows["rows"].as_array().unwrap().clone()
}

fn counts(view: &Value) -> (i64, i64, i64, i64) {
    let count = |name: &str| view["counts"][name].as_i64().unwrap();
    (count("added"), count("changed"), count("same"), count("asked"))
}

#[test]
fn s5_a_list_of_a_course_comes_in_as_one_act_and_again_it_adds_nothing() {
    let mut desk = Desk::on(day(2024, 12, 31));
    let unit = json!({ "draft": { "code": "VT20", "name": "CĐCS xã Đông Khê", "level": "grassroots_union", "kind": "xa",
                                  "sector": "public", "calendar": "year" } });
    let unit = desk.call("units.establish", unit)["value"].clone();
    for (name, gender, year) in [
        ("Lê Văn An", "nam", 1990),
        ("Trần Thị Bình", "nu", 1985),
        ("Vũ Thị Hoa", "nu", 1980),
        ("Vũ Thị Hoa", "nu", 1981),
    ] {
        let draft = json!({ "full_name": name, "gender": gender, "birth": { "y": year } });
        desk.call("members.add", json!({ "unit": unit, "began": "listed", "draft": draft }));
    }
    let people = [
        ["1", "Lê Văn", "An", "1990", "", "CĐCS xã Đông Khê", "Giỏi", "12/CN"],
        ["2", "Trần Thị", "Bình", "1985", "", "CĐCS xã Đông Khê", "Khá", ""],
        ["3", "Đỗ Thị Ước", "Ẩn", "1999", "x", "CĐCS xã Đông Khê", "Khá", ""],
        ["4", "Vũ Thị", "Hoa", "", "x", "CĐCS xã Đông Khê", "Khá", ""],
    ];
    let path = list(&desk, &people);

    // the course is not there yet: nothing is guessed, each row says what to do
    assert_eq!(counts(&open(&mut desk, path.clone())), (0, 0, 0, 4));
    assert!(rows(&mut desk)[0]["question"].as_str().unwrap().contains("Hãy ghi lớp vào mục Đào tạo"));
    let course = json!({ "year": 2024, "calendar": "year", "name": "Tập huấn nghiệp vụ công đoàn cơ sở", "kind": "union",
                         "since": "2024-03-12", "until": "2024-03-14" });
    let course = desk.call("training.set", course)["value"].clone();

    // An and Bình are members, Ẩn is in no register, and of the two named Hoa the clerk must say which
    assert_eq!(counts(&open(&mut desk, path.clone())), (3, 0, 0, 1));
    let read = rows(&mut desk);
    assert_eq!(read[1]["findings"][0]["name"], "gender_other", "the list says Bình is a man");
    assert_eq!(read[3]["candidates"].as_array().unwrap().len(), 2);
    let hoa = read[3]["candidates"][1]["record"].clone();
    let answer = json!({ "kind": "known", "record": hoa });
    desk.call(
        "intake.choose",
        json!({ "file": 0, "sheet": read[3]["sheet"], "row": read[3]["row"], "answer": answer }),
    );
    desk.call("intake.apply", Value::Null);

    let taken = desk.call("training.get", json!({ "id": course }));
    let line =
        |name: &str| taken["participants"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap().clone();
    assert_eq!((&taken["line"]["people"], &taken["line"]["women"]), (&json!(4), &json!(3)));
    assert_eq!((&line("Lê Văn An")["result"], &line("Lê Văn An")["certificate"]), (&json!("Giỏi"), &json!("12/CN")));
    assert_eq!(line("Trần Thị Bình")["gender"], "nu", "the register stays");
    assert_eq!((&line("Đỗ Thị Ước Ẩn")["member"], &line("Đỗ Thị Ước Ẩn")["gender"]), (&Value::Null, &json!("nu")));
    assert_eq!(line("Vũ Thị Hoa")["member"], hoa);

    // the same list again: three are known, and about Hoa one is asked again without anything being added
    assert_eq!(counts(&open(&mut desk, path)), (0, 0, 3, 1));
    desk.call("intake.discard", Value::Null);
    let [an, mut binh, ..] = people;
    binh[7] = "13/CN";
    let later = list(&desk, &[an, binh]);
    assert_eq!(counts(&open(&mut desk, later)), (0, 1, 1, 0));
    desk.call("intake.apply", Value::Null);
    let certificates = |desk: &mut Desk| -> Vec<Value> {
        let course = desk.call("training.get", json!({ "id": course }));
        course["participants"].as_array().unwrap().iter().map(|one| one["certificate"].clone()).collect()
    };
    assert_eq!(certificates(&mut desk).iter().filter(|number| **number != "").count(), 2);
    desk.call("intake.undo", json!({ "id": null }));
    assert_eq!(certificates(&mut desk).iter().filter(|number| **number != "").count(), 1);
    desk.call("intake.undo", json!({ "id": null }));
    assert!(certificates(&mut desk).is_empty(), "one import, one undo");
}
