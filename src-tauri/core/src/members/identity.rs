//! Numbers of identity cards ("CCCD", old "CMND"): what a cell holds, and whether a number fits the person.
//!
//! Twelve figures: three for the province or country where the birth was registered, one for century and sex, two for the
//! year of birth, six by chance. Registers contain errors, so nothing here refuses a number: it only says what to look at.

use serde::{Deserialize, Serialize};

use crate::vietnamese::clean;

/// Something to look at in the number of a card. The words are those of the import's warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum CardFinding {
    /// Zeros in front were lost and have been put back.
    CccdZeroPadded,
    /// Only "3.62E+10" is left: the figures are gone.
    CccdSciLost,
    /// Neither 9 nor 12 figures, and no lost zeros explain it.
    CccdBadLength,
    /// The fourth figure contradicts the gender.
    CccdGenderMismatch,
    /// The year in the number (or its century) contradicts the year of birth.
    CccdBirthMismatch,
    /// The first three figures are no province.
    CccdProvinceUnknown,
    /// Nine figures: the number of an old card.
    #[serde(rename = "cmnd9_in_cccd_column")]
    Cmnd9InCccdColumn,
    /// Nothing stands there.
    CccdMissing,
}

impl CardFinding {
    /// What the clerk reads: what is wrong and what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::CccdZeroPadded => "Số CCCD bị mất số 0 ở đầu, đã thêm lại cho đủ 12 số. Hãy đối chiếu với thẻ.",
            Self::CccdSciLost => "Số CCCD chỉ còn dạng 3.62E+10, các chữ số đã mất. Hãy hỏi lại đơn vị số đầy đủ.",
            Self::CccdBadLength => "Số CCCD phải có 12 chữ số (CMND cũ: 9 chữ số). Hãy hỏi lại đơn vị số đúng.",
            Self::CccdGenderMismatch => "Chữ số thứ tư của số CCCD không khớp giới tính. Hãy đối chiếu với thẻ.",
            Self::CccdBirthMismatch => "Năm sinh trong số CCCD không khớp năm sinh đã ghi. Hãy đối chiếu với thẻ.",
            Self::CccdProvinceUnknown => {
                "Ba chữ số đầu của số CCCD không phải mã tỉnh (001–096). Hãy đối chiếu với thẻ, trừ khi người này khai sinh ở nước ngoài."
            }
            Self::Cmnd9InCccdColumn => "Số này có 9 chữ số nên là CMND cũ, đã ghi vào mục CMND. Hãy bổ sung số CCCD.",
            Self::CccdMissing => "Chưa có số CCCD. Hãy bổ sung khi có.",
        }
    }
}

/// What the cell of a card number holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardReading {
    /// Twelve figures.
    pub citizen_id: Option<String>,
    /// Nine figures of an old card.
    pub legacy_id: Option<String>,
    /// What had to be repaired or could not be read.
    pub findings: Vec<CardFinding>,
}

/// Reads a number as it stands in a list, with the damage that spreadsheets do to it.
pub fn read_card(text: &str) -> CardReading {
    let cleaned = clean(text);
    let text = cleaned.trim_matches(['\'', '’', ' ', '.', '-']);
    if text.is_empty() {
        return CardReading { findings: vec![CardFinding::CccdMissing], ..CardReading::default() };
    }
    let figures = match in_powers_of_ten(text) {
        Powers::Lost => return CardReading { findings: vec![CardFinding::CccdSciLost], ..CardReading::default() },
        Powers::Whole(figures) => figures,
        Powers::None => text.strip_suffix(".0").unwrap_or(text).replace([' ', '.', ',', '-', '\'', '’'], ""),
    };
    by_length(figures)
}

fn by_length(figures: String) -> CardReading {
    let read = |citizen_id: String, findings| CardReading { citizen_id: Some(citizen_id), legacy_id: None, findings };
    let all_figures = figures.bytes().all(|byte| byte.is_ascii_digit());
    let lost_zeros = matches!(figures.len(), 10 | 11) && !figures.starts_with('0');
    let restored = format!("{figures:0>12}");
    match figures.len() {
        12 if all_figures => read(figures, vec![]),
        9 if all_figures => {
            CardReading { legacy_id: Some(figures), findings: vec![CardFinding::Cmnd9InCccdColumn], citizen_id: None }
        }
        _ if all_figures && lost_zeros && is_province(&restored) => read(restored, vec![CardFinding::CccdZeroPadded]),
        _ => CardReading { findings: vec![CardFinding::CccdBadLength], ..CardReading::default() },
    }
}

