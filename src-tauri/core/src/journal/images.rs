//! Images of rows: a row as JSON, in triggers, back into a table, and side by side.

use super::layout::{Column, Layout, columns, image_call, quoted};
use crate::{
    error::{Error, Result},
    keys,
};
use rusqlite::{
    Connection, OptionalExtension,
    functions::{Context, FunctionFlags},
    types::{Value as Sql, ValueRef},
};
use serde::{
    Serializer as _,
    ser::{Error as _, SerializeMap as _},
};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Gives SQL the function `image(names, values…)`: a row as JSON, bytes as hex; the names, without commas in them, parted by
/// commas. With the values of another row after them it is only what the other has differently.
pub(crate) fn lend(db: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    db.create_scalar_function("image", -1, flags, |given| {
        drawn(given).map_err(|error| rusqlite::Error::UserFunctionError(error.into()))
    })?;
    Ok(())
}

fn drawn(given: &Context<'_>) -> serde_json::Result<String> {
    let names = given.get_raw(0).as_str().map_err(serde_json::Error::custom)?;
    let count = names.split(',').count();
    let has_other = given.len() > 1 + count;
    let mut image = Vec::new();
    let mut writer = serde_json::Serializer::new(&mut image);
    let mut object = writer.serialize_map(None)?;
    for (name, place) in names.split(',').zip(1..) {
        let value = given.get_raw(place);
        if has_other && value == given.get_raw(place + count) {
            continue;
        }
        match value {
            ValueRef::Null => object.serialize_entry(name, &())?,
            ValueRef::Integer(number) => object.serialize_entry(name, &number)?,
            ValueRef::Text(_) => object.serialize_entry(name, value.as_str().map_err(serde_json::Error::custom)?)?,
            ValueRef::Blob(bytes) => object.serialize_entry(name, &hex::encode_upper(bytes))?,
            ValueRef::Real(_) => return Err(serde_json::Error::custom("the register holds no fractions")),
        }
    }
    object.end()?;
    String::from_utf8(image).map_err(serde_json::Error::custom)
}

