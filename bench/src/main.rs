//! Our side of `make bench`: each word does one measured thing and nothing else. `bench/run` calls them and compares.

mod district;
mod growth;
mod list;
mod read;
mod register;

use std::{path::Path, process::ExitCode};

/// Whatever goes wrong ends the measurement with its sentence.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

const HELP: &str = "bench read UNITS.json DESK FILE… | bench list ROWS FOLDER | bench xlsx SHEET.json OUT | bench pdf SHEET.json OUT | bench docx SHEET.json OUT | bench register PEOPLE FOLDER PROFILE.json | bench growth UNITS PEOPLE FOLDER PROFILE.json";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Outcome {
    match *words {
        ["list", rows, folder] => list::make(rows.parse()?, Path::new(folder)),
        ["xlsx", sheet, out] => list::xlsx(Path::new(sheet), Path::new(out)),
        ["pdf", sheet, out] => list::pdf(Path::new(sheet), Path::new(out)),
        ["docx", sheet, out] => list::docx(Path::new(sheet), Path::new(out)),
        ["read", units, desk, ref files @ ..] => read::read(Path::new(units), Path::new(desk), files),
        ["register", people, folder, profile] => {
            register::measure(people.parse()?, Path::new(folder), Path::new(profile))
        }
        ["growth", units, people, folder, profile] => {
            growth::measure(units.parse()?, people.parse()?, Path::new(folder), Path::new(profile))
        }
        _ => Err(HELP.into()),
    }
}
