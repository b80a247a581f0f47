//! Images of rows: a row as JSON, in triggers, back into a table, and side by side.

use crate::{
    error::{Error, Result},
    keys,
};
use rusqlite::{Connection, types::Value as Sql};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// A column and whether it holds bytes (an image writes those as hex).
pub(super) struct Column {
    pub name: String,
    pub bytes: bool,
}

/// The columns of a table, in order.
pub(super) fn columns(db: &Connection, table: &str) -> Result<Vec<Column>> {
    let mut statement = db.prepare_cached("select name, type from pragma_table_info(?1) order by cid")?;
    let columns = statement.query_map([table], |row| {
        Ok(Column { name: row.get(0)?, bytes: row.get::<_, String>(1)?.eq_ignore_ascii_case("blob") })
    })?;
    Ok(columns.collect::<rusqlite::Result<_>>()?)
}

/// A name as SQL writes it. Names come from our own schema, never from a person.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// `json_object(…)` over the columns of `side` (`new`, `old` or a table's name).
pub(super) fn image(columns: &[Column], side: &str) -> String {
    let parts = columns.iter().map(|column| {
        let value = format!("{side}.{}", quoted(&column.name));
        let value =
            if column.bytes { format!("case when {value} is null then null else hex({value}) end") } else { value };
        format!("'{}', {value}", column.name.replace('\'', "''"))
    });
    format!("json_object({})", parts.collect::<Vec<_>>().join(", "))
}

/// The three triggers that journal one table.
pub(super) fn triggers(db: &Connection, table: &str) -> Result<String> {
    let columns = columns(db, table)?;
    let (old, new) = (image(&columns, "old"), image(&columns, "new"));
    let changed = columns
        .iter()
        .map(|column| format!("old.{0} is not new.{0}", quoted(&column.name)))
        .collect::<Vec<_>>()
        .join(" or ");
    let name = quoted(table);
    let record = |row: &str, before: &str, after: &str| {
        format!(
            "insert into act_row (act, tbl, \"row\", before, after, seal)
             values ((select act from temp.pen), '{table}', {row}, {before}, {after}, seal({before}, {after}));"
        )
    };
    Ok(format!(
        "create temp trigger {} after insert on main.{name} begin {} end;
         create temp trigger {} after update on main.{name} when {changed} begin {} end;
         create temp trigger {} after delete on main.{name} begin {} end;",
        quoted(&format!("{table}_added")),
        record("new.id", "null", &new),
        quoted(&format!("{table}_changed")),
        record("new.id", &old, &new),
        quoted(&format!("{table}_deleted")),
        record("old.id", &old, "null"),
    ))
}

/// An image read back.
pub(super) fn parse(image: Option<&str>) -> Result<Option<Map<String, Value>>> {
    image.map(serde_json::from_str).transpose().map_err(Error::from)
}

/// The row as it stands now, but for its keys: another version may have made those that an image holds.
pub(super) fn current(db: &Connection, table: &str, row: i64) -> Result<Option<Map<String, Value>>> {
    let mut columns = columns(db, table)?;
    columns.retain(|column| !keys::NAMES.contains(&column.name.as_str()));
    standing(db, table, &columns, row)
}

/// These columns of the row as it stands now.
fn standing(db: &Connection, table: &str, columns: &[Column], row: i64) -> Result<Option<Map<String, Value>>> {
    let name = quoted(table);
    let sql = format!("select {} from main.{name} where id = ?1", image(columns, &name));
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query([row])?;
    let image: Option<String> = rows.next()?.map(|found| found.get(0)).transpose()?;
    parse(image.as_deref())
}

