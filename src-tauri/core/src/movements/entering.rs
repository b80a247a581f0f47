//! Registrations come in: typed, pasted by unit, or out of a list; each is stamped with its day, and with it whether it was late.

use super::{MovementId, RegistrationDraft, RegistrationId, RegistrationKind, due::deadline_of, rules, store};
use crate::{
    calendar::{PartialDate, shown},
    error::{Error, Refusals, Result},
    id::{MemberId, new_uid},
    journal::What,
    members::{self, Gender},
    office::{Done, Office, Pen},
    periods,
    units::{self, Calendar},
    vietnamese::{clean, fold, tone_place_key},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const REGISTER: What = What::new("registration.register", "Ghi đăng ký thi đua");

/// What would become of a registration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegistrationAnswer {
    /// Whose record it is.
    pub member: Option<MemberId>,
    /// "Ông", "Bà", as far as it is known.
    pub honorific: String,
    /// By when it should have come in.
    pub deadline: Option<NaiveDate>,
    /// It would be late.
    pub late: bool,
    /// Why it would be refused; empty: it is good.
    pub sentence: String,
    /// What to know about it.
    pub note: String,
}

/// Says row by row what would become of registrations, without writing.
pub fn try_register(office: &mut Office, drafts: Vec<RegistrationDraft>) -> Result<Vec<RegistrationAnswer>> {
    let (db, today) = (office.db(), office.today());
    let mut seen = Vec::new();
    drafts.into_iter().map(|draft| answer(db, draft, today, &mut seen)).collect()
}

fn answer(
    db: &Connection,
    draft: RegistrationDraft,
    today: NaiveDate,
    seen: &mut Vec<RegistrationDraft>,
) -> Result<RegistrationAnswer> {
    let is_person = draft.kind == RegistrationKind::Individual;
    let draft = match told(db, draft, today, seen) {
        Ok(draft) => draft,
        Err(Error::Refused(refusals)) => {
            let sentences: Vec<String> = refusals.into_iter().map(|refusal| refusal.sentence).collect();
            return Ok(RegistrationAnswer { sentence: sentences.join(" "), ..RegistrationAnswer::default() });
        }
        Err(broken @ Error::Broken(_)) => return Err(broken),
    };
    let (deadline, late) = stamp(db, &draft, draft.received_on.unwrap_or(today))?;
    let note = match (is_person, draft.member, late) {
        (true, None, _) => "Không thấy trong danh sách đoàn viên của đơn vị, sẽ ghi theo tên.",
        (_, _, true) => "Muộn hạn.",
        _ => "",
    };
    let answer = RegistrationAnswer {
        member: draft.member,
        honorific: draft.honorific.clone(),
        deadline,
        late,
        sentence: String::new(),
        note: note.to_owned(),
    };
    seen.push(draft);
    Ok(answer)
}

