#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn van_trach() -> HostDraft {
    HostDraft {
        kind: Kind::District,
        name: "Liên đoàn Lao động huyện Vân Trạch".into(),
        superior: "Liên đoàn Lao động tỉnh Hoài Giang".into(),
        symbol: "LĐLĐ".into(),
        place: "Vân Trạch".into(),
        signers: vec![SignerDraft {
            name: "Phạm Đức Long".into(),
            title: "Chủ tịch".into(),
            form: "TM. BAN THƯỜNG VỤ".into(),
        }],
    }
}

fn office() -> Office {
    let mut office = Office::trial(day(2025, 8, 1)).unwrap();
    found(&mut office, van_trach()).unwrap();
    office
}

#[test]
fn an_office_that_changed_its_name_keeps_the_old_one_for_old_papers() {
    let mut office = office();
    let mut ward = van_trach();
    ward.kind = Kind::Commune;
    ward.name = "Công đoàn xã Vân Trạch".into();
    ward.symbol = "CĐX".into();
    change(&mut office, HostChange { host: ward, since: Some(day(2025, 7, 1)), document: "12/QĐ-LĐLĐ".into() })
        .unwrap();
    assert_eq!(as_of(&office, day(2024, 5, 19)).unwrap().name, "Liên đoàn Lao động huyện Vân Trạch");
    assert_eq!(as_of(&office, day(2025, 7, 1)).unwrap().symbol, "CĐX");
}

#[test]
fn a_change_before_one_that_is_to_come_lasts_until_that_one() {
    let mut office = office();
    let mut change_to = |name: &str, since| {
        let host = HostDraft { name: name.into(), ..van_trach() };
        change(&mut office, HostChange { host, since: Some(since), document: String::new() })
    };
    change_to("Công đoàn xã A", day(2026, 1, 1)).unwrap();
    change_to("Công đoàn xã B", day(2025, 12, 1)).unwrap();
    assert!(matches!(change_to("Công đoàn xã C", day(2025, 12, 1)), Err(Error::Refused(_))));
    assert!(matches!(change_to("Công đoàn xã C", day(1989, 12, 31)), Err(Error::Refused(_))));
    let spans: Vec<_> = page(&mut office, ()).unwrap().spans.into_iter().map(|span| (span.since, span.until)).collect();
    assert_eq!(
        spans,
        [
            (day(2026, 1, 1), None),
            (day(2025, 12, 1), Some(day(2025, 12, 31))),
            (day(1990, 1, 1), Some(day(2025, 11, 30)))
        ]
    );
    assert_eq!(as_of(&office, day(2025, 12, 5)).unwrap().name, "Công đoàn xã B");
    assert_eq!(as_of(&office, office.today()).unwrap().name, van_trach().name);
}

#[test]
fn everything_wrong_with_a_profile_is_said_at_once() {
    let mut draft = van_trach();
    draft.name = "  ".into();
    draft.symbol = "L Đ".into();
    draft.signers[0].title = String::new();
    let Err(Error::Refused(refusals)) = check(draft) else { panic!("must be refused") };
    let fields: Vec<_> = refusals.iter().map(|refusal| refusal.field.as_str()).collect();
    assert_eq!(fields, ["name", "symbol", "signers.0.title"]);
}

#[test]
fn a_symbol_typed_as_a_whole_number_is_taken_apart() {
    let mut draft = van_trach();
    draft.symbol = "12/QĐ-LĐLĐ".into();
    assert_eq!(check(draft).unwrap().symbol, "LĐLĐ");
}

#[test]
fn a_signer_left_out_of_the_list_no_longer_signs_but_is_remembered() {
    let mut office = office();
    set_signers(
        &mut office,
        SignerList {
            signers: vec![SignerEdit {
                id: None,
                signer: SignerDraft {
                    name: "Trần Thu Hà".into(), title: "Phó Chủ tịch".into(), form: String::new()
                },
            }],
        },
    )
    .unwrap();
    let today = office.today();
    let now: Vec<_> = signers(&office, today).unwrap().into_iter().map(|signer| signer.name).collect();
    assert_eq!(now, ["Trần Thu Hà"]);
    assert_eq!(page(&mut office, ()).unwrap().signers.len(), 2);
}

#[test]
fn undoing_the_change_of_name_brings_the_old_name_back_and_redo_the_new() {
    let mut office = office();
    let mut other = van_trach();
    other.name = "Liên đoàn Lao động huyện Vân Trạch mới".into();
    change(&mut office, HostChange { host: other, since: None, document: String::new() }).unwrap();
    office.undo(None).unwrap();
    let today = office.today();
    assert_eq!(as_of(&office, today).unwrap().name, "Liên đoàn Lao động huyện Vân Trạch");
    office.redo().unwrap();
    assert_eq!(as_of(&office, today).unwrap().name, "Liên đoàn Lao động huyện Vân Trạch mới");
    assert_eq!(crate::journal::verify(office.db()).unwrap(), None);
}

#[test]
fn writing_without_the_pen_is_not_possible() {
    let office = office();
    assert!(office.db().execute("update host set name = 'Khác'", []).is_err());
}

#[test]
fn undo_on_a_new_office_leaves_it_whole() {
    let folder = tempfile::tempdir().unwrap();
    let clock = std::sync::Arc::new(crate::clock::StillClock::at(day(2025, 8, 1)));
    let mut home = crate::home::Home::new(folder.path().to_path_buf(), clock, None);
    let first = crate::home::SetUp { host: van_trach(), clerk: "Lê Thị Lan".into(), password: None };
    crate::home::set_up(&mut home, first).unwrap();
    let office = home.office().unwrap();
    let indicators = |office: &Office| -> i64 {
        office.db().query_row("select count(*) from indicator", [], |row| row.get(0)).unwrap()
    };
    let before = indicators(office);
    for _ in 0..2 {
        assert!(office.undo(None).unwrap_err().sentences().contains("Thiết lập cơ quan không hoàn tác được"));
    }
    assert_eq!(page(office, ()).unwrap().signers.len(), 1);
    assert!(before > 0 && indicators(office) == before);
}
