//! Cells of the list of a decision: typed, pasted or filled down.

use super::{
    Decision, DecisionId, Recipient, RecipientId,
    draft::open_for_edit,
    named,
    recipients::{of, priced_on, update, worth},
    store,
};
use crate::{
    choice::choice,
    error::{Error, Refusal, Refusals, Result},
    money::Dong,
    office::{Done, Office},
    vietnamese::clean,
};
use chrono::NaiveDate;
use rusqlite::Connection;
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
    /// What was typed. Award: its key in the catalogue, or its name. Amount: empty means "compute it".
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
            match typed(pen, &decision, line, cell, pen.today()) {
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

fn typed(
    db: &Connection,
    decision: &Decision,
    line: &mut Recipient,
    cell: &RecipientCell,
    today: NaiveDate,
) -> Result<()> {
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
            let day = priced_on(db, decision, line)?.unwrap_or(today);
            line.award = named::award_called(db, &text, day)?;
            line.award_name = named::award(db, line.award, day)?;
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
