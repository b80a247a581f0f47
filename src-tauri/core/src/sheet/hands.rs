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

/// A share of one, as per cents: whole ones, or with tenths.
const PERCENTS: &str = r"0\ %";
const TENTHS: &str = r"0.0\ %";

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
    pub(super) percents: Format,
    pub(super) tenths: Format,
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
            percents: centred.clone().set_num_format(PERCENTS),
            tenths: centred.clone().set_num_format(TENTHS),
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
    use crate::ratio::{percent, percent_with_tenths};
    use std::io::{Cursor, Read as _};

    fn about() -> About {
        let made_at = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap().and_hms_opt(8, 0, 0).unwrap();
        About { title: String::new(), author: String::new(), ident: String::new(), made_at }
    }

    /// A workbook of these rows: what its parts say.
    fn written(kinds: &[Kind], rows: Vec<Vec<Cell>>) -> impl FnMut(&str) -> String {
        let column = |kind: &Kind| Column { header: "Số".into(), width: 12, kind: *kind };
        let sheet = Sheet {
            name: "Số".into(),
            heading: None,
            title: None,
            columns: kinds.iter().map(column).collect(),
            groups: vec![],
            rows: rows.into_iter().map(|cells| Row::Line { cells }).collect(),
            notes: vec![],
            closing: None,
            print: Print::UPRIGHT,
        };
        let mut file = zip::ZipArchive::new(Cursor::new(write(&sheet, &about()).unwrap())).unwrap();
        move |part| {
            let mut text = String::new();
            file.by_name(part).unwrap().read_to_string(&mut text).unwrap();
            text
        }
    }

    fn has_format(styles: &str, format: &str) -> bool {
        styles.contains(&format!("formatCode=\"{}\"", format.replace('>', "&gt;")))
    }

    #[test]
    fn billions_have_their_dots_whatever_the_region_and_leave_the_other_figures_theirs() {
        let rows = vec![
            vec![Cell::Money(Dong(2_280_000_000)), Cell::Number(3_500_000_000)],
            vec![Cell::Money(Dong(760_000)), Cell::Number(12)],
        ];
        let styles = written(&[Kind::Money, Kind::Number], rows)("xl/styles.xml");
        assert!(has_format(&styles, BILLIONS) && has_format(&styles, FIGURES), "{styles}");
        assert!(!has_format(&styles, BELOW_ZERO), "{styles}");
    }

    #[test]
    fn a_share_is_a_number_that_shows_as_per_cents() {
        let rows = vec![vec![Cell::Share(percent(209, 108)), Cell::Share(percent_with_tenths(1536, 9196))]];
        let mut part = written(&[Kind::Mark, Kind::Mark], rows);
        let (cells, styles) = (part("xl/worksheets/sheet1.xml"), part("xl/styles.xml"));
        assert!(cells.contains("<v>1.94</v>") && cells.contains("<v>0.167</v>"), "{cells}");
        assert!(has_format(&styles, PERCENTS) && has_format(&styles, TENTHS), "{styles}");
    }
}
