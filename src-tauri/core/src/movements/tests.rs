#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod borders;
mod ending;
mod twins;

use super::*;
use crate::{
    catalogue::Certainty,
    error::Error,
    host::{self, HostDraft},
    units::{self, Calendar, Level, Sector, UnitDraft, UnitEstablish, UnitId, UnitKind},
    years::{self, Deadline, DeadlineFor},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An office in February 2024 with a school and an enterprise, and the seeded movements.
fn office() -> Office {
    let mut office = Office::trial(day("2024-02-10")).unwrap();
    let host = HostDraft {
        kind: host::Kind::District,
        name: "Liên đoàn Lao động huyện Vân Trạch".into(),
        superior: String::new(),
        symbol: "LĐLĐ".into(),
        place: String::new(),
        signers: Vec::new(),
    };
    host::found(&mut office, host).unwrap();
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
        blocs: Vec::new(),
        since: Some(day("2024-01-01")),
        until: Some(day("2024-12-31")),
        plan: "80/KH-LĐLĐ".into(),
        planned_on: Some(day("2024-01-20")),
        objectives: String::new(),
        interim_on: None,
        final_on: None,
        register_by: None,
        note: String::new(),
        contents: vec![MovementContent {
            content: "Phát triển đoàn viên".into(),
            target: Some(Hundredths(100_000)),
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
    assert_eq!((board.launched, board.units, board.percent.to_string().as_str()), (1, 2, "50 %"));
    let silent: Vec<&str> =
        board.lines.iter().filter(|line| line.launch.is_none()).map(|line| line.code.as_str()).collect();
    assert_eq!(silent, ["VT67"]);
    launch(&mut office, draft(vec![UnitId(1), UnitId(2)])).unwrap();
    assert_eq!(launches(&mut office, LaunchAsk { movement, year: 2024 }).unwrap().percent.to_string(), "100 %");
    assert_eq!(launches(&mut office, LaunchAsk { movement, year: 2025 }).unwrap().launched, 0, "anew each year");
    take_back(&mut office, LaunchGone { movement, year: 2024, units: vec![UnitId(2)] }).unwrap();
    assert_eq!(get(&mut office, MovementAsk { id: movement, year: 2024 }).unwrap().line.launched, 1);
}

#[test]
fn a_registration_after_the_deadline_is_late_for_ever() {
    let mut office = office();
    let named = |draft: RegistrationDraft, name: &str| RegistrationDraft { name: name.into(), ..draft };
    let drafts = vec![
        registration(2, "2024-01-25"),
        named(registration(2, "2024-01-26"), "Lê Văn Thông"),
        registration(1, "2023-10-20"),
        named(registration(1, "2023-10-21"), "Nguyễn Thị Uyên"),
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
fn a_title_that_is_written_in_later_is_late_by_the_day_on_which_the_registration_came() {
    let mut office = office();
    let promise =
        RegistrationDraft { title: String::new(), content: "Một cửa".into(), ..registration(2, "2024-01-26") };
    register(&mut office, vec![promise]).unwrap();
    let cell =
        |text: &str| RegistrationCell { id: RegistrationId(1), field: RegistrationField::Title, text: text.into() };
    edit_registrations(&mut office, EditRegistrations { cells: vec![cell("Lao động giỏi")] }).unwrap();
    let stamped = |office: &mut Office| {
        let line = registered(office, RegistrationQuery::default()).remove(0);
        (line.deadline, line.late)
    };
    assert_eq!(stamped(&mut office), (Some(day("2024-01-25")), true));
    office.undo(None).unwrap();
    assert_eq!(stamped(&mut office), (None, false));
    edit_registrations(&mut office, EditRegistrations { cells: vec![cell("Lao động giỏi")] }).unwrap();
    edit_registrations(&mut office, EditRegistrations { cells: vec![cell("")] }).unwrap();
    assert_eq!(stamped(&mut office), (Some(day("2024-01-25")), true), "for ever");
}

#[test]
fn registrations_come_in_together_or_not_at_all() {
    let mut office = office();
    let nameless = RegistrationDraft { name: String::new(), title: String::new(), ..registration(2, "2024-01-20") };
    let again = registration(2, "2024-01-21");
    let error = register(&mut office, vec![registration(2, "2024-01-20"), nameless, again]).unwrap_err();
    assert_eq!(fields(&error), ["1.name", "1.title", "2.name"]);
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
    let silent: Vec<&str> =
        part.units.iter().filter(|unit| unit.registrations == 0).map(|unit| unit.code.as_str()).collect();
    assert_eq!((part.whole.people, part.whole.women, part.whole.units_registered), (1, 1, 1));
    assert_eq!(silent, ["VT31"]);
    assert!(part.message.contains("CĐCS Trường Mầm non Sơn Ca"), "{}", part.message);
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
    let another = RegistrationDraft { name: "Lê Văn Thông".into(), ..registration(2, "2024-01-21") };
    assert_eq!(fields(&register(&mut office, vec![another]).unwrap_err()), ["year"]);
    let cells =
        vec![RegistrationCell {
            id: RegistrationId(1), field: RegistrationField::Note, text: "Nộp bản giấy".into()
        }];
    assert_eq!(fields(&edit_registrations(&mut office, EditRegistrations { cells }).unwrap_err()), ["year"]);
    assert_eq!(
        fields(&unregister(&mut office, RegistrationList { ids: vec![RegistrationId(1)] }).unwrap_err()),
        ["year"]
    );
}

#[test]
fn within_a_drive_its_own_day_counts_and_contents_alone_have_no_other() {
    let mut office = office();
    let with = MovementDraft { register_by: Some(day("2024-02-05")), ..drive() };
    let (with, without) = (
        set(&mut office, with).unwrap().value,
        set(&mut office, MovementDraft { name: "Cải cách hành chính".into(), ..drive() }).unwrap().value,
    );
    let promise = |movement, on| RegistrationDraft {
        movement: Some(movement),
        title: String::new(),
        content: "Một cửa".into(),
        ..registration(2, on)
    };
    let drafts = vec![promise(with, "2024-02-05"), promise(without, "2024-02-06")];
    let answers = try_register(&mut office, drafts.clone()).unwrap();
    assert_eq!(answers.iter().map(|answer| answer.deadline).collect::<Vec<_>>(), [Some(day("2024-02-05")), None]);
    register(&mut office, drafts).unwrap();
    let late = RegistrationDraft { name: "Lê Văn Thông".into(), ..promise(with, "2024-02-06") };
    register(&mut office, vec![late]).unwrap();
    let lines = registered(&mut office, RegistrationQuery::default());
    assert_eq!(lines.iter().map(|line| line.late).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn a_movement_for_some_blocs_asks_their_units_and_whoever_launched_it_besides() {
    let mut office = office();
    let bloc = units::set_bloc(
        &mut office,
        units::BlocDraft { id: None, no: 1, name: "Khối Doanh nghiệp".into(), years: Vec::new() },
    )
    .unwrap()
    .value;
    office
        .act(What::new("test.bloc", "Thử"), |pen| {
            Ok(pen.execute("update unit_state set bloc = ?1 where unit = 2", [bloc])?)
        })
        .unwrap();
    let movement = set(&mut office, MovementDraft { blocs: vec![bloc], ..drive() }).unwrap().value;
    let ask = LaunchAsk { movement, year: 2024 };
    let board = launches(&mut office, ask).unwrap();
    assert_eq!((board.launched, board.units), (0, 1));
    assert!(board.message.contains("CĐCS Công ty CP Cơ khí Tân Kiều"), "{}", board.message);
    let draft = LaunchDraft {
        movement,
        year: 2024,
        units: vec![UnitId(1), UnitId(2)],
        launched_on: day("2024-02-01"),
        document: String::new(),
    };
    launch(&mut office, draft).unwrap();
    let board = launches(&mut office, ask).unwrap();
    assert_eq!((board.launched, board.units, board.message.as_str()), (2, 2, ""));
    let record = get(&mut office, MovementAsk { id: movement, year: 2024 }).unwrap();
    assert_eq!((record.line.launched, record.line.units), (2, 2), "the list counts as the board does");
    assert_eq!(record.bloc_names, ["Khối Doanh nghiệp"]);
    let unknown = MovementDraft { blocs: vec![units::BlocId(99)], ..drive() };
    assert_eq!(fields(&set(&mut office, unknown).unwrap_err()), ["blocs"]);
}

#[test]
fn a_programme_has_a_theme_and_a_plan_every_year() {
    let mut office = office();
    let movement = set(&mut office, MovementDraft { until: None, ..drive() }).unwrap().value;
    let year = MovementYear {
        movement,
        year: 2024,
        theme: "Công đoàn đồng hành cùng người lao động".into(),
        plan: "12/KH-LĐLĐ".into(),
        planned_on: Some(day("2024-01-15")),
    };
    set_year(&mut office, year).unwrap();
    let line = |office: &mut Office, year| get(office, MovementAsk { id: movement, year }).unwrap().line;
    let own = line(&mut office, 2024);
    assert_eq!(
        (own.theme.as_str(), own.plan.as_str()),
        ("Công đoàn đồng hành cùng người lao động", "12/KH-LĐLĐ ngày 15/01/2024")
    );
    let next = line(&mut office, 2025);
    assert_eq!((next.theme.as_str(), next.plan.as_str()), ("", "80/KH-LĐLĐ ngày 20/01/2024"));
}

#[test]
fn whoever_registers_twice_is_counted_once_and_each_figure_is_the_length_of_its_list() {
    let mut office = office();
    let twice = RegistrationDraft { title: "Chiến sĩ thi đua cơ sở".into(), ..registration(2, "2024-02-01") };
    let man =
        RegistrationDraft { name: "Lê Văn Thông".into(), honorific: "ông".into(), ..registration(2, "2024-01-20") };
    register(&mut office, vec![registration(2, "2024-01-20"), twice, man]).unwrap();
    let part = taking_part(&mut office, TakingPartAsk { year: 2024, movement: None }).unwrap().whole;
    let mut length = |query: RegistrationQuery| {
        let query = RegistrationQuery { year: Some(2024), ..query };
        i64::try_from(registered(&mut office, query).len()).unwrap()
    };
    let people =
        RegistrationQuery { kind: Some(RegistrationKind::Individual), once: true, ..RegistrationQuery::default() };
    assert_eq!((part.people, part.women, part.registrations, part.late), (2, 1, 3, 1));
    assert_eq!(part.people, length(people.clone()));
    assert_eq!(part.women, length(RegistrationQuery { women: true, ..people }));
    assert_eq!(part.registrations, length(RegistrationQuery::default()));
    assert_eq!(part.late, length(RegistrationQuery { late: Some(true), ..RegistrationQuery::default() }));
}

#[test]
fn a_registration_is_corrected_in_its_cells_and_keeps_its_day() {
    let mut office = office();
    register(&mut office, vec![registration(2, "2024-01-26")]).unwrap();
    let cell = |field, text: &str| RegistrationCell { id: RegistrationId(1), field, text: text.into() };
    let wrong = EditRegistrations { cells: vec![cell(RegistrationField::Name, " ")] };
    assert_eq!(fields(&edit_registrations(&mut office, wrong).unwrap_err()), ["cells.0.name"]);
    let cells = vec![cell(RegistrationField::Name, "Trần Thị Vy"), cell(RegistrationField::Title, "Lao động giỏi")];
    edit_registrations(&mut office, EditRegistrations { cells }).unwrap();
    let line = &registered(&mut office, RegistrationQuery::default())[0];
    assert_eq!((line.name.as_str(), line.title.as_str()), ("Trần Thị Vy", "Lao động giỏi"));
    assert_eq!((line.received_on, line.late), (day("2024-01-26"), true));
}

#[test]
fn a_review_that_is_due_stands_in_the_list_until_it_is_held() {
    let mut office = office();
    let draft = MovementDraft { interim_on: Some(day("2024-02-05")), final_on: Some(day("2024-12-20")), ..drive() };
    let movement = set(&mut office, draft).unwrap().value;
    let due = |office: &mut Office| {
        let due = get(office, MovementAsk { id: movement, year: 2024 }).unwrap().line.due.unwrap();
        (due.label, due.late)
    };
    assert_eq!(due(&mut office), ("Sơ kết".to_owned(), true));
    let held = ReviewDraft {
        id: None,
        movement,
        kind: ReviewKind::Interim,
        held_on: day("2024-02-06"),
        document: "21/BC-LĐLĐ".into(),
        result: "Kết nạp 970 đoàn viên".into(),
        awarded: String::new(),
    };
    set_review(&mut office, held).unwrap();
    assert_eq!(due(&mut office), ("Tổng kết".to_owned(), false));
}

#[test]
fn what_was_reached_is_told_as_a_share_of_the_target() {
    let mut office = office();
    let mut draft = drive();
    draft.contents[0].result = Some(Hundredths(194_000));
    draft
        .contents
        .push(MovementContent { content: "Phổ biến chủ trương".into(), ..MovementContent::default() });
    let movement = set(&mut office, draft).unwrap().value;
    let record = get(&mut office, MovementAsk { id: movement, year: 2024 }).unwrap();
    assert_eq!(record.percents.iter().map(ToString::to_string).collect::<Vec<_>>(), ["194 %", ""]);
}

#[test]
fn every_paper_says_which_year_and_what_it_counts() {
    let mut office = office();
    let movement = set(&mut office, drive()).unwrap().value;
    register(&mut office, vec![registration(2, "2024-01-20")]).unwrap();
    let mut lengths = Vec::new();
    for kind in MovementPaperKind::ALL {
        let query = RegistrationQuery { year: Some(2024), ..RegistrationQuery::default() };
        let query = match kind {
            MovementPaperKind::Launches | MovementPaperKind::Contents => {
                RegistrationQuery { movement: Some(movement), ..query }
            }
            MovementPaperKind::Registrations | MovementPaperKind::Missing | MovementPaperKind::Progress => query,
        };
        let (sheet, about) = paper::made(&mut office, paper::MovementPaper { paper: *kind, query }).unwrap();
        assert!(format!("{sheet:?}").contains("Năm 2024"), "{}", kind.label());
        assert_eq!(about.title, kind.label());
        lengths.push(sheet.rows.len());
    }
    assert!(lengths.iter().all(|length| *length > 0), "{lengths:?}");
}

#[test]
fn the_days_of_the_year_name_the_units_that_have_not_registered() {
    let mut office = office();
    let missing = |office: &mut Office| {
        let due = years::calendar(office, crate::periods::PeriodsOf { year: 2024 }).unwrap().due;
        let names = due.into_iter().filter_map(|one| one.missing).flat_map(|missing| missing.units);
        names.map(|unit| unit.code).collect::<Vec<_>>()
    };
    assert_eq!(missing(&mut office), ["VT31", "VT67"]);
    register(&mut office, vec![registration(2, "2024-01-20")]).unwrap();
    assert_eq!(missing(&mut office), ["VT31"]);
}
