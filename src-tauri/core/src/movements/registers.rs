//! Registrations ("đăng ký thi đua"): what a person or a collective aims at, stamped with the day on which it came in.

use super::{MovementId, RegistrationKind, due::deadline_of, rules, store};
use crate::{
    calendar::PartialDate,
    error::{Error, Refusals, Result},
    id::{MemberId, id, new_uid},
    journal::What,
    members::{self, Gender},
    office::{Done, Office, Pen},
    periods,
    units::{self, BlocId, Calendar, UnitId},
    vietnamese::{fold, tone_place_key},
};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One registration.
    RegistrationId
);

/// A registration as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegistrationDraft {
    /// The year that it is for; a school year is named by the year in which it ends.
    pub year: i32,
    /// By calendar years or school years; none: as the unit competes.
    #[serde(default)]
    pub calendar: Option<Calendar>,
    /// The unit.
    pub unit: UnitId,
    /// Cá nhân, tập thể.
    pub kind: RegistrationKind,
    /// The person's record.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// "Ông", "Bà".
    #[serde(default)]
    pub honorific: String,
    /// The name; blank: that of the member or of the unit.
    #[serde(default)]
    pub name: String,
    /// Ngày sinh.
    #[serde(default)]
    pub birth: Option<PartialDate>,
    /// The title aimed at.
    #[serde(default)]
    pub title: String,
    /// The form of commendation aimed at.
    #[serde(default)]
    pub form: String,
    /// Within this movement.
    #[serde(default)]
    pub movement: Option<MovementId>,
    /// What is promised there.
    #[serde(default)]
    pub content: String,
    /// When it came in; none: today.
    #[serde(default)]
    pub received_on: Option<NaiveDate>,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// One line of the register of registrations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegistrationLine {
    /// Its key.
    pub id: RegistrationId,
    /// The year under which its period is filed.
    pub year: i32,
    /// "Năm học 2023-2024".
    pub period_name: String,
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// What it was called then.
    pub unit_name: String,
    /// Its bloc then.
    pub bloc: Option<BlocId>,
    /// The bloc's name.
    pub bloc_name: String,
    /// Cá nhân, tập thể.
    pub kind: RegistrationKind,
    /// Its label.
    pub kind_label: String,
    /// The person's record.
    pub member: Option<MemberId>,
    /// "Ông", "Bà".
    pub honorific: String,
    /// The name.
    pub name: String,
    /// Ngày sinh.
    pub birth: Option<PartialDate>,
    /// The title aimed at.
    pub title: String,
    /// The form aimed at.
    pub form: String,
    /// The movement.
    pub movement: Option<MovementId>,
    /// Its name.
    pub movement_name: String,
    /// What is promised there.
    pub content: String,
    /// When it came in.
    pub received_on: NaiveDate,
    /// By when it should have come in.
    pub deadline: Option<NaiveDate>,
    /// It came in after that, for ever.
    pub late: bool,
    /// Ghi chú.
    pub note: String,
}

/// Which registrations.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RegistrationQuery {
    /// For this year.
    pub year: Option<i32>,
    /// Within this movement.
    pub movement: Option<MovementId>,
    /// Of this unit.
    pub unit: Option<UnitId>,
    /// Of units of this bloc.
    pub bloc: Option<BlocId>,
    /// Of people, or of collectives.
    pub kind: Option<RegistrationKind>,
    /// True: those that came in late.
    pub late: Option<bool>,
    /// Words of the name, the title or the form, without marks.
    pub text: String,
}

/// One page of registrations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegistrationPageAsk {
    /// Which.
    pub query: RegistrationQuery,
    /// From this row on.
    pub offset: u32,
    /// So many rows; 200 at most.
    pub limit: u32,
}

/// One page of registrations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegistrationPage {
    /// How many match.
    pub total: u32,
    /// The page's rows, in the order in which they came in.
    pub rows: Vec<RegistrationLine>,
}

/// Several registrations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegistrationList {
    /// The registrations.
    pub ids: Vec<RegistrationId>,
}

const REGISTER: What = What::new("registration.register", "Ghi đăng ký thi đua");
const UNREGISTER: What = What::new("registration.unregister", "Xóa đăng ký thi đua");

/// One page of registrations.
pub fn registrations(office: &mut Office, ask: RegistrationPageAsk) -> Result<RegistrationPage> {
    let rows = matching(office, &ask.query)?;
    let take = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    Ok(RegistrationPage {
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rows: rows.into_iter().skip(take(ask.offset)).take(take(ask.limit.min(200))).collect(),
    })
}

/// All registrations that match, in the order in which they came in.
pub(super) fn matching(office: &Office, query: &RegistrationQuery) -> Result<Vec<RegistrationLine>> {
    let wanted = fold(&query.text);
    let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let mut statement = office.db().prepare_cached(include_str!("lines.sql"))?;
    let rows = statement.query_map(
        named_params! {
            ":today": office.today(), ":year": query.year, ":movement": query.movement, ":unit": query.unit,
            ":bloc": query.bloc, ":kind": query.kind, ":late": query.late,
        },
        line,
    )?;
    let mut lines = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    if !words.is_empty() {
        lines.retain(|line| {
            let text = fold(&[line.name.as_str(), &line.title, &line.form, &line.content].join(" "));
            words.iter().all(|word| text.contains(word))
        });
    }
    Ok(lines)
}

