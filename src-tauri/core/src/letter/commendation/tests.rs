#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test may stop at the first surprise"
)]
use super::*;

fn person(name: &str) -> AnnexEntry {
    AnnexEntry {
        honorific: "Bà".into(),
        name: name.into(),
        post: "Giáo viên".into(),
        unit: "CĐCS Trường Tiểu học Kim Đồng".into(),
        form: "Giấy khen".into(),
        amount: Some(Dong(710_000)),
        ..AnnexEntry::default()
    }
}

fn collective(name: &str) -> AnnexEntry {
    AnnexEntry {
        collective: true,
        name: name.into(),
        form: "Giấy khen".into(),
        amount: Some(Dong(1_410_000)),
        ..AnnexEntry::default()
    }
}

fn decision(parts: Vec<AnnexPart>) -> CommendationDecision {
    CommendationDecision {
        superior: "LIÊN ĐOÀN LAO ĐỘNG TỈNH HOÀI GIANG".into(),
        body: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH".into(),
        number: "12".into(),
        symbol: "QĐ-LĐLĐ".into(),
        place: "Vân Trạch".into(),
        date: NaiveDate::from_ymd_opt(2024, 5, 7),
        kind: "QUYẾT ĐỊNH".into(),
        summary: "Về việc tặng Giấy khen".into(),
        authority: "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH".into(),
        grounds: vec!["Căn cứ Điều lệ Công đoàn Việt Nam;".into(), "Xét đề nghị của Hội đồng".into()],
        articles: vec!["Tặng Giấy khen.".into(), "Thi hành.\nHiệu lực.".into()],
        recipients: vec!["Như Điều 2".into(), "Lưu: VT".into()],
        signature: Signature {
            lines: vec!["TM. BAN THƯỜNG VỤ".into(), "CHỦ TỊCH".into()],
            note: String::new(),
            name: "Nguyễn Văn Phúc".into(),
        },
        annex: Some(Annex {
            summary: "Tập thể, cá nhân được tặng Giấy khen".into(),
            issuer: "Ban Thường vụ LĐLĐ huyện Vân Trạch".into(),
            parts,
            counting: Counting::Restart,
            words: NumberWords::default(),
        }),
    }
}

fn parts() -> Vec<AnnexPart> {
    vec![
        AnnexPart { heading: "Tập thể".into(), entries: vec![collective("CĐCS xã Đông Khê")] },
        AnnexPart {
            heading: "Cá nhân".into(), entries: vec![person("Nguyễn Thị Hoa"), person("Lê Thị Hạnh")]
        },
    ]
}

fn about() -> About {
    let made_at = NaiveDate::from_ymd_opt(2024, 5, 7).unwrap().and_hms_opt(8, 0, 0).unwrap();
    About { title: "Quyết định".into(), author: String::new(), ident: String::new(), made_at }
}

fn table(letter: &Letter) -> &Table {
    let blocks = &letter.sections.last().unwrap().blocks;
    blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).unwrap()
}

fn firsts(table: &Table) -> Vec<String> {
    let cells = table.rows.iter().map(|row| match row {
        Row::Line { cells } => cells[0].clone(),
        Row::Wide { cells } => cells[0].text.clone(),
        Row::Group { text } => text.clone(),
        Row::Total { label, cells, .. } => format!("{label} {}", cells[0]),
    });
    cells.collect()
}

#[test]
fn the_number_stands_before_the_symbol_and_small_numbers_get_a_zero() {
    for (number, written) in [("12", "12/QĐ-LĐLĐ"), ("7", "07/QĐ-LĐLĐ"), ("12a", "12a/QĐ-LĐLĐ")] {
        let paper = CommendationDecision { number: number.into(), ..decision(vec![]) };
        assert_eq!(paper.number_and_symbol(), written);
    }
}

#[test]
fn a_draft_leaves_room_for_number_and_day() {
    let paper = CommendationDecision { number: String::new(), date: None, ..decision(vec![]) };
    let Block::Heading(heading) = &paper.letter(about()).sections[0].blocks[0] else { panic!("a heading first") };
    assert!(heading.number.starts_with("Số: \u{a0}"), "{}", heading.number);
    assert!(heading.place_and_date.starts_with("Vân Trạch, ngày\u{a0}"), "{}", heading.place_and_date);
}

