//! Papers of the pledges: the posting list of each unit, the pledges themselves as a booklet, and how far they have come.

use super::{
    PledgeBlock, PledgeChoice, PledgeFigures, PledgeFiguresOf, PledgeLine, PledgeQuery, PledgeTally, Shortcoming,
    figures, lines, shortcomings,
};
use crate::{
    calendar::{shown, written_out},
    error::{Error, Result},
    host::{self, Host},
    journal::What,
    letter::{
        self, About, Align, Block, Closing, Field, Heading, Letter, Page, Paragraph, Run, Section, Signature, Table,
        Title,
    },
    members::{self, UnmaskingId},
    office::Office,
    paper::{Paper, PaperKind},
    settings,
    sheet::{
        Cell, Column, Kind, Sheet,
        office_list::{OfficeList, OfficePart},
    },
    units::UnitMap,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Pledges in one booklet; a longer one would not be printed in one go.
const MOST: usize = 1_000;

/// Which pledges a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeListPaper {
    /// Which pledges, in which order.
    pub query: PledgeQuery,
}

/// Which pledges a booklet holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeBooklet {
    /// Which pledges.
    pub pledges: PledgeChoice,
    /// With the shortcomings: needs leave, and is written down. Without it they are left out.
    #[serde(default)]
    pub unmasking: Option<UnmaskingId>,
}

/// A pledge as its paper says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PledgeSaid {
    /// As in the list.
    pub line: PledgeLine,
    /// The topic of the year; empty: none.
    pub topic: String,
    /// What is to be mended; empty when it was not asked for.
    pub shortcomings: Vec<Shortcoming>,
    /// "Vân Trạch".
    pub place: String,
}

fn about(office: &Office, host: &Host, title: &str) -> About {
    About {
        title: title.to_owned(),
        author: host.name.clone(),
        ident: title.to_lowercase(),
        made_at: office.now().naive_local(),
    }
}

/// The posting lists as one workbook.
pub fn xlsx(office: &mut Office, wish: PledgeListPaper) -> Result<Paper> {
    let (sheet, about) = posted(office, &wish)?;
    sheet.paper(PaperKind::Xlsx, about)
}

/// The posting lists for print.
pub fn pdf(office: &mut Office, wish: PledgeListPaper) -> Result<Paper> {
    let (sheet, about) = posted(office, &wish)?;
    sheet.paper(PaperKind::Pdf, about)
}

fn posted(office: &Office, wish: &PledgeListPaper) -> Result<(Sheet, About)> {
    let today = office.today();
    let lines = lines::matching(office, &wish.query, false)?
        .into_iter()
        .map(|id| lines::line(office.db(), id, today, false))
        .collect::<Result<Vec<_>>>()?;
    let host = host::as_of(office, today)?;
    let about = about(office, &host, "Danh sách công khai cam kết");
    Ok((posting(host.heading(), wish.query.year, lines), about))
}

/// The posting list: unit by unit, what each promises and who confirmed it. Shortcomings never stand on it.
pub fn posting(heading: Heading, year: i32, lines: Vec<PledgeLine>) -> Sheet {
    let column = |header: &str, width, kind| Column { header: header.to_owned(), width, kind };
    let mut parts: Vec<OfficePart> = Vec::new();
    for line in lines {
        let heading = format!("{} {} – {}", line.unit_code, line.unit_name, line.period_name);
        let row = vec![
            Cell::text(line.name.clone()),
            Cell::text(line.position.clone()),
            Cell::text(promised(&line)),
            Cell::text(line.confirmed_by.clone()),
            line.confirmed_on.map_or(Cell::Empty, Cell::Day),
        ];
        match parts.last_mut().filter(|part| part.heading == heading) {
            Some(part) => part.rows.push(row),
            None => parts.push(OfficePart { heading, rows: vec![row] }),
        }
    }
    OfficeList {
        name: "Công khai".to_owned(),
        heading: Some(heading),
        title: format!("DANH SÁCH CÔNG KHAI CAM KẾT TU DƯỠNG, RÈN LUYỆN, PHẤN ĐẤU NĂM {year}"),
        filter: String::new(),
        columns: vec![
            column("Họ và tên", 24, Kind::Text),
            column("Chức vụ", 20, Kind::Text),
            column("Nội dung cam kết", 66, Kind::Text),
            column("Xác nhận", 14, Kind::Text),
            column("Ngày", 12, Kind::Date),
        ],
        parts,
        counted: "bản cam kết".to_owned(),
        closing: None,
    }
    .sheet()
}

/// All that is promised, in the order of the form.
fn promised(line: &PledgeLine) -> String {
    let blocks = PledgeBlock::ALL.iter().filter_map(|block| line.content.get(block));
    blocks.map(String::as_str).collect::<Vec<_>>().join(" ")
}

const RESTRICTED: What = What::new("pledge.restricted_export", "In cam kết có phần hạn chế, khuyết điểm");

/// The pledges as a booklet for print, each on pages of its own.
pub fn booklet_pdf(office: &mut Office, wish: PledgeBooklet) -> Result<Paper> {
    let letter = bound(office, &wish)?;
    Ok(Paper::new(PaperKind::Pdf, "Bản cam kết", letter::pdf(&letter)?))
}

