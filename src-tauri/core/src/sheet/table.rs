//! A list as data: what stands in which column, not how it is drawn.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::letter::{Closing, Heading, Title};
use crate::money::{Dong, Hundredths};
use crate::ratio::Share;

/// One list on one tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Name of the tab.
    pub name: String,
    /// Who issues it, and the national heading; none on a plain list.
    pub heading: Option<Heading>,
    /// What kind of list, and about what; none on a bare table meant for further work.
    pub title: Option<Title>,
    /// From left to right.
    pub columns: Vec<Column>,
    /// Headings above several columns; none for a header of one row.
    pub groups: Vec<HeaderGroup>,
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// Lines below the table: "Tổng số tiền (bằng chữ): …".
    pub notes: Vec<String>,
    /// Who signs; none on a plain list.
    pub closing: Option<Closing>,
    /// How it is printed.
    pub print: Print,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What stands above.
    pub header: String,
    /// In characters, as Excel counts them.
    pub width: u16,
    /// What its cells are.
    pub kind: Kind,
}

/// What the cells of a column are; decides side, number format and how a spreadsheet program treats them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Words, wrapped, along the left.
    Text,
    /// Short words in the middle: a gender, a tick, a date kept as text.
    Mark,
    /// A whole number.
    Number,
    /// Đồng, grouped by three.
    Money,
    /// A day, dd/mm/yyyy.
    Date,
    /// A number that is a name: citizen ID, card number, code. Always text, so that no zero is lost.
    Id,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(tag = "cell", content = "value", rename_all = "snake_case")]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words; whatever they look like, never a formula.
    Text(String),
    /// How many: a whole number, on paper with dots between thousands.
    Number(i64),
    /// A place in a list, or a row of one: a whole number without dots.
    Place(i64),
    /// A coefficient, a score.
    Hundredths(Hundredths),
    /// A share: a number that shows as per cents.
    Share(Share),
    /// An amount.
    Money(Dong),
    /// A day.
    Day(NaiveDate),
}

/// A heading above several neighbouring columns.
pub type HeaderGroup = crate::letter::HeaderGroup;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "row", rename_all = "snake_case")]
pub enum Row {
    /// One cell for each column.
    Line {
        /// From left to right.
        cells: Vec<Cell>,
    },
    /// "I. Tập thể", across the whole list, bold.
    Group {
        /// The words.
        text: String,
    },
    /// A sum, bold.
    Total {
        /// "Cộng".
        label: String,
        /// How many columns the label covers.
        span: usize,
        /// The cells of the columns after the label.
        cells: Vec<Cell>,
    },
}

/// How a list is printed. A4, fitted to one page wide, the header on each page, "Trang … / …" below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    /// Lying across.
    pub landscape: bool,
    /// Points.
    pub text_size: u8,
    /// Buttons for filtering above the columns.
    pub filter: bool,
}

impl Print {
    /// Lying across, 12 points, no filter buttons.
    pub const ACROSS: Self = Self { landscape: true, text_size: 12, filter: false };
    /// Upright, 12 points, no filter buttons.
    pub const UPRIGHT: Self = Self { landscape: false, text_size: 12, filter: false };
}

impl Cell {
    /// Words, or nothing when there are none.
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }
}

/// The cell as words: what a person sees in it.
pub fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => words.clone(),
        Cell::Number(number) => crate::ratio::grouped(*number),
        Cell::Place(place) => place.to_string(),
        Cell::Hundredths(number) => number.grouped(),
        Cell::Share(share) => share.to_string(),
        Cell::Money(amount) => amount.to_string(),
        Cell::Day(day) => day.format("%d/%m/%Y").to_string(),
    }
}
