//! What differs between systems, in one place.

use std::process::ExitCode;

/// Says that the process was started a second time by itself.
const AGAIN: &str = "SOVANG_STARTED_AGAIN";

/// On Linux some variables must stand before GTK starts, so the program starts itself once more with them; answers
/// how that ended. `None`: go on in this process.
#[cfg(target_os = "linux")]
pub fn start_again_with_what_the_window_needs() -> Option<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    let wanted = missing();
    if wanted.is_empty() || std::env::var_os(AGAIN).is_some() {
        return None;
    }
    let program = std::env::current_exe().ok()?;
    let failed =
        std::process::Command::new(program).args(std::env::args_os().skip(1)).envs(wanted).env(AGAIN, "1").exec();
    eprintln!("so-vang: {failed}");
    None
}

#[cfg(target_os = "linux")]
fn missing() -> Vec<(&'static str, &'static str)> {
    let given = |name: &str| std::env::var(name).unwrap_or_default();
    let mut wanted = Vec::new();
    // Without a GPU, WebKit's DMABUF renderer scrolls at 3 frames a second; under automation the variable hangs screenshots.
    let no_gpu = !(128..136).any(|node| std::fs::File::open(format!("/dev/dri/renderD{node}")).is_ok());
    let automated = given("TAURI_WEBVIEW_AUTOMATION") == "true";
    if no_gpu && !automated && std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        wanted.push(("WEBKIT_DISABLE_DMABUF_RENDERER", "1"));
    }
    let locale = [given("LC_ALL"), given("LANG")].into_iter().find(|value| !value.is_empty()).unwrap_or_default();
    if matches!(locale.as_str(), "" | "C" | "POSIX") {
        wanted.push(("LANG", "C.UTF-8"));
    }
    wanted
}

/// Other systems need nothing set beforehand.
#[cfg(not(target_os = "linux"))]
pub fn start_again_with_what_the_window_needs() -> Option<ExitCode> {
    let _ = AGAIN;
    None
}