/// The pledges as a booklet for Word.
pub fn booklet_docx(office: &mut Office, wish: PledgeBooklet) -> Result<Paper> {
    let letter = bound(office, &wish)?;
    Ok(Paper::new(PaperKind::Docx, "Bản cam kết", letter::docx(&letter)?))
}

fn bound(office: &mut Office, wish: &PledgeBooklet) -> Result<Letter> {
    let seen = members::may_see(office, wish.unmasking)?;
    let ids = wish.pledges.pledges(office)?;
    if ids.len() > MOST {
        return Err(Error::refused(
            "pledges",
            format!("Đã chọn {} bản, mỗi lần in tối đa {MOST}. Hãy in theo từng khối hoặc từng đơn vị.", ids.len()),
        ));
    }
    let today = office.today();
    let host = host::as_of(office, today)?;
    let db = office.db();
    let mut said = Vec::new();
    for id in ids {
        let line = lines::line(db, id, today, seen)?;
        let topic = super::topic_of(db, line.period)?;
        let shortcomings = if seen { shortcomings::of(db, id, today)? } else { Vec::new() };
        said.push(PledgeSaid { line, topic, shortcomings, place: host.place.clone() });
    }
    if said.iter().any(|one| !one.shortcomings.is_empty()) {
        // who took restricted data out of the office is remembered, although nothing in the register changes
        office.keep(RESTRICTED, |pen| {
            pen.detail(format!("{} bản cam kết", said.len()));
            settings::set(pen, "restricted_export", &pen.now().to_rfc3339())
        })?;
    }
    Ok(booklet(about(office, &host, "Bản cam kết"), &said))
}

/// The pledges on paper, each beginning a page.
pub fn booklet(about: About, pledges: &[PledgeSaid]) -> Letter {
    let sections = pledges.iter().map(|pledge| Section { page: Page::upright(), blocks: pledge.blocks() }).collect();
    Letter { about, sections }
}

impl PledgeSaid {
    fn blocks(&self) -> Vec<Block> {
        let line = &self.line;
        let year = line.period_name.to_uppercase();
        let mut blocks = vec![
            Block::Heading(Heading { body: line.unit_name.to_uppercase(), ..Heading::default() }),
            Block::Title(Title {
                kind: "BẢN CAM KẾT".to_owned(),
                summary: vec![format!("TU DƯỠNG, RÈN LUYỆN, PHẤN ĐẤU {year}")],
                rule: true,
                ..Title::default()
            }),
            Block::Fields { fields: self.fields() },
            part("I. NỘI DUNG CAM KẾT"),
        ];
        let written = PledgeBlock::ALL.iter().filter_map(|block| Some((block, line.content.get(block)?)));
        for (no, (block, text)) in (1..).zip(written) {
            blocks.push(item(no, block.label(), text));
        }
        if !self.shortcomings.is_empty() {
            blocks.push(part("II. HẠN CHẾ, KHUYẾT ĐIỂM VÀ KẾ HOẠCH KHẮC PHỤC"));
            blocks.push(Block::Table(self.shortcomings()));
        }
        blocks.push(Block::Closing(self.closing()));
        blocks
    }

    fn fields(&self) -> Vec<Field> {
        let line = &self.line;
        let cell = line.restricted.as_ref().map(|known| known.party_cell.clone()).unwrap_or_default();
        let who = if line.member.is_some() {
            ("Họ và tên", line.name.clone())
        } else {
            ("Tập thể", line.unit_name.clone())
        };
        [
            who,
            ("Chức vụ", line.position.clone()),
            ("Đơn vị", if line.member.is_some() { line.unit_name.clone() } else { String::new() }),
            ("Sinh hoạt tại chi bộ", cell),
            ("Chuyên đề của năm", self.topic.clone()),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| Field { label: label.to_owned(), value })
        .collect()
    }

    fn shortcomings(&self) -> Table {
        use letter::{Column, Row, Width};
        let column = |header: &str, width, align| Column { header: header.to_owned(), width, align };
        let rows = (1..).zip(&self.shortcomings).map(|(no, one): (usize, _)| Row::Line {
            cells: vec![
                no.to_string(),
                one.shortcoming.clone(),
                one.cause.clone(),
                one.correction.clone(),
                one.deadline.map(shown).unwrap_or_default(),
                one.follower.clone(),
            ],
        });
        Table {
            columns: vec![
                column("STT", Width::Mm(11), Align::Centre),
                column("Hạn chế, khuyết điểm", Width::Share(4), Align::Left),
                column("Nguyên nhân", Width::Share(3), Align::Left),
                column("Biện pháp khắc phục", Width::Share(4), Align::Left),
                column("Thời hạn", Width::Mm(25), Align::Centre),
                column("Người theo dõi", Width::Share(2), Align::Left),
            ],
            groups: Vec::new(),
            rows: rows.collect(),
            text_size: 12,
        }
    }

