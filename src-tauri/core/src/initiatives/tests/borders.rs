//! By which rule of which time an initiative counts, whose figure it is, which code comes next.

use super::*;

fn write(office: &mut Office, sql: &str) {
    office.act(What::new("test.write", "Thử"), |pen| Ok(pen.execute(sql, [])?)).unwrap();
}

fn least(figure: i64, programme: Option<ProgrammeId>) -> ProgrammeRuleDraft {
    ProgrammeRuleDraft {
        id: None,
        programme,
        kind: ProgrammeRuleKind::LeastBenefit,
        figure,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::Uncertain,
    }
}

/// One initiative of 18 million in the programme.
fn with_one() -> (Office, ProgrammeId) {
    let mut office = office();
    let programme = programme(&mut office);
    register(&mut office, InitiativeDraft { programme: Some(programme), ..draft("Cải tiến trạm bơm") }).unwrap();
    (office, programme)
}

fn counts(office: &mut Office) -> bool {
    lines(office, InitiativeQuery::default())[0].counted
}

#[test]
fn just_the_least_value_is_enough() {
    let (mut office, _) = with_one();
    let rule = set_rule(&mut office, least(18_000_000, None)).unwrap().value;
    assert!(counts(&mut office));
    set_rule(&mut office, ProgrammeRuleDraft { id: Some(rule), ..least(18_000_001, None) }).unwrap();
    assert!(!counts(&mut office));
}

#[test]
fn the_programmes_own_rule_counts_though_a_common_one_was_written_after_it() {
    let (mut office, programme) = with_one();
    set_rule(&mut office, least(10_000_000, Some(programme))).unwrap();
    let since = Some(day("2024-01-01"));
    set_rule(&mut office, ProgrammeRuleDraft { since, ..least(20_000_000, None) }).unwrap();
    assert!(counts(&mut office));
}

#[test]
fn a_programme_that_is_over_is_judged_by_the_rules_of_its_last_day() {
    let (mut office, _) = with_one();
    let rule = |since| ProgrammeRuleDraft { since: Some(day(since)), ..least(20_000_000, None) };
    set_rule(&mut office, rule("2024-12-01")).unwrap();
    assert!(counts(&mut office));
    set_rule(&mut office, rule("2024-11-30")).unwrap();
    assert!(!counts(&mut office));
}

#[test]
fn a_closed_year_whose_programme_goes_on_is_counted_today_as_on_its_last_day() {
    let (mut office, programme) = with_one();
    let known = programmes::one(office.db(), programme).unwrap().draft;
    set_programme(&mut office, ProgrammeDraft { until: day("2025-11-30"), ..known }).unwrap();
    write(&mut office, "update period set closed = 1");
    let until = Some(day("2025-06-30"));
    let error = set_rule(&mut office, ProgrammeRuleDraft { until, ..least(20_000_000, None) }).unwrap_err();
    assert_eq!(fields(&error), ["since"]);
}

#[test]
fn who_takes_part_in_nothing_is_not_among_those_who_are_not_counted() {
    let (mut office, programme) = with_one();
    register(&mut office, draft("Tổ chức ngày hội dân gian")).unwrap();
    let hindered =
        InitiativeDraft { first_applied: None, programme: Some(programme), ..draft("Lịch nhắc tiêm chủng") };
    register(&mut office, hindered).unwrap();
    let found = lines(&mut office, InitiativeQuery { counted: Some(false), ..InitiativeQuery::default() });
    assert_eq!(found.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), ["SK-0003"]);
}

