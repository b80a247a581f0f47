//! What was decided for a day that has not come: until then every room names and places the unit as it is today.

use serde_json::{Value, json};
use stories::through_the_door::{Desk, day};

/// Everything that a room shows of units, this year and last.
fn seen(desk: &mut Desk) -> Vec<(String, Value)> {
    let page = |query: Value| json!({ "query": query, "offset": 0, "limit": 50 });
    let mut asked = vec![
        ("overview.find", json!({ "text": "Đông Khê", "limit": 20 })),
        ("overview.unit_gaps", Value::Null),
        ("years.due", json!({ "days": 400 })),
        ("units.list", json!({})),
        ("members.page", page(json!({ "sort": "unit" }))),
        ("members.page", page(json!({ "units": [1], "with_units_below": true }))),
        ("decisions.candidates", json!({ "kind": "individual", "text": "Hoa", "decision": null })),
        ("decisions.candidates", json!({ "kind": "collective", "text": "Đông Khê", "decision": null })),
    ];
    for year in [2023, 2024] {
        asked.extend([
            ("years.calendar", json!({ "year": year })),
            ("pledges.page", page(json!({ "year": year }))),
            ("pledges.figures", json!({ "year": year, "map": "then" })),
            ("pledges.missing", json!({ "year": year, "expected": "units" })),
            ("scores.blocs", json!({ "year": year, "half": 0 })),
            ("scores.book", json!({ "bloc": 1, "year": year, "half": 0 })),
            ("movements.registrations", page(json!({ "year": year }))),
            ("movements.taking_part", json!({ "year": year, "movement": null })),
            ("initiatives.page", page(json!({ "year": year }))),
            ("initiatives.figures", json!({ "year": year, "programme": null, "map": "then" })),
            ("targets.page", json!({ "year": year, "behind": false, "text": "" })),
            ("compacts.get", json!({ "bloc": 1, "year": year })),
            ("training.figures", json!({ "year": year, "within": null })),
        ]);
    }
    asked.into_iter().map(|(name, args)| (format!("{name} {args}"), desk.call(name, args))).collect()
}

fn establish(desk: &mut Desk, code: &str, name: &str) -> Value {
    let draft = json!({ "code": code, "name": name, "level": "grassroots_union", "kind": "xa", "sector": "public",
                        "calendar": "year", "bloc": 1, "established": { "y": 2004, "precision": "year" } });
    desk.call("units.establish", json!({ "draft": draft }))["value"].clone()
}

fn join(desk: &mut Desk, unit: &Value, name: &str) -> Value {
    let draft = json!({ "full_name": name, "gender": "nu" });
    desk.call("members.add", json!({ "unit": unit, "began": "listed", "draft": draft }))["value"]["id"].clone()
}

/// Two unions of one bloc, with this year's work of the first in every room.
fn district() -> Desk {
    let mut desk = Desk::on(day(2024, 11, 18));
    desk.call("units.set_bloc", json!({ "no": 1, "name": "Khối Xã" }));
    desk.call("units.set_bloc", json!({ "no": 2, "name": "Khối Doanh nghiệp" }));
    let unit = establish(&mut desk, "XA01", "CĐCS xã Đông Khê");
    let other = establish(&mut desk, "XA02", "CĐCS xã Kim Lũ");
    let member = join(&mut desk, &unit, "Nguyễn Thị Hoa");
    join(&mut desk, &other, "Trần Thị Yến");
    for year in [2023, 2024] {
        desk.call("years.open", json!({ "year": year, "heads": false, "shortcomings": false, "targets": false }));
        for (kind, id) in [("member", &member), ("unit", &unit)] {
            let pledge = json!({ "content": { "duty": "Hoàn thành nhiệm vụ" } });
            desk.call("pledges.register", json!({ "of": { "kind": kind, "id": id }, "year": year, "draft": pledge }));
        }
        let title = json!([{ "year": year, "unit": unit, "kind": "individual", "member": member,
                             "title": "Lao động tiên tiến", "received_on": format!("{year}-01-10") }]);
        desk.call("movements.register", title);
        let initiative = json!({ "year": year, "title": format!("Cải tiến trạm bơm số {year}"), "unit": unit,
                                 "authors": [{ "name": "Nguyễn Thị Hoa", "member": member }] });
        desk.call("initiatives.register", initiative);
        let period = desk.call("periods.list", json!({ "year": year }))[0]["id"].clone();
        for unit in [&unit, &other] {
            let target = json!({ "name": "Kết nạp đoàn viên", "measure": "người", "period": period, "whom": "unit",
                                 "bloc": null, "unit": unit, "goal": "10", "document": "" });
            desk.call("targets.give", target);
        }
    }
    let years = json!([{ "year": 2024, "head": unit, "deputy": other }]);
    desk.call("units.set_bloc", json!({ "id": 1, "no": 1, "name": "Khối Xã", "years": years }));
    desk
}

