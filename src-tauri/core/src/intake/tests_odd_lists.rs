//! Lists that say more than one thing: of several units, of the family too, of everybody who works there, with dates the other way
//! round, with a column more than last year.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::list::Status;
use super::session::{Outcome, SourceFile};
use super::store::Counts;
use super::targets::{MembersIn, RegistrationsIn};
use super::tests::{all_rows, file, finish, lay, list, office, sheet, take_in};
use super::{IntakeDecide, IntakeMap, IntakeRow, IntakeSet, IntakeView, decide, map, set};
use crate::movements::{RegistrationKind, RegistrationPageAsk, RegistrationQuery, registrations};
use crate::office::Office;
use crate::sheet::read::{CellValue, ReadSheet};

const HEADINGS: &[&str] = &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD"];

fn of_all(rows: &[&[&str]]) -> SourceFile {
    let above: [&[&str]; 2] = [&["TỔNG HỢP ĐOÀN VIÊN TOÀN HUYỆN"], HEADINGS];
    file("tong hop.xlsx", vec![sheet("DS", &[&above, rows].concat())])
}

fn units_of(rows: &[IntakeRow]) -> Vec<&str> {
    rows.iter().map(|row| row.unit.as_deref().unwrap_or("")).collect()
}

fn warned(rows: &[IntakeRow], finding: &str) -> Vec<u32> {
    let is_warned = |row: &&IntakeRow| row.findings.iter().any(|one| one.name == finding);
    rows.iter().filter(is_warned).map(|row| row.row).collect()
}

fn choose_unit(office: &mut Office, code: &str) -> IntakeView {
    let known = super::store::known_units(office.db()).unwrap();
    let unit = known.into_iter().find(|unit| unit.code == code).map(|unit| crate::units::UnitId(unit.id));
    decide(office, IntakeDecide { file: 0, unit, taken: None }).unwrap()
}

const BY_GROUPS: &[&[&str]] = &[
    &["I", "Trường Mầm non Hoa Mai"],
    &["1", "Trần Thị An", "05/06/1975", "Nữ", ""],
    &["", "Tổ Văn phòng"],
    &["2", "Lê Văn Bảo", "15/06/1976", "Nam", ""],
    &["II", "UBND xã Minh Thượng"],
    &["1", "Vũ Văn Cường", "25/06/1977", "Nam", ""],
    &["III", "Trường Mầm non Ngoài Sổ"],
    &["1", "Hồ Thị Dung", "05/07/1978", "Nữ", ""],
];

#[test]
fn the_head_of_a_group_says_whose_the_rows_below_are() {
    let mut office = office();
    let view = lay(&mut office, &MembersIn, vec![of_all(BY_GROUPS)]);
    assert_eq!(view.files[0].status, Status::Import, "{}", view.files[0].sentence);
    assert_eq!(view.counts, Counts { added: 3, asked: 1, ..Counts::default() });
    let rows = all_rows(&mut office);
    assert_eq!(units_of(&rows), ["VT01", "VT01", "VT03", ""]);
    assert_eq!(warned(&rows, "unit_unknown"), [10]);
}

#[test]
fn a_unit_chosen_by_hand_is_only_that_of_rows_that_name_none() {
    let mut office = office();
    lay(&mut office, &MembersIn, vec![of_all(BY_GROUPS)]);
    let view = choose_unit(&mut office, "VT02");
    assert_eq!(view.counts, Counts { added: 4, ..Counts::default() });
    let rows = all_rows(&mut office);
    assert_eq!(units_of(&rows), ["VT01", "VT01", "VT03", "VT02"]);
    assert_eq!(warned(&rows, "unit_of_row"), [4, 6, 8], "what goes elsewhere is said");

    let headings: &[&str] = &["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị"];
    let by_column = file(
        "tong hop.xlsx",
        vec![sheet(
            "DS",
            &[
                headings,
                &["1", "Trần Thị An", "05/06/1975", "Nữ", "MN Hoa Mai"],
                &["2", "Lê Văn Bảo", "15/06/1976", "Nam", "VT02"],
                &["3", "Vũ Văn Cường", "25/06/1977", "Nam", "Trường lạ"],
            ],
        )],
    );
    lay(&mut office, &MembersIn, vec![by_column]);
    choose_unit(&mut office, "VT03");
    let rows = all_rows(&mut office);
    assert_eq!(units_of(&rows), ["VT01", "VT02", "VT03"]);
    assert_eq!(rows[2].outcome, Outcome::Asked, "a unit that nobody knows is asked about");
}

