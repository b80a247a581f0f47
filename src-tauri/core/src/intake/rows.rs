//! What each row below the heading is: a person, a heading of a group, a total, a signature, a repeated heading, nothing.

use crate::vietnamese::{clean, fold};

use super::columns::is_name_like;
use super::grid::{Grid, GridRow, Nature};
use super::plain::is_dash;
use super::table::{ReadColumn, Table};
use super::target::{Kind, Target, UnitOf};
use super::wordings::heading_key;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing that matters.
    Blank,
    /// "(1) (2) (3)" under the heading.
    ColumnNumbers,
    /// The heading again, on a new page.
    RepeatedHeading,
    /// The heading of a group ("Tổ Văn phòng").
    Group,
    /// A sum.
    Total,
    /// The block with place, day and signatures, and what follows it.
    Signature,
    /// A line of the list.
    Entry,
}

/// Words that stand in signature blocks, folded.
const SIGNATURES: &[&str] = &[
    "nguoi lap",
    "tm ban chap hanh",
    "t m ban chap hanh",
    "tm bch",
    "tm ban thuong vu",
    "xac nhan cua",
    "thu truong",
    "ky ten",
    "ky va ghi ro",
    "ky ghi ro",
    "noi nhan",
    "tm cong doan",
    "dai dien don vi",
    "cong doan co so xac nhan",
    "ban chap hanh cdcs",
    "ban chap hanh cong doan",
    "giam doc",
    "hieu truong",
    "chu tich",
    "nguoi tong hop",
    "can bo lap",
];

/// Groups begin with one of these, folded.
const GROUPS: &[&str] = &[
    "to",
    "phong",
    "ban",
    "khoi",
    "bo phan",
    "chuyen",
    "phan xuong",
    "xuong",
    "doi",
    "nhom",
    "cong doan",
    "khoa",
    "van phong",
    "truong",
    "don vi",
    "chi nhanh",
    "trung tam",
    "tram",
    "cum",
    "cdcs",
    "cd",
    "bo mon",
    "can bo",
    "giao vien",
    "nhan vien",
    "tap the",
    "ca nhan",
    "lop",
    "ca",
    "kho",
];

/// Says row by row what the rows below a heading are.
pub struct Classifier<'a> {
    grid: &'a Grid,
    columns: Vec<ReadColumn>,
    /// The columns without which a row says nothing.
    key: Vec<u32>,
    heading: Vec<(u32, String)>,
    /// The office's own list of units: what is called "Trường …" is a unit there, and no head of a group.
    is_of_units: bool,
    in_signature: bool,
}

/// Figures that stand alone under one of these are no person, folded.
const SUMS: &[&str] = &["mang sang", "chuyen sang trang", "chuyen trang", "luy ke", "trong do"];

/// Heads of groups that carry sums of their own, folded.
const SUMMED_GROUPS: &[&str] = &["khoi", "cum", "nhom"];

impl<'a> Classifier<'a> {
    /// For one table of a sheet.
    pub fn new(grid: &'a Grid, target: &Target, table: &Table) -> Self {
        let last = table.first_row.saturating_sub(1);
        let heading = (table.heading_row..=last)
            .filter_map(|number| grid.row(number))
            .flat_map(|row| row.filled().map(|cell| (cell.column, cell.shown.trim().to_owned())))
            .collect();
        let columns = table.read_columns(target);
        let key = columns.iter().filter(|read| target.key.contains(&read.field.name)).map(|read| read.column).collect();
        let is_of_units = target.unit == UnitOf::Nobody;
        Self { grid, columns, key, heading, is_of_units, in_signature: false }
    }

    /// What the next row is; rows are given from the top down.
    pub fn next(&mut self, row: &GridRow) -> RowKind {
        let filled: Vec<(u32, &str)> = row.filled().map(|cell| (cell.column, cell.shown.trim())).collect();
        let entries = self.entries(row);
        if filled.is_empty() {
            return RowKind::Blank;
        }
        if self.is_repeated_heading(&filled) {
            self.in_signature = false;
            return RowKind::RepeatedHeading;
        }
        if is_to_fill_in(&filled) {
            return RowKind::Blank;
        }
        if is_column_numbers(&filled) {
            return RowKind::ColumnNumbers;
        }
        if is_bare_total(&filled) || is_closing_sentence(&filled) {
            return RowKind::Total;
        }
        if self.is_summed_group(&filled) {
            return RowKind::Group;
        }
        if self.is_full_entry(row, entries) || self.is_numbered(row) {
            self.in_signature = false;
            return RowKind::Entry;
        }
        if self.in_signature || is_signature(&filled) {
            self.in_signature = true;
            return RowKind::Signature;
        }
        if is_total(&filled) && entries <= 4 {
            return RowKind::Total;
        }
        if self.is_group(row, &filled) {
            return RowKind::Group;
        }
        if self.has_name(row) || entries >= 2 { RowKind::Entry } else { RowKind::Blank }
    }

