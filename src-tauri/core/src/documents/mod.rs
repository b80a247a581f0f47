//! Documents ("văn bản"): the register of what the office sends out and what comes in, by number, day and kind, with its files.

mod files;
pub mod paper;
mod rules;
mod store;
mod words;

pub use files::{Attach, Attachment, AttachmentId, WhichFile, attach, detach, file};
pub use words::{Direction, DocumentKind, Due, Numbering};

use crate::{
    calendar::shown,
    choice::Choice,
    decisions::{self, DecisionId},
    error::{Error, Result},
    host,
    id::id,
    journal::What,
    movements::{self, LinkedMovement},
    office::{Done, Office},
    settings,
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

id!(
    /// One document.
    DocumentId
);

/// The closed sets of words about documents, and how ours are numbered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentWords {
    /// Đi, đến.
    pub directions: Vec<Choice>,
    /// Kinds.
    pub kinds: Vec<Choice>,
    /// How our own are numbered.
    pub numberings: Vec<Choice>,
    /// The way that this office chose.
    pub numbering: Numbering,
}

/// What the page needs to show documents.
pub fn words(office: &mut Office, (): ()) -> Result<DocumentWords> {
    Ok(DocumentWords {
        directions: Direction::choices(),
        kinds: DocumentKind::choices(),
        numberings: Numbering::choices(),
        numbering: numbering(office.db())?,
    })
}

/// Which part of the register is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DocumentQuery {
    /// Dated on this day or later.
    pub from: Option<NaiveDate>,
    /// Dated on this day or earlier.
    pub to: Option<NaiveDate>,
    /// Only this way.
    pub direction: Option<Direction>,
    /// Only these kinds; empty: all.
    pub kinds: Vec<DocumentKind>,
    /// Only what is still to do, or late.
    pub due: Option<Due>,
    /// Only about this award decision.
    pub decision: Option<DecisionId>,
    /// Words of the number, symbol, sender or receiver, or summary; accents not needed.
    pub text: String,
}

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentLine {
    /// Its key.
    pub id: DocumentId,
    /// Đi, đến.
    pub direction: Direction,
    /// Its kind.
    pub kind: DocumentKind,
    /// "Kế hoạch".
    pub kind_label: String,
    /// `80/KH-LĐLĐ`; empty: it has none.
    pub number: String,
    /// The day on the paper.
    pub dated: NaiveDate,
    /// When it came.
    pub arrived: Option<NaiveDate>,
    /// Who sent it, or to whom it goes.
    pub party: String,
    /// Trích yếu.
    pub summary: String,
    /// What it asks is due.
    pub deadline: Option<NaiveDate>,
    /// When that was done.
    pub handled: Option<NaiveDate>,
    /// Due before today and not done.
    pub late: bool,
    /// The decision that it is about.
    pub decision: Option<DecisionId>,
    /// How many files belong to it.
    pub files: i64,
}

/// A part of the register, with how many there are of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentRegister {
    /// Newest first.
    pub lines: Vec<DocumentLine>,
    /// How many of each kind, without the filter by kind: each count is the length of the list that it opens.
    pub counts: BTreeMap<String, i64>,
    /// The same as a sentence: "12 kế hoạch, 8 hướng dẫn, 10 công văn".
    pub counted: String,
}

/// The register of documents.
pub fn register(office: &mut Office, query: DocumentQuery) -> Result<DocumentRegister> {
    let today = office.today();
    let mut lines = store::lines(office.db(), &query, &fold(&query.text), today)?;
    lines.retain(|line| match query.due {
        None => true,
        Some(Due::Open) => line.deadline.is_some() && line.handled.is_none(),
        Some(Due::Late) => line.late,
    });
    let counts = counts(&lines);
    let counted = counted(&lines);
    if !query.kinds.is_empty() {
        lines.retain(|line| query.kinds.contains(&line.kind));
    }
    Ok(DocumentRegister {
        lines,
        counted,
        counts: counts.into_iter().map(|(kind, count)| (kind.code().to_owned(), count)).collect(),
    })
}

fn counts(lines: &[DocumentLine]) -> BTreeMap<DocumentKind, i64> {
    let mut counts = BTreeMap::new();
    for line in lines {
        *counts.entry(line.kind).or_default() += 1;
    }
    counts
}

