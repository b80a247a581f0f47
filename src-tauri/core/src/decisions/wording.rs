//! The usual words of a decision, and filling {words} in.

use super::{Decision, Kind, Recipient, RecipientKind, Totals};

/// The articles of a new award decision; the clerk edits them. Words in braces are filled in on paper.
pub(super) const ARTICLES: &[&str] = &[
    "Tặng {hình thức} cho {số lượng} {thành tích} (có danh sách kèm theo).",
    "Tiền thưởng kèm theo là {tổng tiền} đồng (Bằng chữ: {bằng chữ}), trích từ {nguồn kinh phí}.",
    "Quyết định này có hiệu lực kể từ ngày ký. Văn phòng {cơ quan}, các công đoàn cơ sở có liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
];

/// The legal ground of a decision that mends another.
pub(super) const MENDED_GROUND: &str = "Căn cứ {quyết định cũ};";

/// The articles of a decision that amends another.
const AMEND_ARTICLES: &[&str] = &[
    "Sửa đổi danh sách kèm theo {quyết định cũ} như danh sách kèm theo Quyết định này. Lý do: {lý do}.",
    "Các nội dung khác của {quyết định cũ} giữ nguyên.",
    "Quyết định này có hiệu lực kể từ ngày ký. Văn phòng {cơ quan}, các công đoàn cơ sở có liên quan chịu trách nhiệm thi hành Quyết định này./.",
];

/// The articles of a decision that cancels another as a whole.
const CANCEL_ARTICLES: &[&str] = &[
    "Hủy bỏ {quyết định cũ}. Lý do: {lý do}.",
    "Tập thể, cá nhân có tên trong quyết định bị hủy bỏ nộp lại hiện vật và tiền thưởng đã nhận theo quy định.",
    "Quyết định này có hiệu lực kể từ ngày ký. Văn phòng {cơ quan}, các công đoàn cơ sở có liên quan chịu trách nhiệm thi hành Quyết định này./.",
];

/// The articles of a decision that cancels some lines of another.
const CANCEL_LINES_ARTICLES: &[&str] = &[
    "Hủy bỏ việc khen thưởng đối với {số lượng} tại {quyết định cũ} (có danh sách kèm theo). Lý do: {lý do}. Các nội dung khác của {quyết định cũ} giữ nguyên.",
    "Tập thể, cá nhân có tên trong danh sách kèm theo nộp lại hiện vật và tiền thưởng đã nhận theo quy định.",
    "Quyết định này có hiệu lực kể từ ngày ký. Văn phòng {cơ quan}, các công đoàn cơ sở có liên quan chịu trách nhiệm thi hành Quyết định này./.",
];

/// Who is named in a list.
pub(super) fn whom(lines: &[Recipient]) -> &'static str {
    let is_of = |kind| lines.iter().any(|line| line.kind == kind);
    match (is_of(RecipientKind::Collective), is_of(RecipientKind::Individual)) {
        (true, true) => "tập thể, cá nhân",
        (true, false) => "tập thể",
        (false, _) => "cá nhân",
    }
}

/// The usual words of a decision that mends another.
pub(super) struct MendingWords {
    pub summary: String,
    pub articles: &'static [&'static str],
}

/// What a decision usually says that mends these lines of another, or cancels the whole of it when there are none.
pub(super) fn mending(kind: Kind, lines: &[Recipient], number: &str) -> MendingWords {
    let whom = whom(lines);
    match kind {
        Kind::Award | Kind::Amend => MendingWords {
            summary: format!("Về việc sửa đổi Quyết định số {number}"),
            articles: AMEND_ARTICLES,
        },
        Kind::Cancel if lines.is_empty() => MendingWords {
            summary: format!("Về việc hủy bỏ Quyết định số {number}"),
            articles: CANCEL_ARTICLES,
        },
        Kind::Cancel => MendingWords {
            summary: format!("Về việc hủy bỏ khen thưởng đối với {whom} có tên tại Quyết định số {number}"),
            articles: CANCEL_LINES_ARTICLES,
        },
    }
}

/// Where copies of a decision usually go.
pub(super) const COPIES_TO: &[&str] = &["Như Điều 3", "Lưu: VT, TĐKT"];

/// The words in braces that are filled in on paper.
const WORDS: [&str; 11] = [
    "{hình thức}",
    "{số lượng}",
    "{số tập thể}",
    "{số cá nhân}",
    "{thành tích}",
    "{tổng tiền}",
    "{bằng chữ}",
    "{nguồn kinh phí}",
    "{cơ quan}",
    "{quyết định cũ}",
    "{lý do}",
];

/// Whether words in braces would stand on paper as typed.
pub(super) fn stays_open(text: &str) -> bool {
    WORDS.iter().fold(text.to_owned(), |text, word| text.replace(word, "")).contains('{')
}

/// What the braces stand for.
pub(super) struct Filling<'a> {
    pub decision: &'a Decision,
    pub totals: &'a Totals,
    /// The office's full name.
    pub host: &'a str,
    /// The forms given, as printed, without repeats.
    pub forms: &'a str,
    /// "Quyết định số 12/QĐ-LĐLĐ ngày 19 tháng 5 năm 2026".
    pub about: &'a str,
}

impl Filling<'_> {
    /// The text with its braces filled in; unknown words in braces stay as typed, so that nothing vanishes.
    pub fn fill(&self, text: &str) -> String {
        let totals = self.totals;
        let values = [
            self.forms.to_owned(),
            count(totals),
            two_figures(totals.collectives),
            two_figures(totals.individuals),
            self.decision.citation.clone(),
            totals.amount.to_string(),
            totals.words.clone(),
            or(&self.decision.money_source, "quỹ thi đua, khen thưởng"),
            self.host.to_owned(),
            self.about.to_owned(),
            self.decision.why.trim_end_matches('.').to_owned(),
        ];
        let filled = WORDS.iter().zip(&values).fold(text.to_owned(), |text, (word, value)| text.replace(word, value));
        crate::vietnamese::clean_lines(&filled)
    }
}

fn or(text: &str, otherwise: &str) -> String {
    if text.is_empty() { otherwise.to_owned() } else { text.to_owned() }
}

/// "06 tập thể và 43 cá nhân", or only the one that there is.
pub(super) fn count(totals: &Totals) -> String {
    let collectives = format!("{} tập thể", two_figures(totals.collectives));
    let individuals = format!("{} cá nhân", two_figures(totals.individuals));
    match (totals.collectives, totals.individuals) {
        (0, _) => individuals,
        (_, 0) => collectives,
        _ => format!("{collectives} và {individuals}"),
    }
}

/// Counts on paper have two figures at least, so that nobody adds one in front.
fn two_figures(count: i64) -> String {
    format!("{count:02}")
}
