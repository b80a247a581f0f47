//! Papers about initiatives: the list by unit, the result of each bloc against its target, the list for the portal.

use super::{
    InitiativeFigures, InitiativeLine, InitiativeQuery, InitiativesOf, figures, programmes, register,
    words::InitiativePaperKind,
};
use crate::{
    calendar::{PartialDate, shown},
    error::{Error, Result},
    host,
    letter::About,
    office::Office,
    paper::{Paper, PaperKind},
    ratio::grouped,
    sheet::{
        Cell, Column, Kind, Row, Sheet,
        office_list::{OfficeList, OfficePart},
    },
    units::UnitMap,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which paper, about which initiatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativePaper {
    /// Which.
    pub paper: InitiativePaperKind,
    /// The initiatives, as on the screen. The result by bloc takes the year and the programme; the list for the portal takes
    /// what is counted and not yet entered.
    pub query: InitiativeQuery,
    /// The result by bloc: by the map of that year's end, or of today.
    #[serde(default)]
    pub map: UnitMap,
}

/// The paper as a workbook.
pub fn xlsx(office: &mut Office, wish: InitiativePaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    sheet.paper(PaperKind::Xlsx, about)
}

/// The paper for print.
pub fn pdf(office: &mut Office, wish: InitiativePaper) -> Result<Paper> {
    let (sheet, about) = made(office, wish)?;
    sheet.paper(PaperKind::Pdf, about)
}

/// The paper as data.
pub(super) fn made(office: &mut Office, wish: InitiativePaper) -> Result<(Sheet, About)> {
    let InitiativePaper { paper, query, map } = wish;
    let of = InitiativesOf { year: query.year, programme: query.programme, map };
    let mut list = match paper {
        InitiativePaperKind::List => by_unit(office, &query)?,
        InitiativePaperKind::Blocs => by_bloc(office, of)?,
        InitiativePaperKind::Portal => for_portal(office, &query)?,
    };
    let host = host::as_of(office, office.today())?;
    list.heading = Some(host.heading());
    list.filter = about_what(office, &query)?;
    if paper == InitiativePaperKind::Blocs && map == UnitMap::Now {
        list.filter.push_str("; theo đơn vị hiện nay");
    }
    list.closing = Some(host::drawn_up(office)?);
    let figures = (paper == InitiativePaperKind::Blocs).then(|| figures(office, of)).transpose()?;
    let mut sheet = list.sheet();
    if let Some(figures) = figures {
        sheet.rows.push(total(&figures));
        sheet.notes.extend(whole_alone(&figures));
    }
    let about = About {
        title: paper.label().to_owned(),
        author: host.name,
        ident: format!("initiatives-{}", paper.code()),
        made_at: office.now().naive_local(),
    };
    Ok((sheet, about))
}

/// "Năm 2024; chương trình …".
fn about_what(office: &Office, query: &InitiativeQuery) -> Result<String> {
    let mut words: Vec<String> = query.year.map(|year| format!("Năm {year}")).into_iter().collect();
    if let Some(id) = query.programme {
        words.push(format!("chương trình “{}”", programmes::one(office.db(), id)?.draft.name));
    }
    words.extend(query.obstacle.map(|kind| kind.label().to_lowercase()));
    words.extend(query.women.then(|| "tác giả nữ".to_owned()));
    Ok(words.join("; "))
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

/// Initiatives under the names of their units, in the order of the units' codes.
fn by_unit(office: &Office, query: &InitiativeQuery) -> Result<OfficeList> {
    let mut lines: Vec<InitiativeLine> = register::matching(office, query)?.into_iter().map(|row| row.line).collect();
    lines.sort_by(|one, other| (&one.unit_code, one.unit).cmp(&(&other.unit_code, other.unit)));
    let parts = lines
        .chunk_by(|one, other| one.unit == other.unit)
        .map(|lines| OfficePart {
            heading: lines
                .first()
                .map(|line| format!("{} ({} sáng kiến)", line.unit_name, lines.len()))
                .unwrap_or_default(),
            rows: lines.iter().map(|line| kept_secret(line, unit_row(line), 4)).collect(),
        })
        .collect();
    let columns = vec![
        column("Mã số", 11, Kind::Id),
        column("Tên sáng kiến", 44, Kind::Text),
        column("Tác giả (tỷ lệ đóng góp)", 28, Kind::Text),
        column("Lĩnh vực", 12, Kind::Text),
        column("Hiệu quả", 22, Kind::Text),
        column("Áp dụng lần đầu", 12, Kind::Mark),
        column("Công nhận", 22, Kind::Text),
        column("Giá trị làm lợi (đồng)", 15, Kind::Money),
    ];
    Ok(list("Sáng kiến", "DANH SÁCH SÁNG KIẾN THEO ĐƠN VỊ", columns, parts, "sáng kiến"))
}

fn unit_row(line: &InitiativeLine) -> Vec<Cell> {
    let number = Some(line.recognition_number.clone()).filter(|number| !number.is_empty());
    let day = line.recognised_on.map(|day| format!("ngày {}", shown(day)));
    let recognised =
        [Some(line.recognition_label.clone()), number, day].into_iter().flatten().collect::<Vec<_>>().join(", ");
    vec![
        Cell::text(&line.code),
        Cell::text(&line.title),
        Cell::text(&line.authors),
        Cell::text(&line.field),
        Cell::text(&line.effect),
        day_cell(line.first_applied),
        Cell::text(recognised),
        money(line),
    ]
}

/// Of a trade secret the paper says the title and the effect, nothing else.
fn kept_secret(line: &InitiativeLine, row: Vec<Cell>, effect: usize) -> Vec<Cell> {
    if !line.secret {
        return row;
    }
    let shows = |at: usize| at == 1 || at == effect;
    row.into_iter().enumerate().map(|(at, cell)| if shows(at) { cell } else { Cell::Empty }).collect()
}

fn day_cell(day: Option<PartialDate>) -> Cell {
    day.map_or(Cell::Empty, |day| Cell::text(day.to_string()))
}

fn money(line: &InitiativeLine) -> Cell {
    if line.benefit.0 == 0 { Cell::Empty } else { Cell::Money(line.benefit) }
}

/// What is counted and not yet entered, as the portal asks for it.
fn for_portal(office: &Office, query: &InitiativeQuery) -> Result<OfficeList> {
    let query = InitiativeQuery { counted: Some(true), entered: Some(false), ..query.clone() };
    let lines: Vec<InitiativeLine> = register::matching(office, &query)?.into_iter().map(|row| row.line).collect();
    if lines.is_empty() {
        return Err(Error::refused(
            "query",
            "Không có sáng kiến nào đủ điều kiện mà chưa nhập lên cổng. Hãy xem mục Kiểm tra để biết còn vướng gì.",
        ));
    }
    let row = |line: &InitiativeLine| {
        let cells = vec![
            Cell::text(&line.code),
            Cell::text(&line.title),
            Cell::text(&line.authors),
            Cell::text(&line.unit_name),
            Cell::text(&line.field),
            day_cell(line.first_applied),
            Cell::text(&line.recognition_number),
            line.recognised_on.map_or(Cell::Empty, Cell::Day),
            money(line),
            Cell::text(&line.effect),
        ];
        kept_secret(line, cells, 9)
    };
    let columns = vec![
        column("Mã số", 11, Kind::Id),
        column("Tên sáng kiến", 40, Kind::Text),
        column("Tác giả (tỷ lệ đóng góp)", 26, Kind::Text),
        column("Đơn vị", 26, Kind::Text),
        column("Lĩnh vực", 11, Kind::Text),
        column("Áp dụng lần đầu", 12, Kind::Mark),
        column("Số QĐ công nhận", 14, Kind::Id),
        column("Ngày QĐ", 12, Kind::Date),
        column("Giá trị làm lợi (đồng)", 15, Kind::Money),
        column("Hiệu quả khác", 18, Kind::Text),
    ];
    let parts = vec![OfficePart { heading: String::new(), rows: lines.iter().map(row).collect() }];
    Ok(list("Nhập cổng", "DANH SÁCH SÁNG KIẾN ĐỀ NGHỊ NHẬP LÊN CỔNG", columns, parts, "sáng kiến"))
}

/// Each bloc with what it registered, what counts and what it was asked for.
fn by_bloc(office: &mut Office, of: InitiativesOf) -> Result<OfficeList> {
    let figures = figures(office, of)?;
    let is_measured = is_measured(&figures);
    let rows = figures.blocs.iter().map(|bloc| {
        let mut cells = vec![
            Cell::text(&bloc.name),
            Cell::Number(bloc.registered),
            Cell::Number(bloc.women),
            Cell::Number(bloc.taking_part),
            Cell::Number(bloc.counted),
        ];
        if is_measured {
            cells.extend([bloc.target.map_or(Cell::Empty, Cell::Number), Cell::Share(bloc.percent)]);
        }
        cells
    });
    let mut columns = vec![
        column("Khối thi đua", 30, Kind::Text),
        column("Sáng kiến đăng ký", 10, Kind::Number),
        column("Tác giả nữ", 9, Kind::Number),
        column("Tham gia chương trình", 11, Kind::Number),
        column("Được tính", 9, Kind::Number),
    ];
    if is_measured {
        columns.extend([column("Chỉ tiêu giao", 9, Kind::Number), column("Đạt so với chỉ tiêu", 10, Kind::Mark)]);
    }
    let title = if is_measured {
        "KẾT QUẢ SÁNG KIẾN SO VỚI CHỈ TIÊU"
    } else {
        "KẾT QUẢ SÁNG KIẾN THEO KHỐI"
    };
    let parts = vec![OfficePart { heading: String::new(), rows: rows.collect() }];
    Ok(list("Theo khối", title, columns, parts, "khối"))
}

/// Whether anything was asked of blocs that they can be measured against: by the map of today nothing was.
fn is_measured(figures: &InitiativeFigures) -> bool {
    figures.blocs.iter().any(|bloc| bloc.target.is_some())
}

/// The whole measured, where the blocs are not.
fn whole_alone(figures: &InitiativeFigures) -> Option<String> {
    let target = figures.whole.target.filter(|_| !is_measured(figures))?;
    Some(format!("Chỉ tiêu của toàn cơ quan: {}, đạt {}.", grouped(target), figures.whole.percent))
}

fn total(figures: &InitiativeFigures) -> Row {
    let whole = &figures.whole;
    let mut cells = vec![
        Cell::Number(whole.registered),
        Cell::Number(whole.women),
        Cell::Number(whole.taking_part),
        Cell::Number(whole.counted),
    ];
    if is_measured(figures) {
        cells.extend([whole.target.map_or(Cell::Empty, Cell::Number), Cell::Share(whole.percent)]);
    }
    Row::Total { label: "Toàn cơ quan".to_owned(), span: 2, cells }
}
