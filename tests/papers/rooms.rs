//! The papers of the rooms of the year, made through the door by an office of a few units and compared part by part.

use super::golden::compare;
use super::samples::{UNITS, person};
use office::paper::Paper;
use serde_json::{Value, json};
use std::path::Path;
use std::{env, fs};
use stories::through_the_door::{Desk, day};

const YEAR: i32 = 2024;

/// An office of one bloc of four units at the end of a year.
struct District {
    desk: Desk,
    bloc: Value,
    units: Vec<Value>,
    period: Value,
}

impl District {
    fn new() -> District {
        let mut desk = Desk::on(day(YEAR, 12, 20));
        let bloc = desk.call("units.set_bloc", json!({ "no": 1, "name": "Khối Cơ quan" }))["value"].clone();
        let period = desk.call("targets.begin_year", json!({ "year": YEAR }))["value"].clone();
        let unit = |at: usize| {
            json!({ "draft": {
                "code": format!("VT{:02}", at + 1), "name": UNITS[at], "level": "grassroots_union", "kind": "co_quan",
                "sector": "public", "calendar": "year", "bloc": bloc,
                "established": { "y": 2001, "m": 5, "d": 19, "precision": "day" },
            } })
        };
        let units = (0..4).map(|at| desk.call("units.establish", unit(at))["value"].clone()).collect();
        District { desk, bloc, units, period }
    }
}

/// A shown column of a list.
fn columns(columns: &[(&str, &str, u16)]) -> Value {
    columns.iter().map(|(key, title, width)| json!({ "key": key, "title": title, "width": width })).collect()
}

fn documents(office: &mut District) -> Value {
    for (direction, kind, number, dated, party, summary, deadline, handled) in [
        (
            "out",
            "ke_hoach",
            "80/KH-LĐLĐ",
            "2024-01-22",
            "Các CĐCS",
            "Tổ chức phong trào thi đua “Lao động giỏi” và xây dựng tổ chức Công đoàn vững mạnh năm 2024",
            None,
            None,
        ),
        (
            "out",
            "huong_dan",
            "12a/HD-LĐLĐ",
            "2024-02-14",
            "Các CĐCS trường học và cơ quan",
            "Đăng ký và đánh giá bản cam kết tu dưỡng, rèn luyện, phấn đấu",
            None,
            None,
        ),
        (
            "in",
            "cong_van",
            "677/LĐLĐ-TCTGNC",
            "2024-02-24",
            "LĐLĐ tỉnh Hoài Giang",
            "V/v báo cáo kết quả 5 năm thực hiện Chỉ thị 34-CT/TW về tiếp tục đổi mới công tác thi đua, khen thưởng",
            Some("2024-03-15"),
            Some("2024-03-14"),
        ),
        (
            "in",
            "ke_hoach",
            "363/KH-UBND",
            "2024-11-18",
            "UBND tỉnh Hoài Giang",
            "Tổng kết phong trào thi đua yêu nước",
            Some("2024-12-10"),
            None,
        ),
    ] {
        let arrived = (direction == "in").then_some(dated);
        office.desk.call(
            "documents.save",
            json!({
                "direction": direction, "kind": kind, "number": number, "dated": dated, "arrived": arrived, "party": party,
                "summary": summary, "deadline": deadline, "handled": handled,
            }),
        );
    }
    let shown = columns(&[
        ("number", "Số, ký hiệu", 170),
        ("dated", "Ngày văn bản", 120),
        ("kind", "Loại", 120),
        ("summary", "Trích yếu", 460),
        ("party", "Nơi gửi, nơi nhận", 210),
        ("deadline", "Hạn xử lý", 110),
        ("state", "Xử lý", 120),
        ("files", "Tệp", 60),
    ]);
    json!({ "query": { "from": "2024-01-01", "to": "2024-12-31" }, "columns": shown, "filter": "thời gian: năm 2024" })
}

fn targets(office: &mut District) -> Value {
    for (name, measure, goal, result, bloc) in [
        ("Sáng kiến tham gia chương trình “75 nghìn sáng kiến”", "sáng kiến", "108", "209", false),
        ("Thu tài chính công đoàn", "triệu đồng", "1.536", "1.210,5", false),
        ("Đơn vị có thỏa ước lao động tập thể", "đơn vị", "12", "12", true),
        ("Mái ấm công đoàn được xây hoặc sửa", "nhà", "5", "", true),
    ] {
        let given = json!({
            "name": name, "measure": measure, "period": office.period, "whom": if bloc { "bloc" } else { "all" },
            "bloc": bloc.then_some(&office.bloc), "unit": null, "goal": goal, "document": "80/KH-LĐLĐ",
        });
        let id = office.desk.call("targets.give", given)["value"].clone();
        office.desk.call("targets.edit", json!({ "cells": [{ "id": id, "field": "result", "text": result }] }));
    }
    let shown = columns(&[
        ("name", "Chỉ tiêu", 360),
        ("measure", "Đơn vị tính", 100),
        ("period", "Kỳ", 150),
        ("scope", "Giao cho", 200),
        ("goal", "Chỉ tiêu giao", 110),
        ("result", "Kết quả", 100),
        ("percent", "Đạt", 80),
        ("state", "Tiến độ", 130),
        ("document", "Văn bản giao", 150),
        ("note", "Ghi chú", 160),
    ]);
    json!({ "query": { "year": YEAR, "behind": false, "text": "" }, "columns": shown, "filter": "năm: 2024" })
}

