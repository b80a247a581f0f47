//! The chain: each act carries a SHA-256 over the act before it, its own facts and the seals of its rows.
//!
//! A seal is a salted digest of the two images of a row, so an image can be blanked later (a person's right to
//! erasure) and the chain still verifies.

use super::{Entry, images, rows_of};
use crate::{
    error::{Error, Result},
    id::ActId,
};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

const SALT: usize = 16;

/// Salt and digest of the two images.
#[allow(clippy::expect_used, reason = "a system without randomness cannot keep an office")]
pub(super) fn seal(before: Option<&str>, after: Option<&str>) -> Vec<u8> {
    let mut salt = [0_u8; SALT];
    getrandom::fill(&mut salt).expect("BUG: the system has no randomness");
    sealed(&salt, before, after)
}

fn sealed(salt: &[u8], before: Option<&str>, after: Option<&str>) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(salt);
    for image in [before, after] {
        part(&mut digest, image.map(str::as_bytes));
    }
    let mut seal = salt.to_vec();
    seal.extend_from_slice(&digest.finalize());
    seal
}

/// One part with its length before it, so that parts cannot run into each other.
fn part(digest: &mut Sha256, bytes: Option<&[u8]>) {
    match bytes {
        None => digest.update([0]),
        Some(bytes) => {
            digest.update([1]);
            digest.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
            digest.update(bytes);
        }
    }
}

/// The hash of an act about to be written after all others.
pub(super) fn next(db: &Connection, act: ActId, entry: &Entry<'_>) -> Result<Vec<u8>> {
    let before: Option<Vec<u8>> = db
        .prepare_cached("select hash from act where id < ?1 order by id desc limit 1")?
        .query_row([act], |row| row.get(0))
        .optional()?;
    let mut digest = Sha256::new();
    part(&mut digest, before.as_deref());
    for text in [&act.0.to_string(), entry.what, entry.label, entry.who, &entry.at, entry.kind] {
        part(&mut digest, Some(text.as_bytes()));
    }
    for link in [entry.undoes, entry.root] {
        part(&mut digest, link.map(|id| id.0.to_string()).as_ref().map(String::as_bytes));
    }
    let mut statement =
        db.prepare_cached("select tbl, \"row\", seal from act_row where id between ?1 and ?2 order by id")?;
    let mut rows = statement.query(rows_of(act))?;
    while let Some(row) = rows.next()? {
        part(&mut digest, Some(row.get_ref(0)?.as_bytes().map_err(|error| Error::broken("seal", error))?));
        part(&mut digest, Some(row.get::<_, i64>(1)?.to_string().as_bytes()));
        part(&mut digest, Some(row.get_ref(2)?.as_bytes().map_err(|error| Error::broken("seal", error))?));
    }
    Ok(digest.finalize().to_vec())
}

/// What is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainFault {
    /// The act does not follow from the acts before it and its rows.
    Act(ActId),
    /// A row's images are not those that were sealed.
    Row(i64),
    /// A record of the register is not as its images tell, or no act wrote it.
    Record {
        /// Its table.
        table: String,
        /// Its key.
        row: i64,
    },
}

/// Walks the whole chain, then holds every record against it, and answers the first fault. `Ok(None)`: all is as it was written.
/// What is saved meanwhile is not looked at: the walk sees one moment.
pub fn verify(db: &Connection) -> Result<Option<ChainFault>> {
    let _moment = db.unchecked_transaction()?;
    match broken_link(db)? {
        None => Ok(images::astray(db)?.map(|(table, row)| ChainFault::Record { table, row })),
        broken => Ok(broken),
    }
}

fn broken_link(db: &Connection) -> Result<Option<ChainFault>> {
    if let Some(row) = broken_seal(db)? {
        return Ok(Some(ChainFault::Row(row)));
    }
    let mut statement = db.prepare("select id, what, label, who, at, kind, undoes, root, hash from act order by id")?;
    let mut acts = statement.query([])?;
    let mut expected = 1;
    while let Some(row) = acts.next()? {
        let act: ActId = row.get(0)?;
        let (what, label, who): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let kind: String = row.get(5)?;
        let entry = Entry {
            what: &what,
            label: &label,
            detail: String::new(),
            who: &who,
            at: row.get(4)?,
            kind: &kind,
            undoes: row.get(6)?,
            root: row.get(7)?,
            barred: None,
        };
        if act.0 != expected || next(db, act, &entry)? != row.get::<_, Vec<u8>>(8)? {
            return Ok(Some(ChainFault::Act(act)));
        }
        expected += 1;
    }
    Ok(stray(db, i64::MIN, rows_of(ActId(1)).0 - 1)?.or(stray(db, rows_of(ActId(expected)).0, i64::MAX)?))
}

const CALL_FOR_HELP: &str = "Hãy gọi người hỗ trợ trước khi ghi tiếp, và giữ lại các bản sao lưu cũ.";

/// What a person reads about a fault: which act or record, and what to do.
pub fn said(db: &Connection, fault: &ChainFault) -> Result<String> {
    let act = match fault {
        ChainFault::Act(act) => *act,
        ChainFault::Row(row) => ActId(row >> 32),
        ChainFault::Record { table, row } => {
            return Ok(format!(
                "Dữ liệu đã bị sửa ngoài chương trình: bản ghi {table} số {row} không còn như lịch sử đã ghi. {CALL_FOR_HELP}"
            ));
        }
    };
    let found: Option<(String, String, String)> = db
        .query_row("select label, at, who from act where id = ?1", [act], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let which = match found {
        Some((label, at, who)) => {
            let at = DateTime::parse_from_rfc3339(&at)
                .map_or(at, |at: DateTime<FixedOffset>| at.format("%H:%M ngày %d/%m/%Y").to_string());
            format!("thao tác số {} (“{label}”, {at}, {who})", act.0)
        }
        None => format!("thao tác số {}", act.0),
    };
    Ok(format!("Lịch sử đã bị sửa ngoài chương trình: {which} không còn như lúc ghi. {CALL_FOR_HELP}"))
}

/// A row between these keys, where no act is.
fn stray(db: &Connection, first: i64, last: i64) -> Result<Option<ChainFault>> {
    let row = "select id from act_row where id between ?1 and ?2 order by id limit 1";
    Ok(db.prepare(row)?.query_row([first, last], |row| row.get(0)).optional()?.map(ChainFault::Row))
}

fn broken_seal(db: &Connection) -> Result<Option<i64>> {
    // a row that cannot be found by its record is as good as gone
    let mut statement = db.prepare(
        "select id, before, after, seal,
                id <= (select upto from traced)
                and not exists (select 1 from trace t where t.tbl = a.tbl and t.\"row\" = a.\"row\" and t.act_row = a.id)
         from act_row a order by id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if row.get(4)? {
            return Ok(Some(id));
        }
        let (before, after): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
        if before.is_none() && after.is_none() {
            continue; // blanked: only the seal is left, and the chain covers it
        }
        let seal: Vec<u8> = row.get(3)?;
        let intact = seal.get(..SALT).is_some_and(|salt| sealed(salt, before.as_deref(), after.as_deref()) == seal);
        if !intact {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// The hash of the newest act: kept with each backup, so that a cut tail shows.
pub fn head(db: &Connection) -> Result<Option<Vec<u8>>> {
    Ok(db
        .prepare_cached("select hash from act order by id desc limit 1")?
        .query_row([], |row| row.get(0))
        .optional()?)
}
