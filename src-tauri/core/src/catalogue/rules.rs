//! What must hold of the rows of the catalogue.

use super::{Award, BaseSalary, Coefficient, LegalGround, MoneySource, Phrase, RecipientKind, Regulation};
use crate::{
    error::{Refusals, Result},
    vietnamese::{clean, clean_lines, fold},
};
use chrono::NaiveDate;

const BACKWARDS: &str = "Ngày hết hiệu lực phải từ ngày bắt đầu trở đi.";

fn span(wrong: &mut Refusals, since: Option<NaiveDate>, until: Option<NaiveDate>) {
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        wrong.refuse("until", BACKWARDS);
    }
}

pub(super) fn regulation(row: Regulation) -> Result<Regulation> {
    let mut wrong = Refusals::new();
    let row = Regulation {
        symbol: clean(&row.symbol),
        name: clean(&row.name),
        note: clean_lines(&row.note),
        source: clean(&row.source),
        ..row
    };
    if row.symbol.is_empty() {
        wrong.refuse("symbol", "Chưa ghi số, ký hiệu văn bản. Ví dụ: 999/QĐ-TLĐ.");
    }
    if row.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên văn bản.");
    }
    span(&mut wrong, row.since, row.until);
    wrong.or(row)
}

pub(super) fn award(row: Award, known: &[Award]) -> Result<Award> {
    let mut wrong = Refusals::new();
    let mut row = Award {
        code: clean(&row.code),
        name: clean(&row.name),
        grantor: clean(&row.grantor),
        criteria: clean_lines(&row.criteria),
        quota: clean(&row.quota),
        source: clean(&row.source),
        ..row
    };
    if row.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên danh hiệu, hình thức khen thưởng.");
    }
    if !row.for_individual && !row.for_collective {
        wrong.refuse("for_individual", "Hãy chọn cá nhân, tập thể hoặc cả hai.");
    }
    let others = || known.iter().filter(|other| other.id != row.id);
    if others().any(|other| fold(&other.name) == fold(&row.name)) {
        wrong.refuse("name", "Tên này đã có trong danh mục. Hãy sửa dòng đang có.");
    }
    if row.code.is_empty() {
        row.code = free_code(&row.name, known);
    } else if others().any(|other| other.code == row.code) {
        wrong.refuse("code", "Mã này đã dùng cho dòng khác. Hãy để trống để phần mềm tự đặt.");
    }
    if row.id.is_none() && row.position == 0 {
        row.position = known.iter().map(|other| other.position).max().unwrap_or_default().saturating_add(10);
    }
    span(&mut wrong, row.since, row.until);
    wrong.or(row)
}

/// A code made from the name, with a number when it is taken.
fn free_code(name: &str, known: &[Award]) -> String {
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let base = words.into_iter().take(8).collect::<Vec<_>>().join("_");
    let taken = |code: &str| known.iter().any(|other| other.code == code);
    if !base.is_empty() && !taken(&base) {
        return base;
    }
    (2..=u16::MAX).map(|number| format!("{base}_{number}")).find(|code| !taken(code)).unwrap_or(base)
}

pub(super) fn coefficient(row: Coefficient, award: &Award, known: &[Coefficient]) -> Result<Coefficient> {
    let mut wrong = Refusals::new();
    let row = Coefficient { source: clean(&row.source), ..row };
    let given = match row.recipient {
        RecipientKind::Individual => award.for_individual,
        RecipientKind::Collective => award.for_collective,
    };
    if !given {
        wrong.refuse(
            "recipient",
            "Danh hiệu, hình thức này không tặng cho đối tượng đó. Hãy sửa ở danh hiệu, hình thức trước.",
        );
    }
    if row.hundredths.is_some_and(|hundredths| hundredths.0 < 0) {
        wrong.refuse("hundredths", "Hệ số không được âm.");
    }
    span(&mut wrong, row.since, row.until);
    let overlaps = |other: &&Coefficient| {
        other.id != row.id
            && (other.award, other.recipient) == (row.award, row.recipient)
            && other.since.unwrap_or(NaiveDate::MIN) <= row.until.unwrap_or(NaiveDate::MAX)
            && row.since.unwrap_or(NaiveDate::MIN) <= other.until.unwrap_or(NaiveDate::MAX)
    };
    if known.iter().any(|other| overlaps(&other)) {
        wrong.refuse("since", "Trùng thời gian với một hệ số đang có. Hãy ghi ngày hết hiệu lực cho hệ số cũ trước.");
    }
    wrong.or(row)
}

pub(super) fn base_salary(row: BaseSalary, known: &[BaseSalary]) -> Result<BaseSalary> {
    let mut wrong = Refusals::new();
    let row = BaseSalary { source: clean(&row.source), ..row };
    if row.amount.0 <= 0 {
        wrong.refuse("amount", "Mức lương cơ sở phải lớn hơn 0.");
    }
    if known.iter().any(|other| other.id != row.id && other.since == row.since) {
        wrong.refuse("since", "Đã có mức lương cơ sở từ ngày này. Hãy sửa dòng đang có.");
    }
    wrong.or(row)
}

pub(super) fn phrase(row: Phrase, known: &[Phrase]) -> Result<Phrase> {
    let mut wrong = Refusals::new();
    let row = Phrase { text: clean(&row.text), ..row };
    if row.text.is_empty() {
        wrong.refuse("text", "Chưa ghi nội dung mẫu câu.");
    }
    if known.iter().any(|other| other.id != row.id && other.used_for == row.used_for && other.text == row.text) {
        wrong.refuse("text", "Mẫu câu này đã có.");
    }
    span(&mut wrong, row.since, row.until);
    wrong.or(row)
}

pub(super) fn legal_ground(row: LegalGround, known: &[LegalGround]) -> Result<LegalGround> {
    let mut wrong = Refusals::new();
    let mut row = LegalGround { text: clean(&row.text), source: clean(&row.source), ..row };
    if row.text.is_empty() {
        wrong.refuse("text", "Chưa ghi nội dung căn cứ. Ví dụ: Căn cứ Điều lệ Công đoàn Việt Nam;");
    }
    if known.iter().any(|other| other.id != row.id && other.text == row.text) {
        wrong.refuse("text", "Căn cứ này đã có.");
    }
    if row.id.is_none() && row.position == 0 {
        row.position = known.iter().map(|other| other.position).max().unwrap_or_default().saturating_add(10);
    }
    span(&mut wrong, row.since, row.until);
    wrong.or(row)
}

pub(super) fn money_source(row: MoneySource, known: &[MoneySource]) -> Result<MoneySource> {
    let mut wrong = Refusals::new();
    let row = MoneySource { name: clean(&row.name), source: clean(&row.source), ..row };
    if row.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên nguồn tiền thưởng.");
    }
    if known.iter().any(|other| other.id != row.id && other.name == row.name) {
        wrong.refuse("name", "Nguồn tiền này đã có.");
    }
    span(&mut wrong, row.since, row.until);
    wrong.or(row)
}
