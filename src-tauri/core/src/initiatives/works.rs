//! Works and products ("công trình, sản phẩm") that units made for an occasion.

use crate::{
    calendar::PartialDate,
    error::{Error, Refusals, Result},
    id::{id, new_uid},
    journal::What,
    money::Dong,
    office::{Done, Office},
    periods,
    units::{self, Calendar, UnitId},
    vietnamese::{clean, clean_lines, tone_place_key},
};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One work or product.
    WorkId
);

/// A work as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkDraft {
    /// Which one is corrected; none: a new one.
    #[serde(default)]
    pub id: Option<WorkId>,
    /// The year in which it is registered.
    pub year: i32,
    /// Tên công trình, sản phẩm.
    pub title: String,
    /// "Chào mừng Đại hội Công đoàn huyện lần thứ X".
    pub occasion: String,
    /// The unit that made it.
    pub unit: UnitId,
    /// Who made it.
    #[serde(default)]
    pub makers: String,
    /// When it was finished.
    #[serde(default)]
    pub completed: Option<PartialDate>,
    /// Its value in đồng; 0: not counted.
    #[serde(default)]
    pub value: Dong,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// A work of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Work {
    /// Its key.
    pub id: WorkId,
    /// As its form shows it.
    pub draft: WorkDraft,
    /// The unit's name at that time.
    pub unit_name: String,
}

/// Which year's works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksOf {
    /// The year in which they were registered; none: any.
    pub year: Option<i32>,
}

/// A work to be taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkGone {
    /// The work.
    pub id: WorkId,
}

const SET: What = What::new("work.set", "Sửa công trình, sản phẩm");
const REMOVE: What = What::new("work.remove", "Xóa công trình, sản phẩm");

/// Works by occasion, in the order in which they were registered.
pub fn works(office: &mut Office, of: WorksOf) -> Result<Vec<Work>> {
    let mut statement = office.db().prepare_cached(
        "select w.id, p.year, w.title, w.occasion, w.unit, w.makers, w.completed, w.value, w.note, s.name as unit_name
         from work w join period p on p.id = w.period
         join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = w.unit and (x.until is null or x.until >= min(?2, p.until))
           order by x.until is null, x.until limit 1)
         where ?1 is null or p.year = ?1 order by p.year desc, w.occasion, w.id",
    )?;
    let works = statement.query_map(params![of.year, office.today()], |row| {
        let id = row.get("id")?;
        Ok(Work {
            id,
            unit_name: row.get("unit_name")?,
            draft: WorkDraft {
                id: Some(id),
                year: row.get("year")?,
                title: row.get("title")?,
                occasion: row.get("occasion")?,
                unit: row.get("unit")?,
                makers: row.get("makers")?,
                completed: row.get("completed")?,
                value: row.get("value")?,
                note: row.get("note")?,
            },
        })
    })?;
    Ok(works.collect::<rusqlite::Result<_>>()?)
}

/// Adds or corrects a work.
pub fn set_work(office: &mut Office, draft: WorkDraft) -> Result<Done<WorkId>> {
    let draft = WorkDraft {
        title: clean(&draft.title),
        occasion: clean(&draft.occasion),
        makers: clean(&draft.makers),
        note: clean_lines(&draft.note),
        ..draft
    };
    let mut wrong = Refusals::new();
    if draft.title.is_empty() {
        wrong.refuse("title", "Chưa ghi tên công trình, sản phẩm.");
    }
    if draft.occasion.is_empty() {
        wrong.refuse("occasion", "Chưa ghi công trình chào mừng dịp nào. Ví dụ: Chào mừng Đại hội Công đoàn huyện.");
    }
    if units::unit(office.db(), draft.unit)?.is_none() {
        wrong.refuse("unit", "Chưa chọn đơn vị thực hiện.");
    }
    if draft.completed.is_some_and(|day| day.first_day() > office.today()) {
        wrong.refuse("completed", "Ngày hoàn thành không được sau hôm nay. Chưa xong thì để trống.");
    }
    if draft.value < Dong::ZERO {
        wrong.refuse("value", "Giá trị không được âm.");
    }
    if is_known(office.db(), &draft)? {
        wrong.refuse(
            "title",
            "Đơn vị đã ghi công trình, sản phẩm này trong năm. Hãy sửa dòng đã có, hoặc ghi tên khác.",
        );
    }
    wrong.or(())?;
    if draft.id.is_none() {
        periods::lived_in(office.db(), "unit", draft.unit, Calendar::Year, draft.year)?;
    }
    office.act(SET, |pen| {
        pen.detail(&draft.occasion);
        let period = periods::ensure_year(pen, Calendar::Year, draft.year)?;
        let WorkDraft { title, occasion, unit, makers, completed, value, note, .. } = &draft;
        if let Some(id) = draft.id {
            let known = pen.execute(
                "update work set period = ?2, title = ?3, occasion = ?4, unit = ?5, makers = ?6, completed = ?7, value = ?8,
                 note = ?9 where id = ?1",
                params![id, period, title, occasion, unit, makers, completed, value, note],
            )?;
            return if known == 1 { Ok(id) } else { Err(gone()) };
        }
        pen.execute(
            "insert into work (uid, period, title, occasion, unit, makers, completed, value, note)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![new_uid(), period, title, occasion, unit, makers, completed, value, note],
        )?;
        Ok(WorkId(pen.last_insert_rowid()))
    })
}

/// Whether another work of that unit has the title, for the same occasion of that year.
fn is_known(db: &Connection, draft: &WorkDraft) -> Result<bool> {
    let mut statement = db.prepare_cached(
        "select w.title, w.occasion from work w join period p on p.id = w.period
         where w.unit = ?1 and p.year = ?2 and w.id is not ?3",
    )?;
    let titles = statement
        .query_map(params![draft.unit, draft.year, draft.id], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let key = |title: &str, occasion: &str| (tone_place_key(title), tone_place_key(occasion));
    Ok(titles.iter().any(|(title, occasion)| key(title, occasion) == key(&draft.title, &draft.occasion)))
}

fn gone() -> Error {
    Error::refused("id", "Không tìm thấy công trình, sản phẩm này. Hãy chọn lại trong danh sách.")
}

/// Takes a work off the register.
pub fn remove_work(office: &mut Office, work: WorkGone) -> Result<Done<()>> {
    office.act(REMOVE, |pen| {
        pen.execute("delete from work where id = ?1", [work.id])?;
        Ok(())
    })
}
