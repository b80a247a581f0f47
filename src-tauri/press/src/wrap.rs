//! What text goes through before it is set.

use crate::font::{Face, width};

/// The longest run without a space that stays whole; beyond it, a break is allowed.
const LONGEST_WORD: usize = 16;
/// Words before which the name of a body may be broken in two lines.
const PLACES: [&str; 13] =
    ["TỈNH", "THÀNH", "HUYỆN", "QUẬN", "THỊ", "XÃ", "PHƯỜNG", "ĐẶC", "KHU", "CÁC", "NGÀNH", "TRƯỜNG", "VIỆT"];
/// Words that stay with the place word after them: "THỊ XÃ", "ĐẶC KHU", "CÁC KHU".
const TIED: [&str; 4] = ["THỊ", "ĐẶC", "CÁC", "KHU"];

/// Text without what would spoil a page: control characters, marks that turn the reading direction, odd spaces.
pub fn clean(text: &str) -> String {
    let kept = text.chars().filter_map(|letter| match letter {
        '\n' => Some('\n'),
        '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some(' '),
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fffe}'
        | '\u{ffff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    });
    kept.collect()
}

/// [`clean`], with places where a long word may be broken, for narrow cells: `tên_tệp_rất_dài@…`.
pub(crate) fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for letter in clean(text).chars() {
        out.push(letter);
        if letter.is_whitespace() {
            run = 0;
            continue;
        }
        run += 1;
        let at_mark = run > LONGEST_WORD / 2 && matches!(letter, '_' | '/' | '.' | '@' | '-' | ',' | ';');
        if at_mark || run >= LONGEST_WORD {
            out.push('\u{200b}');
            run = 0;
        }
    }
    out
}

/// The name of a body in lines that fit `points` at `size` points, broken where a clerk would: before "HUYỆN", "TỈNH" …
///
/// Lines that the office broke itself stay as they are.
pub fn fold_name(name: &str, face: Face, size: u32, points: u32) -> Vec<String> {
    let cleaned = clean(name);
    let lines = cleaned.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| fold_line(line, face, size, points)).collect()
}

fn fold_line(line: &str, face: Face, size: u32, points: u32) -> Vec<String> {
    let fits = |text: &str| width(text, face).saturating_mul(size) <= points.saturating_mul(1000);
    if fits(line) {
        return vec![line.to_owned()];
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let halves = |at: usize| {
        let (first, second) = words.split_at(at);
        (first.join(" "), second.join(" "))
    };
    let broken = |place_only: bool| {
        (1..words.len())
            .filter(|at| !place_only || before_place(&words, *at))
            .map(halves)
            .filter(|(first, second)| fits(first) && fits(second))
            .min_by_key(|(first, second)| width(first, face).abs_diff(width(second, face)))
    };
    match broken(true).or_else(|| broken(false)) {
        Some((first, second)) => vec![first, second],
        None => greedy(&words, &fits),
    }
}

/// A title in lines that fit `points` at `size` points, as even as they can be: no word alone in the last one, no number
/// broken at its stroke.
pub(crate) fn fold_title(title: &str, face: Face, size: u32, points: u32) -> Vec<String> {
    let fold = |line: &str| {
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        let within = |points: u32| {
            greedy(&words, &|text: &str| width(text, face).saturating_mul(size) <= points.saturating_mul(1000))
        };
        let fewest = within(points).len();
        (points / 2..points).map(within).find(|lines| lines.len() == fewest).unwrap_or_else(|| within(points))
    };
    clean(title).lines().flat_map(fold).collect()
}

fn before_place(words: &[&str], at: usize) -> bool {
    let place = words.get(at).is_some_and(|word| PLACES.contains(word));
    let tied = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| TIED.contains(word));
    place && !tied
}

fn greedy(words: &[&str], fits: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(last) if fits(&format!("{last} {word}")) => {
                last.push(' ');
                last.push_str(word);
            }
            Some(_) | None => lines.push((*word).to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn marks_that_spoil_a_page_are_left_out() {
        assert_eq!(clean("Nguyễn\u{202e} Thị\u{0} Hoa\tA\u{200b}"), "Nguyễn Thị Hoa A");
    }

    #[test]
    fn a_name_is_broken_before_the_word_huyen() {
        let lines = fold_name("LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH", Face::Bold, 12, 180);
        assert_eq!(lines, ["LIÊN ĐOÀN LAO ĐỘNG", "HUYỆN VÂN TRẠCH"]);
    }

    #[test]
    fn a_short_name_keeps_its_line_and_the_offices_own_break_is_kept() {
        assert_eq!(fold_name("LĐLĐ TỈNH", Face::Bold, 12, 180), ["LĐLĐ TỈNH"]);
        assert_eq!(fold_name("LĐLĐ\nTỈNH", Face::Bold, 12, 180), ["LĐLĐ", "TỈNH"]);
    }

    #[test]
    fn a_very_long_name_takes_as_many_lines_as_it_needs() {
        let name = "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP VÀ KHU CHẾ XUẤT TỈNH BÀ RỊA VŨNG TÀU";
        let lines = fold_name(name, Face::Bold, 12, 150);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), name);
    }

    #[test]
    fn a_title_is_folded_in_even_lines_and_a_number_stays_whole() {
        let title = "Về việc hủy bỏ khen thưởng đối với tập thể, cá nhân có tên tại Quyết định số 02/QĐ-LĐLĐ";
        let lines = fold_title(title, Face::Bold, 14, 430);
        assert_eq!(
            lines,
            ["Về việc hủy bỏ khen thưởng đối với tập thể,", "cá nhân có tên tại Quyết định số 02/QĐ-LĐLĐ"]
        );
        assert_eq!(fold_title("DANH SÁCH", Face::Bold, 14, 430), ["DANH SÁCH"]);
        assert_eq!(fold_title("Hai\ndòng", Face::Bold, 14, 430), ["Hai", "dòng"]);
    }

    #[test]
    fn a_long_word_may_be_broken_in_a_narrow_cell() {
        let text = breakable("cong_doan_co_so_truong@vantrach.edu.vn Nguyễn");
        assert!(text.contains('\u{200b}'));
        assert!(text.ends_with(" Nguyễn"));
        assert_eq!(clean(&text), "cong_doan_co_so_truong@vantrach.edu.vn Nguyễn");
    }
}
