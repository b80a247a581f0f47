//! The real window on WebKitGTK. Needs a screen (`make test` gives a virtual one).
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story may stop at the first surprise"
)]

mod driver;
mod year;

use driver::Window;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Sets up an office as a clerk does on the first day.
async fn set_up(window: &Window) {
    window.until_text("Chào mừng đến với Sổ Vàng").await;
    window.press("Thiết lập cơ quan").await;
    window.type_into("Tên đầy đủ", "Liên đoàn Lao động huyện Vân Trạch").await;
    window.type_into("Cấp trên trực tiếp", "Liên đoàn Lao động tỉnh Hoài Giang").await;
    window.type_into("Địa danh", "Vân Trạch").await;
    window.type_into("Họ và tên", "Phạm Đức Long").await;
    window.type_into("Họ và tên người làm việc", "Trần Thu Hà").await;
    window.picture("thiet-lap").await;
    window.press("Tạo sổ").await;
    window.until_text("Mã khôi phục").await;
    window.picture("ma-khoi-phuc").await;
}

#[tokio::test]
async fn an_office_set_up_in_the_window_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("Dữ liệu");
    let window = Window::open(&home, folder.path()).await;
    set_up(&window).await;
    window.close().await;

    let window = Window::open(&home, folder.path()).await;
    window.until_text("LĐLĐ huyện Vân Trạch").await;
    window.until_text("Tổng quan").await;
    window.picture("tong-quan").await;
    window.close().await;
}

/// The sample district's own lists, copied to where the window picks files from.
fn lay_ready(picks: &Path, files: &[PathBuf]) {
    if picks.exists() {
        std::fs::remove_dir_all(picks).unwrap();
    }
    std::fs::create_dir_all(picks).unwrap();
    for file in files {
        std::fs::copy(file, picks.join(file.file_name().unwrap())).unwrap();
    }
}

/// Walks the four steps with the files that lie ready.
async fn take_in(window: &Window, what: &str, shots: &str) {
    window.press(&format!("Chọn tệp {what}")).await;
    window.press("Tiếp: ghép cột").await;
    window.picture(&format!("{shots}-ghep-cot")).await;
    window.press("Tiếp: xem lỗi").await;
    window.picture(&format!("{shots}-xem-loi")).await;
    window.press("Tiếp: xác nhận").await;
    window.picture(&format!("{shots}-xac-nhan")).await;
    window.press_exactly_begun("Nhập ").await;
    window.until_text("Hoàn tác lần nhập này").await;
    window.picture(&format!("{shots}-da-nhap")).await;
}

#[tokio::test]
async fn the_lists_of_a_district_are_taken_in_through_the_wizard_and_taken_back() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/district-a");
    let folder = tempfile::tempdir().unwrap();
    let (home, picks) = (folder.path().join("Dữ liệu"), folder.path().join("Tệp nhận được"));
    let window = Window::open(&home, &picks).await;
    set_up(&window).await;
    window.press("Để sau").await;

    lay_ready(&picks, &[data.join("units.xlsx")]);
    window.press("Nhập Excel").await;
    window.choose("Đơn vị").await;
    take_in(&window, "đơn vị", "nhap-don-vi").await;
    let units = window.asked("units.list", json!({ "text": "", "sort": "code", "descending": false })).await;
    assert_eq!(units["total"], 76);

    let mut lists: Vec<PathBuf> =
        std::fs::read_dir(data.join("members")).unwrap().map(|entry| entry.unwrap().path()).collect();
    lists.sort();
    lay_ready(&picks, &lists);
    window.press("Nhập tiếp").await;
    window.choose("Đoàn viên").await;
    take_in(&window, "đoàn viên", "nhap-doan-vien").await;
    let everybody = json!({ "query": {}, "offset": 0, "limit": 1 });
    assert_eq!(window.asked("members.page", everybody).await["total"], 9_196);
    // the last list of a unit that was dissolved: its people ended with it
    assert_eq!(window.asked("members.counts", serde_json::Value::Null).await["members"], 9_174);

    window.press("Hoàn tác lần nhập này").await;
    window.until_text("Đã hoàn tác").await;
    assert_eq!(window.asked("members.counts", serde_json::Value::Null).await["members"], 0);
    window.close().await;
}

#[tokio::test]
async fn the_page_can_call_the_one_command_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(&folder.path().join("home"), folder.path()).await;
    let ask = |command: &str, arguments: serde_json::Value| {
        let script = format!(
            "return await window.__TAURI_INTERNALS__.invoke('{command}', {arguments}).then(() => 'answered', (e) => 'refused: ' + JSON.stringify(e))"
        );
        let window = &window;
        async move { window.answer(&script).await.as_str().unwrap_or_default().to_owned() }
    };
    assert_eq!(ask("call", json!({ "name": "start.state", "args": "null" })).await, "answered");
    for undeclared in
        ["nope", "plugin:dialog|open", "plugin:opener|open_path", "plugin:fs|read_file", "plugin:window|close"]
    {
        let answer = ask(undeclared, json!({})).await;
        assert!(answer.starts_with("refused"), "{undeclared}: {answer}");
    }
    let evaluated = window.answer("try { return eval('1 + 1') } catch (e) { return 'blocked' }").await;
    assert_eq!(evaluated, "blocked");
    let fetched =
        window.answer("return await fetch('https://example.invalid/').then(() => 'sent', () => 'blocked')").await;
    assert_eq!(fetched, "blocked");
    let frozen = window.answer("return Object.isFrozen(Object.prototype)").await;
    assert_eq!(frozen, true);
    window.close().await;
}
