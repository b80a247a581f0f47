//! Spreadsheets in ("nhập Excel"): lists that units send become people and units of the register.
//!
//! A [`target`] describes what a list is read into. [`grid`] makes a sheet legible, [`heading`] finds the list and its columns,
//! [`rows`] says what each row is, [`cells`] reads it, [`list`] puts one file together, [`batch`] compares files.

pub mod batch;
pub mod cells;
pub mod finding;
pub mod formula;
pub mod grid;
pub mod heading;
pub mod list;
pub mod report;
pub mod rows;
pub mod target;
pub mod whose;
