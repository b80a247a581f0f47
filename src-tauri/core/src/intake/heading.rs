//! Finding the heading of a list, and which column is which field: by wording first, then by what the cells look like.

#[allow(clippy::disallowed_types, reason = "wordings are looked up, never walked through")]
use std::collections::HashMap;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use serde::{Deserialize, Serialize};

use crate::vietnamese::{clean, fold};

use super::family::is_of_family;
use super::grid::{Grid, GridCell, Nature};
use super::target::{Field, Gender, Kind, Target};

/// The heading stands on one of this many rows.
const LAST_HEADING_ROW: u32 = 30;
/// A heading may take this many rows.
const MOST_HEADING_ROWS: u32 = 3;
/// A heading further down has at least this many known words.
const LEAST_BELOW: usize = 3;
/// Below this likeness (of 100) a heading is not recognised.
const LEAST_LIKENESS: u32 = 60;
/// A heading that is a field's own word, but for what stands in brackets.
const EXACT: u32 = 95;
/// Rows looked at to know what the cells of a column look like.
const SAMPLE: usize = 120;

/// Which column is which field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeColumn")]
pub struct Column {
    /// Column, from 0.
    pub column: u32,
    /// Its heading as the file writes it, groups first.
    pub heading: String,
    /// The field of the target; none: left out.
    pub field: Option<String>,
    /// Hidden in the file.
    pub hidden: bool,
    /// A few different texts that stand in it.
    pub samples: Vec<String>,
}

/// A column that is read, and into which field.
#[derive(Debug, Clone, Copy)]
pub struct ReadColumn {
    /// Column, from 0.
    pub column: u32,
    /// The field.
    pub field: &'static Field,
}

/// Where a list stands in its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// First row of the heading.
    pub heading_row: u32,
    /// First row below it.
    pub first_row: u32,
    /// The columns, left to right.
    pub columns: Vec<Column>,
}

impl Table {
    /// The column of a field.
    pub fn column(&self, field: &str) -> Option<u32> {
        self.columns.iter().find(|column| column.field.as_deref() == Some(field)).map(|column| column.column)
    }

    /// The columns that are read.
    pub fn read_columns(&self, target: &Target) -> Vec<ReadColumn> {
        let known = self.columns.iter().filter_map(|column| {
            let field = target.field(column.field.as_deref()?)?;
            Some(ReadColumn { column: column.column, field })
        });
        known.filter(|read| read.field.kind != Kind::Ignored).collect()
    }

    /// The headings as one key, under which a clerk's corrections are remembered.
    pub fn key(&self) -> String {
        self.columns.iter().map(|column| heading_key(&column.heading)).collect::<Vec<_>>().join("|")
    }
}

/// A heading without marks, signs and doubled spaces; a trailing "(x)" says only how cells are marked.
pub fn heading_key(text: &str) -> String {
    let folded = fold(text);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    if key.ends_with(" x") {
        key.truncate(key.len() - " x".len());
    }
    key
}

impl Table {
    /// Whether the same table stands once more to the right: the key column's heading again, word for word, over names too.
    pub fn is_beside_another(&self, target: &Target) -> bool {
        let is_key = |column: &&Column| column.field.as_deref().is_some_and(|field| target.key.contains(&field));
        let Some(key) = self.columns.iter().find(is_key).filter(|key| !key.heading.is_empty()) else { return false };
        let mut again = self.columns.iter().filter(|column| column.column > key.column && column.field.is_none());
        again.any(|column| {
            heading_key(&column.heading) == heading_key(&key.heading)
                && column.samples.iter().filter(|text| is_name_like(text.trim())).count() >= 2
        })
    }
}

/// How many texts of a column are shown to the clerk.
const SAMPLES_SHOWN: usize = 3;

impl Table {
    /// Notes for each column what stands in it.
    pub fn note_samples(&mut self, grid: &Grid) {
        for column in &mut self.columns {
            for row in grid.rows.iter().filter(|row| row.number >= self.first_row).take(SAMPLE) {
                let text = row.text(column.column).trim();
                if !text.is_empty() && !column.samples.iter().any(|known| known == text) {
                    column.samples.push(text.to_owned());
                }
                if column.samples.len() == SAMPLES_SHOWN {
                    break;
                }
            }
        }
    }
}

