//! What a pledge must be, and which steps it may take. Pure.

use super::{
    PledgeDraft, PledgeState,
    draft::ShortcomingDraft,
    words::{Confirmer, Step},
};
use crate::error::{Refusals, Result};
use chrono::NaiveDate;

/// The pledge with its texts cleaned, or everything that is wrong with it.
pub fn check(draft: PledgeDraft, today: NaiveDate) -> Result<PledgeDraft> {
    let draft = draft.cleaned();
    let mut wrong = Refusals::new();
    if draft.content.is_empty() {
        wrong.refuse("content", "Chưa ghi nội dung cam kết. Hãy ghi ít nhất một mục.");
    }
    if draft.registered_on.is_some_and(|day| day > today) {
        wrong.refuse("registered_on", "Ngày đăng ký không được sau hôm nay.");
    }
    for (at, shortcoming) in draft.shortcomings.iter().enumerate() {
        check_shortcoming(&mut wrong, &format!("shortcomings.{at}."), shortcoming, today);
    }
    wrong.or(draft)
}

fn check_shortcoming(wrong: &mut Refusals, prefix: &str, draft: &ShortcomingDraft, today: NaiveDate) {
    if draft.shortcoming.is_empty() {
        wrong.refuse(
            &format!("{prefix}shortcoming"),
            "Chưa ghi hạn chế, khuyết điểm. Hãy ghi nội dung hoặc xóa dòng này.",
        );
    }
    if draft.mended_on.is_some_and(|day| day > today) {
        wrong.refuse(&format!("{prefix}mended_on"), "Ngày khắc phục xong không được sau hôm nay.");
    }
    if draft.mended_on.is_some() && draft.mending.is_empty() {
        wrong.refuse(&format!("{prefix}mending"), "Đã khắc phục xong thì cần ghi kết quả. Hãy ghi một câu ngắn.");
    }
}

/// Who confirms when nobody says it: the Party committee for its members, the union for all others.
pub const fn usual_confirmer(party_member: Option<bool>) -> Confirmer {
    match party_member {
        Some(true) => Confirmer::PartyCommittee,
        Some(false) | None => Confirmer::UnionCommittee,
    }
}

/// The confirmer that the words on paper mean: "Chi bộ", "Đảng ủy xã", "BCH CĐCS".
pub fn confirmer_of(written: &str) -> Confirmer {
    let words = crate::vietnamese::fold(written);
    let party =
        ["chi bo", "chi uy", "cap uy", "dang uy", "huyen uy", "dang bo"].iter().any(|name| words.contains(name));
    usual_confirmer(Some(party))
}

/// One pledge that is about to take a step: whose it is, where it stands.
pub type Standing = (String, PledgeState);

/// Refuses a step for those from whose state it does not lead, all of them at once; names at most five.
pub fn may_take(step: Step, pledges: &[Standing]) -> Result<()> {
    let stuck: Vec<&Standing> = pledges.iter().filter(|(_, state)| !step.from().contains(state)).collect();
    let mut wrong = Refusals::new();
    if !stuck.is_empty() {
        let names: Vec<String> =
            stuck.iter().take(5).map(|(name, state)| format!("{name} ({})", state.label().to_lowercase())).collect();
        let more = if stuck.len() > 5 { ", …" } else { "" };
        wrong.refuse(
            "pledges",
            format!(
                "{} Có {} bản chưa làm được bước này: {}{more}. Hãy bỏ chọn các bản đó rồi làm lại.",
                step.sentence(),
                stuck.len(),
                names.join(", ")
            ),
        );
    }
    wrong.or(())
}

/// Whether the content may still be written: what was confirmed stays.
pub const fn may_edit(state: PledgeState) -> bool {
    match state {
        PledgeState::Draft | PledgeState::Registered | PledgeState::Returned => true,
        PledgeState::Confirmed
        | PledgeState::Published
        | PledgeState::Reviewed
        | PledgeState::SelfAssessed
        | PledgeState::Assessed
        | PledgeState::Closed
        | PledgeState::Withdrawn => false,
    }
}

/// The days of a posting, or what is wrong with them; a posting that is planned begins on `last` at the latest.
pub fn check_posting(
    place: &str,
    (from, until): (NaiveDate, Option<NaiveDate>),
    latest_confirmed: Option<NaiveDate>,
    last: NaiveDate,
) -> Result<()> {
    let mut wrong = Refusals::new();
    if place.is_empty() {
        wrong.refuse("place", "Chưa ghi nơi công khai. Ví dụ: Bảng tin cơ quan.");
    }
    if until.is_some_and(|until| until < from) {
        wrong.refuse("until", "Ngày kết thúc công khai không được trước ngày bắt đầu.");
    }
    if from > last {
        wrong.refuse("from", "Ngày công khai sau cả năm của bản cam kết. Hãy xem lại ngày.");
    }
    if latest_confirmed.is_some_and(|day| from < day) {
        wrong.refuse("from", "Ngày công khai không được trước ngày xác nhận. Hãy xem lại ngày.");
    }
    wrong.or(())
}
