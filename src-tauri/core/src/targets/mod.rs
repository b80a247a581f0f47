//! Targets ("chỉ tiêu"): how much of something is asked for in a period, and how much has come; 194 % is a result.

mod give;
pub mod paper;
mod rules;
mod seed;
mod store;
mod words;

pub use give::{TargetGiven, give};
pub use seed::seed;
pub use words::{Counted, TargetField, Whom};

use crate::{
    catalogue::Certainty,
    choice::Choice,
    error::{Error, Refusal, Result},
    id::id,
    journal::What,
    money::Hundredths,
    office::{Done, Office, Pen},
    periods::{self, Period, PeriodId, PeriodsOf},
    ratio::{self, Share},
    units::{BlocId, Calendar, UnitId},
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// Something that is counted.
    IndicatorId
);
id!(
    /// How much of it is asked for.
    TargetId
);

/// Something that is counted, in the dictionary of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IndicatorDraft {
    /// Its key; none: a new one.
    #[serde(default)]
    pub id: Option<IndicatorId>,
    /// "Kết nạp đoàn viên mới".
    pub name: String,
    /// "đoàn viên", "%", "triệu đồng".
    pub measure: String,
    /// Where its results come from.
    pub counted: Counted,
    /// Where it is known from.
    pub source: String,
    /// How sure that is.
    pub certainty: Certainty,
}

/// A target as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetDraft {
    /// Its key; none: a new one.
    #[serde(default)]
    pub id: Option<TargetId>,
    /// What is counted.
    pub indicator: IndicatorId,
    /// In which period.
    pub period: PeriodId,
    /// Of which bloc; with no unit either: of the whole office.
    #[serde(default)]
    pub bloc: Option<BlocId>,
    /// Of which unit.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// How much is asked for.
    pub goal: Hundredths,
    /// How much has come; none: nothing reported, or counted from the register.
    #[serde(default)]
    pub result: Option<Hundredths>,
    /// The paper that asks for it.
    #[serde(default)]
    pub document: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// Which targets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetQuery {
    /// Of the periods filed under this year.
    pub year: i32,
    /// Only those that are behind.
    #[serde(default)]
    pub behind: bool,
    /// Words of the indicator, the bloc or the unit; accents not needed.
    #[serde(default)]
    pub text: String,
}

/// One line of the list of targets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetLine {
    /// The target, ready to be corrected.
    pub draft: TargetDraft,
    /// Its key.
    pub id: TargetId,
    /// What is counted.
    pub name: String,
    /// "đoàn viên".
    pub measure: String,
    /// Where the result comes from.
    pub counted: Counted,
    /// "Năm 2024".
    pub period_name: String,
    /// "Toàn huyện" is said by the page; a bloc or a unit by its name.
    pub scope: String,
    /// How much has come, typed or counted.
    pub result: Option<Hundredths>,
    /// "194 %"; empty: no result yet.
    pub percent: Share,
    /// What would be there by today, step by step.
    pub expected: Hundredths,
    /// Less has come than that.
    pub behind: bool,
}

/// The list of targets with what its forms need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetPage {
    /// The targets: of the whole office first, then of blocs, then of units.
    pub lines: Vec<TargetLine>,
    /// The dictionary.
    pub indicators: Vec<IndicatorDraft>,
    /// The periods of the year.
    pub periods: Vec<Period>,
    /// Where results come from.
    pub counteds: Vec<Choice>,
}

/// The targets of a year.
pub fn page(office: &mut Office, query: TargetQuery) -> Result<TargetPage> {
    let today = office.today();
    let periods = periods::list(office, PeriodsOf { year: query.year })?;
    let db = office.db();
    let mut lines =
        store::lines(db, query.year, today)?.into_iter().map(|row| line(db, row, today)).collect::<Result<Vec<_>>>()?;
    let words = fold(&query.text);
    lines.retain(|line| {
        (!query.behind || line.behind) && fold(&format!("{} {}", line.name, line.scope)).contains(words.as_str())
    });
    Ok(TargetPage { lines, indicators: store::indicators(db)?, periods, counteds: Counted::choices() })
}

