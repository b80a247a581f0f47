//! What points come to: totals, grades and ranks. Pure.

use super::{
    CriterionId, Grade, ScoreCondition, ScoreConditionId, ScoreConditionKind, ScoreFaultKind, ScoreGroupKind,
    ScoreTable, TieBreak, TieBreakKind,
};
use crate::money::Hundredths;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap};
use ts_rs::TS;

/// The points of one scorer, by criterion; a blank is not there.
pub(super) type Points = BTreeMap<CriterionId, Hundredths>;

/// What the points of one scorer come to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ScoreTotals")]
pub struct Totals {
    /// The scored groups, in order.
    pub groups: Vec<Hundredths>,
    /// Bonus, at most its cap.
    pub bonus: Hundredths,
    /// What is taken off, at most its cap.
    pub penalty: Hundredths,
    /// All of it; none while a criterion is blank.
    pub total: Option<Hundredths>,
    /// All of it, blanks counted as nothing.
    pub so_far: Hundredths,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// One thing that is wrong with the points of a scorer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ScoreFault")]
pub struct Fault {
    /// What.
    pub kind: ScoreFaultKind,
    /// Which criterion; over the cap: the first of the group that has points.
    pub criterion: CriterionId,
    /// What was given; over the cap: in the whole group.
    pub given: Hundredths,
    /// What may be given.
    pub most: Hundredths,
}

/// All that can be had without the bonus: more than that no single penalty takes.
fn whole(table: &ScoreTable) -> Option<Hundredths> {
    let scored = table.criteria().filter(|(group, _)| group.kind == ScoreGroupKind::Scored);
    let most: i64 = scored.filter_map(|(_, criterion)| criterion.most).map(|most| most.0).sum();
    (most > 0).then_some(Hundredths(most))
}

/// Adds one scorer's points up. Points over a criterion's most count as written and are told; a bonus over its cap
/// counts as the cap.
pub(super) fn totals(table: &ScoreTable, points: &Points) -> Totals {
    let mut totals = Totals::default();
    let mut blank = false;
    let whole = whole(table);
    for group in &table.groups {
        let mut sum = 0;
        let mut over = Vec::new();
        for criterion in &group.criteria {
            let Some(id) = criterion.id else { continue };
            let limit = criterion.most.or(whole.filter(|_| group.kind == ScoreGroupKind::Penalty));
            let most = limit.unwrap_or_default();
            match points.get(&id) {
                Some(given) => {
                    sum += given.0;
                    if limit.is_some_and(|most| given.0 > most.0) {
                        over.push(Fault { kind: ScoreFaultKind::OverMost, criterion: id, given: *given, most });
                    }
                }
                None if group.kind == ScoreGroupKind::Scored => {
                    blank = true;
                    if !points.is_empty() {
                        let kind = ScoreFaultKind::Blank;
                        totals.faults.push(Fault { kind, criterion: id, given: Hundredths(0), most });
                    }
                }
                None => {}
            }
        }
        let first = group.criteria.iter().filter_map(|one| one.id).find(|id| points.contains_key(id));
        match (group.cap.filter(|cap| sum > cap.0), first) {
            // The whole group says it; the single criteria need not say it again.
            (Some(most), Some(criterion)) => {
                totals.faults.push(Fault { kind: ScoreFaultKind::OverCap, criterion, given: Hundredths(sum), most });
            }
            (Some(_) | None, _) => totals.faults.append(&mut over),
        }
        let counted = Hundredths(group.cap.map_or(sum, |cap| sum.min(cap.0)));
        match group.kind {
            ScoreGroupKind::Scored => totals.groups.push(counted),
            ScoreGroupKind::Bonus => totals.bonus.0 += counted.0,
            ScoreGroupKind::Penalty => totals.penalty.0 += counted.0,
        }
    }
    let scored: i64 = totals.groups.iter().map(|group| group.0).sum();
    totals.so_far = Hundredths(scored + totals.bonus.0 - totals.penalty.0);
    totals.total = (!blank && !points.is_empty()).then_some(totals.so_far);
    totals
}

/// What is known of a unit beside its points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// When it was founded.
    pub founded: Option<NaiveDate>,
    /// When it last came out of a merge or split.
    pub changed: Option<NaiveDate>,
    /// The stated conditions that it does not meet, with a note.
    pub breaches: BTreeMap<ScoreConditionId, String>,
}

/// The grade that points and conditions come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Graded {
    pub by_points: Option<Grade>,
    pub grade: Option<Grade>,
    pub reason: String,
    /// Too young to be rated: it takes no place either.
    pub unrated: bool,
}

/// Grades a total: the highest grade whose points are reached and, when it asks for that, whose conditions hold.
pub(super) fn grade(
    table: &ScoreTable,
    scale: &[Grade],
    points: &Points,
    total: Hundredths,
    facts: &Facts,
    last_day: NaiveDate,
) -> Graded {
    let mut steps: Vec<&Grade> = scale.iter().collect();
    steps.sort_by_key(|grade| Reverse(grade.least));
    // The grade "from 0" is the last one: penalties beyond all points do not fall out of it.
    let counted = total.max(Hundredths(0));
    let reached: Vec<&Grade> = steps.into_iter().filter(|grade| counted >= grade.least).collect();
    let by_points = reached.first().map(|grade| (*grade).clone());
    if let Some(young) = table.conditions.iter().find(|condition| too_young(condition, facts, last_day)) {
        return Graded {
            by_points,
            grade: None,
            reason: format!("Chưa xếp loại vì không đạt điều kiện: {}.", quoted(&young.text)),
            unrated: true,
        };
    }
    let unmet: Vec<String> =
        table.conditions.iter().filter_map(|condition| unmet(table, condition, points, facts)).collect();
    let given = reached.iter().find(|grade| !grade.conditional || unmet.is_empty()).map(|grade| (*grade).clone());
    let reason = match (&by_points, &given) {
        (Some(first), Some(given)) if first != given => {
            format!("Đủ điểm xếp loại {} nhưng không đạt điều kiện: {}.", lower(&first.name), unmet.join("; "))
        }
        (Some(_) | None, Some(given)) if given.least.0 > 0 => format!("Đạt từ {} điểm.", given.least),
        (None, None) => format!("Tổng điểm {total} thấp hơn mức thấp nhất của thang xếp loại."),
        (Some(_) | None, Some(_) | None) => String::new(),
    };
    Graded { by_points, grade: given, reason, unrated: false }
}

