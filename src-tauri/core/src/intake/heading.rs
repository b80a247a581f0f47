//! Finding the heading of a list, and which column is which field by its wording.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::refine;
use super::grid::Grid;
use super::table::{Column, Table};
use super::target::{Field, Kind, Target};
use super::wordings::Wordings;

/// The heading stands on one of this many rows.
const LAST_HEADING_ROW: u32 = 30;
/// A heading may take this many rows.
const MOST_HEADING_ROWS: u32 = 3;
/// A heading further down has at least this many known words.
const LEAST_BELOW: usize = 3;

/// Finds the list that a sheet holds for the target of these wordings.
pub fn find_table(grid: &Grid, wordings: &Wordings) -> Option<Table> {
    find(grid, wordings, wordings.target().least)
}

/// The same where no other sheet holds such a list: fewer columns are enough.
pub(super) fn find_lone_table(grid: &Grid, wordings: &Wordings) -> Option<Table> {
    let target = wordings.target();
    if target.least_alone < target.least { find(grid, wordings, target.least_alone) } else { None }
}

fn find(grid: &Grid, wordings: &Wordings, least: usize) -> Option<Table> {
    let width = grid.width();
    let starts = likely_starts(grid, wordings);
    let mut best = Heading::default();
    // Of equals the lowest heading wins: what stands above it is a title.
    for height in 1..=MOST_HEADING_ROWS {
        for start in starts.iter().copied() {
            let heading = read_heading(grid, wordings, (start, height), width);
            if heading.score > best.score && is_enough(&heading.fields, wordings.target(), least) {
                best = heading;
            }
        }
    }
    refined(grid, wordings, &best)
}

fn refined(grid: &Grid, wordings: &Wordings, heading: &Heading) -> Option<Table> {
    let mut table = heading.table(grid)?;
    refine(grid, &mut table, wordings.target(), &heading.fits);
    Some(table)
}

/// The list from a row on that is a heading itself, in other words or another order than the one above; none: the row is data.
pub(super) fn heading_below(grid: &Grid, wordings: &Wordings, row: u32, above: &Table) -> Option<Table> {
    let key = wordings.target().key.iter().find_map(|field| above.column(field))?;
    let cells = grid.row(row).filter(|cells| wordings.has(cells.text(key)))?;
    if cells.filled().filter(|cell| wordings.has(&cell.shown)).count() < LEAST_BELOW {
        return None;
    }
    let readings = (1..MOST_HEADING_ROWS).map(|height| read_heading(grid, wordings, (row, height), grid.width()));
    let enough = readings.filter(|heading| is_enough(&heading.fields, wordings.target(), LEAST_BELOW - 1));
    let best = enough.fold(Heading::default(), |best, next| if next.score > best.score { next } else { best });
    refined(grid, wordings, &best)
}

/// Rows that hold two headings word for word, and the rows above them where groups may stand: reading every row would be slow.
fn likely_starts(grid: &Grid, wordings: &Wordings) -> BTreeSet<u32> {
    let mut starts = BTreeSet::new();
    for row in grid.rows.iter().take_while(|row| row.number < LAST_HEADING_ROW + MOST_HEADING_ROWS) {
        let short = row.filled().filter(|cell| cell.nature.is_text() && cell.shown.len() < 60);
        let hits = short.filter(|cell| wordings.has(&cell.shown)).take(2).count();
        if hits >= 2 {
            let first = row.number.saturating_sub(MOST_HEADING_ROWS - 1).max(1);
            starts.extend((first..=row.number).filter(|number| *number <= LAST_HEADING_ROW));
        }
    }
    starts
}

fn is_enough(fields: &[Option<&'static Field>], target: &Target, least: usize) -> bool {
    let fields: BTreeSet<&str> = fields.iter().flatten().map(|field| field.name).filter(|name| *name != "-").collect();
    let has = |field: &&str| fields.contains(*field);
    fields.len() >= least && target.key.iter().any(has) && target.must.iter().all(has)
}

/// The parts of a column's heading from the top down, repeated ones once.
fn parts_of(grid: &Grid, start: u32, height: u32, column: u32) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for row in start..start + height {
        let text = grid.label(row, column).trim();
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts
}

/// Rows read as a heading.
#[derive(Default)]
struct Heading {
    /// How well they fit the target; 0: not at all.
    score: u32,
    first_row: u32,
    height: u32,
    /// The field of each column.
    fields: Vec<Option<&'static Field>>,
    /// How well each column's heading fits its field.
    fits: Vec<u32>,
}

impl Heading {
    /// The table below; none where no heading was found.
    fn table(&self, grid: &Grid) -> Option<Table> {
        let columns = (0..).zip(&self.fields).map(|(column, field)| Column {
            column,
            heading: parts_of(grid, self.first_row, self.height, column).join(" / "),
            field: field.map(|field| field.name.to_owned()),
            hidden: grid.is_hidden(column),
            samples: Vec::new(),
        });
        (self.score > 0).then(|| Table {
            heading_row: self.first_row,
            first_row: self.first_row + self.height,
            columns: columns.collect(),
        })
    }
}

/// Reads rows, the first and how many, as a heading.
fn read_heading(grid: &Grid, wordings: &Wordings, (first_row, height): (u32, u32), width: u32) -> Heading {
    let mut fields = Vec::new();
    let mut fits = Vec::new();
    let mut likeness: BTreeMap<&'static str, u32> = BTreeMap::new();
    for column in 0..width {
        let found = wordings.best_field(&parts_of(grid, first_row, height, column));
        if let Some((field, score)) = found {
            let worth = if field.kind == Kind::Ignored { score / 4 } else { score };
            let entry = likeness.entry(field.name).or_insert(0);
            *entry = (*entry).max(worth);
        }
        fields.push(found.map(|(field, _)| field));
        fits.push(found.map_or(0, |(_, score)| score));
    }
    Heading { score: likeness.values().sum(), first_row, height, fields, fits }
}