    /// How many columns of the register the row fills.
    fn entries(&self, row: &GridRow) -> usize {
        self.columns.iter().filter(|read| !row.text(read.column).trim().is_empty()).count()
    }

    fn has_name(&self, row: &GridRow) -> bool {
        self.key.iter().any(|column| !row.text(*column).trim().is_empty())
    }

    /// A row that no signature block and no sum looks like: a name and two more things, or an ID or a day with a third thing.
    fn is_full_entry(&self, row: &GridRow, entries: usize) -> bool {
        let is_telling = |kind: Kind| matches!(kind, Kind::Birth | Kind::BirthOf(_) | Kind::CitizenId | Kind::Date);
        let telling = self.columns.iter().filter(|read| {
            is_telling(read.field.kind)
                && row.cell(read.column).is_some_and(|cell| {
                    matches!(cell.nature, Nature::Day(_)) || cell.shown.bytes().any(|byte| byte.is_ascii_digit())
                })
        });
        let telling = telling.count();
        if row.filled().count() <= 3 && row.filled().any(|cell| is_dateline(&fold(&cell.shown))) {
            return false;
        }
        (self.has_name(row) && (telling >= 1 || entries >= 4)) || telling >= 2 || (telling == 1 && entries >= 3)
    }

    /// A row number, a name and a second text of the register: a person, even if the post is one that also signs.
    fn is_numbered(&self, row: &GridRow) -> bool {
        let Some(name) = self.key.first().copied() else { return false };
        let is_named = self.key.iter().any(|column| is_name_like(row.text(*column).trim()));
        let is_text = |read: &&ReadColumn| row.text(read.column).chars().any(char::is_alphabetic);
        is_named
            && self.columns.iter().filter(is_text).count() >= 2
            && row.filled().any(|cell| cell.column < name && is_figures(cell.shown.trim()))
    }

    /// "I | KHỐI CƠ QUAN | 120 | 50": a numeral, the head of a group and sums, which are no birth, card or telephone.
    fn is_summed_group(&self, filled: &[(u32, &str)]) -> bool {
        let mut words = filled.iter().filter(|(_, text)| text.chars().any(char::is_alphabetic) && !is_roman(text));
        let (Some((column, text)), None) = (words.next(), words.next()) else { return false };
        if !self.key.contains(column) || !filled.iter().any(|(at, text)| at < column && is_roman(text)) {
            return false;
        }
        let key = heading_key(text);
        let is_worded = SUMMED_GROUPS.iter().any(|word| key.split(' ').next() == Some(*word));
        let mut sums = filled.iter().filter(|(at, _)| at > column).peekable();
        let is_count = |at: u32| {
            let kind = self.columns.iter().find(|read| read.column == at).map(|read| read.field.kind);
            matches!(kind, None | Some(Kind::Ignored | Kind::Count | Kind::Text))
        };
        is_worded || sums.peek().is_some() && sums.all(|(at, text)| is_count(*at) && is_figures(text))
    }

    fn is_repeated_heading(&self, filled: &[(u32, &str)]) -> bool {
        let same = filled
            .iter()
            .filter(|(column, text)| self.heading.iter().any(|(at, heading)| at == column && heading == text))
            .count();
        same >= 2 && same * 10 >= filled.len() * 6
    }

    /// One text and nothing else, standing where no lone name stands, or worded like a group.
    fn is_group(&self, row: &GridRow, filled: &[(u32, &str)]) -> bool {
        let words: Vec<&(u32, &str)> =
            filled.iter().filter(|(_, text)| text.chars().any(char::is_alphabetic) && !is_roman(text)).collect();
        let [(column, text)] = words.as_slice() else { return false };
        if filled.len() > 3 {
            return false;
        }
        let is_in_name = self.key.contains(column);
        if self.is_of_units && is_in_name && filled.iter().any(|(at, text)| at < column && is_figures(text)) {
            return false;
        }
        let is_merged = self.grid.is_joined(row.number, *column, column + 2);
        let key = heading_key(text);
        let first_words = key.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
        let first_words =
            first_words.split_once(' ').filter(|(head, _)| is_roman(head)).map_or(first_words, |(_, rest)| rest);
        let is_worded = GROUPS.iter().any(|word| first_words == *word || first_words.starts_with(&format!("{word} ")));
        let has_numeral = filled.iter().any(|(_, text)| is_roman(text));
        !is_in_name || is_merged || is_worded || has_numeral
    }
}

