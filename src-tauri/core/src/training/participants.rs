//! Who took part in a course, by name.

use super::{
    CourseId, ParticipantField,
    attendance::{self, Attendance, Of},
    rules, store, unknown,
};
use crate::{
    calendar::PartialDate,
    error::{Error, Refusals, Result},
    id::{MemberId, id, new_uid},
    journal::What,
    members::{self, Gender},
    office::{Done, Office, Pen},
    units::UnitId,
    vietnamese::{clean, tone_place_key},
};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// Somebody in one course.
    ParticipantId
);

/// Somebody who took part, as the course's page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParticipantLine {
    /// Its key.
    pub id: ParticipantId,
    /// Their record in the register of members; none: not there.
    pub member: Option<MemberId>,
    /// Họ và tên.
    pub name: String,
    /// Giới tính.
    pub gender: Option<Gender>,
    /// Ngày sinh.
    pub birth: Option<PartialDate>,
    /// Chức vụ.
    pub position: String,
    /// Where they worked then.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// What it was called then.
    pub unit_name: String,
    /// Lao động trực tiếp.
    pub direct: Option<bool>,
    /// Kết quả.
    pub result: String,
    /// Số chứng chỉ, chứng nhận.
    pub certificate: String,
    /// Ghi chú.
    pub note: String,
}

impl From<Attendance> for ParticipantLine {
    fn from(one: Attendance) -> Self {
        Self {
            id: one.id,
            member: one.member,
            name: one.name,
            gender: one.gender,
            birth: one.birth,
            position: one.position,
            unit: one.unit,
            unit_code: one.unit_code,
            unit_name: one.unit_name,
            direct: one.direct,
            result: one.result,
            certificate: one.certificate,
            note: one.note,
        }
    }
}

/// Those of a course by unit and name.
pub(super) fn of(db: &Connection, course: CourseId) -> Result<Vec<ParticipantLine>> {
    let mut found = attendance::attendances(db, Of { course: Some(course), ..Of::default() })?;
    found.sort_by(|one, other| {
        (&one.unit_code, one.unit, &one.sort_key, one.id).cmp(&(
            &other.unit_code,
            other.unit,
            &other.sort_key,
            other.id,
        ))
    });
    Ok(found.into_iter().map(ParticipantLine::from).collect())
}

/// Somebody to be written into a course.
#[derive(Debug, Clone)]
pub struct ParticipantDraft {
    /// Their record in the register of members; none: not there.
    pub member: Option<MemberId>,
    /// Họ và tên.
    pub name: String,
    /// Where they worked then.
    pub unit: UnitId,
    /// Giới tính, of one who is not in the register.
    pub gender: Option<Gender>,
    /// Ngày sinh, of one who is not in the register.
    pub birth: Option<PartialDate>,
    /// Lao động trực tiếp.
    pub direct: Option<bool>,
    /// Kết quả.
    pub result: String,
    /// Số chứng chỉ.
    pub certificate: String,
}

impl ParticipantDraft {
    /// Of whom no more is known than that.
    pub fn new(name: String, unit: UnitId) -> Self {
        Self {
            member: None,
            name,
            unit,
            gender: None,
            birth: None,
            direct: None,
            result: String::new(),
            certificate: String::new(),
        }
    }
}

pub(super) fn insert(pen: &Pen<'_>, course: CourseId, entry: &ParticipantDraft) -> Result<ParticipantId> {
    pen.prepare_cached(
        "insert into course_participant (uid, course, member, name, same_key, unit, gender, birth, direct, result, certificate)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        new_uid(),
        course,
        entry.member,
        entry.name,
        tone_place_key(&entry.name),
        entry.unit,
        entry.gender,
        entry.birth,
        entry.direct,
        entry.result,
        entry.certificate,
    ])?;
    Ok(ParticipantId(pen.last_insert_rowid()))
}

/// Whether a member is in a course already.
pub(super) fn is_in(db: &Connection, course: CourseId, member: MemberId) -> Result<bool> {
    Ok(db
        .prepare_cached("select exists (select 1 from course_participant where course = ?1 and member = ?2)")?
        .query_row(params![course, member], |row| row.get(0))?)
}

/// Whether somebody of that name and unit who is not in the register is in a course already.
pub(super) fn is_outsider_in(db: &Connection, course: CourseId, unit: UnitId, name: &str) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "select exists (select 1 from course_participant
                            where course = ?1 and unit = ?2 and same_key = ?3 and member is null)",
        )?
        .query_row(params![course, unit, tone_place_key(name)], |row| row.get(0))?)
}

/// Members to be written into a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakeIn {
    /// The course.
    pub course: CourseId,
    /// The members.
    pub members: Vec<MemberId>,
}

