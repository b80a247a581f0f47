//! Spreadsheets in ("nhập Excel"): lists that units send become people and units of the register.

pub mod finding;
pub mod formula;
pub mod grid;
pub mod heading;
pub mod rows;
pub mod target;
