//! `desk`: the office for a terminal, for scripts and tests, and for a browser on this computer.

use clap::{Parser, Subcommand};
use desk::{carrier::Carrier, folder, serve};
use office::{
    clock::ComputerClock,
    door::{self, Answer},
    home::Home,
    office::Worker,
};
use std::{path::PathBuf, process::ExitCode, sync::Arc};

/// Sổ Vàng without its window.
#[derive(Parser)]
#[command(name = "desk", version, about, long_about = None)]
struct Desk {
    /// The data folder.
    #[arg(long, env = folder::VARIABLE, global = true)]
    home: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Calls one command of the door with its arguments as JSON, and prints the answer.
    Call {
        /// The command's name, as in `members.page`.
        name: String,
        /// Its arguments as JSON.
        #[arg(default_value = "null")]
        arguments: String,
        /// Where a paper goes; without it a paper is only named.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Serves the page to a browser on this computer and prints the address to open.
    Serve {
        /// The built page.
        #[arg(long, env = "SOVANG_PAGE", default_value = "ui/dist")]
        page: PathBuf,
        /// The port; 0: any that is free.
        #[arg(long, default_value_t = 0)]
        port: u16,
    },
    /// Prints the page's types, as they are written into ui/src/door.gen.ts.
    Types,
}

fn main() -> ExitCode {
    let desk = Desk::parse();
    let ended = match desk.command {
        Command::Types => {
            print!("{}", door::typescript());
            Ok(())
        }
        Command::Call { name, arguments, out } => call(desk.home, &name, &arguments, out),
        Command::Serve { page, port } => serve_page(desk.home, page, port),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn carrier(home: Option<PathBuf>) -> Result<Carrier, String> {
    let folder = home.or_else(folder::data_folder).ok_or("Chưa biết thư mục dữ liệu. Hãy thêm --home THƯ_MỤC.")?;
    let worker = std::env::current_exe().ok().map(|program| Worker { program, arguments: vec!["worker".to_owned()] });
    Ok(Carrier::new(Home::new(folder, Arc::new(ComputerClock), worker)))
}

fn call(home: Option<PathBuf>, name: &str, arguments: &str, out: Option<PathBuf>) -> Result<(), String> {
    let carrier = carrier(home)?;
    let arguments = serde_json::from_str(arguments).map_err(|error| format!("Tham số không phải JSON: {error}."))?;
    carrier.call("start.state", serde_json::Value::Null).map_err(|failure| format!("{failure:?}"))?;
    let answered = carrier.call(name, arguments);
    let closed = carrier.home().close().map_err(|error| error.to_string());
    match answered {
        Ok(Answer::Json(text)) => println!("{text}"),
        Ok(Answer::Paper(paper)) => match out {
            Some(path) => office::disk::write_whole(&path, &paper.bytes).map_err(|error| error.to_string())?,
            None => println!("{} ({} byte)", paper.file_name, paper.bytes.len()),
        },
        Err(failure) => return Err(serde_json::to_string(&failure).unwrap_or_default()),
    }
    closed
}

fn serve_page(home: Option<PathBuf>, page: PathBuf, port: u16) -> Result<(), String> {
    let serving = serve::Serving { carrier: carrier(home)?, page, port };
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    runtime
        .block_on(serve::serve(serving, |address| println!("Mở địa chỉ này trong trình duyệt trên máy này: {address}")))
        .map_err(|error| error.to_string())
}
