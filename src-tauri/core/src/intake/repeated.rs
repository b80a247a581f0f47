//! The same person twice: in one list, or in two.

use std::collections::BTreeMap;
#[allow(clippy::disallowed_types, reason = "keys are looked up, never walked through")]
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::calendar::PartialDate;
use crate::vietnamese::{fold, tone_place_key};

use super::cells::Entry;
use super::finding::Finding;
use super::people::births_agree;

/// What two rows of one person share: the number of the card, or the name as it is searched for and the day of birth.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum PersonKey<'a> {
    Card(&'a str),
    Born(String, NaiveDate),
}

/// The keys of a row; none for one without a name.
fn keys(row: &Entry) -> impl Iterator<Item = PersonKey<'_>> {
    let name = Some(row.text("full_name")).filter(|name| !name.is_empty());
    let card = name.map(|_| row.text("citizen_id")).filter(|card| !card.is_empty()).map(PersonKey::Card);
    let born = name.and_then(|name| Some(PersonKey::Born(fold(name), known_birth(row)?)));
    card.into_iter().chain(born)
}

fn known_birth(row: &Entry) -> Option<NaiveDate> {
    row.day("birth").and_then(PartialDate::known_day)
}

/// Rows met so far, by their keys.
#[allow(clippy::disallowed_types, reason = "keys are looked up, never walked through")]
pub(super) struct Met<'a, Place>(HashMap<PersonKey<'a>, Vec<Place>>);

impl<'a, Place: Copy> Met<'a, Place> {
    /// None met yet.
    #[allow(clippy::disallowed_types, reason = "keys are looked up, never walked through")]
    pub fn nobody() -> Self {
        Self(HashMap::default())
    }

    /// Meets a row, and answers those met before that share a key with it.
    pub fn meet(&mut self, row: &'a Entry, place: Place) -> Vec<Place> {
        let mut before = Vec::new();
        for key in keys(row) {
            let sharing = self.0.entry(key).or_default();
            before.extend_from_slice(sharing);
            sharing.push(place);
        }
        before
    }
}

/// The second row of one person in a file is held.
pub(super) fn mark_repeated(entries: &mut [Entry]) {
    for at in repeats(entries).into_iter().chain(bare_repeats(entries)) {
        if let Some(entry) = entries.get_mut(at) {
            entry.findings.insert(Finding::DuplicateInFile);
        }
    }
}

/// The rows whose person stands further up already.
fn repeats(entries: &[Entry]) -> Vec<usize> {
    let mut met = Met::nobody();
    let mut is_repeat = |at: usize, entry| {
        let mut before = met.meet(entry, at).into_iter().filter_map(|at| entries.get(at));
        before.any(|first| is_same_person(first, entry))
    };
    entries.iter().enumerate().filter(|(at, entry)| is_repeat(*at, entry)).map(|(at, _)| at).collect()
}

/// Rows that say only who somebody is (a sheet of the committee), where another sheet has the same name with more about it.
fn bare_repeats(entries: &[Entry]) -> Vec<usize> {
    let is_bare = |entry: &Entry| entry.text("citizen_id").is_empty() && known_birth(entry).is_none();
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.text("full_name").is_empty()) {
        named.entry(fold(entry.text("full_name"))).or_default().push(at);
    }
    let is_told_better = |at: usize, entry: &Entry, other: usize| {
        entries.get(other).is_some_and(|known| {
            known.sheet != entry.sheet
                && (!is_bare(known) || other < at)
                && is_same_name(known.text("full_name"), entry.text("full_name"))
                && births_agree(known.day("birth"), entry.day("birth"))
        })
    };
    let bare = entries.iter().enumerate().filter(|(_, entry)| is_bare(entry));
    let repeated = bare.filter(|(at, entry)| {
        let alike = named.get(&fold(entry.text("full_name")));
        alike.is_some_and(|alike| alike.iter().any(|other| is_told_better(*at, entry, *other)))
    });
    repeated.map(|(at, _)| at).collect()
}

/// Whether two rows are one person: the same number and name; or the same name and day of birth with no two different numbers.
pub fn is_same_person(one: &Entry, other: &Entry) -> bool {
    let (first, second) = (one.text("citizen_id"), other.text("citizen_id"));
    if !is_same_name(one.text("full_name"), other.text("full_name")) {
        return false;
    }
    if !first.is_empty() && !second.is_empty() {
        return first == second;
    }
    known_birth(one).is_some() && known_birth(one) == known_birth(other)
}

/// The same name: wherever the tone mark stands; marks count unless one list is typed without any.
fn is_same_name(one: &str, other: &str) -> bool {
    let key = |name: &str| tone_place_key(name).to_lowercase();
    one == other || key(one) == key(other) || (fold(one) == fold(other) && (one.is_ascii() || other.is_ascii()))
}
