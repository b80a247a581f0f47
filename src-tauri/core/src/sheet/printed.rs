//! A list as pages: every list can be printed as it is seen.

use super::{Cell, Kind, Row, Sheet, fitting, shown};

use crate::{
    error::Result,
    letter::{
        self, About, Align, Block, Column, Letter, Margins, Page, Paragraph, Row as Printed, Run, Section, Table,
        Title, Width,
    },
    paper::{Paper, PaperKind},
};

/// Points; below this a printed list is no longer read with pleasure, below the second not at all.
const SMALLEST: u32 = 8;
const SMALLEST_ON_A3: u32 = 6;
/// Points at which rows of long texts are set.
const FOR_LONG_TEXTS: u32 = 9;

impl Sheet {
    /// The list as a file, called by its title.
    pub fn paper(&self, kind: PaperKind, about: About) -> Result<Paper> {
        let title = about.title.clone();
        let bytes = match kind {
            PaperKind::Pdf => letter::pdf(&self.letter(about))?,
            PaperKind::Xlsx => super::write(self, &about)?,
            PaperKind::Docx => letter::docx(&self.letter(about))?,
            PaperKind::Csv => super::csv::csv(self)?,
        };
        Ok(Paper::new(kind, &title, bytes))
    }

    /// The list as a letter, with the same columns, order and words.
    pub fn letter(&self, about: About) -> Letter {
        let (page, table) = self.table();
        let mut blocks = Vec::new();
        blocks.extend(self.heading.clone().map(Block::Heading));
        let title = self.title.clone().unwrap_or_else(|| Title { kind: self.name.to_uppercase(), ..Title::default() });
        blocks.push(Block::Title(title));
        blocks.push(Block::Table(table));
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

    /// The table on A4 if its columns find room there, else on A3.
    fn table(&self) -> (Page, Table) {
        let a4 = self.page();
        let a3 = Page { a3: true, landscape: true, ..Page::across() };
        let asked = u32::from(self.print.text_size);
        let demands = fitting::demands(self);
        let on = |page: &Page, least| sized(&demands, (least, asked), points(page.inner_width()));
        let (page, (size, widths)) = if let Some(found) = on(&a4, SMALLEST) {
            (a4, found)
        } else {
            let squeezed = || fitting::squeeze(&demands, SMALLEST_ON_A3, points(a3.inner_width()));
            let found = on(&a3, SMALLEST_ON_A3).or_else(|| squeezed().map(|fitted| (SMALLEST_ON_A3, fitted.widths)));
            let as_asked = || self.columns.iter().map(|column| column.width.max(3)).collect();
            (a3, found.unwrap_or_else(|| (SMALLEST_ON_A3, as_asked())))
        };
        let columns = self.columns.iter().zip(widths).map(|(column, width)| Column {
            header: column.header.clone(),
            // Points as shares: the whole width is filled, whatever the rounding.
            width: Width::Share(width),
            align: side(column.kind),
        });
        let table = Table {
            columns: columns.collect(),
            groups: self.groups.clone(),
            rows: self.rows.iter().map(printed).collect(),
            text_size: u8::try_from(size).unwrap_or(self.print.text_size),
        };
        (page, table)
    }
}

/// The largest size, from least to most, at which rows stay low; else the largest for long texts, or what fits at all.
fn sized(demands: &[fitting::Demand], (least, most): (u32, u32), room: u32) -> Option<(u32, Vec<u16>)> {
    let sizes = (least.min(most)..=most).rev();
    let fitting: Vec<_> =
        sizes.filter_map(|size| fitting::fit(demands, size, room).map(|found| (size, found))).collect();
    let low = fitting.iter().find(|(_, found)| found.is_low());
    let small = || fitting.iter().find(|(size, _)| *size <= FOR_LONG_TEXTS);
    low.or_else(small).or(fitting.last()).map(|(size, found)| (*size, found.widths.clone()))
}

fn points(millimetres: u16) -> u32 {
    u32::from(millimetres) * 720 / 254
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
    fn figures_and_days_are_never_squeezed() {
        let mut list = sheet(7);
        for column in list.columns.iter_mut().skip(1) {
            column.kind = Kind::Date;
            column.width = 3;
        }
        let day = Cell::Day(NaiveDate::from_ymd_opt(2024, 12, 28).unwrap());
        list.rows = vec![Row::Line { cells: vec![day; 7] }];
        let letter = list.letter(about());
        // Eight figures of Tinos and two strokes are about 4.5 times as wide as the text is high.
        let size = u16::from(table(&letter).text_size);
        for column in &table(&letter).columns[1..] {
            assert!(matches!(column.width, Width::Share(points) if points * 2 >= size * 9), "{:?}", column.width);
        }
    }

    #[test]
    fn a_wide_list_is_set_smaller_but_never_unreadably_small() {
        assert_eq!(table(&sheet(4).letter(about())).text_size, 12);
        let smaller = sheet(10).letter(about());
        assert!((8..12).contains(&table(&smaller).text_size));
        assert!(!smaller.sections[0].page.a3);
        let wide = sheet(14).letter(about());
        assert!(table(&wide).text_size >= 6);
        assert!(wide.sections[0].page.a3);
    }
}
