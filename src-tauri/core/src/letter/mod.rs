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
        press::Trouble::TooLong(rows) => Error::refused(
            "rows",
            format!(
                "Danh sách có {rows} dòng, một tệp PDF chỉ nên có tối đa {} dòng. Hãy lọc bớt rồi in từng phần, hoặc xuất Excel.",
                press::MOST_ROWS
            ),
        ),
        press::Trouble::Fault(fault) => Error::broken("pdf", fault),
    })
}
