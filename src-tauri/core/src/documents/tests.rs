#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod borders;

use super::*;
use crate::{
    error::Error,
    host::HostDraft,
    movements::{DocumentLink, MovementAsk},
};

fn office() -> Office {
    let mut office = Office::trial(day("2020-06-01").unwrap()).unwrap();
    let host: HostDraft = serde_json::from_value(serde_json::json!({
        "kind": "district", "name": "Liên đoàn Lao động huyện Vân Trạch", "superior": "Liên đoàn Lao động tỉnh Hoài Giang",
        "symbol": "LĐLĐ", "place": "Vân Trạch", "signers": []
    }))
    .unwrap();
    host::found(&mut office, host).unwrap();
    office
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn plan(number: &str, dated: &str) -> DocumentDraft {
    DocumentDraft {
        number: number.into(),
        dated: day(dated),
        party: "Các CĐCS".into(),
        summary: "Tổ chức phong trào thi đua năm 2020".into(),
        ..DocumentDraft::default()
    }
}

fn letter_in() -> DocumentDraft {
    DocumentDraft {
        direction: Direction::In,
        kind: DocumentKind::CongVan,
        number: "677/LĐLĐ-TCTGNC".into(),
        dated: day("2020-02-24"),
        arrived: day("2020-02-26"),
        party: "LĐLĐ tỉnh Hoài Giang".into(),
        summary: "V/v triển khai kế hoạch của UBND tỉnh".into(),
        deadline: day("2020-03-15"),
        ..DocumentDraft::default()
    }
}

#[test]
fn the_register_counts_each_kind_and_each_count_opens_its_list() {
    let mut office = office();
    save(&mut office, plan("80/KH-LĐLĐ", "2020-01-20")).unwrap();
    save(&mut office, plan("82/KH-LĐLĐ", "2020-02-14")).unwrap();
    save(&mut office, letter_in()).unwrap();
    let all = register(&mut office, DocumentQuery::default()).unwrap();
    assert_eq!(all.counted, "2 kế hoạch, 1 công văn");
    let plans = DocumentQuery { kinds: vec![DocumentKind::KeHoach], ..DocumentQuery::default() };
    let plans = register(&mut office, plans).unwrap();
    assert_eq!(i64::try_from(plans.lines.len()).unwrap(), all.counts["ke_hoach"]);
    assert_eq!(plans.lines[0].number, "82/KH-LĐLĐ");
}

#[test]
fn a_number_of_ours_is_given_once_a_year_and_the_next_one_is_proposed() {
    let mut office = office();
    save(&mut office, plan("80/KH-LĐLĐ", "2020-01-20")).unwrap();
    let again = save(&mut office, plan("080/KH-LĐLĐ", "2020-05-20")).unwrap_err();
    assert!(again.sentences().contains("ví dụ 80a"), "{again}");
    save(&mut office, plan("80/KH-LĐLĐ", "2019-01-20")).unwrap();
    let of = |kind| NextNumberOf { kind, year: 2020 };
    assert_eq!(next_number(&mut office, of(DocumentKind::KeHoach)).unwrap(), "81/KH-LĐLĐ");
    assert_eq!(next_number(&mut office, of(DocumentKind::CongVan)).unwrap(), "01/LĐLĐ");
    set_numbering(&mut office, NumberingChosen { numbering: Numbering::Shared }).unwrap();
    assert_eq!(next_number(&mut office, of(DocumentKind::CongVan)).unwrap(), "81/LĐLĐ");
}

fn decided(office: &mut Office, number: &str, grantor: &str) {
    let past = serde_json::json!({ "number": number, "signed_on": "20/03/2020", "grantor": grantor, "recipients": [
        { "kind": "individual", "name": "Nguyễn Thị Hoa", "award_name": "Giấy khen" }] });
    decisions::record(office, serde_json::from_value(past).unwrap()).unwrap();
}

#[test]
fn award_decisions_of_ours_have_their_numbers_in_the_same_series() {
    let mut office = office();
    decided(&mut office, "08/QĐ-LĐLĐ", "LĐLĐ huyện Vân Trạch");
    decided(&mut office, "303/QĐ-LĐLĐ", "LĐLĐ tỉnh Hoài Giang");
    let of = |kind| NextNumberOf { kind, year: 2020 };
    assert_eq!(next_number(&mut office, of(DocumentKind::QuyetDinh)).unwrap(), "09/QĐ-LĐLĐ");
    assert_eq!(next_number(&mut office, of(DocumentKind::KeHoach)).unwrap(), "01/KH-LĐLĐ");
    let paper = DocumentDraft { kind: DocumentKind::QuyetDinh, ..plan("8/qđ-lđlđ", "2020-05-20") };
    let said = save(&mut office, paper.clone()).unwrap_err().sentences();
    assert!(said.contains("quyết định khen thưởng"), "{said}");
    save(&mut office, DocumentDraft { decision: Some(DecisionId(1)), ..paper }).unwrap();
}

#[test]
fn letters_are_numbered_in_one_series_whatever_their_symbol() {
    let mut office = office();
    save(&mut office, DocumentDraft { kind: DocumentKind::CongVan, ..plan("12/LĐLĐ-TCTGNC", "2020-01-20") }).unwrap();
    let next = next_number(&mut office, NextNumberOf { kind: DocumentKind::CongVan, year: 2020 }).unwrap();
    assert_eq!(next, "13/LĐLĐ");
}

#[test]
fn the_same_paper_stands_in_the_register_once_however_it_is_typed() {
    let mut office = office();
    save(&mut office, plan("13/KH-LĐLĐ", "2020-01-20")).unwrap();
    assert!(save(&mut office, plan("13/kh-lđlđ", "2020-01-21")).unwrap_err().sentences().contains("đã có trong sổ"));
    save(&mut office, letter_in()).unwrap();
    let again = save(&mut office, DocumentDraft { arrived: day("2020-02-28"), ..letter_in() }).unwrap_err();
    assert!(again.sentences().contains("đến ngày 26/02/2020"), "{again}");
    save(&mut office, DocumentDraft { party: "UBND huyện".into(), ..letter_in() }).unwrap();
}

#[test]
fn nothing_is_done_before_it_is_asked() {
    let mut office = office();
    let id = save(&mut office, letter_in()).unwrap().value;
    let early = handle(&mut office, Handled { ids: vec![id], day: day("2020-02-23") }).unwrap_err();
    assert!(early.sentences().contains("677/LĐLĐ-TCTGNC"), "{early}");
    let typed = save(&mut office, DocumentDraft { id: Some(id), handled: day("2019-01-01"), ..letter_in() });
    assert!(typed.unwrap_err().sentences().contains("trước ngày văn bản"));
    handle(&mut office, Handled { ids: vec![id], day: day("2020-02-24") }).unwrap();
}

#[test]
fn two_offices_may_send_letters_of_the_same_number() {
    let mut office = office();
    save(&mut office, letter_in()).unwrap();
    save(&mut office, DocumentDraft { party: "LĐLĐ tỉnh Vân Giang".into(), ..letter_in() }).unwrap();
    assert_eq!(register(&mut office, DocumentQuery::default()).unwrap().lines.len(), 2);
}

#[test]
fn what_is_due_is_late_until_it_is_done() {
    let mut office = office();
    let id = save(&mut office, letter_in()).unwrap().value;
    let late = DocumentQuery { due: Some(Due::Late), ..DocumentQuery::default() };
    assert_eq!(register(&mut office, late.clone()).unwrap().lines.len(), 1);
    assert_eq!(super::late(office.db(), office.today()).unwrap(), 1);
    assert_eq!(handle(&mut office, Handled { ids: vec![id], day: day("2020-03-20") }).unwrap().value, 1);
    assert!(register(&mut office, late).unwrap().lines.is_empty());
    assert!(matches!(handle(&mut office, Handled { ids: vec![id], day: day("2021-01-01") }), Err(Error::Refused(_))));
}

#[test]
fn documents_are_found_by_number_and_words_without_accents() {
    let mut office = office();
    save(&mut office, plan("80/KH-LĐLĐ", "2020-01-20")).unwrap();
    save(&mut office, letter_in()).unwrap();
    let found = |office: &mut Office, text: &str| {
        let query = DocumentQuery { text: text.into(), ..DocumentQuery::default() };
        register(office, query).unwrap().lines.len()
    };
    assert_eq!(found(&mut office, "80/kh-ldld"), 1);
    assert_eq!(found(&mut office, "hoai giang"), 1);
    assert_eq!(found(&mut office, "thi dua"), 1);
}

#[test]
fn a_deleted_document_comes_back_with_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Kế hoạch 80.pdf");
    std::fs::write(&path, b"%PDF-1.7 ...").unwrap();
    let mut office = office();
    let id = save(&mut office, plan("80/KH-LĐLĐ", "2020-01-20")).unwrap().value;
    let token = office.tray.lay(path).token;
    attach(&mut office, Attach { document: id, files: vec![token, token] }).unwrap();
    let contents = |office: &Office| -> i64 {
        office.db().query_row("select count(*) from attachment_content", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(contents(&office), 1, "equal files are kept once");
    delete(&mut office, Which { id }).unwrap();
    assert!(get(&mut office, Which { id }).is_err());
    office.undo(None).unwrap();
    let record = get(&mut office, Which { id }).unwrap();
    assert_eq!(record.files.len(), 2);
    let paper = file(&mut office, WhichFile { id: record.files[0].id }).unwrap();
    assert_eq!((paper.file_name.as_str(), paper.bytes.as_slice()), ("Kế hoạch 80.pdf", b"%PDF-1.7 ...".as_slice()));
}

#[test]
fn a_program_is_not_attached_and_nothing_else_of_the_same_step_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut office = office();
    let id = save(&mut office, plan("80/KH-LĐLĐ", "2020-01-20")).unwrap().value;
    let tokens = ["a.pdf", "b.exe"].map(|name| {
        let path = folder.path().join(name);
        std::fs::write(&path, b"x").unwrap();
        office.tray.lay(path).token
    });
    let refused = attach(&mut office, Attach { document: id, files: tokens.to_vec() }).unwrap_err();
    assert!(refused.sentences().contains("“b.exe”"), "{refused}");
    assert!(get(&mut office, Which { id }).unwrap().files.is_empty());
}

#[test]
fn a_document_shows_the_movements_that_it_is_about_and_a_movement_its_documents() {
    let mut office = office();
    let id = save(&mut office, plan("80/KH-LĐLĐ", "2020-01-20")).unwrap().value;
    let movement = |office: &mut Office, name: &str| {
        let draft = serde_json::json!({ "name": name, "level": "own", "kind": "drive" });
        movements::set(office, serde_json::from_value(draft).unwrap()).unwrap().value
    };
    let (green, skilled) = (movement(&mut office, "Xanh, sạch, đẹp"), movement(&mut office, "Đoàn viên giỏi nghề"));
    for movement in [green, skilled] {
        movements::link_document(&mut office, DocumentLink { movement, document: id.0 }).unwrap();
    }
    let named = |office: &mut Office| -> Vec<String> {
        get(office, Which { id }).unwrap().movements.into_iter().map(|movement| movement.name).collect()
    };
    assert_eq!(named(&mut office), ["Đoàn viên giỏi nghề", "Xanh, sạch, đẹp"]);
    let record = movements::get(&mut office, MovementAsk { id: green, year: 2020 }).unwrap();
    assert_eq!(record.documents[0].number, "80/KH-LĐLĐ");
    movements::unlink_document(&mut office, DocumentLink { movement: green, document: id.0 }).unwrap();
    assert_eq!(named(&mut office), ["Đoàn viên giỏi nghề"]);
    office.undo(None).unwrap();
    assert_eq!(named(&mut office).len(), 2);
}

#[test]
fn the_documents_about_a_decision_are_a_list_of_their_own() {
    let mut office = office();
    let new = decisions::new(&mut office, serde_json::from_value(serde_json::json!({ "year": 2020 })).unwrap());
    let decision = Some(new.unwrap().value);
    save(&mut office, DocumentDraft { decision, ..plan("80/KH-LĐLĐ", "2020-01-20") }).unwrap();
    save(&mut office, plan("82/KH-LĐLĐ", "2020-02-14")).unwrap();
    let about = register(&mut office, DocumentQuery { decision, ..DocumentQuery::default() }).unwrap();
    assert_eq!(about.lines.iter().map(|line| line.number.as_str()).collect::<Vec<_>>(), ["80/KH-LĐLĐ"]);
}

#[test]
fn a_decision_is_numbered_after_the_papers_of_its_series_in_the_register() {
    let mut office = office();
    save(&mut office, DocumentDraft { kind: DocumentKind::QuyetDinh, ..plan("50/QĐ-LĐLĐ", "2020-05-01") }).unwrap();
    save(&mut office, plan("80/KH-LĐLĐ", "2020-05-02")).unwrap();
    let id = decisions::new(&mut office, decisions::NewDecision { year: 2020 }).unwrap().value;
    let typed = serde_json::json!({ "id": id, "number": "50", "signed_on": "20/05/2020" });
    decisions::edit(&mut office, serde_json::from_value(typed).unwrap()).unwrap();
    let page = |office: &mut Office| decisions::page(office, decisions::Which { id }).unwrap();
    assert_eq!(page(&mut office).next_number, "51");
    let looks: Vec<_> = page(&mut office).warnings.into_iter().filter(|one| one.field == "number").collect();
    assert!(looks.len() == 1 && looks[0].sentence.contains("Sổ văn bản năm 2020 đã có số 50"), "{looks:?}");
    set_numbering(&mut office, NumberingChosen { numbering: Numbering::Shared }).unwrap();
    assert_eq!(page(&mut office).next_number, "81");
}

#[test]
fn a_decision_has_its_number_in_the_year_of_its_signing() {
    let mut office = office();
    let past = serde_json::json!({ "number": "8/QĐ-LĐLĐ", "signed_on": "05/01/2020", "year": 2019, "recipients": [
        { "kind": "individual", "name": "Nguyễn Thị Hoa", "award_name": "Giấy khen" }] });
    decisions::record(&mut office, serde_json::from_value(past).unwrap()).unwrap();
    let next =
        |office: &mut Office, year| next_number(office, NextNumberOf { kind: DocumentKind::QuyetDinh, year }).unwrap();
    assert_eq!((next(&mut office, 2020).as_str(), next(&mut office, 2019).as_str()), ("09/QĐ-LĐLĐ", "01/QĐ-LĐLĐ"));
}
