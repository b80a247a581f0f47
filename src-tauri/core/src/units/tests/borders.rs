//! The day from which a unit is no more, what it went into, what is corrected of a later span.

use super::*;
use crate::members;
use serde_json::{from_value, json};

fn ended(office: &mut Office, unit: UnitId, on: NaiveDate) {
    office.act(CHANGE, |pen| end(pen, unit, on, UnitEnding::Dissolved, "64/QĐ-LĐLĐ")).unwrap();
}

#[test]
fn a_unit_stands_and_counts_until_the_day_from_which_it_is_no_more() {
    let mut office = office();
    let id = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    ended(&mut office, id, day(2025, 7, 1));
    let stands = [day(2025, 6, 30), day(2025, 7, 1)].map(|on| {
        let of = UnitTalliesOf { as_of: Some(on), by: UnitsBy::Kind, map: UnitMap::Then };
        (living_on(office.db(), id, on).unwrap(), figures(&mut office, of).unwrap().whole.units.len())
    });
    assert_eq!(stands, [(true, 1), (false, 0)]);
}

#[test]
fn a_unit_that_took_another_in_before_it_was_merged_itself_goes_on_in_the_last_one() {
    let mut office = office();
    let units = ["VT01", "VT02", "VT03"].map(|code| add(&mut office, code, &format!("CĐCS {code}"), None));
    for (at, on) in [(0, "2025-02-01"), (1, "2025-03-01")] {
        let merge = json!({ "units": [units[at]], "into": units[at + 1], "day": on, "document": "64/QĐ-LĐLĐ" });
        members::merge_units(&mut office, from_value(merge).unwrap()).unwrap();
    }
    let map = MapOfToday::read(&office).unwrap();
    assert_eq!(units.map(|unit| map.standing(unit).unit), [Ok(units[2]); 3]);
}

#[test]
fn the_chair_who_is_called_is_the_one_in_office() {
    let mut office = office();
    let id = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    let sql = "insert into unit_officer (uid, unit, name, post, since, until)
               values (randomblob(16), ?1, 'Lê Thị Cũ', 'Chủ tịch', '2020-01-01', '2025-07-31')";
    office.act(CHANGE, |pen| Ok(pen.execute(sql, [id])?)).unwrap();
    let mut chair = |on| {
        let query = UnitQuery { as_of: Some(on), ..UnitQuery::default() };
        list(&mut office, query).unwrap().rows.remove(0).chair
    };
    assert_eq!([chair(day(2025, 7, 31)), chair(day(2025, 8, 1))], ["Lê Thị Cũ", ""]);
}

#[test]
fn a_bloc_that_is_corrected_today_is_corrected_under_a_name_to_come_too() {
    let mut office = office();
    let bloc = BlocDraft { id: None, no: 1, name: "Khối Mầm non".into(), years: Vec::new() };
    let bloc = Some(set_bloc(&mut office, bloc).unwrap().value);
    let id = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    let to_come = UnitRename { id, name: "CĐCS Tương Lai".into(), since: day(2026, 1, 1), document: String::new() };
    rename(&mut office, to_come).unwrap();
    edit(&mut office, UnitEdit { id, draft: UnitDraft { bloc, ..hoa_sen() } }).unwrap();
    let states = get(&mut office, UnitAsk { id, as_of: None }).unwrap().states;
    assert_eq!(states.iter().map(|state| state.bloc).collect::<Vec<_>>(), [bloc, bloc]);
}

#[test]
fn a_code_means_the_unit_that_lives_or_the_one_that_ended_last() {
    let mut office = office();
    let mut last = None;
    for on in [day(2025, 3, 1), day(2025, 5, 1)] {
        let id = add(&mut office, "VT29", "CĐCS Hoa Sen", None);
        ended(&mut office, id, on);
        last = Some(id);
    }
    assert_eq!(by_code(office.db(), "vt29").unwrap(), last);
    let living = add(&mut office, "VT29", "CĐCS Hoa Sen", None);
    assert_eq!(by_code(office.db(), "vt29").unwrap(), Some(living));
}

#[test]
fn members_belong_until_the_day_before_their_unit_is_no_more() {
    let mut office = office();
    let id = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    let one = json!({ "unit": id, "began": "listed", "draft": { "full_name": "Lê Văn An", "gender": "nam" } });
    members::add(&mut office, from_value(one).unwrap()).unwrap();
    let end = json!({ "unit": id, "day": "2025-07-01", "document": "", "members": { "kind": "end" } });
    members::dissolve(&mut office, from_value(end).unwrap()).unwrap();
    let mut on = |on| list(&mut office, UnitQuery { as_of: Some(on), ..UnitQuery::default() }).unwrap().members;
    assert_eq!((on(day(2025, 6, 30)), on(day(2025, 7, 1))), (1, 0));
}

#[test]
fn the_members_of_a_unit_are_counted_anew_when_one_comes_or_an_undo_takes_them() {
    fn counted(office: &mut Office) -> (i64, i64) {
        let page = list(office, UnitQuery::default()).unwrap();
        (page.members, page.women)
    }
    let mut office = office();
    let id = add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    assert_eq!(counted(&mut office), (0, 0));
    let one = json!({ "unit": id, "began": "listed", "draft": { "full_name": "Lê Thị An", "gender": "nu" } });
    let member = members::add(&mut office, from_value(one).unwrap()).unwrap().value.id;
    assert_eq!(counted(&mut office), (1, 1));
    let field = json!({ "cells": [{ "id": member, "field": "gender", "text": "Nam" }] });
    members::edit(&mut office, from_value(field).unwrap()).unwrap();
    assert_eq!(counted(&mut office), (1, 0));
    office.undo(None).unwrap();
    assert_eq!(counted(&mut office), (1, 1));
}

#[test]
fn a_unit_to_which_somebody_belongs_since_is_not_taken_back() {
    let mut office = office();
    let made = establish(&mut office, UnitEstablish { draft: hoa_sen(), received: false }).unwrap();
    let one = json!({ "unit": made.value, "began": "listed", "draft": { "full_name": "Lê Thị An", "gender": "nu" } });
    members::add(&mut office, from_value(one).unwrap()).unwrap();
    let refused = office.undo(made.act).unwrap_err();
    assert!(refused.sentences().contains("được sửa hoặc dùng sau đó"), "{refused:?}");
    assert_eq!(list(&mut office, UnitQuery::default()).unwrap().members, 1);
}

#[test]
fn the_schema_itself_keeps_a_unit_out_of_a_bloc_that_ended() {
    let mut office = office();
    let draft = BlocDraft { id: None, no: 1, name: "Khối Mầm non".into(), years: Vec::new() };
    let bloc = set_bloc(&mut office, draft).unwrap().value;
    add(&mut office, "VT29", "CĐCS Trường Mầm non Hoa Sen", None);
    end_bloc(&mut office, BlocEnd { id: bloc, until: day(2025, 6, 30) }).unwrap();
    let mut write = |sql| office.act(CHANGE, |pen| Ok(pen.execute(sql, [])?)).map_err(|error| error.sentences());
    assert!(write("update unit_state set bloc = 1").unwrap_err().contains("đã kết thúc"));
    write("update unit_state set bloc = 1, until = '2025-06-30'").unwrap();
    assert!(write("update unit_state set until = null").unwrap_err().contains("đã kết thúc"));
}
