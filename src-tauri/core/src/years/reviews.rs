//! Reviews that are due: of movements by their plans, of pledges by the periods that the office assesses them for.

use super::{DueMissing, DueUnit};
use crate::{
    error::Result,
    office::Office,
    periods::{PeriodId, PeriodKind},
    pledges,
    units::UnitId,
};
use chrono::{NaiveDate, TimeDelta};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to be reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "id", rename_all = "snake_case")]
pub enum Reviewed {
    /// A movement, by its key: its room stands below this one.
    Movement(i64),
    /// The pledges, for this period.
    Pledges(PeriodId),
}

/// A review that is still to be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueReview {
    /// What.
    pub reviewed: Reviewed,
    /// "Sơ kết: Lao động giỏi", "Đánh giá cam kết: 6 tháng đầu năm 2024".
    pub name: String,
    /// By when.
    pub day: NaiveDate,
    /// Days from today; below 0: it has passed.
    pub days: i64,
    /// Of pledges: the units whose pledges are not all assessed.
    pub missing: Option<DueMissing>,
}

/// What was not reviewed in time is remembered so long.
const REMEMBERED: TimeDelta = TimeDelta::days(92);

/// Reviews that are due until that day, and those that were not held in time; the oldest first.
pub(super) fn due(office: &Office, until: NaiveDate) -> Result<Vec<DueReview>> {
    let (db, today) = (office.db(), office.today());
    let mut found = of_movements(db, (today - REMEMBERED, until), today)?;
    found.extend(of_pledges(db, (today - REMEMBERED, until), today)?);
    found.sort_by_key(|one| one.day);
    Ok(found)
}

fn of_movements(db: &Connection, (from, until): (NaiveDate, NaiveDate), today: NaiveDate) -> Result<Vec<DueReview>> {
    let mut statement = db.prepare_cached(
        "select m.id, 'Sơ kết: ' || m.name, m.interim_on as day from movement m
         where m.interim_on between ?1 and ?2
           and not exists (select 1 from movement_review r where r.movement = m.id and r.kind = 'interim')
         union all
         select m.id, 'Tổng kết: ' || m.name, m.final_on from movement m
         where m.final_on between ?1 and ?2
           and not exists (select 1 from movement_review r where r.movement = m.id and r.kind = 'final')
         order by 3, 1",
    )?;
    let due = statement.query_map(params![from, until], |row| {
        let day: NaiveDate = row.get(2)?;
        let reviewed = Reviewed::Movement(row.get(0)?);
        Ok(DueReview { reviewed, name: row.get(1)?, day, days: (day - today).num_days(), missing: None })
    })?;
    Ok(due.collect::<rusqlite::Result<_>>()?)
}

/// One unit of one period.
struct Row {
    period: PeriodId,
    name: String,
    kind: PeriodKind,
    day: NaiveDate,
    unit: UnitId,
    code: String,
    unit_name: String,
    done: bool,
}

fn of_pledges(db: &Connection, (from, until): (NaiveDate, NaiveDate), today: NaiveDate) -> Result<Vec<DueReview>> {
    let mut statement = db.prepare_cached(include_str!("reviews.sql"))?;
    let rows = statement.query_map(params![from, until, today], |row| {
        Ok(Row {
            period: row.get("period")?,
            name: row.get("name")?,
            kind: row.get("kind")?,
            day: row.get("until")?,
            unit: row.get("unit")?,
            code: row.get("code")?,
            unit_name: row.get("unit_name")?,
            done: row.get("done")?,
        })
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut found = Vec::new();
    for period in rows.chunk_by(|one, other| one.period == other.period) {
        let Some(Row { period: id, name, kind, day, .. }) = period.first() else { continue };
        if !pledges::is_assessed_for(db, *kind)? || period.iter().all(|row| row.done) {
            continue;
        }
        let name = format!("Đánh giá cam kết: {}", lowercase_first(name));
        found.push(DueReview {
            reviewed: Reviewed::Pledges(*id),
            day: *day,
            days: (*day - today).num_days(),
            missing: Some(missing(period, &name, *day)),
            name,
        });
    }
    Ok(found)
}

fn missing(period: &[Row], name: &str, day: NaiveDate) -> DueMissing {
    let units: Vec<DueUnit> = period
        .iter()
        .filter(|row| !row.done)
        .map(|row| DueUnit { unit: row.unit, code: row.code.clone(), name: row.unit_name.clone() })
        .collect();
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    let message = format!(
        "Hạn {}: {name}. Các đơn vị chưa gửi đủ kết quả: {}. Đề nghị gửi đúng hạn. Trân trọng.",
        day.format("%d/%m/%Y"),
        names.join("; ")
    );
    DueMissing { of: i64::try_from(period.len()).unwrap_or(i64::MAX), units, message }
}

/// "Năm 2024" within a sentence.
fn lowercase_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
