#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::{
    calendar::PartialDate,
    clock::{Clock, StillClock},
    decisions::{
        AddRecipients, Amendment, EditDecision, NewDecision, NewRecipient, PastDecision, PastRecipient, RecipientKind,
        State, Which,
    },
    home::{Home, SetUp, set_up},
    host::{HostDraft, Kind, SignerDraft},
    id::MemberId,
    journal::What,
    members::{self, Beginning, Gender, MemberAdd, MemberDraft, Missing},
    money::Dong,
    safekeeping::{SafetyState, SecondLine},
    units::{UnitId, UnitRow, import},
};
use chrono::{DateTime, NaiveDate};
use std::sync::Arc;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn van_trach() -> HostDraft {
    HostDraft {
        kind: Kind::District,
        name: "Liên đoàn Lao động huyện Vân Trạch".into(),
        superior: String::new(),
        symbol: "LĐLĐ".into(),
        place: "Vân Trạch".into(),
        signers: vec![SignerDraft {
            name: "Trần Minh Quang".into(), title: "Chủ tịch".into(), form: String::new()
        }],
    }
}

fn furnish(office: &mut Office) {
    let unit = |code: &str, name: &str| UnitRow { code: code.into(), name: name.into(), ..UnitRow::default() };
    let gone =
        UnitRow { dissolved_on: Some(day(2024, 1, 1)), ..unit("VT70", "CĐCS Doanh nghiệp Xăng dầu Kim Lũ") };
    let rows = [unit("VT02", "CĐCS Ủy ban MTTQ"), unit("VT29", "CĐCS Trường Mầm non Hoa Sen"), gone];
    office.act(What::new("trial.units", "Nhập"), |pen| import(pen, &rows)).unwrap();
}

fn office() -> Office {
    let mut office = Office::trial(day(2026, 11, 22)).unwrap();
    crate::host::found(&mut office, van_trach()).unwrap();
    furnish(&mut office);
    office
}

fn unit(office: &Office, code: &str) -> UnitId {
    crate::units::by_code(office.db(), code).unwrap().unwrap()
}

fn member(office: &mut Office, name: &str, code: &str, change: impl FnOnce(&mut MemberDraft)) -> MemberId {
    let mut draft = MemberDraft {
        full_name: name.into(),
        gender: Some(Gender::Nu),
        birth: PartialDate::from_iso("1982-11-07"),
        citizen_id: Some("036182926142".into()),
        ..MemberDraft::default()
    };
    change(&mut draft);
    let unit = unit(office, code);
    let new = MemberAdd { draft, unit, since: None, began: Beginning::Listed, document: String::new() };
    members::add(office, new).unwrap().value.id
}

fn draft(office: &mut Office, number: &str, summary: &str) -> Which {
    let id = decisions::new(office, NewDecision { year: 2026 }).unwrap().value;
    let edit = EditDecision {
        id: id.0,
        number: Some(number.into()),
        signed_on: Some("20/11/2026".into()),
        summary: Some(summary.into()),
        ..EditDecision::default()
    };
    decisions::edit(office, edit).unwrap();
    Which { id }
}

/// A decision of 2026 for one person and one collective, 500,000 and 1,000,000 đồng.
fn issued(office: &mut Office, number: &str) -> Which {
    let which = draft(office, number, "Khen thưởng công tác năm 2026");
    let new = |kind, name: &str| NewRecipient { kind: Some(kind), name: name.into(), ..NewRecipient::default() };
    let recipients =
        vec![new(RecipientKind::Individual, "Nguyễn Thị Hằng"), new(RecipientKind::Collective, "CĐCS Hoa Sen")];
    decisions::add(office, AddRecipients { id: which.id, award: None, recipients }).unwrap();
    office
        .act(What::new("trial.amounts", "Ghi số tiền"), |pen| {
            pen.execute(
                "update recipient set award_name = 'Giấy khen', amount_fixed = 1, amount_why = 'Theo quy chế'",
                [],
            )?;
            pen.execute("update recipient set amount = 500000 where kind = 'individual'", [])?;
            Ok(pen.execute("update recipient set amount = 1000000 where kind = 'collective'", [])?)
        })
        .unwrap();
    decisions::issue(office, which).unwrap();
    which
}

