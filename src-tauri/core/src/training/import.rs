//! What a list of people brings into a course: which course it means, and who of them is in it already.

use super::{
    CourseId, ParticipantId,
    participants::{self, ParticipantDraft},
};
use crate::{
    calendar::PartialDate,
    error::Result,
    id::MemberId,
    office::Pen,
    vietnamese::{fold, tone_place_key},
};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

/// How a list names its course.
#[derive(Debug, Clone, Copy, Default)]
pub struct CourseNamed<'a> {
    /// The cell that names it; "": there is none.
    pub course: &'a str,
    /// What stands above the list.
    pub title: &'a str,
    /// The year that the list speaks of.
    pub year: Option<i32>,
    /// A day on which it was held.
    pub held_on: Option<PartialDate>,
}

/// The courses that a list may mean: those whose whole name stands there, the longest name first; of several with one name those of
/// that year and that day.
pub fn courses_named(db: &Connection, named: &CourseNamed<'_>) -> Result<Vec<CourseId>> {
    let text = words(if named.course.is_empty() { named.title } else { named.course });
    let mut statement = db.prepare_cached(
        "select c.id, c.name, p.year, c.since, c.until from course c join period p on p.id = c.period order by c.id",
    )?;
    let rows = statement.query_map([], |row| {
        let days: (NaiveDate, NaiveDate) = (row.get(3)?, row.get(4)?);
        Ok((row.get::<_, CourseId>(0)?, words(&row.get::<_, String>(1)?), row.get::<_, i32>(2)?, days))
    })?;
    let mut found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    found.retain(|(_, name, ..)| format!(" {text} ").contains(&format!(" {name} ")));
    let longest = found.iter().map(|(_, name, ..)| name.len()).max().unwrap_or_default();
    found.retain(|(_, name, ..)| name.len() == longest);
    if let Some(year) = named.year.filter(|_| found.len() > 1) {
        found.retain(|(_, _, of, (since, until))| *of == year || (since.year()..=until.year()).contains(&year));
    }
    if let Some(day) = named.held_on.filter(|_| found.len() > 1) {
        found.retain(|(.., (since, until))| day.first_day() <= *until && *since <= day.last_day());
    }
    Ok(found.into_iter().map(|(id, ..)| id).collect())
}

/// Words and figures without marks, and without the "lớp" in front.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    text.strip_prefix("lop ").unwrap_or(&text).to_owned()
}

/// Somebody in a course with what a later list may add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attending {
    /// Their line.
    pub id: ParticipantId,
    /// Kết quả.
    pub result: String,
    /// Số chứng chỉ.
    pub certificate: String,
}

/// The line of somebody who is in a course already: the member's own, or one that was written by name only.
pub fn attending(db: &Connection, course: CourseId, draft: &ParticipantDraft) -> Result<Option<Attending>> {
    let mut statement = db.prepare_cached(
        "select id, result, certificate from course_participant
         where course = ?1 and (member = ?2 or (member is null and unit = ?3 and same_key = ?4
           and (birth is null or ?5 is null or substr(birth, 1, 4) = substr(?5, 1, 4))))
         order by member is null, id limit 1",
    )?;
    let of = params![course, draft.member, draft.unit, tone_place_key(&draft.name), draft.birth];
    let found =
        statement.query_row(of, |row| Ok(Attending { id: row.get(0)?, result: row.get(1)?, certificate: row.get(2)? }));
    Ok(found.optional()?)
}

/// Somebody of the register, or of none, to be written into a course.
pub fn participant(db: &Connection, draft: ParticipantDraft) -> Result<ParticipantDraft> {
    let Some(member) = draft.member else { return Ok(draft) };
    let known = participants::of_register(db, member)?;
    // where they worked then is what the list says; gender and birth are the register's
    let ParticipantDraft { unit, direct, result, certificate, .. } = draft;
    Ok(ParticipantDraft { unit, direct: direct.or(known.direct), result, certificate, ..known })
}

/// Writes somebody into a course, inside the importing act.
pub fn insert_participant(pen: &Pen<'_>, course: CourseId, draft: &ParticipantDraft) -> Result<ParticipantId> {
    participants::insert(pen, course, draft)
}

/// Writes the result and the certificate that a list brings; what it does not say stays.
pub fn fill_participant(pen: &Pen<'_>, id: ParticipantId, draft: &ParticipantDraft) -> Result<()> {
    pen.execute(
        "update course_participant set result = iif(?2 = '', result, ?2), certificate = iif(?3 = '', certificate, ?3)
         where id = ?1",
        params![id, draft.result, draft.certificate],
    )?;
    Ok(())
}

/// The member whose line it is; none: not in the register.
pub fn who_attends(db: &Connection, id: ParticipantId) -> Result<Option<MemberId>> {
    let mut statement = db.prepare_cached("select member from course_participant where id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?.flatten())
}
