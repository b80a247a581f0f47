//! Lists of people whom the register has already, and of units that are no more.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use chrono::NaiveDate;

use super::session::{Outcome, SourceFile};
use super::store::Counts;
use super::taking::Answer;
use super::targets::{MembersIn, UnitsIn};
use super::tests::{all_rows, file, finish, lay, list, office, say, sheet, take_in};
use crate::members::{
    Leaving, Member, MemberChoice, MemberDraft, MembersLeave, MembersOfEnded, Status, UnitDissolve, dissolve, leave,
    member,
};
use crate::office::Office;
use crate::units::UnitId;

fn people(office: &Office) -> Vec<Member> {
    let mut statement = office.db().prepare("select id from member order by id").unwrap();
    let ids = statement.query_map([], |row| row.get(0)).unwrap();
    ids.map(|id| member(office.db(), id.unwrap()).unwrap()).collect()
}

fn facts(office: &Office) -> Vec<MemberDraft> {
    people(office).into_iter().map(|known| known.facts).collect()
}

fn births(office: &Office) -> Vec<String> {
    facts(office).into_iter().map(|known| known.birth.map(|birth| birth.to_string()).unwrap_or_default()).collect()
}

const fn same(same: i64) -> Counts {
    Counts { added: 0, changed: 0, same, asked: 0, held: 0 }
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

#[test]
fn a_list_without_births_that_comes_again_adds_nobody() {
    let mut office = office();
    let unborn = || {
        list(&[
            &["1", "Hà Văn Lâm", "", "Nam", "", "Nhân viên"],
            &["2", "Hà Thị Lê", "không rõ", "Nữ", "", "Nhân viên"],
        ])
    };
    assert_eq!(take_in(&mut office, &MembersIn, vec![unborn()]).added, 2);
    assert_eq!(take_in(&mut office, &MembersIn, vec![unborn()]), same(2));
    assert_eq!(people(&office).len(), 2);
}

#[test]
fn whom_next_years_list_leaves_out_is_named_and_stays() {
    let mut office = office();
    let of = |names: &[&str]| {
        let rows: Vec<[&str; 6]> = names.iter().map(|name| ["1", name, "1980", "Nữ", "", "Giáo viên"]).collect();
        list(&rows.iter().map(<[&str; 6]>::as_slice).collect::<Vec<_>>())
    };
    take_in(&mut office, &MembersIn, vec![of(&["Hà Thị Lê", "Vũ Thị Mận", "Đỗ Thị Na"])]);
    let notes = |office: &mut Office, names: &[&str]| lay(office, &MembersIn, vec![of(names)]).files.remove(0).notes;
    let told = notes(&mut office, &["Hà Thị Lê", "Đỗ Thị Na", "Bùi Thị Ổi"]);
    assert!(told.iter().any(|note| note.contains("không có trong danh sách: Vũ Thị Mận. ")), "{told:?}");
    assert!(notes(&mut office, &["Hà Thị Lê", "Vũ Thị Mận", "Đỗ Thị Na"]).is_empty());
    assert!(notes(&mut office, &["Bùi Thị Ổi"]).is_empty(), "newcomers only: no list of the whole unit");
    finish(&mut office);
    assert_eq!(people(&office).len(), 4);
}

#[test]
fn a_year_of_birth_meets_its_day_and_never_takes_its_place() {
    let mut office = office();
    let born = |birth: &str| list(&[&["1", "Lò Văn Ba", birth, "Nam", "", "Nhân viên"]]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![born("1980")]).added, 1);
    assert_eq!(take_in(&mut office, &MembersIn, vec![born("05/09/1980")]).changed, 1);
    assert_eq!(births(&office), ["05/09/1980"]);
    for less in ["1980", "9/1980", ""] {
        assert_eq!(take_in(&mut office, &MembersIn, vec![born(less)]), same(1), "{less}");
    }
    assert_eq!(births(&office), ["05/09/1980"]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![born("1985")]).added, 1, "a namesake");
}

#[test]
fn a_row_that_may_mean_either_of_two_namesakes_is_asked_about() {
    let mut office = office();
    let both = || {
        list(&[
            &["1", "Lò Văn Ba", "05/09/1980", "Nam", "", "Bảo vệ"],
            &["2", "Lò Văn Ba", "07/03/1975", "Nam", "", "Kế toán"],
        ])
    };
    assert_eq!(take_in(&mut office, &MembersIn, vec![both()]).added, 2);
    assert_eq!(take_in(&mut office, &MembersIn, vec![both()]), same(2), "their births tell them apart");
    let view = lay(&mut office, &MembersIn, vec![list(&[&["1", "Lò Văn Ba", "", "Nam", "", "Bảo vệ"]])]);
    assert_eq!(view.counts, Counts { asked: 1, ..Counts::default() });
    assert_eq!(all_rows(&mut office)[0].candidates.len(), 2);
}

