//! Drafts: making, editing, copying and deleting them.

use super::{
    Acted, COPY, Decision, DecisionId, Kind, State, Which, issue, recipients, rules,
    store::{self, Part},
    wording,
};
use crate::{
    error::{Error, Result},
    host,
    office::{Office, Pen},
    vietnamese::{clean, clean_lines},
};
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewDecision {
    /// The year it counts in.
    pub year: i32,
}

/// Starts an award decision with the office's usual words.
pub fn new(office: &mut Office, wish: NewDecision) -> Result<Acted> {
    let decision = blank(office, Kind::Award, wish.year)?;
    office.act(super::DRAFT, |pen| insert_with_usual_words(pen, &decision, wording::ARTICLES))
}

/// A draft before anything is written in it: our symbol, our first signer.
pub(super) fn blank(office: &Office, kind: Kind, year: i32) -> Result<Decision> {
    let today = office.today();
    let host = host::as_of(office, today)?;
    let signer = host::signers(office, today)?.into_iter().next();
    let (signer_name, signer_title, signer_form) =
        signer.map(|signer| (signer.name, signer.title, signer.form)).unwrap_or_default();
    Ok(Decision {
        id: DecisionId(0),
        kind,
        state: State::Draft,
        year,
        number: String::new(),
        symbol: format!("QĐ-{}", host.symbol),
        signed_on: None,
        summary: String::new(),
        citation: String::new(),
        signer_name,
        signer_title,
        signer_form,
        money_source: String::new(),
        grantor: String::new(),
        about: None,
        why: String::new(),
    })
}

pub(super) fn insert_with_usual_words(pen: &Pen<'_>, decision: &Decision, articles: &[&str]) -> Result<DecisionId> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let id = store::insert(pen, decision)?;
    let mut grounds = usual_grounds(pen, decision.signed_on.unwrap_or_else(|| pen.today()))?;
    if decision.about.is_some() {
        // after the law, before whose proposal it is
        let at = grounds.iter().rposition(|ground| ground.starts_with("Căn cứ")).map_or(0, |last| last + 1);
        grounds.insert(at, wording::MENDED_GROUND.to_owned());
    }
    store::set_texts(pen, id, Part::Ground, &grounds)?;
    store::set_texts(pen, id, Part::Article, &owned(articles))?;
    store::set_texts(pen, id, Part::CopyTo, &owned(wording::COPIES_TO))?;
    Ok(id)
}

fn usual_grounds(pen: &Pen<'_>, day: NaiveDate) -> Result<Vec<String>> {
    let mut statement = pen.prepare_cached(
        "select text from legal_ground
         where usual = 1 and (since is null or since <= ?1) and (until is null or until >= ?1) order by position, id",
    )?;
    let grounds = statement.query_map([day], |row| row.get(0))?;
    Ok(grounds.collect::<rusqlite::Result<_>>()?)
}

/// Copies a decision of another year into a new draft: words and list, without number and day. A recorded one has no words of
/// ours, so the usual ones come with it.
pub fn copy(office: &mut Office, which: Which) -> Result<Acted> {
    let from = store::get(office.db(), which.id)?;
    if from.kind != Kind::Award {
        return Err(Error::refused(
            "",
            "Chỉ chép được quyết định khen thưởng. Quyết định sửa đổi, hủy bỏ thì lập từ quyết định cần sửa, cần hủy.",
        ));
    }
    let mut decision = blank(office, Kind::Award, office.today().year())?;
    decision.summary.clone_from(&from.summary);
    decision.citation.clone_from(&from.citation);
    decision.money_source.clone_from(&from.money_source);
    office.act(COPY, |pen| {
        let id = insert_with_usual_words(pen, &decision, wording::ARTICLES)?;
        if from.state != State::Recorded {
            for part in [Part::Ground, Part::Article, Part::CopyTo] {
                store::set_texts(pen, id, part, &store::texts(pen, from.id, part)?)?;
            }
        }
        for recipient in recipients::of(pen, from.id)? {
            recipients::insert(pen, id, &recipients::copied(recipient))?;
        }
        recipients::follow_day(pen, &store::get(pen, id)?)?;
        Ok(id)
    })
}

