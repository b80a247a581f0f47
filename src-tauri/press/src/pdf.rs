//! A letter set by typst: our own small world, in which a template can read two things, itself and the letter.

use std::fmt;
use std::sync::LazyLock;

use chrono::{Datelike, Timelike};
use serde_json::{Value, json};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

use crate::font::{FILES, Face, width};
use crate::letter::{About, Block, Heading, Letter, Page, Title};
use crate::lines::lines;
use crate::wrap::{breakable, clean, fold_name, fold_title};
use crate::{MOTTO, NATION, RECIPIENTS};

/// Above this a file is not tagged for screen readers: tags make a long list 13 times bigger.
pub const MOST_TAGGED_ROWS: usize = 2_000;
/// Above this a paper is refused.
pub const MOST_ROWS: usize = 10_000;
/// So is one with more cells: each takes about 14 KiB of memory while it is set.
const MOST_CELLS: usize = 60_000;
/// Vietnam, minutes before UTC.
const OFFSET_MINUTES: i32 = 7 * 60;
/// Size of the bodies' names in the heading, points.
const HEADING_SIZE: u32 = 12;

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The list has more rows than one file can carry.
    TooLong {
        /// How many it has.
        rows: usize,
        /// How many it may have: fewer when it has many columns, never more than [`MOST_ROWS`].
        most: usize,
    },
    /// The typesetter stopped; ours to mend.
    Fault(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { rows, most } => write!(f, "a paper of {rows} rows, more than {most}"),
            Self::Fault(fault) => write!(f, "the typesetter stopped: {fault}"),
        }
    }
}

impl std::error::Error for Trouble {}

/// The paper as a PDF file; the same letter gives the same bytes.
pub fn pdf(letter: &Letter) -> Result<Vec<u8>, Trouble> {
    let rows = letter.rows();
    let cells = letter.cells();
    if rows > MOST_ROWS || cells > MOST_CELLS {
        let most = (MOST_CELLS * rows).checked_div(cells).unwrap_or(MOST_ROWS).min(MOST_ROWS);
        return Err(Trouble::TooLong { rows, most });
    }
    typeset(&view(letter)?, &letter.about, rows <= MOST_TAGGED_ROWS)
}

fn typeset(view: &Value, about: &About, tagged: bool) -> Result<Vec<u8>, Trouble> {
    let desk = Desk { letter: Bytes::new(view.to_string().into_bytes()) };
    let set = typst::compile::<PagedDocument>(&desk).output.map_err(|faults| fault(&faults));
    let file =
        set.and_then(|document| typst_pdf::pdf(&document, &options(about, tagged)?).map_err(|faults| fault(&faults)));
    comemo::evict(0);
    file
}

fn fault(faults: &[SourceDiagnostic]) -> Trouble {
    Trouble::Fault(faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; "))
}

fn options(about: &About, tagged: bool) -> Result<PdfOptions, Trouble> {
    let made = about.made_at;
    let unfit = || Trouble::Fault("the paper's time cannot be written".to_owned());
    // Months, days, hours, minutes and seconds are below 60.
    let small = |part: u32| u8::try_from(part).unwrap_or_default();
    let [month, day] = [made.month(), made.day()].map(small);
    let [hour, minute, second] = [made.hour(), made.minute(), made.second()].map(small);
    let at = Datetime::from_ymd_hms(made.year(), month, day, hour, minute, second).ok_or_else(unfit)?;
    let timestamp = Timestamp::new_local(at, OFFSET_MINUTES).ok_or_else(unfit)?;
    Ok(PdfOptions {
        ident: Smart::Custom(about.ident.clone()),
        creator: Smart::Custom(Some("Sổ Vàng".to_owned())),
        timestamp: Some(timestamp),
        tagged,
        ..PdfOptions::default()
    })
}

/// The letter as the template reads it: cleaned, names folded, long words breakable, and how many lines a row takes where that
/// is certain.
fn view(letter: &Letter) -> Result<Value, Trouble> {
    let mut view = serde_json::to_value(letter).map_err(|error| Trouble::Fault(error.to_string()))?;
    tidy(&mut view, false);
    for (section, shown) in letter.sections.iter().zip(children(&mut view, "sections")) {
        for (place, (block, shown)) in section.blocks.iter().zip(children(shown, "blocks")).enumerate() {
            if let Block::Heading(heading) = block {
                fold_heading(shown, heading, &section.page);
            } else if let Block::Title(title) = block {
                fold_titles(shown, title, &section.page);
            } else if let Block::Table(table) = block {
                put(shown, "lines", lines(table, section.page.inner_width()));
                put(shown, "last_rows", json!(table.last_rows()));
            }
            put(shown, "held", json!(section.is_held(place)));
        }
    }
    for (name, words) in [("nation", NATION), ("motto", MOTTO), ("recipients_label", RECIPIENTS)] {
        put(&mut view, name, json!(words));
    }
    Ok(view)
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(name.to_owned(), value);
    }
}

fn children<'a>(value: &'a mut Value, name: &str) -> std::slice::IterMut<'a, Value> {
    value.get_mut(name).and_then(Value::as_array_mut).map(|list| list.iter_mut()).unwrap_or_default()
}

