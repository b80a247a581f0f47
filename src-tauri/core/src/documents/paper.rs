//! The register of documents as it is seen on screen: the same filter, the same columns, the same order.

use super::{DocumentLine, DocumentQuery};
use crate::{
    error::Result,
    host::SeenList,
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{Cell, Kind, office_list::SeenColumn},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The register as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentListPaper {
    /// Which documents.
    pub query: DocumentQuery,
    /// The shown columns, from left to right.
    pub columns: Vec<SeenColumn>,
    /// The filter in words, for the line under the title.
    pub filter: String,
}

/// The list as a workbook.
pub fn xlsx(office: &mut Office, wish: DocumentListPaper) -> Result<Paper> {
    made(office, wish, PaperKind::Xlsx)
}

/// The list for print.
pub fn pdf(office: &mut Office, wish: DocumentListPaper) -> Result<Paper> {
    made(office, wish, PaperKind::Pdf)
}

fn made(office: &mut Office, wish: DocumentListPaper, paper: PaperKind) -> Result<Paper> {
    let lines = super::register(office, wish.query)?.lines;
    let counted = super::counted(&lines);
    let row = |line: &DocumentLine| wish.columns.iter().map(|column| cell(line, &column.key)).collect();
    let list = SeenList {
        title: "Sổ văn bản",
        tab: "Văn bản",
        counted: "văn bản",
        filter: wish.filter,
        columns: wish.columns.iter().map(|column| column.column(kind(&column.key))).collect(),
        rows: lines.iter().map(row).collect(),
    };
    let notes = if counted.is_empty() { Vec::new() } else { vec![format!("Gồm: {counted}.")] };
    list.paper_with(office, paper, notes)
}

fn kind(key: &str) -> Kind {
    match key {
        "number" => Kind::Id,
        "files" => Kind::Number,
        "dated" | "arrived" | "deadline" | "handled" => Kind::Mark,
        _ => Kind::Text,
    }
}

/// How far it has come, in the words of the screen; nothing when it asks for nothing.
fn standing(line: &DocumentLine) -> &'static str {
    match (line.handled, line.deadline) {
        (Some(_), _) => "Đã xử lý",
        (None, Some(_)) if line.late => "Quá hạn",
        (None, Some(_)) => "Chưa xử lý",
        (None, None) => "",
    }
}

/// What a column shows of a document; a column that is not known shows nothing.
fn cell(line: &DocumentLine, key: &str) -> Cell {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    Cell::Text(match key {
        "files" if line.files == 0 => return Cell::Empty,
        "files" => return Cell::Number(line.files),
        "direction" => line.direction.label().to_owned(),
        "kind" => line.kind_label.clone(),
        "number" => line.number.clone(),
        "dated" => day(Some(line.dated)),
        "arrived" => day(line.arrived),
        "party" => line.party.clone(),
        "summary" => line.summary.clone(),
        "deadline" => day(line.deadline),
        "handled" => day(line.handled),
        "state" => standing(line).to_owned(),
        _ => return Cell::Empty,
    })
}
