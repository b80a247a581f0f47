//! What must hold of a unit.

use super::UnitDraft;
use crate::{
    error::{Refusals, Result},
    vietnamese::{clean, clean_lines},
};
use chrono::NaiveDate;

/// The draft cleaned, or everything that is wrong with it.
pub fn check(draft: UnitDraft, today: NaiveDate) -> Result<UnitDraft> {
    let mut wrong = Refusals::new();
    let unit = UnitDraft {
        code: clean(&draft.code).replace(' ', ""),
        name: clean(&draft.name),
        address: clean(&draft.address),
        phone: clean(&draft.phone),
        established_by: clean(&draft.established_by),
        note: clean_lines(&draft.note),
        ..draft
    };
    if unit.code.is_empty() {
        wrong.refuse("code", "Chưa ghi mã đơn vị. Ví dụ: VT02.");
    }
    if unit.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên đơn vị. Ví dụ: CĐCS Trường Mầm non Hoa Sen.");
    }
    if unit.established.is_some_and(|day| day.first_day() > today) {
        wrong.refuse("established", "Ngày thành lập không được sau hôm nay.");
    }
    wrong.or(unit)
}
