//! A unit that is no more, and the lists that still come in for it.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::calendar;
use crate::error::Result;
use crate::intake::list_year::day_in_title;
use crate::units::{self, UnitEnding, UnitId};

/// A unit that has ended.
pub(super) struct EndedUnit {
    name: String,
    ending: UnitEnding,
    /// From this day on it is no more.
    pub day: NaiveDate,
}

impl EndedUnit {
    /// The unit, if it has ended by today.
    pub fn of(db: &Connection, id: UnitId, today: NaiveDate) -> Result<Option<Self>> {
        let Some((unit, day)) = units::unit(db, id)?.and_then(|unit| unit.ended.map(|day| (unit, day))) else {
            return Ok(None);
        };
        if day > today {
            return Ok(None);
        }
        let name = units::last_state(db, id)?.name;
        Ok(Some(Self { name, ending: unit.ending.unwrap_or(UnitEnding::Dissolved), day }))
    }

    /// Whether a list was made while the unit stood, by the day or the year that it is headed with: then its people belonged
    /// to it until its end. Where people of a merged or split unit belong now, the list does not say.
    pub fn is_its_last_list(&self, title: &str, year: Option<i32>) -> bool {
        let is_before = match day_in_title(title) {
            Some(day) => day < self.day,
            None => year.is_some_and(|year| year < self.day.year()),
        };
        self.ending == UnitEnding::Dissolved && is_before
    }

    /// Why nobody new can go in.
    pub fn about_a_newcomer(&self) -> String {
        format!("{}, không nhận thêm đoàn viên. Hãy chọn đơn vị khác cho dòng này, hoặc bỏ qua dòng.", self.what())
    }

    /// The same about a whole file.
    pub fn about_a_later_list(&self) -> String {
        format!(
            "{}: người chưa có trong sổ không vào được đơn vị này. Nếu danh sách là của đơn vị khác, hãy chọn lại đơn vị của tệp.",
            self.what()
        )
    }

    /// What becomes of the people of its last list.
    pub fn about_its_last_list(&self) -> String {
        format!("{}, sau khi lập danh sách này: người mới được ghi là đã thôi sinh hoạt từ ngày ấy.", self.what())
    }

    fn what(&self) -> String {
        format!("{} đã {} ngày {}", self.name, self.ending.label().to_lowercase(), calendar::shown(self.day))
    }
}