#[test]
fn the_figures_count_the_living_and_the_women_among_them() {
    let mut office = office();
    member(&mut office, "Nguyễn Thị Hằng", "VT02", |_| {});
    member(&mut office, "Lê Văn Lợi", "VT29", |draft| draft.gender = Some(Gender::Nam));
    let gone = member(&mut office, "Trần Thị Yến", "VT29", |_| {});
    let leave = members::MembersLeave {
        members: members::MemberChoice { ids: vec![gone], query: None },
        how: members::Leaving::Retired,
        until: day(2026, 10, 31),
        document: String::new(),
    };
    members::leave(&mut office, leave).unwrap();
    let figures = figures(&mut office, OfYear { year: 2026 }).unwrap();
    assert_eq!((figures.members.living, figures.members.women), (2, 1));
    assert_eq!(figures.units.living, 2);
    let Opens::Members(query) = figures.members.opens else { panic!("the list of members") };
    assert_eq!(members::matching(&office, &query).unwrap().len(), 2);
}

#[test]
fn awards_and_money_of_the_year_come_from_what_is_issued_and_what_was_recorded() {
    let mut office = office();
    issued(&mut office, "12");
    draft(&mut office, "13", "Đang soạn");
    let past = PastDecision {
        number: "115/QĐ-LĐLĐ".into(),
        signed_on: "05/11/2025".into(),
        recipients: vec![PastRecipient {
            name: "Trần Văn Nam".into(),
            award_name: "Giấy khen".into(),
            amount: 300_000,
            ..PastRecipient::default()
        }],
        ..PastDecision::default()
    };
    decisions::record(&mut office, past).unwrap();
    let figures = figures(&mut office, OfYear { year: 2026 }).unwrap();
    assert_eq!((figures.decisions.issued, figures.decisions.drafts), (1, 1));
    assert_eq!((figures.awards.individuals, figures.awards.collectives), (1, 1));
    assert_eq!((figures.money.this_year, figures.money.last_year), (Dong(1_500_000), Dong(300_000)));
}

#[test]
fn an_award_that_a_later_decision_withdraws_no_longer_counts() {
    let mut office = office();
    let which = issued(&mut office, "12");
    let page = decisions::page(&mut office, which).unwrap();
    let person = page.recipients.iter().find(|line| line.kind == RecipientKind::Individual).unwrap();
    let wish = Amendment { about: which.id, recipients: vec![person.id], why: "Đơn tố cáo đúng".into() };
    let cancel = decisions::cancel(&mut office, wish).unwrap().value;
    let edit = EditDecision {
        id: cancel.0,
        number: Some("13".into()),
        signed_on: Some("21/11/2026".into()),
        ..EditDecision::default()
    };
    decisions::edit(&mut office, edit).unwrap();
    let before = figures(&mut office, OfYear { year: 2026 }).unwrap().awards;
    assert_eq!(before.individuals, 1, "a draft withdraws nothing");
    decisions::issue(&mut office, Which { id: cancel }).unwrap();
    let after = figures(&mut office, OfYear { year: 2026 }).unwrap();
    assert_eq!((after.awards.individuals, after.awards.collectives), (0, 1));
    assert_eq!(after.money.this_year, Dong(1_000_000));
}

