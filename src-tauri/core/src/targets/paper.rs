//! The list of targets as it is seen on screen: the same filter, the same columns, the same order.

use super::{TargetLine, TargetQuery};
use crate::{
    error::Result,
    host::{ListName, Seen},
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
        "measure" | "goal" | "result" | "percent" => Kind::Mark,
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

/// What a column shows of a target; a column that is not known shows nothing.
fn cell(line: &TargetLine, key: &str) -> Cell {
    Cell::Text(match key {
        "name" => line.name.clone(),
        "measure" => line.measure.clone(),
        "period" => line.period_name.clone(),
        "scope" if line.scope.is_empty() => "Toàn cơ quan".to_owned(),
        "scope" => line.scope.clone(),
        "goal" => line.draft.goal.grouped(),
        "result" => line.result.map(crate::money::Hundredths::grouped).unwrap_or_default(),
        "percent" => line.percent.clone(),
        "state" => standing(line).to_owned(),
        "document" => line.draft.document.clone(),
        "note" => line.draft.note.clone(),
        _ => return Cell::Empty,
    })
}
