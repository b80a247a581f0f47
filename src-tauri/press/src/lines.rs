//! How many lines a row of a table takes, where that is certain without setting it: the typesetter sets each cell of a row
//! twice when it must find the height itself.

use serde_json::Value;

use crate::font::{Face, width};
use crate::letter::{Column, Row, Table, Width};
use crate::wrap::breakable;

/// Between a cell's edges and its words, both sides together: 3.5 points each, in thousandths of a point.
const INSET: u32 = 7_000;
/// What rounding may make of a width: thousandths that it may differ either way before a row is called certain.
const ROUNDING: u32 = 4;
/// A taller row is left to the typesetter.
const MOST_LINES: u32 = 12;

/// The lines of each row of a table between margins `inner` millimetres apart; null where only setting it tells.
pub(crate) fn lines(table: &Table, inner: u16) -> Value {
    let rooms = rooms(table, inner);
    let of_row = |row: &Row| match row {
        Row::Line { cells } => {
            let cells = cells.iter().zip(&rooms).map(|(cell, room)| certain_lines(cell, *room, table.text_size));
            cells.collect::<Option<Vec<_>>>()?.into_iter().max().filter(|lines| (1..=MOST_LINES).contains(lines))
        }
        Row::Wide { .. } | Row::Group { .. } | Row::Total { .. } => None,
    };
    table.rows.iter().map(of_row).collect()
}

/// Width for words in each column, thousandths of a point.
fn rooms(table: &Table, inner: u16) -> Vec<u32> {
    let (mut fixed, mut shares) = (0, 0);
    for column in &table.columns {
        match column.width {
            Width::Mm(mm) => fixed += u32::from(mm),
            Width::Share(share) => shares += u32::from(share),
        }
    }
    let left = u64::from(u32::from(inner).saturating_sub(fixed));
    let room = |column: &Column| {
        let micrometres = match column.width {
            Width::Mm(mm) => u64::from(mm) * 1000,
            Width::Share(share) => left * 1000 * u64::from(share) / u64::from(shares.max(1)),
        };
        u32::try_from(micrometres * 720 / 254).unwrap_or(u32::MAX).saturating_sub(INSET)
    };
    table.columns.iter().map(room).collect()
}

/// How many lines a cell's words take in a room; none when that is not certain.
fn certain_lines(cell: &str, room: u32, size: u8) -> Option<u32> {
    let cell = breakable(cell);
    if cell.is_empty() {
        return Some(0);
    }
    let em = u32::from(size.max(1));
    let [narrow, wide] = [1000 - ROUNDING, 1000 + ROUNDING].map(|part| room / 100 * part / em / 10);
    let mut lines = 0;
    for line in cell.split('\n') {
        lines += if width(line, Face::Regular) <= narrow {
            1
        } else if is_plain(line) {
            broken(line, narrow).filter(|lines| broken(line, wide) == Some(*lines))?
        } else {
            return None;
        };
    }
    Some(lines)
}

/// Broken at single spaces and nowhere else.
fn is_plain(line: &str) -> bool {
    let words = |letter: char| letter.is_alphanumeric() || " ,.;:()\"'%“”".contains(letter);
    line.chars().all(words) && !line.contains("  ") && line.trim() == line
}

/// How many lines the words take in a width in thousandths of the font size; none when a word alone is too long.
fn broken(line: &str, room: u32) -> Option<u32> {
    let space = width(" ", Face::Regular);
    let (mut lines, mut filled) = (1, 0);
    for word in line.split(' ') {
        let word = width(word, Face::Regular);
        if word > room {
            return None;
        }
        if filled == 0 {
            filled = word;
        } else if filled + space + word <= room {
            filled += space + word;
        } else {
            lines += 1;
            filled = word;
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In a room of 100 points at 12 points.
    fn told(cell: &str) -> Option<u32> {
        certain_lines(cell, 100_000, 12)
    }

    #[test]
    fn only_lines_that_break_at_spaces_alone_are_certain() {
        assert_eq!([told(""), told("Xí nghiệp 2/3-B"), told("Nam\nNữ")], [Some(0), Some(1), Some(2)]);
        assert_eq!(told("Phó Chủ tịch Công đoàn cơ sở xã An Trạch"), Some(3));
        for open in [
            "Tổ trưởng tổ 3/chuyền 12",
            "Trung học cơ sở-phổ thông",
            "Hai  khoảng trắng ở giữa chữ",
            "Nghiêmkhắcvàdàilắm",
        ] {
            assert_eq!(told(open), None, "{open}");
        }
    }

    #[test]
    fn a_line_that_fills_its_room_to_the_last_letter_is_left_open() {
        let words = "Công đoàn cơ sở";
        let room = |thousandths| width(words, Face::Regular) * 12 * thousandths / 1000;
        assert_eq!([1_003, 1_020].map(|part| certain_lines(words, room(part), 12)), [None, Some(1)]);
    }
}
