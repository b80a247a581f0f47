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

/// Changes the first signer's words.
fn change_the_first(office: &mut Office, change: impl FnOnce(&mut SignerDraft)) -> ActId {
    let standing = host::page(office, ()).unwrap().signers;
    let mut list: Vec<SignerEdit> = standing
        .into_iter()
        .map(|one| SignerEdit {
            id: Some(one.id),
            signer: SignerDraft { name: one.name, title: one.title, form: one.form },
        })
        .collect();
    change(&mut list[0].signer);
    host::set_signers(office, SignerList { signers: list }).unwrap().act.unwrap()
}

fn correct_the_first(office: &mut Office) {
    change_the_first(office, |signer| signer.name = "Phạm Đức Lương".into());
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
fn what_was_changed_behind_the_journal_is_found_where_it_happened() {
    for (tamper, fault) in [
        ("drop trigger act_stays; update act set who = 'Người khác' where id = 2", ChainFault::Act(ActId(2))),
        (
            "drop trigger act_remains; pragma foreign_keys = off; delete from act where id = 1",
            ChainFault::Act(ActId(2)),
        ),
        (
            "drop trigger act_row_images_only_go; update act_row set after = '{}' where id = 2 << 32",
            ChainFault::Row(2 << 32),
        ),
        ("insert into act_row values (9 << 32, 9, 'signer', 1, null, null, x'00')", ChainFault::Row(9 << 32)),
        (
            "pragma ignore_check_constraints = on; insert into act_row values (7, 2, 'signer', 1, null, null, x'00')",
            ChainFault::Row(7),
        ),
        (
            "drop trigger temp.signer_changed; update signer set title = 'Phó Chủ tịch' where id = 1",
            ChainFault::Record { table: "signer".into(), row: 1 },
        ),
        (
            "drop trigger temp.setting_added; insert into setting (id, name, value) values (900, 'a', '1')",
            ChainFault::Record { table: "setting".into(), row: 900 },
        ),
        (
            "drop trigger temp.signer_deleted; delete from signer where id = 2",
            ChainFault::Record { table: "signer".into(), row: 2 },
        ),
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
    let before = names(&mut office);
    office.db().execute_batch("update act_row set before = null, after = null").unwrap();
    assert_eq!(verify(office.db()).unwrap(), None);
    assert!(office.undo(None).is_err(), "what it was is not told any more");
    assert_eq!(names(&mut office), before);
}

#[test]
fn an_act_stands_when_another_column_of_its_row_was_edited_since_and_goes_when_that_was_taken_back() {
    let mut office = office();
    two_signers(&mut office);
    let renamed = change_the_first(&mut office, |signer| signer.name = "Phạm Đức Lương".into());
    let promoted = change_the_first(&mut office, |signer| signer.title = "Phó Chủ tịch".into());
    assert!(office.undo(Some(renamed)).is_err(), "the row is another since");
    office.undo(Some(promoted)).unwrap();
    office.undo(Some(renamed)).unwrap();
    let first = host::page(&mut office, ()).unwrap().signers.remove(0);
    assert_eq!((first.name.as_str(), first.title.as_str()), ("Phạm Đức Long", "Chủ tịch"));
    assert_eq!(mixed(office.db()).unwrap(), None);
}

#[test]
fn an_act_that_wrote_a_row_twice_stands_when_what_it_wrote_first_was_edited_since() {
    let mut office = office();
    let done = office.act(What::new("test.twice", "Ghi hai lần"), |pen| {
        pen.execute("insert into setting (name, value) values ('a', '1')", [])?;
        pen.execute("update setting set value = '2' where name = 'a'", [])?;
        Ok(())
    });
    let rename = |office: &mut Office| {
        office.act(What::new("test.rename", "Đổi tên"), |pen| {
            Ok(pen.execute("update setting set name = 'b' where name = 'a'", [])?)
        })
    };
    rename(&mut office).unwrap();
    let act = done.unwrap().act.unwrap();
    assert!(office.undo(Some(act)).is_err());
    assert_eq!(office.undo_keeping_edited(act).unwrap().value.kept.len(), 1);
    let kept = "select count(*) from setting where name = 'b'";
    assert_eq!(office.db().query_row(kept, [], |row| row.get::<_, i64>(0)).unwrap(), 1);
}

#[test]
fn without_a_pen_nothing_is_written_and_no_act_adopts_what_another_left() {
    let office = office();
    assert!(office.db().execute("insert into setting (name, value) values ('a', '1')", []).is_err());
    let stray = "insert into act_row values (9 << 32, 9, 'signer', 1, null, null, x'00')";
    office.db().execute_batch(stray).unwrap();
    assert!(begin(office.db()).is_err());
}

#[test]
fn a_row_that_is_not_as_all_its_images_tell_is_found() {
    let mut office = office();
    two_signers(&mut office);
    correct_the_first(&mut office);
    assert_eq!(mixed(office.db()).unwrap(), None);
    // only the oldest image tells the title
    let behind = "drop trigger temp.signer_changed;
                  update signer set title = 'Phó Chủ tịch' where name = 'Phạm Đức Lương'";
    office.db().execute_batch(behind).unwrap();
    assert!(mixed(office.db()).unwrap().is_some_and(|fault| fault.contains("signer")));
}

#[test]
fn a_record_stays_whole_when_a_part_that_the_act_changed_was_deleted_since() {
    let mut office = office();
    let mut write = |sql: &[&str]| {
        let written = office.act(What::new("test.write", "Ghi"), |pen| {
            sql.iter().try_for_each(|sql| Ok(pen.execute(sql, []).map(drop)?))
        });
        written.unwrap().act.unwrap()
    };
    write(&[
        "insert into award (id, uid, code, position, name, search, nature, for_individual, for_collective, reach, certainty)
         values (1, x'01', 'new', 1, 'Cũ', 'cu', 'form', 1, 0, 'own', 'sourced')",
        "insert into coefficient (uid, award, recipient, certainty) values (x'02', 1, 'individual', 'sourced')",
    ]);
    let changed = write(&["update award set name = 'Mới'", "update coefficient set source = 'Mới'"]);
    write(&["delete from coefficient"]);
    let kept = office.undo_keeping_edited(changed).unwrap().value.kept;
    assert_eq!(kept, [Kept { table: "award".into(), row: 1 }]);
    let name = office.db().query_row("select name from award", [], |row| row.get::<_, String>(0));
    assert_eq!(name.unwrap(), "Mới");
}

/// So many acts on the first signer that the older ones have been gathered.
fn forty_changes(office: &mut Office) -> Vec<ActId> {
    (0..40).map(|turn| change_the_first(office, |signer| signer.title = format!("Chủ tịch {turn}"))).collect()
}

#[test]
fn a_record_is_found_in_the_oldest_acts_and_in_the_newest() {
    let mut office = office();
    two_signers(&mut office);
    let acts = forty_changes(&mut office);
    let upto: i64 = office.db().query_row("select upto from traced", [], |row| row.get(0)).unwrap();
    assert!((rows_of(acts[0]).0..rows_of(acts[39]).0).contains(&upto), "some are gathered and some are not: {upto}");
    let asked = HistoryQuery { table: Some("signer".into()), row: Some(1), before: None, limit: 200 };
    assert_eq!(history(office.db(), &asked).unwrap().len(), 41);
    assert!(office.undo(Some(acts[0])).is_err(), "the row is another since");
    for act in acts.into_iter().rev() {
        office.undo(Some(act)).unwrap();
    }
    assert_eq!(host::page(&mut office, ()).unwrap().signers.remove(0).title, "Chủ tịch");
    assert_eq!(mixed(office.db()).unwrap(), None);
}

#[test]
fn a_long_act_is_gathered_and_taken_back_row_by_row() {
    let mut office = office();
    let many = office.act(What::new("test.many", "Ghi nhiều"), |pen| {
        (0..100).try_for_each(|turn| {
            Ok(pen.execute("insert into setting (name, value) values (?1, '1')", [format!("a{turn}")]).map(drop)?)
        })
    });
    let act = many.unwrap().act.unwrap();
    let count = |sql: &str, office: &Office| office.db().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("select upto from traced", &office), rows_of(act).0 + 99);
    office
        .act(What::new("test.one", "Sửa"), |pen| {
            Ok(pen.execute("update setting set value = '2' where name = 'a7'", [])?)
        })
        .unwrap();
    assert_eq!(office.undo_keeping_edited(act).unwrap().value.kept.len(), 1);
    assert_eq!(count("select count(*) from setting where name like 'a%'", &office), 1);
    assert_eq!(mixed(office.db()).unwrap(), None);
}

#[test]
fn a_row_of_the_journal_that_cannot_be_found_by_its_record_is_a_fault() {
    let mut office = office();
    two_signers(&mut office);
    let acts = forty_changes(&mut office);
    let lost = rows_of(acts[3]).0;
    office.db().execute("delete from trace where act_row = ?1", [lost]).unwrap();
    assert_eq!(verify(office.db()).unwrap(), Some(ChainFault::Row(lost)));
}

#[test]
fn what_was_gathered_already_does_not_stop_a_save() {
    let mut office = office();
    two_signers(&mut office);
    forty_changes(&mut office);
    // the page of this one number may come from another state of the file than its neighbours
    office.db().execute("update traced set upto = 0", []).unwrap();
    forty_changes(&mut office);
    assert_eq!(mixed(office.db()).unwrap(), None);
}
