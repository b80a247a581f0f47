//! Names of people: splitting for sorting, what stands around a name in a list, and a proposed spelling for capitals.

use serde::{Deserialize, Serialize};

use super::clean::{Cleaned, Cleaning, clean, clean_and_tell};
use super::legacy::may_be_old;

/// A name in two parts, for sorting and for lists with the columns "Họ đệm" and "Tên". Never stored instead of the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitName {
    /// "Họ đệm": everything before the given name; empty when the name is one word.
    pub family_middle: String,
    /// "Tên": the last word.
    pub given: String,
}

/// Splits at the last space: "Nguyễn Thị | Hường", "H'Ngoan | Byă", "| Sáng".
pub fn split_name(full_name: &str) -> SplitName {
    let name = clean(full_name);
    let (family_middle, given) = name.rsplit_once(' ').unwrap_or(("", &name));
    SplitName { family_middle: family_middle.to_owned(), given: given.to_owned() }
}

/// Spelling to propose for a name in capitals: "NGUYỄN THỊ HƯỜNG" → "Nguyễn Thị Hường", "H'NGOAN BYĂ" → "H'Ngoan Byă".
///
/// Nothing when the name is not all in capitals or is a single letter. A person decides: some names really are written
/// otherwise ("Niê `KĐăm`").
pub fn proposed_spelling(name: &str) -> Option<String> {
    let name = clean(name);
    let letters = || name.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() < 2 || letters().any(char::is_lowercase) {
        return None;
    }
    let mut proposed = String::with_capacity(name.len());
    let mut inside_word = false;
    for letter in name.chars() {
        if inside_word {
            proposed.extend(letter.to_lowercase());
        } else {
            proposed.push(letter);
        }
        inside_word = letter.is_alphanumeric();
    }
    Some(proposed)
}

/// Something a list wrote around or into a name. The words are those of the import's warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum NameNote {
    /// A title in front ("Đ/c", "Ông", "`ThS.`") was taken off.
    NamePrefix,
    /// Begins with = + - @, holds a figure, a sign or a second name, or has no letter: kept as it is, a person is asked.
    NameSuspicious,
    /// Double, no-break or outer spaces, invisible characters, or a dot at the end were taken out.
    NameSpaces,
    /// The name is all in capitals.
    NameAllCaps,
    /// U+00D0 "Ð" was read as "Đ".
    EthForD,
    /// A remark in brackets ("(nghỉ thai sản)") was taken off the end.
    NameRemark,
}

/// A name as read from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameReading {
    /// The name itself, as it would be stored.
    pub name: String,
    /// What stood in front of it ("Đ/c"), as it was written.
    pub prefix: Option<String>,
    /// What was remarked behind it in brackets, without these.
    pub remark: Option<String>,
    /// What was done or noticed, each once.
    pub notes: Vec<NameNote>,
}

/// Reads the cell of a name: cleans it, takes titles off the front, dots and a remark in brackets off the end.
pub fn read_name(text: &str) -> NameReading {
    let Cleaned { text: cleaned, done } = clean_and_tell(text);
    let mut notes = Vec::new();
    if done.contains(&Cleaning::EthForD) {
        notes.push(NameNote::EthForD);
    }
    let (bare, remark) = take_remark(&cleaned);
    let (prefix, rest) = take_prefix(bare);
    let name = rest.trim_end_matches(['.', ',', ';', ':', ' ']).to_owned();
    if is_suspicious(bare) || names_several(&name) {
        notes.push(NameNote::NameSuspicious);
        notes.sort_unstable();
        return NameReading { name: cleaned, prefix: None, remark: None, notes };
    }
    let remark = remark.map(str::to_owned);
    if remark.is_some() {
        notes.push(NameNote::NameRemark);
    }
    let spaces = [Cleaning::Spaces, Cleaning::UnusualSpace, Cleaning::Invisible, Cleaning::Control];
    if name.len() < rest.len() || spaces.iter().any(|kind| done.contains(kind)) {
        notes.push(NameNote::NameSpaces);
    }
    if prefix.is_some() {
        notes.push(NameNote::NamePrefix);
    }
    if proposed_spelling(&name).is_some() {
        notes.push(NameNote::NameAllCaps);
    }
    notes.sort_unstable();
    NameReading { name, prefix, remark, notes }
}

/// "Nguyễn Văn Tỵ (nghỉ TS)" without what stands in brackets at its end.
fn take_remark(name: &str) -> (&str, Option<&str>) {
    let parts = name.trim_end_matches(['.', ',', ' ']).strip_suffix(')').and_then(|name| name.split_once('('));
    match parts.map(|(before, remark)| (before.trim_end(), remark.trim())) {
        Some((before, remark)) if !before.is_empty() => (before, Some(remark)),
        Some(_) | None => (name, None),
    }
}

/// Nobody's name has more words.
const LONGEST_NAME: usize = 6;

