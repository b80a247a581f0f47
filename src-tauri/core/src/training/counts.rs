//! Numbers that units reported without names, and typed totals of workers.

use super::{CourseId, rules, store, unknown};
use crate::{
    error::{Error, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office},
    periods,
    units::{self, UnitId},
};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// What one unit reported for one course.
    CountId
);

/// What a unit reported, as the form gives it. A second report of the unit for the course replaces the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountDraft {
    /// The course.
    pub course: CourseId,
    /// The unit.
    pub unit: UnitId,
    /// People beside those who are named.
    pub people: i64,
    /// Women among them.
    pub women: i64,
    /// Direct workers among them.
    pub direct: i64,
    /// The report that says so.
    #[serde(default)]
    pub source: String,
}

/// A reported number to be taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountGone {
    /// Which.
    pub id: CountId,
}

/// A total of workers as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BasisDraft {
    /// The year.
    pub year: i32,
    /// Workers, members or not.
    pub people: i64,
    /// The paper that says so.
    pub source: String,
}

/// The year whose typed total is taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BasisGone {
    /// The year.
    pub year: i32,
}

const COUNT: What = What::new("course.count", "Ghi số người học theo báo cáo");
const UNCOUNT: What = What::new("course.uncount", "Bỏ số người học theo báo cáo");
const BASIS: What = What::new("training.basis", "Ghi tổng số lao động để tính tỷ lệ");
const NO_BASIS: What = What::new("training.no_basis", "Tính lại tỷ lệ theo sổ đoàn viên");

/// Writes down what a unit reported for a course.
pub fn set_count(office: &mut Office, draft: CountDraft) -> Result<Done<CountId>> {
    let db = office.db();
    let course = store::course(db, draft.course)?.ok_or_else(unknown)?.draft;
    let known = units::unit(db, draft.unit)?.is_some();
    let draft = rules::count(draft, known)?;
    if let Some(since) = course.since {
        periods::lived_on(db, "unit", draft.unit, since)?;
    }
    office.act(COUNT, |pen| {
        pen.detail(format!("{} người", draft.people));
        let CountDraft { course, unit, people, women, direct, source } = &draft;
        pen.execute(
            "update course_count set people = ?3, women = ?4, direct = ?5, source = ?6 where course = ?1 and unit = ?2",
            params![course, unit, people, women, direct, source],
        )?;
        pen.execute(
            "insert into course_count (uid, course, unit, people, women, direct, source)
             select ?1, ?2, ?3, ?4, ?5, ?6, ?7 where not exists (select 1 from course_count where course = ?2 and unit = ?3)",
            params![new_uid(), course, unit, people, women, direct, source],
        )?;
        Ok(pen
            .prepare_cached("select id from course_count where course = ?1 and unit = ?2")?
            .query_row(params![course, unit], |row| row.get(0))?)
    })
}

/// Takes a reported number off.
pub fn remove_count(office: &mut Office, gone: CountGone) -> Result<Done<()>> {
    office.act(UNCOUNT, |pen| match pen.execute("delete from course_count where id = ?1", [gone.id])? {
        0 => Err(Error::refused("id", "Không tìm thấy số báo cáo này. Hãy chọn lại trong danh sách.")),
        _ => Ok(()),
    })
}

/// Reckons the share of a year on a typed total instead of the members of the register.
pub fn set_basis(office: &mut Office, draft: BasisDraft) -> Result<Done<()>> {
    let draft = rules::basis(draft)?;
    office.act(BASIS, |pen| {
        pen.detail(format!("Năm {}: {}", draft.year, crate::ratio::grouped(draft.people)));
        let BasisDraft { year, people, source } = &draft;
        let known = pen.execute(
            "update training_basis set people = ?2, source = ?3 where year = ?1",
            params![year, people, source],
        )?;
        if known == 0 {
            pen.execute(
                "insert into training_basis (uid, year, people, source) values (?1, ?2, ?3, ?4)",
                params![new_uid(), year, people, source],
            )?;
        }
        Ok(())
    })
}

/// Reckons the share of a year on the members of the register again.
pub fn remove_basis(office: &mut Office, gone: BasisGone) -> Result<Done<()>> {
    office.act(NO_BASIS, |pen| {
        pen.detail(format!("Năm {}", gone.year));
        pen.execute("delete from training_basis where year = ?1", [gone.year])?;
        Ok(())
    })
}
