//! What stands on the printed pages, read back with pdftotext.

use super::samples;
use office::letter::{self, Block, Closing, Letter, Page, Section};
use std::fs;
use std::process::Command;

/// The text of each page.
fn pages(letter: &Letter) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    fs::write(&path, letter::pdf(letter).unwrap()).unwrap();
    let read =
        Command::new("pdftotext").args(["-layout"]).arg(&path).arg("-").output().expect("pdftotext (poppler-utils)");
    assert!(read.status.success());
    let text = String::from_utf8(read.stdout).unwrap();
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}

/// Words without regard to line breaks and columns.
fn flat(text: &str) -> String {
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_decision_carries_every_name_and_equal_totals_in_figures_and_words() {
    let decision = samples::decision(6, 43);
    let annex = decision.annex.clone().unwrap();
    assert_eq!(annex.entries(), 49);
    let pages = pages(&decision.letter(samples::about("Quyết định")));
    let text = flat(&pages.join(" "));
    for at in 0..43 {
        for word in samples::person(at).split(' ') {
            assert!(text.contains(word), "{word}");
        }
    }
    assert_eq!(annex.total().unwrap().to_string(), "38.990.000");
    assert!(text.contains("Tổng cộng 38.990.000"), "{text}");
    assert!(text.contains("(Bằng chữ: Ba mươi tám triệu chín trăm chín mươi nghìn đồng./.)"));
    assert!(text.contains("(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 17 tháng 5 năm 2024"));
}

#[test]
fn the_header_stands_on_every_page_of_the_list_and_pages_are_numbered_from_the_second() {
    let letter = samples::members(120).letter(samples::about("Danh sách"));
    let pages = pages(&letter);
    assert!(pages.len() > 2, "{}", pages.len());
    for (at, page) in pages.iter().enumerate() {
        // A page without a member's number has only what stands below the list.
        assert!(!page.contains("00118") || flat(page).contains("STT Họ và tên"), "page {}", at + 1);
        let first = page.lines().find(|line| !line.trim().is_empty()).unwrap().trim();
        if at == 0 {
            assert_ne!(first, "1");
        } else {
            assert_eq!(first, (at + 1).to_string());
        }
    }
}

#[test]
fn an_annex_is_numbered_by_itself() {
    let pages = pages(&samples::decision(6, 43).letter(samples::about("Quyết định")));
    let annex: Vec<_> = pages.iter().skip_while(|page| !page.contains("DANH SÁCH")).collect();
    let first = |page: &str| page.lines().find(|line| !line.trim().is_empty()).unwrap().trim().to_owned();
    assert_eq!(first(annex[0]), "DANH SÁCH");
    assert_eq!(first(annex[1]), "2");
}

#[test]
fn every_vietnamese_letter_comes_back_from_the_page() {
    let vowels = "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ đ";
    let all = format!("{vowels} {}", vowels.to_uppercase());
    let letter = Letter {
        about: samples::about("Chữ"),
        sections: vec![Section { page: Page::upright(), blocks: vec![Block::text(&all)] }],
    };
    assert_eq!(flat(&pages(&letter).join(" ")), all);
    assert_eq!(letter::missing_letters(&all), Vec::<char>::new());
}

#[test]
fn what_looks_like_markup_is_printed_as_typed() {
    let typed = "#panic(1) *đậm* _nghiêng_ $x^2$ <nhãn> @tên \\ // `mã` = đầu - dòng [ ] { }";
    let letter = Letter {
        about: samples::about(typed),
        sections: vec![Section { page: Page::upright(), blocks: vec![Block::text(typed)] }],
    };
    assert_eq!(flat(&pages(&letter).join(" ")), typed);
}

#[test]
fn the_signature_never_stands_alone_on_a_page() {
    // Somewhere in these lengths the page is exactly full.
    for lines in 20..34 {
        let mut letter = samples::decision(0, 0).letter(samples::about("Quyết định"));
        let blocks = &mut letter.sections[0].blocks;
        let closing = blocks.pop().unwrap();
        assert!(matches!(&closing, Block::Closing(Closing { .. })));
        blocks.truncate(2);
        blocks.extend((0..lines).map(|at| Block::text(format!("Đoạn {at}."))));
        blocks.push(closing);
        letter.sections.truncate(1);
        let pages = pages(&letter);
        let last = pages.last().unwrap();
        assert!(last.contains("Nguyễn Văn Phúc"), "{lines}");
        assert!(last.contains(&format!("Đoạn {}.", lines - 1)), "{lines}: {last}");
    }
}

#[test]
fn a_signature_below_a_list_stands_on_a_page_with_the_last_rows_and_their_header() {
    let mut moved = 0;
    for people in 9..24 {
        let sheet = samples::province_sheet(0, people);
        let pages = pages(&sheet.letter(samples::about("Danh sách")));
        let last = flat(pages.last().unwrap());
        assert!(last.contains("Tổng cộng") && last.contains(samples::person(people - 1).split(' ').next().unwrap()));
        assert_eq!(last.matches("Họ và tên").count(), 1, "{people}: {last}");
        let rows = last.matches("Có thành tích").count();
        assert!(rows >= 2, "{people}: {last}");
        moved += usize::from(pages.len() > 1 && rows == 2);
        let all = flat(&pages.join(" "));
        assert_eq!(all.matches("Có thành tích").count(), people, "{all}");
    }
    assert!(moved > 0, "no length was looked at in which the last rows went on with the signature");
}

#[test]
fn a_title_leaves_no_word_alone_in_its_last_line() {
    let mut sheet = samples::province_sheet(1, 1);
    let title = "Lớp bồi dưỡng nghiệp vụ công tác công đoàn cho cán bộ công đoàn cơ sở nhiệm kỳ năm năm hai nghìn hai \
                 mươi ba đến 2028";
    sheet.title = Some(office::letter::Title { kind: title.to_uppercase(), ..Default::default() });
    let page = pages(&sheet.letter(samples::about("Danh sách"))).remove(0);
    let line = page.lines().find(|line| line.contains("2028")).unwrap();
    assert!(line.split_whitespace().count() > 5, "{line}");
}

#[test]
fn a_row_is_never_split_between_two_pages() {
    for people in 30..36 {
        let pages = pages(&samples::province_sheet(6, people).letter(samples::about("Danh sách")));
        for page in pages.iter().skip(1) {
            // Under the header, a page begins with a row's number, a group, the total, or what stands below the table.
            let text = flat(page);
            let body = text.split("(đồng)").nth(1).unwrap_or(&text);
            assert!(!body.contains("vững mạnh") || body.contains("Có thành tích"), "{people}: {body}");
            assert_eq!(text.matches("Có thành tích").count(), text.matches("vững mạnh").count(), "{people}");
        }
    }
}

#[test]
fn a_reason_longer_than_a_page_is_printed_whole() {
    let mut list = samples::commendation_list(0, 3);
    let words: Vec<String> = (0..1_500).map(|at| format!("chữ{at}")).collect();
    list.parts[1].lines[1].reason = words.join(" ");
    let pages = pages(&list.sheet(&office::sheet::design::Design::standard()).letter(samples::about("Danh sách")));
    let text = flat(&pages.join(" "));
    for word in words {
        assert!(text.contains(&word), "{word}");
    }
}

#[test]
fn a_group_heading_is_never_left_alone_at_the_foot_of_a_page() {
    for people in 1..20 {
        let mut list = samples::commendation_list(people, 3);
        list.heading = None;
        list.closing = None;
        let pages = pages(&list.sheet(&office::sheet::design::Design::standard()).letter(samples::about("Danh sách")));
        for page in pages {
            let end = page.lines().rfind(|line| !line.trim().is_empty()).unwrap();
            assert!(!end.trim_start().starts_with("II."), "{people}: {end}");
        }
    }
}
