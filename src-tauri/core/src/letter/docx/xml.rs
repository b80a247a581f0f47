//! Pieces of Word's own language. Words always pass through [`words`]: cleaned and escaped.

use press::clean;
use quick_xml::escape::escape;

pub(super) const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
pub(super) const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// Millimetres in twentieths of a point.
pub(super) fn twips(millimetres: u32) -> u32 {
    millimetres * 567 / 10
}

/// How a run is written where it differs from its style.
#[derive(Clone, Copy, Default)]
pub(super) struct Hand {
    pub bold: bool,
    pub italic: bool,
    /// Half points; 0: as the style says.
    pub size: u32,
}

/// A run of text; a line break for each `\n`.
pub(super) fn run(text: &str, hand: Hand) -> String {
    let mut rules = String::new();
    if hand.bold {
        rules.push_str("<w:b/>");
    }
    if hand.italic {
        rules.push_str("<w:i/>");
    }
    if hand.size > 0 {
        let size = hand.size.to_string();
        rules += &[r#"<w:sz w:val=""#, &size, r#""/><w:szCs w:val=""#, &size, r#""/>"#].concat();
    }
    let rules = if rules.is_empty() { rules } else { format!("<w:rPr>{rules}</w:rPr>") };
    format!("<w:r>{rules}{}</w:r>", words(text))
}

/// The text elements of a run.
pub(super) fn words(text: &str) -> String {
    let cleaned = clean(text);
    let lines = cleaned.split('\n').map(|line| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escape(line)));
    lines.collect::<Vec<_>>().join("<w:br/>")
}

/// A paragraph in a named style, with further rules after the style's name (in the order of the schema).
pub(super) fn paragraph(style: &str, rules: &str, runs: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{rules}</w:pPr>{runs}</w:p>"#)
}

/// A paragraph of one run, all as its style says.
pub(super) fn plain(style: &str, text: &str) -> String {
    paragraph(style, "", &run(text, Hand::default()))
}

/// A rule `part` percent as long as `length` twips, in the middle of a place `room` twips wide.
pub(super) fn rule(room: u32, length: u32) -> String {
    let indent = room.saturating_sub(length) / 2;
    let border = r#"<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>"#;
    let spacing = r#"<w:spacing w:before="50" w:after="0" w:line="60" w:lineRule="exact"/>"#;
    format!(r#"<w:p><w:pPr>{border}{spacing}<w:ind w:left="{indent}" w:right="{indent}"/></w:pPr></w:p>"#)
}

/// A paragraph that takes next to no room: Word wants one between two tables and at the end of a cell.
pub(super) fn sliver() -> &'static str {
    r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#
}

/// The same, on one page with what follows.
pub(super) fn held_sliver() -> &'static str {
    r#"<w:p><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#
}

/// Rules of a table without lines, `widths` twips wide.
pub(super) fn bare_table(widths: &[u32]) -> String {
    let whole: u32 = widths.iter().sum();
    let margins = r#"<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>"#;
    format!(
        r#"<w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}</w:tblPr>{}"#,
        grid(widths)
    )
}

/// Pieces one after the other.
pub(super) fn joined(pieces: impl Iterator<Item = String>) -> String {
    pieces.collect::<Vec<_>>().concat()
}

/// The columns of a table.
pub(super) fn grid(widths: &[u32]) -> String {
    let columns = joined(widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)));
    format!("<w:tblGrid>{columns}</w:tblGrid>")
}

/// A cell with rules after its width.
pub(super) fn cell(width: u32, rules: &str, content: &str) -> String {
    format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rules}</w:tcPr>{content}</w:tc>"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_markup() {
        assert_eq!(
            words("A & <b>\"x\"</b>\u{1}"),
            r#"<w:t xml:space="preserve">A &amp; &lt;b&gt;&quot;x&quot;&lt;/b&gt;</w:t>"#
        );
    }

    #[test]
    fn a_new_line_is_a_break_within_the_paragraph() {
        assert_eq!(words("a\nb").matches("<w:br/>").count(), 1);
    }
}
