//! Rows and cells that are not what they seem: sums, errors of formulas, remarks, two names, letters of old fonts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::session::Outcome;
use super::store::Counts;
use super::targets::MembersIn;
use super::tests::{all_rows, file, lay, list, office, sheet};
use super::{IntakeRow, list::Status};

fn row_of(row: &[&str]) -> IntakeRow {
    let mut office = office();
    lay(&mut office, &MembersIn, vec![list(&[row, &["2", "Đỗ Văn Hoàn", "06/09/1988", "Nam", "", "Chuyên viên"]])]);
    all_rows(&mut office).remove(0)
}

fn found(row: &IntakeRow) -> Vec<&str> {
    row.findings.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn sums_and_the_letters_of_columns_are_no_people() {
    let mut office = office();
    let counted = list(&[
        &["A", "B", "C", "D", "E", "F"],
        &["1", "Hà Văn Lâm", "01/02/1980", "Nam", "", "Nhân viên"],
        &["", "Tổng", "1"],
        &["", "Cộng", "1"],
        &["", "Tổng số", "1"],
    ]);
    assert_eq!(lay(&mut office, &MembersIn, vec![counted]).counts, Counts { added: 1, ..Counts::default() });
    assert_eq!(all_rows(&mut office)[0].values["full_name"], "Hà Văn Lâm");
}

#[test]
fn the_error_of_a_formula_is_a_blank_that_is_told() {
    let row = row_of(&["1", "Lê Văn Bê", "05/09/1987", "Nam", "", "#VALUE!"]);
    assert_eq!((row.values.get("position"), found(&row).contains(&"cell_fault")), (None, true));
    assert_eq!(row.original["position"], "#VALUE!");
    let row = row_of(&["1", "#N/A", "05/09/1987", "Nam", "", "Giáo viên"]);
    assert_eq!((row.outcome, found(&row).contains(&"cell_fault")), (Outcome::Held, true));
}

#[test]
fn a_remark_behind_a_name_is_asked_about_and_kept_as_a_note() {
    let row = row_of(&["1", "Nguyễn Văn Tỵ (nghỉ TS)", "05/09/1990", "Nam", "", "Giáo viên"]);
    assert_eq!((row.outcome, found(&row).contains(&"name_remark")), (Outcome::Asked, true));
    assert_eq!((row.values["full_name"].as_str(), row.values["note"].as_str()), ("Nguyễn Văn Tỵ", "nghỉ TS"));
}

#[test]
fn two_names_in_one_cell_are_asked_about() {
    let row = row_of(&["1", "Nguyễn Văn Tám/ Lê Thị Chín", "05/09/1990", "", "", "Giáo viên"]);
    assert_eq!((row.outcome, found(&row).contains(&"name_suspicious")), (Outcome::Asked, true));
}

#[test]
fn a_row_in_an_old_font_that_nothing_declares_is_read_by_its_letters() {
    let row = row_of(&["1", "NguyÔn ThÞ H\u{ad}¬ng", "05/09/1988", "N÷", "", "Tr\u{ad}ëng phßng"]);
    assert_eq!((row.outcome, found(&row).contains(&"old_font")), (Outcome::New, true));
    let read = ["full_name", "gender", "position"].map(|field| row.values[field].as_str());
    assert_eq!(read, ["Nguyễn Thị Hương", "Nữ", "Trưởng phòng"]);
    let row = row_of(&["1", "Lª Lan", "05/09/1988", "Nữ", "", "Giáo viên"]);
    assert_eq!((row.outcome, row.values["full_name"].as_str()), (Outcome::Asked, "Lª Lan"), "one word is no proof");
}

#[test]
fn a_workbook_with_one_lean_list_is_read_and_beside_a_full_one_it_is_not() {
    let mut office = office();
    let lean = || {
        sheet(
            "BCH",
            &[&["STT", "Họ và tên", "Ngày sinh"], &["1", "Hà Văn Lâm", "1/1/1980"], &["2", "Hà Thị Lê", "2/1/1980"]],
        )
    };
    let view = lay(&mut office, &MembersIn, vec![file("CĐCS Trường Mầm non Hoa Mai.xlsx", vec![lean()])]);
    assert_eq!((view.files[0].status, view.counts.added), (Status::Import, 2));
    let full = list(&[&["1", "Hà Văn Lâm", "01/01/1980", "Nam", "", "Nhân viên"]]).read.unwrap().sheets.remove(0);
    let view = lay(&mut office, &MembersIn, vec![file("hoa mai.xlsx", vec![full, lean()])]);
    assert_eq!(view.counts, Counts { added: 1, ..Counts::default() });
}