#[test]
fn the_group_of_another_unit_inside_a_units_list_goes_to_that_unit_and_it_is_said() {
    let mut office = office();
    let rows: &[&[&str]] = &[
        &["CĐCS XÃ MINH THƯỢNG"],
        HEADINGS,
        &["I", "Cán bộ xã"],
        &["1", "Vũ Văn Cường", "25/06/1977", "Nam", ""],
        &["II", "Trường Mầm non Hoa Mai"],
        &["1", "Trần Thị An", "05/06/1975", "Nữ", ""],
    ];
    let view = lay(&mut office, &MembersIn, vec![file("ds.xlsx", vec![sheet("DS", rows)])]);
    assert_eq!(view.files[0].unit.as_ref().map(|unit| unit.code.as_str()), Some("VT03"));
    let rows = all_rows(&mut office);
    assert_eq!(units_of(&rows), ["VT03", "VT01"]);
    assert_eq!(warned(&rows, "unit_of_row"), [6]);
}

#[test]
fn each_sheet_of_a_file_is_of_the_unit_that_it_names() {
    let mut office = office();
    let of = |name: &str, title: &str, person: &str| {
        sheet(name, &[&[title], HEADINGS, &["1", person, "05/06/1975", "Nữ", ""]])
    };
    let sheets = vec![
        of("1", "CĐCS TRƯỜNG MẦM NON HOA MAI", "Trần Thị An"),
        of("TH Bình Lạc", "Danh sách đoàn viên", "Lê Thị Bình"),
        of("3", "Danh sách đoàn viên", "Vũ Thị Cúc"),
    ];
    let view = lay(&mut office, &MembersIn, vec![file("tong hop.xlsx", sheets)]);
    assert_eq!(view.counts, Counts { added: 2, asked: 1, ..Counts::default() });
    assert_eq!(units_of(&all_rows(&mut office)), ["VT01", "VT02", ""]);
}

#[test]
fn a_birth_of_the_family_is_not_the_members() {
    let mut office = office();
    let rows: &[&[&str]] = &[
        &["CĐCS XÃ MINH THƯỢNG"],
        &[
            "TT",
            "Họ và tên",
            "Ngày sinh",
            "Họ tên vợ (chồng)",
            "Năm sinh vợ (chồng)",
            "CCCD vợ (chồng)",
            "SĐT người thân",
        ],
        &["1", "Trần Văn An", "05/06/1975", "Lê Thị Nga", "1979", "036179000001", "0912345678"],
        &["2", "Vũ Văn Bảo", "", "Lê Thị Lan", "1981", "036181000001", "0912345679"],
    ];
    lay(&mut office, &MembersIn, vec![file("ds.xlsx", vec![sheet("DS", rows)])]);
    let read = all_rows(&mut office);
    assert_eq!(read[0].values["birth"], "05/06/1975");
    for field in ["birth", "citizen_id", "phone"] {
        assert!(!read[1].values.contains_key(field), "{field}: {:?}", read[1].values);
    }
}

