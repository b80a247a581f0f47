//! The intake's own tables, and the units that lists may name.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::id::{ActId, MemberId, id, new_uid};
use crate::office::Pen;
use crate::units::UnitId;
use crate::vietnamese::tone_place_key;

use super::cells::Entry;
use super::finding::Verdict;
use super::list::{FileReading, Status};
use super::session::Outcome;
use super::taking::Made;
use super::whose::{KnownUnit, Units};

id!(
    /// One import.
    IntakeId
);

/// The units with all their names, the present one first; ended ones too, for their last lists still come in.
pub fn known_units(db: &Connection) -> Result<Vec<KnownUnit>> {
    let mut statement = db.prepare_cached(
        "select unit.id, unit.code, unit_state.name
         from unit join unit_state on unit_state.unit = unit.id
         order by unit.ended is not null, unit.code, unit.id, unit_state.until is not null, unit_state.since desc",
    )?;
    let rows = statement
        .query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))?;
    let mut units: Vec<KnownUnit> = Vec::new();
    for row in rows {
        let (id, code, name) = row?;
        match units.last_mut().filter(|unit| unit.id == id) {
            Some(unit) => unit.names.push(name),
            None => units.push(KnownUnit { id, code, names: vec![name] }),
        }
    }
    Ok(units)
}

/// The unit that a list means by a name: one that stands before one that is no more. Answers also whether it stands.
pub fn unit_called(db: &Connection, name: &str) -> Result<Option<(KnownUnit, bool)>> {
    let mut statement = db.prepare_cached("select id from unit where ended is null")?;
    let standing: BTreeSet<i64> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let (here, gone): (Vec<KnownUnit>, Vec<KnownUnit>) =
        known_units(db)?.into_iter().partition(|unit| standing.contains(&unit.id));
    if let Some(unit) = Units::new(here).named(name) {
        return Ok(Some((unit.clone(), true)));
    }
    Ok(Units::new(gone).named(name).map(|unit| (unit.clone(), false)))
}

/// Members of a name, wherever its tone marks stand.
pub fn namesakes(db: &Connection, name: &str) -> Result<Vec<MemberId>> {
    let mut statement = db.prepare_cached("select id from member where same_key = ?1 order by id")?;
    let rows = statement.query_map([tone_place_key(name)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a member belongs, or ever belonged, to a unit.
pub fn belonged(db: &Connection, member: MemberId, unit: UnitId) -> Result<bool> {
    let belonged = db
        .prepare_cached("select exists (select 1 from membership where member = ?1 and unit = ?2)")?
        .query_row(params![member, unit], |row| row.get(0))?;
    Ok(belonged)
}

/// Which lists a correction of columns is for: those of this sender with these headings; `sender` "": of any.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Headings {
    /// Code of the unit that sends them.
    pub sender: String,
    /// The headings as one key.
    pub key: String,
}

/// Which field each corrected column is; none: left out.
pub type Mapping = BTreeMap<u32, Option<String>>;

/// Corrected columns of a target.
pub fn memories(db: &Connection, target: &str) -> Result<BTreeMap<Headings, Mapping>> {
    let mut statement =
        db.prepare_cached("select sender, headings, columns from column_memory where target = ?1 order by id")?;
    let rows = statement.query_map([target], |row| {
        Ok((Headings { sender: row.get(0)?, key: row.get(1)? }, row.get::<_, String>(2)?))
    })?;
    let mut memories = BTreeMap::new();
    for row in rows {
        let (headings, columns) = row?;
        memories.insert(headings, serde_json::from_str(&columns)?);
    }
    Ok(memories)
}

/// Remembers corrected columns.
pub fn remember(pen: &Pen<'_>, target: &str, headings: &Headings, columns: &Mapping) -> Result<()> {
    let columns = serde_json::to_string(columns)?;
    let known = pen
        .prepare_cached("update column_memory set columns = ?4 where target = ?1 and sender = ?2 and headings = ?3")?
        .execute(params![target, headings.sender, headings.key, columns])?;
    if known == 0 {
        pen.prepare_cached("insert into column_memory (target, sender, headings, columns) values (?1, ?2, ?3, ?4)")?
            .execute(params![target, headings.sender, headings.key, columns])?;
    }
    Ok(())
}

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeCounts")]
pub struct Counts {
    /// New in the register.
    pub added: i64,
    /// Filled or corrected.
    pub changed: i64,
    /// As the register has them.
    pub same: i64,
    /// A person must decide.
    pub asked: i64,
    /// Held back.
    pub held: i64,
}

impl Counts {
    /// One more row that came to this.
    pub fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::New => &mut self.added,
            Outcome::Changed => &mut self.changed,
            Outcome::Same => &mut self.same,
            Outcome::Asked => &mut self.asked,
            Outcome::Held => &mut self.held,
        } += 1;
    }
}

