//! By which day a registration is late, who is who among those that register, which units of which year are asked.

use super::*;
use crate::{calendar::PartialDate, members};
use serde_json::{from_value, json};

fn write(office: &mut Office, sql: &str) {
    office.act(What::new("test.write", "Thử"), |pen| Ok(pen.execute(sql, [])?)).unwrap();
}

fn deadline(id: Option<i64>, calendar: Option<Calendar>, month: u32) -> Deadline {
    Deadline {
        id: id.map(years::DeadlineId),
        what: DeadlineFor::Registration,
        name: "Đăng ký thi đua".into(),
        calendar,
        month,
        day: 25,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::General,
    }
}

fn stamped(office: &mut Office, draft: RegistrationDraft) -> (Option<NaiveDate>, bool) {
    let answer = try_register(office, vec![draft]).unwrap().remove(0);
    (answer.deadline, answer.late)
}

#[test]
fn a_deadline_of_its_calendar_stands_above_one_for_all_and_one_that_ended_stamps_nothing() {
    let mut office = office();
    let since = Some(day("2020-01-01"));
    years::set_deadline(&mut office, Deadline { since, ..deadline(None, None, 3) }).unwrap();
    assert_eq!(stamped(&mut office, registration(2, "2024-01-26")), (Some(day("2024-01-25")), true));
    let until = Some(day("2023-12-31"));
    years::set_deadline(&mut office, Deadline { until, ..deadline(Some(1), Some(Calendar::Year), 1) }).unwrap();
    assert_eq!(stamped(&mut office, registration(2, "2024-01-26")), (Some(day("2024-03-25")), false));
}

#[test]
fn the_day_of_a_drive_stamps_only_the_year_in_which_it_falls() {
    let mut office = office();
    let draft = MovementDraft { since: Some(day("2023-01-01")), register_by: Some(day("2023-06-30")), ..drive() };
    let movement = Some(set(&mut office, draft).unwrap().value);
    let within = RegistrationDraft { movement, ..registration(2, "2024-01-20") };
    assert_eq!(stamped(&mut office, within), (Some(day("2024-01-25")), false));
}

fn member(office: &mut Office, unit: i64, name: &str, birth: i32) -> crate::id::MemberId {
    let draft = json!({ "full_name": name, "gender": "nu", "birth": { "y": birth } });
    let add = json!({ "unit": unit, "draft": draft, "began": "listed" });
    members::add(office, from_value(add).unwrap()).unwrap().value.id
}

#[test]
fn who_pauses_is_recognised_by_name_and_a_namesake_of_another_birth_is_not() {
    let mut office = office();
    let id = member(&mut office, 2, "Trần Thị Vi", 1990);
    let pause = json!({ "members": { "ids": [id] }, "since": "2024-02-01", "document": "" });
    members::pause(&mut office, from_value(pause).unwrap()).unwrap();
    let born = |birth| RegistrationDraft { birth: PartialDate::from_iso(birth), ..registration(2, "2024-01-20") };
    register(&mut office, vec![registration(2, "2024-01-20"), born("1985")]).unwrap();
    register(&mut office, vec![born("1979")]).unwrap();
    let lines = registered(&mut office, RegistrationQuery::default());
    assert_eq!(lines.iter().map(|line| line.member).collect::<Vec<_>>(), [Some(id), None, None]);
    let part = taking_part(&mut office, TakingPartAsk { year: 2024, movement: None }).unwrap();
    assert_eq!(part.whole.people, 3);
}

#[test]
fn the_same_promise_in_two_movements_is_two_and_namesakes_of_two_units_are_two_people() {
    let mut office = office();
    let first = set(&mut office, drive()).unwrap().value;
    let other = set(&mut office, MovementDraft { name: "Cải cách hành chính".into(), ..drive() }).unwrap().value;
    for movement in [first, other] {
        let within = RegistrationDraft { movement: Some(movement), ..registration(2, "2024-01-20") };
        register(&mut office, vec![within]).unwrap();
    }
    register(&mut office, vec![registration(1, "2024-01-20")]).unwrap();
    let whole = taking_part(&mut office, TakingPartAsk { year: 2024, movement: None }).unwrap().whole;
    assert_eq!((whole.registrations, whole.people, whole.women), (3, 2, 2));
}

#[test]
fn who_registers_as_a_man_is_counted_as_one_whatever_the_record_says() {
    let mut office = office();
    member(&mut office, 2, "Trần Thị Vi", 1990);
    let draft = RegistrationDraft { honorific: "Ông".into(), ..registration(2, "2024-01-20") };
    register(&mut office, vec![draft]).unwrap();
    let line = registered(&mut office, RegistrationQuery::default()).remove(0);
    assert!(line.member.is_some() && !line.woman);
}

