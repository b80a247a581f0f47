//! What the office itself did in the year: documents, movements, targets, courses, works, compacts and meetings of blocs.

use super::season::Season;
use crate::{
    compacts::{self, CompactItem, CompactOf, CompactSign, CompactSigner, CompactsBegin, MeetingDraft},
    documents::{self, DocumentDraft},
    error::{Error, Result},
    initiatives::{self, WorkDraft},
    movements::{
        self, DocumentLink, LaunchAsk, LaunchDraft, MovementAsk, MovementContent, MovementDraft, MovementId,
        MovementKind, MovementLevel, MovementQuery, MovementYear, RegistrationDraft, RegistrationKind, ReviewDraft,
        ReviewKind,
    },
    office::Office,
    periods,
    targets::{self, TargetCell, TargetEdit, TargetField, TargetGiven, Whom},
    training::{
        self, BasisDraft, CountDraft, CourseDraft, EditParticipants, ParticipantCell, ParticipantField, TakeIn,
    },
    units::{Calendar, UnitKind},
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, from_value, json};

pub(super) fn enter(office: &mut Office, season: &Season<'_>) -> Result<()> {
    let mut plans = season.plans()?;
    let mut part = |name: &str| plans.remove(name).unwrap_or_default();
    movements(office, season, from_value(part("movements"))?)?;
    promises(office, season, from_value(part("promises"))?)?;
    documents(office, season, from_value(part("documents"))?)?;
    targets(office, season, from_value(part("targets"))?)?;
    courses(office, season, from_value(part("courses"))?)?;
    training::set_basis(office, season.draft::<BasisDraft>(part("basis"))?)?;
    works(office, season, from_value(part("works"))?)?;
    compacts(office, season, from_value(part("compacts"))?)?;
    meetings(office, season, from_value(part("meetings"))?)
}

#[derive(Deserialize)]
struct Movement {
    name: String,
    /// It is not among those that every office begins with.
    new: Option<New>,
    theme: String,
    plan: String,
    planned_on: Option<NaiveDate>,
    launched_on: NaiveDate,
    not_launched: Vec<String>,
    #[serde(default)]
    blocs: Vec<i64>,
    objectives: String,
    contents: Vec<MovementContent>,
    register_by: Option<NaiveDate>,
    interim_on: Option<NaiveDate>,
    final_on: Option<NaiveDate>,
    reviews: Vec<Review>,
}

