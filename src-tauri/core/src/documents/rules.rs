//! What must hold of a document before it stands in the register. Pure.

use super::{Direction, DocumentDraft, DocumentKind};
use crate::{
    decisions,
    error::{Refusals, Result},
    vietnamese::{clean, fold},
};
use chrono::{Datelike, NaiveDate};

/// A document that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Checked {
    pub direction: Direction,
    pub kind: DocumentKind,
    pub year: i32,
    pub number: String,
    pub symbol: String,
    pub dated: NaiveDate,
    pub arrived: Option<NaiveDate>,
    pub party: String,
    pub summary: String,
    pub deadline: Option<NaiveDate>,
    pub handled: Option<NaiveDate>,
    pub note: String,
}

/// The most letters of a summary: what a page of the register can show.
const LONGEST_SUMMARY: usize = 1000;

/// Looks at a draft and says everything that is wrong with it.
pub(super) fn check(draft: &DocumentDraft, today: NaiveDate) -> Result<Checked> {
    let mut wrong = Refusals::new();
    let (number, symbol) = split(&clean(&draft.number));
    let number = match draft.direction {
        Direction::In => number,
        Direction::Out => decisions::number(&number).unwrap_or_else(|_| {
            wrong.refuse("number", "Số văn bản chưa đúng. Ví dụ: 80/KH-LĐLĐ hoặc 12a/KH-LĐLĐ.");
            String::new()
        }),
    };
    let (party, summary) = (clean(&draft.party), clean(&draft.summary));
    if summary.is_empty() {
        wrong.refuse("summary", "Chưa ghi trích yếu. Ví dụ: Kế hoạch tổ chức phong trào thi đua năm 2024.");
    }
    if summary.chars().count() > LONGEST_SUMMARY {
        wrong.refuse("summary", format!("Trích yếu dài quá {LONGEST_SUMMARY} chữ cái. Hãy ghi ngắn lại."));
    }
    if draft.dated.is_none() {
        wrong.refuse("dated", "Chưa ghi ngày văn bản.");
    }
    if draft.dated.is_some_and(|dated| dated > today) {
        wrong.refuse("dated", "Ngày văn bản không được sau hôm nay.");
    }
    if draft.dated.is_some_and(|dated| !(1950..=2100).contains(&dated.year())) {
        wrong.refuse("dated", "Năm của văn bản phải từ 1950 đến 2100.");
    }
    let arrived = match draft.direction {
        Direction::Out => None,
        Direction::In => {
            if party.is_empty() {
                wrong.refuse("party", "Chưa ghi nơi gửi văn bản.");
            }
            match (draft.arrived, draft.dated) {
                (None, _) => wrong.refuse("arrived", "Chưa ghi ngày đến."),
                (Some(arrived), _) if arrived > today => {
                    wrong.refuse("arrived", "Ngày đến không được sau hôm nay.");
                }
                (Some(arrived), Some(dated)) if arrived < dated => {
                    wrong.refuse("arrived", "Ngày đến không được trước ngày văn bản. Hãy xem lại hai ngày này.");
                }
                (Some(_), _) => {}
            }
            draft.arrived
        }
    };
    if let (Some(deadline), Some(dated)) = (draft.deadline, draft.dated)
        && deadline < dated
    {
        wrong.refuse("deadline", "Hạn xử lý không được trước ngày văn bản.");
    }
    if draft.handled.is_some_and(|handled| handled > today) {
        wrong.refuse("handled", "Ngày xử lý xong không được sau hôm nay.");
    }
    if draft.handled.zip(draft.dated).is_some_and(|(handled, dated)| handled < dated) {
        wrong.refuse("handled", "Ngày xử lý xong không được trước ngày văn bản.");
    }
    let dated = draft.dated.unwrap_or(today);
    wrong.or(Checked {
        direction: draft.direction,
        kind: draft.kind,
        year: dated.year(),
        number,
        symbol,
        dated,
        arrived,
        party,
        summary,
        deadline: draft.deadline,
        handled: draft.handled,
        note: clean(&draft.note),
    })
}

/// `80/KH-LĐLĐ` is number 80 with the symbol KH-LĐLĐ.
fn split(typed: &str) -> (String, String) {
    let (number, symbol) = typed.split_once('/').unwrap_or((typed, ""));
    (number.trim().to_owned(), symbol.trim().to_owned())
}