#[test]
fn two_people_of_one_list_never_become_one_record() {
    let mut office = office();
    assert_eq!(take_in(&mut office, &MembersIn, vec![list(&[&["1", "Lò Văn Ba", "", "Nam", "", ""]])]).added, 1);
    let both = list(&[
        &["1", "Lò Văn Ba", "05/09/1980", "Nam", "", "Bảo vệ"],
        &["2", "Lò Văn Ba", "07/03/1975", "Nam", "", "Kế toán"],
    ]);
    assert_eq!(lay(&mut office, &MembersIn, vec![both]).counts, Counts { asked: 2, ..Counts::default() });
    let record = all_rows(&mut office)[0].candidates[0].record;
    say(&mut office, 3, Some(Answer::Known { record }));
    assert_eq!(say(&mut office, 4, Some(Answer::New)).counts, Counts { added: 1, changed: 1, ..Counts::default() });
    finish(&mut office);
    assert_eq!(births(&office), ["05/09/1980", "07/03/1975"]);
}

/// A list with marks of Party members.
fn marked(people: &[(&str, &str)]) -> SourceFile {
    let rows: Vec<[&str; 4]> = people.iter().map(|(name, mark)| ["1", *name, "1980", *mark]).collect();
    let heading: &[&str] = &["STT", "Họ và tên", "Năm sinh", "Đảng viên"];
    let mut all: Vec<&[&str]> = vec![&["CĐCS TRƯỜNG MẦM NON HOA MAI"], heading];
    all.extend(rows.iter().map(<[&str; 4]>::as_slice));
    file("hoa mai.xlsx", vec![sheet("DS", &all)])
}

fn party(office: &Office) -> Vec<Option<bool>> {
    facts(office).into_iter().map(|known| known.party_member).collect()
}

#[test]
fn a_blank_mark_erases_nothing_and_says_no_only_where_the_column_marks_the_yes() {
    let mut office = office();
    let said = marked(&[("Lò Văn An", "Có"), ("Lò Văn Ba", "Không"), ("Lò Văn Cát", "")]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![said]).added, 3);
    assert_eq!(party(&office), [Some(true), Some(false), None]);
    let blank = marked(&[("Lò Văn An", ""), ("Lò Văn Ba", ""), ("Lò Văn Cát", "")]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![blank]), same(3));
    let crossed = marked(&[("Lò Văn An", ""), ("Lò Văn Ba", "x"), ("Lò Văn Cát", "")]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![crossed]).changed, 2);
    assert_eq!(party(&office), [Some(true), Some(true), Some(false)]);
    assert_eq!(
        take_in(&mut office, &MembersIn, vec![marked(&[("Lò Văn An", "Không")])]).changed,
        1,
        "a written no counts"
    );
}

#[test]
fn what_differs_only_in_capitals_changes_nothing() {
    let mut office = office();
    let row = |name: &str, post: &str| list(&[&["1", name, "05/09/1980", "Nam", "", post]]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![row("Niê KĐăm", "Trưởng phòng")]).added, 1);
    assert_eq!(take_in(&mut office, &MembersIn, vec![row("Niê Kđăm", "trưởng phòng")]), same(1));
    assert_eq!(take_in(&mut office, &MembersIn, vec![row("Niê KĐăm", "Phó phòng")]).changed, 1);
}

#[test]
fn who_has_left_and_is_listed_again_is_asked_about_and_stays_gone() {
    let mut office = office();
    let row = |post: &str| list(&[&["1", "Kiều Văn Một", "05/09/1990", "Nam", "001090000111", post]]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![row("Nhân viên")]).added, 1);
    let id = people(&office)[0].id;
    let gone = MembersLeave {
        members: MemberChoice { ids: vec![id], query: None },
        how: Leaving::Retired,
        until: day(2026, 6, 30),
        document: String::new(),
    };
    leave(&mut office, gone).unwrap();
    let view = lay(&mut office, &MembersIn, vec![row("Tổ trưởng")]);
    assert_eq!(view.counts, Counts { asked: 1, ..Counts::default() });
    assert_eq!(all_rows(&mut office)[0].findings.last().unwrap().name, "left_before");
    assert_eq!(say(&mut office, 3, Some(Answer::Take)).counts, Counts { changed: 1, ..Counts::default() });
    finish(&mut office);
    let known = &people(&office)[0];
    assert_eq!((known.status, known.facts.position.as_deref()), (Status::Retired, Some("Tổ trưởng")));
}