#[test]
fn a_registration_of_last_year_stays_in_the_bloc_of_last_year() {
    let mut office = office();
    let bloc = units::BlocDraft { id: None, no: 1, name: "Khối Doanh nghiệp".into(), years: Vec::new() };
    units::set_bloc(&mut office, bloc).unwrap();
    write(&mut office, "update unit_state set bloc = 1, until = '2024-01-31' where unit = 2");
    write(
        &mut office,
        "insert into unit_state (uid, unit, name, sort_key, search, level, kind, sector, calendar, since)
         select randomblob(16), unit, 'CĐCS mới', sort_key, search, level, kind, sector, calendar, '2024-02-01'
         from unit_state where unit = 2",
    );
    register(&mut office, vec![RegistrationDraft { year: 2023, ..registration(2, "2023-01-20") }]).unwrap();
    let line = registered(&mut office, RegistrationQuery::default()).remove(0);
    assert_eq!(
        (line.bloc_name.as_str(), line.unit_name.as_str()),
        ("Khối Doanh nghiệp", "CĐCS Công ty CP Cơ khí Tân Kiều")
    );
}

#[test]
fn a_launch_may_come_in_the_year_before_and_goes_without_those_of_other_years() {
    let mut office = office();
    let movement = set(&mut office, MovementDraft { since: None, ..drive() }).unwrap().value;
    let mut launched = |year, on: &str| {
        let draft =
            LaunchDraft { movement, year, units: vec![UnitId(2)], launched_on: day(on), document: String::new() };
        launch(&mut office, draft).map(drop)
    };
    launched(2023, "2023-01-15").unwrap();
    launched(2024, "2023-12-20").unwrap();
    assert_eq!(fields(&launched(2024, "2022-12-31").unwrap_err()), ["launched_on"]);
    take_back(&mut office, LaunchGone { movement, year: 2024, units: vec![UnitId(2)] }).unwrap();
    let mut count = |year| launches(&mut office, LaunchAsk { movement, year }).unwrap().launched;
    assert_eq!((count(2023), count(2024)), (1, 0));
}

#[test]
fn a_unit_is_asked_from_its_founding_until_its_end_in_the_list_and_on_the_board() {
    let mut office = office();
    let movement = set(&mut office, MovementDraft { since: None, until: None, ..drive() }).unwrap().value;
    write(&mut office, "update unit set established = '2024-01-15' where id = 1");
    write(&mut office, "update unit set ended = '2024-02-10', ending = 'dissolved' where id = 2");
    for (year, asked) in [(2023, ["VT67"]), (2024, ["VT31"])] {
        let board = launches(&mut office, LaunchAsk { movement, year }).unwrap();
        assert_eq!(board.lines.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), asked);
        assert_eq!(get(&mut office, MovementAsk { id: movement, year }).unwrap().line.units, 1, "{year}");
    }
}

#[test]
fn a_movement_may_be_reviewed_on_its_first_day_and_not_before() {
    let review = |held_on: &str| ReviewDraft {
        id: None,
        movement: MovementId(1),
        kind: ReviewKind::Interim,
        held_on: day(held_on),
        document: String::new(),
        result: "Đã phát động".into(),
        awarded: String::new(),
    };
    let check = |on| rules::check_review(review(on), Some(day("2024-01-01")), day("2024-02-10")).is_ok();
    assert_eq!((check("2024-01-01"), check("2023-12-31")), (true, false));
}

#[test]
fn the_schema_itself_keeps_the_launches_and_the_theme_of_a_closed_year() {
    let mut office = office();
    let movement = set(&mut office, drive()).unwrap().value;
    let units = vec![UnitId(2)];
    let draft = LaunchDraft { movement, year: 2024, units, launched_on: day("2024-02-01"), document: String::new() };
    launch(&mut office, draft).unwrap();
    let (theme, plan) = ("Đồng hành".into(), String::new());
    set_year(&mut office, MovementYear { movement, year: 2024, theme, plan, planned_on: None }).unwrap();
    write(&mut office, "update period set closed = 1");
    for (sql, said) in [
        (
            "insert into launch (uid, movement, period, unit, launched_on) select randomblob(16), movement, period, 1, launched_on from launch",
            "không ghi phát động",
        ),
        ("update launch set document = '05/KH-CĐCS'", "không sửa phát động"),
        ("delete from launch", "không xóa phát động"),
        (
            "insert into movement_year (uid, movement, period) select randomblob(16), 1, period from movement_year",
            "không ghi chủ đề",
        ),
        ("update movement_year set theme = 'Khác'", "không sửa chủ đề"),
        ("delete from movement_year", "không xóa chủ đề"),
    ] {
        let refused = office.act(What::new("test.write", "Thử"), |pen| Ok(pen.execute(sql, [])?));
        let refused = refused.map_err(|error| error.sentences());
        assert!(refused.as_ref().is_err_and(|told| told.contains(said)), "{sql}: {refused:?}");
    }
}
