#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod borders;

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

/// A deadline of a calendar, or of all, on a day of every year.
fn deadline(calendar: Option<Calendar>, month: u32, day: u32) -> Deadline {
    Deadline {
        id: None,
        what: DeadlineFor::Other,
        name: "Báo cáo quý".into(),
        calendar,
        month,
        day,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::General,
    }
}

#[test]
fn a_schools_autumn_deadline_lies_in_the_year_before() {
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
fn reviews_stand_on_the_board_until_they_are_held_and_say_which_units_are_missing() {
    let mut office = office(day(2024, 6, 20));
    for (name, interim, last) in
        [("Lao động giỏi", "2024-06-25", "2024-12-31"), ("Tháng Công nhân", "2024-05-10", "2024-05-31")]
    {
        let columns = "uid, name, search, level, kind, interim_on, final_on";
        let sql = format!(
            "insert into movement ({columns}) values (randomblob(16), '{name}', '', 'own', 'drive', '{interim}', '{last}')"
        );
        write(&mut office, &sql).unwrap();
    }
    write(&mut office, "insert into movement_review (uid, movement, kind, held_on) values (randomblob(16), 2, 'interim', '2024-05-12')").unwrap();
    collective(&mut office, 1, 2024).unwrap();
    collective(&mut office, 2, 2024).unwrap();
    let told = |office: &mut Office| -> Vec<(String, i64)> {
        due(office, DueWithin { days: 30 }).unwrap().reviews.into_iter().map(|one| (one.name, one.days)).collect()
    };
    let half = "Đánh giá cam kết: 6 tháng đầu năm 2024".to_owned();
    assert_eq!(
        told(&mut office),
        [("Tổng kết: Tháng Công nhân".to_owned(), -20), ("Sơ kết: Lao động giỏi".to_owned(), 5), (half, 10)]
    );
    let assess = |pledge: i64| {
        format!(
            "insert into pledge_assessment (uid, pledge, period, assessor, day, percent)
             values (randomblob(16), {pledge}, (select id from period where kind = 'half' and year = 2024 and part = 1), 'self', '2024-06-20', 50)"
        )
    };
    write(&mut office, &assess(1)).unwrap();
    let reviews = due(&mut office, DueWithin { days: 30 }).unwrap().reviews;
    let missing = reviews.last().unwrap().missing.as_ref().unwrap();
    assert_eq!((missing.of, missing.units.len(), missing.units[0].code.as_str()), (2, 1, "VT21"));
    assert!(missing.message.contains("Hạn 30/06/2024") && missing.message.contains("CĐCS VT21"), "{}", missing.message);
    write(&mut office, &assess(2)).unwrap();
    write(&mut office, "insert into movement_review (uid, movement, kind, held_on) values (randomblob(16), 1, 'interim', '2024-06-20')").unwrap();
    assert_eq!(told(&mut office), [("Tổng kết: Tháng Công nhân".to_owned(), -20)]);
}

#[test]
fn a_year_shows_its_days_in_order_with_their_sources() {
    let mut office = office(day(2024, 1, 5));
    let calendar = calendar(&mut office, PeriodsOf { year: 2024 }).unwrap();
    assert!(calendar.due.is_sorted_by_key(|one| one.day));
    assert!(calendar.due.iter().any(|one| one.day == day(2024, 1, 25) && one.deadline.certainty == Certainty::Sourced));
    let autumn = calendar.due.iter().find(|one| one.day == day(2023, 10, 20)).unwrap();
    let message = &autumn.missing.as_ref().unwrap().message;
    assert!(message.contains("(năm học 2023-2024)"), "{message}");
}

/// A bloc of the two communes.
fn led_bloc(office: &mut Office, years: Vec<BlocYear>) {
    let draft = BlocDraft { id: None, no: 1, name: "Khối xã".into(), years: Vec::new() };
    let id = Some(units::set_bloc(office, draft.clone()).unwrap().value);
    write(office, "update unit_state set bloc = 1 where unit in (1, 2)").unwrap();
    units::set_bloc(office, BlocDraft { id, years, ..draft }).unwrap();
}

#[test]
fn a_head_that_was_dissolved_and_a_deputy_of_another_bloc_are_not_taken_over() {
    let mut office = office(day(2025, 1, 5));
    led_bloc(&mut office, vec![BlocYear { year: 2024, head: Some(UnitId(1)), deputy: Some(UnitId(2)) }]);
    write(&mut office, "update unit set ended = '2024-06-10', ending = 'dissolved' where id = 1").unwrap();
    let wish = YearOpen { year: 2025, heads: true, shortcomings: false, targets: false };
    assert_eq!(open(&mut office, wish).unwrap().value.heads, 1, "the deputy stays");
    let led = units::blocs(&mut office, ()).unwrap()[0].years[0].clone();
    assert_eq!(led, BlocYear { year: 2025, head: None, deputy: Some(UnitId(2)) });
    write(&mut office, "update unit_state set bloc = null where unit = 2").unwrap();
    assert_eq!(open(&mut office, YearOpen { year: 2026, ..wish }).unwrap().value.heads, 0);
}

#[test]
fn a_bloc_is_renamed_while_a_closed_year_shows_its_heads() {
    let mut office = office(day(2025, 1, 5));
    let years = vec![BlocYear { year: 2024, head: Some(UnitId(1)), deputy: Some(UnitId(2)) }];
    led_bloc(&mut office, years.clone());
    open(&mut office, YearOpen { year: 2024, heads: false, shortcomings: false, targets: false }).unwrap();
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    close(&mut office, YearClose { period }).unwrap();
    let id = Some(units::blocs(&mut office, ()).unwrap()[0].id);
    let mut draft = BlocDraft { id, no: 1, name: "Khối xã, phường".into(), years };
    units::set_bloc(&mut office, draft.clone()).unwrap();
    assert_eq!(units::blocs(&mut office, ()).unwrap()[0].name, "Khối xã, phường");
    draft.years[0].deputy = None;
    assert!(refused(units::set_bloc(&mut office, draft)).contains("đã khóa sổ"));
}

#[test]
fn opening_a_year_takes_over_heads_where_it_is_wanted_and_is_one_undo() {
    let mut office = office(day(2025, 1, 5));
    led_bloc(&mut office, vec![BlocYear { year: 2024, head: Some(UnitId(1)), deputy: Some(UnitId(2)) }]);
    let wish = YearOpen { year: 2025, heads: true, shortcomings: true, targets: true };
    let opened = open(&mut office, wish).unwrap().value;
    assert_eq!(opened.heads, 1);
    assert_eq!(open(&mut office, wish).unwrap().act, None, "done twice, it adds nothing");
    let heads: Vec<_> = units::blocs(&mut office, ()).unwrap()[0].years.iter().map(|one| one.year).collect();
    assert_eq!(heads, [2025, 2024]);
    office.undo(None).unwrap();
    assert!(periods::list(&mut office, PeriodsOf { year: 2025 }).unwrap().is_empty());
}

#[test]
fn a_bloc_whose_head_and_deputy_were_taken_out_again_gets_those_of_last_year_when_the_year_opens() {
    let mut office = office(day(2025, 1, 5));
    let led = BlocYear { year: 2024, head: Some(UnitId(1)), deputy: Some(UnitId(2)) };
    let empty = BlocYear { year: 2025, head: None, deputy: None };
    led_bloc(&mut office, vec![led.clone(), empty]);
    let opened = open(&mut office, YearOpen { year: 2025, heads: true, shortcomings: false, targets: false }).unwrap();
    assert_eq!(opened.value.heads, 1);
    assert_eq!(units::blocs(&mut office, ()).unwrap()[0].years[0], BlocYear { year: 2025, ..led });
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
    open(&mut office, YearOpen { year: 2024, heads: false, shortcomings: false, targets: false }).unwrap();
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    assert!(refused(close(&mut office, YearClose { period })).contains("chưa kết thúc"));
    let half = whole(&mut office, 2024, PeriodKind::Half).id;
    assert!(refused(close(&mut office, YearClose { period: half })).contains("Chỉ khóa sổ cả năm"));
}

/// One row of everything that belongs to the year 2024 and has a guard of its own, parents first.
const OF_THE_YEAR: &[&str] = &[
    "insert into pledge_topic (uid, period, topic) values (randomblob(16), (select id from period where kind = 'year' and year = 2024), 'Học tập và làm theo')",
    "insert into pledge (uid, period, unit, duty, state) values (randomblob(16), (select id from period where kind = 'year' and year = 2024), 1, 'Xong việc', 'registered')",
    "insert into pledge_shortcoming (uid, pledge, position, shortcoming) values (randomblob(16), 1, 1, 'Còn chậm')",
    "insert into pledge_assessment (uid, pledge, period, assessor, day, percent) values (randomblob(16), 1, (select id from period where kind = 'year' and year = 2024), 'self', '2024-12-01', 90)",
    "insert into pledge_item (uid, assessment, block, grade) values (randomblob(16), 1, 'duty', 1)",
    "insert into bloc_year (uid, bloc, year, head) values (randomblob(16), 1, 2024, 1)",
    "insert into initiative (uid, period, code, title, search, unit) values (randomblob(16), (select id from period where kind = 'year' and year = 2024), 'SK-1', 'Trạm bơm', '', 1)",
    "insert into initiative_author (uid, initiative, position, name) values (randomblob(16), 1, 1, 'Lê An')",
    "insert into work (uid, period, title, occasion, unit) values (randomblob(16), (select id from period where kind = 'year' and year = 2024), 'Nhà để xe', 'Đại hội', 1)",
    "insert into target (uid, indicator, period, goal) values (randomblob(16), 1, (select id from period where kind = 'half' and year = 2024 and part = 1), 100)",
    "insert into score_table (uid, name, period, decides, step, certainty) values (randomblob(16), 'Bảng 2024', (select id from period where kind = 'year' and year = 2024), 'office', 25, 'general')",
    "insert into score_table_kind (score_table, kind) values (1, 'xa')",
    "insert into score_group (uid, score_table, position, kind, name) values (randomblob(16), 1, 1, 'scored', 'I')",
    "insert into criterion (uid, score_group, position, name, most) values (randomblob(16), 1, 1, 'Tiêu chí', 1000)",
    "insert into score_condition (uid, score_table, position, kind, text, certainty) values (randomblob(16), 1, 1, 'stated', 'Không kỷ luật', 'general')",
    "insert into tie_break (score_table, position, kind) values (1, 1, 'bonus')",
    "insert into score_sheet (uid, score_table, period, unit) values (randomblob(16), 1, (select id from period where kind = 'year' and year = 2024), 1)",
    "insert into score (sheet, criterion, scorer, points) values (1, 1, 'office', 900)",
    "insert into score_note (sheet, criterion, evidence) values (1, 1, 'Biên bản')",
    "insert into score_breach (sheet, score_condition) values (1, 1)",
    "insert into score_amendment (uid, sheet, criterion, scorer, after, reason) values (randomblob(16), 1, 1, 'office', 900, 'Cộng nhầm')",
    "insert into score_breach_amendment (uid, sheet, score_condition, broken, reason) values (randomblob(16), 1, 1, 1, 'Sót quyết định')",
];

fn write(office: &mut Office, sql: &str) -> Result<()> {
    office.act(What::new("trial.write", "Ghi thử"), |pen| Ok(pen.execute(sql, [])?)).map(drop)
}

#[test]
fn nothing_that_belongs_to_a_closed_year_is_added_changed_or_taken_away_whoever_asks() {
    let mut office = office(day(2025, 3, 1));
    crate::targets::seed(&mut office).unwrap();
    units::set_bloc(&mut office, BlocDraft { id: None, no: 1, name: "Khối xã".into(), years: Vec::new() }).unwrap();
    open(&mut office, YearOpen { year: 2024, heads: false, shortcomings: false, targets: false }).unwrap();
    for insert in OF_THE_YEAR {
        write(&mut office, insert).unwrap();
    }
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    close(&mut office, YearClose { period }).unwrap();
    for insert in OF_THE_YEAR {
        let table = insert.split(' ').nth(2).unwrap();
        let change = match table {
            "initiative_author" => "update initiative_author set name = 'Lê Bình'".to_owned(),
            "pledge" => "update pledge set duty = 'Khác'".to_owned(),
            "initiative" => "update initiative set title = 'Khác'".to_owned(),
            "bloc_year" => "update bloc_year set head = 2".to_owned(),
            _ => format!("update {table} set id = id"),
        };
        for sql in [*insert, &change, &format!("delete from {table}")] {
            let said = write(&mut office, sql).err().map(|error| error.sentences()).unwrap_or_default();
            assert!(said.contains("khóa"), "{sql}: {said}");
        }
    }
    reopen(&mut office, YearReopen { period, reason: "Sửa điểm".into() }).unwrap();
    for insert in OF_THE_YEAR {
        let table = insert.split(' ').nth(2).unwrap();
        write(&mut office, &format!("update {table} set id = id")).unwrap();
    }
}

#[test]
fn a_pledge_does_not_move_into_a_closed_year() {
    let mut office = office(day(2025, 3, 1));
    for year in [2024, 2025] {
        open(&mut office, YearOpen { year, heads: false, shortcomings: false, targets: false }).unwrap();
    }
    collective(&mut office, 1, 2025).unwrap();
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    close(&mut office, YearClose { period }).unwrap();
    let said = refused(write(&mut office, &format!("update pledge set period = {period}")));
    assert!(said.contains("khóa sổ"), "{said}");
}

#[test]
fn a_year_opens_with_the_targets_of_the_year_before_when_that_is_chosen() {
    let mut office = office(day(2025, 3, 1));
    crate::targets::seed(&mut office).unwrap();
    let opening = |targets| YearOpen { year: 2025, heads: false, shortcomings: false, targets };
    open(&mut office, YearOpen { year: 2024, ..opening(false) }).unwrap();
    let period = whole(&mut office, 2024, PeriodKind::Year).id;
    for unit in [None, Some(UnitId(1))] {
        let given =
            serde_json::json!({ "indicator": 1, "period": period, "unit": unit, "goal": 10_800, "result": 20_900 });
        crate::targets::set(&mut office, serde_json::from_value(given).unwrap()).unwrap();
    }
    assert_eq!(open(&mut office, opening(false)).unwrap().value.targets, 0);
    assert_eq!(open(&mut office, opening(true)).unwrap().value.targets, 2);
    assert_eq!(open(&mut office, opening(true)).unwrap().value.targets, 0, "done twice, it adds only what is missing");
    let query = crate::targets::TargetQuery { year: 2025, ..crate::targets::TargetQuery::default() };
    let lines = crate::targets::page(&mut office, query).unwrap().lines;
    assert_eq!(lines.len(), 2);
    assert!(
        lines.iter().all(|line| line.draft.goal == crate::money::Hundredths(10_800) && line.draft.result.is_none())
    );
}
