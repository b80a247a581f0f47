//! What must hold of a compact, of a meeting and of its votes; who is elected and who is acclaimed. Pure.

use super::{CompactDraft, CompactItem, MeetingDraft, VoteFor, VoteRule};
use crate::{
    catalogue::Certainty,
    error::{Refusals, Result},
    ratio::{self, Share},
    units::UnitId,
    vietnamese::{clean, clean_lines},
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// Contents without blank lines.
pub(super) fn items(items: Vec<CompactItem>) -> Vec<CompactItem> {
    items
        .into_iter()
        .map(|item| CompactItem { content: clean(&item.content), target: clean(&item.target) })
        .filter(|item| !item.content.is_empty() || !item.target.is_empty())
        .collect()
}

/// Looks at a compact.
pub(super) fn compact(draft: CompactDraft) -> Result<CompactDraft> {
    let draft = CompactDraft {
        opening: clean_lines(&draft.opening),
        ending: clean_lines(&draft.ending),
        place: clean(&draft.place),
        document: clean(&draft.document),
        note: clean_lines(&draft.note),
        items: items(draft.items),
        ..draft
    };
    let mut wrong = Refusals::new();
    if too_early(draft.signed_on, draft.year) {
        wrong.refuse("signed_on", signed_too_early(draft.year));
    }
    if draft.items.is_empty() {
        wrong.refuse("items", "Chưa ghi nội dung giao ước nào. Hãy ghi ít nhất một nội dung.");
    }
    for (at, item) in draft.items.iter().enumerate() {
        if item.content.is_empty() {
            wrong.refuse(&format!("items.{at}.content"), format!("Chỉ tiêu “{}” chưa có nội dung.", item.target));
        }
    }
    wrong.or(draft)
}

/// Looks at a meeting and its votes; `today` is the last day on which it can have been held.
pub(super) fn meeting(draft: MeetingDraft, today: NaiveDate) -> Result<MeetingDraft> {
    let draft = MeetingDraft {
        began: clean(&draft.began),
        ended: clean(&draft.ended),
        place: clean(&draft.place),
        chair: clean(&draft.chair),
        secretary: clean(&draft.secretary),
        content: clean_lines(&draft.content),
        conclusion: clean_lines(&draft.conclusion),
        ..draft
    };
    let mut wrong = Refusals::new();
    match draft.held_on {
        None => wrong.refuse("held_on", "Chưa ghi ngày họp khối."),
        Some(day) if day > today => wrong.refuse("held_on", "Ngày họp không được sau hôm nay."),
        Some(day) if day.year() < draft.year => {
            wrong.refuse("held_on", format!("Ngày họp nhìn lại năm {0} không được trước năm {0}.", draft.year));
        }
        Some(_) => {}
    }
    if draft.units < 1 {
        wrong.refuse("units", "Số đơn vị của khối phải từ 1 trở lên.");
    } else if !(1..=draft.units).contains(&draft.present) {
        wrong.refuse("present", format!("Số đơn vị có mặt phải từ 1 đến {}.", draft.units));
    }
    for (field, text) in [("began", &draft.began), ("ended", &draft.ended)] {
        if !text.is_empty() && minutes(text).is_none() {
            wrong.refuse(field, "Giờ chưa đúng. Ví dụ: 08:00.");
        }
    }
    if minutes(&draft.began).zip(minutes(&draft.ended)).is_some_and(|(began, ended)| ended < began) {
        wrong.refuse("ended", "Giờ kết thúc không được trước giờ bắt đầu.");
    }
    let mut seen = BTreeSet::new();
    for (at, vote) in draft.votes.iter().enumerate() {
        if vote.votes < 0 || vote.votes > draft.present {
            let sentence = format!("Số phiếu phải từ 0 đến {}, là số đơn vị có mặt.", draft.present);
            wrong.refuse(&format!("votes.{at}.votes"), sentence);
        }
        if !seen.insert((vote.what, vote.unit)) {
            let sentence =
                format!("Đơn vị này có hai dòng phiếu {}. Hãy bỏ bớt một dòng.", vote.what.label().to_lowercase());
            wrong.refuse(&format!("votes.{at}.unit"), sentence);
        }
    }
    for what in [VoteFor::Head, VoteFor::Deputy] {
        one_vote_each(&draft, what, &mut wrong);
    }
    wrong.or(draft)
}

/// A unit that is there votes for one head and one deputy.
fn one_vote_each(draft: &MeetingDraft, what: VoteFor, wrong: &mut Refusals) {
    let votes = || draft.votes.iter().enumerate().filter(|(_, vote)| vote.what == what);
    let given: i64 = votes().map(|(_, vote)| vote.votes).fold(0, i64::saturating_add);
    if let Some((last, _)) = votes().next_back().filter(|_| votes().count() > 1 && given > draft.present) {
        let post = what.label().to_lowercase();
        let sentence = format!("Tổng số phiếu {post} là {given}, nhiều hơn {} đơn vị có mặt.", draft.present);
        wrong.refuse(&format!("votes.{last}.votes"), sentence);
    }
}

/// Whether the compact of a year cannot have been signed yet on that day: its plan is made in the year before at the earliest.
pub(super) fn too_early(day: Option<NaiveDate>, year: i32) -> bool {
    day.is_some_and(|day| day.year() < year - 1)
}

pub(super) fn signed_too_early(year: i32) -> String {
    format!("Ngày ký giao ước năm {year} không được trước năm {}.", year - 1)
}

/// Minutes since midnight of "08:00"; none: not a time of day.
fn minutes(text: &str) -> Option<u32> {
    let (hour, minute) = text.split_once(':')?;
    let read = |text: &str, most: u32| text.parse::<u32>().ok().filter(|value| text.len() <= 2 && *value <= most);
    Some(read(hour, 23)? * 60 + read(minute, 59).filter(|_| minute.len() == 2)?)
}

/// Looks at a rule of voting.
pub(super) fn rule(rule: VoteRule) -> Result<VoteRule> {
    let rule = VoteRule { source: clean(&rule.source), ..rule };
    let mut wrong = Refusals::new();
    if !(1..=100).contains(&rule.percent) {
        wrong.refuse("percent", "Tỷ lệ phiếu phải từ 1 đến 100 %.");
    }
    if rule.beyond && rule.percent == 100 {
        wrong.refuse("percent", "Không thể đạt quá 100 % số phiếu. Hãy chọn “từ 100 % trở lên”.");
    }
    if rule.since.is_some() && rule.until.is_some() && rule.until < rule.since {
        wrong.refuse("until", "Ngày hết hiệu lực không được trước ngày có hiệu lực.");
    }
    if rule.certainty == Certainty::Sourced && rule.source.is_empty() {
        wrong.refuse("source", "Đã chọn “Có nguồn” thì cần ghi nguồn. Ví dụ: số văn bản.");
    }
    wrong.or(rule)
}

/// Whether so many votes of `base` are enough.
pub(super) fn enough(rule: &VoteRule, votes: i64, base: i64) -> bool {
    let (got, wanted) = (100 * votes, rule.percent * base);
    if rule.beyond { got > wanted } else { got >= wanted && votes > 0 }
}

/// "quá 50 % số đơn vị có mặt".
pub(super) fn said(rule: &VoteRule) -> String {
    let base = rule.base.label();
    if rule.beyond {
        format!("quá {} % {base}", rule.percent)
    } else {
        format!("từ {} % {base} trở lên", rule.percent)
    }
}

/// How one unit came out of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stand {
    pub unit: UnitId,
    /// From 1; equal votes share a place.
    pub place: i64,
    /// Enough votes.
    pub passed: bool,
    pub percent: Share,
}

