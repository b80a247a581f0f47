//! July to September: the half is reviewed, units change, the register is mended and copied, courses are held.

use super::{
    winter::{UNITS, figures_open, the_drive},
    year::{YEAR, Year, list, one, seen, with},
};
use serde_json::{Value, json};

/// 28 July: four of five pledges are reviewed; targets are held against the time that has passed; the drive is looked back on.
pub fn july(year: &mut Year) {
    year.on(7, 26);
    let all = json!({ "year": YEAR, "done": "registered" });
    let mut ids: Vec<Value> = Vec::new();
    while ids.len() < 400 {
        let page = year.call("pledges.page", json!({ "query": all, "offset": ids.len(), "limit": 200 }));
        ids.extend(list(&page["rows"]).iter().map(|row| row["id"].clone()));
    }
    let review =
        json!({ "pledges": { "ids": ids }, "part": { "of": "half", "no": 1 }, "assessor": "confirmer", "percent": 60 });
    assert_eq!(year.call("pledges.assess", review)["value"], 400);
    let figures = year.call("pledges.figures", json!({ "year": YEAR }))["whole"].clone();
    assert_eq!((&figures["reviewed"], &figures["registered"]), (&json!(400), &json!(500)), "four of five");
    year.opens(&json!(100), "pledges.page", &json!({ "year": YEAR, "lacks": "reviewed" }));
    figures_open(year);
    year.papers("pledges after six months", "pledges.progress", &json!({ "year": YEAR }));

    let faults = open_faults(year);
    assert_eq!(faults.len(), 2, "both of the year before");
    let fault = json!({ "id": faults[0]["shortcoming"]["id"], "mending": "Nộp đúng hạn sáu tháng liền", "mended_on": "2024-07-15" });
    year.call("pledges.mend", fault);
    targets(year);
    let movement = the_drive(year);
    let draft = year.call("movements.get", json!({ "id": movement, "year": YEAR }))["draft"].clone();
    let reached = [Some(3), Some(0), Some(7), Some(51), Some(1), Some(56), None];
    let contents: Vec<Value> = list(&draft["contents"])
        .iter()
        .zip(reached)
        .map(|(content, reached)| with(content, json!({ "result": reached.map(|reached| reached * 100) })))
        .collect();
    year.call("movements.set", with(&draft, json!({ "id": movement, "contents": contents })));
    let review = json!({ "movement": movement, "kind": "interim", "held_on": "2024-07-26", "document": "45/BC-LĐLĐ",
                         "result": "Đạt 52 % chỉ tiêu sáng kiến; 100 % CĐCS phát động", "awarded": "6 tập thể, 51 cá nhân" });
    year.call("movements.set_review", review);
    let record = year.call("movements.get", json!({ "id": movement, "year": YEAR }));
    assert_eq!(record["percents"], json!(["1 %", "0 %", "58 %", "50 %", "50 %", "52 %", ""]));
    assert_eq!(
        (&record["reviews"][0]["label"], &record["line"]["due"]["label"]),
        (&json!("Sơ kết"), &json!("Tổng kết"))
    );
    let query = json!({ "year": YEAR, "movement": movement });
    year.papers("drive after six months", "movements", &json!({ "paper": "contents", "query": query }));
}

/// What of the pledges is not mended yet.
pub fn open_faults(year: &mut Year) -> Vec<Value> {
    let unmasking = year.call("members.unmask", json!({ "screen": "cam-ket" }))["value"].clone();
    let open = json!({ "query": { "year": YEAR, "shortcomings": "open" }, "unmasking": unmasking });
    list(&year.call("pledges.shortcomings", open)).clone()
}

/// What was given in January: three admitted by the register, half of the money, no home yet.
fn targets(year: &mut Year) {
    for (at, name) in ["Hoàng Thị Ánh", "Vũ Văn Đức", "H'Ngoan Byă"].iter().enumerate() {
        let draft = json!({ "full_name": name, "gender": if at == 1 { "nam" } else { "nu" }, "position": "Công nhân" });
        let new = json!({ "unit": year.unit("VT62"), "began": "admitted", "since": "2024-06-03", "draft": draft });
        year.call("members.add", new);
    }
    let query = json!({ "year": YEAR });
    let lines = year.call("targets.page", query.clone())["lines"].clone();
    let money = one(&lines, "name", "Thu tài chính công đoàn");
    year.call("targets.edit", json!({ "cells": [{ "id": money["id"], "field": "result", "text": "910,5" }] }));

    let page = year.call("targets.page", query);
    let behind = year.call("targets.page", json!({ "year": YEAR, "behind": true }));
    let names = |page: &Value| list(&page["lines"]).iter().map(|line| line["name"].clone()).collect::<Vec<_>>();
    assert_eq!(names(&page).len(), 3);
    assert_eq!(names(&behind), ["Kết nạp đoàn viên mới", "Mái ấm công đoàn được xây hoặc sửa"]);
    let admitted = one(&page["lines"], "name", "Kết nạp đoàn viên mới");
    assert_eq!((&admitted["result"], &admitted["percent"]), (&json!(300), &json!("1 %")));
    let names = year.call("targets.behind", json!({ "id": admitted["id"] }));
    assert_eq!(list(&names).len(), 3, "the figure opens its names");
    assert_eq!(one(&page["lines"], "name", "Thu tài chính công đoàn")["percent"], "59 %");
    let columns = [
        ("name", "Chỉ tiêu", 360),
        ("measure", "Đơn vị tính", 100),
        ("period", "Kỳ", 110),
        ("goal", "Chỉ tiêu giao", 110),
        ("result", "Kết quả", 100),
        ("percent", "Đạt", 80),
        ("state", "Tiến độ", 130),
        ("document", "Văn bản giao", 150),
    ];
    year.papers("targets after six months", "targets", &seen(json!({ "year": YEAR }), &columns, "năm 2024"));
}