/// What changes in a draft: each field as typed; left out, it stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct EditDecision {
    /// Which draft.
    pub id: i64,
    /// The year it counts in.
    pub year: Option<i32>,
    /// The number, as typed; with a symbol behind the slash, that is taken too.
    pub number: Option<String>,
    /// `QĐ-LĐLĐ`.
    pub symbol: Option<String>,
    /// The day of signing, as typed; empty: none.
    pub signed_on: Option<String>,
    /// Trích yếu.
    pub summary: Option<String>,
    /// "Đã có thành tích …".
    pub citation: Option<String>,
    /// Who signs.
    pub signer_name: Option<String>,
    /// Their title.
    pub signer_title: Option<String>,
    /// The form of signing.
    pub signer_form: Option<String>,
    /// Where the money comes from.
    pub money_source: Option<String>,
    /// Amend, cancel: why.
    pub why: Option<String>,
    /// All legal grounds.
    pub grounds: Option<Vec<String>>,
    /// All articles.
    pub articles: Option<Vec<String>>,
    /// All lines of "Nơi nhận".
    pub copies_to: Option<Vec<String>>,
}

/// Changes a draft; the money of the list and the names of its awards follow the day of signing.
pub fn edit(office: &mut Office, change: EditDecision) -> Result<Acted> {
    let before = store::get(office.db(), DecisionId(change.id))?;
    open_for_edit(&before)?;
    let after = changed(before.clone(), &change, office.today())?;
    office.act(super::EDIT, |pen| {
        if after != before {
            store::update(pen, &after)?;
        }
        for (part, texts) in
            [(Part::Ground, &change.grounds), (Part::Article, &change.articles), (Part::CopyTo, &change.copies_to)]
        {
            if let Some(texts) = texts {
                let texts: Vec<String> =
                    texts.iter().map(|text| clean_lines(text)).filter(|text| !text.is_empty()).collect();
                store::set_texts(pen, after.id, part, &texts)?;
            }
        }
        if after.signed_on != before.signed_on {
            recipients::follow_day(pen, &after)?;
        }
        Ok(after.id)
    })
}

fn changed(mut decision: Decision, change: &EditDecision, today: NaiveDate) -> Result<Decision> {
    let set = |place: &mut String, typed: &Option<String>| {
        if let Some(typed) = typed {
            *place = clean(typed);
        }
    };
    set(&mut decision.symbol, &change.symbol);
    set(&mut decision.summary, &change.summary);
    set(&mut decision.citation, &change.citation);
    set(&mut decision.signer_name, &change.signer_name);
    set(&mut decision.signer_title, &change.signer_title);
    set(&mut decision.signer_form, &change.signer_form);
    set(&mut decision.money_source, &change.money_source);
    set(&mut decision.why, &change.why);
    if let Some(typed) = &change.number {
        decision.number = rules::number(typed)?;
        if let Some((_, symbol)) = typed.split_once('/').filter(|(_, symbol)| !clean(symbol).is_empty()) {
            decision.symbol = clean(symbol);
        }
    }
    if let Some(typed) = &change.signed_on {
        // The year goes with the day, unless another year was chosen for the awards.
        let is_with_day = decision.year == decision.signed_on.unwrap_or(today).year();
        decision.signed_on = day(typed, today)?;
        if let Some(day) = decision.signed_on.filter(|_| is_with_day) {
            decision.year = day.year();
        }
    }
    if let Some(year) = change.year {
        decision.year = year;
    }
    if !(1950..=2100).contains(&decision.year) {
        let field = if change.year.is_some() { "year" } else { "signed_on" };
        return Err(Error::refused(field, "Năm của quyết định phải từ 1950 đến 2100."));
    }
    Ok(decision)
}

/// A whole day as typed: `5/9/87`, `05091987` or ISO; empty: none.
pub(super) fn day(typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>> {
    if clean(typed).is_empty() {
        return Ok(None);
    }
    issue::read_day(typed, today)
        .map(Some)
        .ok_or_else(|| Error::refused("signed_on", "Ngày chưa đúng. Ví dụ: 05/09/2026."))
}

/// Refuses to touch what is issued.
pub(super) fn open_for_edit(decision: &Decision) -> Result<()> {
    match decision.state {
        State::Draft | State::Ready | State::Recorded => Ok(()),
        State::Issued => Err(Error::refused(
            "",
            "Quyết định đã ban hành nên không sửa được nữa. Muốn đổi, hãy lập quyết định sửa đổi hoặc hủy bỏ.",
        )),
    }
}

/// Deletes a draft, or a past decision that was recorded by mistake.
pub fn delete(office: &mut Office, which: Which) -> Result<Acted> {
    let decision = store::get(office.db(), which.id)?;
    open_for_edit(&decision)?;
    office.act(super::DELETE, |pen| store::delete(pen, which.id).map(|()| which.id))
}