#[test]
fn the_last_decisions_are_five_at_most_and_what_waits_stands_above() {
    let mut office = office();
    for number in ["1", "2", "3", "4", "5", "6"] {
        draft(&mut office, number, "Khen thưởng");
    }
    issued(&mut office, "7");
    let recent = recent(&mut office, OfYear { year: 2026 }).unwrap();
    let numbers: Vec<_> = recent.iter().map(|line| line.number.as_str()).collect();
    assert_eq!(numbers, ["06/QĐ-LĐLĐ", "05/QĐ-LĐLĐ", "04/QĐ-LĐLĐ", "03/QĐ-LĐLĐ", "02/QĐ-LĐLĐ"]);
    assert!(super::recent(&mut office, OfYear { year: 2019 }).unwrap().is_empty());
}

#[test]
fn what_is_missing_leads_to_those_who_lack_it() {
    let mut office = office();
    member(&mut office, "Nguyễn Thị Hằng", "VT02", |_| {});
    let unborn = member(&mut office, "Lê Văn Lợi", "VT29", |draft| draft.birth = None);
    member(&mut office, "Lục Đình Lập", "VT29", |draft| (draft.gender, draft.citizen_id) = (None, None));
    let gaps = missing(&mut office, ()).unwrap();
    let birth = gaps.iter().find(|gap| gap.what == Missing::Birth).unwrap();
    assert_eq!((birth.count, birth.label.as_str()), (1, "Chưa có ngày sinh"));
    let Opens::Members(query) = &birth.opens else { panic!("the list of members") };
    assert_eq!(members::matching(&office, query).unwrap(), [unborn]);
    assert!(!gaps.iter().any(|gap| gap.what == Missing::BirthDay), "what nobody lacks is not shown");

    let units = unit_gaps(&mut office, ()).unwrap();
    let [hoa_sen] = units.as_slice() else { panic!("one unit lacks something: {units:?}") };
    assert_eq!((hoa_sen.code.as_str(), hoa_sen.name.as_str()), ("VT29", "CĐCS Trường Mầm non Hoa Sen"));
    assert_eq!((hoa_sen.birth, hoa_sen.gender, hoa_sen.citizen_id), (1, 1, 1));
    let Opens::Members(query) = &hoa_sen.opens.birth else { panic!("the list of members") };
    assert_eq!(members::matching(&office, query).unwrap(), [unborn]);
}

fn home(folder: &std::path::Path) -> Home {
    let clock = Arc::new(StillClock::at(day(2026, 11, 22)));
    let mut home = Home::new(folder.to_path_buf(), clock as Arc<dyn Clock>, None);
    set_up(&mut home, SetUp { host: van_trach(), clerk: "Lê Thị Lan".into(), password: None }).unwrap();
    furnish(home.office().unwrap());
    home
}

fn kinds(home: &mut Home) -> Vec<(TaskKind, i64)> {
    to_do(home, OfYear { year: 2026 }).unwrap().into_iter().map(|task| (task.kind, task.count)).collect()
}

#[test]
fn a_new_office_is_asked_to_keep_its_recovery_key_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    assert_eq!(kinds(&mut home)[0], (TaskKind::RecoveryKey, 0));
}

#[test]
fn drafts_wait_for_a_number_then_for_a_signature() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    let office = home.office().unwrap();
    let first = draft(office, "", "Khen thưởng 20/11");
    draft(office, "13", "Khen thưởng quý IV");
    let ready = draft(office, "14", "Khen thưởng năm học");
    decisions::ready(office, ready).unwrap();
    let tasks = to_do(&mut home, OfYear { year: 2026 }).unwrap();
    let of = |kind| tasks.iter().find(|task| task.kind == kind).unwrap();
    assert_eq!(of(TaskKind::ToSign).opens, Opens::Decision(ready.id));
    assert_eq!(of(TaskKind::ToNumber).opens, Opens::Decision(first.id));
    assert_eq!(of(TaskKind::Drafts).count, 1);
    assert!(to_do(&mut home, OfYear { year: 2025 }).unwrap().iter().all(|task| task.counted != "quyết định"));
}