fn too_young(condition: &ScoreCondition, facts: &Facts, last_day: NaiveDate) -> bool {
    let since = match condition.kind {
        // A unit that came out of a merge or split is asked for the months since then instead.
        ScoreConditionKind::MonthsSinceFounding => facts.founded.filter(|_| facts.changed.is_none()),
        ScoreConditionKind::MonthsSinceChange => facts.changed,
        ScoreConditionKind::LeastShare | ScoreConditionKind::Stated => None,
    };
    let months = Months::new(u32::try_from(condition.figure).unwrap_or(u32::MAX));
    let complete = |since: NaiveDate| {
        since.checked_add_months(months).is_some_and(|day| day <= last_day.succ_opt().unwrap_or(last_day))
    };
    since.is_some_and(|since| !complete(since))
}

/// Why a condition does not hold; none: it does.
fn unmet(table: &ScoreTable, condition: &ScoreCondition, points: &Points, facts: &Facts) -> Option<String> {
    match condition.kind {
        ScoreConditionKind::LeastShare => {
            let low: Vec<String> = table
                .criteria()
                .filter(|(group, _)| group.kind == ScoreGroupKind::Scored)
                .filter(|(_, criterion)| {
                    let given = criterion.id.and_then(|id| points.get(&id));
                    let most = criterion.most.unwrap_or_default();
                    given.is_some_and(|given| given.0 * 100 < most.0 * condition.figure)
                })
                .map(|(_, criterion)| criterion.name.clone())
                .collect();
            (!low.is_empty()).then(|| format!("{} ({})", quoted(&condition.text), low.join(", ")))
        }
        ScoreConditionKind::Stated => {
            let note = condition.id.and_then(|id| facts.breaches.get(&id))?;
            let why = if note.is_empty() { String::new() } else { format!(" ({note})") };
            Some(format!("{}{why}", quoted(&condition.text)))
        }
        ScoreConditionKind::MonthsSinceFounding | ScoreConditionKind::MonthsSinceChange => None,
    }
}

/// A condition inside a sentence.
fn quoted(text: &str) -> String {
    format!("“{}”", text.trim_end_matches('.'))
}

/// A name inside a sentence: with a small first letter.
pub(super) fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Where a unit stands in its bloc.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ScoreStanding")]
pub struct Standing {
    /// Place by the total alone: 1, 2, 2, 4.
    pub rank: i64,
    /// Place after the tie-breaks.
    pub place: i64,
    /// Still shared after the last rule: the council decides.
    pub unsettled: bool,
    /// Equal totals: the rule that broke the tie, or that none did; empty when the total stands alone.
    pub tie: String,
}

/// Ranks totals: standard competition ranking, equal totals by the rules in order, what stays equal is shared.
pub(super) fn rank(entries: &[&Totals], rules: &[TieBreak]) -> Vec<Standing> {
    let keys: Vec<Vec<i64>> = entries.iter().map(|totals| key(totals, rules)).collect();
    let mut sorted: Vec<&[i64]> = keys.iter().map(Vec::as_slice).collect();
    sorted.sort_unstable();
    // How many have at most, and how many have less than these first parts of the key.
    let up_to = |key: &[i64], parts: usize| sorted.partition_point(|other| other.get(..parts) <= key.get(..parts));
    let below = |key: &[i64], parts: usize| sorted.partition_point(|other| other.get(..parts) < key.get(..parts));
    let place = |key: &[i64], parts: usize| {
        i64::try_from(sorted.len() - up_to(key, parts)).unwrap_or(i64::MAX).saturating_add(1)
    };
    let stand = |key: &Vec<i64>| {
        let alone = (1..=key.len()).find(|parts| up_to(key, *parts) - below(key, *parts) == 1);
        let tie = match alone {
            Some(1) => String::new(),
            Some(parts) => rules.get(parts - 2).map(TieBreak::sentence).unwrap_or_default(),
            None => "Hội đồng quyết định".to_owned(),
        };
        Standing { rank: place(key, 1), place: place(key, key.len()), unsettled: alone.is_none(), tie }
    };
    keys.iter().map(stand).collect()
}

/// The total, then what each rule compares; more is better.
fn key(totals: &Totals, rules: &[TieBreak]) -> Vec<i64> {
    let compared = rules.iter().map(|rule| match rule.kind {
        TieBreakKind::Group => {
            let nth = usize::try_from(rule.nth - 1).ok();
            nth.and_then(|nth| totals.groups.get(nth)).map_or(0, |points| points.0)
        }
        TieBreakKind::Bonus => totals.bonus.0,
        TieBreakKind::Penalty => -totals.penalty.0,
    });
    std::iter::once(totals.total.unwrap_or(totals.so_far).0).chain(compared).collect()
}
