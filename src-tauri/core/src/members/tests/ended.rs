//! Members of units that are dissolved, merged or split.

use super::*;

#[test]
fn a_dissolved_unit_takes_nobody_and_its_members_are_seen_to_in_the_same_act() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT70"), unit(&mut office, "VT30"));
    let id = join(&mut office, huong(), here);
    let end =
        UnitDissolve {
            unit: here, day: day(2025, 6, 15), document: "64/QĐ-LĐLĐ".into(), members: MembersOfEnded::End
        };
    assert_eq!(dissolve(&mut office, end.clone()).unwrap().value, 1);
    assert_eq!(status(&office, id), Status::UnitDissolved);
    assert_standing_fits_memberships(&office);
    let new =
        MemberAdd { draft: named("An"), unit: here, since: None, began: Beginning::Admitted, document: String::new() };
    assert_eq!(fields(add(&mut office, new).unwrap_err()), ["unit"]);
    assert_eq!(fields(dissolve(&mut office, end.clone()).unwrap_err()), ["unit"]);
    office.undo(None).unwrap();
    assert_eq!(status(&office, id), Status::Active);
    dissolve(&mut office, UnitDissolve { members: MembersOfEnded::Move { unit: there }, ..end }).unwrap();
    assert_eq!(member(office.db(), id).unwrap().unit, there);
    assert_standing_fits_memberships(&office);
}

#[test]
fn merged_units_are_linked_with_their_successor_and_their_members_are_there() {
    let mut office = office();
    let (a, b) = (unit(&mut office, "VT01"), unit(&mut office, "VT02"));
    let id = join(&mut office, huong(), a);
    let merging = UnitMerge {
        units: vec![a, b],
        into: None,
        new: Some(UnitDraft { established: None, ..unit_draft("VT80", "CĐCS Trường Mầm non Liên xã") }),
        day: day(2025, 7, 1),
        document: "70/QĐ-LĐLĐ".into(),
    };
    let into = merge_units(&mut office, merging).unwrap().value;
    assert_eq!(member(office.db(), id).unwrap().unit, into);
    let events = units::get(&mut office, UnitAsk { id: into, as_of: None }).unwrap().events;
    let predecessors: Vec<_> =
        events.iter().filter(|event| event.what == units::UnitHappening::Merged).map(|event| event.other).collect();
    assert_eq!(predecessors, [Some(b), Some(a)]);
    let old = units::get(&mut office, UnitAsk { id: a, as_of: Some(day(2025, 6, 30)) }).unwrap();
    assert_eq!((old.line.members, old.unit.ended), (1, Some(day(2025, 7, 1))));
    assert_standing_fits_memberships(&office);
    office.undo(None).unwrap();
    assert_eq!(member(office.db(), id).unwrap().unit, a);
    assert_standing_fits_memberships(&office);
}

#[test]
fn a_split_unit_ends_or_goes_on() {
    let mut office = office();
    let a = unit(&mut office, "VT01");
    let id = join(&mut office, huong(), a);
    let parting = |ends| UnitSplit {
        unit: a,
        new: vec![UnitDraft { established: None, ..unit_draft(if ends { "VT82" } else { "VT81" }, "CĐCS mới") }],
        ends,
        day: day(2025, 7, 1),
        document: String::new(),
    };
    split(&mut office, parting(false)).unwrap();
    assert_eq!(member(office.db(), id).unwrap().unit, a);
    let new = split(&mut office, parting(true)).unwrap().value;
    assert_eq!(member(office.db(), id).unwrap().unit, new[0]);
    assert_standing_fits_memberships(&office);
}