fn tidy(value: &mut Value, in_table: bool) {
    match value {
        Value::String(text) => *text = if in_table { breakable(text) } else { clean(text) },
        Value::Array(list) => list.iter_mut().for_each(|entry| tidy(entry, in_table)),
        Value::Object(fields) => {
            let table = in_table || fields.contains_key("columns");
            fields.iter_mut().for_each(|(name, entry)| tidy(entry, table && name != "align" && name != "row"));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Names of bodies in lines that fit beside the national heading.
fn fold_heading(block: &mut Value, heading: &Heading, page: &Page) {
    let inner = u32::from(page.inner_width()) * 72 * 10 / 254;
    let nation = (width(NATION, Face::Bold) * HEADING_SIZE).div_ceil(1000);
    let room = if page.landscape { inner / 2 } else { inner.saturating_sub(nation + 12) };
    let superior = fold_name(&heading.superior, Face::Regular, HEADING_SIZE, room);
    let body = fold_name(&heading.body, Face::Bold, HEADING_SIZE, room);
    put(block, "superior", json!(superior));
    put(block, "body", json!(body));
}

/// The lines of a title, no wider than the template's block for them.
fn fold_titles(block: &mut Value, title: &Title, page: &Page) {
    let room = u32::from(page.inner_width()) * 72 * 10 / 254 * 9 / 10;
    let folded = |text: &str, face| fold_title(text, face, u32::from(page.text_size), room);
    put(block, "kind", json!(folded(&title.kind, Face::Bold).join("\n")));
    put(block, "note", json!(folded(&title.note, Face::Italic).join("\n")));
    let summary: Vec<String> = title.summary.iter().flat_map(|line| folded(line, Face::Bold)).collect();
    put(block, "summary", json!(summary));
}

/// What every paper shares; made once.
struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    letter: FileId,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    Shelf {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(place("letter.typ"), include_str!("letter.typ").to_owned()),
        letter: place("letter.json"),
    }
});

#[allow(clippy::expect_used, reason = "the two names stand in this file")]
fn place(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("BUG: the two names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One paper on the desk: nothing else of the computer can be reached from a template.
struct Desk {
    letter: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHELF.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        SHELF.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == SHELF.template.id() { Ok(SHELF.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHELF.letter { Ok(self.letter.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::{Align, Column, Row, Section, Table, Width};
    use chrono::NaiveDate;

    const NAMES: [&str; 6] =
        ["Nguyễn Thị Thu Hường", "Lê Văn Ước", "Đặng Thị Ngọc Phượng", "H'Ngoan Byă", "Trần A", "Vũ Đức Khải"];
    const POSTS: [&str; 6] = [
        "Phó Chủ tịch Công đoàn cơ sở",
        "Giáo viên",
        "",
        "Công nhân may",
        "Tổ trưởng tổ 3/chuyền 12-B, Xí nghiệp 2",
        "Điều dưỡng trưởng",
    ];
    const WHY: [&str; 6] = [
        "Hoàn thành xuất sắc nhiệm vụ công tác năm 2024",
        "Có nhiều thành tích trong phong trào \"Lao động giỏi, lao động sáng tạo\" năm 2024",
        "Đạt 95,5% (vượt 12%)\nKhông vi phạm",
        "",
        "Bảng_kê_thành_tích_rất_dài@vantrach.edu.vn",
        "Đoàn kết, sáng tạo: 120 sáng kiến làm lợi 1.234.567.000 đồng",
    ];

    fn long_list(text_size: u8, widths: [Width; 4]) -> Letter {
        let columns = widths.map(|width| Column { header: "Cột".into(), width, align: Align::Left }).into();
        let cell = |words: &[&str; 6], at: usize| words[at % 6].to_owned();
        let rows = (0..200_usize)
            .map(|at| Row::Line {
                cells: vec![at.to_string(), cell(&NAMES, at), cell(&POSTS, at / 3), cell(&WHY, at / 5)],
            })
            .collect();
        let made_at = NaiveDate::from_ymd_opt(2024, 12, 20).unwrap().and_hms_opt(8, 0, 0).unwrap();
        Letter {
            about: About { title: "Danh sách".into(), author: String::new(), ident: "1".into(), made_at },
            sections: vec![Section {
                page: Page::across(),
                blocks: vec![Block::Table(Table { columns, groups: Vec::new(), rows, text_size })],
            }],
        }
    }

    #[test]
    fn rows_told_beforehand_stand_where_the_typesetter_puts_them_by_itself() {
        let widths = [
            [Width::Mm(10), Width::Mm(40), Width::Mm(45), Width::Share(1)],
            [Width::Mm(10), Width::Share(2), Width::Share(1), Width::Share(3)],
            [Width::Mm(9), Width::Mm(24), Width::Mm(20), Width::Mm(38)],
        ];
        for (text_size, widths) in [11, 12, 13].into_iter().zip(widths) {
            let letter = long_list(text_size, widths);
            let told = view(&letter).unwrap();
            let mut left_open = told.clone();
            let lines = left_open["sections"][0]["blocks"][0]["lines"].as_array_mut().unwrap();
            assert!(lines.iter().filter(|lines| lines.is_number()).count() > 20, "{text_size} points");
            lines.fill(Value::Null);
            let set = |view: &Value| typeset(view, &letter.about, false).unwrap();
            assert!(set(&told) == set(&left_open), "{text_size} points");
        }
    }
}
