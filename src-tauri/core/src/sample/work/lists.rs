//! The long lists of the year, as units sent them: registrations, pledges, initiatives, score books.

use super::{pledges, season::Season};
use crate::{
    calendar::PartialDate,
    error::Result,
    initiatives::{
        self, InitiativeAuthor, InitiativeDraft, InitiativeId, InitiativeLevel, InitiativesEntered, ProgrammeDraft,
        ProgrammeId,
    },
    journal::What,
    members::Gender,
    money::{Dong, Hundredths},
    movements::{self, RegistrationDraft, RegistrationKind},
    office::{Office, Pen},
    scores::{self, BookAsk, FormCriterion, FormGroup, ScoreForm, ScoreGroupKind, ScorePublish, Scorer},
    units::Calendar,
};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

const LISTS: What = What::new("sample.lists", "Nạp danh sách mẫu của năm");

/// Blocs of schools: their books are closed and published in June.
const PUBLISHED: [i64; 3] = [3, 4, 5];
/// Initiatives that are entered on the portal at a time.
const AT_A_TIME: usize = 60;

pub(super) fn enter(office: &mut Office, season: &Season<'_>) -> Result<()> {
    let programme = programme(office, season)?;
    let entered = office.keep(LISTS, |pen| {
        registrations(pen, season)?;
        pledges::take_in(pen, season)?;
        score_books(pen, season)?;
        let joined = initiatives(pen, season, programme)?;
        pen.detail(format!("năm {}", season.year));
        Ok(joined)
    })?;
    portal(office, season, &entered.value)?;
    publish(office, season)?;
    pledges::go_on(office, season)
}

#[derive(Deserialize)]
struct Registration {
    unit: String,
    received: NaiveDate,
    /// For the year after.
    next: bool,
    #[serde(default)]
    title: String,
    #[serde(default)]
    form: String,
    #[serde(default)]
    honorific: String,
    #[serde(default)]
    name: String,
    member: Option<usize>,
}