/// Writes down registrations that came in together: all of them, or none with every refusal.
pub fn register(office: &mut Office, drafts: Vec<RegistrationDraft>) -> Result<Done<Vec<RegistrationId>>> {
    let (db, today) = (office.db(), office.today());
    if drafts.is_empty() {
        return Err(Error::refused("", "Chưa có dòng đăng ký nào để ghi."));
    }
    let mut wrong = Refusals::new();
    let mut ready = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate() {
        match told(db, draft, today, &ready) {
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

/// A typed or pasted draft, checked; a person who alone has the name in the unit is tied to the record, and what stands in the
/// register or among `others` already is refused.
fn told(
    db: &Connection,
    mut draft: RegistrationDraft,
    today: NaiveDate,
    others: &[RegistrationDraft],
) -> Result<RegistrationDraft> {
    if draft.kind == RegistrationKind::Individual && draft.member.is_none() {
        draft.member = match namesakes(db, &draft)?.as_slice() {
            [one] => Some(*one),
            [] => None,
            many => {
                let sentence =
                    format!("Đơn vị có {} người tên {}. Hãy ghi thêm ngày sinh.", many.len(), clean(&draft.name));
                return Err(Error::refused("name", sentence));
            }
        };
    }
    let draft = checked(db, draft, today)?;
    if known(db, &draft)?.is_some() || others.iter().any(|other| is_same(other, &draft)) {
        let sentence = format!("{} đã đăng ký nội dung này rồi. Hãy bỏ dòng này.", draft.name);
        return Err(Error::refused("name", sentence));
    }
    Ok(draft)
}

/// Members of the unit with that name, marks set either way, whose birth does not speak against it.
fn namesakes(db: &Connection, draft: &RegistrationDraft) -> Result<Vec<MemberId>> {
    let mut statement = db.prepare_cached(
        "select id, birth from member where same_key = ?2 and unit = ?1 and status in ('active', 'suspended') order by id",
    )?;
    let found = statement
        .query_map(params![draft.unit, tone_place_key(&clean(&draft.name))], |row| {
            Ok((row.get::<_, MemberId>(0)?, row.get::<_, Option<PartialDate>>(1)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let is_other = |birth: Option<PartialDate>| match (birth, draft.birth) {
        (Some(one), Some(other)) => match (one.known_day(), other.known_day()) {
            (Some(one), Some(other)) => one != other,
            _ => one.year() != other.year(),
        },
        _ => false,
    };
    Ok(found.into_iter().filter(|(_, birth)| !is_other(*birth)).map(|(id, _)| id).collect())
}

fn is_same(one: &RegistrationDraft, other: &RegistrationDraft) -> bool {
    let aim = |draft: &RegistrationDraft| {
        (draft.year, draft.calendar, draft.unit, draft.kind, tone_place_key(&draft.name), draft.member, draft.birth)
    };
    let what = |draft: &RegistrationDraft| [fold(&draft.title), fold(&draft.form), fold(&draft.content)];
    aim(one) == aim(other) && one.movement == other.movement && what(one) == what(other)
}

/// The registration of the same person or collective for the same thing in the same year.
pub fn known(db: &Connection, draft: &RegistrationDraft) -> Result<Option<RegistrationId>> {
    let calendar = calendar_of(db, draft)?;
    let Some(period) = periods::year_of(db, calendar, draft.year)? else { return Ok(None) };
    let mut statement = db.prepare_cached(
        "select id, member, birth, title, form, content, movement from registration
         where period = ?1 and unit = ?2 and same_key = ?3 and kind = ?4 order by id",
    )?;
    let found =
        statement.query_map(params![period.id, draft.unit, tone_place_key(&draft.name), draft.kind], |row| {
            let text = |column: &str| Ok::<String, rusqlite::Error>(fold(&row.get::<_, String>(column)?));
            Ok((
                row.get::<_, RegistrationId>("id")?,
                row.get::<_, Option<MemberId>>("member")?,
                row.get::<_, Option<PartialDate>>("birth")?,
                row.get::<_, Option<MovementId>>("movement")?,
                [text("title")?, text("form")?, text("content")?],
            ))
        })?;
    let what = [fold(&draft.title), fold(&draft.form), fold(&draft.content)];
    for one in found {
        let (id, member, birth, movement, its) = one?;
        let other_person = member.zip(draft.member).is_some_and(|(one, other)| one != other)
            || birth.zip(draft.birth).is_some_and(|(one, other)| one != other);
        if !other_person && movement == draft.movement && its == what {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn calendar_of(db: &Connection, draft: &RegistrationDraft) -> Result<Calendar> {
    match draft.calendar {
        Some(calendar) => Ok(calendar),
        None => Ok(units::last_state(db, draft.unit)?.calendar),
    }
}

/// Contents alone: no title and no form.
const fn aims_at_nothing(draft: &RegistrationDraft) -> bool {
    draft.title.is_empty() && draft.form.is_empty()
}

/// By when a registration should have come in, and whether one of that day is late. Within a movement its own day counts in the
/// year in which it falls; contents alone have no other.
fn stamp(db: &Connection, draft: &RegistrationDraft, received_on: NaiveDate) -> Result<(Option<NaiveDate>, bool)> {
    let calendar = calendar_of(db, draft)?;
    let own = draft.movement.map(|movement| store::register_by(db, movement)).transpose()?.flatten();
    let (since, until) = periods::span(calendar, draft.year)?;
    let deadline = match own.filter(|day| (since..=until).contains(day)) {
        Some(day) => Some(day),
        None if aims_at_nothing(draft) => None,
        None => deadline_of(db, calendar, draft.year)?,
    };
    Ok((deadline, deadline.is_some_and(|deadline| received_on > deadline)))
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
            facts.gender.map_or("", honorific).clone_into(&mut draft.honorific);
        }
        draft.birth = draft.birth.or(facts.birth);
    } else if draft.kind == RegistrationKind::Collective && draft.name.trim().is_empty() {
        draft.name = units::state_on(db, draft.unit, today)?.name;
    }
    let draft = rules::check_registration(draft, today)?;
    is_of_its_year(db, &draft)?;
    Ok(draft)
}

/// Refuses what was not there in that year: a unit that had ended, somebody who had left; and a day of reception long before it.
fn is_of_its_year(db: &Connection, draft: &RegistrationDraft) -> Result<()> {
    let calendar = calendar_of(db, draft)?;
    periods::lived_in(db, "unit", draft.unit, calendar, draft.year)?;
    let (since, _) = periods::span(calendar, draft.year)?;
    if let Some(day) = draft.received_on {
        periods::not_too_early("received_on", day, since)?;
    }
    let Some(left) = draft.member.map(|id| left_on(db, id)).transpose()?.flatten().filter(|day| *day < since) else {
        return Ok(());
    };
    let sentence = format!(
        "{} đã rời công đoàn từ {} nên không đăng ký cho năm {}. Hãy xem lại năm hoặc chọn người khác.",
        draft.name,
        shown(left),
        draft.year
    );
    Err(Error::refused("name", sentence))
}

/// The last day of a member who has left; none: still a member, or nobody knows.
fn left_on(db: &Connection, id: MemberId) -> Result<Option<NaiveDate>> {
    if members::member(db, id)?.status.belongs() {
        return Ok(None);
    }
    let mut statement = db.prepare_cached("select max(until) from membership where member = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0))?)
}

fn honorific(gender: Gender) -> &'static str {
    match gender {
        Gender::Nam => "Ông",
        Gender::Nu => "Bà",
    }
}

/// Writes a registration that was checked: the day is stamped, and with it whether it came in late, for ever.
pub fn insert(pen: &Pen<'_>, draft: &RegistrationDraft) -> Result<RegistrationId> {
    let period = periods::ensure_year(pen, calendar_of(pen, draft)?, draft.year)?;
    let received_on = draft.received_on.unwrap_or_else(|| pen.today());
    let (deadline, late) = stamp(pen, draft, received_on)?;
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
        late,
        draft.note,
    ])?;
    Ok(RegistrationId(pen.last_insert_rowid()))
}

/// The member whose registration it is, where it is certain whose.
pub fn whose(db: &Connection, id: RegistrationId) -> Result<Option<MemberId>> {
    let mut statement = db.prepare_cached("select member from registration where id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?.flatten())
}

/// One registration as its form shows it.
pub(super) fn draft(db: &Connection, id: RegistrationId) -> Result<RegistrationDraft> {
    db.prepare_cached(
        "select p.year, p.kind = 'school_year' as school, r.unit, r.kind, r.member, r.honorific, r.name, r.birth, r.title, r.form,
                r.movement, r.content, r.received_on, r.note
         from registration r join period p on p.id = r.period where r.id = ?1",
    )?
    .query_row([id], |row| {
        Ok(RegistrationDraft {
            year: row.get("year")?,
            calendar: Some(if row.get("school")? { Calendar::School } else { Calendar::Year }),
            unit: row.get("unit")?,
            kind: row.get("kind")?,
            member: row.get("member")?,
            honorific: row.get("honorific")?,
            name: row.get("name")?,
            birth: row.get("birth")?,
            title: row.get("title")?,
            form: row.get("form")?,
            movement: row.get("movement")?,
            content: row.get("content")?,
            received_on: row.get("received_on")?,
            note: row.get("note")?,
        })
    })
    .optional()?
    .ok_or_else(|| Error::refused("id", "Không tìm thấy đăng ký này. Hãy chọn lại trong danh sách."))
}

/// Corrects what a registration says; its day, its unit and its stamp stay. One that had no deadline, and now aims at a title or a form
/// that has one, is stamped by the day on which it came in.
pub(super) fn update(pen: &Pen<'_>, id: RegistrationId, new: &RegistrationDraft) -> Result<()> {
    let before = draft(pen, id)?;
    let (deadline, late) = match new.received_on {
        Some(received_on) if aims_at_nothing(&before) => stamp(pen, new, received_on)?,
        Some(_) | None => (None, false),
    };
    pen.execute(
        "update registration set honorific = ?2, name = ?3, same_key = ?4, title = ?5, form = ?6, content = ?7, note = ?8,
                late = case when deadline is null then ?10 else late end, deadline = coalesce(deadline, ?9)
         where id = ?1",
        params![
            id,
            new.honorific,
            new.name,
            tone_place_key(&new.name),
            new.title,
            new.form,
            new.content,
            new.note,
            deadline,
            late
        ],
    )?;
    Ok(())
}