#[test]
fn who_is_not_marked_as_a_member_in_a_list_of_workers_stays_out() {
    let mut office = office();
    let rows: &[&[&str]] = &[
        &["CĐCS XÃ MINH THƯỢNG"],
        &["STT", "Họ và tên", "Ngày sinh", "Đoàn viên CĐ"],
        &["1", "Trần Văn An", "05/06/1975", "x"],
        &["2", "Vũ Văn Bảo", "06/07/1976", ""],
    ];
    let view = lay(&mut office, &MembersIn, vec![file("ds.xlsx", vec![sheet("DS", rows)])]);
    assert_eq!(view.counts, Counts { added: 1, asked: 1, ..Counts::default() });
    assert_eq!(warned(&all_rows(&mut office), "not_marked"), [4]);
    let nobody: &[&[&str]] = &[rows[0], rows[1], &["1", "Trần Văn An", "05/06/1975", ""]];
    let view = lay(&mut office, &MembersIn, vec![file("ds.xlsx", vec![sheet("DS", nobody)])]);
    assert_eq!(view.counts.added, 1, "a column that nobody filled in says nothing");
}

fn births(office: &mut Office) -> Vec<String> {
    all_rows(office).iter().map(|row| row.values.get("birth").cloned().unwrap_or_default()).collect()
}

#[test]
fn a_column_that_writes_the_month_first_is_read_so_and_warned_of() {
    let mut office = office();
    let people: Vec<[&str; 5]> = vec![
        ["1", "Trần Văn An", "05/25/1975", "Nam", ""],
        ["2", "Vũ Văn Bảo", "06/07/1976", "Nam", ""],
        ["3", "Lê Văn Cảnh", "11/30/1977", "Nam", ""],
        ["4", "Hồ Văn Dũng", "12/31/1978", "Nam", ""],
    ];
    let people: Vec<&[&str]> = people.iter().map(<[&str; 5]>::as_slice).collect();
    let view = lay(&mut office, &MembersIn, vec![list(&people)]);
    assert_eq!(births(&mut office), ["25/05/1975", "07/06/1976", "30/11/1977", "31/12/1978"]);
    assert_eq!(warned(&all_rows(&mut office), "month_first"), [4], "who could be read either way");
    assert!(view.files[0].notes.iter().any(|note| note.contains("tháng trước ngày")), "{:?}", view.files[0].notes);
    let cell = IntakeSet { file: 0, sheet: "DS".into(), row: 4, field: "birth".into(), text: "08/09/1976".into() };
    set(&mut office, cell).unwrap();
    assert_eq!(births(&mut office)[1], "08/09/1976", "what the clerk types has the day first");
}

#[test]
fn days_that_excel_swapped_are_swapped_back_and_warned_of() {
    let mut office = office();
    let dates = ["25/05/1975", "16/07/1976", "30/11/1977", "", "", ""];
    let names = ["Trần Văn An", "Vũ Văn Bảo", "Lê Văn Cảnh", "Hồ Văn Dũng", "Đỗ Văn Giang", "Mai Văn Hải"];
    let people: Vec<[&str; 3]> = names.iter().zip(dates).map(|(name, date)| ["1", *name, date]).collect();
    let people: Vec<&[&str]> = people.iter().map(<[&str; 3]>::as_slice).collect();
    let mut odd = list(&people);
    let rows: &mut ReadSheet = &mut odd.read.as_mut().unwrap().sheets[0];
    for (row, serial) in rows.rows.iter_mut().skip(5).zip([29_351, 29_646, 30_139]) {
        row.cells.push(crate::sheet::read::ReadCell {
            column: 2,
            value: CellValue::Day(serial),
            style: None,
            formula: None,
        });
    }
    lay(&mut office, &MembersIn, vec![odd]);
    // the file has 10/05/1980, 01/03/1981 and 07/07/1982
    assert_eq!(births(&mut office)[3..], ["05/10/1980", "03/01/1981", "07/07/1982"]);
    assert_eq!(warned(&all_rows(&mut office), "day_swapped"), [6, 7]);
}

