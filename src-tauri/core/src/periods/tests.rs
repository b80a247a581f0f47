#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use super::*;
use crate::journal::What;

const TRIAL: What = What::new("period.trial", "Thử");

fn office() -> Office {
    Office::trial(NaiveDate::from_ymd_opt(2024, 3, 1).unwrap()).unwrap()
}

#[test]
fn a_school_year_is_filed_under_the_year_in_which_it_ends() {
    let mut office = office();
    office.act(TRIAL, |pen| ensure_year(pen, Calendar::School, 2024)).unwrap();
    let periods = list(&mut office, PeriodsOf { year: 2024 }).unwrap();
    let told: Vec<_> = periods
        .iter()
        .map(|period| (period.name.as_str(), period.since.to_string(), period.until.to_string()))
        .collect();
    assert_eq!(
        told,
        [
            ("Năm học 2023-2024", "2023-08-01".to_owned(), "2024-07-31".to_owned()),
            ("Học kỳ I năm học 2023-2024", "2023-08-01".to_owned(), "2024-01-31".to_owned()),
            ("Học kỳ II năm học 2023-2024", "2024-02-01".to_owned(), "2024-07-31".to_owned()),
        ]
    );
}

#[test]
fn a_year_brings_its_halves_and_quarters_and_is_made_once() {
    let mut office = office();
    let year = office.act(TRIAL, |pen| ensure_year(pen, Calendar::Year, 2024)).unwrap().value;
    let again = office.act(TRIAL, |pen| ensure_year(pen, Calendar::Year, 2024)).unwrap();
    assert_eq!((again.value, again.act), (year, None));
    let periods = list(&mut office, PeriodsOf { year: 2024 }).unwrap();
    assert_eq!(periods.len(), 7);
    let quarter = periods.iter().find(|period| period.name == "Quý IV năm 2024").unwrap();
    assert_eq!((quarter.since.to_string(), quarter.until.to_string()), ("2024-10-01".into(), "2024-12-31".into()));
    assert_eq!(quarter.parent, Some(year));
}

#[test]
fn an_undone_opening_leaves_no_period() {
    let mut office = office();
    office.act(TRIAL, |pen| ensure_year(pen, Calendar::Year, 2024)).unwrap();
    office.undo(None).unwrap();
    assert!(list(&mut office, PeriodsOf { year: 2024 }).unwrap().is_empty());
    assert!(office.act(TRIAL, |pen| ensure_year(pen, Calendar::Year, 1900)).is_err());
}
