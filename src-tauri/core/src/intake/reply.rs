//! The answer to a unit: the rows of its list that it must mend, with what was noticed about each.

use crate::error::{Error, Result};
use crate::host;
use crate::letter::About;
use crate::office::Office;
use crate::paper::{Paper, PaperKind};
use crate::sheet::{Cell, Column, Kind, Print, Row, Sheet, write};

use super::session::{Outcome, Session, fields_of};

/// The reply to one file as a workbook.
pub fn reply_to(session: &Session, file: usize, office: &Office) -> Result<Paper> {
    let name = session.files.get(file).map(|reading| reading.file.clone()).unwrap_or_default();
    let sheet = reply_sheet(session, file)?;
    let title = format!("Trả lời {}", name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem));
    let about = About {
        title: title.clone(),
        author: host::as_of(office, office.today()).map(|host| host.name).unwrap_or_default(),
        ident: name,
        made_at: office.now().naive_local(),
    };
    Ok(Paper::new(PaperKind::Xlsx, &title, write(&sheet, &about)?))
}

/// The same as data.
pub fn reply_sheet(session: &Session, file: usize) -> Result<Sheet> {
    let reading = session
        .files
        .get(file)
        .ok_or_else(|| Error::refused("file", "Tệp không còn trong lần nhập này. Hãy chọn lại tệp."))?;
    let used: Vec<(&str, &str)> = fields_of(session.target())
        .into_iter()
        .filter(|(field, _)| reading.entries.iter().any(|entry| entry.original.contains_key(*field)))
        .collect();
    let column = |header: &str, width: u16, kind: Kind| Column { header: header.to_owned(), width, kind };
    let mut columns = vec![
        column("Trang tính", 14, Kind::Text),
        column("Dòng", 7, Kind::Number),
        column("Cần xem lại", 60, Kind::Text),
    ];
    columns.extend(used.iter().map(|(_, label)| column(label, 18, Kind::Text)));
    let mut rows = Vec::new();
    for (at, entry) in reading.entries.iter().enumerate() {
        let is_out = matches!(session.outcome(file, at, entry), Outcome::Asked | Outcome::Held);
        if entry.findings.is_empty() && !is_out {
            continue;
        }
        let sentences: Vec<&str> = entry.findings.iter().map(|finding| finding.sentence()).collect();
        let mut cells =
            vec![Cell::Text(entry.sheet.clone()), Cell::Place(i64::from(entry.row)), Cell::Text(sentences.join(" "))];
        cells.extend(
            used.iter()
                .map(|(field, _)| entry.original.get(*field).map_or(Cell::Empty, |text| Cell::Text(text.clone()))),
        );
        rows.push(Row::Line { cells });
    }
    let notes = reading.hindrance.iter().map(|why| why.sentence.clone()).collect();
    Ok(Sheet {
        name: "Cần xem lại".to_owned(),
        heading: None,
        title: None,
        columns,
        groups: Vec::new(),
        rows,
        notes,
        closing: None,
        print: Print::ACROSS,
    })
}
