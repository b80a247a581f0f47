//! What must hold of courses, of those who took part, and of the numbers that were reported. Pure.

use super::{BasisDraft, CountDraft, CourseDraft};
use crate::{
    error::{Refusals, Result},
    money::Dong,
    vietnamese::{clean, clean_lines, fold},
};
use chrono::NaiveDate;

/// Looks at a course; `season` is the first and the last day of the year that it is to count in.
pub(super) fn course(draft: CourseDraft, season: (NaiveDate, NaiveDate)) -> Result<CourseDraft> {
    let draft = CourseDraft {
        name: clean(&draft.name),
        organiser: clean(&draft.organiser),
        place: clean(&draft.place),
        money_source: clean(&draft.money_source),
        document: clean(&draft.document),
        note: clean_lines(&draft.note),
        until: draft.until.or(draft.since),
        ..draft
    };
    let mut wrong = Refusals::new();
    if draft.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên lớp. Ví dụ: Tập huấn nghiệp vụ công đoàn cơ sở.");
    }
    match (draft.since, draft.until) {
        (None, _) => wrong.refuse("since", "Chưa ghi ngày khai giảng."),
        (Some(since), Some(until)) if until < since => {
            wrong.refuse("until", "Ngày bế giảng không được trước ngày khai giảng.");
        }
        (Some(since), Some(until)) if until < season.0 || since > season.1 => {
            wrong.refuse("year", "Lớp không học ngày nào trong năm đã chọn. Hãy chọn lại năm hoặc ngày học.");
        }
        (Some(_), _) => {}
    }
    if draft.cost < Dong::ZERO {
        wrong.refuse("cost", "Kinh phí không được âm.");
    }
    wrong.or(draft)
}

/// Looks at a number that a unit reported; `named` says whether the unit is there.
pub(super) fn count(draft: CountDraft, unit_known: bool) -> Result<CountDraft> {
    let draft = CountDraft { source: clean(&draft.source), ..draft };
    let mut wrong = Refusals::new();
    if !unit_known {
        wrong.refuse("unit", "Chưa chọn đơn vị báo cáo.");
    }
    if draft.people < 1 {
        wrong.refuse("people", "Số người phải từ 1 trở lên.");
    }
    if !(0..=draft.people).contains(&draft.women) {
        wrong.refuse("women", "Số nữ phải từ 0 và không quá số người.");
    }
    if !(0..=draft.people).contains(&draft.direct) {
        wrong.refuse("direct", "Số lao động trực tiếp phải từ 0 và không quá số người.");
    }
    wrong.or(draft)
}

/// Looks at a typed total of workers.
pub(super) fn basis(draft: BasisDraft) -> Result<BasisDraft> {
    let draft = BasisDraft { source: clean(&draft.source), ..draft };
    let mut wrong = Refusals::new();
    if draft.people < 1 {
        wrong.refuse("people", "Tổng số lao động phải từ 1 trở lên.");
    }
    if draft.source.is_empty() {
        wrong.refuse("source", "Chưa ghi nguồn của tổng số. Ví dụ: Báo cáo 34/BC-LĐLĐ ngày 15/12/2024.");
    }
    wrong.or(draft)
}

/// Reads "x", "có", "1" and "không", "0"; blank says nothing.
pub(super) fn yes_or_no(text: &str) -> std::result::Result<Option<bool>, String> {
    match fold(&clean(text)).as_str() {
        "" => Ok(None),
        "x" | "co" | "1" | "truc tiep" => Ok(Some(true)),
        "khong" | "0" | "gian tiep" => Ok(Some(false)),
        _ => Err(format!("“{}” chưa rõ. Hãy ghi “có” hoặc “không”.", text.trim())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::{training::TrainingKind, units::Calendar};

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn draft(since: &str, until: &str) -> CourseDraft {
        CourseDraft {
            id: None,
            year: 2024,
            calendar: Calendar::Year,
            name: " Tập huấn  công tác nữ công ".into(),
            kind: TrainingKind::Union,
            organiser: String::new(),
            place: String::new(),
            since: day(since),
            until: day(until),
            cost: Dong::ZERO,
            money_source: String::new(),
            document: String::new(),
            note: String::new(),
        }
    }

    fn season() -> (NaiveDate, NaiveDate) {
        (day("2024-01-01").unwrap(), day("2024-12-31").unwrap())
    }

    #[test]
    fn a_course_of_one_day_needs_one_day_only() {
        let course = course(draft("2024-05-06", ""), season()).unwrap();
        assert_eq!((course.until, course.name.as_str()), (day("2024-05-06"), "Tập huấn công tác nữ công"));
    }

    #[test]
    fn a_course_counts_in_a_year_in_which_it_was_held() {
        assert!(course(draft("2023-12-20", "2024-01-05"), season()).is_ok());
        for (since, until, field) in [("2023-11-01", "2023-12-30", "year"), ("2024-05-06", "2024-05-01", "until")] {
            let refused = course(draft(since, until), season()).unwrap_err();
            assert!(
                matches!(&refused, crate::error::Error::Refused(all) if all.len() == 1 && all.iter().all(|one| one.field == field))
            );
        }
        let both = course(CourseDraft { name: String::new(), ..draft("", "") }, season()).unwrap_err().sentences();
        assert!(both.contains("tên lớp") && both.contains("ngày khai giảng"), "{both}");
    }

    #[test]
    fn a_tick_is_read_as_offices_write_it() {
        assert_eq!((yes_or_no(" X "), yes_or_no("Không"), yes_or_no("")), (Ok(Some(true)), Ok(Some(false)), Ok(None)));
        assert!(yes_or_no("có thể").is_err());
    }
}
