//! The office's own list of units and blocs: their columns, and what the room of units takes in.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::calendar::{DateReading, PartialDate, read_date};
use crate::error::{Error, Result};
use crate::intake::cells::{Entry, Reading};
use crate::intake::grid::Grid;
use crate::intake::heading::{Wordings, find_table, heading_key};
use crate::intake::rows::{Classifier, RowKind};
use crate::intake::session::Outcome;
use crate::intake::store::unit_called;
use crate::intake::taking::{Lot, Made, Plan, Row, Taking};
use crate::intake::target::{Kind, LEFT_OUT, Target, UnitOf, field};
use crate::journal::What;
use crate::office::Pen;
use crate::units::{self, BlocRow, Calendar, Sector, UnitKind, UnitRow};
use crate::vietnamese::fold;

const UNITS_IN: What = What::new("intake.units", "Nhập danh sách đơn vị");

/// The office's own list of units ("danh sách công đoàn cơ sở").
pub static UNITS: Target = Target {
    name: "units",
    label: "đơn vị",
    act: UNITS_IN,
    key: &["name"],
    must: &[],
    least: 2,
    least_alone: 2,
    in_sight: &["code", "name", "kind", "sector", "bloc", "chair"],
    unit: UnitOf::Nobody,
    one_row_each: true,
    newcomer: "Đơn vị mới",
    fields: &[
        field("-", "(bỏ qua)", Kind::Ignored, LEFT_OUT),
        field("code", "Mã", Kind::Text, &["ma cdcs", "ma don vi", "ma", "ma so", "ky hieu", "ma cong doan co so"]),
        field(
            "name",
            "Tên công đoàn cơ sở",
            Kind::Text,
            &[
                "ten cong doan co so",
                "ten cdcs",
                "cong doan co so",
                "ten don vi",
                "don vi",
                "cdcs",
                "ten cong doan",
                "ten co quan don vi",
                "ten to chuc cong doan",
                "ten cong doan co so nghiep doan",
            ],
        ),
        field("kind", "Loại hình", Kind::Text, &["loai hinh", "loai hinh don vi", "loai don vi", "loai"]),
        field(
            "sector",
            "Khu vực",
            Kind::Text,
            &["khu vuc", "khu vuc kinh te", "thanh phan kinh te", "hinh thuc so huu"],
        ),
        field(
            "bloc",
            "Khối thi đua",
            Kind::Text,
            &["khoi thi dua", "khoi", "cum thi dua", "cum", "cum khoi thi dua", "ten khoi"],
        ),
        field(
            "chair",
            "Chủ tịch",
            Kind::FullName,
            &[
                "chu tich cdcs",
                "chu tich",
                "ho ten chu tich",
                "ho va ten chu tich",
                "chu tich cong doan",
                "ho ten chu tich cdcs",
            ],
        ),
        field(
            "phone",
            "Điện thoại",
            Kind::Phone,
            &["dien thoai", "so dien thoai", "sdt", "so dt", "dien thoai chu tich"],
        ),
        field("calendar", "Chu kỳ thi đua", Kind::Text, &["chu ky thi dua", "chu ky", "nam thi dua", "nien do"]),
        field(
            "established",
            "Ngày thành lập",
            Kind::Date,
            &["ngay thanh lap", "thanh lap ngay", "nam thanh lap", "ngay quyet dinh thanh lap"],
        ),
        field(
            "members",
            "Số đoàn viên",
            Kind::Count,
            &["so doan vien", "tong so doan vien", "doan vien", "so dv", "tong so dv"],
        ),
        field("women", "Trong đó nữ", Kind::Count, &["trong do nu", "nu", "so nu", "doan vien nu", "dv nu"]),
        field("old_name", "Tên cũ", Kind::Text, &["ten cu", "ten truoc day"]),
        field("note", "Ghi chú", Kind::Text, &["ghi chu", "chu thich"]),
    ],
};

