//! How far the pledges of a year have come: as a whole, by bloc, by unit, of women, of Party members. Each figure opens its names.
//!
//! Blocs and units are those of that year's end, or those of today that stand in their place.

use super::{PledgeQuery, PledgeStage};
use crate::{
    error::Result,
    members::Gender,
    office::Office,
    units::{BlocId, Standing, UnitId, UnitMap},
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which figures are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeFiguresOf {
    /// The year that the pledges are filed under.
    pub year: i32,
    /// By the map of that year's end, or of today.
    #[serde(default)]
    pub map: UnitMap,
}

/// Counts of one group of pledges; what was withdrawn is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeTally {
    /// "Khối Mầm non".
    pub label: String,
    /// The list of the group; [`PledgeTally::opens`] narrows it to one figure.
    pub query: PledgeQuery,
    /// Drafts, and what was sent back.
    pub waiting: i64,
    /// Registered.
    pub registered: i64,
    /// Confirmed.
    pub confirmed: i64,
    /// Posted.
    pub posted: i64,
    /// Reviewed for a half or a quarter.
    pub reviewed: i64,
    /// Assessed for the year by oneself.
    pub self_assessed: i64,
    /// Assessed for the year by the confirmer.
    pub assessed: i64,
}

/// The figures of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeFigures {
    /// All of them.
    pub whole: PledgeTally,
    /// Of women.
    pub women: PledgeTally,
    /// Of Party members: the figure is open, its names are restricted.
    pub party: PledgeTally,
    /// Of units as collectives.
    pub collectives: PledgeTally,
    /// By bloc, in the order of their numbers; those of no bloc last.
    pub blocs: Vec<PledgeTally>,
    /// By unit, in the order of their codes.
    pub units: Vec<PledgeTally>,
}

/// One counted row.
struct Counted {
    unit: UnitId,
    then: Standing,
    collective: bool,
    woman: bool,
    party: bool,
    tally: PledgeTally,
}

impl PledgeTally {
    fn of(label: &str, query: PledgeQuery) -> Self {
        Self { label: label.to_owned(), query, ..Self::default() }
    }

    fn add(&mut self, other: &Self) {
        self.waiting += other.waiting;
        self.registered += other.registered;
        self.confirmed += other.confirmed;
        self.posted += other.posted;
        self.reviewed += other.reviewed;
        self.self_assessed += other.self_assessed;
        self.assessed += other.assessed;
    }

    /// Its list holds the pledges of this unit too.
    fn take_in(&mut self, unit: UnitId) {
        if !self.query.units.contains(&unit) {
            self.query.units.push(unit);
        }
    }

    /// The figure of one step.
    pub const fn figure(&self, stage: PledgeStage) -> i64 {
        match stage {
            PledgeStage::Registered => self.registered,
            PledgeStage::Confirmed => self.confirmed,
            PledgeStage::Posted => self.posted,
            PledgeStage::Reviewed => self.reviewed,
            PledgeStage::SelfAssessed => self.self_assessed,
            PledgeStage::Assessed => self.assessed,
        }
    }

    /// The list behind that figure.
    pub fn opens(&self, stage: PledgeStage) -> PledgeQuery {
        PledgeQuery { done: Some(stage), ..self.query.clone() }
    }
}

/// The figures of a year.
pub fn figures(office: &mut Office, of: PledgeFiguresOf) -> Result<PledgeFigures> {
    let all = PledgeQuery { year: of.year, ..PledgeQuery::default() };
    let mut figures = PledgeFigures {
        whole: PledgeTally::of("Tất cả", all.clone()),
        women: PledgeTally::of("Nữ", PledgeQuery { gender: Some(Gender::Nu), ..all.clone() }),
        party: PledgeTally::of("Đảng viên", PledgeQuery { party: Some(true), ..all.clone() }),
        collectives: PledgeTally::of("Tập thể", PledgeQuery { collective: Some(true), ..all.clone() }),
        blocs: Vec::new(),
        units: Vec::new(),
    };
    let map = of.map.today(office)?;
    let mut blocs: BTreeMap<_, PledgeTally> = BTreeMap::new();
    let mut units: BTreeMap<_, PledgeTally> = BTreeMap::new();
    for row in counted(office.db(), of.year, office.today())? {
        figures.whole.add(&row.tally);
        for (belongs, tally) in [
            (row.woman, &mut figures.women),
            (row.party, &mut figures.party),
            (row.collective, &mut figures.collectives),
        ] {
            if belongs {
                tally.add(&row.tally);
            }
        }
        let place = map.as_ref().map_or(row.then, |map| map.standing(row.unit));
        let bloc = blocs.entry(place.bloc_order()).or_insert_with(|| PledgeTally::of(&place.bloc_name, all.clone()));
        bloc.add(&row.tally);
        if map.is_some() {
            bloc.take_in(row.unit);
        } else {
            (bloc.query.bloc, bloc.query.without_bloc) = (place.bloc, place.bloc.is_none());
        }
        let unit = units
            .entry(place.unit_order())
            .or_insert_with(|| PledgeTally::of(format!("{} {}", place.code, place.name).trim_start(), all.clone()));
        unit.add(&row.tally);
        unit.take_in(row.unit);
    }
    figures.blocs = blocs.into_values().collect();
    figures.units = units.into_values().collect();
    Ok(figures)
}

fn counted(db: &Connection, year: i32, today: NaiveDate) -> Result<Vec<Counted>> {
    let mut statement = db.prepare_cached(include_str!("figures.sql"))?;
    let rows = statement.query_map(params![year, today], |row| {
        let bloc = match row.get::<_, Option<BlocId>>("bloc")? {
            Some(bloc) => Some((bloc, row.get("bloc_no")?, row.get("bloc_name")?)),
            None => None,
        };
        let unit = row.get("unit")?;
        Ok(Counted {
            unit,
            then: Standing::then(unit, row.get("code")?, row.get("name")?, bloc),
            collective: row.get("collective")?,
            woman: row.get("woman")?,
            party: row.get("party")?,
            tally: PledgeTally {
                waiting: row.get("waiting")?,
                registered: row.get("registered")?,
                confirmed: row.get("confirmed")?,
                posted: row.get("posted")?,
                reviewed: row.get("reviewed")?,
                self_assessed: row.get("self_assessed")?,
                assessed: row.get("assessed")?,
                ..PledgeTally::default()
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
