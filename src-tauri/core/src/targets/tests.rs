#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use super::*;
use crate::{members, units};
use serde_json::json;

fn office() -> Office {
    let mut office = Office::trial("2024-06-30".parse().unwrap()).unwrap();
    seed(&mut office).unwrap();
    office
}

fn year(office: &mut Office, year: i32) -> PeriodId {
    begin_year(office, TargetsOfYear { year }).unwrap().value
}

fn indicator(office: &Office, counted: Counted) -> IndicatorId {
    store::indicators(office.db()).unwrap().into_iter().find(|one| one.counted == counted).unwrap().id.unwrap()
}

fn wish(office: &mut Office, counted: Counted, goal: i64) -> TargetDraft {
    let indicator = indicator(office, counted);
    TargetDraft {
        id: None,
        indicator,
        period: year(office, 2024),
        bloc: None,
        unit: None,
        goal: Hundredths(goal * 100),
        result: None,
        document: String::new(),
        note: String::new(),
    }
}

fn lines(office: &mut Office) -> Vec<TargetLine> {
    page(office, TargetQuery { year: 2024, ..TargetQuery::default() }).unwrap().lines
}

#[test]
fn a_result_of_209_against_a_target_of_108_is_194_per_cent() {
    let mut office = office();
    let draft = TargetDraft { result: Some(Hundredths(20_900)), ..wish(&mut office, Counted::Typed, 108) };
    set(&mut office, draft).unwrap();
    let line = &lines(&mut office)[0];
    assert_eq!((line.percent.as_str(), line.behind), ("194 %", false));
}

#[test]
fn half_a_year_without_a_result_is_behind() {
    let mut office = office();
    let draft = wish(&mut office, Counted::Typed, 108);
    let id = set(&mut office, draft).unwrap().value;
    let line = &lines(&mut office)[0];
    assert_eq!((line.percent.as_str(), line.behind, line.expected), ("", true, Hundredths(10_800 * 182 / 366)));
    let cell = |field, text: &str| TargetCell { id, field, text: text.into() };
    edit(&mut office, TargetEdit { cells: vec![cell(TargetField::Result, "60")] }).unwrap();
    let behind = page(&mut office, TargetQuery { year: 2024, behind: true, ..TargetQuery::default() }).unwrap().lines;
    assert!(behind.is_empty());
}

#[test]
fn every_wrong_cell_is_said_and_none_is_written() {
    let mut office = office();
    let draft = wish(&mut office, Counted::Typed, 108);
    let id = set(&mut office, draft).unwrap().value;
    let cell = |field, text: &str| TargetCell { id, field, text: text.into() };
    let cells = vec![cell(TargetField::Goal, "trăm"), cell(TargetField::Note, "ghi"), cell(TargetField::Result, "1.5")];
    let refused = edit(&mut office, TargetEdit { cells }).unwrap_err();
    let Error::Refused(refusals) = &refused else { panic!("{refused}") };
    let fields: Vec<_> = refusals.iter().map(|one| one.field.clone()).collect();
    assert_eq!(fields, [format!("{id}.goal"), format!("{id}.result")]);
    assert_eq!(lines(&mut office)[0].draft.note, "");
}

