#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

mod counting;
mod mending;
mod papers;
mod steps;
mod years;

use super::*;
use crate::{
    members::{
        Beginning, Gender, MemberAdd, MemberDraft, MemberMerge, MembersOfEnded, UnitDissolve, UnitMerge, Unmask,
        UnmaskingId,
    },
    units::{BlocDraft, Level, Sector, UnitDraft, UnitEstablish, UnitKind, UnitMap},
};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// An office with a school (by school year, in a bloc) and a commune (by calendar year, in none), two members each.
fn office() -> (Office, Vec<MemberId>) {
    let mut office = Office::trial(day(2024, 7, 20)).unwrap();
    seed(&mut office).unwrap();
    let schools = BlocDraft { id: None, no: 1, name: "Khối trường học".into(), years: Vec::new() };
    let schools = units::set_bloc(&mut office, schools).unwrap().value;
    let mut members = Vec::new();
    for (code, kind, calendar) in [("VT29", UnitKind::MamNon, Calendar::School), ("VT20", UnitKind::Xa, Calendar::Year)]
    {
        let draft = UnitDraft {
            code: code.into(),
            name: format!("CĐCS {code}"),
            level: Level::GrassrootsUnion,
            kind,
            sector: Sector::Public,
            calendar,
            parent: None,
            bloc: (kind == UnitKind::MamNon).then_some(schools),
            address: String::new(),
            phone: String::new(),
            established: None,
            established_by: String::new(),
            note: String::new(),
        };
        let unit = units::establish(&mut office, UnitEstablish { draft, received: false }).unwrap().value;
        for (name, gender, party) in [("Nguyễn Thị Hoa", Gender::Nu, true), ("Trần Văn Ân", Gender::Nam, false)]
        {
            let draft = MemberDraft {
                full_name: format!("{name} {}", members.len()),
                gender: Some(gender),
                party_member: Some(party),
                position: Some("Giáo viên".into()),
                ..MemberDraft::default()
            };
            let add = MemberAdd { draft, unit, since: None, began: Beginning::Listed, document: String::new() };
            members.push(members::add(&mut office, add).unwrap().value.id);
        }
    }
    (office, members)
}

fn promise() -> PledgeDraft {
    PledgeDraft {
        content: Content::from([
            (PledgeBlock::Ideology, "Giữ vững lập trường.".into()),
            (PledgeBlock::Following, "Tiết kiệm điện 10%.".into()),
        ]),
        ..PledgeDraft::default()
    }
}

fn shortcoming(text: &str) -> ShortcomingDraft {
    ShortcomingDraft {
        shortcoming: text.into(),
        correction: "Lập kế hoạch tuần".into(),
        deadline: Some(day(2024, 6, 30)),
        ..ShortcomingDraft::default()
    }
}

fn registered(office: &mut Office, member: MemberId, year: i32, draft: PledgeDraft) -> PledgeId {
    register(office, PledgeRegister { of: Pledger::Member(member), year, draft }).unwrap().value
}

fn these(ids: &[PledgeId]) -> PledgeChoice {
    PledgeChoice { ids: ids.to_vec(), ..PledgeChoice::default() }
}

fn confirmed(office: &mut Office, ids: &[PledgeId]) {
    let on = Some(day(2024, 2, 20));
    confirm(office, PledgeConfirm { pledges: these(ids), confirmer: None, by: String::new(), on }).unwrap();
}

fn leave(office: &mut Office) -> UnmaskingId {
    members::unmask(office, Unmask { screen: "cam-ket".into() }).unwrap().value
}

fn record(office: &mut Office, id: PledgeId) -> PledgeRecord {
    let unmasking = Some(leave(office));
    get(office, PledgeAsk { id, unmasking }).unwrap()
}

fn whole(office: &Office, fulfilled: bool) -> Option<GradeId> {
    let grades = assess::grades(office.db()).unwrap();
    grades.iter().find(|grade| grade.part == GradePart::Whole && grade.fulfilled == fulfilled).unwrap().id
}

fn review(office: &mut Office, ids: &[PledgeId], part: ReviewPart, assessor: Assessor) -> Result<Done<u32>> {
    let grade = whole(office, true);
    assess(
        office,
        PledgeAssess {
            pledges: these(ids),
            part,
            assessor,
            day: None,
            grade,
            percent: Some(80),
            note: String::new(),
            items: std::collections::BTreeMap::new(),
        },
    )
}

