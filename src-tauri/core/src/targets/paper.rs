//! The list of targets as it is seen on screen: the same filter, the same columns, the same order.

use super::{TargetLine, TargetQuery};
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

/// The list as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TargetListPaper {
    /// Which targets.
    pub query: TargetQuery,
    /// The shown columns, from left to right.
    pub columns: Vec<SeenColumn>,
    /// The filter in words, for the line under the title.
    pub filter: String,
}

/// The list as a workbook.
pub fn xlsx(office: &mut Office, wish: TargetListPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    Ok(Paper::new(PaperKind::Xlsx, "Kết quả thực hiện chỉ tiêu", sheet::write(&sheet, &about)?))
}

/// The list for print.
pub fn pdf(office: &mut Office, wish: TargetListPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    Ok(Paper::new(PaperKind::Pdf, "Kết quả thực hiện chỉ tiêu", letter::pdf(&sheet.letter(about))?))
}

fn made(office: &mut Office, wish: TargetListPaper) -> Result<(Sheet, About)> {
    let page = super::page(office, wish.query)?;
    let host = host::as_of(office, office.today())?;
    let row = |line: &TargetLine| wish.columns.iter().map(|column| cell(line, &column.key)).collect();
    let list = OfficeList {
        name: "Chỉ tiêu".to_owned(),
        heading: Some(Heading {
            superior: host.superior.to_uppercase(),
            body: host.name.to_uppercase(),
            ..Heading::default()
        }),
        title: "KẾT QUẢ THỰC HIỆN CHỈ TIÊU".to_owned(),
        filter: wish.filter,
        columns: wish.columns.iter().map(|column| column.column(kind(&column.key))).collect(),
        parts: vec![OfficePart { heading: String::new(), rows: page.lines.iter().map(row).collect() }],
        counted: "chỉ tiêu".to_owned(),
        closing: None,
    };
    let about = About {
        title: "Kết quả thực hiện chỉ tiêu".to_owned(),
        author: host.name,
        ident: "targets".to_owned(),
        made_at: office.now().naive_local(),
    };
    Ok((list.sheet(), about))
}

fn kind(key: &str) -> Kind {
    match key {
        "goal" | "result" | "percent" => Kind::Mark,
        _ => Kind::Text,
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
        "goal" => line.draft.goal.to_string(),
        "result" => line.result.map(|result| result.to_string()).unwrap_or_default(),
        "percent" => line.percent.clone(),
        "state" if line.behind => "Chậm tiến độ".to_owned(),
        "document" => line.draft.document.clone(),
        "note" => line.draft.note.clone(),
        _ => return Cell::Empty,
    })
}
