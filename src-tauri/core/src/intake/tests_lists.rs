//! Lists as other districts send them: what stands around the plain rows is neither lost nor taken for a person.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::finding::Finding;
use super::session::SourceFile;
use super::store::Counts;
use super::targets::{MembersIn, RegistrationsIn, UnitsIn};
use super::tests::{all_rows, file, lay, list, office, say, sheet, take_in};
use super::view::IntakeView;
use super::{IntakeDecide, IntakeSet, decide, set, taking::Answer};
use crate::members::{Member, member};
use crate::office::Office;

/// Who went in, as name, gender and birth.
fn people(office: &Office) -> Vec<String> {
    let told = |known: Member| {
        let gender = known.facts.gender.map_or("", crate::members::Gender::code);
        let birth = known.facts.birth.map(|birth| birth.to_string()).unwrap_or_default();
        format!("{} {gender} {birth}", known.facts.full_name)
    };
    members(office).into_iter().map(told).collect()
}

fn members(office: &Office) -> Vec<Member> {
    let mut statement = office.db().prepare("select id from member order by id").unwrap();
    let ids = statement.query_map([], |row| row.get(0)).unwrap();
    ids.map(|id| member(office.db(), id.unwrap()).unwrap()).collect()
}

fn one(rows: &[&[&str]]) -> Vec<SourceFile> {
    let mut all: Vec<&[&str]> = vec![&["CĐCS TRƯỜNG MẦM NON HOA MAI"]];
    all.extend(rows);
    vec![file("hoa mai.xlsx", vec![sheet("DS", &all)])]
}

fn take(rows: &[&[&str]]) -> (Counts, Office) {
    let mut office = office();
    let counts = take_in(&mut office, &MembersIn, one(rows));
    (counts, office)
}

/// What is asked about, as row and first finding.
fn asked(office: &mut Office) -> Vec<(u32, String)> {
    let rows = all_rows(office).into_iter().filter(|row| row.outcome == super::session::Outcome::Asked);
    rows.map(|row| (row.row, row.findings.first().map(|said| said.name.clone()).unwrap_or_default())).collect()
}

fn hindrance(view: &IntakeView) -> &str {
    &view.files[0].reason
}

#[test]
fn a_head_of_school_in_a_short_list_is_no_signature_and_nobody_below_is_lost() {
    let (counts, office) = take(&[
        &["STT", "Họ và tên", "Chức vụ"],
        &["1", "Lê Văn An", "Giáo viên"],
        &["2", "Lê Thị Ba", "Hiệu trưởng"],
        &["3", "Lê Văn Cả", "Giáo viên"],
        &["", "Người lập", "TM. Ban chấp hành"],
        &["", "Trần Thị Ký", "Hoàng Văn Tên"],
        &["STT", "Họ và tên", "Chức vụ"],
        &["4", "Lê Thị Dần", "Chủ tịch"],
    ]);
    assert_eq!((counts.added, counts.asked), (4, 0), "{:?}", people(&office));
}

#[test]
fn a_second_heading_changes_the_columns_and_is_nobody() {
    let (counts, mut office) = take(&[
        &["TT", "Họ và tên", "Ngày sinh", "Giới tính"],
        &["1", "Lê Văn An", "05/09/1998", "Nam"],
        &["B. Không chuyên trách"],
        &["TT", "Họ tên", "Nam/Nữ", "Ngày sinh"],
        &["1", "Lê Thị Ba", "Nữ", "01/02/1981"],
    ]);
    assert_eq!(counts.added, 2);
    assert_eq!(people(&office), ["Lê Văn An nam 05/09/1998", "Lê Thị Ba nu 01/02/1981"]);
    lay(
        &mut office,
        &MembersIn,
        one(&[
            &["TT", "Họ và tên", "Ngày sinh", "Giới tính"],
            &["1", "Lê Văn An", "05/09/1998", "Nam"],
            &["TT", "Họ tên", "Nam/Nữ", "Ngày sinh"],
            &["1", "Lê Thị Ba", "Nữ", "01/02/1981"],
        ]),
    );
    let cell = IntakeSet { file: 0, sheet: "DS".into(), row: 5, field: "gender".into(), text: "Nam".into() };
    set(&mut office, cell).unwrap();
    let row = all_rows(&mut office).into_iter().find(|row| row.row == 5).unwrap();
    assert_eq!((&*row.values["gender"], &*row.values["birth"]), ("Nam", "01/02/1981"), "the cell of its own heading");
}

