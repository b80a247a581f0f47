//! Points typed, tried, explained and published.

use super::{
    BookAsk, CriterionId, ScoreBook, ScoreConditionId, ScoreGroup, ScoreGroupKind, ScoreTable, Scorer,
    book::{obstacles, shown},
    freeze,
    load::{Book, Sheet},
    store,
};
use crate::{
    error::{Error, Refusals, Result},
    journal::What,
    money::Hundredths,
    office::{Done, Office, Pen},
    units::{BlocId, UnitId},
    vietnamese::clean,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const EDIT: What = What::new("scores.edit", "Chấm điểm");
const AMEND: What = What::new("scores.amend", "Sửa điểm đã công bố");
const NOTE: What = What::new("scores.note", "Ghi minh chứng, giải trình");
const BREACH: What = What::new("scores.breach", "Ghi điều kiện của đơn vị");
const AMEND_BREACH: What = What::new("scores.amend_breach", "Đổi điều kiện của đơn vị đã công bố");
const PUBLISH: What = What::new("scores.publish", "Công bố kết quả chấm điểm");

/// One cell as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreCell {
    /// The unit.
    pub unit: UnitId,
    /// The criterion.
    pub criterion: CriterionId,
    /// Who gives the points.
    pub scorer: Scorer,
    /// "7,5"; empty: a blank.
    pub text: String,
}

/// Cells typed, pasted or filled down: one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreEdit {
    /// The bloc.
    pub bloc: BlocId,
    /// The year that the period is filed under.
    pub year: i32,
    /// 1 or 2: a half of it; 0: the whole.
    #[serde(default)]
    pub half: i64,
    /// The cells.
    pub cells: Vec<ScoreCell>,
    /// Why published points change; empty while nothing is published.
    #[serde(default)]
    pub reason: String,
}

impl ScoreEdit {
    fn book(&self, office: &Office) -> Result<Book> {
        Book::read(office.db(), self.bloc, self.year, self.half, office.today())
    }
}

/// Writes points. All cells are taken, or none with every refusal; the field is `cells.` and the cell's place.
pub fn edit(office: &mut Office, edit: ScoreEdit) -> Result<Done<()>> {
    let book = edit.book(office)?;
    let reason = clean(&edit.reason);
    let mut wrong = Refusals::new();
    let mut changes = Vec::new();
    let mut published = false;
    for (at, cell) in edit.cells.iter().enumerate() {
        match typed(&book, cell) {
            Ok((sheet, points)) => {
                let before = given(sheet, cell);
                if before != points {
                    published |= sheet.published_on.is_some();
                    changes.push((sheet, cell, before, points));
                }
            }
            Err(Error::Refused(refusals)) => {
                for refusal in refusals {
                    wrong.refuse(&format!("cells.{at}.points"), refusal.sentence);
                }
            }
            Err(broken @ Error::Broken(_)) => return Err(broken),
        }
    }
    if published && reason.is_empty() {
        wrong.refuse("reason", "Kết quả đã công bố. Hãy ghi lý do sửa điểm.");
    }
    wrong.or(())?;
    office.act(if published { AMEND } else { EDIT }, |pen| {
        pen.detail(format!("{} ô", changes.len()));
        for (sheet, cell, before, points) in &changes {
            let id = sheet_of(pen, sheet)?;
            if sheet.published_on.is_some() {
                store::amend(pen, id, cell.criterion, cell.scorer, (*before, *points), &reason)?;
            }
            store::set_points(pen, id, cell.criterion, cell.scorer, *points)?;
        }
        Ok(())
    })
}

/// What the book would be with these cells; nothing is written, and what cannot be read counts as it was.
pub fn try_edit(office: &mut Office, edit: ScoreEdit) -> Result<ScoreBook> {
    let mut book = edit.book(office)?;
    for cell in &edit.cells {
        let Ok((_, points)) = typed(&book, cell) else { continue };
        if let Some(sheet) = book.sheets.iter_mut().find(|sheet| sheet.entrant.unit == cell.unit) {
            let column = sheet.points.entry(cell.scorer).or_default();
            match points {
                Some(points) => column.insert(cell.criterion, points),
                None => column.remove(&cell.criterion),
            };
        }
    }
    shown(office.db(), edit.bloc, &book)
}

fn given(sheet: &Sheet, cell: &ScoreCell) -> Option<Hundredths> {
    sheet.points.get(&cell.scorer).and_then(|points| points.get(&cell.criterion)).copied()
}

/// The sheet of a cell and the points that were typed into it.
fn typed<'a>(book: &'a Book, cell: &ScoreCell) -> Result<(&'a Sheet, Option<Hundredths>)> {
    let sheet = book.sheet(cell.unit)?;
    let table = book.table(sheet).ok_or_else(no_table)?;
    let found = table.criteria().find(|(_, criterion)| criterion.id == Some(cell.criterion));
    let (group, criterion) =
        found.ok_or_else(|| Error::refused("criterion", "Tiêu chí này không có trong bảng điểm của đơn vị."))?;
    let text = clean(&cell.text);
    if text.is_empty() {
        let counts = group.kind == ScoreGroupKind::Scored && cell.scorer == table.decides;
        if counts && sheet.published_on.is_some() {
            let sentence =
                format!("Kết quả đã công bố nên “{}” không để trống được. Hãy ghi điểm mới.", criterion.name);
            return Err(Error::refused("points", sentence));
        }
        return Ok((sheet, None));
    }
    let points = read_points(table, group, &text)?;
    if let Some(most) = criterion.most.filter(|most| points.0 > most.0) {
        return Err(Error::refused("points", format!("“{}” chấm tối đa {most} điểm.", criterion.name)));
    }
    Ok((sheet, Some(points)))
}

