//! What the papers say, and what they leave out.

use super::*;

fn said(office: &mut Office, id: PledgeId, with_shortcomings: bool) -> String {
    let record = record(office, id);
    let shortcomings = if with_shortcomings { record.shortcomings.unwrap() } else { Vec::new() };
    let pledge =
        paper::PledgeSaid { line: record.line, topic: record.topic, shortcomings, place: "Vân Trạch".into() };
    let made_at = day(2024, 7, 20).and_hms_opt(9, 0, 0).unwrap();
    let about = crate::letter::About { title: String::new(), author: String::new(), ident: String::new(), made_at };
    serde_json::to_string(&paper::booklet(about, &[pledge])).unwrap()
}

#[test]
fn the_paper_names_who_confirms_and_leaves_shortcomings_out_unless_asked_for() {
    let (mut office, members) = office();
    let draft = PledgeDraft { shortcomings: vec![shortcoming("Chậm báo cáo")], ..promise() };
    let id = registered(&mut office, members[0], 2024, draft);
    confirmed(&mut office, &[id]);
    let plain = said(&mut office, id, false);
    assert!(plain.contains("CHI BỘ") && plain.contains("Tiết kiệm điện 10%."), "{plain}");
    assert!(!plain.contains("Chậm báo cáo"), "{plain}");
    assert!(said(&mut office, id, true).contains("Chậm báo cáo"));
}

#[test]
fn the_posting_list_goes_unit_by_unit_and_never_shows_shortcomings() {
    let (mut office, members) = office();
    for member in [members[0], members[2]] {
        registered(
            &mut office,
            member,
            2024,
            PledgeDraft { shortcomings: vec![shortcoming("Chậm báo cáo")], ..promise() },
        );
    }
    let query = PledgeQuery { year: 2024, ..PledgeQuery::default() };
    let rows = page(&mut office, PledgePageAsk { query, offset: 0, limit: 10, unmasking: None }).unwrap().rows;
    let sheet = paper::posting(crate::letter::Heading::default(), 2024, rows);
    let groups: Vec<_> = sheet
        .rows
        .iter()
        .filter_map(|row| match row {
            crate::sheet::Row::Group { text } => Some(text.as_str()),
            crate::sheet::Row::Line { .. } | crate::sheet::Row::Total { .. } => None,
        })
        .collect();
    assert_eq!(groups, ["VT20 CĐCS VT20 – Năm 2024", "VT29 CĐCS VT29 – Năm học 2023-2024"]);
    assert!(!serde_json::to_string(&sheet).unwrap().contains("Chậm báo cáo"));
}

#[test]
fn the_table_of_progress_says_eighty_percent_when_four_of_five_are_reviewed() {
    let (mut office, members) = office();
    let mut ids: Vec<PledgeId> =
        members.iter().map(|member| registered(&mut office, *member, 2024, promise())).collect();
    let collective = PledgeRegister { of: Pledger::Unit(UnitId(2)), year: 2024, draft: promise() };
    ids.push(register(&mut office, collective).unwrap().value);
    confirmed(&mut office, &ids);
    review(&mut office, &ids[..4], ReviewPart::Half(1), Assessor::Confirmer).unwrap();
    let of = PledgeFiguresOf { year: 2024, map: UnitMap::Then };
    let figures = figures(&mut office, of).unwrap();
    let sheet = paper::progress(crate::letter::Heading::default(), of, day(2024, 7, 20), &figures);
    let first = sheet.rows.iter().find_map(|row| match row {
        crate::sheet::Row::Line { cells } => Some(cells.clone()),
        crate::sheet::Row::Group { .. } | crate::sheet::Row::Total { .. } => None,
    });
    let cells = first.unwrap();
    assert_eq!(
        (cells[1].clone(), cells[8].clone()),
        (crate::sheet::Cell::text("Tất cả"), crate::sheet::Cell::Number(80))
    );
}
