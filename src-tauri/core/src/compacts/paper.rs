//! Papers of a bloc: its compact with the signing list, the minutes of its meeting, the result of the acclaim.

use super::{
    CompactDraft, CompactOf, CompactRecord, MeetingDraft, MeetingOutcome, SigningLine, VoteLine, get, not_written, year,
};
use crate::{
    calendar::{shown, written_out},
    error::{Error, Result},
    host::{self, Host, Signer},
    letter::{
        self, About, Align, Block, Closing, Column, Heading, Letter, Page, Paragraph, Row, Run, Section, Signature,
        Table, Title, Width,
    },
    office::Office,
    paper::{Paper, PaperKind},
    periods::PeriodsOf,
    sheet::{
        self, Cell, Kind, Sheet,
        office_list::{OfficeList, OfficePart},
    },
    units::BlocId,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which papers: of one bloc, or of every bloc of the year that has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompactPaper {
    /// The year.
    pub year: i32,
    /// The bloc; none: every one.
    #[serde(default)]
    pub bloc: Option<BlocId>,
}

/// The compact with its signing list for print.
pub fn pdf(office: &mut Office, wish: CompactPaper) -> Result<Paper> {
    let letter = compacts(office, wish)?;
    Ok(Paper::new(PaperKind::Pdf, &letter.about.title, letter::pdf(&letter)?))
}

/// The compact with its signing list for Word.
pub fn docx(office: &mut Office, wish: CompactPaper) -> Result<Paper> {
    let letter = compacts(office, wish)?;
    Ok(Paper::new(PaperKind::Docx, &letter.about.title, letter::docx(&letter)?))
}

fn compacts(office: &mut Office, wish: CompactPaper) -> Result<Letter> {
    let records: Vec<CompactRecord> =
        records(office, wish)?.into_iter().filter(|record| record.line.compact.is_some()).collect();
    if records.is_empty() {
        return Err(not_written());
    }
    let mut sections = Vec::new();
    for record in &records {
        let day = record.draft.signed_on.unwrap_or_else(|| office.today());
        let signer = host::signers(office, day)?.into_iter().next();
        sections.extend(compact(&host::as_of(office, day)?, signer.as_ref(), record));
    }
    Ok(Letter { about: about(office, "Giao ước thi đua", wish, &records)?, sections })
}

fn records(office: &mut Office, wish: CompactPaper) -> Result<Vec<CompactRecord>> {
    let blocs: Vec<BlocId> = match wish.bloc {
        Some(bloc) => vec![bloc],
        None => year(office, PeriodsOf { year: wish.year })?.blocs.into_iter().map(|line| line.bloc).collect(),
    };
    blocs.into_iter().map(|bloc| get(office, CompactOf { bloc, year: wish.year })).collect()
}

fn about(office: &Office, what: &str, wish: CompactPaper, records: &[CompactRecord]) -> Result<About> {
    let whose = match records {
        [one] if wish.bloc.is_some() => format!(" {}", one.line.name),
        _ => String::new(),
    };
    Ok(About {
        title: format!("{what}{whose} năm {}", wish.year),
        author: host::as_of(office, office.today())?.name,
        ident: format!("compact-{}-{:?}", wish.year, wish.bloc),
        made_at: office.now().naive_local(),
    })
}

/// "KHỐI MẦM NON": a bloc that is not called so by name is called a bloc.
fn bloc_name(name: &str) -> String {
    let upper = name.to_uppercase();
    if upper.starts_with("KHỐI") || upper.starts_with("CỤM") { upper } else { format!("KHỐI THI ĐUA {upper}") }
}

/// A day that is known, or room to write it.
fn day(day: Option<NaiveDate>, year: i32) -> String {
    day.map_or_else(|| format!("ngày … tháng … năm {year}"), written_out)
}

fn place_and_date(host: &Host, on: Option<NaiveDate>, year: i32) -> String {
    if host.place.is_empty() { day(on, year) } else { format!("{}, {}", host.place, day(on, year)) }
}

fn heading(host: &Host, bloc: &str, place_and_date: String) -> Heading {
    Heading { superior: host.name.to_uppercase(), body: bloc_name(bloc), number: String::new(), place_and_date }
}

fn plain(text: &str) -> Block {
    paragraph(vec![Run { text: text.to_owned(), bold: false, italic: false }], Align::Justify, true)
}

fn part(text: &str) -> Block {
    paragraph(vec![Run { text: text.to_owned(), bold: true, italic: false }], Align::Left, false)
}

fn named(label: &str, text: &str) -> Block {
    let runs = vec![
        Run { text: format!("{label}: "), bold: true, italic: false },
        Run { text: text.to_owned(), bold: false, italic: false },
    ];
    paragraph(runs, Align::Justify, true)
}

fn paragraph(runs: Vec<Run>, align: Align, indent: bool) -> Block {
    Block::Paragraph(Paragraph { runs, align, indent })
}

/// Each line of a text as a paragraph.
fn lines(text: &str) -> Vec<Block> {
    text.lines().filter(|line| !line.is_empty()).map(plain).collect()
}

fn column(header: &str, width: Width, align: Align) -> Column {
    Column { header: header.to_owned(), width, align }
}

/// A compact and, on a page of its own, the list of those who sign it.
pub(super) fn compact(host: &Host, signer: Option<&Signer>, record: &CompactRecord) -> Vec<Section> {
    let CompactRecord { line, draft, signing, .. } = record;
    let place_and_date = place_and_date(host, draft.signed_on, draft.year);
    let mut blocks = vec![
        Block::Heading(heading(host, &line.name, place_and_date)),
        Block::Title(Title {
            kind: "BẢN GIAO ƯỚC THI ĐUA".to_owned(),
            summary: vec![format!("Năm {}", draft.year)],
            rule: true,
            ..Title::default()
        }),
    ];
    if !draft.document.is_empty() {
        blocks.push(Block::Ground { text: format!("Căn cứ {};", draft.document) });
    }
    blocks.extend(lines(&draft.opening));
    blocks.push(part("I. NỘI DUNG VÀ CHỈ TIÊU"));
    blocks.push(Block::Table(contents(draft)));
    blocks.push(part("II. TỔ CHỨC THỰC HIỆN"));
    blocks.extend(lines(&draft.ending));
    if !draft.place.is_empty() {
        blocks.push(plain(&format!("Bản giao ước được ký tại {}.", draft.place)));
    }
    blocks.push(Block::Closing(Closing { signatures: leaders(signer, record), ..Closing::default() }));
    let list = vec![
        Block::Title(Title {
            kind: "DANH SÁCH KÝ GIAO ƯỚC THI ĐUA".to_owned(),
            summary: vec![format!("{}, năm {}", line.name, draft.year)],
            note: signed_note(&signing.lines),
            rule: false,
        }),
        Block::Table(signing_list(&signing.lines)),
    ];
    vec![
        Section { page: Page::upright(), blocks },
        Section { page: Page { text_size: 13, ..Page::upright() }, blocks: list },
    ]
}

fn contents(draft: &CompactDraft) -> Table {
    let rows = (1..).zip(&draft.items).map(|(no, item): (usize, _)| Row::Line {
        cells: vec![no.to_string(), item.content.clone(), item.target.clone()],
    });
    Table {
        columns: vec![
            column("STT", Width::Mm(13), Align::Centre),
            column("Nội dung giao ước", Width::Share(3), Align::Left),
            column("Chỉ tiêu", Width::Share(2), Align::Left),
        ],
        groups: Vec::new(),
        rows: rows.collect(),
        text_size: 13,
    }
}

/// The office bears witness; deputy and head sign for the bloc.
fn leaders(signer: Option<&Signer>, record: &CompactRecord) -> Vec<Signature> {
    let of = |role: &str, unit: &str| {
        let known = record.signing.lines.iter().find(|line| line.role == role && line.signed_on.is_some());
        let unit = known.map_or(unit, |line| line.name.as_str());
        Signature {
            lines: vec![role.to_uppercase(), unit.to_uppercase()].into_iter().filter(|line| !line.is_empty()).collect(),
            note: if known.is_none() { "(Ký, ghi rõ họ tên)".to_owned() } else { String::new() },
            name: known.map(|line| line.signer.clone()).unwrap_or_default(),
        }
    };
    let witness = signer.map_or_else(
        || Signature { lines: vec!["CƠ QUAN CHỨNG KIẾN".to_owned()], ..Signature::default() },
        |signer| Signature {
            lines: vec!["CHỨNG KIẾN".to_owned(), signer.title.to_uppercase()],
            note: String::new(),
            name: signer.name.clone(),
        },
    );
    vec![witness, of("Khối phó", &record.line.deputy_name), of("Khối trưởng", &record.line.head_name)]
}

fn signed_note(lines: &[SigningLine]) -> String {
    let signed = lines.iter().filter(|line| line.signed_on.is_some()).count();
    if signed == 0 { String::new() } else { format!("(Đã ký: {signed} trong {} đơn vị)", lines.len()) }
}

fn signing_list(lines: &[SigningLine]) -> Table {
    let rows = (1..).zip(lines).map(|(no, line): (usize, _)| {
        let unit = if line.role.is_empty() { line.name.clone() } else { format!("{} ({})", line.name, line.role) };
        Row::Line {
            cells: vec![
                no.to_string(),
                unit,
                line.signer.clone(),
                line.post.clone(),
                line.signed_on.map(shown).unwrap_or_default(),
                String::new(),
            ],
        }
    });
    Table {
        columns: vec![
            column("STT", Width::Mm(11), Align::Centre),
            // names of units are long: three lines for each would push a bloc onto a second page
            column("Đơn vị", Width::Share(5), Align::Left),
            column("Đại diện ký", Width::Share(3), Align::Left),
            column("Chức vụ", Width::Mm(19), Align::Left),
            column("Ngày ký", Width::Mm(23), Align::Centre),
            column("Chữ ký", Width::Mm(26), Align::Left),
        ],
        groups: Vec::new(),
        rows: rows.collect(),
        text_size: 12,
    }
}

/// The minutes for print.
pub fn minutes_pdf(office: &mut Office, wish: CompactPaper) -> Result<Paper> {
    let letter = minutes(office, wish)?;
    Ok(Paper::new(PaperKind::Pdf, &letter.about.title, letter::pdf(&letter)?))
}

/// The minutes for Word.
pub fn minutes_docx(office: &mut Office, wish: CompactPaper) -> Result<Paper> {
    let letter = minutes(office, wish)?;
    Ok(Paper::new(PaperKind::Docx, &letter.about.title, letter::docx(&letter)?))
}

fn minutes(office: &mut Office, wish: CompactPaper) -> Result<Letter> {
    let records = records(office, wish)?;
    let mut sections = Vec::new();
    for record in &records {
        let Some(meeting) = &record.meeting else { continue };
        let host = host::as_of(office, meeting.held_on.unwrap_or_else(|| office.today()))?;
        sections.push(of_meeting(&host, record, meeting));
    }
    if sections.is_empty() {
        return Err(no_meeting());
    }
    Ok(Letter { about: about(office, "Biên bản họp khối thi đua", wish, &records)?, sections })
}

fn no_meeting() -> Error {
    Error::refused("bloc", "Chưa ghi biên bản họp khối của năm. Hãy ghi biên bản trước.")
}

/// "08 giờ 00".
fn hour(text: &str) -> String {
    match text.split_once(':') {
        Some((hour, minute)) => format!("{hour:0>2} giờ {minute}"),
        None => "… giờ …".to_owned(),
    }
}

/// The minutes of a meeting: who was there, the ballots with their votes, what came of them, two signatures.
pub(super) fn of_meeting(host: &Host, record: &CompactRecord, meeting: &MeetingDraft) -> Section {
    let (line, outcome, next) = (&record.line, &record.outcome, meeting.year + 1);
    let mut blocks = vec![
        Block::Heading(heading(host, &line.name, place_and_date(host, meeting.held_on, meeting.year))),
        Block::Title(Title {
            kind: "BIÊN BẢN".to_owned(),
            summary: vec![
                format!("Họp tổng kết thi đua năm {}, bầu khối trưởng, khối phó năm {next}", meeting.year),
                "và suy tôn đơn vị dẫn đầu".to_owned(),
            ],
            rule: true,
            ..Title::default()
        }),
        named("Thời gian", &format!("bắt đầu lúc {}, {}", hour(&meeting.began), day(meeting.held_on, meeting.year))),
        named("Địa điểm", if meeting.place.is_empty() { "…" } else { &meeting.place }),
        named(
            "Thành phần",
            &format!(
                "có mặt {} trong {} đơn vị của khối, vắng {}",
                meeting.present,
                meeting.units,
                meeting.units - meeting.present
            ),
        ),
        named("Chủ trì", if meeting.chair.is_empty() { "…" } else { &meeting.chair }),
        named("Thư ký", if meeting.secretary.is_empty() { "…" } else { &meeting.secretary }),
    ];
    if !meeting.content.is_empty() {
        blocks.push(part("NỘI DUNG"));
        blocks.extend(lines(&meeting.content));
    }
    blocks.extend(ballots(outcome, next));
    // the label runs into its first sentence, so that it never stands alone at the foot of a page
    let concluded: Vec<String> =
        concluded(outcome, next).into_iter().chain(meeting.conclusion.lines().map(str::to_owned)).collect();
    blocks.extend((0..).zip(&concluded).map(|(at, text): (usize, _)| match at {
        0 => named("Kết luận", text),
        _ => plain(text),
    }));
    if !meeting.ended.is_empty() {
        blocks.push(plain(&format!("Cuộc họp kết thúc lúc {} cùng ngày.", hour(&meeting.ended))));
    }
    let sign = |role: &str, name: &str| Signature {
        lines: vec![role.to_owned()],
        note: "(Ký, ghi rõ họ tên)".to_owned(),
        name: name.to_owned(),
    };
    blocks.push(Block::Closing(Closing {
        signatures: vec![sign("THƯ KÝ", &meeting.secretary), sign("CHỦ TRÌ", &meeting.chair)],
        ..Closing::default()
    }));
    Section { page: Page::upright(), blocks }
}

fn ballots(outcome: &MeetingOutcome, next: i32) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut no = 0_i64;
    for (title, rule, votes, award) in [
        (format!("Bầu khối trưởng năm {next}"), &outcome.election_rule, &outcome.head, false),
        (format!("Bầu khối phó năm {next}"), &outcome.election_rule, &outcome.deputy, false),
        ("Suy tôn đơn vị dẫn đầu".to_owned(), &outcome.acclaim_rule, &outcome.acclaim, true),
    ] {
        if votes.is_empty() {
            continue;
        }
        no += 1;
        blocks.push(part(&format!("{no}. {title} (điều kiện: {rule})")));
        blocks.push(Block::Table(votes_table(votes, award)));
    }
    blocks
}

