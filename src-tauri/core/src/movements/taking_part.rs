//! Who takes part: registrations of a year by bloc and by unit, as a share of units and members, and who is silent.

use super::{
    MovementId, RegistrationKind, RegistrationLine, RegistrationQuery, day_of, due::deadline_of, launches::asked,
    registers, store,
};
use crate::{
    error::Result,
    office::Office,
    ratio::{self, Share},
    units::{self, BlocId, Calendar, UnitId, UnitLine, UnitQuery},
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Of which year, within which movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakingPartAsk {
    /// The year.
    pub year: i32,
    /// Within this movement; none: all registrations.
    #[serde(default)]
    pub movement: Option<MovementId>,
}

/// The part of a bloc, or of the whole office. Each figure about registrations is the length of the list that opens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "TakingPartFigures")]
pub struct Part {
    /// The bloc; none: the office, or units without one.
    pub bloc: Option<BlocId>,
    /// Its name.
    pub name: String,
    /// Units that are asked, and those that registered before they ended.
    pub units: i64,
    /// Those of them that registered anything.
    pub units_registered: i64,
    /// "99 %" of the units.
    pub units_percent: Share,
    /// Members of the units.
    pub members: i64,
    /// People who registered, each counted once.
    pub people: i64,
    /// Of these, women.
    pub women: i64,
    /// Of these, direct workers.
    pub direct: i64,
    /// "17 %" of the members.
    pub people_percent: Share,
    /// Collectives that registered, each counted once.
    pub collectives: i64,
    /// Registrations.
    pub registrations: i64,
    /// Registrations that came in late.
    pub late: i64,
}

/// The part of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitPart {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its bloc.
    pub bloc: Option<BlocId>,
    /// The bloc's name.
    pub bloc_name: String,
    /// Its chair, to call.
    pub chair: String,
    /// Their telephone.
    pub phone: String,
    /// By when it should have registered.
    pub deadline: Option<NaiveDate>,
    /// Its members.
    pub members: i64,
    /// Registrations; 0: it is silent.
    pub registrations: i64,
    /// People who registered, each counted once.
    pub people: i64,
    /// Collectives that registered, each counted once.
    pub collectives: i64,
    /// Registrations that came in late.
    pub late: i64,
}

/// Who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakingPart {
    /// The whole office.
    pub whole: Part,
    /// By bloc.
    pub blocs: Vec<Part>,
    /// By unit: those that are asked, and those that registered and have ended since, in the order of their codes.
    pub units: Vec<UnitPart>,
    /// A message to those that are silent, to copy into a chat; empty: none is.
    pub message: String,
}

type Key = (bool, Option<i64>, Option<BlocId>);

/// Who takes part, and who is silent.
pub fn taking_part(office: &mut Office, ask: TakingPartAsk) -> Result<TakingPart> {
    let query = RegistrationQuery { year: Some(ask.year), movement: ask.movement, ..RegistrationQuery::default() };
    let all = registers::matching(office, &query)?;
    let movement = ask.movement.map(|id| store::draft(office.db(), id)).transpose()?;
    let registered: BTreeSet<UnitId> = all.iter().map(|line| line.unit).collect();
    let blocs_asked = movement.as_ref().map(|movement| movement.blocs.clone()).unwrap_or_default();
    let mut lines = asked(office, ask.year, &blocs_asked, |unit| registered.contains(&unit))?;
    let others = gone(office, ask.year, &registered, &lines)?;
    lines.extend(others);
    lines.sort_by(|one, other| (&one.code, one.id).cmp(&(&other.code, other.id)));

    let mut whole = Part::default();
    let mut blocs: BTreeMap<Key, Part> = BTreeMap::new();
    for line in &lines {
        for part in [&mut whole, part_of(&mut blocs, line.bloc, line.bloc_no, &line.bloc_name)] {
            part.units += 1;
            part.units_registered += i64::from(registered.contains(&line.id));
            part.members += line.members;
        }
    }
    let (mut people, mut by_bloc) = (People::default(), BTreeMap::<Key, People>::new());
    let mut by_unit = BTreeMap::<UnitId, People>::new();
    for line in &all {
        part_of(&mut blocs, line.bloc, line.bloc_no, &line.bloc_name);
        people.add(line);
        by_bloc.entry(key_of(line.bloc, line.bloc_no)).or_default().add(line);
        by_unit.entry(line.unit).or_default().add(line);
    }
    people.count_into(&mut whole);
    for (key, people) in &by_bloc {
        if let Some(part) = blocs.get_mut(key) {
            people.count_into(part);
        }
    }
    std::iter::once(&mut whole).chain(blocs.values_mut()).for_each(|part| {
        part.units_percent = ratio::percent(part.units_registered, part.units);
        part.people_percent = ratio::percent(part.people, part.members);
    });
    let due = |calendar| match movement.as_ref() {
        Some(movement) => Ok(movement.register_by),
        None => deadline_of(office.db(), calendar, ask.year),
    };
    let units = units_of(lines, &by_unit, (due(Calendar::Year)?, due(Calendar::School)?));
    let message = message(&units, ask.year, movement.map(|movement| movement.name).as_deref());
    Ok(TakingPart { whole, blocs: blocs.into_values().collect(), units, message })
}

