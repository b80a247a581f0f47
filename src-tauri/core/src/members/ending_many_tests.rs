#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::units::{
    Calendar, Level, Sector, UnitDraft, UnitEnding, UnitEstablish, UnitKind, UnitMap, UnitQuery, UnitTalliesOf,
    UnitTally, UnitsBy, establish, figures,
};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn unit(office: &mut Office, code: &str, kind: UnitKind, parent: Option<UnitId>) -> UnitId {
    let draft = UnitDraft {
        code: code.into(),
        name: format!("CĐCS {code}"),
        level: Level::GrassrootsUnion,
        kind,
        sector: kind.usual_sector(),
        calendar: Calendar::Year,
        parent,
        bloc: None,
        address: String::new(),
        phone: String::new(),
        established: crate::calendar::PartialDate::from_iso("2004"),
        established_by: String::new(),
        note: String::new(),
    };
    establish(office, UnitEstablish { draft, received: false }).unwrap().value
}

fn join(office: &mut Office, unit: UnitId, name: &str) -> MemberId {
    let draft = MemberDraft { full_name: name.into(), gender: Some(Gender::Nu), ..MemberDraft::default() };
    let new = MemberAdd { draft, unit, since: None, began: Beginning::Listed, document: String::new() };
    add(office, new).unwrap().value.id
}

/// Two communes with one member each, a school with two, a firm.
fn office() -> (Office, [UnitId; 4]) {
    let mut office = Office::trial(day(2025, 6, 20)).unwrap();
    let units = [("X1", UnitKind::Xa), ("X2", UnitKind::Xa), ("T1", UnitKind::MamNon), ("C1", UnitKind::DnNnn)]
        .map(|(code, kind)| unit(&mut office, code, kind, None));
    for (unit, name) in [(0, "Lê An"), (1, "Lê Bình"), (2, "Lê Chi"), (2, "Lê Dung")] {
        join(&mut office, units[unit], name);
    }
    (office, units)
}