/// One unit is founded and joined to another, one is renamed, one is dissolved as its list says; two records of one person become
/// one; the copy of the register is tried.
pub fn august(year: &mut Year) {
    year.on(8, 5);
    let draft = json!({
        "code": "VT77", "name": "CĐCS Trường Mầm non tư thục Ánh Dương", "level": "grassroots_union", "kind": "mam_non",
        "sector": "non_state", "calendar": "school", "bloc": year.blocs[2],
        "established": { "y": 2024, "m": 8, "d": 5, "precision": "day" },
    });
    let founded = year.call("units.establish", json!({ "draft": draft }))["value"].clone();
    for name in ["Lò Thị Ỷ", "Kpă Ŏi"] {
        let draft = json!({ "full_name": name, "gender": "nu", "position": "Giáo viên" });
        year.call(
            "members.add",
            json!({ "unit": founded, "began": "admitted", "since": "2024-08-05", "draft": draft }),
        );
    }
    let of = |year: &mut Year, code: &str| {
        let query = json!({ "units": [year.unit(code)], "statuses": ["active"], "sort": "name" });
        year.length("members.page", &query)
    };
    let before = of(year, "VT29");
    year.on(8, 20);
    let merge = json!({ "units": [founded], "into": year.unit("VT29"), "day": "2024-08-20", "document": "64/QĐ-LĐLĐ" });
    year.call("units.merge", merge);
    assert_eq!(of(year, "VT29"), before + 2, "the members of the unit that ended");
    let rename = json!({ "id": year.unit("VT45"), "name": "CĐCS Trường Tiểu học Nguyễn Văn Trỗi", "since": "2024-08-20",
                         "document": "65/QĐ-LĐLĐ" });
    year.call("units.rename", rename);

    year.on(8, 31);
    let living = json!({ "living": true, "sort": "code" });
    assert_eq!(year.call("units.list", living.clone())["total"], UNITS - 1, "VT70 is dissolved from today on");
    let then = year.call("units.list", json!({ "as_of": "2024-08-30", "living": true }));
    assert_eq!(then["total"], UNITS);
    let record = year.call("units.get", json!({ "id": year.unit("VT45"), "as_of": "2024-08-19" }));
    assert_eq!(record["line"]["name"], "CĐCS Trường Tiểu học Tân Kiều");
    let columns = [
        ("code", "Mã", 70),
        ("name", "Đơn vị", 360),
        ("bloc", "Khối", 200),
        ("chair", "Chủ tịch", 180),
        ("members", "Đoàn viên", 90),
        ("women", "Nữ", 70),
    ];
    let bloc = with(&living, json!({ "bloc": year.blocs[3] }));
    year.papers("units of a bloc", "units", &seen(bloc, &columns, "Khối Tiểu học"));
    let figures = year.call("units.figures", json!({ "as_of": "2024-08-31", "by": "bloc", "map": "now" }));
    let counted: i64 = list(&figures["rows"]).iter().map(|row| row["now"].as_i64().unwrap()).sum();
    assert_eq!((counted, &figures["whole"]["now"]), (75, &json!(UNITS - 1)));

    one_person_once(year);
    the_copy_is_tried(year);
}

fn one_person_once(year: &mut Year) {
    let ask = json!({ "offset": 0, "limit": 200 });
    let groups = year.call("members.duplicates", ask.clone());
    let sure = one(&groups, "why", "citizen_id");
    let pair = list(&sure["members"]);
    let all = json!({ "statuses": ["active"], "sort": "name" });
    let before = year.call("members.page", json!({ "query": all, "offset": 0, "limit": 1 }))["total"].clone();
    let merge = json!({ "keep": pair[0]["id"], "gone": pair[1]["id"] });
    year.call("members.merge", merge);
    assert_eq!(list(&year.call("members.duplicates", ask)).len(), list(&groups).len() - 1);
    let after = year.call("members.page", json!({ "query": all, "offset": 0, "limit": 1 }))["total"].clone();
    assert_eq!(after, before.as_i64().unwrap() - 1);
}