#[derive(Deserialize)]
struct New {
    level: MovementLevel,
    kind: MovementKind,
    audience: String,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct Review {
    kind: ReviewKind,
    held_on: NaiveDate,
    document: String,
    result: String,
    awarded: String,
}

fn movements(office: &mut Office, season: &Season<'_>, rows: Vec<Movement>) -> Result<()> {
    for row in rows.into_iter().filter(|row| season.has_come(row.planned_on.unwrap_or(row.launched_on))) {
        let movement = set_movement(office, season, &row)?;
        launch(office, season, movement, &row)?;
        for Review { kind, held_on, document, result, awarded } in row.reviews {
            if season.has_come(held_on) {
                let review = ReviewDraft { id: None, movement, kind, held_on, document, result, awarded };
                movements::set_review(office, review)?;
            }
        }
    }
    Ok(())
}

fn set_movement(office: &mut Office, season: &Season<'_>, row: &Movement) -> Result<MovementId> {
    let reported = [row.interim_on, row.final_on].into_iter().flatten().any(|day| season.has_come(day));
    let known = movement(office, &row.name)?;
    let (level, kind, audience, since, until) = match (known, &row.new) {
        (Some(id), _) => {
            let MovementDraft { level, kind, audience, since, until, .. } =
                movements::get(office, MovementAsk { id, year: season.year })?.draft;
            (level, kind, audience, since, until)
        }
        (None, Some(new)) => (new.level, new.kind, new.audience.clone(), new.since, new.until),
        (None, None) => return Err(Error::broken("sample", format!("no movement {}", row.name))),
    };
    let draft = MovementDraft {
        id: known,
        name: row.name.clone(),
        level,
        kind,
        audience,
        blocs: row.blocs.iter().map(|no| season.bloc(*no)).collect::<Result<_>>()?,
        since,
        until,
        plan: row.plan.clone(),
        planned_on: row.planned_on,
        objectives: row.objectives.clone(),
        interim_on: row.interim_on,
        final_on: row.final_on,
        register_by: row.register_by,
        note: String::new(),
        contents: row
            .contents
            .iter()
            .map(|content| MovementContent { result: content.result.filter(|_| reported), ..content.clone() })
            .collect(),
    };
    let movement = movements::set(office, draft)?.value;
    let (theme, plan, planned_on) = (row.theme.clone(), row.plan.clone(), row.planned_on);
    movements::set_year(office, MovementYear { movement, year: season.year, theme, plan, planned_on })?;
    Ok(movement)
}

fn launch(office: &mut Office, season: &Season<'_>, movement: MovementId, row: &Movement) -> Result<()> {
    if !season.has_come(row.launched_on) {
        return Ok(());
    }
    let board = movements::launches(office, LaunchAsk { movement, year: season.year })?;
    let units = board.lines.iter().filter(|line| !row.not_launched.contains(&line.code)).map(|line| line.unit);
    let (units, document) = (units.collect(), row.plan.clone());
    let draft = LaunchDraft { movement, year: season.year, units, launched_on: row.launched_on, document };
    movements::launch(office, draft).map(drop)
}

fn movement(office: &mut Office, name: &str) -> Result<Option<MovementId>> {
    let all = movements::list(office, MovementQuery::default())?;
    Ok(all.into_iter().find(|line| line.name == name).map(|line| line.id))
}

/// What units promise within a movement.
#[derive(Deserialize)]
struct Promises {
    movement: String,
    received: Vec<NaiveDate>,
    not_registered: Vec<String>,
    contents: Vec<String>,
}

fn promises(office: &mut Office, season: &Season<'_>, plan: Promises) -> Result<()> {
    let Some(movement) = movement(office, &plan.movement)? else { return Ok(()) };
    let board = movements::launches(office, LaunchAsk { movement, year: season.year })?;
    let lines = board.lines.into_iter().filter(|line| !plan.not_registered.contains(&line.code));
    let drafts = lines
        .zip(plan.contents.iter().cycle().zip(plan.received.iter().cycle()))
        .filter(|(_, (_, received))| season.has_come(**received))
        .map(|(line, (content, received))| RegistrationDraft {
            year: season.year,
            calendar: None,
            unit: line.unit,
            kind: RegistrationKind::Collective,
            member: None,
            honorific: String::new(),
            name: line.name,
            birth: None,
            title: String::new(),
            form: String::new(),
            movement: Some(movement),
            content: content.clone(),
            received_on: Some(*received),
            note: String::new(),
        });
    let drafts: Vec<RegistrationDraft> = drafts.collect();
    if drafts.is_empty() { Ok(()) } else { movements::register(office, drafts).map(drop) }
}

#[derive(Deserialize)]
struct Document {
    #[serde(flatten)]
    draft: DocumentDraft,
    /// The movement that it is about.
    movement: Option<String>,
}

fn documents(office: &mut Office, season: &Season<'_>, rows: Vec<Document>) -> Result<()> {
    for Document { draft, movement: about } in rows {
        let arrived = draft.arrived.or(draft.dated);
        if !arrived.is_some_and(|day| season.has_come(day)) {
            continue;
        }
        let handled = draft.handled.filter(|day| season.has_come(*day));
        let document = documents::save(office, DocumentDraft { handled, ..draft })?.value;
        if let Some(name) = about
            && let Some(movement) = movement(office, &name)?
        {
            movements::link_document(office, DocumentLink { movement, document: document.0 })?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Target {
    name: String,
    #[serde(default)]
    measure: String,
    bloc: Option<i64>,
    unit: Option<String>,
    goal: String,
    #[serde(default)]
    result: String,
    document: String,
}

/// Targets are reported on at mid-year and later.
fn targets(office: &mut Office, season: &Season<'_>, rows: Vec<Target>) -> Result<()> {
    let Some(period) = periods::year_of(office.db(), Calendar::Year, season.year)? else { return Ok(()) };
    let reported = NaiveDate::from_ymd_opt(season.year, 7, 1).is_some_and(|day| season.has_come(day));
    let mut cells = Vec::new();
    for row in rows {
        let given = TargetGiven {
            name: row.name,
            measure: row.measure,
            period: Some(period.id),
            whom: match (row.bloc, &row.unit) {
                (Some(_), _) => Whom::Bloc,
                (None, Some(_)) => Whom::Unit,
                (None, None) => Whom::All,
            },
            bloc: row.bloc.map(|no| season.bloc(no)).transpose()?,
            unit: row.unit.map(|code| season.unit(&code)).transpose()?,
            goal: row.goal,
            document: row.document,
        };
        let id = targets::give(office, given)?.value;
        if reported && !row.result.is_empty() {
            cells.push(TargetCell { id, field: TargetField::Result, text: row.result });
        }
    }
    targets::edit(office, TargetEdit { cells }).map(drop)
}

/// Who of each unit takes part in a course.
#[derive(Deserialize)]
struct Taking {
    each: i64,
    /// Units of these kinds; none: all.
    #[serde(default)]
    kinds: Vec<UnitKind>,
    #[serde(default)]
    women: bool,
}

fn courses(office: &mut Office, season: &Season<'_>, rows: Vec<Value>) -> Result<()> {
    for mut row in rows {
        let mut part = |name: &str| row.get_mut(name).map(Value::take).unwrap_or_default();
        let (take, counts, certificate) = (part("take"), part("counts"), part("certificate"));
        let draft: CourseDraft = season.draft(row)?;
        if !draft.until.is_some_and(|day| season.has_come(day)) {
            continue;
        }
        let course = training::set(office, draft)?.value;
        let members = people(office, &from_value(take)?)?;
        training::take_in(office, TakeIn { course, members })?;
        certify(office, course, certificate.as_str().unwrap_or_default())?;
        for mut count in from_value::<Vec<Value>>(counts)? {
            if let Some(fields) = count.as_object_mut() {
                fields.insert("course".to_owned(), json!(course));
            }
            training::set_count(office, season.draft::<CountDraft>(count)?)?;
        }
    }
    Ok(())
}

fn people(office: &Office, taking: &Taking) -> Result<Vec<crate::id::MemberId>> {
    let kinds: Vec<&str> = taking.kinds.iter().map(|kind| kind.code()).collect();
    let mut statement = office.db().prepare_cached(
        "select id from (
           select m.id, row_number() over (partition by m.unit order by m.union_position is null, m.id) as place
           from member m join unit u on u.id = m.unit join unit_state s on s.unit = u.id and s.until is null
           where m.status = 'active' and m.gender is not null and u.ended is null and (?2 = 0 or m.gender = 'nu')
             and (?3 = '[]' or s.kind in (select value from json_each(?3))))
         where place <= ?1 order by id",
    )?;
    let kinds = serde_json::to_string(&kinds)?;
    let found = statement.query_map(rusqlite::params![taking.each, taking.women, kinds], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Everybody passed; who gets a paper gets its number.
fn certify(office: &mut Office, course: training::CourseId, series: &str) -> Result<()> {
    if series.is_empty() {
        return Ok(());
    }
    let participants = training::get(office, training::WhichCourse { id: course })?.participants;
    let cells = (1..).zip(participants).flat_map(|(no, one): (u32, _)| {
        [
            (ParticipantField::Result, if no % 4 == 0 { "Giỏi" } else { "Khá" }.to_owned()),
            (ParticipantField::Certificate, format!("{series}-{no:03}")),
        ]
        .map(|(field, text)| ParticipantCell { id: one.id, field, text })
    });
    training::edit_participants(office, EditParticipants { cells: cells.collect() }).map(drop)
}

fn works(office: &mut Office, season: &Season<'_>, rows: Vec<Value>) -> Result<()> {
    for mut row in rows {
        let completed: NaiveDate = from_value(row.get("completed").cloned().unwrap_or_default())?;
        if season.has_come(completed) {
            if let Some(field) = row.get_mut("completed") {
                *field = json!(crate::calendar::PartialDate::from(completed));
            }
            initiatives::set_work(office, season.draft::<WorkDraft>(row)?)?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Compacts {
    document: String,
    signed_on: NaiveDate,
    place: String,
    not_signed: Vec<String>,
    items: Vec<CompactItem>,
}

fn compacts(office: &mut Office, season: &Season<'_>, plan: Compacts) -> Result<()> {
    let Compacts { document, signed_on, place, not_signed, items } = plan;
    let year = season.year;
    let begin = CompactsBegin { year, document, carry_over: false, items, signed_on: Some(signed_on), place };
    compacts::begin(office, begin)?;
    if !season.has_come(signed_on) {
        return Ok(());
    }
    for line in compacts::year(office, periods::PeriodsOf { year })?.blocs {
        let of = CompactOf { bloc: line.bloc, year };
        let lines = compacts::get(office, of)?.signing.lines.into_iter();
        let signers: Vec<CompactSigner> = lines
            .filter(|line| !line.signer.is_empty() && !not_signed.contains(&line.code))
            .map(|line| CompactSigner { unit: line.unit, signer: line.signer, post: line.post })
            .collect();
        if !signers.is_empty() {
            compacts::sign(office, CompactSign { of, signers, on: Some(signed_on) })?;
        }
    }
    Ok(())
}

fn meetings(office: &mut Office, season: &Season<'_>, rows: Vec<Value>) -> Result<()> {
    for row in rows {
        let draft: MeetingDraft = season.draft(row)?;
        let of = CompactOf { bloc: draft.bloc, year: draft.year };
        if draft.held_on.is_some_and(|day| season.has_come(day)) {
            compacts::set_meeting(office, draft)?;
            compacts::elect(office, of)?;
        }
    }
    Ok(())
}
