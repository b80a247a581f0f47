//! How far the pledges of a year have come: as a whole, by bloc, by unit, of women, of Party members. Each figure opens its names.

use super::{PledgeQuery, PledgeStage};
use crate::{
    error::Result,
    members::Gender,
    office::Office,
    periods::PeriodsOf,
    units::{BlocId, UnitId},
};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

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
    unit_label: String,
    bloc: Option<BlocId>,
    bloc_no: i64,
    bloc_name: String,
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
pub fn figures(office: &mut Office, of: PeriodsOf) -> Result<PledgeFigures> {
    let all = PledgeQuery { year: of.year, ..PledgeQuery::default() };
    let mut figures = PledgeFigures {
        whole: PledgeTally::of("Tất cả", all.clone()),
        women: PledgeTally::of("Nữ", PledgeQuery { gender: Some(Gender::Nu), ..all.clone() }),
        party: PledgeTally::of("Đảng viên", PledgeQuery { party: Some(true), ..all.clone() }),
        collectives: PledgeTally::of("Tập thể", PledgeQuery { collective: Some(true), ..all.clone() }),
        blocs: Vec::new(),
        units: Vec::new(),
    };
    let mut blocs: BTreeMap<(bool, i64, Option<BlocId>), PledgeTally> = BTreeMap::new();
    for row in counted(office.db(), of.year)? {
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
        let without_bloc = row.bloc.is_none();
        let of_bloc = PledgeQuery { bloc: row.bloc, without_bloc, ..all.clone() };
        let name = if without_bloc { "Chưa xếp khối" } else { &row.bloc_name };
        blocs
            .entry((without_bloc, row.bloc_no, row.bloc))
            .or_insert_with(|| PledgeTally::of(name, of_bloc))
            .add(&row.tally);
        if let Some(last) = figures.units.last_mut().filter(|last| last.query.units == [row.unit]) {
            last.add(&row.tally);
        } else {
            let query = PledgeQuery { units: vec![row.unit], ..all.clone() };
            let mut tally = PledgeTally::of(&row.unit_label, query);
            tally.add(&row.tally);
            figures.units.push(tally);
        }
    }
    figures.blocs = blocs.into_values().collect();
    Ok(figures)
}

fn counted(db: &Connection, year: i32) -> Result<Vec<Counted>> {
    let mut statement = db.prepare_cached(include_str!("figures.sql"))?;
    let rows = statement.query_map([year], |row| {
        let (code, name): (String, String) = (row.get("code")?, row.get("name")?);
        Ok(Counted {
            unit: row.get("unit")?,
            unit_label: format!("{code} {name}"),
            bloc: row.get("bloc")?,
            bloc_no: row.get("bloc_no")?,
            bloc_name: row.get("bloc_name")?,
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
