//! The tables `decision` and `decision_text`.

use super::{Decision, DecisionId, Kind, Link, State};
use crate::{
    error::{Error, Result},
    id::new_uid,
    office::Pen,
    vietnamese::fold,
};
use chrono::Datelike as _;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) const COLUMNS: &str = "id, kind, state, year, number, symbol, signed_on, summary, citation, signer_name, \
     signer_title, signer_form, money_source, grantor, about, why";

fn decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    Ok(Decision {
        id: row.get("id")?,
        kind: row.get("kind")?,
        state: row.get("state")?,
        year: row.get("year")?,
        number: row.get("number")?,
        symbol: row.get("symbol")?,
        signed_on: row.get("signed_on")?,
        summary: row.get("summary")?,
        citation: row.get("citation")?,
        signer_name: row.get("signer_name")?,
        signer_title: row.get("signer_title")?,
        signer_form: row.get("signer_form")?,
        money_source: row.get("money_source")?,
        grantor: row.get("grantor")?,
        about: row.get("about")?,
        why: row.get("why")?,
    })
}

pub(super) fn get(db: &Connection, id: DecisionId) -> Result<Decision> {
    db.prepare_cached(&format!("select {COLUMNS} from decision where id = ?1"))?
        .query_row([id], decision)
        .optional()?
        .ok_or_else(|| Error::refused("", "Quyết định này không còn. Có thể việc lập nó đã được hoàn tác."))
}

pub(super) fn insert(pen: &Pen<'_>, decision: &Decision) -> Result<DecisionId> {
    pen.prepare_cached(
        "insert into decision (uid, kind, state, year, number, number_order, symbol, signed_on, summary, search, citation,
           signer_name, signer_title, signer_form, money_source, grantor, about, why)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?
    .execute(params![
        new_uid(),
        decision.kind,
        decision.state,
        decision.year,
        decision.number,
        super::rules::number_order(&decision.number),
        decision.symbol,
        decision.signed_on,
        decision.summary,
        search(decision),
        decision.citation,
        decision.signer_name,
        decision.signer_title,
        decision.signer_form,
        decision.money_source,
        decision.grantor,
        decision.about,
        decision.why,
    ])?;
    Ok(DecisionId(pen.last_insert_rowid()))
}

pub(super) fn update(pen: &Pen<'_>, decision: &Decision) -> Result<()> {
    pen.prepare_cached(
        "update decision set state = ?2, year = ?3, number = ?4, number_order = ?5, symbol = ?6, signed_on = ?7,
           summary = ?8, search = ?9, citation = ?10, signer_name = ?11, signer_title = ?12, signer_form = ?13,
           money_source = ?14, why = ?15
         where id = ?1",
    )?
    .execute(params![
        decision.id,
        decision.state,
        decision.year,
        decision.number,
        super::rules::number_order(&decision.number),
        decision.symbol,
        decision.signed_on,
        decision.summary,
        search(decision),
        decision.citation,
        decision.signer_name,
        decision.signer_title,
        decision.signer_form,
        decision.money_source,
        decision.why,
    ])?;
    Ok(())
}

fn search(decision: &Decision) -> String {
    fold(&format!("{}/{} {} {}", decision.number, decision.symbol, decision.summary, decision.grantor))
}

/// Freezes the decision with what its paper says.
pub(super) fn freeze(pen: &Pen<'_>, id: DecisionId, paper: &str) -> Result<()> {
    pen.execute(
        "update decision set state = 'issued', paper = ?2, issued_at = ?3 where id = ?1",
        params![id, paper, pen.now().to_rfc3339()],
    )?;
    Ok(())
}

/// What the paper says, as frozen with the issue.
pub(super) fn frozen(db: &Connection, id: DecisionId) -> Result<Option<String>> {
    let paper = db.query_row("select paper from decision where id = ?1", [id], |row| row.get(0)).optional()?;
    Ok(paper.flatten())
}

pub(super) fn delete(pen: &Pen<'_>, id: DecisionId) -> Result<()> {
    // Children first, one by one: undo needs their images under the parent's.
    pen.execute("delete from recipient where decision = ?1", [id])?;
    pen.execute("delete from decision_text where decision = ?1", [id])?;
    pen.execute("delete from decision where id = ?1", [id])?;
    Ok(())
}

/// The parts of a decision that are lines of text.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Ground,
    Article,
    CopyTo,
}

impl Part {
    const fn code(self) -> &'static str {
        match self {
            Self::Ground => "ground",
            Self::Article => "article",
            Self::CopyTo => "copy_to",
        }
    }
}

