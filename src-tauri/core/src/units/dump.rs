//! Units as JSON lines, in the words that scripts read.

use super::{Calendar, UnitId, UnitKind, lines};
use crate::{calendar::PartialDate, error::Result, office::Office};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Dumped<'a> {
    code: &'a str,
    name: &'a str,
    kind: UnitKind,
    sector: &'a str,
    bloc: Option<i64>,
    chair: Option<&'a str>,
    phone: Option<&'a str>,
    calendar: Calendar,
    established: Option<String>,
    members: i64,
    women: i64,
    old_name: Option<String>,
    renamed_on: Option<NaiveDate>,
    dissolved_on: Option<NaiveDate>,
}

/// Writes every unit, one a line, in the order of the codes; as they are today.
pub fn dump(office: &Office, out: &mut dyn Write) -> Result<()> {
    let (db, today) = (office.db(), office.today());
    for line in lines::all(office, today)? {
        let before = old_name(db, line.id)?;
        let dumped = Dumped {
            code: &line.code,
            name: &line.name,
            kind: line.kind,
            sector: line.sector.label(),
            bloc: line.bloc_no,
            chair: filled(&line.chair),
            phone: filled(&line.phone),
            calendar: line.calendar,
            established: line.established.map(PartialDate::iso),
            members: line.members,
            women: line.women,
            renamed_on: before.as_ref().map(|(_, since)| *since),
            old_name: before.map(|(name, _)| name),
            dissolved_on: line.ended,
        };
        serde_json::to_writer(&mut *out, &dumped)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// What a unit was called before its last name, and since when that has been past.
fn old_name(db: &Connection, id: UnitId) -> Result<Option<(String, NaiveDate)>> {
    let old = db
        .prepare_cached(
            "select o.name, n.since from unit_state n
             join unit_state o on o.unit = n.unit and o.until is not null and o.until < n.since
             where n.unit = ?1 and n.since is not null and o.name <> n.name
             order by n.since desc, o.until desc limit 1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(old)
}
