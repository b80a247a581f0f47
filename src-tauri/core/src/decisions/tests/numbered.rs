//! Numbers run through the year of signing; awards count in the year that the clerk chose.

use super::*;

fn numbered(office: &mut Office, number: &str, signed_on: &str, year: Option<i32>) -> DecisionId {
    let id = draft(office);
    let change = EditDecision {
        id: id.0,
        number: Some(number.into()),
        signed_on: Some(signed_on.into()),
        summary: Some("Về việc khen thưởng".into()),
        year,
        ..EditDecision::default()
    };
    edit(office, change).unwrap();
    id
}

#[test]
fn a_number_is_taken_for_the_year_of_signing_whatever_year_the_awards_count_in() {
    let mut office = office();
    let first = numbered(&mut office, "1", "05/08/2026", None);
    issue(&mut office, Which { id: first }).unwrap();
    let second = numbered(&mut office, "1", "05/01/2026", Some(2025));
    assert!(refused(issue(&mut office, Which { id: second })).contains("Số 1 đã có trong năm 2026"));
    // the same number of the year before is another one, also when both count in one year
    for (signed_on, year) in [("10/12/2025", Some(2026)), ("10/12/2024", Some(2026))] {
        let id = numbered(&mut office, "1", signed_on, year);
        issue(&mut office, Which { id }).unwrap();
    }
    assert_eq!(page(&mut office, Which { id: second }).unwrap().next_number, "2");
}

#[test]
fn a_number_that_was_recorded_as_ours_is_pointed_out_and_counted_on_from() {
    let mut office = office();
    for (number, grantor) in [("7/QĐ-LĐLĐ", ""), ("115/QĐ-LĐLĐ", "Liên đoàn Lao động tỉnh Hoài Giang")] {
        let line =
            PastRecipient {
                name: "Lê Thị Cúc".into(), award_name: "Giấy khen".into(), ..PastRecipient::default()
            };
        let past = PastDecision {
            number: number.into(),
            signed_on: "03/03/2026".into(),
            grantor: grantor.into(),
            recipients: vec![line],
            ..PastDecision::default()
        };
        record(&mut office, past).unwrap();
    }
    let id = numbered(&mut office, "7", "05/04/2026", None);
    let page = page(&mut office, Which { id }).unwrap();
    let looks: Vec<_> = page.warnings.iter().filter(|one| one.field == "number").collect();
    assert!(
        looks.len() == 1 && looks[0].gravity == Gravity::Look && looks[0].sentence.contains("03/03/2026"),
        "{looks:?}"
    );
    assert_eq!(page.next_number, "8", "115 is the province's");
    issue(&mut office, Which { id }).unwrap();
}

#[test]
fn the_day_of_signing_leaves_a_chosen_year_alone() {
    let mut office = office();
    let year = |office: &mut Office, id: DecisionId| page(office, Which { id }).unwrap().decision.year;
    let sign = |office: &mut Office, id: DecisionId, day: &str| {
        edit(office, EditDecision { id: id.0, signed_on: Some(day.into()), ..EditDecision::default() }).unwrap();
    };
    let usual = new(&mut office, NewDecision { year: 2026 }).unwrap().value;
    for (day, follows) in [("05/12/2025", 2025), ("05/01/2026", 2026), ("", 2026)] {
        sign(&mut office, usual, day);
        assert_eq!(year(&mut office, usual), follows, "{day}");
    }
    let chosen = new(&mut office, NewDecision { year: 2025 }).unwrap().value;
    sign(&mut office, chosen, "05/01/2026");
    assert_eq!(year(&mut office, chosen), 2025);
    let warnings = page(&mut office, Which { id: chosen }).unwrap().warnings;
    assert!(warnings.iter().any(|one| one.field == "year" && one.gravity == Gravity::Look), "{warnings:?}");
    let ancient = EditDecision { id: chosen.0, year: Some(20), ..EditDecision::default() };
    assert!(refused(edit(&mut office, ancient)).contains("1950"));
}

#[test]
fn a_past_decision_is_recorded_once_and_takes_only_new_names() {
    let mut office = office();
    let past = |names: &[&str]| PastDecision {
        number: "115/QĐ-LĐLĐ".into(),
        signed_on: "20/11/2019".into(),
        grantor: "Liên đoàn Lao động tỉnh Hoài Giang".into(),
        recipients: names
            .iter()
            .map(|name| PastRecipient {
                name: (*name).into(),
                award_name: "Bằng khen".into(),
                ..PastRecipient::default()
            })
            .collect(),
        ..PastDecision::default()
    };
    let id = record(&mut office, past(&["Nguyễn Thị Hoa"])).unwrap().value;
    assert!(refused(record(&mut office, past(&["Nguyễn Thị Hoa"]))).contains("đã ghi sổ rồi"));
    assert_eq!(record(&mut office, past(&["Nguyễn Thị Hoa", "Trần Văn Ân"])).unwrap().value, id);
    let names: Vec<String> =
        page(&mut office, Which { id }).unwrap().recipients.into_iter().map(|line| line.name).collect();
    assert_eq!(names, ["Nguyễn Thị Hoa", "Trần Văn Ân"]);
    issued(&mut office);
    let ours = |grantor: &str| PastDecision {
        number: "5/QĐ-LĐLĐ".into(),
        signed_on: "18/11/2026".into(),
        grantor: grantor.into(),
        ..past(&["Lê Thị Cúc"])
    };
    assert!(refused(record(&mut office, ours(""))).contains("do cơ quan ban hành"));
    record(&mut office, ours("Liên đoàn Lao động tỉnh Hoài Giang")).unwrap();
}
