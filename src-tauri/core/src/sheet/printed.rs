//! A list as pages: every list can be printed as it is seen.

use super::{Cell, Kind, Row, Sheet, shown};
use press::{Face, width};

use crate::letter::{
    About, Align, Block, Column, Letter, Margins, Page, Paragraph, Row as Printed, Run, Section, Table, Title, Width,
};

/// Points; below this a printed list is no longer read with pleasure, below the second not at all.
const SMALLEST: u32 = 8;
const SMALLEST_ON_A3: u32 = 6;
/// White on both sides of a cell and its line, points.
const CELL_WHITE: u32 = 9;
/// Longer words are broken rather than given more room: thousandths of the text size.
const LONGEST_WORD: u32 = 8_000;

impl Sheet {
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

    /// The table at the largest size at which its columns find room: first on A4, then on A3.
    fn table(&self) -> (Page, Table) {
        let a4 = self.page();
        let a3 = Page { a3: true, landscape: true, ..Page::across() };
        let asked = u32::from(self.print.text_size);
        let demands: Vec<Demand> = (0..self.columns.len()).map(|at| self.demand(at)).collect();
        let on = |page: &Page, least: u32| {
            let room = points(page.inner_width());
            (least.min(asked)..=asked)
                .rev()
                .find_map(|size| widths(&demands, size, room, FAIR).map(|found| (size, found)))
        };
        let squeezed = |page: &Page| {
            let asked = || demands.iter().map(|demand| Width::Share(demand.asked)).collect();
            let room = points(page.inner_width());
            (SMALLEST_ON_A3, widths(&demands, SMALLEST_ON_A3, room, 0).unwrap_or_else(asked))
        };
        let (page, (size, widths)) = if let Some(found) = on(&a4, SMALLEST) {
            (a4, found)
        } else {
            let found = on(&a3, SMALLEST_ON_A3).unwrap_or_else(|| squeezed(&a3));
            (a3, found)
        };
        let columns = self.columns.iter().zip(widths).map(|(column, width)| Column {
            header: column.header.clone(),
            width,
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

    fn demand(&self, at: usize) -> Demand {
        let Some(column) = self.columns.get(at) else { return Demand::default() };
        let wraps = matches!(column.kind, Kind::Text | Kind::Mark);
        let longest = |words: &str, face| words.split_whitespace().map(|word| width(word, face)).max().unwrap_or(0);
        let cells = self.rows.iter().filter_map(|row| match row {
            Row::Line { cells } => cells.get(at).map(|cell| (cell, Face::Regular)),
            Row::Total { span, cells, .. } => {
                at.checked_sub(*span).and_then(|at| cells.get(at)).map(|cell| (cell, Face::Bold))
            }
            Row::Group { .. } => None,
        });
        let needed = cells.map(|(cell, face)| {
            let words = shown(cell);
            if wraps { longest(&words, face).min(LONGEST_WORD) } else { width(&words, face) }
        });
        // A header may take two lines, or three above words.
        let lines = if wraps { 3 } else { 2 };
        let header = longest(&column.header, Face::Bold).max(width(&column.header, Face::Bold) / lines);
        Demand { needed: needed.max().unwrap_or(0).max(header), asked: column.width.max(3), wraps }
    }
}

/// What columns of words get at least, of 100 that they ask for; a smaller text is tried before they get less.
const FAIR: u32 = 75;

/// What a column wants.
#[derive(Debug, Clone, Copy, Default)]
struct Demand {
    /// The least, in thousandths of the text size.
    needed: u32,
    /// Characters, as the list asks.
    asked: u16,
    /// Its words may go on in the next line.
    wraps: bool,
}

/// Widths at this size within `room` points; none when some column would not get what it needs.
///
/// Figures get what they need. Words share the rest as the list asks, and at least `fair` of 100 of what they ask for.
fn widths(demands: &[Demand], size: u32, room: u32, fair: u32) -> Option<Vec<Width>> {
    let needed = |demand: &Demand| (demand.needed * size).div_ceil(1000) + CELL_WHITE;
    let fair = |demand: &Demand| if demand.wraps { u32::from(demand.asked) * size * fair / 200 } else { 0 };
    let least: Vec<u32> = demands.iter().map(|demand| needed(demand).max(fair(demand))).collect();
    let spare = room.checked_sub(least.iter().sum())?;
    let all_are_figures = !demands.iter().any(|demand| demand.wraps);
    let part = |demand: &Demand| if demand.wraps || all_are_figures { u32::from(demand.asked) } else { 0 };
    let parts: u32 = demands.iter().map(part).sum();
    let widths = demands.iter().zip(least).map(|(demand, least)| {
        // Points as shares: the whole width is filled, whatever the rounding.
        Width::Share(u16::try_from(least + spare * part(demand) / parts.max(1)).unwrap_or(u16::MAX))
    });
    Some(widths.collect())
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
        let smaller = sheet(8).letter(about());
        assert!((8..12).contains(&table(&smaller).text_size));
        assert!(!smaller.sections[0].page.a3);
        let wide = sheet(14).letter(about());
        assert!(table(&wide).text_size >= 6);
        assert!(wide.sections[0].page.a3);
    }
}
