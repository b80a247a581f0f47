//! What must hold of an initiative, and the pre-check before it goes to the portal.

use super::{InitiativeAuthor, InitiativeDraft, InitiativeId, InitiativeLevel, Obstacle};
use crate::{
    calendar::{PartialDate, shown},
    error::{Refusals, Result},
    money::Dong,
    vietnamese::{clean, clean_lines},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The draft cleaned, or everything that is wrong with it.
pub(super) fn check(draft: InitiativeDraft, today: NaiveDate) -> Result<InitiativeDraft> {
    let draft = cleaned(draft);
    let mut wrong = Refusals::new();
    if draft.title.is_empty() {
        wrong.refuse("title", "Chưa ghi tên sáng kiến.");
    }
    if draft.authors.is_empty() {
        wrong.refuse("authors", "Chưa ghi tác giả. Hãy chọn đoàn viên hoặc gõ họ tên.");
    }
    for (at, author) in draft.authors.iter().enumerate() {
        if author.name.is_empty() {
            wrong.refuse(&format!("authors.{at}.name"), "Chưa ghi họ tên tác giả. Muốn bỏ, hãy xóa dòng này.");
        }
        if author.share.is_some_and(|share| !(1..=100).contains(&share)) {
            wrong.refuse(&format!("authors.{at}.share"), "Tỷ lệ đóng góp phải từ 1 đến 100 %.");
        }
        let again = |earlier: &InitiativeAuthor| earlier.member.is_some() && earlier.member == author.member;
        if draft.authors.iter().take(at).any(again) {
            wrong.refuse(&format!("authors.{at}.name"), "Người này đã có trong danh sách tác giả.");
        }
    }
    if let Some(sentence) = shares_are_off(&draft.authors) {
        wrong.refuse("authors", sentence);
    }
    if draft.first_applied.is_some_and(|day| day.first_day() > today) {
        wrong.refuse("first_applied", "Ngày áp dụng lần đầu không được sau hôm nay: sáng kiến phải đã được áp dụng.");
    }
    if draft.recognised_on.is_some_and(|day| day > today) {
        wrong.refuse("recognised_on", "Ngày quyết định công nhận không được sau hôm nay.");
    }
    if draft.recognition.is_none() && !(draft.recognition_number.is_empty() && draft.recognised_on.is_none()) {
        wrong.refuse("recognition", "Đã ghi quyết định công nhận nhưng chưa chọn cấp công nhận.");
    }
    if draft.portal_on.is_some_and(|day| day > today) {
        wrong.refuse("portal_on", "Ngày nhập lên cổng không được sau hôm nay.");
    }
    if draft.benefit < Dong::ZERO {
        wrong.refuse("benefit", "Giá trị làm lợi không được âm.");
    }
    wrong.or(draft)
}

fn cleaned(draft: InitiativeDraft) -> InitiativeDraft {
    let alone = draft.authors.len() == 1;
    let author = |author: InitiativeAuthor| InitiativeAuthor {
        name: clean(&author.name),
        share: if alone { author.share.or(Some(100)) } else { author.share },
        ..author
    };
    InitiativeDraft {
        code: clean(&draft.code),
        title: clean(&draft.title),
        field: clean(&draft.field),
        place: clean(&draft.place),
        recognition_number: clean(&draft.recognition_number),
        recognised_by: clean(&draft.recognised_by),
        benefit_basis: clean_lines(&draft.benefit_basis),
        effect: clean_lines(&draft.effect),
        portal_code: clean(&draft.portal_code),
        note: clean_lines(&draft.note),
        authors: draft.authors.into_iter().map(author).collect(),
        ..draft
    }
}

/// Shares are said of everybody and make 100, or of nobody.
fn shares_are_off(authors: &[InitiativeAuthor]) -> Option<String> {
    let said: Vec<i64> = authors.iter().filter_map(|author| author.share).collect();
    let total: i64 = said.iter().fold(0, |sum, share| sum.saturating_add(*share));
    if said.is_empty() || (said.len() == authors.len() && total == 100) {
        return None;
    }
    if said.len() < authors.len() {
        return Some("Hãy ghi tỷ lệ đóng góp của mọi tác giả, hoặc để trống tất cả khi chưa rõ.".to_owned());
    }
    Some(format!("Tổng tỷ lệ đóng góp phải bằng 100 %, hiện là {total} %."))
}

/// What the pre-check looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate<'a> {
    pub first_applied: Option<PartialDate>,
    pub recognition: Option<InitiativeLevel>,
    pub benefit: Dong,
    pub authors: i64,
    pub shares: i64,
    /// An earlier initiative with nearly the same title.
    pub like: Option<Like<'a>>,
}

/// An earlier initiative with nearly the same title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Like<'a> {
    pub id: InitiativeId,
    pub code: &'a str,
    pub title: &'a str,
    pub thousandths: i64,
}

/// What a programme asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    pub since: NaiveDate,
    pub until: NaiveDate,
    /// None: the programme has no such rule in force.
    pub least_benefit: Option<Dong>,
}

/// Why an initiative does not count yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeProblem {
    /// What kind.
    pub kind: Obstacle,
    /// "Gần trùng tên".
    pub label: String,
    /// What is wrong and what to do.
    pub sentence: String,
    /// The earlier initiative that it is like.
    pub like: Option<InitiativeId>,
    /// How alike the titles are, in thousandths; 0: not about titles.
    pub thousandths: i64,
}

