//! What the register does not know yet, and where to fill it in.

use super::{Opens, figures::belonging};
use crate::{
    error::Result,
    members::{self, MemberQuery, Missing},
    office::Office,
    units::UnitId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many members lack something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Gap {
    /// What.
    pub what: Missing,
    /// "Chưa có ngày sinh".
    pub label: String,
    /// How many of those who belong now.
    pub count: u32,
    /// Who.
    pub opens: Opens,
}

/// What is missing among those who belong now, in the order of the fields; what nobody lacks is left out.
pub fn missing(office: &mut Office, (): ()) -> Result<Vec<Gap>> {
    let counts = members::counts(office, ())?;
    let gap = |line: members::MissingCount| Gap {
        opens: Opens::Members(MemberQuery { missing: vec![line.what], ..belonging() }),
        what: line.what,
        label: line.label,
        count: line.count,
    };
    Ok(counts.missing.into_iter().filter(|line| line.count > 0).map(gap).collect())
}

/// What a unit's members lack that a decision cannot do without: who they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitGap {
    /// The unit.
    pub unit: UnitId,
    /// "VT02".
    pub code: String,
    /// Its name now.
    pub name: String,
    /// Members without a birth date.
    pub birth: i64,
    /// Members without a gender.
    pub gender: i64,
    /// Members without any card number.
    pub citizen_id: i64,
    /// The members of the unit who lack a birth date, or a gender, or a number: one question each.
    pub opens: UnitGaps,
}

/// The lists behind the counts of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitGaps {
    /// Without a birth date.
    pub birth: Opens,
    /// Without a gender.
    pub gender: Opens,
    /// Without any card number.
    pub citizen_id: Opens,
}

/// Units whose members lack most, at most a dozen.
pub fn unit_gaps(office: &mut Office, (): ()) -> Result<Vec<UnitGap>> {
    let mut statement = office.db().prepare_cached(include_str!("gaps.sql"))?;
    let gaps = statement.query_map([office.today()], |row| {
        let unit: UnitId = row.get(0)?;
        let opens = |what| Opens::Members(MemberQuery { units: vec![unit], missing: vec![what], ..belonging() });
        Ok(UnitGap {
            unit,
            code: row.get(1)?,
            name: row.get(2)?,
            birth: row.get(3)?,
            gender: row.get(4)?,
            citizen_id: row.get(5)?,
            opens: UnitGaps {
                birth: opens(Missing::Birth),
                gender: opens(Missing::Gender),
                citizen_id: opens(Missing::CitizenId),
            },
        })
    })?;
    Ok(gaps.collect::<rusqlite::Result<_>>()?)
}