/// "12 kế hoạch, 8 hướng dẫn, 10 công văn".
fn counted(lines: &[DocumentLine]) -> String {
    let words = counts(lines).into_iter().map(|(kind, count)| format!("{count} {}", kind.label().to_lowercase()));
    words.collect::<Vec<_>>().join(", ")
}

/// A document as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentDraft {
    /// Which one is corrected; none: a new one.
    #[serde(default)]
    pub id: Option<DocumentId>,
    /// Đi, đến.
    pub direction: Direction,
    /// Its kind.
    pub kind: DocumentKind,
    /// Number and symbol as on the paper: `80/KH-LĐLĐ`; empty: it has none.
    #[serde(default)]
    pub number: String,
    /// The day on the paper.
    #[serde(default)]
    pub dated: Option<NaiveDate>,
    /// In: when it came.
    #[serde(default)]
    pub arrived: Option<NaiveDate>,
    /// Who sent it, or to whom it goes.
    #[serde(default)]
    pub party: String,
    /// Trích yếu.
    #[serde(default)]
    pub summary: String,
    /// What it asks is due.
    #[serde(default)]
    pub deadline: Option<NaiveDate>,
    /// When that was done.
    #[serde(default)]
    pub handled: Option<NaiveDate>,
    /// The award decision that it is about.
    #[serde(default)]
    pub decision: Option<DecisionId>,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

impl Default for DocumentDraft {
    fn default() -> Self {
        Self {
            id: None,
            direction: Direction::Out,
            kind: DocumentKind::KeHoach,
            number: String::new(),
            dated: None,
            arrived: None,
            party: String::new(),
            summary: String::new(),
            deadline: None,
            handled: None,
            decision: None,
            note: String::new(),
        }
    }
}

/// One document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "WhichDocument")]
pub struct Which {
    /// Its key.
    pub id: DocumentId,
}

/// One document with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentRecord {
    /// The document, ready to be corrected.
    pub draft: DocumentDraft,
    /// Its files.
    pub files: Vec<Attachment>,
    /// The number of the decision that it is about.
    pub decision_number: String,
    /// The movements that it is about.
    pub movements: Vec<LinkedMovement>,
}

/// One document.
pub fn get(office: &mut Office, which: Which) -> Result<DocumentRecord> {
    let db = office.db();
    let draft = store::draft(db, which.id)?.ok_or_else(gone)?;
    let decision_number = draft.decision.map(|decision| decisions::numbered(db, decision)).transpose()?;
    Ok(DocumentRecord {
        files: files::of(db, which.id)?,
        decision_number: decision_number.unwrap_or_default(),
        movements: movements::about(db, which.id.0)?,
        draft,
    })
}

fn gone() -> Error {
    Error::refused("id", "Không tìm thấy văn bản này. Hãy chọn lại trong sổ.")
}

/// Which number comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NextNumberOf {
    /// Of which kind.
    pub kind: DocumentKind,
    /// In which year.
    pub year: i32,
}

/// The number and symbol that the next document of ours would carry; the clerk may write another one.
pub fn next_number(office: &mut Office, of: NextNumberOf) -> Result<String> {
    let host = host::as_of(office, office.today())?;
    let symbol = rules::usual_symbol(of.kind, &host.symbol);
    let within = match numbering(office.db())? {
        Numbering::PerKind => Some(of.kind),
        Numbering::Shared => None,
    };
    let mut highest = store::highest(office.db(), of.year, within)?;
    if within.is_none_or(|kind| kind == DocumentKind::QuyetDinh) {
        let decisions = store::our_decisions(office.db(), of.year)?;
        highest = decisions.iter().map(|decision| decision.order).fold(highest, i64::max);
    }
    let next = highest + 1;
    Ok(format!("{}/{symbol}", decisions::number_on_paper(&next.to_string())))
}

const SAVE: What = What::new("document.save", "Ghi sổ văn bản");
const HANDLE: What = What::new("document.handle", "Ghi kết quả xử lý văn bản");
const DELETE: What = What::new("document.delete", "Xóa văn bản khỏi sổ");
const NUMBERING: What = What::new("document.numbering", "Chọn cách đánh số văn bản");

