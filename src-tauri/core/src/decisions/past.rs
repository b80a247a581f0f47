//! Past decisions of any granting body, entered by hand or from a file: history, without a paper of ours.

use super::{
    Acted, Decision, DecisionId, Effect, Kind, Recipient, RecipientId, RecipientKind, State, draft, recipients, store,
};
use crate::{
    error::{Refusals, Result},
    money::Dong,
    office::{Office, Pen},
    vietnamese::clean,
};
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A past decision as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PastDecision {
    /// The whole number as it stands on the paper: `115/QĐ-LĐLĐ`.
    pub number: String,
    /// The day of signing, as typed.
    pub signed_on: String,
    /// The year it counts in; none: that of the day.
    pub year: Option<i32>,
    /// Who decided.
    pub grantor: String,
    /// Trích yếu.
    pub summary: String,
    /// Who was given what.
    pub recipients: Vec<PastRecipient>,
}

/// One line of a past decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PastRecipient {
    /// A person or a collective.
    pub kind: Option<RecipientKind>,
    /// The member, when known.
    pub member: Option<i64>,
    /// The unit, when known.
    pub unit: Option<i64>,
    /// As printed then.
    pub name: String,
    /// As printed then.
    pub post: String,
    /// As printed then.
    pub unit_name: String,
    /// The award of the catalogue, when known.
    pub award: Option<i64>,
    /// The award as printed then.
    pub award_name: String,
    /// What for.
    pub reason: String,
    /// Money, đồng.
    pub amount: i64,
}

/// Records a past decision.
pub fn record(office: &mut Office, past: PastDecision) -> Result<Acted> {
    let decision = checked(&past, office.today())?;
    office.act(super::RECORD, |pen| insert(pen, &decision, &past.recipients))
}

fn checked(past: &PastDecision, today: NaiveDate) -> Result<Decision> {
    let mut wrong = Refusals::new();
    let signed_on = draft::day(&past.signed_on, today).unwrap_or_else(|_| {
        wrong.refuse("signed_on", "Ngày chưa đúng. Ví dụ: 05/09/2026.");
        None
    });
    if signed_on.is_some_and(|day| day > today) {
        wrong.refuse("signed_on", "Ngày ký không được sau hôm nay.");
    }
    let year = past.year.or(signed_on.map(|day| day.year()));
    if !year.is_some_and(|year| (1950..=2100).contains(&year)) {
        wrong.refuse("year", "Chưa ghi ngày ký hoặc năm của quyết định.");
    }
    if clean(&past.number).is_empty() {
        wrong.refuse("number", "Chưa ghi số quyết định. Ví dụ: 115/QĐ-LĐLĐ.");
    }
    if past.recipients.is_empty() {
        wrong.refuse("recipients", "Chưa ghi tập thể, cá nhân nào.");
    }
    for (line, at) in past.recipients.iter().zip(1..) {
        if clean(&line.name).is_empty() {
            wrong.refuse(&format!("recipients.{at}.name"), format!("Dòng {at} chưa có tên."));
        }
        if clean(&line.award_name).is_empty() {
            wrong.refuse(&format!("recipients.{at}.award_name"), format!("Dòng {at} chưa có hình thức khen thưởng."));
        }
        if line.amount < 0 {
            wrong.refuse(&format!("recipients.{at}.amount"), format!("Dòng {at}: số tiền không được âm."));
        }
    }
    let (number, symbol) = split(&clean(&past.number));
    wrong.or(Decision {
        id: DecisionId(0),
        kind: Kind::Award,
        state: State::Recorded,
        year: year.unwrap_or_default(),
        number,
        symbol,
        signed_on,
        summary: clean(&past.summary),
        citation: String::new(),
        signer_name: String::new(),
        signer_title: String::new(),
        signer_form: String::new(),
        money_source: String::new(),
        grantor: clean(&past.grantor),
        about: None,
        why: String::new(),
    })
}

/// `115/QĐ-LĐLĐ` taken apart; a number without a slash stays whole.
fn split(number: &str) -> (String, String) {
    number.split_once('/').map_or_else(
        || (number.to_owned(), String::new()),
        |(number, symbol)| (number.trim().to_owned(), symbol.trim().to_owned()),
    )
}

/// Writes a past decision with its lines; for the import of history too.
pub(crate) fn insert(pen: &Pen<'_>, decision: &Decision, lines: &[PastRecipient]) -> Result<DecisionId> {
    let id = store::insert(pen, decision)?;
    for (past, position) in lines.iter().zip(1_i64..) {
        recipients::insert(
            pen,
            id,
            &Recipient {
                id: RecipientId(0),
                kind: past.kind.unwrap_or(RecipientKind::Individual),
                position,
                effect: Effect::Grant,
                replaces: None,
                member: past.member,
                unit: past.unit,
                honorific: String::new(),
                name: clean(&past.name),
                post: clean(&past.post),
                unit_name: clean(&past.unit_name),
                award: past.award,
                award_name: clean(&past.award_name),
                reason: clean(&past.reason),
                amount: Dong(past.amount),
                amount_fixed: true,
                amount_why: String::new(),
            },
        )?;
    }
    pen.detail(format!("{} dòng", lines.len()));
    Ok(id)
}
