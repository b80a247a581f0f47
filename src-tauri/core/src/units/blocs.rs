//! Blocs ("khối, cụm thi đua"): units that compete with one another.

use super::UnitId;
use crate::{
    error::{Error, Refusals, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One bloc.
    BlocId
);

/// One bloc of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Bloc {
    /// Its key.
    pub id: BlocId,
    /// Its number.
    pub no: i64,
    /// "Khối Mầm non".
    pub name: String,
    /// First day; none: not known.
    pub since: Option<NaiveDate>,
    /// Last day; none: still.
    pub until: Option<NaiveDate>,
    /// How many living units belong to it.
    pub units: i64,
    /// Who led it, newest year first.
    pub years: Vec<BlocYear>,
}

/// Who leads a bloc in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlocYear {
    /// The year.
    pub year: i32,
    /// Khối trưởng.
    pub head: Option<UnitId>,
    /// Khối phó.
    pub deputy: Option<UnitId>,
}

/// A bloc as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlocDraft {
    /// Which one is corrected; none: a new one.
    #[serde(default)]
    pub id: Option<BlocId>,
    /// Its number.
    pub no: i64,
    /// Its name.
    pub name: String,
    /// Who leads it in which year.
    #[serde(default)]
    pub years: Vec<BlocYear>,
}

/// A bloc that is no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlocEnd {
    /// The bloc.
    pub id: BlocId,
    /// Its last day.
    pub until: NaiveDate,
}

const SET: What = What::new("bloc.set", "Sửa khối thi đua");
const END: What = What::new("bloc.end", "Kết thúc khối thi đua");

