//! The journal's commands.

use super::{ActLine, ChangeLine, HistoryQuery, JournalState, Undone};
use crate::{
    error::Result,
    id::ActId,
    office::{Done, Office},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What Ctrl+Z and Ctrl+Y would do now.
pub fn state(office: &mut Office, (): ()) -> Result<JournalState> {
    super::state(office.db())
}

/// Which act to take back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UndoWhat {
    /// None: the last one.
    pub act: Option<ActId>,
    /// Leave what was changed since, and name it, instead of refusing.
    #[serde(default)]
    pub keep_edited: bool,
}

/// Takes back one act.
pub fn undo(office: &mut Office, what: UndoWhat) -> Result<Done<Undone>> {
    match what.act {
        Some(act) if what.keep_edited => office.undo_keeping_edited(act),
        act => office.undo(act),
    }
}

/// Does again what was undone last.
pub fn redo(office: &mut Office, (): ()) -> Result<Done<Undone>> {
    office.redo()
}

/// Acts, newest first: of the whole office or of one record.
pub fn history(office: &mut Office, query: HistoryQuery) -> Result<Vec<ActLine>> {
    super::history(office.db(), &query)
}

/// Whose changes are asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChangesOf {
    /// The act.
    pub act: ActId,
    /// At most so many rows; 500 at most.
    pub limit: u32,
}

/// What one act changed, column by column.
pub fn changes(office: &mut Office, of: ChangesOf) -> Result<Vec<ChangeLine>> {
    super::changes(office.db(), of.act, of.limit.min(500))
}
