//! The cell of a card's number, and whether the number fits the rest of the row. The rules are [`identity`]'s.

use crate::calendar::PartialDate;
use crate::members::identity::{self, CardFinding, CardHolder};

use super::cells::{Entry, Value};
use super::finding::Finding;
use super::grid::{GridCell, Nature};
use super::plain::is_dash;
use super::target::Gender;

/// Reads the cell of the citizen's number.
pub fn read_card(cell: Option<&GridCell>, entry: &mut Entry) {
    let Some(cell) = cell.filter(|cell| !is_dash(&cell.shown)) else {
        entry.findings.insert(Finding::CccdMissing);
        return;
    };
    let card = identity::read_card(&cell.shown);
    if card.findings.is_empty() && matches!(cell.nature, Nature::Number { padded: true, .. }) {
        entry.findings.insert(Finding::CccdNumberFormat);
    }
    entry.findings.extend(card.findings.into_iter().filter_map(finding));
    for (field, number) in [("citizen_id", card.citizen_id), ("legacy_id", card.legacy_id)] {
        entry.values.extend(number.map(|number| (field, Value::Text(number))));
    }
}

/// Says where the number contradicts gender and birth.
pub fn check_card(entry: &mut Entry) {
    let holder = CardHolder {
        is_woman: Some(entry.text("gender")).filter(|word| !word.is_empty()).map(|word| word == Gender::Nu.word()),
        birth_year: entry.day("birth").map(PartialDate::year),
    };
    let findings = identity::compare(entry.text("citizen_id"), holder);
    entry.findings.extend(findings.into_iter().filter_map(finding));
}

/// A province that is none is the business of the member's own record: the sender cannot mend it.
fn finding(card: CardFinding) -> Option<Finding> {
    match card {
        CardFinding::CccdZeroPadded => Some(Finding::CccdZeroPadded),
        CardFinding::CccdSciLost => Some(Finding::CccdSciLost),
        CardFinding::CccdBadLength => Some(Finding::CccdBadLength),
        CardFinding::CccdGenderMismatch => Some(Finding::CccdGenderMismatch),
        CardFinding::CccdBirthMismatch => Some(Finding::CccdBirthMismatch),
        CardFinding::CccdProvinceUnknown => None,
        CardFinding::Cmnd9InCccdColumn => Some(Finding::Cmnd9InCccdColumn),
        CardFinding::CccdMissing => Some(Finding::CccdMissing),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn text_cell(text: &str) -> GridCell {
        GridCell { column: 0, shown: text.into(), nature: Nature::Text }
    }

    fn card(text: &str) -> (String, String, Vec<Finding>) {
        let mut entry = Entry::of("S", 1);
        read_card(Some(&text_cell(text)), &mut entry);
        (entry.text("citizen_id").into(), entry.text("legacy_id").into(), entry.findings.into_iter().collect())
    }

    #[test]
    fn an_id_keeps_what_is_certain_and_says_what_is_not() {
        assert_eq!(card("036090806419"), ("036090806419".into(), String::new(), vec![]));
        assert_eq!(card("036 090 806 419"), ("036090806419".into(), String::new(), vec![]));
        assert_eq!(card("36185771617"), ("036185771617".into(), String::new(), vec![Finding::CccdZeroPadded]));
        assert_eq!(card("1185771617"), ("001185771617".into(), String::new(), vec![Finding::CccdZeroPadded]));
        assert_eq!(card("178948483"), (String::new(), "178948483".into(), vec![Finding::Cmnd9InCccdColumn]));
        assert_eq!(card("3.62E+10"), (String::new(), String::new(), vec![Finding::CccdSciLost]));
        assert_eq!(card("3,62E+10"), (String::new(), String::new(), vec![Finding::CccdSciLost]));
        for wrong in ["03618794", "0361899218747", "0011878583", "0360989593", "97185771617", "không có"] {
            assert_eq!(card(wrong), (String::new(), String::new(), vec![Finding::CccdBadLength]), "{wrong}");
        }
        assert_eq!(card(" - ").2, vec![Finding::CccdMissing]);
    }

    #[test]
    fn the_card_contradicts_gender_and_birth() {
        let mut entry = Entry::of("S", 1);
        entry.values.insert("citizen_id", Value::Text("036300688160".into()));
        entry.values.insert("gender", Value::Text("nu".into()));
        entry.values.insert("birth", Value::Day(PartialDate::new(2000, Some(6), Some(11)).unwrap()));
        check_card(&mut entry);
        assert!(entry.findings.is_empty());
        entry.values.insert("gender", Value::Text("nam".into()));
        entry.values.insert("birth", Value::Day(PartialDate::new(1999, None, None).unwrap()));
        check_card(&mut entry);
        assert_eq!(entry.findings.len(), 2);
    }
}
