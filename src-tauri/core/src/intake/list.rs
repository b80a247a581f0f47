//! Understanding one file: which sheets are lists, whose they are, what each row says. Pure: no register, no disk.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::sheet::read::{Unreadable, Workbook};

use super::cells::Entry;
use super::finding::Finding;
use super::grid::Grid;
use super::heading::{find_lone_table, find_table};
use super::list_year::{leave_out_earlier_years, year_of};
use super::remembered::{Memories, correct};
use super::repeated::mark_repeated;
use super::table::{Column, Table};
use super::target::{Target, UnitOf};
use super::unheaded::{Layout, laid_out, suggest};
use super::whose::{KnownUnit, Units, Whose};
use super::wordings::Wordings;

/// What happens to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "IntakeStatus")]
pub enum Status {
    /// Its rows go in.
    Import,
    /// Nothing goes in until a person decides.
    Hold,
    /// Nothing can go in.
    Refuse,
}

/// Why a file does not simply go in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeHindrance")]
pub struct Hindrance {
    /// For reports: `password_protected`, `duplicate_of_other_unit`.
    pub reason: String,
    /// For the clerk: why, and what to do.
    pub sentence: String,
}

/// What a sheet of the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "IntakeSheetRole")]
pub enum Role {
    /// A list that is read.
    List,
    /// The list of an earlier year beside the present one: left out.
    EarlierYear,
    /// A list on a hidden tab: left out, and said.
    Hidden,
    /// A list that a person leaves out.
    LeftOut,
    /// A table whose heading is unknown: a person must say which column is what.
    Unheaded,
    /// Guidance, sums, anything else.
    Other,
}

/// A sheet of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeSheet")]
pub struct SheetReading {
    /// The tab's name.
    pub name: String,
    /// What it is.
    pub role: Role,
    /// First row of its heading.
    pub heading_row: u32,
    /// First row with data.
    pub first_row: u32,
    /// A person laid it out, for want of a heading.
    pub by_hand: bool,
    /// Which column is which field.
    pub columns: Vec<Column>,
    /// Further headings below, each with its columns.
    #[serde(skip)]
    #[ts(skip)]
    pub below: Vec<Table>,
    /// What stands above its heading.
    pub title: String,
    /// The year that it is headed with.
    pub year: Option<i32>,
}

/// A file as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReading {
    /// The file's name, without folders.
    pub file: String,
    /// What happens to it.
    pub status: Status,
    /// Why it does not simply go in.
    pub hindrance: Option<Hindrance>,
    /// The unit that it belongs to.
    pub unit: Option<KnownUnit>,
    /// The units between which a person must choose.
    pub candidates: Vec<KnownUnit>,
    /// Its sheets.
    pub sheets: Vec<SheetReading>,
    /// Its rows.
    pub entries: Vec<Entry>,
    /// What was noticed about the whole file.
    pub findings: BTreeSet<Finding>,
    /// What else the clerk should know, as sentences.
    pub notes: Vec<String>,
}

impl SheetReading {
    /// Which column is which field in a row.
    pub fn columns_of(&self, row: u32) -> &[Column] {
        let below = self.below.iter().rev().find(|table| table.first_row <= row);
        below.map_or(&self.columns, |table| &table.columns)
    }
}

impl FileReading {
    /// A file of which nothing is known yet.
    fn new(file: &str) -> FileReading {
        FileReading {
            file: file.to_owned(),
            status: Status::Import,
            hindrance: None,
            unit: None,
            candidates: Vec::new(),
            sheets: Vec::new(),
            entries: Vec::new(),
            findings: BTreeSet::new(),
            notes: Vec::new(),
        }
    }

    /// Stops the file, saying why. A graver reason is not replaced.
    pub fn stop(&mut self, status: Status, reason: &str, sentence: String) {
        if status > self.status {
            self.status = status;
            self.hindrance = Some(Hindrance { reason: reason.to_owned(), sentence });
        }
    }

    /// Code of the unit of a row: its own, or the file's.
    pub fn unit_of<'a>(&'a self, entry: &'a Entry) -> Option<&'a str> {
        entry.unit.as_deref().or(self.unit.as_ref().map(|unit| unit.code.as_str()))
    }

    /// The year that the sheet of a row is headed with.
    pub fn year_of(&self, entry: &Entry) -> Option<i32> {
        self.sheets.iter().find(|sheet| sheet.name == entry.sheet)?.year
    }