/// A ballot in the order of its votes, the most first; `base` is what the share is reckoned on.
pub(super) fn ballot(votes: &[(UnitId, i64)], rule: &VoteRule, base: i64) -> Vec<Stand> {
    let mut votes = votes.to_vec();
    votes.sort_by_key(|(_, votes)| -votes);
    let place = |mine: i64| 1 + i64::try_from(votes.iter().filter(|(_, other)| *other > mine).count()).unwrap_or(0);
    votes
        .iter()
        .map(|(unit, got)| Stand {
            unit: *unit,
            place: place(*got),
            passed: enough(rule, *got, base),
            percent: ratio::percent_with_tenths(*got, base),
        })
        .collect()
}

/// Who is elected: the only one in first place, with enough votes.
pub(super) fn elected(stands: &[Stand]) -> Option<UnitId> {
    let mut first = stands.iter().filter(|stand| stand.place == 1 && stand.passed);
    match (first.next(), first.next()) {
        (Some(one), None) => Some(one.unit),
        (None, _) | (Some(_), Some(_)) => None,
    }
}

/// What stands in the way of an election, for the clerk; empty: nothing.
pub(super) fn unclear(what: VoteFor, stands: &[Stand]) -> String {
    let post = what.label().to_lowercase();
    if stands.is_empty() {
        return format!("Chưa ghi phiếu bầu {post}.");
    }
    if elected(stands).is_some() {
        return String::new();
    }
    if stands.iter().filter(|stand| stand.place == 1 && stand.passed).count() > 1 {
        return format!("Bầu {post}: các đơn vị dẫn đầu bằng phiếu nhau, khối cần bầu lại.");
    }
    format!("Bầu {post}: không đơn vị nào đủ phiếu, khối cần bầu lại.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compacts::{Ballot, VoteBase};

    fn rule(percent: i64, beyond: bool) -> VoteRule {
        VoteRule {
            id: None,
            ballot: Ballot::Election,
            percent,
            beyond,
            base: VoteBase::Present,
            since: None,
            until: None,
            source: String::new(),
            certainty: Certainty::General,
        }
    }

    #[test]
    fn half_is_not_more_than_half() {
        assert!(!enough(&rule(50, true), 6, 12) && enough(&rule(50, true), 7, 12));
        assert!(enough(&rule(50, false), 6, 12));
        assert!(!enough(&rule(90, false), 10, 12) && enough(&rule(90, false), 11, 12));
    }

    #[test]
    fn who_leads_alone_with_enough_votes_is_elected() {
        let of = |votes: &[(i64, i64)]| {
            let votes: Vec<_> = votes.iter().map(|(unit, votes)| (UnitId(*unit), *votes)).collect();
            ballot(&votes, &rule(50, true), 12)
        };
        assert_eq!(elected(&of(&[(1, 4), (2, 8)])), Some(UnitId(2)));
        assert_eq!(of(&[(1, 4), (2, 8)]).first().map(|stand| stand.percent.to_string()), Some("66,7 %".to_owned()));
        assert!(unclear(VoteFor::Head, &of(&[(1, 6), (2, 6)])).contains("không đơn vị nào đủ phiếu"));
        assert!(unclear(VoteFor::Head, &of(&[(1, 9), (2, 9)])).contains("bằng phiếu nhau"));
        assert!(unclear(VoteFor::Deputy, &[]).contains("Chưa ghi phiếu bầu khối phó"));
    }

    #[test]
    fn an_hour_is_written_with_its_minutes() {
        assert_eq!((minutes("8:00"), minutes("14:30")), (Some(480), Some(870)));
        assert_eq!(["8h", "24:00", "08:5"].map(minutes), [None; 3]);
    }
}
