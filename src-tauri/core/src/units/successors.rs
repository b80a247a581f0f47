//! What became of units that ended: which unit of today stands in their place.

use super::{UnitEnding, UnitId};
use crate::error::Result;
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
