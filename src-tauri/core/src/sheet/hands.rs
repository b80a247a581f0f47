//! The formats of a workbook's cells: one for each kind of column, plain and bold.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, FormatAlign};

use super::{Cell, Kind, Row, Sheet};

/// The format, with the mark that keeps a text beginning like a formula a text when someone edits it.
pub(super) fn guarded<'a>(format: &'a Format, words: &str) -> Cow<'a, Format> {
    if super::csv::looks_like_formula(words) {
        Cow::Owned(format.clone().set_quote_prefix())
    } else {
        Cow::Borrowed(format)
    }
}

/// Dots between thousands whatever the computer's region, because Vietnamese paper wants dots; a format can tell only two
/// sizes apart, so amounts from a billion on and below zero follow the region.
pub(super) fn money_format(sheet: &Sheet) -> &'static str {
    let cells = sheet.rows.iter().flat_map(|row| match row {
        Row::Line { cells } | Row::Total { cells, .. } => cells.as_slice(),
        Row::Group { .. } => &[],
    });
    let fits = |cell: &Cell| match cell {
        Cell::Money(amount) => (0..1_000_000_000).contains(&amount.0),
        Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Place(_) | Cell::Hundredths(_) | Cell::Day(_) => true,
    };
    if cells.into_iter().all(fits) { r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0" } else { "#,##0" }
}

/// The formats of a table's rows.
pub(super) struct Hands {
    pub(super) regular: KindHands,
    pub(super) bold: KindHands,
    pub(super) group: Format,
    pub(super) total_label: Format,
}

impl Hands {
    pub(super) fn new(boxed: &Format, money: &str) -> Self {
        let bold = boxed.clone().set_bold();
        Self {
            regular: KindHands::new(boxed, money),
            bold: KindHands::new(&bold, money),
            group: bold.clone().set_align(FormatAlign::Left),
            total_label: bold.set_align(FormatAlign::Center),
        }
    }
}

/// One format for each kind of column.
pub(super) struct KindHands {
    pub(super) text: Format,
    pub(super) mark: Format,
    pub(super) number: Format,
    pub(super) place: Format,
    pub(super) money: Format,
    pub(super) date: Format,
    pub(super) hundredths: Format,
    pub(super) id: Format,
}

impl KindHands {
    pub(super) fn new(base: &Format, money: &str) -> Self {
        let centred = base.clone().set_align(FormatAlign::Center);
        Self {
            text: base.clone().set_align(FormatAlign::Left),
            mark: centred.clone(),
            number: centred.clone().set_num_format(money),
            place: centred.clone().set_num_format("0"),
            money: base.clone().set_align(FormatAlign::Right).set_num_format(money),
            date: centred.clone().set_num_format("dd/mm/yyyy"),
            hundredths: centred.clone().set_num_format("General"),
            id: centred.set_num_format("@"),
        }
    }

    pub(super) fn of(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Text => &self.text,
            Kind::Mark => &self.mark,
            Kind::Number => &self.number,
            Kind::Money => &self.money,
            Kind::Date => &self.date,
            Kind::Id => &self.id,
        }
    }
}
