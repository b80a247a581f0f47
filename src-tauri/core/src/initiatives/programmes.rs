//! Programmes ("chương trình"), their dated rules and what each bloc and unit is asked for.

use super::programme_rules::{ProgrammeRule, rules};
use crate::{
    calendar::shown,
    error::{Error, Refusals, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
    units::{BlocId, UnitId},
    vietnamese::{clean, clean_lines},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One programme.
    ProgrammeId
);

/// A programme of a superior.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Programme {
    /// Its key.
    pub id: ProgrammeId,
    /// As it is written.
    pub draft: ProgrammeDraft,
    /// "01/12/2023 – 30/11/2024".
    pub window: String,
    /// Initiatives that take part in it.
    pub initiatives: i64,
}

/// A programme as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammeDraft {
    /// Which one is corrected; none: a new one.
    #[serde(default)]
    pub id: Option<ProgrammeId>,
    /// "75 nghìn sáng kiến, vượt khó, phát triển".
    pub name: String,
    /// The first day of first application that counts.
    pub since: NaiveDate,
    /// The last one.
    pub until: NaiveDate,
    /// Initiatives that the superior asks of the office; none: no target.
    #[serde(default)]
    pub target: Option<i64>,
    /// By which paper.
    #[serde(default)]
    pub source: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
    /// What blocs and units are asked for.
    #[serde(default)]
    pub targets: Vec<ProgrammeTarget>,
}

/// What a bloc or a unit is asked for: exactly one of them is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammeTarget {
    /// The bloc.
    #[serde(default)]
    pub bloc: Option<BlocId>,
    /// The unit.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// So many initiatives.
    pub target: i64,
}

/// All programmes and rules: they are few.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammePage {
    /// The newest first.
    pub programmes: Vec<Programme>,
    /// Rules, those of every programme first.
    pub rules: Vec<ProgrammeRule>,
}

const SET: What = What::new("programme.set", "Sửa chương trình sáng kiến");
const REMOVE: What = What::new("programme.remove", "Xóa chương trình sáng kiến");

/// Every programme and rule.
pub fn programmes(office: &mut Office, (): ()) -> Result<ProgrammePage> {
    Ok(ProgrammePage { programmes: all(office.db())?, rules: rules(office.db())? })
}

pub(super) fn all(db: &Connection) -> Result<Vec<Programme>> {
    let mut statement = db.prepare_cached(
        "select g.id, g.name, g.since, g.until, g.target, g.source, g.note,
                (select count(*) from initiative i where i.programme = g.id) as initiatives
         from programme g order by g.since desc, g.id desc",
    )?;
    let found = statement.query_map([], programme)?.collect::<rusqlite::Result<Vec<_>>>()?;
    found
        .into_iter()
        .map(|mut programme| {
            programme.draft.targets = targets(db, programme.id)?;
            Ok(programme)
        })
        .collect()
}

fn programme(row: &Row<'_>) -> rusqlite::Result<Programme> {
    let (id, since, until): (_, NaiveDate, NaiveDate) = (row.get("id")?, row.get("since")?, row.get("until")?);
    Ok(Programme {
        id,
        window: format!("{} – {}", shown(since), shown(until)),
        initiatives: row.get("initiatives")?,
        draft: ProgrammeDraft {
            id: Some(id),
            name: row.get("name")?,
            since,
            until,
            target: row.get("target")?,
            source: row.get("source")?,
            note: row.get("note")?,
            targets: Vec::new(),
        },
    })
}

fn targets(db: &Connection, id: ProgrammeId) -> Result<Vec<ProgrammeTarget>> {
    let mut statement = db.prepare_cached(
        "select t.bloc, t.unit, t.target from programme_target t left join bloc b on b.id = t.bloc
         where t.programme = ?1 order by t.bloc is null, b.no, t.id",
    )?;
    let targets = statement
        .query_map([id], |row| Ok(ProgrammeTarget { bloc: row.get(0)?, unit: row.get(1)?, target: row.get(2)? }))?;
    Ok(targets.collect::<rusqlite::Result<_>>()?)
}

/// One programme.
pub(super) fn one(db: &Connection, id: ProgrammeId) -> Result<Programme> {
    all(db)?.into_iter().find(|programme| programme.id == id).ok_or_else(|| {
        Error::refused("programme", "Không tìm thấy chương trình này. Hãy chọn lại trong danh sách chương trình.")
    })
}

