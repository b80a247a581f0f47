//! The file's shape, one numbered step each. A newer or foreign file is refused and left untouched.

use crate::error::{Error, Result};
use rusqlite::Connection;

/// "SOVA": marks the file as ours.
const APPLICATION: i64 = 0x534F_5641;

/// Every step in order; a released step is never edited again. The file's `user_version` counts the steps it has had.
///
/// A step adds columns and tables; it writes no rows that are journalled, and changes none: nobody did that, and
/// [`journal::verify`](crate::journal::verify) would take it for tampering.
const STEPS: &[&str] = &[
    include_str!("../schema/0001_journal.sql"),
    include_str!("../schema/0002_host.sql"),
    include_str!("../schema/0003_units.sql"),
    include_str!("../schema/0004_members.sql"),
    include_str!("../schema/0005_catalogue.sql"),
    include_str!("../schema/0006_decisions.sql"),
    include_str!("../schema/0007_intake.sql"),
    include_str!("../schema/0008_periods.sql"),
    include_str!("../schema/0009_pledges.sql"),
    include_str!("../schema/0010_years.sql"),
    include_str!("../schema/0011_scores.sql"),
    include_str!("../schema/0012_compacts.sql"),
    include_str!("../schema/0013_initiatives.sql"),
    include_str!("../schema/0014_movements.sql"),
    include_str!("../schema/0015_training.sql"),
    include_str!("../schema/0016_documents.sql"),
    include_str!("../schema/0017_targets.sql"),
    include_str!("../schema/0020_keys.sql"),
    include_str!("../schema/0021_closed_years.sql"),
];

/// What the shape of a file is to this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing in it yet.
    Blank,
    /// Older: steps are missing.
    Older,
    /// Just right.
    Current,
}

/// Looks at the shape without touching the file.
pub fn shape(db: &Connection) -> Result<Shape> {
    let application: i64 = db.query_row("select application_id from pragma_application_id", [], |row| row.get(0))?;
    let version = version(db)?;
    let tables: i64 = db.query_row("select count(*) from sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 && version == 0 {
        return Ok(Shape::Blank);
    }
    if application != APPLICATION {
        return Err(Error::refused(
            "file",
            "Đây không phải tệp dữ liệu của Sổ Vàng. Tệp được giữ nguyên, hãy chọn tệp khác.",
        ));
    }
    match version.cmp(&STEPS.len()) {
        std::cmp::Ordering::Greater => Err(Error::refused(
            "file",
            "Dữ liệu được ghi bằng bản Sổ Vàng mới hơn. Tệp được giữ nguyên, hãy cài bản mới nhất rồi mở lại.",
        )),
        std::cmp::Ordering::Equal => Ok(Shape::Current),
        std::cmp::Ordering::Less => Ok(Shape::Older),
    }
}

/// Takes the missing steps, each in a transaction of its own. The caller has copied the file first.
pub fn climb(db: &mut Connection) -> Result<()> {
    for (done, step) in STEPS.iter().enumerate().skip(version(db)?) {
        let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        tx.execute_batch(step)?;
        tx.pragma_update(None, "application_id", APPLICATION)?;
        let version = i64::try_from(done + 1).map_err(|error| Error::broken("user_version", error))?;
        tx.pragma_update(None, "user_version", version)?;
        tx.commit()?;
    }
    Ok(())
}

/// How many steps the file has had.
pub fn version(db: &Connection) -> Result<usize> {
    let version: i64 = db.query_row("select user_version from pragma_user_version", [], |row| row.get(0))?;
    usize::try_from(version).map_err(|error| Error::broken("user_version", error))
}

/// How many steps this program knows.
pub fn newest() -> usize {
    STEPS.len()
}
