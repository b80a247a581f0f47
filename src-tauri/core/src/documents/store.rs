//! Documents in the register.

use super::{
    DocumentDraft, DocumentId, DocumentKind, DocumentLine, DocumentQuery, full_number,
    rules::{self, Checked},
};
use crate::{
    decisions::{self, DecisionId},
    error::Result,
    id::new_uid,
    office::Pen,
    vietnamese::tone_place_key,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

const LINES: &str = "
    select d.id, d.direction, d.kind, d.number, d.symbol, d.dated, d.arrived, d.party, d.summary, d.deadline, d.handled, d.decision,
      (select count(*) from attachment a where a.document = d.id) as files
    from document d
    where (?1 is null or d.dated >= ?1) and (?2 is null or d.dated <= ?2) and (?3 is null or d.direction = ?3)
      and (?4 = '' or instr(d.search, ?4) > 0) and (?5 is null or d.decision = ?5)
    order by d.dated desc, d.number_order desc, d.number desc, d.id desc";

fn line(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<DocumentLine> {
    let (number, symbol): (String, String) = (row.get("number")?, row.get("symbol")?);
    let kind: super::DocumentKind = row.get("kind")?;
    let (deadline, handled): (Option<NaiveDate>, Option<NaiveDate>) = (row.get("deadline")?, row.get("handled")?);
    Ok(DocumentLine {
        id: row.get("id")?,
        direction: row.get("direction")?,
        kind,
        kind_label: kind.label().to_owned(),
        number: full_number(&number, &symbol),
        dated: row.get("dated")?,
        arrived: row.get("arrived")?,
        party: row.get("party")?,
        summary: row.get("summary")?,
        late: handled.is_none() && deadline.is_some_and(|deadline| deadline < today),
        deadline,
        handled,
        decision: row.get("decision")?,
        files: row.get("files")?,
    })
}

pub(super) fn lines(
    db: &Connection,
    query: &DocumentQuery,
    words: &str,
    today: NaiveDate,
) -> Result<Vec<DocumentLine>> {
    let mut statement = db.prepare_cached(LINES)?;
    let lines = statement
        .query_map(params![query.from, query.to, query.direction, words, query.decision], |row| line(row, today))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(lines)
}

pub(super) fn draft(db: &Connection, id: DocumentId) -> Result<Option<DocumentDraft>> {
    let found = db
        .prepare_cached(
            "select direction, kind, number, symbol, dated, arrived, party, summary, deadline, handled, decision, note
             from document where id = ?1",
        )?
        .query_row([id], |row| {
            let (number, symbol): (String, String) = (row.get("number")?, row.get("symbol")?);
            Ok(DocumentDraft {
                id: Some(id),
                direction: row.get("direction")?,
                kind: row.get("kind")?,
                number: full_number(&number, &symbol),
                dated: row.get("dated")?,
                arrived: row.get("arrived")?,
                party: row.get("party")?,
                summary: row.get("summary")?,
                deadline: row.get("deadline")?,
                handled: row.get("handled")?,
                decision: row.get("decision")?,
                note: row.get("note")?,
            })
        })
        .optional()?;
    Ok(found)
}

/// The highest number of our own documents of that year; with a kind: of those of that kind.
pub(super) fn highest(db: &Connection, year: i32, kind: Option<DocumentKind>) -> Result<i64> {
    Ok(db
        .prepare_cached(
            "select coalesce(max(number_order), 0) from document
             where direction = 'out' and year = ?1 and (?2 is null or kind = ?2)",
        )?
        .query_row(params![year, kind], |row| row.get(0))?)
}

/// A numbered award decision, as far as the register of documents has to know it.
pub(super) struct Numbered {
    pub id: DecisionId,
    pub number: String,
    pub order: i64,
    pub symbol: String,
}

/// Our own numbered award decisions of that year.
pub(super) fn our_decisions(db: &Connection, year: i32) -> Result<Vec<Numbered>> {
    let mut statement = db.prepare_cached("select name from host order by id")?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let mut statement = db.prepare_cached(
        "select id, number, number_order, symbol, grantor from decision
         where coalesce(cast(substr(signed_on, 1, 4) as integer), year) = ?1 and number <> '' order by id",
    )?;
    let found = statement
        .query_map([year], |row| {
            let (id, number, order, symbol) =
                (row.get("id")?, row.get("number")?, row.get("number_order")?, row.get("symbol")?);
            Ok((Numbered { id, number, order, symbol }, row.get::<_, String>("grantor")?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(found.into_iter().filter(|(_, grantor)| rules::is_ours(grantor, &names)).map(|(decision, _)| decision).collect())
}

/// Whether another of our documents of that year carries that number and symbol.
pub(super) fn taken(
    db: &Connection,
    year: i32,
    symbol: &str,
    number: &str,
    except: Option<DocumentId>,
) -> Result<bool> {
    let mut statement = db.prepare_cached(
        "select symbol from document where direction = 'out' and year = ?1 and number = ?2 and number <> '' and id is not ?3",
    )?;
    let symbols = statement
        .query_map(params![year, number, except], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(symbols.iter().any(|taken| rules::is_same_symbol(taken, symbol)))
}

/// When the same letter came: of that number, symbol and day, from the same sender.
pub(super) fn came(db: &Connection, document: &Checked, except: Option<DocumentId>) -> Result<Option<NaiveDate>> {
    let mut statement = db.prepare_cached(
        "select symbol, party, arrived from document
         where direction = 'in' and number = ?1 and number <> '' and dated = ?2 and id is not ?3 order by id",
    )?;
    let letters = statement
        .query_map(params![document.number, document.dated, except], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let is_same = |symbol: &str, party: &str| {
        rules::is_same_symbol(symbol, &document.symbol) && tone_place_key(party) == tone_place_key(&document.party)
    };
    Ok(letters.into_iter().find(|(symbol, party, _)| is_same(symbol, party)).and_then(|(.., arrived)| arrived))
}

/// The first of these documents that was written after that day.
pub(super) fn younger(db: &Connection, ids: &[DocumentId], day: NaiveDate) -> Result<Option<DocumentDraft>> {
    for id in ids {
        if let Some(draft) = draft(db, *id)?.filter(|draft| draft.dated.is_some_and(|dated| dated > day)) {
            return Ok(Some(draft));
        }
    }
    Ok(None)
}

pub(super) fn insert(
    pen: &Pen<'_>,
    document: &Checked,
    decision: Option<DecisionId>,
    search: &str,
) -> Result<DocumentId> {
    pen.execute(
        "insert into document (uid, direction, kind, year, number, number_order, symbol, dated, arrived, party, summary,
                               deadline, handled, decision, note, search)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        params![
            new_uid(),
            document.direction,
            document.kind,
            document.year,
            document.number,
            decisions::number_order(&document.number),
            document.symbol,
            document.dated,
            document.arrived,
            document.party,
            document.summary,
            document.deadline,
            document.handled,
            decision,
            document.note,
            search,
        ],
    )?;
    Ok(DocumentId(pen.last_insert_rowid()))
}

pub(super) fn update(
    pen: &Pen<'_>,
    id: DocumentId,
    document: &Checked,
    decision: Option<DecisionId>,
    search: &str,
) -> Result<bool> {
    let known = pen.execute(
        "update document set direction = ?2, kind = ?3, year = ?4, number = ?5, number_order = ?6, symbol = ?7, dated = ?8,
                arrived = ?9, party = ?10, summary = ?11, deadline = ?12, handled = ?13, decision = ?14, note = ?15, search = ?16
         where id = ?1",
        params![
            id,
            document.direction,
            document.kind,
            document.year,
            document.number,
            decisions::number_order(&document.number),
            document.symbol,
            document.dated,
            document.arrived,
            document.party,
            document.summary,
            document.deadline,
            document.handled,
            decision,
            document.note,
            search,
        ],
    )?;
    Ok(known > 0)
}

/// Whether that changed anything.
pub(super) fn handle(pen: &Pen<'_>, id: DocumentId, day: Option<NaiveDate>) -> Result<bool> {
    Ok(pen.execute("update document set handled = ?2 where id = ?1 and handled is not ?2", params![id, day])? > 0)
}

pub(super) fn delete(pen: &Pen<'_>, id: DocumentId) -> Result<bool> {
    Ok(pen.execute("delete from document where id = ?1", [id])? > 0)
}

pub(super) fn late(db: &Connection, today: NaiveDate) -> Result<i64> {
    Ok(db
        .prepare_cached("select count(*) from document where deadline < ?1 and handled is null")?
        .query_row([today], |row| row.get(0))?)
}
