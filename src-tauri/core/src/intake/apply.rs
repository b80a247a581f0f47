//! Taking a prepared import in, as one act.

use crate::error::{Error, Result};
use crate::id::MemberId;
use crate::journal::What;
use crate::members;
use crate::office::{Done, Office, Pen};
use crate::units::{self, UnitId};

use super::batch::Place;
use super::finding::Verdict;
use super::list::FileReading;
use super::plan::Plan;
use super::session::{IntakeTarget, Outcome, Session};
use super::store::{self, Counts, IntakeId};
use super::units_in;

const MEMBERS_IN: What = What::new("intake.members", "Nhập danh sách đoàn viên");
const UNITS_IN: What = What::new("intake.units", "Nhập danh sách đơn vị");

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
    match session.target {
        IntakeTarget::Members => {
            let counts = session.counts(None);
            let progress = office.progress();
            let total = session.files.iter().map(|file| file.entries.len()).sum::<usize>();
            progress.begin("Đang ghi đoàn viên", u64::try_from(total).unwrap_or(0));
            let step = || progress.step();
            office.act(MEMBERS_IN, |pen| {
                pen.detail(format!("{} mới, {} thay đổi", counts.added, counts.changed));
                let id = store::insert(pen, "members", &who, counts)?;
                write_members(pen, session, id, &step)?;
                remember(pen, session)?;
                Ok(IntakeDone { id, counts })
            })
        }
        IntakeTarget::Units => {
            let lists = units_in::lists(session, office.today());
            office.act(UNITS_IN, |pen| {
                let done = units::import(pen, &lists.units)?;
                units::import_blocs(pen, &lists.blocs)?;
                let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
                let counts = Counts {
                    added: number(done.added),
                    changed: number(done.changed),
                    same: number(done.same),
                    ..Counts::default()
                };
                pen.detail(format!("{} mới, {} thay đổi", counts.added, counts.changed));
                let id = store::insert(pen, "units", &who, counts)?;
                for file in &session.files {
                    store::insert_file(pen, id, file)?;
                }
                remember(pen, session)?;
                Ok(IntakeDone { id, counts })
            })
        }
    }
}

fn remember(pen: &Pen<'_>, session: &Session) -> Result<()> {
    for (headings, columns) in &session.corrected {
        store::remember(pen, session.target.target().name, headings, columns)?;
    }
    Ok(())
}

fn write_members(pen: &Pen<'_>, session: &Session, intake: IntakeId, step: &dyn Fn() -> Result<()>) -> Result<()> {
    let units: std::collections::BTreeMap<String, i64> =
        store::known_units(pen)?.into_iter().map(|unit| (unit.code, unit.id)).collect();
    for (file, reading) in session.files.iter().enumerate() {
        let key = store::insert_file(pen, intake, reading)?;
        for (at, entry) in reading.entries.iter().enumerate() {
            step()?;
            let (member, verdict) = match session.plans.get(&Place { file, entry: at }) {
                Some(plan) => (write_member(pen, plan, reading, at, &units)?, Verdict::Take),
                None => (None, Verdict::Hold),
            };
            let verdict = match session.outcome(file, at, entry) {
                Outcome::Asked => Verdict::Ask,
                Outcome::New | Outcome::Changed | Outcome::Same | Outcome::Held => verdict,
            };
            store::insert_row(pen, key, entry, verdict, member)?;
        }
    }
    Ok(())
}

fn write_member(
    pen: &Pen<'_>,
    plan: &Plan,
    reading: &FileReading,
    at: usize,
    units: &std::collections::BTreeMap<String, i64>,
) -> Result<Option<MemberId>> {
    match plan {
        Plan::New(draft) => {
            let unit =
                reading.entries.get(at).and_then(|entry| reading.unit_of(entry)).and_then(|code| units.get(code));
            let unit = unit
                .ok_or_else(|| Error::refused("file", "Đơn vị của tệp không còn trong danh sách. Hãy đọc lại tệp."))?;
            Ok(Some(members::insert(pen, draft, UnitId(*unit), None)?))
        }
        Plan::Change(id, draft, _) => {
            members::fill(pen, *id, draft)?;
            Ok(Some(*id))
        }
        Plan::Same(id) => Ok(Some(*id)),
        Plan::Doubt(_) => Ok(None),
    }
}