/// Finds the list that a sheet holds for the target of these wordings.
pub fn find_table(grid: &Grid, wordings: &Wordings) -> Option<Table> {
    find(grid, wordings, wordings.target.least)
}

/// The same where no other sheet holds such a list: fewer columns are enough.
pub(super) fn find_lone_table(grid: &Grid, wordings: &Wordings) -> Option<Table> {
    let target = wordings.target;
    if target.least_alone < target.least { find(grid, wordings, target.least_alone) } else { None }
}

fn find(grid: &Grid, wordings: &Wordings, least: usize) -> Option<Table> {
    let width = grid.width();
    let starts = likely_starts(grid, wordings);
    let mut best = Heading::default();
    // Of equals the lowest heading wins: what stands above it is a title.
    for height in 1..=MOST_HEADING_ROWS {
        for start in starts.iter().copied() {
            let heading = read_heading(grid, wordings, (start, height), width);
            if heading.score > best.score && is_enough(&heading.fields, wordings.target, least) {
                best = heading;
            }
        }
    }
    refined(grid, wordings, &best)
}

fn refined(grid: &Grid, wordings: &Wordings, heading: &Heading) -> Option<Table> {
    let mut table = heading.table(grid)?;
    refine(grid, &mut table, wordings.target, &heading.fits);
    Some(table)
}

/// The list from a row on that is a heading itself, in other words or another order than the one above; none: the row is data.
pub(super) fn heading_below(grid: &Grid, wordings: &Wordings, row: u32, above: &Table) -> Option<Table> {
    let is_word = |text: &str| wordings.fields.contains_key(heading_key(text).as_str());
    let key = wordings.target.key.iter().find_map(|field| above.column(field))?;
    let cells = grid.row(row).filter(|cells| is_word(cells.text(key)))?;
    if cells.filled().filter(|cell| is_word(&cell.shown)).count() < LEAST_BELOW {
        return None;
    }
    let readings = (1..MOST_HEADING_ROWS).map(|height| read_heading(grid, wordings, (row, height), grid.width()));
    let enough = readings.filter(|heading| is_enough(&heading.fields, wordings.target, LEAST_BELOW - 1));
    let best = enough.fold(Heading::default(), |best, next| if next.score > best.score { next } else { best });
    refined(grid, wordings, &best)
}

/// Rows that hold two headings word for word, and the rows above them where groups may stand: reading every row would be slow.
fn likely_starts(grid: &Grid, wordings: &Wordings) -> BTreeSet<u32> {
    let mut starts = BTreeSet::new();
    for row in grid.rows.iter().take_while(|row| row.number < LAST_HEADING_ROW + MOST_HEADING_ROWS) {
        let short = row.filled().filter(|cell| cell.nature.is_text() && cell.shown.len() < 60);
        let hits = short.filter(|cell| wordings.fields.contains_key(heading_key(&cell.shown).as_str())).take(2).count();
        if hits >= 2 {
            let first = row.number.saturating_sub(MOST_HEADING_ROWS - 1).max(1);
            starts.extend((first..=row.number).filter(|number| *number <= LAST_HEADING_ROW));
        }
    }
    starts
}

/// The wordings of a target's fields, to be looked up.
#[allow(clippy::disallowed_types, reason = "wordings are looked up, never walked through")]
pub struct Wordings {
    target: &'static Target,
    /// Wording to the places of its fields.
    fields: HashMap<&'static str, Vec<usize>>,
    /// Letters of the longest wording.
    longest: usize,
    /// How well the headings fit that were looked up so far: each is met in several readings of its sheet, and in other files.
    seen: RefCell<HashMap<String, Rc<[u32]>>>,
}

