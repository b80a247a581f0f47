//! Which old font is it? By the name of the font, or by trying each reading and counting real syllables.

use serde::{Deserialize, Serialize};

use super::{Encoding, to_unicode};
use crate::vietnamese::is_syllable;

/// How sure a guess is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Show it and let a person choose.
    Likely,
    /// Convert, and show it in the preview.
    Certain,
}

/// An old font that a text seems to be written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Guess {
    /// Which one.
    pub encoding: Encoding,
    /// How sure.
    pub confidence: Confidence,
}

/// What the name of a font says: `.VnTime` is TCVN3, `.VnTimeH` TCVN3 in capitals, `VNI-Times` VNI.
pub fn by_font(font: &str) -> Option<Encoding> {
    let name = font.trim().trim_matches(['"', '\'']);
    let lower = name.to_lowercase();
    if lower.starts_with(".vn") {
        Some(if name.ends_with('H') { Encoding::Tcvn3Capitals } else { Encoding::Tcvn3 })
    } else {
        (lower.starts_with("vni-") || lower.starts_with("vni ")).then_some(Encoding::Vni)
    }
}

/// Guess for one cell whose font is known or not.
///
/// The font's name counts, unless the letters say that the text is Unicode all the same (people paste).
pub fn guess(text: &str, font: Option<&str>) -> Option<Guess> {
    let Some(encoding) = font.and_then(by_font) else { return by_letters([text]) };
    let mut tally = Tally::default();
    tally.count(text);
    let reads_worse = tally.marked > 0 && tally.plain == tally.marked && tally.read_as(encoding) < tally.marked;
    (!tally.unicode && !reads_worse).then_some(Guess { encoding, confidence: Confidence::Certain })
}

/// Guess by the letters of a whole column, sheet or file. The more text, the better: one short name often reads both ways
/// ("Dòng" is "Dũng" in TCVN3). Nothing means that the text is Unicode, or has no letter that would tell.
pub fn by_letters<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Guess> {
    let mut tally = Tally::default();
    for text in texts {
        tally.count(text);
        if tally.unicode {
            // Nearly every file ends here, at its first name.
            return None;
        }
    }
    tally.verdict()
}

/// Whether a text has a sign that Unicode Vietnamese never has, or a capital behind a small letter, as TCVN3 has: `Ph¹m ThÞ`,
/// `NguyÔn`. Quick: nearly every cell of a list is asked.
pub fn may_be_old(text: &str) -> bool {
    let mut is_behind_small = false;
    text.chars().any(|letter| {
        let is_old = is_old_sign(letter) || is_behind_small && matches!(letter, '\u{c0}'..='\u{de}');
        is_behind_small = letter.is_lowercase();
        is_old
    })
}

/// Latin-1 beside the letters of Vietnamese. Some signs turn up in Unicode text too: no-break space, soft hyphen, "Ð" for "Đ", and "´"
/// as an apostrophe.
fn is_old_sign(letter: char) -> bool {
    matches!(letter, '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{b3}' | '\u{b5}'..='\u{bf}' | 'Ä'..='Ç' | 'Ë' | 'Î' | 'Ï' | 'Ñ' | 'Ö'..='Ø'
        | 'Û' | 'Ü' | 'Þ' | 'ß' | 'ä'..='ç' | 'ë' | 'î' | 'ï' | 'ñ' | 'ö'..='ø' | 'û' | 'ü' | 'þ' | 'ÿ')
}

/// Counts of words with a letter beyond ASCII: all, and those that are syllables in each reading.
#[derive(Default)]
struct Tally {
    marked: usize,
    plain: usize,
    tcvn3: usize,
    vni: usize,
    /// A Vietnamese letter was seen that no old font has.
    unicode: bool,
}

impl Tally {
    fn count(&mut self, text: &str) {
        self.unicode |= text.chars().any(is_only_unicode);
        if self.unicode {
            return;
        }
        for word in words(text).filter(|word| !word.is_ascii()) {
            self.marked += 1;
            self.plain += usize::from(reads_well(word));
            self.tcvn3 += usize::from(reads_well(&to_unicode(word, Encoding::Tcvn3)));
            self.vni += usize::from(reads_well(&to_unicode(word, Encoding::Vni)));
        }
    }

    fn read_as(&self, encoding: Encoding) -> usize {
        match encoding {
            Encoding::Tcvn3 | Encoding::Tcvn3Capitals => self.tcvn3,
            Encoding::Vni => self.vni,
        }
    }

    fn verdict(&self) -> Option<Guess> {
        let encoding = if self.tcvn3 >= self.vni { Encoding::Tcvn3 } else { Encoding::Vni };
        let (best, other) = (self.tcvn3.max(self.vni), self.tcvn3.min(self.vni));
        if best <= self.plain || best == other || best * 10 < self.marked * 7 {
            return None;
        }
        let clear = best - self.plain >= 2 && best - other >= 2 && best * 20 >= self.marked * 19;
        let confidence = if clear { Confidence::Certain } else { Confidence::Likely };
        Some(Guess { encoding, confidence })
    }
}

