//! Papers of training: the list of courses as it is seen, who took part in one, the people behind a figure, the summary by unit.

use super::{
    CourseLine, CourseQuery, CourseRecord, PeopleQuery, PersonLine, TrainingFigures, TrainingOf, TrainingTally,
    WhichCourse, figures, get, matching, people,
};
use crate::{
    calendar::written_out,
    error::{Error, Result},
    host::{self, ListName, Seen},
    letter::{About, Closing, Heading},
    members::Gender,
    office::Office,
    paper::{Paper, PaperKind},
    ratio::grouped,
    sheet::{
        Cell, Column, Kind, Row, Sheet,
        office_list::{OfficeList, OfficePart},
    },
};

/// The courses as a workbook.
pub fn xlsx(office: &mut Office, wish: Seen<CourseQuery>) -> Result<Paper> {
    courses(office, wish, PaperKind::Xlsx)
}

/// The courses for print.
pub fn pdf(office: &mut Office, wish: Seen<CourseQuery>) -> Result<Paper> {
    courses(office, wish, PaperKind::Pdf)
}

fn courses(office: &mut Office, wish: Seen<CourseQuery>, paper: PaperKind) -> Result<Paper> {
    let lines = matching(office, &wish.query)?;
    let name = ListName { title: "Danh sách lớp đào tạo, tập huấn", tab: "Lớp học", counted: "lớp" };
    wish.list(name, &lines, kind, course_cell).paper(office, paper)
}

fn kind(key: &str) -> Kind {
    match key {
        "people" | "named" | "reported" | "women" | "direct" | "attendances" => Kind::Number,
        "cost" => Kind::Money,
        "days" | "gender" | "birth" | "is_direct" => Kind::Mark,
        _ => Kind::Text,
    }
}

/// What a column shows of a course; a column that is not known shows nothing.
fn course_cell(line: &CourseLine, key: &str) -> Cell {
    let draft = &line.draft;
    match key {
        "name" => Cell::text(&draft.name),
        "kind" => Cell::text(&line.kind_label),
        "days" => Cell::text(&line.days),
        "period" => Cell::text(&line.period_name),
        "organiser" => Cell::text(&draft.organiser),
        "place" => Cell::text(&draft.place),
        "document" => Cell::text(&draft.document),
        "money_source" => Cell::text(&draft.money_source),
        "note" => Cell::text(&draft.note),
        "people" => Cell::Number(line.people),
        "named" => Cell::Number(line.named),
        "reported" => Cell::Number(line.reported),
        "women" => Cell::Number(line.women),
        "direct" => Cell::Number(line.direct),
        "cost" if draft.cost.0 > 0 => Cell::Money(draft.cost),
        _ => Cell::Empty,
    }
}

/// The people behind a figure as a workbook.
pub fn people_xlsx(office: &mut Office, wish: Seen<PeopleQuery>) -> Result<Paper> {
    seen_people(office, wish, PaperKind::Xlsx)
}

/// The people behind a figure for print.
pub fn people_pdf(office: &mut Office, wish: Seen<PeopleQuery>) -> Result<Paper> {
    seen_people(office, wish, PaperKind::Pdf)
}

fn seen_people(office: &mut Office, mut wish: Seen<PeopleQuery>, paper: PaperKind) -> Result<Paper> {
    let (persons, counts) = people::matching(office, &wish.query)?;
    let reported: i64 = counts.iter().map(|count| people::counted(count, wish.query.only)).sum();
    if reported > 0 {
        let more = format!("chưa kể {} người theo số báo cáo, không có tên", grouped(reported));
        wish.filter = if wish.filter.is_empty() { more } else { format!("{}; {more}", wish.filter) };
    }
    let name =
        ListName {
            title: "Danh sách người đã qua đào tạo, tập huấn", tab: "Người học", counted: "người có tên"
        };
    wish.list(name, &persons, kind, person_cell).paper(office, paper)
}