/// Whether the row still is as the image says; columns that came later do not count, nor do keys.
pub(super) fn same(image: Option<&Map<String, Value>>, now: Option<&Map<String, Value>>) -> bool {
    match (image, now) {
        (None, None) => true,
        (Some(image), Some(now)) => {
            image.iter().all(|(column, value)| now.get(column).is_none_or(|here| here == value))
        }
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Writes an image back: inserts or deletes the row, or updates the columns that differ. A guard that a column does not
/// concern is left in peace.
pub(super) fn write_back(db: &Connection, table: &str, row: i64, image: Option<&Map<String, Value>>) -> Result<()> {
    let name = quoted(table);
    let Some(image) = image else {
        db.prepare_cached(&format!("delete from main.{name} where id = ?1"))?.execute([row])?;
        return Ok(());
    };
    let columns = columns(db, table)?;
    let now = standing(db, table, &columns, row)?;
    let stands = |column: &Column, value: &Value| now.as_ref().and_then(|now| now.get(&column.name)) == Some(value);
    let written: Vec<(&Column, &Value)> = columns
        .iter()
        .filter_map(|column| Some((column, image.get(&column.name)?)))
        .filter(|(column, value)| !stands(column, value))
        .collect();
    if written.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = written.iter().map(|(column, _)| quoted(&column.name)).collect();
    let mut values = written.iter().map(|(column, value)| sql_value(column, value)).collect::<Result<Vec<_>>>()?;
    let sql = if now.is_some() {
        let sets: Vec<String> = names.iter().zip(1..).map(|(column, place)| format!("{column} = ?{place}")).collect();
        values.push(Sql::Integer(row));
        format!("update main.{name} set {} where id = ?{}", sets.join(", "), values.len())
    } else {
        let holders: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
        format!("insert into main.{name} ({}) values ({})", names.join(", "), holders.join(", "))
    };
    db.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

fn sql_value(column: &Column, value: &Value) -> Result<Sql> {
    Ok(match value {
        Value::Null => Sql::Null,
        Value::Bool(truth) => Sql::Integer(i64::from(*truth)),
        Value::Number(number) => {
            Sql::Integer(number.as_i64().ok_or_else(|| Error::broken("journal image", "a number that is no integer"))?)
        }
        Value::String(text) if column.bytes => Sql::Blob(unhex(text)?),
        Value::String(text) => Sql::Text(text.clone()),
        Value::Array(_) | Value::Object(_) => return Err(Error::broken("journal image", "a value that is no cell")),
    })
}

fn unhex(text: &str) -> Result<Vec<u8>> {
    let bad = || Error::broken("journal image", "bytes that are no hex");
    text.as_bytes()
        .chunks(2)
        .map(|pair| {
            let pair = std::str::from_utf8(pair).map_err(|_| bad())?;
            u8::from_str_radix(pair, 16).map_err(|_| bad())
        })
        .collect()
}

/// A column's name, what stood there before and what stands there after.
pub(super) type Difference = (String, Option<String>, Option<String>);

/// The columns that differ between two images: name, before, after. Keys for machines are left out.
pub(super) fn differences(before: Option<&str>, after: Option<&str>) -> Result<Vec<Difference>> {
    let (before, after) = (parse(before)?.unwrap_or_default(), parse(after)?.unwrap_or_default());
    let names: BTreeSet<&str> = before.keys().chain(after.keys()).map(String::as_str).collect();
    let text = |value: Option<&Value>| match value {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    };
    Ok(names
        .into_iter()
        .filter(|name| !matches!(*name, "id" | "uid") && !keys::NAMES.contains(name))
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| (name.to_owned(), text(before.get(name)), text(after.get(name))))
        .filter(|(_, before, after)| before != after)
        .collect())
}

/// Whether a register mixes pages of two states: its structure, its chain, and each row against what the journal wrote last of
/// it. Answers the first fault, for the log.
pub fn mixed(db: &Connection) -> Result<Option<String>> {
    let sound: String = db.query_row("pragma integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Ok(Some(sound));
    }
    if let Some(fault) = super::verify(db)? {
        return Ok(Some(format!("{fault:?}")));
    }
    let mut statement = db.prepare(
        "select tbl, \"row\", after from act_row
         where id in (select max(id) from act_row group by tbl, \"row\") and (before is not null or after is not null)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(last) = rows.next()? {
        let (table, row, after): (String, i64, Option<String>) = (last.get(0)?, last.get(1)?, last.get(2)?);
        if !same(parse(after.as_deref())?.as_ref(), current(db, &table, row)?.as_ref()) {
            return Ok(Some(format!("{table} {row} is not as the journal wrote it last")));
        }
    }
    Ok(None)
}
