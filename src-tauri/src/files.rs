//! Files between the person and the office: native dialogs only, so the page never names a path.

use crate::window::test_folder;
use desk::carrier::Carrier;
use office::{
    door::{Answer, Failure},
    error::{Error, Result},
    home::Which,
    paper::{Paper, atomic_write},
};
use serde::Deserialize;
use serde_json::Value;
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FilePath};
use tauri_plugin_opener::OpenerExt as _;

/// A folder whose files a test picks; a dialog is shown when it is not set.
const PICK_FROM: &str = "SOVANG_TEST_PICK_DIR";
/// A folder that a test saves into.
const SAVE_INTO: &str = "SOVANG_TEST_SAVE_DIR";

#[derive(Deserialize)]
struct Pick {
    accept: Vec<String>,
    many: bool,
}

/// Lets the person pick files; they lie in the tray.
pub fn pick(app: &AppHandle, carrier: &Carrier, arguments: Value) -> std::result::Result<Answer, Failure> {
    let picked = read::<Pick>(arguments).and_then(|pick| match test_folder(PICK_FROM) {
        Some(folder) => files_of(&folder),
        None => Ok(asked(app, &pick)),
    });
    lay(carrier, "shell.pick_files", picked)
}

fn asked(app: &AppHandle, pick: &Pick) -> Vec<PathBuf> {
    let endings: Vec<&str> = pick.accept.iter().map(String::as_str).collect();
    let dialog = app.dialog().file().set_title("Chọn tệp").add_filter("Tệp nhận được", &endings);
    let picked = if pick.many {
        dialog.blocking_pick_files().unwrap_or_default()
    } else {
        dialog.blocking_pick_file().into_iter().collect()
    };
    picked.into_iter().filter_map(|path| path.into_path().ok()).collect()
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

/// Lets the person pick a folder; it lies in the tray.
pub fn pick_folder(app: &AppHandle, carrier: &Carrier) -> std::result::Result<Answer, Failure> {
    let picked = test_folder(PICK_FROM).or_else(|| {
        app.dialog().file().set_title("Chọn thư mục").blocking_pick_folder().and_then(|path| path.into_path().ok())
    });
    lay(carrier, "shell.pick_folder", Ok(picked.into_iter().collect()))
}

fn lay(carrier: &Carrier, doing: &str, picked: Result<Vec<PathBuf>>) -> std::result::Result<Answer, Failure> {
    let lines = carrier.lay(picked.map_err(|error| carrier.failure(doing, error))?)?;
    json(carrier, doing, &lines)
}

#[derive(Deserialize)]
struct HandOver {
    command: String,
    args: Value,
    how: How,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum How {
    Save,
    Open,
    Print,
}

/// Makes a paper, then saves it where the person says, or opens it in the system's own program (which prints it).
pub fn hand_over(app: &AppHandle, carrier: &Carrier, arguments: Value) -> std::result::Result<Answer, Failure> {
    let wish: HandOver = read(arguments).map_err(|error| carrier.failure("shell.paper", error))?;
    let Answer::Paper(paper) = carrier.call(&wish.command, wish.args)? else {
        return Err(carrier.failure(&wish.command, Error::broken("shell.paper", "the command answers no paper")));
    };
    let done = match wish.how {
        How::Save => save(app, &paper),
        How::Open | How::Print => open(app, carrier, &paper, wish.how).map(Some),
    };
    let name = done.map_err(|error| carrier.failure("shell.paper", error))?;
    json(carrier, "shell.paper", &name)
}

fn save(app: &AppHandle, paper: &Paper) -> Result<Option<String>> {
    let asked = || {
        app.dialog()
            .file()
            .set_file_name(&paper.file_name)
            .blocking_save_file()
            .and_then(|path: FilePath| path.into_path().ok())
    };
    let Some(path) = test_folder(SAVE_INTO).map(|folder| folder.join(&paper.file_name)).or_else(asked) else {
        return Ok(None);
    };
    atomic_write(&path, &paper.bytes)?;
    Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()))
}

/// Papers to look at lie in a folder of the data folder that is emptied at the next one's making.
fn open(app: &AppHandle, carrier: &Carrier, paper: &Paper, how: How) -> Result<String> {
    let folder = carrier.home().folder().join("papers");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(&paper.file_name);
    atomic_write(&path, &paper.bytes)?;
    let shown = match how {
        How::Print => print(app, &path),
        How::Open | How::Save => app.opener().open_path(path.to_string_lossy(), None::<&str>),
    };
    shown.map_err(|error| {
        Error::refused(
            "file",
            format!("Máy chưa có chương trình mở được tệp này ({error}). Hãy chọn Lưu rồi mở bằng chương trình khác."),
        )
    })?;
    Ok(paper.file_name.clone())
}

/// Printing is the business of the system's own program for that kind of file.
fn print(app: &AppHandle, path: &Path) -> std::result::Result<(), tauri_plugin_opener::Error> {
    #[cfg(windows)]
    {
        // The shell's print verb of the program that this system opens the file with.
        let script = "Start-Process -FilePath $args[0] -Verb Print";
        let started =
            std::process::Command::new("powershell").args(["-NoProfile", "-Command", script]).arg(path).spawn();
        if started.is_ok() {
            return Ok(());
        }
    }
    app.opener().open_path(path.to_string_lossy(), None::<&str>)
}

#[derive(Deserialize)]
struct OpenFolder {
    which: Folder,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Folder {
    Data,
    Log,
    Backup,
}

/// Shows a folder of ours in the system's file manager.
pub fn open_folder(app: &AppHandle, carrier: &Carrier, arguments: Value) -> std::result::Result<Answer, Failure> {
    let shown = read::<OpenFolder>(arguments).and_then(|wish| {
        let home = carrier.home();
        let folder = match wish.which {
            Folder::Data => home.folder().to_owned(),
            Folder::Log => home.folder().join("log"),
            Folder::Backup => home.folder_of(home.which().unwrap_or(Which::Office)).join("backups"),
        };
        drop(home);
        app.opener()
            .open_path(folder.to_string_lossy(), None::<&str>)
            .map_err(|error| Error::broken("open folder", error))
    });
    shown.map_err(|error| carrier.failure("shell.open_folder", error))?;
    Ok(Answer::Json("null".to_owned()))
}

fn read<T: serde::de::DeserializeOwned>(arguments: Value) -> Result<T> {
    serde_json::from_value(arguments).map_err(Error::from)
}

fn json<T: serde::Serialize>(carrier: &Carrier, doing: &str, value: &T) -> std::result::Result<Answer, Failure> {
    serde_json::to_string(value).map(Answer::Json).map_err(|error| carrier.failure(doing, Error::from(error)))
}
