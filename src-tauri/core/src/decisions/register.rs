//! The register of decisions, and one decision as its editor shows it.

use super::{
    Decision, DecisionId, DecisionPage, Kind, Recipient, RecipientKind, State, Totals, Which, known, recipients,
    rules::{self, Draft},
    store::{self, Part},
};
use crate::{
    error::{Error, Result},
    money::Dong,
    office::Office,
    settings,
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which part of the register is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecisionQuery {
    /// The year; none: all years.
    pub year: Option<i32>,
    /// Words of the number or the summary, accents not needed.
    #[serde(default)]
    pub text: String,
    /// Only these states; empty: all.
    #[serde(default)]
    pub states: Vec<State>,
}

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecisionLine {
    /// Its key.
    pub id: DecisionId,
    /// What it does.
    pub kind: Kind,
    /// How far it has come.
    pub state: State,
    /// `125/QĐ-LĐLĐ`, or "chưa có số".
    pub number: String,
    /// The day of signing.
    pub signed_on: Option<NaiveDate>,
    /// Trích yếu.
    pub summary: String,
    /// Recorded: who decided.
    pub grantor: String,
    /// Collectives.
    pub collectives: i64,
    /// People.
    pub individuals: i64,
    /// All money.
    pub amount: Dong,
    /// Whether an issued decision cancels it as a whole.
    pub cancelled: bool,
    /// Whether an issued decision amends it, or cancels some of its lines.
    pub amended: bool,
}

/// The register of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecisionRegister {
    /// Newest first; drafts above.
    pub lines: Vec<DecisionLine>,
    /// Years that have decisions.
    pub years: Vec<i32>,
    /// How many there are by state, without the filter by state.
    pub counts: BTreeMap<String, i64>,
}

const LINES: &str = "
    select d.id, d.kind, d.state, d.number, d.symbol, d.signed_on, d.summary, d.grantor,
      (select count(*) from recipient r where r.decision = d.id and r.kind = 'collective') as collectives,
      (select count(*) from recipient r where r.decision = d.id and r.kind = 'individual') as individuals,
      (select coalesce(sum(r.amount), 0) from recipient r where r.decision = d.id) as amount,
      d.kind <> 'cancel' and d.id in (select decision from decision_void) as cancelled,
      exists (select 1 from decision m join recipient r on r.decision = m.id
              where m.about = d.id and m.state = 'issued' and m.id not in (select decision from decision_void)) as amended
    from decision d
    where (?1 is null or d.year = ?1) and (?2 = '' or instr(d.search, ?2) > 0)
    order by d.state in ('draft', 'ready') desc, d.year desc, d.signed_on desc, d.number_order desc, d.number desc, d.id desc";

fn line(row: &Row<'_>) -> rusqlite::Result<DecisionLine> {
    let (number, symbol): (String, String) = (row.get("number")?, row.get("symbol")?);
    let state: State = row.get("state")?;
    Ok(DecisionLine {
        id: row.get("id")?,
        kind: row.get("kind")?,
        state,
        number: if state == State::Recorded && symbol.is_empty() {
            number
        } else {
            store::full_number(&number, &symbol)
        },
        signed_on: row.get("signed_on")?,
        summary: row.get("summary")?,
        grantor: row.get("grantor")?,
        collectives: row.get("collectives")?,
        individuals: row.get("individuals")?,
        amount: row.get("amount")?,
        cancelled: row.get("cancelled")?,
        amended: row.get("amended")?,
    })
}

/// The register of decisions.
pub fn register(office: &mut Office, query: DecisionQuery) -> Result<DecisionRegister> {
    let db = office.db();
    let mut lines = db
        .prepare_cached(LINES)?
        .query_map(params![query.year, fold(&query.text)], line)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut counts = BTreeMap::new();
    for line in &lines {
        *counts.entry(line.state.code().to_owned()).or_insert(0) += 1;
    }
    if !query.states.is_empty() {
        lines.retain(|line| query.states.contains(&line.state));
    }
    let years = db
        .prepare_cached("select distinct year from decision order by year desc")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(DecisionRegister { lines, years, counts })
}

/// The number of a decision as on paper, or "chưa có số"; empty when there is no such decision.
pub fn numbered(db: &Connection, id: DecisionId) -> Result<String> {
    Ok(store::link_to(db, id)?.map(|link| link.number).unwrap_or_default())
}

/// One decision with everything that its editor shows.
pub fn page(office: &mut Office, which: Which) -> Result<DecisionPage> {
    let db = office.db();
    let decision = store::get(db, which.id)?;
    let recipients = recipients::of(db, which.id)?;
    let grounds = store::texts(db, which.id, Part::Ground)?;
    let articles = store::texts(db, which.id, Part::Article)?;
    let copies_to = store::texts(db, which.id, Part::CopyTo)?;
    let totals = totals(db, &recipients)?;
    let warnings = match decision.state {
        State::Draft | State::Ready => {
            let draft = Draft {
                decision: &decision,
                grounds: &grounds,
                articles: &articles,
                copies_to: &copies_to,
                recipients: &recipients,
                amount: totals.amount,
            };
            rules::warnings(&draft, &known::of(office, &decision, &recipients, &grounds)?, office.today())
        }
        State::Issued | State::Recorded => Vec::new(),
    };
    Ok(DecisionPage {
        grounds,
        articles,
        copies_to,
        totals,
        mended_by: store::mended_by(db, which.id)?,
        about: decision.about.map(|about| store::link_to(db, about)).transpose()?.flatten(),
        next_number: store::next_number(db, &decision)?,
        decision,
        recipients,
        warnings,
    })
}

/// Counts and money of a list, in figures and words. Lines that only withdraw bring no money.
pub(super) fn totals(db: &Connection, recipients: &[Recipient]) -> Result<Totals> {
    let of = |kind| i64::try_from(recipients.iter().filter(|line| line.kind == kind).count()).unwrap_or(i64::MAX);
    let amount = Dong::total(recipients.iter().map(|line| line.amount))
        .ok_or_else(|| Error::refused("recipients", "Tổng tiền thưởng quá lớn. Hãy kiểm tra lại số tiền từng dòng."))?;
    Ok(Totals {
        collectives: of(RecipientKind::Collective),
        individuals: of(RecipientKind::Individual),
        amount,
        words: settings::number_words(db)?.dong(amount),
    })
}

/// One decision for `desk dump decisions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DumpedDecision {
    /// The decision.
    #[serde(flatten)]
    decision: Decision,
    /// Its lines.
    recipients: Vec<Recipient>,
}

/// Every decision with its lines, oldest first.
pub fn dump(db: &Connection) -> Result<Vec<DumpedDecision>> {
    let ids = db
        .prepare("select id from decision order by id")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<DecisionId>>>()?;
    ids.into_iter()
        .map(|id| Ok(DumpedDecision { decision: store::get(db, id)?, recipients: recipients::of(db, id)? }))
        .collect()
}
