//! What a row of the office's own list of units does to the register. A unit is known by its code, or by its name where the list
//! gives no code; a new code with the name of a unit that stands is asked about.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use super::{BLOCS, UNITS};
use crate::calendar::{DateReading, PartialDate, read_date};
use crate::error::{Error, Result};
use crate::intake::cells::{Entry, Reading};
use crate::intake::day_order::Orders;
use crate::intake::grid::Grid;
use crate::intake::heading::find_table;
use crate::intake::rows::{Classifier, RowKind};
use crate::intake::session::Outcome;
use crate::intake::store::known_units;
use crate::intake::taking::{Answer, Candidate, FieldChange, Lot, Made, Plan, Planned, Row, Taking};
use crate::intake::target::Target;
use crate::intake::whose::Units;
use crate::intake::wordings::{Wordings, heading_key};
use crate::office::Pen;
use crate::units::{self, BlocRow, Calendar, Sector, UnitId, UnitKind, UnitRow, living_on};
use crate::vietnamese::fold;

/// Units, with the blocs that stand on other sheets of the same workbooks.
pub struct UnitsIn;

impl Taking for UnitsIn {
    fn target(&self) -> &'static Target {
        &UNITS
    }

    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        Ok(match meant(db, row)? {
            Meant::Nobody => Plan::New(None),
            Meant::Unit(id, by) => {
                let changes = units::would_change(db, id, &row_of(row.entry, by), row.today)?;
                let changes = changes.into_iter().map(|(field, old, new)| FieldChange {
                    field: field.to_owned(),
                    label: UNITS.field(field).map_or(field, |known| known.label).to_owned(),
                    old,
                    new,
                });
                let changes: Vec<FieldChange> = changes.collect();
                if changes.is_empty() { Plan::Same(id.0) } else { Plan::Change(id.0, changes) }
            }
            Meant::OneOf(several) => Plan::Doubt(candidates(db, &several)?),
        })
    }

    fn whose_record(&self, db: &Connection, record: i64) -> Result<Vec<Candidate>> {
        candidates(db, &[UnitId(record)])
    }

    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let mut all = Vec::new();
        for planned in &lot.rows {
            (lot.step)()?;
            all.push(write_unit(pen, planned)?);
        }
        for book in &lot.books {
            for sheet in &book.sheets {
                units::import_blocs(pen, &blocs_of(&Grid::of(book, sheet), lot.today))?;
            }
        }
        Ok(all)
    }
}

fn write_unit(pen: &Pen<'_>, planned: &Planned<'_>) -> Result<Made> {
    let entry = planned.row.entry;
    let outcome = match planned.plan {
        Plan::New(_) => return add_unit(pen, &planned.row),
        Plan::Change(id, _) | Plan::Same(id) => {
            let is_coded = units::by_code(pen, entry.text("code"))? == Some(UnitId(*id));
            let by = if is_coded { By::Code } else { By::Name };
            if units::fill(pen, UnitId(*id), &row_of(entry, by))? { Outcome::Changed } else { Outcome::Same }
        }
        Plan::Doubt(_) | Plan::Unready(_) => {
            return Err(Error::broken("intake", "a doubtful row among those that go in"));
        }
    };
    Ok(Made { outcome, record: None, member: None })
}

/// Adds a unit; a list may repeat one that stands further up.
fn add_unit(pen: &Pen<'_>, row: &Row<'_>) -> Result<Made> {
    let unit = unit_of(row.entry);
    let above = match (unit.code.as_str(), row.answer) {
        ("", Some(Answer::New)) => None,
        ("", _) => units::by_name(pen, &unit.name)?,
        (code, _) => units::by_code(pen, code)?,
    };
    let outcome = match above {
        Some(id) if units::fill(pen, id, &unit)? => Outcome::Changed,
        Some(_) => Outcome::Same,
        None => {
            let code = if unit.code.is_empty() { units::free_code(pen)? } else { unit.code.clone() };
            units::import(pen, &[UnitRow { code, ..unit }])?;
            Outcome::New
        }
    };
    Ok(Made { outcome, record: None, member: None })
}

