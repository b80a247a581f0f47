//! Who takes part: registrations of a year by bloc, as a share of units and members, and who is silent.

use super::{MovementId, RegistrationKind, RegistrationQuery, due::deadline_of, registers};
use crate::{
    error::Result,
    office::Office,
    ratio,
    units::{self, BlocId, Calendar, UnitId, UnitLine, UnitQuery},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Of which year, within which movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakingPartAsk {
    /// The year.
    pub year: i32,
    /// Within this movement; none: all registrations.
    #[serde(default)]
    pub movement: Option<MovementId>,
}

/// The part of a bloc, or of the whole office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlocPart {
    /// The bloc; none: the office, or units without one.
    pub bloc: Option<BlocId>,
    /// Its name.
    pub name: String,
    /// Living units.
    pub units: i64,
    /// Those of them that registered anything.
    pub units_registered: i64,
    /// "99 %" of the units.
    pub units_percent: String,
    /// Members of the living units.
    pub members: i64,
    /// People who registered.
    pub people: i64,
    /// Of these, women.
    pub women: i64,
    /// "17 %" of the members.
    pub people_percent: String,
    /// Collectives that registered.
    pub collectives: i64,
    /// Registrations that came in late.
    pub late: i64,
}

/// A unit that has registered nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SilentUnit {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its bloc's name.
    pub bloc_name: String,
    /// Its chair, to call.
    pub chair: String,
    /// Their telephone.
    pub phone: String,
    /// By when it should have.
    pub deadline: Option<NaiveDate>,
}

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakingPart {
    /// The whole office.
    pub whole: BlocPart,
    /// By bloc.
    pub blocs: Vec<BlocPart>,
    /// Living units that have registered nothing.
    pub silent: Vec<SilentUnit>,
}

/// Who takes part, and who is silent.
pub fn taking_part(office: &mut Office, ask: TakingPartAsk) -> Result<TakingPart> {
    let query = RegistrationQuery { year: Some(ask.year), movement: ask.movement, ..RegistrationQuery::default() };
    let registrations = registers::matching(office, &query)?;
    let living = UnitQuery { living: Some(true), ..UnitQuery::default() };
    let lines = units::list(office, living)?.rows;
    let registered: BTreeSet<UnitId> = registrations.iter().map(|line| line.unit).collect();
    let mut whole = BlocPart::default();
    let mut blocs: BTreeMap<(bool, Option<i64>), BlocPart> = BTreeMap::new();
    let mut key_of: BTreeMap<UnitId, (bool, Option<i64>)> = BTreeMap::new();
    for line in &lines {
        let key = (line.bloc_no.is_none(), line.bloc_no);
        key_of.insert(line.id, key);
        for part in [&mut whole, blocs.entry(key).or_insert_with(|| part_of(line))] {
            part.units += 1;
            part.units_registered += i64::from(registered.contains(&line.id));
            part.members += line.members;
        }
    }
    for line in &registrations {
        let own = key_of.get(&line.unit).and_then(|key| blocs.get_mut(key));
        for part in std::iter::once(&mut whole).chain(own) {
            match line.kind {
                RegistrationKind::Individual => {
                    part.people += 1;
                    part.women += i64::from(line.honorific == "Bà");
                }
                RegistrationKind::Collective => part.collectives += 1,
            }
            part.late += i64::from(line.late);
        }
    }
    let shares = |part: &mut BlocPart| {
        part.units_percent = ratio::percent(part.units_registered, part.units);
        part.people_percent = ratio::percent(part.people, part.members);
    };
    shares(&mut whole);
    blocs.values_mut().for_each(shares);
    let due = |calendar| deadline_of(office.db(), calendar, ask.year);
    let (year, school) = (due(Calendar::Year)?, due(Calendar::School)?);
    let silent = lines.into_iter().filter(|line| !registered.contains(&line.id)).map(|line| SilentUnit {
        deadline: match line.calendar {
            Calendar::Year => year,
            Calendar::School => school,
        },
        unit: line.id,
        code: line.code,
        name: line.name,
        bloc_name: line.bloc_name,
        chair: line.chair,
        phone: line.phone,
    });
    Ok(TakingPart { whole, silent: silent.collect(), blocs: blocs.into_values().collect() })
}

fn part_of(line: &UnitLine) -> BlocPart {
    let name = if line.bloc.is_some() { line.bloc_name.clone() } else { "Chưa xếp khối".to_owned() };
    BlocPart { bloc: line.bloc, name, ..BlocPart::default() }
}
