//! The story of a year's pledges: registered, confirmed, posted, reviewed at mid-year, assessed, and what was not mended
//! comes back the year after.

use serde_json::{Value, json};
use stories::through_the_door::{Desk, day};

const PEOPLE: usize = 10;

/// A commune with ten members, every other one a woman, the first four of the Party.
fn commune(desk: &mut Desk) -> (Value, Vec<Value>) {
    let unit = desk.call(
        "units.establish",
        json!({ "draft": {
            "code": "VT20", "name": "CĐCS xã Tân Kiều", "level": "grassroots_union", "kind": "xa", "sector": "public",
            "calendar": "year",
        } }),
    )["value"]
        .clone();
    let given = ["Ân", "Bình", "Cúc", "Dũng", "Đào", "Giang", "Hoa", "Khánh", "Lan", "Minh"];
    let members = (0..PEOPLE).map(|at| {
        desk.call(
            "members.add",
            json!({ "unit": unit, "began": "listed", "draft": {
                "full_name": format!("Nguyễn Thị {}", given[at]), "gender": if at % 2 == 0 { "nu" } else { "nam" },
                "party_member": at < 4, "position": "Công chức",
            } }),
        )["value"]["id"]
            .clone()
    });
    let members = members.collect();
    (unit, members)
}

fn pledge(desk: &mut Desk, member: &Value, year: i32, shortcomings: &Value) -> Value {
    desk.call(
        "pledges.register",
        json!({ "of": { "kind": "member", "id": member }, "year": year, "draft": {
            "content": {
                "ideology": "Giữ vững lập trường; học tập đầy đủ các nghị quyết.",
                "duty": "Không để trễ hạn hồ sơ nào trong năm.",
                "following": "Mỗi tuần đọc một mẩu chuyện về Bác.",
            },
            "shortcomings": shortcomings,
        } }),
    )["value"]
        .clone()
}

fn figures(desk: &mut Desk, year: i32) -> Value {
    desk.call("pledges.figures", json!({ "year": year }))["whole"].clone()
}

