//! Documents about a movement: plans, guides and letters of the register of documents.

use super::{MovementId, store};
use crate::{
    decisions,
    error::{Error, Result},
    id::new_uid,
    journal::What,
    office::{Done, Office},
    vietnamese::text_key,
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A document about a movement. The room of documents stands below this one, so its key is a plain number here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinkedDocument {
    /// Its key in the register of documents.
    pub id: i64,
    /// "80/KH-LĐLĐ".
    pub number: String,
    /// The day on the paper.
    pub dated: NaiveDate,
    /// Trích yếu.
    pub summary: String,
}

/// A document and the movement that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentLink {
    /// The movement.
    pub movement: MovementId,
    /// The document's key in its register.
    pub document: i64,
}

const LINK: What = What::new("movement.link", "Gắn văn bản vào phong trào");
const UNLINK: What = What::new("movement.unlink", "Gỡ văn bản khỏi phong trào");

/// Documents about a movement, newest first.
pub(super) fn of(db: &Connection, movement: MovementId) -> Result<Vec<LinkedDocument>> {
    let mut statement = db.prepare_cached(
        "select d.id, d.number, d.symbol, d.dated, d.summary from movement_document l join document d on d.id = l.document
         where l.movement = ?1 order by d.dated desc, d.id desc",
    )?;
    let documents = statement.query_map([movement], |row| {
        let (number, symbol): (String, String) = (row.get("number")?, row.get("symbol")?);
        let number = [decisions::number_on_paper(&number), symbol]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("/");
        Ok(LinkedDocument { id: row.get("id")?, number, dated: row.get("dated")?, summary: row.get("summary")? })
    })?;
    Ok(documents.collect::<rusqlite::Result<_>>()?)
}

/// A movement that a document is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinkedMovement {
    /// Its key.
    pub id: MovementId,
    /// Its name.
    pub name: String,
}

/// The movements that a document is about, by name.
pub fn about(db: &Connection, document: i64) -> Result<Vec<LinkedMovement>> {
    let mut statement = db.prepare_cached(
        "select m.id, m.name from movement_document l join movement m on m.id = l.movement where l.document = ?1
         order by m.id",
    )?;
    let movements = statement.query_map([document], |row| Ok(LinkedMovement { id: row.get(0)?, name: row.get(1)? }))?;
    let mut movements = movements.collect::<rusqlite::Result<Vec<_>>>()?;
    movements.sort_by_cached_key(|movement| text_key(&movement.name));
    Ok(movements)
}

/// Says that a document is about a movement; said twice, it stays said.
pub fn link_document(office: &mut Office, link: DocumentLink) -> Result<Done<()>> {
    let movement = store::draft(office.db(), link.movement)?;
    let known: bool =
        office
            .db()
            .query_row("select exists (select 1 from document where id = ?1)", [link.document], |row| row.get(0))?;
    if !known {
        return Err(Error::refused("document", "Không tìm thấy văn bản này. Hãy chọn lại trong sổ văn bản."));
    }
    office.act(LINK, |pen| {
        pen.detail(&movement.name);
        let already: bool = pen.query_row(
            "select exists (select 1 from movement_document where movement = ?1 and document = ?2)",
            params![link.movement, link.document],
            |row| row.get(0),
        )?;
        if !already {
            pen.execute(
                "insert into movement_document (uid, movement, document) values (?1, ?2, ?3)",
                params![new_uid(), link.movement, link.document],
            )?;
        }
        Ok(())
    })
}

/// Takes a document off a movement; the register of documents keeps it.
pub fn unlink_document(office: &mut Office, link: DocumentLink) -> Result<Done<()>> {
    office.act(UNLINK, |pen| {
        pen.execute(
            "delete from movement_document where movement = ?1 and document = ?2",
            params![link.movement, link.document],
        )?;
        Ok(())
    })
}