/// A number that a spreadsheet wrote in powers of ten.
enum Powers {
    /// It did not.
    None,
    /// Every figure still stands there ("3.6185771617E+10").
    Whole(String),
    /// Some were rounded away ("3.62E+10").
    Lost,
}

fn in_powers_of_ten(text: &str) -> Powers {
    let Some((front, power)) = text.split_once(['E', 'e']) else { return Powers::None };
    let figures = front.replacen(['.', ','], "", 1);
    let power = power.trim_start_matches('+');
    let are_figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !are_figures(&figures) || !are_figures(power) || front.find(['.', ',']).is_some_and(|at| at != 1) {
        return Powers::None;
    }
    match power.parse::<usize>() {
        Ok(power) if figures.len() == power + 1 => Powers::Whole(figures),
        _ => Powers::Lost,
    }
}

/// Who the card should belong to, as far as the register knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CardHolder {
    /// Whether it is a woman, when the gender is known.
    pub is_woman: Option<bool>,
    /// The year of birth, when it is known.
    pub birth_year: Option<i32>,
}

/// What a number of twelve figures says about its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardFacts {
    /// Province or country where the birth was registered: 1 to 96 are the provinces as they were before 2025.
    pub province: u32,
    /// Whether the holder is a woman.
    pub is_woman: bool,
    /// The year of birth, from 1900 to 2399.
    pub birth_year: i32,
}

/// What the number says; nothing unless it has twelve figures.
pub fn card_facts(citizen_id: &str) -> Option<CardFacts> {
    if citizen_id.len() != 12 || !citizen_id.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let century_and_sex: i32 = citizen_id.get(3..4)?.parse().ok()?;
    let year_of_century: i32 = citizen_id.get(4..6)?.parse().ok()?;
    Some(CardFacts {
        province: citizen_id.get(..3)?.parse().ok()?,
        is_woman: century_and_sex % 2 == 1,
        birth_year: 1900 + century_and_sex / 2 * 100 + year_of_century,
    })
}

/// Where a number of twelve figures does not fit its holder. Other numbers are not judged.
pub fn compare(citizen_id: &str, holder: CardHolder) -> Vec<CardFinding> {
    let Some(facts) = card_facts(citizen_id) else { return vec![] };
    let mut findings = Vec::new();
    if holder.is_woman.is_some_and(|is_woman| is_woman != facts.is_woman) {
        findings.push(CardFinding::CccdGenderMismatch);
    }
    if holder.birth_year.is_some_and(|year| year != facts.birth_year) {
        findings.push(CardFinding::CccdBirthMismatch);
    }
    if !is_province(citizen_id) {
        findings.push(CardFinding::CccdProvinceUnknown);
    }
    findings
}

