//! Papers of scoring: the result slip of a unit for signature, the book of a bloc, and its ranking.

use super::{
    BookAsk, BookLine, ScoreBook, ScoreGroup, ScorePoint, ScoreTable, Scorer, Totals, book, roman, rules::lower,
};
use crate::{
    error::{Error, Result},
    host::{self, Host},
    letter::{self, About, Closing, Letter, Signature, Title},
    money::Hundredths,
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{
        self, Cell, Column, Kind, Print, Row, Sheet,
        office_list::{OfficeList, OfficePart},
    },
    units::UnitId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScorePaper {
    /// The book.
    pub book: BookAsk,
    /// Slips: of one unit only; none: of every unit.
    #[serde(default)]
    pub unit: Option<UnitId>,
}

/// The ranking of a bloc as a workbook.
pub fn ranking_xlsx(office: &mut Office, wish: ScorePaper) -> Result<Paper> {
    let (book, host) = asked(office, wish)?;
    let sheet = ranking(office, &book, &host)?;
    Ok(Paper::new(PaperKind::Xlsx, &title("Xếp hạng", &book), sheet::write(&sheet, &about(office, &book, host.name))?))
}

/// The ranking of a bloc for print.
pub fn ranking_pdf(office: &mut Office, wish: ScorePaper) -> Result<Paper> {
    let (book, host) = asked(office, wish)?;
    let sheet = ranking(office, &book, &host)?;
    let letter = sheet.letter(about(office, &book, host.name));
    Ok(Paper::new(PaperKind::Pdf, &title("Xếp hạng", &book), letter::pdf(&letter)?))
}

/// The book of a bloc, units down and criteria across, as a workbook.
pub fn book_xlsx(office: &mut Office, wish: ScorePaper) -> Result<Paper> {
    let (book, host) = asked(office, wish)?;
    let sheet = whole(&book, &host)?;
    Ok(Paper::new(PaperKind::Xlsx, &title("Sổ điểm", &book), sheet::write(&sheet, &about(office, &book, host.name))?))
}

/// The book of a bloc for print.
pub fn book_pdf(office: &mut Office, wish: ScorePaper) -> Result<Paper> {
    let (book, host) = asked(office, wish)?;
    let letter = whole(&book, &host)?.letter(about(office, &book, host.name));
    Ok(Paper::new(PaperKind::Pdf, &title("Sổ điểm", &book), letter::pdf(&letter)?))
}

/// The result slips for signature, one unit a page.
pub fn slips_pdf(office: &mut Office, wish: ScorePaper) -> Result<Paper> {
    let (book, host) = asked(office, wish)?;
    let about = about(office, &book, host.name.clone());
    let closing = closing(office, &["ĐẠI DIỆN ĐƠN VỊ", "NGƯỜI CHẤM"])?;
    let lines: Vec<&BookLine> =
        book.lines.iter().filter(|line| wish.unit.is_none_or(|unit| unit == line.unit)).collect();
    let mut sections = Vec::new();
    for line in &lines {
        let Some(table) = book.tables.iter().find(|table| table.id == line.table) else { continue };
        sections.extend(slip(&book, table, line, &host, closing.clone()).letter(about.clone()).sections);
    }
    if sections.is_empty() {
        return Err(Error::refused(
            "book",
            "Chưa có phiếu nào để in: khối chưa có bảng điểm. Hãy lập bảng điểm trước.",
        ));
    }
    let name = match lines.as_slice() {
        [one] => format!("Phiếu chấm điểm {} {}", one.code, book.period_name),
        _ => title("Phiếu chấm điểm", &book),
    };
    Ok(Paper::new(PaperKind::Pdf, &name, letter::pdf(&Letter { about, sections })?))
}

fn asked(office: &mut Office, wish: ScorePaper) -> Result<(ScoreBook, Host)> {
    Ok((book(office, wish.book)?, host::as_of(office, office.today())?))
}

fn title(kind: &str, book: &ScoreBook) -> String {
    format!("{kind} {} {}", book.bloc_name, book.period_name)
}

fn about(office: &Office, book: &ScoreBook, author: String) -> About {
    About {
        title: format!("{} {}", book.bloc_name, book.period_name),
        author,
        ident: "scores".to_owned(),
        made_at: office.now().naive_local(),
    }
}

/// Who signs: the named parts, then the office's first signer.
fn closing(office: &Office, parts: &[&str]) -> Result<Closing> {
    let part = |text: &&str| Signature {
        lines: vec![(*text).to_owned()],
        note: "(Ký, ghi rõ họ tên)".to_owned(),
        name: String::new(),
    };
    let mut signatures: Vec<Signature> = parts.iter().map(part).collect();
    signatures.extend(host::signers(office, office.today())?.first().map(host::Signer::signature));
    Ok(Closing { place_and_date: String::new(), recipients: Vec::new(), signatures })
}

fn column(header: &str, width: u16, kind: Kind) -> Column {
    Column { header: header.to_owned(), width, kind }
}

fn points(points: Option<Hundredths>) -> Cell {
    points.map_or(Cell::Empty, Cell::Hundredths)
}

/// What the points that count come to.
fn deciding(line: &BookLine) -> Option<&Totals> {
    let decides = line.decides?;
    line.columns.iter().find(|column| column.scorer == decides).map(|column| &column.totals)
}

/// By place; units without a whole total at the end.
fn by_place(book: &ScoreBook) -> Vec<&BookLine> {
    let mut lines: Vec<&BookLine> = book.lines.iter().collect();
    lines.sort_by_key(|line| line.standing.as_ref().map_or(i64::MAX, |standing| standing.place));
    lines
}

pub(super) fn ranking(office: &Office, book: &ScoreBook, host: &Host) -> Result<Sheet> {
    let groups = book.lines.iter().filter_map(deciding).map(|totals| totals.groups.len()).max().unwrap_or_default();
    let mut columns = vec![column("Hạng", 7, Kind::Mark), column("Mã", 8, Kind::Id), column("Đơn vị", 40, Kind::Text)];
    columns.extend((1_i64..).take(groups).map(|at| column(&format!("Nhóm {}", roman(at)), 9, Kind::Number)));
    columns.extend([
        column("Thưởng", 9, Kind::Number),
        column("Trừ", 8, Kind::Number),
        column("Tổng điểm", 9, Kind::Number),
        column("Xếp loại", 29, Kind::Text),
        column("Ghi chú", 26, Kind::Text),
    ]);
    let row = |line: &&BookLine| {
        let standing = line.standing.as_ref();
        let totals = deciding(line);
        let place = standing.map_or(Cell::Empty, |standing| Cell::Place(standing.place));
        let note = match standing {
            Some(standing) if !standing.tie.is_empty() => format!("Bằng điểm: {}", lower(&standing.tie)),
            Some(_) => String::new(),
            None if line.total.is_none() => "Chưa chấm đủ".to_owned(),
            // Too young to be rated; else it came after the rest was published.
            None if line.grade.is_none() && !line.reason.is_empty() => line.reason.clone(),
            None => "Chưa công bố".to_owned(),
        };
        let mut cells = vec![place, Cell::text(line.code.as_str()), Cell::text(line.name.as_str())];
        cells.extend((0..groups).map(|at| points(totals.and_then(|totals| totals.groups.get(at)).copied())));
        cells.extend([
            points(totals.map(|totals| totals.bonus)),
            points(totals.map(|totals| totals.penalty)),
            points(line.total),
            Cell::text(line.grade_name.as_str()),
            Cell::text(note),
        ]);
        cells
    };
    let list = OfficeList {
        name: "Xếp hạng".to_owned(),
        heading: Some(host.heading()),
        title: format!("BẢNG XẾP HẠNG THI ĐUA {}", bare_bloc(book).to_uppercase()),
        filter: book.period_name.clone(),
        columns,
        parts: vec![OfficePart { heading: String::new(), rows: by_place(book).iter().map(row).collect() }],
        counted: "đơn vị".to_owned(),
        closing: Some(closing(office, &["NGƯỜI LẬP"])?),
    };
    let mut sheet = list.sheet();
    if !book.tie_breaks.is_empty() {
        let rules: Vec<String> = book.tie_breaks.iter().map(|rule| lower(rule)).collect();
        sheet
            .notes
            .push(format!("Khi bằng tổng điểm, xét lần lượt: {}; vẫn bằng thì hội đồng quyết định.", rules.join(", ")));
    }
    for gone in &book.not_scored {
        sheet.notes.push(format!("Không chấm: {} ({}).", gone.name, lower(&gone.sentence)));
    }
    Ok(sheet)
}

/// "Khối Mầm non", without its number.
fn bare_bloc(book: &ScoreBook) -> &str {
    book.bloc_name.split_once(". ").map_or(book.bloc_name.as_str(), |(_, name)| name)
}

/// Units down, criteria across, the points that count. The criteria are named below the table.
fn whole(book: &ScoreBook, host: &Host) -> Result<Sheet> {
    let table = book.tables.first().ok_or_else(|| {
        Error::refused("book", "Khối chưa có bảng điểm nên chưa in được sổ điểm. Hãy lập bảng điểm trước.")
    })?;
    let mut columns = vec![column("TT", 5, Kind::Number), column("Đơn vị", 34, Kind::Text)];
    let mut notes = Vec::new();
    for (at, group) in (1_i64..).zip(&table.groups) {
        let mut named = Vec::new();
        for (no, criterion) in (1..).zip(&group.criteria) {
            let place = format!("{}.{no}", roman(at));
            named.push(format!("{place} {}", criterion.name));
            let most = criterion.most.map(|most| format!(" ({most})")).unwrap_or_default();
            columns.push(column(&format!("{place}{most}"), 7, Kind::Number));
        }
        notes.push(format!("{}. {}: {}.", roman(at), group.name, named.join("; ")));
    }
    columns.extend([column("Tổng", 8, Kind::Number), column("Hạng", 7, Kind::Mark)]);
    let row = |(no, line): (i64, &&BookLine)| {
        let mut cells = vec![Cell::Place(no), Cell::text(format!("{} {}", line.code, line.name))];
        cells.extend(table.criteria().map(|(_, criterion)| {
            let point = line.points.iter().find(|point| Some(point.criterion) == criterion.id);
            points(point.zip(line.decides).and_then(|(point, scorer)| given(point, scorer)))
        }));
        let place = line.standing.as_ref().map_or(Cell::Empty, |standing| Cell::Place(standing.place));
        cells.extend([points(line.total), place]);
        Row::Line { cells }
    };
    Ok(Sheet {
        name: "Sổ điểm".to_owned(),
        heading: Some(host.heading()),
        title: Some(Title {
            kind: format!("SỔ ĐIỂM THI ĐUA {}", bare_bloc(book).to_uppercase()),
            note: format!("({}; cột {})", book.period_name, lower(table.decides.label())),
            ..Title::default()
        }),
        columns,
        groups: Vec::new(),
        rows: (1..).zip(&by_place(book)).map(row).collect(),
        notes,
        closing: None,
        print: Print { filter: false, ..Print::ACROSS },
    })
}

fn given(point: &ScorePoint, scorer: Scorer) -> Option<Hundredths> {
    match scorer {
        Scorer::Own => point.own,
        Scorer::Cross => point.cross,
        Scorer::Office => point.office,
        Scorer::Council => point.council,
    }
}

/// The scorers whose columns a slip shows: the council only where it gave points.
fn shown_scorers(line: &BookLine) -> Vec<Scorer> {
    let council = line.points.iter().any(|point| point.council.is_some());
    Scorer::ALL.iter().copied().filter(|scorer| *scorer != Scorer::Council || council).collect()
}

fn slip(book: &ScoreBook, table: &ScoreTable, line: &BookLine, host: &Host, closing: Closing) -> Sheet {
    let scorers = shown_scorers(line);
    let mut columns =
        vec![column("TT", 5, Kind::Mark), column("Nội dung", 40, Kind::Text), column("Điểm chuẩn", 8, Kind::Number)];
    columns.extend(scorers.iter().map(|scorer| column(scorer.label(), 9, Kind::Number)));
    columns.push(column("Minh chứng, giải trình", 22, Kind::Text));
    let mut rows = Vec::new();
    for (at, group) in (1_i64..).zip(&table.groups) {
        rows.push(group_row(line, group, at, &scorers));
        for (no, criterion) in (1_i64..).zip(&group.criteria) {
            let point = line.points.iter().find(|point| Some(point.criterion) == criterion.id);
            let mut cells =
                vec![Cell::text(no.to_string()), Cell::text(criterion.name.as_str()), points(criterion.most)];
            cells.extend(scorers.iter().map(|scorer| points(point.and_then(|point| given(point, *scorer)))));
            let said = point.map(|point| [point.evidence.as_str(), point.comment.as_str()]).unwrap_or_default();
            cells.push(Cell::text(said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")));
            rows.push(Row::Line { cells });
        }
    }
    let total = |scorer: &Scorer| {
        points(line.columns.iter().find(|column| column.scorer == *scorer).and_then(|column| column.totals.total))
    };
    let cells = std::iter::once(Cell::Empty).chain(scorers.iter().map(total)).chain([Cell::Empty]).collect();
    rows.push(Row::Total { label: "TỔNG CỘNG".to_owned(), span: 2, cells });
    Sheet {
        name: line.code.clone(),
        heading: Some(host.heading()),
        title: Some(Title {
            kind: "PHIẾU CHẤM ĐIỂM THI ĐUA".to_owned(),
            summary: vec![line.name.clone()],
            note: format!("({}, {})", book.period_name, bare_bloc(book)),
            rule: false,
        }),
        columns,
        groups: Vec::new(),
        rows,
        notes: result(book, line),
        closing: Some(closing),
        // Table, result and signatures shall find room on one page.
        print: Print { text_size: 9, ..Print::UPRIGHT },
    }
}

/// A group with what it comes to by scorer.
fn group_row(line: &BookLine, group: &ScoreGroup, at: i64, scorers: &[Scorer]) -> Row {
    let sum = |scorer: &Scorer| {
        let given: Vec<i64> = group
            .criteria
            .iter()
            .filter_map(|criterion| line.points.iter().find(|point| Some(point.criterion) == criterion.id))
            .filter_map(|point| given(point, *scorer))
            .map(|given| given.0)
            .collect();
        let sum = given.iter().sum::<i64>();
        points((!given.is_empty()).then_some(Hundredths(group.cap.map_or(sum, |cap| sum.min(cap.0)))))
    };
    let cells = std::iter::once(points(ScoreTable::most_of(group)))
        .chain(scorers.iter().map(sum))
        .chain([Cell::Empty])
        .collect();
    Row::Total { label: format!("{}. {}", roman(at), group.name), span: 2, cells }
}

/// What stands below the table, in one paragraph: grade, reason, place.
fn result(book: &ScoreBook, line: &BookLine) -> Vec<String> {
    let mut told = Vec::new();
    if !line.grade_name.is_empty() {
        told.push(format!("Xếp loại: {}.", line.grade_name));
    }
    if !line.reason.is_empty() {
        told.push(line.reason.clone());
    }
    if let Some(standing) = &line.standing {
        let ranked = book.lines.iter().filter(|other| other.standing.is_some()).count();
        let shared = if standing.unsettled { ", đồng hạng, hội đồng quyết định" } else { "" };
        told.push(format!("Hạng trong khối: {}/{ranked}{shared}.", standing.place));
    }
    if told.is_empty() { Vec::new() } else { vec![told.join(" ")] }
}