/// Units that registered and are not among `lines`: one that ended stands as on its last day, with those of its members who are in no
/// other unit at the end of the year.
fn gone(office: &mut Office, year: i32, registered: &BTreeSet<UnitId>, lines: &[UnitLine]) -> Result<Vec<UnitLine>> {
    let asked: BTreeSet<UnitId> = lines.iter().map(|line| line.id).collect();
    let mut by_day: BTreeMap<NaiveDate, Vec<UnitId>> = BTreeMap::new();
    for unit in registered.difference(&asked) {
        let ended = units::unit(office.db(), *unit)?.and_then(|unit| unit.ended);
        let last = ended.and_then(|day| day.pred_opt()).unwrap_or_else(|| office.today());
        by_day.entry(last).or_default().push(*unit);
    }
    let end = day_of(office, year);
    let mut found = Vec::new();
    for (last, units) in by_day {
        let query = UnitQuery { as_of: Some(last), units, ..UnitQuery::default() };
        for mut line in units::list(office, query)?.rows {
            line.members = left_with(office.db(), line.id, last, end)?;
            found.push(line);
        }
    }
    Ok(found)
}

/// How many were members of a unit on its last day and are in no other on `end`: whoever went on is counted there.
fn left_with(db: &Connection, unit: UnitId, last: NaiveDate, end: NaiveDate) -> Result<i64> {
    let mut statement = db.prepare_cached(
        "select count(*) from membership p
         where p.unit = ?1 and (p.since is null or p.since <= ?2) and (p.until is null or p.until >= ?2)
           and not exists (select 1 from membership n where n.member = p.member and n.unit <> ?1
                           and (n.since is null or n.since <= ?3) and (n.until is null or n.until >= ?3))",
    )?;
    Ok(statement.query_row(params![unit, last, end], |row| row.get(0))?)
}

fn part_of<'a>(blocs: &'a mut BTreeMap<Key, Part>, bloc: Option<BlocId>, no: Option<i64>, name: &str) -> &'a mut Part {
    blocs.entry(key_of(bloc, no)).or_insert_with(|| {
        let name = if bloc.is_some() { name } else { "Chưa xếp khối" };
        Part { bloc, name: name.to_owned(), ..Part::default() }
    })
}

/// The order of blocs; what has none stands last.
fn key_of(bloc: Option<BlocId>, no: Option<i64>) -> Key {
    (bloc.is_none(), no, bloc)
}

/// Who registered, each once, as the lists that the figures open count them.
#[derive(Default)]
struct People<'a> {
    everybody: BTreeSet<&'a str>,
    women: BTreeSet<&'a str>,
    direct: BTreeSet<&'a str>,
    collectives: BTreeSet<&'a str>,
    registrations: i64,
    late: i64,
}

impl<'a> People<'a> {
    fn add(&mut self, line: &'a RegistrationLine) {
        let who = line.who.as_str();
        self.registrations += 1;
        self.late += i64::from(line.late);
        match line.kind {
            RegistrationKind::Collective => {
                self.collectives.insert(who);
            }
            RegistrationKind::Individual => {
                self.everybody.insert(who);
                if line.woman {
                    self.women.insert(who);
                }
                if line.direct {
                    self.direct.insert(who);
                }
            }
        }
    }

    fn count_into(&self, part: &mut Part) {
        part.people = length(&self.everybody);
        part.women = length(&self.women);
        part.direct = length(&self.direct);
        part.collectives = length(&self.collectives);
        part.registrations = self.registrations;
        part.late = self.late;
    }
}

fn length(names: &BTreeSet<&str>) -> i64 {
    i64::try_from(names.len()).unwrap_or(i64::MAX)
}

fn units_of(
    lines: Vec<UnitLine>,
    by_unit: &BTreeMap<UnitId, People<'_>>,
    (year, school): (Option<NaiveDate>, Option<NaiveDate>),
) -> Vec<UnitPart> {
    let part = |line: UnitLine| {
        let people = by_unit.get(&line.id);
        UnitPart {
            deadline: match line.calendar {
                Calendar::Year => year,
                Calendar::School => school,
            },
            unit: line.id,
            registrations: people.map_or(0, |people| people.registrations),
            people: people.map_or(0, |people| length(&people.everybody)),
            collectives: people.map_or(0, |people| length(&people.collectives)),
            late: people.map_or(0, |people| people.late),
            code: line.code,
            name: line.name,
            bloc: line.bloc,
            bloc_name: line.bloc_name,
            chair: line.chair,
            phone: line.phone,
            members: line.members,
        }
    };
    lines.into_iter().map(part).collect()
}

fn message(units: &[UnitPart], year: i32, movement: Option<&str>) -> String {
    let silent: Vec<&str> =
        units.iter().filter(|unit| unit.registrations == 0).map(|unit| unit.name.as_str()).collect();
    if silent.is_empty() {
        return String::new();
    }
    let within = movement.map(|name| format!(" trong phong trào “{name}”")).unwrap_or_default();
    format!(
        "Đăng ký thi đua năm {year}{within}: các đơn vị chưa đăng ký: {}. Đề nghị gửi đăng ký sớm. Trân trọng.",
        silent.join("; ")
    )
}