/// Words as the old fonts write them: their letters may look like signs (µ ¸ ¹ ®), so only ASCII signs part words.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || letter.is_ascii() && !letter.is_ascii_alphabetic())
}

/// A syllable whose case makes sense: all small, all capitals, or one capital in front.
fn reads_well(word: &str) -> bool {
    let small_rest = word.chars().skip(1).all(|letter| !letter.is_uppercase());
    let all_capitals = word.chars().all(|letter| !letter.is_lowercase());
    (small_rest || all_capitals) && is_syllable(word)
}

/// A Vietnamese letter outside Latin-1: only Unicode text has it.
fn is_only_unicode(letter: char) -> bool {
    matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn certain(encoding: Encoding) -> Guess {
        Guess { encoding, confidence: Confidence::Certain }
    }

    #[test]
    fn fonts_are_told_by_their_names() {
        for (font, encoding) in [
            (".VnTime", Some(Encoding::Tcvn3)),
            (".VnArial Narrow", Some(Encoding::Tcvn3)),
            (".VnTimeH", Some(Encoding::Tcvn3Capitals)),
            (".VnArialH", Some(Encoding::Tcvn3Capitals)),
            (".vntime", Some(Encoding::Tcvn3)),
            ("VNI-Times", Some(Encoding::Vni)),
            ("VNI-Helve-Condense", Some(Encoding::Vni)),
            ("Times New Roman", None),
            ("Arial", None),
            ("Vn Something", None),
            ("", None),
        ] {
            assert_eq!(by_font(font), encoding, "{font}");
        }
    }

    #[test]
    fn a_column_in_tcvn3_is_certain_without_a_font() {
        let column = ["NguyÔn V¨n Hïng", "Ph¹m ThÞ H\u{ad}êng", "TrÇn Quèc TuÊn", "Lª §øc H¶i"];
        assert_eq!(by_letters(column), Some(certain(Encoding::Tcvn3)));
        let meant = ["Nguyễn Văn Hùng", "Phạm Thị Hường", "Trần Quốc Tuấn", "Lê Đức Hải"];
        for (old, meant) in column.iter().zip(meant) {
            assert_eq!(to_unicode(old, Encoding::Tcvn3), meant);
        }
    }

    #[test]
    fn a_column_in_vni_is_certain_without_a_font() {
        assert_eq!(
            by_letters(["Nguyeãn Vaên Huøng", "Phaïm Thò Höôøng", "Traàn Quoác Tuaán"]),
            Some(certain(Encoding::Vni))
        );
    }

    #[test]
    fn unicode_is_never_taken_for_an_old_font() {
        for text in [
            "Nguyễn Văn Hùng",
            "Hà Thái Hòa",
            "Tô Hoàng Lâm",
            "Lan",
            "",
            "12/3/1980",
            "H'Hoa Byă",
            "Café Müller",
            "Nguye\u{302}\u{303}n",
        ] {
            assert_eq!(by_letters([text]), None, "{text}");
        }
    }

    #[test]
    fn signs_of_an_old_font_are_told_from_vietnamese_in_unicode() {
        for old in ["NguyÔn", "Ph¹m", "ThÞ", "V¨n", "N÷", "Lª", "phßng"] {
            assert!(may_be_old(old), "{old}");
        }
        for new in [
            "Nguyễn Thị Hường",
            "Hà Thái Hòa",
            "NGUYỄN Ý",
            "H´Hoa Byă",
            "Ðào",
            "A\u{a0}B",
            "Tr\u{ad}n",
            "Niê KĐăm",
            "5/9/1980",
        ] {
            assert!(!may_be_old(new), "{new}");
        }
    }

    #[test]
    fn one_short_name_is_only_likely() {
        let guess = by_letters(["Lª Lan"]).unwrap();
        assert_eq!(guess, Guess { encoding: Encoding::Tcvn3, confidence: Confidence::Likely });
        assert_eq!(by_letters(["Dòng"]), None, "this may be Unicode as well");
    }

    #[test]
    fn the_font_decides_unless_the_letters_contradict_it() {
        assert_eq!(guess("Dòng", Some(".VnTime")), Some(certain(Encoding::Tcvn3)));
        assert_eq!(guess("Nguyễn Văn Hùng", Some(".VnTime")), None);
        assert_eq!(guess("hà", Some(".VnTime")), None, "hỔ is no word");
        assert_eq!(guess("nguyÔn v¨n hïng", Some(".VnTimeH")), Some(certain(Encoding::Tcvn3Capitals)));
        assert_eq!(to_unicode("nguyÔn v¨n hïng", Encoding::Tcvn3Capitals), "NGUYỄN VĂN HÙNG");
        assert_eq!(guess("Lª Lan", Some("Arial")).map(|guess| guess.confidence), Some(Confidence::Likely));
    }
}
