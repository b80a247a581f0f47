//! The story of one commendation: six collectives and forty-three people, from search without accents to paper.

use office::vietnamese;
use serde_json::{Value, json};
use std::ffi::OsStr;
use stories::through_the_door::{Desk, day, printed_by};

const COLLECTIVES: usize = 6;
const PEOPLE: usize = 43;

/// Forty-three names, all different, with the letters that fonts and searches stumble over.
fn name(number: usize) -> String {
    let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Vũ", "Hoàng"];
    let given = ["Hường", "Đức", "Ánh", "Yến", "Oanh", "Ngọc", "Tuyết"];
    format!("{} Thị {}", families[number / 7], given[number % 7])
}

/// Posts in the school and in the union, as long as they are.
const POSTS: [(&str, &str); 4] = [
    ("Giáo viên", "Đoàn viên"),
    ("Tổ trưởng tổ chuyên môn khối 4, 5", "Tổ trưởng tổ công đoàn"),
    ("Nhân viên thư viện, thiết bị", "Ủy viên Ban Chấp hành CĐCS"),
    ("Phó Hiệu trưởng", "Chủ tịch CĐCS"),
];

/// Six schools with forty-three members.
fn district() -> Desk {
    let mut desk = Desk::on(day(2026, 11, 22));
    for unit in 0..COLLECTIVES {
        let made = desk.call(
            "units.establish",
            json!({ "draft": {
                "code": format!("VT{:02}", unit + 29),
                "name": format!("CĐCS Trường Tiểu học số {}", unit + 1),
                "level": "grassroots_union", "kind": "tieu_hoc", "sector": "public", "calendar": "school",
            } }),
        );
        for person in 0..8 {
            let number = unit * 8 + person;
            if number < PEOPLE {
                desk.call(
                    "members.add",
                    json!({ "unit": made["value"], "began": "listed", "draft": {
                        "full_name": name(number),
                        "gender": if number % 2 == 0 { "nu" } else { "nam" },
                        "birth": { "y": 1970 + number % 25, "m": 5, "d": number % 28 + 1, "precision": "day" },
                        "position": POSTS[number % 4].0, "union_position": POSTS[number % 4].1,
                    } }),
                );
            }
        }
    }
    desk
}

fn draft(desk: &mut Desk) -> Value {
    let id = desk.call("decisions.new", json!({ "year": 2026 }))["value"].clone();
    let award = desk.call("catalogue.page", Value::Null)["awards"]
        .as_array()
        .unwrap()
        .iter()
        .find(|award| award["code"] == "certificate_upper_union")
        .unwrap()["id"]
        .clone();
    let searches = [
        ("collective", vec!["tieu hoc so".to_owned()], COLLECTIVES),
        ("individual", (0..PEOPLE).map(|number| vietnamese::fold(&name(number))).collect(), PEOPLE),
    ];
    for (kind, texts, wanted) in searches {
        let mut found: Vec<Value> = Vec::new();
        for text in texts {
            let candidates = desk.call("decisions.candidates", json!({ "kind": kind, "text": text, "decision": id }));
            found.extend(candidates.as_array().unwrap().iter().cloned());
        }
        assert_eq!(found.len(), wanted, "{kind}");
        let recipients: Vec<Value> =
            found.iter().map(|one| json!({ "kind": kind, "member": one["member"], "unit": one["unit"] })).collect();
        desk.call("decisions.add_recipients", json!({ "id": id, "award": award, "recipients": recipients }));
    }
    desk.call(
        "decisions.edit",
        json!({
            "id": id, "number": "125", "signed_on": "18/11/2026",
            "summary": "Về việc tặng Giấy khen nhân ngày Nhà giáo Việt Nam 20/11",
            "citation": "đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt – Học tốt”",
            "money_source": "quỹ thi đua, khen thưởng năm 2026",
        }),
    );
    let page = desk.call("decisions.page", json!({ "id": id }));
    let priced: Vec<Value> = page["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|line| {
            let amount = if line["kind"] == "collective" { "1.000.000" } else { "500.000" };
            [
                json!({ "recipient": line["id"], "field": "amount", "text": amount }),
                json!({ "recipient": line["id"], "field": "amount_why", "text": "Theo quy chế của tỉnh" }),
            ]
        })
        .collect();
    desk.call("decisions.edit_recipients", json!({ "id": id, "cells": priced }));
    id
}

/// 6 × 1.000.000 + 43 × 500.000.
const TOTAL: i64 = 27_500_000;

