//! From year to year: drafts that wait, people who move, units that end, days that cannot be.

use super::*;
use crate::members::{MemberChoice, MembersMove};

/// A school teacher and a clerk of the commune with something to mend of 2023, and the drafts of 2024.
fn with_drafts() -> (Office, Vec<MemberId>, Vec<PledgeId>) {
    let (mut office, members) = office();
    for member in [members[0], members[2]] {
        let draft = PledgeDraft { shortcomings: vec![shortcoming("Chậm báo cáo")], ..promise() };
        registered(&mut office, member, 2023, draft);
    }
    office.act(EDIT, |pen| carry_over(pen, 2024)).unwrap();
    let drafts =
        [members[0], members[2]].map(|id| store::known(office.db(), Pledger::Member(id), 2024).unwrap().unwrap());
    (office, members, drafts.to_vec())
}

fn moves(office: &mut Office, member: MemberId, unit: UnitId) {
    let members = MemberChoice { ids: vec![member], ..MemberChoice::default() };
    let moving = MembersMove { members, unit, since: day(2024, 2, 1), document: String::new() };
    members::move_to(office, moving).unwrap();
}

#[test]
fn a_draft_is_filed_where_its_pledger_belongs_when_it_is_given() {
    let (mut office, members, drafts) = with_drafts();
    moves(&mut office, members[2], UnitId(1));
    moves(&mut office, members[0], UnitId(2));
    assert_eq!(registered(&mut office, members[2], 2024, promise()), drafts[1], "filled, not doubled");
    let line = record(&mut office, drafts[1]).line;
    assert_eq!((line.unit_code.as_str(), line.period_name.as_str()), ("VT29", "Năm học 2023-2024"));
    let cell = PledgeCell { id: drafts[0], block: PledgeBlock::Duty, text: "Hoàn thành nhiệm vụ.".into() };
    edit_cells(&mut office, PledgeCells { cells: vec![cell] }).unwrap();
    resubmit(&mut office, PledgesChosen { pledges: these(&drafts[..1]) }).unwrap();
    let line = record(&mut office, drafts[0]).line;
    assert_eq!((line.unit_code.as_str(), line.period_name.as_str()), ("VT20", "Năm 2024"));
}

#[test]
fn two_records_with_pledges_of_one_year_stay_two_whatever_the_calendar() {
    let (mut office, members) = office();
    registered(&mut office, members[0], 2024, promise());
    registered(&mut office, members[2], 2024, promise());
    let said = refused(office.act(EDIT, |pen| pledges_follow(pen, members[2], members[0])));
    assert!(said.contains("cùng một năm (2024)"), "{said}");
}

#[test]
fn a_unit_that_ended_before_the_year_pledges_no_more_and_what_it_did_while_it_lived_can_be_written() {
    let (mut office, _) = office();
    let pledge = |office: &mut Office, year| {
        register(office, PledgeRegister { of: Pledger::Unit(UnitId(2)), year, draft: promise() })
    };
    let end =
        UnitDissolve { unit: UnitId(2), day: day(2024, 7, 1), document: String::new(), members: MembersOfEnded::End };
    members::dissolve(&mut office, end).unwrap();
    pledge(&mut office, 2024).unwrap();
    let said = refused(pledge(&mut office, 2025));
    assert!(said.contains("CĐCS VT20 đã kết thúc hoạt động từ 01/07/2024"), "{said}");
}

#[test]
fn what_is_mended_late_is_mended_in_the_year_after_too_and_waits_only_there() {
    let (mut office, members, drafts) = with_drafts();
    let first = store::known(office.db(), Pledger::Member(members[0]), 2023).unwrap().unwrap();
    let mut draft = PledgeDraft { shortcomings: vec![shortcoming("Chậm báo cáo")], ..promise() };
    let known = record(&mut office, first).shortcomings.unwrap().remove(0);
    draft.shortcomings[0].id = Some(known.id);
    draft.shortcomings[0].deadline = Some(day(2024, 1, 31));
    edit(&mut office, PledgeEdit { id: first, draft, with_restricted: true }).unwrap();
    let old = record(&mut office, first);
    assert_eq!((old.line.overdue, old.shortcomings.unwrap()[0].overdue), (0, false), "2024 waits for it");
    let mended =
        ShortcomingMended { id: known.id, mending: "Đã nộp đủ".into(), mended_on: Some(day(2024, 3, 1)) };
    mend(&mut office, mended).unwrap();
    let carried = record(&mut office, drafts[0]).shortcomings.unwrap().remove(0);
    assert_eq!((carried.mending.as_str(), carried.mended_on), ("Đã nộp đủ", Some(day(2024, 3, 1))));
}

#[test]
fn days_that_cannot_belong_to_the_year_are_refused() {
    let (mut office, members) = office();
    let early = PledgeDraft { registered_on: Some(day(2020, 1, 1)), ..promise() };
    let new = PledgeRegister { of: Pledger::Member(members[2]), year: 2024, draft: early };
    assert!(refused(register(&mut office, new)).contains("01/01/2020"));
    let id = registered(&mut office, members[2], 2024, promise());
    let on = |on| PledgeConfirm { pledges: these(&[id]), confirmer: None, by: String::new(), on: Some(on) };
    assert!(refused(confirm(&mut office, on(day(2020, 1, 1)))).contains("Hãy xem lại ngày"));
    confirm(&mut office, on(day(2023, 12, 20))).unwrap();
    let assess_on = |day| PledgeAssess {
        pledges: these(&[id]),
        part: ReviewPart::Half(2),
        assessor: Assessor::Confirmer,
        day: Some(day),
        grade: None,
        percent: Some(90),
        note: String::new(),
        items: std::collections::BTreeMap::new(),
    };
    assert!(refused(assess(&mut office, assess_on(day(2024, 5, 1)))).contains("không được trước 01/07/2024"));
    assess(&mut office, assess_on(day(2024, 7, 2))).unwrap();
}