/// "Nguyễn Văn Tám/ Lê Thị Chín", "Trần Văn An - Chủ tịch", "Mai Thị Thủy và Lê Hữu Long".
fn names_several(name: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    words(name) > LONGEST_NAME
        || name.split_once(" và ").is_some_and(|(one, other)| words(one) > 1 && words(other) > 1)
        || name.contains(['/', ';', ',', '&', '+'])
        || [" - ", " – "].iter().any(|dash| name.contains(dash))
}

fn is_suspicious(name: &str) -> bool {
    !name.is_empty()
        && (name.starts_with(['=', '+', '-', '@'])
            || !name.chars().any(char::is_alphabetic)
            || name.chars().any(|letter| letter.is_ascii_digit() || "<>{}[]()|\"=@#$%^*_~\\".contains(letter))
            || may_be_old(name))
}

/// Titles that nobody's name begins with, lower case, without dots and colons.
const TITLES: &[&str] = &[
    "đ/c",
    "đc",
    "đ/chí",
    "đồng chí",
    "bà",
    "chị",
    "cô",
    "thầy",
    "anh",
    "cụ",
    "ths",
    "th.s",
    "thạc sĩ",
    "thạc sỹ",
    "ts",
    "t.s",
    "tiến sĩ",
    "tiến sỹ",
    "pgs",
    "gs",
    "gs.ts",
    "pgs.ts",
    "bs",
    "bscki",
    "bsckii",
    "bs.cki",
    "bs.ckii",
    "bsnt",
    "bác sĩ",
    "bác sỹ",
    "cki",
    "ckii",
    "ks",
    "kỹ sư",
    "cn",
    "cử nhân",
    "ds",
    "đd",
    "ls",
    "ông/bà",
];

/// Family names that are frequent enough to tell "Ông Nguyễn Tài" (a title) from "Ông Ích Khiêm" (a family name).
const FREQUENT_FAMILIES: &[&str] = &[
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đào", "đinh", "trịnh", "mai", "lương", "hà", "tạ", "cao", "châu", "tô", "đoàn", "trương", "lâm", "thái",
    "vương", "phùng", "quách", "lưu", "cầm", "lò", "quàng", "vì", "tống", "triệu", "nông", "hứa", "mạc", "kiều", "chu",
];

/// Takes one or several titles off the front (`Đ/c ThS. Cầm Văn Xuân`).
fn take_prefix(name: &str) -> (Option<String>, &str) {
    let mut rest = name;
    while let Some(shorter) = without_one_title(rest) {
        rest = shorter;
    }
    let taken = name.strip_suffix(rest).unwrap_or_default().trim();
    ((!taken.is_empty()).then(|| taken.to_owned()), rest)
}

fn without_one_title(name: &str) -> Option<&str> {
    // "ThS.Cầm Văn Xuân" has no space after its dot, "Đồng chí" has one inside.
    let ends = name.char_indices().filter(|(_, letter)| " .:".contains(*letter)).map(|(at, _)| at).take(4);
    ends.filter_map(|end| name.split_at_checked(end))
        .filter_map(|(head, tail)| {
            let rest = tail.trim_start_matches([' ', '.', ':', ',']);
            is_title(head, rest).then_some(rest)
        })
        .last()
}

