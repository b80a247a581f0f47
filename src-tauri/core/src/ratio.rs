//! Shares and percentages, rounded as reports print them: a half goes up.

/// `part` of `whole`, counted in `per` (100: per cent, 1000: tenths of a per cent); none when there is no whole.
pub fn rounded(part: i64, whole: i64, per: i64) -> Option<i64> {
    let (part, whole, per) = (i128::from(part), i128::from(whole), i128::from(per));
    if whole <= 0 {
        return None;
    }
    i64::try_from((2 * part * per + whole).div_euclid(2 * whole)).ok()
}

/// "194 %": whole per cents; empty when there is no whole.
pub fn percent(part: i64, whole: i64) -> String {
    rounded(part, whole, 100).map(|percent| format!("{percent} %")).unwrap_or_default()
}

/// "16,7 %": with one decimal; empty when there is no whole.
pub fn percent_with_tenths(part: i64, whole: i64) -> String {
    rounded(part, whole, 1000).map(|tenths| format!("{},{} %", tenths / 10, tenths % 10)).unwrap_or_default()
}

/// "1.536": a count as the office writes it.
pub fn grouped(count: i64) -> String {
    crate::money::Dong(count).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_above_its_target_is_a_result() {
        assert_eq!(percent(209, 108), "194 %");
        assert_eq!(percent_with_tenths(1536, 9196), "16,7 %");
        assert_eq!(percent(1, 8), "13 %");
        assert_eq!(percent(1, 3), "33 %");
        assert_eq!(percent(5, 0), "");
    }

    #[test]
    fn a_percentage_is_rounded_once_and_not_by_way_of_its_tenths() {
        assert_eq!((percent(19346, 10000), percent_with_tenths(19346, 10000)), ("193 %".into(), "193,5 %".into()));
    }
}
