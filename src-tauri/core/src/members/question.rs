//! A question about members, as SQL. Its text is put together from fixed pieces; what a person typed is only ever bound.

use super::{MemberQuery, MemberSort, Missing};
use crate::{
    error::Result,
    vietnamese::{fold, text_key},
};
use chrono::NaiveDate;
use rusqlite::{Connection, params_from_iter, types::Value};
use std::{cmp::Ordering, collections::BTreeMap};

/// Whether restricted fields are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unmasked {
    /// The screen asked for them.
    Yes,
    /// They are masked.
    No,
}

/// A question that grows piece by piece.
#[derive(Default)]
struct Question {
    conditions: Vec<&'static str>,
    values: Vec<Value>,
}

impl Question {
    fn ask(&mut self, condition: &'static str, value: impl Into<Value>) {
        self.conditions.push(condition);
        self.values.push(value.into());
    }

    /// The same for a condition that asks of a day too.
    fn ask_on(&mut self, condition: &'static str, value: impl Into<Value>, day: NaiveDate) {
        self.ask(condition, value);
        self.values.extend([Value::from(day.to_string()), Value::from(day.to_string())]);
    }

    fn text(&self, select: &'static str, from: &'static str, order: &'static str) -> String {
        let mut sql = [select, from].join(" from ");
        if !self.conditions.is_empty() {
            sql.push_str(" where ");
            sql.push_str(&self.conditions.join(" and "));
        }
        sql.push_str(order);
        sql
    }
}

/// Everybody in the order of names.
pub(super) fn by_name(db: &Connection) -> Result<Vec<i64>> {
    keys(db, &Question::default().text("select m.id", "member m", BY_NAME), &[])
}

const BY_NAME: &str = " order by m.sort_key, m.id";

fn keys(db: &Connection, sql: &str, values: &[Value]) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(sql)?;
    let keys = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

/// Those who were found, in the order in which everybody stands. Looking up the name of each of ten thousand found ones
/// would read most of the register.
fn in_order_of(everybody: &[i64], found: &[i64]) -> Vec<i64> {
    let place = |id: i64| usize::try_from(id).unwrap_or_default();
    let mut wanted = vec![false; found.iter().copied().map(place).max().unwrap_or_default() + 1];
    for id in found {
        if let Some(wanted) = wanted.get_mut(place(*id)) {
            *wanted = true;
        }
    }
    everybody.iter().copied().filter(|id| wanted.get(place(*id)).is_some_and(|wanted| *wanted)).collect()
}

/// The keys of all that match, in order; `everybody` gives the order of all names.
pub(super) fn order<'a>(
    db: &Connection,
    query: &MemberQuery,
    today: NaiveDate,
    everybody: impl FnOnce() -> Result<&'a [i64]>,
) -> Result<Vec<i64>> {
    let mut question = Question::default();
    let from = from(query, &mut question);
    let day = query.as_of.unwrap_or(today);
    conditions(query, day, &mut question)?;
    let mut keys = match column(query.sort, query.as_of.is_some()) {
        Column::Name if question.conditions == [FOUND] => {
            let found = keys(db, &question.text("select f.rowid", "member_search f", ""), &question.values)?;
            in_order_of(everybody()?, &found)
        }
        Column::Name => keys(db, &question.text("select m.id", from, BY_NAME), &question.values)?,
        Column::Unit(select) => {
            question.values.insert(0, day.to_string().into());
            sorted(db, &question.text(select, from, ""), &question.values, query.descending, Value::clone)?
        }
        Column::Plain(select) => {
            sorted(db, &question.text(select, from, ""), &question.values, query.descending, Value::clone)?
        }
        Column::Words(select) => {
            let mut known: BTreeMap<String, Value> = BTreeMap::new();
            sorted(db, &question.text(select, from, ""), &question.values, query.descending, |value| match value {
                Value::Text(text) => known.entry(text.clone()).or_insert_with(|| Value::Blob(text_key(text))).clone(),
                Value::Null | Value::Integer(_) | Value::Real(_) | Value::Blob(_) => value.clone(),
            })?
        }
    };
    if query.descending && query.sort == MemberSort::Name {
        keys.reverse();
    }
    Ok(keys)
}

/// Found by the words that were typed.
const FOUND: &str = "member_search match ?";

/// Of two stays on one day (put right on that day, or of two records that became one) the one that lasted longer counts.
const COUNTS: &str = "not exists (
    select 1 from membership l
    where l.member = p.member and l.id <> p.id and (l.since is null or l.since <= ?)
      and (coalesce(l.until, '9999'), l.id) > (coalesce(p.until, '9999'), p.id))";

