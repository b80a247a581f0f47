//! Taking a prepared import in, as one act.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::office::{Done, Office, Pen};

use super::batch::Place;
use super::finding::Verdict;
use super::session::{Outcome, Session};
use super::store::{self, Counts, Headings, IntakeId};
use super::taking::Made;

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct IntakeDone {
    /// Its key.
    pub id: IntakeId,
    /// What it did.
    pub counts: Counts,
}

/// Takes in everything that is certain; what a person must decide stays out. One act, one undo.
pub fn apply(office: &mut Office, session: &Session) -> Result<Done<IntakeDone>> {
    let who = office.who().to_owned();
    let target = session.target();
    let progress = office.progress();
    let step = || progress.step();
    let lot = session.lot(office, &step)?;
    progress.begin(&format!("Đang ghi {}", target.label), u64::try_from(lot.rows.len()).unwrap_or(0));
    office.act(target.act, |pen| {
        let places = lot.rows.iter().map(|planned| planned.row.place);
        let made: BTreeMap<Place, Made> = places.zip(session.taking.write(pen, &lot)?).collect();
        let counts = session.counts_of(&made);
        pen.detail(format!("{} mới, {} thay đổi", counts.added, counts.changed));
        let id = store::insert(pen, target.name, &who, counts)?;
        write_down(pen, session, id, &made)?;
        remember(pen, session)?;
        Ok(IntakeDone { id, counts })
    })
}

/// Keeps every row of every file as it stood there, with what came of it.
fn write_down(pen: &Pen<'_>, session: &Session, intake: IntakeId, made: &BTreeMap<Place, Made>) -> Result<()> {
    for (file, reading) in session.files.iter().enumerate() {
        let key = store::insert_file(pen, intake, reading)?;
        for (at, entry) in reading.entries.iter().enumerate() {
            let verdict = match session.outcome(file, at, entry) {
                Outcome::New | Outcome::Changed | Outcome::Same => Verdict::Take,
                Outcome::Asked => Verdict::Ask,
                Outcome::Held => Verdict::Hold,
            };
            store::insert_row(pen, key, entry, verdict, made.get(&Place { file, entry: at }))?;
        }
    }
    Ok(())
}

/// A correction is remembered for its sender, and for anybody else with these headings.
fn remember(pen: &Pen<'_>, session: &Session) -> Result<()> {
    let target = session.target().name;
    for (headings, columns) in &session.corrected {
        store::remember(pen, target, headings, columns)?;
        let of_anybody = Headings { sender: String::new(), key: headings.key.clone() };
        if !session.corrected.contains_key(&of_anybody) {
            store::remember(pen, target, &of_anybody, columns)?;
        }
    }
    Ok(())
}