fn line(row: &Row<'_>) -> rusqlite::Result<RegistrationLine> {
    let kind: RegistrationKind = row.get("kind")?;
    Ok(RegistrationLine {
        id: row.get("id")?,
        year: row.get("year")?,
        period_name: row.get("period_name")?,
        unit: row.get("unit")?,
        unit_code: row.get("unit_code")?,
        unit_name: row.get("unit_name")?,
        bloc: row.get("bloc")?,
        bloc_name: row.get("bloc_name")?,
        kind,
        kind_label: kind.label().to_owned(),
        member: row.get("member")?,
        honorific: row.get("honorific")?,
        name: row.get("name")?,
        birth: row.get("birth")?,
        title: row.get("title")?,
        form: row.get("form")?,
        movement: row.get("movement")?,
        movement_name: row.get("movement_name")?,
        content: row.get("content")?,
        received_on: row.get("received_on")?,
        deadline: row.get("deadline")?,
        late: row.get("late")?,
        note: row.get("note")?,
    })
}

/// Writes down registrations that came in together: all of them, or none with every refusal.
pub fn register(office: &mut Office, drafts: Vec<RegistrationDraft>) -> Result<Done<Vec<RegistrationId>>> {
    let (db, today) = (office.db(), office.today());
    let mut wrong = Refusals::new();
    let mut ready = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate() {
        match checked(db, draft, today) {
            Ok(draft) => ready.push(draft),
            Err(Error::Refused(refusals)) => {
                for refusal in refusals {
                    wrong.refuse(&format!("{at}.{}", refusal.field), refusal.sentence);
                }
            }
            Err(broken @ Error::Broken(_)) => return Err(broken),
        }
    }
    wrong.or(())?;
    office.act(REGISTER, |pen| {
        pen.detail(format!("{} đăng ký", ready.len()));
        ready.iter().map(|draft| insert(pen, draft)).collect()
    })
}

/// The draft filled in from the register and cleaned, or everything that is wrong with it.
pub fn checked(db: &Connection, mut draft: RegistrationDraft, today: NaiveDate) -> Result<RegistrationDraft> {
    let unit = units::unit(db, draft.unit)?;
    if unit.is_none() {
        return Err(Error::refused("unit", "Chưa chọn đơn vị đăng ký."));
    }
    if let Some(movement) = draft.movement {
        store::draft(db, movement)?;
    }
    if let Some(id) = draft.member {
        let facts = members::member(db, id)?.facts;
        if draft.name.trim().is_empty() {
            draft.name = facts.full_name;
        }
        if draft.honorific.trim().is_empty() {
            draft.honorific = facts.gender.map_or("", honorific).to_owned();
        }
        draft.birth = draft.birth.or(facts.birth);
    } else if draft.kind == RegistrationKind::Collective && draft.name.trim().is_empty() {
        draft.name = units::last_state(db, draft.unit)?.name;
    }
    rules::check_registration(draft, today)
}

fn honorific(gender: Gender) -> &'static str {
    match gender {
        Gender::Nam => "Ông",
        Gender::Nu => "Bà",
    }
}

/// Writes a registration that was checked: the day is stamped, and with it whether it came in late, for ever.
pub fn insert(pen: &Pen<'_>, draft: &RegistrationDraft) -> Result<RegistrationId> {
    let calendar = match draft.calendar {
        Some(calendar) => calendar,
        None => units::last_state(pen, draft.unit)?.calendar,
    };
    let period = periods::ensure_year(pen, calendar, draft.year)?;
    let received_on = draft.received_on.unwrap_or_else(|| pen.today());
    let deadline = deadline_of(pen, calendar, draft.year)?;
    pen.prepare_cached(
        "insert into registration (uid, period, unit, kind, member, honorific, name, same_key, birth, title, form, movement,
                                   content, received_on, deadline, late, note)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?
    .execute(params![
        new_uid(),
        period,
        draft.unit,
        draft.kind,
        draft.member,
        draft.honorific,
        draft.name,
        tone_place_key(&draft.name),
        draft.birth,
        draft.title,
        draft.form,
        draft.movement,
        draft.content,
        received_on,
        deadline,
        deadline.is_some_and(|deadline| received_on > deadline),
        draft.note,
    ])?;
    Ok(RegistrationId(pen.last_insert_rowid()))
}

/// Takes registrations that were written down by mistake out of the register.
pub fn unregister(office: &mut Office, list: RegistrationList) -> Result<Done<u32>> {
    office.act(UNREGISTER, |pen| {
        pen.detail(format!("{} đăng ký", list.ids.len()));
        for id in &list.ids {
            pen.execute("delete from registration where id = ?1", [id])?;
        }
        Ok(u32::try_from(list.ids.len()).unwrap_or(u32::MAX))
    })
}

pub(super) fn any_within(db: &Connection, movement: MovementId) -> Result<bool> {
    let any =
        db.query_row("select exists (select 1 from registration where movement = ?1)", [movement], |row| row.get(0))?;
    Ok(any)
}

/// Titles in use, most used first.
pub(super) fn titles(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "select title from registration where title <> '' group by title order by count(*) desc, title limit 50",
    )?;
    let titles = statement.query_map([], |row| row.get(0))?;
    Ok(titles.collect::<rusqlite::Result<_>>()?)
}

/// Forms in use, most used first.
pub(super) fn forms(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "select form from registration where form <> '' group by form order by count(*) desc, form limit 50",
    )?;
    let forms = statement.query_map([], |row| row.get(0))?;
    Ok(forms.collect::<rusqlite::Result<_>>()?)
}

/// When two member records become one, what names the one that goes names the one that stays.
pub fn registrations_follow(pen: &Pen<'_>, gone: MemberId, keep: MemberId) -> Result<()> {
    pen.execute("update registration set member = ?2 where member = ?1", params![gone, keep])?;
    Ok(())
}
