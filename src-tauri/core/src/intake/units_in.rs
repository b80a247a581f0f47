//! The office's own list of units and blocs, from understood rows to what the room of units takes in.

use chrono::{Datelike, NaiveDate};

use crate::calendar::{DateReading, PartialDate, read_date};
use crate::units::{BlocRow, Calendar, Sector, UnitKind, UnitRow};
use crate::vietnamese::fold;

use super::cells::{Entry, Reading};
use super::finding::Verdict;
use super::grid::Grid;
use super::heading::find_table;
use super::list::Status;
use super::rows::{Classifier, RowKind};
use super::session::Session;
use super::target::BLOCS;

/// What a session of units brings.
pub struct UnitLists {
    /// Its units.
    pub units: Vec<UnitRow>,
    /// Its blocs.
    pub blocs: Vec<BlocRow>,
}

/// Gathers units and blocs from all files.
pub fn lists(session: &Session, today: NaiveDate) -> UnitLists {
    let mut lists = UnitLists { units: Vec::new(), blocs: Vec::new() };
    for (index, (file, source)) in session.files.iter().zip(&session.sources).enumerate() {
        if file.status != Status::Import {
            continue;
        }
        let entries = file.entries.iter().filter(|entry| session.verdict(index, entry) == Verdict::Take);
        for entry in entries.filter(|entry| !entry.text("name").is_empty()) {
            let number = lists.units.len() + 1;
            lists.units.push(unit_of(entry, number));
        }
        if let Ok(book) = &source.read {
            for sheet in &book.sheets {
                lists.blocs.extend(blocs_of(&Grid::of(book, sheet), today));
            }
        }
    }
    lists
}

fn unit_of(entry: &Entry, number: usize) -> UnitRow {
    let text = |field: &str| entry.text(field).to_owned();
    let kind = kind_of(entry.text("kind"), entry.text("name"));
    let note = text("note");
    let is_ended = ["giai the", "ket thuc hoat dong"].iter().any(|words| fold(&note).contains(words));
    let day = day_in(&note);
    UnitRow {
        code: if entry.text("code").is_empty() { format!("DV{number:03}") } else { text("code") },
        name: text("name"),
        kind,
        sector: Sector::named(entry.text("sector")),
        calendar: calendar_of(entry.text("calendar")),
        bloc_no: entry.text("bloc").trim().parse().ok(),
        bloc_name: if entry.text("bloc").trim().parse::<i64>().is_ok() { String::new() } else { text("bloc") },
        chair: text("chair"),
        phone: text("phone"),
        address: String::new(),
        established: entry.day("established"),
        renamed_on: day.filter(|_| !is_ended && !entry.text("old_name").is_empty()),
        old_name: text("old_name"),
        dissolved_on: day.filter(|_| is_ended),
        document: note.split_whitespace().find(|word| word.contains("/QĐ")).unwrap_or_default().to_owned(),
        note,
    }
}

/// Words by which the name of a unit tells its kind, folded; the first that fits wins.
const BY_NAME: &[(&str, UnitKind)] = &[
    ("nghiep doan", UnitKind::NghiepDoan),
    ("mam non", UnitKind::MamNon),
    ("mau giao", UnitKind::MamNon),
    ("tieu hoc", UnitKind::TieuHoc),
    ("thcs", UnitKind::Thcs),
    ("trung hoc co so", UnitKind::Thcs),
    ("thpt", UnitKind::Thpt),
    ("trung hoc pho thong", UnitKind::Thpt),
    ("gdtx", UnitKind::Gdtx),
    ("gdnn", UnitKind::Gdtx),
    ("htx", UnitKind::Htx),
    ("hop tac xa", UnitKind::Htx),
    ("benh vien", UnitKind::YTe),
    ("tram y te", UnitKind::YTe),
    ("thi tran", UnitKind::Xa),
    ("phuong", UnitKind::Xa),
    ("xa", UnitKind::Xa),
    ("cong ty", UnitKind::DnNnn),
    ("doanh nghiep", UnitKind::DnNnn),
    ("phong", UnitKind::CoQuan),
    ("van phong", UnitKind::CoQuan),
    ("uy ban", UnitKind::CoQuan),
    ("ban", UnitKind::CoQuan),
    ("chi cuc", UnitKind::CoQuan),
    ("trung tam", UnitKind::SuNghiep),
];

