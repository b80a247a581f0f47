//! The register of documents as it is seen on screen: the same filter, the same columns, the same order.

use super::{DocumentLine, DocumentQuery};
use crate::{
    error::Result,
    host::{Below, ListName, Seen},
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{Cell, Kind},
};

/// The list as a workbook.
pub fn xlsx(office: &mut Office, wish: Seen<DocumentQuery>) -> Result<Paper> {
    made(office, wish, PaperKind::Xlsx)
}

/// The list for print.
pub fn pdf(office: &mut Office, wish: Seen<DocumentQuery>) -> Result<Paper> {
    made(office, wish, PaperKind::Pdf)
}

fn made(office: &mut Office, wish: Seen<DocumentQuery>, paper: PaperKind) -> Result<Paper> {
    let lines = super::register(office, wish.query.clone())?.lines;
    let counted = super::counted(&lines);
    let name = ListName { title: "Sổ văn bản", tab: "Văn bản", counted: "văn bản" };
    let list = wish.list(name, &lines, kind, cell);
    let notes = if counted.is_empty() { Vec::new() } else { vec![format!("Gồm: {counted}.")] };
    list.paper_with(office, paper, Below { notes, ..Below::default() })
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
