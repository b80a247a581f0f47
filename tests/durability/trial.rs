//! An office in a folder of its own, for tests that treat it badly.

use office::{
    clock::{Clock, StillClock},
    home::{Home, Standing, StartState, Which, set_up, state},
    journal::{self, What},
    office::REGISTER,
    safekeeping::{self, Place, Restore},
    settings,
};
use serde_json::json;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;

/// A data folder with a clock that stands still.
pub struct Trial {
    pub folder: TempDir,
    pub clock: Arc<StillClock>,
    pub home: Home,
    pub recovery_key: String,
}

pub fn new_home(folder: &Path) -> Home {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    Home::new(folder.to_path_buf(), Arc::new(StillClock::at(day)), None)
}

/// Sets up an office in a data folder; answers its recovery key.
pub fn found(home: &mut Home, password: Option<&str>) -> String {
    let first = json!({
        "host": { "kind": "district", "name": "Liên đoàn Lao động huyện Vân Trạch", "symbol": "LĐLĐ" },
        "clerk": "Lê Thị Lan",
        "password": password,
    });
    let done = set_up(home, serde_json::from_value(first).unwrap()).unwrap();
    assert_eq!(done.state.standing, Standing::Open);
    done.recovery_key
}

/// Writes the same number twice in one act.
pub fn write(home: &mut Home, turn: usize) -> office::error::Result<()> {
    let text = format!("lượt {turn} {}", "Đặng ".repeat(if turn.is_multiple_of(11) { 3000 } else { 10 }));
    let written = home.office()?.act(What::new("trial.write", "Ghi thử"), |pen| {
        settings::set(pen, "turn", &turn)?;
        settings::set(pen, "text", &text)?;
        settings::set(pen, "again", &turn)
    })?;
    assert!(written.act.is_some());
    Ok(())
}

/// The number last written; both halves must agree, and the journal must be as it was written.
pub fn turn(home: &mut Home) -> usize {
    let db = home.office().unwrap().db();
    let read = |name: &str| settings::get::<usize>(db, name).unwrap().unwrap_or_default();
    let (turn, again) = (read("turn"), read("again"));
    assert_eq!(turn, again, "half an act");
    assert_eq!(journal::verify(db).unwrap(), None, "the journal's chain");
    turn
}

impl Trial {
    pub fn new() -> Self {
        Self::with(None)
    }

    pub fn with(password: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let clock = Arc::new(StillClock::at(day));
        let mut home = Home::new(folder.path().to_path_buf(), Arc::clone(&clock) as Arc<dyn Clock>, None);
        let recovery_key = found(&mut home, password);
        Self { folder, clock, home, recovery_key }
    }

    /// An office with some work in it, at rest.
    pub fn worked(turns: usize) -> Self {
        let mut trial = Self::new();
        for turn in 1..=turns {
            write(&mut trial.home, turn).unwrap();
        }
        trial.home.close().unwrap();
        trial
    }

    pub fn office_folder(&self) -> PathBuf {
        self.home.folder_of(Which::Office)
    }

    pub fn register(&self) -> PathBuf {
        self.office_folder().join(REGISTER)
    }

    /// Starts the program anew.
    pub fn start(&mut self) -> StartState {
        self.home.close_as_is().unwrap();
        self.home = Home::new(self.folder.path().to_path_buf(), Arc::clone(&self.clock) as Arc<dyn Clock>, None);
        state(&mut self.home, ()).unwrap()
    }

    /// Restores the newest backup.
    pub fn restore_newest(&mut self) -> StartState {
        let name = safekeeping::list(&mut self.home, Which::Office).unwrap()[0].name.clone();
        let wish = Restore { which: Which::Office, name, place: Place::Here, password: None, recovery_key: None };
        safekeeping::restore(&mut self.home, wish).unwrap().state
    }
}