fn draft(desk: &mut Desk, changed: &Value) -> Value {
    let known = desk.call("units.get", json!({ "id": 1, "as_of": null }));
    let (unit, state) = (&known["unit"], &known["states"][0]);
    let mut draft = json!({ "code": unit["code"], "established": unit["established"] });
    let fields = ["name", "level", "kind", "sector", "calendar", "parent", "bloc", "address", "phone"];
    for field in fields {
        draft[field] = state[field].clone();
    }
    draft.as_object_mut().unwrap().extend(changed.as_object().unwrap().clone());
    draft
}

#[test]
fn a_change_that_is_still_to_come_shows_in_no_room_until_its_day() {
    let mut desk = district();
    let before = seen(&mut desk);
    let changes = [
        json!({ "name": "CĐCS phường An Mới" }),
        json!({ "bloc": 2 }),
        json!({ "calendar": "school" }),
        json!({ "parent": 2, "level": "member_grassroots_union" }),
    ];
    let chair = json!({ "id": null, "name": "Lê Văn Mới", "member": null, "post": "Chủ tịch", "since": "2024-12-15",
                        "until": null, "document": "" });
    desk.call("units.officers", json!({ "unit": 1, "officers": [chair] }));
    assert_eq!(before, seen(&mut desk), "a chair who is still to come");
    for since in ["2024-12-15", "2025-03-01"] {
        for changed in &changes {
            let draft = draft(&mut desk, changed);
            desk.call("units.change", json!({ "id": 1, "draft": draft, "since": since, "document": "12/QĐ" }));
            for ((asked, before), (_, now)) in before.iter().zip(seen(&mut desk)) {
                assert_eq!(*before, now, "{asked}, with {changed} from {since}");
            }
            desk.call("journal.undo", json!({ "act": null, "keep_edited": false }));
        }
    }
    desk.call("units.rename", json!({ "id": 1, "name": "CĐCS phường An Mới", "since": "2024-12-15", "document": "" }));
    desk.clock.advance(day(2024, 12, 15) - day(2024, 11, 18));
    let found = desk.call("overview.find", json!({ "text": "An Mới", "limit": 5 }));
    assert_eq!(found[0]["title"], "CĐCS phường An Mới");
    let candidates =
        desk.call("decisions.candidates", json!({ "kind": "collective", "text": "An Mới", "decision": null }));
    assert_eq!(candidates[0]["name"], "CĐCS phường An Mới");
}

#[test]
fn a_new_name_leaves_the_figures_of_the_years_before_as_they_were() {
    let mut desk = district();
    desk.call("units.rename", json!({ "id": 1, "name": "CĐCS phường An Mới", "since": "2024-06-01", "document": "" }));
    let then = desk.call("initiatives.figures", json!({ "year": 2023, "programme": null, "map": "then" }));
    let now = desk.call("initiatives.figures", json!({ "year": 2024, "programme": null, "map": "then" }));
    assert_eq!(then["units"][0]["name"], "CĐCS xã Đông Khê");
    assert_eq!(now["units"][0]["name"], "CĐCS phường An Mới");
}