fn line(db: &Connection, row: store::Row, today: NaiveDate) -> Result<TargetLine> {
    let result = match row.counted {
        Counted::Typed => row.draft.result,
        Counted::MembersAdmitted | Counted::UnitsEstablished => Some(Hundredths(100 * store::count(db, &row, today)?)),
    };
    let expected = rules::expected(row.draft.goal, row.since, row.until, today);
    Ok(TargetLine {
        id: row.id,
        percent: result.map(|result| ratio::percent(result.0, row.draft.goal.0)).unwrap_or_default(),
        behind: result.unwrap_or_default() < expected,
        result,
        expected,
        name: row.name,
        measure: row.measure,
        counted: row.counted,
        period_name: row.period_name,
        scope: row.scope,
        draft: row.draft,
    })
}

const SET: What = What::new("target.set", "Giao chỉ tiêu");
const EDIT: What = What::new("target.edit", "Sửa chỉ tiêu");
const REMOVE: What = What::new("target.remove", "Bỏ chỉ tiêu");
const INDICATOR: What = What::new("target.indicator", "Sửa danh mục chỉ tiêu");
const OPEN: What = What::new("target.carry", "Chép chỉ tiêu năm trước");

/// Adds or corrects something that is counted; what a closed period counted stays what it was.
pub fn set_indicator(office: &mut Office, draft: IndicatorDraft) -> Result<Done<IndicatorId>> {
    let taken = store::indicator_named(office.db(), &draft.name)?.is_some_and(|known| Some(known) != draft.id);
    let draft = rules::indicator(draft, taken)?;
    if let Some(id) = draft.id {
        let known = store::indicator(office.db(), id)?;
        rules::stays_as_counted(known.as_ref(), &draft, store::closed_with(office.db(), id)?.as_deref())?;
    }
    office.act(INDICATOR, |pen| store::set_indicator(pen, &draft))
}

/// The year whose periods are to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetsOfYear {
    /// The year.
    pub year: i32,
}

/// Makes the periods of a year, so that targets can be given in it.
pub fn begin_year(office: &mut Office, of: TargetsOfYear) -> Result<Done<PeriodId>> {
    office.act(SET, |pen| periods::ensure_year(pen, Calendar::Year, of.year))
}

/// Gives a target, or corrects one.
pub fn set(office: &mut Office, draft: TargetDraft) -> Result<Done<TargetId>> {
    let draft = checked(office.db(), draft)?;
    office.act(SET, |pen| store::set(pen, &draft))
}

fn checked(db: &Connection, draft: TargetDraft) -> Result<TargetDraft> {
    periods::get(db, draft.period)?;
    let taken = store::given(db, &draft)?.is_some_and(|known| Some(known) != draft.id);
    rules::target(draft, taken)
}

/// One typed cell of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetCell {
    /// The target.
    pub id: TargetId,
    /// Which field.
    pub field: TargetField,
    /// What was typed.
    pub text: String,
}

/// Cells typed or pasted in one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetEdit {
    /// The cells.
    pub cells: Vec<TargetCell>,
}

/// Types into the list: all cells or none.
pub fn edit(office: &mut Office, edit: TargetEdit) -> Result<Done<()>> {
    let db = office.db();
    let mut wrong = Vec::new();
    let mut drafts = Vec::new();
    for cell in &edit.cells {
        let place = if let Some(place) = drafts.iter().position(|draft: &TargetDraft| draft.id == Some(cell.id)) {
            place
        } else {
            drafts.push(store::draft(db, cell.id, office.today())?.ok_or_else(gone)?);
            drafts.len() - 1
        };
        let Some(draft) = drafts.get_mut(place) else { continue };
        if let Err(sentence) = typed(draft, cell) {
            wrong.push(Refusal { field: format!("{}.{}", cell.id, cell.field.code()), sentence });
        }
    }
    if !wrong.is_empty() {
        return Err(Error::Refused(wrong));
    }
    let drafts = drafts.into_iter().map(|draft| in_its_line(db, draft)).collect::<Result<Vec<_>>>()?;
    office.act(EDIT, |pen| drafts.iter().try_for_each(|draft| store::set(pen, draft).map(drop)))
}