fn votes_table(votes: &[VoteLine], award: bool) -> Table {
    let mut columns = vec![
        column("STT", Width::Mm(12), Align::Centre),
        column("Đơn vị", Width::Share(4), Align::Left),
        column("Số phiếu", Width::Mm(18), Align::Centre),
        column("Tỷ lệ", Width::Mm(20), Align::Centre),
        column("Kết quả", Width::Mm(32), Align::Centre),
    ];
    if award {
        columns.insert(2, column("Đề nghị", Width::Share(3), Align::Left));
    }
    let rows = (1..).zip(votes).map(|(no, vote): (usize, _)| {
        let mut cells = vec![
            no.to_string(),
            vote.name.clone(),
            vote.votes.to_string(),
            vote.percent.to_string(),
            if vote.passed { "Đủ phiếu" } else { "Chưa đủ phiếu" }.to_owned(),
        ];
        if award {
            cells.insert(2, vote.award.clone());
        }
        Row::Line { cells }
    });
    Table { columns, groups: Vec::new(), rows: rows.collect(), text_size: 12 }
}

/// What the votes say, in sentences.
fn concluded(outcome: &MeetingOutcome, next: i32) -> Vec<String> {
    let name = |unit, votes: &[VoteLine]| {
        votes.iter().find(|vote| Some(vote.unit) == unit).map(|vote| vote.name.clone()).unwrap_or_default()
    };
    let mut said = Vec::new();
    if outcome.elected_head.is_some() {
        said.push(format!("Khối trưởng năm {next}: {}.", name(outcome.elected_head, &outcome.head)));
    }
    if outcome.elected_deputy.is_some() {
        said.push(format!("Khối phó năm {next}: {}.", name(outcome.elected_deputy, &outcome.deputy)));
    }
    said.extend(outcome.unclear.iter().cloned());
    let passed: Vec<String> = outcome
        .acclaim
        .iter()
        .filter(|vote| vote.passed)
        .map(|vote| if vote.award.is_empty() { vote.name.clone() } else { format!("{} ({})", vote.name, vote.award) })
        .collect();
    if !passed.is_empty() {
        said.push(format!("Suy tôn: {}.", passed.join("; ")));
    }
    said
}

