//! Does a word look like a Vietnamese syllable? Good enough to tell a right reading of old fonts from a wrong one; never
//! used to refuse what somebody typed.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// Rhymes without their tone.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu \
    y yêm yên yêng yêt yêu o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay \
    oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u uc ui um un ung up ut ua uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyp uyt uyu \
    uyên uyêt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu";

/// Rhymes that are written only after "qu".
const RHYMES_AFTER_QU: &str = "ych ynh yt yu";

/// Whether the word is spelled like a Vietnamese syllable: a known onset and rhyme, at most one tone, and before a last
/// c, ch, p or t only sắc or nặng. Case plays no part.
pub fn is_syllable(word: &str) -> bool {
    let lower = word.to_lowercase();
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
    let (tones, letters): (String, String) = apart.chars().partition(|letter| is_tone(*letter));
    let letters = ComposingNormalizerBorrowed::new_nfc().normalize(&letters).into_owned();
    let stopped = letters.ends_with(['c', 'p', 't']) || letters.ends_with("ch");
    let tone_fits = match tones.as_str() {
        "" | "\u{301}" | "\u{323}" => true,
        "\u{300}" | "\u{309}" | "\u{303}" => !stopped,
        _ => false,
    };
    tone_fits && ONSETS.iter().any(|onset| letters.strip_prefix(onset).is_some_and(|rhyme| is_rhyme(onset, rhyme)))
}

fn is_rhyme(onset: &str, rhyme: &str) -> bool {
    let listed = |list: &str| list.split_ascii_whitespace().any(|known| known == rhyme);
    listed(RHYMES) || onset == "qu" && listed(RHYMES_AFTER_QU)
}

fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names_and_units_are_syllables() {
        let text = "Nguyễn Thị Hường Trần Đặng Vũ Võ Huỳnh Quỳnh Quốc Quyết Quyền Quý Giang Gìn Giếng Nghĩa Khuyên Hoà Hòa Thuỷ Thủy \
            Ích Khiêm Ý Yến Oanh Uyên Ân Ưu Đường Liên đoàn lao động huyện công đoàn cơ sở trường tiểu học mầm non xã phường \
            khuỷu khoắng loằng ngoằng hươu rượu xoong quạch quýt huých tuýp nghiêng";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn words_in_the_wrong_font_are_not() {
        for word in [
            "NguyÔn", "Nguyeãn", "Hång", "Ñöùc", "Leâ", "Haûi", "Ph¹m", "V¨n", "S¬n", "café", "tàt", "Müller", "Byă",
            "", "ngh",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
