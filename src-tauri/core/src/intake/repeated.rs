//! The same person twice: in one list, or in two.

use std::collections::BTreeMap;

use crate::vietnamese::{fold, tone_place_key};

use super::cells::Entry;
use super::finding::Finding;

/// The second row of one person in a file is held.
pub(super) fn mark_repeated(entries: &mut [Entry]) {
    let mut by_card: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_birth: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for index in 0..entries.len() {
        let Some(entry) = entries.get(index) else { continue };
        if entry.text("full_name").is_empty() {
            continue;
        }
        let card = entry.text("citizen_id").to_owned();
        let birth = entry.day("birth").and_then(crate::calendar::PartialDate::known_day);
        let key = (fold(entry.text("full_name")), birth.map(|day| day.to_string()).unwrap_or_default());
        let same_card = by_card.get(&card).into_iter().flatten().copied();
        let same_birth = by_birth.get(&key).into_iter().flatten().copied();
        let is_repeat =
            same_card.chain(same_birth).filter_map(|at| entries.get(at)).any(|first| is_same_person(first, entry));
        if !card.is_empty() {
            by_card.entry(card).or_default().push(index);
        }
        if birth.is_some() {
            by_birth.entry(key).or_default().push(index);
        }
        if is_repeat && let Some(entry) = entries.get_mut(index) {
            entry.findings.insert(Finding::DuplicateInFile);
        }
    }
}

/// Whether two rows are one person: the same number and name; or the same name and day of birth with no two different numbers.
pub fn is_same_person(one: &Entry, other: &Entry) -> bool {
    let number = |entry: &Entry| entry.text("citizen_id").to_owned();
    let (first, second) = (number(one), number(other));
    if !is_same_name(one.text("full_name"), other.text("full_name")) {
        return false;
    }
    if !first.is_empty() && !second.is_empty() {
        return first == second;
    }
    let day = |entry: &Entry| entry.day("birth").and_then(crate::calendar::PartialDate::known_day);
    day(one).is_some() && day(one) == day(other)
}

/// The same name: wherever the tone mark stands; marks count unless one list is typed without any.
fn is_same_name(one: &str, other: &str) -> bool {
    let key = |name: &str| tone_place_key(name).to_lowercase();
    key(one) == key(other) || (fold(one) == fold(other) && (one.is_ascii() || other.is_ascii()))
}
