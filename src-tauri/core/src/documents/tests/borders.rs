//! The last day of a deadline, whose numbers are ours, which letter is the same.

use super::*;

#[test]
fn what_is_due_today_is_open_and_late_only_tomorrow() {
    let mut office = office();
    for (number, deadline) in [("1/LĐLĐ", day("2020-06-01")), ("2/LĐLĐ", day("2020-05-31")), ("3/LĐLĐ", None)] {
        save(&mut office, DocumentDraft { number: number.into(), deadline, ..letter_in() }).unwrap();
    }
    let mut listed = |due| {
        let lines = register(&mut office, DocumentQuery { due: Some(due), ..DocumentQuery::default() }).unwrap().lines;
        lines.into_iter().map(|line| line.number).collect::<Vec<_>>()
    };
    assert_eq!(listed(Due::Late), ["02/LĐLĐ"]);
    assert_eq!(listed(Due::Open), ["02/LĐLĐ", "01/LĐLĐ"]);
    assert_eq!(late(office.db(), office.today()).unwrap(), 1);
}

#[test]
fn a_plan_of_another_office_takes_no_number_of_ours() {
    let mut office = office();
    save(&mut office, plan("80/KH-LĐLĐ", "2020-01-20")).unwrap();
    let theirs = DocumentDraft { kind: DocumentKind::KeHoach, number: "120/KH-LĐLĐ".into(), ..letter_in() };
    save(&mut office, theirs).unwrap();
    let next = next_number(&mut office, NextNumberOf { kind: DocumentKind::KeHoach, year: 2020 }).unwrap();
    assert_eq!(next, "81/KH-LĐLĐ");
}

#[test]
fn a_letter_of_the_same_number_and_another_day_is_another_letter() {
    let mut office = office();
    save(&mut office, letter_in()).unwrap();
    save(&mut office, DocumentDraft { dated: day("2020-02-25"), ..letter_in() }).unwrap();
    assert_eq!(register(&mut office, DocumentQuery::default()).unwrap().lines.len(), 2);
}
