//! Papers about movements: who registered for what, who has not, who launched a movement, what it aims at and has reached.

use super::{
    LaunchAsk, MovementAsk, MovementId, MovementLine, MovementPaperKind, MovementQuery, MovementRecord, Part,
    RegistrationLine, RegistrationQuery, TakingPartAsk, UnitPart, launches, registers, store, taking_part,
};
use crate::{
    calendar::shown,
    error::{Error, Result},
    host,
    letter::About,
    money::Hundredths,
    office::Office,
    paper::{Paper, PaperKind},
    sheet::{
        Cell, Column, Kind, Row, Sheet,
        office_list::{OfficeList, OfficePart},
    },
};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which paper, about which registrations or which movement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MovementPaper {
    /// Which.
    pub paper: MovementPaperKind,
    /// The registrations, as on the screen; its year and movement for the other papers.
    pub query: RegistrationQuery,
}

/// The paper as a workbook.
pub fn xlsx(office: &mut Office, wish: MovementPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    sheet.paper(PaperKind::Xlsx, about)
}

/// The paper for print.
pub fn pdf(office: &mut Office, wish: MovementPaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    sheet.paper(PaperKind::Pdf, about)
}

/// The paper as data.
pub(super) fn made(office: &mut Office, wish: MovementPaper) -> Result<(Sheet, About)> {
    let MovementPaper { paper, query } = wish;
    let year = query.year.unwrap_or_else(|| office.today().year());
    let mut total = None;
    let mut list = match paper {
        MovementPaperKind::Registrations => registered(office, &query)?,
        MovementPaperKind::Missing => missing(office, &query, year)?,
        MovementPaperKind::Launches => launched(office, query.movement, year)?,
        MovementPaperKind::Contents => contents(office, query.movement, year)?,
        MovementPaperKind::Progress => {
            let part = taking_part(office, TakingPartAsk { year, movement: query.movement })?;
            total = Some(Row::Total { label: "Toàn cơ quan".to_owned(), span: 2, cells: figures(&part.whole) });
            progress(&part.blocs)
        }
    };
    let host = host::as_of(office, office.today())?;
    list.heading = Some(host.heading());
    let movement = query.movement.map(|id| store::draft(office.db(), id)).transpose()?;
    let within = movement.map(|movement| format!("; phong trào “{}”", movement.name)).unwrap_or_default();
    list.filter = format!("Năm {year}{within}");
    let about = About {
        title: paper.label().to_owned(),
        author: host.name,
        ident: format!("movements-{}", paper.code()),
        made_at: office.now().naive_local(),
    };
    let mut sheet = list.sheet();
    sheet.rows.extend(total);
    Ok((sheet, about))
}

fn column(header: &str, width: u16, kind: Kind) -> Column {
    Column { header: header.to_owned(), width, kind }
}

fn list(name: &str, title: &str, columns: Vec<Column>, parts: Vec<OfficePart>, counted: &str) -> OfficeList {
    OfficeList {
        name: name.to_owned(),
        heading: None,
        title: title.to_owned(),
        filter: String::new(),
        columns,
        parts,
        counted: counted.to_owned(),
        closing: None,
    }
}

