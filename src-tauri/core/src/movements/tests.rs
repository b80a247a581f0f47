#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::{
    catalogue::Certainty,
    error::Error,
    units::{self, Calendar, Level, Sector, UnitDraft, UnitEstablish, UnitId, UnitKind},
    years::{self, Deadline, DeadlineFor},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An office in February 2024 with a school and an enterprise, and the seeded movements.
fn office() -> Office {
    let mut office = Office::trial(day("2024-02-10")).unwrap();
    seed(&mut office).unwrap();
    for (calendar, month, day) in [(Calendar::Year, 1, 25), (Calendar::School, 10, 20)] {
        let deadline = Deadline {
            id: None,
            what: DeadlineFor::Registration,
            name: "Đăng ký thi đua".into(),
            calendar: Some(calendar),
            month,
            day,
            since: None,
            until: None,
            source: String::new(),
            certainty: Certainty::General,
        };
        years::set_deadline(&mut office, deadline).unwrap();
    }
    for (code, name, calendar) in [
        ("VT31", "CĐCS Trường Mầm non Sơn Ca", Calendar::School),
        ("VT67", "CĐCS Công ty CP Cơ khí Tân Kiều", Calendar::Year),
    ] {
        let draft = UnitDraft {
            code: code.into(),
            name: name.into(),
            level: Level::GrassrootsUnion,
            kind: UnitKind::Khac,
            sector: Sector::NonState,
            calendar,
            parent: None,
            bloc: None,
            address: String::new(),
            phone: String::new(),
            established: None,
            established_by: String::new(),
            note: String::new(),
        };
        units::establish(&mut office, UnitEstablish { draft, received: false }).unwrap();
    }
    office
}

fn fields(error: &Error) -> Vec<String> {
    match error {
        Error::Refused(refusals) => refusals.iter().map(|refusal| refusal.field.clone()).collect(),
        Error::Broken(chain) => panic!("{chain}"),
    }
}

fn drive() -> MovementDraft {
    MovementDraft {
        id: None,
        name: "Đợt thi đua đặc biệt chào mừng Đại hội".into(),
        level: MovementLevel::Own,
        kind: MovementKind::Special,
        audience: String::new(),
        since: Some(day("2024-01-01")),
        until: Some(day("2024-12-31")),
        theme: String::new(),
        plan: "80/KH-LĐLĐ".into(),
        planned_on: Some(day("2024-01-20")),
        objectives: String::new(),
        interim_on: None,
        final_on: None,
        note: String::new(),
        contents: vec![MovementContent {
            content: "Phát triển đoàn viên".into(),
            target: Some(1000),
            measure: "đoàn viên".into(),
            result: None,
        }],
    }
}

fn registration(unit: i64, received_on: &str) -> RegistrationDraft {
    RegistrationDraft {
        year: 2024,
        calendar: None,
        unit: UnitId(unit),
        kind: RegistrationKind::Individual,
        member: None,
        honorific: "Bà".into(),
        name: "Trần Thị Vi".into(),
        birth: None,
        title: "Đoàn viên công đoàn xuất sắc".into(),
        form: String::new(),
        movement: None,
        content: String::new(),
        received_on: Some(day(received_on)),
        note: String::new(),
    }
}

fn registered(office: &mut Office, query: RegistrationQuery) -> Vec<RegistrationLine> {
    registrations(office, RegistrationPageAsk { query, offset: 0, limit: 200 }).unwrap().rows
}

#[test]
fn a_blank_office_knows_the_common_movements_once() {
    let mut office = office();
    let before = list(&mut office, MovementQuery::default()).unwrap().len();
    assert!(before >= 16);
    seed(&mut office).unwrap();
    assert_eq!(list(&mut office, MovementQuery::default()).unwrap().len(), before);
}

#[test]
fn a_movement_of_ten_years_runs_in_each_of_them_and_an_ended_one_does_not() {
    let mut office = office();
    let names = |office: &mut Office, year| {
        let lines = list(office, MovementQuery { year: Some(year), ..MovementQuery::default() }).unwrap();
        lines.into_iter().map(|line| line.name).collect::<Vec<_>>().join("|")
    };
    assert!(names(&mut office, 2028).contains("khát vọng phát triển"));
    assert!(!names(&mut office, 2031).contains("khát vọng phát triển"));
    assert!(!names(&mut office, 2024).contains("1 triệu sáng kiến"));
    let line = list(&mut office, MovementQuery { text: "khat vong".into(), ..MovementQuery::default() }).unwrap();
    assert_eq!(line[0].span, "2021 – 2030");
}

#[test]
fn who_has_not_launched_stands_on_the_board_until_it_has() {
    let mut office = office();
    let movement = set(&mut office, drive()).unwrap().value;
    let draft = |units: Vec<UnitId>| LaunchDraft {
        movement,
        year: 2024,
        units,
        launched_on: day("2024-02-01"),
        document: "05/KH-CĐCS".into(),
    };
    launch(&mut office, draft(vec![UnitId(1)])).unwrap();
    let board = launches(&mut office, LaunchAsk { movement, year: 2024 }).unwrap();
    assert_eq!((board.launched, board.units, board.percent.as_str()), (1, 2, "50 %"));
    let silent: Vec<&str> =
        board.lines.iter().filter(|line| line.launch.is_none()).map(|line| line.code.as_str()).collect();
    assert_eq!(silent, ["VT67"]);
    launch(&mut office, draft(vec![UnitId(1), UnitId(2)])).unwrap();
    assert_eq!(launches(&mut office, LaunchAsk { movement, year: 2024 }).unwrap().percent, "100 %");
    assert_eq!(launches(&mut office, LaunchAsk { movement, year: 2025 }).unwrap().launched, 0, "anew each year");
    take_back(&mut office, LaunchGone { movement, year: 2024, units: vec![UnitId(2)] }).unwrap();
    assert_eq!(get(&mut office, MovementAsk { id: movement, year: 2024 }).unwrap().line.launched, 1);
}