fn person_cell(line: &PersonLine, key: &str) -> Cell {
    match key {
        "name" => Cell::text(&line.name),
        "gender" => Cell::text(gender(line.gender)),
        "birth" => line.birth.map_or(Cell::Empty, |birth| Cell::text(birth.to_string())),
        "unit" => Cell::text(&line.unit_name),
        "bloc" => Cell::text(&line.bloc_name),
        "is_direct" => Cell::text(tick(line.direct)),
        "attendances" => Cell::Number(line.attendances),
        "courses" => Cell::text(&line.courses),
        _ => Cell::Empty,
    }
}

fn gender(gender: Option<Gender>) -> &'static str {
    gender.map_or("", Gender::label)
}

fn tick(direct: Option<bool>) -> &'static str {
    if direct == Some(true) { "x" } else { "" }
}

/// Who took part in a course, as a workbook.
pub fn participants_xlsx(office: &mut Office, which: WhichCourse) -> Result<Paper> {
    let (sheet, about) = participants(office, which)?;
    sheet.paper(PaperKind::Xlsx, about)
}

/// Who took part in a course, for print.
pub fn participants_pdf(office: &mut Office, which: WhichCourse) -> Result<Paper> {
    let (sheet, about) = participants(office, which)?;
    sheet.paper(PaperKind::Pdf, about)
}

fn participants(office: &mut Office, which: WhichCourse) -> Result<(Sheet, About)> {
    let record = get(office, which)?;
    if record.line.people == 0 {
        return Err(Error::refused("id", "Lớp này chưa ghi người học nào. Hãy ghi người học rồi in."));
    }
    let title = format!("Danh sách học {}", record.line.draft.name);
    let about = about(office, title, format!("course-{}", which.id))?;
    let (heading, closing) = ends(office)?;
    Ok((attended(heading, closing, &record), about))
}

/// The list of a course: unit by unit, who took part; what is only a number stands below.
pub(super) fn attended(heading: Heading, closing: Closing, record: &CourseRecord) -> Sheet {
    let line = &record.line;
    let parts = record
        .participants
        .chunk_by(|one, other| one.unit == other.unit)
        .map(|people| OfficePart {
            heading: people
                .first()
                .map(|one| format!("{} ({} người)", one.unit_name, people.len()))
                .unwrap_or_default(),
            rows: people
                .iter()
                .map(|one| {
                    vec![
                        Cell::text(&one.name),
                        Cell::text(gender(one.gender)),
                        one.birth.map_or(Cell::Empty, |birth| Cell::text(birth.to_string())),
                        Cell::text(&one.position),
                        Cell::text(tick(one.direct)),
                        Cell::text(&one.result),
                        Cell::text(&one.certificate),
                        Cell::text(&one.note),
                    ]
                })
                .collect(),
        })
        .collect();
    let held = [line.days.as_str(), &line.draft.place, &line.draft.organiser];
    let mut sheet = OfficeList {
        name: "Danh sách học".to_owned(),
        heading: Some(heading),
        title: format!("DANH SÁCH HỌC {}", line.draft.name.to_uppercase()),
        filter: held.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; "),
        columns: vec![
            column("Họ và tên", 26, Kind::Text),
            column("Giới tính", 8, Kind::Mark),
            column("Ngày sinh", 12, Kind::Mark),
            column("Chức vụ", 24, Kind::Text),
            column("LĐ trực tiếp", 9, Kind::Mark),
            column("Kết quả", 14, Kind::Text),
            column("Chứng chỉ", 14, Kind::Id),
            column("Ghi chú", 16, Kind::Text),
        ],
        parts,
        counted: "người có tên".to_owned(),
        closing: Some(closing),
    }
    .sheet();
    for count in &record.counts {
        let source = if count.source.is_empty() { String::new() } else { format!(" ({})", count.source) };
        sheet.notes.push(format!(
            "Ngoài danh sách, {} báo cáo thêm {} người, trong đó nữ {}, lao động trực tiếp {}{source}.",
            count.unit_name,
            grouped(count.people),
            grouped(count.women),
            grouped(count.direct),
        ));
    }
    sheet.notes.push(format!("Cộng: {} người, trong đó nữ {}.", grouped(line.people), grouped(line.women)));
    sheet
}