fn registrations(pen: &Pen<'_>, season: &Season<'_>) -> Result<()> {
    for row in season.lines::<Registration>("registrations.jsonl")? {
        if !season.has_come(row.received) {
            continue;
        }
        let draft = RegistrationDraft {
            year: season.year + i32::from(row.next),
            calendar: None,
            unit: season.unit(&row.unit)?,
            kind: if row.honorific.is_empty() { RegistrationKind::Collective } else { RegistrationKind::Individual },
            member: row.member.map(|at| season.member(at)).transpose()?,
            honorific: row.honorific,
            name: row.name,
            birth: None,
            title: row.title,
            form: row.form,
            movement: None,
            content: String::new(),
            received_on: Some(row.received),
            note: String::new(),
        };
        let draft = movements::checked(pen, draft, season.today)?;
        if movements::known(pen, &draft)?.is_none() {
            movements::insert(pen, &draft)?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Author {
    name: String,
    member: Option<usize>,
    gender: Option<Gender>,
    share: Option<i64>,
}

#[derive(Deserialize)]
struct Initiative {
    code: String,
    title: String,
    unit: String,
    authors: Vec<Author>,
    #[serde(default)]
    field: String,
    first_applied: NaiveDate,
    #[serde(default)]
    number: String,
    on: Option<NaiveDate>,
    #[serde(default)]
    benefit: i64,
    #[serde(default)]
    taking_part: bool,
}

/// Writes the initiatives down; answers those that take part in the programme and are recognised.
fn initiatives(pen: &Pen<'_>, season: &Season<'_>, programme: ProgrammeId) -> Result<Vec<InitiativeId>> {
    let mut joined = Vec::new();
    for row in season.lines::<Initiative>("initiatives.jsonl")? {
        if !season.has_come(row.first_applied) {
            continue;
        }
        let recognised = row.on.filter(|on| season.has_come(*on));
        let taking_part = row.taking_part;
        let draft = initiative(season, row, recognised, programme)?;
        let id = initiatives::insert(pen, &initiatives::checked(pen, draft, season.today)?)?;
        if taking_part && recognised.is_some() {
            joined.push(id);
        }
    }
    Ok(joined)
}

fn initiative(
    season: &Season<'_>,
    row: Initiative,
    recognised: Option<NaiveDate>,
    programme: ProgrammeId,
) -> Result<InitiativeDraft> {
    let author = |author: Author| {
        let Author { name, member, gender, share } = author;
        let member = member.map(|at| season.member(at)).transpose()?;
        Ok(InitiativeAuthor { name, member, gender, birth: None, share })
    };
    Ok(InitiativeDraft {
        year: season.year,
        code: row.code,
        title: row.title,
        unit: season.unit(&row.unit)?,
        authors: row.authors.into_iter().map(author).collect::<Result<_>>()?,
        field: row.field,
        kind: None,
        scope: Some(InitiativeLevel::Base),
        first_applied: Some(PartialDate::from(row.first_applied)),
        place: String::new(),
        recognition: recognised.map(|_| InitiativeLevel::Base),
        recognition_number: if recognised.is_some() { row.number } else { String::new() },
        recognised_on: recognised,
        recognised_by: String::new(),
        benefit: Dong(row.benefit),
        benefit_basis: String::new(),
        effect: String::new(),
        programme: row.taking_part.then_some(programme),
        portal_on: None,
        portal_code: String::new(),
        secret: false,
        note: String::new(),
    })
}

#[derive(Deserialize)]
struct Portal {
    /// The days on which initiatives were entered.
    entered: Vec<NaiveDate>,
}

fn programme(office: &mut Office, season: &Season<'_>) -> Result<ProgrammeId> {
    let plan = season.plans()?.remove("programme").unwrap_or_default();
    Ok(initiatives::set_programme(office, season.draft::<ProgrammeDraft>(plan)?)?.value)
}

fn portal(office: &mut Office, season: &Season<'_>, joined: &[InitiativeId]) -> Result<()> {
    let plan = season.plans()?.remove("programme").unwrap_or_default();
    let Portal { entered } = serde_json::from_value(plan)?;
    for (on, ids) in entered.into_iter().zip(joined.chunks(AT_A_TIME)).filter(|(on, _)| season.has_come(*on)) {
        initiatives::enter(office, InitiativesEntered { ids: ids.to_vec(), on: Some(on) })?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct ScoreBook {
    unit: String,
    school: bool,
    /// When the office had it.
    day: NaiveDate,
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    kind: ScoreGroupKind,
    name: String,
    cap: Option<Hundredths>,
    criteria: Vec<Criterion>,
}

#[derive(Deserialize)]
struct Criterion {
    name: String,
    most: Option<Hundredths>,
    points: BTreeMap<Scorer, Hundredths>,
    #[serde(default)]
    evidence: String,
    #[serde(default)]
    comment: String,
}

fn score_books(pen: &Pen<'_>, season: &Season<'_>) -> Result<()> {
    let criterion = |criterion: Criterion| {
        let Criterion { name, most, points, evidence, comment } = criterion;
        FormCriterion { name, most, points, evidence, comment }
    };
    let group = |group: Group| FormGroup {
        kind: group.kind,
        name: group.name,
        cap: group.cap,
        criteria: group.criteria.into_iter().map(criterion).collect(),
    };
    let books = season.lines::<ScoreBook>("scores.jsonl")?.into_iter().filter(|book| season.has_come(book.day));
    let form = |book: ScoreBook| {
        Ok(ScoreForm {
            unit: season.unit(&book.unit)?,
            calendar: if book.school { Calendar::School } else { Calendar::Year },
            year: season.year,
            groups: book.groups.into_iter().map(group).collect(),
        })
    };
    scores::import(pen, &books.map(form).collect::<Result<Vec<_>>>()?).map(drop)
}

/// What the blocs of schools came to is published when all of it is there.
fn publish(office: &mut Office, season: &Season<'_>) -> Result<()> {
    for no in PUBLISHED {
        let book = BookAsk { bloc: season.bloc(no)?, year: season.year, half: 0 };
        let read = scores::book(office, book)?;
        if read.lines.iter().all(|line| line.total.is_some()) {
            scores::publish(office, ScorePublish { book })?;
        }
    }
    Ok(())
}
