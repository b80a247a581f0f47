//! How the tables of a file are laid out. Each is read when it is first asked for: asked anew for every row, that would cost more
//! than the row itself.

use crate::{
    error::{Error, Result},
    keys,
};
use rusqlite::{Connection, OptionalExtension};
use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

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

/// The call of `image` over the columns of each side: `new`, `old` or a table's name.
pub(super) fn image_call<'a>(columns: impl Iterator<Item = &'a Column> + Clone, sides: &[&str]) -> String {
    let names = columns.clone().map(|column| column.name.replace('\'', "''")).collect::<Vec<_>>().join(",");
    let values =
        sides.iter().flat_map(|side| columns.clone().map(move |column| format!(", {side}.{}", quoted(&column.name))));
    format!("image('{names}'{})", values.collect::<String>())
}

/// One table.
pub(super) struct Table {
    /// Its name as SQL writes it.
    pub name: String,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// The question for the image of one row.
    pub image: String,
    /// The same without the keys: another version may have made those that an image holds.
    pub facts: String,
    /// The table that its rows are deleted with, and the column that names the row there.
    pub owner: Option<(String, String)>,
    referrers: OnceCell<Vec<String>>,
}

/// The tables of a file.
pub(super) struct Layout<'db> {
    /// The file.
    pub db: &'db Connection,
    tables: RefCell<BTreeMap<String, Rc<Table>>>,
}

impl<'db> Layout<'db> {
    pub fn of(db: &'db Connection) -> Self {
        Self { db, tables: RefCell::default() }
    }

    /// The table of that name.
    pub fn table(&self, table: &str) -> Result<Rc<Table>> {
        if let Some(known) = self.tables.borrow().get(table) {
            return Ok(Rc::clone(known));
        }
        let (name, columns) = (quoted(table), columns(self.db, table)?);
        if columns.is_empty() {
            return Err(Error::broken("layout", format!("there is no table {table}")));
        }
        let of_one = |call: String| format!("select {call} from main.{name} where id = ?1");
        let image = of_one(image_call(columns.iter(), &[&name]));
        let no_keys = columns.iter().filter(|column| !keys::NAMES.contains(&column.name.as_str()));
        let facts = of_one(image_call(no_keys, &[&name]));
        let owner = self
            .db
            .prepare_cached(
                "select \"table\", \"from\" from pragma_foreign_key_list(?1) where on_delete = 'CASCADE' limit 1",
            )?
            .query_row([table], |found| Ok((found.get(0)?, found.get(1)?)))
            .optional()?;
        let read = Rc::new(Table { name, columns, image, facts, owner, referrers: OnceCell::new() });
        self.tables.borrow_mut().insert(table.to_owned(), Rc::clone(&read));
        Ok(read)
    }

    /// Whether any row of any table still refers to this one.
    pub fn is_used(&self, table: &str, row: i64) -> Result<bool> {
        let known = self.table(table)?;
        if known.referrers.get().is_none() {
            let read = self.referrers(table)?;
            known.referrers.get_or_init(|| read);
        }
        for question in known.referrers.get().into_iter().flatten() {
            if self.db.prepare_cached(question)?.query_row([row], |found| found.get(0))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// For each column that may refer to a row of the table, the question whether one does.
    fn referrers(&self, table: &str) -> Result<Vec<String>> {
        let mut statement = self.db.prepare(
            "select t.name, k.\"from\" from pragma_table_list t, pragma_foreign_key_list(t.name) k
             where t.schema = 'main' and t.type = 'table' and k.\"table\" = ?1",
        )?;
        let questions = statement.query_map([table], |found| {
            let (child, column) = (found.get::<_, String>(0)?, found.get::<_, String>(1)?);
            Ok(format!("select exists (select 1 from main.{} where {} = ?1)", quoted(&child), quoted(&column)))
        })?;
        Ok(questions.collect::<rusqlite::Result<_>>()?)
    }
}
