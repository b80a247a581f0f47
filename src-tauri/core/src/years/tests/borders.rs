//! First and last days: of deadlines, of the board, of units, of years that are closed.

use super::*;
use crate::pledges::{Assessor, PledgeAssess, PledgeChoice, PledgeConfirm, PledgeId, PledgeState, ReviewPart};

#[test]
fn the_year_of_a_school_begins_with_august() {
    let of = |month| deadline(Some(Calendar::School), month, 15).falls_on(2024);
    assert_eq!((of(8), of(7)), (Some(day(2023, 8, 15)), Some(day(2024, 7, 15))));
}

#[test]
fn the_board_shows_the_last_of_its_days_and_no_deadline_that_is_no_longer_in_force() {
    let mut office = office(day(2024, 3, 1));
    let ended = Deadline { name: "Hạn cũ".into(), until: Some(day(2023, 12, 31)), ..deadline(None, 3, 20) };
    for one in [deadline(None, 3, 31), ended] {
        set_deadline(&mut office, one).unwrap();
    }
    let mut told = |days| -> Vec<String> {
        let due = due(&mut office, DueWithin { days }).unwrap().due;
        due.into_iter().map(|one| one.deadline.name).filter(|name| name == "Báo cáo quý" || name == "Hạn cũ").collect()
    };
    assert_eq!((told(30).as_slice(), told(29).len()), (["Báo cáo quý".to_owned()].as_slice(), 0));
}

#[test]
fn a_draft_is_not_sent_and_a_unit_that_is_no_more_is_not_called() {
    let mut office = office(day(2024, 2, 10));
    open(&mut office, YearOpen { year: 2024, heads: false, shortcomings: false, targets: false }).unwrap();
    write(&mut office, "insert into pledge (uid, period, unit, state) select randomblob(16), id, 2, 'draft' from period where kind = 'year'").unwrap();
    write(&mut office, "update unit set ended = '2024-02-10', ending = 'dissolved' where id = 1").unwrap();
    let due = due(&mut office, DueWithin { days: 30 }).unwrap().due;
    let missing = due[0].missing.as_ref().unwrap();
    assert_eq!((missing.of, missing.units.len(), missing.units[0].code.as_str()), (1, 1, "VT21"));
}

fn these(ids: &[i64]) -> PledgeChoice {
    PledgeChoice { ids: ids.iter().map(|id| PledgeId(*id)).collect(), ..PledgeChoice::default() }
}

fn confirmed(office: &mut Office, ids: &[i64]) {
    let wish = PledgeConfirm { pledges: these(ids), confirmer: None, by: String::new(), on: Some(day(2024, 3, 1)) };
    pledges::confirm(office, wish).unwrap();
}

fn assessed(office: &mut Office, ids: &[i64], assessor: Assessor) {
    let wish = PledgeAssess {
        pledges: these(ids),
        part: ReviewPart::Year,
        assessor,
        day: None,
        grade: None,
        percent: Some(90),
        note: String::new(),
        items: std::collections::BTreeMap::new(),
    };
    pledges::assess(office, wish).unwrap();
}

/// After the year: VT20 has assessed itself, VT21 was assessed but for one of its members.
fn after_the_year() -> Office {
    let mut office = office(day(2025, 1, 10));
    for unit in [1, 2] {
        collective(&mut office, unit, 2024).unwrap();
    }
    let add =
        serde_json::json!({ "unit": 2, "began": "listed", "draft": { "full_name": "Lê Văn An", "gender": "nam" } });
    let member = crate::members::add(&mut office, serde_json::from_value(add).unwrap()).unwrap().value.id;
    let draft = PledgeDraft {
        content: Content::from([(PledgeBlock::Duty, "Hoàn thành nhiệm vụ.".into())]),
        ..PledgeDraft::default()
    };
    pledges::register(&mut office, PledgeRegister { of: Pledger::Member(member), year: 2024, draft }).unwrap();
    confirmed(&mut office, &[1, 2, 3]);
    assessed(&mut office, &[1], Assessor::Own);
    assessed(&mut office, &[2], Assessor::Confirmer);
    office
}

fn waiting(office: &mut Office) -> Vec<String> {
    let reviews = due(office, DueWithin { days: 30 }).unwrap().reviews;
    let of_year = reviews.into_iter().filter(|one| one.name == "Đánh giá cam kết: năm 2024");
    of_year.flat_map(|one| one.missing.unwrap().units).map(|unit| unit.code).collect()
}

#[test]
fn a_year_that_is_over_waits_until_the_confirmer_has_assessed_every_registered_pledge() {
    let mut office = after_the_year();
    write(&mut office, "insert into pledge (uid, period, unit, state) select randomblob(16), id, 3, 'draft' from period where kind = 'year' and year = 2024").unwrap();
    assert_eq!(waiting(&mut office), ["VT20", "VT21"]);
    assessed(&mut office, &[3], Assessor::Confirmer);
    assert_eq!(waiting(&mut office), ["VT20"]);
    write(&mut office, "update unit set ended = '2025-01-05', ending = 'dissolved' where id = 1").unwrap();
    assert!(waiting(&mut office).is_empty());
}

#[test]
fn a_closed_year_waits_for_nothing_and_its_assessed_pledges_are_closed() {
    use PledgeState::{Assessed, Closed, Confirmed, SelfAssessed};
    let mut office = after_the_year();
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    let states = |office: &Office| -> Vec<PledgeState> {
        let mut statement = office.db().prepare("select state from pledge order by id").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(|state| state.unwrap()).collect()
    };
    close(&mut office, YearClose { period }).unwrap();
    assert!(waiting(&mut office).is_empty());
    assert_eq!(states(&office), [SelfAssessed, Closed, Confirmed]);
    reopen(&mut office, YearReopen { period, reason: "Bổ sung".into() }).unwrap();
    assert_eq!(states(&office), [SelfAssessed, Assessed, Confirmed]);
}

