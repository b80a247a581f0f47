//! A commendation list: made once as data, then written by ours and by the others.

use std::{fs, path::Path};

use chrono::{Days, NaiveDate, NaiveTime};
use office::{
    letter::{self, About},
    money::Dong,
    sheet::{self, Cell, Column, Kind, Print, Row, Sheet},
};
use serde_json::{Value, json};

use crate::Outcome;

const FAMILY: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
const MIDDLE: [&str; 7] = ["Thị Thu", "Văn", "Thị", "Đức", "Hữu", "Thị Ngọc", "Minh"];
const GIVEN: [&str; 11] = ["Hường", "Dũng", "Quỳnh", "Thắng", "Nguyệt", "Đạt", "Yến", "Phượng", "Khải", "Lẫm", "Ước"];
const POST: [&str; 5] =
    ["Giáo viên", "Công nhân may", "Chuyên viên", "Phó Chủ tịch Công đoàn cơ sở", "Điều dưỡng trưởng"];
const UNIT: [&str; 4] = [
    "CĐCS Trường Tiểu học An Trạch",
    "CĐCS Công ty TNHH May Seo Woo Hoài Giang",
    "CĐCS Văn phòng HĐND và UBND huyện",
    "CĐCS Công ty CP Xây dựng và Thương mại Minh Thượng",
];
const REASON: [&str; 3] = [
    "Hoàn thành xuất sắc nhiệm vụ công tác năm 2024",
    "Có nhiều thành tích trong phong trào \"Lao động giỏi, lao động sáng tạo\" năm 2024",
    "Hoàn thành tốt nhiệm vụ",
];

fn pick<const N: usize>(words: [&'static str; N], number: usize) -> &'static str {
    words.get(number % N).copied().unwrap_or_default()
}

fn columns() -> Vec<Column> {
    let column = |header: &str, width, kind| Column { header: header.to_owned(), width, kind };
    vec![
        column("TT", 6, Kind::Number),
        column("Họ và tên", 26, Kind::Text),
        column("Ngày sinh", 12, Kind::Date),
        column("Số CCCD", 15, Kind::Id),
        column("Chức vụ, nghề nghiệp", 22, Kind::Text),
        column("Đơn vị", 34, Kind::Text),
        column("Hình thức", 14, Kind::Mark),
        column("Thành tích", 42, Kind::Text),
        column("Tiền thưởng", 14, Kind::Money),
    ]
}

fn row(number: usize) -> Outcome<Row> {
    let born = NaiveDate::from_ymd_opt(1966, 1, 1)
        .and_then(|day| day.checked_add_days(Days::new(u64::try_from(number * 37 % 12_000).ok()?)))
        .ok_or("a day of birth")?;
    let name = format!("{} {} {}", pick(FAMILY, number), pick(MIDDLE, number / 3), pick(GIVEN, number / 2));
    Ok(Row::Line {
        cells: vec![
            Cell::Number(i64::try_from(number)?),
            Cell::text(name),
            Cell::Day(born),
            Cell::text(format!("0360{:08}", number * 7919 % 100_000_000)),
            Cell::text(pick(POST, number)),
            Cell::text(pick(UNIT, number)),
            Cell::text("Giấy khen"),
            Cell::text(pick(REASON, number)),
            Cell::Money(Dong(360_000)),
        ],
    })
}

/// What the others are given: whole numbers as numbers, everything else as the words that ours shows.
fn plain(cell: &Cell) -> Value {
    match cell {
        Cell::Number(number) | Cell::Place(number) => json!(number),
        Cell::Money(Dong(amount)) => json!(amount),
        Cell::Empty | Cell::Text(_) | Cell::Hundredths(_) | Cell::Share(_) | Cell::Day(_) => json!(sheet::shown(cell)),
    }
}

/// Writes `sheet.json` for ours and `rows.json` for the others.
pub fn make(rows: usize, folder: &Path) -> Outcome {
    let rows = (1..=rows).map(row).collect::<Outcome<Vec<_>>>()?;
    let list = Sheet {
        name: "Danh sách".to_owned(),
        heading: None,
        title: None,
        columns: columns(),
        groups: Vec::new(),
        rows,
        notes: Vec::new(),
        closing: None,
        print: Print::ACROSS,
    };
    let cells = list.rows.iter().map(|row| match row {
        Row::Line { cells } | Row::Total { cells, .. } => cells.iter().map(plain).collect::<Vec<_>>(),
        Row::Group { text } => vec![json!(text)],
    });
    let columns: Vec<Value> =
        list.columns.iter().map(|column| json!({ "title": column.header, "width": column.width })).collect();
    fs::create_dir_all(folder)?;
    fs::write(
        folder.join("rows.json"),
        serde_json::to_vec(&json!({ "columns": columns, "rows": cells.collect::<Vec<_>>() }))?,
    )?;
    fs::write(folder.join("sheet.json"), serde_json::to_vec(&list)?)?;
    Ok(())
}

fn read(path: &Path) -> Outcome<Sheet> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn about() -> Outcome<About> {
    let day = NaiveDate::from_ymd_opt(2024, 12, 20).ok_or("a day")?;
    Ok(About {
        title: "Danh sách khen thưởng".to_owned(),
        author: "Liên đoàn Lao động huyện Vân Trạch".to_owned(),
        ident: "bench".to_owned(),
        made_at: day.and_time(NaiveTime::MIN),
    })
}

/// The list as a workbook.
pub fn xlsx(list: &Path, out: &Path) -> Outcome {
    Ok(fs::write(out, sheet::write(&read(list)?, &about()?)?)?)
}

/// The list as pages.
pub fn pdf(list: &Path, out: &Path) -> Outcome {
    Ok(fs::write(out, letter::pdf(&read(list)?.letter(about()?))?)?)
}

/// The list as a Word document: what the office program is given to make pages of.
pub fn docx(list: &Path, out: &Path) -> Outcome {
    Ok(fs::write(out, letter::docx(&read(list)?.letter(about()?))?)?)
}
