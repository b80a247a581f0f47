//! The list of units as it is seen on screen: the same filter, the same columns, the same order.

use super::{UnitLine, UnitMap, UnitQuery, UnitTalliesOf, UnitTally, UnitsBy};
use crate::{
    error::Result,
    host::{Below, ListName, Seen, SeenList},
    office::Office,
    paper::{Paper, PaperKind},
    ratio::grouped,
    sheet::{Cell, Column, Kind, Row},
};

/// The list as a workbook.
pub fn xlsx(office: &mut Office, wish: Seen<UnitQuery>) -> Result<Paper> {
    made(office, wish, PaperKind::Xlsx)
}

/// The list for print.
pub fn pdf(office: &mut Office, wish: Seen<UnitQuery>) -> Result<Paper> {
    made(office, wish, PaperKind::Pdf)
}

fn made(office: &mut Office, wish: Seen<UnitQuery>, paper: PaperKind) -> Result<Paper> {
    let units = super::list(office, wish.query.clone())?.rows;
    let name = ListName { title: "Danh sách đơn vị", tab: "Đơn vị", counted: "đơn vị" };
    wish.list(name, &units, kind, cell).paper(office, paper)
}

/// The figures as a workbook.
pub fn figures_xlsx(office: &mut Office, of: UnitTalliesOf) -> Result<Paper> {
    figures(office, of, PaperKind::Xlsx)
}

/// The figures for print.
pub fn figures_pdf(office: &mut Office, of: UnitTalliesOf) -> Result<Paper> {
    figures(office, of, PaperKind::Pdf)
}

fn figures(office: &mut Office, of: UnitTalliesOf, paper: PaperKind) -> Result<Paper> {
    let found = super::figures(office, of)?;
    let column = |header: &str, width, kind| Column { header: header.to_owned(), width, kind };
    let mut columns = vec![column(of.by.label(), 44, Kind::Text), column("Số đơn vị", 12, Kind::Number)];
    match of.map {
        UnitMap::Then => {}
        UnitMap::Now => columns.push(column("Nay là", 12, Kind::Number)),
    }
    columns.extend([column("Đoàn viên", 12, Kind::Number), column("Nữ", 12, Kind::Number)]);
    let counts = |line: &UnitTally| {
        let mut counts = vec![Cell::Number(i64::try_from(line.units.len()).unwrap_or(i64::MAX))];
        match of.map {
            UnitMap::Then => {}
            UnitMap::Now => counts.push(Cell::Number(line.now)),
        }
        counts.extend([Cell::Number(line.members), Cell::Number(line.women)]);
        counts
    };
    // A bloc's own number would stand beside the number in the list.
    let name = |line: &UnitTally| match (of.by, line.label.split_once(". ")) {
        (UnitsBy::Bloc, Some((_, name))) => name.to_owned(),
        (UnitsBy::Bloc, None) | (UnitsBy::Kind | UnitsBy::Sector | UnitsBy::Superior, _) => line.label.clone(),
    };
    let row = |line: &UnitTally| std::iter::once(Cell::Text(name(line))).chain(counts(line)).collect();
    let total = Row::Total { label: "Cộng".to_owned(), span: 2, cells: counts(&found.whole) };
    let list = SeenList {
        name: ListName { title: "Thống kê đơn vị", tab: "Thống kê", counted: "" },
        filter: format!(
            "Tại ngày {}, {}: {} đơn vị, {} đoàn viên, {} nữ",
            found.as_of.format("%d/%m/%Y"),
            of.map.label().to_lowercase(),
            found.whole.units.len(),
            grouped(found.whole.members),
            grouped(found.whole.women)
        ),
        columns,
        rows: found.rows.iter().map(row).collect(),
    };
    list.paper_with(office, paper, Below { total: Some(total), ..Below::default() })
}

fn kind(key: &str) -> Kind {
    match key {
        "code" | "phone" => Kind::Id,
        "members" | "women" => Kind::Number,
        "established" => Kind::Mark,
        _ => Kind::Text,
    }
}

/// What a column shows of a unit; a column that is not known shows nothing.
fn cell(line: &UnitLine, key: &str) -> Cell {
    let text = match key {
        "members" => return Cell::Number(line.members),
        "women" => return Cell::Number(line.women),
        "code" => line.code.clone(),
        "name" => line.name.clone(),
        "kind" => line.kind_label.clone(),
        "sector" => line.sector_label.clone(),
        "bloc" => line.bloc_name.clone(),
        "chair" => line.chair.clone(),
        "phone" => line.phone.clone(),
        "address" => line.address.clone(),
        "established" => line.established.map(|day| day.to_string()).unwrap_or_default(),
        "state" => line.ended.map(|day| day.format("Kết thúc %d/%m/%Y").to_string()).unwrap_or_default(),
        _ => return Cell::Empty,
    };
    Cell::Text(text)
}
