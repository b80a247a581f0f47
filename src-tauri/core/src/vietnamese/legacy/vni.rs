//! VNI-Windows: a letter, and behind it a character for its marks.

use icu_normalizer::ComposingNormalizerBorrowed;

const GRAVE: &str = "\u{300}";
const ACUTE: &str = "\u{301}";
const TILDE: &str = "\u{303}";
const HOOK: &str = "\u{309}";
const DOT: &str = "\u{323}";

/// The marks that a character behind a vowel stands for. Lower case; capitals are made from it.
const MARKS: &[(char, &str, &str)] = &[
    // behind a e o u y ô(ơ) ö(ư)
    ('ù', TONED, ACUTE),
    ('ø', TONED, GRAVE),
    ('û', TONED, HOOK),
    ('õ', TONED, TILDE),
    ('ï', TONED, DOT),
    // circumflex
    ('â', "aeo", "\u{302}"),
    ('á', "aeo", "\u{302}\u{301}"),
    ('à', "aeo", "\u{302}\u{300}"),
    ('å', "aeo", "\u{302}\u{309}"),
    ('ã', "aeo", "\u{302}\u{303}"),
    ('ä', "aeo", "\u{323}\u{302}"),
    // breve
    ('ê', "a", "\u{306}"),
    ('é', "a", "\u{306}\u{301}"),
    ('è', "a", "\u{306}\u{300}"),
    ('ú', "a", "\u{306}\u{309}"),
    ('ü', "a", "\u{306}\u{303}"),
    ('ë', "a", "\u{323}\u{306}"),
];

const TONED: &str = "aeouyôö";

/// Characters that are a letter by themselves.
const SINGLE: &[(char, char)] = &[('ñ', 'đ'), ('ô', 'ơ'), ('ö', 'ư'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

pub(super) fn to_unicode(text: &str) -> String {
    let mut apart = String::with_capacity(text.len() * 2);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        apart.push(single(letter));
        if let Some(marks) = letters.peek().and_then(|mark| marks(letter, *mark)) {
            apart.push_str(marks);
            letters.next();
        }
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&apart).into_owned()
}

/// What the second character adds to the first. A small mark behind a capital is taken too: clerks mix them.
fn marks(letter: char, mark: char) -> Option<&'static str> {
    let (base, mark) = (lower(letter), lower(mark));
    MARKS.iter().find(|(code, bases, _)| *code == mark && bases.contains(base)).map(|(_, _, marks)| *marks)
}

fn single(letter: char) -> char {
    let found = SINGLE.iter().find(|(code, _)| *code == lower(letter)).map(|(_, meant)| *meant);
    match found {
        Some(meant) if letter.is_uppercase() => meant.to_uppercase().next().unwrap_or(meant),
        Some(meant) => meant,
        None => letter,
    }
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter that has marks, by families, as handbooks print them.
    const LOWER: &str = "aø à aù á aû ả aõ ã aï ạ aê ă aè ằ aé ắ aú ẳ aü ẵ aë ặ aâ â aà ầ aá ấ aå ẩ aã ẫ aä ậ \
        eø è eù é eû ẻ eõ ẽ eï ẹ eâ ê eà ề eá ế eå ể eã ễ eä ệ ì ì í í æ ỉ ó ĩ ò ị \
        oø ò où ó oû ỏ oõ õ oï ọ oâ ô oà ồ oá ố oå ổ oã ỗ oä ộ ô ơ ôø ờ ôù ớ ôû ở ôõ ỡ ôï ợ \
        uø ù uù ú uû ủ uõ ũ uï ụ ö ư öø ừ öù ứ öû ử öõ ữ öï ự yø ỳ yù ý yû ỷ yõ ỹ î ỵ ñ đ";

    fn pairs() -> Vec<(String, String)> {
        let words: Vec<&str> = LOWER.split_whitespace().collect();
        words
            .chunks_exact(2)
            .filter_map(|pair| match pair {
                [old, letter] => Some(((*old).to_owned(), (*letter).to_owned())),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn every_letter_is_read_in_both_cases_and_mixed() {
        let pairs = pairs();
        assert_eq!(pairs.len(), 67);
        for (old, letter) in pairs {
            assert_eq!(to_unicode(&old), letter, "{old}");
            assert_eq!(to_unicode(&old.to_uppercase()), letter.to_uppercase(), "{}", old.to_uppercase());
            let mut mixed = old.chars();
            if let (Some(base), Some(mark)) = (mixed.next(), mixed.next()) {
                let mixed = format!("{}{mark}", base.to_uppercase());
                assert_eq!(to_unicode(&mixed), letter.to_uppercase(), "{mixed}");
            }
        }
    }

    #[test]
    fn the_longest_reading_wins_and_neighbours_stay_apart() {
        for (old, meant) in [
            ("Nguyeãn Thò Höôøng", "Nguyễn Thị Hường"),
            ("Leâ Ñöùc Haûi", "Lê Đức Hải"),
            ("Traàn Quoác Tuaán", "Trần Quốc Tuấn"),
            ("NGUYEÃN VAÊN HUØNG", "NGUYỄN VĂN HÙNG"),
            ("Thuûy Quyø", "Thủy Quỳ"),
            ("Huyønh Kim Thoa", "Huỳnh Kim Thoa"),
            ("coâng ñoaøn cô sôû", "công đoàn cơ sở"),
            ("Nghóa Lónh", "Nghĩa Lĩnh"),
            ("khuyûu tay", "khuỷu tay"),
        ] {
            assert_eq!(to_unicode(old), meant, "{old}");
        }
    }
}