/// Registrations under the names of their units, in the order of the units' codes: the columns that offices use.
fn registered(office: &Office, query: &RegistrationQuery) -> Result<OfficeList> {
    let mut lines = registers::matching(office, query)?;
    lines.sort_by(|one, other| (&one.unit_code, one.unit).cmp(&(&other.unit_code, other.unit)));
    let row = |line: &RegistrationLine| {
        vec![
            Cell::text(if line.honorific.is_empty() { line.kind_label.clone() } else { line.honorific.clone() }),
            Cell::text(&line.name),
            line.birth.map_or(Cell::Empty, |day| Cell::text(day.to_string())),
            Cell::text(&line.title),
            Cell::text(&line.form),
            Cell::text(&line.content),
            Cell::Day(line.received_on),
            Cell::text(if line.late { "Muộn" } else { "" }),
        ]
    };
    let parts = lines
        .chunk_by(|one, other| one.unit == other.unit)
        .map(|lines| OfficePart {
            heading: lines.first().map(|line| line.unit_name.clone()).unwrap_or_default(),
            rows: lines.iter().map(row).collect(),
        })
        .collect();
    let columns = vec![
        column("Ông (bà)", 9, Kind::Mark),
        column("Họ và tên, tập thể", 28, Kind::Text),
        column("Ngày sinh", 12, Kind::Mark),
        column("Đăng ký danh hiệu thi đua", 26, Kind::Text),
        column("Đăng ký hình thức khen thưởng", 28, Kind::Text),
        column("Nội dung", 20, Kind::Text),
        column("Ngày nhận", 12, Kind::Date),
        column("Thời hạn", 8, Kind::Mark),
    ];
    Ok(list("Đăng ký", "DANH SÁCH ĐĂNG KÝ THI ĐUA", columns, parts, "đăng ký"))
}

/// Whom to call: units that have registered nothing, all or of one bloc.
fn missing(office: &mut Office, query: &RegistrationQuery, year: i32) -> Result<OfficeList> {
    let part = taking_part(office, TakingPartAsk { year, movement: query.movement })?;
    let asked = |unit: &&UnitPart| match query.bloc {
        Some(bloc) => unit.bloc == Some(bloc),
        None => !query.without_bloc || unit.bloc.is_none(),
    };
    let rows = part.units.iter().filter(asked).filter(|unit| unit.registrations == 0).map(|unit| {
        vec![
            Cell::text(&unit.code),
            Cell::text(&unit.name),
            Cell::text(&unit.bloc_name),
            Cell::text(&unit.chair),
            Cell::text(&unit.phone),
            unit.deadline.map_or(Cell::Empty, Cell::Day),
        ]
    });
    let parts = vec![OfficePart { heading: String::new(), rows: rows.collect() }];
    let columns = vec![
        column("Mã", 8, Kind::Id),
        column("Đơn vị", 40, Kind::Text),
        column("Khối", 32, Kind::Text),
        column("Chủ tịch", 24, Kind::Text),
        column("Điện thoại", 14, Kind::Id),
        column("Hạn", 12, Kind::Date),
    ];
    Ok(list("Chưa đăng ký", "ĐƠN VỊ CHƯA ĐĂNG KÝ THI ĐUA", columns, parts, "đơn vị"))
}

/// Registrations by bloc.
fn progress(blocs: &[Part]) -> OfficeList {
    let rows = blocs.iter().map(|bloc| {
        let mut row = vec![Cell::text(&bloc.name)];
        row.extend(figures(bloc));
        row
    });
    let parts = vec![OfficePart { heading: String::new(), rows: rows.collect() }];
    let columns = vec![
        column("Khối", 32, Kind::Text),
        column("Đơn vị đăng ký", 11, Kind::Mark),
        column("Tỷ lệ đơn vị", 8, Kind::Mark),
        column("Đoàn viên", 9, Kind::Number),
        column("Người đăng ký", 10, Kind::Number),
        column("Tỷ lệ", 8, Kind::Mark),
        column("Nữ", 8, Kind::Number),
        column("Lao động trực tiếp", 10, Kind::Number),
        column("Tập thể", 8, Kind::Number),
        column("Đăng ký muộn", 9, Kind::Number),
    ];
    list("Tổng hợp", "TỔNG HỢP ĐĂNG KÝ THI ĐUA", columns, parts, "khối")
}

/// The figures of a bloc, or of the whole office.
fn figures(part: &Part) -> Vec<Cell> {
    vec![
        Cell::text(format!("{}/{}", part.units_registered, part.units)),
        Cell::Share(part.units_percent),
        Cell::Number(part.members),
        Cell::Number(part.people),
        Cell::Share(part.people_percent),
        Cell::Number(part.women),
        Cell::Number(part.direct),
        Cell::Number(part.collectives),
        Cell::Number(part.late),
    ]
}