/// The three triggers that journal one table.
pub(super) fn triggers(db: &Connection, table: &str) -> Result<String> {
    let columns = columns(db, table)?;
    let changed = columns
        .iter()
        .map(|column| format!("old.{0} is not new.{0}", quoted(&column.name)))
        .collect::<Vec<_>>()
        .join(" or ");
    let name = quoted(table);
    let record = |row: &str, before: &str, after: &str| {
        format!(
            "update pen set last = last + 1;
             insert into act_row (id, act, tbl, \"row\", before, after, seal)
             select (select last from temp.pen), (select act from temp.pen), '{table}', {row}, before, after, seal(before, after)
             from (select {before} as before, {after} as after);"
        )
    };
    Ok(format!(
        "create temp trigger {} after insert on main.{name} begin {} end;
         create temp trigger {} after update on main.{name} when {changed} begin {} end;
         create temp trigger {} after delete on main.{name} begin {} end;",
        quoted(&format!("{table}_added")),
        record("new.id", "null", &image_call(columns.iter(), &["new"])),
        quoted(&format!("{table}_changed")),
        record("new.id", &image_call(columns.iter(), &["old", "new"]), &image_call(columns.iter(), &["new", "old"])),
        quoted(&format!("{table}_deleted")),
        record("old.id", &image_call(columns.iter(), &["old"]), "null"),
    ))
}

/// An image read back.
pub(super) fn parse(image: Option<&str>) -> Result<Option<Map<String, Value>>> {
    image.map(serde_json::from_str).transpose().map_err(Error::from)
}

/// The row as it stands now, but for its keys: another version may have made those that an image holds.
pub(super) fn current(layout: &Layout<'_>, table: &str, row: i64) -> Result<Option<Map<String, Value>>> {
    standing(layout.db, &layout.table(table)?.facts, row)
}

fn standing(db: &Connection, question: &str, row: i64) -> Result<Option<Map<String, Value>>> {
    let mut statement = db.prepare_cached(question)?;
    let image: Option<String> = statement.query_row([row], |found| found.get(0)).optional()?;
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
pub(super) fn write_back(layout: &Layout<'_>, table: &str, row: i64, image: Option<&Map<String, Value>>) -> Result<()> {
    let (db, table) = (layout.db, layout.table(table)?);
    let name = &table.name;
    let Some(image) = image else {
        db.prepare_cached(&format!("delete from main.{name} where id = ?1"))?.execute([row])?;
        return Ok(());
    };
    let now = standing(db, &table.image, row)?;
    let stands = |column: &Column, value: &Value| now.as_ref().and_then(|now| now.get(&column.name)) == Some(value);
    let written: Vec<(&Column, &Value)> = table
        .columns
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

/// Whether a register mixes pages of two states: its structure, its chain, and each row against all that the journal wrote of it.
/// Answers the first fault, for the log.
pub fn mixed(db: &Connection) -> Result<Option<String>> {
    let sound: String = db.query_row("pragma integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Ok(Some(sound));
    }
    Ok(super::verify(db)?.map(|fault| format!("{fault:?}")))
}

/// The first record, by table and key, that is not as the journal tells, or of which it tells nothing.
pub(super) fn astray(db: &Connection) -> Result<Option<(String, i64)>> {
    // not over the view: all images would be laid out to be sorted
    let all = "select t.tbl, t.\"row\", t.act_row, a.before is null, a.after
               from trace t join act_row a on a.id = t.act_row and a.tbl = t.tbl and a.\"row\" = t.\"row\"
               union all
               select tbl, \"row\", id, before is null, after from act_row where id > (select upto from traced)
               order by 1, 2, 3";
    let mut statement = db.prepare(all)?;
    let mut lines = statement.query([])?;
    let layout = Layout::of(db);
    let mut told = Told::default();
    while let Some(line) = lines.next()? {
        let (table, row): (String, i64) = (line.get(0)?, line.get(1)?);
        if (&told.table, told.row) != (&table, row) {
            if !told.agrees(&layout)? {
                return Ok(Some((told.table, told.row)));
            }
            told = Told { table, row, ..Told::default() };
        }
        told.hear(line.get(3)?, parse(line.get::<_, Option<String>>(4)?.as_deref())?);
    }
    if told.agrees(&layout)? { untold(db) } else { Ok(Some((told.table, told.row))) }
}

/// The first record that no act wrote. What made the keys is written when a file is opened, by nobody.
fn untold(db: &Connection) -> Result<Option<(String, i64)>> {
    for table in super::journalled(db)? {
        let own = if table == "setting" { format!("and name <> '{}'", keys::MADE_BY) } else { String::new() };
        let stranger = format!(
            "select id from main.{} where id not in (
               select \"row\" from trace where tbl = ?1
               union all select \"row\" from act_row where tbl = ?1 and id > (select upto from traced)) {own} limit 1",
            quoted(&table)
        );
        if let Some(row) = db.prepare(&stranger)?.query_row([&table], |found| found.get(0)).optional()? {
            return Ok(Some((table, row)));
        }
    }
    Ok(None)
}

/// What the journal tells of one row, image upon image; of none before the first.
#[derive(Default)]
struct Told {
    table: String,
    row: i64,
    image: Option<Map<String, Value>>,
    /// The newest images are gone: whether the row stands is not told.
    is_blanked: bool,
}

impl Told {
    fn hear(&mut self, is_new: bool, after: Option<Map<String, Value>>) {
        self.is_blanked = is_new && after.is_none();
        self.image = match (self.image.take(), after) {
            (Some(mut image), Some(after)) if !is_new => {
                image.extend(after);
                Some(image)
            }
            (_, None) if self.is_blanked => Some(Map::new()),
            (_, after) => after,
        };
    }

    fn agrees(&self, layout: &Layout<'_>) -> Result<bool> {
        Ok(self.table.is_empty()
            || self.is_blanked
            || same(self.image.as_ref(), current(layout, &self.table, self.row)?.as_ref()))
    }
}
