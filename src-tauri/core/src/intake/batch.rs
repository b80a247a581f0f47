//! What can be seen only when several files lie side by side: a file that repeats another unit's people, and people who stand in two files.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::finding::Verdict;
use super::list::{FileReading, Status};
use super::repeated::{Met, is_same_person};

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
    let row = |place: Place| files.get(place.file).and_then(|file| file.entries.get(place.entry));
    let mut met = Met::nobody();
    let mut same = SamePerson::new();
    for (file, reading) in files.iter().enumerate().filter(|(_, reading)| reading.status != Status::Refuse) {
        for (entry, person) in reading.entries.iter().enumerate().filter(|(_, row)| row.verdict() == Verdict::Take) {
            let place = Place { file, entry };
            for other in met.meet(person, place).into_iter().filter(|other| other.file != file) {
                if row(other).is_some_and(|known| is_same_person(known, person)) {
                    same.entry(place).or_default().insert(other);
                    same.entry(other).or_default().insert(place);
                }
            }
        }
    }
    same
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
