//! What text goes through before it is set.

use crate::font::{Face, width};

/// The longest run without a space that stays whole; beyond it, a break is allowed.
const LONGEST_WORD: usize = 16;
/// Words before which the name of a body may be broken in two lines.
const PLACES: [&str; 13] =
    ["TỈNH", "THÀNH", "HUYỆN", "QUẬN", "THỊ", "XÃ", "PHƯỜNG", "ĐẶC", "KHU", "CÁC", "NGÀNH", "TRƯỜNG", "VIỆT"];
/// Words that stay with the place word after them: "THỊ XÃ", "ĐẶC KHU", "CÁC KHU".
const TIED: [&str; 4] = ["THỊ", "ĐẶC", "CÁC", "KHU"];

/// Words with which a part of a title begins.
const SEAMS: [&str; 10] = ["của", "cho", "tại", "trong", "và", "đối", "theo", "giai", "nhiệm", "chào"];

/// Text without what would spoil a page: control characters, marks that turn the reading direction, odd spaces.
pub fn clean(text: &str) -> String {
    // Nearly every text is so already, and a long list has a hundred thousand of them.
    if text.chars().all(|letter| printed(letter) == Some(letter)) {
        return text.to_owned();
    }
    text.chars().filter_map(printed).collect()
}

fn printed(letter: char) -> Option<char> {
    match letter {
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
    }
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
/// broken at its stroke. Two lines are broken where the sentence has a seam, if there is one near the middle.
pub(crate) fn fold_title(title: &str, face: Face, size: u32, points: u32) -> Vec<String> {
    let fold = |line: &str| {
        let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
        let fits =
            |points: u32| move |text: &str| width(text, face).saturating_mul(size) <= points.saturating_mul(1000);
        let within = |points: u32| greedy(&words, &fits(points));
        let usual = within(points);
        if usual.len() == 2 {
            return halves(&words, face, &fits(points)).unwrap_or(usual);
        }
        (points / 2..points).map(within).find(|lines| lines.len() == usual.len()).unwrap_or(usual)
    };
    clean(title).lines().flat_map(fold).collect()
}

/// The words in two lines that fit, of nearly the same length.
fn halves(words: &[&str], face: Face, fits: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    let cut = |at: usize| {
        let (first, second) = words.split_at(at);
        let uneven = width(&first.join(" "), face).abs_diff(width(&second.join(" "), face));
        (if is_seam(first, second) { uneven / 3 } else { uneven }, vec![first.join(" "), second.join(" ")])
    };
    let cuts = (1..words.len()).filter(|at| !is_inside_day(words, *at)).map(cut);
    let cuts = cuts.filter(|(_, lines)| lines.iter().all(|line| fits(line)));
    cuts.min_by_key(|(uneven, _)| *uneven).map(|(_, lines)| lines)
}

/// Inside "số 02", "ngày 25 tháng 12 năm 2024": before a figure, or between one and the word that goes on with the day.
fn is_inside_day(words: &[&str], at: usize) -> bool {
    let is_figure =
        |word: Option<&&str>| word.is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let goes_on = words.get(at).is_some_and(|word| ["tháng", "năm"].contains(word));
    is_figure(words.get(at)) || (goes_on && is_figure(at.checked_sub(1).and_then(|before| words.get(before))))
}

/// After a comma, or before a word with which a new part of the sentence begins.
fn is_seam(first: &[&str], second: &[&str]) -> bool {
    let closed = first.last().is_some_and(|word| word.ends_with([',', ';', ':', '”']));
    closed || second.first().is_some_and(|word| SEAMS.contains(&word.to_lowercase().as_str()))
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
        let kept =
            "(Kèm theo Quyết định số 125/QĐ-LĐLĐ ngày 25 tháng 12 năm 2024 của Liên đoàn Lao động huyện Vân Trạch)";
        assert_eq!(
            fold_title(kept, Face::Italic, 14, 482),
            [
                "(Kèm theo Quyết định số 125/QĐ-LĐLĐ ngày 25 tháng 12 năm 2024",
                "của Liên đoàn Lao động huyện Vân Trạch)"
            ],
            "a day stays whole"
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