fn is_title(head: &str, rest: &str) -> bool {
    let head = head.to_lowercase();
    let words = rest.split(' ').count();
    if rest.is_empty() {
        false
    } else if head == "ông" {
        let family = rest.split(' ').next().unwrap_or_default().to_lowercase();
        words >= 3 || FREQUENT_FAMILIES.contains(&family.as_str())
    } else {
        words >= 2 && TITLES.contains(&head.as_str())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn a_name_is_split_before_its_last_word() {
        for (name, family_middle, given) in [
            ("Nguyễn Thị Hường", "Nguyễn Thị", "Hường"),
            ("Lê Hương", "Lê", "Hương"),
            ("H'Yuôn Hđơk", "H'Yuôn", "Hđơk"),
            ("H'Duyên Niê Kdăm", "H'Duyên Niê", "Kdăm"),
            ("Sáng", "", "Sáng"),
            ("  Phan\u{a0}Liên   Hương ", "Phan Liên", "Hương"),
            ("", "", ""),
        ] {
            assert_eq!(split_name(name), SplitName { family_middle: family_middle.into(), given: given.into() });
        }
    }

    #[test]
    fn a_name_in_capitals_gets_a_proposal_and_others_do_not() {
        for (name, proposal) in [
            ("PHẠM MINH GIANG", Some("Phạm Minh Giang")),
            ("NGUYỄN THỊ Ý", Some("Nguyễn Thị Ý")),
            ("H'NGOAN BYĂ", Some("H'Ngoan Byă")),
            ("Y-MOAN ÊBAN", Some("Y-Moan Êban")),
            ("Nguyễn Thị Hường", None),
            ("Nguyễn Văn A", None),
            ("A", None),
            ("", None),
        ] {
            assert_eq!(proposed_spelling(name).as_deref(), proposal, "{name}");
        }
    }

    #[test]
    fn titles_are_taken_off_the_front() {
        for (cell, prefix, name) in [
            ("Đ/C: Huỳnh Thúy Ngọc", "Đ/C:", "Huỳnh Thúy Ngọc"),
            ("Đ/c Nguyễn Văn Minh", "Đ/c", "Nguyễn Văn Minh"),
            ("đ/c. Nguyễn Văn Minh", "đ/c.", "Nguyễn Văn Minh"),
            ("Đồng chí Nguyễn Văn Minh", "Đồng chí", "Nguyễn Văn Minh"),
            ("ThS. Cầm Văn Xuân", "ThS.", "Cầm Văn Xuân"),
            ("ThS.Cầm Văn Xuân", "ThS.", "Cầm Văn Xuân"),
            ("PGS.TS. Lê Thị Tâm", "PGS.TS.", "Lê Thị Tâm"),
            ("BS.CKII Lê Thị Tâm", "BS.CKII", "Lê Thị Tâm"),
            ("Đ/c ThS. Lê Thị Tâm", "Đ/c ThS.", "Lê Thị Tâm"),
            ("Ông Nguyễn Văn Tài", "Ông", "Nguyễn Văn Tài"),
            ("Ông Lò Sáng", "Ông", "Lò Sáng"),
            ("BÀ TRẦN HỒNG HOA", "BÀ", "TRẦN HỒNG HOA"),
        ] {
            let reading = read_name(cell);
            assert_eq!((reading.prefix.as_deref(), reading.name.as_str()), (Some(prefix), name), "{cell}");
            assert!(reading.notes.contains(&NameNote::NamePrefix));
        }
    }

    #[test]
    fn names_that_only_look_like_titles_stay_whole() {
        for name in ["Ông Ích Khiêm", "Anh Thư", "Đào Thị Cô", "Bà", "Cao Văn Hưng", "Thái Bá", "Đồng Chí Công", "Cô"]
        {
            assert_eq!(read_name(name), NameReading { name: name.into(), prefix: None, remark: None, notes: vec![] });
        }
    }

    #[test]
    fn spaces_dots_eth_and_capitals_are_told() {
        for (cell, name, note) in [
            ("Nguyễn Thị Lâm.", "Nguyễn Thị Lâm", NameNote::NameSpaces),
            (" Vũ Thị Anh ", "Vũ Thị Anh", NameNote::NameSpaces),
            ("Nguyễn\u{a0}Hữu Thọ", "Nguyễn Hữu Thọ", NameNote::NameSpaces),
            ("\u{d0}ào Thị Tiên", "Đào Thị Tiên", NameNote::EthForD),
            ("VÕ BÁCH NHÂN", "VÕ BÁCH NHÂN", NameNote::NameAllCaps),
        ] {
            assert_eq!(
                read_name(cell),
                NameReading { name: name.into(), prefix: None, remark: None, notes: vec![note] },
                "{cell}"
            );
        }
    }

    #[test]
    fn what_looks_like_a_formula_is_kept_and_asked_about() {
        for cell in [
            "=HYPERLINK(\"http://vi-du.invalid/a\",\"Nguyễn Thị Sen\")",
            "=1+1",
            "@Lò Văn Bun",
            "-Trần Văn Bính",
            "=cmd|' /C calc'!A0",
            "+Phạm Thị Lựu",
            "12",
            "???",
            "Nguyễn Văn 2",
            "Nguyễn Văn Tám/ Lê Thị Chín",
            "Đ/c Trần Văn Ba, Lê Thị Tư",
            "Nguyễn Văn Sáu - Chủ tịch",
            "Lª Lan",
            "NguyÔn Lan",
            "(trống)",
        ] {
            let reading = read_name(cell);
            assert_eq!((reading.name.as_str(), reading.notes), (cell, vec![NameNote::NameSuspicious]));
        }
        assert_eq!(read_name("   ").name, "");
    }

    #[test]
    fn a_remark_in_brackets_is_taken_off_the_end_and_told() {
        for (cell, name, remark) in [
            ("Nguyễn Văn Tỵ (nghỉ TS)", "Nguyễn Văn Tỵ", "nghỉ TS"),
            ("Đ/c Nguyễn Thị Hoa(A).", "Nguyễn Thị Hoa", "A"),
            ("Nguyễn Thị Hoa", "Nguyễn Thị Hoa", ""),
            ("Nguyễn Thị Hoa (1979)", "Nguyễn Thị Hoa", "1979"),
        ] {
            let reading = read_name(cell);
            assert_eq!((reading.name.as_str(), reading.remark.as_deref().unwrap_or_default()), (name, remark));
            assert_eq!(reading.notes.contains(&NameNote::NameRemark), !remark.is_empty(), "{cell}");
        }
    }
}
