//! Letters: papers for print as data, and their writers.
//!
//! A room fills a [`Letter`] and hands it on; it never touches typesetting, XML or fonts.

pub mod commendation;
mod docx;
pub mod history;

pub use docx::docx;
pub use press::{
    About, Align, Article, Block, Closing, Column, Field, HeaderGroup, Heading, Letter, Line, Margins, Page, Paragraph,
    Row, Run, Section, Signature, Table, Title, WideCell, Width, clean, missing_letters,
};

use crate::error::{Error, Result};

/// The letter as a PDF file; the same letter gives the same bytes.
pub fn pdf(letter: &Letter) -> Result<Vec<u8>> {
    press::pdf(letter).map_err(|trouble| match trouble {
        press::Trouble::TooLong { rows, most } => Error::refused(
            "rows",
            format!(
                "Danh sách có {rows} dòng, một tệp PDF với các cột này chỉ nên có tối đa {most} dòng. Hãy lọc bớt rồi in từng phần, hoặc xuất Excel."
            ),
        ),
        press::Trouble::Fault(fault) => Error::broken("pdf", fault),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn a_list_too_long_for_one_file_is_refused_with_what_to_do() {
        let rows = vec![Row::Line { cells: vec![] }; press::MOST_ROWS + 1];
        let table = Table { rows, ..Table::default() };
        let made_at = NaiveDate::from_ymd_opt(2024, 5, 17).unwrap().and_hms_opt(8, 0, 0).unwrap();
        let letter = Letter {
            about: About { title: String::new(), author: String::new(), ident: String::new(), made_at },
            sections: vec![Section { page: Page::upright(), blocks: vec![Block::Table(table)] }],
        };
        let sentence = pdf(&letter).unwrap_err().sentences();
        assert!(sentence.contains("10001 dòng") && sentence.contains("hoặc xuất Excel."), "{sentence}");
    }
}
