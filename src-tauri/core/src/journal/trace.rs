//! Where the journal tells of a record: its newest rows are read one by one, all others are found through the table `trace`.

use super::rows_of;
use crate::{error::Result, id::ActId};
use rusqlite::{Connection, params};

/// So many acts, or rows of one act, are read one by one before they are gathered.
const NEWEST: i64 = 32;

/// Gathers the rows of the journal up to the newest one, when they have become many.
pub(super) fn gather(db: &Connection, newest: i64) -> Result<()> {
    let upto: i64 = db.prepare_cached("select upto from traced")?.query_row([], |row| row.get(0))?;
    let (first, _) = rows_of(ActId(newest >> 32));
    let acts = (newest >> 32) - (upto >> 32);
    let rows = newest - upto.max(first);
    if acts < NEWEST && rows < NEWEST {
        return Ok(());
    }
    // what is there already is no reason to refuse a save
    db.prepare_cached(
        "insert or ignore into trace select tbl, \"row\", id from act_row where id > ?1 and id <= ?2 order by tbl, \"row\", id",
    )?
    .execute(params![upto, newest])?;
    db.prepare_cached("update traced set upto = ?1")?.execute([newest])?;
    Ok(())
}

/// The same while an act is being written, which can be a long one.
pub(super) fn gather_on_the_way(db: &Connection) -> Result<()> {
    let newest = db.prepare_cached("select last from temp.pen")?.query_row([], |row| row.get(0))?;
    gather(db, newest)
}
