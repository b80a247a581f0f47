//! A paper as data: what stands on it and in which order, not how it is drawn.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// One paper: a decision with its list, a page of history, a printed list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What the file says about itself.
    pub about: About,
    /// Parts that differ in page or numbering: the decision, then its list lying across.
    pub sections: Vec<Section>,
}

/// What the file says about itself; the same `About` and the same text give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Title in the file's properties.
    pub title: String,
    /// Author in the file's properties: the office.
    pub author: String,
    /// What tells this paper from every other one, such as the decision's uid.
    pub ident: String,
    /// When it was made, Vietnamese time.
    pub made_at: NaiveDateTime,
}

/// Blocks on pages of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Paper, margins, sizes, numbering.
    pub page: Page,
    /// What stands there, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A4, its margins and sizes: NĐ 30/2020, Phụ lục I, as figures the office can change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// A3, for tables with so many columns that A4 could not be read.
    pub a3: bool,
    /// Lying across.
    pub landscape: bool,
    /// Millimetres.
    pub margins: Margins,
    /// Body text, points.
    pub text_size: u8,
    /// Line spacing in percent of single.
    pub line_percent: u16,
    /// Gap between paragraphs, points.
    pub gap: u8,
    /// First-line indent, millimetres.
    pub indent: u8,
    /// Number from 1 again; an annex is numbered by itself.
    pub restart_numbers: bool,
    /// Show the number on the section's first page as well.
    pub number_first_page: bool,
}

/// Millimetres of white on each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margins {
    /// Top.
    pub top: u8,
    /// Bottom.
    pub bottom: u8,
    /// Left, where the paper is bound.
    pub left: u8,
    /// Right.
    pub right: u8,
}

impl Page {
    /// Upright A4: 20/20/30/15 mm, 14 points, single, 6-point gaps.
    pub fn upright() -> Self {
        Self {
            a3: false,
            landscape: false,
            margins: Margins { top: 20, bottom: 20, left: 30, right: 15 },
            text_size: 14,
            line_percent: 100,
            gap: 6,
            indent: 10,
            restart_numbers: true,
            number_first_page: false,
        }
    }

    /// A4 lying across for a wide table: 20/15/20/15 mm, 13 points.
    pub fn across() -> Self {
        Self {
            landscape: true,
            margins: Margins { top: 20, bottom: 15, left: 20, right: 15 },
            text_size: 13,
            ..Self::upright()
        }
    }

    /// Width between the margins, millimetres.
    pub fn inner_width(&self) -> u16 {
        let (short, long): (u16, u16) = if self.a3 { (297, 420) } else { (210, 297) };
        let whole = if self.landscape { long } else { short };
        whole.saturating_sub(u16::from(self.margins.left)).saturating_sub(u16::from(self.margins.right))
    }
}

/// One thing on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Who issues, the national heading, number, place and date.
    Heading(Heading),
    /// What kind of paper, and about what.
    Title(Title),
    /// One centred line.
    Line(Line),
    /// A legal ground ("Căn cứ …"), italic.
    Ground {
        /// The whole line with its closing mark.
        text: String,
    },
    /// "Điều 1. …"
    Article(Article),
    /// Running text.
    Paragraph(Paragraph),
    /// "Họ và tên: …", one below the other.
    Fields {
        /// The lines.
        fields: Vec<Field>,
    },
    /// A table whose header stands on each page.
    Table(Table),
    /// Who gets a copy, and who signs; never split.
    Closing(Closing),
    /// What follows starts a page.
    PageBreak,
}

/// The two columns above every paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Heading {
    /// The body above, capitals ("LIÊN ĐOÀN LAO ĐỘNG TỈNH …"); empty when there is none.
    pub superior: String,
    /// The issuing body, capitals and bold.
    pub body: String,
    /// "Số: 12/QĐ-LĐLĐ"; empty on papers without a number.
    pub number: String,
    /// "Vân Trạch, ngày 19 tháng 5 năm 2024"; empty when the date stands elsewhere.
    pub place_and_date: String,
}

