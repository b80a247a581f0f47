//! An office of its own for a story, reached only through the door: commands by name, JSON in, JSON out.

use chrono::NaiveDate;
use office::{
    clock::{Clock as _, StillClock},
    door::{self, Answer, Failure},
    home::Home,
    office::Worker,
    paper::Paper,
};
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;

/// A data folder in a temporary place, with a clock that stands still.
pub struct Desk {
    folder: TempDir,
    /// The clock of the story.
    pub clock: Arc<StillClock>,
    /// The data folder, open.
    pub home: Home,
}

impl Desk {
    /// A data folder on that day, with an office set up.
    pub fn on(day: NaiveDate) -> Self {
        let mut desk = Self::empty(day);
        desk.call(
            "start.set_up",
            json!({
                "host": {
                    "kind": "LĐLĐ huyện",
                    "name": "Liên đoàn Lao động huyện Vân Trạch",
                    "superior": "Liên đoàn Lao động tỉnh Hoài Giang",
                    "symbol": "LĐLĐ",
                    "place": "Vân Trạch",
                    "signers": [{ "name": "Phạm Đức Long", "title": "Chủ tịch", "form": "TM. BAN THƯỜNG VỤ" }],
                },
                "clerk": "Trần Thu Hà",
                "password": null,
            }),
        );
        desk
    }

    /// A data folder with nothing in it yet.
    pub fn empty(day: NaiveDate) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(StillClock::at(day));
        let home = Home::new(folder.path().join("Dữ liệu"), Arc::clone(&clock) as Arc<_>, worker());
        Self { folder, clock, home }
    }

    /// Calls a command that must succeed.
    pub fn call(&mut self, name: &str, arguments: Value) -> Value {
        match door::call(&mut self.home, name, arguments) {
            Ok(Answer::Json(text)) => serde_json::from_str(&text).unwrap(),
            Ok(Answer::Paper(paper)) => panic!("{name} answered the paper {}", paper.file_name),
            Err(failure) => panic!("{name}: {failure:?}\n{}", self.logged()),
        }
    }

    /// Calls a command that must be refused; answers its sentences in one.
    pub fn refused(&mut self, name: &str, arguments: Value) -> String {
        match door::call(&mut self.home, name, arguments) {
            Err(Failure::Refused { refusals }) => {
                refusals.into_iter().map(|refusal| refusal.sentence).collect::<Vec<_>>().join(" ")
            }
            Ok(answer) => panic!("{name} must be refused, but answered {answer:?}"),
            Err(broken @ Failure::Broken { .. }) => panic!("{name}: {broken:?}\n{}", self.logged()),
        }
    }

    /// What the log of faults says: a number alone helps nobody who reads a failed run.
    fn logged(&self) -> String {
        std::fs::read_to_string(self.home.log().path()).unwrap_or_default()
    }

    /// Moves the clock to nine in the morning of that day.
    pub fn move_to(&self, day: NaiveDate) {
        self.clock.advance(day - self.clock.today());
    }

    /// Lays files or folders into the tray and takes in what is certain, as the page does; answers the counts.
    pub fn take_in(&mut self, target: &str, paths: &[PathBuf]) -> Value {
        let tray = &mut self.home.office().unwrap().tray;
        let files: Vec<_> = paths.iter().map(|path| tray.lay(path.clone()).token).collect();
        let (open, take) = match target {
            "scores" => ("scores.open_books", "scores.take_in"),
            _ => ("intake.open", "intake.apply"),
        };
        self.call(open, json!({ "target": target, "files": files }));
        self.call(take, Value::Null).pointer("/value/counts").cloned().unwrap_or_default()
    }

    /// Calls a paper command.
    pub fn paper(&mut self, name: &str, arguments: Value) -> Paper {
        match door::call(&mut self.home, name, arguments) {
            Ok(Answer::Paper(paper)) => paper,
            other => panic!("{name}: {other:?}"),
        }
    }

    /// Writes a paper into the story's folder and answers where.
    pub fn put(&self, paper: &Paper) -> PathBuf {
        let path = self.folder.path().join(&paper.file_name);
        office::paper::atomic_write(&path, &paper.bytes).unwrap();
        path
    }

    /// A folder that goes with the story.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The built `desk` reads workbooks in a process of its own; `make` names it.
pub fn worker() -> Option<Worker> {
    let program = PathBuf::from(std::env::var_os("SOVANG_DESK")?);
    Some(Worker { program, arguments: vec!["worker".to_owned()] })
}

/// A day.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Runs a program of the system and answers what it prints.
pub fn printed_by(program: &str, arguments: &[&std::ffi::OsStr]) -> String {
    let ran = std::process::Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}
