//! The story of June 2025: the district's union hands over and closes. 77 unions are dissolved and 7 go to the city, on one day, by
//! one decision; what was written last year stays as it was written.

use office::{members, units};
use serde_json::{Value, json};
use stories::deciding::Deciding;
use stories::through_the_door::{Desk, day, printed_by};

const DISSOLVED: usize = 77;
const TRANSFERRED: usize = 7;
/// Of the seven that go to the city.
const MEMBERS_TRANSFERRED: usize = 343;
/// Two of each dissolved one.
const MEMBERS_DISSOLVED: usize = 2 * DISSOLVED;

fn establish(desk: &mut Desk, code: &str, name: &str, kind: &str, bloc: &Value) -> Value {
    let draft = json!({ "code": code, "name": name, "level": "grassroots_union", "kind": kind, "sector": "public",
                        "calendar": "year", "bloc": bloc, "established": { "y": 2004, "precision": "year" } });
    desk.call("units.establish", json!({ "draft": draft }))["value"].clone()
}

fn join(desk: &mut Desk, unit: &Value, name: &str, woman: bool) -> Value {
    let draft = json!({ "full_name": name, "gender": if woman { "nu" } else { "nam" }, "ethnicity": "Khmer",
                        "position": "Công nhân" });
    desk.call("members.add", json!({ "unit": unit, "began": "listed", "draft": draft }))["value"]["id"].clone()
}

/// 85 unions in two blocs: 77 of offices, 7 of firms, and one that stays.
struct District {
    desk: Desk,
    dissolved: Vec<Value>,
    transferred: Vec<Value>,
    stays: Value,
    awarded: Value,
}

fn district() -> District {
    let mut desk = Desk::on(day(2024, 11, 18));
    let blocs: Vec<Value> = [(1, "Khối Hành chính sự nghiệp"), (2, "Khối Doanh nghiệp")]
        .iter()
        .map(|(no, name)| desk.call("units.set_bloc", json!({ "no": no, "name": name }))["value"].clone())
        .collect();
    let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Vũ", "Hoàng", "Đặng", "Bùi", "Huỳnh"];
    let name = |at: usize| format!("{} Thị {}", families[at % 10], ["Hường", "Ánh", "Yến", "Oanh"][at % 4]);
    let mut awarded = Value::Null;
    let dissolved: Vec<Value> = (0..DISSOLVED)
        .map(|at| {
            let unit =
                establish(&mut desk, &format!("HC{at:02}"), &format!("CĐCS Cơ quan số {at}"), "co_quan", &blocs[0]);
            for person in 0..2 {
                let member = join(&mut desk, &unit, &name(at + person), true);
                if awarded.is_null() {
                    awarded = member;
                }
            }
            unit
        })
        .collect();
    let transferred: Vec<Value> = (0..TRANSFERRED)
        .map(|at| {
            let unit =
                establish(&mut desk, &format!("DN{at:02}"), &format!("CĐCS Công ty số {at}"), "dn_nnn", &blocs[1]);
            for person in 0..MEMBERS_TRANSFERRED / TRANSFERRED {
                join(&mut desk, &unit, &name(at + person), person % 2 == 0);
            }
            unit
        })
        .collect();
    let stays = establish(&mut desk, "XA01", "CĐCS xã Đông Khê", "xa", &blocs[0]);
    District { desk, dissolved, transferred, stays, awarded }
}

/// A decision of last year: two of the unions that will end, and one person.
fn award(district: &mut District) -> Value {
    let decision = Deciding {
        award: "certificate_upper_union",
        number: "125",
        signed_on: "18/11/2024",
        summary: "Về việc tặng Giấy khen năm 2024",
        citation: "đã có thành tích xuất sắc năm 2024",
        units: &[district.dissolved[0].clone(), district.transferred[0].clone()],
        people: std::slice::from_ref(&district.awarded),
    };
    decision.issued(&mut district.desk)
}

/// The papers of last year, and the words on the one for print.
fn papers(desk: &mut Desk, decision: &Value) -> (Vec<Vec<u8>>, String) {
    let pdf = desk.paper("decisions.pdf", json!({ "id": decision }));
    let docx = desk.paper("decisions.docx", json!({ "id": decision }));
    let xlsx = desk.paper("decisions.xlsx", json!({ "id": decision, "design": null }));
    let path = desk.put(&pdf);
    let words = printed_by("pdftotext", &["-layout".as_ref(), path.as_os_str(), "-".as_ref()]);
    (vec![pdf.bytes, docx.bytes, xlsx.bytes], words)
}