impl Wordings {
    /// Those of a target.
    #[allow(clippy::disallowed_types, reason = "wordings are looked up, never walked through")]
    pub fn of(target: &'static Target) -> Self {
        let mut fields: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, field) in target.fields.iter().enumerate() {
            for word in field.words {
                fields.entry(word).or_default().push(place);
            }
        }
        let longest = fields.keys().map(|word| word.len()).max().unwrap_or(0);
        Self { target, fields, longest, seen: RefCell::default() }
    }

    /// How well a heading fits each field: every run of its words that may decide is looked up.
    fn fits(&self, heading: &str) -> Rc<[u32]> {
        if let Some(fits) = self.seen.borrow().get(heading) {
            return Rc::clone(fits);
        }
        let mut fits = vec![0; self.target.fields.len()];
        // Shorter runs say too little, but for those that begin the heading.
        let least = heading.len() * usize::try_from(LEAST_LIKENESS).unwrap_or(0) / 100;
        let begins = std::iter::once(0).chain(heading.match_indices(' ').map(|(at, _)| at + 1));
        for begin in begins {
            let Some(rest) = heading.get(begin..) else { continue };
            let ends = rest.match_indices(' ').map(|(at, _)| at).chain(std::iter::once(rest.len()));
            let ends = ends.take_while(|end| *end <= self.longest).filter(|end| begin == 0 || *end >= least);
            for run in ends.filter_map(|end| rest.get(..end)) {
                for place in self.fields.get(run).into_iter().flatten() {
                    if let Some(fit) = fits.get_mut(*place) {
                        *fit = (*fit).max(if run == heading { 100 } else { share(run, heading) });
                    }
                }
            }
        }
        let fits: Rc<[u32]> = fits.into();
        self.seen.borrow_mut().insert(heading.to_owned(), Rc::clone(&fits));
        fits
    }

    /// The field that a column's heading fits best, and how well.
    fn best_field(&self, parts: &[&str]) -> Option<(&'static Field, u32)> {
        let keys: Vec<String> = parts.iter().map(|part| heading_key(part)).collect();
        let (child, groups) = keys.split_last()?;
        if is_of_family(parts) {
            return None;
        }
        let alone = self.fits(child);
        let written = parts.last().copied().unwrap_or_default();
        // What stands in brackets explains: "Nữ (đánh x)".
        let bare = written.split_once('(').map(|(front, _)| self.fits(&heading_key(front)));
        let is_year = |field: &Field, part: &str| {
            matches!(field.kind, Kind::GenderMark(Gender::Nam) | Kind::BirthOf(Gender::Nam)) && says_year(part)
        };
        let whole = if groups.is_empty() { Rc::default() } else { self.fits(&format!("{} {child}", groups.join(" "))) };
        let above: Vec<Rc<[u32]>> = groups.iter().map(|group| self.fits(group)).collect();
        let of = |fits: &[u32], place: usize| fits.get(place).copied().unwrap_or(0);
        let scored = self.target.fields.iter().enumerate().map(|(place, field)| {
            if field.kind == Kind::Membership {
                return (field, if of(&alone, place) == 100 { 100 } else { 0 });
            }
            if is_year(field, written) {
                return (field, 0);
            }
            if !field.under.is_empty() {
                let is_under = || groups.iter().any(|group| best_of(field.under, group) >= 90);
                return (field, if of(&alone, place) == 100 && is_under() { 105 } else { 0 });
            }
            let above = above.iter().zip(parts).filter(|(_, part)| !is_year(field, part));
            let above = above.map(|(fits, _)| of(fits, place).saturating_sub(25)).max().unwrap_or(0);
            let bare = bare.as_ref().map_or(0, |fits| of(fits, place).saturating_sub(5));
            (field, of(&alone, place).max(of(&whole, place)).max(above).max(bare))
        });
        // Of equals the first in the target's order wins.
        let (field, score) = scored.fold(None, |best: Option<(&Field, u32)>, new| match best {
            Some(old) if old.1 >= new.1 => Some(old),
            _ => Some(new),
        })?;
        (score >= LEAST_LIKENESS).then_some((field, score.min(100)))
    }
}

/// "Năm" is a year; without its mark it would be "Nam".
fn says_year(heading: &str) -> bool {
    clean(heading).to_lowercase().split(|letter: char| !letter.is_alphabetic()).any(|word| word == "năm")
}

