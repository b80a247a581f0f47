//! Who could be put into the list of a decision: people and collectives, found by words without accents.

use super::{DecisionId, RecipientKind};
use crate::{error::Result, office::Office, vietnamese::fold};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Words typed into the box that adds a recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CandidateQuery {
    /// People or collectives.
    pub kind: RecipientKind,
    /// Words of the name, accents not needed.
    pub text: String,
    /// Which decision: who is in its list already is told.
    pub decision: Option<DecisionId>,
}

/// Someone who could be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CandidateLine {
    /// The member, when a person.
    pub member: Option<i64>,
    /// The unit: theirs, or the collective itself.
    pub unit: i64,
    /// The name.
    pub name: String,
    /// What tells namesakes apart: birth year and unit.
    pub hint: String,
    /// Whether the list has them already.
    pub listed: bool,
}

/// Finds people or collectives by words without accents; twenty at most.
pub fn candidates(office: &mut Office, query: CandidateQuery) -> Result<Vec<CandidateLine>> {
    let words: Vec<String> = fold(&query.text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    match query.kind {
        RecipientKind::Individual => people(office.db(), &words, query.decision, office.today()),
        RecipientKind::Collective => collectives(office.db(), &words, query.decision, office.today()),
    }
}

fn people(
    db: &Connection,
    words: &[String],
    decision: Option<DecisionId>,
    today: NaiveDate,
) -> Result<Vec<CandidateLine>> {
    // Each word quoted, so that nothing typed is taken for an operator of the search.
    let wanted: Vec<String> = words.iter().map(|word| format!("\"{}\"*", word.replace('"', ""))).collect();
    let mut statement = db.prepare_cached(
        "select m.id, m.unit, m.full_name, m.birth, m.position, s.name,
           exists (select 1 from recipient r where r.decision = ?2 and r.member = m.id)
         from member_search f join member m on m.id = f.rowid
         join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = m.unit and (x.until is null or x.until >= ?3)
           order by x.until is null, x.until limit 1)
         where f.search match ?1 and m.status = 'active'
         order by +m.sort_key limit 20",
    )?;
    let lines = statement.query_map(params![wanted.join(" "), decision, today], |row| {
        let (birth, post): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
        let birth = birth.and_then(|birth| birth.get(..4).map(|year| format!("sinh {year}")));
        let parts = [birth, post, Some(row.get::<_, String>(5)?)];
        Ok(CandidateLine {
            member: Some(row.get(0)?),
            unit: row.get(1)?,
            name: row.get(2)?,
            hint: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            listed: row.get(6)?,
        })
    })?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

fn collectives(
    db: &Connection,
    words: &[String],
    decision: Option<DecisionId>,
    today: NaiveDate,
) -> Result<Vec<CandidateLine>> {
    let mut statement = db.prepare_cached(
        "select u.id, s.name, u.code, s.search || ' ' || lower(u.code),
           exists (select 1 from recipient r where r.decision = ?1 and r.unit = u.id and r.kind = 'collective')
         from unit u join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = u.id and (x.until is null or x.until >= ?2)
           order by x.until is null, x.until limit 1)
         where u.ended is null order by s.sort_key",
    )?;
    let mut lines = Vec::new();
    let mut rows = statement.query(params![decision, today])?;
    while let Some(row) = rows.next()? {
        let search: String = row.get(3)?;
        if words.iter().all(|word| search.contains(word.as_str())) && lines.len() < 20 {
            lines.push(CandidateLine {
                member: None,
                unit: row.get(0)?,
                name: row.get(1)?,
                hint: row.get(2)?,
                listed: row.get(4)?,
            });
        }
    }
    Ok(lines)
}
