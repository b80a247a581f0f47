//! Any list of the office as it is seen: the filtered rows, the shown columns, in their order. Members, units and every
//! later list are exported by filling one of these.

use super::{Cell, Column, Kind, Print, Row, Sheet};
use crate::letter::{Closing, Heading, Title};
use crate::vietnamese::capital;

/// Up to this many characters side by side are readable on upright A4.
const UPRIGHT_CHARACTERS: u32 = 85;

/// A list as it is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeList {
    /// "Đoàn viên": name of the tab.
    pub name: String,
    /// Above the list; none on a list for further work.
    pub heading: Option<Heading>,
    /// "DANH SÁCH ĐOÀN VIÊN".
    pub title: String,
    /// Which rows these are: "CĐCS xã Đông Khê; giới tính: nữ"; empty when nothing was filtered.
    pub filter: String,
    /// The shown columns, without the number in the list.
    pub columns: Vec<Column>,
    /// The rows, grouped when they have headings.
    pub parts: Vec<OfficePart>,
    /// What is counted: "đoàn viên", "đơn vị"; empty on a table of figures, whose parts are numbered each by itself and whose
    /// rows nobody counts.
    pub counted: String,
    /// Who signs; none when nobody does.
    pub closing: Option<Closing>,
}

/// A column as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct SeenColumn {
    /// Which column.
    pub key: String,
    /// Its heading on screen.
    pub title: String,
    /// Its width on screen, pixels at 100 %.
    pub width: u16,
}

impl SeenColumn {
    /// The column of the sheet: about seven pixels of the screen are one character.
    pub fn column(&self, kind: Kind) -> Column {
        Column { header: self.title.clone(), width: (self.width / 7).clamp(5, 60), kind }
    }
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficePart {
    /// The heading; empty for a list without groups.
    pub heading: String,
    /// Rows, one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

impl OfficeList {
    /// The list with a first column that counts its rows.
    pub fn sheet(self) -> Sheet {
        let mut columns = vec![Column { header: "STT".to_owned(), width: 6, kind: Kind::Number }];
        columns.extend(self.columns);
        let characters: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
        let print = if characters > UPRIGHT_CHARACTERS { Print::ACROSS } else { Print::UPRIGHT };
        let grouped = self.parts.iter().any(|part| !part.heading.is_empty());
        let title = Title {
            kind: self.title,
            note: if self.filter.is_empty() { String::new() } else { format!("({})", capital(&self.filter)) },
            ..Title::default()
        };
        let mut rows = Vec::new();
        let mut count = 0;
        for part in self.parts {
            count = if self.counted.is_empty() { 0 } else { count };
            if !part.heading.is_empty() {
                rows.push(Row::Group { text: part.heading });
            }
            for row in part.rows {
                count += 1;
                rows.push(Row::Line { cells: std::iter::once(Cell::Place(count)).chain(row).collect() });
            }
        }
        Sheet {
            name: self.name,
            heading: self.heading,
            title: Some(title),
            columns,
            groups: Vec::new(),
            rows,
            notes: if self.counted.is_empty() {
                Vec::new()
            } else {
                vec![format!("Danh sách có {count} {}.", self.counted)]
            },
            closing: self.closing,
            print: Print { filter: !grouped, ..print },
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
    use super::*;

    fn list(parts: Vec<OfficePart>) -> OfficeList {
        OfficeList {
            name: "Đoàn viên".into(),
            heading: None,
            title: "DANH SÁCH ĐOÀN VIÊN".into(),
            filter: "Giới tính: nữ".into(),
            columns: vec![Column { header: "Họ và tên".into(), width: 30, kind: Kind::Text }],
            parts,
            counted: "đoàn viên".into(),
            closing: None,
        }
    }

    fn part(heading: &str, names: &[&str]) -> OfficePart {
        OfficePart { heading: heading.into(), rows: names.iter().map(|name| vec![Cell::text(*name)]).collect() }
    }

    #[test]
    fn rows_are_counted_through_all_groups_and_the_filter_is_said() {
        let sheet = list(vec![part("CĐCS xã A", &["Hoa"]), part("CĐCS xã B", &["Lan", "Mai"])]).sheet();
        let Row::Line { cells } = &sheet.rows[4] else { panic!("a line") };
        assert_eq!(cells, &[Cell::Place(3), Cell::text("Mai")]);
        assert_eq!(sheet.title.map(|title| title.note), Some("(Giới tính: nữ)".into()));
        assert_eq!(sheet.notes, ["Danh sách có 3 đoàn viên."]);
        assert!(!sheet.print.filter, "filter buttons would hide the groups");
    }

    #[test]
    fn parts_of_a_table_of_figures_are_numbered_each_by_itself_and_its_rows_are_not_counted() {
        let parts = vec![part("Chung", &["Tất cả", "Nữ"]), part("Theo đơn vị", &["CĐCS xã A"])];
        let sheet = OfficeList { counted: String::new(), ..list(parts) }.sheet();
        let Row::Line { cells } = &sheet.rows[4] else { panic!("a line") };
        assert_eq!(cells[0], Cell::Place(1));
        assert!(sheet.notes.is_empty());
    }

    #[test]
    fn a_list_without_groups_can_be_filtered_and_a_narrow_one_stands_upright() {
        let sheet = list(vec![part("", &["Hoa"])]).sheet();
        assert!(sheet.print.filter);
        assert!(!sheet.print.landscape);
        assert_eq!(sheet.rows.len(), 1);
    }
}
