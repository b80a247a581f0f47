//! A short year through the window: opened, a movement, a pledge pasted, a unit scored by the keyboard, a paper, closed.

use crate::{driver::Window, set_up};
use fantoccini::key::Key;
use serde_json::{Value, json};
use stories::through_the_door::printed_by;

const WHEN: i32 = 2025;

/// A school's union in a bloc, with one member, and the points that it is scored by. Everything else is done in the window.
async fn made_ready(window: &Window) -> Value {
    let bloc = window.asked("units.set_bloc", json!({ "no": 1, "name": "Khối Xã" })).await["value"].clone();
    let unit = json!({ "draft": {
        "code": "VT20", "name": "CĐCS xã Tân Kiều", "level": "grassroots_union", "kind": "xa", "sector": "public",
        "calendar": "year", "bloc": bloc, "established": { "y": 2001, "m": 5, "d": 19, "precision": "day" },
    } });
    let unit = window.asked("units.establish", unit).await["value"].clone();
    let draft = json!({ "full_name": "Nguyễn Thị Hường", "gender": "nu", "position": "Công chức" });
    window.asked("members.add", json!({ "unit": unit, "began": "listed", "draft": draft })).await;
    let mut table = window.asked("scores.tables", json!({ "year": WHEN })).await["models"][0].clone();
    let periods = window.asked("periods.list", json!({ "year": WHEN })).await;
    let year = periods.as_array().unwrap().iter().find(|period| period["kind"] == "year").unwrap()["id"].clone();
    let table_of = table.as_object_mut().unwrap();
    table_of.extend(
        [("id", Value::Null), ("name", json!("Bảng điểm xã")), ("period", year)]
            .map(|(key, value)| (key.to_owned(), value)),
    );
    table_of.insert("kinds".to_owned(), json!(["xa"]));
    window.asked("scores.set_table", table).await;
    bloc
}

#[tokio::test]
async fn a_short_year_is_lived_in_the_window_from_its_opening_to_its_closing() {
    let folder = tempfile::tempdir().unwrap();
    let saved = folder.path().join("Lưu");
    std::fs::create_dir_all(&saved).unwrap();
    let window = Window::open(&folder.path().join("Dữ liệu"), &saved).await;
    set_up(&window).await;
    window.press("Để sau").await;
    window.until_text("Tổng quan").await;

    // the year
    window.client.execute("const box = document.querySelector('select[aria-label=\"Năm thi đua\"]'); box.value = '2025'; box.dispatchEvent(new Event('change', { bubbles: true }))", vec![]).await.unwrap();
    window.go("nam-thi-dua").await;
    window.press("Mở năm thi đua").await;
    window.until_text("Mở năm 2025 và năm học 2024-2025").await;
    window.picture("mo-nam").await;
    window.press_named("Mở năm 2025").await;
    window.until_text("Đã mở năm 2025").await;
    window.until_text("Khóa sổ năm 2025").await;
    window.picture("nam-da-mo").await;
    let bloc = made_ready(&window).await;

    // a movement
    window.go("phong-trao").await;
    window.press("Thêm phong trào").await;
    window.type_into("Tên phong trào", "Cải cách hành chính, phục vụ Nhân dân").await;
    window.type_into("Số kế hoạch", "80/KH-LĐLĐ").await;
    window.press("Lưu").await;
    window.until_text("Đã thêm phong trào").await;
    let movements = window.asked("movements.list", json!({ "year": WHEN, "text": "cai cach hanh chinh" })).await;
    assert!(movements.as_array().unwrap().iter().any(|one| one["plan"] == "80/KH-LĐLĐ"), "{movements}");

    // a pledge, out of Excel
    window.go("cam-ket/dan").await;
    window.type_into("Đơn vị", "VT20").await;
    window.pick("CĐCS xã Tân Kiều").await;
    window
        .paste_into(
            "Các dòng dán vào",
            "1\tNguyễn Thị Hường\t1985\tGiữ vững lập trường\tGiản dị\tKhông để trễ hồ sơ\tMỗi tuần một mẩu chuyện\tTrong năm\tChi bộ\t20/02/2025",
        )
        .await;
    window.until_text("Được").await;
    window.picture("dan-cam-ket").await;
    window.press("Ghi nhận 1 bản").await;
    window.until_text("Đã ghi nhận 1 bản cam kết").await;
    let figures = window.asked("pledges.figures", json!({ "year": WHEN })).await;
    assert_eq!((&figures["whole"]["registered"], &figures["whole"]["confirmed"]), (&json!(1), &json!(1)));

    // every criterion of the unit, by the keyboard alone
    window.go(&format!("khoi/{bloc}")).await;
    window.until_text("0/1 đơn vị đã chấm").await;
    let book = window.asked("scores.book", json!({ "bloc": bloc, "year": WHEN })).await;
    window.press_named("Chấm điểm").await;
    let mut total = 0;
    let groups = book["tables"][0]["groups"].as_array().unwrap();
    for group in groups.iter().filter(|group| group["kind"] == "scored") {
        for criterion in group["criteria"].as_array().unwrap() {
            let points = criterion["most"].as_i64().unwrap() / 100;
            total += points;
            window.keys(&format!("{points}{}", char::from(Key::Tab))).await;
        }
    }
    window.until_text("1/1 đơn vị đã chấm").await;
    window.picture("da-cham").await;
    let book = window.asked("scores.book", json!({ "bloc": bloc, "year": WHEN })).await;
    assert_eq!(book["lines"][0]["total"], total * 100);

    // a workbook and a printed list
    window.press_named("In").await;
    window.item("Bảng xếp hạng ra Excel").await;
    let paper = window.until_file(&saved, "xlsx").await;
    let mut book = calamine::open_workbook_auto(paper).unwrap();
    let cells = calamine::Reader::worksheet_range(&mut book, "Xếp hạng").unwrap();
    assert!(cells.rows().any(|row| row.iter().any(|cell| *cell == "CĐCS xã Tân Kiều")), "{cells:?}");

    window.go("phong-trao").await;
    window.until_text("Cải cách hành chính").await;
    window.press_named("In").await;
    window.item("Lưu PDF").await;
    let paper = window.until_file(&saved, "pdf").await;
    let words = printed_by("pdftotext", &["-layout".as_ref(), paper.as_os_str(), "-".as_ref()]);
    for told in ["LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN TRẠCH", "Cải cách hành chính"] {
        assert!(words.contains(told), "{told} in {words}");
    }

    // the end
    window.go("nam-thi-dua").await;
    window.press("Khóa sổ năm 2025").await;
    window.until_text("không hoàn tác được bằng Ctrl+Z").await;
    window.press_named("Khóa sổ").await;
    window.until_text("Đã khóa sổ năm 2025").await;
    window.until_text("Mở lại năm 2025").await;
    window.go(&format!("khoi/{bloc}")).await;
    window.until_text("Kỳ đã khóa").await;
    window.picture("nam-da-khoa").await;
    window.close().await;
}
