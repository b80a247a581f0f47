//! One open data folder that several threads may ask: commands wait for each other, progress waits for nobody.

use office::{
    door::{self, Answer, Failure},
    error::Error,
    home::Home,
    progress::Progress,
    tray::TrayLine,
};
use serde_json::Value;
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The data folder behind its lock.
pub struct Carrier {
    home: Mutex<Home>,
    progress: Arc<Progress>,
}

impl Carrier {
    /// Carries this data folder.
    pub fn new(home: Home) -> Self {
        let progress = home.progress();
        Self { home: Mutex::new(home), progress }
    }

    /// The data folder; waits for a running command.
    pub fn home(&self) -> MutexGuard<'_, Home> {
        // A panic inside a command is caught at the door, and its transaction rolled back: the home is sound.
        self.home.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls a command of the door, or one of the two that wait for nobody.
    pub fn call(&self, name: &str, arguments: Value) -> Result<Answer, Failure> {
        match name {
            "shell.progress" => {
                let line = serde_json::to_string(&self.progress.line());
                line.map(Answer::Json).map_err(|error| self.failure(name, Error::from(error)))
            }
            "shell.cancel" => {
                self.progress.cancel();
                Ok(Answer::Json("null".to_owned()))
            }
            command => door::call(&mut self.home(), command, arguments),
        }
    }

    /// Lays files into the tray of the open office.
    pub fn lay(&self, paths: Vec<PathBuf>) -> Result<Vec<TrayLine>, Failure> {
        let mut home = self.home();
        match home.office() {
            Ok(office) => Ok(paths.into_iter().map(|path| office.tray.lay(path)).collect()),
            Err(error) => Err(door::failure(&home, "tray", error)),
        }
    }

    /// An error as the page reads it; a fault of ours is logged.
    pub fn failure(&self, doing: &str, error: Error) -> Failure {
        door::failure(&self.home(), doing, error)
    }
}
