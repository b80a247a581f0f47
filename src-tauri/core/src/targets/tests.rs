#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod borders;

use super::*;
use crate::{id::MemberId, members, units};
use serde_json::json;

fn office() -> Office {
    office_on("2024-06-30")
}

fn office_on(today: &str) -> Office {
    let mut office = Office::trial(today.parse().unwrap()).unwrap();
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
    assert_eq!((line.percent.to_string().as_str(), line.behind), ("194 %", false));
}

#[test]
fn half_a_year_without_a_result_is_behind() {
    let mut office = office();
    let draft = wish(&mut office, Counted::Typed, 108);
    let id = set(&mut office, draft).unwrap().value;
    let line = &lines(&mut office)[0];
    assert_eq!(
        (line.percent.to_string().as_str(), line.behind, line.expected),
        ("", true, Hundredths(10_800 * 182 / 366))
    );
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
    assert_eq!((line.result, line.percent.to_string().as_str()), (Some(Hundredths(200)), "50 %"));
    let names = behind(&mut office, WhichTarget { id }).unwrap();
    assert_eq!(names.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Bùi Thị Lan", "Đặng Thị Hoa"]);
}

fn unit(office: &mut Office, code: &str, bloc: Option<BlocId>) -> UnitId {
    let draft = json!({ "code": code, "name": format!("CĐCS {code}"), "level": "grassroots_union", "kind": "xa",
        "sector": "public", "calendar": "year", "bloc": bloc, "established": { "y": 2024, "m": 3, "d": 1, "precision": "day" } });
    units::establish(office, serde_json::from_value(json!({ "draft": draft })).unwrap()).unwrap().value
}

fn admitted(office: &mut Office, unit: UnitId, since: &str) -> MemberId {
    let add = json!({ "unit": unit, "draft": { "full_name": "Đặng Thị Hoa" }, "since": since, "began": "admitted" });
    members::add(office, serde_json::from_value(add).unwrap()).unwrap().value.id
}

#[test]
fn a_unit_that_changes_its_bloc_later_leaves_last_years_result_with_the_old_one() {
    let mut office = office_on("2025-04-01");
    let bloc = |office: &mut Office, no: i64| {
        let draft = json!({ "id": null, "no": no, "name": format!("Khối {no}"), "years": [] });
        units::set_bloc(office, serde_json::from_value(draft).unwrap()).unwrap().value
    };
    let (old, new) = (bloc(&mut office, 1), bloc(&mut office, 2));
    let commune = unit(&mut office, "VT20", Some(old));
    admitted(&mut office, commune, "2024-03-05");
    for (counted, bloc) in [
        (Counted::MembersAdmitted, old),
        (Counted::MembersAdmitted, new),
        (Counted::UnitsEstablished, old),
        (Counted::UnitsEstablished, new),
    ] {
        let draft = TargetDraft { bloc: Some(bloc), ..wish(&mut office, counted, 1) };
        set(&mut office, draft).unwrap();
    }
    let results = |office: &mut Office| {
        let of = |line: &TargetLine| line.result.unwrap().0;
        (
            lines(office).iter().filter(|line| line.draft.bloc == Some(old)).map(of).collect::<Vec<_>>(),
            lines(office).iter().filter(|line| line.draft.bloc == Some(new)).map(of).collect::<Vec<_>>(),
        )
    };
    let before = results(&mut office);
    assert_eq!(before, (vec![100, 100], vec![0, 0]));
    let change = json!({ "id": commune, "since": "2025-03-01", "document": "", "draft": {
        "code": "VT20", "name": "CĐCS VT20", "level": "grassroots_union", "kind": "xa", "sector": "public", "calendar": "year", "bloc": new,
        "established": { "y": 2024, "m": 3, "d": 1, "precision": "day" } } });
    units::change(&mut office, serde_json::from_value(change).unwrap()).unwrap();
    assert_eq!(results(&mut office), before);
}

#[test]
fn what_comes_out_of_a_merge_or_a_split_is_no_new_foundation() {
    let mut office = office();
    let id = {
        let draft = wish(&mut office, Counted::UnitsEstablished, 2);
        set(&mut office, draft).unwrap().value
    };
    let [one, two, three] = ["VT14", "VT15", "VT17"].map(|code| unit(&mut office, code, None));
    let before = behind(&mut office, WhichTarget { id }).unwrap();
    assert_eq!(before.len(), 3, "founded in March");
    let new = |code: &str| {
        json!({ "code": code, "name": format!("CĐCS {code}"), "level": "grassroots_union", "kind": "xa",
        "sector": "public", "calendar": "year" })
    };
    let merge =
        json!({ "units": [one, two], "into": null, "new": new("VT80"), "day": "2024-06-01", "document": "9/QĐ" });
    members::merge_units(&mut office, serde_json::from_value(merge).unwrap()).unwrap();
    let split = json!({ "unit": three, "new": [new("VT81"), new("VT82")], "ends": true, "day": "2024-06-02", "document": "10/QĐ" });
    members::split(&mut office, serde_json::from_value(split).unwrap()).unwrap();
    assert_eq!(behind(&mut office, WhichTarget { id }).unwrap(), before);
}

#[test]
fn what_a_closed_year_counted_stays_and_its_source_may_be_added() {
    let mut office = office();
    let draft = wish(&mut office, Counted::Typed, 108);
    let indicator = store::indicator(office.db(), draft.indicator).unwrap().unwrap();
    let period = draft.period;
    set(&mut office, draft).unwrap();
    let other =
        IndicatorDraft { counted: Counted::UnitsEstablished, measure: "đơn vị".into(), ..indicator.clone() };
    office.act(EDIT, |pen| periods::close(pen, period)).unwrap();
    let Err(Error::Refused(refusals)) = set_indicator(&mut office, other) else { panic!("must be refused") };
    let fields: Vec<_> = refusals.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["measure", "counted"]);
    assert!(refusals[0].sentence.contains("Năm 2024"));
    set_indicator(&mut office, IndicatorDraft { source: "Kế hoạch 80".into(), ..indicator }).unwrap();
}

