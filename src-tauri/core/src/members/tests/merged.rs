//! Two records of one person.

use super::*;

#[test]
fn one_person_in_two_lists_is_offered_and_merged_and_taken_apart_again() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT29"), unit(&mut office, "VT30"));
    let keep = join(&mut office, MemberDraft { phone: None, position: Some("Hiệu trưởng".into()), ..huong() }, here);
    let gone = join(&mut office, MemberDraft { email: Some("h@x.vn".into()), ..huong() }, there);
    let groups = duplicates(&mut office, DuplicateAsk::default()).unwrap();
    assert_eq!((groups.len(), groups[0].why), (1, DuplicateWhy::CitizenId));
    let line = OfficerEdit {
        id: None,
        name: "Nguyễn Thị Hường".into(),
        member: Some(gone),
        post: "Chủ tịch".into(),
        since: None,
        until: None,
        document: String::new(),
    };
    units::set_officers(&mut office, OfficerList { unit: there, officers: vec![line] }).unwrap();
    let merging = MemberMerge { keep, gone, take: vec![], take_unit: false };
    assert!(merge(&mut office, merging.clone(), &[]).is_err(), "a room that is forgotten stops the merge");
    merge(&mut office, merging, &[units::officers_follow]).unwrap();
    let facts = member(office.db(), keep).unwrap().facts;
    assert_eq!((facts.position.as_deref(), facts.email.as_deref()), (Some("Hiệu trưởng"), Some("h@x.vn")));
    assert_eq!(facts.phone.as_deref(), Some("0912345678"), "what was blank is filled");
    let officers: Vec<Officer> = units::get(&mut office, UnitAsk { id: there, as_of: None }).unwrap().officers;
    assert_eq!(officers[0].member, Some(keep));
    let record = get(&mut office, MemberAsk { id: keep, unmasking: None }).unwrap();
    assert_eq!((record.line.unit, record.memberships.len()), (here, 2));
    assert!(duplicates(&mut office, DuplicateAsk::default()).unwrap().is_empty());
    assert_standing_fits_memberships(&office);
    office.undo(None).unwrap();
    assert_eq!(page(&mut office, ask(MemberQuery::default())).unwrap().total, 2);
    assert_eq!(status(&office, gone), Status::Active);
    assert_standing_fits_memberships(&office);
}

#[test]
fn a_merge_can_take_the_other_ones_fields_and_unit() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT29"), unit(&mut office, "VT30"));
    let keep = join(&mut office, huong(), here);
    let gone = join(
        &mut office,
        MemberDraft { full_name: "Nguyễn Thị Hương".into(), position: Some("Kế toán".into()), ..huong() },
        there,
    );
    let take = vec![MemberField::FullName, MemberField::Position, MemberField::Email];
    merge(&mut office, MemberMerge { keep, gone, take, take_unit: true }, &[units::officers_follow]).unwrap();
    let kept = member(office.db(), keep).unwrap();
    assert_eq!((kept.facts.full_name.as_str(), kept.facts.position.as_deref()), ("Nguyễn Thị Hương", Some("Kế toán")));
    assert_eq!(kept.unit, there);
    assert_eq!(found(&mut office, "huong").len(), 1);
    assert_standing_fits_memberships(&office);
}

#[test]
fn two_spellings_of_one_name_are_offered_and_two_people_can_be_told_apart() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let bare = |name: &str| MemberDraft { birth: date("1987-09-05"), ..named(name) };
    let one = join(&mut office, bare("Trần Thuý Hoà"), here);
    let other = join(&mut office, bare("Trần Thúy Hòa"), here);
    join(&mut office, bare("Trần Thủy Hòa"), here);
    let groups = duplicates(&mut office, DuplicateAsk::default()).unwrap();
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].members.iter().map(|line| line.id).collect::<Vec<_>>(), [one, other]);
    keep_apart(&mut office, KeepApart { members: vec![other, one] }).unwrap();
    assert!(duplicates(&mut office, DuplicateAsk::default()).unwrap().is_empty());
}