fn refused<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(error @ Error::Refused(_)) => error.sentences(),
        other => panic!("must be refused, not {other:?}"),
    }
}

#[test]
fn a_pledge_without_content_and_from_tomorrow_is_refused_for_both_at_once() {
    let draft = PledgeDraft { registered_on: Some(day(2024, 7, 21)), ..PledgeDraft::default() };
    let said = refused(check(draft, day(2024, 7, 20)));
    assert!(said.contains("ít nhất một mục") && said.contains("sau hôm nay"), "{said}");
}

#[test]
fn what_is_mended_says_what_came_of_it() {
    let mended = ShortcomingDraft { mended_on: Some(day(2024, 3, 1)), ..shortcoming("Chậm báo cáo") };
    let draft = PledgeDraft { shortcomings: vec![mended], ..promise() };
    assert!(refused(check(draft, day(2024, 7, 20))).contains("cần ghi kết quả"));
}

#[test]
fn the_words_on_paper_say_which_committee_confirmed() {
    for (written, confirmer) in [
        ("Chi bộ", Confirmer::PartyCommittee),
        ("Đảng ủy xã Tân Kiều", Confirmer::PartyCommittee),
        ("BCH CĐCS", Confirmer::UnionCommittee),
        ("Chủ tịch công đoàn", Confirmer::UnionCommittee),
    ] {
        assert_eq!(confirmer_of(written), confirmer, "{written}");
    }
}

#[test]
fn a_schools_pledge_belongs_to_the_school_year_and_a_communes_to_the_calendar_year() {
    let (mut office, members) = office();
    let school = registered(&mut office, members[0], 2024, promise());
    let commune = registered(&mut office, members[2], 2024, promise());
    assert_eq!(record(&mut office, school).line.period_name, "Năm học 2023-2024");
    assert_eq!(record(&mut office, commune).line.period_name, "Năm 2024");
}

#[test]
fn a_member_pledges_once_a_year_and_a_unit_once_as_a_collective() {
    let (mut office, members) = office();
    registered(&mut office, members[0], 2024, promise());
    let again = PledgeRegister { of: Pledger::Member(members[0]), year: 2024, draft: promise() };
    assert!(refused(register(&mut office, again)).contains("đã có cam kết năm 2024"));
    let collective = PledgeRegister { of: Pledger::Unit(UnitId(1)), year: 2024, draft: promise() };
    register(&mut office, collective.clone()).unwrap();
    assert!(register(&mut office, collective).is_err());
    registered(&mut office, members[0], 2025, promise());
}

#[test]
fn party_members_are_confirmed_by_their_cell_and_others_by_the_union() {
    let (mut office, members) = office();
    let party = registered(&mut office, members[0], 2024, promise());
    let other = registered(&mut office, members[1], 2024, promise());
    confirmed(&mut office, &[party, other]);
    let line = |office: &mut Office, id| record(office, id).line;
    assert_eq!(line(&mut office, party).confirmed_by, "Chi bộ");
    assert_eq!(line(&mut office, other).confirmer, Some(Confirmer::UnionCommittee));
}

#[test]
fn a_step_that_does_not_follow_is_refused_for_all_and_names_whom() {
    let (mut office, members) = office();
    let one = registered(&mut office, members[0], 2024, promise());
    let other = registered(&mut office, members[1], 2024, promise());
    confirmed(&mut office, &[one]);
    let post_both =
        PledgePost { pledges: these(&[one, other]), place: "Bảng tin".into(), from: day(2024, 2, 21), until: None };
    let said = refused(post(&mut office, post_both));
    assert!(said.contains("Trần Văn Ân 1 (đã đăng ký)"), "{said}");
    assert_eq!(record(&mut office, one).line.state, PledgeState::Confirmed, "all of them, or none");
}

#[test]
fn what_was_confirmed_stays_until_it_is_sent_back() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[0], 2024, promise());
    confirmed(&mut office, &[id]);
    let cell = PledgeCell { id, block: PledgeBlock::Duty, text: "Không trễ hạn hồ sơ nào.".into() };
    let typed = PledgeCells { cells: vec![cell] };
    assert!(refused(edit_cells(&mut office, typed.clone())).contains("đã được xác nhận"));
    give_back(&mut office, PledgeBack { pledges: these(&[id]), why: "Bổ sung nhiệm vụ".into() }).unwrap();
    edit_cells(&mut office, typed).unwrap();
    resubmit(&mut office, PledgesChosen { pledges: these(&[id]) }).unwrap();
    let line = record(&mut office, id).line;
    assert_eq!((line.state, line.confirmed_on), (PledgeState::Registered, None));
    assert_eq!(line.content[&PledgeBlock::Duty], "Không trễ hạn hồ sơ nào.");
}