/// Where the members come from: the search, the memberships of a day, or the register as it stands.
fn from(query: &MemberQuery, question: &mut Question) -> &'static str {
    let words = search_words(&query.text);
    match (words, query.as_of) {
        (None, None) => "member m",
        (Some(words), None) => {
            question.ask(FOUND, words);
            "member_search f join member m on m.id = f.rowid"
        }
        (words, Some(day)) => {
            let day = day.to_string();
            question.ask("(p.since is null or p.since <= ?)", day.clone());
            question.ask("(p.until is null or p.until >= ?)", day.clone());
            question.ask(COUNTS, day);
            if let Some(words) = words {
                question.ask("m.id in (select rowid from member_search where member_search match ?)", words);
            }
            "membership p join member m on m.id = p.member"
        }
    }
}

/// Every word as the beginning of a word; figures also as the end of a number.
pub(crate) fn search_words(typed: &str) -> Option<String> {
    let folded = fold(typed);
    let figures: String = folded.chars().filter(char::is_ascii_digit).collect();
    let only_figures =
        !figures.is_empty() && folded.chars().all(|letter| letter.is_ascii_digit() || " .-".contains(letter));
    if only_figures {
        let backwards: String = figures.chars().rev().collect();
        return Some(format!("{figures}* OR z{backwards}*"));
    }
    let words: Vec<String> = folded
        .split(' ')
        .map(|word| word.replace('"', ""))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn conditions(query: &MemberQuery, day: NaiveDate, question: &mut Question) -> Result<()> {
    let now = query.as_of.is_none();
    if !query.units.is_empty() {
        let units = serde_json::to_string(&query.units)?;
        let condition = match (now, query.with_units_below) {
            (true, false) => "m.unit in (select value from json_each(?))",
            (false, false) => "p.unit in (select value from json_each(?))",
            (true, true) => {
                "m.unit in (with recursive below (unit) as (select value from json_each(?) union
                 select s.unit from below b join unit_state s on s.parent = b.unit and coalesce(s.since, '') <= ?
                   and (s.until is null or s.until >= ?)) select unit from below)"
            }
            (false, true) => {
                "p.unit in (with recursive below (unit) as (select value from json_each(?) union
                 select s.unit from below b join unit_state s on s.parent = b.unit and coalesce(s.since, '') <= ?
                   and (s.until is null or s.until >= ?)) select unit from below)"
            }
        };
        if query.with_units_below {
            question.ask_on(condition, units, day);
        } else {
            question.ask(condition, units);
        }
    }
    if !query.statuses.is_empty() {
        let condition = if now {
            "m.status in (select value from json_each(?))"
        } else {
            "p.state in (select value from json_each(?))"
        };
        question.ask(condition, serde_json::to_string(&query.statuses)?);
    }
    if let Some(gender) = query.gender {
        question.ask("m.gender = ?", gender.code().to_owned());
    }
    if let Some(year) = query.born_from {
        question.ask("m.birth >= ?", format!("{year:04}"));
    }
    if let Some(year) = query.born_to {
        question.ask("m.birth < ?", format!("{:04}", year.saturating_add(1)));
    }
    if query.officers {
        question.conditions.push("m.union_position is not null and m.union_position <> 'Đoàn viên'");
    }
    question.conditions.extend(query.missing.iter().copied().map(lacks));
    Ok(())
}

/// What it means to lack something.
const fn lacks(what: Missing) -> &'static str {
    match what {
        Missing::Birth => "m.birth is null",
        Missing::BirthDay => "length(m.birth) < 10",
        Missing::Gender => "m.gender is null",
        Missing::CitizenId => "m.citizen_id is null and m.legacy_id is null",
        Missing::Position => "m.position is null",
        Missing::UnionJoin => "m.union_join is null",
        Missing::Phone => "m.phone is null",
        Missing::MemberCode => "m.member_code is null",
        Missing::Education => "m.education is null",
    }
}

