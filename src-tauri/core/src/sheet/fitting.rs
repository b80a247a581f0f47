//! How wide the columns of a printed list stand: as low rows want it, judged by what stands in the cells.

use super::{Cell, Column, Kind, Row, Sheet, shown};
use press::{Face, width};

/// White on both sides of a cell and its line, points.
const CELL_WHITE: u32 = 9;
/// Longer words are broken rather than given more room: thousandths of the text size.
const LONGEST_WORD: u32 = 8_000;
/// What columns of words get at least, of 100 that they ask for; a smaller text is tried before they get less.
const FAIR: u32 = 60;
/// So many rows, taken evenly, stand for a long list.
const LOOKED_AT: usize = 240;
/// Room is given in so many parts.
const PARTS: usize = 60;

/// What a column wants.
#[derive(Debug, Clone, Default)]
pub(super) struct Demand {
    /// The least, in thousandths of the text size.
    needed: u32,
    /// Characters, as the list asks.
    asked: u16,
    /// Its words may go on in the next line.
    wraps: bool,
    /// The widths of the words of each cell that was looked at, thousandths of the text size.
    cells: Vec<Vec<u32>>,
}

/// Widths at a size, and how tall the rows get with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fitted {
    /// Points, from left to right; together the whole room.
    pub(super) widths: Vec<u16>,
    /// Lines of all rows that were looked at, and how many rows that is.
    lines: u32,
    rows: u32,
}

impl Fitted {
    /// At most two lines a row, or so few rows that a sheet of paper holds them anyhow.
    pub(super) fn is_low(&self) -> bool {
        self.lines <= 20 || self.lines <= self.rows * 2
    }
}

/// What the columns of a list want.
pub(super) fn demands(sheet: &Sheet) -> Vec<Demand> {
    let lines: Vec<&[Cell]> = sheet.rows.iter().filter_map(cells_of_line).collect();
    let every = lines.len().div_ceil(LOOKED_AT).max(1);
    let looked_at: Vec<&[Cell]> = lines.iter().step_by(every).copied().collect();
    (0..).zip(&sheet.columns).map(|(at, column)| demand(sheet, at, column, &looked_at)).collect()
}

fn cells_of_line(row: &Row) -> Option<&[Cell]> {
    match row {
        Row::Line { cells } => Some(cells),
        Row::Group { .. } | Row::Total { .. } => None,
    }
}