/// By what a row was found to mean a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// By its code: its name is corrected as the list writes it.
    Code,
    /// By its name, in some spelling: the register's stays.
    Name,
}

/// Which unit of the register a row means.
enum Meant {
    Nobody,
    Unit(UnitId, By),
    OneOf(Vec<UnitId>),
}

fn meant(db: &Connection, row: &Row<'_>) -> Result<Meant> {
    let (code, name) = (row.entry.text("code"), row.entry.text("name"));
    if let Some(id) = units::by_code(db, code)?.filter(|_| !code.is_empty()) {
        return Ok(Meant::Unit(id, By::Code));
    }
    let by = if code.is_empty() { By::Name } else { By::Code };
    let known = Units::new(known_units(db)?);
    let alike: Vec<UnitId> = known.of_name(name).map(|unit| UnitId(unit.id)).collect();
    let mut living = Vec::new();
    for id in &alike {
        living.extend(living_on(db, *id, row.today)?.then_some(*id));
    }
    Ok(match (row.answer, by, living.as_slice(), alike.as_slice()) {
        (Some(Answer::New), ..) => Meant::Nobody,
        (Some(Answer::Known { record }), _, _, alike) if alike.contains(&UnitId(record)) => {
            Meant::Unit(UnitId(record), By::Name)
        }
        (_, By::Name, [one], _) => Meant::Unit(*one, By::Name),
        // one that ended under its own code is another than one that comes with a new code
        (_, By::Code, [], _) | (_, _, _, []) => Meant::Nobody,
        (_, _, [], several) | (_, _, several, _) => Meant::OneOf(several.to_vec()),
    })
}

/// Units as the clerk tells them apart.
fn candidates(db: &Connection, several: &[UnitId]) -> Result<Vec<Candidate>> {
    let known = known_units(db)?.into_iter().filter(|unit| several.contains(&UnitId(unit.id)));
    let told = known.map(|unit| {
        let (name, old) = unit.names.split_first().map_or(("", &[][..]), |(name, old)| (name.as_str(), old));
        let old = (!old.is_empty()).then(|| format!("tên cũ: {}", old.join("; ")));
        let code = (!unit.code.is_empty()).then(|| format!("mã {}", unit.code));
        let facts: Vec<String> = code.into_iter().chain(old).collect();
        Candidate { record: unit.id, name: name.to_owned(), facts: facts.join(", ") }
    });
    Ok(told.collect())
}

/// What a row says of the unit that it was found to mean.
fn row_of(entry: &Entry, by: By) -> UnitRow {
    let row = unit_of(entry);
    match by {
        By::Code => row,
        By::Name => UnitRow { name: String::new(), ..row },
    }
}

fn unit_of(entry: &Entry) -> UnitRow {
    let text = |field: &str| entry.text(field).to_owned();
    let kind = kind_of(entry.text("kind"), entry.text("name"));
    let note = text("note");
    let is_ended = ["giai the", "ket thuc hoat dong"].iter().any(|words| fold(&note).contains(words));
    let day = day_in(&note);
    UnitRow {
        code: text("code"),
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
        let text = format!(" {} ", heading_key(text));
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
    let Some(table) = find_table(grid, &Wordings::of(&BLOCS)) else { return Vec::new() };
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
    let reading = Reading {
        target: &BLOCS,
        columns: table.read_columns(&BLOCS),
        orders: Orders::default(),
        sheet: &grid.name,
        is_1904: grid.is_1904,
        made_on: today,
    };
    let mut classifier = Classifier::new(grid, &BLOCS, &table);
    let rows = grid.rows.iter().filter(|row| row.number >= table.first_row);
    let entries: Vec<Entry> =
        rows.filter(|row| classifier.next(row) == RowKind::Entry).map(|row| reading.read(row)).collect();
    entries
        .iter()
        .zip(1_i64..)
        .map(|(entry, at)| BlocRow {
            no: entry.number("number").unwrap_or(at),
            name: entry.text("name").to_owned(),
            head: entry.text("head").to_owned(),
            deputy: entry.text("deputy").to_owned(),
            year,
        })
        .filter(|row| !row.name.is_empty())
        .collect()
}
