//! Making ready, issuing, and the decisions that amend or cancel another.

use super::{
    Acted, Decision, DecisionId, Effect, Kind, Recipient, RecipientId, State, Which, draft, paper, recipients,
    register,
    rules::{self, Gravity},
    store, wording,
};
use crate::{
    calendar::{DateReading, read_date},
    error::{Error, Refusals, Result},
    office::Office,
    vietnamese::clean,
};
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A whole day as typed.
pub(super) fn read_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    // A draft may look a little ahead: the two-digit years of dates to come are of this century.
    let latest = today.checked_add_months(chrono::Months::new(24)).unwrap_or(today);
    match read_date(typed, latest) {
        DateReading::Read(date, _) => date.known_day(),
        DateReading::Impossible | DateReading::Unreadable => None,
    }
}

/// The draft goes to the signer: it can still be edited and taken back.
pub fn ready(office: &mut Office, which: Which) -> Result<Acted> {
    turn(office, which, State::Draft, State::Ready)
}

/// Back to being a draft.
pub fn reopen(office: &mut Office, which: Which) -> Result<Acted> {
    turn(office, which, State::Ready, State::Draft)
}

fn turn(office: &mut Office, which: Which, from: State, to: State) -> Result<Acted> {
    let mut decision = store::get(office.db(), which.id)?;
    if decision.state != from {
        return Err(Error::refused(
            "",
            format!("Quyết định đang ở trạng thái “{}”, không chuyển được.", decision.state.label()),
        ));
    }
    decision.state = to;
    let what = if to == State::Ready { super::READY } else { super::REOPEN };
    office.act(what, |pen| store::update(pen, &decision).map(|()| decision.id))
}

/// Issues the decision: what its paper says is frozen, and there is no undo.
pub fn issue(office: &mut Office, which: Which) -> Result<Acted> {
    let page = register::page(office, which)?;
    draft::open_for_edit(&page.decision)?;
    if page.decision.state == State::Recorded {
        return Err(Error::refused("", "Quyết định cũ đã ghi sổ thì không ban hành lại."));
    }
    let mut wrong = Refusals::new();
    for warning in page.warnings.iter().filter(|warning| warning.gravity == Gravity::Obstacle) {
        wrong.refuse(&warning.field, warning.sentence.as_str());
    }
    wrong.or(())?;
    let frozen = serde_json::to_string(&paper::said(office, &page)?)?;
    let number = store::full_number(&page.decision.number, &page.decision.symbol);
    office.act(super::ISSUE, |pen| {
        store::freeze(pen, which.id, &frozen)?;
        pen.detail(number.clone());
        pen.bar(format!(
            "Quyết định {number} đã ban hành nên không hoàn tác được. Muốn đổi, hãy lập quyết định sửa đổi hoặc hủy bỏ."
        ));
        Ok(which.id)
    })
}

/// What shall be mended in an issued decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Amendment {
    /// The issued decision.
    pub about: DecisionId,
    /// Which of its lines are mended; each comes into the new draft as it was, to be corrected there.
    #[serde(default)]
    pub recipients: Vec<RecipientId>,
    /// Why.
    pub why: String,
}

/// Starts a decision that amends an issued one.
pub fn amend(office: &mut Office, wish: Amendment) -> Result<Acted> {
    if wish.recipients.is_empty() {
        return Err(Error::refused("recipients", "Hãy chọn ít nhất một dòng cần sửa trong danh sách đã ban hành."));
    }
    mend(office, Kind::Amend, Effect::Correct, &wish)
}

/// Starts a decision that cancels an issued one.
pub fn cancel(office: &mut Office, wish: Amendment) -> Result<Acted> {
    mend(office, Kind::Cancel, Effect::Withdraw, &wish)
}

fn mend(office: &mut Office, kind: Kind, effect: Effect, wish: &Amendment) -> Result<Acted> {
    let about = store::get(office.db(), wish.about)?;
    if about.state != State::Issued {
        return Err(Error::refused(
            "about",
            "Chỉ sửa đổi, hủy bỏ được quyết định đã ban hành. Bản nháp thì sửa trực tiếp.",
        ));
    }
    let why = clean(&wish.why);
    if why.is_empty() {
        return Err(Error::refused("why", "Chưa ghi lý do sửa đổi hoặc hủy bỏ."));
    }
    let lines: Vec<Recipient> = recipients::of(office.db(), wish.about)?
        .into_iter()
        .filter(|line| wish.recipients.contains(&line.id))
        .map(|line| mending(line, effect))
        .collect();
    let number = store::full_number(&about.number, &about.symbol);
    let decision = Decision {
        about: Some(wish.about),
        why,
        summary: format!("Về việc {} Quyết định số {number}", if kind == Kind::Amend { "sửa đổi" } else { "hủy bỏ" }),
        money_source: about.money_source,
        ..draft::blank(office, kind, office.today().year())?
    };
    let articles = if kind == Kind::Amend { wording::AMEND_ARTICLES } else { wording::CANCEL_ARTICLES };
    office.act(super::DRAFT, |pen| {
        let id = draft::insert_with_usual_words(pen, &decision, articles)?;
        for line in &lines {
            recipients::insert(pen, id, line)?;
        }
        Ok(id)
    })
}

fn mending(line: Recipient, effect: Effect) -> Recipient {
    let amount = if effect == Effect::Withdraw { crate::money::Dong(0) } else { line.amount };
    Recipient { effect, replaces: Some(line.id), amount, ..line }
}

/// The number that stands on paper, with its symbol.
pub(super) fn number_of(decision: &Decision) -> String {
    format!("{}/{}", rules::number_on_paper(&decision.number), decision.symbol)
}
