#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::{
    catalogue::Certainty,
    periods::{Period, PeriodsOf},
    pledges::{Content, PledgeBlock, PledgeDraft, PledgeRegister, Pledger},
    units::{BlocDraft, BlocYear, Level, Sector, UnitDraft, UnitEstablish, UnitId, UnitKind},
};
use chrono::NaiveDate;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn office(today: NaiveDate) -> Office {
    let mut office = Office::trial(today).unwrap();
    seed(&mut office).unwrap();
    pledges::seed(&mut office).unwrap();
    for (code, kind, calendar) in [
        ("VT20", UnitKind::Xa, Calendar::Year),
        ("VT21", UnitKind::Xa, Calendar::Year),
        ("VT29", UnitKind::MamNon, Calendar::School),
    ] {
        let draft = UnitDraft {
            code: code.into(),
            name: format!("CĐCS {code}"),
            level: Level::GrassrootsUnion,
            kind,
            sector: Sector::Public,
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

fn collective(office: &mut Office, unit: i64, year: i32) -> Result<()> {
    let draft = PledgeDraft {
        content: Content::from([(PledgeBlock::Duty, "Hoàn thành nhiệm vụ.".into())]),
        ..PledgeDraft::default()
    };
    pledges::register(office, PledgeRegister { of: Pledger::Unit(UnitId(unit)), year, draft }).map(drop)
}

fn whole(office: &mut Office, year: i32, kind: PeriodKind) -> Period {
    periods::list(office, PeriodsOf { year }).unwrap().into_iter().find(|period| period.kind == kind).unwrap()
}

fn refused<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(error @ Error::Refused(_)) => error.sentences(),
        other => panic!("must be refused, not {other:?}"),
    }
}

#[test]
fn a_schools_autumn_deadline_lies_in_the_year_before() {
    let deadline = |calendar, month, day| Deadline {
        id: None,
        what: DeadlineFor::Registration,
        name: "Đăng ký".into(),
        calendar,
        month,
        day,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::General,
    };
    assert_eq!(deadline(Some(Calendar::School), 10, 20).falls_on(2024), Some(day(2023, 10, 20)));
    assert_eq!(deadline(Some(Calendar::School), 6, 30).falls_on(2024), Some(day(2024, 6, 30)));
    assert_eq!(deadline(Some(Calendar::Year), 1, 25).falls_on(2024), Some(day(2024, 1, 25)));
    assert_eq!(deadline(None, 2, 29).falls_on(2023), Some(day(2023, 2, 28)), "the last of the month");
}

#[test]
fn a_deadline_of_no_day_and_no_name_is_refused_for_both() {
    let bad = Deadline {
        id: None,
        what: DeadlineFor::Other,
        name: " ".into(),
        calendar: None,
        month: 2,
        day: 30,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::Sourced,
    };
    let said = refused(check(bad));
    assert!(said.contains("tên hạn") && said.contains("tháng chưa đúng") && said.contains("ghi nguồn"), "{said}");
}

#[test]
fn the_next_thirty_days_say_what_is_due_and_who_is_missing() {
    let mut office = office(day(2024, 2, 10));
    collective(&mut office, 1, 2024).unwrap();
    let page = due(&mut office, DueWithin { days: 30 }).unwrap();
    assert_eq!(page.due.len(), 1);
    let missing = page.due[0].missing.as_ref().unwrap();
    assert_eq!((page.due[0].days, missing.of), (18, 2));
    assert_eq!(missing.units.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>(), ["VT21"]);
    assert!(missing.message.contains("Hạn 28/02/2024") && missing.message.contains("CĐCS VT21"), "{}", missing.message);
}

#[test]
fn a_year_shows_its_days_in_order_with_their_sources() {
    let mut office = office(day(2024, 1, 5));
    let calendar = calendar(&mut office, PeriodsOf { year: 2024 }).unwrap();
    assert!(calendar.due.is_sorted_by_key(|one| one.day));
    assert!(calendar.due.iter().any(|one| one.day == day(2024, 1, 25) && one.deadline.certainty == Certainty::Sourced));
    assert!(calendar.due.iter().any(|one| one.day == day(2023, 10, 20)));
}

#[test]
fn opening_a_year_takes_over_heads_where_it_is_wanted_and_is_one_undo() {
    let mut office = office(day(2025, 1, 5));
    let years = vec![BlocYear { year: 2024, head: Some(UnitId(1)), deputy: Some(UnitId(2)) }];
    units::set_bloc(&mut office, BlocDraft { id: None, no: 1, name: "Khối xã".into(), years }).unwrap();
    let wish = YearOpen { year: 2025, heads: true, shortcomings: true };
    let opened = open(&mut office, wish).unwrap().value;
    assert_eq!(opened.heads, 1);
    assert_eq!(open(&mut office, wish).unwrap().act, None, "done twice, it adds nothing");
    let heads: Vec<_> = units::blocs(&mut office, ()).unwrap()[0].years.iter().map(|one| one.year).collect();
    assert_eq!(heads, [2025, 2024]);
    office.undo(None).unwrap();
    assert!(periods::list(&mut office, PeriodsOf { year: 2025 }).unwrap().is_empty());
}

#[test]
fn a_closed_year_is_opened_again_only_with_a_reason_and_not_by_undo() {
    let mut office = office(day(2025, 1, 5));
    collective(&mut office, 1, 2024).unwrap();
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    close(&mut office, YearClose { period }).unwrap();
    assert!(refused(collective(&mut office, 2, 2024)).contains("đã khóa sổ"));
    assert!(refused(office.undo(None)).contains("Mở lại năm"));
    assert!(refused(reopen(&mut office, YearReopen { period, reason: " ".into() })).contains("Chưa ghi lý do"));
    reopen(&mut office, YearReopen { period, reason: "Bổ sung cam kết nộp muộn".into() }).unwrap();
    collective(&mut office, 2, 2024).unwrap();
    assert_eq!(periods::get(office.db(), period).unwrap().reason, "Bổ sung cam kết nộp muộn");
}

#[test]
fn a_year_that_runs_is_not_closed_and_neither_is_a_half() {
    let mut office = office(day(2024, 6, 1));
    open(&mut office, YearOpen { year: 2024, heads: false, shortcomings: false }).unwrap();
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    assert!(refused(close(&mut office, YearClose { period })).contains("chưa kết thúc"));
    let half = whole(&mut office, 2024, PeriodKind::Half).id;
    assert!(refused(close(&mut office, YearClose { period: half })).contains("Chỉ khóa sổ cả năm"));
}
