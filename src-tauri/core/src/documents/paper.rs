//! The register of documents as it is seen on screen: the same filter, the same columns, the same order.

use super::{DocumentLine, DocumentQuery};
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

/// The register as a workbook.
pub fn xlsx(office: &mut Office, wish: DocumentListPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    Ok(Paper::new(PaperKind::Xlsx, "Sổ văn bản", sheet::write(&sheet, &about)?))
}

/// The register for print.
pub fn pdf(office: &mut Office, wish: DocumentListPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    Ok(Paper::new(PaperKind::Pdf, "Sổ văn bản", letter::pdf(&sheet.letter(about))?))
}

fn made(office: &mut Office, wish: DocumentListPaper) -> Result<(Sheet, About)> {
    let register = super::register(office, wish.query)?;
    let host = host::as_of(office, office.today())?;
    let row = |line: &DocumentLine| wish.columns.iter().map(|column| cell(line, &column.key)).collect();
    let list = OfficeList {
        name: "Văn bản".to_owned(),
        heading: Some(Heading {
            superior: host.superior.to_uppercase(),
            body: host.name.to_uppercase(),
            ..Heading::default()
        }),
        title: "SỔ VĂN BẢN".to_owned(),
        filter: wish.filter,
        columns: wish.columns.iter().map(|column| column.column(kind(&column.key))).collect(),
        parts: vec![OfficePart { heading: String::new(), rows: register.lines.iter().map(row).collect() }],
        counted: "văn bản".to_owned(),
        closing: None,
    };
    let about = About {
        title: "Sổ văn bản".to_owned(),
        author: host.name,
        ident: "documents".to_owned(),
        made_at: office.now().naive_local(),
    };
    Ok((list.sheet(), about))
}

fn kind(key: &str) -> Kind {
    match key {
        "number" => Kind::Id,
        "files" => Kind::Number,
        "dated" | "arrived" | "deadline" | "handled" => Kind::Mark,
        _ => Kind::Text,
    }
}

/// What a column shows of a document; a column that is not known shows nothing.
fn cell(line: &DocumentLine, key: &str) -> Cell {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    Cell::Text(match key {
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
        _ => return Cell::Empty,
    })
}