#[test]
fn the_schema_keeps_what_was_confirmed_even_from_code_that_asks_no_rule() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[0], 2024, promise());
    confirmed(&mut office, &[id]);
    let changed =
        PledgeDraft { content: Content::from([(PledgeBlock::Duty, "Khác".into())]), ..PledgeDraft::default() };
    let said = refused(office.act(EDIT, |pen| store::update(pen, id, &changed, None)));
    assert!(said.contains("đã được xác nhận"), "{said}");
}

#[test]
fn posting_before_the_confirmation_is_refused() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[0], 2024, promise());
    confirmed(&mut office, &[id]);
    let early = PledgePost { pledges: these(&[id]), place: String::new(), from: day(2024, 2, 19), until: None };
    let said = refused(post(&mut office, early.clone()));
    assert!(said.contains("nơi công khai") && said.contains("trước ngày xác nhận"), "{said}");
    let planned = |from| PledgePost { place: "Bảng tin".into(), from, ..early.clone() };
    assert!(refused(post(&mut office, planned(day(2024, 9, 1)))).contains("sau cả năm"), "the school year is over");
    post(&mut office, planned(day(2024, 7, 25))).unwrap();
}

#[test]
fn a_school_is_reviewed_by_terms_and_not_by_quarters() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[0], 2024, promise());
    confirmed(&mut office, &[id]);
    assert!(refused(review(&mut office, &[id], ReviewPart::Quarter(1), Assessor::Confirmer)).contains("chưa chọn"));
    set_reviews(&mut office, PledgeReviews { rhythm: ReviewRhythm::Quarter }).unwrap();
    assert!(
        refused(review(&mut office, &[id], ReviewPart::Quarter(1), Assessor::Confirmer)).contains("Năm học chỉ chia")
    );
    review(&mut office, &[id], ReviewPart::Half(1), Assessor::Confirmer).unwrap();
    let record = record(&mut office, id);
    assert_eq!(record.assessments[0].period_name, "Học kỳ I năm học 2023-2024");
    assert_eq!((record.line.state, record.line.percent), (PledgeState::Reviewed, Some(80)));
}

#[test]
fn a_grade_of_another_day_or_of_an_item_is_not_one_of_the_whole() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[0], 2024, promise());
    confirmed(&mut office, &[id]);
    let grades = assess::grades(office.db()).unwrap();
    let item = grades.iter().find(|grade| grade.part == GradePart::Item).unwrap().clone();
    let ended = Grade { until: Some(day(2024, 1, 1)), ..item.clone() };
    let wish = |items| PledgeAssess {
        pledges: these(&[id]),
        part: ReviewPart::Year,
        assessor: Assessor::Own,
        day: None,
        grade: item.id,
        percent: None,
        note: String::new(),
        items,
    };
    let items = std::collections::BTreeMap::from([(PledgeBlock::Duty, item.id.unwrap())]);
    let said = refused(assess(&mut office, wish(items.clone())));
    assert_eq!(said.matches("thang đánh giá").count(), 1, "the item's grade is good, the whole's is not: {said}");
    set_grade(&mut office, ended).unwrap();
    assert_eq!(refused(assess(&mut office, wish(items))).matches("thang đánh giá").count(), 2);
}

#[test]
fn what_was_not_mended_comes_with_next_years_pledge_once() {
    let (mut office, members) = office();
    let draft = PledgeDraft {
        shortcomings: vec![shortcoming("Chậm báo cáo"), shortcoming("Ít đọc sách")],
        ..promise()
    };
    let id = registered(&mut office, members[0], 2024, draft);
    let first = record(&mut office, id).shortcomings.unwrap()[0].id;
    mend(
        &mut office,
        ShortcomingMended { id: first, mending: "Đã nộp đúng hạn".into(), mended_on: Some(day(2024, 7, 1)) },
    )
    .unwrap();
    let next = registered(&mut office, members[0], 2025, promise());
    let carried = record(&mut office, next).shortcomings.unwrap();
    assert_eq!(carried.len(), 1);
    assert_eq!((carried[0].shortcoming.as_str(), carried[0].carried_from), ("Ít đọc sách", Some(2024)));
    assert_eq!(office.act(EDIT, |pen| carry_over(pen, 2025)).unwrap().value, 0, "each once");
}