const TAKE_IN: What = What::new("course.take_in", "Ghi người học");
const REMOVE: What = What::new("course.take_out", "Bỏ người học");
const EDIT: What = What::new("course.edit_people", "Sửa danh sách học");

/// Writes members of the register into a course; those who are in it already stay as they are. Answers how many came in.
pub fn take_in(office: &mut Office, wish: TakeIn) -> Result<Done<u32>> {
    let db = office.db();
    store::course(db, wish.course)?.ok_or_else(unknown)?;
    let mut entries: Vec<ParticipantDraft> = Vec::new();
    for id in &wish.members {
        if is_in(db, wish.course, *id)? || entries.iter().any(|entry| entry.member == Some(*id)) {
            continue;
        }
        entries.push(of_register(db, *id)?);
    }
    office.act(TAKE_IN, |pen| {
        pen.detail(format!("{} người", entries.len()));
        entries.iter().try_for_each(|entry| insert(pen, wish.course, entry).map(drop))?;
        Ok(u32::try_from(entries.len()).unwrap_or(u32::MAX))
    })
}

/// A member as they stand in the register.
pub(super) fn of_register(db: &Connection, id: MemberId) -> Result<ParticipantDraft> {
    let member = members::member(db, id)?;
    let direct = member.facts.is_direct_labour;
    Ok(ParticipantDraft { member: Some(id), direct, ..ParticipantDraft::new(member.facts.full_name, member.unit) })
}

/// Some of those in courses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParticipantList {
    /// Which.
    pub ids: Vec<ParticipantId>,
}

/// Takes people out of their course.
pub fn remove_participants(office: &mut Office, list: ParticipantList) -> Result<Done<u32>> {
    office.act(REMOVE, |pen| {
        let mut count = 0;
        for id in &list.ids {
            count += u32::from(pen.execute("delete from course_participant where id = ?1", [id])? > 0);
        }
        pen.detail(format!("{count} người"));
        Ok(count)
    })
}

/// One typed cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParticipantCell {
    /// Whose.
    pub id: ParticipantId,
    /// Which field.
    pub field: ParticipantField,
    /// What was typed.
    pub text: String,
}

/// Cells typed or pasted in one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditParticipants {
    /// The cells.
    pub cells: Vec<ParticipantCell>,
}

/// Types results, certificates and notes: all cells or none. Refusals name the cell as `cells.3.direct`.
pub fn edit_participants(office: &mut Office, edit: EditParticipants) -> Result<Done<u32>> {
    let mut wrong = Refusals::new();
    for (at, cell) in edit.cells.iter().enumerate() {
        if let (ParticipantField::Direct, Err(sentence)) = (cell.field, rules::yes_or_no(&cell.text)) {
            wrong.refuse(&format!("cells.{at}.{}", cell.field.code()), sentence);
        }
    }
    wrong.or(())?;
    office.act(EDIT, |pen| {
        edit.cells.iter().try_for_each(|cell| put(pen, cell))?;
        let count = u32::try_from(edit.cells.len()).unwrap_or(u32::MAX);
        pen.detail(format!("{count} ô"));
        Ok(count)
    })
}

fn put(pen: &Pen<'_>, cell: &ParticipantCell) -> Result<()> {
    let text = clean(&cell.text);
    let known = match cell.field {
        ParticipantField::Direct => {
            let direct = rules::yes_or_no(&text).map_err(|sentence| Error::refused("direct", sentence))?;
            pen.execute("update course_participant set direct = ?2 where id = ?1", params![cell.id, direct])?
        }
        ParticipantField::Result => {
            pen.execute("update course_participant set result = ?2 where id = ?1", params![cell.id, text])?
        }
        ParticipantField::Certificate => {
            pen.execute("update course_participant set certificate = ?2 where id = ?1", params![cell.id, text])?
        }
        ParticipantField::Note => {
            pen.execute("update course_participant set note = ?2 where id = ?1", params![cell.id, text])?
        }
    };
    if known == 0 {
        return Err(Error::refused("id", "Người này không còn trong danh sách học. Hãy mở lại lớp."));
    }
    Ok(())
}

/// When two member records become one, the attendances follow; in a course that has both, one stays.
pub fn participants_follow(pen: &Pen<'_>, gone: MemberId, keep: MemberId) -> Result<()> {
    pen.execute(
        "delete from course_participant where member = ?1
           and course in (select k.course from course_participant k where k.member = ?2)",
        params![gone, keep],
    )?;
    pen.execute("update course_participant set member = ?2 where member = ?1", params![gone, keep])?;
    Ok(())
}
