//! Lists without a known heading: a person says which column is what; the cells only suggest it, and nothing is read on a suggestion.

use std::collections::BTreeSet;

use super::columns::look_of;
use super::grid::{Grid, GridRow, Nature};
use super::store::Mapping;
use super::table::{Column, Table};
use super::target::{Kind, Target};

/// How a person laid a sheet out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// First row with data.
    pub first_row: u32,
    /// Which column is which field; none: left out.
    pub columns: Mapping,
}

/// The sheet as a person laid it out.
pub fn laid_out(grid: &Grid, layout: &Layout) -> Table {
    table(grid, layout.first_row, |column| layout.columns.get(&column).cloned().flatten())
}

/// What the sheet may be, by what its cells look like; none: it is too small to be a list.
pub fn suggest(grid: &Grid, target: &Target) -> Option<Table> {
    let filled = |row: &GridRow| row.filled().count();
    let most = grid.rows.iter().map(filled).max().filter(|most| *most >= 2)?;
    let mut full = grid.rows.iter().filter(|row| filled(row) >= 2 && filled(row) * 10 >= most * 6);
    let first = full.clone().next()?;
    // A heading has no figures; the first row of data mostly has.
    let first_row = full.find(|row| has_figures(row)).unwrap_or(first).number;
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    Some(table(grid, first_row, |column| {
        let kind = looks_like(grid, column, first_row)?;
        let field = target.fields.iter().find(|field| field.kind == kind && !taken.contains(field.name))?;
        // A second column of days may be any day.
        let is_first = !target.fields.iter().any(|other| other.kind == kind && taken.contains(other.name));
        is_first.then(|| {
            taken.insert(field.name);
            field.name.to_owned()
        })
    }))
}

fn has_figures(row: &GridRow) -> bool {
    row.filled()
        .any(|cell| matches!(cell.nature, Nature::Day(_)) || cell.shown.bytes().any(|byte| byte.is_ascii_digit()))
}

/// What a column can only be.
fn looks_like(grid: &Grid, column: u32, first_row: u32) -> Option<Kind> {
    let look = look_of(grid, column, first_row);
    let kinds = [
        (look.cards, Kind::CitizenId),
        (look.genders, Kind::Gender),
        (look.phones, Kind::Phone),
        (look.days, Kind::Birth),
        (look.names, Kind::FullName),
    ];
    kinds.into_iter().find(|(count, _)| look.mostly(*count)).map(|(_, kind)| kind)
}

fn table(grid: &Grid, first_row: u32, mut field: impl FnMut(u32) -> Option<String>) -> Table {
    let columns = (0..grid.width()).map(|column| Column {
        column,
        heading: String::new(),
        field: field(column),
        hidden: grid.is_hidden(column),
        samples: Vec::new(),
    });
    Table { heading_row: first_row, first_row, columns: columns.collect() }
}
