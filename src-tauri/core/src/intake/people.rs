//! Whom a row means: the member of the register by name, unit, birth and card. What is not certain is asked.

use rusqlite::Connection;

use crate::calendar::PartialDate;
use crate::error::Result;
use crate::id::MemberId;
use crate::members::{self, Member, lines_of, member};
use crate::units::UnitId;

use super::finding::Finding;
use super::person::gender_word;
use super::store;
use super::taking::{Answer, Candidate};
use super::target::Gender;

/// A person as a row names them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Named<'a> {
    /// The whole name, without titles.
    pub name: &'a str,
    /// The birth, as far as the row says it.
    pub birth: Option<PartialDate>,
    /// The number of the citizen card; "": not said.
    pub citizen_id: &'a str,
    /// The unit, when the register has it.
    pub unit: Option<UnitId>,
}

/// Whom a row means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// This member.
    Member(MemberId),
    /// Nobody of the register.
    Stranger,
    /// One of these, or nobody.
    Doubt(Vec<Candidate>),
}

/// Finds the member whom a row names; what a person answered stands above everything.
///
/// Certain is who alone has the name in the unit, now or earlier, and whose birth and card do not speak against it. Somebody
/// of another unit with the same name and the very same day of birth is asked about: people move, and namesakes exist.
pub fn whom(db: &Connection, named: &Named<'_>, answer: Option<Answer>) -> Result<Whom> {
    if answer == Some(Answer::New) {
        return Ok(Whom::Stranger);
    }
    let mut here = Vec::new();
    let mut elsewhere = Vec::new();
    for id in store::namesakes(db, named.name)? {
        let known = member(db, id)?;
        if !speaks_against(&known, named) {
            let is_here = match named.unit {
                Some(unit) => store::belonged(db, id, unit)?,
                None => false,
            };
            if is_here { &mut here } else { &mut elsewhere }.push(known);
        }
    }
    if let Some(Answer::Known { record }) = answer
        && let Some(known) = here.iter().chain(&elsewhere).find(|known| known.id == MemberId(record))
    {
        return Ok(Whom::Member(known.id));
    }
    let born_so: Vec<&Member> = here.iter().filter(|known| is_born_so(known, named)).collect();
    match (here.as_slice(), born_so.as_slice()) {
        ([one], _) => Ok(Whom::Member(one.id)),
        (_, [one]) => Ok(Whom::Member(one.id)),
        ([], _) => {
            elsewhere.retain(|known| is_born_so(known, named) || named.unit.is_none());
            if elsewhere.is_empty() { Ok(Whom::Stranger) } else { doubt(db, &elsewhere) }
        }
        (several, _) => doubt(db, several),
    }
}

fn doubt(db: &Connection, people: &[Member]) -> Result<Whom> {
    let people: Vec<MemberId> = people.iter().map(|known| known.id).collect();
    Ok(Whom::Doubt(candidates(db, &people)?))
}

/// Two different card numbers or births are two people.
fn speaks_against(known: &Member, named: &Named<'_>) -> bool {
    let card = known.facts.citizen_id.as_deref().unwrap_or_default();
    let is_other_card = !card.is_empty() && !named.citizen_id.is_empty() && card != named.citizen_id;
    is_other_card || !births_agree(known.facts.birth, named.birth)
}

/// Whether two births may be the same day, as far as each is known.
pub(super) fn births_agree(one: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    one.first_day() <= other.last_day() && other.first_day() <= one.last_day()
}

/// The very same day of birth.
fn is_born_so(known: &Member, named: &Named<'_>) -> bool {
    let day = named.birth.and_then(PartialDate::known_day);
    day.is_some() && known.facts.birth.and_then(PartialDate::known_day) == day
}

/// That the register says another gender of a member than the word of a list does.
pub fn other_gender(db: &Connection, id: MemberId, word: &str) -> Result<Option<Finding>> {
    let listed = gender_word(word).map(Gender::word);
    let known = member(db, id)?.facts.gender.map(members::Gender::code);
    Ok((listed.is_some() && known.is_some() && listed != known).then_some(Finding::GenderOther))
}

/// Members as the clerk tells them apart.
pub fn candidates(db: &Connection, people: &[MemberId]) -> Result<Vec<Candidate>> {
    let lines = lines_of(db, people, None)?;
    let told = lines.into_iter().map(|line| {
        let birth = line.birth.map(|birth| format!("sinh {birth}"));
        let card = line.citizen_id.map(|number| format!("CCCD {number}"));
        let facts = [birth, card, line.position, Some(line.unit_name)];
        let facts: Vec<String> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
        Candidate { record: line.id.0, name: line.full_name, facts: facts.join(", ") }
    });
    Ok(told.collect())
}
