//! The register of documents through the door: what came in, what went out, and the counts of five years.

use serde_json::{Value, json};
use std::ffi::OsStr;
use stories::through_the_door::{Desk, day, printed_by};

/// Writes a document into the register; answers its key.
fn save(desk: &mut Desk, draft: Value) -> Value {
    desk.call("documents.save", draft)["value"].clone()
}

fn going_out(kind: &str, number: &str, dated: &str, summary: &str) -> Value {
    json!({ "direction": "out", "kind": kind, "number": number, "dated": dated, "party": "Các CĐCS", "summary": summary })
}

fn register(desk: &mut Desk, query: Value) -> Value {
    desk.call("documents.register", query)
}

fn numbers(register: &Value) -> Vec<&str> {
    register["lines"].as_array().unwrap().iter().map(|line| line["number"].as_str().unwrap()).collect()
}

/// Asked for by every column that the page has; the page decides which are shown.
fn columns() -> Value {
    let columns = [
        ("number", "Số, ký hiệu", 170),
        ("dated", "Ngày văn bản", 120),
        ("kind", "Loại", 120),
        ("summary", "Trích yếu", 300),
        ("party", "Nơi gửi, nơi nhận", 210),
        ("deadline", "Hạn xử lý", 110),
        ("state", "Xử lý", 120),
        ("files", "Tệp", 60),
    ];
    columns.map(|(key, title, width)| json!({ "key": key, "title": title, "width": width })).into()
}

fn printed(desk: &mut Desk, query: &Value) -> String {
    let paper = desk.paper("documents.pdf", json!({ "query": query, "columns": columns(), "filter": "năm 2020" }));
    let path = desk.put(&paper);
    let text = printed_by("pdftotext", &[path.as_os_str(), OsStr::new("-")]);
    // Long numbers may be broken in a narrow column.
    text.replace('\u{200b}', "").replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn s10_letters_and_plans_are_found_by_number_and_day_and_linked_to_the_decision_that_they_led_to() {
    let mut desk = Desk::on(day(2020, 6, 1));
    let decision = desk.call("decisions.new", json!({ "year": 2020 }))["value"].clone();
    desk.call(
        "decisions.edit",
        json!({ "id": decision, "number": "125", "signed_on": "20/5/2020", "summary": "Về việc tặng Giấy khen năm 2020" }),
    );
    let letter = save(
        &mut desk,
        json!({
            "direction": "in", "kind": "cong_van", "number": "677/LĐLĐ-TCTGNC", "dated": "2020-02-24", "arrived": "2020-02-26",
            "party": "LĐLĐ tỉnh Hoài Giang", "summary": "V/v triển khai phong trào thi đua yêu nước năm 2020",
            "deadline": "2020-03-15",
        }),
    );
    save(
        &mut desk,
        json!({
            "direction": "in", "kind": "ke_hoach", "number": "363/KH-UBND", "dated": "2020-02-18", "arrived": "2020-02-20",
            "party": "UBND tỉnh Hoài Giang", "summary": "Tổ chức phong trào thi đua năm 2020",
        }),
    );
    save(&mut desk, going_out("ke_hoach", "80/KH-LĐLĐ", "2020-03-02", "Phát động thi đua chào mừng Đại hội"));
    assert_eq!(desk.call("documents.next_number", json!({ "kind": "ke_hoach", "year": 2020 })), "81/KH-LĐLĐ");
    let plan = save(
        &mut desk,
        json!({
            "direction": "out", "kind": "ke_hoach", "number": "82/KH-LĐLĐ", "dated": "2020-03-09", "party": "Các CĐCS",
            "summary": "Khen thưởng đợt thi đua chào mừng Đại hội", "decision": decision,
        }),
    );

    // By number, by day, by the words of the summary without accents.
    for (query, found) in [
        (json!({ "text": "677" }), vec!["677/LĐLĐ-TCTGNC"]),
        (json!({ "text": "kh-ldld" }), vec!["82/KH-LĐLĐ", "80/KH-LĐLĐ"]),
        (json!({ "from": "2020-02-24", "to": "2020-02-24" }), vec!["677/LĐLĐ-TCTGNC"]),
        (json!({ "text": "phong trao thi dua", "direction": "in" }), vec!["677/LĐLĐ-TCTGNC", "363/KH-UBND"]),
    ] {
        assert_eq!(numbers(&register(&mut desk, query.clone())), found, "{query}");
    }
    let linked = desk.call("documents.get", json!({ "id": plan }));
    assert_eq!(linked["draft"]["decision"], decision);
    assert!(linked["decision_number"].as_str().unwrap().contains("125"), "{}", linked["decision_number"]);

    // What the province asked for is late until it is said to be done.
    let late = json!({ "due": "late" });
    assert_eq!(numbers(&register(&mut desk, late.clone())), ["677/LĐLĐ-TCTGNC"]);
    assert!(printed(&mut desk, &json!({ "text": "677" })).contains("Quá hạn"));
    desk.call("documents.handle", json!({ "ids": [letter], "day": "2020-06-01" }));
    assert!(numbers(&register(&mut desk, late)).is_empty());

    let paper = printed(&mut desk, &json!({ "from": "2020-01-01", "to": "2020-12-31" }));
    for words in
        ["SỔ VĂN BẢN", "677/LĐLĐ-TCTGNC", "24/02/2020", "363/KH-UBND", "Đã xử lý", "Gồm: 3 kế hoạch, 1 công văn."]
    {
        assert!(paper.contains(words), "{words} is not on paper:\n{paper}");
    }
}

#[test]
fn s11_twelve_plans_eight_guides_and_ten_letters_of_five_years_open_their_lists() {
    let mut desk = Desk::on(day(2024, 12, 20));
    for (kind, sign, count) in [("ke_hoach", "/KH-LĐLĐ", 12), ("huong_dan", "/HD-LĐLĐ", 8), ("cong_van", "/LĐLĐ", 10)]
    {
        for at in 0..count {
            let dated = format!("{}-{:02}-15", 2020 + at % 5, at / 5 + 1);
            save(&mut desk, going_out(kind, &format!("{}{sign}", at + 1), &dated, "Công tác thi đua, khen thưởng"));
        }
    }
    // One of another time and one of the other way are not counted.
    save(&mut desk, going_out("ke_hoach", "7/KH-LĐLĐ", "2019-05-15", "Công tác thi đua năm 2019"));
    let other = json!({
        "direction": "in", "kind": "cong_van", "number": "15/LĐLĐ", "dated": "2022-03-01", "arrived": "2022-03-02",
        "party": "LĐLĐ thành phố", "summary": "Công tác thi đua",
    });
    save(&mut desk, other);

    let five = json!({ "from": "2020-01-01", "to": "2024-12-31", "direction": "out" });
    let all = register(&mut desk, five.clone());
    assert_eq!(all["counted"], "12 kế hoạch, 8 hướng dẫn, 10 công văn");
    for (kind, count) in [("ke_hoach", 12), ("huong_dan", 8), ("cong_van", 10)] {
        assert_eq!(all["counts"][kind], count);
        let mut of_kind = five.clone();
        of_kind["kinds"] = json!([kind]);
        assert_eq!(numbers(&register(&mut desk, of_kind)).len(), count, "the list behind the count of {kind}");
    }
    let paper = printed(&mut desk, &five);
    assert!(paper.contains("Danh sách có 30 văn bản."), "{paper}");
    assert!(paper.contains("Gồm: 12 kế hoạch, 8 hướng dẫn, 10 công văn."), "{paper}");
}