/// Adds or corrects a document.
pub fn save(office: &mut Office, draft: DocumentDraft) -> Result<Done<DocumentId>> {
    let checked = rules::check(&draft, office.today())?;
    is_new(office, &draft, &checked)?;
    let search =
        fold(&format!("{} {} {}", full_number(&checked.number, &checked.symbol), checked.party, checked.summary));
    office.act(SAVE, |pen| match draft.id {
        None => store::insert(pen, &checked, draft.decision, &search),
        Some(id) => store::update(pen, id, &checked, draft.decision, &search)
            .and_then(|known| if known { Ok(id) } else { Err(gone()) }),
    })
}

/// Refuses a number of ours that another paper carries, and a letter that came in already.
fn is_new(office: &Office, draft: &DocumentDraft, checked: &rules::Checked) -> Result<()> {
    let db = office.db();
    let rules::Checked { year, number, symbol, .. } = checked;
    let written = full_number(number, symbol);
    if checked.direction == Direction::In {
        return store::came(db, checked, draft.id)?.map_or(Ok(()), |arrived| {
            let sentence =
                format!("Văn bản {written} của {} đã có trong sổ, đến ngày {}.", checked.party, shown(arrived));
            Err(Error::refused("number", sentence))
        });
    }
    if store::taken(db, *year, symbol, number, draft.id)? {
        let sentence = format!("Số {written} của năm {year} đã có trong sổ. Hãy ghi số khác, ví dụ {number}a.");
        return Err(Error::refused("number", sentence));
    }
    let is_same = |one: &store::Numbered| {
        Some(one.id) != draft.decision && one.number == *number && rules::is_same_symbol(&one.symbol, symbol)
    };
    if store::our_decisions(db, *year)?.iter().any(is_same) {
        let sentence = format!(
            "Số {written} của năm {year} là của một quyết định khen thưởng. Hãy ghi số khác, ví dụ {number}a, hoặc chọn quyết định đó ở văn bản này."
        );
        return Err(Error::refused("number", sentence));
    }
    Ok(())
}

/// Number and symbol as on the paper.
fn full_number(number: &str, symbol: &str) -> String {
    match (number.is_empty(), symbol.is_empty()) {
        (true, _) => symbol.to_owned(),
        (false, true) => decisions::number_on_paper(number),
        (false, false) => format!("{}/{symbol}", decisions::number_on_paper(number)),
    }
}

/// Documents of which what they ask was done, or is to be done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Handled {
    /// Which.
    pub ids: Vec<DocumentId>,
    /// The day on which it was done; none: it is still to do.
    pub day: Option<NaiveDate>,
}

/// Says of documents that what they ask was done.
pub fn handle(office: &mut Office, handled: Handled) -> Result<Done<u32>> {
    if handled.day.is_some_and(|day| day > office.today()) {
        return Err(Error::refused("day", "Ngày xử lý xong không được sau hôm nay."));
    }
    if let Some(day) = handled.day
        && let Some(younger) = store::younger(office.db(), &handled.ids, day)?
    {
        let sentence = format!("Ngày xử lý xong trước ngày của văn bản {}. Hãy xem lại ngày.", younger.number);
        return Err(Error::refused("day", sentence));
    }
    office.act(HANDLE, |pen| {
        let mut count = 0;
        for id in &handled.ids {
            count += u32::from(store::handle(pen, *id, handled.day)?);
        }
        pen.detail(format!("{count} văn bản"));
        Ok(count)
    })
}

/// Takes a document off the register, with its files; undo brings all of it back.
pub fn delete(office: &mut Office, which: Which) -> Result<Done<()>> {
    office.act(DELETE, |pen| if store::delete(pen, which.id)? { Ok(()) } else { Err(gone()) })
}

/// Setting: how our own documents are numbered.
const NUMBERED: &str = "document_numbering";

fn numbering(db: &Connection) -> Result<Numbering> {
    Ok(settings::get(db, NUMBERED)?.unwrap_or(Numbering::PerKind))
}

/// Chooses how our own documents are numbered; numbers that were given stay.
pub fn set_numbering(office: &mut Office, chosen: NumberingChosen) -> Result<Done<()>> {
    office.act(NUMBERING, |pen| settings::set(pen, NUMBERED, &chosen.numbering))
}

/// How our own documents are numbered from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberingChosen {
    /// The way.
    pub numbering: Numbering,
}

/// Of how many documents what they ask is late.
pub fn late(db: &Connection, today: NaiveDate) -> Result<i64> {
    store::late(db, today)
}

#[cfg(test)]
mod tests;
