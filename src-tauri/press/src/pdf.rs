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
use crate::letter::{About, Heading, Letter, Page};
use crate::wrap::{breakable, clean, fold_name};
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
    let desk = Desk { letter: Bytes::new(view(letter)?.to_string().into_bytes()) };
    let set = typst::compile::<PagedDocument>(&desk).output.map_err(|faults| fault(&faults));
    let file = set.and_then(|document| {
        let options = options(&letter.about, rows <= MOST_TAGGED_ROWS)?;
        typst_pdf::pdf(&document, &options).map_err(|faults| fault(&faults))
    });
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

/// The letter as the template reads it: cleaned, names folded, long words breakable.
fn view(letter: &Letter) -> Result<Value, Trouble> {
    let mut view = serde_json::to_value(letter).map_err(|error| Trouble::Fault(error.to_string()))?;
    tidy(&mut view, false);
    for (section, shown) in letter.sections.iter().zip(children(&mut view, "sections")) {
        for block in children(shown, "blocks") {
            if block.get("block").and_then(Value::as_str) == Some("heading")
                && let Ok(heading) = serde_json::from_value::<Heading>(block.clone())
            {
                fold_heading(block, &heading, &section.page);
            }
        }
    }
    if let Some(whole) = view.as_object_mut() {
        whole.insert("nation".to_owned(), json!(NATION));
        whole.insert("motto".to_owned(), json!(MOTTO));
        whole.insert("recipients_label".to_owned(), json!(RECIPIENTS));
    }
    Ok(view)
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
    if let Some(fields) = block.as_object_mut() {
        fields.insert("superior".to_owned(), json!(superior));
        fields.insert("body".to_owned(), json!(body));
    }
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