#[test]
fn a_goal_that_is_written_another_way_is_told_how_figures_are_written() {
    let mut office = office();
    for text in ["1.5", "194,444", ".500", "1536.200"] {
        let wrong = TargetGiven { goal: text.into(), ..given(&mut office) };
        let sentence = give(&mut office, wrong).unwrap_err().sentences();
        assert!(sentence.contains("chưa đúng cách ghi số") && sentence.contains(text), "{sentence}");
    }
    let none = TargetGiven { goal: "0".into(), ..given(&mut office) };
    assert!(give(&mut office, none).unwrap_err().sentences().contains("lớn hơn 0"));
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

#[test]
fn what_was_given_to_a_unit_that_is_no_more_is_not_carried_over() {
    let mut office = office_on("2024-12-01");
    let (gone, stays) = (unit(&mut office, "VT20", None), unit(&mut office, "VT21", None));
    for unit in [gone, stays] {
        let draft = TargetDraft { unit: Some(unit), ..wish(&mut office, Counted::Typed, 108) };
        set(&mut office, draft).unwrap();
    }
    let dissolved = json!({ "unit": gone, "day": "2024-11-01", "document": "", "members": { "kind": "end" } });
    members::dissolve(&mut office, serde_json::from_value(dissolved).unwrap()).unwrap();
    assert_eq!(carry_over(&mut office, TargetsOfYear { year: 2025 }).unwrap().value, 1);
    let carried = page(&mut office, TargetQuery { year: 2025, ..TargetQuery::default() }).unwrap().lines;
    assert_eq!(carried.iter().map(|line| line.draft.unit).collect::<Vec<_>>(), [Some(stays)]);
}
