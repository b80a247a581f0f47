//! Tinos: Times New Roman's widths and every Vietnamese letter.

use std::sync::LazyLock;

/// One of the four embedded hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold italic.
    BoldItalic,
}

/// The font files, in the order of [`Face`].
pub(crate) const FILES: [&[u8]; 4] = [
    include_bytes!("../../../assets/fonts/Tinos-Regular.ttf"),
    include_bytes!("../../../assets/fonts/Tinos-Bold.ttf"),
    include_bytes!("../../../assets/fonts/Tinos-Italic.ttf"),
    include_bytes!("../../../assets/fonts/Tinos-BoldItalic.ttf"),
];

type Parsed = ttf_parser::Face<'static>;

static FACES: LazyLock<[Parsed; 4]> = LazyLock::new(|| FILES.map(parsed));

#[allow(clippy::expect_used, reason = "the fonts are part of the program, and a test reads each")]
fn parsed(file: &'static [u8]) -> Parsed {
    ttf_parser::Face::parse(file, 0).expect("BUG: the embedded fonts are whole")
}

fn face(which: Face) -> &'static Parsed {
    let [regular, bold, italic, bold_italic] = &*FACES;
    match which {
        Face::Regular => regular,
        Face::Bold => bold,
        Face::Italic => italic,
        Face::BoldItalic => bold_italic,
    }
}

/// The letters of `text` that papers cannot show, each once, in order of appearance.
///
/// Such a letter would come out as an empty box, without any warning, so names are asked about before they are printed.
pub fn missing_letters(text: &str) -> Vec<char> {
    let regular = face(Face::Regular);
    let mut missing = Vec::new();
    for letter in text.chars().filter(|letter| *letter != '\n') {
        if regular.glyph_index(letter).is_none() && !missing.contains(&letter) {
            missing.push(letter);
        }
    }
    missing
}

/// Width of `text` on one line, in thousandths of the font size: at 12 points, 1000 are 12 points.
///
/// A letter that the font lacks counts as wide as an M.
pub fn width(text: &str, which: Face) -> u32 {
    let face = face(which);
    let known = ADVANCES.get(which as usize).map_or(&[][..], |advances| advances);
    let per_em = u32::from(face.units_per_em()).max(1);
    let place = |letter: char| usize::try_from(u32::from(letter)).ok().and_then(|at| known.get(at));
    let units: u32 = text.chars().map(|letter| place(letter).copied().unwrap_or_else(|| advance(face, letter))).sum();
    units.saturating_mul(1000).div_ceil(per_em)
}

/// Widths of the letters that lists are made of, in the order of [`Face`], looked up once: a long list asks for millions.
static ADVANCES: [LazyLock<Vec<u32>>; 4] = [
    LazyLock::new(|| advances(Face::Regular)),
    LazyLock::new(|| advances(Face::Bold)),
    LazyLock::new(|| advances(Face::Italic)),
    LazyLock::new(|| advances(Face::BoldItalic)),
];

fn advances(which: Face) -> Vec<u32> {
    let face = face(which);
    (0..LATIN).map(|code| advance(face, char::from_u32(code).unwrap_or('M'))).collect()
}

/// Past the Vietnamese letters and the marks of punctuation.
const LATIN: u32 = 0x2100;

fn advance(face: &Parsed, letter: char) -> u32 {
    let glyph = face.glyph_index(letter).or_else(|| face.glyph_index('M'));
    glyph.and_then(|glyph| face.glyph_hor_advance(glyph)).map_or(u32::from(face.units_per_em()), u32::from)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn every_vietnamese_letter_can_be_printed() {
        let vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
        let all = format!("{vowels}{}đĐ₫№–“”…", vowels.to_uppercase());
        assert_eq!(missing_letters(&all), Vec::<char>::new());
        for which in [Face::Bold, Face::Italic, Face::BoldItalic] {
            assert!(all.chars().all(|letter| face(which).glyph_index(letter).is_some()));
        }
    }

    #[test]
    fn names_of_the_highlands_can_be_printed() {
        assert_eq!(missing_letters("H'Ngoan Byă, H'Ly Hđơk, Y Thĭ Niê, Kpă Ŏi"), Vec::<char>::new());
    }

    #[test]
    fn a_letter_that_would_be_an_empty_box_is_named_once() {
        assert_eq!(missing_letters("Trần 李 Văn 李 ☑"), vec!['李', '☑']);
    }

    #[test]
    fn text_is_as_wide_as_in_times_new_roman() {
        // Widths of Times New Roman per 1000: N 722, g 500, u 500, y 500, e 444, n 500.
        let width = width("Nguyen", Face::Regular);
        assert!((3164..=3170).contains(&width), "{width}");
    }
}
