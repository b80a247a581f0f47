//! Batch work from a terminal: setting up, taking lists in and back, dumps, papers, checks and copies.

use office::{
    backup::Reason,
    door::Answer,
    error::{Error, Result},
    home::{Home, SetUp, Standing, Which, set_up, state},
    host::HostDraft,
    intake::{
        IntakeBack,
        apply::apply,
        commands::{files_in, prepare},
        score_books::{apply_scores, prepare_scores},
        store::Counts,
        taking::Taking,
        undo,
    },
    office::Office,
};
use serde_json::json;
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// What can be dumped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Dump {
    /// Union members.
    Members,
    /// Grassroots unions.
    Units,
    /// Decisions.
    Decisions,
    /// Pledges.
    Pledges,
    /// What units were given, and where they stand.
    Scores,
    /// Initiatives, checked against their programmes.
    Initiatives,
    /// Registrations for titles, with the day on which they came in.
    Registrations,
}

/// Sets the office up from a profile; prints the recovery key, once.
pub fn init(home: &mut Home, profile: &Path) -> Result<()> {
    let host: HostDraft = serde_json::from_slice(&std::fs::read(profile)?)?;
    let clerk = host.signers.first().map(|signer| signer.name.clone()).unwrap_or_default();
    let done = set_up(home, SetUp { host, clerk, password: None })?;
    println!("Khóa khôi phục (hãy in hoặc chép lại, chỉ hiện một lần): {}", done.recovery_key);
    Ok(())
}

/// Opens the real office, or says why not.
pub fn open(home: &mut Home) -> Result<&mut Office> {
    let state = state(home, ())?;
    match state.standing {
        Standing::Open => {}
        Standing::Empty => {
            return Err(Error::refused(
                "",
                "Chưa có dữ liệu trong thư mục này. Hãy chạy `desk init --profile TỆP.json` trước.",
            ));
        }
        Standing::Locked | Standing::Damaged | Standing::Held | Standing::Refused => {
            return Err(Error::refused("", state.sentence));
        }
    }
    let office = home.office()?;
    if office.who().is_empty() {
        office.sit(state.clerks.first().map_or("desk", String::as_str));
    }
    Ok(office)
}

/// Takes in what is certain from the files and folders, as one act; writes the report.
pub fn intake(home: &mut Home, taking: &'static dyn Taking, paths: &[PathBuf], report: Option<&Path>) -> Result<()> {
    let files = ready(home, paths)?;
    let office = home.office()?;
    let session = prepare(office, taking, &files)?;
    if let Some(report) = report {
        office::disk::write_whole(report, &serde_json::to_vec_pretty(&session.report())?)?;
    }
    say(&files, apply(office, &session)?.value.counts);
    Ok(())
}

/// Takes score books in, as one act; writes the report.
pub fn intake_scores(home: &mut Home, paths: &[PathBuf], report: Option<&Path>) -> Result<()> {
    let files = ready(home, paths)?;
    let office = home.office()?;
    let books = prepare_scores(office, &files)?;
    if let Some(report) = report {
        office::disk::write_whole(report, &serde_json::to_vec_pretty(&books.report()?)?)?;
    }
    say(&files, apply_scores(office, &books)?.value.counts);
    Ok(())
}

/// Copies the register, then looks for the files.
fn ready(home: &mut Home, paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    open(home)?;
    home.session()?.back_up(Reason::BeforeImport)?;
    let mut files = Vec::new();
    for path in paths {
        if !path.exists() {
            return Err(Error::refused("files", format!("Không thấy tệp hoặc thư mục “{}”.", path.display())));
        }
        files.extend(files_in(path)?);
    }
    Ok(files)
}

fn say(files: &[PathBuf], counts: Counts) {
    println!(
        "{} tệp: {} mới, {} thay đổi, {} như cũ; {} cần xem lại, {} giữ lại.",
        files.len(),
        counts.added,
        counts.changed,
        counts.same,
        counts.asked,
        counts.held
    );
}

/// Takes the newest import of that kind back; what was changed since is kept and counted.
pub fn take_back(office: &mut Office, target: &str) -> Result<()> {
    let lines = office::intake::history(office, ())?;
    let line = lines.into_iter().find(|line| line.target == target);
    let line = line.ok_or_else(|| Error::refused("", "Không có lần nhập nào để hoàn tác."))?;
    let undone = undo(office, IntakeBack { id: Some(line.id) })?.value;
    println!("Đã hoàn tác: {}. Giữ lại {} bản ghi đã sửa sau khi nhập.", undone.label, undone.kept.len());
    Ok(())
}

/// Writes records as JSON lines.
pub fn dump(office: &mut Office, what: Dump, out: &mut dyn Write) -> Result<()> {
    match what {
        Dump::Members => office::members::dump(office, out),
        Dump::Units => office::units::dump(office, out),
        Dump::Pledges => office::pledges::dump(office, out),
        Dump::Scores => office::scores::dump(office, out),
        Dump::Initiatives => office::initiatives::dump(office, out),
        Dump::Registrations => office::movements::dump(office, out),
        Dump::Decisions => {
            for decision in office::decisions::dump(office.db())? {
                serde_json::to_writer(&mut *out, &decision)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        }
    }
}

/// Checks the chain of acts, and every record against it.
pub fn verify(office: &Office) -> Result<()> {
    match office::journal::verify(office.db())? {
        None => {
            println!("Nhật ký nguyên vẹn.");
            Ok(())
        }
        Some(fault) => Err(Error::refused("", office::journal::said(office.db(), &fault)?)),
    }
}

/// Writes the papers of a decision.
pub fn paper(
    call: &dyn Fn(&str, serde_json::Value) -> std::result::Result<Answer, String>,
    id: i64,
    pdf: Option<&Path>,
    xlsx: Option<&Path>,
) -> std::result::Result<(), String> {
    for (command, path) in [("decisions.pdf", pdf), ("decisions.xlsx", xlsx)] {
        let Some(path) = path else { continue };
        match call(command, json!({ "id": id }))? {
            Answer::Paper(paper) => office::disk::write_whole(path, &paper.bytes).map_err(|error| error.to_string())?,
            Answer::Json(_) => return Err(format!("{command} không phải là giấy tờ.")),
        }
    }
    Ok(())
}

/// Brings the office back from a copy by the recovery key alone.
pub fn bring_back(home: &mut Home, from: &Path, recovery_key: &str) -> Result<()> {
    let done = office::safekeeping::bring_back(home, Which::Office, from, recovery_key)?;
    match done.before {
        Some(name) => println!("Đã khôi phục dữ liệu. Dữ liệu trước đó được giữ trong bản sao lưu {name}."),
        None => println!("Đã khôi phục dữ liệu."),
    }
    Ok(())
}
