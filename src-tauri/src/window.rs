//! The one window and the one command behind it.

use crate::files;
use desk::{carrier::Carrier, folder};
use office::{
    clock::ComputerClock,
    door::{Answer, Failure},
    error::Error,
    home::Home,
    office::Worker,
};
use serde_json::Value;
use std::{path::PathBuf, process::ExitCode, sync::Arc};
use tauri::{AppHandle, Manager as _, RunEvent, State, ipc::Response, utils::config::AppDirectoriesOverride};

/// Opens the window and stays until it is closed.
#[allow(clippy::disallowed_types, reason = "Tauri's own macro writes a HashMap; nothing of it reaches paper")]
pub fn open() -> ExitCode {
    let Some(folder) = folder::data_folder() else {
        eprintln!("so-vang: no data folder: set {}", folder::VARIABLE);
        return ExitCode::FAILURE;
    };
    let mut context = tauri::generate_context!();
    if std::env::var_os(folder::VARIABLE).is_some() {
        context.config_mut().app.app_directories_override = Some(AppDirectoriesOverride::Root(folder.join("window")));
    }
    let carrier = Arc::new(Carrier::new(Home::new(folder, Arc::new(ComputerClock), worker())));
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| raise(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .manage(Arc::clone(&carrier))
        .invoke_handler(tauri::generate_handler![call])
        .build(context);
    match built {
        Ok(app) => {
            app.run(move |_, event| {
                if matches!(event, RunEvent::Exit) {
                    close(&carrier);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("so-vang: {error}");
            ExitCode::FAILURE
        }
    }
}

/// This very program reads workbooks in a process of its own.
fn worker() -> Option<Worker> {
    let program = std::env::current_exe().ok()?;
    Some(Worker { program, arguments: vec!["--worker".to_owned()] })
}

/// A second start raises the first window instead of opening another.
fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        for shown in [window.unminimize(), window.show(), window.set_focus()] {
            if let Err(error) = shown {
                eprintln!("so-vang: raise: {error}");
            }
        }
    }
}

fn close(carrier: &Carrier) {
    let closed = carrier.home().close();
    if let Err(error) = closed {
        let failure = carrier.failure("close", error);
        eprintln!("so-vang: close: {failure:?}");
    }
}

/// The one command of the page. Names that begin with `shell.` need a window; the door answers the rest.
#[tauri::command]
async fn call(
    app: AppHandle,
    carrier: State<'_, Arc<Carrier>>,
    name: String,
    args: String,
) -> Result<Response, Failure> {
    let carrier = Arc::clone(&carrier);
    let answered = tauri::async_runtime::spawn_blocking(move || {
        let arguments: Value =
            serde_json::from_str(&args).map_err(|error| carrier.failure(&name, Error::from(error)))?;
        match name.as_str() {
            "shell.pick_files" => files::pick(&app, &carrier, arguments),
            "shell.pick_folder" => files::pick_folder(&app, &carrier),
            "shell.paper" => files::hand_over(&app, &carrier, arguments),
            "shell.open_folder" => files::open_folder(&app, &carrier, arguments),
            command => carrier.call(command, arguments),
        }
    })
    .await;
    match answered {
        Ok(Ok(Answer::Json(text))) => Ok(Response::new(text)),
        Ok(Ok(Answer::Paper(paper))) => Ok(Response::new(paper.bytes)),
        Ok(Err(failure)) => Err(failure),
        Err(error) => {
            Err(Failure::Broken { number: 0, sentence: format!("Có lỗi trong chương trình: {error}.") })
        }
    }
}

/// Where a test wants files picked from and saved to, instead of a dialog that it cannot see.
pub fn test_folder(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
