//! What a list is read into, described as data: which fields there are, how their columns are headed, how their cells are read.
//!
//! The engine knows no room. To take in another kind of list:
//!
//! 1. Describe it in `targets/<noun>.rs`: a `static` [`Target`] whose fields have the names of the room's draft, so that
//!    [`Entry::draft`](super::cells::Entry::draft) makes the draft of a row. `key` names the fields without which a row says nothing,
//!    `must` those without which a sheet is another kind of list, `unit` says whose the rows are, `one_row_each` whether
//!    a person stands in such a list only once.
//! 2. Beside it implement [`Taking`](super::taking::Taking) in some thirty lines: `plan` looks one row up and says what it
//!    would do ([`people::whom`](super::people::whom) finds the member whom a row names, or says who is in question);
//!    `write` takes the planned rows in, inside the importing act, and answers what became of each.
//! 3. Name it in [`ALL`](super::taking::ALL).
//!
//! From then on the wizard, `desk intake <name>`, the report, the reply to the sender, remembered columns, answers to
//! doubtful rows and the one undo work for it; nothing else is to be written.

pub use super::targets::{BLOCS, MEMBERS, UNITS};

use crate::journal::What;

/// How the cells of a field are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Column known and left out (row numbers, salary grades).
    Ignored,
    /// Ordinary text, cleaned.
    Text,
    /// The whole name of a person.
    FullName,
    /// The name without its last word.
    FamilyMiddle,
    /// The last word of the name.
    Given,
    /// Nam, Nữ, Ông, Bà.
    Gender,
    /// A mark for one gender; alone, its absence means the other.
    GenderMark(Gender),
    /// The birth date.
    Birth,
    /// The birth date, in the column of one gender.
    BirthOf(Gender),
    /// The day of the birth date, in a column of its own.
    BirthDay,
    /// Its month.
    BirthMonth,
    /// Its year.
    BirthYear,
    /// A date known to the day, the month or the year.
    Date,
    /// Number of the citizen card; nine digits are an old card's.
    CitizenId,
    /// Telephone.
    Phone,
    /// A mark for yes.
    Mark,
    /// A mark for who is a member at all, in a list of everybody who works there.
    Membership,
    /// A whole number.
    Count,
    /// Money in đồng.
    Money,
    /// A score, a share or a coefficient, kept in hundredths.
    Hundredths,
    /// Name or code of a unit.
    Unit,
}

/// Nam or nữ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// Nam.
    Nam,
    /// Nữ.
    Nu,
}

impl Gender {
    /// As it is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nam => "nam",
            Self::Nu => "nu",
        }
    }
}

/// Whose the rows of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitOf {
    /// No unit's: the office's own list.
    Nobody,
    /// The whole file is of one unit, unless a column names several.
    File,
    /// Each row names its unit; a row of an unknown one is asked about.
    Row,
    /// Each row names its unit as it was called then; one that is unknown stays as written.
    RowAsWritten,
}

/// One field of a target.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Name in the register and in reports.
    pub name: &'static str,
    /// Name for the clerk.
    pub label: &'static str,
    /// How its cells are read.
    pub kind: Kind,
    /// Headings, folded; the longest that fits wins.
    pub words: &'static [&'static str],
    /// When not empty, the heading above (of a merged group) must be one of these.
    pub under: &'static [&'static str],
}

/// What a list is read into.
#[derive(Debug)]
pub struct Target {
    /// Its name: "members", "units".
    pub name: &'static str,
    /// What its rows are, for the clerk: "đoàn viên".
    pub label: &'static str,
    /// The act of taking such lists in.
    pub act: What,
    /// Its fields.
    pub fields: &'static [Field],
    /// A sheet is such a list when it has a column for one of these; a row without any of them is held.
    pub key: &'static [&'static str],
    /// A sheet is such a list only when it has a column for each of these.
    pub must: &'static [&'static str],
    /// How many different fields a heading row must have at least.
    pub least: usize,
    /// How many are enough where no other sheet of the workbook is such a list.
    pub least_alone: usize,
    /// Fields that the clerk sees first when looking rows through.
    pub in_sight: &'static [&'static str],
    /// Whose the rows are.
    pub unit: UnitOf,
    /// Whoever is listed stands there once: a person's second row is held, a sheet of an earlier year is left out, and a file
    /// that repeats another unit's people is held.
    pub one_row_each: bool,
    /// What the clerk presses when a row is none of those who look alike: "Người mới".
    pub newcomer: &'static str,
}

impl Target {
    /// A field by its name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The fields that name a unit, the surest first.
    pub fn unit_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().filter(|field| field.kind == Kind::Unit)
    }
}

pub(super) const fn field(
    name: &'static str,
    label: &'static str,
    kind: Kind,
    words: &'static [&'static str],
) -> Field {
    Field { name, label, kind, words, under: &[] }
}

/// Columns that lists carry and the register does not keep.
pub(super) const LEFT_OUT: &[&str] = &[
    "stt",
    "tt",
    "so tt",
    "so thu tu",
    "thu tu",
    "he so luong",
    "bac luong",
    "he so",
    "luong",
    "muc luong",
    "ma so bhxh",
    "so bhxh",
    "so so bhxh",
    "bhxh",
    "tuoi",
    "do tuoi",
    "ky nhan",
    "ky ten",
    "chu ky",
    "ma nv",
    "ma nhan vien",
    "so tai khoan",
    "ngan hang",
    "phu cap",
    "thang",
    "doan phi",
    "muc dong",
    "ket qua",
    "xep loai",
];

/// How columns with a day of birth are headed.
pub(super) const BIRTH: &[&str] = &[
    "ngay sinh",
    "nam sinh",
    "ngay thang nam sinh",
    "ngay thang sinh",
    "sinh ngay",
    "ngay nam sinh",
    "ngay sinh nam sinh",
    "sinh nam",
    "ntns",
    "ngay thang nam",
    "n t n sinh",
    "nam sinh ngay sinh",
];
