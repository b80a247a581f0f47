//! Each block of a letter as paragraphs.

use super::xml::{Hand, bare_table, cell, joined, paragraph, plain, run, sliver, twips};
use super::{closing, heading, table};
use press::{Align, Article, Block, Face, Field, Line, Page, Paragraph, width};

/// Keeps a paragraph on one page with what follows.
const KEEP: &str = "<w:keepNext/>";

/// One block; `held`: it stays on one page with the signatures after it.
pub(super) fn block(block: &Block, page: &Page, held: bool) -> String {
    let keep = if held { KEEP } else { "" };
    match block {
        Block::Heading(one) => heading::heading(one, page),
        Block::Title(one) => heading::title(one, page),
        Block::Line(one) => line(one),
        Block::Ground { text } => plain("CanCu", text),
        Block::Article(one) => article(one, keep),
        Block::Paragraph(one) => text(one, keep),
        Block::Fields { fields: list } => fields(list, page),
        Block::Table(one) => table::table(one, page, held),
        Block::Closing(one) => closing::closing(one, page),
        Block::PageBreak => r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#.to_owned(),
    }
}

fn line(line: &Line) -> String {
    let hand = Hand { bold: line.bold, italic: line.italic, size: 0 };
    paragraph("CanGiua", KEEP, &run(&line.text, hand))
}

fn article(article: &Article, keep: &str) -> String {
    let last = article.paragraphs.len().saturating_sub(1);
    let paragraphs = article.paragraphs.iter().enumerate().map(|(at, words)| {
        let lead = run(&format!("{} ", article.lead), Hand { bold: true, ..Hand::default() });
        let runs = run(words, Hand::default());
        let rules = if at == last { keep } else { "" };
        paragraph("ThanBai", rules, &if at == 0 { lead + &runs } else { runs })
    });
    paragraphs.collect()
}

fn text(text: &Paragraph, keep: &str) -> String {
    let runs: String =
        text.runs.iter().map(|one| run(&one.text, Hand { bold: one.bold, italic: one.italic, size: 0 })).collect();
    let indent = if text.indent { "" } else { r#"<w:ind w:firstLine="0"/>"# };
    paragraph("ThanBai", &format!("{keep}{indent}{}", side(text.align)), &runs)
}

/// Where lines stand, as Word names it.
pub(super) fn side(align: Align) -> &'static str {
    match align {
        Align::Left => r#"<w:jc w:val="left"/>"#,
        Align::Centre => r#"<w:jc w:val="center"/>"#,
        Align::Right => r#"<w:jc w:val="right"/>"#,
        Align::Justify => r#"<w:jc w:val="both"/>"#,
    }
}

fn fields(fields: &[Field], page: &Page) -> String {
    let inner = twips(u32::from(page.inner_width()));
    let named = fields.iter().map(|field| width(&field.label, Face::Regular)).max().unwrap_or(0);
    // A colon and some air after the longest label.
    let label = (named * u32::from(page.text_size) * 20 / 1000 + 300).min(inner / 2);
    let rows = joined(fields.iter().map(|field| {
        let name = plain("ThongTin", &format!("{}:", field.label));
        let value = paragraph("ThongTin", "", &run(&field.value, Hand { bold: true, ..Hand::default() }));
        ["<w:tr>", &cell(label, "", &name), &cell(inner - label, "", &value), "</w:tr>"].concat()
    }));
    format!("<w:tbl>{}{rows}</w:tbl>{}", bare_table(&[label, inner - label]), sliver())
}
