//! Who has not given a pledge yet ("chưa có cam kết"): by unit, with the names, and a message to copy into a chat.

use super::ExpectedOf;
use crate::{
    calendar::PartialDate,
    error::{Error, Result},
    id::MemberId,
    members::{self, UnmaskingId},
    office::Office,
    units::UnitId,
};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Of whom a pledge is expected, in which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingAsk {
    /// The year.
    pub year: i32,
    /// Of whom.
    pub expected: ExpectedOf,
}

/// Units from which pledges are still missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingPage {
    /// How many are expected in all.
    pub expected: i64,
    /// How many of them are missing.
    pub missing: i64,
    /// The units, in the order of their codes; those that lack none are left out.
    pub units: Vec<MissingUnit>,
}

/// One unit from which pledges are missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingUnit {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its bloc.
    pub bloc_name: String,
    /// Who is its chair.
    pub chair: String,
    /// Its telephone.
    pub phone: String,
    /// How many are expected.
    pub expected: i64,
    /// How many of them are missing.
    pub missing: i64,
    /// The message to its chair.
    pub message: String,
}

/// The message to a unit's chair. Pure.
fn message(unit: &MissingUnit, year: i32, expected: ExpectedOf) -> String {
    let chair = if unit.chair.is_empty() { String::new() } else { format!(" đồng chí {}", unit.chair) };
    let count = |whom: &str| format!("{}/{} {whom}", unit.missing, unit.expected);
    let whose = match expected {
        ExpectedOf::Units => "tập thể".to_owned(),
        ExpectedOf::Everyone => count("đoàn viên"),
        ExpectedOf::Officers => count("cán bộ công đoàn"),
        ExpectedOf::Managers => count("cán bộ lãnh đạo, quản lý"),
        ExpectedOf::Party => count("đảng viên"),
    };
    format!(
        "Kính gửi{chair} – {}: đến nay đơn vị còn thiếu bản cam kết tu dưỡng, rèn luyện, phấn đấu năm {year} của {whose}. Đề nghị đơn vị gửi về sớm. Trân trọng.",
        unit.name
    )
}

/// Units from which pledges are missing.
pub fn missing(office: &mut Office, ask: MissingAsk) -> Result<MissingPage> {
    let today = office.today();
    let mut statement = office.db().prepare_cached(include_str!("missing.sql"))?;
    let units = statement
        .query_map(params![ask.year, ask.expected, today], |row| {
            let (expected, given): (i64, i64) = (row.get("expected")?, row.get("given")?);
            Ok(MissingUnit {
                unit: row.get("id")?,
                code: row.get("code")?,
                name: row.get("name")?,
                bloc_name: row.get("bloc_name")?,
                chair: row.get("chair")?,
                phone: row.get("phone")?,
                expected,
                missing: expected - given,
                message: String::new(),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(MissingPage {
        expected: units.iter().map(|unit| unit.expected).sum(),
        missing: units.iter().map(|unit| unit.missing).sum(),
        units: units
            .into_iter()
            .filter(|unit| unit.missing > 0)
            .map(|unit| MissingUnit { message: message(&unit, ask.year, ask.expected), ..unit })
            .collect(),
    })
}

/// Whose names are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingNames {
    /// The year.
    pub year: i32,
    /// Of whom a pledge is expected; Party members need leave.
    pub expected: ExpectedOf,
    /// The unit.
    pub unit: UnitId,
    /// Leave to see restricted fields.
    #[serde(default)]
    pub unmasking: Option<UnmaskingId>,
}

/// Someone whose pledge is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingPerson {
    /// Who.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// Ngày sinh.
    pub birth: Option<PartialDate>,
    /// Chức vụ.
    pub position: String,
}

/// The members of a unit whose pledge is missing, by name.
pub fn missing_names(office: &mut Office, ask: MissingNames) -> Result<Vec<MissingPerson>> {
    let seen = members::may_see(office, ask.unmasking)?;
    if ask.expected == ExpectedOf::Party && !seen {
        return Err(Error::refused(
            "expected",
            "Danh sách theo đảng viên là thông tin hạn chế. Hãy bấm Hiện rồi mở lại.",
        ));
    }
    let mut statement = office.db().prepare_cached(
        "select m.id, m.full_name, m.birth, coalesce(m.position, '') from member m
         where m.unit = ?3 and m.status in ('active', 'suspended') and case ?2
           when 'everyone' then 1
           when 'officers' then m.union_position is not null and m.union_position <> 'Đoàn viên'
           when 'managers' then m.is_manager = 1
           when 'party' then m.party_member = 1
           when 'units' then 0 end
         and not exists (select 1 from pledge p join period y on y.id = p.period join pledge_progress f on f.id = p.id
                         where p.member = m.id and y.year = ?1 and f.registered)
         order by m.sort_key, m.id",
    )?;
    let people = statement.query_map(params![ask.year, ask.expected, ask.unit], |row| {
        Ok(MissingPerson { member: row.get(0)?, name: row.get(1)?, birth: row.get(2)?, position: row.get(3)? })
    })?;
    Ok(people.collect::<rusqlite::Result<_>>()?)
}
