//! Lists of another kind: a table of awards among the lists of members is held, and said, before its people become members.

use std::collections::BTreeSet;

use super::list::{FileReading, Role, SheetReading, Status};
use super::target::Target;
use super::wordings::Wordings;

/// Holds a file that is rather a list of another of these kinds, of which each must have some columns.
pub(super) fn hold_other_kind(reading: &mut FileReading, target: &Target, others: &[Wordings]) {
    if reading.status != Status::Import {
        return;
    }
    let lists = || reading.sheets.iter().filter(|sheet| sheet.role == Role::List && !sheet.by_hand);
    let Some(other) = others.iter().find(|other| lists().any(|sheet| is_rather(sheet, other))) else { return };
    let strange: BTreeSet<String> = lists()
        .flat_map(|sheet| sheet.columns.iter())
        .filter(|column| column.field.is_none() && other.names_field(&column.heading).is_some())
        .map(|column| format!("“{}”", column.heading))
        .collect();
    let strange = strange.into_iter().take(3).collect::<Vec<_>>().join(", ");
    let sentence = format!(
        "Tệp “{}” giống danh sách {} hơn là {} (có cột {strange}). Hãy chọn lại loại danh sách; nếu đúng là {}, hãy bấm “Vẫn nhập”.",
        reading.file,
        other.target().label,
        target.label,
        target.label,
    );
    reading.stop(Status::Hold, "other_kind", sentence);
}

/// Whether the columns of a list say all that the other kind must have, and more of it than of its own.
fn is_rather(sheet: &SheetReading, other: &Wordings) -> bool {
    let own: BTreeSet<&str> =
        sheet.columns.iter().filter_map(|column| column.field.as_deref()).filter(|field| *field != "-").collect();
    let theirs: BTreeSet<&str> = sheet
        .columns
        .iter()
        .filter_map(|column| other.names_field(&column.heading))
        .filter(|field| *field != "-")
        .collect();
    other.target().must.iter().all(|field| theirs.contains(field)) && theirs.len() > own.len()
}
