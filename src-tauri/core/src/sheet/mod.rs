//! Spreadsheets as data: a room fills a [`Sheet`]; a writer turns it into a workbook, a CSV file or pages for print.

pub mod commendation;
pub mod csv;
pub mod design;
mod fitting;
mod foot;
mod hands;
mod layout;
mod measure;
pub mod office_list;
mod printed;
pub mod read;
mod table;
mod write;

pub use table::{Cell, Column, HeaderGroup, Kind, Print, Row, Sheet, shown};
pub use write::{write, write_book};
