//! The dictionary of indicators that an office begins with, from `assets/seed/`.

use super::{Counted, IndicatorDraft, store};
use crate::{
    catalogue::Certainty,
    error::{Error, Result},
    journal::What,
    office::{Done, Office},
};
use serde::Deserialize;

const SEED: What = What::new("target.seed", "Nạp danh mục chỉ tiêu ban đầu");

#[derive(Deserialize)]
struct IndicatorRow {
    name: String,
    measure: String,
    counted: Counted,
    source: String,
    certainty: Certainty,
}

/// Fills an empty dictionary; a filled one is left alone.
pub fn seed(office: &mut Office) -> Result<Done<()>> {
    let filled = !store::indicators(office.db())?.is_empty();
    office.keep(SEED, |pen| {
        if filled {
            return Ok(());
        }
        let text = include_str!("../../../../assets/seed/indicators.csv");
        for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
            let row: IndicatorRow = row.map_err(|error| Error::broken("seed indicators", error))?;
            let IndicatorRow { name, measure, counted, source, certainty } = row;
            store::set_indicator(pen, &IndicatorDraft { id: None, name, measure, counted, source, certainty })?;
        }
        Ok(())
    })
}
