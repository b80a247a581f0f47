//! The two ways in which something can fail.
//!
//! *Refused*: the person can mend it; each refusal names a field and says a whole Vietnamese sentence.
//! *Broken*: our fault or the machine's; it is logged under a number and the page shows that number.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What every fallible function of the office returns.
pub type Result<T> = std::result::Result<T, Error>;

/// One thing that the person can mend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Refusal {
    /// The field of the form, in the words of the draft; empty when it is about the whole.
    pub field: String,
    /// A full Vietnamese sentence: what is wrong and what to do.
    pub sentence: String,
}

/// Why something was not done.
#[derive(Debug)]
pub enum Error {
    /// The person can mend it.
    Refused(Vec<Refusal>),
    /// Ours to mend. The text is a chain of causes for the log; it never holds personal data.
    Broken(String),
}

impl Error {
    /// A single refusal.
    pub fn refused(field: &str, sentence: impl Into<String>) -> Self {
        Self::Refused(vec![Refusal { field: field.to_owned(), sentence: sentence.into() }])
    }

    /// A fault of ours, with what was being done.
    pub fn broken(doing: &str, cause: impl std::fmt::Display) -> Self {
        Self::Broken(format!("{doing}: {cause}"))
    }

    /// All sentences in one line, for a terminal and for tests.
    pub fn sentences(&self) -> String {
        match self {
            Self::Refused(refusals) => {
                refusals.iter().map(|refusal| refusal.sentence.as_str()).collect::<Vec<_>>().join(" ")
            }
            Self::Broken(chain) => chain.clone(),
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentences())
    }
}

impl std::error::Error for Error {}

/// Prefix of the messages that guard triggers of the schema raise: `refuse:field:sentence`.
const GUARD: &str = "refuse:";

/// What the disk refuses is no damage of the file, and a person can mend it.
fn disk_says(failure: rusqlite::ffi::Error) -> Option<&'static str> {
    use rusqlite::{ErrorCode, ffi};
    // The index of the write-ahead log needs room too, even to read.
    let no_room = [ffi::SQLITE_IOERR_SHMSIZE, ffi::SQLITE_IOERR_SHMMAP].contains(&failure.extended_code);
    let no_way_in = [ErrorCode::CannotOpen, ErrorCode::ReadOnly].contains(&failure.code)
        || failure.extended_code == ffi::SQLITE_IOERR_SHMOPEN;
    if no_room || failure.code == ErrorCode::DiskFull {
        Some("Ổ đĩa chứa dữ liệu đã đầy. Hãy xóa bớt tệp khác trên ổ đĩa rồi làm lại.")
    } else if no_way_in {
        Some(
            "Không mở được tệp dữ liệu. Hãy xem quyền đọc, ghi của thư mục dữ liệu và chỗ trống trên ổ đĩa, rồi mở lại.",
        )
    } else {
        None
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(failure, message) = &error {
            if let Some(said) = message.as_deref().and_then(|text| text.strip_prefix(GUARD)) {
                let (field, sentence) = said.split_once(':').unwrap_or(("", said));
                return Self::refused(field, sentence);
            }
            if let Some(sentence) = disk_says(*failure) {
                return Self::refused("", sentence);
            }
        }
        Self::broken("register", error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::StorageFull {
            return Self::refused("", "Ổ đĩa đã đầy. Hãy xóa bớt tệp khác trên ổ đĩa rồi làm lại.");
        }
        Self::broken("file", error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        // The class and place only: the text of a JSON error can quote what was typed.
        Self::Broken(format!("json: {:?} at {}:{}", error.classify(), error.line(), error.column()))
    }
}

/// Everything wrong with a draft, gathered before anything is refused.
#[derive(Debug, Default)]
pub struct Refusals(Vec<Refusal>);

impl Refusals {
    /// Nothing wrong so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes one thing that is wrong.
    pub fn refuse(&mut self, field: &str, sentence: impl Into<String>) {
        self.0.push(Refusal { field: field.to_owned(), sentence: sentence.into() });
    }

    /// Whether nothing was wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value when nothing was wrong, otherwise all refusals at once.
    pub fn or<T>(self, value: T) -> Result<T> {
        if self.0.is_empty() { Ok(value) } else { Err(Error::Refused(self.0)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_of_the_schema_becomes_a_refusal_with_its_field() {
        let db = crate::file::in_memory().expect("memory");
        let raised = db.execute_batch(
            "create table t (a); create trigger g before insert on t begin select raise(abort, 'refuse:number:Số đã có.'); end; insert into t values (1);",
        );
        let Err(Error::Refused(refusals)) = raised.map_err(Error::from) else { panic!("must be refused") };
        assert_eq!(refusals, vec![Refusal { field: "number".into(), sentence: "Số đã có.".into() }]);
    }

    #[test]
    fn no_room_for_the_index_of_the_log_is_a_full_disk() {
        let failure = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_SHMSIZE);
        let Error::Refused(refusals) = Error::from(rusqlite::Error::SqliteFailure(failure, None)) else {
            panic!("must be refused")
        };
        assert!(refusals.iter().all(|refusal| refusal.sentence.contains("đã đầy")), "{refusals:?}");
    }
}