    /// Whether days of a sheet were not read as they stand there.
    pub fn has_turned_days(&self, sheet: &str) -> bool {
        let turned = [Finding::MonthFirst, Finding::DaySwapped];
        let is_turned = |entry: &Entry| turned.iter().any(|finding| entry.findings.contains(finding));
        self.entries.iter().any(|entry| entry.sheet == sheet && is_turned(entry))
    }

    /// What stands above the list of a row.
    pub fn title_of(&self, entry: &Entry) -> &str {
        self.sheets.iter().find(|sheet| sheet.name == entry.sheet).map_or("", |sheet| sheet.title.as_str())
    }
}

/// What a person said about a file.
#[derive(Debug, Default)]
pub struct Told {
    /// Its unit.
    pub unit: Option<KnownUnit>,
    /// Its sheets that were laid out by hand, by name.
    pub layouts: BTreeMap<String, Layout>,
    /// Lists that shall be read, or left out, by the names of their sheets.
    pub sheets: BTreeMap<String, bool>,
}

/// What understanding needs to know besides the file.
pub struct Knowledge<'a> {
    /// What the lists are read into.
    pub target: &'static Target,
    /// The units of the office.
    pub units: &'a Units,
    /// Today.
    pub today: NaiveDate,
    /// Mappings corrected before.
    pub remembered: &'a Memories,
    /// How the target's columns are headed.
    pub wordings: Wordings,
}

