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

/// What one act changed, column by column; restricted columns say only that they changed.
pub fn changes(office: &mut Office, of: ChangesOf) -> Result<Vec<ChangeLine>> {
    let lines = super::changes(office.db(), of.act, of.limit.min(500))?;
    Ok(lines.into_iter().map(masked).collect())
}

/// Columns of any table that are masked on screen (Decree 356/2025: ethnicity, religion and political views), and what people
/// write about their own shortcomings.
const RESTRICTED: &[&str] = &[
    "ethnicity",
    "religion",
    "party_member",
    "party_join",
    "party_cell",
    "shortcoming",
    "cause",
    "correction",
    "mending",
];

fn masked(line: ChangeLine) -> ChangeLine {
    if !RESTRICTED.contains(&line.column.as_str()) {
        return line;
    }
    let dots = |value: Option<String>| value.map(|_| "•••".to_owned());
    ChangeLine { before: dots(line.before), after: dots(line.after), ..line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_history_says_that_a_restricted_field_changed_but_not_what_it_says() {
        let line = |column: &str| ChangeLine {
            act: ActId(1),
            table: "member".into(),
            row: 1,
            column: column.into(),
            before: None,
            after: Some("Phật giáo".into()),
        };
        assert_eq!(masked(line("religion")).after.as_deref(), Some("•••"));
        assert_eq!(masked(line("religion")).before, None);
        assert_eq!(masked(line("note")).after.as_deref(), Some("Phật giáo"));
    }
}