/// The middle of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Title {
    /// "QUYẾT ĐỊNH", capitals.
    pub kind: String,
    /// What it is about, bold; each entry starts a line.
    pub summary: Vec<String>,
    /// "(Kèm theo Quyết định số …)", italic; empty when there is none.
    pub note: String,
    /// Draw the short rule below.
    pub rule: bool,
}

/// A centred line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The words.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// An article of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// "Điều 1.", bold.
    pub lead: String,
    /// What follows it, and further paragraphs.
    pub paragraphs: Vec<String>,
}

/// Running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Pieces in one hand each.
    pub runs: Vec<Run>,
    /// Where the lines stand.
    pub align: Align,
    /// First line drawn in.
    pub indent: bool,
}

/// A piece of text in one hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// Where lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Along the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// Along the right: figures.
    Right,
    /// Both edges straight: running text.
    Justify,
}

/// A named value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// "Họ và tên".
    pub label: String,
    /// Its value.
    pub value: String,
}

/// A table; its header stands on each page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// Headings above several columns; none for a header of one row.
    pub groups: Vec<HeaderGroup>,
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// Points.
    pub text_size: u8,
}

/// A column of a printed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What stands above.
    pub header: String,
    /// How wide.
    pub width: Width,
    /// Where its cells stand.
    pub align: Align,
}

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// Millimetres.
    Mm(u16),
    /// A share of what the others leave.
    Share(u16),
}

/// A heading above several neighbouring columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeaderGroup {
    /// The words.
    pub title: String,
    /// First column, from 0.
    pub from: usize,
    /// How many columns, at least 2.
    pub columns: usize,
}

/// A row of a printed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "row", rename_all = "snake_case")]
pub enum Row {
    /// One cell for each column.
    Line {
        /// From left to right.
        cells: Vec<String>,
    },
    /// A line whose cells may reach over several columns: a collective, which has no post.
    Wide {
        /// From left to right, together as many columns as the table has.
        cells: Vec<WideCell>,
    },
    /// "I. Tập thể", across the whole table, bold; never left alone at the foot of a page.
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
        cells: Vec<String>,
    },
}

/// A cell over one or more columns; it stands as the first of them does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WideCell {
    /// The words.
    pub text: String,
    /// How many columns it covers.
    pub columns: usize,
}

/// The foot of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Closing {
    /// Place and date above the last signature, italic; empty when they stand in the heading.
    pub place_and_date: String,
    /// Who gets a copy, each with its closing mark; empty on papers without a distribution list.
    pub recipients: Vec<String>,
    /// From left to right; with recipients, the last one stands on the right.
    pub signatures: Vec<Signature>,
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Signature {
    /// "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH": capitals, bold, one below the other.
    pub lines: Vec<String>,
    /// "(Ký, ghi rõ họ tên)", italic; empty when there is none.
    pub note: String,
    /// Printed below the space for the signature; may be empty.
    pub name: String,
}

impl Block {
    /// A bold centred line.
    pub fn bold_line(text: impl Into<String>) -> Self {
        Self::Line(Line { text: text.into(), bold: true, italic: false })
    }

    /// A justified paragraph with its first line drawn in.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph { runs: vec![Run::plain(text)], align: Align::Justify, indent: true })
    }
}

impl Run {
    /// Upright and regular.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, italic: false }
    }

    /// Bold.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, italic: false }
    }

    /// Italic.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, italic: true }
    }
}

impl Letter {
    /// How many table rows the paper holds: what decides whether one file can carry it.
    pub fn rows(&self) -> usize {
        self.tables().map(|table| table.rows.len()).sum()
    }

    /// How many cells its tables hold.
    pub(crate) fn cells(&self) -> usize {
        self.tables().map(|table| table.rows.len() * table.columns.len()).sum()
    }

    fn tables(&self) -> impl Iterator<Item = &Table> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Heading(_)
            | Block::Title(_)
            | Block::Line(_)
            | Block::Ground { .. }
            | Block::Article(_)
            | Block::Paragraph(_)
            | Block::Fields { .. }
            | Block::Closing(_)
            | Block::PageBreak => None,
        })
    }
}
