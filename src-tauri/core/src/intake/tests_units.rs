//! The office's list of units taken in a second time: without codes, with a new code, with sums of its groups.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::session::{Outcome, SourceFile};
use super::store::Counts;
use super::taking::Answer;
use super::targets::UnitsIn;
use super::tests::{all_rows, file, finish, lay, office, sheet};
use super::{IntakeChoose, choose};
use crate::office::Office;
use crate::units::{UnitQuery, list};

fn units(rows: &[&[&str]]) -> SourceFile {
    file("don vi.xlsx", vec![sheet("Đơn vị", rows)])
}

fn known(office: &mut Office) -> Vec<(String, String)> {
    list(office, UnitQuery::default()).unwrap().rows.into_iter().map(|line| (line.code, line.name)).collect()
}

#[test]
fn a_list_without_codes_means_the_units_that_are_called_so() {
    let mut office = office();
    let before = known(&mut office);
    let rows: &[&[&str]] = &[
        &["TT", "Tên đơn vị", "Điện thoại"],
        &["1", "MN Hoa Mai", ""],
        &["2", "Tiểu học Bình Lạc", "0912345678"],
        &["3", "Hợp tác xã Chè", ""],
    ];
    let view = lay(&mut office, &UnitsIn, vec![units(rows)]);
    assert_eq!(view.counts, Counts { same: 1, changed: 1, added: 1, ..Counts::default() });
    assert_eq!(finish(&mut office), view.counts);
    let after = known(&mut office);
    assert_eq!(after.len(), 4, "{after:?}");
    assert!(before.iter().all(|unit| after.contains(unit)), "names and codes stay: {after:?}");
    assert!(after.contains(&("DV001".into(), "Hợp tác xã Chè".into())), "{after:?}");
    lay(&mut office, &UnitsIn, vec![units(&[&["Tên đơn vị", "Điện thoại"], &["HTX Rau", "1"], &["HTX Chè", ""]])]);
    finish(&mut office);
    let after = known(&mut office);
    assert!(after.contains(&("DV002".into(), "HTX Rau".into())), "its code is nobody's: {after:?}");
    assert_eq!(after.len(), 5, "{after:?}");
}

#[test]
fn a_unit_of_which_only_the_name_is_known_is_no_head_of_a_group() {
    let mut office = office();
    let rows: &[&[&str]] = &[
        &["TT", "Tên đơn vị", "Điện thoại"],
        &["I", "Khối trường học", ""],
        &["1", "Trường MN Hướng Dương", ""],
        &["2", "Trung tâm Y tế", ""],
        &["", "Trường tiểu học", ""],
        &["3", "Trường TH Minh Khai", "0912345678"],
    ];
    let view = lay(&mut office, &UnitsIn, vec![units(rows)]);
    assert_eq!(view.counts, Counts { added: 3, ..Counts::default() });
}

#[test]
fn a_new_code_with_the_name_of_a_unit_is_asked_about() {
    let mut office = office();
    let rows: &[&[&str]] = &[&["Mã", "Tên CĐCS", "Điện thoại"], &["VT30", "CĐCS xã Minh Thượng", "0912345678"]];
    let view = lay(&mut office, &UnitsIn, vec![units(rows)]);
    assert_eq!(view.counts, Counts { asked: 1, ..Counts::default() });
    let row = all_rows(&mut office).remove(0);
    assert_eq!((row.outcome, row.candidates[0].name.as_str()), (Outcome::Asked, "CĐCS xã Minh Thượng"));
    assert!(row.candidates[0].facts.contains("VT03"), "{:?}", row.candidates);
    let say = |office: &mut Office, answer| {
        choose(office, IntakeChoose { file: 0, sheet: "Đơn vị".into(), row: 2, answer: Some(answer) }).unwrap().counts
    };
    let record = row.candidates[0].record;
    assert_eq!(say(&mut office, Answer::New), Counts { added: 1, ..Counts::default() });
    assert_eq!(say(&mut office, Answer::Known { record }), Counts { changed: 1, ..Counts::default() });
    finish(&mut office);
    assert_eq!(known(&mut office).len(), 3);
}

#[test]
fn the_head_of_a_group_with_its_sums_is_no_unit() {
    let mut office = office();
    let rows: &[&[&str]] = &[
        &["TT", "Đơn vị", "Chủ tịch", "Đoàn viên", "Nữ"],
        &["I", "Các trường học", "", "60", "50"],
        &["1", "Trường THCS Hoa Mai", "Lê Thị Ba", "30", "25"],
        &["II", "CƠ QUAN", "", "", ""],
        &["1", "Hạt Kiểm lâm", "", "12", "2"],
    ];
    assert_eq!(lay(&mut office, &UnitsIn, vec![units(rows)]).counts, Counts { added: 2, ..Counts::default() });
}
