//! Which unit a list belongs to: by its title, its file name, its tabs and a column that says so. Never guessed when two fit.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::wordings::heading_key;

/// A unit of the register, as far as lists name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownUnit {
    /// Its row in the register.
    pub id: i64,
    /// Its code, "VT05".
    pub code: String,
    /// Its names: the present one first, then older ones.
    pub names: Vec<String>,
}

/// The units that lists may name, prepared for looking up.
pub struct Units {
    known: Vec<KnownUnit>,
    /// Core words of each name, with the unit.
    cores: Vec<(Vec<String>, usize)>,
    by_code: BTreeMap<String, usize>,
}

/// Words before the name proper, folded.
const FRONTS: &[&str] = &[
    "cong doan co so thanh vien",
    "cong doan co so",
    "cong doan",
    "cdcs",
    "cdcstv",
    "nghiep doan co so",
    "ban chap hanh",
    "bch",
    "cd",
];

/// Long forms and the short ones that lists use for them, folded.
const SHORTER: &[(&str, &str)] = &[
    ("trung hoc co so", "thcs"),
    ("trung hoc pho thong", "thpt"),
    ("tieu hoc", "th"),
    ("mam non", "mn"),
    ("mau giao", "mg"),
    ("cong ty", "cty"),
    ("trach nhiem huu han", "tnhh"),
    ("co phan", "cp"),
    ("mot thanh vien", "mtv"),
    ("doanh nghiep tu nhan", "dntn"),
    ("hop tac xa", "htx"),
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("mat tran to quoc", "mttq"),
    ("giao duc va dao tao", "gddt"),
    ("giao duc dao tao", "gddt"),
    ("gd dt", "gddt"),
    ("gd va dt", "gddt"),
    ("trung tam", "tt"),
    ("thi tran", "tt"),
    ("phat trien nong thon", "ptnt"),
    ("thuong binh xa hoi", "tbxh"),
    ("tb xh", "tbxh"),
    ("thuong binh va xa hoi", "tbxh"),
    ("giao duc nghe nghiep", "gdnn"),
    ("giao duc thuong xuyen", "gdtx"),
    ("truong", ""),
    ("va", ""),
];

/// The words by which a name is compared: without "CĐCS", long forms shortened.
fn core(name: &str) -> Vec<String> {
    let key = heading_key(name);
    let mut bare = key.as_str();
    while let Some(rest) =
        FRONTS.iter().find_map(|front| bare.strip_prefix(front).and_then(|rest| rest.strip_prefix(' ')))
    {
        bare = rest;
    }
    shortened(bare)
}

fn shortened(key: &str) -> Vec<String> {
    let mut text = format!(" {key} ");
    for (long, short) in SHORTER.iter().filter(|(long, _)| key.contains(long.split(' ').next().unwrap_or(long))) {
        text =
            text.replace(&format!(" {long} "), &if short.is_empty() { " ".to_owned() } else { format!(" {short} ") });
    }
    text.split_whitespace().map(str::to_owned).collect()
}

impl Units {
    /// Prepares the units.
    pub fn new(known: Vec<KnownUnit>) -> Units {
        let mut cores = Vec::new();
        let mut by_code = BTreeMap::new();
        for (index, unit) in known.iter().enumerate() {
            by_code.insert(heading_key(&unit.code).replace(' ', ""), index);
            cores.extend(unit.names.iter().map(|name| (core(name), index)).filter(|(words, _)| !words.is_empty()));
        }
        Units { known, cores, by_code }
    }

    /// All of them.
    pub fn all(&self) -> &[KnownUnit] {
        &self.known
    }

    /// The unit of a code or a whole name; none when no or several units fit.
    pub fn named(&self, text: &str) -> Option<&KnownUnit> {
        let key = heading_key(text);
        if key.is_empty() {
            return None;
        }
        if let Some(index) = self.by_code.get(&key.replace(' ', "")) {
            return self.known.get(*index);
        }
        let mut found = self.of_name(text);
        found.next().filter(|_| found.next().is_none())
    }

    /// The units that are, or were, called so, whichever way the name is written.
    pub fn of_name(&self, text: &str) -> impl Iterator<Item = &KnownUnit> {
        let words = core(text);
        let found: BTreeSet<usize> =
            self.cores.iter().filter(|(core, _)| *core == words).map(|(_, index)| *index).collect();
        found.into_iter().filter_map(|index| self.known.get(index))
    }

