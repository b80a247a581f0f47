//! The report of an import for scripts: what became of each file and each row, in the words of the list of findings.

use serde::{Deserialize, Serialize};

use super::batch::{Place, SamePerson};
use super::cells::Entry;
use super::finding::Verdict;
use super::list::{FileReading, Status};

/// The whole report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    /// One line a file, in reading order.
    pub files: Vec<FileReport>,
}

/// One file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FileReport {
    /// Its name, without folders.
    pub file: String,
    /// Code of its unit.
    pub unit: Option<String>,
    /// What happened to it.
    pub status: Status,
    /// Why it did not simply go in.
    pub reason: Option<String>,
    /// The same for the clerk, and what to do.
    pub message: Option<String>,
    /// What was noticed about the whole file.
    pub warnings: Vec<String>,
    /// What else the clerk should know.
    pub notes: Vec<String>,
    /// Its rows.
    pub rows: Vec<RowReport>,
}

/// One row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RowReport {
    /// The sheet.
    pub sheet: String,
    /// The row as Excel numbers it.
    pub row: u32,
    /// `true`, `false` or `"ask"`.
    pub import: serde_json::Value,
    /// What was noticed.
    pub warnings: Vec<String>,
    /// The same person in other files: a merge is offered.
    pub same_person: Vec<Reference>,
}

/// A row of another file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeReference")]
pub struct Reference {
    /// Code of its unit.
    pub unit: Option<String>,
    /// The file.
    pub file: String,
    /// The row as Excel numbers it.
    pub row: u32,
}

/// Writes the report of files that were compared, as their rows alone say it.
pub fn report(files: &[FileReading], same: &SamePerson) -> Report {
    report_as(files, same, &|_, entry| entry.verdict())
}

/// The same when somebody else says what happens to a row.
pub fn report_as(files: &[FileReading], same: &SamePerson, verdict: &dyn Fn(Place, &Entry) -> Verdict) -> Report {
    let reports = (0..files.len()).filter_map(|index| file_report(files, same, verdict, index));
    Report { files: reports.collect() }
}

fn file_report(
    files: &[FileReading],
    same: &SamePerson,
    verdict: &dyn Fn(Place, &Entry) -> Verdict,
    index: usize,
) -> Option<FileReport> {
    let file = files.get(index)?;
    let rows = file.entries.iter().enumerate().map(|(at, entry)| {
        let import = match (file.status, verdict(Place { file: index, entry: at }, entry)) {
            (Status::Hold | Status::Refuse, _) | (Status::Import, Verdict::Hold) => false.into(),
            (Status::Import, Verdict::Ask) => "ask".into(),
            (Status::Import, Verdict::Take) => true.into(),
        };
        let others = same.get(&Place { file: index, entry: at }).into_iter().flatten();
        let same_person = others.filter_map(|place| {
            let other = files.get(place.file)?;
            let row = other.entries.get(place.entry)?;
            Some(Reference { unit: other.unit_of(row).map(str::to_owned), file: other.file.clone(), row: row.row })
        });
        RowReport {
            sheet: entry.sheet.clone(),
            row: entry.row,
            import,
            warnings: entry.findings.iter().map(|finding| finding.name()).collect(),
            same_person: same_person.collect(),
        }
    });
    Some(FileReport {
        file: file.file.clone(),
        unit: file.unit.as_ref().map(|unit| unit.code.clone()),
        status: file.status,
        reason: file.hindrance.as_ref().map(|hindrance| hindrance.reason.clone()),
        message: file.hindrance.as_ref().map(|hindrance| hindrance.sentence.clone()),
        warnings: file.findings.iter().map(|finding| finding.name()).collect(),
        notes: file.notes.clone(),
        rows: rows.collect(),
    })
}
