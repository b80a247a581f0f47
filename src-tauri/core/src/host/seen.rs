//! A list as it is seen on screen, under the office's own head, as a workbook or for print.

use super::as_of;
use crate::{
    error::Result,
    letter::About,
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{
        Cell, Column, Kind, Row,
        office_list::{OfficeList, OfficePart, SeenColumn},
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A list as it is seen on screen, asked for on paper: the same filter, the same columns, the same order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Seen<Q> {
    /// Which rows.
    pub query: Q,
    /// The shown columns, from left to right.
    pub columns: Vec<SeenColumn>,
    /// The filter in words, for the line under the title.
    pub filter: String,
}

impl<Q> Seen<Q> {
    /// The list with its lines: `kind` says what a column holds, `cell` what it shows of a line.
    pub fn list<L>(self, name: ListName, lines: &[L], kind: fn(&str) -> Kind, cell: fn(&L, &str) -> Cell) -> SeenList {
        let row = |line| self.columns.iter().map(|column| cell(line, &column.key)).collect();
        SeenList {
            name,
            filter: self.filter,
            rows: lines.iter().map(row).collect(),
            columns: self.columns.iter().map(|column| column.column(kind(&column.key))).collect(),
        }
    }
}

/// What a list is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListName {
    /// "Danh sách đơn vị": the file's name, and in capitals the title.
    pub title: &'static str,
    /// "Đơn vị": name of the tab.
    pub tab: &'static str,
    /// What is counted: "đơn vị"; empty on a table of figures.
    pub counted: &'static str,
}

/// A list on its way to paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenList {
    /// What it is called.
    pub name: ListName,
    /// The filter in words; empty when nothing was filtered.
    pub filter: String,
    /// The shown columns, without the number in the list.
    pub columns: Vec<Column>,
    /// The rows, one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands below a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Below {
    /// The row of its sums.
    pub total: Option<Row>,
    /// More lines: "Gồm: 12 kế hoạch, 8 hướng dẫn.".
    pub notes: Vec<String>,
}

impl SeenList {
    /// The list as a file.
    pub fn paper(self, office: &Office, kind: PaperKind) -> Result<Paper> {
        self.paper_with(office, kind, Below::default())
    }

    /// The same with more below the list.
    pub fn paper_with(self, office: &Office, kind: PaperKind, below: Below) -> Result<Paper> {
        let host = as_of(office, office.today())?;
        let ListName { title, tab, counted } = self.name;
        let list = OfficeList {
            name: tab.to_owned(),
            heading: Some(host.heading()),
            title: title.to_uppercase(),
            filter: self.filter,
            columns: self.columns,
            parts: vec![OfficePart { heading: String::new(), rows: self.rows }],
            counted: counted.to_owned(),
            closing: None,
        };
        let about = About {
            title: title.to_owned(),
            author: host.name,
            ident: title.to_owned(),
            made_at: office.now().naive_local(),
        };
        let mut sheet = list.sheet();
        sheet.rows.extend(below.total);
        sheet.notes.extend(below.notes);
        sheet.paper(kind, about)
    }
}
