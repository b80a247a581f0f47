//! A day that is none: what was sent is looked through for it, so that the answer can name its field.

use crate::error::Error;
use chrono::NaiveDate;
use serde_json::Value;

/// What chrono says of a text that is no day.
const SAID: [&str; 4] =
    ["input is out of range", "input contains invalid characters", "premature end of input", "trailing input"];

/// The refusal of the first text among the arguments that should be a day and is none; none: they were wrong otherwise.
pub(super) fn refused(arguments: &Value, error: &serde_json::Error) -> Option<Error> {
    let said = error.to_string();
    if !SAID.iter().any(|one| said.starts_with(one)) {
        return None;
    }
    let field = field(arguments, "")?;
    Some(Error::refused(&field, "Ngày này không có trong lịch. Ví dụ ngày đúng: 05/09/2026."))
}

/// Where the first text stands that looks like a day and is none; a place in a list is told before the name.
fn field(value: &Value, within: &str) -> Option<String> {
    match value {
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            if value.as_str().is_some_and(is_no_day) { Some(format!("{within}{name}")) } else { field(value, within) }
        }),
        Value::Array(list) => list.iter().enumerate().find_map(|(at, value)| field(value, &format!("{within}{at}."))),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

fn is_no_day(text: &str) -> bool {
    let is_like_one = text.starts_with(|first: char| first.is_ascii_digit()) && text.matches(['-', '/']).count() == 2;
    is_like_one && text.parse::<NaiveDate>().is_err()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;
    use serde::Deserialize;
    use serde_json::json;

    #[derive(Debug, Deserialize)]
    struct Sent {
        #[expect(dead_code, reason = "only read")]
        since: NaiveDate,
    }

    fn refused_of<T: for<'a> Deserialize<'a> + std::fmt::Debug>(arguments: Value) -> Option<Vec<String>> {
        let error = T::deserialize(&arguments).unwrap_err();
        match refused(&arguments, &error)? {
            Error::Refused(refusals) => Some(refusals.into_iter().map(|one| one.field).collect()),
            Error::Broken(_) => None,
        }
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_named_by_its_field() {
        for day in ["2026-02-30", "30/02/2026", "2026-13-01", "2026-11-26T00:00:00"] {
            assert_eq!(refused_of::<Sent>(json!({ "name": "A", "since": day })).unwrap(), ["since"], "{day}");
        }
        let rows = json!([{ "since": "2026-02-28" }, { "note": "12/2/2026", "since": "2026-02-29" }]);
        assert_eq!(refused_of::<Vec<Sent>>(rows).unwrap(), ["1.note"], "the first one in the order of names");
    }

    #[test]
    fn what_is_wrong_otherwise_stays_our_fault() {
        assert_eq!(refused_of::<Sent>(json!({ "from": "2026-02-30" })), None);
        assert_eq!(refused_of::<Sent>(json!({ "since": 5 })), None);
    }
}
