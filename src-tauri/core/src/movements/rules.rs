//! What must hold of movements and registrations.

use super::{MovementContent, MovementDraft, RegistrationDraft, RegistrationKind, ReviewDraft};
use crate::{
    error::{Refusals, Result},
    vietnamese::{clean, clean_lines, fold},
};
use chrono::NaiveDate;

/// The draft cleaned, or everything that is wrong with it.
pub(super) fn check(draft: MovementDraft) -> Result<MovementDraft> {
    let content = |content: MovementContent| MovementContent {
        content: clean(&content.content),
        measure: clean(&content.measure),
        ..content
    };
    let draft = MovementDraft {
        name: clean(&draft.name),
        audience: clean(&draft.audience),
        plan: clean(&draft.plan),
        objectives: clean_lines(&draft.objectives),
        note: clean_lines(&draft.note),
        contents: draft.contents.into_iter().map(content).collect(),
        ..draft
    };
    let mut wrong = Refusals::new();
    if draft.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên phong trào. Ví dụ: Lao động giỏi, lao động sáng tạo.");
    }
    if draft.since.zip(draft.until).is_some_and(|(since, until)| until < since) {
        wrong.refuse("until", "Ngày kết thúc phải từ ngày bắt đầu trở đi. Chưa định ngày kết thúc thì để trống.");
    }
    for (at, content) in draft.contents.iter().enumerate() {
        if content.content.is_empty() {
            wrong.refuse(&format!("contents.{at}.content"), "Chưa ghi nội dung. Muốn bỏ, hãy xóa dòng này.");
        }
        if content.target.is_some_and(|target| target.0 < 1) {
            wrong.refuse(&format!("contents.{at}.target"), "Chỉ tiêu phải lớn hơn 0. Không đếm được thì để trống.");
        }
        if content.result.is_some_and(|result| result.0 < 0) {
            wrong.refuse(&format!("contents.{at}.result"), "Kết quả không được âm.");
        }
    }
    let dues = [("interim_on", draft.interim_on), ("final_on", draft.final_on)];
    for (field, day) in dues {
        if draft.since.zip(day).is_some_and(|(since, day)| day < since) {
            wrong.refuse(field, "Ngày sơ kết, tổng kết phải sau ngày bắt đầu phong trào.");
        }
    }
    if draft.interim_on.zip(draft.final_on).is_some_and(|(interim, last)| last < interim) {
        wrong.refuse("final_on", "Ngày tổng kết phải sau ngày sơ kết.");
    }
    if draft.until.zip(draft.register_by).is_some_and(|(until, day)| day > until) {
        wrong.refuse("register_by", "Hạn đăng ký phải trước ngày kết thúc phong trào.");
    }
    wrong.or(draft)
}

/// A review cleaned, or everything that is wrong with it.
pub(super) fn check_review(draft: ReviewDraft, since: Option<NaiveDate>, today: NaiveDate) -> Result<ReviewDraft> {
    let draft = ReviewDraft {
        document: clean(&draft.document),
        result: clean_lines(&draft.result),
        awarded: clean(&draft.awarded),
        ..draft
    };
    let mut wrong = Refusals::new();
    if draft.held_on > today {
        wrong.refuse("held_on", "Ngày sơ kết, tổng kết không được sau hôm nay. Ngày dự kiến thì ghi trong phong trào.");
    }
    if since.is_some_and(|since| draft.held_on < since) {
        wrong.refuse("held_on", "Ngày sơ kết, tổng kết không được trước ngày bắt đầu phong trào. Hãy xem lại ngày.");
    }
    if draft.result.is_empty() {
        wrong.refuse("result", "Chưa ghi kết quả sơ kết, tổng kết.");
    }
    wrong.or(draft)
}

/// A registration cleaned, or everything that is wrong with it.
pub(super) fn check_registration(draft: RegistrationDraft, today: NaiveDate) -> Result<RegistrationDraft> {
    let draft = RegistrationDraft {
        honorific: honorific(&draft.honorific),
        name: clean(&draft.name),
        title: clean(&draft.title),
        form: clean(&draft.form),
        content: clean_lines(&draft.content),
        note: clean_lines(&draft.note),
        ..draft
    };
    let mut wrong = Refusals::new();
    if draft.name.is_empty() {
        wrong.refuse("name", "Chưa ghi người hoặc tập thể đăng ký.");
    }
    if draft.title.is_empty() && draft.form.is_empty() && draft.content.is_empty() {
        wrong.refuse("title", "Chưa ghi đăng ký gì: hãy ghi danh hiệu, hình thức khen thưởng hoặc nội dung.");
    }
    if draft.kind == RegistrationKind::Collective && draft.member.is_some() {
        wrong.refuse("kind", "Đoàn viên đăng ký là cá nhân, không phải tập thể.");
    }
    if draft.received_on.is_some_and(|day| day > today) {
        wrong.refuse("received_on", "Ngày nhận không được sau hôm nay.");
    }
    wrong.or(draft)
}

/// "Ông", "Bà", however they are written; women are counted by it.
fn honorific(text: &str) -> String {
    match fold(text).as_str() {
        "ong" | "nam" => "Ông".to_owned(),
        "ba" | "nu" => "Bà".to_owned(),
        _ => clean(text),
    }
}
