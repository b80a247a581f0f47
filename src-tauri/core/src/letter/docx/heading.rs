//! The two columns above a paper, and the title below them.

use super::xml::{bare_table, cell, plain, rule, sliver};
use press::{Face, Heading, MOTTO, NATION, Page, Title, fold_name, width};

/// Width of a text at `size` points, twips.
fn twips_of(text: &str, face: Face, size: u32) -> u32 {
    width(text, face) * size * 20 / 1000
}

pub(super) fn heading(heading: &Heading, page: &Page) -> String {
    let inner = super::xml::twips(u32::from(page.inner_width()));
    // Word sets a little wider than the figures say; a second line of the national heading would look careless.
    let nation = twips_of(NATION, Face::Bold, 12) + 120;
    let right = if page.landscape { inner / 2 } else { nation };
    let left = inner.saturating_sub(right);
    let widths = [left, right];
    let bodies = format!("{}{}", bodies(heading, left.saturating_sub(160)), body_rule(heading, left));
    let motto = twips_of(MOTTO, Face::Bold, 13);
    let state = format!("{}{}{}", plain("QuocHieu", NATION), plain("TieuNgu", MOTTO), rule(right, motto));
    let mut rows = format!("<w:tr>{}{}</w:tr>", cell(left, "", &bodies), cell(right, "", &state));
    if !heading.number.is_empty() || !heading.place_and_date.is_empty() {
        let number = cell(left, "", &plain("SoVanBan", &heading.number));
        let date = cell(right, "", &plain("NgayThang", &heading.place_and_date));
        rows += &["<w:tr>", &number, &date, "</w:tr>"].concat();
    }
    format!("<w:tbl>{}{rows}</w:tbl>{}", bare_table(&widths), sliver())
}

fn bodies(heading: &Heading, room: u32) -> String {
    let points = room / 20;
    let superior = fold_name(&heading.superior, Face::Regular, 12, points);
    let body = fold_name(&heading.body, Face::Bold, 12, points);
    let above: String = superior.iter().map(|line| plain("CapTren", line)).collect();
    let own: String = body.iter().map(|line| plain("BanHanh", line)).collect();
    above + &own
}

fn body_rule(heading: &Heading, room: u32) -> String {
    let lines = fold_name(&heading.body, Face::Bold, 12, room / 20);
    let longest = lines.iter().map(|line| twips_of(line, Face::Bold, 12)).max().unwrap_or(0);
    rule(room, longest * 4 / 10)
}

pub(super) fn title(title: &Title, page: &Page) -> String {
    let mut out = String::new();
    if !title.kind.is_empty() {
        out.push_str(&plain("TenLoai", &title.kind));
    }
    for line in &title.summary {
        out.push_str(&plain("TrichYeu", line));
    }
    if !title.note.is_empty() {
        out.push_str(&plain("KemTheo", &title.note));
    }
    if title.rule {
        out.push_str(&rule(super::xml::twips(u32::from(page.inner_width())), super::xml::twips(32)));
    }
    out + r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>"#
}
