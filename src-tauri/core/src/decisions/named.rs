//! What the register, the catalogue and our own office call somebody or something on one day, as a line prints it.

use crate::{
    error::{Error, Result},
    members::Ending,
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

/// A member on one day: names and posts as the record has them, the unit as of that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub name: String,
    /// "Ông", "Bà"; empty: not known.
    pub honorific: &'static str,
    /// The post in the union, unless it is that of a plain member, then the post at work.
    pub posts: Vec<String>,
    pub unit: i64,
    pub unit_name: String,
    /// Gone before that day: since when, and how.
    pub gone: Option<(NaiveDate, Ending)>,
}

impl Person {
    /// The post that a new line prints.
    pub fn post(&self) -> &str {
        self.posts.first().map_or("", String::as_str)
    }
}

pub(super) fn person(db: &Connection, member: i64, day: NaiveDate) -> Result<Person> {
    let mut person = db
        .prepare_cached(
            "select m.full_name, m.gender, m.position, m.union_position, coalesce(
               (select s.unit from membership s where s.member = m.id
                  and coalesce(s.since, '') <= ?2 and (s.until is null or s.until >= ?2)
                order by s.since desc, s.id desc limit 1), m.unit)
             from member m where m.id = ?1",
        )?
        .query_row(params![member, day], |row| {
            let union_post: Option<String> = row.get(3)?;
            let union_post = union_post.filter(|post| fold(post) != "doan vien");
            Ok(Person {
                name: row.get(0)?,
                honorific: match row.get::<_, Option<String>>(1)?.as_deref() {
                    Some("nam") => "Ông",
                    Some("nu") => "Bà",
                    Some(_) | None => "",
                },
                posts: union_post.into_iter().chain(row.get::<_, Option<String>>(2)?).collect(),
                unit: row.get(4)?,
                unit_name: String::new(),
                gone: None,
            })
        })
        .optional()?
        .ok_or_else(|| Error::refused("member", "Đoàn viên này không còn trong sổ. Hãy tìm lại."))?;
    person.unit_name = unit(db, person.unit, day)?;
    person.gone = gone(db, member, day)?;
    Ok(person)
}

/// Since when and how somebody was gone on that day.
fn gone(db: &Connection, member: i64, day: NaiveDate) -> Result<Option<(NaiveDate, Ending)>> {
    let found = db
        .prepare_cached(
            "select s.until, s.ending from membership s
             where s.member = ?1 and s.until < ?2 and not exists (
               select 1 from membership n
               where n.member = ?1 and coalesce(n.since, '') <= ?2 and (n.until is null or n.until >= ?2))
             order by s.until desc, s.id desc limit 1",
        )?
        .query_row(params![member, day], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found)
}

/// The name of a unit on that day; before its first, the first.
pub(super) fn unit(db: &Connection, unit: i64, day: NaiveDate) -> Result<String> {
    db.prepare_cached(
        "select name from unit_state where unit = ?1
         order by coalesce(since, '') <= ?2 desc, iif(coalesce(since, '') <= ?2, since, null) desc, since limit 1",
    )?
    .query_row(params![unit, day], |row| row.get(0))
    .optional()?
    .ok_or_else(|| Error::refused("unit", "Đơn vị này không còn trong sổ. Hãy tìm lại."))
}

/// An award as printed: where the catalogue says "công đoàn cấp trên trực tiếp cơ sở", paper says our office's name of that
/// day.
pub(super) fn award(db: &Connection, award: Option<i64>, day: NaiveDate) -> Result<String> {
    let Some(award) = award else { return Ok(String::new()) };
    let name: Option<String> =
        db.prepare_cached("select name from award where id = ?1")?.query_row([award], |row| row.get(0)).optional()?;
    let name = name.ok_or_else(|| {
        Error::refused("award", "Hình thức khen thưởng này không còn trong Danh mục. Hãy chọn hình thức khác.")
    })?;
    Ok(in_our_name(&name, office(db, day)?.as_deref()))
}

/// An award by its key, by its name in the catalogue, or as it is printed on that day: as pasted from a spreadsheet.
pub(super) fn award_called(db: &Connection, text: &str, day: NaiveDate) -> Result<Option<i64>> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Ok(key) = text.parse() {
        return Ok(Some(key));
    }
    let (wanted, office) = (fold(text), office(db, day)?);
    let mut statement = db.prepare_cached("select id, name from award order by position, id")?;
    let awards = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let awards: Vec<(i64, String)> = awards.collect::<rusqlite::Result<_>>()?;
    let plain = awards.iter().find(|(_, name)| fold(name) == wanted);
    plain
        .or_else(|| awards.iter().find(|(_, name)| fold(&in_our_name(name, office.as_deref())) == wanted))
        .map(|(id, _)| Some(*id))
        .ok_or_else(|| {
            Error::refused("award", format!("Danh mục không có hình thức “{text}”. Hãy chọn trong danh sách."))
        })
}

fn in_our_name(award: &str, office: Option<&str>) -> String {
    office.map_or_else(|| award.to_owned(), |office| award.replace("công đoàn cấp trên trực tiếp cơ sở", office))
}

/// The name of our office on that day; before its first, the first; none: not set up.
fn office(db: &Connection, day: NaiveDate) -> Result<Option<String>> {
    let found = db
        .prepare_cached(
            "select name from host order by since <= ?1 desc, iif(since <= ?1, since, null) desc, since, id desc limit 1",
        )?
        .query_row([day], |row| row.get(0))
        .optional()?;
    Ok(found)
}