#[test]
fn a_counted_result_opens_the_names_that_it_counts() {
    let mut office = office();
    let unit = serde_json::from_value(json!({ "draft": {
        "code": "VT01", "name": "CĐCS Công ty May", "level": "grassroots_union", "kind": "dn_fdi", "sector": "foreign", "calendar": "year"
    }}));
    let unit = units::establish(&mut office, unit.unwrap()).unwrap().value;
    for (name, since) in [("Đặng Thị Hoa", "2024-03-01"), ("Lê Văn An", "2023-12-31"), ("Bùi Thị Lan", "2024-02-01")]
    {
        let add = json!({ "unit": unit, "draft": { "full_name": name }, "since": since, "began": "admitted" });
        members::add(&mut office, serde_json::from_value(add).unwrap()).unwrap();
    }
    let draft = wish(&mut office, Counted::MembersAdmitted, 4);
    let id = set(&mut office, draft).unwrap().value;
    let line = lines(&mut office).remove(0);
    assert_eq!((line.result, line.percent.as_str()), (Some(Hundredths(200)), "50 %"));
    let names = behind(&mut office, WhichTarget { id }).unwrap();
    assert_eq!(names.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Bùi Thị Lan", "Đặng Thị Hoa"]);
}

#[test]
fn an_indicator_is_given_once_for_a_period_and_a_bloc_or_unit() {
    let mut office = office();
    let draft = wish(&mut office, Counted::Typed, 108);
    set(&mut office, draft.clone()).unwrap();
    assert!(set(&mut office, draft.clone()).unwrap_err().sentences().contains("đã được giao"));
    let none = TargetDraft { goal: Hundredths(0), ..draft };
    assert!(matches!(set(&mut office, none), Err(Error::Refused(refusals)) if refusals.len() == 2));
}

#[test]
fn last_years_goals_are_carried_over_once_without_results() {
    let mut office = office();
    let draft = TargetDraft {
        period: year(&mut office, 2023),
        result: Some(Hundredths(20_900)),
        ..wish(&mut office, Counted::Typed, 108)
    };
    set(&mut office, draft).unwrap();
    assert_eq!(carry_over(&mut office, TargetsOfYear { year: 2024 }).unwrap().value, 1);
    assert_eq!(carry_over(&mut office, TargetsOfYear { year: 2024 }).unwrap().value, 0);
    let line = &lines(&mut office)[0];
    assert_eq!((line.draft.goal, line.draft.result), (Hundredths(10_800), None));
    office.undo(None).unwrap();
    assert!(lines(&mut office).is_empty());
}

fn given(office: &mut Office) -> TargetGiven {
    TargetGiven {
        name: "Sáng kiến được công nhận".into(),
        measure: "sáng kiến".into(),
        period: Some(year(office, 2024)),
        whom: Whom::All,
        bloc: None,
        unit: None,
        goal: "1.536".into(),
        document: "80/KH-LĐLĐ".into(),
    }
}

#[test]
fn a_target_of_something_new_is_one_step_and_undone_in_one() {
    let mut office = office();
    let known = store::indicators(office.db()).unwrap().len();
    let wish = given(&mut office);
    give(&mut office, wish.clone()).unwrap();
    let line = &lines(&mut office)[0];
    assert_eq!((line.name.as_str(), line.measure.as_str()), ("Sáng kiến được công nhận", "sáng kiến"));
    assert_eq!((line.draft.goal, line.draft.document.as_str()), (Hundredths(153_600), "80/KH-LĐLĐ"));
    let again = give(&mut office, wish).unwrap_err();
    assert!(again.sentences().contains("đã được giao"));
    office.undo(None).unwrap();
    assert!(lines(&mut office).is_empty());
    assert_eq!(store::indicators(office.db()).unwrap().len(), known);
}

#[test]
fn a_target_given_to_a_bloc_names_the_bloc_and_everything_wrong_is_said_at_once() {
    let mut office = office();
    let bare = TargetGiven {
        name: " ".into(),
        measure: String::new(),
        period: None,
        whom: Whom::Bloc,
        goal: "nhiều".into(),
        ..given(&mut office)
    };
    let Err(Error::Refused(refusals)) = give(&mut office, bare) else { panic!("must be refused") };
    let fields: Vec<_> = refusals.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["name", "measure", "goal", "bloc", "period"]);
}

#[test]
fn a_goal_of_nothing_is_refused_in_its_cell() {
    let mut office = office();
    let draft = wish(&mut office, Counted::Typed, 108);
    let id = set(&mut office, draft).unwrap().value;
    let cells = vec![TargetCell { id, field: TargetField::Goal, text: "0".into() }];
    let Err(Error::Refused(refusals)) = edit(&mut office, TargetEdit { cells }) else { panic!("must be refused") };
    assert_eq!(refusals[0].field, format!("{id}.goal"));
}