    fn closing(&self) -> Closing {
        let line = &self.line;
        let day = line.registered_on.map_or_else(|| "ngày … tháng … năm …".to_owned(), written_out);
        let confirmer = if line.confirmed_by.is_empty() { "CHI BỘ (BCH CĐCS)" } else { line.confirmed_by.as_str() };
        let note = line.confirmed_on.map(|day| day.format("(Đã xác nhận ngày %d/%m/%Y)").to_string());
        let promiser = if line.member.is_some() { "NGƯỜI CAM KẾT" } else { "ĐẠI DIỆN TẬP THỂ" };
        Closing {
            place_and_date: if self.place.is_empty() { day.clone() } else { format!("{}, {day}", self.place) },
            recipients: Vec::new(),
            signatures: vec![
                Signature {
                    lines: vec!["XÁC NHẬN CỦA".to_owned(), confirmer.to_uppercase()],
                    note: note.unwrap_or_default(),
                    name: String::new(),
                },
                Signature {
                    lines: vec![promiser.to_owned()],
                    note: "(Ký, ghi rõ họ tên)".to_owned(),
                    name: if line.member.is_some() { line.name.clone() } else { String::new() },
                },
            ],
        }
    }
}

fn part(text: &str) -> Block {
    let run = Run { text: text.to_owned(), bold: true, italic: false };
    Block::Paragraph(Paragraph { runs: vec![run], align: Align::Left, indent: false })
}

fn item(no: usize, label: &str, text: &str) -> Block {
    let runs = vec![
        Run { text: format!("{no}. {label}: "), bold: true, italic: false },
        Run { text: text.to_owned(), bold: false, italic: false },
    ];
    Block::Paragraph(Paragraph { runs, align: Align::Justify, indent: true })
}

/// How far the pledges of a year have come, as a workbook.
pub fn progress_xlsx(office: &mut Office, of: PledgeFiguresOf) -> Result<Paper> {
    let (sheet, about) = counted(office, of)?;
    sheet.paper(PaperKind::Xlsx, about)
}

/// How far the pledges of a year have come, for print.
pub fn progress_pdf(office: &mut Office, of: PledgeFiguresOf) -> Result<Paper> {
    let (sheet, about) = counted(office, of)?;
    sheet.paper(PaperKind::Pdf, about)
}

fn counted(office: &mut Office, of: PledgeFiguresOf) -> Result<(Sheet, About)> {
    let figures = figures::figures(office, of)?;
    let today = office.today();
    let host = host::as_of(office, today)?;
    let about = about(office, &host, &format!("Tiến độ cam kết năm {}", of.year));
    Ok((progress(host.heading(), of, today, &figures), about))
}

/// The table of progress: as a whole, of women, of Party members, by bloc, by unit.
pub fn progress(heading: Heading, of: PledgeFiguresOf, today: NaiveDate, figures: &PledgeFigures) -> Sheet {
    let map = if of.map == UnitMap::Now { "; theo đơn vị hiện nay" } else { "" };
    let column = |header: &str, width, kind| Column { header: header.to_owned(), width, kind };
    let rows = |tallies: &[&PledgeTally]| tallies.iter().map(|tally| cells(tally)).collect();
    let part =
        |heading: &str, tallies: &[&PledgeTally]| OfficePart { heading: heading.to_owned(), rows: rows(tallies) };
    let mut parts = vec![part("Chung", &[&figures.whole, &figures.women, &figures.party, &figures.collectives])];
    if !figures.blocs.is_empty() {
        parts.push(part("Theo khối thi đua", &figures.blocs.iter().collect::<Vec<_>>()));
    }
    parts.push(part("Theo đơn vị", &figures.units.iter().collect::<Vec<_>>()));
    OfficeList {
        name: "Tiến độ".to_owned(),
        heading: Some(heading),
        title: format!("TIẾN ĐỘ CAM KẾT TU DƯỠNG, RÈN LUYỆN, PHẤN ĐẤU NĂM {}", of.year),
        filter: format!("Tính đến {}{map}", written_out(today)),
        columns: vec![
            column("Khối, đơn vị", 44, Kind::Text),
            column("Đăng ký", 10, Kind::Number),
            column("Xác nhận", 10, Kind::Number),
            column("Công khai", 10, Kind::Number),
            column("Sơ kết", 10, Kind::Number),
            column("Tự đánh giá", 10, Kind::Number),
            column("Đánh giá", 10, Kind::Number),
            column("Tỷ lệ sơ kết (%)", 10, Kind::Number),
            column("Tỷ lệ đánh giá (%)", 10, Kind::Number),
        ],
        parts,
        counted: String::new(),
        closing: None,
    }
    .sheet()
}

fn cells(tally: &PledgeTally) -> Vec<Cell> {
    // whole percent, halves up
    let share = |part: i64| match tally.registered {
        0 => Cell::Empty,
        of => Cell::Number((part * 200 + of) / (of * 2)),
    };
    vec![
        Cell::text(tally.label.clone()),
        Cell::Number(tally.registered),
        Cell::Number(tally.confirmed),
        Cell::Number(tally.posted),
        Cell::Number(tally.reviewed),
        Cell::Number(tally.self_assessed),
        Cell::Number(tally.assessed),
        share(tally.reviewed),
        share(tally.assessed),
    ]
}
