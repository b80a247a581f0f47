//! Interim and final reviews of a movement ("sơ kết, tổng kết").

use super::{MovementId, ReviewKind, rules, store};
use crate::{
    error::{Error, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office},
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One review.
    ReviewId
);

/// A review as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewDraft {
    /// Which one is corrected; none: a new one.
    #[serde(default)]
    pub id: Option<ReviewId>,
    /// The movement.
    pub movement: MovementId,
    /// Sơ kết, tổng kết.
    pub kind: ReviewKind,
    /// When it was held.
    pub held_on: NaiveDate,
    /// Its report.
    #[serde(default)]
    pub document: String,
    /// What came of the movement.
    pub result: String,
    /// Who was praised.
    #[serde(default)]
    pub awarded: String,
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Review {
    /// Its key.
    pub id: ReviewId,
    /// As its form shows it.
    pub draft: ReviewDraft,
    /// "Sơ kết".
    pub label: String,
}

/// A review to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewGone {
    /// The review.
    pub id: ReviewId,
}

const SET: What = What::new("movement.review", "Ghi sơ kết, tổng kết phong trào");
const REMOVE: What = What::new("movement.review_gone", "Xóa sơ kết, tổng kết phong trào");

/// The reviews of a movement, newest first.
pub(super) fn of(db: &Connection, movement: MovementId) -> Result<Vec<Review>> {
    let mut statement = db.prepare_cached(
        "select id, kind, held_on, document, result, awarded from movement_review where movement = ?1
         order by held_on desc, id desc",
    )?;
    let reviews = statement.query_map([movement], |row| {
        let (id, kind): (ReviewId, ReviewKind) = (row.get("id")?, row.get("kind")?);
        Ok(Review {
            id,
            label: kind.label().to_owned(),
            draft: ReviewDraft {
                id: Some(id),
                movement,
                kind,
                held_on: row.get("held_on")?,
                document: row.get("document")?,
                result: row.get("result")?,
                awarded: row.get("awarded")?,
            },
        })
    })?;
    Ok(reviews.collect::<rusqlite::Result<_>>()?)
}

fn gone() -> Error {
    Error::refused("id", "Không tìm thấy lần sơ kết, tổng kết này. Hãy mở lại phong trào.")
}

/// Adds or corrects a review.
pub fn set_review(office: &mut Office, draft: ReviewDraft) -> Result<Done<ReviewId>> {
    let movement = store::draft(office.db(), draft.movement)?;
    let draft = rules::check_review(draft, movement.since, office.today())?;
    office.act(SET, |pen| {
        pen.detail(draft.kind.label());
        let ReviewDraft { id, movement, kind, held_on, document, result, awarded } = &draft;
        if let Some(id) = id {
            let known = pen.execute(
                "update movement_review set kind = ?2, held_on = ?3, document = ?4, result = ?5, awarded = ?6
                 where id = ?1 and movement = ?7",
                params![id, kind, held_on, document, result, awarded, movement],
            )?;
            return if known == 0 { Err(gone()) } else { Ok(*id) };
        }
        pen.execute(
            "insert into movement_review (uid, movement, kind, held_on, document, result, awarded)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![new_uid(), movement, kind, held_on, document, result, awarded],
        )?;
        Ok(ReviewId(pen.last_insert_rowid()))
    })
}

/// Removes a review that was written down by mistake.
pub fn remove_review(office: &mut Office, gone: ReviewGone) -> Result<Done<()>> {
    office.act(REMOVE, |pen| {
        pen.execute("delete from movement_review where id = ?1", [gone.id])?;
        Ok(())
    })
}
