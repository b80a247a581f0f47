//! In which year an award counts, whose it is after two mergers, what is counted of women and of our own.

use super::*;

fn write(office: &mut Office, sql: &str) {
    office.act(What::new("test.write", "Thử"), |pen| Ok(pen.execute(sql, [])?)).unwrap();
}

fn counted(office: &mut Office, year: i32, own: bool) -> AwardCount {
    let query = AwardsQuery { from: year, until: year, kind: None, women: false, own };
    award_years(office, query).unwrap().whole
}

fn issue_on(office: &mut Office, id: DecisionId, number: &str, signed_on: &str) {
    let change = EditDecision {
        id: id.0,
        number: Some(number.into()),
        signed_on: Some(signed_on.into()),
        summary: Some("Về việc tặng Giấy khen".into()),
        citation: Some("đã có thành tích xuất sắc".into()),
        ..EditDecision::default()
    };
    edit(office, change).unwrap();
    issue(office, Which { id }).unwrap();
}

fn of_hoa(office: &mut Office, id: DecisionId) -> RecipientId {
    let lines = page(office, Which { id }).unwrap().recipients;
    lines.into_iter().find(|line| line.member == Some(1)).unwrap().id
}

fn mended(about: DecisionId, lines: &[RecipientId]) -> Amendment {
    Amendment { about, recipients: lines.to_vec(), why: "Khai sai".into() }
}

#[test]
fn what_is_corrected_in_the_next_year_counts_in_the_year_in_which_it_was_given() {
    let mut office = office();
    let id = new(&mut office, NewDecision { year: 2025 }).unwrap().value;
    let hoa = NewRecipient { member: Some(1), ..NewRecipient::default() };
    add(&mut office, AddRecipients { id, award: Some(1), recipients: vec![hoa] }).unwrap();
    issue_on(&mut office, id, "5", "18/12/2025");
    let line = of_hoa(&mut office, id);
    let amending = amend(&mut office, mended(id, &[line])).unwrap().value;
    issue_on(&mut office, amending, "6", "15/01/2026");
    assert_eq!([2025, 2026].map(|year| counted(&mut office, year, false).individuals), [1, 0]);
}

#[test]
fn a_line_that_was_corrected_twice_does_not_come_back_when_the_first_correction_is_cancelled() {
    let mut office = office();
    let id = issued(&mut office);
    let line = of_hoa(&mut office, id);
    let first = amend(&mut office, mended(id, &[line])).unwrap().value;
    issue_on(&mut office, first, "6", "19/11/2026");
    let second = amend(&mut office, mended(id, &[line])).unwrap().value;
    issue_on(&mut office, second, "7", "20/11/2026");
    let cancelling = cancel(&mut office, mended(first, &[])).unwrap().value;
    issue_on(&mut office, cancelling, "8", "21/11/2026");
    let numbers: Vec<_> =
        history(&mut office, HistoryOf::Member(1)).unwrap().into_iter().map(|line| line.number).collect();
    assert_eq!(numbers, ["07/QĐ-LĐLĐ"]);
    assert_eq!(counted(&mut office, 2026, false).individuals, 2);
}

#[test]
fn what_a_unit_had_been_given_is_in_the_history_of_the_one_that_took_in_its_successor() {
    let mut office = office();
    issued(&mut office);
    for code in ["VT30", "VT31"] {
        write(&mut office, &format!("insert into unit (uid, code) values (randomblob(16), '{code}')"));
        let state = "insert into unit_state (uid, unit, name, sort_key, search, level, kind, sector, calendar)
                     select randomblob(16), max(unit) + 1, 'CĐCS khác', sort_key, search, level, kind, sector, calendar
                     from unit_state";
        write(&mut office, state);
    }
    for (unit, into, on) in [(1, 2, "2026-11-20"), (2, 3, "2026-11-21")] {
        let merge = serde_json::json!({ "units": [unit], "into": into, "day": on, "document": "64/QĐ-LĐLĐ" });
        crate::members::merge_units(&mut office, serde_json::from_value(merge).unwrap()).unwrap();
    }
    assert_eq!(history(&mut office, HistoryOf::Unit(3)).unwrap().len(), 1);
}

#[test]
fn who_is_called_a_man_on_paper_is_not_counted_among_the_women() {
    let mut office = office();
    let id = draft(&mut office);
    fill(&mut office, id);
    assert_eq!(page(&mut office, Which { id }).unwrap().recipients[1].honorific, "Bà");
    write(&mut office, "update recipient set honorific = 'Ông' where member = 1");
    issue(&mut office, Which { id }).unwrap();
    let counted = counted(&mut office, 2026, false);
    assert_eq!((counted.individuals, counted.women), (2, 0));
}

#[test]
fn our_own_awards_are_those_that_we_issued_here() {
    let mut office = office();
    issued(&mut office);
    let past = serde_json::json!({ "number": "115/QĐ-LĐLĐ", "signed_on": "05/11/2026", "recipients": [
        { "kind": "individual", "name": "Trần Văn Nam", "award_name": "Giấy khen" }] });
    record(&mut office, serde_json::from_value(past).unwrap()).unwrap();
    assert_eq!([false, true].map(|own| counted(&mut office, 2026, own).individuals), [3, 2]);
}

#[test]
fn the_schema_itself_keeps_what_was_issued_with_its_list_and_its_words() {
    let mut office = office();
    issued(&mut office);
    for (sql, said) in [
        ("delete from decision", "không xóa được"),
        ("delete from recipient", "không bớt được người"),
        (
            "insert into recipient (uid, decision, position, kind, effect, name) select randomblob(16), id, 9, 'individual', 'grant', 'Thêm' from decision",
            "không thêm được người",
        ),
        ("update decision_text set text = 'Khác'", "không sửa được lời văn"),
        ("delete from decision_text", "không bớt được lời văn"),
        (
            "insert into decision_text (decision, part, position, text) select id, 'ground', 9, 'Thêm' from decision",
            "không thêm được lời văn",
        ),
    ] {
        let trial = What::new("test.write", "Thử");
        assert!(refused(office.act(trial, |pen| Ok(pen.execute(sql, [])?))).contains(said), "{sql}");
    }
}
