#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod borders;
mod doubted;
mod mended;
mod numbered;

use super::*;
use crate::{
    error::Error,
    host::{self, HostDraft, SignerDraft},
    id::new_uid,
    office::Office,
};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// An office with three awards priced, one unit and two members called Nguyễn Thị Hoa.
fn office() -> Office {
    let mut office = Office::trial(day(2026, 11, 22)).unwrap();
    host::found(
        &mut office,
        HostDraft {
            kind: host::Kind::District,
            name: "Liên đoàn Lao động huyện Vân Trạch".into(),
            superior: "Liên đoàn Lao động tỉnh Hoài Giang".into(),
            symbol: "LĐLĐ".into(),
            place: "Vân Trạch".into(),
            signers: vec![SignerDraft {
                name: "Phạm Đức Long".into(),
                title: "Chủ tịch".into(),
                form: "TM. BAN THƯỜNG VỤ".into(),
            }],
        },
    )
    .unwrap();
    office.act(What::new("test.seed", "Thử"), |pen| {
        pen.execute("insert into base_salary (uid, amount, since, certainty) values (?1, 2340000, '2024-07-01', 'sourced')", [new_uid()])?;
        pen.execute("insert into award (uid, code, position, name, search, nature, for_individual, for_collective, reach, certainty) values (?1, 'gk', 1, 'Giấy khen', 'giay khen', 'form', 1, 1, 'own', 'sourced')", [new_uid()])?;
        for (kind, hundredths) in [("individual", 30), ("collective", 60)] {
            pen.execute("insert into coefficient (uid, award, recipient, hundredths, certainty) values (?1, 1, ?2, ?3, 'sourced')", rusqlite::params![new_uid(), kind, hundredths])?;
        }
        pen.execute("insert into unit (uid, code) values (?1, 'VT29')", [new_uid()])?;
        pen.execute("insert into unit_state (uid, unit, name, sort_key, search, level, kind, sector, calendar) values (?1, 1, 'CĐCS Trường Mầm non Hoa Sen', x'00', 'cdcs truong mam non hoa sen', 'grassroots_union', 'mam_non', 'public', 'school')", [new_uid()])?;
        for (name, gender) in [("Nguyễn Thị Hoa", "nu"), ("Trần Văn Ân", "nam")] {
            pen.execute("insert into member (uid, full_name, sort_key, same_key, search, gender, birth, position, status, unit) values (?1, ?2, ?3, ?4, ?4, ?5, '1975-10-12', 'Giáo viên', 'active', 1)", rusqlite::params![new_uid(), name, name.as_bytes(), crate::vietnamese::fold(name), gender])?;
        }
        Ok(())
    })
    .unwrap();
    office
}

fn draft(office: &mut Office) -> DecisionId {
    let id = new(office, NewDecision { year: 2026 }).unwrap().value;
    add(
        office,
        AddRecipients {
            id,
            award: Some(1),
            recipients: vec![
                NewRecipient { kind: Some(RecipientKind::Collective), unit: Some(1), ..NewRecipient::default() },
                NewRecipient { member: Some(1), ..NewRecipient::default() },
                NewRecipient { member: Some(2), ..NewRecipient::default() },
            ],
        },
    )
    .unwrap();
    id
}

fn fill(office: &mut Office, id: DecisionId) {
    edit(
        office,
        EditDecision {
            id: id.0,
            number: Some("05".into()),
            signed_on: Some("18/11/2026".into()),
            summary: Some("Về việc tặng Giấy khen nhân dịp 20/11".into()),
            citation: Some("đã có thành tích xuất sắc".into()),
            ..EditDecision::default()
        },
    )
    .unwrap();
}

fn issued(office: &mut Office) -> DecisionId {
    let id = draft(office);
    fill(office, id);
    issue(office, Which { id }).unwrap();
    id
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    match result {
        Err(error @ Error::Refused(_)) => error.sentences(),
        other => panic!("must be refused, not {other:?}"),
    }
}

