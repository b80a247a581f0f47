//! Files that belong to a document: in the office's own encrypted file, never beside it.

use super::{DocumentId, Which, gone, rules};
use crate::{
    error::{Error, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
    paper::Paper,
    tray::FileToken,
};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use ts_rs::TS;

id!(
    /// One file of a document.
    AttachmentId
);

/// A file of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attachment {
    /// Its key.
    pub id: AttachmentId,
    /// Its own name.
    pub file_name: String,
    /// Its size.
    pub bytes: i64,
}

/// Files of the tray that are to be kept with a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attach {
    /// The document.
    pub document: DocumentId,
    /// The files.
    pub files: Vec<FileToken>,
}

/// One file of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichFile {
    /// Its key.
    pub id: AttachmentId,
}

const ATTACH: What = What::new("document.attach", "Đính kèm tệp vào văn bản");
const DETACH: What = What::new("document.detach", "Bỏ tệp đính kèm");

/// The files of a document, in the order in which they came.
pub(super) fn of(db: &Connection, document: DocumentId) -> Result<Vec<Attachment>> {
    let mut statement =
        db.prepare_cached("select id, file_name, bytes from attachment where document = ?1 order by id")?;
    let files = statement.query_map([document], |row| {
        Ok(Attachment { id: row.get("id")?, file_name: row.get("file_name")?, bytes: row.get("bytes")? })
    })?;
    Ok(files.collect::<rusqlite::Result<_>>()?)
}

/// Keeps copies of picked files with a document: all of them or none.
pub fn attach(office: &mut Office, wish: Attach) -> Result<Done<u32>> {
    super::get(office, Which { id: wish.document })?;
    let mut taken = Vec::new();
    for token in &wish.files {
        let path = office.tray.path(*token)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        rules::attachable(&name, fs::metadata(path)?.len())?;
        taken.push((name, fs::read(path)?));
    }
    office.act(ATTACH, |pen| {
        for (name, bytes) in &taken {
            keep(pen, wish.document, name, bytes)?;
        }
        pen.detail(format!("{} tệp", taken.len()));
        Ok(u32::try_from(taken.len()).unwrap_or(u32::MAX))
    })
}

fn keep(pen: &Pen<'_>, document: DocumentId, name: &str, bytes: &[u8]) -> Result<()> {
    let digest = hex::encode(Sha256::digest(bytes));
    let known: bool = pen
        .prepare_cached("select exists (select 1 from attachment_content where digest = ?1)")?
        .query_row([&digest], |row| row.get(0))?;
    if !known {
        pen.execute("insert into attachment_content (digest, content) values (?1, ?2)", params![digest, bytes])?;
    }
    pen.execute(
        "insert into attachment (uid, document, file_name, bytes, content) values (?1, ?2, ?3, ?4, ?5)",
        params![new_uid(), document, name, i64::try_from(bytes.len()).unwrap_or(i64::MAX), digest],
    )?;
    Ok(())
}

/// Takes a file off a document; undo brings it back.
pub fn detach(office: &mut Office, which: WhichFile) -> Result<Done<()>> {
    office.act(DETACH, |pen| {
        if pen.execute("delete from attachment where id = ?1", [which.id])? > 0 { Ok(()) } else { Err(gone()) }
    })
}

/// The file itself, as it was attached.
pub fn file(office: &mut Office, which: WhichFile) -> Result<Paper> {
    let found: Option<(String, Vec<u8>)> = office
        .db()
        .prepare_cached(
            "select a.file_name, c.content from attachment a join attachment_content c on c.digest = a.content where a.id = ?1",
        )?
        .query_row([which.id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (name, bytes) =
        found.ok_or_else(|| Error::refused("id", "Tệp này không còn trong văn bản. Hãy mở lại văn bản."))?;
    Ok(Paper::kept(&name, bytes))
}