#[test]
fn forty_nine_entries_are_the_same_on_screen_in_excel_and_on_paper_and_issuing_makes_them_fast() {
    let mut desk = district();
    let id = draft(&mut desk);
    desk.call("decisions.ready", json!({ "id": id }));
    desk.call("decisions.issue", json!({ "id": id }));

    let page = desk.call("decisions.page", json!({ "id": id }));
    let names: Vec<&str> =
        page["recipients"].as_array().unwrap().iter().map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), COLLECTIVES + PEOPLE);
    assert_eq!(page["totals"]["amount"], TOTAL);
    assert_eq!(page["totals"]["words"], "Hai mươi bảy triệu năm trăm nghìn đồng");

    let pdf = desk.paper("decisions.pdf", json!({ "id": id }));
    let on_paper = text_of_pdf(&desk, &pdf);
    for name in &names {
        assert!(on_paper.contains(name), "{name} is not on paper:\n{on_paper}");
    }
    assert!(on_paper.contains("06 tập thể và 43 cá nhân"));
    assert!(on_paper.contains("27.500.000") && on_paper.contains("Hai mươi bảy triệu năm trăm nghìn đồng"));
    assert!(on_paper.contains("Số: 125/QĐ-LĐLĐ"));

    let xlsx = desk.paper("decisions.xlsx", json!({ "id": id, "design": null }));
    let cells = cells_of_xlsx(&desk, &xlsx);
    for name in &names {
        assert!(cells.contains(&format!("\t{name}\n")), "{name} is not in the workbook");
    }
    assert!(cells.contains(&format!("\t{TOTAL}\n")), "the total of the workbook");

    the_list_for_the_province_is_short(&mut desk, &id, &names);
    the_issued_decision_stays(&mut desk, &id, &page, &on_paper);
}

/// The same names once more as the province asks for them: not a pile of paper, and nothing cut off.
fn the_list_for_the_province_is_short(desk: &mut Desk, id: &Value, names: &[&str]) {
    let pdf = desk.paper("decisions.list_pdf", json!({ "id": id, "design": null }));
    let text = text_of_pdf(desk, &pdf);
    for name in names {
        assert!(text.contains(name), "{name} is not on the list:\n{text}");
    }
    let whole = "Đã có thành tích xuất sắc trong phong trào thi đua “Dạy tốt – Học tốt”";
    assert_eq!(text.matches(whole).count(), names.len(), "{text}");
    assert!(text.contains("Tổng cộng") && text.contains("27.500.000"), "{text}");
    let path = desk.put(&pdf);
    let about = printed_by("pdfinfo", &[path.as_os_str()]);
    let pages = about.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().to_owned();
    assert!(pages.parse::<u32>().unwrap() <= 4, "{pages} pages");
}

/// Tries to change the issued decision, then corrects the member's own record.
fn the_issued_decision_stays(desk: &mut Desk, id: &Value, page: &Value, on_paper: &str) {
    let line = page["recipients"].as_array().unwrap().iter().find(|line| line["kind"] == "individual").unwrap();
    let refusal = desk.refused(
        "decisions.edit_recipients",
        json!({ "id": id, "cells": [{ "recipient": line["id"], "field": "name", "text": "Người Khác" }] }),
    );
    assert!(refusal.contains("đã ban hành") && refusal.contains("quyết định sửa đổi"), "{refusal}");
    assert!(desk.refused("journal.undo", json!({ "act": null })).contains("125/QĐ-LĐLĐ đã ban hành"));

    desk.call(
        "members.edit",
        json!({ "cells": [{ "id": line["member"], "field": "full_name", "text": "Tên Đã Sửa" }] }),
    );
    let pdf = desk.paper("decisions.pdf", json!({ "id": id }));
    let again = text_of_pdf(desk, &pdf);
    assert_eq!(again, on_paper);
    assert_eq!(desk.call("decisions.page", json!({ "id": id }))["recipients"], page["recipients"]);
}

fn text_of_pdf(desk: &Desk, paper: &office::paper::Paper) -> String {
    let path = desk.put(paper);
    keep(&path);
    let text = printed_by("pdftotext", &[path.as_os_str(), OsStr::new("-")]);
    // a no-break space keeps "Bà" beside the name
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every cell of the first sheet as `row TAB value`, read by another program than ours.
fn cells_of_xlsx(desk: &Desk, paper: &office::paper::Paper) -> String {
    const SCRIPT: &str = "import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows():
    for cell in row:
        if cell.value is not None:
            print(cell.coordinate, cell.value, sep='\\t')";
    let path = desk.put(paper);
    keep(&path);
    printed_by(&python(), &[OsStr::new("-c"), OsStr::new(SCRIPT), path.as_os_str()])
}

/// Keeps a paper for people to look at, where they have said where.
fn keep(path: &std::path::Path) {
    if let Some(folder) = std::env::var_os("SOVANG_SHOTS") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::copy(path, std::path::Path::new(&folder).join(path.file_name().unwrap())).unwrap();
    }
}

/// The system's Python, where `make` has installed openpyxl.
fn python() -> String {
    std::env::var("SOVANG_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned())
}

#[test]
fn a_paper_of_a_draft_can_be_looked_at_before_it_has_number_and_day() {
    let mut desk = district();
    let id = desk.call("decisions.new", json!({ "year": 2026 }))["value"].clone();
    let pdf = desk.paper("decisions.pdf", json!({ "id": id }));
    assert_eq!(pdf.file_name, "Dự thảo quyết định.pdf");
    assert!(text_of_pdf(&desk, &pdf).contains("QUYẾT ĐỊNH"));
}
