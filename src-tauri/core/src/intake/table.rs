//! A table in a sheet: where it stands, and which column is which field.

use serde::{Deserialize, Serialize};

use super::columns::{SAMPLE, is_name_like};
use super::grid::Grid;
use super::target::{Field, Kind, Target};
use super::wordings::heading_key;

/// Which column is which field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeColumn")]
pub struct Column {
    /// Column, from 0.
    pub column: u32,
    /// Its heading as the file writes it, groups first.
    pub heading: String,
    /// The field of the target; none: left out.
    pub field: Option<String>,
    /// Hidden in the file.
    pub hidden: bool,
    /// A few different texts that stand in it.
    pub samples: Vec<String>,
}

/// A column that is read, and into which field.
#[derive(Debug, Clone, Copy)]
pub struct ReadColumn {
    /// Column, from 0.
    pub column: u32,
    /// The field.
    pub field: &'static Field,
}

/// Where a list stands in its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// First row of the heading.
    pub heading_row: u32,
    /// First row below it.
    pub first_row: u32,
    /// The columns, left to right.
    pub columns: Vec<Column>,
}

impl Table {
    /// The column of a field.
    pub fn column(&self, field: &str) -> Option<u32> {
        self.columns.iter().find(|column| column.field.as_deref() == Some(field)).map(|column| column.column)
    }

    /// The columns that are read.
    pub fn read_columns(&self, target: &Target) -> Vec<ReadColumn> {
        let known = self.columns.iter().filter_map(|column| {
            let field = target.field(column.field.as_deref()?)?;
            Some(ReadColumn { column: column.column, field })
        });
        known.filter(|read| read.field.kind != Kind::Ignored).collect()
    }

    /// The headings as one key, under which a clerk's corrections are remembered.
    pub fn key(&self) -> String {
        self.columns.iter().map(|column| heading_key(&column.heading)).collect::<Vec<_>>().join("|")
    }
}

impl Table {
    /// Whether the same table stands once more to the right: the key column's heading again, word for word, over names too.
    pub fn is_beside_another(&self, target: &Target) -> bool {
        let is_key = |column: &&Column| column.field.as_deref().is_some_and(|field| target.key.contains(&field));
        let Some(key) = self.columns.iter().find(is_key).filter(|key| !key.heading.is_empty()) else { return false };
        let mut again = self.columns.iter().filter(|column| column.column > key.column && column.field.is_none());
        again.any(|column| {
            heading_key(&column.heading) == heading_key(&key.heading)
                && column.samples.iter().filter(|text| is_name_like(text.trim())).count() >= 2
        })
    }
}

/// How many texts of a column are shown to the clerk.
const SAMPLES_SHOWN: usize = 3;

impl Table {
    /// Notes for each column what stands in it.
    pub fn note_samples(&mut self, grid: &Grid) {
        for column in &mut self.columns {
            for row in grid.rows.iter().filter(|row| row.number >= self.first_row).take(SAMPLE) {
                let text = row.text(column.column).trim();
                if !text.is_empty() && !column.samples.iter().any(|known| known == text) {
                    column.samples.push(text.to_owned());
                }
                if column.samples.len() == SAMPLES_SHOWN {
                    break;
                }
            }
        }
    }
}
