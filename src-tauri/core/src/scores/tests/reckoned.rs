//! Borders of totals, grades and ranks.

use super::{
    rules::{Facts, Graded, Points, Standing, Totals, grade, rank, totals},
    *,
};

fn group(kind: ScoreGroupKind, cap: Option<i64>, criteria: &[(i64, i64)]) -> ScoreGroup {
    let criteria = criteria.iter().map(|(id, most)| Criterion {
        id: Some(CriterionId(*id)),
        name: format!("T{id}"),
        most: Some(Hundredths(*most)),
        measure: String::new(),
    });
    ScoreGroup { id: None, kind, name: String::new(), cap: cap.map(Hundredths), criteria: criteria.collect() }
}

fn condition(id: i64, kind: ScoreConditionKind, figure: i64) -> ScoreCondition {
    ScoreCondition {
        id: Some(ScoreConditionId(id)),
        kind,
        text: format!("Điều kiện {id}"),
        figure,
        source: String::new(),
        certainty: Certainty::General,
    }
}

/// One criterion of 10 points and a bonus of at most 5.
fn table(conditions: Vec<ScoreCondition>) -> ScoreTable {
    ScoreTable {
        id: None,
        name: String::new(),
        period: None,
        version: 1,
        kinds: Vec::new(),
        decides: Scorer::Office,
        step: Hundredths(50),
        scale: None,
        since: None,
        until: None,
        source: String::new(),
        certainty: Certainty::General,
        groups: vec![
            group(ScoreGroupKind::Scored, None, &[(1, 1000)]),
            group(ScoreGroupKind::Bonus, Some(500), &[(2, 500), (3, 500)]),
        ],
        conditions,
        tie_breaks: Vec::new(),
        fixed: false,
    }
}

fn points(given: &[(i64, i64)]) -> Points {
    given.iter().map(|(id, points)| (CriterionId(*id), Hundredths(*points))).collect()
}

/// A from 9 and B from 7 points, both with conditions; C for the rest.
fn graded(table: &ScoreTable, given: &[(i64, i64)], facts: &Facts) -> Graded {
    let of = |code: &str, least: i64, conditional| Grade {
        code: code.into(),
        name: code.into(),
        least: Hundredths(least),
        conditional,
        counts_as: String::new(),
    };
    let scale = [of("A", 900, true), of("B", 700, true), of("C", 0, false)];
    let points = points(given);
    grade(table, &scale, &points, totals(table, &points).so_far, facts, day("2024-12-31"))
}

fn code(graded: Graded) -> String {
    graded.grade.map(|grade| grade.code).unwrap_or_default()
}

#[test]
fn a_group_that_comes_to_just_its_cap_is_no_fault() {
    let table = table(Vec::new());
    let of = |bonus: &[(i64, i64)]| totals(&table, &points(&[&[(1, 800)], bonus].concat()));
    let full = of(&[(2, 300), (3, 200)]);
    assert_eq!((full.bonus, full.faults.len()), (Hundredths(500), 0));
    let over = of(&[(2, 300), (3, 250)]);
    assert_eq!((over.bonus, over.faults[0].kind), (Hundredths(500), ScoreFaultKind::OverCap));
}

#[test]
fn every_grade_that_asks_for_the_conditions_falls_with_them() {
    let stated = condition(7, ScoreConditionKind::Stated, 0);
    let facts = Facts { breaches: BTreeMap::from([(ScoreConditionId(7), String::new())]), ..Facts::default() };
    let graded = graded(&table(vec![stated]), &[(1, 950)], &facts);
    assert!(graded.reason.contains("Đủ điểm xếp loại a"), "{}", graded.reason);
    assert_eq!(code(graded), "C");
}

#[test]
fn just_the_share_that_is_asked_for_is_enough_and_the_bonus_is_not_asked() {
    let table = table(vec![condition(7, ScoreConditionKind::LeastShare, 50)]);
    let of = |given: i64| code(graded(&table, &[(1, given), (2, 500), (3, 50)], &Facts::default()));
    assert_eq!((of(500).as_str(), of(499).as_str()), ("A", "C"));
}

#[test]
fn months_are_full_with_the_last_day_of_the_period() {
    let table = table(vec![condition(7, ScoreConditionKind::MonthsSinceFounding, 12)]);
    let founded = |on: &str| {
        let facts = Facts { founded: Some(day(on)), ..Facts::default() };
        graded(&table, &[(1, 950)], &facts).unrated
    };
    assert_eq!((founded("2024-01-01"), founded("2024-01-02")), (false, true));
}

#[test]
fn a_unit_founded_by_a_merge_is_asked_for_the_months_since_the_merge_alone() {
    let conditions = vec![
        condition(7, ScoreConditionKind::MonthsSinceFounding, 12),
        condition(8, ScoreConditionKind::MonthsSinceChange, 6),
    ];
    let merged = |on: &str| {
        let facts = Facts { founded: Some(day(on)), changed: Some(day(on)), ..Facts::default() };
        graded(&table(conditions.clone()), &[(1, 950)], &facts).unrated
    };
    assert_eq!((merged("2024-07-01"), merged("2024-07-02")), (false, true));
}

fn ranked(entries: &[(i64, i64, i64)], rules: &[TieBreakKind]) -> Vec<Standing> {
    let entries: Vec<Totals> = entries
        .iter()
        .map(|(total, group, penalty)| Totals {
            groups: vec![Hundredths(*group)],
            penalty: Hundredths(*penalty),
            total: Some(Hundredths(*total)),
            ..Totals::default()
        })
        .collect();
    let rules: Vec<TieBreak> =
        rules.iter().map(|kind| TieBreak { kind: *kind, nth: i64::from(*kind == TieBreakKind::Group) }).collect();
    rank(&entries.iter().collect::<Vec<_>>(), &rules)
}

#[test]
fn two_in_second_place_leave_no_third() {
    let standings = ranked(&[(900, 0, 0), (800, 0, 0), (800, 0, 0), (700, 0, 0)], &[]);
    assert_eq!(standings.iter().map(|one| one.rank).collect::<Vec<_>>(), [1, 2, 2, 4]);
    assert_eq!(standings.iter().map(|one| one.place).collect::<Vec<_>>(), [1, 2, 2, 4]);
}

#[test]
fn of_equals_in_the_first_rule_whoever_lost_less_comes_first_and_the_tie_names_that_rule() {
    let standings = ranked(&[(900, 500, 100), (900, 500, 0)], &[TieBreakKind::Group, TieBreakKind::Penalty]);
    assert_eq!(standings.iter().map(|one| one.place).collect::<Vec<_>>(), [2, 1]);
    assert!(standings.iter().all(|one| one.tie == TieBreakKind::Penalty.label()), "{standings:?}");
}
