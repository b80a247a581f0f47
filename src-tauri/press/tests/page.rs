//! What the pages hold, seen through the PDF file itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use chrono::NaiveDate;
use press::*;

fn about() -> About {
    About {
        title: "Quyết định khen thưởng".into(),
        author: "LĐLĐ huyện Vân Trạch".into(),
        ident: "0190-12".into(),
        made_at: NaiveDate::from_ymd_opt(2024, 5, 17).unwrap().and_hms_opt(10, 30, 0).unwrap(),
    }
}

fn list(rows: usize) -> Block {
    let column = |header: &str, width, align| Column { header: header.into(), width, align };
    let line = |at: usize| Row::Line {
        cells: vec![at.to_string(), format!("Nguyễn Thị Hoa {at}"), "CĐCS xã Đông Khê".into()],
    };
    Block::Table(Table {
        columns: vec![
            column("STT", Width::Mm(12), Align::Centre),
            column("Họ và tên", Width::Share(3), Align::Left),
            column("Đơn vị", Width::Share(4), Align::Left),
        ],
        groups: vec![],
        rows: std::iter::once(Row::Group { text: "I. Cá nhân".into() }).chain((1..=rows).map(line)).collect(),
        text_size: 13,
    })
}

fn letter(blocks: Vec<Block>) -> Letter {
    Letter { about: about(), sections: vec![Section { page: Page::upright(), blocks }] }
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let paper = letter(vec![Block::text("Một dòng."), list(30)]);
    assert_eq!(pdf(&paper).unwrap(), pdf(&paper).unwrap());
}

#[test]
fn a_list_of_more_than_ten_thousand_rows_is_refused_with_its_length() {
    assert_eq!(pdf(&letter(vec![list(MOST_ROWS)])), Err(Trouble::TooLong { rows: MOST_ROWS + 1, most: MOST_ROWS }));
}

#[test]
fn a_list_of_many_columns_may_be_shorter() {
    let mut block = list(5_999);
    if let Block::Table(table) = &mut block {
        let column = table.columns[0].clone();
        table.columns.resize(12, column);
    }
    assert_eq!(pdf(&letter(vec![block])), Err(Trouble::TooLong { rows: 6_000, most: 5_000 }));
}

#[test]
fn a_long_list_is_not_tagged_and_stays_small() {
    let short = pdf(&letter(vec![list(40)])).unwrap();
    assert!(holds(&short, b"/StructTreeRoot"));
    let long = pdf(&letter(vec![list(MOST_TAGGED_ROWS)])).unwrap();
    assert!(!holds(&long, b"/StructTreeRoot"));
}

fn holds(file: &[u8], words: &[u8]) -> bool {
    file.windows(words.len()).any(|window| window == words)
}