#[test]
fn money_follows_the_day_of_signing_and_the_coefficient() {
    let mut office = office();
    let id = draft(&mut office);
    assert_eq!(page(&mut office, Which { id }).unwrap().totals.amount, Dong(0), "no day, no base salary");
    fill(&mut office, id);
    let page = page(&mut office, Which { id }).unwrap();
    let amounts: Vec<i64> = page.recipients.iter().map(|line| line.amount.0).collect();
    assert_eq!(amounts, [1_410_000, 710_000, 710_000]);
    assert_eq!(page.totals.words, "Hai triệu tám trăm ba mươi nghìn đồng");
}

#[test]
fn a_typed_amount_stays_when_the_day_changes_and_goes_back_when_emptied() {
    let mut office = office();
    let id = draft(&mut office);
    let line = page(&mut office, Which { id }).unwrap().recipients[1].id;
    let cell = |text: &str| EditRecipients {
        id,
        cells: vec![RecipientCell { recipient: line, field: RecipientField::Amount, text: text.into() }],
    };
    edit_cells(&mut office, cell("500.000")).unwrap();
    fill(&mut office, id);
    assert_eq!(page(&mut office, Which { id }).unwrap().recipients[1].amount, Dong(500_000));
    edit_cells(&mut office, cell("")).unwrap();
    assert_eq!(page(&mut office, Which { id }).unwrap().recipients[1].amount, Dong(710_000));
}

#[test]
fn an_issued_decision_cannot_be_changed_and_ctrl_z_stops_there() {
    let mut office = office();
    let id = issued(&mut office);
    let line = page(&mut office, Which { id }).unwrap().recipients[1].id;
    let rename = EditRecipients {
        id,
        cells: vec![RecipientCell { recipient: line, field: RecipientField::Name, text: "Người Khác".into() }],
    };
    assert!(refused(edit_cells(&mut office, rename)).contains("đã ban hành"));
    assert!(refused(office.undo(None)).contains("đã ban hành nên không hoàn tác được"));
    let past_rules = office.act(EDIT, |pen| Ok(pen.execute("update recipient set name = 'X' where id = ?1", [line])?));
    assert!(refused(past_rules).contains("đã ban hành"), "the schema holds it too");
}

#[test]
fn what_was_edited_before_the_issue_can_no_longer_be_undone_by_its_own_undo() {
    let mut office = office();
    let id = new(&mut office, NewDecision { year: 2026 }).unwrap().value;
    let added = add(
        &mut office,
        AddRecipients {
            id,
            award: Some(1),
            recipients: vec![NewRecipient { member: Some(1), ..NewRecipient::default() }],
        },
    )
    .unwrap();
    fill(&mut office, id);
    issue(&mut office, Which { id }).unwrap();
    refused(office.undo(added.act));
    assert_eq!(page(&mut office, Which { id }).unwrap().recipients.len(), 1);
}

#[test]
fn correcting_the_member_leaves_the_issued_paper_as_it_was() {
    let mut office = office();
    let id = issued(&mut office);
    let before = paper::pdf(&mut office, Which { id }).unwrap();
    office
        .act(EDIT, |pen| Ok(pen.execute("update member set full_name = 'Nguyễn Thị Hoà' where id = 1", [])?))
        .unwrap();
    assert_eq!(paper::pdf(&mut office, Which { id }).unwrap().bytes, before.bytes);
    assert_eq!(page(&mut office, Which { id }).unwrap().recipients[1].name, "Nguyễn Thị Hoa");
}

#[test]
fn a_draft_is_not_issued_before_everything_that_paper_needs_is_there() {
    let mut office = office();
    let id = new(&mut office, NewDecision { year: 2026 }).unwrap().value;
    let Err(Error::Refused(refusals)) = issue(&mut office, Which { id }) else { panic!("must be refused") };
    let fields: Vec<_> = refusals.iter().map(|refusal| refusal.field.as_str()).collect();
    assert_eq!(fields, ["number", "signed_on", "summary", "recipients"]);
}