#[test]
fn a_corrected_column_is_still_known_when_another_is_put_between() {
    let mut office = office();
    let with = |headings: &[&str], cells: &[&str]| {
        file("ds.xlsx", vec![sheet("DS", &[&["CĐCS XÃ MINH THƯỢNG"], headings, cells])])
    };
    let first =
        with(&["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Thẻ"], &["1", "Trần Văn An", "05/06/1975", "Nam", "A12"]);
    lay(&mut office, &MembersIn, vec![first]);
    map(&mut office, IntakeMap { file: 0, sheet: "DS".into(), column: 4, field: Some("member_code".into()) }).unwrap();
    finish(&mut office);
    let wider = with(
        &["STT", "Họ và tên", "Ngạch", "Ngày sinh", "Giới tính", "Thẻ"],
        &["1", "Trần Văn An", "01.003", "05/06/1975", "Nam", "A12"],
    );
    let view = lay(&mut office, &MembersIn, vec![wider]);
    let fields: Vec<Option<&str>> =
        view.files[0].sheets[0].columns.iter().map(|column| column.field.as_deref()).collect();
    assert_eq!(fields, [Some("-"), Some("full_name"), None, Some("birth"), Some("gender"), Some("member_code")]);
}

#[test]
fn registrations_are_of_the_school_year_of_their_title_and_collectives_stand_under_their_head() {
    let mut office = office();
    take_in(&mut office, &MembersIn, vec![list(&[&["1", "Trần Thị An", "05/06/1975", "Nữ", "", ""]])]);
    let rows: &[&[&str]] = &[
        &["CĐCS TRƯỜNG MẦM NON HOA MAI"],
        &["DANH SÁCH ĐĂNG KÝ THI ĐUA NĂM HỌC 2026-2027"],
        &["STT", "Họ và tên", "Đăng ký danh hiệu thi đua", "Hình thức khen thưởng"],
        &["", "CÁ NHÂN"],
        &["1", "Trần Thị An", "Lao động tiên tiến", "Giấy khen"],
        &["", "TẬP THỂ"],
        &["1", "Tổ Lá", "Tập thể lao động tiên tiến", "Giấy khen"],
    ];
    assert_eq!(take_in(&mut office, &RegistrationsIn, vec![file("dk.xlsx", vec![sheet("DS", rows)])]).added, 2);
    let query = RegistrationQuery { year: Some(2027), ..RegistrationQuery::default() };
    let lines = registrations(&mut office, RegistrationPageAsk { query, offset: 0, limit: 10 }).unwrap().rows;
    let mut told: Vec<_> = lines.iter().map(|line| (line.name.as_str(), line.kind)).collect();
    told.sort();
    assert_eq!(told, [("Trần Thị An", RegistrationKind::Individual), ("Tổ Lá", RegistrationKind::Collective)]);
}

#[test]
fn a_list_of_awards_among_the_lists_of_members_is_held_until_somebody_says_that_it_is_one() {
    let mut office = office();
    let awards = file(
        "VT01 khen thuong.xlsx",
        vec![sheet(
            "DS",
            &[
                &["CĐCS TRƯỜNG MẦM NON HOA MAI"],
                &["STT", "Họ và tên", "Chức vụ", "Hình thức khen thưởng", "Số quyết định", "Ngày ký", "Lý do khen"],
                &["1", "Trần Thị An", "Giáo viên", "Giấy khen", "12/QĐ-LĐLĐ", "05/06/2024", "Hoàn thành tốt"],
                &["2", "Lê Văn Bảo", "Hiệu trưởng", "Giấy khen", "12/QĐ-LĐLĐ", "05/06/2024", "Hoàn thành tốt"],
            ],
        )],
    );
    let view = lay(&mut office, &MembersIn, vec![awards]);
    assert_eq!((view.files[0].reason.as_str(), view.counts.added), ("other_kind", 0));
    let sentence = &view.files[0].sentence;
    assert!(sentence.contains("khen thưởng các năm trước") && sentence.contains("“Số quyết định”"), "{sentence}");
    let view = decide(&mut office, IntakeDecide { file: 0, unit: None, taken: Some(true) }).unwrap();
    assert_eq!((view.files[0].status, view.counts.added), (Status::Import, 2));
}