/// How a column is ordered.
enum Column {
    /// By the stored key of the name.
    Name,
    /// As it stands in the file: days, numbers, codes.
    Plain(&'static str),
    /// By the stored key of the unit's name on a day, which is bound first.
    Unit(&'static str),
    /// As Vietnamese words.
    Words(&'static str),
}

/// A list of a day (`then`) stands by the unit of the membership, any other by the member's own.
const fn column(sort: MemberSort, then: bool) -> Column {
    match sort {
        MemberSort::Name => Column::Name,
        MemberSort::Unit if then => Column::Unit(
            "select m.id, m.sort_key, (select s.sort_key from unit_state s where s.unit = p.unit
               and (s.until is null or s.until >= ?) order by s.until is null, s.until limit 1)",
        ),
        MemberSort::Unit => Column::Unit(
            "select m.id, m.sort_key, (select s.sort_key from unit_state s where s.unit = m.unit
               and (s.until is null or s.until >= ?) order by s.until is null, s.until limit 1)",
        ),
        MemberSort::UnitCode if then => {
            Column::Words("select m.id, m.sort_key, (select u.code from unit u where u.id = p.unit)")
        }
        MemberSort::UnitCode => {
            Column::Words("select m.id, m.sort_key, (select u.code from unit u where u.id = m.unit)")
        }
        MemberSort::Gender => Column::Plain("select m.id, m.sort_key, m.gender"),
        MemberSort::Birth => Column::Plain("select m.id, m.sort_key, m.birth"),
        MemberSort::CitizenId => Column::Plain("select m.id, m.sort_key, m.citizen_id"),
        MemberSort::LegacyId => Column::Plain("select m.id, m.sort_key, m.legacy_id"),
        MemberSort::Position => Column::Words("select m.id, m.sort_key, m.position"),
        MemberSort::UnionPosition => Column::Words("select m.id, m.sort_key, m.union_position"),
        MemberSort::UnionJoin => Column::Plain("select m.id, m.sort_key, m.union_join"),
        MemberSort::Education => Column::Words("select m.id, m.sort_key, m.education"),
        MemberSort::Phone => Column::Plain("select m.id, m.sort_key, m.phone"),
        MemberSort::Section => Column::Words("select m.id, m.sort_key, m.section"),
        MemberSort::MemberCode => Column::Plain("select m.id, m.sort_key, m.member_code"),
        MemberSort::WorkerType => Column::Words("select m.id, m.sort_key, m.worker_type"),
        MemberSort::Hometown => Column::Words("select m.id, m.sort_key, m.hometown"),
        MemberSort::Residence => Column::Words("select m.id, m.sort_key, m.residence"),
        MemberSort::Status => Column::Plain("select m.id, m.sort_key, m.status"),
        MemberSort::Note => Column::Words("select m.id, m.sort_key, m.note"),
    }
}

/// Rows of key, name and value, ordered by value; equal ones stand by name, blanks stay last either way. Walking the
/// register as it lies and ordering here is cheaper than looking up each row in the order of the names.
fn sorted(
    db: &Connection,
    sql: &str,
    values: &[Value],
    descending: bool,
    mut key: impl FnMut(&Value) -> Value,
) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut keyed: Vec<(Value, Vec<u8>, i64)> = Vec::new();
    while let Some(row) = rows.next()? {
        keyed.push((key(&row.get(2)?), row.get(1)?, row.get(0)?));
    }
    keyed.sort_unstable_by(|one, other| {
        compare(&one.0, &other.0, descending).then_with(|| one.1.cmp(&other.1)).then_with(|| one.2.cmp(&other.2))
    });
    Ok(keyed.into_iter().map(|(.., id)| id).collect())
}

fn compare(one: &Value, other: &Value, descending: bool) -> Ordering {
    let blank = |value: &Value| matches!(value, Value::Null);
    let order = match (one, other) {
        (Value::Text(one), Value::Text(other)) => one.cmp(other),
        (Value::Blob(one), Value::Blob(other)) => one.cmp(other),
        (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
        _ => return blank(one).cmp(&blank(other)),
    };
    if descending { order.reverse() } else { order }
}

/// Counts for the overview, in one walk through the register: who belongs, the women among them, who paused, who left, then who
/// lacks what, in the order of [`Missing::ALL`].
pub(super) fn counts(db: &Connection) -> Result<Vec<i64>> {
    let mut sql = "select count(*) filter (where m.status in ('active', 'suspended')),
        count(*) filter (where m.status in ('active', 'suspended') and m.gender = 'nu'),
        count(*) filter (where m.status = 'suspended'),
        count(*) filter (where m.status not in ('active', 'suspended'))"
        .to_owned();
    for what in Missing::ALL {
        sql.push_str(", count(*) filter (where m.status in ('active', 'suspended') and ");
        sql.push_str(lacks(*what));
        sql.push(')');
    }
    sql.push_str(" from member m");
    let counts = db
        .prepare_cached(&sql)?
        .query_row([], |row| (0..4 + Missing::ALL.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>())?;
    Ok(counts)
}
