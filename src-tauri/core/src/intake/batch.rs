//! What can be seen only when several files lie side by side: a file that repeats another unit's people, and people who stand in two files.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::PartialDate;
use crate::vietnamese::fold;

use super::cells::Entry;
use super::finding::Verdict;
use super::list::{FileReading, Status};
use super::repeated::is_same_person;

/// A row of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Index of the file.
    pub file: usize,
    /// Index of its entry.
    pub entry: usize,
}

/// Rows that may be the same person as a row of another file.
pub type SamePerson = BTreeMap<Place, BTreeSet<Place>>;

/// A file is a copy when this share (of ten) of its people stand in one other file.
const COPY_TENTHS: usize = 8;
/// Fewer people than this prove nothing.
const LEAST_FOR_COPY: usize = 3;

/// Compares the files with each other: holds copies, and tells who stands in two files.
pub fn compare(files: &mut [FileReading]) -> SamePerson {
    let matches = matches(files);
    hold_copies(files, &matches);
    let is_taken = |place: &Place| files.get(place.file).is_some_and(|file| file.status == Status::Import);
    let mut same: SamePerson = BTreeMap::new();
    for (place, others) in matches {
        let others: BTreeSet<Place> = others.into_iter().filter(is_taken).collect();
        if is_taken(&place) && !others.is_empty() {
            same.insert(place, others);
        }
    }
    same
}

/// Pairs of rows in different files that are one person.
fn matches(files: &[FileReading]) -> SamePerson {
    let mut by_key: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (file, reading) in files.iter().enumerate().filter(|(_, reading)| reading.status != Status::Refuse) {
        for (entry, row) in reading.entries.iter().enumerate().filter(|(_, row)| row.verdict() == Verdict::Take) {
            for key in keys(row) {
                by_key.entry(key).or_default().push(Place { file, entry });
            }
        }
    }
    let row = |place: Place| files.get(place.file).and_then(|file| file.entries.get(place.entry));
    let mut same: SamePerson = BTreeMap::new();
    for places in by_key.values().filter(|places| places.len() > 1) {
        for (index, one) in places.iter().enumerate() {
            for other in places.iter().skip(index + 1).filter(|other| other.file != one.file) {
                let (Some(first), Some(second)) = (row(*one), row(*other)) else { continue };
                if is_same_person(first, second) {
                    same.entry(*one).or_default().insert(*other);
                    same.entry(*other).or_default().insert(*one);
                }
            }
        }
    }
    same
}

fn keys(row: &Entry) -> Vec<String> {
    let card = row.text("citizen_id");
    let birth = row.day("birth").and_then(PartialDate::known_day);
    let mut keys = Vec::new();
    if !card.is_empty() {
        keys.push(card.to_owned());
    }
    if let Some(day) = birth.filter(|_| !row.text("full_name").is_empty()) {
        keys.push(format!("{} {day}", fold(row.text("full_name"))));
    }
    keys
}

/// Of a file and its copy the one with the later unit code is held, whatever the reading order.
fn hold_copies(files: &mut [FileReading], matches: &SamePerson) {
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (place, others) in matches {
        for file in others.iter().map(|other| other.file).collect::<BTreeSet<_>>() {
            *shared.entry((place.file, file)).or_insert(0) += 1;
        }
    }
    let code = |files: &[FileReading], index: usize| {
        files.get(index).and_then(|file| file.unit.as_ref()).map(|unit| unit.code.clone()).unwrap_or_default()
    };
    let size = |files: &[FileReading], index: usize| files.get(index).map_or(0, |file| file.entries.len());
    let mut pairs: Vec<((String, String), usize, usize)> = Vec::new();
    for ((file, other), count) in &shared {
        let all = size(files, *file);
        if all >= LEAST_FOR_COPY && count * 10 >= all * COPY_TENTHS {
            let (first, second) = (code(files, *file), code(files, *other));
            let is_later = (&first, file) > (&second, other);
            // Of two equal lists one pair speaks; a list that is part of a larger one is the copy itself.
            let is_mutual =
                shared.get(&(*other, *file)).is_some_and(|back| back * 10 >= size(files, *other) * COPY_TENTHS);
            if is_later || !is_mutual {
                pairs.push(((first, second), *file, *other));
            }
        }
    }
    pairs.sort();
    for (_, file, other) in pairs {
        let Some(original) = files.get(other).filter(|original| original.status == Status::Import) else { continue };
        let (name, owner) = (original.file.clone(), original.unit.clone());
        let Some(copy) = files.get_mut(file) else { continue };
        let is_same_unit =
            owner.is_some() && owner.as_ref().map(|unit| &unit.code) == copy.unit.as_ref().map(|unit| &unit.code);
        let (reason, sentence) = if is_same_unit {
            ("same_list_twice", format!("Tệp “{}” và “{name}” là cùng một danh sách. Hãy chọn một tệp.", copy.file))
        } else {
            let owner = owner.and_then(|unit| unit.names.first().cloned()).unwrap_or_else(|| name.clone());
            let sentence = format!(
                "Tệp “{}” chứa người của {owner} (tệp “{name}”). Hãy hỏi lại đơn vị trước khi nhận.",
                copy.file
            );
            ("duplicate_of_other_unit", sentence)
        };
        copy.stop(Status::Hold, reason, sentence);
    }
}
