//! Where members are, and were, from which day on.

use super::*;

#[test]
fn what_has_not_come_is_not_written_down_yet() {
    let mut office = office();
    let (here, there) = (unit(&mut office, "VT29"), unit(&mut office, "VT30"));
    let id = join(&mut office, huong(), here);
    let tomorrow = day(2025, 8, 2);
    let (members, document) = (only(id), String::new());
    let going =
        MembersLeave { members: members.clone(), how: Leaving::Retired, until: tomorrow, document: document.clone() };
    let said = refusals(leave(&mut office, going.clone()).unwrap_err());
    assert_eq!(said, [("until".to_owned(), "Ngày 02/08/2025 chưa đến. Hãy ghi vào ngày đó.".to_owned())]);
    let moving = MembersMove { members: members.clone(), unit: there, since: tomorrow, document: document.clone() };
    assert_eq!(fields(move_to(&mut office, moving).unwrap_err()), ["since"]);
    let rest = MembersPause { members: members.clone(), since: tomorrow, document: document.clone() };
    assert_eq!(fields(pause(&mut office, rest).unwrap_err()), ["since"]);
    let new = MemberAdd {
        draft: named("An"),
        unit: here,
        since: Some(tomorrow),
        began: Beginning::Admitted,
        document: document.clone(),
    };
    assert_eq!(fields(add(&mut office, new).unwrap_err()), ["since"]);
    leave(&mut office, MembersLeave { until: day(2025, 8, 1), ..going }).unwrap();
    let back = MembersReturn { members, unit: None, since: tomorrow, document };
    assert_eq!(fields(take_back(&mut office, back).unwrap_err()), ["since"]);
}

#[test]
fn nobody_returns_before_they_left() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), here);
    let going =
        MembersLeave { members: only(id), how: Leaving::LeftJob, until: day(2025, 6, 30), document: String::new() };
    leave(&mut office, going).unwrap();
    let back = |since| MembersReturn { members: only(id), unit: None, since, document: String::new() };
    assert_eq!(fields(take_back(&mut office, back(day(2025, 1, 1))).unwrap_err()), ["since"]);
    assert_eq!(fields(take_back(&mut office, back(day(2025, 6, 30))).unwrap_err()), ["since"]);
    take_back(&mut office, back(day(2025, 7, 1))).unwrap();
}

#[test]
fn a_day_on_which_somebody_was_moved_to_and_fro_counts_them_once() {
    let mut office = office();
    let units = ["VT29", "VT30", "VT31"].map(|code| unit(&mut office, code));
    let id = join(&mut office, huong(), units[0]);
    let that_day = day(2025, 7, 1);
    for to in [units[1], units[2], units[0]] {
        let moving = MembersMove { members: only(id), unit: to, since: that_day, document: String::new() };
        move_to(&mut office, moving).unwrap();
    }
    let as_of = Some(that_day);
    let seen = page(&mut office, ask(MemberQuery { as_of, ..MemberQuery::default() })).unwrap();
    assert_eq!((seen.total, seen.rows.len(), seen.rows[0].unit), (1, 1, units[0]));
    let of_second = MemberQuery { as_of, units: vec![units[1]], ..MemberQuery::default() };
    assert_eq!(page(&mut office, ask(of_second)).unwrap().total, 0);
    let list = units::list(&mut office, UnitQuery { as_of, ..UnitQuery::default() }).unwrap();
    assert_eq!(list.rows.iter().map(|line| line.members).collect::<Vec<_>>(), [1, 0, 0]);
}

#[test]
fn lists_of_today_call_a_unit_as_it_is_called_today() {
    let mut office = office();
    let here = unit(&mut office, "VT29");
    let id = join(&mut office, huong(), here);
    let to_come =
        UnitRename { id: here, name: "CĐCS Tương Lai".into(), since: day(2026, 1, 1), document: String::new() };
    units::rename(&mut office, to_come).unwrap();
    assert_eq!(page(&mut office, ask(MemberQuery::default())).unwrap().rows[0].unit_name, "CĐCS VT29");
    let record = get(&mut office, MemberAsk { id, unmasking: None }).unwrap();
    assert_eq!((record.line.unit_name.as_str(), record.memberships[0].unit_name.as_str()), ("CĐCS VT29", "CĐCS VT29"));
}

#[test]
fn nobody_belongs_to_a_unit_before_it_was_founded_nor_before_they_were_born() {
    let mut office = office();
    let (old, new) = (unit(&mut office, "VT29"), unit(&mut office, "VT30"));
    let id = add(&mut office, listed(huong(), old)).unwrap().value.id;
    let before = |day| MembersMove { members: only(id), unit: new, since: day, document: String::new() };
    let said = refusals(move_to(&mut office, before(day(2003, 12, 31))).unwrap_err());
    assert_eq!(
        said[0],
        ("since".to_owned(), "Đơn vị thành lập ngày 01/01/2004, sau ngày này. Hãy xem lại ngày.".into())
    );
    let admitted = MemberAdd { since: Some(day(2003, 1, 1)), ..listed(named("An"), new) };
    assert_eq!(fields(add(&mut office, admitted).unwrap_err()), ["since"]);
    let unborn = MemberDraft { birth: date("2006"), ..named("An") };
    let unborn = MemberAdd { since: Some(day(2005, 12, 31)), ..listed(unborn, new) };
    assert_eq!(fields(add(&mut office, unborn).unwrap_err()), ["since"]);
    let going =
        MembersLeave { members: only(id), how: Leaving::Retired, until: day(1926, 6, 1), document: String::new() };
    assert_eq!(fields(leave(&mut office, going).unwrap_err()), ["until"]);
    move_to(&mut office, before(day(2004, 1, 1))).unwrap();
}

fn listed(draft: MemberDraft, unit: UnitId) -> MemberAdd {
    MemberAdd { draft, unit, since: None, began: Beginning::Listed, document: String::new() }
}