#[test]
fn the_same_person_twice_and_an_award_of_the_same_year_are_pointed_out() {
    let mut office = office();
    issued(&mut office);
    let id = draft(&mut office);
    add(
        &mut office,
        AddRecipients {
            id,
            award: None,
            recipients: vec![NewRecipient { member: Some(1), ..NewRecipient::default() }],
        },
    )
    .unwrap();
    let sentences: Vec<String> =
        page(&mut office, Which { id }).unwrap().warnings.into_iter().map(|warning| warning.sentence).collect();
    assert!(sentences.iter().any(|sentence| sentence.contains("đã có ở dòng 1")), "{sentences:?}");
    assert!(sentences.iter().any(|sentence| sentence.contains("05/QĐ-LĐLĐ ngày 18/11/2026")), "{sentences:?}");
}

#[test]
fn the_next_number_follows_the_highest_of_the_year_and_12a_is_allowed() {
    let mut office = office();
    issued(&mut office);
    let id = new(&mut office, NewDecision { year: 2026 }).unwrap().value;
    assert_eq!(page(&mut office, Which { id }).unwrap().next_number, "6");
    edit(&mut office, EditDecision { id: id.0, number: Some("12a/QĐ-LĐLĐ".into()), ..EditDecision::default() })
        .unwrap();
    assert_eq!(page(&mut office, Which { id }).unwrap().decision.number, "12a");
    let taken = EditDecision { id: id.0, number: Some("5".into()), ..EditDecision::default() };
    edit(&mut office, taken).unwrap();
    let first = page(&mut office, Which { id }).unwrap().warnings.remove(0);
    assert_eq!((first.field.as_str(), first.gravity), ("number", Gravity::Obstacle));
}

#[test]
fn words_in_braces_that_nobody_replaced_hold_the_decision_back() {
    let mut office = office();
    let id = draft(&mut office);
    let held = |office: &mut Office| {
        let found = page(office, Which { id }).unwrap().warnings;
        found.into_iter().any(|one| one.field == "citation" && one.gravity == Gravity::Obstacle)
    };
    for (citation, is_held) in [("Đã hoàn thành nhiệm vụ năm {năm}", true), ("Đã hoàn thành nhiệm vụ năm 2026", false)]
    {
        edit(&mut office, EditDecision { id: id.0, citation: Some(citation.into()), ..EditDecision::default() })
            .unwrap();
        assert_eq!(held(&mut office), is_held, "{citation}");
    }
    let articles = vec!["Khen thưởng {số lượng} năm {năm học}.".to_owned(), "Văn phòng {cơ quan} thi hành.".to_owned()];
    edit(&mut office, EditDecision { id: id.0, articles: Some(articles), ..EditDecision::default() }).unwrap();
    let held: Vec<_> = page(&mut office, Which { id }).unwrap().warnings;
    let open: Vec<_> = held.iter().filter(|one| one.field == "articles").collect();
    assert_eq!(open.len(), 1, "{held:?}");
    assert!(open[0].gravity == Gravity::Obstacle && open[0].sentence.contains("{năm học}"), "{open:?}");
    let reason =
        NewRecipient { member: Some(1), reason: "Lao động giỏi năm {năm}".into(), ..NewRecipient::default() };
    add(&mut office, AddRecipients { id, award: Some(1), recipients: vec![reason] }).unwrap();
    let held: Vec<_> = page(&mut office, Which { id }).unwrap().warnings;
    assert_eq!(held.iter().filter(|one| one.field == "reason" && one.gravity == Gravity::Obstacle).count(), 1);
}

#[test]
fn a_cancelled_line_is_no_longer_in_the_history_of_the_person() {
    let mut office = office();
    let id = issued(&mut office);
    let line = page(&mut office, Which { id }).unwrap().recipients[1].clone();
    assert_eq!(history(&mut office, HistoryOf::Member(1)).unwrap().len(), 1);
    let cancelling =
        cancel(&mut office, Amendment { about: id, recipients: vec![line.id], why: "Khai không đúng".into() })
            .unwrap()
            .value;
    edit(
        &mut office,
        EditDecision {
            id: cancelling.0,
            number: Some("6".into()),
            signed_on: Some("20/11/2026".into()),
            ..EditDecision::default()
        },
    )
    .unwrap();
    assert_eq!(history(&mut office, HistoryOf::Member(1)).unwrap().len(), 1, "a draft cancels nothing");
    issue(&mut office, Which { id: cancelling }).unwrap();
    assert_eq!(history(&mut office, HistoryOf::Member(1)).unwrap().len(), 0);
    assert_eq!(history(&mut office, HistoryOf::Member(2)).unwrap().len(), 1, "the others keep theirs");
}