#[test]
fn opening_a_year_makes_drafts_for_those_who_have_something_to_mend() {
    let (mut office, members) = office();
    registered(
        &mut office,
        members[0],
        2024,
        PledgeDraft { shortcomings: vec![shortcoming("Chậm báo cáo")], ..promise() },
    );
    registered(&mut office, members[1], 2024, promise());
    let carried = office.act(EDIT, |pen| carry_over(pen, 2025)).unwrap();
    assert_eq!(carried.value, 1);
    let query = PledgeQuery { year: 2025, ..PledgeQuery::default() };
    let page = page(&mut office, PledgePageAsk { query, offset: 0, limit: 10, unmasking: None }).unwrap();
    assert_eq!((page.rows[0].state, page.rows[0].open), (PledgeState::Draft, 1));
    let filled = registered(&mut office, members[0], 2025, promise());
    assert_eq!(filled, page.rows[0].id, "the draft is filled, not doubled");
}

#[test]
fn a_pasted_pledge_fills_the_draft_that_was_opened_with_what_is_to_be_mended() {
    let (mut office, members) = office();
    let fault = PledgeDraft { shortcomings: vec![shortcoming("Chậm báo cáo")], ..promise() };
    registered(&mut office, members[0], 2024, fault);
    office.act(EDIT, |pen| carry_over(pen, 2025)).unwrap();
    let row = PledgeRow { name: "Nguyễn Thị Hoa 0".into(), content: promise().content, ..PledgeRow::default() };
    let wish = PledgePaste { year: 2025, unit: UnitId(1), rows: vec![row] };
    paste(&mut office, wish.clone()).unwrap();
    let query = PledgeQuery { year: 2025, ..PledgeQuery::default() };
    let page = page(&mut office, PledgePageAsk { query, offset: 0, limit: 10, unmasking: None }).unwrap();
    assert_eq!((page.total, page.rows[0].state, page.rows[0].open), (1, PledgeState::Registered, 1));
    assert!(refused(paste(&mut office, wish)).contains("đã có cam kết"), "once");
}

#[test]
fn shortcomings_and_the_party_are_masked_unless_asked_for() {
    let (mut office, members) = office();
    let id =
        registered(&mut office, members[0], 2024, PledgeDraft { shortcomings: vec![shortcoming("Chậm")], ..promise() });
    let masked = get(&mut office, PledgeAsk { id, unmasking: None }).unwrap();
    assert_eq!((masked.shortcomings, masked.line.restricted, masked.line.shortcomings), (None, None, 1));
    let query = PledgeQuery { year: 2024, party: Some(true), ..PledgeQuery::default() };
    let ask = PledgePageAsk { query, offset: 0, limit: 10, unmasking: None };
    assert!(refused(page(&mut office, ask.clone())).contains("thông tin hạn chế"));
    let unmasking = Some(leave(&mut office));
    assert_eq!(page(&mut office, PledgePageAsk { unmasking, ..ask }).unwrap().total, 1);
}

#[test]
fn nothing_of_a_closed_year_is_written() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[2], 2024, promise());
    office.act(EDIT, |pen| Ok(pen.execute("update period set closed = 1 where kind = 'year'", [])?)).unwrap();
    assert!(refused(resubmit_closed(&mut office, id)).contains("đã khóa sổ"));
    let new = PledgeRegister { of: Pledger::Member(members[3]), year: 2024, draft: promise() };
    assert!(refused(register(&mut office, new)).contains("đã khóa sổ"));
    assert!(refused(delete(&mut office, PledgesChosen { pledges: these(&[id]) })).contains("đã khóa sổ"));
}

#[test]
fn two_records_of_one_person_become_one_although_a_year_with_a_pledge_is_closed() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[2], 2024, promise());
    office.act(EDIT, |pen| Ok(pen.execute("update period set closed = 1 where kind = 'year'", [])?)).unwrap();
    let merge = MemberMerge { keep: members[3], gone: members[2], take: Vec::new(), take_unit: false };
    members::merge(&mut office, merge, &[pledges_follow]).unwrap();
    let whose = |office: &mut Office| get(office, PledgeAsk { id, unmasking: None }).unwrap().line.member;
    assert_eq!(whose(&mut office), Some(members[3]));
    office.undo(None).unwrap();
    assert_eq!(whose(&mut office), Some(members[2]));
}