/// Everything that stands between an initiative and its programme.
pub(super) fn precheck(candidate: &Candidate<'_>, asked: Asked) -> Vec<InitiativeProblem> {
    let mut problems = Vec::new();
    let mut say = |kind: Obstacle, sentence: String, like: Option<Like<'_>>| {
        problems.push(InitiativeProblem {
            kind,
            label: kind.label().to_owned(),
            sentence,
            like: like.map(|like| like.id),
            thousandths: like.map_or(0, |like| like.thousandths),
        });
    };
    if let Some(sentence) = outside(candidate.first_applied, asked) {
        say(Obstacle::OutOfWindow, sentence, None);
    }
    if candidate.recognition.is_none() {
        let sentence = "Chưa có quyết định công nhận của hội đồng sáng kiến. Hãy ghi cấp, số và ngày quyết định.";
        say(Obstacle::NotRecognised, sentence.to_owned(), None);
    }
    if let Some(like) = candidate.like {
        let (code, title, percent) = (like.code, like.title, (like.thousandths + 5) / 10);
        let sentence =
            format!("Tên giống {percent} % với {code} “{title}”. Hãy xem có phải một sáng kiến ghi hai lần.");
        say(Obstacle::NearDuplicate, sentence, Some(like));
    }
    // Where nothing can be counted in money (schools), there is no value to hold against a threshold.
    if let Some(least) =
        asked.least_benefit.filter(|least| candidate.benefit > Dong::ZERO && candidate.benefit < *least)
    {
        let sentence = format!("Giá trị làm lợi {} đồng, chương trình cần từ {least} đồng.", candidate.benefit);
        say(Obstacle::BelowThreshold, sentence, None);
    }
    if candidate.shares != 100 {
        let sentence = format!("Có {} tác giả nhưng chưa ghi tỷ lệ đóng góp, tổng phải bằng 100 %.", candidate.authors);
        say(Obstacle::SharesUnclear, sentence, None);
    }
    problems
}

fn outside(first_applied: Option<PartialDate>, asked: Asked) -> Option<String> {
    let window = format!("từ {} đến {}", shown(asked.since), shown(asked.until));
    let Some(day) = first_applied else {
        return Some(format!("Chưa ghi ngày áp dụng lần đầu; chương trình tính {window}."));
    };
    if day.first_day() >= asked.since && day.last_day() <= asked.until {
        None
    } else if day.last_day() < asked.since || day.first_day() > asked.until {
        Some(format!("Áp dụng lần đầu {day}, ngoài thời gian của chương trình ({window})."))
    } else {
        Some(format!("Ngày áp dụng lần đầu chỉ ghi {day}, chưa rõ có nằm {window} không. Hãy ghi đủ ngày."))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn asked() -> Asked {
        Asked { since: day("2023-12-01"), until: day("2024-11-30"), least_benefit: None }
    }

    fn candidate() -> Candidate<'static> {
        Candidate {
            first_applied: PartialDate::from_iso("2024-04-27"),
            recognition: Some(InitiativeLevel::Base),
            benefit: Dong(18_000_000),
            authors: 1,
            shares: 100,
            like: None,
        }
    }

    fn kinds(candidate: &Candidate<'_>, asked: Asked) -> Vec<Obstacle> {
        precheck(candidate, asked).into_iter().map(|problem| problem.kind).collect()
    }

    #[test]
    fn the_window_takes_its_first_and_last_day_and_nothing_beside() {
        for (applied, fits) in [
            ("2023-12-01", true),
            ("2024-11-30", true),
            ("2023-11-30", false),
            ("2024-12-01", false),
            ("2024-05", true),
            ("2023", false),
            ("2024", false),
        ] {
            let candidate = Candidate { first_applied: PartialDate::from_iso(applied), ..candidate() };
            assert_eq!(precheck(&candidate, asked()).is_empty(), fits, "{applied}");
        }
        assert_eq!(kinds(&Candidate { first_applied: None, ..candidate() }, asked()), [Obstacle::OutOfWindow]);
    }

    #[test]
    fn everything_that_hinders_is_told_at_once() {
        let candidate = Candidate {
            first_applied: PartialDate::from_iso("2020-01-01"),
            recognition: None,
            benefit: Dong(900_000),
            authors: 2,
            shares: 0,
            like: Some(Like {
                id: InitiativeId(7), code: "SK-0007", title: "Cải tiến trạm bơm", thousandths: 908
            }),
        };
        let asked = Asked { least_benefit: Some(Dong(5_000_000)), ..asked() };
        assert_eq!(kinds(&candidate, asked), Obstacle::ALL);
        let told = precheck(&candidate, asked);
        assert_eq!(
            told[2].sentence,
            "Tên giống 91 % với SK-0007 “Cải tiến trạm bơm”. Hãy xem có phải một sáng kiến ghi hai lần."
        );
        assert_eq!(told[3].sentence, "Giá trị làm lợi 900.000 đồng, chương trình cần từ 5.000.000 đồng.");
    }

    #[test]
    fn an_initiative_without_money_is_not_held_against_a_value() {
        let asked = Asked { least_benefit: Some(Dong(5_000_000)), ..asked() };
        assert!(precheck(&Candidate { benefit: Dong(0), ..candidate() }, asked).is_empty());
    }
}