/// Whether two symbols are the same on paper, however they were typed: `kh-lđlđ` is `KH-LĐLĐ`.
pub(super) fn is_same_symbol(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Whether a decision was ours by who decided it: nobody else is named, or the office by one of its names, in full or shortened.
pub(super) fn is_ours(grantor: &str, names: &[String]) -> bool {
    let spelled = |name: &str| fold(name).replace("ldld", "lien doan lao dong");
    grantor.is_empty() || names.iter().any(|name| spelled(name) == spelled(grantor))
}

/// The symbol of our own documents of a kind: `KH-LĐLĐ`; a letter carries the office alone.
pub(super) fn usual_symbol(kind: DocumentKind, office: &str) -> String {
    if kind.short().is_empty() { office.to_owned() } else { format!("{}-{office}", kind.short()) }
}

/// What may be kept beside a document: papers and pictures, nothing that can run. No images of identity cards belong here
/// (NĐ 356/2025, art. 4); the page says so where files are chosen.
const ENDINGS: [&str; 9] = ["pdf", "docx", "doc", "xlsx", "xls", "odt", "ods", "jpg", "png"];

/// The most bytes of one attached file.
pub(super) const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// Whether a file of that name and size may be attached.
pub(super) fn attachable(file_name: &str, bytes: u64) -> Result<()> {
    let mut wrong = Refusals::new();
    let ending = file_name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    if !ENDINGS.contains(&ending.as_str()) {
        let kinds = ENDINGS.map(|ending| format!(".{ending}")).join(", ");
        wrong.refuse("file", format!("Tệp “{file_name}” không thuộc loại được đính kèm. Nhận: {kinds}."));
    }
    if bytes == 0 {
        wrong.refuse("file", format!("Tệp “{file_name}” trống. Hãy chọn tệp khác."));
    }
    if bytes > MOST_BYTES {
        wrong.refuse("file", format!("Tệp “{file_name}” lớn quá 20 MB. Hãy giảm dung lượng rồi đính kèm lại."));
    }
    wrong.or(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;
    use crate::error::Error;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn plan() -> DocumentDraft {
        DocumentDraft {
            kind: DocumentKind::KeHoach,
            number: "80/KH-LĐLĐ".into(),
            dated: day("2020-01-20"),
            summary: "Tổ chức phong trào thi đua năm 2020".into(),
            ..DocumentDraft::default()
        }
    }

    fn fields(draft: &DocumentDraft) -> Vec<String> {
        match check(draft, day("2020-03-01").unwrap()) {
            Err(Error::Refused(refusals)) => refusals.into_iter().map(|one| one.field).collect(),
            Ok(_) | Err(Error::Broken(_)) => Vec::new(),
        }
    }

    #[test]
    fn a_number_is_told_from_its_symbol() {
        let checked = check(&plan(), day("2020-03-01").unwrap()).unwrap();
        assert_eq!((checked.number.as_str(), checked.symbol.as_str(), checked.year), ("80", "KH-LĐLĐ", 2020));
        let letter = DocumentDraft { kind: DocumentKind::CongVan, number: "05 / LĐLĐ-TCTGNC".into(), ..plan() };
        let checked = check(&letter, day("2020-03-01").unwrap()).unwrap();
        assert_eq!((checked.number.as_str(), checked.symbol.as_str()), ("5", "LĐLĐ-TCTGNC"));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let bare = DocumentDraft { direction: Direction::In, ..DocumentDraft::default() };
        assert_eq!(fields(&bare), ["summary", "dated", "party", "arrived"]);
        let hasty = DocumentDraft {
            number: "tám mươi".into(),
            dated: day("2020-04-01"),
            deadline: day("2020-02-01"),
            handled: day("2020-05-01"),
            ..plan()
        };
        assert_eq!(fields(&hasty), ["number", "dated", "deadline", "handled"]);
    }

    #[test]
    fn a_document_does_not_arrive_before_it_was_written() {
        let early = DocumentDraft {
            direction: Direction::In,
            party: "LĐLĐ tỉnh Hoài Giang".into(),
            arrived: day("2020-01-19"),
            ..plan()
        };
        assert_eq!(fields(&early), ["arrived"]);
    }

    #[test]
    fn only_papers_and_pictures_are_attached() {
        assert!(attachable("Kế hoạch 80.PDF", 10).is_ok());
        for (name, bytes) in [("quét.exe", 10), ("kế hoạch", 10), ("trống.pdf", 0), ("lớn.pdf", MOST_BYTES + 1)]
        {
            assert!(attachable(name, bytes).is_err(), "{name}");
        }
    }
}
