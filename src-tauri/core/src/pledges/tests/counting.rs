//! Figures, each the length of its list; and who is missing.

use super::*;
use crate::members::{MemberChoice, MembersPause};

#[test]
fn every_figure_opens_a_list_as_long_as_itself() {
    let (mut office, members) = office();
    let ids: Vec<PledgeId> = members.iter().map(|member| registered(&mut office, *member, 2024, promise())).collect();
    register(&mut office, PledgeRegister { of: Pledger::Unit(UnitId(2)), year: 2024, draft: promise() }).unwrap();
    confirmed(&mut office, &ids[..3]);
    review(&mut office, &ids[..2], ReviewPart::Half(1), Assessor::Own).unwrap();
    review(&mut office, &ids[..1], ReviewPart::Year, Assessor::Confirmer).unwrap();
    let figures = figures(&mut office, PledgeFiguresOf { year: 2024, map: UnitMap::Then }).unwrap();
    assert_eq!((figures.whole.registered, figures.whole.confirmed, figures.whole.reviewed), (5, 3, 2));
    assert_eq!((figures.women.registered, figures.party.registered, figures.collectives.registered), (2, 2, 1));
    let blocs: Vec<_> = figures.blocs.iter().map(|bloc| (bloc.label.as_str(), bloc.registered)).collect();
    assert_eq!(blocs, [("Khối trường học", 2), ("Chưa xếp khối", 3)]);
    each_opens_its_names(&mut office, &figures);
}

fn each_opens_its_names(office: &mut Office, figures: &PledgeFigures) {
    let unmasking = Some(leave(office));
    let tallies = [&figures.whole, &figures.women, &figures.party, &figures.collectives];
    for tally in tallies.into_iter().chain(&figures.units).chain(&figures.blocs) {
        for stage in PledgeStage::ALL {
            let ask = PledgePageAsk { query: tally.opens(*stage), offset: 0, limit: 0, unmasking };
            let total = i64::from(page(office, ask).unwrap().total);
            assert_eq!(total, tally.figure(*stage), "{} {}", tally.label, stage.label());
        }
    }
}

#[test]
fn by_the_map_of_today_pledges_count_where_their_unit_went() {
    let (mut office, members) = office();
    for member in members {
        registered(&mut office, member, 2024, promise());
    }
    let merge = UnitMerge {
        units: vec![UnitId(1)],
        into: Some(UnitId(2)),
        new: None,
        day: day(2024, 7, 1),
        document: "64/QĐ-LĐLĐ".into(),
    };
    members::merge_units(&mut office, merge).unwrap();
    let counted = |tallies: &[PledgeTally]| -> Vec<(String, i64)> {
        tallies.iter().map(|tally| (tally.label.clone(), tally.registered)).collect()
    };
    let then = figures(&mut office, PledgeFiguresOf { year: 2024, map: UnitMap::Then }).unwrap();
    assert_eq!(counted(&then.blocs), [("Khối trường học".into(), 2), ("Chưa xếp khối".into(), 2)]);
    assert_eq!(counted(&then.units), [("VT20 CĐCS VT20".into(), 2), ("VT29 CĐCS VT29".into(), 2)]);
    let now = figures(&mut office, PledgeFiguresOf { year: 2024, map: UnitMap::Now }).unwrap();
    assert_eq!(counted(&now.blocs), [("Chưa xếp khối".into(), 4)]);
    assert_eq!(counted(&now.units), [("VT20 CĐCS VT20".into(), 4)]);
    assert_eq!(now.whole, then.whole);
    each_opens_its_names(&mut office, &now);
    let dissolve = UnitDissolve {
        unit: UnitId(2),
        day: day(2024, 7, 10),
        document: "65/QĐ-LĐLĐ".into(),
        members: MembersOfEnded::End,
    };
    members::dissolve(&mut office, dissolve).unwrap();
    let gone = figures(&mut office, PledgeFiguresOf { year: 2024, map: UnitMap::Now }).unwrap();
    assert_eq!(counted(&gone.units), [("Không còn: giải thể".into(), 4)]);
    each_opens_its_names(&mut office, &gone);
}

