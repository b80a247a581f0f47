//! The tables `host` and `signer`.

use super::{Host, HostDraft, HostId, Kind, Signer, SignerDraft, SignerId, rules::tidy};
use crate::{error::Result, id::new_uid, office::Pen};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(super) fn any(db: &Connection) -> Result<bool> {
    Ok(db.query_row("select exists (select 1 from host)", [], |row| row.get(0))?)
}

/// Adds a span of the office's record, from its first day to its last.
pub(super) fn insert(
    pen: &Pen<'_>,
    host: &HostDraft,
    (since, until): (NaiveDate, Option<NaiveDate>),
    document: &str,
) -> Result<HostId> {
    pen.execute(
        "insert into host (uid, kind, name, superior, symbol, place, since, until, document)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![new_uid(), host.kind.code(), host.name, host.superior, host.symbol, host.place, since, until, document],
    )?;
    Ok(HostId(pen.last_insert_rowid()))
}

pub(super) fn correct(pen: &Pen<'_>, id: HostId, host: &HostDraft) -> Result<()> {
    pen.execute(
        "update host set kind = ?2, name = ?3, superior = ?4, symbol = ?5, place = ?6 where id = ?1",
        params![id, host.kind.code(), host.name, host.superior, host.symbol, host.place],
    )?;
    Ok(())
}

pub(super) fn end(pen: &Pen<'_>, id: HostId, until: NaiveDate) -> Result<()> {
    pen.execute("update host set until = ?2 where id = ?1", params![id, until])?;
    Ok(())
}

fn host(row: &Row<'_>) -> rusqlite::Result<Host> {
    Ok(Host {
        id: row.get("id")?,
        kind: Kind::named(&row.get::<_, String>("kind")?),
        name: row.get("name")?,
        superior: row.get("superior")?,
        symbol: row.get("symbol")?,
        place: row.get("place")?,
        since: row.get("since")?,
        until: row.get("until")?,
        document: row.get("document")?,
    })
}

pub(super) fn as_of(db: &Connection, day: NaiveDate) -> Result<Option<Host>> {
    let found = db
        .prepare_cached(
            "select id, kind, name, superior, symbol, place, since, until, document from host
             where since <= ?1 and (until is null or until >= ?1) order by since desc, id desc limit 1",
        )?
        .query_row([day], host)
        .optional()?;
    Ok(found)
}

pub(super) fn spans(db: &Connection) -> Result<Vec<Host>> {
    let mut statement = db.prepare_cached(
        "select id, kind, name, superior, symbol, place, since, until, document from host order by since desc, id desc",
    )?;
    let spans = statement.query_map([], host)?;
    Ok(spans.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_signer(pen: &Pen<'_>, signer: &SignerDraft, since: NaiveDate) -> Result<()> {
    let signer = tidy(signer);
    pen.execute(
        "insert into signer (uid, name, title, form, since) values (?1, ?2, ?3, ?4, ?5)",
        params![new_uid(), signer.name, signer.title, signer.form, since],
    )?;
    Ok(())
}

pub(super) fn correct_signer(pen: &Pen<'_>, id: SignerId, signer: &SignerDraft) -> Result<()> {
    let signer = tidy(signer);
    pen.execute(
        "update signer set name = ?2, title = ?3, form = ?4 where id = ?1",
        params![id, signer.name, signer.title, signer.form],
    )?;
    Ok(())
}

pub(super) fn end_signer(pen: &Pen<'_>, id: SignerId, until: NaiveDate) -> Result<()> {
    pen.execute("update signer set until = ?2 where id = ?1", params![id, until])?;
    Ok(())
}

fn signer(row: &Row<'_>) -> rusqlite::Result<Signer> {
    Ok(Signer {
        id: row.get("id")?,
        name: row.get("name")?,
        title: row.get("title")?,
        form: row.get("form")?,
        since: row.get("since")?,
        until: row.get("until")?,
    })
}

pub(super) fn signers(db: &Connection, day: NaiveDate) -> Result<Vec<Signer>> {
    let mut statement = db.prepare_cached(
        "select id, name, title, form, since, until from signer
         where since <= ?1 and (until is null or until >= ?1) order by id",
    )?;
    let signers = statement.query_map([day], signer)?;
    Ok(signers.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn all_signers(db: &Connection) -> Result<Vec<Signer>> {
    let mut statement =
        db.prepare_cached("select id, name, title, form, since, until from signer order by until is not null, id")?;
    let signers = statement.query_map([], signer)?;
    Ok(signers.collect::<rusqlite::Result<_>>()?)
}
