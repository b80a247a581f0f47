//! The lists of movements and of registrations as they are seen on screen: the same filter, the same columns, the same order.

use super::{MovementLine, MovementQuery, RegistrationLine, RegistrationQuery, registers, store};
use crate::{
    calendar::shown,
    error::Result,
    host::{ListName, Seen},
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{Cell, Kind},
};

/// The movements as a workbook.
pub fn xlsx(office: &mut Office, wish: Seen<MovementQuery>) -> Result<Paper> {
    movements(office, wish, PaperKind::Xlsx)
}

/// The movements for print.
pub fn pdf(office: &mut Office, wish: Seen<MovementQuery>) -> Result<Paper> {
    movements(office, wish, PaperKind::Pdf)
}

/// The registrations as a workbook.
pub fn registered_xlsx(office: &mut Office, wish: Seen<RegistrationQuery>) -> Result<Paper> {
    registrations(office, wish, PaperKind::Xlsx)
}

/// The registrations for print.
pub fn registered_pdf(office: &mut Office, wish: Seen<RegistrationQuery>) -> Result<Paper> {
    registrations(office, wish, PaperKind::Pdf)
}

fn movements(office: &Office, wish: Seen<MovementQuery>, paper: PaperKind) -> Result<Paper> {
    let lines = store::lines(office, &wish.query)?;
    let name = ListName { title: "Danh sách phong trào thi đua", tab: "Phong trào", counted: "phong trào" };
    wish.list(name, &lines, movement_kind, movement).paper(office, paper)
}

fn movement_kind(key: &str) -> Kind {
    match key {
        "launched" | "percent" => Kind::Mark,
        "contents" | "registered" | "reviews" => Kind::Number,
        _ => Kind::Text,
    }
}

/// What a column shows of a movement; a column that is not known shows nothing.
fn movement(line: &MovementLine, key: &str) -> Cell {
    Cell::Text(match key {
        "name" => line.name.clone(),
        "level" => line.level_label.clone(),
        "kind" => line.kind_label.clone(),
        "span" => line.span.clone(),
        "audience" => line.audience.clone(),
        "theme" => line.theme.clone(),
        "plan" => line.plan.clone(),
        "launched" if line.percent.is_empty() => String::new(),
        "launched" => format!("{}/{} ({})", line.launched, line.units, line.percent),
        "percent" => return Cell::Share(line.percent),
        "due" => line.due.as_ref().map(|due| format!("{} {}", due.label, shown(due.on))).unwrap_or_default(),
        "contents" => return Cell::Number(line.contents),
        "registered" => return Cell::Number(line.registered),
        "reviews" => return Cell::Number(line.reviews),
        _ => return Cell::Empty,
    })
}

fn registrations(office: &Office, wish: Seen<RegistrationQuery>, paper: PaperKind) -> Result<Paper> {
    let lines = registers::matching(office, &wish.query)?;
    let name = ListName { title: "Sổ đăng ký thi đua", tab: "Đăng ký", counted: "đăng ký" };
    wish.list(name, &lines, registration_kind, registration).paper(office, paper)
}

fn registration_kind(key: &str) -> Kind {
    match key {
        "received_on" | "deadline" => Kind::Date,
        "honorific" | "birth" | "late" => Kind::Mark,
        "unit_code" => Kind::Id,
        _ => Kind::Text,
    }
}

/// What a column shows of a registration; a column that is not known shows nothing.
fn registration(line: &RegistrationLine, key: &str) -> Cell {
    Cell::Text(match key {
        "received_on" => return Cell::Day(line.received_on),
        "deadline" => return line.deadline.map_or(Cell::Empty, Cell::Day),
        "late" if line.late => "Muộn hạn".to_owned(),
        "honorific" if line.honorific.is_empty() => line.kind_label.clone(),
        "honorific" => line.honorific.clone(),
        "name" => line.name.clone(),
        "birth" => line.birth.map(|birth| birth.to_string()).unwrap_or_default(),
        "unit_code" => line.unit_code.clone(),
        "unit" => line.unit_name.clone(),
        "bloc" => line.bloc_name.clone(),
        "period" => line.period_name.clone(),
        "title" => line.title.clone(),
        "form" => line.form.clone(),
        "movement" => line.movement_name.clone(),
        "content" => line.content.clone(),
        "note" => line.note.clone(),
        _ => return Cell::Empty,
    })
}
