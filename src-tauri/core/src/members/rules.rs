//! What must hold of a member, and what is only worth a look.

use super::{
    Gender, MemberDraft,
    identity::{self, CardFinding, CardHolder},
};
use crate::{
    calendar::PartialDate,
    error::{Error, Refusals, Result},
    vietnamese::{clean, clean_lines},
};
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something about a member that a person should look at; it never blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MemberWarning")]
pub struct Warning {
    /// The field.
    pub field: String,
    /// `cccd_gender_mismatch`: the words of the import's report.
    pub kind: String,
    /// What to look at.
    pub sentence: String,
}

impl Warning {
    fn new(field: &str, kind: &str, sentence: &str) -> Self {
        Self { field: field.to_owned(), kind: kind.to_owned(), sentence: sentence.to_owned() }
    }
}

/// Nobody in a register of today was born before.
const EARLIEST_BIRTH: i32 = 1900;
/// The age from which one may work and join (Labour Code 45/2019, art. 3: 15).
pub const WORKING_AGE: u32 = 15;

/// The draft cleaned, or everything that is wrong with it.
pub fn check(draft: MemberDraft, today: NaiveDate) -> Result<MemberDraft> {
    let mut wrong = Refusals::new();
    refusals(&mut wrong, "", &draft, today);
    wrong.or(tidy(draft))
}

/// Notes what is wrong; `prefix` stands before the field's name (`cells.3.`).
pub(super) fn refusals(wrong: &mut Refusals, prefix: &str, draft: &MemberDraft, today: NaiveDate) {
    let mut refuse = |field: &str, sentence: &str| wrong.refuse(&format!("{prefix}{field}"), sentence);
    if clean(&draft.full_name).is_empty() {
        refuse("full_name", "Chưa ghi họ và tên.");
    }
    if draft.birth.is_some_and(|birth| birth.first_day() > today) {
        refuse("birth", "Ngày sinh không được sau hôm nay.");
    }
    if draft.birth.is_some_and(|birth| birth.year() < EARLIEST_BIRTH) {
        refuse("birth", "Năm sinh quá xa. Hãy kiểm tra lại năm sinh.");
    }
    if draft.union_join.is_some_and(|joined| joined.first_day() > today) {
        refuse("union_join", "Ngày vào công đoàn không được sau hôm nay.");
    }
    if draft.party_join.is_some_and(|joined| joined.first_day() > today) {
        refuse("party_join", "Ngày vào Đảng không được sau hôm nay.");
    }
    if draft.id_issue_date.is_some_and(|issued| issued.first_day() > today) {
        refuse("id_issue_date", "Ngày cấp không được sau hôm nay.");
    }
}

/// Refuses a day that has not come: where people and units stand is written down when it is so, and counts at once.
pub(super) fn has_come(field: &str, day: NaiveDate, today: NaiveDate) -> Result<()> {
    if day > today {
        let day = day.format("%d/%m/%Y");
        return Err(Error::refused(field, format!("Ngày {day} chưa đến. Hãy ghi vào ngày đó.")));
    }
    Ok(())
}

/// Refuses a day on which somebody was not yet born.
pub(super) fn is_born(field: &str, day: NaiveDate, member: &MemberDraft) -> Result<()> {
    if member.birth.is_some_and(|birth| birth.first_day() > day) {
        return Err(Error::refused(field, "Ngày này trước ngày sinh. Hãy xem lại ngày này hoặc ngày sinh."));
    }
    Ok(())
}

/// Texts as the register keeps them: cleaned, and none instead of a blank.
pub(super) fn tidy(draft: MemberDraft) -> MemberDraft {
    let words = |text: Option<String>| text.map(|text| clean(&text)).filter(|text| !text.is_empty());
    MemberDraft {
        full_name: clean(&draft.full_name),
        citizen_id: words(draft.citizen_id),
        legacy_id: words(draft.legacy_id),
        id_issue_place: words(draft.id_issue_place),
        position: words(draft.position),
        union_position: words(draft.union_position),
        ethnicity: words(draft.ethnicity),
        religion: words(draft.religion),
        education: words(draft.education),
        phone: words(draft.phone),
        email: words(draft.email),
        hometown: words(draft.hometown),
        residence: words(draft.residence),
        section: words(draft.section),
        member_code: words(draft.member_code),
        worker_type: words(draft.worker_type),
        note: draft.note.map(|note| clean_lines(&note)).filter(|note| !note.is_empty()),
        ..draft
    }
}

/// What is worth a look in a record.
pub fn warnings(draft: &MemberDraft) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = card(draft).into_iter().map(of_card).collect();
    if joined_too_young(draft.birth, draft.union_join) {
        let sentence = "Vào công đoàn khi chưa đủ 15 tuổi. Hãy xem lại ngày sinh và ngày vào công đoàn.";
        warnings.push(Warning::new("union_join", "join_too_young", sentence));
    }
    warnings
}

/// Whether somebody certainly joined before the age of 15; a date known to the year alone gets the benefit of the doubt.
pub fn joined_too_young(birth: Option<PartialDate>, joined: Option<PartialDate>) -> bool {
    let old_enough = birth.and_then(|birth| birth.first_day().checked_add_months(Months::new(12 * WORKING_AGE)));
    joined.zip(old_enough).is_some_and(|(joined, old_enough)| joined.last_day() < old_enough)
}

fn card(draft: &MemberDraft) -> Vec<CardFinding> {
    let Some(number) = draft.citizen_id.as_deref() else { return Vec::new() };
    if identity::card_facts(number).is_none() {
        return vec![CardFinding::CccdBadLength];
    }
    let holder = CardHolder {
        is_woman: draft.gender.map(|gender| gender == Gender::Nu),
        birth_year: draft.birth.map(PartialDate::year),
    };
    identity::compare(number, holder)
}

fn of_card(finding: CardFinding) -> Warning {
    let kind = serde_json::to_value(finding).ok();
    let kind = kind.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
    Warning::new("citizen_id", kind, finding.sentence())
}
