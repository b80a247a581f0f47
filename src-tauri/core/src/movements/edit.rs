//! Registrations corrected in the list, cell by cell; the day on which they came in stays as it was stamped.

use super::{RegistrationDraft, RegistrationField, RegistrationId, entering};
use crate::{
    error::{Error, Refusal, Result},
    journal::What,
    office::{Done, Office},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One typed cell of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegistrationCell {
    /// The registration.
    pub id: RegistrationId,
    /// Which field.
    pub field: RegistrationField,
    /// What was typed.
    pub text: String,
}

/// Cells typed or pasted in one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EditRegistrations {
    /// The cells.
    pub cells: Vec<RegistrationCell>,
}

const EDIT: What = What::new("registration.edit", "Sửa đăng ký thi đua");

/// Types into the list: all cells or none.
pub fn edit_registrations(office: &mut Office, edit: EditRegistrations) -> Result<Done<()>> {
    let (db, today) = (office.db(), office.today());
    let mut drafts: Vec<(RegistrationId, RegistrationDraft)> = Vec::new();
    for cell in &edit.cells {
        let at = if let Some(at) = drafts.iter().position(|(id, _)| *id == cell.id) {
            at
        } else {
            drafts.push((cell.id, entering::draft(db, cell.id)?));
            drafts.len() - 1
        };
        let Some((_, draft)) = drafts.get_mut(at) else { continue };
        let field = match cell.field {
            RegistrationField::Honorific => &mut draft.honorific,
            RegistrationField::Name => &mut draft.name,
            RegistrationField::Title => &mut draft.title,
            RegistrationField::Form => &mut draft.form,
            RegistrationField::Content => &mut draft.content,
            RegistrationField::Note => &mut draft.note,
        };
        field.clone_from(&cell.text);
    }
    let mut wrong = Vec::new();
    let mut ready = Vec::new();
    for (id, draft) in drafts {
        let checked = if draft.name.trim().is_empty() {
            Err(Error::refused("name", "Chưa ghi người hoặc tập thể đăng ký."))
        } else {
            entering::checked(db, draft, today)
        };
        match checked {
            Ok(draft) => ready.push((id, draft)),
            Err(Error::Refused(refusals)) => {
                wrong.extend(refusals.into_iter().map(|refusal| at_its_cell(&edit.cells, id, refusal)));
            }
            Err(broken @ Error::Broken(_)) => return Err(broken),
        }
    }
    if !wrong.is_empty() {
        return Err(Error::Refused(wrong));
    }
    office.act(EDIT, |pen| {
        pen.detail(format!("{} đăng ký", ready.len()));
        ready.iter().try_for_each(|(id, draft)| entering::update(pen, *id, draft))
    })
}

/// A refusal told at the cell that it is about: `cells.3.name`.
fn at_its_cell(cells: &[RegistrationCell], id: RegistrationId, refusal: Refusal) -> Refusal {
    let found = cells
        .iter()
        .position(|cell| cell.id == id && cell.field.code() == refusal.field)
        .or_else(|| cells.iter().position(|cell| cell.id == id));
    Refusal { field: format!("cells.{}.{}", found.unwrap_or_default(), refusal.field), ..refusal }
}
