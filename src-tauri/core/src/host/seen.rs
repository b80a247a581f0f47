//! A list as it is seen on screen, under the office's own head, as a workbook or for print.

use super::as_of;
use crate::{
    error::Result,
    letter::{self, About, Heading},
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{
        self, Cell, Column,
        office_list::{OfficeList, OfficePart},
    },
};

/// A list on its way to paper. Every room that has a list fills one of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenList {
    /// "Danh sách đơn vị": the file's name, and in capitals the title.
    pub title: &'static str,
    /// "Đơn vị": name of the tab.
    pub tab: &'static str,
    /// What is counted: "đơn vị".
    pub counted: &'static str,
    /// The filter in words; empty when nothing was filtered.
    pub filter: String,
    /// The shown columns, without the number in the list.
    pub columns: Vec<Column>,
    /// The rows, one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

impl SeenList {
    /// The list as a file.
    pub fn paper(self, office: &Office, kind: PaperKind) -> Result<Paper> {
        self.paper_with(office, kind, Vec::new())
    }

    /// The same with more lines below the list: "Gồm: 12 kế hoạch, 8 hướng dẫn.".
    pub fn paper_with(self, office: &Office, kind: PaperKind, notes: Vec<String>) -> Result<Paper> {
        let host = as_of(office, office.today())?;
        let title = self.title;
        let list = OfficeList {
            name: self.tab.to_owned(),
            heading: Some(Heading {
                superior: host.superior.to_uppercase(),
                body: host.name.to_uppercase(),
                ..Heading::default()
            }),
            title: title.to_uppercase(),
            filter: self.filter,
            columns: self.columns,
            parts: vec![OfficePart { heading: String::new(), rows: self.rows }],
            counted: self.counted.to_owned(),
            closing: None,
        };
        let about = About {
            title: title.to_owned(),
            author: host.name,
            ident: title.to_owned(),
            made_at: office.now().naive_local(),
        };
        let mut sheet = list.sheet();
        sheet.notes.extend(notes);
        let bytes = match kind {
            PaperKind::Pdf => letter::pdf(&sheet.letter(about))?,
            PaperKind::Xlsx => sheet::write(&sheet, &about)?,
            PaperKind::Docx => letter::docx(&sheet.letter(about))?,
            PaperKind::Csv => sheet::csv::csv(&sheet)?,
        };
        Ok(Paper::new(kind, title, bytes))
    }
}