/// What is written after the copy is gone when the copy is brought back, and comes again with the copy that was made before that.
fn the_copy_is_tried(year: &mut Year) {
    let topic = |year: &mut Year| year.call("pledges.year", json!({ "year": YEAR }))["topic"].clone();
    let was = topic(year);
    let copy = year.call("backup.make", Value::Null);
    assert_eq!(copy["units"], UNITS + 1, "those that ended are in it too");
    year.call("pledges.set_topic", json!({ "year": YEAR, "topic": "Viết sau khi sao lưu" }));
    let restore = |name: &Value| json!({ "which": "office", "name": name, "place": "here" });
    let done = year.call("backup.restore", restore(&copy["name"]));
    assert_eq!((&done["state"]["standing"], topic(year)), (&json!("open"), was));
    year.call("backup.restore", restore(&done["before"]));
    assert_eq!(topic(year), "Viết sau khi sao lưu");
    let line = one(&year.call("backup.list", json!("office")), "name", copy["name"].as_str().unwrap()).clone();
    assert_eq!(line["proved"], true, "it was brought back once");
    year.call("start.sit", json!({ "name": "Trần Thu Hà" }));
}

/// The schools begin: who has not sent anything is called. Three courses are held.
pub fn september(year: &mut Year) {
    year.on(9, 25);
    let due = year.call("years.due", json!({ "days": 30 }));
    let deadline = one(&due["due"], "day", "2024-10-20");
    assert_eq!((&deadline["year"], &deadline["missing"]["of"]), (&json!(YEAR + 1), &json!(29)));
    assert_eq!(list(&deadline["missing"]["units"]).len(), 29, "none has registered for the new school year");
    let query = json!({ "year": YEAR + 1, "bloc": year.blocs[2] });
    year.papers("schools not yet registered", "movements", &json!({ "paper": "missing", "query": query }));
    courses(year);
}

fn courses(year: &mut Year) {
    let mut courses = Vec::new();
    for (name, kind, since, codes) in [
        ("Bồi dưỡng nghiệp vụ công đoàn cơ sở", "union", "2024-09-10", ["VT03", "VT26", "VT40"]),
        ("Kỹ năng nghề nghiệp năm 2024", "skills", "2024-09-16", ["VT58", "VT62", "VT69"]),
        ("Học tập chuyên đề năm 2024", "politics", "2024-09-23", ["VT03", "VT29", "VT62"]),
    ] {
        let draft = json!({
            "year": YEAR, "calendar": "year", "name": name, "kind": kind, "since": since, "cost": 12_000_000,
            "organiser": "Trung tâm Chính trị huyện", "place": "Hội trường huyện", "document": "80/KH-LĐLĐ",
        });
        let course = year.call("training.set", draft)["value"].clone();
        for code in codes {
            let members = year.people(code, None, 12);
            year.call("training.take_in", json!({ "course": course, "members": members }));
        }
        courses.push(course);
    }
    // one unit only reports a number
    let report = json!({ "course": courses[1], "unit": year.unit("VT63"), "people": 40, "women": 31, "direct": 35,
                         "source": "Báo cáo 12/BC-CĐCS" });
    year.call("training.set_count", report);
    let figures = year.call("training.figures", json!({ "year": YEAR }));
    let whole = &figures["whole"];
    // 3 × 36, of whom the twelve of VT03 and the twelve of VT62 came twice, and the forty
    assert_eq!((&whole["named"], &whole["people"], &whole["attendances"]), (&json!(84), &json!(124), &json!(148)));
    assert_eq!(figures["again"], 24);
    let people = |year: &mut Year, more: Value| {
        let query = with(&json!({ "year": YEAR }), more);
        year.call("training.people", json!({ "query": query, "offset": 0, "limit": 200 }))
    };
    for (figure, only) in [(&whole["women"], "women"), (&whole["direct"], "direct")] {
        assert_eq!(people(year, json!({ "only": only }))["people"], *figure, "{only}");
    }
    assert_eq!(people(year, json!({ "only": "again" }))["total"], 24);
    for unit in list(&figures["units"]) {
        assert_eq!(people(year, json!({ "unit": unit["unit"] }))["people"], unit["people"], "{}", unit["name"]);
    }
    for kind in list(&figures["kinds"]) {
        assert_eq!(people(year, json!({ "kind": kind["kind"] }))["people"], kind["tally"]["people"]);
    }
    let columns = [
        ("name", "Lớp", 260),
        ("kind", "Loại", 150),
        ("days", "Thời gian", 120),
        ("organiser", "Đơn vị tổ chức", 200),
        ("people", "Người", 70),
        ("women", "Nữ", 60),
        ("cost", "Kinh phí", 110),
    ];
    year.papers("courses", "training", &seen(json!({ "year": YEAR }), &columns, "năm 2024"));
    year.papers("people of a course", "training.participants", &json!({ "id": courses[1] }));
    year.papers("training by unit", "training.units", &json!({ "year": YEAR }));
    let columns = [
        ("name", "Họ và tên", 200),
        ("unit", "Đơn vị", 260),
        ("attendances", "Lượt", 60),
        ("courses", "Lớp đã học", 300),
    ];
    let again = seen(json!({ "year": YEAR, "only": "again" }), &columns, "học từ hai lớp trở lên");
    year.papers("people who came twice", "training.people", &again);
}
