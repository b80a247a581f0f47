//! Units, members and women of a day, by the map of that day or by the map of today.
//!
//! By the map of today a unit that has ended since counts where the unit stands that took its place.

use super::{
    BlocId, UnitEnding, UnitId, UnitLine, lines,
    successors::{MapOfToday, gone},
};
use crate::{choice::choice, error::Result, office::Office};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

choice! {
    /// What units are counted by.
    UnitsBy {
        Bloc = "bloc" "Khối thi đua",
        Kind = "kind" "Loại hình",
        Sector = "sector" "Khu vực",
        Superior = "superior" "Đơn vị cấp trên",
    }
}

choice! {
    /// Which map units are counted on.
    #[derive(Default)]
    UnitMap {
        #[default]
        Then = "then" "Như ngày ấy",
        Now = "now" "Theo đơn vị hiện nay",
    }
}

impl UnitMap {
    /// The map of today, where it is that one.
    pub fn today(self, office: &Office) -> Result<Option<MapOfToday>> {
        match self {
            Self::Then => Ok(None),
            Self::Now => MapOfToday::read(office).map(Some),
        }
    }
}

/// Which figures are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitTalliesOf {
    /// As of this day; none: today.
    #[serde(default)]
    pub as_of: Option<NaiveDate>,
    /// What they are counted by.
    pub by: UnitsBy,
    /// The map of that day, or of today.
    pub map: UnitMap,
}

/// One line of the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitTally {
    /// "Khối 2. Mầm non"; for those without a place today, how they ended.
    pub label: String,
    /// Its units, as they were on that day.
    pub units: Vec<UnitId>,
    /// By the map of today: how many units these are now. By the map of that day: how many there are.
    pub now: i64,
    /// Their members on that day.
    pub members: i64,
    /// Women among them.
    pub women: i64,
    /// Its units have no place on the map of today.
    pub gone: bool,
}

/// Figures with their sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitTallies {
    /// The day.
    pub as_of: NaiveDate,
    /// Line by line; those without a place today last.
    pub rows: Vec<UnitTally>,
    /// All of them together.
    pub whole: UnitTally,
}

/// What a line is ordered by: those with a place first, then by number or code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Bloc(i64, Option<BlocId>),
    Kind(super::UnitKind),
    Sector(super::Sector),
    Superior(Option<UnitId>),
    Gone(UnitEnding),
}

/// Units, members and women of a day, counted by something, on one of the two maps.
pub fn figures(office: &mut Office, of: UnitTalliesOf) -> Result<UnitTallies> {
    let day = of.as_of.unwrap_or_else(|| office.today());
    let mut then = lines::all(office, day)?;
    then.retain(|line| line.ended.is_none_or(|ended| ended > day));
    let map = of.map.today(office)?;
    let mut groups: BTreeMap<Group, (String, Vec<UnitLine>, BTreeSet<UnitId>)> = BTreeMap::new();
    let names: BTreeMap<UnitId, String> =
        then.iter().chain(map.iter().flat_map(MapOfToday::lines)).map(|line| (line.id, line.name.clone())).collect();
    for line in then {
        let place = map.as_ref().map_or(Ok(&line), |map| map.line(line.id));
        let (group, label, now) = match place {
            Ok(place) => (group(of.by, place), label(of.by, place, &names), Some(place.id)),
            Err(how) => (Group::Gone(how), gone(how), None),
        };
        let found = groups.entry(group).or_insert_with(|| (label, Vec::new(), BTreeSet::new()));
        found.2.extend(now);
        found.1.push(line);
    }
    let rows: Vec<UnitTally> = groups
        .into_iter()
        .map(|(group, (label, lines, now))| figure(label, &lines, now.len(), matches!(group, Group::Gone(_))))
        .collect();
    let whole = UnitTally {
        label: "Cộng".to_owned(),
        units: rows.iter().flat_map(|row| row.units.iter().copied()).collect(),
        now: rows.iter().map(|row| row.now).sum(),
        members: rows.iter().map(|row| row.members).sum(),
        women: rows.iter().map(|row| row.women).sum(),
        gone: false,
    };
    Ok(UnitTallies { as_of: day, rows, whole })
}

fn figure(label: String, lines: &[UnitLine], now: usize, gone: bool) -> UnitTally {
    UnitTally {
        label,
        units: lines.iter().map(|line| line.id).collect(),
        now: i64::try_from(now).unwrap_or(i64::MAX),
        members: lines.iter().map(|line| line.members).sum(),
        women: lines.iter().map(|line| line.women).sum(),
        gone,
    }
}

fn group(by: UnitsBy, line: &UnitLine) -> Group {
    match by {
        UnitsBy::Bloc => Group::Bloc(line.bloc_no.unwrap_or(i64::MAX), line.bloc),
        UnitsBy::Kind => Group::Kind(line.kind),
        UnitsBy::Sector => Group::Sector(line.sector),
        UnitsBy::Superior => Group::Superior(line.parent),
    }
}

fn label(by: UnitsBy, line: &UnitLine, names: &BTreeMap<UnitId, String>) -> String {
    match by {
        UnitsBy::Bloc => match line.bloc_no {
            Some(no) => format!("{no}. {}", line.bloc_name),
            None => "Chưa xếp khối".to_owned(),
        },
        UnitsBy::Kind => line.kind_label.clone(),
        UnitsBy::Sector => line.sector_label.clone(),
        UnitsBy::Superior => match line.parent {
            Some(parent) => names.get(&parent).cloned().unwrap_or_default(),
            None => "Trực tiếp cơ quan ta".to_owned(),
        },
    }
}
