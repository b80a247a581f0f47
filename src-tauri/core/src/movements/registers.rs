//! The register of registrations ("sổ đăng ký thi đua"): what people and collectives aim at, stamped with the day on which it came in.

use super::{MovementId, RegistrationKind};
use crate::{
    calendar::PartialDate,
    error::Result,
    id::{MemberId, id},
    journal::What,
    office::{Done, Office, Pen},
    units::{BlocId, Calendar, UnitId},
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
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
    /// The bloc's number.
    #[serde(skip)]
    pub(super) bloc_no: Option<i64>,
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
    /// A woman.
    pub woman: bool,
    /// A direct worker.
    pub direct: bool,
    /// The same for each registration of one person or collective.
    #[serde(skip)]
    pub(super) who: String,
    /// Ghi chú.
    pub note: String,
}

/// Which registrations.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a filter of its own")]
pub struct RegistrationQuery {
    /// For this year.
    pub year: Option<i32>,
    /// Within this movement.
    pub movement: Option<MovementId>,
    /// Of this unit.
    pub unit: Option<UnitId>,
    /// Of units of this bloc.
    pub bloc: Option<BlocId>,
    /// Of units without a bloc.
    pub without_bloc: bool,
    /// Of people, or of collectives.
    pub kind: Option<RegistrationKind>,
    /// True: those that came in late.
    pub late: Option<bool>,
    /// Only of women.
    pub women: bool,
    /// Only of direct workers.
    pub direct: bool,
    /// Every person and collective once, by what came in first.
    pub once: bool,
    /// Words of the name, the unit, the title or the form, without marks.
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
    let mut statement = office.db().prepare_cached(include_str!("registrations.sql"))?;
    let rows = statement.query_map(
        named_params! {
            ":today": office.today(), ":year": query.year, ":movement": query.movement, ":unit": query.unit,
            ":kind": query.kind, ":late": query.late,
        },
        line,
    )?;
    let mut lines = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    lines.retain(|line| {
        (!query.women || line.woman)
            && (!query.direct || line.direct)
            && query.bloc.is_none_or(|bloc| line.bloc == Some(bloc))
            && !(query.without_bloc && line.bloc.is_some())
    });
    if !words.is_empty() {
        lines.retain(|line| {
            let parts = [&line.name, &line.unit_code, &line.unit_name, &line.title, &line.form, &line.content];
            let text = fold(&parts.map(String::as_str).join(" "));
            words.iter().all(|word| text.contains(word))
        });
    }
    if query.once {
        let mut seen = BTreeSet::new();
        lines.retain(|line| seen.insert(line.who.clone()));
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
        bloc_no: row.get("bloc_no")?,
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
        woman: row.get("woman")?,
        direct: row.get("direct")?,
        who: row.get("who")?,
        note: row.get("note")?,
    })
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