/// Writes down an import.
pub fn insert(pen: &Pen<'_>, target: &str, who: &str, counts: Counts) -> Result<IntakeId> {
    let at = pen.now().to_rfc3339();
    pen.prepare_cached(
        "insert into intake (uid, act, target, at, who, added, changed, same, left_out) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![new_uid(), pen.act(), target, at, who, counts.added, counts.changed, counts.same, counts.asked + counts.held])?;
    Ok(IntakeId(pen.last_insert_rowid()))
}

/// Writes down one file of an import; answers its key.
pub fn insert_file(pen: &Pen<'_>, intake: IntakeId, file: &FileReading) -> Result<i64> {
    let status = status_code(file.status);
    let (reason, message) =
        file.hindrance.as_ref().map_or(("", ""), |why| (why.reason.as_str(), why.sentence.as_str()));
    pen.prepare_cached(
        "insert into intake_file (intake, name, unit, status, reason, message) values (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![intake, file.file, file.unit.as_ref().map(|unit| unit.id), status, reason, message])?;
    Ok(pen.last_insert_rowid())
}

/// Writes down one file of several units' sheets.
pub fn insert_named_file(
    pen: &Pen<'_>,
    intake: IntakeId,
    name: &str,
    status: Status,
    reason: &str,
    message: &str,
) -> Result<()> {
    pen.prepare_cached(
        "insert into intake_file (intake, name, unit, status, reason, message) values (?1, ?2, null, ?3, ?4, ?5)",
    )?
    .execute(params![intake, name, status_code(status), reason, message])?;
    Ok(())
}

const fn status_code(status: Status) -> &'static str {
    match status {
        Status::Import => "import",
        Status::Hold => "hold",
        Status::Refuse => "refuse",
    }
}

/// Writes down one row of a file, with what its cells said and what came of it.
pub fn insert_row(pen: &Pen<'_>, file: i64, entry: &Entry, verdict: Verdict, made: Option<&Made>) -> Result<()> {
    let verdict = match verdict {
        Verdict::Take => "take",
        Verdict::Ask => "ask",
        Verdict::Hold => "hold",
    };
    let (original, findings) = (serde_json::to_string(&entry.original)?, serde_json::to_string(&entry.findings)?);
    pen.prepare_cached(
        "insert into intake_row (file, sheet, number, verdict, member, record, original, findings)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        file,
        entry.sheet,
        entry.row,
        verdict,
        made.and_then(|made| made.member),
        made.and_then(|made| made.record),
        original,
        findings
    ])?;
    Ok(())
}

/// One import in the list of imports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct IntakeLine {
    /// Its key.
    pub id: IntakeId,
    /// The act that took it in.
    pub act: ActId,
    /// What its lists were: "members", "units".
    pub target: String,
    /// When.
    pub at: String,
    /// By whom.
    pub who: String,
    /// How many files.
    pub files: i64,
    /// What it did.
    pub added: i64,
    /// Filled or corrected.
    pub changed: i64,
    /// Unchanged.
    pub same: i64,
    /// Rows left for a person.
    pub left_out: i64,
}

/// The imports that stand, newest first. One that was taken back is gone from here and stands in the history.
pub fn lines(db: &Connection) -> Result<Vec<IntakeLine>> {
    let mut statement = db.prepare_cached(
        "select intake.id, intake.act, intake.target, intake.at, intake.who, intake.added, intake.changed, intake.same,
           intake.left_out, (select count(*) from intake_file where intake_file.intake = intake.id)
         from intake order by intake.id desc",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(IntakeLine {
            id: row.get(0)?,
            act: row.get(1)?,
            target: row.get(2)?,
            at: row.get(3)?,
            who: row.get(4)?,
            added: row.get(5)?,
            changed: row.get(6)?,
            same: row.get(7)?,
            left_out: row.get(8)?,
            files: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The act of the newest import of a target that stands.
pub fn last_act(db: &Connection, target: &str) -> Result<Option<ActId>> {
    let found = db
        .prepare_cached("select act from intake where target = ?1 order by id desc limit 1")?
        .query_row([target], |row| row.get(0))
        .optional()?;
    Ok(found)
}
