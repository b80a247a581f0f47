//! The list of units as it is seen on screen: the same filter, the same columns, the same order.

use super::{UnitLine, UnitQuery};
use crate::{
    error::Result,
    host,
    letter::{self, About, Heading},
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{
        self, Cell, Kind, Sheet,
        office_list::{OfficeList, OfficePart, SeenColumn},
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A list as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitListPaper {
    /// Which units, in which order.
    pub query: UnitQuery,
    /// The shown columns, from left to right.
    pub columns: Vec<SeenColumn>,
    /// The filter in words, for the line under the title.
    pub filter: String,
}

/// The list as a workbook.
pub fn xlsx(office: &mut Office, wish: UnitListPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    Ok(Paper::new(PaperKind::Xlsx, "Danh sách đơn vị", sheet::write(&sheet, &about)?))
}

/// The list for print.
pub fn pdf(office: &mut Office, wish: UnitListPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    Ok(Paper::new(PaperKind::Pdf, "Danh sách đơn vị", letter::pdf(&sheet.letter(about))?))
}

fn made(office: &mut Office, wish: UnitListPaper) -> Result<(Sheet, About)> {
    let units = super::list(office, wish.query)?.rows;
    let host = host::as_of(office, office.today())?;
    let row = |line: &UnitLine| wish.columns.iter().map(|column| cell(line, &column.key)).collect();
    let list = OfficeList {
        name: "Đơn vị".to_owned(),
        heading: Some(Heading {
            superior: host.superior.to_uppercase(),
            body: host.name.to_uppercase(),
            ..Heading::default()
        }),
        title: "DANH SÁCH ĐƠN VỊ".to_owned(),
        filter: wish.filter,
        columns: wish.columns.iter().map(|column| column.column(kind(&column.key))).collect(),
        parts: vec![OfficePart { heading: String::new(), rows: units.iter().map(row).collect() }],
        counted: "đơn vị".to_owned(),
        closing: None,
    };
    let about = About {
        title: "Danh sách đơn vị".to_owned(),
        author: host.name,
        ident: "units".to_owned(),
        made_at: office.now().naive_local(),
    };
    Ok((list.sheet(), about))
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