#[test]
fn a_registration_after_the_deadline_is_late_for_ever() {
    let mut office = office();
    let drafts = vec![
        registration(2, "2024-01-25"),
        registration(2, "2024-01-26"),
        registration(1, "2023-10-20"),
        registration(1, "2023-10-21"),
    ];
    register(&mut office, drafts).unwrap();
    let late = registered(&mut office, RegistrationQuery { late: Some(true), ..RegistrationQuery::default() });
    let told: Vec<String> = late.iter().map(|line| line.received_on.to_string()).collect();
    assert_eq!(told, ["2023-10-21", "2024-01-26"]);
    let extended = Deadline {
        id: Some(years::DeadlineId(1)),
        what: DeadlineFor::Registration,
        name: "Đăng ký thi đua".into(),
        calendar: Some(Calendar::Year),
        month: 3,
        day: 31,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::General,
    };
    years::set_deadline(&mut office, extended).unwrap();
    let late = registered(&mut office, RegistrationQuery { late: Some(true), ..RegistrationQuery::default() });
    assert_eq!(late.len(), 2, "a later deadline does not wash it off");
    let forged = office.act(What::new("test.forge", "Thử"), |pen| {
        Ok(pen.execute("update registration set received_on = '2024-01-01', late = 0 where late = 1", [])?)
    });
    assert_eq!(fields(&forged.unwrap_err()), ["received_on"]);
}

#[test]
fn registrations_come_in_together_or_not_at_all() {
    let mut office = office();
    let nameless = RegistrationDraft { name: String::new(), title: String::new(), ..registration(2, "2024-01-20") };
    let error = register(&mut office, vec![registration(2, "2024-01-20"), nameless]).unwrap_err();
    assert_eq!(fields(&error), ["1.name", "1.title"]);
    assert!(registered(&mut office, RegistrationQuery::default()).is_empty());
    let collective = RegistrationDraft {
        kind: RegistrationKind::Collective,
        honorific: String::new(),
        name: String::new(),
        ..registration(1, "2024-01-20")
    };
    register(&mut office, vec![collective]).unwrap();
    let line = &registered(&mut office, RegistrationQuery::default())[0];
    assert_eq!((line.name.as_str(), line.period_name.as_str()), ("CĐCS Trường Mầm non Sơn Ca", "Năm học 2023-2024"));
}

#[test]
fn a_movement_that_people_registered_in_stays() {
    let mut office = office();
    let movement = set(&mut office, drive()).unwrap().value;
    let within =
        RegistrationDraft { movement: Some(movement), content: "Một cửa".into(), ..registration(2, "2024-01-20") };
    register(&mut office, vec![within]).unwrap();
    assert_eq!(fields(&remove(&mut office, MovementGone { id: movement }).unwrap_err()), ["id"]);
    let part = taking_part(&mut office, TakingPartAsk { year: 2024, movement: Some(movement) }).unwrap();
    assert_eq!((part.whole.people, part.whole.women, part.whole.units_registered), (1, 1, 1));
    assert_eq!(part.silent.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>(), ["VT31"]);
    assert_eq!(part.silent[0].deadline, Some(day("2023-10-20")));
}

#[test]
fn a_review_is_held_and_says_what_came_of_it() {
    let mut office = office();
    let movement = set(&mut office, drive()).unwrap().value;
    let review = ReviewDraft {
        id: None,
        movement,
        kind: ReviewKind::Interim,
        held_on: day("2024-07-28"),
        document: String::new(),
        result: String::new(),
        awarded: String::new(),
    };
    assert_eq!(fields(&set_review(&mut office, review.clone()).unwrap_err()), ["held_on", "result"]);
    let held = ReviewDraft { held_on: day("2024-02-01"), result: "Kết nạp 120 đoàn viên".into(), ..review };
    set_review(&mut office, held).unwrap();
    let record = get(&mut office, MovementAsk { id: movement, year: 2024 }).unwrap();
    assert_eq!((record.reviews.len(), record.reviews[0].label.as_str()), (1, "Sơ kết"));
}

#[test]
fn a_closed_year_takes_no_registration() {
    let mut office = office();
    register(&mut office, vec![registration(2, "2024-01-20")]).unwrap();
    office.act(What::new("test.close", "Thử"), |pen| Ok(pen.execute("update period set closed = 1", [])?)).unwrap();
    assert_eq!(fields(&register(&mut office, vec![registration(2, "2024-01-21")]).unwrap_err()), ["year"]);
    assert_eq!(
        fields(&unregister(&mut office, RegistrationList { ids: vec![RegistrationId(1)] }).unwrap_err()),
        ["year"]
    );
}
