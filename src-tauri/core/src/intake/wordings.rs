//! What headings mean: the field of a target that a column's heading fits best.

#[allow(clippy::disallowed_types, reason = "wordings are looked up, never walked through")]
use std::collections::HashMap;
use std::{cell::RefCell, rc::Rc};

use crate::vietnamese::{clean, fold};

use super::family::names_family;
use super::target::{Field, Gender, Kind, Target};

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

/// What one part of a heading says by itself.
struct Part {
    /// As [`heading_key`] has it.
    key: String,
    /// How well it fits each field.
    fits: Rc<[u32]>,
    /// The same without what stands in brackets, where any does: it explains ("Nữ (đánh x)").
    bare: Option<Rc<[u32]>>,
    says_year: bool,
    names_family: bool,
}

/// The wordings of a target's fields, to be looked up.
#[allow(clippy::disallowed_types, reason = "wordings are looked up, never walked through")]
pub struct Wordings {
    target: &'static Target,
    /// Wording to the places of its fields.
    fields: HashMap<&'static str, Vec<usize>>,
    /// Letters of the longest wording.
    longest: usize,
    /// What the parts of headings say that were met so far: each is met in several readings of its sheet, and in other files.
    parts: RefCell<HashMap<String, Rc<Part>>>,
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
        Self { target, fields, longest, parts: RefCell::default(), meant: RefCell::default() }
    }

    /// Whose wordings they are.
    pub(super) fn target(&self) -> &'static Target {
        self.target
    }

    /// Whether a text is a field's wording, word for word.
    pub(super) fn has(&self, text: &str) -> bool {
        self.fields.contains_key(heading_key(text).as_str())
    }

    /// The name of the field that a column's whole heading means, if any.
    pub(super) fn names_field(&self, heading: &str) -> Option<&'static str> {
        let parts: Vec<&str> = heading.split(" / ").collect();
        self.best_field(&parts).map(|(field, _)| field.name)
    }

    /// The field that a column's heading, its parts from the top down, fits best, and how well.
    pub(super) fn best_field(&self, parts: &[&str]) -> Option<(&'static Field, u32)> {
        let heading = parts.join("\n");
        if let Some(meant) = self.meant.borrow().get(&heading) {
            return *meant;
        }
        let parts: Vec<Rc<Part>> = parts.iter().map(|part| self.part(part)).collect();
        let meant = self.fitting_field(&parts);
        self.meant.borrow_mut().insert(heading, meant);
        meant
    }

    fn part(&self, text: &str) -> Rc<Part> {
        if let Some(part) = self.parts.borrow().get(text) {
            return Rc::clone(part);
        }
        let key = heading_key(text);
        let part = Rc::new(Part {
            fits: self.fits(&key),
            bare: text.split_once('(').map(|(front, _)| self.fits(&heading_key(front))),
            says_year: says_year(text, &key),
            names_family: names_family(text, &key),
            key,
        });
        self.parts.borrow_mut().insert(text.to_owned(), Rc::clone(&part));
        part
    }

    /// How well a heading's key fits each field: every run of its words that may decide is looked up.
    fn fits(&self, key: &str) -> Rc<[u32]> {
        let mut fits = vec![0; self.target.fields.len()];
        // Shorter runs say too little, but for those that begin the heading.
        let least = key.len() * usize::try_from(LEAST_LIKENESS).unwrap_or(0) / 100;
        let begins = std::iter::once(0).chain(key.match_indices(' ').map(|(at, _)| at + 1));
        for begin in begins {
            let Some(rest) = key.get(begin..) else { continue };
            let ends = rest.match_indices(' ').map(|(at, _)| at).chain(std::iter::once(rest.len()));
            let ends = ends.take_while(|end| *end <= self.longest).filter(|end| begin == 0 || *end >= least);
            for run in ends.filter_map(|end| rest.get(..end)) {
                for place in self.fields.get(run).into_iter().flatten() {
                    if let Some(fit) = fits.get_mut(*place) {
                        *fit = (*fit).max(if run == key { 100 } else { share(run, key) });
                    }
                }
            }
        }
        fits.into()
    }

    fn fitting_field(&self, parts: &[Rc<Part>]) -> Option<(&'static Field, u32)> {
        let (child, groups) = parts.split_last()?;
        if parts.iter().any(|part| part.names_family) || groups.iter().any(|group| group.key.contains("gia dinh")) {
            return None;
        }
        let is_year = |field: &Field, part: &Part| {
            part.says_year && matches!(field.kind, Kind::GenderMark(Gender::Nam) | Kind::BirthOf(Gender::Nam))
        };
        let whole = if groups.is_empty() {
            Rc::default()
        } else {
            let keys: Vec<&str> = parts.iter().map(|part| part.key.as_str()).collect();
            self.fits(&keys.join(" "))
        };
        let of = |fits: &[u32], place: usize| fits.get(place).copied().unwrap_or(0);
        let scored = self.target.fields.iter().enumerate().map(|(place, field)| {
            let alone = of(&child.fits, place);
            if field.kind == Kind::Membership {
                return (field, if alone == 100 { 100 } else { 0 });
            }
            if is_year(field, child) {
                return (field, 0);
            }
            if !field.under.is_empty() {
                let is_under = || groups.iter().any(|group| best_of(field.under, &group.key) >= 90);
                return (field, if alone == 100 && is_under() { 105 } else { 0 });
            }
            let above = groups.iter().filter(|group| !is_year(field, group));
            let above = above.map(|group| of(&group.fits, place).saturating_sub(25)).max().unwrap_or(0);
            let bare = child.bare.as_ref().map_or(0, |fits| of(fits, place).saturating_sub(5));
            (field, alone.max(of(&whole, place)).max(above).max(bare))
        });
        // Of equals the first in the target's order wins.
        let (field, score) = scored.fold(None, |best: Option<(&Field, u32)>, new| match best {
            Some(old) if old.1 >= new.1 => Some(old),
            _ => Some(new),
        })?;
        (score >= LEAST_LIKENESS).then_some((field, score.min(100)))
    }
}

/// Whether a heading, whose key is given too, has the word "năm"; without its mark it would be "Nam".
fn says_year(heading: &str, key: &str) -> bool {
    let may_say = key.split(' ').any(|word| word == "nam");
    may_say && clean(heading).to_lowercase().split(|letter: char| !letter.is_alphabetic()).any(|word| word == "năm")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::target::MEMBERS;

    #[test]
    fn what_stands_above_and_in_brackets_counts() {
        let wordings = Wordings::of(&MEMBERS);
        let means = |heading| wordings.names_field(heading);
        assert_eq!(means("Họ và tên"), Some("full_name"));
        assert_eq!(means("Thông tin gia đình / Họ và tên"), None);
        assert_eq!(means("Vợ/chồng / Năm sinh"), None);
        assert_eq!(means("Nữ (đánh x)"), Some("gender_nu"));
        assert_eq!(means("Nam"), Some("gender_nam"));
        assert_ne!(means("Năm"), Some("gender_nam"), "without its mark it would be a man's column");
    }
}
