//! What amending and cancelling make of the awards that stand.

use super::*;

/// Gives a mending draft its number and day, and issues it.
fn issue_as(office: &mut Office, id: DecisionId, number: &str, signed_on: &str) {
    let change = EditDecision {
        id: id.0,
        number: Some(number.into()),
        signed_on: Some(signed_on.into()),
        ..EditDecision::default()
    };
    edit(office, change).unwrap();
    issue(office, Which { id }).unwrap();
}

fn wish(about: DecisionId, recipients: &[RecipientId]) -> Amendment {
    Amendment { about, recipients: recipients.to_vec(), why: "Khai sai".into() }
}

fn lines(office: &mut Office, id: DecisionId) -> Vec<Recipient> {
    page(office, Which { id }).unwrap().recipients
}

/// People and collectives that stand, and what the history of Nguyễn Thị Hoa says.
fn standing(office: &mut Office) -> (i64, i64, Vec<String>) {
    let query = AwardsQuery { from: 2026, until: 2026, kind: None, women: false, own: false };
    let whole = award_years(office, query).unwrap().whole;
    let hoa = history(office, HistoryOf::Member(1)).unwrap();
    (whole.individuals, whole.collectives, hoa.into_iter().map(|line| line.number).collect())
}

/// A decision whose line of Nguyễn Thị Hoa was amended by number 6.
fn amended(office: &mut Office) -> (DecisionId, RecipientId, DecisionId) {
    let id = issued(office);
    let line = lines(office, id)[1].id;
    let amending = amend(office, wish(id, &[line])).unwrap().value;
    issue_as(office, amending, "6", "19/11/2026");
    assert_eq!(standing(office), (2, 1, vec!["06/QĐ-LĐLĐ".to_owned()]));
    (id, line, amending)
}

#[test]
fn a_decision_that_mends_another_stands_on_it() {
    let mut office = office();
    let (_, _, amending) = amended(&mut office);
    let drafted = page(&mut office, Which { id: amending }).unwrap();
    let grounds = paper::said(&office, &drafted).unwrap().grounds;
    assert_eq!(grounds.len(), 1, "{grounds:?}");
    assert!(grounds[0].starts_with("Căn cứ Quyết định số 05/QĐ-LĐLĐ ngày "), "{grounds:?}");
}

#[test]
fn cancelling_the_whole_decision_cancels_what_was_amended_of_it_too() {
    let mut office = office();
    let (id, _, _) = amended(&mut office);
    let cancelling = cancel(&mut office, wish(id, &[])).unwrap().value;
    issue_as(&mut office, cancelling, "7", "20/11/2026");
    assert_eq!(standing(&mut office), (0, 0, vec![]));
}

#[test]
fn cancelling_one_line_cancels_its_correction() {
    let mut office = office();
    let (id, line, _) = amended(&mut office);
    let cancelling = cancel(&mut office, wish(id, &[line])).unwrap().value;
    issue_as(&mut office, cancelling, "7", "20/11/2026");
    assert_eq!(standing(&mut office), (1, 1, vec![]));
    assert!(refused(amend(&mut office, wish(id, &[line]))).contains("đã bị hủy bỏ từ trước"));
}

#[test]
fn cancelling_an_amendment_brings_back_what_it_amended() {
    let mut office = office();
    let (_, _, amending) = amended(&mut office);
    let cancelling = cancel(&mut office, wish(amending, &[])).unwrap().value;
    issue_as(&mut office, cancelling, "7", "20/11/2026");
    assert_eq!(standing(&mut office), (2, 1, vec!["05/QĐ-LĐLĐ".to_owned()]));
    assert!(refused(amend(&mut office, wish(amending, &[RecipientId(1)]))).contains("đã bị hủy bỏ"));
    assert!(refused(cancel(&mut office, wish(cancelling, &[]))).contains("khen thưởng mới"));
}

#[test]
fn amending_once_more_goes_on_from_the_correction_and_counts_once() {
    let mut office = office();
    let (id, line, amending) = amended(&mut office);
    let corrected = lines(&mut office, amending)[0].id;
    let again = amend(&mut office, wish(id, &[line])).unwrap().value;
    assert_eq!(lines(&mut office, again)[0].replaces, Some(corrected));
    issue_as(&mut office, again, "7", "20/11/2026");
    assert_eq!(standing(&mut office), (2, 1, vec!["07/QĐ-LĐLĐ".to_owned()]));
}

#[test]
fn a_second_draft_for_the_same_line_is_refused_and_what_was_overtaken_is_not_issued() {
    let mut office = office();
    let id = issued(&mut office);
    let line = lines(&mut office, id)[1].id;
    let first = amend(&mut office, wish(id, &[line])).unwrap().value;
    assert!(refused(amend(&mut office, wish(id, &[line]))).contains("Đã có dự thảo"));
    let whole = cancel(&mut office, wish(id, &[])).unwrap().value;
    assert!(refused(cancel(&mut office, wish(id, &[]))).contains("Đã có dự thảo"));
    issue_as(&mut office, whole, "6", "19/11/2026");
    let held: Vec<String> = page(&mut office, Which { id: first })
        .unwrap()
        .warnings
        .into_iter()
        .filter(|one| one.gravity == Gravity::Obstacle && ["about", "name"].contains(&one.field.as_str()))
        .map(|one| one.sentence)
        .collect();
    assert_eq!(held.len(), 2, "the decision and the line: {held:?}");
}