    /// The units named inside a longer text: those whose words stand there in a row, the longest names only.
    pub(super) fn inside(&self, text: &str) -> BTreeSet<usize> {
        let words = shortened(&heading_key(text));
        let mut longest = 0;
        let mut found = BTreeSet::new();
        for (core, index) in &self.cores {
            // A single word ("Y tế") is too little to be sure.
            let is_there = core.len() > 1 && words.windows(core.len()).any(|window| window == core);
            if is_there && core.len() >= longest {
                if core.len() > longest {
                    found.clear();
                }
                longest = core.len();
                found.insert(*index);
            }
        }
        found
    }

    /// Which unit a list belongs to, by its texts in order of weight (title lines, file name, tab names).
    pub fn whose(&self, evidence: &[&str]) -> Whose {
        let mut candidates: Option<BTreeSet<usize>> = None;
        for text in evidence {
            let found = self.inside(text);
            if found.is_empty() {
                continue;
            }
            candidates = Some(match candidates {
                None => found,
                Some(before) => {
                    let both: BTreeSet<usize> = before.intersection(&found).copied().collect();
                    // Title and file name name different units: a person decides.
                    if both.is_empty() { before.union(&found).copied().collect() } else { both }
                }
            });
        }
        let units: Vec<KnownUnit> =
            candidates.unwrap_or_default().into_iter().filter_map(|index| self.known.get(index)).cloned().collect();
        match units.as_slice() {
            [] => Whose::Unknown,
            [one] => Whose::Unit(one.clone()),
            _ => Whose::Several(units),
        }
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Exactly one unit fits.
    Unit(KnownUnit),
    /// Several fit equally.
    Several(Vec<KnownUnit>),
    /// None fits.
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units() -> Units {
        let unit = |id: i64, code: &str, names: &[&str]| KnownUnit {
            id,
            code: code.to_owned(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        Units::new(vec![
            unit(7, "VT07", &["CĐCS Phòng Lao động - TB&XH"]),
            unit(14, "VT14", &["CĐCS thị trấn Vân Trạch"]),
            unit(15, "VT15", &["CĐCS xã An Trạch"]),
            unit(32, "VT32", &["CĐCS Trường Mầm non An Trạch"]),
            unit(49, "VT49", &["CĐCS Trường THCS Vân Trạch"]),
            unit(66, "VT66", &["CĐCS Công ty CP Xây dựng Minh Thượng", "CĐCS Công ty TNHH Xây dựng Minh Thượng"]),
            unit(75, "VT75", &["Nghiệp đoàn Bốc xếp chợ Vân Trạch"]),
        ])
    }

    fn code(evidence: &[&str]) -> String {
        match units().whose(evidence) {
            Whose::Unit(unit) => unit.code,
            Whose::Several(several) => several.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>().join("?"),
            Whose::Unknown => String::new(),
        }
    }

    #[test]
    fn a_list_is_known_by_its_title_and_its_file_name() {
        assert_eq!(
            code(&["LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH", "CĐCS TRƯỜNG MẦM NON AN TRẠCH", "DS 2024.xlsx"]),
            "VT32"
        );
        assert_eq!(code(&["DANH SÁCH ĐOÀN VIÊN", "07. Phòng Lao động - TB-XH - DSDV 2024"]), "VT07");
        assert_eq!(code(&["DS doan vien thi tran Van Trach"]), "VT14");
        assert_eq!(code(&["15_xa_An_Trach"]), "VT15");
        assert_eq!(code(&["Trường Trung học cơ sở Vân Trạch"]), "VT49");
        assert_eq!(code(&["Cty TNHH Xây dựng Minh Thượng"]), "VT66");
    }

    #[test]
    fn two_units_that_fit_are_asked_about_and_none_is_no_guess() {
        assert_eq!(code(&["CĐCS XÃ AN TRẠCH", "Truong Mam non An Trach"]), "VT15?VT32");
        assert_eq!(code(&["Danh sách đoàn viên", "Book1"]), "");
        assert_eq!(code(&["Huyện Vân Trạch"]), "");
    }

    #[test]
    fn a_column_names_a_unit_by_code_or_whole_name() {
        let units = units();
        assert_eq!(units.named("vt 15").map(|unit| unit.id), Some(15));
        assert_eq!(units.named("Xã An Trạch").map(|unit| unit.id), Some(15));
        assert_eq!(units.named("An Trạch"), None);
        let codeless = KnownUnit { id: 1, code: String::new(), names: vec!["CĐCS Chợ Mới".to_owned()] };
        assert_eq!(Units::new(vec![codeless]).named(" "), None, "no name is not the unit without a code");
    }
}
