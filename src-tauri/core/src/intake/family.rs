//! Columns about somebody else than the member: wife, husband, children, parents, whom to call.

use crate::vietnamese::clean;

use super::heading::heading_key;

/// Who is meant, as written with marks.
const WITH_MARKS: &[&str] = &["vợ", "chồng", "con", "cha", "bố", "mẹ"];
/// The same typed without marks; "bo" may be "bộ".
const PLAIN: &[&str] = &["vo", "chong", "con", "cha", "me"];
/// Anywhere in the heading, as whole words, folded.
const PHRASES: &[&str] = &[" than nhan ", " nguoi than ", " phu thuoc ", " nguoi lien he ", " lien he khan cap "];

/// Whether a column's heading, groups first, speaks of the member's family.
pub(super) fn is_of_family(parts: &[&str]) -> bool {
    let Some((_, groups)) = parts.split_last() else { return false };
    parts.iter().any(|part| names_family(part)) || groups.iter().any(|group| heading_key(group).contains("gia dinh"))
}

fn names_family(heading: &str) -> bool {
    let text = clean(heading).to_lowercase();
    let words = if text.is_ascii() { PLAIN } else { WITH_MARKS };
    if text.split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word)) {
        return true;
    }
    let key = format!(" {} ", heading_key(heading));
    PHRASES.iter().any(|words| key.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_the_family_is_not_the_members() {
        for heading in ["Năm sinh vợ (chồng)", "Họ tên con", "Ho ten chong", "SĐT người thân", "Họ tên cha, mẹ"]
        {
            assert!(is_of_family(&[heading]), "{heading}");
        }
        assert!(is_of_family(&["Vợ/chồng", "Năm sinh"]) && is_of_family(&["Thông tin gia đình", "Họ và tên"]));
        for heading in ["Ngày sinh", "Số CCCD", "Họ và tên cán bộ", "Bộ phận", "Địa chỉ gia đình", "Chuyền", "Bo phan"]
        {
            assert!(!is_of_family(&[heading]), "{heading}");
        }
    }
}