#[test]
fn cancelling_some_lines_never_turns_into_cancelling_all() {
    let mut office = office();
    let id = issued(&mut office);
    let line = lines(&mut office, id)[1].id;
    let cancelling = cancel(&mut office, wish(id, &[line])).unwrap().value;
    let only = lines(&mut office, cancelling)[0].id;
    let emptied = remove(&mut office, RecipientList { id: cancelling, recipients: vec![only] });
    assert!(refused(emptied).contains("ít nhất một dòng"));
    let whole = cancel(&mut office, wish(id, &[])).unwrap().value;
    let more = vec![NewRecipient { member: Some(2), ..NewRecipient::default() }];
    assert!(
        refused(add(&mut office, AddRecipients { id: whole, award: Some(1), recipients: more })).contains("hủy bỏ")
    );
}

#[test]
fn a_decision_that_cancels_one_line_says_so_and_leaves_the_rest() {
    let mut office = office();
    let id = issued(&mut office);
    let line = lines(&mut office, id)[2].id;
    let cancelling = cancel(&mut office, wish(id, &[line])).unwrap().value;
    let draft = page(&mut office, Which { id: cancelling }).unwrap();
    assert_eq!(
        draft.decision.summary,
        "Về việc hủy bỏ khen thưởng đối với cá nhân có tên tại Quyết định số 05/QĐ-LĐLĐ"
    );
    let said = paper::said(&office, &draft).unwrap();
    let first = "Hủy bỏ việc khen thưởng đối với 01 cá nhân tại Quyết định số 05/QĐ-LĐLĐ ngày 18 tháng 11 năm 2026";
    assert!(said.articles[0].starts_with(first), "{:?}", said.articles);
    assert!(said.articles[1].contains("trong danh sách kèm theo"), "{:?}", said.articles);
    issue_as(&mut office, cancelling, "6", "19/11/2026");
    let register = register(&mut office, DecisionQuery::default()).unwrap().lines;
    let old = register.iter().find(|line| line.id == id).unwrap();
    assert_eq!((old.cancelled, old.amended), (false, true));
    assert_eq!(page(&mut office, Which { id }).unwrap().mended_by[0].lines, 1);
    // a new award to somebody else of that decision is still one too many, to the one whose award was cancelled it is not
    let again = super::draft(&mut office);
    let sentences: Vec<String> =
        page(&mut office, Which { id: again }).unwrap().warnings.into_iter().map(|one| one.sentence).collect();
    let repeated = |name: &str| sentences.iter().any(|one| one.contains(name) && one.contains("đã được tặng"));
    assert!(repeated("Nguyễn Thị Hoa") && !repeated("Trần Văn Ân"), "{sentences:?}");
}

#[test]
fn an_amendment_keeps_the_money_and_does_not_call_its_own_award_a_second_one() {
    let mut office = office();
    let id = issued(&mut office);
    office
        .act(EDIT, |pen| {
            let raise =
                "insert into base_salary (uid, amount, since, certainty) values (?1, 3000000, '2026-11-19', 'sourced')";
            Ok(pen.execute(raise, [new_uid()])?)
        })
        .unwrap();
    let line = lines(&mut office, id)[1].id;
    let amending = amend(&mut office, wish(id, &[line])).unwrap().value;
    for signed_on in ["20/11/2026", ""] {
        let change = EditDecision { id: amending.0, signed_on: Some(signed_on.into()), ..EditDecision::default() };
        edit(&mut office, change).unwrap();
        let page = page(&mut office, Which { id: amending }).unwrap();
        assert_eq!(page.recipients[0].amount, Dong(710_000), "{signed_on}");
        assert!(page.warnings.iter().all(|one| one.recipient.is_none()), "{:?}", page.warnings);
    }
}

#[test]
fn only_award_decisions_are_copied() {
    let mut office = office();
    let (_, _, amending) = amended(&mut office);
    assert!(refused(copy(&mut office, Which { id: amending })).contains("Chỉ chép được"));
}

/// The attached list of a decision as it would be printed.
fn annex(office: &mut Office, id: DecisionId) -> crate::letter::commendation::Annex {
    let page = page(office, Which { id }).unwrap();
    super::super::paper::said(office, &page).unwrap().annex.unwrap()
}

#[test]
fn the_list_of_an_amendment_tells_what_stood_before() {
    let mut office = office();
    let id = issued(&mut office);
    let line = lines(&mut office, id)[1].id;
    let amending = amend(&mut office, wish(id, &[line])).unwrap().value;
    assert_eq!(annex(&mut office, amending).parts[1].entries[0].note, "", "nothing is corrected yet");
    let recipient = lines(&mut office, amending)[0].id;
    let cell = |field, text: &str| RecipientCell { recipient, field, text: text.into() };
    let cells = vec![cell(RecipientField::Name, "Nguyễn Thị Hòa"), cell(RecipientField::Post, "Hiệu trưởng")];
    let before = lines(&mut office, amending).remove(0);
    edit_cells(&mut office, EditRecipients { id: amending, cells }).unwrap();
    let list = annex(&mut office, amending);
    let post = if before.post.is_empty() { "(để trống)" } else { &before.post };
    assert_eq!(list.parts[1].entries[0].note, format!("Đã ghi: Bà Nguyễn Thị Hoa; {post}"));
    assert_eq!(list.summary, "Cá nhân được sửa đổi thông tin khen thưởng");
}

#[test]
fn a_list_is_called_by_those_who_are_named_in_it() {
    let mut office = office();
    let id = draft(&mut office);
    assert!(annex(&mut office, id).summary.starts_with("Tập thể, cá nhân được tặng"));
    let people: Vec<_> = lines(&mut office, id)[1..].iter().map(|line| line.id).collect();
    remove(&mut office, RecipientList { id, recipients: people }).unwrap();
    assert!(annex(&mut office, id).summary.starts_with("Tập thể được tặng"));
}