#[test]
fn what_is_wrong_with_each_unit_of_a_split_is_said_at_its_place() {
    let mut office = office();
    let a = unit(&mut office, "VT01");
    let draft = |code: &str| UnitDraft { established: None, ..unit_draft(code, "CĐCS mới") };
    let new = vec![draft("VT81"), draft(""), draft("vt81"), draft("VT01")];
    let parting = UnitSplit { unit: a, new, ends: false, day: day(2025, 7, 1), document: String::new() };
    let Err(Error::Refused(refusals)) = split(&mut office, parting) else { panic!("must be refused") };
    let fields: Vec<_> = refusals.iter().map(|refusal| refusal.field.as_str()).collect();
    assert_eq!(fields, ["new.1.code", "new.2.code", "new.3.code"]);
}

#[test]
fn a_unit_that_is_no_more_takes_nobody_in_even_on_a_day_when_it_still_was() {
    let mut office = office();
    let (here, gone) = (unit(&mut office, "VT01"), unit(&mut office, "VT02"));
    let end = UnitDissolve { unit: gone, day: day(2025, 6, 15), document: String::new(), members: MembersOfEnded::End };
    dissolve(&mut office, end.clone()).unwrap();
    let earlier =
        UnitDissolve { unit: here, day: day(2025, 6, 1), members: MembersOfEnded::Move { unit: gone }, ..end };
    assert_eq!(fields(dissolve(&mut office, earlier).unwrap_err()), ["into"]);
    assert_eq!(fields(merge_units(&mut office, merging(&[here], Some(gone), None)).unwrap_err()), ["into"]);
}

#[test]
fn a_unit_does_not_end_before_its_members_came_nor_on_a_day_to_come() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT01"), unit(&mut office, "VT02"));
    join(&mut office, huong(), here);
    let members = MembersOfEnded::Move { unit: there };
    let end = |day| UnitDissolve { unit: here, day, document: String::new(), members: members.clone() };
    let said = refusals(dissolve(&mut office, end(day(2019, 12, 31))).unwrap_err());
    assert!(said[0].0 == "day" && said[0].1.contains("Nguyễn Thị Hường"), "{said:?}");
    assert_eq!(fields(dissolve(&mut office, end(day(2025, 8, 2))).unwrap_err()), ["day"]);
    let handing = UnitTransfer { unit: here, day: day(2025, 8, 2), document: String::new(), to: String::new() };
    assert_eq!(fields(transfer(&mut office, handing).unwrap_err()), ["day"]);
    let parting = UnitSplit {
        unit: here,
        new: vec![unit_draft("VT81", "CĐCS mới")],
        ends: false,
        day: day(2025, 8, 2),
        document: String::new(),
    };
    assert_eq!(fields(split(&mut office, parting).unwrap_err()), ["day"]);
    let merge = UnitMerge { day: day(2025, 8, 2), ..merging(&[here], Some(there), None) };
    assert_eq!(fields(merge_units(&mut office, merge).unwrap_err()), ["day"]);
    dissolve(&mut office, end(day(2020, 1, 1))).unwrap();
}

fn merging(units: &[UnitId], into: Option<UnitId>, new: Option<UnitDraft>) -> UnitMerge {
    UnitMerge { units: units.to_vec(), into, new, day: day(2025, 5, 1), document: String::new() }
}

#[test]
fn a_unit_and_those_under_it_merge_into_one_that_keeps_its_code() {
    let mut office = office();
    let above = unit(&mut office, "VT01");
    let draft = UnitDraft { parent: Some(above), ..unit_draft("VT01A", "Công đoàn bộ phận") };
    let below = units::establish(&mut office, UnitEstablish { draft, received: false }).unwrap().value;
    let id = join(&mut office, huong(), below);
    let one = |parent| Some(UnitDraft { established: None, parent, ..unit_draft("VT01", "CĐCS hợp nhất") });
    assert_eq!(fields(merge_units(&mut office, merging(&[below, below], Some(above), None)).unwrap_err()), ["units.1"]);
    let under_itself = merging(&[above, below], None, one(Some(above)));
    assert_eq!(fields(merge_units(&mut office, under_itself).unwrap_err()), ["parent"]);
    let into = merge_units(&mut office, merging(&[above, below], None, one(None))).unwrap().value;
    assert_eq!(member(office.db(), id).unwrap().unit, into);
    assert_standing_fits_memberships(&office);
    office.undo(None).unwrap();
    assert_eq!(member(office.db(), id).unwrap().unit, below);
}