/// A row number: "12", "12.".
fn is_figures(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')']);
    !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit())
}

/// A line to be filled in by hand: "16 | ………… | …/…/……".
fn is_to_fill_in(filled: &[(u32, &str)]) -> bool {
    let is_number = |text: &str| text.len() <= 4 && is_figures(text);
    filled.iter().all(|(_, text)| is_dash(text) || is_number(text))
        && filled.iter().any(|(_, text)| text.chars().count() >= 2 && is_dash(text))
}

/// I, II, iv, A, B: numerals of groups.
pub(super) fn is_roman(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['.', ')', ':', '/']);
    let is_numeral = !bare.is_empty() && bare.len() <= 5 && bare.chars().all(|letter| "IVXivx".contains(letter));
    is_numeral || (bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// "(1) (2) (3)", "A B 1 2 3", "1 2 3 4=2+3", "A B C D".
fn is_column_numbers(filled: &[(u32, &str)]) -> bool {
    let (mut previous, mut numbers, mut letters) = (0_u32, 0, 0_u8);
    let mut is_alphabet = true;
    for (_, text) in filled {
        let bare = text.trim_matches(['(', ')', '[', ']', ' ']).split('=').next().unwrap_or_default();
        match (bare.parse::<u32>(), bare.as_bytes()) {
            (Ok(number), _) if number == previous + 1 || previous == 0 && number <= 3 => {
                previous = number;
                numbers += 1;
            }
            (Err(_), [letter]) if letter.is_ascii_alphabetic() && numbers == 0 => {
                is_alphabet &= letter.to_ascii_uppercase().checked_sub(b'A') == Some(letters);
                letters = letters.saturating_add(1);
            }
            _ => return false,
        }
    }
    numbers >= 3 || is_alphabet && letters > 0 && numbers + letters >= 3
}

/// "Vân Trạch, ngày 30 tháng 10 năm 2024", also with dots to fill in.
fn is_dateline(folded: &str) -> bool {
    let after = |text: &str, word: &str| text.split_once(word).map(|(_, rest)| rest.to_owned());
    after(folded, "ngay ").and_then(|rest| after(&rest, " thang ")).and_then(|rest| after(&rest, " nam ")).is_some()
}

fn is_signature(filled: &[(u32, &str)]) -> bool {
    filled.len() <= 3
        && filled.iter().any(|(_, text)| {
            let key = heading_key(text);
            is_dateline(&fold(text)) || SIGNATURES.iter().any(|words| key.starts_with(words))
        })
}

/// A total of nothing but figures, under whatever columns these stand: "Tổng", "Cộng", "Tổng số đoàn viên".
fn is_bare_total(filled: &[(u32, &str)]) -> bool {
    let Some((_, first)) = filled.iter().find(|(_, text)| text.chars().any(char::is_alphabetic)) else { return false };
    if !first.starts_with(['T', 't', 'C', 'c', 'M', 'm', 'L', 'l', 'S', 's']) {
        return false;
    }
    let key = heading_key(first);
    let is_worded = matches!(key.as_str(), "tong" | "cong" | "tong so" | "tong cong")
        || ["tong so ", "tong cong "].iter().any(|words| key.starts_with(words))
        // nobody's family is called so
        || clean(first).to_lowercase().starts_with("cộng ");
    let is_sum = matches!(key.as_str(), "so nu" | "so nam" | "tc")
        || SUMS
            .iter()
            .any(|words| key.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    is_worded && is_total(filled) || is_sum && filled.len() > 1 && rest_counts(filled, first)
}

/// "Danh sách này có 22 người", "(Ấn định danh sách gồm 15 đoàn viên)", "Bằng chữ: …": a sentence below a list.
fn is_closing_sentence(filled: &[(u32, &str)]) -> bool {
    let [(_, text)] = filled else { return false };
    let key = heading_key(text);
    let counts = [" co ", " gom "].iter().any(|word| {
        key.split_once(word).is_some_and(|(_, rest)| {
            rest.trim_start_matches("tong so ").starts_with(|first: char| first.is_ascii_digit())
        })
    });
    ["bang chu ", "luu y ", "ghi chu "].iter().any(|words| key.starts_with(words))
        || counts && ["danh sach", "an dinh", "tong danh sach"].iter().any(|words| key.starts_with(words))
}

/// The first text begins with "Tổng", "Cộng" and what follows in the row are figures. "Tống Văn Lợi" is a person.
fn is_total(filled: &[(u32, &str)]) -> bool {
    let Some((_, first)) = filled.iter().find(|(_, text)| text.chars().any(char::is_alphabetic)) else { return false };
    let text = clean(first).to_lowercase();
    let word = text.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let is_marked = matches!(word, "tổng" | "cộng");
    let folded = fold(&text);
    let is_plain =
        text.is_ascii() && (folded.starts_with("tong cong") || folded.starts_with("tong so") || word == "cong");
    (is_marked || is_plain) && (rest_counts(filled, first) || text.chars().any(|letter| letter.is_ascii_digit()))
}

/// Whether all but the first text of a row are figures.
fn rest_counts(filled: &[(u32, &str)], first: &str) -> bool {
    filled.iter().filter(|(_, other)| *other != first).all(|(_, other)| !other.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_told_from_people_named_tong() {
        assert!(is_total(&[(0, "Tổng cộng: 19 đoàn viên (nữ: 8)")]));
        assert!(is_total(&[(1, "Cộng tổ: 11 người")]));
        assert!(is_total(&[(0, "TỔNG SỐ"), (3, "12")]));
        assert!(is_total(&[(0, "Tong cong: 5")]));
        assert!(!is_total(&[(0, "1"), (1, "Tống Huệ An"), (2, "Giáo viên")]));
        assert!(!is_total(&[(1, "Tống Huệ An")]));
    }

    #[test]
    fn a_sum_whose_count_stands_under_the_births_is_no_person() {
        for sum in ["Tổng", "Cộng", "TỔNG SỐ", "Tổng cộng:", "Tổng số đoàn viên", "Tong so"] {
            assert!(is_bare_total(&[(1, sum), (2, "25")]), "{sum}");
        }
        for sum in ["Cộng trang 1", "Mang sang", "Lũy kế", "Trong đó: nữ", "Số nữ", "TC"] {
            assert!(is_bare_total(&[(1, sum), (2, "25")]), "{sum}");
        }
        for person in ["Tống Huệ An", "Công Trang", "Số Nữ An", "Tổng Văn Lợi", "Cong Thi Lan", "Công"] {
            assert!(!is_bare_total(&[(1, person), (2, "1980")]), "{person}");
        }
    }

    #[test]
    fn sentences_below_a_list_are_no_person() {
        for sentence in ["Danh sách này có 22 người", "(Ấn định danh sách có 15 đoàn viên)", "Bằng chữ: Mười lăm người"]
        {
            assert!(is_closing_sentence(&[(1, sentence)]), "{sentence}");
        }
        for other in ["Danh sách giảm quý III/2026", "Lưu Ý", "Cô Gấm"] {
            assert!(!is_closing_sentence(&[(1, other)]), "{other}");
        }
    }

    #[test]
    fn numbers_under_a_heading_are_no_person() {
        assert!(is_column_numbers(&[(0, "(1)"), (1, "(2)"), (2, "(3)")]));
        assert!(is_column_numbers(&[(0, "A"), (1, "B"), (2, "1"), (3, "2"), (4, "3")]));
        assert!(!is_column_numbers(&[(0, "1"), (1, "Lê Văn Lợi"), (2, "1980")]));
        assert!(!is_column_numbers(&[(0, "1"), (1, "1980"), (2, "3")]));
        assert!(is_column_numbers(&[(0, "A"), (1, "B"), (2, "C"), (3, "D"), (4, "E")]));
        assert!(is_column_numbers(&[(0, "a"), (1, "b"), (2, "1"), (3, "2")]));
        assert!(!is_column_numbers(&[(0, "X"), (1, "Y"), (2, "Z")]));
    }

    #[test]
    fn datelines_open_signature_blocks() {
        assert!(is_signature(&[(7, "Vân Trạch, ngày 30 tháng 10 năm 2024")]));
        assert!(is_signature(&[(7, "......, ngày … tháng … năm 20…")]));
        assert!(is_signature(&[(1, "NGƯỜI LẬP BIỂU"), (7, "TM. BAN CHẤP HÀNH")]));
        assert!(!is_signature(&[(1, "Tổ Văn phòng")]));
    }
}
