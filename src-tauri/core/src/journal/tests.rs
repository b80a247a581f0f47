#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use super::*;
use crate::{
    host::{self, HostDraft, Kind, SignerDraft, SignerEdit, SignerList},
    office::Office,
};
use chrono::NaiveDate;

fn signer(name: &str) -> SignerDraft {
    SignerDraft { name: name.into(), title: "Chủ tịch".into(), form: String::new() }
}

fn office() -> Office {
    let mut office = Office::trial(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()).unwrap();
    let draft = HostDraft {
        kind: Kind::District,
        name: "Liên đoàn Lao động huyện Vân Trạch".into(),
        superior: String::new(),
        symbol: "LĐLĐ".into(),
        place: String::new(),
        signers: Vec::new(),
    };
    host::found(&mut office, draft).unwrap();
    office
}

/// Two new signers in one act.
fn two_signers(office: &mut Office) -> ActId {
    let signers = ["Phạm Đức Long", "Trần Thu Hà"].map(|name| SignerEdit { id: None, signer: signer(name) });
    host::set_signers(office, SignerList { signers: signers.into() }).unwrap().act.unwrap()
}

fn names(office: &mut Office) -> Vec<String> {
    let page = host::page(office, ()).unwrap();
    page.signers.into_iter().map(|signer| signer.name).collect()
}

fn correct_the_first(office: &mut Office) {
    let standing = host::page(office, ()).unwrap().signers;
    let mut list: Vec<SignerEdit> =
        standing.iter().map(|one| SignerEdit { id: Some(one.id), signer: signer(&one.name) }).collect();
    list[0].signer.name = "Phạm Đức Lương".into();
    host::set_signers(office, SignerList { signers: list }).unwrap();
}

#[test]
fn what_was_edited_since_stops_an_undo_and_nothing_is_half_undone() {
    let mut office = office();
    let act = two_signers(&mut office);
    correct_the_first(&mut office);
    let refusal = office.undo(Some(act)).unwrap_err().sentences();
    assert!(refusal.contains("đã được sửa hoặc dùng sau đó"), "{refusal}");
    assert_eq!(names(&mut office), ["Phạm Đức Lương", "Trần Thu Hà"]);
}

#[test]
fn an_undo_that_keeps_what_was_edited_names_it_and_takes_the_rest_back() {
    let mut office = office();
    let act = two_signers(&mut office);
    correct_the_first(&mut office);
    let undone = office.undo_keeping_edited(act).unwrap().value;
    assert_eq!(undone.kept.len(), 1);
    assert_eq!(undone.kept[0].table, "signer");
    assert_eq!(names(&mut office), ["Phạm Đức Lương"]);
    assert_eq!(verify(office.db()).unwrap(), None);
}

#[test]
fn undo_and_redo_walk_back_and_forth_and_a_new_act_ends_the_way_forth() {
    let mut office = office();
    two_signers(&mut office);
    correct_the_first(&mut office);
    office.undo(None).unwrap();
    office.undo(None).unwrap();
    assert!(names(&mut office).is_empty());
    office.redo().unwrap();
    office.redo().unwrap();
    assert_eq!(names(&mut office), ["Phạm Đức Lương", "Trần Thu Hà"]);
    office.undo(None).unwrap();
    correct_the_first(&mut office);
    assert_eq!(state(office.db()).unwrap().redo, None);
    assert!(office.redo().is_err());
}

#[test]
fn an_act_that_changes_nothing_leaves_no_trace() {
    let mut office = office();
    two_signers(&mut office);
    let before = history(office.db(), &HistoryQuery { limit: 50, ..HistoryQuery::default() }).unwrap();
    let standing = host::page(&mut office, ()).unwrap().signers;
    let same = standing.iter().map(|one| SignerEdit { id: Some(one.id), signer: signer(&one.name) }).collect();
    assert_eq!(host::set_signers(&mut office, SignerList { signers: same }).unwrap().act, None);
    assert_eq!(history(office.db(), &HistoryQuery { limit: 50, ..HistoryQuery::default() }).unwrap(), before);
}

#[test]
fn a_changed_name_image_or_missing_act_breaks_the_chain_where_it_happened() {
    for (tamper, fault) in [
        ("drop trigger act_stays; update act set who = 'Người khác' where id = 2", ChainFault::Act(ActId(2))),
        (
            "drop trigger act_remains; pragma foreign_keys = off; delete from act where id = 1",
            ChainFault::Act(ActId(2)),
        ),
        ("drop trigger act_row_images_only_go; update act_row set after = '{}' where id = 2", ChainFault::Row(2)),
    ] {
        let mut office = office();
        two_signers(&mut office);
        assert_eq!(verify(office.db()).unwrap(), None);
        office.db().execute_batch(tamper).unwrap();
        assert_eq!(verify(office.db()).unwrap(), Some(fault), "{tamper}");
    }
}

#[test]
fn a_blanked_image_leaves_the_chain_whole() {
    let mut office = office();
    two_signers(&mut office);
    office.db().execute_batch("update act_row set before = null, after = null").unwrap();
    assert_eq!(verify(office.db()).unwrap(), None);
}
