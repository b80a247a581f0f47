//! Spreadsheets in ("nhập Excel"): lists that units send become records of the register.
//!
//! A [`target`] describes what a list is read into. [`grid`] makes a sheet legible, [`heading`] finds the list and its columns
//! (a [`table`]) by the target's [`wordings`], [`rows`] says what each row is, [`cells`] reads it, [`list`] puts one file
//! together, [`list_year`] says of which year it is, [`batch`] compares files.
//!
//! A [`session`] holds what was read while a person looks at it; [`taking`] is a room's side: what a row would do, and the
//! doing; [`apply`] takes everything in as one act. Score books are forms and not lists: [`score_books`] takes them in.

pub mod apply;
pub mod batch;
mod card;
pub mod cells;
pub mod commands;
mod columns;
mod day_order;
mod family;
pub mod finding;
pub mod formula;
pub mod grid;
mod groups;
pub mod heading;
pub mod list;
mod list_rows;
mod list_year;
mod other_kind;
pub mod people;
mod person;
mod plain;
mod preview;
pub mod remembered;
mod repeated;
mod reply;
pub mod report;
pub mod rows;
pub mod score_books;
mod score_form;
pub mod session;
mod shared;
pub mod store;
pub mod table;
pub mod taking;
pub mod target;
pub mod unheaded;
pub mod targets;
mod view;
pub mod whose;
mod whose_rows;
pub mod wordings;

pub use commands::{
    IntakeBack, IntakeChoose, IntakeDecide, IntakeLayOut, IntakeMap, IntakeOpen, IntakeReply, IntakeSet,
    IntakeSheetWish, choose, decide, discard, history, lay_out, map, open, read_sheet, reply, set, state, targets,
    undo,
};
pub use preview::{IntakeRow, IntakeRows, IntakeRowsAsk, rows};
pub use view::{IntakeTarget, IntakeView};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_again;
#[cfg(test)]
mod tests_cells;
#[cfg(test)]
mod tests_lists;
#[cfg(test)]
mod tests_odd_lists;
#[cfg(test)]
mod tests_units;
