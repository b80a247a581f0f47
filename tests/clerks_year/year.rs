//! The office of the story: the sample district, its clock, and its papers.

use chrono::Datelike as _;
use office::clock::Clock as _;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};
use stories::{
    golden, lists,
    through_the_door::{Desk, day},
};

/// The year that is lived.
pub const YEAR: i32 = 2024;

/// An office through its year.
pub struct Year {
    /// The office.
    pub desk: Desk,
    /// Its units by their codes.
    pub units: BTreeMap<String, Value>,
    /// Its blocs, in the order of their numbers.
    pub blocs: Vec<Value>,
}

/// Where the lists of the sample district lie.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/district-a").join(name)
}

/// What is known of the sample district.
pub fn known(name: &str) -> Value {
    serde_json::from_slice(&fs::read(data("expected").join(name)).unwrap()).unwrap()
}

/// A list.
pub fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// The one of a list whose field says so.
pub fn one<'a>(value: &'a Value, field: &str, says: &str) -> &'a Value {
    list(value).iter().find(|one| one[field] == says).unwrap_or_else(|| panic!("no {field} {says} in {value:#}"))
}

/// Both objects in one.
pub fn with(one: &Value, more: Value) -> Value {
    let mut both = one.clone();
    let Value::Object(more) = more else { panic!("{more} is no object") };
    both.as_object_mut().unwrap().extend(more);
    both
}

impl Year {
    /// A day of the year.
    pub fn on(&self, month: u32, on: u32) {
        self.desk.move_to(day(YEAR, month, on));
    }

    /// Calls a command.
    pub fn call(&mut self, name: &str, arguments: Value) -> Value {
        self.desk.call(name, arguments)
    }

    /// A unit by its code.
    pub fn unit(&self, code: &str) -> Value {
        self.units[code].clone()
    }

    /// The first members of a unit in the order of their names, all or of one gender.
    pub fn people(&mut self, code: &str, gender: Option<&str>, count: usize) -> Vec<Value> {
        let query = json!({ "units": [self.unit(code)], "gender": gender, "statuses": ["active"], "sort": "name" });
        let page = self.call("members.page", json!({ "query": query, "offset": 0, "limit": count }));
        list(&page["rows"]).iter().map(|row| row["id"].clone()).collect()
    }

    /// How many rows the list of this room has for the question. Asked for page by page, so that they are there.
    pub fn length(&mut self, page: &str, query: &Value) -> usize {
        // who is in the Party is told only to somebody who asked to see it
        let leave = if query["party"].is_null() {
            Value::Null
        } else {
            self.call("members.unmask", json!({ "screen": "cam-ket" }))["value"].clone()
        };
        let mut rows = 0;
        loop {
            let page = self.call(page, json!({ "query": query, "offset": rows, "limit": 200, "unmasking": leave }));
            rows += list(&page["rows"]).len();
            if page["total"] == rows {
                return rows;
            }
            assert!(!list(&page["rows"]).is_empty(), "{rows} of {} rows", page["total"]);
        }
    }

    /// A figure, and the list behind it.
    pub fn opens(&mut self, figure: &Value, page: &str, query: &Value) {
        assert_eq!(*figure, self.length(page, query), "{page} of {query}");
    }

    /// Takes in a list of the district as it was on the day of the clock, before its later rows were written; answers the counts.
    pub fn take_in_so_far(&mut self, target: &str, tab: &str, days: &[char], stamps: &[char]) -> Value {
        let today = self.desk.clock.today();
        let text = lists::so_far(&data(&format!("{target}.xlsx")), tab, days, stamps, today);
        let path = self.desk.folder().join(format!("{target}-{today}.csv"));
        fs::write(&path, format!("\u{feff}{text}")).unwrap();
        self.desk.take_in(target, &[path])
    }

    /// A paper, opened and compared with its golden file; it is named for its month.
    pub fn paper(&mut self, name: &str, command: &str, arguments: Value) {
        let today = self.desk.clock.today();
        let month = if today.year() == YEAR { today.month() } else { 13 };
        let kind = command.rsplit(['.', '_']).next().unwrap();
        let paper = self.desk.paper(command, arguments);
        let name = format!("{month:02} {name}.{kind}").replace(' ', "_");
        if let Some(folder) = env::var_os("SOVANG_PAPERS") {
            fs::write(Path::new(&folder).join(&name), &paper.bytes).unwrap();
        }
        golden::compare(&Path::new(env!("CARGO_MANIFEST_DIR")).join("clerks_year/golden").join(name), &paper.bytes);
    }

    /// A paper as a workbook and for print.
    pub fn papers(&mut self, name: &str, command: &str, arguments: &Value) {
        let dot = if command.contains('.') { '_' } else { '.' };
        for kind in ["xlsx", "pdf"] {
            self.paper(name, &format!("{command}{dot}{kind}"), arguments.clone());
        }
    }
}

/// A list as it is seen: the question, and each column with its title and width.
pub fn seen(query: Value, columns: &[(&str, &str, u16)], filter: &str) -> Value {
    let columns: Vec<Value> =
        columns.iter().map(|(key, title, width)| json!({ "key": key, "title": title, "width": width })).collect();
    json!({ "query": query, "columns": columns, "filter": filter })
}