fn initiatives(office: &mut District) {
    let programme = json!({
        "name": "75 nghìn sáng kiến, vượt khó, phát triển", "since": "2023-12-01", "until": "2024-11-30", "target": 3,
        "targets": [{ "bloc": office.bloc, "target": 2 }],
    });
    let programme = office.desk.call("initiatives.set_programme", programme)["value"].clone();
    let titles = [
        "Cải tiến quy trình tiếp nhận và trả kết quả hồ sơ bảo hiểm xã hội tại bộ phận một cửa",
        "Giá đỡ đa năng cho máy khoan bàn",
        "Phần mềm quản lý thiết bị dạy học dùng chung giữa các tổ chuyên môn trong nhà trường",
        "Hệ thống tưới tự động vườn rau công đoàn",
    ];
    for (at, title) in titles.iter().enumerate() {
        office.desk.call(
            "initiatives.register",
            json!({
                "year": YEAR, "code": format!("SK-{:03}", at + 1), "title": title, "unit": office.units[at / 2],
                "authors": [
                    { "name": person(at), "gender": if at == 1 { "nam" } else { "nu" }, "share": 80 },
                    { "name": person(at + 5), "share": 20 },
                ],
                "field": "Cải cách hành chính", "first_applied": { "y": 2024, "m": 4, "d": at + 10 },
                "recognition": (at != 3).then_some("base"), "recognition_number": if at == 3 { "" } else { "52/QĐ-HĐSK" },
                "recognised_on": (at != 3).then_some("2024-05-14"), "benefit": 18_000_000 * at, "programme": programme,
                "effect": "Giảm một nửa thời gian chờ của người dân",
            }),
        );
    }
}

/// A book of four units by the model of the seed: one tie, one penalty, one unit that is not scored whole.
fn scores(office: &mut District) -> Value {
    let mut table = office.desk.call("scores.tables", json!({ "year": YEAR }))["models"][0].clone();
    table["id"] = Value::Null;
    table["name"] = json!("Bảng điểm cơ quan");
    table["period"] = office.period.clone();
    table["kinds"] = json!(["co_quan"]);
    office.desk.call("scores.set_table", table);
    let ask = json!({ "bloc": office.bloc, "year": YEAR });
    let book = office.desk.call("scores.book", ask.clone());
    let groups = book["tables"][0]["groups"].as_array().unwrap();
    let mut cells = Vec::new();
    for (at, line) in book["lines"].as_array().unwrap().iter().enumerate() {
        let criteria = groups.iter().flat_map(|group| {
            let kind = group["kind"].as_str().unwrap();
            group["criteria"].as_array().unwrap().iter().map(move |criterion| (kind, criterion))
        });
        for (row, (kind, criterion)) in criteria.enumerate() {
            // The last unit lacks one figure.
            if at == 3 && row == 0 {
                continue;
            }
            let most = criterion["most"].as_i64().unwrap_or_default() / 100;
            let points = match (kind, at) {
                ("scored", 2) => (most - 1).max(0),
                ("scored", _) => most,
                ("bonus" | "penalty", _) => i64::from(at == 2 && kind == "penalty"),
                (other, _) => unreachable!("{other}"),
            };
            let text = points.to_string();
            cells.push(json!({ "unit": line["unit"], "criterion": criterion["id"], "scorer": "office", "text": text }));
        }
    }
    let decides = office.desk.call("scores.book", ask.clone())["tables"][0]["decides"].clone();
    for cell in &mut cells {
        cell["scorer"] = decides.clone();
    }
    office.desk.call("scores.edit", json!({ "bloc": office.bloc, "year": YEAR, "cells": cells }));
    json!({ "book": ask })
}

/// Every paper of these rooms that is a workbook, and the same for print.
fn papers() -> Vec<(&'static str, Paper, Paper)> {
    let mut office = District::new();
    let mut papers = Vec::new();
    let documents = documents(&mut office);
    let targets = targets(&mut office);
    initiatives(&mut office);
    let scores = scores(&mut office);
    let portal = |paper: &str| json!({ "paper": paper, "query": { "year": YEAR } });
    for (name, command, arguments) in [
        ("documents", "documents", documents),
        ("targets", "targets", targets),
        ("initiatives", "initiatives", portal("list")),
        ("initiatives_by_bloc", "initiatives", portal("blocs")),
        ("initiatives_for_portal", "initiatives", portal("portal")),
        ("score_ranking", "scores.ranking", scores.clone()),
        ("score_book", "scores.book", scores.clone()),
    ] {
        let dot = if command.contains('.') { '_' } else { '.' };
        let xlsx = office.desk.paper(&format!("{command}{dot}xlsx"), arguments.clone());
        let pdf = office.desk.paper(&format!("{command}{dot}pdf"), arguments);
        papers.push((name, xlsx, pdf));
    }
    if let Ok(folder) = env::var("SOVANG_PAPERS") {
        for (name, xlsx, pdf) in &papers {
            fs::write(Path::new(&folder).join(format!("{name}.xlsx")), &xlsx.bytes).unwrap();
            fs::write(Path::new(&folder).join(format!("{name}.pdf")), &pdf.bytes).unwrap();
        }
        let slips = office.desk.paper("scores.slips_pdf", scores);
        fs::write(Path::new(&folder).join("score_slips.pdf"), &slips.bytes).unwrap();
    }
    papers
}

#[test]
fn the_papers_of_documents_targets_initiatives_and_scores_are_as_they_were_when_someone_last_looked() {
    for (name, xlsx, pdf) in papers() {
        assert!(pdf.bytes.starts_with(b"%PDF"), "{name}");
        compare(&format!("{name}.xlsx"), &xlsx.bytes);
    }
}
