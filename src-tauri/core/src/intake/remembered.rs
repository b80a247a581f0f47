//! Columns that a clerk corrected: for lists with the very same headings, and for lists that have a few columns more or less.

use std::collections::BTreeMap;

use super::store::{Headings, Mapping};
use super::table::Table;
use super::wordings::heading_key;

/// What clerks corrected: which lists, and which field each of their columns is.
pub type Memories = BTreeMap<Headings, Mapping>;

/// Two sets of headings are one list with a few columns changed when they share this many of ten.
const ALIKE_TENTHS: usize = 7;
/// Fewer shared headings prove nothing.
const LEAST_SHARED: usize = 3;

/// Corrects the columns of a table as they were corrected before, by this sender or else by anybody.
pub(super) fn correct(table: &mut Table, memories: &Memories, sender: &str) {
    let of = |sender: &str| memories.get(&Headings { sender: sender.to_owned(), key: table.key() });
    if let Some(mapping) = of(sender).or_else(|| of("")) {
        for column in &mut table.columns {
            if let Some(field) = mapping.get(&column.column) {
                column.field.clone_from(field);
            }
        }
    } else if let Some(known) = nearest(table, memories, sender).or_else(|| nearest(table, memories, "")) {
        correct_by_heading(table, &known);
    }
}

/// The field of each heading that stands only once in a corrected list; none: left out.
type ByHeading = BTreeMap<String, Option<String>>;

fn nearest(table: &Table, memories: &Memories, sender: &str) -> Option<ByHeading> {
    let own = once(table.columns.iter().map(|column| heading_key(&column.heading)));
    let of_sender = memories.iter().filter(|(headings, _)| headings.sender == sender);
    let alike = of_sender.filter_map(|(headings, mapping)| {
        let known = once(headings.key.split('|').map(str::to_owned));
        let shared = known.keys().filter(|heading| own.contains_key(*heading)).count();
        let is_alike = shared >= LEAST_SHARED && shared * 10 >= own.len().max(known.len()) * ALIKE_TENTHS;
        is_alike.then_some((shared, known, mapping))
    });
    let (_, known, mapping) = alike.max_by_key(|(shared, ..)| *shared)?;
    let fields = known.into_iter().filter_map(|(heading, place)| Some((heading, mapping.get(&place)?.clone())));
    Some(fields.collect())
}

/// The headings that stand only once, with their places.
fn once(headings: impl Iterator<Item = String>) -> BTreeMap<String, u32> {
    let mut places: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (place, heading) in (0..).zip(headings).filter(|(_, heading)| !heading.is_empty()) {
        places.entry(heading).or_default().push(place);
    }
    let single = places.into_iter().filter_map(|(heading, places)| match places.as_slice() {
        [place] => Some((heading, *place)),
        _ => None,
    });
    single.collect()
}

fn correct_by_heading(table: &mut Table, known: &ByHeading) {
    let keys: Vec<String> = table.columns.iter().map(|column| heading_key(&column.heading)).collect();
    let is_here = |heading: &String| keys.iter().filter(|key| *key == heading).count() == 1;
    let given: BTreeMap<&String, bool> =
        known.iter().filter_map(|(heading, field)| Some((field.as_ref()?, is_here(heading)))).collect();
    for (column, key) in table.columns.iter_mut().zip(&keys) {
        let found = column.field.clone().filter(|field| field != "-");
        // Whether the field that the heading alone says stands elsewhere: in a column of this list, or nowhere.
        let is_elsewhere = found.as_ref().and_then(|field| given.get(field)).copied();
        match known.get(key).filter(|_| is_here(key)) {
            Some(Some(field)) => column.field = Some(field.clone()),
            Some(None) if is_elsewhere != Some(false) => column.field = None,
            None if is_elsewhere == Some(true) => column.field = None,
            Some(None) | None => {}
        }
    }
}
