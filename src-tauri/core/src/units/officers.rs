//! Who holds which post in a unit.

use super::UnitId;
use crate::{
    error::{Refusals, Result},
    id::{MemberId, id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One post held for one span of days.
    OfficerId
);

/// Someone who holds or held a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Officer {
    /// Their key.
    pub id: OfficerId,
    /// Full name.
    pub name: String,
    /// Their own record, when it is known.
    pub member: Option<MemberId>,
    /// "Chủ tịch".
    pub post: String,
    /// First day; none: not known.
    pub since: Option<NaiveDate>,
    /// Last day; none: still.
    pub until: Option<NaiveDate>,
    /// The decision.
    pub document: String,
}

/// One line of the list of officers as it shall be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficerEdit {
    /// Which line is corrected; none: a new one.
    pub id: Option<OfficerId>,
    /// Full name.
    pub name: String,
    /// Their own record.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// "Chủ tịch".
    pub post: String,
    /// First day.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The decision.
    #[serde(default)]
    pub document: String,
}

/// A unit's officers as they shall be: lines with an id are corrected, without one are new, left out were a mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficerList {
    /// The unit.
    pub unit: UnitId,
    /// Every line, also of those who no longer serve.
    pub officers: Vec<OfficerEdit>,
}

const OFFICERS: What = What::new("unit.officers", "Sửa cán bộ công đoàn của đơn vị");

/// Sets who holds and held posts in a unit.
pub fn set_officers(office: &mut Office, list: OfficerList) -> Result<Done<()>> {
    let lines = check(list.officers)?;
    let known = officers(office.db(), list.unit)?;
    office.act(OFFICERS, |pen| {
        for line in &lines {
            match line.id {
                Some(id) => correct(pen, id, line)?,
                None => insert(pen, list.unit, line)?,
            }
        }
        for gone in known.iter().filter(|officer| !lines.iter().any(|line| line.id == Some(officer.id))) {
            pen.execute("delete from unit_officer where id = ?1", [gone.id])?;
        }
        Ok(())
    })
}

fn check(lines: Vec<OfficerEdit>) -> Result<Vec<OfficerEdit>> {
    let mut wrong = Refusals::new();
    let mut tidy = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        let line =
            OfficerEdit { name: clean(&line.name), post: clean(&line.post), document: clean(&line.document), ..line };
        if line.name.is_empty() {
            wrong.refuse(&format!("officers.{at}.name"), "Chưa ghi họ tên cán bộ.");
        }
        if line.post.is_empty() {
            wrong.refuse(&format!("officers.{at}.post"), "Chưa ghi chức vụ. Ví dụ: Chủ tịch.");
        }
        if line.since.zip(line.until).is_some_and(|(since, until)| until < since) {
            wrong.refuse(&format!("officers.{at}.until"), "Ngày thôi giữ chức vụ phải sau ngày bắt đầu.");
        }
        tidy.push(line);
    }
    wrong.or(tidy)
}

pub(super) fn insert(pen: &Pen<'_>, unit: UnitId, line: &OfficerEdit) -> Result<()> {
    pen.prepare_cached(
        "insert into unit_officer (uid, unit, name, member, post, since, until, document)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        new_uid(),
        unit,
        line.name,
        line.member,
        line.post,
        line.since,
        line.until,
        line.document
    ])?;
    Ok(())
}

pub(super) fn correct(pen: &Pen<'_>, id: OfficerId, line: &OfficerEdit) -> Result<()> {
    pen.prepare_cached(
        "update unit_officer set name = ?2, member = ?3, post = ?4, since = ?5, until = ?6, document = ?7 where id = ?1",
    )?
    .execute(params![id, line.name, line.member, line.post, line.since, line.until, line.document])?;
    Ok(())
}

pub(super) fn officers(db: &Connection, unit: UnitId) -> Result<Vec<Officer>> {
    let mut statement = db.prepare_cached(
        "select id, name, member, post, since, until, document from unit_officer
         where unit = ?1 order by until is not null, until desc, id",
    )?;
    let officers = statement.query_map([unit], |row| {
        Ok(Officer {
            id: row.get("id")?,
            name: row.get("name")?,
            member: row.get("member")?,
            post: row.get("post")?,
            since: row.get("since")?,
            until: row.get("until")?,
            document: row.get("document")?,
        })
    })?;
    Ok(officers.collect::<rusqlite::Result<_>>()?)
}

/// When two member records become one, the posts of the one that goes follow the one that stays.
pub fn officers_follow(pen: &Pen<'_>, gone: MemberId, kept: MemberId) -> Result<()> {
    pen.execute("update unit_officer set member = ?2 where member = ?1", params![gone, kept])?;
    Ok(())
}
