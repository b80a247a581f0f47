//! Deadlines: rules that come back every year, and the days that they fall on.

use super::DeadlineFor;
use crate::{
    catalogue::Certainty,
    error::{Error, Refusals, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
    units::Calendar,
    vietnamese::clean,
};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One deadline.
    DeadlineId
);

/// A deadline that comes back every year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Deadline {
    /// Its key; none: a new one.
    pub id: Option<DeadlineId>,
    /// What it is about.
    pub what: DeadlineFor,
    /// "Đăng ký thi đua".
    pub name: String,
    /// For units of that calendar; none: for all.
    pub calendar: Option<Calendar>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// First day in force; none: as long as anyone knows.
    pub since: Option<NaiveDate>,
    /// Last day in force; none: still.
    pub until: Option<NaiveDate>,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

impl Deadline {
    /// The day in the year of emulation that is filed under `year`; the last of the month when it has no such day.
    ///
    /// A school year that ends in `year` has its autumn in the year before.
    pub fn falls_on(&self, year: i32) -> Option<NaiveDate> {
        let year = match self.calendar {
            Some(Calendar::School) if self.month >= 8 => year - 1,
            Some(Calendar::School | Calendar::Year) | None => year,
        };
        (28..=self.day.max(28)).rev().find_map(|last| NaiveDate::from_ymd_opt(year, self.month, self.day.min(last)))
    }

    /// Whether it was in force on that day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| until >= day)
    }
}

/// Every deadline, in the order of the calendar.
pub(crate) fn all(db: &Connection) -> Result<Vec<Deadline>> {
    let mut statement = db.prepare_cached(
        "select id, what, name, calendar, month, day, since, until, source, certainty from deadline order by month, day, id",
    )?;
    let found = statement.query_map([], |row| {
        Ok(Deadline {
            id: row.get(0)?,
            what: row.get(1)?,
            name: row.get(2)?,
            calendar: row.get(3)?,
            month: row.get(4)?,
            day: row.get(5)?,
            since: row.get(6)?,
            until: row.get(7)?,
            source: row.get(8)?,
            certainty: row.get(9)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The deadline with its texts cleaned, or everything that is wrong with it. Pure.
pub fn check(deadline: Deadline) -> Result<Deadline> {
    let deadline = Deadline { name: clean(&deadline.name), source: clean(&deadline.source), ..deadline };
    let mut wrong = Refusals::new();
    if deadline.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên hạn. Ví dụ: Đăng ký thi đua.");
    }
    // 29/2 exists in some years
    if NaiveDate::from_ymd_opt(2024, deadline.month, deadline.day).is_none() {
        wrong.refuse("day", "Ngày và tháng chưa đúng. Ví dụ: ngày 25 tháng 1.");
    }
    if deadline.since.is_some() && deadline.until.is_some() && deadline.until < deadline.since {
        wrong.refuse("until", "Ngày hết hiệu lực không được trước ngày có hiệu lực.");
    }
    if deadline.certainty == Certainty::Sourced && deadline.source.is_empty() {
        wrong.refuse("source", "Đã chọn “Có nguồn” thì cần ghi nguồn. Ví dụ: số văn bản.");
    }
    wrong.or(deadline)
}

const SET: What = What::new("deadline.set", "Sửa hạn trong năm thi đua");
const REMOVE: What = What::new("deadline.remove", "Xóa hạn trong năm thi đua");

/// Adds or corrects a deadline; one that changes gets a last day, and a new one begins.
pub fn set_deadline(office: &mut Office, deadline: Deadline) -> Result<Done<DeadlineId>> {
    let deadline = check(deadline)?;
    office.act(SET, |pen| put(pen, &deadline))
}

pub(super) fn put(pen: &Pen<'_>, deadline: &Deadline) -> Result<DeadlineId> {
    let Deadline { id, what, name, calendar, month, day, since, until, source, certainty } = deadline;
    if let Some(id) = id {
        pen.execute(
            "update deadline set what = ?2, name = ?3, calendar = ?4, month = ?5, day = ?6, since = ?7, until = ?8, source = ?9,
                    certainty = ?10 where id = ?1",
            params![id, what, name, calendar, month, day, since, until, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into deadline (uid, what, name, calendar, month, day, since, until, source, certainty)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![new_uid(), what, name, calendar, month, day, since, until, source, certainty],
    )?;
    Ok(DeadlineId(pen.last_insert_rowid()))
}

/// Which deadline goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeadlineGone {
    /// Its key.
    pub id: DeadlineId,
}

/// Deletes a deadline that was written down by mistake.
pub fn remove_deadline(office: &mut Office, gone: DeadlineGone) -> Result<Done<()>> {
    office.act(REMOVE, |pen| {
        pen.execute("delete from deadline where id = ?1", [gone.id])?;
        Ok(())
    })
}

const SEED: What = What::new("deadline.seed", "Nạp các hạn ban đầu của năm thi đua");

#[derive(Deserialize)]
struct Row {
    what: DeadlineFor,
    name: String,
    calendar: Option<Calendar>,
    month: u32,
    day: u32,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    source: String,
    certainty: Certainty,
}

/// Fills the deadlines of a blank register, once; a list that has anything in it is left alone.
pub fn seed(office: &mut Office) -> Result<Done<()>> {
    let filled: bool = office.db().query_row("select exists (select 1 from deadline)", [], |row| row.get(0))?;
    office.keep(SEED, |pen| {
        if filled {
            return Ok(());
        }
        let mut reader = csv::Reader::from_reader(include_str!("../../../../assets/seed/deadlines.csv").as_bytes());
        for row in reader.deserialize::<Row>() {
            let Row { what, name, calendar, month, day, since, until, source, certainty } =
                row.map_err(|error| Error::broken("seed", error))?;
            put(pen, &Deadline { id: None, what, name, calendar, month, day, since, until, source, certainty })?;
        }
        Ok(())
    })
}

/// The years of emulation whose days may lie near a day.
pub(super) fn years_around(day: NaiveDate) -> [i32; 3] {
    [day.year() - 1, day.year(), day.year() + 1]
}
