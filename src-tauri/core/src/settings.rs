//! What the office has chosen, one value a name.

use crate::{error::Result, money::Rounding, office::Pen, vietnamese::NumberWords};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Serialize, de::DeserializeOwned};

/// The value under that name, if any was chosen.
pub fn get<T: DeserializeOwned>(db: &Connection, name: &str) -> Result<Option<T>> {
    let value: Option<String> = db
        .prepare_cached("select value from setting where name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    Ok(value.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// Chooses a value.
pub fn set<T: Serialize>(pen: &Pen<'_>, name: &str, value: &T) -> Result<()> {
    write(pen, name, value)
}

/// The same where the program itself notes something before the journal listens.
pub(crate) fn write<T: Serialize>(db: &Connection, name: &str, value: &T) -> Result<()> {
    let value = serde_json::to_string(value)?;
    let known = db.prepare_cached("update setting set value = ?2 where name = ?1")?.execute(params![name, value])?;
    if known == 0 {
        db.prepare_cached("insert into setting (name, value) values (?1, ?2)")?.execute(params![name, value])?;
    }
    Ok(())
}

/// Setting: how bonus money is rounded.
pub const ROUNDING: &str = "rounding";

/// Setting: how numbers are read aloud.
pub const NUMBER_WORDS: &str = "number_words";

/// How this office rounds bonus money; up, unless it chose otherwise.
pub fn rounding(db: &Connection) -> Result<Rounding> {
    Ok(get(db, ROUNDING)?.unwrap_or_default())
}

/// How this office reads numbers aloud.
pub fn number_words(db: &Connection) -> Result<NumberWords> {
    Ok(get(db, NUMBER_WORDS)?.unwrap_or_default())
}
