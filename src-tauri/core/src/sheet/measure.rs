//! How many lines a text takes in a column: programs do not grow the rows of a file that says it is Excel's.

use press::{Face, width};

/// Points of white on both sides of a cell's text together.
const CELL_WHITE: u32 = 5;
/// Excel's own limit for the height of a row, points.
const TALLEST: u32 = 409;

/// Lines that `text` takes at `size` points in a place `room` points wide; at least one.
pub(super) fn lines(text: &str, face: Face, size: u32, room: u32) -> u32 {
    let room = room.saturating_sub(CELL_WHITE).max(size).saturating_mul(1000);
    text.split('\n').map(|line| wrapped(line, face, size, room)).sum::<u32>().max(1)
}

/// Height of a row whose tallest cell has `lines` lines, points: Times New Roman stands 1.15 em apart, with a little air.
pub(super) fn height(lines: u32, size: u32) -> u32 {
    (line(size) * lines + if lines > 1 { 2 } else { 3 }).min(TALLEST)
}

/// As many lines as the tallest row holds.
pub(super) fn most_lines(size: u32) -> u32 {
    (TALLEST - 3) / line(size)
}

fn line(size: u32) -> u32 {
    (size * 13).div_ceil(10)
}

/// Width of a column of so many characters, pixels: 8 for each figure of Times New Roman 12, and 5 of white.
pub(super) fn pixels(characters: u16) -> u32 {
    u32::from(characters) * 8 + 5
}

/// The same in points.
pub(super) fn points(pixels: u32) -> u32 {
    pixels * 3 / 4
}

fn wrapped(line: &str, face: Face, size: u32, room: u32) -> u32 {
    let wide = |text: &str| width(text, face).saturating_mul(size);
    let space = wide(" ");
    let mut lines = 1;
    let mut used = 0;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let word = wide(word);
        let needed = if used == 0 { word } else { used + space + word };
        if needed <= room {
            used = needed;
            continue;
        }
        if used > 0 {
            lines += 1;
        }
        // A word longer than the column is broken by letters.
        lines += word.saturating_sub(1) / room;
        used = word % room;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_stays_on_one_line() {
        assert_eq!(lines("Nguyễn Thị Hoa", Face::Regular, 12, points(pixels(24))), 1);
    }

    #[test]
    fn a_long_unit_takes_two_lines_and_an_empty_cell_one() {
        let room = points(pixels(24));
        let wider = points(pixels(30));
        assert_eq!(lines("CĐCS Công ty CP Xây dựng và Thương mại Minh Thượng", Face::Regular, 12, wider), 2);
        assert_eq!(lines("", Face::Regular, 12, room), 1);
        assert_eq!(lines("một\nhai\nba", Face::Regular, 12, room), 3);
    }

    #[test]
    fn a_word_longer_than_the_column_is_counted_by_its_letters() {
        let room = points(pixels(8));
        assert!(lines(&"m".repeat(40), Face::Regular, 12, room) >= 7);
    }

    #[test]
    fn no_row_is_taller_than_excel_allows() {
        assert_eq!(height(400, 12), TALLEST);
    }
}
