//! Decisions that amend or cancel an issued one, as a whole or line by line.

use super::{
    Acted, Decision, DecisionId, Effect, Kind, Recipient, RecipientId, State, draft, recipients, store, wording,
};
use crate::{
    error::{Error, Refusals, Result},
    office::Office,
    vietnamese::clean,
};
use chrono::Datelike as _;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What shall be mended in an issued decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Amendment {
    /// The issued decision.
    pub about: DecisionId,
    /// Which of its lines are mended; each comes into the new draft as it stands now, to be corrected there. Cancel: none
    /// means the whole decision.
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
    mend(office, Kind::Amend, &wish)
}

/// Starts a decision that cancels an issued one, or some of its lines.
pub fn cancel(office: &mut Office, wish: Amendment) -> Result<Acted> {
    mend(office, Kind::Cancel, &wish)
}

fn mend(office: &mut Office, kind: Kind, wish: &Amendment) -> Result<Acted> {
    let about = store::get(office.db(), wish.about)?;
    mendable(office.db(), &about)?;
    let why = clean(&wish.why);
    if why.is_empty() {
        return Err(Error::refused("why", "Chưa ghi lý do sửa đổi hoặc hủy bỏ."));
    }
    let lines = lines(office.db(), kind, wish)?;
    let words = wording::mending(kind, &lines, &store::full_number(&about.number, &about.symbol));
    let decision = Decision {
        about: Some(about.id),
        why,
        summary: words.summary,
        // Not on its own paper: what a corrected line is given for, in lists and histories.
        citation: about.citation,
        money_source: about.money_source,
        ..draft::blank(office, kind, office.today().year())?
    };
    office.act(super::DRAFT, |pen| {
        let id = draft::insert_with_usual_words(pen, &decision, words.articles)?;
        for line in &lines {
            recipients::insert(pen, id, line)?;
        }
        Ok(id)
    })
}

/// Refuses what cannot be mended: what is not issued, what is no more, and what cancels.
fn mendable(db: &Connection, about: &Decision) -> Result<()> {
    let sentence = if about.state != State::Issued {
        "Chỉ sửa đổi, hủy bỏ được quyết định đã ban hành. Bản nháp thì sửa trực tiếp."
    } else if about.kind == Kind::Cancel {
        "Quyết định hủy bỏ thì không sửa đổi, hủy bỏ tiếp được. Muốn khen thưởng lại, hãy lập quyết định khen thưởng mới."
    } else if store::is_void(db, about.id)? {
        "Quyết định này đã bị hủy bỏ nên không còn gì để sửa đổi, hủy bỏ."
    } else {
        return Ok(());
    };
    Err(Error::refused("about", sentence))
}

/// The lines of the draft: each as it stands now, after what was corrected meanwhile.
fn lines(db: &Connection, kind: Kind, wish: &Amendment) -> Result<Vec<Recipient>> {
    if wish.recipients.is_empty() && begun(db, wish.about, None)? {
        return Err(Error::refused("about", "Đã có dự thảo hủy bỏ quyết định này. Hãy mở dự thảo đó."));
    }
    let mut wrong = Refusals::new();
    let mut lines = Vec::new();
    for line in recipients::of(db, wish.about)?.into_iter().filter(|line| wish.recipients.contains(&line.id)) {
        if begun(db, wish.about, Some(line.id))? {
            wrong.refuse(
                "recipients",
                format!(
                    "Đã có dự thảo sửa đổi, hủy bỏ dòng “{}”. Hãy mở dự thảo đó, hoặc xóa nó rồi lập lại.",
                    line.name
                ),
            );
        }
        match standing(db, line.id)? {
            Some(now) => lines.push(mending(kind, &line, now)),
            None => wrong.refuse("recipients", format!("Khen thưởng của “{}” đã bị hủy bỏ từ trước.", line.name)),
        }
    }
    wrong.or(lines)
}

fn mending(kind: Kind, line: &Recipient, now: Recipient) -> Recipient {
    let (effect, amount) = match kind {
        Kind::Cancel => (Effect::Withdraw, crate::money::Dong(0)),
        Kind::Award | Kind::Amend => (Effect::Correct, now.amount),
    };
    Recipient { effect, replaces: Some(now.id), position: line.position, amount, ..now }
}

/// What stands of a line: itself, or its newest correction; none: it was withdrawn.
fn standing(db: &Connection, line: RecipientId) -> Result<Option<Recipient>> {
    let newest: Option<RecipientId> = db
        .prepare_cached(
            "with recursive after (id) as (
               select ?1 union all select r.id from after join recipient r on r.replaces = after.id
             )
             select max(recipient) from award_standing where recipient in (select id from after)",
        )?
        .query_row([line], |row| row.get(0))?;
    newest.map(|newest| recipients::get(db, newest)).transpose()
}

/// Whether a draft mends that line already, or cancels the whole decision.
fn begun(db: &Connection, about: DecisionId, line: Option<RecipientId>) -> Result<bool> {
    let mut statement = db.prepare_cached(
        "with recursive after (id) as (
           select ?2 union all select r.id from after join recipient r on r.replaces = after.id
         )
         select 1 from decision d
         where d.state in ('draft', 'ready')
           and case when ?2 is null
             then d.about = ?1 and d.kind = 'cancel' and not exists (select 1 from recipient r where r.decision = d.id)
             else exists (select 1 from recipient r where r.decision = d.id and r.id in (select id from after))
           end",
    )?;
    Ok(statement.query_row(rusqlite::params![about, line], |_| Ok(())).optional()?.is_some())
}
