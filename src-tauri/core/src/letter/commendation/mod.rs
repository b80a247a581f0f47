//! The commendation decision ("quyết định khen thưởng") and its attached list, set out as NĐ 30/2020 wants them.

use chrono::NaiveDate;

use super::{
    About, Align, Article, Block, Closing, Column, Heading, Letter, Page, Paragraph, Row, Run, Section, Signature,
    Table, Title, WideCell, Width,
};
use crate::calendar::written_out;
use crate::money::Dong;
use crate::vietnamese::NumberWords;

/// What a commendation decision says: everything frozen at its issue.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CommendationDecision {
    /// The body above, as the heading names it; empty when there is none.
    pub superior: String,
    /// The issuing body, as the heading names it.
    pub body: String,
    /// "12", "12a"; empty: room is left for a pen.
    pub number: String,
    /// "QĐ-LĐLĐ".
    pub symbol: String,
    /// Place before the date.
    pub place: String,
    /// Day of the decision; none: room is left for a pen.
    pub date: Option<NaiveDate>,
    /// "QUYẾT ĐỊNH".
    pub kind: String,
    /// "Về việc tặng Giấy khen …"
    pub summary: String,
    /// "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG HUYỆN …"
    pub authority: String,
    /// "Căn cứ …", without a mark at the end.
    pub grounds: Vec<String>,
    /// What each article says, without "Điều 1."; a new line starts a paragraph.
    pub articles: Vec<String>,
    /// Who gets a copy, without a mark at the end.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Signature,
    /// The attached list; none when there is nothing to attach.
    pub annex: Option<Annex>,
}

/// The attached list ("danh sách kèm theo").
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Annex {
    /// "Tập thể, cá nhân được tặng Giấy khen": what the list is of.
    pub summary: String,
    /// Who decided, for the line "(Kèm theo Quyết định số … của …)".
    pub issuer: String,
    /// "Tập thể", then "Cá nhân".
    pub parts: Vec<AnnexPart>,
    /// How entries are counted.
    pub counting: Counting,
    /// How amounts are read aloud.
    pub words: NumberWords,
}

/// How the entries of a list with several parts are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// From 1 in each part.
    #[default]
    Restart,
    /// Through the whole list.
    Continue,
}

/// A part of the list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AnnexPart {
    /// "Tập thể".
    pub heading: String,
    /// Who is named, in order.
    pub entries: Vec<AnnexEntry>,
}

/// One name on the list.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct AnnexEntry {
    /// A collective: it has no post, and its name reaches over the columns of post and unit.
    pub collective: bool,
    /// "Ông", "Bà"; empty for a collective.
    pub honorific: String,
    /// The name.
    pub name: String,
    /// The post, as it shall be printed.
    pub post: String,
    /// The unit, as it shall be printed; empty for a collective that is a unit itself.
    pub unit: String,
    /// The form of the award; printed when the list holds more than one form.
    pub form: String,
    /// The bonus; none when none is paid.
    pub amount: Option<Dong>,
    /// Anything else.
    pub note: String,
}

/// Blanks that a pen fills.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

impl CommendationDecision {
    /// The decision with its list as a paper.
    pub fn letter(&self, about: About) -> Letter {
        let mut sections = vec![Section { page: Page::upright(), blocks: self.decision() }];
        sections.extend(self.annex.as_ref().map(|annex| annex.section(self)));
        Letter { about, sections }
    }

    /// "12/QĐ-LĐLĐ"; a number below 10 with a zero in front, room for a pen where there is none.
    pub fn number_and_symbol(&self) -> String {
        let number = match self.number.as_str() {
            "" => BLANK.to_owned(),
            one if one.len() == 1 && one.chars().all(|digit| digit.is_ascii_digit()) => format!("0{one}"),
            more => more.to_owned(),
        };
        format!("{number}/{}", self.symbol)
    }

    fn day(&self) -> String {
        self.date.map_or_else(|| format!("ngày{BLANK}tháng{BLANK}năm{BLANK}"), written_out)
    }

    fn decision(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::Heading(Heading {
                superior: self.superior.clone(),
                body: self.body.clone(),
                number: format!("Số: {}", self.number_and_symbol()),
                place_and_date: format!("{}, {}", self.place, self.day()),
            }),
            Block::Title(Title {
                kind: self.kind.clone(),
                summary: vec![self.summary.clone()],
                note: String::new(),
                rule: true,
            }),
            Block::bold_line(&self.authority),
        ];
        blocks.extend(marked(&self.grounds).into_iter().map(|text| Block::Ground { text }));
        blocks.push(Block::bold_line("QUYẾT ĐỊNH:"));
        blocks.extend((1..).zip(&self.articles).map(|(number, words)| {
            let paragraphs = words.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
            Block::Article(Article { lead: format!("Điều {number}."), paragraphs })
        }));
        blocks.push(Block::Closing(Closing {
            place_and_date: String::new(),
            recipients: marked(&self.recipients),
            signatures: vec![self.signature.clone()],
        }));
        blocks
    }
}

/// A semicolon after each line and a full stop after the last, where the clerk has not put a mark.
fn marked(lines: &[String]) -> Vec<String> {
    let last = lines.len().saturating_sub(1);
    let lines = lines.iter().enumerate().map(|(at, line)| {
        let line = line.trim_end_matches([';', '.', ',', ' ']);
        format!("{line}{}", if at == last { "." } else { ";" })
    });
    lines.collect()
}

/// Which of the columns that a list can do without it has.
#[derive(Clone, Copy)]
struct Shown {
    /// Post and unit: a collective has neither.
    people: bool,
    form: bool,
    amount: bool,
    note: bool,
}