fn demand(sheet: &Sheet, at: usize, column: &Column, looked_at: &[&[Cell]]) -> Demand {
    let wraps = matches!(column.kind, Kind::Text | Kind::Mark);
    let longest = |words: &str, face| words.split_whitespace().map(|word| width(word, face)).max().unwrap_or(0);
    let cells = sheet.rows.iter().filter_map(|row| match row {
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
    let header = folded(&column.header, if wraps { 3 } else { 2 });
    let words = |cells: &&[Cell]| {
        let words = cells.get(at).map(shown).unwrap_or_default();
        words.split_whitespace().map(|word| width(word, Face::Regular)).collect()
    };
    Demand {
        needed: needed.max().unwrap_or(0).max(header),
        asked: column.width.max(3),
        wraps,
        cells: looked_at.iter().filter(|_| wraps).map(words).collect(),
    }
}

/// Widths at this size within `room` points; none when some column would not get what it needs.
///
/// Figures get what they need, and words a fair part of what they ask for, or the whole of what they say if that is less.
/// The room that is left goes where it takes away most lines.
pub(super) fn fit(demands: &[Demand], size: u32, room: u32) -> Option<Fitted> {
    fit_with(demands, size, room, FAIR)
}

/// The same where nothing else fits: columns of words get only what their longest word needs.
pub(super) fn squeeze(demands: &[Demand], size: u32, room: u32) -> Option<Fitted> {
    fit_with(demands, size, room, 0)
}

fn fit_with(demands: &[Demand], size: u32, room: u32, fair: u32) -> Option<Fitted> {
    let mut widths: Vec<u32> = demands.iter().map(|demand| demand.least(size, fair)).collect();
    let spare = room.checked_sub(widths.iter().sum())?;
    let part = (usize::try_from(spare).unwrap_or(0)).div_ceil(PARTS).max(1);
    let parts = usize::try_from(spare).unwrap_or(0) / part;
    let part = u32::try_from(part).unwrap_or(1);
    let shares = share_out(demands, &widths, size, part, parts);
    for (width, given) in widths.iter_mut().zip(shares) {
        *width += part * u32::try_from(given).unwrap_or(0);
    }
    let left = room - widths.iter().sum::<u32>();
    spread(demands, &mut widths, size, left);
    let rows = demands.iter().map(|demand| demand.cells.len()).max().unwrap_or(0);
    let tallest = |row: usize| {
        let lines = demands.iter().zip(&widths).filter_map(|(demand, width)| {
            demand.cells.get(row).map(|cell| lines(cell, size, width.saturating_sub(CELL_WHITE)))
        });
        lines.max().unwrap_or(1)
    };
    Some(Fitted {
        lines: (0..rows).map(tallest).sum(),
        rows: u32::try_from(rows).unwrap_or(u32::MAX),
        widths: widths.iter().map(|points| u16::try_from(*points).unwrap_or(u16::MAX)).collect(),
    })
}

impl Demand {
    /// Points that it gets in any case.
    fn least(&self, size: u32, fair: u32) -> u32 {
        let needed = (self.needed * size).div_ceil(1000) + CELL_WHITE;
        if !self.wraps {
            return needed;
        }
        let asked = u32::from(self.asked) * size * fair / 200;
        let widest = self.cells.iter().map(|words| one_line(words)).max().unwrap_or(0);
        // A column that is empty yet is filled in by hand.
        let enough = if widest == 0 { asked } else { (widest * size).div_ceil(1000) + CELL_WHITE };
        needed.max(asked.min(enough))
    }

    /// What its cells cost at a width: four lines weigh much more than two times two, because the tallest cell makes the row.
    fn cost(&self, size: u32, points: u32) -> u64 {
        let weigh = |cell: &Vec<u32>| u64::from(lines(cell, size, points.saturating_sub(CELL_WHITE))).pow(4);
        self.cells.iter().map(weigh).sum()
    }
}

/// How many parts of the room each column gets so that all cells together cost least.
fn share_out(demands: &[Demand], widths: &[u32], size: u32, part: u32, parts: usize) -> Vec<usize> {
    // For each number of parts: the least cost of the columns so far, and how many parts each of them then has.
    let mut best: Vec<(u64, Vec<usize>)> = (0..=parts).map(|_| (0, Vec::new())).collect();
    for (demand, width) in demands.iter().zip(widths) {
        let costs: Vec<u64> = if demand.wraps {
            (0..).zip(0..=parts).map(|(more, _)| demand.cost(size, width + part * more)).collect()
        } else {
            vec![0]
        };
        best = (0..=parts)
            .map(|all| {
                let choices = costs.iter().enumerate().take(all + 1).filter_map(|(given, cost)| {
                    best.get(all - given).map(|(before, shares)| (before + cost, given, shares))
                });
                choices.min_by_key(|(cost, given, _)| (*cost, *given)).map_or(
                    (0, Vec::new()),
                    |(cost, given, shares)| {
                        let mut shares = shares.clone();
                        shares.push(given);
                        (cost, shares)
                    },
                )
            })
            .collect();
    }
    best.pop().map(|(_, shares)| shares).unwrap_or_default()
}

/// Gives what no row has a use for: to figures up to what the list asks, and the rest to the columns of words as the list
/// asks, or to all when there are none.
fn spread(demands: &[Demand], widths: &mut [u32], size: u32, left: u32) {
    let wish = |demand: &Demand, width: u32| {
        if demand.wraps { 0 } else { (u32::from(demand.asked) * size / 2).saturating_sub(width) }
    };
    let wished: u32 = demands.iter().zip(&*widths).map(|(demand, width)| wish(demand, *width)).sum();
    let granted = wished.min(left);
    for (demand, width) in demands.iter().zip(&mut *widths) {
        *width += wish(demand, *width) * granted / wished.max(1);
    }
    let left = left - granted;
    let all_are_figures = !demands.iter().any(|demand| demand.wraps);
    let part = |demand: &Demand| if demand.wraps || all_are_figures { u32::from(demand.asked) } else { 0 };
    let parts: u32 = demands.iter().map(part).sum();
    for (demand, width) in demands.iter().zip(widths) {
        *width += left * part(demand) / parts.max(1);
    }
}

/// Thousandths of the text size that the words take side by side.
fn one_line(words: &[u32]) -> u32 {
    let gaps = u32::try_from(words.len().saturating_sub(1)).unwrap_or(0);
    words.iter().sum::<u32>() + gaps * width(" ", Face::Regular)
}

/// The least width at which a header takes so many lines, in thousandths of the text size.
fn folded(header: &str, most: u32) -> u32 {
    let words: Vec<u32> = header.split_whitespace().map(|word| width(word, Face::Bold)).collect();
    let runs = (1..=words.len()).flat_map(|count| words.windows(count).map(one_line));
    let space = width(" ", Face::Regular);
    runs.filter(|run| broken(words.iter().copied(), *run, space) <= most).min().unwrap_or(0)
}

/// Lines that the words take in a place so many points wide.
fn lines(words: &[u32], size: u32, room: u32) -> u32 {
    let room = room.max(size).saturating_mul(1000);
    let space = width(" ", Face::Regular).saturating_mul(size);
    broken(words.iter().map(|word| word.saturating_mul(size)), room, space)
}

fn broken(words: impl Iterator<Item = u32>, room: u32, space: u32) -> u32 {
    let (mut lines, mut used) = (1, 0);
    for word in words {
        let together = if used == 0 { word } else { used + space + word };
        if together <= room {
            used = together;
            continue;
        }
        lines += u32::from(used > 0) + word.saturating_sub(1) / room;
        used = if word <= room { word } else { word % room };
    }
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::sheet::Print;

    const REASON: &str = "Có thành tích xuất sắc trong phong trào thi đua “Lao động giỏi” và xây dựng tổ chức Công đoàn \
                          vững mạnh năm 2024";

    fn column(header: &str, width: u16) -> Column {
        Column { header: header.into(), width, kind: Kind::Text }
    }

    fn list(rows: usize) -> Sheet {
        let row = || Row::Line {
            cells: vec![Cell::text("Nguyễn Thị Hường"), Cell::text("Giấy khen"), Cell::text(REASON), Cell::Empty],
        };
        Sheet {
            name: "Danh sách".into(),
            heading: None,
            title: None,
            columns: vec![column("Họ và tên", 24), column("Hình thức", 24), column("Thành tích", 24), column("Ký", 24)],
            groups: vec![],
            rows: (0..rows).map(|_| row()).collect(),
            notes: vec![],
            closing: None,
            print: Print::ACROSS,
        }
    }

    #[test]
    fn the_whole_room_is_given_out_and_most_of_it_where_the_words_are() {
        let fitted = fit(&demands(&list(30)), 10, 500).unwrap();
        let [name, form, reason, signed] = fitted.widths[..] else { panic!("four columns") };
        assert!((496..=500).contains(&(name + form + reason + signed)), "{:?}", fitted.widths);
        assert!(reason > 2 * form && reason > name, "{:?}", fitted.widths);
    }

    #[test]
    fn a_column_to_be_filled_in_by_hand_keeps_its_fair_part() {
        let fitted = fit(&demands(&list(30)), 10, 500).unwrap();
        assert!(u32::from(fitted.widths[3]) >= 24 * 10 * FAIR / 200, "{:?}", fitted.widths);
    }

    #[test]
    fn rows_of_a_wider_sheet_are_lower_and_a_short_list_is_low_anyhow() {
        let (narrow, wide) = (fit(&demands(&list(30)), 10, 360).unwrap(), fit(&demands(&list(30)), 10, 700).unwrap());
        assert!(!narrow.is_low() && wide.is_low(), "{narrow:?} {wide:?}");
        assert!(fit(&demands(&list(3)), 10, 360).unwrap().is_low());
    }

    #[test]
    fn figures_get_what_the_list_asks_before_words_get_more_than_they_say() {
        let figure = |header: &str| Column { header: header.into(), width: 12, kind: Kind::Number };
        let sheet = Sheet {
            columns: vec![column("Khối thi đua", 44), figure("Số đơn vị"), figure("Đoàn viên")],
            rows: vec![Row::Line { cells: vec![Cell::text("Khối Mầm non"), Cell::Number(10), Cell::Number(257)] }],
            ..list(0)
        };
        let fitted = fit(&demands(&sheet), 12, 700).unwrap();
        assert_eq!(fitted.widths[1..], [72, 72]);
    }

    #[test]
    fn a_header_finds_room_for_two_lines_broken_between_words() {
        let word = |words: &str| width(words, Face::Bold);
        assert_eq!(folded("Số đơn vị", 3), word("đơn").max(word("Số")));
        let two = folded("Số đơn vị", 2);
        assert!(two > word("Số").max(word("đơn")) && two < word("Số đơn vị"), "{two}");
    }

    #[test]
    fn what_does_not_fit_is_said_and_can_be_squeezed() {
        let demands = demands(&list(30));
        assert_eq!(fit(&demands, 12, 200), None);
        assert!(squeeze(&demands, 12, 300).is_some());
    }
}
