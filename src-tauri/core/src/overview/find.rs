//! Ctrl+K: one box that finds people, units and decisions, without accents.

use crate::{
    decisions::{self, DecisionQuery},
    error::Result,
    members,
    office::Office,
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Find {
    /// Words of a name, a number, a code.
    pub text: String,
    /// At most so many of each room; 20 at most, 0 is 8.
    #[serde(default)]
    pub limit: u32,
}

/// One record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Found {
    /// The room that shows it: `members`, `units`, `decisions`.
    pub room: String,
    /// Its key there.
    pub id: i64,
    /// The name, or the number.
    pub title: String,
    /// What tells it from others of the same name.
    pub detail: String,
}

/// People, then units, then decisions.
pub fn find(office: &mut Office, find: Find) -> Result<Vec<Found>> {
    let limit = if find.limit == 0 { 8 } else { find.limit.min(20) };
    let mut found = people(office.db(), office.today(), &find.text, limit)?;
    found.extend(units(office.db(), office.today(), &find.text, limit)?);
    found.extend(numbers(office, &find.text, limit)?);
    Ok(found)
}

/// Of very common words so many are looked at: whoever types one syllable goes on typing.
const ENOUGH: u32 = 5_000;

fn people(db: &Connection, today: NaiveDate, text: &str, limit: u32) -> Result<Vec<Found>> {
    let Some(words) = members::search_words(text) else { return Ok(Vec::new()) };
    let mut statement = db.prepare_cached(
        "select m.id, m.full_name, m.birth, s.name, m.status
         from (select rowid as id from member_search where member_search match ?1 limit ?2) f
         join member m on m.id = f.id
         join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = m.unit and (x.until is null or x.until >= ?4)
           order by x.until is null, x.until limit 1)
         order by m.status not in ('active', 'suspended'), m.sort_key, m.id limit ?3",
    )?;
    let found = statement.query_map(params![words, ENOUGH, limit, today], |row| {
        let birth: Option<String> = row.get(2)?;
        let mut detail: String = row.get(3)?;
        if let Some(birth) = birth {
            detail.push_str(" · sinh ");
            detail.push_str(&in_words(&birth));
        }
        let status: members::Status = row.get(4)?;
        if status != members::Status::Active {
            detail.push_str(" · ");
            detail.push_str(status.label());
        }
        Ok(Found { room: "members".into(), id: row.get(0)?, title: row.get(1)?, detail })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// `1982-11-07` as `07/11/1982`; what is known less exactly alike.
fn in_words(day: &str) -> String {
    day.split('-').rev().collect::<Vec<_>>().join("/")
}

fn units(db: &Connection, today: NaiveDate, text: &str, limit: u32) -> Result<Vec<Found>> {
    let wanted = fold(text);
    let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = db.prepare_cached(
        "select u.id, u.code, s.name, s.search, u.ended is not null and u.ended <= ?1
         from unit u join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = u.id and (x.until is null or x.until >= ?1)
           order by x.until is null, x.until limit 1)
         order by 5, s.sort_key, u.code",
    )?;
    let mut found: Vec<(bool, Found)> = Vec::new();
    let mut rows = statement.query([today])?;
    while let Some(row) = rows.next()? {
        let (code, search): (String, String) = (row.get(1)?, row.get(3)?);
        let code_as_typed = fold(&code);
        if !words.iter().all(|word| search.contains(word) || code_as_typed.starts_with(word)) {
            continue;
        }
        let detail = if row.get(4)? { format!("{code} · đã kết thúc hoạt động") } else { code };
        let unit = Found { room: "units".into(), id: row.get(0)?, title: row.get(2)?, detail };
        found.push((code_as_typed != wanted, unit));
    }
    found.sort_by_key(|(other_code, _)| *other_code); // the code itself first; the rest stays in its order
    Ok(found.into_iter().map(|(_, unit)| unit).take(usize::try_from(limit).unwrap_or_default()).collect())
}

fn numbers(office: &mut Office, text: &str, limit: u32) -> Result<Vec<Found>> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let query = DecisionQuery { text: text.to_owned(), ..DecisionQuery::default() };
    let mut lines = decisions::register(office, query)?.lines;
    // the number itself first, then numbers that begin so, then words of the summary; newest first within each
    lines.sort_by_key(|line| {
        let number = fold(&line.number);
        let figures = number.split('/').next().unwrap_or_default().trim_start_matches('0').to_owned();
        let typed = wanted.split('/').next().unwrap_or_default().trim_start_matches('0');
        match (figures == typed, figures.starts_with(typed)) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        }
    });
    let found = lines.into_iter().take(usize::try_from(limit).unwrap_or_default()).map(|line| {
        let day = line.signed_on.map(|day| day.format(" · %d/%m/%Y").to_string()).unwrap_or_default();
        Found {
            room: "decisions".into(),
            id: line.id.0,
            title: if line.summary.is_empty() {
                line.number.clone()
            } else {
                format!("{} {}", line.number, line.summary)
            },
            detail: format!("{}{day}", line.state.label()),
        }
    });
    Ok(found.collect())
}