#[test]
fn a_year_is_closed_from_the_day_after_its_last_one_on() {
    for (today, closed) in [(day(2024, 12, 31), false), (day(2025, 1, 1), true)] {
        let mut office = office(today);
        open(&mut office, YearOpen { year: 2024, heads: false, shortcomings: false, targets: false }).unwrap();
        let period = whole(&mut office, 2024, PeriodKind::Year).id;
        assert_eq!(close(&mut office, YearClose { period }).is_ok(), closed, "{today}");
    }
}

#[test]
fn closing_a_year_freezes_the_sheets_of_it_and_of_its_halves_until_it_is_opened_again() {
    let mut office = office(day(2025, 3, 1));
    led_bloc(&mut office, Vec::new());
    open(&mut office, YearOpen { year: 2024, heads: false, shortcomings: false, targets: false }).unwrap();
    for part in
        ["kind = 'year'", "kind = 'half' and part = 1 and parent in (select id from period where kind = 'year')"]
    {
        let period = format!("(select id from period where year = 2024 and {part})");
        write(&mut office, &format!("insert into score_table (uid, name, period, decides, step, certainty) values (randomblob(16), 'Bảng', {period}, 'office', 25, 'general')")).unwrap();
        write(&mut office, &format!("insert into score_sheet (uid, score_table, period, unit) values (randomblob(16), (select max(id) from score_table), {period}, 1)")).unwrap();
    }
    let frozen = |office: &Office| -> i64 {
        office.db().query_row("select count(bloc) from score_sheet", [], |row| row.get(0)).unwrap()
    };
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    close(&mut office, YearClose { period }).unwrap();
    assert_eq!(frozen(&office), 2);
    reopen(&mut office, YearReopen { period, reason: "Chấm lại".into() }).unwrap();
    assert_eq!(frozen(&office), 0);
}

#[test]
fn work_for_a_year_begins_twelve_months_before_it_and_ends_with_the_last_day_of_the_unit() {
    let mut office = office(day(2025, 3, 1));
    let early = |on| periods::not_too_early("on", on, day(2024, 1, 1)).is_err();
    assert_eq!((early(day(2023, 1, 1)), early(day(2022, 12, 31))), (false, true));
    write(&mut office, "update unit set ended = '2024-06-10', ending = 'dissolved' where id = 1").unwrap();
    let ended = |on| periods::lived_on(office.db(), "unit", UnitId(1), on).is_err();
    assert_eq!((ended(day(2024, 6, 9)), ended(day(2024, 6, 10))), (false, true));
}

#[test]
fn a_year_with_a_deputy_alone_and_a_bloc_that_is_no_more_get_no_heads_of_last_year() {
    let mut office = office(day(2025, 1, 5));
    let led = BlocYear { year: 2024, head: Some(UnitId(1)), deputy: None };
    led_bloc(&mut office, vec![led, BlocYear { year: 2025, head: None, deputy: Some(UnitId(2)) }]);
    let wish = YearOpen { year: 2025, heads: true, shortcomings: false, targets: false };
    assert_eq!(open(&mut office, wish).unwrap().value.heads, 0);
    write(&mut office, "delete from bloc_year where year = 2025").unwrap();
    write(&mut office, "update bloc set until = '2024-12-31'").unwrap();
    assert_eq!(open(&mut office, wish).unwrap().value.heads, 0);
    write(&mut office, "update bloc set until = null").unwrap();
    assert_eq!(open(&mut office, wish).unwrap().value.heads, 1);
}

#[test]
fn a_unit_was_in_a_bloc_in_the_years_in_which_it_lived_there_and_the_bloc_may_end_with_its_last_day() {
    let mut office = office(day(2025, 3, 1));
    led_bloc(&mut office, Vec::new());
    let bloc = units::blocs(&mut office, ()).unwrap()[0].id;
    write(&mut office, "update unit set ended = '2024-01-01', ending = 'dissolved' where id = 1").unwrap();
    write(&mut office, "update unit_state set since = '2024-05-01', until = null where unit = 2").unwrap();
    let was = |unit, year| units::was_in_bloc(office.db(), UnitId(unit), bloc, year).unwrap();
    assert_eq!([was(1, 2023), was(1, 2024), was(2, 2023), was(2, 2024)], [true, false, false, true]);
    write(&mut office, "update unit set ended = '2024-06-10', ending = 'dissolved' where id = 2").unwrap();
    let end = |office: &mut Office, until| units::end_bloc(office, units::BlocEnd { id: bloc, until });
    assert!(refused(end(&mut office, day(2024, 6, 8))).contains("09/06/2024"));
    end(&mut office, day(2024, 6, 9)).unwrap();
}

#[test]
fn the_schema_itself_keeps_a_closed_year_and_asks_why_it_is_opened_again() {
    let mut office = office(day(2025, 3, 1));
    open(&mut office, YearOpen { year: 2024, heads: false, shortcomings: false, targets: false }).unwrap();
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    close(&mut office, YearClose { period }).unwrap();
    for (sql, said) in [
        ("delete from period where closed = 1 and parent is not null", "đã khóa sổ nên không xóa được"),
        ("update period set closed = 0", "phải ghi lý do"),
        ("update period set until = '2025-01-31' where closed = 1", "đã khóa sổ nên không sửa được"),
    ] {
        assert!(refused(write(&mut office, sql)).contains(said), "{sql}");
    }
}