/// The contents of each movement of the year, or of one, with their targets: the annex of a launch plan. Once there are results,
/// with these: the annex of a review.
fn contents(office: &mut Office, movement: Option<MovementId>, year: i32) -> Result<OfficeList> {
    let query = MovementQuery { year: Some(year), ..MovementQuery::default() };
    let lines: Vec<MovementLine> = match movement {
        Some(id) => vec![store::line(office, year, id)?],
        None => store::lines(office, &query)?.into_iter().filter(|line| line.contents > 0).collect(),
    };
    let mut records = Vec::new();
    for line in lines {
        let record = super::get(office, MovementAsk { id: line.id, year })?;
        records.push((line, record));
    }
    let told = |record: &MovementRecord| record.draft.contents.iter().any(|content| content.result.is_some());
    let reached = records.iter().any(|(_, record)| told(record));
    let mut parts = Vec::new();
    for (line, record) in records {
        let figure = |figure: Option<Hundredths>| figure.map_or(Cell::Empty, |figure| Cell::text(figure.grouped()));
        let rows = record.draft.contents.iter().zip(&record.percents).map(|(content, percent)| {
            let mut row = vec![Cell::text(&content.content), Cell::text(&content.measure), figure(content.target)];
            if reached {
                row.extend([figure(content.result), Cell::Share(*percent)]);
            }
            row
        });
        let told = [line.theme, line.plan].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let heading = if told.is_empty() { line.name } else { format!("{} ({told})", line.name) };
        parts.push(OfficePart { heading, rows: rows.collect() });
    }
    if parts.iter().all(|part| part.rows.is_empty()) {
        return Err(Error::refused("movement", "Chưa ghi nội dung nào của phong trào nên chưa có gì để in."));
    }
    let mut columns = vec![
        column("Nội dung", 52, Kind::Text),
        column("Đơn vị tính", 14, Kind::Text),
        column("Chỉ tiêu", 12, Kind::Mark),
    ];
    let title = if reached {
        columns.extend([column("Kết quả", 12, Kind::Mark), column("Đạt", 9, Kind::Mark)]);
        "NỘI DUNG, CHỈ TIÊU VÀ KẾT QUẢ PHONG TRÀO THI ĐUA"
    } else {
        "NỘI DUNG, CHỈ TIÊU PHONG TRÀO THI ĐUA"
    };
    Ok(list("Nội dung", title, columns, parts, "nội dung"))
}

/// Every unit with the day on which it launched the movement; those who have not stand first.
fn launched(office: &mut Office, movement: Option<MovementId>, year: i32) -> Result<OfficeList> {
    let movement =
        movement.ok_or_else(|| Error::refused("movement", "Hãy chọn phong trào rồi in tình hình phát động."))?;
    let board = launches(office, LaunchAsk { movement, year })?;
    let part = |heading: String, has: bool| OfficePart {
        heading,
        rows: board
            .lines
            .iter()
            .filter(|line| line.launch.is_some() == has)
            .map(|line| {
                let launch = line.launch.as_ref();
                vec![
                    Cell::text(&line.code),
                    Cell::text(&line.name),
                    Cell::text(&line.bloc_name),
                    launch.map_or(Cell::Empty, |launch| Cell::text(shown(launch.launched_on))),
                    launch.map_or(Cell::Empty, |launch| Cell::text(&launch.document)),
                ]
            })
            .collect(),
    };
    let parts = vec![
        part(format!("Chưa phát động ({} đơn vị)", board.units - board.launched), false),
        part(format!("Đã phát động ({} đơn vị, {})", board.launched, board.percent), true),
    ];
    let columns = vec![
        column("Mã", 8, Kind::Id),
        column("Đơn vị", 40, Kind::Text),
        column("Khối", 32, Kind::Text),
        column("Ngày phát động", 13, Kind::Mark),
        column("Văn bản", 18, Kind::Text),
    ];
    let parts = parts.into_iter().filter(|part| !part.rows.is_empty()).collect();
    Ok(list("Phát động", "TÌNH HÌNH PHÁT ĐỘNG PHONG TRÀO THI ĐUA", columns, parts, "đơn vị"))
}