#[test]
fn two_tables_side_by_side_wait_because_only_one_can_be_read() {
    let mut office = office();
    let rows: &[&[&str]] = &[
        &["TT", "Họ và tên", "Năm sinh", "TT", "Họ và tên", "Năm sinh"],
        &["1", "Lê Văn An", "1980", "3", "Lê Văn Cả", "1982"],
        &["2", "Lê Thị Ba", "1981", "4", "Lê Thị Dần", "1983"],
    ];
    let view = lay(&mut office, &MembersIn, one(rows));
    assert_eq!((hindrance(&view), view.counts.added), ("two_tables", 0));
}

#[test]
fn who_has_left_by_remark_group_or_sheet_is_asked_about() {
    let mut office = office();
    let heading: &[&str] = &["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Ghi chú"];
    let here: &[&[&str]] = &[
        &["CĐCS TRƯỜNG MẦM NON HOA MAI"],
        heading,
        &["1", "Lê Văn An", "05/09/1978", "Nam", "Đã nghỉ hưu"],
        &["2", "Lê Thị Ba", "06/09/1978", "Nữ", "nghỉ thai sản"],
        &["II", "Đoàn viên giảm trong năm"],
        &["3", "Lê Văn Cả", "07/09/1978", "Nam", ""],
        &["III", "Tổ Văn phòng"],
        &["4", "Lê Thị Dần", "08/09/1978", "Nữ", ""],
    ];
    let gone: &[&[&str]] = &[heading, &["1", "Lê Thị Én", "09/09/1958", "Nữ", ""]];
    lay(&mut office, &MembersIn, vec![file("a.xlsx", vec![sheet("DS", here), sheet("Nghỉ hưu", gone)])]);
    let left = Finding::SaidToHaveLeft.name();
    assert_eq!(asked(&mut office), [(3, left.clone()), (6, left.clone()), (2, left)]);
    say(&mut office, 3, Some(Answer::Take));
    assert_eq!(asked(&mut office).len(), 2, "the clerk knows better");
}

#[test]
fn sums_and_lines_to_fill_in_are_nobody() {
    let (counts, office) = take(&[
        &["TT", "Họ và tên", "Năm sinh", "Nữ"],
        &["1", "Lê Văn An", "1980", ""],
        &["", "Cộng trang 1", "1", "0"],
        &["", "Mang sang", "1"],
        &["2", "Cống Thị Ba", "1981", "x"],
        &["", "Lũy kế", "2"],
        &["3", "……………", "……", "…"],
    ]);
    assert_eq!((counts.added, counts.asked), (2, 0), "{:?}", people(&office));
}

#[test]
fn a_year_is_no_man_and_the_parts_of_a_birth_are_one_day() {
    let (_, office) = take(&[
        &["TT", "Họ và tên", "Ngày", "Tháng", "Năm", "Nữ"],
        &["1", "Lê Văn An", "5", "9", "1978", ""],
        &["2", "Lê Thị Ba", "", "", "1979", "x"],
    ]);
    assert_eq!(people(&office), ["Lê Văn An nam 05/09/1978", "Lê Thị Ba nu 1979"]);
}

#[test]
fn words_under_a_mark_and_explained_headings_are_understood() {
    let (_, office) = take(&[
        &["TT", "Họ và tên", "Ngày sinh", "Nữ (ghi rõ)", "Năm sinh vợ (chồng)"],
        &["1", "Lê Văn An", "", "Nam", "1990"],
        &["2", "Lê Thị Ba", "06/09/1978", "Nữ", "1975"],
    ]);
    assert_eq!(people(&office), ["Lê Văn An nam ", "Lê Thị Ba nu 06/09/1978"]);
}

