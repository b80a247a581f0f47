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

use driver::Window;
use serde_json::json;

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
    window.until_text("Liên đoàn Lao động huyện Vân Trạch").await;
    window.until_text("Tổng quan").await;
    window.picture("tong-quan").await;
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
