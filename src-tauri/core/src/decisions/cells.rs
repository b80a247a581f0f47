//! Cells of the list of a decision: typed, pasted or filled down.

use super::{
    Decision, DecisionId, Recipient, RecipientId,
    draft::open_for_edit,
    recipients::{award_name, of, update, worth},
    store,
};
use crate::{
    choice::choice,
    error::{Error, Refusal, Refusals, Result},
    money::Dong,
    office::{Done, Office},
    vietnamese::{clean, fold},
};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

choice! {
    /// A column of the list that the clerk may type in.
    RecipientField {
        Honorific = "honorific" "Ông/Bà",
        Name = "name" "Họ và tên",
        Post = "post" "Chức vụ",
        UnitName = "unit_name" "Đơn vị",
        Award = "award" "Hình thức",
        Reason = "reason" "Thành tích",
        Amount = "amount" "Tiền thưởng",
        AmountWhy = "amount_why" "Lý do sửa tiền",
    }
}

/// One cell as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecipientCell {
    /// The line.
    pub recipient: RecipientId,
    /// The column.
    pub field: RecipientField,
    /// What was typed. Award: its key in the catalogue. Amount: empty means "compute it".
    pub text: String,
}

/// Cells typed, pasted or filled down: one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditRecipients {
    /// Which decision.
    pub id: DecisionId,
    /// The cells.
    pub cells: Vec<RecipientCell>,
}

/// Mends cells of the list. All are taken, or none with every refusal; the field is `recipient.column`.
pub fn edit_cells(office: &mut Office, wish: EditRecipients) -> Result<Done<DecisionId>> {
    let decision = store::get(office.db(), wish.id)?;
    open_for_edit(&decision)?;
    let mut list = of(office.db(), wish.id)?;
    office.act(super::RECIPIENTS, |pen| {
        let mut wrong = Refusals::new();
        for cell in &wish.cells {
            let Some(line) = list.iter_mut().find(|line| line.id == cell.recipient) else {
                wrong.refuse("", "Dòng này không còn trong danh sách.");
                continue;
            };
            match typed(pen, &decision, line, cell) {
                Ok(()) => update(pen, line)?,
                Err(Error::Refused(refusals)) => {
                    for Refusal { sentence, .. } in refusals {
                        wrong.refuse(&format!("{}.{}", cell.recipient, cell.field.code()), sentence);
                    }
                }
                Err(broken @ Error::Broken(_)) => return Err(broken),
            }
        }
        pen.detail(format!("{} ô", wish.cells.len()));
        wrong.or(wish.id)
    })
}

fn typed(db: &Connection, decision: &Decision, line: &mut Recipient, cell: &RecipientCell) -> Result<()> {
    let text = clean(&cell.text);
    match cell.field {
        RecipientField::Honorific => line.honorific = text,
        RecipientField::Post => line.post = text,
        RecipientField::UnitName => line.unit_name = text,
        RecipientField::Reason => line.reason = text,
        RecipientField::AmountWhy => line.amount_why = text,
        RecipientField::Name if text.is_empty() => {
            return Err(Error::refused("name", "Họ tên không được để trống. Muốn bỏ, hãy xóa cả dòng."));
        }
        RecipientField::Name => line.name = text,
        RecipientField::Award => {
            line.award = award_named(db, &text)?;
            line.award_name = award_name(db, line.award)?;
            if !line.amount_fixed {
                line.amount = worth(db, decision, line)?;
            }
        }
        RecipientField::Amount if text.is_empty() => {
            line.amount_fixed = false;
            line.amount_why = String::new();
            line.amount = worth(db, decision, line)?;
        }
        RecipientField::Amount => {
            let amount = Dong::read(&text).filter(|amount| amount.0 >= 0);
            line.amount = amount.ok_or_else(|| Error::refused("amount", "Số tiền chưa đúng. Ví dụ: 500.000."))?;
            line.amount_fixed = true;
        }
    }
    Ok(())
}

/// An award by its key, or by its name as pasted from a spreadsheet.
fn award_named(db: &Connection, text: &str) -> Result<Option<i64>> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Ok(key) = text.parse() {
        return Ok(Some(key));
    }
    db.prepare_cached("select id from award where search = ?1 order by position limit 1")?
        .query_row([fold(text)], |row| row.get(0))
        .optional()?
        .map(Some)
        .ok_or_else(|| {
            Error::refused("award", format!("Danh mục không có hình thức “{text}”. Hãy chọn trong danh sách."))
        })
}
