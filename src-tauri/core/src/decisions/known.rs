//! What the registers say beside a draft and its lines, for the warnings: the office on its day, the numbers given, earlier
//! awards, the member, unit and award of each line.

use super::{
    Decision, Effect, Link, Recipient, RecipientId, RecipientKind, money,
    named::{self, Person},
    recipients, store,
};
use crate::{catalogue::Reach, error::Result, host, money::Dong, office::Office};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// What is known beside a draft's own words.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// What is known of each line.
    pub lines: BTreeMap<RecipientId, KnownLine>,
    /// Another decision with its number.
    pub number_taken: Option<Link>,
    /// What another paper with its number in the register of documents is about.
    pub number_registered: Option<String>,
    /// Whether what it mends was cancelled as a whole.
    pub about_is_void: bool,
    /// What stands after the hyphen of our numbers on its day; empty: our office is not described.
    pub symbol: String,
    /// Who may sign on its day: name and title.
    pub signers: Vec<(String, String)>,
    /// Those of its legal grounds whose last day is over.
    pub ended_grounds: Vec<(String, NaiveDate)>,
}

/// What is known of one line.
#[derive(Debug, Default)]
pub(super) struct KnownLine {
    /// An earlier award of the same kind in the same year: "119/QĐ-LĐLĐ ngày 02/11/2026".
    pub awarded_before: Option<String>,
    /// The day from which the unit is no more.
    pub dissolved_on: Option<NaiveDate>,
    /// The money that the catalogue gives; none: no coefficient is known.
    pub worth: Option<Dong>,
    /// Whether a figure behind it still has to be confirmed.
    pub worth_uncertain: bool,
    /// Letters that the papers' font lacks.
    pub missing_letters: Vec<char>,
    /// The member as the register has it.
    pub person: Option<Person>,
    /// The unit's name on the day, of a line without a member.
    pub unit_name: Option<String>,
    /// The award as the catalogue has it.
    pub award: Option<KnownAward>,
    /// Whether what it mends stands no more.
    pub overtaken: bool,
}

/// What the catalogue says of the award of a line.
#[derive(Debug)]
pub(super) struct KnownAward {
    /// As it is printed on the day.
    pub name: String,
    pub reach: Reach,
    /// Whether it is given to that kind of recipient.
    pub fits: bool,
    pub since: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    /// The day that it is given on.
    pub day: NaiveDate,
}

/// Everything that is known of a draft.
pub(super) fn of(office: &Office, decision: &Decision, lines: &[Recipient], grounds: &[String]) -> Result<Known> {
    let (db, today) = (office.db(), office.today());
    let day = decision.signed_on.unwrap_or(today);
    let numbered = !decision.number.is_empty();
    let number_taken = if numbered { store::number_taken(db, decision)? } else { None };
    let number_registered = if numbered { store::number_registered(db, decision)? } else { None };
    Ok(Known {
        lines: of_lines(db, decision, lines, today)?,
        number_taken,
        number_registered,
        about_is_void: decision.about.map(|about| store::is_void(db, about)).transpose()?.unwrap_or_default(),
        symbol: host::as_of(office, day).map(|host| host.symbol).unwrap_or_default(),
        signers: host::signers(office, day)?.into_iter().map(|signer| (signer.name, signer.title)).collect(),
        ended_grounds: ended_grounds(db, grounds, day)?,
    })
}