/// Every bloc, the living ones first.
pub fn blocs(office: &mut Office, (): ()) -> Result<Vec<Bloc>> {
    let (db, today) = (office.db(), office.today());
    let mut statement = db.prepare_cached(
        "select b.id, b.no, b.name, b.since, b.until,
                (select count(*) from unit_state s join unit u on u.id = s.unit
                 where s.bloc = b.id and u.ended is null
                   and (s.since is null or s.since <= ?1) and (s.until is null or s.until >= ?1)) as units
         from bloc b order by b.until is not null, b.no, b.id",
    )?;
    let blocs = statement
        .query_map([today], |row| {
            Ok(Bloc {
                id: row.get("id")?,
                no: row.get("no")?,
                name: row.get("name")?,
                since: row.get("since")?,
                until: row.get("until")?,
                units: row.get("units")?,
                years: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    blocs.into_iter().map(|bloc| Ok(Bloc { years: years(db, bloc.id)?, ..bloc })).collect()
}

fn years(db: &Connection, bloc: BlocId) -> Result<Vec<BlocYear>> {
    let mut statement =
        db.prepare_cached("select year, head, deputy from bloc_year where bloc = ?1 order by year desc")?;
    let years = statement
        .query_map([bloc], |row| Ok(BlocYear { year: row.get(0)?, head: row.get(1)?, deputy: row.get(2)? }))?;
    Ok(years.collect::<rusqlite::Result<_>>()?)
}

/// Adds or corrects a bloc, with who leads it.
pub fn set_bloc(office: &mut Office, draft: BlocDraft) -> Result<Done<BlocId>> {
    let draft = BlocDraft { name: clean(&draft.name), ..draft };
    let mut wrong = Refusals::new();
    if draft.no < 1 {
        wrong.refuse("no", "Số của khối phải từ 1 trở lên.");
    }
    if draft.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên khối. Ví dụ: Khối Mầm non.");
    }
    for (at, year) in draft.years.iter().enumerate() {
        if !(1990..=2100).contains(&year.year) {
            wrong.refuse(&format!("years.{at}.year"), "Năm phải từ 1990 đến 2100.");
        }
        if year.head.is_some() && year.head == year.deputy {
            wrong.refuse(&format!("years.{at}.deputy"), "Khối trưởng và khối phó phải là hai đơn vị khác nhau.");
        }
    }
    if let Some(id) = draft.id {
        outsiders(office.db(), id, &draft.years, &mut wrong)?;
    }
    if let Some(taken) = numbered(office.db(), draft.no)?
        && Some(taken) != draft.id
    {
        wrong.refuse("no", format!("Đã có khối số {}. Hãy chọn số khác.", draft.no));
    }
    wrong.or(())?;
    office.act(SET, |pen| {
        let id = match draft.id {
            None => insert(pen, draft.no, &draft.name)?,
            Some(id) => {
                pen.execute("update bloc set no = ?2, name = ?3 where id = ?1", params![id, draft.no, draft.name])?;
                id
            }
        };
        for year in &draft.years {
            set_year(pen, id, year)?;
        }
        Ok(id)
    })
}

/// Refuses heads and deputies that were not in the bloc in their year; who stands there already is left alone.
fn outsiders(db: &Connection, bloc: BlocId, wanted: &[BlocYear], wrong: &mut Refusals) -> Result<()> {
    let known = years(db, bloc)?;
    for (at, year) in wanted.iter().enumerate() {
        let stands = known.iter().find(|one| one.year == year.year);
        for (field, post, unit, now) in [
            ("head", "khối trưởng", year.head, stands.and_then(|one| one.head)),
            ("deputy", "khối phó", year.deputy, stands.and_then(|one| one.deputy)),
        ] {
            if let Some(unit) = unit.filter(|unit| Some(*unit) != now)
                && !was_in_bloc(db, unit, bloc, year.year)?
            {
                let sentence =
                    format!("Đơn vị làm {post} năm {} không thuộc khối này. Hãy chọn một đơn vị của khối.", year.year);
                wrong.refuse(&format!("years.{at}.{field}"), sentence);
            }
        }
    }
    Ok(())
}

/// Whether a unit was in that bloc on any day of that year.
pub fn was_in_bloc(db: &Connection, unit: UnitId, bloc: BlocId, year: i32) -> Result<bool> {
    let was = db
        .prepare_cached(
            "select exists (
               select 1 from unit_state s join unit u on u.id = s.unit
               where s.unit = ?1 and s.bloc = ?2 and (s.since is null or s.since <= ?3 || '-12-31')
                 and (s.until is null or s.until >= ?3 || '-01-01') and (u.ended is null or u.ended > ?3 || '-01-01'))",
        )?
        .query_row(params![unit, bloc, year], |row| row.get(0))?;
    Ok(was)
}

/// Ends a bloc; refused while living units belong to it, and before the last of them left it.
pub fn end_bloc(office: &mut Office, end: BlocEnd) -> Result<Done<()>> {
    let known = blocs(office, ())?.into_iter().any(|bloc| bloc.id == end.id);
    if !known {
        return Err(Error::refused("id", "Không tìm thấy khối này. Hãy chọn lại trong danh sách."));
    }
    let units: i64 = office
        .db()
        .prepare_cached(
            "select count(distinct u.id) from unit_state s join unit u on u.id = s.unit
             where s.bloc = ?1 and u.ended is null and (s.until is null or s.until >= ?2)",
        )?
        .query_row(params![end.id, office.today()], |row| row.get(0))?;
    if units > 0 {
        return Err(Error::refused(
            "id",
            format!("Khối còn {units} đơn vị. Hãy chuyển các đơn vị sang khối khác trước."),
        ));
    }
    if let Some(last) = last_used(office.db(), end.id)?.filter(|last| *last > end.until) {
        let last = last.format("%d/%m/%Y");
        return Err(Error::refused(
            "until",
            format!("Đến ngày {last} khối còn đơn vị. Hãy chọn ngày {last} hoặc sau đó."),
        ));
    }
    office.act(END, |pen| {
        pen.execute("update bloc set until = ?2 where id = ?1", params![end.id, end.until])?;
        Ok(())
    })
}

/// The last day on which a unit was in the bloc that has none any more.
fn last_used(db: &Connection, bloc: BlocId) -> Result<Option<NaiveDate>> {
    let last = db
        .prepare_cached(
            "select max(coalesce(s.until, date(u.ended, '-1 day'))) from unit_state s join unit u on u.id = s.unit
             where s.bloc = ?1",
        )?
        .query_row([bloc], |row| row.get(0))?;
    Ok(last)
}

/// The living bloc with that number.
pub(super) fn numbered(db: &Connection, no: i64) -> Result<Option<BlocId>> {
    let found = db
        .prepare_cached("select id from bloc where no = ?1 and until is null")?
        .query_row([no], |row| row.get(0))
        .optional()?;
    Ok(found)
}

pub(super) fn insert(pen: &Pen<'_>, no: i64, name: &str) -> Result<BlocId> {
    pen.execute("insert into bloc (uid, no, name) values (?1, ?2, ?3)", params![new_uid(), no, name])?;
    Ok(BlocId(pen.last_insert_rowid()))
}

/// Writes who leads a bloc in a year; a year that stands so already is not touched, for it may be closed.
pub fn set_year(pen: &Pen<'_>, bloc: BlocId, year: &BlocYear) -> Result<()> {
    let known = years(pen, bloc)?.into_iter().find(|one| one.year == year.year);
    if known.as_ref() == Some(year) {
        return Ok(());
    }
    if known.is_some() {
        pen.execute(
            "update bloc_year set head = ?3, deputy = ?4 where bloc = ?1 and year = ?2",
            params![bloc, year.year, year.head, year.deputy],
        )?;
    } else {
        pen.execute(
            "insert into bloc_year (uid, bloc, year, head, deputy) values (?1, ?2, ?3, ?4, ?5)",
            params![new_uid(), bloc, year.year, year.head, year.deputy],
        )?;
    }
    Ok(())
}

/// Takes over the head and deputy of the year before, for living blocs that have none in that year yet; who has ended or left the
/// bloc by the first day of the year is not taken over. Answers how many.
pub fn carry_heads(pen: &Pen<'_>, year: i32) -> Result<u32> {
    let mut statement = pen.prepare_cached(
        "with stays as (
           select s.unit, s.bloc from unit_state s join unit u on u.id = s.unit
           where (s.since is null or s.since <= ?1 || '-01-01') and (s.until is null or s.until >= ?1 || '-01-01')
             and (u.ended is null or u.ended > ?1 || '-01-01')
         )
         select l.bloc, h.unit, d.unit from bloc_year l join bloc b on b.id = l.bloc
         left join stays h on h.unit = l.head and h.bloc = l.bloc
         left join stays d on d.unit = l.deputy and d.bloc = l.bloc
         where l.year = ?1 - 1 and b.until is null and (h.unit is not null or d.unit is not null)
           and not exists (select 1 from bloc_year n
                           where n.bloc = l.bloc and n.year = ?1 and (n.head is not null or n.deputy is not null))
         order by l.bloc",
    )?;
    let led = statement
        .query_map([year], |row| Ok((row.get(0)?, BlocYear { year, head: row.get(1)?, deputy: row.get(2)? })))?
        .collect::<rusqlite::Result<Vec<(BlocId, BlocYear)>>>()?;
    for (bloc, next) in &led {
        set_year(pen, *bloc, next)?;
    }
    Ok(u32::try_from(led.len()).unwrap_or(u32::MAX))
}