/// The blocs of emulation with their heads ("khối, cụm thi đua").
pub static BLOCS: Target = Target {
    name: "blocs",
    label: "khối thi đua",
    act: UNITS_IN,
    key: &["head"],
    must: &[],
    least: 2,
    least_alone: 2,
    in_sight: &[],
    unit: UnitOf::Nobody,
    one_row_each: false,
    newcomer: "Khối mới",
    fields: &[
        field("number", "Khối", Kind::Count, &["khoi", "so khoi", "stt", "tt", "cum", "so"]),
        field(
            "name",
            "Tên khối",
            Kind::Text,
            &["ten khoi", "ten cum", "khoi thi dua", "cum thi dua", "ten khoi thi dua", "ten khoi cum"],
        ),
        field(
            "head",
            "Khối trưởng",
            Kind::Text,
            &["khoi truong", "cum truong", "don vi khoi truong", "don vi cum truong", "truong khoi"],
        ),
        field(
            "deputy",
            "Khối phó",
            Kind::Text,
            &["khoi pho", "cum pho", "don vi khoi pho", "don vi cum pho", "pho khoi"],
        ),
        field("count", "Số CĐCS", Kind::Count, &["so cdcs", "so don vi", "so cong doan co so"]),
    ],
};

/// Units by their codes, with the blocs that stand on other sheets of the same workbooks.
pub struct UnitsIn;

impl Taking for UnitsIn {
    fn target(&self) -> &'static Target {
        &UNITS
    }

    /// A new code beside the very name of a unit that stands is asked about: a typing error would double it.
    fn plan(&self, db: &Connection, row: &Row<'_>) -> Result<Plan> {
        let (code, name) = (row.entry.text("code"), row.entry.text("name"));
        if !code.is_empty()
            && units::by_code(db, code)?.is_none()
            && let Some((known, true)) = unit_called(db, name)?
        {
            return Ok(Plan::Unready(format!(
                "Đơn vị tên “{name}” đã có với mã {}, tệp ghi mã {code}. Hãy sửa mã hoặc tên cho đúng.",
                known.code
            )));
        }
        Ok(Plan::New(None))
    }

    fn write(&self, pen: &Pen<'_>, lot: &Lot<'_>) -> Result<Vec<Made>> {
        let mut all = Vec::new();
        for planned in &lot.rows {
            (lot.step)()?;
            let done = units::import(pen, &[unit_of(planned.row.entry, code_of(pen, planned.row.entry)?)])?;
            let outcome = match (done.added, done.changed) {
                (0, 0) => Outcome::Same,
                (0, _) => Outcome::Changed,
                _ => Outcome::New,
            };
            all.push(Made { outcome, record: None, member: None });
        }
        for book in &lot.books {
            for sheet in &book.sheets {
                units::import_blocs(pen, &blocs_of(&Grid::of(book, sheet), lot.today))?;
            }
        }
        Ok(all)
    }
}

/// The code that a row writes; of a row without one that of the unit it names, or a free one.
fn code_of(db: &Connection, entry: &Entry) -> Result<String> {
    if !entry.text("code").is_empty() {
        return Ok(entry.text("code").to_owned());
    }
    if let Some((known, _)) = unit_called(db, entry.text("name"))? {
        return Ok(known.code);
    }
    for number in 1.. {
        let code = format!("DV{number:03}");
        if units::by_code(db, &code)?.is_none() {
            return Ok(code);
        }
    }
    Err(Error::broken("intake", "there is always a free code"))
}

fn unit_of(entry: &Entry, code: String) -> UnitRow {
    let text = |field: &str| entry.text(field).to_owned();
    let kind = kind_of(entry.text("kind"), entry.text("name"));
    let note = text("note");
    let is_ended = ["giai the", "ket thuc hoat dong"].iter().any(|words| fold(&note).contains(words));
    let day = day_in(&note);
    UnitRow {
        code,
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