fn ended_grounds(db: &Connection, grounds: &[String], day: NaiveDate) -> Result<Vec<(String, NaiveDate)>> {
    let mut statement = db.prepare_cached("select text, until from legal_ground where until < ?1")?;
    let ended = statement.query_map([day], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut ended: Vec<(String, NaiveDate)> = ended.collect::<rusqlite::Result<_>>()?;
    ended.retain(|(text, _)| grounds.contains(text));
    Ok(ended)
}

fn of_lines(
    db: &Connection,
    decision: &Decision,
    lines: &[Recipient],
    today: NaiveDate,
) -> Result<BTreeMap<RecipientId, KnownLine>> {
    let earlier = earlier_awards(db, decision)?;
    lines.iter().map(|line| Ok((line.id, of_line(db, decision, line, &earlier, today)?))).collect()
}

fn of_line(
    db: &Connection,
    decision: &Decision,
    line: &Recipient,
    earlier: &[Earlier],
    today: NaiveDate,
) -> Result<KnownLine> {
    let priced_on = recipients::priced_on(db, decision, line)?;
    let day = priced_on.unwrap_or(today);
    let worth = match (line.award, priced_on) {
        (Some(award), Some(day)) => money::worth(db, award, line.kind, day)?,
        (None, _) | (_, None) => money::Worth { amount: Some(Dong(0)), uncertain: false },
    };
    Ok(KnownLine {
        awarded_before: awarded_before(db, line, earlier)?,
        dissolved_on: line.unit.map(|unit| ended(db, unit)).transpose()?.flatten(),
        worth: worth.amount,
        worth_uncertain: worth.uncertain,
        missing_letters: press::missing_letters(&format!("{}{}{}", line.name, line.post, line.unit_name)),
        person: line.member.map(|member| named::person(db, member, day)).transpose()?,
        unit_name: line.unit.map(|unit| named::unit(db, unit, day)).transpose()?,
        award: line.award.map(|award| known_award(db, award, line.kind, day)).transpose()?,
        overtaken: match line.replaces {
            Some(mended) if line.effect != Effect::Grant => !stands(db, mended)?,
            Some(_) | None => false,
        },
    })
}

fn ended(db: &Connection, unit: i64) -> Result<Option<NaiveDate>> {
    let mut statement = db.prepare_cached("select ended from unit where id = ?1")?;
    Ok(statement.query_map([unit], |row| row.get(0))?.next().transpose()?.flatten())
}

fn stands(db: &Connection, line: RecipientId) -> Result<bool> {
    let mut statement = db.prepare_cached("select exists (select 1 from award_standing where recipient = ?1)")?;
    Ok(statement.query_row([line], |row| row.get(0))?)
}

fn known_award(db: &Connection, award: i64, kind: RecipientKind, day: NaiveDate) -> Result<KnownAward> {
    let name = named::award(db, Some(award), day)?;
    let mut statement = db.prepare_cached(
        "select reach, iif(?2 = 'individual', for_individual, for_collective), since, until from award where id = ?1",
    )?;
    Ok(statement.query_row(params![award, kind], |row| {
        Ok(KnownAward { name, reach: row.get(0)?, fits: row.get(1)?, since: row.get(2)?, until: row.get(3)?, day })
    })?)
}

/// An award that stands in the year of the decision.
struct Earlier {
    kind: RecipientKind,
    member: Option<i64>,
    unit: Option<i64>,
    award: Option<i64>,
    name: String,
    number: String,
}

/// The awards of the year that stand, newest first, without those of the decision itself and of what it mends.
fn earlier_awards(db: &Connection, decision: &Decision) -> Result<Vec<Earlier>> {
    let mut statement = db.prepare_cached(
        "select r.kind, r.member, r.unit, r.award, r.name, d.number, d.symbol, d.signed_on
         from award_standing s join recipient r on r.id = s.recipient join decision d on d.id = s.decision
         where s.year = ?1 and s.began <> ?2
         order by d.signed_on desc, d.id desc",
    )?;
    let began = store::began(db, decision)?;
    let earlier = statement.query_map(params![began.year, began.id], |row| {
        let (number, symbol): (String, String) = (row.get(5)?, row.get(6)?);
        let day: Option<NaiveDate> = row.get(7)?;
        let day = day.map(|day| day.format(" ngày %d/%m/%Y").to_string()).unwrap_or_default();
        Ok(Earlier {
            kind: row.get(0)?,
            member: row.get(1)?,
            unit: row.get(2)?,
            award: row.get(3)?,
            name: row.get(4)?,
            number: format!("{}{day}", store::full_number(&number, &symbol)),
        })
    })?;
    Ok(earlier.collect::<rusqlite::Result<_>>()?)
}

/// The same award in the same year, to the same member or collective, or to one that was merged into it.
fn awarded_before(db: &Connection, line: &Recipient, earlier: &[Earlier]) -> Result<Option<String>> {
    let units = match line.kind {
        RecipientKind::Collective => line.unit.map(|unit| merged_into(db, unit)).transpose()?.unwrap_or_default(),
        RecipientKind::Individual => BTreeSet::new(),
    };
    let is_same = |one: &&Earlier| {
        line.award.is_some()
            && one.award == line.award
            && one.kind == line.kind
            && match line.kind {
                RecipientKind::Individual => line.member.is_some() && one.member == line.member,
                RecipientKind::Collective => one.unit.is_some_and(|unit| units.contains(&unit)),
            }
    };
    Ok(earlier.iter().find(is_same).map(|one| {
        if one.kind == RecipientKind::Collective && one.unit != line.unit {
            format!("{}, khi còn là “{}”", one.number, one.name)
        } else {
            one.number.clone()
        }
    }))
}

/// The unit, and those that were merged into it.
fn merged_into(db: &Connection, unit: i64) -> Result<BTreeSet<i64>> {
    let mut statement = db.prepare_cached(
        "with recursive same (unit) as (
           select ?1
           union
           select m.unit from same join unit_merged m on m.successor = same.unit
         )
         select unit from same",
    )?;
    let units = statement.query_map([unit], |row| row.get(0))?;
    Ok(units.collect::<rusqlite::Result<_>>()?)
}