#[test]
fn a_unit_that_comes_out_of_a_split_keeps_the_code_of_the_one_that_ends() {
    let mut office = office();
    let a = unit(&mut office, "VT01");
    let new = vec![UnitDraft { established: None, ..unit_draft("VT01", "CĐCS mới") }];
    let parting = |ends| UnitSplit { unit: a, new: new.clone(), ends, day: day(2025, 7, 1), document: String::new() };
    assert_eq!(fields(split(&mut office, parting(false)).unwrap_err()), ["new.0.code"]);
    split(&mut office, parting(true)).unwrap();
}

fn renamed(office: &mut Office, unit: UnitId, since: NaiveDate) {
    let rename =
        units::UnitRename { id: unit, name: "CĐCS phường An Mới".into(), since, document: String::new() };
    units::rename(office, rename).unwrap();
}

#[test]
fn a_name_that_was_to_come_never_comes_for_a_unit_that_ended_before() {
    let mut office = office();
    let id = unit(&mut office, "VT01");
    renamed(&mut office, id, day(2025, 9, 1));
    let end = UnitDissolve { unit: id, day: day(2025, 7, 1), document: String::new(), members: MembersOfEnded::End };
    dissolve(&mut office, end).unwrap();
    let record = units::get(&mut office, units::UnitAsk { id, as_of: None }).unwrap();
    assert_eq!(record.states.len(), 1);
    assert_eq!((record.states[0].name.as_str(), record.states[0].until), ("CĐCS VT01", None));
    assert!(record.events.iter().all(|event| event.what != units::UnitHappening::Renamed));
    office.undo(None).unwrap();
    let record = units::get(&mut office, units::UnitAsk { id, as_of: None }).unwrap();
    assert_eq!(record.states[0].name, "CĐCS phường An Mới");
}

#[test]
fn a_unit_does_not_end_before_a_change_that_has_come() {
    let mut office = office();
    let id = unit(&mut office, "VT01");
    renamed(&mut office, id, day(2025, 7, 1));
    let end = |day| UnitDissolve { unit: id, day, document: String::new(), members: MembersOfEnded::End };
    let said = refusals(dissolve(&mut office, end(day(2025, 6, 15))).unwrap_err());
    assert!(said[0].0 == "day" && said[0].1.contains("từ 01/07/2025"), "{said:?}");
    dissolve(&mut office, end(day(2025, 7, 2))).unwrap();
}

#[test]
fn nobody_is_moved_back_into_a_unit_that_ended_since() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT01"), unit(&mut office, "VT02"));
    let id = join(&mut office, huong(), here);
    let moving = MembersMove { members: only(id), unit: there, since: day(2025, 5, 1), document: String::new() };
    let moved = move_to(&mut office, moving).unwrap().act;
    let end = UnitDissolve { unit: here, day: day(2025, 6, 1), document: String::new(), members: MembersOfEnded::End };
    dissolve(&mut office, end).unwrap();
    assert!(office.undo(moved).unwrap_err().sentences().contains("dùng sau đó"));
    let kept = office.undo_keeping_edited(moved.unwrap()).unwrap().value.kept;
    assert_eq!((kept.len(), member(office.db(), id).unwrap().unit), (1, there));
    // where the members stay in spite of the end, what came after it is taken back as ever
    let stay =
        UnitDissolve { unit: there, day: day(2025, 6, 2), document: String::new(), members: MembersOfEnded::Stay };
    dissolve(&mut office, stay).unwrap();
    let going =
        MembersLeave { members: only(id), how: Leaving::Retired, until: day(2025, 7, 1), document: String::new() };
    leave(&mut office, going).unwrap();
    office.undo(None).unwrap();
    assert_eq!(status(&office, id), Status::Active);
}
