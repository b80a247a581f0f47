//! Finding the heading of a list, and which column is which field by its wording.

#[allow(clippy::disallowed_types, reason = "wordings are looked up, never walked through")]
use std::collections::HashMap;
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use crate::vietnamese::{clean, fold};

use super::columns::refine;
use super::family::is_of_family;
use super::grid::Grid;
use super::table::{Column, Table};
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
pub(super) const EXACT: u32 = 95;

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
    /// The same for whole headings, by their parts: the field that each means.
    meant: RefCell<HashMap<String, Option<(&'static Field, u32)>>>,
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
        Self { target, fields, longest, seen: RefCell::default(), meant: RefCell::default() }
    }

    /// Whose wordings they are.
    pub(super) fn target(&self) -> &'static Target {
        self.target
    }

    /// The name of the field that a column's whole heading means, if any.
    pub(super) fn names_field(&self, heading: &str) -> Option<&'static str> {
        let parts: Vec<&str> = heading.split(" / ").collect();
        self.best_field(&parts).map(|(field, _)| field.name)
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
        let heading = parts.join("\n");
        if let Some(meant) = self.meant.borrow().get(&heading) {
            return *meant;
        }
        let meant = self.fitting_field(parts);
        self.meant.borrow_mut().insert(heading, meant);
        meant
    }

    fn fitting_field(&self, parts: &[&str]) -> Option<(&'static Field, u32)> {
        let keys: Vec<String> = parts.iter().map(|part| heading_key(part)).collect();
        let (child, groups) = keys.split_last()?;
        if is_of_family(parts) {
            return None;
        }
        let alone = self.fits(child);
        let written = parts.last().copied().unwrap_or_default();
        let years: Vec<bool> = parts.iter().map(|part| says_year(part)).collect();
        // What stands in brackets explains: "Nữ (đánh x)".
        let bare = written.split_once('(').map(|(front, _)| self.fits(&heading_key(front)));
        let is_year = |field: &Field, says_year: bool| {
            says_year && matches!(field.kind, Kind::GenderMark(Gender::Nam) | Kind::BirthOf(Gender::Nam))
        };
        let whole = if groups.is_empty() { Rc::default() } else { self.fits(&format!("{} {child}", groups.join(" "))) };
        let above: Vec<Rc<[u32]>> = groups.iter().map(|group| self.fits(group)).collect();
        let of = |fits: &[u32], place: usize| fits.get(place).copied().unwrap_or(0);
        let scored = self.target.fields.iter().enumerate().map(|(place, field)| {
            if field.kind == Kind::Membership {
                return (field, if of(&alone, place) == 100 { 100 } else { 0 });
            }
            if is_year(field, years.last() == Some(&true)) {
                return (field, 0);
            }
            if !field.under.is_empty() {
                let is_under = || groups.iter().any(|group| best_of(field.under, group) >= 90);
                return (field, if of(&alone, place) == 100 && is_under() { 105 } else { 0 });
            }
            let above = above.iter().zip(&years).filter(|(_, says_year)| !is_year(field, **says_year));
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
