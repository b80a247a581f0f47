//! Rows that would go into one record: two people must not become one, so a person says which row is whose.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::error::Result;

use super::batch::Place;
use super::cells::Entry;
use super::list::FileReading;
use super::people::births_agree;
use super::taking::{Plan, Taking};

/// Asks about rows whose record another row means too, but for those that a person has answered.
pub(super) fn ask_whose(
    (taking, db): (&dyn Taking, &Connection),
    files: &[FileReading],
    is_answered: &dyn Fn(Place) -> bool,
    plans: &mut BTreeMap<Place, Plan>,
) -> Result<()> {
    let mut meant: BTreeMap<i64, Vec<Place>> = BTreeMap::new();
    for (place, plan) in &*plans {
        if let Plan::Change(record, _) | Plan::Same(record) = plan {
            meant.entry(*record).or_default().push(*place);
        }
    }
    for (record, places) in meant.into_iter().filter(|(_, places)| places.len() > 1) {
        let is_shared = |place: Place| places.iter().any(|other| *other != place && are_two(files, place, *other));
        let asked: Vec<Place> =
            places.iter().copied().filter(|place| is_shared(*place) && !is_answered(*place)).collect();
        let whose = if asked.is_empty() { Vec::new() } else { taking.whose_record(db, record)? };
        if !whose.is_empty() {
            plans.extend(asked.into_iter().map(|place| (place, Plan::Doubt(whose.clone()))));
        }
    }
    Ok(())
}

/// Whether two rows are two people: a file lists each once, and different births or cards are different people.
fn are_two(files: &[FileReading], one: Place, other: Place) -> bool {
    let row = |place: Place| files.get(place.file).and_then(|file| file.entries.get(place.entry));
    let (Some(first), Some(second)) = (row(one), row(other)) else { return false };
    let card = |entry: &Entry| Some(entry.text("citizen_id").to_owned()).filter(|number| !number.is_empty());
    let is_other_card = matches!((card(first), card(second)), (Some(first), Some(second)) if first != second);
    one.file == other.file || is_other_card || !births_agree(first.day("birth"), second.day("birth"))
}