#[test]
fn several_that_wait_to_be_signed_are_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    let office = home.office().unwrap();
    for number in ["14", "", "15"] {
        let which = draft(office, number, "Khen thưởng");
        decisions::ready(office, which).unwrap();
    }
    let tasks = to_do(&mut home, OfYear { year: 2026 }).unwrap();
    let sign: Vec<_> = tasks.iter().filter(|task| task.kind == TaskKind::ToSign).collect();
    assert_eq!(sign.len(), 1);
    assert_eq!(sign[0].count, 3);
    let Opens::Decisions(query) = &sign[0].opens else { panic!("the register") };
    assert_eq!(query.states, [State::Ready]);
}

#[test]
fn people_who_stand_twice_are_to_be_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    let office = home.office().unwrap();
    member(office, "Nguyễn Thị Hằng", "VT02", |_| {});
    assert!(!kinds(&mut home).iter().any(|(kind, _)| *kind == TaskKind::Duplicates));
    member(home.office().unwrap(), "Nguyễn Thị Hằng", "VT29", |_| {});
    assert!(kinds(&mut home).contains(&(TaskKind::Duplicates, 1)));
}

#[test]
fn figures_that_nobody_has_confirmed_are_to_be_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let mut home = home(folder.path());
    let office = home.office().unwrap();
    office
        .act(What::new("trial.catalogue", "Danh mục"), |pen| {
            pen.execute_batch(
                "delete from coefficient; delete from phrase; delete from award; delete from base_salary;
                 insert into award (id, uid, code, position, name, search, nature, for_individual, for_collective, reach, certainty)
                 values (1, x'01', 'own', 1, 'Giấy khen', 'giay khen', 'form', 1, 1, 'own', 'sourced'),
                        (2, x'02', 'up', 2, 'Bằng khen', 'bang khen', 'form', 1, 1, 'up', 'sourced');
                 insert into coefficient (uid, award, recipient, hundredths, certainty)
                 values (x'01', 1, 'individual', 30, 'uncertain'), (x'02', 1, 'collective', 60, 'uncertain'),
                        (x'03', 2, 'individual', 100, 'uncertain');
                 insert into base_salary (uid, amount, since, certainty)
                 values (x'01', 1800000, '2023-07-01', 'uncertain'), (x'02', 2340000, '2024-07-01', 'sourced');",
            )?;
            Ok(())
        })
        .unwrap();
    let tasks = kinds(&mut home);
    assert!(tasks.contains(&(TaskKind::Coefficients, 1)), "one award of ours: {tasks:?}");
    assert!(!tasks.iter().any(|(kind, _)| *kind == TaskKind::BaseSalary), "the one in force is sure: {tasks:?}");

    let office = home.office().unwrap();
    draft(office, "13", "Khen thưởng quý IV");
    let doubt = "update base_salary set certainty = 'uncertain'";
    office.act(What::new("trial.catalogue", "Danh mục"), |pen| Ok(pen.execute(doubt, [])?)).unwrap();
    let tasks = to_do(&mut home, OfYear { year: 2026 }).unwrap();
    assert!(tasks.iter().any(|task| task.kind == TaskKind::BaseSalary), "{tasks:?}");
    assert!(tasks.is_sorted_by_key(|task| !task.pressing), "what presses stands above the rest: {tasks:?}");
}

fn safety() -> SafetyState {
    SafetyState {
        newest_at: Some("2026-11-20T09:00:00+07:00".into()),
        changed: false,
        second: Some(SecondLine {
            name: "USB".into(),
            there: false,
            last_at: Some("2026-11-14T09:00:00+07:00".into()),
            behind: false,
            trouble: String::new(),
        }),
        recovery_kept_on: Some(day(2026, 1, 5)),
        recovery_shown: false,
        has_password: false,
        lock_after_minutes: 0,
        unreadable: 0,
    }
}

