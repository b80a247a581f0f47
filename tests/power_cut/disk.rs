//! What a disk holds after the power went: what was flushed is there; of what was not, each 512-byte piece was written, was not,
//! or is garbage; a name made or removed without a flush of its folder may or may not be so.

use super::recorder::{Kind, Operation};
use rand::{RngExt, rngs::StdRng};
use std::{collections::BTreeMap, fs, path::Path};

const PIECE: usize = 512;

#[derive(Debug, Clone, Default)]
struct Content {
    flushed: Vec<u8>,
    waiting: Vec<Change>,
    name_flushed: bool,
}

#[derive(Debug, Clone)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut { length: usize },
}

/// A disk at the moment of the cut.
#[derive(Debug, Default)]
pub struct Disk {
    files: BTreeMap<String, Content>,
    /// Names removed without a flush of the folder.
    ghosts: BTreeMap<String, Content>,
}

impl Disk {
    /// An empty disk after these operations.
    pub fn after(operations: &[Operation], rng: &mut StdRng) -> Self {
        Self::from(BTreeMap::new(), operations, rng)
    }

    /// A disk that held these files after these operations.
    pub fn from(held: BTreeMap<String, Vec<u8>>, operations: &[Operation], _rng: &mut StdRng) -> Self {
        let files = held
            .into_iter()
            .map(|(name, flushed)| (name, Content { flushed, waiting: Vec::new(), name_flushed: true }))
            .collect();
        let mut disk = Self { files, ghosts: BTreeMap::new() };
        for operation in operations {
            disk.apply(operation);
        }
        disk
    }

    fn apply(&mut self, operation: &Operation) {
        match operation {
            Operation::Create { file } => {
                self.files.insert(file.clone(), Content::default());
            }
            Operation::Write { file, at, bytes } => {
                self.file(file).waiting.push(Change::Write { at: *at, bytes: bytes.clone() });
            }
            Operation::Cut { file, length } => self.file(file).waiting.push(Change::Cut { length: *length }),
            Operation::Flush { file, kind } => {
                let content = self.file(file);
                let first = !content.name_flushed;
                let waiting = std::mem::take(&mut content.waiting);
                for change in waiting {
                    change.apply(&mut content.flushed);
                }
                // SQLite flushes the folder together with the first flush of a new log or journal.
                if first && *kind != Kind::Main {
                    self.flush_names();
                }
            }
            Operation::Remove { file, flushed } => {
                if let Some(content) = self.files.remove(file) {
                    self.ghosts.insert(file.clone(), content);
                }
                if *flushed {
                    self.flush_names();
                }
            }
            Operation::Saved(_) => {}
        }
    }

    fn file(&mut self, name: &str) -> &mut Content {
        self.files.entry(name.to_owned()).or_default()
    }

    fn flush_names(&mut self) {
        self.ghosts.clear();
        for content in self.files.values_mut() {
            content.name_flushed = true;
        }
    }

    /// Writes the disk into a folder, with chance for all that was not flushed.
    pub fn write(&self, folder: &Path, rng: &mut StdRng) {
        for (name, content) in &self.files {
            if content.name_flushed || rng.random_bool(0.5) {
                fs::write(folder.join(name), content.torn(rng)).unwrap();
            }
        }
        for (name, content) in &self.ghosts {
            let taken = self.files.contains_key(name);
            if content.name_flushed && !taken && rng.random_bool(0.5) {
                fs::write(folder.join(name), content.torn(rng)).unwrap();
            }
        }
    }
}

/// The files of a folder, to go on from.
pub fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
        })
        .collect()
}

impl Content {
    fn torn(&self, rng: &mut StdRng) -> Vec<u8> {
        let mut bytes = self.flushed.clone();
        for change in &self.waiting {
            match change {
                Change::Cut { .. } => {
                    if rng.random_bool(0.5) {
                        change.apply(&mut bytes);
                    }
                }
                Change::Write { at, bytes: written } => tear(&mut bytes, *at, written, rng),
            }
        }
        bytes
    }
}

/// Of each piece: two fifths written, two fifths not, one fifth garbage.
fn tear(into: &mut Vec<u8>, at: usize, written: &[u8], rng: &mut StdRng) {
    let mut from = 0;
    while from < written.len() {
        let place = at + from;
        let end = written.len().min(from + PIECE - place % PIECE);
        let mut piece = written[from..end].to_vec();
        match rng.random_range(0..5) {
            0 | 1 => Change::Write { at: place, bytes: piece }.apply(into),
            2 | 3 => {}
            _ => {
                rng.fill(&mut piece[..]);
                Change::Write { at: place, bytes: piece }.apply(into);
            }
        }
        from = end;
    }
}

impl Change {
    fn apply(&self, into: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes } => {
                if into.len() < at + bytes.len() {
                    into.resize(at + bytes.len(), 0);
                }
                into[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Self::Cut { length } => into.resize(*length, 0),
        }
    }
}
