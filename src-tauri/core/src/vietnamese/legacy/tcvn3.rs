//! TCVN3: one character for each letter.

/// Where the letter stands in Windows-1252, and the letter. The toned capitals of TCVN 5712 are included although the
/// ordinary fonts lack them: files made by converters have them.
#[rustfmt::skip]
const LETTERS: &[(char, char)] = &[
    ('\u{a1}', 'Ă'), ('\u{a2}', 'Â'), ('\u{a3}', 'Ê'), ('\u{a4}', 'Ô'), ('\u{a5}', 'Ơ'), ('\u{a6}', 'Ư'), ('\u{a7}', 'Đ'),
    ('\u{a8}', 'ă'), ('\u{a9}', 'â'), ('\u{aa}', 'ê'), ('\u{ab}', 'ô'), ('\u{ac}', 'ơ'), ('\u{ad}', 'ư'), ('\u{ae}', 'đ'),
    ('\u{af}', 'Ằ'), ('\u{b5}', 'à'), ('\u{b6}', 'ả'), ('\u{b7}', 'ã'), ('\u{b8}', 'á'), ('\u{b9}', 'ạ'), ('\u{ba}', 'Ẳ'),
    ('\u{bb}', 'ằ'), ('\u{bc}', 'ẳ'), ('\u{bd}', 'ẵ'), ('\u{be}', 'ắ'), ('\u{bf}', 'Ẵ'), ('\u{c0}', 'Ắ'), ('\u{c1}', 'Ầ'),
    ('\u{c2}', 'Ẩ'), ('\u{c3}', 'Ẫ'), ('\u{c4}', 'Ấ'), ('\u{c5}', 'Ề'), ('\u{c6}', 'ặ'), ('\u{c7}', 'ầ'), ('\u{c8}', 'ẩ'),
    ('\u{c9}', 'ẫ'), ('\u{ca}', 'ấ'), ('\u{cb}', 'ậ'), ('\u{cc}', 'è'), ('\u{cd}', 'Ể'), ('\u{ce}', 'ẻ'), ('\u{cf}', 'ẽ'),
    ('\u{d0}', 'é'), ('\u{d1}', 'ẹ'), ('\u{d2}', 'ề'), ('\u{d3}', 'ể'), ('\u{d4}', 'ễ'), ('\u{d5}', 'ế'), ('\u{d6}', 'ệ'),
    ('\u{d7}', 'ì'), ('\u{d8}', 'ỉ'), ('\u{d9}', 'Ễ'), ('\u{da}', 'Ế'), ('\u{db}', 'Ồ'), ('\u{dc}', 'ĩ'), ('\u{dd}', 'í'),
    ('\u{de}', 'ị'), ('\u{df}', 'ò'), ('\u{e0}', 'Ổ'), ('\u{e1}', 'ỏ'), ('\u{e2}', 'õ'), ('\u{e3}', 'ó'), ('\u{e4}', 'ọ'),
    ('\u{e5}', 'ồ'), ('\u{e6}', 'ổ'), ('\u{e7}', 'ỗ'), ('\u{e8}', 'ố'), ('\u{e9}', 'ộ'), ('\u{ea}', 'ờ'), ('\u{eb}', 'ở'),
    ('\u{ec}', 'ỡ'), ('\u{ed}', 'ớ'), ('\u{ee}', 'ợ'), ('\u{ef}', 'ù'), ('\u{f0}', 'Ỗ'), ('\u{f1}', 'ủ'), ('\u{f2}', 'ũ'),
    ('\u{f3}', 'ú'), ('\u{f4}', 'ụ'), ('\u{f5}', 'ừ'), ('\u{f6}', 'ử'), ('\u{f7}', 'ữ'), ('\u{f8}', 'ứ'), ('\u{f9}', 'ự'),
    ('\u{fa}', 'ỳ'), ('\u{fb}', 'ỷ'), ('\u{fc}', 'ỹ'), ('\u{fd}', 'ý'), ('\u{fe}', 'ỵ'), ('\u{ff}', 'Ố'),
    // Some programs write the Greek mu for the micro sign.
    ('\u{3bc}', 'à'),
];