#[test]
fn backups_are_asked_for_when_they_are_late_and_only_then() {
    let now = DateTime::parse_from_rfc3339("2026-11-22T09:00:00+07:00").unwrap();
    let asked = |safety: &SafetyState| tasks::of_safety(safety, now);
    assert!(asked(&safety()).is_empty());
    assert_eq!(asked(&SafetyState { changed: true, ..safety() }), [TaskKind::Backup]);
    let second = SecondLine { behind: true, ..safety().second.unwrap() };
    assert_eq!(asked(&SafetyState { second: Some(second), ..safety() }), [TaskKind::PlugInSecond]);
    assert_eq!(asked(&SafetyState { second: None, ..safety() }), [TaskKind::ChooseSecond]);
    let no_key = SafetyState { second: None, recovery_kept_on: None, ..safety() };
    assert_eq!(asked(&no_key), [TaskKind::RecoveryKey], "a stick that nobody can open is no backup");
}

fn found(office: &mut Office, text: &str) -> Vec<(String, String)> {
    let lines = find(office, Find { text: text.into(), limit: 0 }).unwrap();
    lines.into_iter().map(|line| (line.room, line.title)).collect()
}

#[test]
fn one_box_finds_people_units_and_decisions_without_accents() {
    let mut office = office();
    member(&mut office, "Đặng Thị Hường", "VT29", |_| {});
    issued(&mut office, "125");
    let line = find(&mut office, Find { text: "dang huong".into(), limit: 0 }).unwrap().remove(0);
    assert_eq!((line.room.as_str(), line.title.as_str()), ("members", "Đặng Thị Hường"));
    assert_eq!(line.detail, "CĐCS Trường Mầm non Hoa Sen · sinh 07/11/1982");
    assert_eq!(found(&mut office, "mam non"), [("units".into(), "CĐCS Trường Mầm non Hoa Sen".into())]);
    assert_eq!(found(&mut office, "vt02"), [("units".into(), "CĐCS Ủy ban MTTQ".into())]);
    let decision = ("decisions".to_owned(), "125/QĐ-LĐLĐ Khen thưởng công tác năm 2026".to_owned());
    assert_eq!(found(&mut office, "125"), std::slice::from_ref(&decision));
    assert_eq!(found(&mut office, "125/QĐ"), std::slice::from_ref(&decision));
    assert_eq!(found(&mut office, "khen thuong cong tac"), [decision]);
    assert!(found(&mut office, "  ").is_empty());
}

#[test]
fn a_decision_is_found_by_its_own_number_before_others_that_begin_so() {
    let mut office = office();
    for number in ["125", "12", "121"] {
        draft(&mut office, number, "Khen thưởng");
    }
    let titles: Vec<_> = found(&mut office, "12").into_iter().map(|(_, title)| title).collect();
    assert_eq!(titles, ["12/QĐ-LĐLĐ Khen thưởng", "125/QĐ-LĐLĐ Khen thưởng", "121/QĐ-LĐLĐ Khen thưởng"]);
}

#[test]
fn no_room_offers_more_than_was_asked_for() {
    let mut office = office();
    for at in 0..12 {
        member(&mut office, &format!("Nguyễn Văn {}", ["An", "Bình", "Cường"][at % 3]), "VT02", |draft| {
            draft.citizen_id = None;
        });
    }
    assert_eq!(found(&mut office, "nguyen").len(), 8);
    assert_eq!(find(&mut office, Find { text: "nguyen".into(), limit: 3 }).unwrap().len(), 3);
}

#[test]
fn a_unit_that_is_no_more_is_found_after_the_living_and_says_so() {
    let mut office = office();
    let lines = find(&mut office, Find { text: "cdcs".into(), limit: 0 }).unwrap();
    let last = lines.last().unwrap();
    assert_eq!(last.title, "CĐCS Doanh nghiệp Xăng dầu Kim Lũ");
    assert_eq!(last.detail, "VT70 · đã kết thúc hoạt động");
}