#[test]
fn a_ditto_is_what_stands_above() {
    let (_, office) = take(&[
        &["TT", "Họ và tên", "Chức vụ", "Ngày vào công đoàn"],
        &["1", "Lê Văn An", "Kế toán", "01/09/2010"],
        &["2", "Lê Thị Ba", "nt", "\""],
        &["3", "Lê Văn Cả", "-nt-", "//"],
    ]);
    let facts: Vec<_> = members(&office).into_iter().map(|known| known.facts).collect();
    assert!(facts.iter().all(|facts| facts.position.as_deref() == Some("Kế toán") && facts.union_join.is_some()));
}

#[test]
fn groups_and_sheets_of_one_file_name_their_units_and_a_chosen_unit_takes_only_the_rest() {
    let heading: &[&str] = &["TT", "Họ và tên", "Ngày sinh", "Giới tính"];
    let groups: &[&[&str]] = &[
        &["TỔNG HỢP ĐOÀN VIÊN"],
        heading,
        &["I", "Trường Mầm non Hoa Mai"],
        &["1", "Lê Văn An", "05/09/1978", "Nam"],
        &["II", "CĐCS xã Minh Thượng"],
        &["1", "Lê Thị Ba", "06/09/1978", "Nữ"],
    ];
    let units = |office: &mut Office| -> Vec<String> {
        all_rows(office).into_iter().map(|row| row.unit.unwrap_or_default()).collect()
    };
    let mut trial = office();
    lay(&mut trial, &MembersIn, vec![file("a.xlsx", vec![sheet("DS", groups)])]);
    assert_eq!(units(&mut trial), ["VT01", "VT03"]);
    let id = trial.db().query_row("select id from unit where code = 'VT02'", [], |row| row.get(0)).unwrap();
    decide(&mut trial, IntakeDecide { file: 0, unit: Some(crate::units::UnitId(id)), taken: None }).unwrap();
    assert_eq!(units(&mut trial), ["VT01", "VT03"], "rows that name their unit keep it");
    let of = |title: &'static str, name: &'static str| -> [Vec<&'static str>; 3] {
        [vec![title], vec!["TT", "Họ và tên", "Ngày sinh", "Giới tính"], vec!["1", name, "05/09/1978", "Nữ"]]
    };
    let (first, second) = (of("CĐCS TRƯỜNG MẦM NON HOA MAI", "Lê Thị Én"), of("CĐCS XÃ MINH THƯỢNG", "Lê Thị Yến"));
    let rows =
        |all: &'static str, of: &[Vec<&'static str>; 3]| sheet(all, &of.iter().map(Vec::as_slice).collect::<Vec<_>>());
    lay(&mut trial, &MembersIn, vec![file("b.xlsx", vec![rows("A", &first), rows("B", &second)])]);
    assert_eq!(units(&mut trial), ["VT01", "VT03"]);
}

#[test]
fn the_committee_on_a_sheet_of_its_own_is_not_doubled() {
    let mut office = office();
    let all: &[&[&str]] = &[
        &["CĐCS TRƯỜNG MẦM NON HOA MAI"],
        &["TT", "Họ và tên", "Ngày sinh", "Giới tính"],
        &["1", "Lê Văn An", "05/09/1978", "Nam"],
        &["2", "Lê Thị Ba", "06/09/1978", "Nữ"],
        &["3", "Lê Văn Cả", "07/09/1978", "Nam"],
    ];
    let some: &[&[&str]] = &[
        &["TT", "Họ và tên", "Chức vụ", "Điện thoại"],
        &["1", "Lê Văn An", "Chủ tịch", "0912345671"],
        &["2", "Lê Thị Ba", "Ủy viên", "0912345672"],
        &["3", "Lê Văn Cả", "Ủy viên", "0912345673"],
    ];
    let counts = take_in(&mut office, &MembersIn, vec![file("a.xlsx", vec![sheet("BCH", some), sheet("DS", all)])]);
    assert_eq!((counts.added, counts.held), (3, 3));
    assert!(people(&office).iter().all(|told| told.contains("1978")), "{:?}", people(&office));
}