impl Knowledge<'_> {
    /// Understands a file that a reader gave or could not read.
    pub fn understand(&self, file: &str, read: &Result<Workbook, Unreadable>) -> FileReading {
        self.understand_as(file, read, &Told::default())
    }

    /// The same when a person has said something about it.
    pub fn understand_as(&self, file: &str, read: &Result<Workbook, Unreadable>, told: &Told) -> FileReading {
        let mut reading = FileReading::new(file);
        reading.unit.clone_from(&told.unit);
        match read {
            Err(why) => reading.stop(Status::Refuse, why.reason(), why.sentence(file)),
            Ok(book) => self.understand_book(book, told, &mut reading),
        }
        reading
    }

    fn understand_book(&self, book: &Workbook, told: &Told, reading: &mut FileReading) {
        let lists = self.find_lists(book, told, reading);
        if lists.is_empty() && self.suggest_columns(book, reading) {
            let sentence = format!(
                "Tệp “{}” có bảng nhưng không thấy dòng tiêu đề quen thuộc. Hãy ghép cột bằng tay hoặc đề nghị đơn vị gửi lại.",
                reading.file
            );
            reading.stop(Status::Hold, "no_heading", sentence);
            return;
        }
        if lists.is_empty() {
            let is_blank = book.sheets.iter().all(|sheet| sheet.rows.is_empty());
            let (reason, why) = if is_blank {
                ("empty", "tệp không có dữ liệu. Hãy đề nghị đơn vị gửi lại.")
            } else {
                (
                    "no_list",
                    "không tìm thấy bảng danh sách có dòng tiêu đề. Hãy ghép cột bằng tay hoặc đề nghị đơn vị gửi lại.",
                )
            };
            reading.stop(Status::Refuse, reason, format!("Không đọc được tệp “{}”: {why}", reading.file));
            return;
        }
        if book.is_silent {
            reading.notes.push(
                "Tệp .xls không cho biết dòng, cột nào bị ẩn: mọi dòng đều được đọc. Nếu đơn vị có lọc hoặc ẩn dòng, hãy lưu lại thành .xlsx."
                    .to_owned(),
            );
        }
        let evidence = evidence(&lists, &reading.file);
        for (grid, table) in &lists {
            self.read_rows(grid, table, reading);
        }
        if let Some((grid, _)) = lists.iter().find(|(_, table)| table.is_beside_another(self.target)) {
            let sentence = format!(
                "Trang “{}” có hai bảng đặt cạnh nhau, mới đọc được bảng bên trái. Hãy tách thành hai trang rồi đọc lại.",
                grid.name
            );
            reading.stop(Status::Hold, "two_tables", sentence);
        }
        if reading.entries.is_empty() {
            let sentence =
                format!("Tệp “{}” chỉ có tiêu đề, không có dòng nào. Hãy đề nghị đơn vị gửi lại.", reading.file);
            reading.stop(Status::Refuse, "empty", sentence);
        }
        self.settle_units(&evidence, reading);
        if self.target.one_row_each {
            mark_repeated(&mut reading.entries);
        }
        if reading.entries.iter().any(|entry| entry.findings.contains(&Finding::HiddenRow)) {
            reading.findings.insert(Finding::HiddenRows);
        }
    }

    /// The sheets that hold lists to be read.
    fn find_lists(&self, book: &Workbook, told: &Told, reading: &mut FileReading) -> Vec<(Grid, Table)> {
        let mut found: Vec<(Grid, Option<Table>)> = Vec::new();
        for sheet in &book.sheets {
            let grid = Grid::of(book, sheet);
            let table = match told.layouts.get(&sheet.name) {
                Some(layout) => Some(laid_out(&grid, layout)),
                None => find_table(&grid, &self.wordings),
            };
            found.push((grid, table));
        }
        if found.iter().all(|(_, table)| table.is_none()) {
            for ((grid, table), _) in found.iter_mut().zip(&book.sheets).filter(|(_, sheet)| !sheet.hidden) {
                *table = find_lone_table(grid, &self.wordings);
            }
        }
        let sender = self.sender(&found, reading);
        let mut lists = Vec::new();
        for (sheet, (grid, table)) in book.sheets.iter().zip(found) {
            let by_hand = told.layouts.contains_key(&sheet.name);
            let found = table.map(|mut table| {
                if !by_hand {
                    correct(&mut table, self.remembered, &sender);
                }
                table.note_samples(&grid);
                table
            });
            let role = match (&found, told.sheets.get(&sheet.name)) {
                (None, _) => Role::Other,
                (Some(_), Some(false)) => Role::LeftOut,
                (Some(_), None) if sheet.hidden => Role::Hidden,
                (Some(_), Some(true) | None) => Role::List,
            };
            if role == Role::Hidden {
                reading.notes.push(format!(
                    "Trang tính ẩn “{}” có danh sách nhưng không được đọc. Nếu cần, hãy chọn đọc trang ấy ở bước ghép cột.",
                    sheet.name
                ));
            }
            reading.sheets.push(SheetReading {
                name: sheet.name.clone(),
                role,
                heading_row: found.as_ref().map_or(0, |table| table.heading_row),
                first_row: found.as_ref().map_or(0, |table| table.first_row),
                by_hand,
                columns: found.as_ref().map_or_else(Vec::new, |table| table.columns.clone()),
                below: Vec::new(),
                title: found.as_ref().map_or_else(String::new, |table| title_of(&grid, table)),
                year: found.as_ref().and_then(|table| year_of(&grid, table)),
            });
            if let Some(table) = found.filter(|_| role == Role::List) {
                lists.push((grid, table));
            }
        }
        if self.target.one_row_each {
            leave_out_earlier_years(&mut lists, self.target, &told.sheets, reading);
        }
        lists
    }

    /// Where no list was found, shows the columns of what may be one, with what their cells look like. Answers whether there is any.
    fn suggest_columns(&self, book: &Workbook, reading: &mut FileReading) -> bool {
        let mut is_any = false;
        for (sheet, known) in book.sheets.iter().zip(&mut reading.sheets).filter(|(sheet, _)| !sheet.hidden) {
            let grid = Grid::of(book, sheet);
            let Some(mut table) = suggest(&grid, self.target) else { continue };
            table.note_samples(&grid);
            known.role = Role::Unheaded;
            known.first_row = table.first_row;
            known.columns = table.columns;
            is_any = true;
        }
        is_any
    }

    /// Code of the unit that sends the file, as far as it is known before its rows are read; "": not known.
    fn sender(&self, found: &[(Grid, Option<Table>)], reading: &FileReading) -> String {
        if let Some(unit) = &reading.unit {
            return unit.code.clone();
        }
        let titles = found.iter().filter_map(|(grid, table)| Some(title_of(grid, table.as_ref()?)));
        let texts: Vec<String> = titles.chain([file_stem(&reading.file).to_owned()]).collect();
        match self.units.whose(&texts.iter().map(String::as_str).collect::<Vec<_>>()) {
            Whose::Unit(unit) if self.target.unit == UnitOf::File => unit.code,
            Whose::Unit(_) | Whose::Several(_) | Whose::Unknown => String::new(),
        }
    }
}

/// The texts that may say whose list a file is, in order of weight.
fn evidence(lists: &[(Grid, Table)], file: &str) -> Vec<String> {
    let mut texts: Vec<String> = lists.iter().map(|(grid, table)| title_of(grid, table)).collect();
    texts.dedup();
    texts.push(file_stem(file).to_owned());
    texts
}

fn file_stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// The texts above the heading, joined.
pub(super) fn title_of(grid: &Grid, table: &Table) -> String {
    let rows = grid.rows.iter().filter(|row| row.number < table.heading_row);
    rows.flat_map(|row| row.filled().map(|cell| cell.shown.trim().to_owned())).collect::<Vec<_>>().join(" . ")
}
