//! What is to be mended: overdue or not, carried over or not, mended in which years.

use super::*;

fn with_shortcomings(office: &mut Office, member: MemberId, year: i32, deadline: NaiveDate) -> PledgeId {
    let one = ShortcomingDraft { deadline: Some(deadline), ..shortcoming("Chậm báo cáo") };
    registered(office, member, year, PledgeDraft { shortcomings: vec![one], ..promise() })
}

fn open_of(office: &mut Office, id: PledgeId) -> Vec<Shortcoming> {
    record(office, id).shortcomings.unwrap()
}

fn carried(office: &mut Office, year: i32) -> u32 {
    office.act(EDIT, |pen| carry_over(pen, year)).unwrap().value
}

fn known_in(office: &Office, member: MemberId, year: i32) -> Option<PledgeId> {
    store::known(office.db(), Pledger::Member(member), year).unwrap()
}

#[test]
fn a_shortcoming_is_overdue_when_its_day_has_passed_and_not_on_it() {
    let (mut office, members) = office();
    let today = with_shortcomings(&mut office, members[0], 2024, day(2024, 7, 20));
    let passed = with_shortcomings(&mut office, members[1], 2024, day(2024, 7, 19));
    for (id, overdue) in [(today, false), (passed, true)] {
        assert_eq!(open_of(&mut office, id)[0].overdue, overdue);
        assert_eq!(record(&mut office, id).line.overdue, i64::from(overdue));
    }
    let unmasking = Some(leave(&mut office));
    let query = PledgeQuery { year: 2024, shortcomings: Some(ShortcomingsAsked::Overdue), ..PledgeQuery::default() };
    let rows = page(&mut office, PledgePageAsk { query, offset: 0, limit: 10, unmasking }).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [passed]);
}

#[test]
fn what_is_found_after_the_carrying_over_is_carried_over_alone_and_without_its_old_day() {
    let (mut office, members) = office();
    let old = with_shortcomings(&mut office, members[0], 2023, day(2023, 6, 30));
    assert_eq!(carried(&mut office, 2024), 1);
    let first = ShortcomingDraft { id: Some(open_of(&mut office, old)[0].id), ..shortcoming("Chậm báo cáo") };
    let draft = PledgeDraft { shortcomings: vec![first, shortcoming("Ít đọc sách")], ..promise() };
    edit(&mut office, PledgeEdit { id: old, draft, with_restricted: true }).unwrap();
    assert_eq!(carried(&mut office, 2024), 1);
    let next = known_in(&office, members[0], 2024).unwrap();
    let open = open_of(&mut office, next);
    assert_eq!(open.iter().map(|one| one.shortcoming.as_str()).collect::<Vec<_>>(), ["Chậm báo cáo", "Ít đọc sách"]);
    assert!(open.iter().all(|one| one.deadline.is_none()), "a new year sets a new day");
}

#[test]
fn what_was_withdrawn_leaves_nothing_to_mend() {
    let (mut office, members) = office();
    let ids = [members[0], members[1]].map(|one| with_shortcomings(&mut office, one, 2024, day(2024, 6, 30)));
    withdraw(&mut office, PledgeBack { pledges: these(&ids), why: "Chuyển công tác".into() }).unwrap();
    assert_eq!((carried(&mut office, 2025), known_in(&office, members[0], 2025)), (0, None));
    let next = registered(&mut office, members[1], 2025, promise());
    assert!(open_of(&mut office, next).is_empty());
}

#[test]
fn what_is_mended_is_mended_in_every_later_year_and_what_was_said_there_first_stays() {
    let (mut office, members) = office();
    let mut years = Vec::new();
    for member in [members[2], members[3]] {
        let first = with_shortcomings(&mut office, member, 2022, day(2022, 6, 30));
        let later = [2023, 2024].map(|year| registered(&mut office, member, year, promise()));
        years.push([first, later[0], later[1]].map(|id| (id, open_of(&mut office, id)[0].id)));
    }
    let mut mended = |id: ShortcomingId, mending: &str| {
        let wish = ShortcomingMended { id, mending: mending.into(), mended_on: Some(day(2024, 3, 1)) };
        mend(&mut office, wish).unwrap();
    };
    mended(years[0][0].1, "Đã nộp đủ");
    mended(years[1][1].1, "Nộp đủ từ quý II");
    mended(years[1][0].1, "Đã nộp đủ");
    let said = years.iter().map(|chain| chain.map(|(id, _)| open_of(&mut office, id)[0].mending.clone()));
    let said: Vec<_> = said.collect();
    assert_eq!(said[0], ["Đã nộp đủ", "Đã nộp đủ", "Đã nộp đủ"]);
    assert_eq!(said[1], ["Đã nộp đủ", "Nộp đủ từ quý II", "Nộp đủ từ quý II"]);
}
