//! Where things stand on a workbook's tab: widths of columns, and places that reach over several of them.

use super::{Cell, Kind, Row, Sheet, measure, shown};
use press::{Face, NATION, width};

/// Widths of the columns and the places made of them.
pub(super) struct Layout {
    /// Of each column.
    pub(super) pixels: Vec<u32>,
    /// How many columns stay when the list is scrolled sideways.
    pub(super) frozen: u16,
    pub(super) size: u32,
}

/// First and last column of a place.
type Place = (u16, u16);

impl Layout {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let size = u32::from(sheet.print.text_size);
        let pixels = sheet.columns.iter().enumerate().map(|(at, column)| {
            let asked = measure::pixels(column.width.clamp(3, 120));
            match column.kind {
                Kind::Text | Kind::Mark => asked,
                // Figures are not wrapped: too narrow a column would show ####.
                Kind::Number | Kind::Money | Kind::Date | Kind::Id => asked.max(needed(sheet, at, size)),
            }
        });
        let mut pixels: Vec<u32> = pixels.collect();
        if sheet.heading.is_some() {
            make_room(&mut pixels, size);
        }
        let named = sheet.columns.iter().position(|column| column.kind == Kind::Text).map_or(0, |at| at + 1);
        let frozen = if sheet.columns.len() > 10 && named <= 3 { u16::try_from(named).unwrap_or(0) } else { 0 };
        Self { pixels, frozen, size }
    }

    /// The whole width.
    pub(super) fn all(&self) -> Place {
        (0, column(self.pixels.len().saturating_sub(1)))
    }

    /// So many columns from one on, within the list.
    pub(super) fn span(&self, from: usize, columns: usize) -> Place {
        let last = self.pixels.len().saturating_sub(1);
        (column(from.min(last)), column((from + columns.max(1) - 1).min(last)))
    }

    /// Width of a place, points.
    pub(super) fn room(&self, (from, to): Place) -> u32 {
        measure::points(self.pixels.iter().take(usize::from(to) + 1).skip(usize::from(from)).sum())
    }

    /// Left for the issuing body, right for the national heading, which shall stand on one line.
    pub(super) fn halves(&self) -> (Place, Place) {
        let last = self.all().1;
        if last == 0 {
            return ((0, 0), (0, 0));
        }
        let left = column(best_split(&self.pixels, self.size));
        ((0, left), (left + 1, last))
    }

    /// The second place, when it is not the first once more (a list of one column).
    pub(super) fn distinct(first: Place, second: Place) -> Option<Place> {
        (first != second).then_some(second)
    }

    /// `count` places of about the same width, or as many as there are columns.
    pub(super) fn shares(&self, count: usize) -> Vec<Place> {
        let last = self.all().1;
        let count = u32::try_from(count.min(self.pixels.len()).max(1)).unwrap_or(1);
        let whole = self.room(self.all());
        let mut places = Vec::new();
        let mut from = 0;
        for share in 1..=count {
            let left_over = u16::try_from(count - share).unwrap_or(0);
            let latest = last.saturating_sub(left_over);
            let to = if share == count {
                last
            } else {
                (from..=latest).min_by_key(|to| (self.room((0, *to)) * count).abs_diff(whole * share)).unwrap_or(from)
            };
            places.push((from, to));
            from = to + 1;
        }
        places
    }
}

/// Points that the national heading takes on one line.
fn nation(size: u32) -> u32 {
    width(NATION, Face::Bold) * size / 1000 + 14
}

/// Points below which the name of the office would be broken too often.
const LEAST_LEFT: u32 = 150;

/// The last column of the left part: where least is lacking on either side, then nearest to 45 of 100.
fn best_split(pixels: &[u32], size: u32) -> usize {
    let whole: u32 = pixels.iter().sum();
    let cost = |at: &usize| {
        let left: u32 = pixels.iter().take(at + 1).sum();
        let right = measure::points(whole - left);
        let lacking = nation(size).saturating_sub(right) + LEAST_LEFT.saturating_sub(measure::points(left));
        (lacking, (left * 100).abs_diff(whole * 45))
    };
    (0..pixels.len().saturating_sub(1)).min_by_key(cost).unwrap_or(0)
}

/// Widens the last column of each part by what the heading lacks there.
fn make_room(pixels: &mut [u32], size: u32) {
    if pixels.len() < 2 {
        return;
    }
    let split = best_split(pixels, size);
    let (left, right) = pixels.split_at_mut(split + 1);
    for (part, needed) in [(left, LEAST_LEFT), (right, nation(size))] {
        let lacking = needed.saturating_sub(measure::points(part.iter().sum()));
        if let Some(last) = part.last_mut() {
            *last += lacking * 4 / 3 + 2 * u32::from(lacking > 0);
        }
    }
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// Pixels that the widest figure of a column needs.
fn needed(sheet: &Sheet, at: usize, size: u32) -> u32 {
    let cells = sheet.rows.iter().filter_map(|row| match row {
        Row::Line { cells } => cells.get(at).map(|cell| (cell, Face::Regular)),
        Row::Total { span, cells, .. } => {
            at.checked_sub(*span).and_then(|at| cells.get(at)).map(|cell| (cell, Face::Bold))
        }
        Row::Group { .. } => None,
    });
    let widest = cells.filter(|(cell, _)| **cell != Cell::Empty).map(|(cell, face)| width(&shown(cell), face)).max();
    (widest.unwrap_or(0) * size / 1000) * 4 / 3 + 12
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(characters: &[u16]) -> Layout {
        Layout { pixels: characters.iter().map(|one| measure::pixels(*one)).collect(), frozen: 0, size: 12 }
    }

    #[test]
    fn the_national_heading_gets_the_right_part_and_enough_room() {
        let layout = layout(&[5, 25, 20, 30, 15, 15]);
        let (left, right) = layout.halves();
        assert_eq!(left.0, 0);
        assert_eq!(left.1 + 1, right.0);
        assert!(layout.room(right) > 250);
    }

    #[test]
    fn a_narrow_list_is_widened_so_that_the_national_heading_stays_on_one_line() {
        let mut pixels: Vec<u32> = [6, 8, 36, 10, 24].map(measure::pixels).into();
        make_room(&mut pixels, 12);
        let layout = Layout { pixels, frozen: 0, size: 12 };
        let (left, right) = layout.halves();
        assert!(layout.room(right) >= nation(12), "{left:?} {right:?}");
        assert!(layout.room(left) >= LEAST_LEFT);
    }

    #[test]
    fn a_list_of_one_column_has_one_place() {
        assert_eq!(layout(&[40]).halves(), ((0, 0), (0, 0)));
        assert_eq!(layout(&[40]).shares(2), [(0, 0)]);
    }

    #[test]
    fn signatures_share_the_width() {
        assert_eq!(layout(&[10, 10, 10, 10]).shares(2), [(0, 1), (2, 3)]);
        assert_eq!(layout(&[10, 10, 10]).shares(3), [(0, 0), (1, 1), (2, 2)]);
    }
}
