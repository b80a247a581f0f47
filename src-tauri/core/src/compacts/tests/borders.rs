//! What a compact takes over, whose votes count by which rule, which blocs a year shows.

use super::*;

fn write(office: &mut Office, sql: &str) {
    office.act(SET, |pen| Ok(pen.execute(sql, [])?)).unwrap();
}

#[test]
fn a_compact_is_signed_in_the_year_before_at_the_earliest() {
    let (mut office, bloc, units) = office();
    begin_with(&mut office, 2024, false, &[("Phát động thi đua", "")]);
    let mut on = |day: &str| {
        let signers = vec![CompactSigner { unit: units[0], signer: "Lê Văn An".into(), post: String::new() }];
        sign(&mut office, CompactSign { of: of(bloc), signers, on: day.parse().ok() })
    };
    assert!(on("2022-12-31").unwrap_err().sentences().contains("không được trước năm 2023"));
    on("2023-12-28").unwrap();
}

#[test]
fn a_unit_with_the_most_votes_for_both_posts_gets_neither() {
    let (mut office, bloc, units) = office();
    let votes = [(VoteFor::Head, units[2], 4), (VoteFor::Deputy, units[2], 3)];
    set_meeting(&mut office, meeting(bloc, 4, &votes)).unwrap();
    assert!(elect(&mut office, of(bloc)).unwrap_err().sentences().contains("hai đơn vị khác nhau"));
}

fn acclaim_rule(office: &mut Office, percent: i64, base: VoteBase, since: &str) {
    let rule = VoteRule {
        id: None,
        ballot: Ballot::Acclaim,
        percent,
        beyond: false,
        base,
        since: since.parse().ok(),
        until: None,
        source: String::new(),
        certainty: crate::catalogue::Certainty::General,
    };
    set_rule(office, rule).unwrap();
}

#[test]
fn votes_count_by_the_youngest_rule_that_was_in_force_on_the_day_of_the_meeting() {
    let (mut office, bloc, units) = office();
    let votes = [(VoteFor::Acclaim, units[0], 2), (VoteFor::Acclaim, units[1], 1)];
    set_meeting(&mut office, meeting(bloc, 2, &votes)).unwrap();
    acclaim_rule(&mut office, 50, VoteBase::All, "2024-12-10");
    assert_eq!(record(&mut office, bloc).line.acclaimed, 1, "one of four units is no half, though one of two was");
    acclaim_rule(&mut office, 1, VoteBase::All, "2024-12-11");
    assert_eq!(record(&mut office, bloc).line.acclaimed, 1);
}

#[test]
fn votes_come_back_ballot_by_ballot_in_the_order_in_which_they_were_written() {
    let (mut office, bloc, units) = office();
    let written = [
        (VoteFor::Acclaim, units[0], 3),
        (VoteFor::Deputy, units[3], 2),
        (VoteFor::Head, units[2], 1),
        (VoteFor::Head, units[0], 3),
    ];
    set_meeting(&mut office, meeting(bloc, 4, &written)).unwrap();
    let votes = record(&mut office, bloc).meeting.unwrap().votes;
    let told: Vec<_> = votes.into_iter().map(|vote| (vote.what, vote.unit)).collect();
    let head = VoteFor::Head;
    let ordered = [(head, units[2]), (head, units[0]), (VoteFor::Deputy, units[3]), (VoteFor::Acclaim, units[0])];
    assert_eq!(told, ordered);
}

#[test]
fn what_is_carried_over_keeps_its_ending_and_gets_no_targets_and_a_bloc_without_units_gets_nothing() {
    let (mut office, bloc, _) = office();
    let item = CompactItem { content: "Kết nạp đoàn viên".into(), target: "20 người".into() };
    let draft =
        CompactDraft { ending: "Hai bản như nhau.".into(), ..proposed(of(bloc), String::new(), vec![item.clone()]) };
    set(&mut office, draft).unwrap();
    crate::targets::seed(&mut office).unwrap();
    let period = crate::targets::begin_year(&mut office, crate::targets::TargetsOfYear { year: 2025 }).unwrap().value;
    let target = json!({ "indicator": 1, "period": period, "bloc": bloc, "goal": 10_800 });
    crate::targets::set(&mut office, serde_json::from_value(target).unwrap()).unwrap();
    let empty = BlocDraft { id: None, no: 2, name: "Khối trống".into(), years: Vec::new() };
    units::set_bloc(&mut office, empty).unwrap();
    assert_eq!(begin_with(&mut office, 2025, true, &[]), 1);
    let next = get(&mut office, CompactOf { bloc, year: 2025 }).unwrap().draft;
    assert_eq!((next.items, next.ending.as_str()), (vec![item], "Hai bản như nhau."));
}

#[test]
fn a_year_shows_the_units_that_its_blocs_had_and_a_bloc_that_ended_with_its_compact() {
    let (mut office, bloc, _) = office();
    begin_with(&mut office, 2024, false, &[("Phát động thi đua", "")]);
    write(&mut office, "update unit set ended = '2024-06-10', ending = 'dissolved' where code = 'VT04'");
    assert_eq!(record(&mut office, bloc).line.units, 3);
    write(&mut office, "update bloc set until = '2024-06-30'");
    let mut blocs = |of_year| year(&mut office, PeriodsOf { year: of_year }).unwrap().blocs.len();
    assert_eq!((blocs(2024), blocs(2025)), (1, 0));
}