fn names(desk: &mut Desk, query: &Value) -> Vec<String> {
    let page = desk.call("pledges.page", json!({ "query": query, "offset": 0, "limit": 200 }));
    page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

fn grade(desk: &mut Desk, part: &str, name: &str) -> Value {
    let year = desk.call("pledges.year", json!({ "year": 2024 }));
    let grades = year["grades"].as_array().unwrap().clone();
    grades.into_iter().find(|grade| grade["part"] == part && grade["name"] == name).unwrap()["id"].clone()
}

#[test]
fn s1_a_years_pledges_from_registration_to_what_is_carried_into_the_next_year() {
    let mut desk = Desk::on(day(2024, 1, 20));
    let (unit, members) = commune(&mut desk);
    desk.call("pledges.set_topic", json!({ "year": 2024, "topic": "Nêu cao tinh thần phục vụ Nhân dân" }));

    // January: eight of ten register; the board says who is missing, with a message to copy
    let late = json!([
        { "shortcoming": "Còn chậm nộp báo cáo", "cause": "Chưa sắp xếp công việc", "correction": "Lập kế hoạch tuần",
          "deadline": "2024-06-30", "follower": "Tổ trưởng" },
        { "shortcoming": "Ít tham gia sinh hoạt", "correction": "Dự đủ các buổi" },
    ]);
    let none = json!([]);
    let ids: Vec<Value> = members[..8]
        .iter()
        .enumerate()
        .map(|(at, member)| pledge(&mut desk, member, 2024, if at == 0 { &late } else { &none }))
        .collect();
    let missing = desk.call("pledges.missing", json!({ "year": 2024, "expected": "everyone" }));
    assert_eq!((missing["expected"].as_i64(), missing["missing"].as_i64()), (Some(10), Some(2)));
    assert!(missing["units"][0]["message"].as_str().unwrap().contains("2/10 đoàn viên"));
    let who = desk.call("pledges.missing_names", json!({ "year": 2024, "expected": "everyone", "unit": unit }));
    assert_eq!(who.as_array().unwrap().len(), 2);
    for member in &members[8..] {
        pledge(&mut desk, member, 2024, &none);
    }

    // February: the cell confirms Party members, the union the others; all are posted
    desk.move_to(day(2024, 2, 20));
    let all = json!({ "query": { "year": 2024 } });
    desk.call("pledges.confirm", json!({ "pledges": all }));
    let first = desk.call("pledges.get", json!({ "id": ids[0] }));
    assert_eq!(first["line"]["confirmed_by"], "Chi bộ");
    assert_eq!(first["topic"], "Nêu cao tinh thần phục vụ Nhân dân");
    assert_eq!(first["shortcomings"], Value::Null, "what people write about their shortcomings is masked");
    desk.call(
        "pledges.post",
        json!({ "pledges": all, "place": "Bảng tin UBND xã", "from": "2024-02-26", "until": "2024-03-26" }),
    );

    // July: eight of ten are reviewed: 80 %
    desk.move_to(day(2024, 7, 20));
    let done = grade(&mut desk, "item", "Đạt");
    desk.call(
        "pledges.assess",
        json!({ "pledges": { "ids": ids }, "part": { "of": "half", "no": 1 }, "assessor": "confirmer", "percent": 80,
                "items": { "duty": done } }),
    );
    let mid = figures(&mut desk, 2024);
    assert_eq!(
        (mid["registered"].as_i64(), mid["posted"].as_i64(), mid["reviewed"].as_i64()),
        (Some(10), Some(10), Some(8))
    );
    assert_eq!(mid["reviewed"].as_i64().unwrap() * 100 / mid["registered"].as_i64().unwrap(), 80);
    assert_eq!(names(&mut desk, &json!({ "year": 2024, "done": "reviewed" })).len(), 8);
    assert_eq!(names(&mut desk, &json!({ "year": 2024, "lacks": "reviewed" })), ["Nguyễn Thị Lan", "Nguyễn Thị Minh"]);
    assert_eq!(names(&mut desk, &json!({ "year": 2024, "shortcomings": "overdue" })), ["Nguyễn Thị Ân"]);

    // one shortcoming is mended, the other is not
    let unmasking = desk.call("members.unmask", json!({ "screen": "cam-ket" }))["value"].clone();
    let open = desk.call("pledges.shortcomings", json!({ "query": { "year": 2024 }, "unmasking": unmasking }));
    assert_eq!(open.as_array().unwrap().len(), 2);
    desk.call(
        "pledges.mend",
        json!({ "id": open[0]["shortcoming"]["id"], "mending": "Nộp đúng hạn sáu tháng liền", "mended_on": "2024-07-15" }),
    );

    // December: oneself, then the confirmer
    desk.move_to(day(2024, 12, 10));
    let good = grade(&mut desk, "whole", "Hoàn thành tốt nhiệm vụ");
    for assessor in ["self", "confirmer"] {
        desk.call(
            "pledges.assess",
            json!({ "pledges": all, "part": { "of": "year" }, "assessor": assessor, "grade": good }),
        );
    }
    assert_eq!(figures(&mut desk, 2024)["assessed"], 10);
    assert_eq!(names(&mut desk, &json!({ "year": 2024, "grade": good })).len(), 10);

    // next year, what was not mended is there again
    desk.move_to(day(2025, 1, 15));
    let next = pledge(&mut desk, &members[0], 2025, &none);
    let unmasking = desk.call("members.unmask", json!({ "screen": "cam-ket" }))["value"].clone();
    let record = desk.call("pledges.get", json!({ "id": next, "unmasking": unmasking }));
    let carried = record["shortcomings"].as_array().unwrap();
    assert_eq!(carried.len(), 1);
    assert_eq!(
        (carried[0]["shortcoming"].as_str(), carried[0]["carried_from"].as_i64()),
        (Some("Ít tham gia sinh hoạt"), Some(2024))
    );
}
