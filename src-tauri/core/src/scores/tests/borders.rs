//! Which units a book has, by the days on which they begin, change and end; what closing and publishing leave alone.

use super::*;

fn codes(trial: &mut Trial) -> (Vec<String>, Vec<String>) {
    let book = trial.book();
    let told = book.not_scored.into_iter().map(|one| one.code).collect();
    (book.lines.into_iter().map(|line| line.code).collect(), told)
}

#[test]
fn who_is_no_more_on_the_last_day_is_told_and_who_was_no_more_on_the_first_is_not_there() {
    let mut trial = Trial::new();
    trial.write("update unit set ended = '2024-12-31', ending = 'dissolved' where code = 'A1'");
    trial.write("update unit set ended = '2025-01-01', ending = 'dissolved' where code = 'A2'");
    trial.write("update unit set ended = '2024-01-01' where code = 'A4'");
    assert_eq!(codes(&mut trial), (vec!["A2".to_owned(), "A3".to_owned()], vec!["A1".to_owned()]));
}

#[test]
fn what_begins_or_changes_after_the_year_is_not_of_its_book() {
    let mut trial = Trial::new();
    trial.give("A1", &["50", "45", "0", "0"]);
    let unit = trial.line("A1").unit;
    trial
        .office
        .act(TRIAL, |pen| units::event(pen, unit, units::UnitHappening::Split, Some(day("2025-02-01")), "", None, ""))
        .unwrap();
    trial.write("update unit_state set since = '2025-01-01' where unit = (select id from unit where code = 'A3')");
    assert_eq!(trial.line("A1").grade.as_deref(), Some("HTXSNV"));
    assert_eq!(codes(&mut trial).0, ["A1", "A2"]);
}

#[test]
fn who_ended_before_the_result_is_not_published_with_it() {
    let mut trial = Trial::new();
    for code in ["A1", "A2", "A3"] {
        trial.give(code, &["48", "44", "0", "0"]);
    }
    trial.write("update unit set ended = '2024-06-30', ending = 'dissolved' where code = 'A3'");
    let book = trial.ask();
    publish(&mut trial.office, ScorePublish { book }).unwrap();
    assert_eq!(codes(&mut trial), (vec!["A1".to_owned(), "A2".to_owned()], vec!["A3".to_owned(), "A4".to_owned()]));
}

/// Three units with the same points, and their result published.
fn published() -> Trial {
    let mut trial = Trial::new();
    for code in ["A1", "A2", "A3"] {
        trial.give(code, &["48", "44", "0", "0"]);
    }
    let book = trial.ask();
    publish(&mut trial.office, ScorePublish { book }).unwrap();
    trial
}

#[test]
fn points_that_were_published_may_be_typed_again_as_they_stand_without_a_reason() {
    let mut trial = published();
    trial.give("A1", &["48", "44"]);
}

#[test]
fn a_year_that_is_opened_again_keeps_what_was_published() {
    let mut trial = published();
    let period = trial.period;
    trial
        .office
        .act(TRIAL, |pen| {
            periods::close(pen, period)?;
            periods::reopen(pen, period, "Bổ sung")?;
            reopen(pen, period)
        })
        .unwrap();
    trial.write("update unit set ended = '2024-06-30', ending = 'dissolved' where code = 'A1'");
    assert_eq!(codes(&mut trial).0, ["A1", "A2", "A3"]);
}

#[test]
fn only_the_points_that_decide_tell_how_far_a_bloc_is() {
    let mut trial = Trial::new();
    let own = trial.cells("A1", Scorer::Own, &["48", "44"]);
    edit(&mut trial.office, own).unwrap();
    let mut scored = || blocs(&mut trial.office, BlocsOf { year: 2024, half: 0 }).unwrap()[0].scored;
    assert_eq!(scored(), 0);
}

#[test]
fn a_model_is_offered_until_its_last_day() {
    let mut trial = Trial::new();
    trial.write("update score_table set until = '2023-12-31' where period is null");
    let offered = |on| store::models(trial.office.db(), Some(day(on))).unwrap().len();
    assert!(offered("2023-12-31") > 0);
    assert_eq!(offered("2024-01-01"), 0);
}
