//! Is the computer's clock right? The newest act says what it cannot be.

use chrono::{DateTime, FixedOffset, TimeDelta};

/// So far a clock may be set back: by the network, by hand.
const BACK: TimeDelta = TimeDelta::hours(1);
/// So long an office may leave its register alone.
const AHEAD: TimeDelta = TimeDelta::days(180);

/// What is to be said about the clock, if anything. Pure.
pub(super) fn said(newest_act: Option<DateTime<FixedOffset>>, now: DateTime<FixedOffset>) -> Option<String> {
    let newest = newest_act?;
    let spoken = |at: DateTime<FixedOffset>| at.format("%H:%M ngày %d/%m/%Y").to_string();
    let (is, was) = (spoken(now), spoken(newest));
    if now < newest - BACK {
        return Some(format!(
            "Đồng hồ máy đang chỉ {is}, trước lần ghi sổ gần nhất ({was}). Hãy chỉnh lại ngày giờ của máy rồi mới ghi tiếp."
        ));
    }
    (now > newest + AHEAD).then(|| {
        format!(
            "Đồng hồ máy đang chỉ {is}, lần ghi sổ gần nhất là {was}. Nếu ngày của máy sai, hãy chỉnh lại rồi mới ghi tiếp."
        )
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn a_clock_behind_the_newest_act_or_years_after_it_is_told() {
        let newest = DateTime::parse_from_rfc3339("2026-11-26T17:46:00+07:00").unwrap();
        let at = |days: i64| said(Some(newest), newest + TimeDelta::days(days));
        assert_eq!((at(0), at(40), said(None, newest)), (None, None, None));
        assert_eq!(said(Some(newest), newest - TimeDelta::minutes(30)), None, "the network sets clocks");
        assert!(at(-1).unwrap().contains("25/11/2026, trước lần ghi sổ gần nhất (17:46 ngày 26/11/2026)"));
        assert!(at(-16_000).is_some() && at(3650).unwrap().contains("2036"));
    }
}
