//! The list of targets as it is seen on screen: the same filter, the same columns, the same order.

use super::{TargetLine, TargetQuery};
use crate::{
    error::Result,
    host::{ListName, Seen},
    money::Hundredths,
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{Cell, Kind},
};

/// The list as a workbook.
pub fn xlsx(office: &mut Office, wish: Seen<TargetQuery>) -> Result<Paper> {
    made(office, wish, PaperKind::Xlsx)
}

/// The list for print.
pub fn pdf(office: &mut Office, wish: Seen<TargetQuery>) -> Result<Paper> {
    made(office, wish, PaperKind::Pdf)
}

fn made(office: &mut Office, wish: Seen<TargetQuery>, paper: PaperKind) -> Result<Paper> {
    let lines = super::page(office, wish.query.clone())?.lines;
    let name = ListName { title: "Kết quả thực hiện chỉ tiêu", tab: "Chỉ tiêu", counted: "chỉ tiêu" };
    wish.list(name, &lines, kind, cell).paper(office, paper)
}

fn kind(key: &str) -> Kind {
    match key {
        "goal" | "result" => Kind::Number,
        "measure" | "percent" => Kind::Mark,
        _ => Kind::Text,
    }
}

/// How it goes, in the words of the screen.
fn standing(line: &TargetLine) -> &'static str {
    match line.result {
        _ if line.behind => "Chậm tiến độ",
        Some(result) if result >= line.draft.goal => "Hoàn thành",
        Some(_) | None => "Đúng tiến độ",
    }
}

/// A figure that a workbook can add up.
fn figure(amount: Hundredths) -> Cell {
    if amount.0 % 100 == 0 { Cell::Number(amount.0 / 100) } else { Cell::Hundredths(amount) }
}

/// What a column shows of a target; a column that is not known shows nothing.
fn cell(line: &TargetLine, key: &str) -> Cell {
    Cell::Text(match key {
        "name" => line.name.clone(),
        "measure" => line.measure.clone(),
        "period" => line.period_name.clone(),
        "scope" if line.scope.is_empty() => "Toàn cơ quan".to_owned(),
        "scope" => line.scope.clone(),
        "goal" => return figure(line.draft.goal),
        "result" => return line.result.map_or(Cell::Empty, figure),
        "percent" => return Cell::Share(line.percent),
        "state" => standing(line).to_owned(),
        "document" => line.draft.document.clone(),
        "note" => line.draft.note.clone(),
        _ => return Cell::Empty,
    })
}
