//! Launches ("phát động"): which unit launched a movement in a year, and which has not.

use super::{MovementId, day_of, store};
use crate::{
    error::{Refusals, Result},
    id::new_uid,
    journal::What,
    office::{Done, Office},
    periods,
    ratio::{self, Share},
    units::{self, BlocId, Calendar, UnitId, UnitLine, UnitQuery},
    vietnamese::clean,
};
use chrono::{Datelike, NaiveDate};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// That a unit launched a movement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Launch {
    /// When.
    pub launched_on: NaiveDate,
    /// By which paper.
    pub document: String,
}

/// One unit with its launch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaunchLine {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its bloc's name.
    pub bloc_name: String,
    /// By calendar or by school years.
    pub calendar: Calendar,
    /// Its chair, to call.
    pub chair: String,
    /// Their telephone.
    pub phone: String,
    /// None: not yet.
    pub launch: Option<Launch>,
}

/// Who launched a movement in a year and who has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaunchBoard {
    /// Units that did.
    pub launched: i64,
    /// Units that it is for.
    pub units: i64,
    /// "99 %".
    pub percent: Share,
    /// Every one of them as it stood then, in the order of the codes.
    pub lines: Vec<LaunchLine>,
    /// A message to those that have not, to copy into a chat; empty: all have.
    pub message: String,
}

/// Which movement, in which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaunchAsk {
    /// The movement.
    pub movement: MovementId,
    /// The year.
    pub year: i32,
}

/// Units that launched a movement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaunchDraft {
    /// The movement.
    pub movement: MovementId,
    /// The year.
    pub year: i32,
    /// The units.
    pub units: Vec<UnitId>,
    /// When.
    pub launched_on: NaiveDate,
    /// By which paper.
    #[serde(default)]
    pub document: String,
}

/// Launches that were written down by mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaunchGone {
    /// The movement.
    pub movement: MovementId,
    /// The year.
    pub year: i32,
    /// The units.
    pub units: Vec<UnitId>,
}

const LAUNCH: What = What::new("movement.launch", "Ghi phát động phong trào");
const TAKE_BACK: What = What::new("movement.take_back", "Bỏ ghi phát động phong trào");

/// Every unit that a movement is for, with its launch of that year.
pub fn launches(office: &mut Office, ask: LaunchAsk) -> Result<LaunchBoard> {
    let movement = store::draft(office.db(), ask.movement)?;
    let known = of(office, ask)?;
    let lines: Vec<LaunchLine> = asked(office, ask.year, &movement.blocs, |unit| known.contains_key(&unit))?
        .into_iter()
        .map(|line| LaunchLine {
            launch: known.get(&line.id).cloned(),
            unit: line.id,
            code: line.code,
            name: line.name,
            bloc_name: line.bloc_name,
            calendar: line.calendar,
            chair: line.chair,
            phone: line.phone,
        })
        .collect();
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let launched = count(lines.iter().filter(|line| line.launch.is_some()).count());
    let units = count(lines.len());
    let silent: Vec<&str> = lines.iter().filter(|line| line.launch.is_none()).map(|line| line.name.as_str()).collect();
    let message = if silent.is_empty() {
        String::new()
    } else {
        format!(
            "Phong trào “{}” năm {}: các đơn vị chưa báo cáo phát động: {}. Đề nghị phát động và gửi văn bản về. Trân trọng.",
            movement.name,
            ask.year,
            silent.join("; ")
        )
    };
    Ok(LaunchBoard { launched, units, percent: ratio::percent(launched, units), lines, message })
}

/// The units that a movement of those blocs is for (no blocs: all), as they stood in the year, and those that are `also` counted;
/// just those that `movements.sql` counts.
pub(super) fn asked(
    office: &mut Office,
    year: i32,
    blocs: &[BlocId],
    also: impl Fn(UnitId) -> bool,
) -> Result<Vec<UnitLine>> {
    let query = UnitQuery { as_of: Some(day_of(office, year)), living: Some(true), ..UnitQuery::default() };
    let mut lines = units::list(office, query)?.rows;
    lines.retain(|line| blocs.is_empty() || line.bloc.is_some_and(|bloc| blocs.contains(&bloc)) || also(line.id));
    Ok(lines)
}

fn of(office: &Office, ask: LaunchAsk) -> Result<BTreeMap<UnitId, Launch>> {
    let mut statement = office.db().prepare_cached(
        "select l.unit, l.launched_on, l.document from launch l join period p on p.id = l.period
         where l.movement = ?1 and p.year = ?2 order by l.launched_on",
    )?;
    let found = statement.query_map(params![ask.movement, ask.year], |row| {
        Ok((row.get(0)?, Launch { launched_on: row.get(1)?, document: row.get(2)? }))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Writes down that units launched a movement; a school does so for its school year. What was written before is corrected.
pub fn launch(office: &mut Office, draft: LaunchDraft) -> Result<Done<u32>> {
    let movement = store::draft(office.db(), draft.movement)?;
    let mut wrong = Refusals::new();
    if draft.launched_on > office.today() {
        wrong.refuse("launched_on", "Ngày phát động không được sau hôm nay.");
    }
    if movement.since.is_some_and(|since| draft.launched_on < since) {
        wrong.refuse("launched_on", "Ngày phát động không được trước ngày bắt đầu phong trào.");
    }
    if !(draft.year.saturating_sub(1)..=draft.year).contains(&draft.launched_on.year()) {
        let sentence = format!("Phát động của năm {} không thể có ngày này. Hãy xem lại ngày hoặc năm.", draft.year);
        wrong.refuse("launched_on", sentence);
    }
    if draft.units.is_empty() {
        wrong.refuse("units", "Chưa chọn đơn vị nào đã phát động.");
    }
    for unit in &draft.units {
        if units::unit(office.db(), *unit)?.is_none() {
            wrong.refuse("units", "Có đơn vị không còn trong sổ. Hãy chọn lại.");
        }
    }
    wrong.or(())?;
    for unit in &draft.units {
        periods::lived_on(office.db(), "units", *unit, draft.launched_on)?;
    }
    let document = clean(&draft.document);
    office.act(LAUNCH, |pen| {
        pen.detail(format!("{}, {} đơn vị", movement.name, draft.units.len()));
        for unit in &draft.units {
            let calendar = units::state_on(pen, *unit, draft.launched_on)?.calendar;
            let period = periods::ensure_year(pen, calendar, draft.year)?;
            let known = pen.execute(
                "update launch set launched_on = ?4, document = ?5 where movement = ?1 and period = ?2 and unit = ?3",
                params![draft.movement, period, unit, draft.launched_on, document],
            )?;
            if known == 0 {
                pen.execute(
                    "insert into launch (uid, movement, period, unit, launched_on, document) values (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![new_uid(), draft.movement, period, unit, draft.launched_on, document],
                )?;
            }
        }
        Ok(u32::try_from(draft.units.len()).unwrap_or(u32::MAX))
    })
}

/// Takes back launches that were written down by mistake.
pub fn take_back(office: &mut Office, gone: LaunchGone) -> Result<Done<u32>> {
    office.act(TAKE_BACK, |pen| {
        pen.detail(format!("{} đơn vị", gone.units.len()));
        for unit in &gone.units {
            pen.execute(
                "delete from launch where movement = ?1 and unit = ?3
                 and period in (select id from period where year = ?2)",
                params![gone.movement, gone.year, unit],
            )?;
        }
        Ok(u32::try_from(gone.units.len()).unwrap_or(u32::MAX))
    })
}