/// The summary by unit as a workbook.
pub fn units_xlsx(office: &mut Office, of: TrainingOf) -> Result<Paper> {
    let (sheet, about) = by_unit(office, of)?;
    sheet.paper(PaperKind::Xlsx, about)
}

/// The summary by unit for print.
pub fn units_pdf(office: &mut Office, of: TrainingOf) -> Result<Paper> {
    let (sheet, about) = by_unit(office, of)?;
    sheet.paper(PaperKind::Pdf, about)
}

fn by_unit(office: &mut Office, of: TrainingOf) -> Result<(Sheet, About)> {
    let figures = figures(office, of)?;
    let about = about(office, format!("Tổng hợp đào tạo, tập huấn năm {}", of.year), "training-units".to_owned())?;
    let (heading, closing) = ends(office)?;
    let season = match of.within {
        Some(id) => crate::periods::get(office.db(), id)?.name,
        None => format!("Năm {}", of.year),
    };
    Ok((summary(heading, closing, &season, &figures), about))
}

/// Units under the names of their blocs with how many took part, and the whole at the foot.
pub(super) fn summary(heading: Heading, closing: Closing, season: &str, figures: &TrainingFigures) -> Sheet {
    let parts = figures
        .blocs
        .iter()
        .map(|bloc| {
            let is_of = |unit: &&TrainingTally| match bloc.bloc {
                Some(_) => unit.bloc_name == bloc.name,
                None => unit.bloc_name.is_empty(),
            };
            OfficePart {
                heading: format!("{}: {} người", bloc.name, grouped(bloc.people)),
                rows: figures.units.iter().filter(is_of).map(row).collect(),
            }
        })
        .filter(|part| !part.rows.is_empty())
        .collect();
    let mut sheet = OfficeList {
        name: "Theo đơn vị".to_owned(),
        heading: Some(heading),
        title: "TỔNG HỢP ĐÀO TẠO, TẬP HUẤN THEO ĐƠN VỊ".to_owned(),
        filter: season.to_owned(),
        columns: vec![
            column("Mã", 8, Kind::Id),
            column("Đơn vị", 44, Kind::Text),
            column("Người", 8, Kind::Number),
            column("Có tên", 8, Kind::Number),
            column("Theo số báo cáo", 9, Kind::Number),
            column("Lượt", 8, Kind::Number),
            column("Nữ", 8, Kind::Number),
            column("LĐ trực tiếp", 9, Kind::Number),
            column("Đoàn viên", 9, Kind::Number),
            column("Tỷ lệ", 9, Kind::Mark),
        ],
        parts,
        counted: "đơn vị".to_owned(),
        closing: Some(closing),
    }
    .sheet();
    let cells = row(&figures.whole).into_iter().skip(2).collect();
    sheet.rows.push(Row::Total { label: "Toàn cơ quan".to_owned(), span: 3, cells });
    sheet.notes.extend(figures.said.iter().cloned());
    if figures.basis.is_some() {
        sheet.notes.push(format!("Tỷ lệ của từng đơn vị tính trên đoàn viên theo sổ, {}.", written_out(figures.day)));
    }
    sheet
}

fn row(tally: &TrainingTally) -> Vec<Cell> {
    vec![
        Cell::text(&tally.code),
        Cell::text(&tally.name),
        Cell::Number(tally.people),
        Cell::Number(tally.named),
        Cell::Number(tally.reported),
        Cell::Number(tally.attendances),
        Cell::Number(tally.women),
        Cell::Number(tally.direct),
        Cell::Number(tally.workers),
        Cell::Share(tally.percent),
    ]
}

fn column(header: &str, width: u16, kind: Kind) -> Column {
    Column { header: header.to_owned(), width, kind }
}

fn about(office: &Office, title: String, ident: String) -> Result<About> {
    let host = host::as_of(office, office.today())?;
    Ok(About { title, author: host.name, ident, made_at: office.now().naive_local() })
}

/// The head of the office, and who signs.
fn ends(office: &Office) -> Result<(Heading, Closing)> {
    Ok((host::as_of(office, office.today())?.heading(), host::drawn_up(office)?))
}