impl Shown {
    /// How many columns tell who it is.
    fn named(self) -> usize {
        if self.people { 3 } else { 1 }
    }
}

impl Annex {
    /// How many names stand on the list.
    pub fn entries(&self) -> usize {
        self.parts.iter().map(|part| part.entries.len()).sum()
    }

    /// The sum of all bonuses; none when it is beyond what can be written down.
    pub fn total(&self) -> Option<Dong> {
        Dong::total(self.parts.iter().flat_map(|part| &part.entries).filter_map(|entry| entry.amount))
    }

    fn section(&self, decision: &CommendationDecision) -> Section {
        let shown = self.shown();
        let page = if shown.form || shown.note { Page::across() } else { Page { text_size: 13, ..Page::upright() } };
        let note =
            format!("(Kèm theo Quyết định số {} {} của {})", decision.number_and_symbol(), decision.day(), self.issuer);
        let title = Title { kind: "DANH SÁCH".to_owned(), summary: vec![self.summary.clone()], note, rule: true };
        let mut blocks = vec![Block::Title(title), Block::Table(self.table(shown, page.landscape))];
        if let Some(total) = self.total().filter(|_| shown.amount) {
            blocks.push(Block::Paragraph(Paragraph {
                runs: vec![Run::italic(format!("(Bằng chữ: {}./.)", self.words.dong(total)))],
                align: Align::Left,
                indent: false,
            }));
        }
        Section { page, blocks }
    }

    fn shown(&self) -> Shown {
        let entries = || self.parts.iter().flat_map(|part| &part.entries);
        let mut forms: Vec<&str> = entries().map(|entry| entry.form.as_str()).collect();
        forms.sort_unstable();
        forms.dedup();
        Shown {
            people: entries().any(|entry| !entry.collective),
            form: forms.len() > 1,
            amount: entries().any(|entry| entry.amount.is_some()),
            note: entries().any(|entry| !entry.note.is_empty()),
        }
    }

    fn table(&self, shown: Shown, across: bool) -> Table {
        let column = |header: &str, width, align| Column { header: header.to_owned(), width, align };
        let mut columns = vec![
            column("STT", Width::Mm(12), Align::Centre),
            column(self.name_header(), Width::Share(11), Align::Left),
        ];
        if shown.people {
            columns.push(column("Chức vụ", Width::Share(10), Align::Left));
            columns.push(column("Đơn vị", Width::Share(11), Align::Left));
        }
        if shown.form {
            columns.push(column("Hình thức khen thưởng", Width::Share(14), Align::Left));
        }
        if shown.amount {
            columns.push(column("Mức thưởng\n(đồng)", Width::Mm(28), Align::Right));
        }
        if shown.note {
            columns.push(column("Ghi chú", Width::Share(8), Align::Left));
        }
        Table { columns, groups: Vec::new(), rows: self.rows(shown), text_size: if across { 13 } else { 12 } }
    }

    fn name_header(&self) -> &'static str {
        let entries = || self.parts.iter().flat_map(|part| &part.entries);
        match (entries().any(|entry| entry.collective), entries().any(|entry| !entry.collective)) {
            (true, true) => "Tên tập thể,\nhọ và tên",
            (true, false) => "Tên tập thể",
            (false, _) => "Họ và tên",
        }
    }

    fn rows(&self, shown: Shown) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut count = 0;
        let several = self.parts.iter().filter(|part| !part.entries.is_empty()).count() > 1;
        let filled = self.parts.iter().filter(|part| !part.entries.is_empty());
        for (part, number) in filled.zip(1..) {
            if several {
                rows.push(Row::Group { text: format!("{}. {}", roman(number), part.heading.to_uppercase()) });
            }
            count = if self.counting == Counting::Restart { 0 } else { count };
            for entry in &part.entries {
                count += 1;
                rows.push(entry.row(count, shown));
            }
        }
        if let Some(total) = self.total().filter(|_| shown.amount) {
            let mut cells = vec![total.to_string()];
            if shown.note {
                cells.push(String::new());
            }
            rows.push(Row::Total {
                label: "Tổng cộng".to_owned(),
                span: shown.named() + usize::from(shown.form) + 1,
                cells,
            });
        }
        rows
    }
}

/// Parts of a list are counted I, II, III.
pub(crate) fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        out.push_str(&sign.repeat(rest / value));
        rest %= value;
    }
    out
}

impl AnnexEntry {
    /// "Bà Nguyễn Thị Hoa", never broken after "Bà".
    fn called(&self) -> String {
        if self.honorific.is_empty() { self.name.clone() } else { format!("{}\u{a0}{}", self.honorific, self.name) }
    }

    fn row(&self, count: usize, shown: Shown) -> Row {
        let mut rest = Vec::new();
        if shown.form {
            rest.push(self.form.clone());
        }
        if shown.amount {
            rest.push(self.amount.map(|amount| amount.to_string()).unwrap_or_default());
        }
        if shown.note {
            rest.push(self.note.clone());
        }
        if !self.collective {
            let mut cells = vec![count.to_string(), self.called(), self.post.clone(), self.unit.clone()];
            cells.append(&mut rest);
            return Row::Line { cells };
        }
        let name = if self.unit.is_empty() || self.unit == self.name {
            self.name.clone()
        } else {
            format!("{}, {}", self.name, self.unit)
        };
        let one = |text: String| WideCell { text, columns: 1 };
        let mut cells = vec![one(count.to_string()), WideCell { text: name, columns: shown.named() }];
        cells.extend(rest.into_iter().map(one));
        Row::Wide { cells }
    }
}

#[cfg(test)]
mod tests;
