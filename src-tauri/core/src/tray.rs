//! The tray: files that the person has picked or uploaded, known to the page by a number only, never by a path.

use crate::{
    error::{Error, Result},
    id::id,
};
use serde::{Deserialize, Serialize};
use std::{any::Any, collections::BTreeMap, path::PathBuf};
use ts_rs::TS;

id!(
    /// A file in the tray.
    FileToken
);

/// A file in the tray, as the page sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrayLine {
    /// How to name it in a command.
    pub token: FileToken,
    /// Its own name, without folders.
    pub file_name: String,
}

/// Files waiting to be used by a command.
#[derive(Debug, Default)]
pub struct Tray {
    next: i64,
    files: BTreeMap<FileToken, PathBuf>,
    work: Option<Box<dyn Any + Send>>,
}

impl Tray {
    /// Lays down work in progress (a half-done import): one piece at a time, gone when the office closes.
    pub fn lay_work<T: Any + Send>(&mut self, work: T) {
        self.work = Some(Box::new(work));
    }

    /// Takes up the work that lies there, when it is of this kind.
    pub fn take_work<T: Any + Send>(&mut self) -> Option<T> {
        match self.work.take()?.downcast() {
            Ok(work) => Some(*work),
            Err(other) => {
                self.work = Some(other);
                None
            }
        }
    }

    /// Lays a file, or a folder, into the tray.
    pub fn lay(&mut self, path: PathBuf) -> TrayLine {
        self.next += 1;
        let token = FileToken(self.next);
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.files.insert(token, path);
        TrayLine { token, file_name }
    }

    /// Where the file lies.
    pub fn path(&self, token: FileToken) -> Result<&PathBuf> {
        self.files.get(&token).ok_or_else(|| Error::refused("files", "Tệp không còn trong khay. Hãy chọn lại tệp."))
    }
}
