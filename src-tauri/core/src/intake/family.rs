//! Columns about somebody else than the member: wife, husband, children, parents, whom to call.

use crate::vietnamese::clean;

/// Who is meant, as written with marks.
const WITH_MARKS: &[&str] = &["vợ", "chồng", "con", "cha", "bố", "mẹ"];
/// The same typed without marks; "bo" may be "bộ".
const PLAIN: &[&str] = &["vo", "chong", "con", "cha", "me"];
/// Anywhere in the heading, as whole words, folded.
const PHRASES: &[&str] = &[" than nhan ", " nguoi than ", " phu thuoc ", " nguoi lien he ", " lien he khan cap "];

/// Whether a part of a heading, whose key is given too, speaks of the member's family.
pub(super) fn names_family(heading: &str, key: &str) -> bool {
    let may_name = key.split(' ').any(|word| word == "bo" || PLAIN.contains(&word));
    let spaced = format!(" {key} ");
    may_name && is_a_relative(heading) || PHRASES.iter().any(|words| spaced.contains(words))
}

fn is_a_relative(heading: &str) -> bool {
    let text = clean(heading).to_lowercase();
    let words = if text.is_ascii() { PLAIN } else { WITH_MARKS };
    text.split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::wordings::heading_key;

    #[test]
    fn a_column_of_the_family_is_not_the_members() {
        let names_family = |heading: &str| names_family(heading, &heading_key(heading));
        for heading in ["Năm sinh vợ (chồng)", "Họ tên con", "Ho ten chong", "SĐT người thân", "Họ tên cha, mẹ", "BỐ"]
        {
            assert!(names_family(heading), "{heading}");
        }
        for heading in ["Ngày sinh", "Số CCCD", "Họ và tên cán bộ", "Bộ phận", "Địa chỉ gia đình", "Chuyền", "Bo phan"]
        {
            assert!(!names_family(heading), "{heading}");
        }
    }
}