fn is_enough(fields: &[Option<&'static Field>], target: &Target, least: usize) -> bool {
    let fields: BTreeSet<&str> = fields.iter().flatten().map(|field| field.name).filter(|name| *name != "-").collect();
    let has = |field: &&str| fields.contains(*field);
    fields.len() >= least && target.key.iter().any(has) && target.must.iter().all(has)
}

/// The parts of a column's heading from the top down, repeated ones once.
fn parts_of(grid: &Grid, start: u32, height: u32, column: u32) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for row in start..start + height {
        let text = grid.label(row, column).trim();
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts
}

/// Rows read as a heading.
#[derive(Default)]
struct Heading {
    /// How well they fit the target; 0: not at all.
    score: u32,
    first_row: u32,
    height: u32,
    /// The field of each column.
    fields: Vec<Option<&'static Field>>,
    /// How well each column's heading fits its field.
    fits: Vec<u32>,
}

impl Heading {
    /// The table below; none where no heading was found.
    fn table(&self, grid: &Grid) -> Option<Table> {
        let columns = (0..).zip(&self.fields).map(|(column, field)| Column {
            column,
            heading: parts_of(grid, self.first_row, self.height, column).join(" / "),
            field: field.map(|field| field.name.to_owned()),
            hidden: grid.is_hidden(column),
            samples: Vec::new(),
        });
        (self.score > 0).then(|| Table {
            heading_row: self.first_row,
            first_row: self.first_row + self.height,
            columns: columns.collect(),
        })
    }
}

/// Reads rows, the first and how many, as a heading.
fn read_heading(grid: &Grid, wordings: &Wordings, (first_row, height): (u32, u32), width: u32) -> Heading {
    let mut fields = Vec::new();
    let mut fits = Vec::new();
    let mut likeness: BTreeMap<&'static str, u32> = BTreeMap::new();
    for column in 0..width {
        let found = wordings.best_field(&parts_of(grid, first_row, height, column));
        if let Some((field, score)) = found {
            let worth = if field.kind == Kind::Ignored { score / 4 } else { score };
            let entry = likeness.entry(field.name).or_insert(0);
            *entry = (*entry).max(worth);
        }
        fields.push(found.map(|(field, _)| field));
        fits.push(found.map_or(0, |(_, score)| score));
    }
    Heading { score: likeness.values().sum(), first_row, height, fields, fits }
}

fn best_of(words: &[&str], heading: &str) -> u32 {
    words.iter().map(|word| coverage(word, heading)).max().unwrap_or(0)
}

/// 100 when equal; otherwise the share of the heading's letters that the words, found as whole words, cover.
fn coverage(word: &str, heading: &str) -> u32 {
    if word == heading {
        return 100;
    }
    let is_inside = heading.contains(word) && format!(" {heading} ").contains(&format!(" {word} "));
    if is_inside { share(word, heading) } else { 0 }
}

/// The share of a heading's letters that some of its words cover; short words say nothing.
fn share(words: &str, heading: &str) -> u32 {
    if words.len() <= 3 {
        return 0;
    }
    let share = u32::try_from(words.len() * 100 / heading.len().max(1)).unwrap_or(0);
    // What begins a heading names it; what follows explains ("Ngày sinh theo giấy khai sinh").
    let names_it = heading.starts_with(words) && words.len() >= 8 && heading.len() <= 45;
    share.clamp(if names_it { 65 } else { 0 }, 95)
}

/// What the cells of a column look like.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Look {
    filled: usize,
    pub days: usize,
    single_words: usize,
    pub genders: usize,
    pub cards: usize,
    pub phones: usize,
    pub names: usize,
}

impl Look {
    pub fn mostly(self, count: usize) -> bool {
        self.filled >= 2 && count * 10 >= self.filled * 7
    }
}

/// Bytes of "nữ" with its marks apart, the longest way to write a gender.
const LONGEST_GENDER: usize = 6;