#[test]
fn a_corrected_card_or_birth_is_asked_about_and_doubles_nobody() {
    let mut office = office();
    let row = |birth: &'static str, card: &'static str| list(&[&["1", "Lê Văn An", birth, "Nam", card, ""]]);
    assert_eq!(take_in(&mut office, &MembersIn, vec![row("05/09/1978", "036078000001")]).added, 1);
    for (birth, card) in [("05/09/1978", "036078000002"), ("09/05/1978", ""), ("05/09/1979", "")] {
        let counts = take_in(&mut office, &MembersIn, vec![row(birth, card)]);
        assert_eq!((counts.added, counts.asked), (0, 1), "{birth} {card}");
    }
    assert_eq!(take_in(&mut office, &MembersIn, vec![row("17/12/1990", "036090000003")]).added, 1, "a namesake");
}

#[test]
fn a_child_an_outsider_and_two_names_in_a_cell_are_asked_about() {
    let mut office = office();
    lay(
        &mut office,
        &MembersIn,
        one(&[
            &["TT", "Họ và tên", "Năm sinh", "Đoàn viên CĐ"],
            &["1", "Lê Bé Na", "2017", "x"],
            &["2", "Lê Văn An", "1978", ""],
            &["3", "Lê Văn Cả và Lê Thị Dần", "1979", "x"],
            &["4", "Lê Thị Ba", "1979", "x"],
        ]),
    );
    let names = [Finding::TooYoung, Finding::NotMarked, Finding::NameSuspicious].map(Finding::name);
    assert_eq!(asked(&mut office), (3..).zip(names).collect::<Vec<_>>());
}

#[test]
fn units_without_codes_are_known_by_name_and_a_head_of_a_bloc_is_no_unit() {
    let mut office = office();
    let rows: &[&[&str]] = &[
        &["TT", "Đơn vị", "Chủ tịch", "Đoàn viên", "Nữ"],
        &["I", "KHỐI TRƯỜNG HỌC", "", "60", "50"],
        &["1", "Trường TH Bình Lạc", "Lê Thị Ba", "30", "25"],
        &["2", "CĐCS Trường THCS Bình Lạc", "Lê Văn An", "30", "25"],
    ];
    let units = |rows| vec![file("b.xlsx", vec![sheet("DS", rows)])];
    let counts = take_in(&mut office, &UnitsIn, units(rows));
    assert_eq!((counts.added, counts.changed), (1, 1));
    let again: &[&[&str]] = &[rows[0], rows[3], rows[2]];
    assert_eq!(take_in(&mut office, &UnitsIn, units(again)).same, 2, "in another order they are the same");
    let typo: &[&[&str]] = &[&["Mã", "Tên đơn vị", "Loại hình"], &["VT30", "CĐCS xã Minh Thượng", "Xã"]];
    assert_eq!(take_in(&mut office, &UnitsIn, units(typo)).asked, 1);
}

#[test]
fn registrations_are_of_the_school_year_in_the_title() {
    let mut office = office();
    take_in(&mut office, &MembersIn, vec![list(&[&["1", "Lê Văn An", "05/09/1978", "Nam", "036078000001", ""]])]);
    let rows: &[&[&str]] = &[
        &["CĐCS TRƯỜNG MẦM NON HOA MAI"],
        &["ĐĂNG KÝ THI ĐUA NĂM HỌC 2026-2027"],
        &["TT", "Họ và tên", "Danh hiệu đăng ký", "Ngày nộp"],
        &["1", "Lê Văn An", "Lao động tiên tiến", "01/09/2026"],
        &["2", "Tổ Lá", "Tập thể lao động tiên tiến", "01/09/2026"],
    ];
    take_in(&mut office, &RegistrationsIn, vec![file("hoa mai.xlsx", vec![sheet("DS", rows)])]);
    let mut statement = office
        .db()
        .prepare(
            "select registration.kind || ' ' || period.name from registration
             join period on period.id = registration.period order by registration.id",
        )
        .unwrap();
    let made = statement.query_map([], |row| row.get(0)).unwrap();
    let made: Vec<String> = made.map(Result::unwrap).collect();
    assert_eq!(made, ["individual Năm học 2026-2027", "collective Năm học 2026-2027"]);
}
