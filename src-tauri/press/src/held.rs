//! What no page break parts: the end of a table, what is said below it, and who signs.

use crate::letter::{Block, Row, Section, Table};

/// Lines of a table that stay with what stands below it: a signature does not stand on a page by itself.
const LINES: usize = 2;
/// A row with a longer cell may be broken, so that nothing is held to it.
const LONG_CELL: usize = 300;

impl Section {
    /// Whether a block stays on one page with the next: what is above a signature, and a table with the notes below it.
    pub fn is_held(&self, place: usize) -> bool {
        match (self.blocks.get(place), self.blocks.get(place + 1)) {
            (_, Some(Block::Closing(_))) | (Some(Block::Table(_)), Some(Block::Paragraph(_))) => true,
            (Some(one), Some(next)) => is_note(one) && is_note(next),
            (_, None) | (None, _) => false,
        }
    }
}

/// A sentence below a table: "Danh sách có 12 đơn vị."
fn is_note(block: &Block) -> bool {
    matches!(block, Block::Paragraph(paragraph) if !paragraph.indent)
}

impl Table {
    /// How many of the last rows stay together: the sum with two lines above it, and the heading of a group that begins there.
    pub fn last_rows(&self) -> usize {
        let mut lines = 0;
        let mut count = 0;
        for row in self.rows.iter().rev() {
            match row {
                Row::Total { .. } if lines == 0 => {}
                Row::Line { .. } | Row::Wide { .. } if lines < LINES && !row.is_long() => lines += 1,
                Row::Group { .. } if lines > 0 => return count + 1,
                Row::Total { .. } | Row::Line { .. } | Row::Wide { .. } | Row::Group { .. } => break,
            }
            count += 1;
        }
        if lines == 0 { 0 } else { count }
    }
}

impl Row {
    fn is_long(&self) -> bool {
        match self {
            Self::Line { cells } | Self::Total { cells, .. } => cells.iter().any(|cell| cell.len() > LONG_CELL),
            Self::Wide { cells } => cells.iter().any(|cell| cell.text.len() > LONG_CELL),
            Self::Group { text } => text.len() > LONG_CELL,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Align, Closing, Page, Paragraph};

    fn line(words: &str) -> Row {
        Row::Line { cells: vec![words.to_owned()] }
    }

    fn group() -> Row {
        Row::Group { text: "II. CÁ NHÂN".to_owned() }
    }

    fn sum() -> Row {
        Row::Total { label: "Tổng cộng".to_owned(), span: 1, cells: Vec::new() }
    }

    fn last_rows(rows: Vec<Row>) -> usize {
        Table { rows, ..Table::default() }.last_rows()
    }

    #[test]
    fn a_sum_is_held_to_two_lines_and_to_the_heading_that_would_be_left_alone() {
        assert_eq!(last_rows(vec![line("1"), line("2"), line("3"), sum()]), 3);
        assert_eq!(last_rows(vec![line("1"), group(), line("2"), sum()]), 3);
        assert_eq!(last_rows(vec![line("1"), group(), line("2"), line("3")]), 3);
        assert_eq!(last_rows(vec![line("1"), line("2"), line("3")]), 2);
    }

    #[test]
    fn nothing_is_held_to_a_row_that_may_be_broken() {
        assert_eq!(last_rows(vec![line("1"), line(&"dài ".repeat(100))]), 0);
        assert_eq!(last_rows(Vec::new()), 0);
    }

    #[test]
    fn a_note_below_a_table_is_held_to_both_sides_and_running_text_to_none() {
        let note = Block::Paragraph(Paragraph { runs: Vec::new(), align: Align::Left, indent: false });
        let blocks = vec![
            Block::text("Nội dung."),
            Block::text("Nội dung."),
            Block::Table(Table::default()),
            note.clone(),
            note,
            Block::Closing(Closing::default()),
        ];
        let section = Section { page: Page::upright(), blocks };
        let held: Vec<bool> = (0..section.blocks.len()).map(|place| section.is_held(place)).collect();
        assert_eq!(held, [false, false, true, true, true, false]);
    }
}