pub(super) fn look_of(grid: &Grid, column: u32, first_row: u32) -> Look {
    let cells = grid.rows.iter().filter(|row| row.number >= first_row).filter_map(|row| row.cell(column));
    let mut look = Look::default();
    for cell in cells.filter(|cell| !cell.shown.trim().is_empty()).take(SAMPLE) {
        look.filled += 1;
        let text = cell.shown.trim();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let others = text.chars().filter(|letter| letter.is_alphabetic()).count();
        look.days += usize::from(is_day_like(cell));
        look.single_words += usize::from(others > 0 && digits == 0 && !text.contains(' ') && text.chars().count() <= 8);
        look.genders += usize::from(text.len() <= LONGEST_GENDER && matches!(fold(text).as_str(), "nam" | "nu"));
        look.cards += usize::from(others == 0 && (digits == 12 || digits == 11));
        look.phones += usize::from(
            others == 0
                && (digits == 10 || digits == 9)
                && text.trim_start_matches(['0', '+', '8', '4', ' ']).starts_with(['3', '5', '7', '9']),
        );
        look.names += usize::from(is_name_like(text));
    }
    look
}

/// Two to six words of letters.
pub(super) fn is_name_like(text: &str) -> bool {
    (2..=6).contains(&text.split_whitespace().count())
        && text.chars().all(|letter| letter.is_alphabetic() || letter.is_whitespace() || letter == '\'')
}

/// A day, or a year of a person's birth.
fn is_day_like(cell: &GridCell) -> bool {
    if matches!(cell.nature, Nature::Day(_)) {
        return true;
    }
    let text = cell.shown.trim();
    let is_year = text.len() == 4 && matches!(text.parse::<u32>(), Ok(1930..=2015));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let signs = text.chars().filter(|letter| "/-.".contains(*letter)).count();
    is_year
        || (signs >= 1
            && digits >= 4
            && digits + signs == text.chars().filter(|letter| !letter.is_whitespace()).count())
}

/// Corrects by content what headings cannot say.
fn refine(grid: &Grid, table: &mut Table, target: &Target, fits: &[u32]) {
    let looks: Vec<Look> = table.columns.iter().map(|column| look_of(grid, column.column, table.first_row)).collect();
    split_name_columns(grid, table, &looks);
    birth_under_gender(table, &looks);
    birth_in_parts(table, target, &looks);
    only_one_of_each(table, &looks, fits);
    name_by_parts(table);
    fill_gaps(table, &looks);
}

/// "Họ và tên" over two columns: the first holds "họ đệm", the second "tên".
fn split_name_columns(grid: &Grid, table: &mut Table, looks: &[Look]) {
    let is_name = |column: &Column| matches!(column.field.as_deref(), Some("full_name" | "family_middle"));
    for index in 0..table.columns.len().saturating_sub(1) {
        let [Some(left), Some(right)] = [index, index + 1].map(|at| table.columns.get(at)) else { continue };
        let rows = table.heading_row..table.first_row;
        let is_joined =
            right.heading.is_empty() || rows.into_iter().any(|row| grid.is_joined(row, left.column, right.column));
        let is_parted = looks.get(index + 1).is_some_and(|look| look.mostly(look.single_words));
        let goes_with = is_name(right) && left.field == right.field || right.field.is_none();
        if is_name(left) && goes_with && is_joined && is_parted {
            for (at, field) in [(index, "family_middle"), (index + 1, "given")] {
                if let Some(column) = table.columns.get_mut(at) {
                    column.field = Some(field.to_owned());
                }
            }
            return;
        }
    }
}

/// Columns "Nam" and "Nữ" that hold days are birth dates, whatever stands above them.
fn birth_under_gender(table: &mut Table, looks: &[Look]) {
    for (column, look) in table.columns.iter_mut().zip(looks) {
        let field = match column.field.as_deref() {
            Some("gender_nam") => "birth_nam",
            Some("gender_nu") => "birth_nu",
            _ => continue,
        };
        if look.mostly(look.days) {
            column.field = Some(field.to_owned());
        }
    }
}

