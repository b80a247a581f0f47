//! Decisions ("quyết định khen thưởng"): whom the office awards, for what, with how much, on which paper.
//!
//! A draft is made ready, then issued. Issuing asks once, freezes what the paper says and has no undo: what is wrong
//! afterwards is mended by a decision of its own, which amends or cancels. Past decisions of any granting body can be
//! recorded, because they count as history.

mod awards;
mod candidates;
mod cells;
mod doubts;
mod draft;
mod history;
mod issue;
mod known;
pub mod list;
mod mending;
mod money;
mod named;
pub mod paper;
mod past;
mod recipients;
mod register;
mod rules;
pub mod seen;
mod store;
mod wording;

pub use crate::catalogue::RecipientKind;
pub use awards::{AwardCount, AwardYears, AwardsQuery, award_years, awards};
pub use candidates::{CandidateLine, CandidateQuery, candidates};
pub use cells::{EditRecipients, RecipientCell, RecipientField, edit_cells};
pub use draft::{EditDecision, NewDecision, copy, delete, edit, new};
pub use history::{AwardLine, HistoryOf, history};
pub use issue::{issue, ready, reopen};
pub use mending::{Amendment, amend, cancel};
pub(crate) use past::{KnownDecision, check as check_past, known_line, record_in as record_past};
pub use past::{PastDecision, PastRecipient, record};
pub use recipients::{AddRecipients, NewRecipient, RecipientList, add, order, recipients_follow, remove};
pub use register::{DecisionLine, DecisionQuery, DecisionRegister, dump, numbered, page, register};
pub use rules::{Gravity, Warning, number, number_on_paper, number_order};

use crate::{choice::choice, id::id, journal::What, money::Dong};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One decision.
    DecisionId
);
id!(
    /// One line of a decision's list.
    RecipientId
);

choice! {
    /// What a decision does.
    #[ts(rename = "DecisionKind")]
    Kind {
        Award = "award" "Khen thưởng",
        Amend = "amend" "Sửa đổi",
        Cancel = "cancel" "Hủy bỏ",
    }
}

choice! {
    /// How far a decision has come.
    State {
        Draft = "draft" "Bản nháp",
        Ready = "ready" "Chờ ký",
        Issued = "issued" "Đã ban hành",
        Recorded = "recorded" "Ghi sổ",
    }
}

choice! {
    /// What a line does: grants, or mends a line of the decision that this one is about.
    Effect {
        Grant = "grant" "Khen thưởng",
        Correct = "correct" "Sửa lại",
        Withdraw = "withdraw" "Hủy bỏ",
    }
}

const DRAFT: What = What::new("decision.draft", "Lập dự thảo quyết định");
const COPY: What = What::new("decision.copy", "Chép quyết định thành dự thảo mới");
const EDIT: What = What::new("decision.edit", "Sửa dự thảo quyết định");
const DELETE: What = What::new("decision.delete", "Xóa dự thảo quyết định");
const RECIPIENTS: What = What::new("decision.recipients", "Sửa danh sách khen thưởng");
const READY: What = What::new("decision.ready", "Chuyển dự thảo sang chờ ký");
const REOPEN: What = What::new("decision.reopen", "Đưa quyết định về bản nháp");
const ISSUE: What = What::new("decision.issue", "Ban hành quyết định");
const RECORD: What = What::new("decision.record", "Ghi sổ quyết định cũ");

/// One decision as its editor shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// Its key.
    pub id: DecisionId,
    /// What it does.
    pub kind: Kind,
    /// How far it has come.
    pub state: State,
    /// The year it counts in.
    pub year: i32,
    /// `12`, `12a`; empty: none yet.
    pub number: String,
    /// `QĐ-LĐLĐ`.
    pub symbol: String,
    /// The day of signing.
    pub signed_on: Option<NaiveDate>,
    /// Trích yếu.
    pub summary: String,
    /// "Đã có thành tích …", for the whole list.
    pub citation: String,
    /// Who signs.
    pub signer_name: String,
    /// "Chủ tịch".
    pub signer_title: String,
    /// "TM. BAN THƯỜNG VỤ".
    pub signer_form: String,
    /// Where the money comes from.
    pub money_source: String,
    /// Recorded: who decided.
    pub grantor: String,
    /// Amend, cancel: which decision.
    pub about: Option<DecisionId>,
    /// Amend, cancel: why.
    pub why: String,
}

/// One line of a decision's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recipient {
    /// Its key.
    pub id: RecipientId,
    /// A person or a collective.
    pub kind: RecipientKind,
    /// Its place in the list, from 1.
    pub position: i64,
    /// What it does.
    pub effect: Effect,
    /// Which line it mends.
    pub replaces: Option<RecipientId>,
    /// The member, when taken from the register.
    pub member: Option<i64>,
    /// The unit, when taken from the register.
    pub unit: Option<i64>,
    /// "Ông", "Bà".
    pub honorific: String,
    /// As printed.
    pub name: String,
    /// As printed.
    pub post: String,
    /// As printed.
    pub unit_name: String,
    /// The award of the catalogue.
    pub award: Option<i64>,
    /// As printed.
    pub award_name: String,
    /// What for; empty: as the whole list.
    pub reason: String,
    /// Bonus money.
    pub amount: Dong,
    /// Whether the clerk typed the amount.
    pub amount_fixed: bool,
    /// Why it was typed.
    pub amount_why: String,
}

/// Counts and money of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Totals {
    /// Collectives.
    pub collectives: i64,
    /// People.
    pub individuals: i64,
    /// All money.
    pub amount: Dong,
    /// All money in words.
    pub words: String,
}

/// A decision with everything that its editor shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecisionPage {
    /// The decision itself.
    pub decision: Decision,
    /// Its legal grounds, in order.
    pub grounds: Vec<String>,
    /// Its articles, in order, with {words} that are filled in on paper.
    pub articles: Vec<String>,
    /// Nơi nhận.
    pub copies_to: Vec<String>,
    /// Collectives first, then people.
    pub recipients: Vec<Recipient>,
    /// What to look at before issuing.
    pub warnings: Vec<Warning>,
    /// Counts and money.
    pub totals: Totals,
    /// Decisions that amend or cancel this one.
    pub mended_by: Vec<Link>,
    /// The decision that this one amends or cancels.
    pub about: Option<Link>,
    /// The number that comes next in its year.
    pub next_number: String,
}

/// Another decision, named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Link {
    /// Its key.
    pub id: DecisionId,
    /// What it does.
    pub kind: Kind,
    /// How far it has come.
    pub state: State,
    /// `12/QĐ-LĐLĐ`, or "chưa có số".
    pub number: String,
    /// The day of signing.
    pub signed_on: Option<NaiveDate>,
    /// How many lines its list has; one that cancels and has none cancels the whole decision.
    pub lines: i64,
}

/// Which decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WhichDecision")]
pub struct Which {
    /// Its key.
    pub id: DecisionId,
}

/// The act that a command did, with the decision it was about: enough to show the toast.
pub type Acted = crate::office::Done<DecisionId>;

#[cfg(test)]
mod tests;
