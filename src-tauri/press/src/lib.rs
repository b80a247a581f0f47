//! Papers as PDF: a [`Letter`] is plain data, [`pdf`] sets it in Tinos by the page rules of NĐ 30/2020.
//!
//! Apart from the core, so that daily builds never touch the typesetter. Everything a person wrote reaches the page as
//! data, never as markup.

mod font;
mod held;
mod letter;
mod lines;
mod pdf;
mod wrap;

pub use font::{Face, missing_letters, width};
pub use letter::{
    About, Align, Article, Block, Closing, Column, Field, HeaderGroup, Heading, Letter, Line, Margins, Page, Paragraph,
    Row, Run, Section, Signature, Table, Title, WideCell, Width,
};
pub use pdf::{MOST_ROWS, MOST_TAGGED_ROWS, Trouble, pdf};
pub use wrap::{clean, fold_name};

/// The first line of the national heading.
pub const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// The second line of the national heading.
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// What stands above the list of those who get a copy.
pub const RECIPIENTS: &str = "Nơi nhận:";
