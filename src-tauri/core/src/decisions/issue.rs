//! Making ready and issuing.

use super::{
    Acted, Decision, State, Which, draft, paper, recipients, register,
    rules::{self, Gravity},
    store,
};
use crate::{
    calendar::{DateReading, read_date},
    error::{Error, Refusals, Result},
    office::Office,
};
use chrono::NaiveDate;

/// A whole day as typed.
pub(super) fn read_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    // A draft may look a little ahead: the two-digit years of dates to come are of this century.
    let latest = today.checked_add_months(chrono::Months::new(24)).unwrap_or(today);
    match read_date(typed, latest) {
        DateReading::Read(date, _) => date.known_day(),
        DateReading::Impossible | DateReading::Unreadable => None,
    }
}

/// The draft goes to the signer, with the money that the catalogue gives now; it can still be edited and taken back.
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
    office.act(what, |pen| {
        if to == State::Ready {
            recipients::follow_day(pen, &decision)?;
        }
        store::update(pen, &decision).map(|()| decision.id)
    })
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

/// The number that stands on paper, with its symbol.
pub(super) fn number_of(decision: &Decision) -> String {
    format!("{}/{}", rules::number_on_paper(&decision.number), decision.symbol)
}
