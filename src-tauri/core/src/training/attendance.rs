//! Attendances ("lượt") and reported numbers of a course or a year, as they stand in the register.

use super::{CountId, CourseId, ParticipantId, TrainingKind};
use crate::{
    calendar::PartialDate,
    error::Result,
    id::MemberId,
    members::Gender,
    units::{BlocId, UnitId},
    vietnamese::person_key,
};
use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which attendances.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Of {
    pub course: Option<CourseId>,
    pub year: Option<i32>,
    pub within: Option<(NaiveDate, NaiveDate)>,
}

/// Somebody known by name in one course.
#[derive(Debug, Clone)]
pub(super) struct Attendance {
    pub id: ParticipantId,
    pub course: CourseId,
    pub course_name: String,
    pub kind: TrainingKind,
    pub member: Option<MemberId>,
    pub name: String,
    pub sort_key: Vec<u8>,
    same_key: String,
    pub gender: Option<Gender>,
    pub birth: Option<PartialDate>,
    pub position: String,
    pub direct: Option<bool>,
    pub result: String,
    pub certificate: String,
    pub note: String,
    pub unit: UnitId,
    pub unit_code: String,
    pub unit_name: String,
    pub bloc: Option<BlocId>,
    pub bloc_name: String,
}

/// By what two attendances are seen to be one person's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Person {
    /// The record in the register of members.
    Member(MemberId),
    /// Who is not in the register: name, unit and birth.
    Outsider(String, UnitId, Option<PartialDate>),
}

impl Attendance {
    pub fn person(&self) -> Person {
        match self.member {
            Some(member) => Person::Member(member),
            None => Person::Outsider(self.same_key.clone(), self.unit, self.birth),
        }
    }
}

/// Attendances in the order of the courses' last days.
pub(super) fn attendances(db: &Connection, of: Of) -> Result<Vec<Attendance>> {
    let mut statement = db.prepare_cached(include_str!("attendance.sql"))?;
    let rows = statement.query_map(
        named_params! {
            ":course": of.course, ":year": of.year, ":since": of.within.map(|days| days.0), ":until": of.within.map(|days| days.1),
        },
        |row| {
            let name: String = row.get("name")?;
            let sort_key: Option<Vec<u8>> = row.get("sort_key")?;
            Ok(Attendance {
                id: row.get("id")?,
                course: row.get("course")?,
                course_name: row.get("course_name")?,
                kind: row.get("kind")?,
                member: row.get("member")?,
                sort_key: sort_key.unwrap_or_else(|| person_key(&name)),
                name,
                same_key: row.get("same_key")?,
                gender: row.get("gender")?,
                birth: row.get("birth")?,
                position: row.get("position")?,
                direct: row.get("direct")?,
                result: row.get("result")?,
                certificate: row.get("certificate")?,
                note: row.get("note")?,
                unit: row.get("unit")?,
                unit_code: row.get("unit_code")?,
                unit_name: row.get("unit_name")?,
                bloc: row.get("bloc")?,
                bloc_name: row.get("bloc_name")?,
            })
        },
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a unit reported without names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountLine {
    /// Its key.
    pub id: CountId,
    /// The course.
    pub course: CourseId,
    /// Its name.
    pub course_name: String,
    /// What it teaches.
    pub kind: TrainingKind,
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// What it was called then.
    pub unit_name: String,
    /// Its bloc then.
    pub bloc: Option<BlocId>,
    /// The bloc's name.
    pub bloc_name: String,
    /// So many people beside those who are named.
    pub people: i64,
    /// Women among them.
    pub women: i64,
    /// Direct workers among them.
    pub direct: i64,
    /// The report that says so.
    pub source: String,
}

/// Reported numbers in the order of the units' codes.
pub(super) fn counts(db: &Connection, of: Of) -> Result<Vec<CountLine>> {
    let mut statement = db.prepare_cached(include_str!("counts.sql"))?;
    let rows = statement.query_map(
        named_params! {
            ":course": of.course, ":year": of.year, ":since": of.within.map(|days| days.0), ":until": of.within.map(|days| days.1),
        },
        |row| {
            Ok(CountLine {
                id: row.get("id")?,
                course: row.get("course")?,
                course_name: row.get("course_name")?,
                kind: row.get("kind")?,
                unit: row.get("unit")?,
                unit_code: row.get("unit_code")?,
                unit_name: row.get("unit_name")?,
                bloc: row.get("bloc")?,
                bloc_name: row.get("bloc_name")?,
                people: row.get("people")?,
                women: row.get("women")?,
                direct: row.get("direct")?,
                source: row.get("source")?,
            })
        },
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The reported numbers of one course.
pub(super) fn counts_of(db: &Connection, course: CourseId) -> Result<Vec<CountLine>> {
    counts(db, Of { course: Some(course), ..Of::default() })
}