/// The codes are those of the 63 provinces before 2025; a merger of provinces changes nobody's number.
fn is_province(citizen_id: &str) -> bool {
    card_facts(citizen_id).is_some_and(|facts| (1..=96).contains(&facts.province))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn card(citizen_id: Option<&str>, legacy_id: Option<&str>, findings: &[CardFinding]) -> CardReading {
        CardReading {
            citizen_id: citizen_id.map(str::to_owned),
            legacy_id: legacy_id.map(str::to_owned),
            findings: findings.to_vec(),
        }
    }

    #[test]
    fn a_whole_number_is_read_however_it_is_grouped() {
        for text in [
            "036090806419",
            "'036090806419",
            " 036 090 806 419 ",
            "036.090.806.419",
            "036090806419.0",
            "036-090-806-419",
        ] {
            assert_eq!(read_card(text), card(Some("036090806419"), None, &[]), "{text}");
        }
    }

    #[test]
    fn zeros_that_a_spreadsheet_dropped_are_put_back_and_told() {
        for (text, whole) in [
            ("36185771617", "036185771617"),
            ("4190720779", "004190720779"),
            ("1201638620", "001201638620"),
            ("36185771617.0", "036185771617"),
            ("3.6185771617E+10", "036185771617"),
            ("4.190720779E+9", "004190720779"),
        ] {
            assert_eq!(read_card(text), card(Some(whole), None, &[CardFinding::CccdZeroPadded]), "{text}");
        }
    }

    #[test]
    fn a_number_whose_figures_are_gone_is_left_empty() {
        for text in ["3.62E+10", "1.23E+11", "3,61E+10", "3.61e10", "4E+9", "3.6185771E+10"] {
            assert_eq!(read_card(text), card(None, None, &[CardFinding::CccdSciLost]), "{text}");
        }
    }

    #[test]
    fn a_number_of_another_length_is_left_empty_and_an_old_card_goes_to_its_place() {
        for text in [
            "0360989593",
            "03618794",
            "0361899218747",
            "0011878583",
            "03619867",
            "97185771617",
            "12345678",
            "xem hồ sơ",
            "03609O806419",
            "36.2",
            "3.62X+10",
            "0E",
            "đang làm lại",
        ] {
            assert_eq!(read_card(text), card(None, None, &[CardFinding::CccdBadLength]), "{text}");
        }
        assert_eq!(read_card("178948483"), card(None, Some("178948483"), &[CardFinding::Cmnd9InCccdColumn]));
        for text in ["", "  ", "-", "'", "."] {
            assert_eq!(read_card(text), card(None, None, &[CardFinding::CccdMissing]), "{text}");
        }
    }

    #[test]
    fn a_number_tells_province_sex_and_year_of_every_century() {
        for (figure, is_woman, year) in [
            ('0', false, 1985),
            ('1', true, 1985),
            ('2', false, 2085),
            ('3', true, 2085),
            ('4', false, 2185),
            ('5', true, 2185),
        ] {
            let facts = card_facts(&format!("036{figure}85771617")).unwrap();
            assert_eq!(facts, CardFacts { province: 36, is_woman, birth_year: year });
        }
        assert_eq!(card_facts("36185771617"), None);
        assert_eq!(card_facts("０36185771617"), None);
    }

    #[test]
    fn a_number_that_does_not_fit_its_holder_is_pointed_out() {
        let woman_of_1985 = CardHolder { is_woman: Some(true), birth_year: Some(1985) };
        for (citizen_id, findings) in [
            ("036185771617", vec![]),
            ("036085771617", vec![CardFinding::CccdGenderMismatch]),
            ("036186771617", vec![CardFinding::CccdBirthMismatch]),
            ("036385771617", vec![CardFinding::CccdBirthMismatch]),
            ("036086771617", vec![CardFinding::CccdGenderMismatch, CardFinding::CccdBirthMismatch]),
            ("097185771617", vec![CardFinding::CccdProvinceUnknown]),
            ("000185771617", vec![CardFinding::CccdProvinceUnknown]),
            ("178948483", vec![]),
        ] {
            assert_eq!(compare(citizen_id, woman_of_1985), findings, "{citizen_id}");
        }
        assert_eq!(compare("036086771617", CardHolder::default()), vec![], "what is not known cannot contradict");
    }

    #[test]
    fn findings_have_the_names_of_the_report() {
        let name = |finding: CardFinding| serde_json::to_value(finding).unwrap();
        assert_eq!(name(CardFinding::CccdZeroPadded), "cccd_zero_padded");
        assert_eq!(name(CardFinding::CccdSciLost), "cccd_sci_lost");
        assert_eq!(name(CardFinding::Cmnd9InCccdColumn), "cmnd9_in_cccd_column");
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_stumble(text in any::<String>()) {
            let reading = read_card(&text);
            prop_assert!(reading.citizen_id.is_none_or(|number| card_facts(&number).is_some()));
        }

        #[test]
        fn a_provinces_number_survives_losing_its_zeros(province in 1..=96_u32, rest in 0..1_000_000_000_u64) {
            let number = format!("{province:03}{rest:09}");
            prop_assert_eq!(read_card(number.trim_start_matches('0')).citizen_id, Some(number));
        }
    }
}