#[test]
fn grounds_end_with_semicolons_and_the_last_with_a_full_stop() {
    let letter = decision(vec![]).letter(about());
    let grounds = letter.sections[0].blocks.iter().filter_map(|block| match block {
        Block::Ground { text } => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(grounds.collect::<Vec<_>>(), ["Căn cứ Điều lệ Công đoàn Việt Nam;", "Xét đề nghị của Hội đồng."]);
}

#[test]
fn articles_are_numbered_and_keep_their_paragraphs() {
    let letter = decision(vec![]).letter(about());
    let articles = letter.sections[0].blocks.iter().filter_map(|block| match block {
        Block::Article(article) => Some((article.lead.as_str(), article.paragraphs.len())),
        _ => None,
    });
    assert_eq!(articles.collect::<Vec<_>>(), [("Điều 1.", 1), ("Điều 2.", 2)]);
}

#[test]
fn the_list_has_two_parts_counted_from_one_and_a_total() {
    let letter = decision(parts()).letter(about());
    assert_eq!(firsts(table(&letter)), ["I. TẬP THỂ", "1", "II. CÁ NHÂN", "1", "2", "Tổng cộng 2.830.000"]);
}

#[test]
fn counting_can_go_on_through_the_parts() {
    let mut paper = decision(parts());
    paper.annex.as_mut().unwrap().counting = Counting::Continue;
    assert_eq!(firsts(table(&paper.letter(about())))[3..5], ["2", "3"]);
}

#[test]
fn a_list_of_one_part_needs_no_part_headings() {
    let letter =
        decision(vec![AnnexPart { heading: "Cá nhân".into(), entries: vec![person("Lê Thị Hạnh")] }]).letter(about());
    assert_eq!(firsts(table(&letter)), ["1", "Tổng cộng 710.000"]);
    assert_eq!(table(&letter).columns[1].header, "Họ và tên");
}

#[test]
fn the_total_is_said_in_words() {
    let letter = decision(parts()).letter(about());
    let words = letter.sections[1].blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.runs[0].text.clone()),
        _ => None,
    });
    assert_eq!(words.unwrap(), "(Bằng chữ: Hai triệu tám trăm ba mươi nghìn đồng./.)");
}

#[test]
fn forms_and_notes_get_a_column_and_a_wide_page_only_when_they_say_something() {
    let narrow = decision(parts()).letter(about());
    assert!(!narrow.sections[1].page.landscape);
    assert_eq!(table(&narrow).columns.len(), 5);
    let mut several = parts();
    several[1].entries[0].form = "Bằng khen".into();
    several[1].entries[1].note = "Nhận sau".into();
    let wide = decision(several).letter(about());
    assert!(wide.sections[1].page.landscape);
    assert_eq!(table(&wide).columns.len(), 7);
    for row in &table(&wide).rows {
        let columns = match row {
            Row::Line { cells } => cells.len(),
            Row::Wide { cells } => cells.iter().map(|cell| cell.columns).sum(),
            Row::Total { span, cells, .. } => span + cells.len(),
            Row::Group { .. } => 7,
        };
        assert_eq!(columns, 7, "{row:?}");
    }
}

#[test]
fn without_money_there_is_no_column_of_money_and_no_total() {
    let mut free = parts();
    for entry in free.iter_mut().flat_map(|part| &mut part.entries) {
        entry.amount = None;
    }
    let letter = decision(free).letter(about());
    assert_eq!(firsts(table(&letter)), ["I. TẬP THỂ", "1", "II. CÁ NHÂN", "1", "2"]);
}

#[test]
fn a_collective_reaches_over_post_and_unit_and_names_the_unit_it_belongs_to() {
    let mut one = parts();
    one[0].entries[0].name = "Tổ Công đoàn Văn phòng".into();
    one[0].entries[0].unit = "CĐCS xã Đông Khê".into();
    let letter = decision(one).letter(about());
    let Row::Wide { cells } = &table(&letter).rows[1] else { panic!("a wide row") };
    assert_eq!((cells[1].text.as_str(), cells[1].columns), ("Tổ Công đoàn Văn phòng, CĐCS xã Đông Khê", 3));
}

#[test]
fn the_list_says_which_decision_it_belongs_to() {
    let letter = decision(parts()).letter(about());
    let Block::Title(title) = &letter.sections[1].blocks[0] else { panic!("a title first") };
    assert_eq!(
        title.note,
        "(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 07 tháng 5 năm 2024 của Ban Thường vụ LĐLĐ huyện Vân Trạch)"
    );
}

#[test]
fn parts_are_counted_in_roman_figures() {
    let figures: Vec<_> = [1, 4, 9, 14, 40, 99].map(roman).into();
    assert_eq!(figures, ["I", "IV", "IX", "XIV", "XL", "XCIX"]);
}

#[test]
fn a_list_of_collectives_alone_has_no_columns_of_post_and_unit() {
    let letter = decision(parts().drain(..1).collect()).letter(about());
    let headers: Vec<_> = table(&letter).columns.iter().map(|column| column.header.as_str()).collect();
    assert_eq!(headers, ["STT", "Tên tập thể", "Mức thưởng\n(đồng)"]);
    let Row::Wide { cells } = &table(&letter).rows[0] else { panic!("a wide row") };
    assert_eq!(cells.iter().map(|cell| cell.columns).sum::<usize>(), 3);
    let Row::Total { span, cells, .. } = &table(&letter).rows[1] else { panic!("a sum") };
    assert_eq!(span + cells.len(), 3);
}
