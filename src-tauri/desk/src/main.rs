//! `desk`: the office for a terminal, for scripts and tests, and for a browser on this computer.

use clap::{
    Parser, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
use desk::{batch, carrier::Carrier, folder, serve};
use office::{
    clock::ComputerClock,
    door::{self, Answer},
    home::Home,
    intake::taking::{self, Taking},
    office::Worker,
    sheet::read::worker,
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
    /// Sets the office up from a profile (keys kind, name, superior, symbol, place, signers) and prints the recovery key.
    Init {
        /// The profile as JSON.
        #[arg(long)]
        profile: PathBuf,
    },
    /// Takes lists in: what is certain goes in as one act, what is doubtful waits for a person.
    Intake {
        /// What the lists are.
        #[arg(value_parser = kinds_of_lists())]
        kind: &'static dyn Taking,
        /// The workbooks, or folders of them.
        #[arg(required_unless_present = "undo")]
        files: Vec<PathBuf>,
        /// Where the report goes, as JSON.
        #[arg(long)]
        report: Option<PathBuf>,
        /// Takes the last import of that kind back; what was changed since stays.
        #[arg(long)]
        undo: bool,
    },
    /// Prints records as JSON lines.
    Dump {
        /// Which records.
        what: batch::Dump,
    },
    /// Writes the papers of a decision.
    Paper {
        #[command(subcommand)]
        paper: PaperOf,
    },
    /// Checks that the journal was not altered.
    Verify,
    /// Makes a backup now.
    Backup,
    /// Brings the office back from a backup, by the recovery key alone.
    Restore {
        /// A folder of backups, or one backup.
        from: PathBuf,
        /// The key that was printed at set-up.
        #[arg(long)]
        recovery_key: String,
    },
    /// Reads workbooks from its input for another process of this program.
    #[command(hide = true)]
    Worker,
    /// Prints the page's types, as they are written into ui/src/door.gen.ts.
    Types,
}

/// Which papers.
#[derive(Subcommand)]
enum PaperOf {
    /// The decision with its list.
    Decision {
        /// Its key.
        id: i64,
        /// Where the PDF goes.
        #[arg(long)]
        pdf: Option<PathBuf>,
        /// Where the workbook goes.
        #[arg(long)]
        xlsx: Option<PathBuf>,
    },
}

/// Every kind of list that the office can take in, by its name.
fn kinds_of_lists() -> impl TypedValueParser<Value = &'static dyn Taking> {
    PossibleValuesParser::new(taking::ALL.iter().map(|taking| taking.target().name))
        .try_map(|name| taking::named(&name).ok_or("no such list"))
}

fn main() -> ExitCode {
    let desk = Desk::parse();
    let ended = match desk.command {
        Command::Types => {
            print!("{}", door::typescript());
            Ok(())
        }
        Command::Init { profile } => at_home(desk.home, |home| batch::init(home, &profile)),
        Command::Intake { kind, files, report, undo } => at_home(desk.home, |home| {
            if undo {
                batch::take_back(batch::open(home)?, kind)
            } else {
                batch::intake(home, kind, &files, report.as_deref())
            }
        }),
        Command::Dump { what } => {
            at_home(desk.home, |home| batch::dump(batch::open(home)?, what, &mut std::io::stdout().lock()))
        }
        Command::Paper { paper: PaperOf::Decision { id, pdf, xlsx } } => paper(desk.home, id, pdf, xlsx),
        Command::Verify => at_home(desk.home, |home| batch::verify(batch::open(home)?)),
        Command::Backup => call(desk.home, "backup.make", "null", None),
        Command::Restore { from, recovery_key } => {
            at_home(desk.home, |home| batch::bring_back(home, &from, &recovery_key))
        }
        Command::Worker => worker::serve().map_err(|error| error.to_string()),
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

/// Works on the data folder and closes it, whatever happened.
fn at_home(home: Option<PathBuf>, work: impl FnOnce(&mut Home) -> office::error::Result<()>) -> Result<(), String> {
    let carrier = carrier(home)?;
    let mut home = carrier.home();
    let worked = work(&mut home).map_err(|error| error.to_string());
    let closed = home.close().map_err(|error| error.to_string());
    worked.and(closed)
}

fn paper(home: Option<PathBuf>, id: i64, pdf: Option<PathBuf>, xlsx: Option<PathBuf>) -> Result<(), String> {
    let carrier = carrier(home)?;
    let call = |name: &str, arguments: serde_json::Value| {
        carrier.call(name, arguments).map_err(|failure| serde_json::to_string(&failure).unwrap_or_default())
    };
    call("start.state", serde_json::Value::Null)?;
    let written = batch::paper(&call, id, pdf.as_deref(), xlsx.as_deref());
    written.and(carrier.home().close().map_err(|error| error.to_string()))
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
