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
    let words = "select count(*) from member_search where member_search match 'huong'";
    let words: i64 = office.db().query_row(words, [], |row| row.get(0)).unwrap();
    assert_eq!(words, 1, "the words of the other record went with it");
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

#[test]
fn a_merge_that_takes_the_unit_of_who_paused_there_takes_the_pause_too() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT29"), unit(&mut office, "VT30"));
    let (keep, gone) = (join(&mut office, huong(), here), join(&mut office, huong(), there));
    pause(&mut office, MembersPause { members: only(gone), since: day(2025, 2, 1), document: String::new() }).unwrap();
    merge(&mut office, MemberMerge { keep, gone, take: vec![], take_unit: true }, &[]).unwrap();
    assert_eq!((status(&office, keep), member(office.db(), keep).unwrap().unit), (Status::Suspended, there));
    assert_standing_fits_memberships(&office);
    let as_of = Some(day(2024, 1, 1));
    let then = page(&mut office, ask(MemberQuery { as_of, ..MemberQuery::default() })).unwrap();
    assert_eq!((then.total, then.rows.len()), (1, 1), "two stays of one person are one line");
    let units = units::list(&mut office, UnitQuery { as_of, ..UnitQuery::default() }).unwrap();
    assert_eq!(units.members, 1);
}

#[test]
fn namesakes_of_a_unit_are_offered_when_a_birth_or_a_card_may_be_the_same() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT29"), unit(&mut office, "VT30"));
    let mut add = |name: &str, birth: Option<&str>, card: Option<&str>, unit| {
        let birth = birth.and_then(PartialDate::from_iso);
        join(&mut office, MemberDraft { birth, citizen_id: card.map(Into::into), ..named(name) }, unit)
    };
    let (first, second) = ("036180000001", "036180000002");
    let no_birth = [add("Lê Thị An", None, None, here), add("Lê Thị An", None, None, here)];
    let year = [add("Lê Thị Bé", Some("1980"), None, here), add("Lê Thị Bé", Some("1980-09-05"), Some(first), here)];
    // two cards, two days, two years, two units: nobody asks
    add("Lê Thị Bé", Some("1981"), None, here);
    add("Lê Thị Cúc", None, Some("036180000003"), here);
    add("Lê Thị Cúc", None, Some("036180000004"), here);
    add("Lê Thị Dung", Some("1980-09-05"), None, here);
    add("Lê Thị Dung", Some("1980-09-06"), Some(second), here);
    add("Lê Thị An", None, None, there);
    let groups = |office: &mut Office| -> Vec<(DuplicateWhy, Vec<MemberId>)> {
        let groups = duplicates(office, DuplicateAsk::default()).unwrap();
        groups.into_iter().map(|group| (group.why, group.members.iter().map(|line| line.id).collect())).collect()
    };
    let why = DuplicateWhy::NameAndUnit;
    assert_eq!(groups(&mut office), [(why, no_birth.to_vec()), (why, year.to_vec())]);
    let record = get(&mut office, MemberAsk { id: year[1], unmasking: None }).unwrap();
    assert_eq!(record.look_alikes.iter().map(|line| line.id).collect::<Vec<_>>(), [year[0]]);
    keep_apart(&mut office, KeepApart { members: no_birth.to_vec() }).unwrap();
    assert_eq!(groups(&mut office), [(why, year.to_vec())]);
}