/// A list of the first school that is headed so.
fn headed(title: &str, name: &str) -> SourceFile {
    let rows: [&[&str]; 4] = [
        &["CĐCS TRƯỜNG MẦM NON HOA MAI"],
        &[title],
        &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Chức vụ"],
        &["1", name, "05/09/1990", "Nam", "", "Giáo viên"],
    ];
    file("hoa mai.xlsx", vec![sheet("DS", &rows)])
}

fn dissolve_the_first(office: &mut Office) {
    let unit =
        office.db().query_row("select id from unit where code = 'VT01'", [], |row| row.get::<_, UnitId>(0)).unwrap();
    let end = UnitDissolve { unit, day: day(2026, 6, 1), document: String::new(), members: MembersOfEnded::End };
    dissolve(office, end).unwrap();
}

#[test]
fn a_list_that_comes_after_the_end_of_its_unit_brings_nobody_into_it() {
    let mut office = office();
    dissolve_the_first(&mut office);
    for title in
        ["DANH SÁCH ĐOÀN VIÊN", "DANH SÁCH ĐOÀN VIÊN (Tính đến ngày 30/06/2026)", "DANH SÁCH ĐOÀN VIÊN NĂM 2026"]
    {
        let view = lay(&mut office, &MembersIn, vec![headed(title, "Lò Văn An")]);
        assert_eq!(view.counts, Counts { asked: 1, ..Counts::default() }, "{title}");
        assert!(view.files[0].notes.iter().any(|note| note.contains("Hoa Mai đã giải thể ngày 01/06/2026")));
        let view = say(&mut office, 4, Some(Answer::Take));
        assert_eq!(view.counts.asked, 1, "no answer opens a unit that is no more");
        assert!(all_rows(&mut office)[0].question.contains("đã giải thể ngày 01/06/2026"));
    }
    assert_eq!(finish(&mut office).added, 0);
}

#[test]
fn the_last_list_of_a_unit_brings_its_people_as_those_who_ended_with_it() {
    let mut office = office();
    dissolve_the_first(&mut office);
    let last = headed("DANH SÁCH ĐOÀN VIÊN (Tính đến ngày 31/12/2025)", "Lò Văn An");
    let view = lay(&mut office, &MembersIn, vec![last]);
    assert_eq!(view.counts, Counts { added: 1, ..Counts::default() });
    assert!(view.files[0].notes.iter().any(|note| note.contains("đã thôi sinh hoạt")), "{:?}", view.files[0].notes);
    assert_eq!(all_rows(&mut office)[0].outcome, Outcome::New);
    finish(&mut office);
    let [one] = people(&office).try_into().unwrap();
    assert_eq!(one.status, Status::UnitDissolved);
    let until: NaiveDate = office.db().query_row("select until from membership", [], |row| row.get(0)).unwrap();
    assert_eq!(until, day(2026, 6, 1));
}

#[test]
fn blocs_that_a_list_of_units_only_numbers_are_made_and_found_again() {
    let mut office = office();
    let blocs = |office: &mut Office, first: &str, second: &str| -> Vec<(i64, String)> {
        let rows: [&[&str]; 3] = [
            &["Mã CĐCS", "Tên công đoàn cơ sở", "Khối"],
            &["VT01", "CĐCS Trường Mầm non Hoa Mai", first],
            &["VT02", "CĐCS Trường Tiểu học Bình Lạc", second],
        ];
        take_in(office, &UnitsIn, vec![file("don vi.xlsx", vec![sheet("Đơn vị", &rows)])]);
        let of = "select bloc.no, bloc.name from unit_state join bloc on bloc.id = unit_state.bloc join unit on unit.id = unit_state.unit
                  where unit_state.until is null order by code";
        let mut statement = office.db().prepare(of).unwrap();
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        found.map(std::result::Result::unwrap).collect()
    };
    assert_eq!(blocs(&mut office, "1", "Khối 2"), [(1, "Khối 1".into()), (2, "Khối 2".into())]);
    assert_eq!(blocs(&mut office, "Khối 1", "2"), [(1, "Khối 1".into()), (2, "Khối 2".into())]);
    let named = [(3, "Khối trường học".into()), (2, "Khối số 2 - Mầm non".into())];
    assert_eq!(blocs(&mut office, "Khối trường học", "Khối số 2 - Mầm non"), named);
    assert_eq!(blocs(&mut office, "3", "2"), named);
    assert_eq!(blocs(&mut office, "Khối 5: Xã", "2")[0], (5, "Khối 5: Xã".into()));
}