pub(super) fn texts(db: &Connection, id: DecisionId, part: Part) -> Result<Vec<String>> {
    let mut statement =
        db.prepare_cached("select text from decision_text where decision = ?1 and part = ?2 order by position")?;
    let texts = statement.query_map(params![id, part.code()], |row| row.get(0))?;
    Ok(texts.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn set_texts(pen: &Pen<'_>, id: DecisionId, part: Part, texts: &[String]) -> Result<()> {
    if super::store::texts(pen, id, part)? == texts {
        return Ok(());
    }
    pen.execute("delete from decision_text where decision = ?1 and part = ?2", params![id, part.code()])?;
    let mut insert =
        pen.prepare_cached("insert into decision_text (decision, part, position, text) values (?1, ?2, ?3, ?4)")?;
    for (text, position) in texts.iter().zip(1_i64..) {
        insert.execute(params![id, part.code(), position, text])?;
    }
    Ok(())
}

/// Decisions that have a number of ours in the calendar year ?1 with the symbol ?2; one that was recorded without a grantor
/// is ours too.
const NUMBERED: &str = "from decision
     where coalesce(cast(substr(signed_on, 1, 4) as integer), year) = ?1 and symbol = ?2 and number <> ''
       and (state <> 'recorded' or grantor = '' or grantor in (select name from host))";

/// The calendar year that a decision has its number in: numbers follow the signing, whatever year the awards count in.
pub(super) fn numbered_in(decision: &Decision) -> i32 {
    decision.signed_on.map_or(decision.year, |day| day.year())
}

/// Our own documents of the calendar year ?1 that have their numbers in the series of the symbol ?2: those of that symbol, or
/// all of them where the office numbers all of its documents in one series.
const REGISTERED: &str = "from document
     where direction = 'out' and year = ?1 and number <> ''
       and (symbol = ?2 or (select value from setting where name = 'document_numbering') = '\"shared\"')";

/// The number after the highest of that calendar year, of decisions and in the register of documents.
pub(super) fn next_number(db: &Connection, decision: &Decision) -> Result<String> {
    let highest: i64 = db
        .prepare_cached(&format!(
            "select coalesce(max(number_order), 0) from
               (select number_order {NUMBERED} union all select number_order {REGISTERED})"
        ))?
        .query_row(params![numbered_in(decision), decision.symbol], |row| row.get(0))?;
    Ok((highest + 1).to_string())
}

/// What another paper of ours that has that number in the register of documents is about, if there is one.
pub(super) fn number_registered(db: &Connection, decision: &Decision) -> Result<Option<String>> {
    let found = db
        .prepare_cached(&format!(
            "select summary {REGISTERED} and number = ?3 and decision is not ?4 order by id limit 1"
        ))?
        .query_row(params![numbered_in(decision), decision.symbol, decision.number, decision.id], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// Another decision of ours with that number in the same calendar year, if any; a recorded one only if there is no other.
pub(super) fn number_taken(db: &Connection, decision: &Decision) -> Result<Option<Link>> {
    let found = db
        .prepare_cached(&format!(
            "{LINK} {NUMBERED} and number = ?3 and id <> ?4
             order by state = 'recorded', id limit 1"
        ))?
        .query_row(params![numbered_in(decision), decision.symbol, decision.number, decision.id], link)
        .optional()?;
    Ok(found)
}

/// The decision that the story of this one began with: what it mends, or what that mends in its turn.
pub(super) fn began(db: &Connection, decision: &Decision) -> Result<Decision> {
    let began: Option<DecisionId> = db
        .prepare_cached("select began from decision_origin where decision = ?1")?
        .query_row([decision.id], |row| row.get(0))
        .optional()?;
    began.map_or_else(|| Ok(decision.clone()), |began| get(db, began))
}

/// Whether an issued decision cancels it as a whole.
pub(super) fn is_void(db: &Connection, id: DecisionId) -> Result<bool> {
    let mut statement = db.prepare_cached("select exists (select 1 from decision_void where decision = ?1)")?;
    Ok(statement.query_row([id], |row| row.get(0))?)
}

const LINK: &str = "select id, kind, state, number, symbol, signed_on,
       (select count(*) from recipient r where r.decision = decision.id) as lines";

fn link(row: &Row<'_>) -> rusqlite::Result<Link> {
    let (number, symbol): (String, String) = (row.get("number")?, row.get("symbol")?);
    Ok(Link {
        id: row.get("id")?,
        kind: row.get::<_, Kind>("kind")?,
        state: row.get::<_, State>("state")?,
        number: full_number(&number, &symbol),
        signed_on: row.get("signed_on")?,
        lines: row.get("lines")?,
    })
}

/// `05/QĐ-LĐLĐ`, or words where there is no number yet.
pub(super) fn full_number(number: &str, symbol: &str) -> String {
    if number.is_empty() {
        "chưa có số".to_owned()
    } else {
        format!("{}/{symbol}", super::rules::number_on_paper(number))
    }
}

pub(super) fn mended_by(db: &Connection, id: DecisionId) -> Result<Vec<Link>> {
    let mut statement = db.prepare_cached(&format!("{LINK} from decision where about = ?1 order by id"))?;
    let links = statement.query_map([id], link)?;
    Ok(links.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn link_to(db: &Connection, id: DecisionId) -> Result<Option<Link>> {
    let found = db.prepare_cached(&format!("{LINK} from decision where id = ?1"))?.query_row([id], link).optional()?;
    Ok(found)
}