#[test]
fn figures_of_a_programme_tell_only_what_hinders_in_it_and_enter_only_what_counts() {
    let (mut office, first) = with_one();
    let other = ProgrammeDraft {
        id: None,
        name: "1 triệu sáng kiến".into(),
        ..programmes::one(office.db(), first).unwrap().draft
    };
    let other = set_programme(&mut office, other).unwrap().value;
    for (programme, title) in [(first, "Lịch nhắc tiêm chủng"), (other, "Góc thư viện xanh")] {
        let hindered = InitiativeDraft {
            first_applied: None,
            programme: Some(programme),
            portal_on: Some(day("2024-12-01")),
            ..draft(title)
        };
        register(&mut office, hindered).unwrap();
    }
    let of = InitiativesOf { year: Some(2024), programme: Some(first), map: UnitMap::Then };
    let told = figures(&mut office, of).unwrap();
    assert_eq!((told.hindered, told.entered, told.to_enter), (1, 0, 1));
    let hinders = told.obstacles.iter().find(|one| one.kind == Obstacle::OutOfWindow).unwrap();
    assert_eq!(hinders.count, 1);
}

#[test]
fn what_one_unit_is_asked_for_is_not_asked_of_those_without_a_bloc() {
    let (mut office, programme) = with_one();
    let known = programmes::one(office.db(), programme).unwrap().draft;
    let targets = vec![ProgrammeTarget { bloc: None, unit: Some(UnitId(1)), target: 5 }];
    set_programme(&mut office, ProgrammeDraft { targets, ..known }).unwrap();
    let of = InitiativesOf { year: Some(2024), programme: Some(programme), map: UnitMap::Then };
    let told = figures(&mut office, of).unwrap();
    let without = told.blocs.iter().find(|bloc| bloc.bloc.is_none()).unwrap();
    let unit = told.units.iter().find(|unit| unit.unit == Some(UnitId(1))).unwrap();
    assert_eq!((without.target, unit.target), (None, Some(5)));
}

#[test]
fn a_past_year_shows_the_units_and_the_blocs_that_it_had() {
    let mut office = office();
    let past = InitiativeDraft { year: 2023, unit: UnitId(2), ..draft("Góc thư viện xanh") };
    register(&mut office, past).unwrap();
    write(&mut office, "update unit set established = '2024-06-01' where id = 1");
    write(&mut office, "update unit_state set until = '2024-01-31' where unit = 2");
    write(
        &mut office,
        "insert into unit_state (uid, unit, name, sort_key, search, level, kind, sector, calendar, since)
         select randomblob(16), unit, name, sort_key, search, level, kind, sector, calendar, '2024-02-01'
         from unit_state where unit = 2",
    );
    let of = InitiativesOf { year: Some(2023), programme: None, map: UnitMap::Then };
    let told = figures(&mut office, of).unwrap();
    assert_eq!(told.units.iter().map(|unit| unit.unit).collect::<Vec<_>>(), [Some(UnitId(2))]);
    let blocs: Vec<_> = told.blocs.iter().map(|bloc| (bloc.name.as_str(), bloc.registered)).collect();
    assert_eq!(blocs, [("Khối trường học", 1)]);
}

#[test]
fn a_unit_makes_no_work_in_a_year_that_began_after_its_end() {
    let mut office = office();
    write(&mut office, "update unit set ended = '2024-01-01', ending = 'dissolved' where id = 1");
    let work = |year| WorkDraft {
        id: None,
        year,
        title: "Nhà để xe".into(),
        occasion: "Chào mừng Đại hội".into(),
        unit: UnitId(1),
        makers: String::new(),
        completed: None,
        value: Dong(0),
        note: String::new(),
    };
    assert_eq!(fields(&set_work(&mut office, work(2024)).unwrap_err()), ["unit"]);
    set_work(&mut office, work(2023)).unwrap();
}

#[test]
fn after_nine_thousand_nine_hundred_and_ninety_nine_codes_grow_longer() {
    let mut office = office();
    register(&mut office, InitiativeDraft { code: "SK-9999".into(), ..draft("Cải tiến trạm bơm") }).unwrap();
    for title in ["Bảng báo lỗi nhanh", "Lịch nhắc tiêm chủng"] {
        register(&mut office, draft(title)).unwrap();
    }
    let codes: Vec<_> = lines(&mut office, InitiativeQuery::default()).into_iter().map(|line| line.code).collect();
    assert!(["SK-9999", "SK-10000", "SK-10001"].iter().all(|code| codes.iter().any(|one| one == code)), "{codes:?}");
}
