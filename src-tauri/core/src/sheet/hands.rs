//! The formats of a workbook's cells: one for each kind of column, plain and bold.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, FormatAlign};

use super::Kind;

/// The format, with the mark that keeps a text beginning like a formula a text when someone edits it.
pub(super) fn guarded<'a>(format: &'a Format, words: &str) -> Cow<'a, Format> {
    if super::csv::looks_like_formula(words) {
        Cow::Owned(format.clone().set_quote_prefix())
    } else {
        Cow::Borrowed(format)
    }
}

/// Dots between thousands whatever the computer's region, because Vietnamese paper wants dots. A format can tell only two
/// sizes apart, so figures from a billion on have a format of their own; those below zero follow the region.
const FIGURES: &str = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0";
const BILLIONS: &str = r"#\.###\.###\.##0";
const BELOW_ZERO: &str = "#,##0";

/// The format for a figure of that size.
pub(super) fn sized(format: &Format, figure: i64) -> Cow<'_, Format> {
    match figure {
        1_000_000_000.. => Cow::Owned(format.clone().set_num_format(BILLIONS)),
        0..1_000_000_000 => Cow::Borrowed(format),
        ..0 => Cow::Owned(format.clone().set_num_format(BELOW_ZERO)),
    }
}

/// The formats of a table's rows.
pub(super) struct Hands {
    pub(super) regular: KindHands,
    pub(super) bold: KindHands,
    pub(super) group: Format,
    pub(super) total_label: Format,
}

impl Hands {
    pub(super) fn new(boxed: &Format) -> Self {
        let bold = boxed.clone().set_bold();
        Self {
            regular: KindHands::new(boxed),
            bold: KindHands::new(&bold),
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
    pub(super) fn new(base: &Format) -> Self {
        let centred = base.clone().set_align(FormatAlign::Center);
        Self {
            text: base.clone().set_align(FormatAlign::Left),
            mark: centred.clone(),
            number: centred.clone().set_num_format(FIGURES),
            place: centred.clone().set_num_format("0"),
            money: base.clone().set_align(FormatAlign::Right).set_num_format(FIGURES),
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::super::{Cell, Column, Print, Row, Sheet, write};
    use super::*;
    use crate::letter::About;
    use crate::money::Dong;
    use std::io::{Cursor, Read as _};

    #[test]
    fn billions_have_their_dots_whatever_the_region_and_leave_the_other_figures_theirs() {
        let column = |kind| Column { header: "Số".into(), width: 12, kind };
        let sheet = Sheet {
            name: "Số".into(),
            heading: None,
            title: None,
            columns: vec![column(Kind::Money), column(Kind::Number)],
            groups: vec![],
            rows: vec![
                Row::Line { cells: vec![Cell::Money(Dong(2_280_000_000)), Cell::Number(3_500_000_000)] },
                Row::Line { cells: vec![Cell::Money(Dong(760_000)), Cell::Number(12)] },
            ],
            notes: vec![],
            closing: None,
            print: Print::UPRIGHT,
        };
        let made_at = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap().and_hms_opt(8, 0, 0).unwrap();
        let about = About { title: String::new(), author: String::new(), ident: String::new(), made_at };
        let mut styles = String::new();
        let mut file = zip::ZipArchive::new(Cursor::new(write(&sheet, &about).unwrap())).unwrap();
        file.by_name("xl/styles.xml").unwrap().read_to_string(&mut styles).unwrap();
        let escaped = |format: &str| format!("formatCode=\"{}\"", format.replace('>', "&gt;"));
        assert!(styles.contains(&escaped(BILLIONS)) && styles.contains(&escaped(FIGURES)), "{styles}");
        assert!(!styles.contains(&escaped(BELOW_ZERO)), "{styles}");
    }
}
