//! Cells of the register as typed, pasted or filled down.

use super::{InitiativeDraft, InitiativeId, InitiativeLevel, programme_named, rules, store};
use crate::{
    calendar::{DateReading, PartialDate, read_date},
    choice::choice,
    error::{Error, Refusal, Refusals, Result},
    journal::What,
    money::Dong,
    office::{Done, Office},
    units,
    vietnamese::{clean, fold},
};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

choice! {
    /// A column of the register that is typed into.
    InitiativeField {
        Code = "code" "Mã số",
        Title = "title" "Tên sáng kiến",
        Unit = "unit" "Đơn vị",
        Field = "field" "Lĩnh vực",
        FirstApplied = "first_applied" "Ngày áp dụng lần đầu",
        Place = "place" "Nơi áp dụng",
        Recognition = "recognition" "Công nhận",
        RecognitionNumber = "recognition_number" "Số QĐ công nhận",
        RecognisedOn = "recognised_on" "Ngày QĐ",
        RecognisedBy = "recognised_by" "Cơ quan công nhận",
        Benefit = "benefit" "Giá trị làm lợi",
        Effect = "effect" "Hiệu quả khác",
        Programme = "programme" "Chương trình",
        PortalOn = "portal_on" "Ngày nhập cổng",
        PortalCode = "portal_code" "Mã trên cổng",
        Note = "note" "Ghi chú",
    }
}

/// One cell as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeCell {
    /// The initiative.
    pub id: InitiativeId,
    /// The column.
    pub field: InitiativeField,
    /// What was typed.
    pub text: String,
}

/// Cells typed, pasted or filled down: one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditInitiatives {
    /// The cells.
    pub cells: Vec<InitiativeCell>,
}

const CELLS: What = What::new("initiative.cells", "Sửa ô của sổ sáng kiến");

/// Mends cells. All are taken, or none with every refusal; the field is `cells.3.title`.
pub fn edit_cells(office: &mut Office, edit: EditInitiatives) -> Result<Done<u32>> {
    let (db, today) = (office.db(), office.today());
    let mut wrong = Refusals::new();
    let mut drafts: BTreeMap<InitiativeId, (usize, InitiativeDraft)> = BTreeMap::new();
    for (at, cell) in edit.cells.iter().enumerate() {
        let mut draft = match drafts.remove(&cell.id) {
            Some((_, draft)) => draft,
            None => store::draft(db, cell.id)?,
        };
        if let Err(error) = put(db, &mut draft, cell, today) {
            tell(&mut wrong, at, cell.field, error)?;
        }
        drafts.insert(cell.id, (at, draft));
    }
    let mut checked = Vec::new();
    for (id, (last, draft)) in drafts {
        let draft = rules::check(draft, today).and_then(|draft| store::fits(db, Some(id), &draft).map(|()| draft));
        match (draft, edit.cells.get(last)) {
            (Ok(draft), _) => checked.push((id, draft)),
            (Err(error), Some(cell)) => tell(&mut wrong, last, cell.field, error)?,
            (Err(error), None) => return Err(error),
        }
    }
    wrong.or(())?;
    office.act(CELLS, |pen| {
        checked.iter().try_for_each(|(id, draft)| super::write(pen, *id, draft))?;
        pen.detail(format!("{} ô", edit.cells.len()));
        Ok(u32::try_from(edit.cells.len()).unwrap_or(u32::MAX))
    })
}

/// A refusal becomes the cell's; a fault stays a fault.
fn tell(wrong: &mut Refusals, at: usize, field: InitiativeField, error: Error) -> Result<()> {
    match error {
        Error::Refused(refusals) => {
            for Refusal { sentence, .. } in refusals {
                wrong.refuse(&format!("cells.{at}.{}", field.code()), sentence);
            }
            Ok(())
        }
        broken @ Error::Broken(_) => Err(broken),
    }
}

fn put(db: &Connection, draft: &mut InitiativeDraft, cell: &InitiativeCell, today: NaiveDate) -> Result<()> {
    let text = clean(&cell.text);
    match cell.field {
        InitiativeField::Code => draft.code = text,
        InitiativeField::Title => draft.title = text,
        InitiativeField::Field => draft.field = text,
        InitiativeField::Place => draft.place = text,
        InitiativeField::RecognitionNumber => draft.recognition_number = text,
        InitiativeField::RecognisedBy => draft.recognised_by = text,
        InitiativeField::Effect => draft.effect = text,
        InitiativeField::PortalCode => draft.portal_code = text,
        InitiativeField::Note => draft.note = text,
        InitiativeField::FirstApplied => draft.first_applied = partial(&text, today)?,
        InitiativeField::RecognisedOn => draft.recognised_on = whole(&text, today)?,
        InitiativeField::PortalOn => draft.portal_on = whole(&text, today)?,
        InitiativeField::Recognition => {
            draft.recognition = InitiativeLevel::worded(&text);
            if draft.recognition.is_none() {
                draft.recognition_number.clear();
                draft.recognised_on = None;
            }
        }
        InitiativeField::Benefit if text.is_empty() => draft.benefit = Dong::ZERO,
        InitiativeField::Benefit => {
            let read = Dong::read(&text).filter(|amount| *amount >= Dong::ZERO);
            draft.benefit = read.ok_or_else(|| Error::refused("", "Số tiền chưa đúng. Ví dụ: 18.000.000."))?;
        }
        InitiativeField::Unit => {
            let found = units::by_code(db, &text)?.map_or_else(|| units::by_name(db, &text), |id| Ok(Some(id)))?;
            draft.unit = found.ok_or_else(|| {
                Error::refused("", format!("Không có đơn vị “{text}”. Hãy gõ mã hoặc tên đầy đủ của đơn vị."))
            })?;
        }
        InitiativeField::Programme if text.is_empty() || fold(&text) == "khong" => draft.programme = None,
        InitiativeField::Programme => {
            let found = programme_named(db, &text)?;
            let sentence = || format!("Không có chương trình “{text}”. Hãy chọn trong danh sách chương trình.");
            draft.programme = Some(found.ok_or_else(|| Error::refused("", sentence()))?);
        }
    }
    Ok(())
}

fn partial(text: &str, today: NaiveDate) -> Result<Option<PartialDate>> {
    if text.is_empty() {
        return Ok(None);
    }
    match read_date(text, today) {
        DateReading::Read(date, _) => Ok(Some(date)),
        DateReading::Impossible | DateReading::Unreadable => {
            Err(Error::refused("", "Ngày chưa đúng. Ví dụ: 27/04/2024, 04/2024 hoặc 2024."))
        }
    }
}

fn whole(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>> {
    let Some(date) = partial(text, today)? else { return Ok(None) };
    date.known_day().map(Some).ok_or_else(|| Error::refused("", "Hãy ghi đủ ngày, tháng, năm. Ví dụ: 14/05/2024."))
}