/// The result of the acclaim as a workbook.
pub fn acclaim_xlsx(office: &mut Office, wish: CompactPaper) -> Result<Paper> {
    let (sheet, about) = acclaim(office, wish)?;
    sheet.paper(PaperKind::Xlsx, about)
}

/// The result of the acclaim for print.
pub fn acclaim_pdf(office: &mut Office, wish: CompactPaper) -> Result<Paper> {
    let (sheet, about) = acclaim(office, wish)?;
    sheet.paper(PaperKind::Pdf, about)
}

fn acclaim(office: &mut Office, wish: CompactPaper) -> Result<(Sheet, About)> {
    let records: Vec<CompactRecord> =
        records(office, wish)?.into_iter().filter(|record| !record.outcome.acclaim.is_empty()).collect();
    if records.is_empty() {
        return Err(Error::refused("bloc", "Chưa ghi phiếu suy tôn nào của năm. Hãy ghi vào biên bản họp khối."));
    }
    let today = office.today();
    let host = host::as_of(office, today)?;
    let about = about(office, "Kết quả suy tôn", wish, &records)?;
    let closing = host::drawn_up(office)?;
    Ok((acclaimed(host.heading(), closing, wish.year, &records), about))
}

/// Who was acclaimed, bloc by bloc, with the counts and what was wanted.
pub(super) fn acclaimed(heading: Heading, closing: Closing, year: i32, records: &[CompactRecord]) -> Sheet {
    let parts = records
        .iter()
        .map(|record| {
            let counts = record.meeting.as_ref().map_or_else(String::new, |meeting| {
                format!(
                    ", họp {}, có mặt {}/{} đơn vị, điều kiện {}",
                    meeting.held_on.map(shown).unwrap_or_default(),
                    meeting.present,
                    meeting.units,
                    record.outcome.acclaim_rule
                )
            });
            OfficePart {
                heading: format!("{}{counts}", record.line.name),
                rows: record
                    .outcome
                    .acclaim
                    .iter()
                    .map(|vote| {
                        vec![
                            Cell::text(&vote.name),
                            Cell::text(&vote.award),
                            Cell::Number(vote.votes),
                            Cell::Share(vote.percent),
                            Cell::text(if vote.passed { "Được suy tôn" } else { "Chưa đủ phiếu" }),
                        ]
                    })
                    .collect(),
            }
        })
        .collect();
    let column = |header: &str, width, kind| sheet::Column { header: header.to_owned(), width, kind };
    OfficeList {
        name: "Suy tôn".to_owned(),
        heading: Some(heading),
        title: format!("KẾT QUẢ SUY TÔN CỦA CÁC KHỐI THI ĐUA NĂM {year}"),
        filter: String::new(),
        columns: vec![
            column("Đơn vị", 40, Kind::Text),
            column("Đề nghị", 28, Kind::Text),
            column("Số phiếu", 9, Kind::Number),
            column("Tỷ lệ", 9, Kind::Mark),
            column("Kết quả", 15, Kind::Mark),
        ],
        parts,
        counted: "đơn vị được bỏ phiếu".to_owned(),
        closing: Some(closing),
    }
    .sheet()
}
