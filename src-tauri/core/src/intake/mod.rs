//! Spreadsheets in ("nhập Excel"): lists that units send become people and units of the register.
//!
//! A [`target`] describes what a list is read into. [`grid`] makes a sheet legible, [`heading`] finds the list and its columns,
//! [`rows`] says what each row is, [`cells`] reads it, [`list`] puts one file together, [`batch`] compares files.

//! A [`session`] holds what was read while a person looks at it; [`apply`] takes it in as one act.

pub mod apply;
pub mod batch;
pub mod cells;
pub mod commands;
pub mod finding;
pub mod formula;
pub mod grid;
pub mod heading;
pub mod list;
mod plan;
mod reply;
pub mod report;
pub mod rows;
pub mod session;
pub mod store;
pub mod target;
mod units_in;
pub mod whose;

pub use commands::{
    IntakeBack, IntakeChoose, IntakeDecide, IntakeMap, IntakeOpen, IntakeReply, IntakeRows, IntakeRowsAsk, IntakeSet,
    IntakeView, choose, decide, discard, history, map, open, reply, rows, set, state, undo,
};