fn read_points(table: &ScoreTable, group: &ScoreGroup, text: &str) -> Result<Hundredths> {
    // On paper a penalty is written with its sign.
    let text = if group.kind == ScoreGroupKind::Penalty { text.trim_start_matches(['-', '−']) } else { text };
    let points = Hundredths::read(text).ok_or_else(|| Error::refused("points", "Điểm chưa đúng. Ví dụ: 7,5."))?;
    if points.0 % table.step.0 != 0 {
        return Err(Error::refused("points", format!("Điểm phải chẵn {}. Ví dụ: {}.", table.step, table.step)));
    }
    Ok(points)
}

fn no_table() -> Error {
    Error::refused("table", "Chưa có bảng điểm cho loại hình của đơn vị này. Hãy lập bảng điểm của kỳ trước.")
}

/// The written sheet of a unit, made when it is not there yet.
fn sheet_of(pen: &Pen<'_>, sheet: &Sheet) -> Result<super::ScoreSheetId> {
    let (Some(period), Some(table)) = (sheet.period, sheet.table) else { return Err(no_table()) };
    match store::sheet(pen, period, sheet.entrant.unit)? {
        Some((id, ..)) => Ok(id),
        None => store::insert_sheet(pen, table, period, sheet.entrant.unit),
    }
}

/// What the points for one criterion rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreNoteDraft {
    /// Which book.
    pub book: BookAsk,
    /// The unit.
    pub unit: UnitId,
    /// The criterion.
    pub criterion: CriterionId,
    /// Minh chứng.
    pub evidence: String,
    /// Giải trình.
    pub comment: String,
}

/// Writes evidence and comment; also after publishing, for they change no points.
pub fn note(office: &mut Office, draft: ScoreNoteDraft) -> Result<Done<()>> {
    let BookAsk { bloc, year, half } = draft.book;
    let book = Book::read(office.db(), bloc, year, half, office.today())?;
    let sheet = book.sheet(draft.unit)?.clone();
    office.act(NOTE, |pen| {
        let id = sheet_of(pen, &sheet)?;
        store::set_note(pen, id, draft.criterion, &clean(&draft.evidence), &clean(&draft.comment))
    })
}

/// Whether a unit meets a stated condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BreachMark {
    /// Which book.
    pub book: BookAsk,
    /// The unit.
    pub unit: UnitId,
    /// The condition.
    pub condition: ScoreConditionId,
    /// It is not met.
    pub broken: bool,
    /// What happened.
    #[serde(default)]
    pub note: String,
    /// Why a published result changes; empty while nothing is published.
    #[serde(default)]
    pub reason: String,
}

/// Marks a stated condition as met or not; of a published unit with the reason.
pub fn mark_breach(office: &mut Office, mark: BreachMark) -> Result<Done<()>> {
    let BookAsk { bloc, year, half } = mark.book;
    let book = Book::read(office.db(), bloc, year, half, office.today())?;
    let sheet = book.sheet(mark.unit)?.clone();
    let (note, reason) = (clean(&mark.note), clean(&mark.reason));
    let published = sheet.published_on.is_some();
    if published && reason.is_empty() {
        return Err(Error::refused("reason", "Kết quả đã công bố. Hãy ghi lý do đổi điều kiện của đơn vị."));
    }
    office.act(if published { AMEND_BREACH } else { BREACH }, |pen| {
        let id = sheet_of(pen, &sheet)?;
        if published {
            store::amend_breach(pen, id, mark.condition, mark.broken, &reason)?;
        }
        store::set_breach(pen, id, mark.condition, mark.broken.then_some(note.as_str()))
    })
}

/// Which book is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScorePublish {
    /// The book.
    pub book: BookAsk,
}

/// Publishes the result of a bloc. There is no undo: from now on points change only with a reason.
pub fn publish(office: &mut Office, wish: ScorePublish) -> Result<Done<()>> {
    let BookAsk { bloc, year, half } = wish.book;
    let book = Book::read(office.db(), bloc, year, half, office.today())?;
    let mut wrong = Refusals::new();
    for sentence in obstacles(&book, &book.reckon()) {
        wrong.refuse("book", sentence);
    }
    let open: Vec<_> = book.sheets.iter().filter(|sheet| sheet.published_on.is_none()).collect();
    if book.sheets.is_empty() {
        wrong.refuse("book", "Khối không có đơn vị nào để công bố kết quả.");
    } else if open.is_empty() && wrong.is_empty() {
        wrong.refuse("book", "Kết quả của khối đã công bố rồi.");
    }
    wrong.or(())?;
    office.act(PUBLISH, |pen| {
        pen.detail(format!("{} đơn vị", open.len()));
        pen.bar("Kết quả chấm điểm đã công bố nên không hoàn tác được. Muốn sửa điểm, hãy sửa kèm lý do.");
        freeze::freeze(pen, &book.season, Some(bloc), None)?;
        for sheet in &open {
            let id = sheet_of(pen, sheet)?;
            store::publish(pen, id, pen.today())?;
        }
        Ok(())
    })
}