/// The programme with that name.
pub fn programme_named(db: &Connection, name: &str) -> Result<Option<ProgrammeId>> {
    let found = db
        .prepare_cached("select id from programme where name = ?1")?
        .query_row([clean(name)], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// Adds or corrects a programme.
pub fn set_programme(office: &mut Office, draft: ProgrammeDraft) -> Result<Done<ProgrammeId>> {
    let draft = check(draft)?;
    if let Some(taken) = programme_named(office.db(), &draft.name)?
        && Some(taken) != draft.id
    {
        return Err(Error::refused("name", "Đã có chương trình tên này. Hãy sửa chương trình đó, hoặc ghi tên khác."));
    }
    if let Some(id) = draft.id {
        stays_as_counted(office.db(), id, &draft)?;
    }
    office.act(SET, |pen| set(pen, &draft))
}

/// The days of a programme decide what counts: they stay when a closed year has initiatives in it.
fn stays_as_counted(db: &Connection, id: ProgrammeId, draft: &ProgrammeDraft) -> Result<()> {
    let closed: Option<String> = db
        .prepare_cached(
            "select p.name from initiative i join period p on p.id = i.period where i.programme = ?1 and p.closed = 1
             order by p.until desc limit 1",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(closed) = closed else { return Ok(()) };
    let before = one(db, id)?.draft;
    let mut wrong = Refusals::new();
    for (field, changed) in [("since", before.since != draft.since), ("until", before.until != draft.until)] {
        if changed {
            let sentence = format!(
                "Chương trình đã tính sáng kiến của {} đã khóa sổ nên thời gian giữ nguyên. Hãy thêm chương trình mới, hoặc mở lại năm đó rồi sửa.",
                closed.to_lowercase()
            );
            wrong.refuse(field, sentence);
        }
    }
    wrong.or(())
}

fn check(draft: ProgrammeDraft) -> Result<ProgrammeDraft> {
    let draft = ProgrammeDraft {
        name: clean(&draft.name),
        source: clean(&draft.source),
        note: clean_lines(&draft.note),
        ..draft
    };
    let mut wrong = Refusals::new();
    if draft.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên chương trình. Ví dụ: 75 nghìn sáng kiến, vượt khó, phát triển.");
    }
    if draft.until < draft.since {
        wrong.refuse("until", "Ngày cuối của chương trình phải từ ngày đầu trở đi.");
    }
    if draft.target.is_some_and(|target| target < 1) {
        wrong.refuse("target", "Chỉ tiêu phải từ 1 sáng kiến trở lên. Chưa được giao thì để trống.");
    }
    for (at, target) in draft.targets.iter().enumerate() {
        if target.bloc.is_some() == target.unit.is_some() {
            wrong.refuse(&format!("targets.{at}"), "Mỗi chỉ tiêu giao cho một khối hoặc một đơn vị. Hãy chọn lại.");
        }
        if target.target < 1 {
            wrong.refuse(
                &format!("targets.{at}.target"),
                "Chỉ tiêu phải từ 1 sáng kiến trở lên. Muốn bỏ, hãy xóa dòng.",
            );
        }
        if draft.targets.iter().take(at).any(|earlier| (earlier.bloc, earlier.unit) == (target.bloc, target.unit)) {
            wrong.refuse(&format!("targets.{at}"), "Khối hoặc đơn vị này đã có chỉ tiêu ở dòng trên.");
        }
    }
    wrong.or(draft)
}

/// Writes a programme that was checked, as an import does within its own act.
pub fn set(pen: &Pen<'_>, draft: &ProgrammeDraft) -> Result<ProgrammeId> {
    let fields = params![draft.id, draft.name, draft.since, draft.until, draft.target, draft.source, draft.note];
    let id = if let Some(id) = draft.id {
        pen.execute(
            "update programme set name = ?2, since = ?3, until = ?4, target = ?5, source = ?6, note = ?7 where id = ?1",
            fields,
        )?;
        id
    } else {
        pen.execute(
            "insert into programme (uid, name, since, until, target, source, note) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![new_uid(), draft.name, draft.since, draft.until, draft.target, draft.source, draft.note],
        )?;
        ProgrammeId(pen.last_insert_rowid())
    };
    if targets(pen, id)? != draft.targets {
        pen.execute("delete from programme_target where programme = ?1", [id])?;
        for target in &draft.targets {
            pen.execute(
                "insert into programme_target (uid, programme, bloc, unit, target) values (?1, ?2, ?3, ?4, ?5)",
                params![new_uid(), id, target.bloc, target.unit, target.target],
            )?;
        }
    }
    Ok(id)
}

/// A programme to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgrammeGone {
    /// The programme.
    pub id: ProgrammeId,
}

/// Removes a programme that nothing takes part in.
pub fn remove_programme(office: &mut Office, gone: ProgrammeGone) -> Result<Done<()>> {
    let programme = one(office.db(), gone.id)?;
    if programme.initiatives > 0 {
        return Err(Error::refused(
            "id",
            format!(
                "Chương trình đang có {} sáng kiến tham gia nên không xóa được. Hãy đưa các sáng kiến ra khỏi chương trình trước.",
                programme.initiatives
            ),
        ));
    }
    office.act(REMOVE, |pen| {
        pen.execute("delete from programme where id = ?1", [gone.id])?;
        Ok(())
    })
}
