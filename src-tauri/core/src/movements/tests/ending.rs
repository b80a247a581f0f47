//! Units that end, years that close, days that cannot be.

use super::*;
use crate::members;
use serde_json::{from_value, json};

/// The enterprise (VT67) ended on 5 February, and with it one of its two members; the other had gone to the school.
fn with_an_ended_unit() -> Office {
    let mut office = office();
    let mut add = |name: &str| {
        let add = json!({ "unit": 2, "draft": { "full_name": name, "gender": "nu" }, "began": "listed" });
        members::add(&mut office, from_value(add).unwrap()).unwrap().value.id
    };
    let (_, other) = (add("Trần Thị Vi"), add("Lê Thị Hoa"));
    register(&mut office, vec![registration(2, "2024-01-20")]).unwrap();
    let moving = json!({ "members": { "ids": [other] }, "unit": 1, "since": "2024-02-05", "document": "" });
    members::move_to(&mut office, from_value(moving).unwrap()).unwrap();
    let end = json!({ "unit": 2, "day": "2024-02-05", "document": "", "members": { "kind": "end" } });
    members::dissolve(&mut office, from_value(end).unwrap()).unwrap();
    office
}

#[test]
fn a_unit_that_ended_in_the_year_stands_with_what_it_registered_and_the_rows_add_up() {
    let mut office = with_an_ended_unit();
    let part = taking_part(&mut office, TakingPartAsk { year: 2024, movement: None }).unwrap();
    let rows: Vec<_> = part.units.iter().map(|unit| (unit.code.as_str(), unit.members, unit.registrations)).collect();
    assert_eq!(rows, [("VT31", 1, 0), ("VT67", 1, 1)]);
    let whole = &part.whole;
    assert_eq!((whole.units, whole.units_registered, whole.members, whole.registrations), (2, 1, 2, 1));
    assert_eq!(whole.people_percent.to_string(), "50 %");
}

#[test]
fn an_ended_unit_and_who_left_with_it_register_for_the_years_of_their_time_only() {
    let mut office = with_an_ended_unit();
    let collective = RegistrationDraft {
        kind: RegistrationKind::Collective,
        name: String::new(),
        honorific: String::new(),
        ..registration(2, "2024-01-22")
    };
    register(&mut office, vec![collective.clone()]).unwrap();
    let later = RegistrationDraft { year: 2025, ..collective };
    let error = register(&mut office, vec![later]).unwrap_err();
    assert_eq!(fields(&error), ["0.unit"]);
    assert!(error.sentences().contains("đã kết thúc hoạt động từ 05/02/2024"), "{error}");
    let gone = registered(&mut office, RegistrationQuery::default()).remove(0).member;
    let of = |year| RegistrationDraft {
        year,
        member: gone,
        unit: UnitId(1),
        title: "CSTĐ".into(),
        ..registration(1, "2024-02-09")
    };
    assert_eq!(fields(&register(&mut office, vec![of(2025)]).unwrap_err()), ["0.name"]);
    register(&mut office, vec![of(2024)]).unwrap();
}

#[test]
fn days_that_cannot_belong_to_the_year_are_refused() {
    let mut office = with_an_ended_unit();
    let early = RegistrationDraft { name: "Lê Văn Thông".into(), ..registration(1, "1925-01-10") };
    assert_eq!(fields(&register(&mut office, vec![early]).unwrap_err()), ["0.received_on"]);
    let movement = set(&mut office, MovementDraft { since: None, ..drive() }).unwrap().value;
    let launched = |office: &mut Office, unit: i64, year: i32, on: &str| {
        let draft =
            LaunchDraft { movement, year, units: vec![UnitId(unit)], launched_on: day(on), document: String::new() };
        launch(office, draft).map_err(|error| fields(&error))
    };
    assert_eq!(launched(&mut office, 1, 2023, "2024-02-01").unwrap_err(), ["launched_on"]);
    assert_eq!(launched(&mut office, 2, 2024, "2024-02-06").unwrap_err(), ["units"]);
    launched(&mut office, 2, 2024, "2024-02-01").unwrap();
}

fn review(movement: MovementId, held_on: &str) -> ReviewDraft {
    ReviewDraft {
        id: None,
        movement,
        kind: ReviewKind::Interim,
        held_on: day(held_on),
        document: String::new(),
        result: "Kết nạp 120 đoàn viên".into(),
        awarded: String::new(),
    }
}

#[test]
fn a_review_comes_after_the_beginning_and_that_of_a_closed_year_stays() {
    let mut office = office();
    let movement = set(&mut office, drive()).unwrap().value;
    assert_eq!(fields(&set_review(&mut office, review(movement, "2023-12-31")).unwrap_err()), ["held_on"]);
    let id = set_review(&mut office, review(movement, "2024-02-01")).unwrap().value;
    register(&mut office, vec![registration(2, "2024-01-20")]).unwrap();
    office.act(What::new("test.close", "Thử"), |pen| Ok(pen.execute("update period set closed = 1", [])?)).unwrap();
    let changed = ReviewDraft { id: Some(id), result: "Khác".into(), ..review(movement, "2024-02-01") };
    for refused in [
        set_review(&mut office, changed).map(drop),
        set_review(&mut office, review(movement, "2024-02-02")).map(drop),
        remove_review(&mut office, ReviewGone { id }).map(drop),
    ] {
        assert_eq!(fields(&refused.unwrap_err()), ["held_on"]);
    }
}