fn wish(dissolve: &[UnitId], transfer: &[UnitId], members: MembersOfEnded) -> UnitsEnd {
    UnitsEnd {
        day: day(2025, 6, 10),
        document: "64/QĐ-LĐLĐ".into(),
        dissolve: dissolve.to_vec(),
        members,
        transfer: transfer.to_vec(),
        to: "LĐLĐ thành phố".into(),
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T>) -> Vec<String> {
    match result {
        Err(Error::Refused(refusals)) => refusals.into_iter().map(|one| one.field).collect(),
        other => panic!("must be refused, not {other:?}"),
    }
}

fn belonging(office: &mut Office, unit: UnitId) -> i64 {
    let query = UnitQuery { units: vec![unit], ..UnitQuery::default() };
    units::list(office, query).unwrap().members
}

#[test]
fn the_plan_says_what_becomes_of_everybody_and_the_act_does_just_that() {
    let (mut office, [x1, x2, school, firm]) = office();
    let wish = wish(&[x1, x2], &[school], MembersOfEnded::Move { unit: firm });
    let plan = plan_end(&mut office, wish.clone()).unwrap();
    assert_eq!((plan.moved, plan.ended, plan.staying, plan.transferred), (2, 0, 0, 2));
    let fates: Vec<&str> = plan.lines.iter().map(|line| line.fate.as_str()).collect();
    assert_eq!(fates, ["chuyển sang CĐCS C1", "chuyển sang CĐCS C1", "đi cùng đơn vị"]);
    assert!(plan.obstacles.is_empty() && plan.lines.iter().all(|line| line.obstacle.is_empty()));
    let done = end_many(&mut office, wish).unwrap();
    assert_eq!(done.value, 4);
    assert_eq!(belonging(&mut office, firm), 2);
    let gone = MemberQuery { statuses: vec![Status::TransferredOut], ..MemberQuery::default() };
    assert_eq!(matching(&office, &gone).unwrap().len(), 2);
    office.undo(None).unwrap();
    assert_eq!((belonging(&mut office, x1), belonging(&mut office, school), belonging(&mut office, firm)), (1, 2, 0));
}

#[test]
fn everything_that_stands_in_the_way_is_said_at_once_and_nothing_is_written() {
    let (mut office, [x1, x2, school, firm]) = office();
    unit(&mut office, "X1a", UnitKind::Xa, Some(x1));
    let late = UnitDraft {
        established: crate::calendar::PartialDate::from_iso("2025-06-15"),
        code: "M1".into(),
        name: "CĐCS mới".into(),
        ..units::drafted(
            &units::unit(office.db(), firm).unwrap().unwrap(),
            &units::last_state(office.db(), firm).unwrap(),
        )
    };
    let late = establish(&mut office, UnitEstablish { draft: late, received: false }).unwrap().value;
    let wrong = UnitsEnd {
        document: " ".into(),
        to: String::new(),
        ..wish(&[x1, x2, late], &[school, x2], MembersOfEnded::Move { unit: school })
    };
    assert_eq!(
        refused(end_many(&mut office, wrong.clone())),
        ["document", "to", "into", "units.0", "units.2", "units.4"]
    );
    let plan = plan_end(&mut office, wrong).unwrap();
    assert_eq!(plan.obstacles.len(), 3);
    assert!(plan.lines[0].obstacle.contains("Còn 1 đơn vị trực thuộc"), "{}", plan.lines[0].obstacle);
    assert!(plan.lines[2].obstacle.contains("trước ngày thành lập"));
    assert!(plan.lines[4].obstacle.contains("hai lần"));
    assert_eq!(refused(end_many(&mut office, wish(&[], &[], MembersOfEnded::End))), ["units"]);
    let tomorrow = UnitsEnd { day: day(2025, 6, 21), ..wish(&[x2, firm], &[], MembersOfEnded::End) };
    assert_eq!(refused(end_many(&mut office, tomorrow.clone())), ["day"]);
    assert_eq!(plan_end(&mut office, tomorrow).unwrap().obstacles.len(), 1);
    assert_eq!(belonging(&mut office, x1), 1);
}

#[test]
fn a_unit_ends_together_with_those_under_it() {
    let (mut office, [x1, ..]) = office();
    let under = unit(&mut office, "X1a", UnitKind::Xa, Some(x1));
    end_many(&mut office, wish(&[x1, under], &[], MembersOfEnded::End)).unwrap();
    let living = UnitQuery { living: Some(true), ..UnitQuery::default() };
    assert_eq!(units::list(&mut office, living).unwrap().total, 3);
}

fn by(office: &mut Office, as_of: NaiveDate, map: UnitMap) -> Vec<(String, usize, i64, i64)> {
    let of = UnitTalliesOf { as_of: Some(as_of), by: UnitsBy::Kind, map };
    let found = figures(office, of).unwrap();
    let sum: i64 = found.rows.iter().map(|row| row.members).sum();
    assert_eq!((sum, found.whole.women), (found.whole.members, found.whole.members));
    found
        .rows
        .into_iter()
        .map(|UnitTally { label, units, now, members, .. }| (label, units.len(), now, members))
        .collect()
}

#[test]
fn last_year_is_counted_by_its_own_map_or_by_that_of_today() {
    let (mut office, [x1, x2, school, firm]) = office();
    let lines = |rows: &[(&str, usize, i64, i64)]| -> Vec<(String, usize, i64, i64)> {
        rows.iter().map(|(label, units, now, members)| ((*label).to_owned(), *units, *now, *members)).collect()
    };
    let then = lines(&[
        ("Xã, phường, thị trấn", 2, 2, 2),
        ("Trường mầm non", 1, 1, 2),
        ("Doanh nghiệp ngoài nhà nước", 1, 1, 0),
    ]);
    assert_eq!(by(&mut office, day(2024, 12, 31), UnitMap::Then), then);
    assert_eq!(by(&mut office, day(2024, 12, 31), UnitMap::Now), then);
    // one commune goes into the other, which is then dissolved into the firm; the school is handed over
    let merger =
        UnitMerge { units: vec![x1], into: Some(x2), new: None, day: day(2025, 6, 1), document: String::new() };
    merge_units(&mut office, merger).unwrap();
    end_many(&mut office, wish(&[x2], &[school], MembersOfEnded::Move { unit: firm })).unwrap();
    assert_eq!(by(&mut office, day(2024, 12, 31), UnitMap::Then), then);
    assert_eq!(
        by(&mut office, day(2024, 12, 31), UnitMap::Now),
        lines(&[("Doanh nghiệp ngoài nhà nước", 3, 1, 2), ("Không còn: chuyển giao", 1, 0, 2)])
    );
    assert_eq!(by(&mut office, day(2025, 6, 20), UnitMap::Now), lines(&[("Doanh nghiệp ngoài nhà nước", 1, 1, 2)]));
    let of = UnitTalliesOf { as_of: Some(day(2024, 12, 31)), by: UnitsBy::Superior, map: UnitMap::Now };
    let found = figures(&mut office, of).unwrap();
    for row in &found.rows {
        let query = UnitQuery { as_of: Some(found.as_of), units: row.units.clone(), ..UnitQuery::default() };
        let opened = units::list(&mut office, query).unwrap();
        assert_eq!((opened.rows.len(), opened.members, opened.women), (row.units.len(), row.members, row.women));
    }
}

#[test]
fn a_split_unit_counts_where_its_members_went() {
    let (mut office, [x1, ..]) = office();
    let draft = |code: &str| UnitDraft {
        code: code.into(),
        name: format!("CĐCS {code}"),
        established: None,
        ..units::drafted(&units::unit(office.db(), x1).unwrap().unwrap(), &units::last_state(office.db(), x1).unwrap())
    };
    let split_it = UnitSplit {
        unit: x1,
        new: vec![UnitDraft { sector: Sector::NonState, kind: UnitKind::Htx, ..draft("H1") }, draft("H2")],
        ends: true,
        day: day(2025, 6, 1),
        document: String::new(),
    };
    split(&mut office, split_it).unwrap();
    let found = by(&mut office, day(2024, 12, 31), UnitMap::Now);
    assert!(found.contains(&("Hợp tác xã".to_owned(), 1, 1, 1)), "{found:?}");
    let ended = UnitQuery { living: Some(false), ..UnitQuery::default() };
    assert_eq!(units::list(&mut office, ended).unwrap().rows[0].ending, Some(UnitEnding::Split));
}