#[test]
fn an_amending_decision_prints_the_corrected_name_and_history_shows_it() {
    let mut office = office();
    let id = issued(&mut office);
    let line = page(&mut office, Which { id }).unwrap().recipients[1].id;
    let amending =
        amend(&mut office, Amendment { about: id, recipients: vec![line], why: "Sai tên".into() }).unwrap().value;
    let corrected = page(&mut office, Which { id: amending }).unwrap().recipients[0].id;
    edit_cells(
        &mut office,
        EditRecipients {
            id: amending,
            cells: vec![RecipientCell {
                recipient: corrected,
                field: RecipientField::Name,
                text: "Nguyễn Thị Hòa".into(),
            }],
        },
    )
    .unwrap();
    edit(
        &mut office,
        EditDecision {
            id: amending.0,
            number: Some("6".into()),
            signed_on: Some("20/11/2026".into()),
            ..EditDecision::default()
        },
    )
    .unwrap();
    issue(&mut office, Which { id: amending }).unwrap();
    let history = history(&mut office, HistoryOf::Member(1)).unwrap();
    let said: Vec<_> = history.iter().map(|line| (line.name.as_str(), line.reason.as_str())).collect();
    assert_eq!(said, [("Nguyễn Thị Hòa", "đã có thành tích xuất sắc")], "what it is given for is not lost");
    assert_eq!(
        register(&mut office, DecisionQuery::default()).unwrap().lines.iter().filter(|line| line.amended).count(),
        1
    );
}

#[test]
fn a_deleted_draft_comes_back_whole_with_undo() {
    let mut office = office();
    let id = draft(&mut office);
    let before = page(&mut office, Which { id }).unwrap();
    delete(&mut office, Which { id }).unwrap();
    refused(page(&mut office, Which { id }));
    office.undo(None).unwrap();
    assert_eq!(page(&mut office, Which { id }).unwrap(), before);
}

#[test]
fn a_past_decision_of_the_province_stands_in_the_history() {
    let mut office = office();
    record(
        &mut office,
        PastDecision {
            number: "115/QĐ-LĐLĐ".into(),
            signed_on: "20/11/2019".into(),
            grantor: "Liên đoàn Lao động tỉnh Hoài Giang".into(),
            recipients: vec![PastRecipient {
                member: Some(1),
                name: "Nguyễn Thị Hoa".into(),
                award_name: "Bằng khen".into(),
                ..PastRecipient::default()
            }],
            ..PastDecision::default()
        },
    )
    .unwrap();
    let line = history(&mut office, HistoryOf::Member(1)).unwrap().remove(0);
    assert_eq!((line.year, line.award_name.as_str(), line.number.as_str()), (2019, "Bằng khen", "115/QĐ-LĐLĐ"));
}

#[test]
fn people_are_found_without_accents_and_whatever_is_typed_breaks_nothing() {
    let mut office = office();
    let mut find = |text: &str| {
        candidates(&mut office, CandidateQuery { kind: RecipientKind::Individual, text: text.into(), decision: None })
            .unwrap()
    };
    assert_eq!(find("nguyen hoa").len(), 1);
    for hostile in ["\"", "a OR b", "NEAR(", "*", "' or 1=1 --", "hoa\" OR \""] {
        find(hostile);
    }
    let units = candidates(
        &mut office,
        CandidateQuery { kind: RecipientKind::Collective, text: "hoa sen".into(), decision: None },
    );
    assert_eq!(units.unwrap()[0].name, "CĐCS Trường Mầm non Hoa Sen");
}

#[test]
fn copying_last_years_decision_takes_the_list_but_neither_number_nor_day() {
    let mut office = office();
    let id = issued(&mut office);
    let copied = copy(&mut office, Which { id }).unwrap().value;
    let page = page(&mut office, Which { id: copied }).unwrap();
    assert_eq!((page.recipients.len(), page.decision.number.as_str(), page.decision.signed_on), (3, "", None));
    assert_eq!(page.articles.len(), 3);
}
