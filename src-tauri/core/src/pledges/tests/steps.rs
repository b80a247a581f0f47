//! Which step leads from where, on which day, by whom.

use super::*;
use crate::pledges::{rules::may_take, words::Step};

/// Whether a pledge in that state may take the step.
fn may(step: Step, state: PledgeState) -> bool {
    may_take(step, &[("Trần Văn Ân".into(), state)]).is_ok()
}

#[test]
fn a_returned_pledge_is_mended_or_withdrawn_and_confirmed_only_when_it_came_in_again() {
    use PledgeState::{Registered, Returned, Withdrawn};
    assert!(may(Step::Register, Returned) && may(Step::Withdraw, Returned) && !may(Step::Confirm, Returned));
    assert!(may(Step::Confirm, Registered) && !may(Step::Confirm, Withdrawn));
}

#[test]
fn what_was_reviewed_is_neither_sent_back_nor_withdrawn_and_stays_reviewed_when_it_is_posted_late() {
    use PledgeState::{Confirmed, Published, Reviewed};
    assert!(may(Step::Return, Published) && !may(Step::Return, Reviewed) && !may(Step::Withdraw, Reviewed));
    assert!(may(Step::Post, Reviewed));
    assert_eq!((Step::Post.to(Reviewed), Step::Post.to(Confirmed)), (Reviewed, Published));
}

#[test]
fn the_confirmer_has_the_last_word_and_may_correct_it_until_the_year_is_closed() {
    use PledgeState::{Assessed, Closed, SelfAssessed};
    assert!(may(Step::SelfAssess, SelfAssessed) && !may(Step::SelfAssess, Assessed));
    assert!(may(Step::Assess, Assessed) && !may(Step::Assess, Closed) && !may(Step::Review, Assessed));
}

fn posted(office: &mut Office, ids: &[PledgeId], from: NaiveDate) -> Result<Done<u32>> {
    post(office, PledgePost { pledges: these(ids), place: "Bảng tin".into(), from, until: None })
}

#[test]
fn pledges_are_posted_from_the_day_on_which_the_last_of_them_is_confirmed() {
    let (mut office, members) = office();
    let ids = [members[0], members[1]].map(|member| registered(&mut office, member, 2024, promise()));
    confirmed(&mut office, &ids[..1]);
    let on = Some(day(2024, 3, 1));
    confirm(&mut office, PledgeConfirm { pledges: these(&ids[1..]), confirmer: None, by: String::new(), on }).unwrap();
    assert!(refused(posted(&mut office, &ids, day(2024, 2, 29))).contains("trước ngày xác nhận"));
    posted(&mut office, &ids, day(2024, 3, 1)).unwrap();
}

#[test]
fn a_pledge_of_a_year_that_is_over_may_still_be_posted_until_today() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[2], 2023, promise());
    confirmed(&mut office, &[id]);
    assert!(refused(posted(&mut office, &[id], day(2024, 7, 21))).contains("sau cả năm"));
    posted(&mut office, &[id], day(2024, 7, 20)).unwrap();
}

#[test]
fn what_comes_in_again_keeps_the_day_on_which_it_came_first() {
    let (mut office, members) = office();
    let first = PledgeDraft { registered_on: Some(day(2024, 2, 1)), ..promise() };
    let id = registered(&mut office, members[0], 2024, first);
    give_back(&mut office, PledgeBack { pledges: these(&[id]), why: "Bổ sung".into() }).unwrap();
    resubmit(&mut office, PledgesChosen { pledges: these(&[id]) }).unwrap();
    assert_eq!(record(&mut office, id).line.registered_on, Some(day(2024, 2, 1)));
}

#[test]
fn whom_the_clerk_names_confirms_also_for_a_party_member() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[0], 2024, promise());
    let confirmer = Some(Confirmer::UnionCommittee);
    confirm(&mut office, PledgeConfirm { pledges: these(&[id]), confirmer, by: String::new(), on: None }).unwrap();
    let line = record(&mut office, id).line;
    assert_eq!((line.confirmer, line.confirmed_by.as_str()), (confirmer, "BCH CĐCS"));
}

#[test]
fn an_office_that_reviews_by_quarters_is_reminded_of_quarters_and_not_of_halves() {
    use crate::periods::PeriodKind;
    let (mut office, _) = office();
    set_reviews(&mut office, PledgeReviews { rhythm: ReviewRhythm::Quarter }).unwrap();
    let due = [PeriodKind::Half, PeriodKind::Quarter, PeriodKind::Year];
    assert_eq!(due.map(|kind| is_assessed_for(office.db(), kind).unwrap()), [false, true, true]);
}

#[test]
fn the_line_shows_the_youngest_share_and_the_grade_that_the_confirmer_gave() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[2], 2024, promise());
    confirmed(&mut office, &[id]);
    let mut assessed = |part, assessor, percent| {
        let grade = whole(&office, true);
        let wish = PledgeAssess {
            pledges: these(&[id]),
            part,
            assessor,
            day: None,
            grade,
            percent: Some(percent),
            note: String::new(),
            items: std::collections::BTreeMap::new(),
        };
        assess(&mut office, wish).unwrap();
        let line = record(&mut office, id).line;
        let query = PledgeQuery { year: 2024, grade, ..PledgeQuery::default() };
        let ask = PledgePageAsk { query, offset: 0, limit: 10, unmasking: None };
        (line.percent, !line.grade.is_empty(), page(&mut office, ask).unwrap().total)
    };
    assert_eq!(assessed(ReviewPart::Half(1), Assessor::Confirmer, 40), (Some(40), false, 0));
    assert_eq!(assessed(ReviewPart::Half(2), Assessor::Confirmer, 70), (Some(70), false, 0));
    assert_eq!(assessed(ReviewPart::Year, Assessor::Own, 90), (Some(90), false, 0), "one's own grade is none yet");
    assert_eq!(assessed(ReviewPart::Year, Assessor::Confirmer, 85), (Some(85), true, 1));
}

#[test]
fn a_closed_year_closes_what_the_confirmer_assessed_and_nothing_less() {
    let (mut office, members) = office();
    let ids = [members[2], members[3]].map(|member| registered(&mut office, member, 2023, promise()));
    let on = Some(day(2023, 2, 20));
    confirm(&mut office, PledgeConfirm { pledges: these(&ids), confirmer: None, by: String::new(), on }).unwrap();
    review(&mut office, &ids, ReviewPart::Year, Assessor::Own).unwrap();
    review(&mut office, &ids[..1], ReviewPart::Year, Assessor::Confirmer).unwrap();
    let period = record(&mut office, ids[0]).line.period;
    office.act(EDIT, |pen| close(pen, period)).unwrap();
    let states = ids.map(|id| record(&mut office, id).line.state);
    assert_eq!(states, [PledgeState::Closed, PledgeState::SelfAssessed]);
}
