//! One golden file for each kind of paper, part by part. `SOVANG_PAPERS=folder` writes them all into a folder.

use super::samples;
use office::letter::{self, Letter};
use office::sheet::{self, Sheet};
use std::path::Path;
use std::{env, fs};
use stories::golden;

/// Compares a paper with its golden file here.
pub fn compare(kind: &str, file: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("papers").join("golden");
    golden::compare(&folder.join(kind), file);
}

fn decision() -> Letter {
    samples::decision(3, 5).letter(samples::about("Quyết định 12/QĐ-LĐLĐ"))
}

fn workbook(sheet: &Sheet) -> Vec<u8> {
    sheet::write(sheet, &samples::about(&sheet.name)).unwrap()
}

#[test]
fn the_decision_for_word_is_as_it_was_when_someone_last_looked() {
    compare("decision.docx", &letter::docx(&decision()).unwrap());
}

#[test]
fn the_list_for_the_province_is_as_it_was_when_someone_last_looked() {
    compare("commendation.xlsx", &workbook(&samples::province_sheet(2, 3)));
}

#[test]
fn the_lists_of_members_and_units_are_as_they_were_when_someone_last_looked() {
    compare("members.xlsx", &workbook(&samples::members(4)));
    compare("units.xlsx", &workbook(&samples::units()));
}

#[test]
fn the_papers_of_the_pledges_are_as_they_were_when_someone_last_looked() {
    compare("pledge.docx", &letter::docx(&samples::pledge_booklet()).unwrap());
    compare("pledge_posting.xlsx", &workbook(&samples::pledge_posting(5)));
    compare("pledge_progress.xlsx", &workbook(&samples::pledge_progress()));
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(letter::pdf(&decision()).unwrap(), letter::pdf(&decision()).unwrap());
    assert_eq!(letter::docx(&decision()).unwrap(), letter::docx(&decision()).unwrap());
    let list = samples::province_sheet(2, 3);
    assert_eq!(workbook(&list), workbook(&list));
}

/// Not a test of anything: writes every kind of paper into the folder named by `SOVANG_PAPERS`, to be looked at.
#[test]
fn papers_to_look_at() {
    let Ok(folder) = env::var("SOVANG_PAPERS") else { return };
    let folder = Path::new(&folder);
    let letters = [
        ("quyet-dinh", samples::decision(6, 43).letter(samples::about("Quyết định"))),
        ("qua-trinh", samples::history()),
        ("de-nghi", samples::province_sheet(6, 43).letter(samples::about("Danh sách"))),
        ("moi-cot", samples::widest_sheet(20).letter(samples::about("Danh sách"))),
        ("doan-vien", samples::members(120).letter(samples::about("Danh sách"))),
        ("don-vi", samples::units().letter(samples::about("Danh sách"))),
        ("cam-ket", samples::pledge_booklet()),
        ("cong-khai", samples::pledge_posting(12).letter(samples::about("Danh sách"))),
        ("tien-do", samples::pledge_progress().letter(samples::about("Danh sách"))),
    ];
    for (name, letter) in letters {
        fs::write(folder.join(format!("{name}.pdf")), letter::pdf(&letter).unwrap()).unwrap();
        fs::write(folder.join(format!("{name}.docx")), letter::docx(&letter).unwrap()).unwrap();
    }
    let sheets = [
        ("de-nghi", samples::province_sheet(6, 43)),
        ("moi-cot", samples::widest_sheet(20)),
        ("doan-vien", samples::members(120)),
        ("don-vi", samples::units()),
        ("cong-khai", samples::pledge_posting(12)),
        ("tien-do", samples::pledge_progress()),
    ];
    for (name, list) in sheets {
        fs::write(folder.join(format!("{name}.xlsx")), workbook(&list)).unwrap();
        fs::write(folder.join(format!("{name}.csv")), sheet::csv::csv(&list).unwrap()).unwrap();
    }
}
