//! Figures, each the length of its list; and who is missing.

use super::*;

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