/// Units and members as scripts read them.
fn dumped(desk: &mut Desk) -> String {
    let office = desk.home.office().unwrap();
    let mut out = Vec::new();
    units::dump(office, &mut out).unwrap();
    members::dump(office, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn list(desk: &mut Desk, more: &Value) -> Value {
    let mut query = json!({ "living": true });
    query.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.call("units.list", query)
}

fn by_bloc(desk: &mut Desk, map: &str) -> Vec<(String, usize, i64, i64)> {
    let found = desk.call("units.figures", json!({ "as_of": "2024-12-31", "by": "bloc", "map": map }));
    let rows = found["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        let units = row["units"].as_array().unwrap().len();
        (
            row["label"].as_str().unwrap().to_owned(),
            units,
            row["now"].as_i64().unwrap(),
            row["members"].as_i64().unwrap(),
        )
    })
    .collect()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap()
}

#[test]
fn seventy_seven_unions_end_and_seven_leave_on_one_day_and_last_year_stays_as_it_was() {
    let mut district = district();
    let decision = award(&mut district);
    let District { mut desk, dissolved, transferred, stays, .. } = district;
    desk.clock.advance(day(2025, 6, 10) - day(2024, 11, 18));
    let papers_before = papers(&mut desk, &decision);
    assert!(
        papers_before.1.contains("CĐCS Cơ quan số 0") && papers_before.1.contains("125/QĐ-LĐLĐ"),
        "{}",
        papers_before.1
    );
    let dump_before = dumped(&mut desk);
    let last_year = list(&mut desk, &json!({ "as_of": "2024-12-31" }));
    assert_eq!(last_year["total"], DISSOLVED + TRANSFERRED + 1);

    // the members of those that are dissolved go to the union that stays; the decision is one
    let wish = json!({ "day": "2025-06-10", "document": "64/QĐ-LĐLĐ", "dissolve": dissolved, "transfer": transferred,
                       "members": { "kind": "move", "unit": stays }, "to": "LĐLĐ thành phố Cần Thơ" });
    let plan = desk.call("units.plan_end", wish.clone());
    assert_eq!(plan["lines"].as_array().unwrap().len(), DISSOLVED + TRANSFERRED);
    assert_eq!((&plan["moved"], &plan["transferred"]), (&json!(MEMBERS_DISSOLVED), &json!(MEMBERS_TRANSFERRED)));
    assert_eq!(dumped(&mut desk), dump_before, "looking ahead writes nothing");
    let done = desk.call("units.end_many", wish);
    assert_eq!(done["value"], MEMBERS_DISSOLVED + MEMBERS_TRANSFERRED);

    let now = list(&mut desk, &json!({}));
    assert_eq!((&now["total"], &now["members"]), (&json!(1), &json!(MEMBERS_DISSOLVED)));
    let left = json!({ "query": { "statuses": ["transferred_out"], "sort": "name" }, "offset": 0, "limit": 1 });
    assert_eq!(desk.call("members.page", left)["total"], MEMBERS_TRANSFERRED);
    let record = desk.call("units.get", json!({ "id": transferred[0] }));
    assert_eq!((&record["unit"]["ending"], &record["unit"]["ended_by"]), (&json!("transferred"), &json!("64/QĐ-LĐLĐ")));
    assert_eq!(record["events"][0]["note"], "LĐLĐ thành phố Cần Thơ");

    last_year_is_as_it_was(&mut desk, &decision, &papers_before, &last_year);
    the_package_holds_what_leaves(&mut desk, &transferred);

    let all = count(MEMBERS_DISSOLVED + MEMBERS_TRANSFERRED);
    let one = "1. Khối Hành chính sự nghiệp".to_owned();
    let two = "2. Khối Doanh nghiệp".to_owned();
    let (first, second) = (count(MEMBERS_DISSOLVED), count(MEMBERS_TRANSFERRED));
    assert_eq!(first + second, all);
    assert_eq!(by_bloc(&mut desk, "then"), [(one.clone(), 78, 78, first), (two, 7, 7, second)]);
    assert_eq!(by_bloc(&mut desk, "now"), [(one, 78, 1, first), ("Không còn: chuyển giao".to_owned(), 7, 0, second)]);

    // one step back
    desk.call("journal.undo", json!({ "act": null, "keep_edited": false }));
    assert_eq!(dumped(&mut desk), dump_before);
    assert_eq!(list(&mut desk, &json!({}))["total"], DISSOLVED + TRANSFERRED + 1);
    desk.call("journal.redo", Value::Null);
    assert_eq!(list(&mut desk, &json!({}))["total"], 1);
}

fn last_year_is_as_it_was(
    desk: &mut Desk,
    decision: &Value,
    papers_before: &(Vec<Vec<u8>>, String),
    list_before: &Value,
) {
    let after = papers(desk, decision);
    assert_eq!(after.1, papers_before.1);
    assert!(after.0 == papers_before.0, "byte for byte");
    let after = list(desk, &json!({ "as_of": "2024-12-31" }));
    assert_eq!((&after["total"], &after["members"]), (&list_before["total"], &list_before["members"]));
    let names = |page: &Value| -> Vec<Value> {
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| json!([row["code"], row["name"], row["bloc"], row["members"]]))
            .collect()
    };
    assert_eq!(names(&after), names(list_before));
}

fn the_package_holds_what_leaves(desk: &mut Desk, transferred: &[Value]) {
    let paper = desk.paper("units.handover", json!({ "units": transferred }));
    let path = desk.put(&paper);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let names = calamine::Reader::sheet_names(&book);
    assert_eq!(names, ["Đơn vị", "Đoàn viên", "Khen thưởng"]);
    let mut words = |tab: &str| -> Vec<String> {
        let range = calamine::Reader::worksheet_range(&mut book, tab).unwrap();
        range.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect()
    };
    let units = words("Đơn vị");
    assert_eq!(units.iter().filter(|row| row.contains("|DN0")).count(), TRANSFERRED, "{units:#?}");
    assert!(units.iter().any(|row| row.contains("Danh sách có 7 đơn vị")));
    let people = words("Đoàn viên");
    assert!(people.iter().any(|row| row.contains(&format!("Danh sách có {MEMBERS_TRANSFERRED} đoàn viên"))));
    assert!(!people.join("\n").contains("Khmer"), "restricted fields stay out unless asked for");
    let awards = words("Khen thưởng");
    assert!(awards.iter().any(|row| row.contains("CĐCS Công ty số 0") && row.contains("125/QĐ-LĐLĐ")), "{awards:#?}");
    let leave = desk.call("members.unmask", json!({ "screen": "ban-giao" }))["value"].clone();
    let paper = desk.paper("units.handover", json!({ "units": transferred, "unmasking": leave }));
    let path = desk.put(&paper);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, "Đoàn viên").unwrap();
    let khmer = range.rows().filter(|row| row.iter().any(|cell| cell == "Khmer")).count();
    assert_eq!(khmer, MEMBERS_TRANSFERRED);
}
