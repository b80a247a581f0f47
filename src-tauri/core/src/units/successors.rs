//! What became of units that ended: which unit of today stands in their place, and where their work counts on its map.

use super::{BlocId, UnitEnding, UnitId, UnitLine, lines};
use crate::{error::Result, office::Office};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// Where a unit of another day stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Today {
    /// In this living unit: itself, or the one that took it in.
    In(UnitId),
    /// In none: it ended so, without a unit in its place.
    Gone(UnitEnding),
}

/// How units ended, and what they went into.
pub(super) struct Successors(BTreeMap<UnitId, (UnitEnding, Option<UnitId>)>);

impl Successors {
    /// Reads every ended unit. A merger names the unit that took it in; a dissolution the one that its members went to; what
    /// was split goes on in the first of its new units, as its members did.
    pub fn read(db: &Connection) -> Result<Self> {
        let mut statement = db.prepare_cached(
            "select u.id, u.ending,
                    case u.ending
                      when 'split' then (select min(e.unit) from unit_event e where e.other = u.id and e.what = 'established')
                      else (select e.other from unit_event e where e.unit = u.id and e.what = u.ending order by e.id desc limit 1)
                    end
             from unit u where u.ended is not null",
        )?;
        let ended = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(Self(ended.collect::<rusqlite::Result<_>>()?))
    }

    /// Where a unit stands today.
    pub fn today(&self, unit: UnitId) -> Today {
        let (mut at, mut seen) = (unit, BTreeSet::new());
        loop {
            match self.0.get(&at) {
                None => return Today::In(at),
                Some((_, Some(next))) if seen.insert(at) => at = *next,
                Some((how, _)) => return Today::Gone(*how),
            }
        }
    }
}

/// Where the work of a unit counts: where the unit stood then, or where it stands on the map of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The unit; none: it ended so, and no unit stands in its place.
    pub unit: std::result::Result<UnitId, UnitEnding>,
    /// Its code.
    pub code: String,
    /// Its name, or how it ended.
    pub name: String,
    /// Its bloc.
    pub bloc: Option<BlocId>,
    /// The bloc's number.
    pub bloc_no: Option<i64>,
    /// The bloc's name, or why there is none.
    pub bloc_name: String,
}

/// What blocs stand by in a table of figures.
pub type BlocOrder = (Option<UnitEnding>, bool, Option<i64>, Option<BlocId>);
/// What units stand by in a table of figures.
pub type UnitOrder = (Option<UnitEnding>, String, Option<UnitId>);

impl Standing {
    /// On the map of then, as a list says it of its rows.
    pub fn then(unit: UnitId, code: String, name: String, bloc: Option<(BlocId, i64, String)>) -> Self {
        let (id, no, bloc_name) = match bloc {
            Some((id, no, name)) => (Some(id), Some(no), name),
            None => (None, None, "Chưa xếp khối".to_owned()),
        };
        Self { unit: Ok(unit), code, name, bloc: id, bloc_no: no, bloc_name }
    }

    /// Blocs stand by their numbers, then what is in none, then what is gone.
    pub fn bloc_order(&self) -> BlocOrder {
        (self.unit.err(), self.bloc.is_none(), self.bloc_no, self.bloc)
    }

    /// Units stand by their codes, what is gone last.
    pub fn unit_order(&self) -> UnitOrder {
        (self.unit.err(), self.code.clone(), self.unit.ok())
    }
}

/// The map of today, asked about units of another day.
pub struct MapOfToday {
    lines: BTreeMap<UnitId, UnitLine>,
    successors: Successors,
}

impl MapOfToday {
    /// Reads it.
    pub fn read(office: &Office) -> Result<Self> {
        let lines = lines::all(office, office.today())?.into_iter().map(|line| (line.id, line)).collect();
        Ok(Self { lines, successors: Successors::read(office.db())? })
    }

    /// The units of today.
    pub(super) fn lines(&self) -> impl Iterator<Item = &UnitLine> {
        self.lines.values()
    }

    /// The unit of today that stands for this one, or how it ended without any.
    pub(super) fn line(&self, unit: UnitId) -> std::result::Result<&UnitLine, UnitEnding> {
        match self.successors.today(unit) {
            // a unit that exists only after today is none yet
            Today::In(unit) => self.lines.get(&unit).ok_or(UnitEnding::Dissolved),
            Today::Gone(how) => Err(how),
        }
    }

    /// Where the work of this unit counts today.
    pub fn standing(&self, unit: UnitId) -> Standing {
        match self.line(unit) {
            Ok(line) => {
                let bloc = line.bloc.zip(line.bloc_no).map(|(id, no)| (id, no, line.bloc_name.clone()));
                Standing::then(line.id, line.code.clone(), line.name.clone(), bloc)
            }
            Err(how) => Standing {
                unit: Err(how),
                code: String::new(),
                name: gone(how),
                bloc: None,
                bloc_no: None,
                bloc_name: gone(how),
            },
        }
    }
}

/// "Không còn: giải thể".
pub(super) fn gone(how: UnitEnding) -> String {
    format!("Không còn: {}", how.label().to_lowercase())
}