/// Kinds as lists word them, folded, beside the register's own words.
const BY_WORDS: &[(&str, UnitKind)] = &[
    ("fdi", UnitKind::DnFdi),
    ("von dau tu nuoc ngoai", UnitKind::DnFdi),
    ("doanh nghiep nha nuoc", UnitKind::DnNn),
    ("ngoai nha nuoc", UnitKind::DnNnn),
    ("doanh nghiep", UnitKind::DnNnn),
    ("xa", UnitKind::Xa),
    ("co quan", UnitKind::CoQuan),
    ("hanh chinh", UnitKind::CoQuan),
    ("su nghiep", UnitKind::SuNghiep),
];

fn kind_of(words: &str, name: &str) -> Option<UnitKind> {
    if let Some(kind) = UnitKind::named(words) {
        return Some(kind);
    }
    let find = |table: &[(&str, UnitKind)], text: &str| {
        let text = format!(" {} ", super::heading::heading_key(text));
        table.iter().find(|(words, _)| text.contains(&format!(" {words} "))).map(|(_, kind)| *kind)
    };
    find(BY_NAME, words).filter(|_| !words.is_empty()).or_else(|| find(BY_WORDS, words)).or_else(|| find(BY_NAME, name))
}

fn calendar_of(words: &str) -> Option<Calendar> {
    Calendar::named(words).or_else(|| fold(words).contains("nam hoc").then_some(Calendar::School))
}

/// The first day that a note names.
fn day_in(note: &str) -> Option<NaiveDate> {
    let latest = NaiveDate::from_ymd_opt(2100, 1, 1)?;
    let words = note.split(|letter: char| !letter.is_ascii_digit() && !"/-.".contains(letter));
    words.map(|word| word.trim_matches(['/', '-', '.'])).find_map(|word| match read_date(word, latest) {
        DateReading::Read(date, _) => PartialDate::known_day(date),
        DateReading::Impossible | DateReading::Unreadable => None,
    })
}

fn blocs_of(grid: &Grid, today: NaiveDate) -> Vec<BlocRow> {
    let Some(table) = find_table(grid, &BLOCS) else { return Vec::new() };
    let titles = grid
        .rows
        .iter()
        .filter(|row| row.number < table.heading_row)
        .flat_map(|row| row.filled().map(|cell| cell.shown.clone()));
    let years = titles.flat_map(|text| {
        text.split(|letter: char| !letter.is_ascii_digit())
            .filter(|word| word.len() == 4)
            .filter_map(|word| word.parse::<i32>().ok())
            .collect::<Vec<_>>()
    });
    let year = years.filter(|year| (2000..2100).contains(year)).max().unwrap_or(today.year());
    let reading = Reading { target: &BLOCS, table: &table, sheet: &grid.name, is_1904: grid.is_1904, made_on: today };
    let mut classifier = Classifier::new(grid, &BLOCS, &table);
    let rows = grid.rows.iter().filter(|row| row.number >= table.first_row);
    let entries: Vec<Entry> =
        rows.filter(|row| classifier.next(row) == RowKind::Entry).map(|row| reading.read(row)).collect();
    entries
        .iter()
        .zip(1_i64..)
        .map(|(entry, at)| BlocRow {
            no: entry.text("number").parse().unwrap_or(at),
            name: entry.text("name").to_owned(),
            head: entry.text("head").to_owned(),
            deputy: entry.text("deputy").to_owned(),
            year,
        })
        .filter(|row| !row.name.is_empty())
        .collect()
}
