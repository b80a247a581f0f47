//! Who gets a copy and who signs: one piece that no page break can split.

use super::xml::{Hand, bare_table, cell, paragraph, plain, run, sliver, twips};
use press::{Closing, Page, RECIPIENTS, Signature};

const KEEP: &str = "<w:keepNext/>";
/// Room to sign, millimetres.
const SPACE: u32 = 24;

pub(super) fn closing(closing: &Closing, page: &Page) -> String {
    let copies = usize::from(!closing.recipients.is_empty());
    let count = (closing.signatures.len() + copies).max(2);
    let each = twips(u32::from(page.inner_width())) / u32::try_from(count).unwrap_or(2);
    let widths = vec![each; count];
    let before = count - closing.signatures.len();
    let space = format!(r#"<w:trHeight w:val="{}" w:hRule="exact"/>"#, twips(SPACE));
    let mut rows = String::new();
    if !closing.place_and_date.is_empty() {
        let date = cell(each, "", &paragraph("NgayThang", KEEP, &run(&closing.place_and_date, Hand::default())));
        rows.push_str(&row("", &(empty(each, "").repeat(count - 1) + &date)));
    }
    rows.push_str(&row("", &(left(closing, each, before, true) + &signers(closing, each, authority))));
    rows.push_str(&row(
        &space,
        &(left(closing, each, before, false) + &signers(closing, each, |_| keeping("NguoiKy", ""))),
    ));
    rows.push_str(&row(
        "",
        &(left(closing, each, before, false) + &signers(closing, each, |one| plain("NguoiKy", &one.name))),
    ));
    let gap = format!(
        r#"<w:p><w:pPr>{KEEP}<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>"#
    );
    format!("{gap}<w:tbl>{}{rows}</w:tbl>{}", bare_table(&widths), sliver())
}

fn row(rules: &str, cells: &str) -> String {
    format!("<w:tr><w:trPr><w:cantSplit/>{rules}</w:trPr>{cells}</w:tr>")
}

fn keeping(style: &str, text: &str) -> String {
    paragraph(style, KEEP, &run(text, Hand::default()))
}

fn empty(width: u32, rules: &str) -> String {
    cell(width, rules, &keeping("NoiNhan", ""))
}

fn signers(closing: &Closing, width: u32, content: impl Fn(&Signature) -> String) -> String {
    closing.signatures.iter().map(|one| cell(width, "", &content(one))).collect()
}

fn authority(one: &Signature) -> String {
    let mut lines: String = one.lines.iter().map(|line| keeping("NguoiKy", line)).collect();
    if !one.note.is_empty() {
        lines.push_str(&keeping("KemTheo", &one.note));
    }
    if lines.is_empty() { keeping("NguoiKy", "") } else { lines }
}

/// The cells left of the signatures; the list of recipients reaches down over all rows.
fn left(closing: &Closing, width: u32, before: usize, first: bool) -> String {
    if before == 0 {
        return String::new();
    }
    let others = empty(width, "").repeat(before - 1);
    if closing.recipients.is_empty() {
        return empty(width, "") + &others;
    }
    let content = if first {
        let label = run(RECIPIENTS, Hand { bold: true, italic: true, size: 24 });
        let list: String = closing.recipients.iter().map(|one| keeping("NoiNhan", &format!("- {one}"))).collect();
        cell(width, r#"<w:vMerge w:val="restart"/>"#, &(paragraph("NoiNhan", KEEP, &label) + &list))
    } else {
        empty(width, "<w:vMerge/>")
    };
    content + &others
}
