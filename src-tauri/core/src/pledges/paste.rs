//! Many pledges of one unit at once: rows pasted from a spreadsheet, one act.

use super::{
    Belonging, Content, PledgeDraft, PledgeId, Pledger, belonging,
    rules::{self, confirmer_of},
    store,
};
use crate::{
    error::{Refusals, Result},
    id::MemberId,
    journal::What,
    office::{Done, Office, Pen},
    units::UnitId,
    vietnamese::{clean, tone_place_key},
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// One row: whose pledge, what it says, who confirmed it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PledgeRow {
    /// Họ và tên.
    pub name: String,
    /// Năm sinh; none: not said.
    pub birth_year: Option<i32>,
    /// What is promised.
    pub content: Content,
    /// "Chi bộ", "BCH CĐCS"; empty: not confirmed.
    pub confirmed_by: String,
    /// When.
    pub confirmed_on: Option<NaiveDate>,
}

/// Rows of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgePaste {
    /// For which year.
    pub year: i32,
    /// The unit.
    pub unit: UnitId,
    /// In the order of the spreadsheet.
    pub rows: Vec<PledgeRow>,
}

/// What would become of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PasteAnswer {
    /// Whose it is.
    pub member: Option<MemberId>,
    /// Why it would be refused; empty: it is good.
    pub sentence: String,
}

/// Members of the unit with that name (marks set either way), born in that year when it is said.
fn named(db: &Connection, unit: UnitId, name: &str, birth_year: Option<i32>) -> Result<Vec<MemberId>> {
    let mut statement = db.prepare_cached(
        "select id from member where same_key = ?2 and unit = ?1 and status in ('active', 'suspended')
           and (?3 is null or birth is null or substr(birth, 1, 4) = ?3) order by id",
    )?;
    let year = birth_year.map(|year| format!("{year:04}"));
    let found = statement.query_map(params![unit, tone_place_key(&clean(name)), year], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn answers(office: &Office, paste: &PledgePaste) -> Result<Vec<PasteAnswer>> {
    let today = office.today();
    let mut seen = BTreeSet::new();
    paste.rows.iter().map(|row| answer(office.db(), paste, row, today, &mut seen)).collect()
}

fn answer(
    db: &Connection,
    paste: &PledgePaste,
    row: &PledgeRow,
    today: NaiveDate,
    seen: &mut BTreeSet<MemberId>,
) -> Result<PasteAnswer> {
    let wrong = |sentence: String| Ok(PasteAnswer { member: None, sentence });
    let found = named(db, paste.unit, &row.name, row.birth_year)?;
    let member = match found.as_slice() {
        [] => {
            return wrong(format!("Không thấy {} trong đơn vị. Hãy xem lại họ tên, năm sinh.", clean(&row.name)));
        }
        [member] => *member,
        many => {
            return wrong(format!("Đơn vị có {} người tên {}. Hãy ghi thêm năm sinh.", many.len(), clean(&row.name)));
        }
    };
    if !seen.insert(member) {
        return wrong(format!("{} có hai dòng. Hãy bỏ bớt một dòng.", clean(&row.name)));
    }
    if super::known(db, Pledger::Member(member), paste.year)?.is_some() {
        return wrong(format!("{} đã có cam kết năm {}.", clean(&row.name), paste.year));
    }
    if row.content.values().all(|text| clean(text).is_empty()) {
        return wrong("Dòng này chưa có nội dung cam kết.".to_owned());
    }
    if row.confirmed_on.is_some_and(|day| day > today) {
        return wrong("Ngày xác nhận không được sau hôm nay.".to_owned());
    }
    Ok(PasteAnswer { member: Some(member), sentence: String::new() })
}

/// Says row by row what would become of a paste, without writing.
pub fn try_paste(office: &mut Office, paste: PledgePaste) -> Result<Vec<PasteAnswer>> {
    answers(office, &paste)
}

const PASTE: What = What::new("pledge.paste", "Dán cam kết của một đơn vị");

/// Registers the rows, and confirms those that say who confirmed them: all of them, or none when one is refused.
pub fn paste(office: &mut Office, paste: PledgePaste) -> Result<Done<u32>> {
    let answers = answers(office, &paste)?;
    let mut wrong = Refusals::new();
    let mut good = Vec::new();
    for (at, (answer, row)) in answers.into_iter().zip(&paste.rows).enumerate() {
        match answer.member {
            Some(member) => good.push((member, row)),
            None => wrong.refuse(&format!("rows.{at}"), answer.sentence),
        }
    }
    wrong.or(())?;
    let rows = good
        .into_iter()
        .map(|(member, row)| {
            Ok((Pledger::Member(member), belonging(office.db(), Pledger::Member(member), office.today())?, row))
        })
        .collect::<Result<Vec<_>>>()?;
    office.act(PASTE, |pen| {
        pen.detail(format!("{} bản cam kết", rows.len()));
        for (of, belonging, row) in &rows {
            let draft = PledgeDraft { content: row.content.clone(), ..PledgeDraft::default() };
            take_in(pen, *of, belonging, paste.year, draft, (&row.confirmed_by, row.confirmed_on))?;
        }
        Ok(u32::try_from(rows.len()).unwrap_or(u32::MAX))
    })
}

/// Writes a pledge out of a list inside an act; one that says who confirmed it and when is confirmed.
pub fn take_in(
    pen: &Pen<'_>,
    of: Pledger,
    belonging: &Belonging,
    year: i32,
    draft: PledgeDraft,
    (by, on): (&str, Option<NaiveDate>),
) -> Result<PledgeId> {
    let draft = PledgeDraft { registered_on: draft.registered_on.or(on), ..draft };
    let draft = rules::check(draft, pen.today())?;
    let id = super::enter(pen, of, belonging, year, &draft)?;
    if let Some(on) = on {
        let by = clean(by);
        let confirmer = confirmer_of(&by);
        store::confirm(pen, id, confirmer, if by.is_empty() { confirmer.body() } else { &by }, on)?;
    }
    Ok(id)
}
