//! A list as pages: every list can be printed as it is seen.

use super::{Cell, Kind, Row, Sheet, shown};
use crate::letter::{
    About, Align, Block, Column, Letter, Margins, Page, Paragraph, Row as Printed, Run, Section, Table, Title, Width,
};

/// Points; below this a printed list is no longer read with pleasure.
const SMALLEST: u32 = 8;

impl Sheet {
    /// The list as a letter, with the same columns, order and words.
    pub fn letter(&self, about: About) -> Letter {
        let page = self.page();
        let mut blocks = Vec::new();
        blocks.extend(self.heading.clone().map(Block::Heading));
        let title = self.title.clone().unwrap_or_else(|| Title { kind: self.name.to_uppercase(), ..Title::default() });
        blocks.push(Block::Title(title));
        blocks.push(Block::Table(self.table(&page)));
        blocks.extend(self.notes.iter().map(|note| {
            Block::Paragraph(Paragraph { runs: vec![Run::plain(note)], align: Align::Left, indent: false })
        }));
        blocks.extend(self.closing.clone().map(Block::Closing));
        Letter { about, sections: vec![Section { page, blocks }] }
    }

    fn page(&self) -> Page {
        if self.print.landscape {
            return Page { text_size: 13, ..Page::across() };
        }
        Page { text_size: 13, margins: Margins { top: 20, bottom: 20, left: 25, right: 15 }, ..Page::upright() }
    }

    fn table(&self, page: &Page) -> Table {
        let columns = self.columns.iter().map(|column| Column {
            header: column.header.clone(),
            width: Width::Share(column.width.max(3)),
            align: side(column.kind),
        });
        Table {
            columns: columns.collect(),
            groups: self.groups.clone(),
            rows: self.rows.iter().map(printed).collect(),
            text_size: self.fitting_size(page),
        }
    }

    /// The list's own size, or a smaller one at which all columns find room: a character is half as wide as high.
    fn fitting_size(&self, page: &Page) -> u8 {
        let asked = u32::from(self.print.text_size);
        let characters: u32 = self.columns.iter().map(|column| u32::from(column.width) + 1).sum();
        let room = u32::from(page.inner_width()) * 720 / 254;
        let fitting = (room * 2 / characters.max(1)).clamp(SMALLEST.min(asked), asked);
        u8::try_from(fitting).unwrap_or(self.print.text_size)
    }
}

fn side(kind: Kind) -> Align {
    match kind {
        Kind::Text => Align::Left,
        Kind::Mark | Kind::Number | Kind::Date | Kind::Id => Align::Centre,
        Kind::Money => Align::Right,
    }
}

fn printed(row: &Row) -> Printed {
    let words = |cells: &[Cell]| cells.iter().map(shown).collect();
    match row {
        Row::Line { cells } => Printed::Line { cells: words(cells) },
        Row::Group { text } => Printed::Group { text: text.clone() },
        Row::Total { label, span, cells } => Printed::Total { label: label.clone(), span: *span, cells: words(cells) },
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        reason = "a test may stop at the first surprise"
    )]
    use super::*;
    use crate::money::Dong;
    use crate::sheet::{Column as ListColumn, Print};
    use chrono::NaiveDate;

    fn sheet(columns: usize) -> Sheet {
        Sheet {
            name: "Đoàn viên".into(),
            heading: None,
            title: None,
            columns: vec![ListColumn { header: "Họ và tên".into(), width: 25, kind: Kind::Text }; columns],
            groups: vec![],
            rows: vec![Row::Total {
                label: "Cộng".into(),
                span: columns - 1,
                cells: vec![Cell::Money(Dong(1_500_000))],
            }],
            notes: vec![],
            closing: None,
            print: Print::ACROSS,
        }
    }

    fn about() -> About {
        let day = NaiveDate::from_ymd_opt(2024, 5, 17).unwrap();
        About {
            title: String::new(),
            author: String::new(),
            ident: String::new(),
            made_at: day.and_hms_opt(8, 0, 0).unwrap(),
        }
    }

    fn table(letter: &Letter) -> &Table {
        let found = letter.sections[0]
            .blocks
            .iter()
            .find_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        found.unwrap()
    }

    #[test]
    fn a_list_prints_with_its_own_columns_and_words() {
        let letter = sheet(4).letter(about());
        assert_eq!(table(&letter).columns[0].header, "Họ và tên");
        let total = Printed::Total { label: "Cộng".into(), span: 3, cells: vec!["1.500.000".into()] };
        assert_eq!(table(&letter).rows, [total]);
    }

    #[test]
    fn a_list_without_a_title_is_called_by_its_name() {
        let letter = sheet(2).letter(about());
        assert!(matches!(&letter.sections[0].blocks[0], Block::Title(title) if title.kind == "ĐOÀN VIÊN"));
    }

    #[test]
    fn a_wide_list_is_set_smaller_but_never_unreadably_small() {
        assert_eq!(table(&sheet(4).letter(about())).text_size, 12);
        assert!(table(&sheet(6).letter(about())).text_size < 12);
        assert_eq!(table(&sheet(30).letter(about())).text_size, 8);
    }
}