/// Letters as they are; a word in capitals (`§OµN`, where only a font could show the "µ" as a capital) all in capitals.
pub(super) fn to_unicode(text: &str) -> String {
    let all_capitals = !text.chars().any(|letter| letter.is_ascii_lowercase()) && text.split(' ').any(is_in_capitals);
    let words = text.split(' ').map(|word| {
        let letters: String = word.chars().map(letter).collect();
        if all_capitals || is_in_capitals(word) { letters.to_uppercase() } else { letters }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// No small letter of its own, and a capital after the first letter: "TR¹CH", but not "Hµ", which may be "Hà" or "HÀ".
fn is_in_capitals(word: &str) -> bool {
    let capital = |letter: char| letter.is_ascii_uppercase() || ('\u{a1}'..='\u{a7}').contains(&letter);
    let letters = || word.chars().filter(|letter| letter.is_alphabetic() || !letter.is_ascii());
    !word.chars().any(|letter| letter.is_ascii_lowercase()) && letters().skip(1).any(capital)
}

fn letter(old: char) -> char {
    LETTERS.iter().find(|(code, _)| *code == old).map_or(old, |(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters by families, as handbooks print them: an order independent of the code's own table.
    const LOWER: &str = "à B5 ả B6 ã B7 á B8 ạ B9 ă A8 ằ BB ẳ BC ẵ BD ắ BE ặ C6 â A9 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB \
        è CC é D0 ẻ CE ẽ CF ẹ D1 ê AA ề D2 ế D5 ể D3 ễ D4 ệ D6 ì D7 í DD ỉ D8 ĩ DC ị DE \
        ò DF ó E3 ỏ E1 õ E2 ọ E4 ô AB ồ E5 ố E8 ổ E6 ỗ E7 ộ E9 ơ AC ờ EA ớ ED ở EB ỡ EC ợ EE \
        ù EF ú F3 ủ F1 ũ F2 ụ F4 ư AD ừ F5 ứ F8 ử F6 ữ F7 ự F9 ỳ FA ý FD ỷ FB ỹ FC ỵ FE đ AE";
    const CAPITALS: &str = "Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7 \
        Ằ AF Ẳ BA Ẵ BF Ắ C0 Ầ C1 Ẩ C2 Ẫ C3 Ấ C4 Ề C5 Ể CD Ễ D9 Ế DA Ồ DB Ổ E0 Ỗ F0 Ố FF";

    fn pairs(table: &str) -> Vec<(char, char)> {
        let words: Vec<&str> = table.split_whitespace().collect();
        words
            .chunks_exact(2)
            .filter_map(|pair| match pair {
                [letter, code] => Some((letter.chars().next()?, char::from_u32(u32::from_str_radix(code, 16).ok()?)?)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn every_letter_of_the_handbook_is_read() {
        let (lower, capitals) = (pairs(LOWER), pairs(CAPITALS));
        assert_eq!((lower.len(), capitals.len()), (67, 23));
        for (expected, code) in lower.iter().chain(&capitals) {
            assert_eq!(letter(*code), *expected, "{:X}", u32::from(*code));
        }
        assert_eq!(LETTERS.len(), 67 + 23 + 1, "and nothing else, but for the Greek mu");
    }

    #[test]
    fn a_word_in_capitals_is_wholly_in_capitals() {
        for (old, meant) in [
            ("LI£N §OµN LAO §éNG HUYÖN V¢N TR¹CH", "LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH"),
            ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("DANH S¸CH §OµN VI£N (TÝnh ®Õn ngµy 30/10/2024)", "DANH SÁCH ĐOÀN VIÊN (Tính đến ngày 30/10/2024)"),
            ("PH¹M THÞ Hµ", "PHẠM THỊ HÀ"),
            ("Ph¹m ThÞ Hµ", "Phạm Thị Hà"),
            ("Hµ", "Hà"),
            ("®oµn viªn", "đoàn viên"),
            ("C§CS x· B×nh L¹c", "CĐCS xã Bình Lạc"),
            ("N÷ ", "Nữ "),
        ] {
            assert_eq!(to_unicode(old), meant, "{old}");
        }
    }

    #[test]
    fn no_code_and_no_letter_stands_twice_and_plain_text_passes() {
        let mut codes: Vec<char> = LETTERS.iter().map(|(code, _)| *code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), LETTERS.len());
        assert_eq!(to_unicode("Lan 36/2 – “An”"), "Lan 36/2 – “An”");
    }
}
