//! Keys for machines: what lists are ordered, searched and compared by, made from the words of a row and stored with it.
//!
//! How the keys of a table are made is a view `<table>_keys` of the schema, over the functions lent here. The file remembers
//! with which version of them its keys were made; another version makes them anew, outside the journal: a key is no fact.

use crate::{error::Result, progress::Progress, settings, vietnamese};
use rusqlite::{Connection, TransactionBehavior, functions::FunctionFlags};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// The setting that says what made the keys of this file.
pub(crate) const MADE_BY: &str = "keys";

/// Words of every kind that a register holds: all letters with all tones, foreign and old spellings, numbers, marks.
const PROBE: &str = "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ ð e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f g h i ì ỉ ĩ í ị j k l m n \
    o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v w x y ỳ ỷ ỹ ý ỵ z \
    Nguyễn_Thị_Hường ĐẶNG_HOÀ_THUỶ Lê_Hòa_Thủy Lều_Quý Lí_Quí H’Ngoan_Byă H'Ngoan Hmŏk_Ayŭn Nguye\u{302}\u{303}n \
    Khối_2 Khối_10 12/QĐ-LĐLĐ 05/KH–LĐLĐ 1.234,5 (a) [b] “c” & % _ ß ñ ø Œ";

/// What makes the keys now: the order's version as stated, and a digest of what the functions really answer.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut digest = Sha256::new();
    for word in PROBE.split(' ').filter(|word| !word.is_empty()) {
        for text in [word.replace('_', " "), word.replace('_', " ").to_uppercase()] {
            digest.update(vietnamese::text_key(&text));
            digest.update(vietnamese::person_key(&text));
            for key in [vietnamese::fold(&text), vietnamese::tone_place_key(&text), vietnamese::number_key(&text)] {
                digest.update(key);
                digest.update([0]);
            }
        }
    }
    let digest = hex::encode(digest.finalize());
    format!("{} {}", vietnamese::COLLATION_VERSION, digest.get(..16).unwrap_or(&digest))
});

/// What makes a key of a text, by its name in SQL.
type Maker<T> = (&'static str, fn(&str) -> T);

/// Lends the functions that the views of the schema are written in.
pub(crate) fn lend(db: &Connection) -> Result<()> {
    // innocuous: the schema itself may call them although it is not trusted with functions
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    let bytes: [Maker<Vec<u8>>; 2] = [("text_key", vietnamese::text_key), ("person_key", vietnamese::person_key)];
    for (name, make) in bytes {
        db.create_scalar_function(name, 1, flags, move |given| Ok(make(given.get_raw(0).as_str()?)))?;
    }
    let words: [Maker<String>; 3] = [
        ("fold", vietnamese::fold),
        ("tone_place_key", vietnamese::tone_place_key),
        ("number_key", vietnamese::number_key),
    ];
    for (name, make) in words {
        db.create_scalar_function(name, 1, flags, move |given| {
            Ok(given.get_raw(0).as_str_or_null()?.map(make).unwrap_or_default())
        })?;
    }
    Ok(())
}

/// What keys are called, in whatever table: a house rule asks a view for each.
pub(crate) const NAMES: [&str; 3] = ["sort_key", "same_key", "search"];

/// The keys of a table; none for a table without.
fn columns(db: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement =
        db.prepare_cached("select name from pragma_table_info(?1 || '_keys') where name <> 'id' order by cid")?;
    let columns = statement.query_map([table], |row| row.get(0))?;
    Ok(columns.collect::<rusqlite::Result<_>>()?)
}

/// Makes every key anew when another version made those of this file.
pub(crate) fn renew(db: &mut Connection, progress: &Progress) -> Result<()> {
    if settings::get(db, MADE_BY)?.as_ref() == Some(&*VERSION) {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for table in keyed(&tx)? {
        let rows = tx
            .prepare(&format!("select id from main.{table} order by id"))?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        progress.begin("Đang làm lại thứ tự sắp xếp và tìm kiếm", u64::try_from(rows.len()).unwrap_or(0));
        renew_rows(&tx, &table, &rows, || progress.step())?;
    }
    settings::write(&tx, MADE_BY, &*VERSION)?;
    tx.commit()?;
    progress.end();
    Ok(())
}

/// The tables with keys.
fn keyed(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare(
        "select t.name from sqlite_schema t join sqlite_schema v on v.type = 'view' and v.name = t.name || '_keys'
         where t.type = 'table' order by t.name",
    )?;
    let tables = statement.query_map([], |row| row.get(0))?;
    Ok(tables.collect::<rusqlite::Result<_>>()?)
}

/// Makes the keys of rows of one table anew, `step` by step; nothing is written where they are right.
pub(crate) fn renew_rows<'a>(
    db: &Connection,
    table: &str,
    rows: impl IntoIterator<Item = &'a i64>,
    step: impl Fn() -> Result<()>,
) -> Result<()> {
    let columns = columns(db, table)?.join(", ");
    if columns.is_empty() {
        return Ok(());
    }
    let made = format!("(select {columns} from main.{table}_keys where id = ?1)");
    let mut statement = db.prepare(&format!(
        "update main.{table} set ({columns}) = {made} where id = ?1 and ({columns}) is not {made}"
    ))?;
    for row in rows {
        statement.execute([row])?;
        step()?;
    }
    Ok(())
}

/// Rows whose keys are not as the views make them.
#[cfg(test)]
pub(crate) fn wrong(db: &Connection) -> Result<Vec<(String, i64)>> {
    let mut wrong = Vec::new();
    for table in keyed(db)? {
        let columns = columns(db, &table)?;
        let differs: Vec<String> = columns.iter().map(|key| format!("t.{key} is not k.{key}")).collect();
        let differs = differs.join(" or ");
        let sql =
            format!("select t.id from main.{table} t left join main.{table}_keys k on k.id = t.id where {differs}");
        let mut statement = db.prepare(&sql)?;
        let rows = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        wrong.extend(rows.into_iter().map(|row| (table.clone(), row)));
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests;