/// "Ngày | Tháng | Năm" side by side are the parts of a birth date, unless another column holds it whole.
fn birth_in_parts(table: &mut Table, target: &Target, looks: &[Look]) {
    const PARTS: [(&str, &str); 3] = [("ngay", "birth_day"), ("thang", "birth_month"), ("nam", "birth_year")];
    if target.field("birth_day").is_none() {
        return;
    }
    let keys: Vec<String> = table.columns.iter().map(|column| last_key(&column.heading)).collect();
    let Some(at) =
        keys.windows(PARTS.len()).position(|keys| keys.iter().zip(PARTS).all(|(key, (word, _))| key == word))
    else {
        return;
    };
    let is_birth = |column: &Column| column.field.as_deref() == Some("birth");
    let mut others = table.columns.iter().zip(looks).enumerate().filter(|(index, _)| !(at..at + 3).contains(index));
    let is_whole_elsewhere = others.any(|(_, (column, look))| is_birth(column) && look.filled > 0);
    for (column, (_, field)) in table.columns.iter_mut().skip(at).zip(PARTS) {
        column.field = (!is_whole_elsewhere).then(|| field.to_owned());
    }
}

/// The lowest part of a heading as a key.
fn last_key(heading: &str) -> String {
    heading_key(heading.rsplit(" / ").next().unwrap_or_default())
}

/// Of several columns for one field the one headed exactly so stays, else the fullest.
fn only_one_of_each(table: &mut Table, looks: &[Look], fits: &[u32]) {
    let mut owners: BTreeMap<String, (usize, (bool, usize))> = BTreeMap::new();
    for (index, (column, look)) in table.columns.iter().zip(looks).enumerate() {
        let Some(field) = column.field.as_deref().filter(|field| *field != "-") else { continue };
        let is_exact = look.filled > 0 && fits.get(index).is_some_and(|fit| *fit >= EXACT);
        let worth = (is_exact, look.filled);
        let owner = owners.entry(field.to_owned()).or_insert((index, worth));
        if worth > owner.1 {
            *owner = (index, worth);
        }
    }
    for (index, column) in table.columns.iter_mut().enumerate() {
        let is_owner =
            column.field.as_deref().is_none_or(|field| owners.get(field).is_none_or(|owner| owner.0 == index));
        if !is_owner {
            column.field = None;
        }
    }
}

/// "Họ" beside "Tên" is "họ đệm"; "họ đệm" without "tên" is the whole name.
fn name_by_parts(table: &mut Table) {
    let has = |table: &Table, field: &str| table.column(field).is_some();
    let rename = |table: &mut Table, from: &str, to: &str| {
        if let Some(column) = table.columns.iter_mut().find(|column| column.field.as_deref() == Some(from)) {
            column.field = Some(to.to_owned());
        }
    };
    match [has(table, "full_name"), has(table, "family_middle"), has(table, "given")] {
        [true, false, true] => rename(table, "full_name", "family_middle"),
        [false, true, false] => rename(table, "family_middle", "full_name"),
        [false, false, true] => rename(table, "given", "full_name"),
        _ => {}
    }
}

/// Columns without a known heading whose cells can be only one thing.
fn fill_gaps(table: &mut Table, looks: &[Look]) {
    let has_any = |table: &Table, fields: &[&str]| fields.iter().any(|field| table.column(field).is_some());
    if !has_any(table, &["full_name", "family_middle"]) {
        return;
    }
    for (index, look) in looks.iter().enumerate() {
        let Some(column) = table.columns.get(index).filter(|column| column.field.is_none()) else { continue };
        if is_of_family(&[&column.heading]) {
            continue;
        }
        let is_headless = column.heading.is_empty();
        let guess = if look.mostly(look.cards) && !has_any(table, &["citizen_id"]) {
            "citizen_id"
        } else if look.mostly(look.genders)
            && !has_any(table, &["gender", "gender_nam", "gender_nu", "birth_nam", "birth_nu"])
        {
            "gender"
        } else if is_headless && look.mostly(look.days) && !has_any(table, &["birth", "birth_nam", "birth_nu"]) {
            "birth"
        } else if is_headless && look.mostly(look.phones) && !has_any(table, &["phone"]) {
            "phone"
        } else {
            continue;
        };
        if let Some(column) = table.columns.get_mut(index) {
            column.field = Some(guess.to_owned());
        }
    }
}