fn resubmit_closed(office: &mut Office, id: PledgeId) -> Result<Done<u32>> {
    confirm(office, PledgeConfirm { pledges: these(&[id]), confirmer: None, by: String::new(), on: None })
}

#[test]
fn a_merged_record_keeps_its_pledges_and_two_of_one_year_are_refused() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[1], 2024, promise());
    office.act(EDIT, |pen| pledges_follow(pen, members[1], members[0])).unwrap();
    assert_eq!(record(&mut office, id).line.member, Some(members[0]));
    registered(&mut office, members[1], 2024, promise());
    assert!(refused(office.act(EDIT, |pen| pledges_follow(pen, members[1], members[0]))).contains("Cả hai hồ sơ"));
}

#[test]
fn many_confirmations_are_one_act_and_one_undo() {
    let (mut office, members) = office();
    let ids: Vec<PledgeId> = members.iter().map(|member| registered(&mut office, *member, 2024, promise())).collect();
    confirmed(&mut office, &ids);
    office.undo(None).unwrap();
    assert!(ids.iter().all(|id| record(&mut office, *id).line.state == PledgeState::Registered));
}

#[test]
fn pasted_rows_are_looked_up_by_name_and_say_what_is_wrong_before_anything_is_written() {
    let (mut office, members) = office();
    registered(&mut office, members[1], 2024, promise());
    let row = |name: &str, on: Option<NaiveDate>| PledgeRow {
        name: name.into(),
        content: promise().content,
        confirmed_by: "Chi bộ".into(),
        confirmed_on: on,
        ..PledgeRow::default()
    };
    let good = row("Nguyễn Thị Hoa 0", Some(day(2024, 2, 20)));
    let rows = vec![good.clone(), row("Trần Văn Ân 1", None), row("Người Lạ", None), good.clone()];
    let wish = PledgePaste { year: 2024, unit: UnitId(1), rows };
    let answers = try_paste(&mut office, wish.clone()).unwrap();
    let sentences: Vec<&str> = answers.iter().map(|answer| answer.sentence.as_str()).collect();
    assert!(sentences[0].is_empty() && sentences[1].contains("đã có cam kết"), "{sentences:?}");
    assert!(sentences[2].contains("Không thấy Người Lạ") && sentences[3].contains("hai dòng"), "{sentences:?}");
    assert!(refused(paste(&mut office, wish)).contains("Người Lạ"), "all of them, or none");
    paste(&mut office, PledgePaste { year: 2024, unit: UnitId(1), rows: vec![good] }).unwrap();
    let query = PledgeQuery { year: 2024, states: vec![PledgeState::Confirmed], ..PledgeQuery::default() };
    let page = page(&mut office, PledgePageAsk { query, offset: 0, limit: 10, unmasking: None }).unwrap();
    assert_eq!((page.total, page.rows[0].confirmer), (1, Some(Confirmer::PartyCommittee)));
}

#[test]
fn a_new_grade_takes_its_place_and_a_used_one_keeps_its_words() {
    let (mut office, members) = office();
    let id = registered(&mut office, members[0], 2024, promise());
    confirmed(&mut office, &[id]);
    review(&mut office, &[id], ReviewPart::Year, Assessor::Own).unwrap();
    let of_whole = |office: &Office| -> Vec<Grade> {
        assess::grades(office.db()).unwrap().into_iter().filter(|grade| grade.part == GradePart::Whole).collect()
    };
    let before = of_whole(&office);
    let used = before.iter().find(|grade| grade.id == whole(&office, true)).unwrap().clone();
    let renamed = Grade { name: "Tên khác".into(), ..used.clone() };
    assert!(refused(set_grade(&mut office, renamed)).contains("đã dùng trong 1 lần đánh giá"));
    set_grade(&mut office, Grade { until: Some(day(2030, 12, 31)), ..used }).unwrap();
    let new = Grade {
        id: None, name: "Hoàn thành vượt mức".into(), position: before[1].position, ..before[1].clone()
    };
    set_grade(&mut office, new).unwrap();
    let mut names: Vec<String> =
        of_whole(&office).into_iter().filter(|one| one.until.is_none()).map(|one| one.name).collect();
    names.truncate(2);
    assert_eq!(names, ["Hoàn thành vượt mức", before[1].name.as_str()]);
}
