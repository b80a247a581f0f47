//! The log of faults: numbered lines without personal data, kept small.

use crate::clock::Clock;
use std::{
    fs::OpenOptions,
    io::Write as _,
    path::{Path, PathBuf},
};

/// When the file grows past this many bytes it is started anew and the old one kept beside it.
const LARGEST: u64 = 1_000_000;

/// A numbered log in a folder of its own.
#[derive(Debug)]
pub struct Log {
    path: PathBuf,
}

impl Log {
    /// The log of that folder, which is made when it is missing.
    pub fn in_folder(folder: &Path) -> Self {
        // A log that cannot be made must not keep the office shut: writing will say so again.
        let path = folder.join("so-vang.log");
        match std::fs::create_dir_all(folder) {
            Ok(()) | Err(_) => Self { path },
        }
    }

    /// Writes one fault and answers its number, which the page shows.
    pub fn write(&self, clock: &dyn Clock, doing: &str, causes: &str) -> u64 {
        let number = self.lines() + 1;
        let line = format!("{number}\t{}\t{doing}\t{}\n", clock.now().to_rfc3339(), causes.replace(['\n', '\t'], " "));
        let written = self
            .turn()
            .and_then(|()| OpenOptions::new().create(true).append(true).open(&self.path))
            .and_then(|mut file| file.write_all(line.as_bytes()));
        if let Err(error) = written {
            eprintln!("so-vang: log: {error}: {line}");
        }
        number
    }

    /// Where the log lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn lines(&self) -> u64 {
        let last = std::fs::read_to_string(&self.path).ok();
        last.as_deref().and_then(|text| text.lines().next_back()?.split('\t').next()?.parse().ok()).unwrap_or(0)
    }

    fn turn(&self) -> std::io::Result<()> {
        match std::fs::metadata(&self.path) {
            Ok(file) if file.len() > LARGEST => std::fs::rename(&self.path, self.path.with_extension("old.log")),
            Ok(_) | Err(_) => Ok(()),
        }
    }
}