#[test]
fn who_is_missing_is_counted_by_unit_and_named_with_a_message() {
    let (mut office, members) = office();
    registered(&mut office, members[0], 2024, promise());
    let ask = MissingAsk { year: 2024, expected: ExpectedOf::Everyone };
    let found = missing(&mut office, ask).unwrap();
    assert_eq!((found.expected, found.missing, found.units.len()), (4, 3, 2));
    let school = found.units.iter().find(|unit| unit.code == "VT29").unwrap();
    assert!(school.message.contains("phấn đấu năm 2024 của 1/2 đoàn viên."), "{}", school.message);
    let names = MissingNames { year: 2024, expected: ExpectedOf::Everyone, unit: school.unit, unmasking: None };
    let names = missing_names(&mut office, names).unwrap();
    assert_eq!(names.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Trần Văn Ân 1"]);
    let units = missing(&mut office, MissingAsk { year: 2024, expected: ExpectedOf::Units }).unwrap();
    assert_eq!(units.missing, 2);
}

fn whole_of(office: &mut Office, year: i32) -> PledgeFigures {
    figures(office, PledgeFiguresOf { year, map: UnitMap::Then }).unwrap()
}

#[test]
fn what_was_withdrawn_neither_counts_nor_waits() {
    let (mut office, members) = office();
    let ids = [0, 1, 2].map(|at| registered(&mut office, members[at], 2024, promise()));
    confirmed(&mut office, &ids[..1]);
    withdraw(&mut office, PledgeBack { pledges: these(&ids[..1]), why: "Chuyển công tác".into() }).unwrap();
    give_back(&mut office, PledgeBack { pledges: these(&ids[1..2]), why: "Bổ sung".into() }).unwrap();
    let figures = whole_of(&mut office, 2024);
    let whole = &figures.whole;
    assert_eq!((whole.waiting, whole.registered, whole.confirmed), (1, 1, 0));
    each_opens_its_names(&mut office, &figures);
}

#[test]
fn a_pledge_counts_for_the_party_and_the_bloc_of_its_year() {
    let (mut office, members) = office();
    registered(&mut office, members[0], 2023, promise());
    office
        .act(EDIT, |pen| {
            pen.execute("update member set party_member = 0", [])?;
            pen.execute("update unit_state set until = '2024-01-31' where unit = 1", [])?;
            let now = "insert into unit_state (uid, unit, name, sort_key, search, level, kind, sector, calendar, since)
                       select randomblob(16), unit, name, sort_key, search, level, kind, sector, calendar, '2024-02-01'
                       from unit_state where unit = 1";
            Ok(pen.execute(now, [])?)
        })
        .unwrap();
    let figures = whole_of(&mut office, 2023);
    assert_eq!(figures.party.registered, 1);
    assert_eq!(figures.blocs.iter().map(|bloc| bloc.label.as_str()).collect::<Vec<_>>(), ["Khối trường học"]);
}

#[test]
fn a_review_of_a_half_is_no_assessment_of_the_year_and_the_confirmers_is_the_one_that_counts() {
    let (mut office, members) = office();
    let ids = [members[2], members[3]].map(|member| registered(&mut office, member, 2024, promise()));
    confirmed(&mut office, &ids);
    review(&mut office, &ids[..1], ReviewPart::Half(1), Assessor::Own).unwrap();
    review(&mut office, &ids[1..], ReviewPart::Year, Assessor::Own).unwrap();
    let whole = whole_of(&mut office, 2024).whole;
    assert_eq!((whole.reviewed, whole.self_assessed, whole.assessed), (1, 1, 0));
}

#[test]
fn who_pauses_owes_a_pledge_too_and_officers_are_those_with_a_post() {
    let (mut office, members) = office();
    office
        .act(EDIT, |pen| {
            pen.execute("update member set union_position = 'Đoàn viên' where id = ?1", [members[2]])?;
            Ok(pen.execute("update member set union_position = 'Chủ tịch' where id = ?1", [members[3]])?)
        })
        .unwrap();
    let pausing = MembersPause {
        members: MemberChoice { ids: vec![members[0], members[3]], ..MemberChoice::default() },
        since: day(2024, 7, 1),
        document: String::new(),
    };
    members::pause(&mut office, pausing).unwrap();
    let mut expected = |expected| missing(&mut office, MissingAsk { year: 2024, expected }).unwrap().missing;
    assert_eq!((expected(ExpectedOf::Everyone), expected(ExpectedOf::Officers)), (4, 1));
    let names = MissingNames { year: 2024, expected: ExpectedOf::Everyone, unit: UnitId(1), unmasking: None };
    assert_eq!(missing_names(&mut office, names).unwrap().len(), 2);
}

#[test]
fn a_unit_that_is_no_more_owes_nothing_and_a_members_pledge_is_none_of_the_collective() {
    let (mut office, members) = office();
    registered(&mut office, members[2], 2024, promise());
    let ask = MissingAsk { year: 2024, expected: ExpectedOf::Units };
    assert_eq!(missing(&mut office, ask).unwrap().missing, 2);
    let dissolve = UnitDissolve {
        unit: UnitId(1),
        day: day(2024, 7, 10),
        document: String::new(),
        members: MembersOfEnded::Move { unit: UnitId(2) },
    };
    members::dissolve(&mut office, dissolve).unwrap();
    let units = missing(&mut office, ask).unwrap().units;
    assert_eq!(units.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>(), ["VT20"]);
}
