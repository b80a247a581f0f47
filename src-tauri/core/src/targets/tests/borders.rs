//! Just on schedule, who is carried over, who counts.

use super::*;

fn write(office: &mut Office, sql: &str) {
    office.act(SET, |pen| Ok(pen.execute(sql, [])?)).unwrap();
}

#[test]
fn just_on_schedule_is_not_behind() {
    let mut office = office();
    let draft = wish(&mut office, Counted::Typed, 366);
    let id = Some(set(&mut office, draft.clone()).unwrap().value);
    for (result, behind) in [(18_200, false), (18_199, true)] {
        set(&mut office, TargetDraft { id, result: Some(Hundredths(result)), ..draft.clone() }).unwrap();
        assert_eq!(lines(&mut office)[0].behind, behind, "{result}");
    }
}

#[test]
fn goals_of_the_whole_year_go_on_for_whoever_stands_on_its_first_day() {
    let mut office = office_on("2025-03-01");
    let bloc = |office: &mut Office, no: i64| {
        let draft = json!({ "id": null, "no": no, "name": format!("Khối {no}"), "years": [] });
        units::set_bloc(office, serde_json::from_value(draft).unwrap()).unwrap().value
    };
    let blocs = [bloc(&mut office, 1), bloc(&mut office, 2)];
    let units = [unit(&mut office, "VT20", None), unit(&mut office, "VT21", None)];
    let draft = wish(&mut office, Counted::Typed, 108);
    for (bloc, unit) in [(Some(blocs[0]), None), (Some(blocs[1]), None), (None, Some(units[0])), (None, Some(units[1]))]
    {
        set(&mut office, TargetDraft { bloc, unit, ..draft.clone() }).unwrap();
    }
    let half = periods::list(&mut office, PeriodsOf { year: 2024 }).unwrap();
    let half = half.iter().find(|period| period.kind == periods::PeriodKind::Half).unwrap().id;
    set(&mut office, TargetDraft { period: half, ..draft }).unwrap();
    write(&mut office, "update unit set ended = '2025-01-01', ending = 'dissolved' where code = 'VT20'");
    write(&mut office, "update unit set ended = '2025-01-02', ending = 'dissolved' where code = 'VT21'");
    write(&mut office, "update bloc set until = '2024-12-31' where no = 1");
    write(&mut office, "update bloc set until = '2025-01-01' where no = 2");
    carry_over(&mut office, TargetsOfYear { year: 2025 }).unwrap();
    let next = page(&mut office, TargetQuery { year: 2025, ..TargetQuery::default() }).unwrap().lines;
    let next: Vec<_> = next.iter().map(|line| (line.draft.bloc, line.draft.unit)).collect();
    assert_eq!(next, [(Some(blocs[1]), None), (None, Some(units[1]))]);
}

#[test]
fn who_moves_between_units_is_not_admitted_again() {
    let mut office = office();
    let units = [unit(&mut office, "VT20", None), unit(&mut office, "VT21", None)];
    let member = admitted(&mut office, units[0], "2024-03-05");
    let moving = json!({ "members": { "ids": [member] }, "unit": units[1], "since": "2024-05-01", "document": "" });
    members::move_to(&mut office, serde_json::from_value(moving).unwrap()).unwrap();
    let draft = wish(&mut office, Counted::MembersAdmitted, 2);
    set(&mut office, draft).unwrap();
    assert_eq!(lines(&mut office)[0].result, Some(Hundredths(100)));
}

#[test]
fn what_is_given_only_in_an_open_year_may_be_called_otherwise() {
    let mut office = office();
    let draft = wish(&mut office, Counted::Typed, 108);
    let id = draft.indicator;
    set(&mut office, draft).unwrap();
    let known = store::indicator(office.db(), id).unwrap().unwrap();
    set_indicator(&mut office, IndicatorDraft { measure: "lượt người".into(), ..known }).unwrap();
    assert_eq!(lines(&mut office)[0].measure, "lượt người");
}
