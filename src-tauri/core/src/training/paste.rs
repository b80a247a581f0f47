//! Many people of one course at once: rows pasted from a spreadsheet, one act.

use super::{
    CourseId,
    participants::{self, ParticipantDraft},
    store, unknown,
};
use crate::{
    calendar::PartialDate,
    error::{Refusals, Result},
    id::MemberId,
    journal::What,
    members::Gender,
    office::{Done, Office},
    units::{self, UnitId},
    vietnamese::{clean, tone_place_key},
};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// One row: who took part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CoursePasteRow {
    /// Họ và tên.
    pub name: String,
    /// Năm sinh; none: not said.
    pub birth_year: Option<i32>,
    /// Giới tính; only wanted of one who is not in the register.
    pub gender: Option<Gender>,
    /// Code or name of the unit; blank: the unit that was chosen.
    pub unit: String,
    /// Kết quả.
    pub result: String,
    /// Số chứng chỉ.
    pub certificate: String,
}

/// Rows of one course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CoursePaste {
    /// The course.
    pub course: CourseId,
    /// Where those work whose row names no unit.
    pub unit: Option<UnitId>,
    /// Also take in those who are not in the register of members.
    pub outsiders: bool,
    /// In the order of the spreadsheet.
    pub rows: Vec<CoursePasteRow>,
}

/// What would become of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CoursePasteAnswer {
    /// Who it is in the register.
    pub member: Option<MemberId>,
    /// Where they work.
    pub unit_name: String,
    /// Good, and not in the register.
    pub outsider: bool,
    /// Why it would be refused; empty: it is good.
    pub sentence: String,
}

/// Says row by row what would become of a paste, without writing.
pub fn try_paste(office: &mut Office, paste: CoursePaste) -> Result<Vec<CoursePasteAnswer>> {
    let db = office.db();
    store::course(db, paste.course)?.ok_or_else(unknown)?;
    read(office, &paste)?
        .into_iter()
        .map(|read| {
            let said = |unit: UnitId| {
                Ok::<_, crate::error::Error>(units::name_on(db, unit, office.today())?.unwrap_or_default())
            };
            Ok(match read {
                Ok(entry) => CoursePasteAnswer {
                    member: entry.member,
                    unit_name: said(entry.unit)?,
                    outsider: entry.member.is_none(),
                    sentence: String::new(),
                },
                Err(sentence) => {
                    CoursePasteAnswer { member: None, unit_name: String::new(), outsider: false, sentence }
                }
            })
        })
        .collect()
}

const PASTE: What = What::new("course.paste", "Dán danh sách học");

/// Writes the rows: all of them, or none when one is refused.
pub fn paste(office: &mut Office, paste: CoursePaste) -> Result<Done<u32>> {
    store::course(office.db(), paste.course)?.ok_or_else(unknown)?;
    let mut wrong = Refusals::new();
    let mut entries = Vec::new();
    for (at, read) in read(office, &paste)?.into_iter().enumerate() {
        match read {
            Ok(entry) => entries.push(entry),
            Err(sentence) => wrong.refuse(&format!("rows.{at}"), sentence),
        }
    }
    wrong.or(())?;
    office.act(PASTE, |pen| {
        pen.detail(format!("{} người", entries.len()));
        entries.iter().try_for_each(|entry| participants::insert(pen, paste.course, entry).map(drop))?;
        Ok(u32::try_from(entries.len()).unwrap_or(u32::MAX))
    })
}

type Read = std::result::Result<ParticipantDraft, String>;

/// Each row as somebody to be written in, or why not.
fn read(office: &Office, paste: &CoursePaste) -> Result<Vec<Read>> {
    let mut seen = Seen::default();
    paste.rows.iter().map(|row| one(office.db(), paste, row, &mut seen)).collect()
}

#[derive(Default)]
struct Seen {
    members: BTreeSet<MemberId>,
    outsiders: BTreeSet<(UnitId, String)>,
}

fn one(db: &Connection, paste: &CoursePaste, row: &CoursePasteRow, seen: &mut Seen) -> Result<Read> {
    let name = clean(&row.name);
    if name.is_empty() {
        return Ok(Err("Dòng này chưa có họ tên.".to_owned()));
    }
    let unit = match unit_of(db, paste, row)? {
        Ok(unit) => unit,
        Err(sentence) => return Ok(Err(sentence)),
    };
    let entry = match named(db, unit, &name, row.birth_year)?.as_slice() {
        [member] => {
            if !seen.members.insert(*member) {
                return Ok(Err(format!("{name} có hai dòng. Hãy bỏ bớt một dòng.")));
            }
            if participants::is_in(db, paste.course, *member)? {
                return Ok(Err(format!("{name} đã có trong danh sách của lớp.")));
            }
            participants::of_register(db, *member)?
        }
        [] if paste.outsiders => {
            if !seen.outsiders.insert((unit, tone_place_key(&name)))
                || participants::is_outsider_in(db, paste.course, unit, &name)?
            {
                return Ok(Err(format!("{name} đã có trong danh sách của lớp.")));
            }
            let birth = row.birth_year.and_then(|year| PartialDate::new(year, None, None));
            ParticipantDraft { gender: row.gender, birth, ..ParticipantDraft::new(name, unit) }
        }
        [] => {
            return Ok(Err(format!(
                "Không thấy {name} trong sổ đoàn viên của đơn vị. Hãy xem lại họ tên, năm sinh; nếu chưa là đoàn viên thì chọn ghi cả người ngoài sổ."
            )));
        }
        many => {
            return Ok(Err(format!("Đơn vị có {} người tên {name}. Hãy ghi thêm năm sinh.", many.len())));
        }
    };
    Ok(Ok(ParticipantDraft { result: clean(&row.result), certificate: clean(&row.certificate), ..entry }))
}

/// The unit that a row names, or the one that was chosen.
fn unit_of(db: &Connection, paste: &CoursePaste, row: &CoursePasteRow) -> Result<std::result::Result<UnitId, String>> {
    let text = clean(&row.unit);
    if text.is_empty() {
        return Ok(paste.unit.ok_or_else(|| "Dòng này không ghi đơn vị. Hãy chọn đơn vị ở trên.".to_owned()));
    }
    let found = match units::by_code(db, &text)? {
        Some(unit) => Some(unit),
        None => units::by_name(db, &text)?,
    };
    Ok(found.ok_or_else(|| format!("Không có đơn vị nào mã hoặc tên là “{text}”. Hãy ghi mã như trong sổ đơn vị.")))
}

/// Members of the unit with that name, born in that year when it is said. Somebody who left since may have taken part.
fn named(db: &Connection, unit: UnitId, name: &str, birth_year: Option<i32>) -> Result<Vec<MemberId>> {
    let mut statement = db.prepare_cached(
        "select id from member where same_key = ?2 and unit = ?1 and (?3 is null or birth is null or substr(birth, 1, 4) = ?3)
         order by id",
    )?;
    let year = birth_year.map(|year| format!("{year:04}"));
    let found = statement.query_map(params![unit, tone_place_key(name), year], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