/// The same as [`checked`] for a line of the list: what is refused names the cell.
fn in_its_line(db: &Connection, draft: TargetDraft) -> Result<TargetDraft> {
    let id = draft.id;
    checked(db, draft).map_err(|error| match (error, id) {
        (Error::Refused(refusals), Some(id)) => {
            let named = |one: Refusal| Refusal { field: format!("{id}.{}", one.field), sentence: one.sentence };
            Error::Refused(refusals.into_iter().map(named).collect())
        }
        (error, _) => error,
    })
}

/// Puts what was typed into the draft, or says what is wrong with it.
fn typed(draft: &mut TargetDraft, cell: &TargetCell) -> std::result::Result<(), String> {
    let figure = || rules::figure(&cell.text);
    match cell.field {
        TargetField::Goal => draft.goal = figure()?,
        TargetField::Result if cell.text.trim().is_empty() => draft.result = None,
        TargetField::Result => draft.result = Some(figure()?),
        TargetField::Document => draft.document.clone_from(&cell.text),
        TargetField::Note => draft.note.clone_from(&cell.text),
    }
    Ok(())
}

fn gone() -> Error {
    Error::refused("id", "Không tìm thấy chỉ tiêu này. Hãy chọn lại trong danh sách.")
}

/// Targets to be taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetList {
    /// Which.
    pub ids: Vec<TargetId>,
}

/// Takes targets off.
pub fn remove(office: &mut Office, list: TargetList) -> Result<Done<u32>> {
    office.act(REMOVE, |pen| {
        let mut count = 0;
        for id in &list.ids {
            count += u32::from(store::remove(pen, *id)?);
        }
        pen.detail(format!("{count} chỉ tiêu"));
        Ok(count)
    })
}

/// Gives the goals of last year's whole-year targets again this year, without results and but for blocs and units that are no
/// more; what is given already stays. Answers how many were carried over.
pub fn carry_over(office: &mut Office, of: TargetsOfYear) -> Result<Done<u32>> {
    office.act(OPEN, |pen| {
        let count = carry(pen, of.year)?;
        pen.detail(format!("{count} chỉ tiêu"));
        Ok(count)
    })
}

/// The same inside another act (opening a year).
pub fn carry(pen: &Pen<'_>, year: i32) -> Result<u32> {
    let period = periods::ensure_year(pen, Calendar::Year, year)?;
    let mut count = 0;
    for draft in store::going_on(pen, year - 1, pen.today())? {
        let draft = TargetDraft { id: None, period, result: None, ..draft };
        if store::given(pen, &draft)?.is_none() {
            store::set(pen, &draft)?;
            count += 1;
        }
    }
    Ok(count)
}

/// One target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichTarget {
    /// Its key.
    pub id: TargetId,
}

/// One of those that a counted result counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountedLine {
    /// A member or a unit by name.
    pub name: String,
    /// The unit of a member.
    pub unit_name: String,
    /// The day that counts.
    pub day: Option<NaiveDate>,
}

/// The names behind a counted result: as many as it says.
pub fn behind(office: &mut Office, which: WhichTarget) -> Result<Vec<CountedLine>> {
    let (db, today) = (office.db(), office.today());
    let row = store::line(db, which.id, today)?.ok_or_else(gone)?;
    store::names(db, &row, today)
}

#[cfg(test)]
mod tests;
