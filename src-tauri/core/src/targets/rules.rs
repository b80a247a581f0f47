//! What must hold of indicators and targets, and how a result stands to its goal. Pure.

use super::{IndicatorDraft, TargetDraft};
use crate::{
    error::{Refusals, Result},
    money::Hundredths,
    vietnamese::clean,
};
use chrono::NaiveDate;

/// Looks at an indicator; `taken` says whether another one has its name.
pub(super) fn indicator(draft: IndicatorDraft, taken: bool) -> Result<IndicatorDraft> {
    let draft = IndicatorDraft {
        name: clean(&draft.name),
        measure: clean(&draft.measure),
        source: clean(&draft.source),
        ..draft
    };
    let mut wrong = Refusals::new();
    if draft.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên chỉ tiêu. Ví dụ: Kết nạp đoàn viên mới.");
    }
    if taken {
        wrong.refuse("name", "Đã có chỉ tiêu này trong danh mục. Hãy chọn trong danh sách.");
    }
    if draft.measure.is_empty() {
        wrong.refuse("measure", "Chưa ghi đơn vị tính. Ví dụ: đoàn viên, %, triệu đồng.");
    }
    wrong.or(draft)
}

/// What counts for a period that was closed (`closed` names it) stays: its name, its measure, and where the result comes from.
pub(super) fn stays_as_counted(
    known: Option<&IndicatorDraft>,
    draft: &IndicatorDraft,
    closed: Option<&str>,
) -> Result<()> {
    let (Some(known), Some(closed)) = (known, closed) else { return Ok(()) };
    let mut wrong = Refusals::new();
    for (field, changed) in [
        ("name", known.name != draft.name),
        ("measure", known.measure != draft.measure),
        ("counted", known.counted != draft.counted),
    ] {
        if changed {
            let sentence = format!(
                "Chỉ tiêu này đã giao trong kỳ đã khóa sổ ({closed}) nên tên, đơn vị tính và cách đếm giữ nguyên. Hãy thêm chỉ tiêu mới, hoặc mở lại kỳ đó rồi sửa."
            );
            wrong.refuse(field, sentence);
        }
    }
    wrong.or(())
}

/// Looks at a target.
pub(super) fn target(draft: TargetDraft, taken: bool) -> Result<TargetDraft> {
    let draft = TargetDraft { document: clean(&draft.document), note: clean(&draft.note), ..draft };
    let mut wrong = Refusals::new();
    if draft.goal.0 <= 0 {
        wrong.refuse("goal", "Chỉ tiêu giao phải lớn hơn 0.");
    }
    if draft.result.is_some_and(|result| result.0 < 0) {
        wrong.refuse("result", "Kết quả không được nhỏ hơn 0.");
    }
    if draft.bloc.is_some() && draft.unit.is_some() {
        wrong.refuse("unit", "Chỉ tiêu giao cho khối hoặc cho đơn vị, không giao cho cả hai. Hãy bỏ một mục.");
    }
    if taken {
        wrong.refuse("indicator", "Chỉ tiêu này đã được giao trong kỳ. Hãy sửa dòng đã có.");
    }
    wrong.or(draft)
}

/// What would be there on that day if the goal were reached step by step from the first to the last day: hundredths, rounded
/// down; the whole goal after the last day, nothing before the first.
pub(super) fn expected(goal: Hundredths, since: NaiveDate, until: NaiveDate, day: NaiveDate) -> Hundredths {
    let whole = (until - since).num_days() + 1;
    let gone = ((day - since).num_days() + 1).clamp(0, whole);
    let part = i128::from(goal.0) * i128::from(gone) / i128::from(whole.max(1));
    Hundredths(i64::try_from(part).unwrap_or(goal.0))
}

/// The same as [`read`], or the sentence that says how figures are written.
pub(super) fn figure(text: &str) -> std::result::Result<Hundredths, String> {
    let way = "Ghi chữ số liền nhau; dấu chấm chỉ ngăn hàng nghìn, dấu phẩy đứng trước nhiều nhất hai chữ số lẻ";
    read(text).ok_or_else(|| format!("“{}” chưa đúng cách ghi số. {way}. Ví dụ: 108, 1.536 hoặc 16,7.", text.trim()))
}

/// Reads "108", "1.536", "16,7": dots between thousands, a comma before at most two decimals.
pub(super) fn read(text: &str) -> Option<Hundredths> {
    let text = clean(text);
    let (whole, decimals) = text.split_once(',').unwrap_or((&text, ""));
    let grouped = whole
        .split_once('.')
        .is_none_or(|(first, rest)| (1..=3).contains(&first.len()) && rest.split('.').all(|group| group.len() == 3));
    let digits = whole.replace('.', "");
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !grouped || !figures(&digits) || decimals.len() > 2 || !(decimals.is_empty() || figures(decimals)) {
        return None;
    }
    format!("{digits}{decimals:0<2}").parse().ok().map(Hundredths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_goal_is_expected_step_by_step() {
        let by = |on: &str| expected(Hundredths(10_800), day("2024-01-01"), day("2024-12-31"), day(on)).0;
        assert_eq!(by("2023-12-31"), 0);
        assert_eq!(by("2024-06-30"), 10_800 * 182 / 366);
        assert_eq!((by("2024-12-31"), by("2025-03-01")), (10_800, 10_800));
    }

    #[test]
    fn figures_are_read_as_an_office_writes_them() {
        let cases = [("108", 10_800), ("1.536", 153_600), ("16,7", 1_670), ("0,05", 5)];
        for (text, hundredths) in cases {
            assert_eq!(read(text), Some(Hundredths(hundredths)), "{text}");
        }
        for text in ["", "1.5", "12,345", "-3", "trăm", "1,2,3", ".500", "1536.200", "1."] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
