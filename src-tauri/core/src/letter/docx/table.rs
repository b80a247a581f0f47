//! A table whose header row repeats and whose rows are never split.

use super::blocks::side;
use super::xml::{Hand, cell, grid, held_sliver, joined, paragraph, run, sliver, twips};
use press::{Align, Column, Page, Row, Table, Width};

const MIDDLE: &str = r#"<w:vAlign w:val="center"/>"#;

pub(super) fn table(table: &Table, page: &Page, held: bool) -> String {
    let widths = widths(&table.columns, twips(u32::from(page.inner_width())));
    let mut rows = header(table, &widths);
    let count = table.rows.len();
    let last = count - table.last_rows();
    for (at, row) in table.rows.iter().enumerate() {
        rows.push_str(&body_row(table, row, &widths, at >= last && (held || at + 1 < count)));
    }
    let whole: u32 = widths.iter().sum();
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .map(|side| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#))
        .concat();
    let margins = r#"<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>"#;
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>{margins}</w:tblPr>{}{rows}</w:tbl>{}"#,
        grid(&widths),
        if held { held_sliver() } else { sliver() },
    )
}

/// Millimetres as they are, shares of what is left; never less than a figure needs.
fn widths(columns: &[Column], inner: u32) -> Vec<u32> {
    let fixed: u32 = columns
        .iter()
        .map(|column| match column.width {
            Width::Mm(millimetres) => twips(u32::from(millimetres)),
            Width::Share(_) => 0,
        })
        .sum();
    let shares: u32 = columns
        .iter()
        .map(|column| match column.width {
            Width::Mm(_) => 0,
            Width::Share(share) => u32::from(share),
        })
        .sum();
    let rest = inner.saturating_sub(fixed);
    columns
        .iter()
        .map(|column| match column.width {
            Width::Mm(millimetres) => twips(u32::from(millimetres)),
            Width::Share(share) => (rest * u32::from(share)).checked_div(shares).unwrap_or(0).max(300),
        })
        .collect()
}

struct Look<'a> {
    style: &'a str,
    bold: bool,
    size: u8,
    keep: bool,
}

fn words(text: &str, align: Align, look: &Look<'_>) -> String {
    let keep = if look.keep { "<w:keepNext/>" } else { "" };
    let hand = Hand { bold: look.bold, italic: false, size: u32::from(look.size) * 2 };
    paragraph(look.style, &format!("{keep}{}", side(align)), &run(text, hand))
}

fn row(rules: &str, cells: &str) -> String {
    format!("<w:tr><w:trPr><w:cantSplit/>{rules}</w:trPr>{cells}</w:tr>")
}

fn header(table: &Table, widths: &[u32]) -> String {
    let look = Look { style: "DauBang", bold: true, size: table.text_size, keep: true };
    let repeated = "<w:tblHeader/>";
    let grouped = |at: usize| table.groups.iter().find(|group| (group.from..group.from + group.columns).contains(&at));
    let named = table.columns.iter().zip(widths);
    if table.groups.is_empty() {
        let cells: String =
            named.map(|(column, width)| cell(*width, MIDDLE, &words(&column.header, Align::Centre, &look))).collect();
        return row(repeated, &cells);
    }
    let (mut upper, mut lower) = (String::new(), String::new());
    for (at, (column, width)) in named.enumerate() {
        let title = words(&column.header, Align::Centre, &look);
        match grouped(at) {
            None => {
                upper.push_str(&cell(*width, &format!(r#"<w:vMerge w:val="restart"/>{MIDDLE}"#), &title));
                lower.push_str(&cell(*width, "<w:vMerge/>", sliver()));
            }
            Some(group) => {
                if at == group.from {
                    let whole: u32 = widths.iter().skip(at).take(group.columns).sum();
                    let rules = format!(r#"<w:gridSpan w:val="{}"/>{MIDDLE}"#, group.columns);
                    upper.push_str(&cell(whole, &rules, &words(&group.title, Align::Centre, &look)));
                }
                lower.push_str(&cell(*width, MIDDLE, &title));
            }
        }
    }
    row(repeated, &upper) + &row(repeated, &lower)
}

fn body_row(table: &Table, one: &Row, widths: &[u32], keep: bool) -> String {
    let whole = |from: usize, count: usize| -> u32 { widths.iter().skip(from).take(count).sum() };
    let look = Look { style: "OBang", bold: false, size: table.text_size, keep };
    let bold = Look { bold: true, ..look };
    let line = |from: usize, cells: &[String], look: &Look<'_>| -> String {
        let placed = table.columns.iter().zip(widths).skip(from).zip(cells);
        placed.map(|((column, width), text)| cell(*width, MIDDLE, &words(text, column.align, look))).collect()
    };
    match one {
        Row::Line { cells } => row("", &line(0, cells, &look)),
        Row::Wide { cells } => {
            let mut at = 0;
            let placed = cells.iter().map(|wide| {
                let align = table.columns.get(at).map_or(Align::Left, |column| column.align);
                let width = whole(at, wide.columns);
                at += wide.columns;
                let rules = format!(r#"<w:gridSpan w:val="{}"/>{MIDDLE}"#, wide.columns);
                cell(width, &rules, &words(&wide.text, align, &look))
            });
            row("", &joined(placed))
        }
        Row::Group { text } => {
            let rules = format!(r#"<w:gridSpan w:val="{}"/>{MIDDLE}"#, table.columns.len());
            let look = Look { style: "NhomBang", bold: true, size: table.text_size, keep: true };
            row("", &cell(whole(0, table.columns.len()), &rules, &words(text, Align::Left, &look)))
        }
        Row::Total { label, span, cells } => {
            let rules = format!(r#"<w:gridSpan w:val="{span}"/>{MIDDLE}"#);
            let label = cell(whole(0, *span), &rules, &words(label, Align::Centre, &bold));
            row("", &(label + &line(*span, cells, &bold)))
        }
    }
}
