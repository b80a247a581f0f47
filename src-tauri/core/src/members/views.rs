//! Saved views: ways of looking at a list that were given a name.

use crate::{
    error::{Error, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office},
    vietnamese::clean,
};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One saved view.
    SavedViewId
);

/// One saved view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// Its key.
    pub id: SavedViewId,
    /// Its name.
    pub name: String,
    /// What the page asks, with columns and order: JSON that only the page reads.
    pub query: String,
}

/// Whose views.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewsOf {
    /// `members`, `units`, …
    pub room: String,
}

/// A view to be saved; one of the same room and name is written anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedViewDraft {
    /// `members`, `units`, …
    pub room: String,
    /// Its name.
    pub name: String,
    /// JSON.
    pub query: String,
}

/// A view to be thrown away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewGone {
    /// Which.
    pub id: SavedViewId,
}

const SAVE: What = What::new("view.save", "Lưu cách xem");
const DELETE: What = What::new("view.delete", "Xóa cách xem");

/// The saved views of a room, by name.
pub fn views(office: &mut Office, of: ViewsOf) -> Result<Vec<SavedView>> {
    let mut statement =
        office.db().prepare_cached("select id, name, query from saved_view where room = ?1 order by id")?;
    let views = statement
        .query_map([of.room], |row| Ok(SavedView { id: row.get(0)?, name: row.get(1)?, query: row.get(2)? }))?;
    Ok(views.collect::<rusqlite::Result<_>>()?)
}

/// Saves a view under its name.
pub fn save_view(office: &mut Office, draft: SavedViewDraft) -> Result<Done<SavedViewId>> {
    let name = clean(&draft.name);
    if name.is_empty() {
        return Err(Error::refused("name", "Chưa đặt tên cho cách xem. Ví dụ: Thiếu ngày sinh."));
    }
    let query: serde_json::Value = serde_json::from_str(&draft.query)?;
    office.act(SAVE, |pen| {
        let known: Option<SavedViewId> = pen
            .query_row("select id from saved_view where room = ?1 and name = ?2", params![draft.room, name], |row| {
                row.get(0)
            })
            .optional()?;
        if let Some(id) = known {
            pen.execute("update saved_view set query = ?2 where id = ?1", params![id, query.to_string()])?;
            return Ok(id);
        }
        pen.execute(
            "insert into saved_view (uid, room, name, query) values (?1, ?2, ?3, ?4)",
            params![new_uid(), draft.room, name, query.to_string()],
        )?;
        Ok(SavedViewId(pen.last_insert_rowid()))
    })
}

/// Throws a view away.
pub fn delete_view(office: &mut Office, gone: ViewGone) -> Result<Done<()>> {
    office.act(DELETE, |pen| {
        pen.execute("delete from saved_view where id = ?1", [gone.id])?;
        Ok(())
    })
}
