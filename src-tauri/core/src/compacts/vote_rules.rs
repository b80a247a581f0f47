//! By how many votes blocs elect and acclaim: dated rows with their source.

use super::{
    rules,
    words::{Ballot, VoteBase},
};
use crate::{
    catalogue::Certainty,
    error::{Error, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One rule of voting.
    VoteRuleId
);

/// By how many votes, for one span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoteRule {
    /// Its key; none: a new one.
    #[serde(default)]
    pub id: Option<VoteRuleId>,
    /// For which ballot.
    pub ballot: Ballot,
    /// Per cent.
    pub percent: i64,
    /// More than that; otherwise that is enough.
    pub beyond: bool,
    /// Of the units that were there, or of all.
    pub base: VoteBase,
    /// First day; none: as long as anyone knows.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Last day; none: still.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Where it is known from.
    pub source: String,
    /// How sure that is.
    pub certainty: Certainty,
}

/// Which rule goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoteRuleGone {
    /// Its key.
    pub id: VoteRuleId,
}

/// Every rule, the newest of each ballot first.
pub(super) fn all(db: &Connection) -> Result<Vec<VoteRule>> {
    let mut statement = db.prepare_cached(
        "select id, ballot, percent, beyond, base, since, until, source, certainty from vote_rule
         order by ballot desc, since is null, since desc, id desc",
    )?;
    let rules = statement.query_map([], |row| {
        Ok(VoteRule {
            id: row.get("id")?,
            ballot: row.get("ballot")?,
            percent: row.get("percent")?,
            beyond: row.get("beyond")?,
            base: row.get("base")?,
            since: row.get("since")?,
            until: row.get("until")?,
            source: row.get("source")?,
            certainty: row.get("certainty")?,
        })
    })?;
    Ok(rules.collect::<rusqlite::Result<_>>()?)
}

/// The rule in force on a day.
pub(super) fn on(db: &Connection, ballot: Ballot, day: NaiveDate) -> Result<Option<VoteRule>> {
    Ok(all(db)?.into_iter().find(|rule| {
        rule.ballot == ballot
            && rule.since.is_none_or(|since| since <= day)
            && rule.until.is_none_or(|until| until >= day)
    }))
}

const SET: What = What::new("vote_rule.set", "Sửa quy định số phiếu của khối");
const REMOVE: What = What::new("vote_rule.remove", "Xóa quy định số phiếu của khối");
const SEED: What = What::new("vote_rule.seed", "Nạp quy định số phiếu ban đầu");

/// Adds or corrects a rule.
pub fn set_rule(office: &mut Office, rule: VoteRule) -> Result<Done<VoteRuleId>> {
    let rule = rules::rule(rule)?;
    office.act(SET, |pen| {
        pen.detail(rules::said(&rule));
        put(pen, &rule)
    })
}

fn put(pen: &Pen<'_>, rule: &VoteRule) -> Result<VoteRuleId> {
    let VoteRule { id, ballot, percent, beyond, base, since, until, source, certainty } = rule;
    if let Some(id) = id {
        pen.execute(
            "update vote_rule set ballot = ?2, percent = ?3, beyond = ?4, base = ?5, since = ?6, until = ?7, source = ?8,
             certainty = ?9 where id = ?1",
            params![id, ballot, percent, beyond, base, since, until, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into vote_rule (uid, ballot, percent, beyond, base, since, until, source, certainty)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![new_uid(), ballot, percent, beyond, base, since, until, source, certainty],
    )?;
    Ok(VoteRuleId(pen.last_insert_rowid()))
}

/// Deletes a rule that was written down by mistake.
pub fn remove_rule(office: &mut Office, gone: VoteRuleGone) -> Result<Done<()>> {
    office.act(REMOVE, |pen| {
        pen.execute("delete from vote_rule where id = ?1", [gone.id])?;
        Ok(())
    })
}

#[derive(Deserialize)]
struct Row {
    ballot: Ballot,
    percent: i64,
    beyond: i64,
    base: VoteBase,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    source: String,
    certainty: Certainty,
}

/// Fills the rules of a blank register, once.
pub fn seed(office: &mut Office) -> Result<Done<()>> {
    let filled = !all(office.db())?.is_empty();
    office.keep(SEED, |pen| {
        if filled {
            return Ok(());
        }
        let text = include_str!("../../../../assets/seed/vote_rules.csv");
        for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
            let row: Row = row.map_err(|error| Error::broken("seed vote rules", error))?;
            let Row { ballot, percent, beyond, base, since, until, source, certainty } = row;
            let rule =
                VoteRule { id: None, ballot, percent, beyond: beyond == 1, base, since, until, source, certainty };
            put(pen, &rule)?;
        }
        Ok(())
    })
}
