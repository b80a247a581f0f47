//! What a movement is about in one year: programmes have a theme and a plan of their own every year ("chủ đề năm").

use super::{MovementId, store};
use crate::{
    error::Result,
    id::new_uid,
    journal::What,
    office::{Done, Office},
    periods,
    units::Calendar,
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a movement is about in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementYear {
    /// The movement.
    pub movement: MovementId,
    /// The year.
    pub year: i32,
    /// "Công đoàn đồng hành cùng người lao động".
    #[serde(default)]
    pub theme: String,
    /// The plan of that year: "12/KH-LĐLĐ".
    #[serde(default)]
    pub plan: String,
    /// The day of the plan.
    #[serde(default)]
    pub planned_on: Option<NaiveDate>,
}

const SET: What = What::new("movement.year", "Ghi chủ đề, kế hoạch năm của phong trào");

/// Blank as long as nothing was written down.
pub(super) fn of(db: &Connection, movement: MovementId, year: i32) -> Result<MovementYear> {
    let found = db
        .prepare_cached(
            "select y.theme, y.plan, y.planned_on from movement_year y join period p on p.id = y.period
             where y.movement = ?1 and p.kind = 'year' and p.year = ?2",
        )?
        .query_row(params![movement, year], |row| {
            Ok(MovementYear {
                movement,
                year,
                theme: row.get("theme")?,
                plan: row.get("plan")?,
                planned_on: row.get("planned_on")?,
            })
        })
        .optional()?;
    let blank = MovementYear { movement, year, theme: String::new(), plan: String::new(), planned_on: None };
    Ok(found.unwrap_or(blank))
}

/// Writes down what a movement is about in one year.
pub fn set_year(office: &mut Office, wish: MovementYear) -> Result<Done<()>> {
    let movement = store::draft(office.db(), wish.movement)?;
    let (theme, plan) = (clean(&wish.theme), clean(&wish.plan));
    office.act(SET, |pen| {
        pen.detail(format!("{}, năm {}", movement.name, wish.year));
        let period = periods::ensure_year(pen, Calendar::Year, wish.year)?;
        let known = pen.execute(
            "update movement_year set theme = ?3, plan = ?4, planned_on = ?5 where movement = ?1 and period = ?2",
            params![wish.movement, period, theme, plan, wish.planned_on],
        )?;
        if known == 0 {
            pen.execute(
                "insert into movement_year (uid, movement, period, theme, plan, planned_on) values (?1, ?2, ?3, ?4, ?5, ?6)",
                params![new_uid(), wish.movement, period, theme, plan, wish.planned_on],
            )?;
        }
        Ok(())
    })
}
