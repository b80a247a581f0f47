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

fn kept(office: &mut Office, guarded: &[(&str, &str)]) {
    for (sql, said) in guarded {
        let refused = office.act(SET, |pen| Ok(pen.execute(sql, [])?)).map_err(|error| error.sentences());
        assert!(refused.as_ref().is_err_and(|told| told.contains(said)), "{sql}: {refused:?}");
    }
}

#[test]
fn the_schema_itself_keeps_what_was_signed_and_all_of_a_closed_year() {
    let (mut office, bloc, units) = office();
    begin_with(&mut office, 2024, false, &[("Phát động thi đua", "")]);
    set_meeting(&mut office, meeting(bloc, 4, &[(VoteFor::Head, units[0], 3)])).unwrap();
    let items = [
        "insert into compact_item (uid, compact, position, content) select randomblob(16), id, 9, 'Mới' from compact",
        "update compact_item set target = 'Khác'",
        "delete from compact_item",
    ];
    write(&mut office, "update period set closed = 1 where kind = 'year'");
    kept(&mut office, &items.map(|sql| (sql, "đã khóa sổ nên không sửa giao ước")));
    write(&mut office, "update period set closed = 0, reason = 'Ký muộn'");
    signed(&mut office, bloc, &units[..1]).unwrap();
    let [added, changed, removed] = items;
    let signed = [
        (added, "không thêm nội dung"),
        (changed, "không sửa nội dung"),
        (removed, "không bỏ nội dung"),
        ("update compact set ending = 'Khác'", "không sửa lời văn"),
    ];
    kept(&mut office, &signed);
    write(&mut office, "update period set closed = 1 where kind = 'year'");
    let closed = [
        (
            "insert into compact (uid, bloc, period) select randomblob(16), bloc, period from compact",
            "không lập giao ước",
        ),
        ("update compact set note = 'Khác'", "không sửa giao ước"),
        ("delete from compact", "không xóa giao ước"),
        ("update compact_signature set post = 'Khác'", "không sửa ký giao ước"),
        ("delete from compact_signature", "không bỏ ký giao ước"),
        (
            "insert into bloc_meeting (uid, bloc, period, held_on, units, present) select randomblob(16), bloc, period, held_on, 4, 4 from bloc_meeting",
            "không ghi họp khối",
        ),
        ("update bloc_meeting set chair = 'Khác'", "không sửa họp khối"),
        ("delete from bloc_meeting", "không xóa họp khối"),
        (
            "insert into bloc_vote (uid, meeting, what, position, unit, votes) select randomblob(16), meeting, 'deputy', 9, unit, 1 from bloc_vote",
            "không ghi phiếu",
        ),
        ("update bloc_vote set votes = 4", "không sửa phiếu"),
        ("delete from bloc_vote", "không bỏ phiếu"),
    ];
    kept(&mut office, &closed);
}
