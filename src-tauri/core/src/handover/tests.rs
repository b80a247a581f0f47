#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use super::*;
use crate::{
    host::HostDraft,
    members::{self, Beginning, MemberAdd, MemberDraft, MembersOfEnded, UnitDissolve, UnitTransfer, Unmask},
    sheet::{Row, Sheet},
    units::{Calendar, Level, Sector, UnitDraft, UnitEstablish, UnitKind},
};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn office() -> (Office, UnitId, UnitId) {
    let mut office = Office::trial(day(2025, 6, 20)).unwrap();
    let host: HostDraft = serde_json::from_value(serde_json::json!({
        "kind": "district", "name": "LĐLĐ huyện Vân Trạch", "superior": "LĐLĐ tỉnh Hoài Giang", "symbol": "LĐLĐ",
        "place": "Vân Trạch", "signers": []
    }))
    .unwrap();
    host::found(&mut office, host).unwrap();
    let mut units = ["VT70", "VT71"].into_iter().map(|code| {
        let draft = UnitDraft {
            code: code.into(),
            name: format!("Nghiệp đoàn {code}"),
            level: Level::OccupationalUnion,
            kind: UnitKind::NghiepDoan,
            sector: Sector::NonState,
            calendar: Calendar::Year,
            parent: None,
            bloc: None,
            address: String::new(),
            phone: String::new(),
            established: None,
            established_by: String::new(),
            note: String::new(),
        };
        let unit = units::establish(&mut office, UnitEstablish { draft, received: false }).unwrap().value;
        let draft = MemberDraft {
            full_name: format!("Lê Thị {code}"),
            ethnicity: Some("Khmer".into()),
            ..MemberDraft::default()
        };
        let new = MemberAdd { draft, unit, since: None, began: Beginning::Listed, document: String::new() };
        members::add(&mut office, new).unwrap();
        unit
    });
    let (one, other) = (units.next().unwrap(), units.next().unwrap());
    drop(units);
    (office, one, other)
}

/// What stands in a list, row by row.
fn text(sheet: &Sheet) -> Vec<String> {
    let row = |row: &Row| match row {
        Row::Line { cells } | Row::Total { cells, .. } => {
            cells.iter().map(crate::sheet::shown).collect::<Vec<_>>().join("|")
        }
        Row::Group { text } => text.clone(),
    };
    sheet.rows.iter().map(row).collect()
}

#[test]
fn the_package_shows_a_unit_as_it_was_on_its_last_day_with_us() {
    let (mut office, one, other) = office();
    let gone = UnitTransfer { unit: one, day: day(2025, 6, 10), document: "64/QĐ".into(), to: "LĐLĐ tỉnh".into() };
    members::transfer(&mut office, gone).unwrap();
    let leaving = leaving(&mut office, &[other, one]).unwrap();
    let members = sheets::members_of(&office, &leaving, None).unwrap();
    let units = sheets::units(&office, &leaving).unwrap();
    let rows = text(&units);
    assert!(rows[0].contains("VT70") && rows[0].ends_with("|1|0|10/06/2025|64/QĐ|LĐLĐ tỉnh"), "{rows:?}");
    assert!(rows[1].contains("VT71") && rows[1].ends_with("|1|0|||"), "{rows:?}");
    let people = text(&sheets::members(&office, &leaving, &members, false).unwrap());
    assert_eq!(people.len(), 4, "a heading and a person for each: {people:?}");
    assert!(people[1].starts_with("1|Lê Thị VT70|"), "{people:?}");
}

#[test]
fn restricted_columns_are_there_only_with_leave_and_the_leave_is_written_down() {
    let (mut office, one, _) = office();
    let book = |office: &mut Office, leave| {
        let leaving = leaving(office, &[one]).unwrap();
        let members = sheets::members_of(office, &leaving, leave).unwrap();
        sheets::members(office, &leaving, &members, leave.is_some()).unwrap()
    };
    let masked = book(&mut office, None);
    assert!(masked.columns.iter().all(|column| column.header != "Dân tộc"));
    assert!(!text(&masked).join("\n").contains("Khmer"));
    office.sit("Trần Thu Hà");
    let leave = members::unmask(&mut office, Unmask { screen: "ban-giao".into() }).unwrap().value;
    let shown = book(&mut office, Some(leave));
    assert!(text(&shown).join("\n").contains("|Khmer|"));
    let asked: String =
        office.db().query_row("select who || ' ' || screen from unmasking", [], |row| row.get(0)).unwrap();
    assert_eq!(asked, "Trần Thu Hà ban-giao");
    office.sit("Người khác");
    assert!(xlsx(&mut office, HandoverOf { units: vec![one], unmasking: Some(leave) }).is_err(), "another's leave");
}

#[test]
fn what_was_dissolved_is_not_handed_over() {
    let (mut office, one, _) = office();
    let end = UnitDissolve { unit: one, day: day(2025, 6, 10), document: String::new(), members: MembersOfEnded::End };
    members::dissolve(&mut office, end).unwrap();
    let refusal = xlsx(&mut office, HandoverOf { units: vec![one], unmasking: None }).unwrap_err().sentences();
    assert!(refusal.contains("giải thể"), "{refusal}");
    assert!(xlsx(&mut office, HandoverOf { units: Vec::new(), unmasking: None }).is_err());
}
