//! The figures of training: people, attendances, women, direct workers, and what share of all workers that is.

use super::{
    BasisDraft, CourseQuery, PeopleQuery, PersonLine, TrainingKind, TrainingOnly, matching as courses,
    people::{self, is_one},
    within,
};
use crate::{
    calendar::shown,
    error::Result,
    office::Office,
    periods::{self, PeriodId},
    ratio::{self, Share, grouped},
    units::{self, BlocId, Calendar, UnitId, UnitQuery},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Whose figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TrainingOf {
    /// Of courses that count in this year.
    pub year: i32,
    /// Only of courses that ended within this half or quarter.
    pub within: Option<PeriodId>,
}

/// The figures of the office, a bloc or a unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrainingTally {
    /// The bloc, when it is one's.
    pub bloc: Option<BlocId>,
    /// The unit, when it is one's.
    pub unit: Option<UnitId>,
    /// Its code; empty: not a unit's.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The name of a unit's bloc.
    pub bloc_name: String,
    /// People known by name, each once.
    pub named: i64,
    /// People reported as a number.
    pub reported: i64,
    /// Both together.
    pub people: i64,
    /// Lượt: each person as often as they were in a course.
    pub attendances: i64,
    /// Women among the people.
    pub women: i64,
    /// Direct workers among the people.
    pub direct: i64,
    /// What the share is reckoned on.
    pub workers: i64,
    /// "16,7 %"; empty: nothing to reckon on.
    pub percent: Share,
}

/// The figures of one kind of course. Who was in courses of two kinds stands in both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrainingKindTally {
    /// The kind.
    pub kind: TrainingKind,
    /// Its label.
    pub label: String,
    /// Courses.
    pub courses: i64,
    /// Their figures.
    pub tally: TrainingTally,
}

/// The figures of training.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrainingFigures {
    /// Courses held.
    pub courses: i64,
    /// Of the whole office.
    pub whole: TrainingTally,
    /// People who were in two courses or more.
    pub again: i64,
    /// By bloc, those without one last.
    pub blocs: Vec<TrainingTally>,
    /// By unit, in the order of their codes; also those of which nobody took part.
    pub units: Vec<TrainingTally>,
    /// By kind of course; kinds without a course are left out.
    pub kinds: Vec<TrainingKindTally>,
    /// The day of the members that shares are reckoned on.
    pub day: NaiveDate,
    /// Members on that day.
    pub members: i64,
    /// The typed total that stands in their place; none: the members count.
    pub basis: Option<BasisDraft>,
    /// All that in words, for a report: what is counted, on what basis, and how people differ from attendances.
    pub said: Vec<String>,
}

/// The figures of a year: the whole office, every living bloc and unit.
pub fn figures(office: &mut Office, of: TrainingOf) -> Result<TrainingFigures> {
    let held = courses(office, &CourseQuery { year: of.year, within: of.within, ..CourseQuery::default() })?;
    let asked = PeopleQuery { year: of.year, within: of.within, ..PeopleQuery::default() };
    let (persons, counts) = people::matching(office, &asked)?;
    let day = reckoned_on(office, of)?;
    let (members, basis) = (members_on(office.db(), day)?, basis(office.db(), of.year)?);
    let mut tally = Tally::of(office, day)?;
    for person in &persons {
        tally.person(person);
    }
    for count in &counts {
        tally.count(count);
    }
    let Tally { mut whole, blocs, units } = tally;
    whole.workers = basis.as_ref().map_or(members, |basis| basis.people);
    let mut kinds = Vec::new();
    for kind in TrainingKind::ALL {
        let of_kind = i64::try_from(held.iter().filter(|line| line.draft.kind == *kind).count()).unwrap_or(i64::MAX);
        if of_kind > 0 {
            let (persons, counts) = people::matching(office, &PeopleQuery { kind: Some(*kind), ..asked.clone() })?;
            let mut tally =
                TrainingTally { name: kind.label().to_owned(), workers: whole.workers, ..TrainingTally::default() };
            for person in &persons {
                tally.person(person);
            }
            for count in &counts {
                tally.count(count);
            }
            kinds.push(TrainingKindTally {
                kind: *kind,
                label: kind.label().to_owned(),
                courses: of_kind,
                tally: tally.reckoned(),
            });
        }
    }
    let mut figures = TrainingFigures {
        courses: i64::try_from(held.len()).unwrap_or(i64::MAX),
        whole: whole.reckoned(),
        again: i64::try_from(persons.iter().filter(|one| one.attendances > 1).count()).unwrap_or(i64::MAX),
        blocs: blocs.into_values().map(TrainingTally::reckoned).collect(),
        units: units.into_values().map(TrainingTally::reckoned).collect(),
        kinds,
        day,
        members,
        basis,
        said: Vec::new(),
    };
    figures.said = said(&figures);
    Ok(figures)
}

/// The last day of what is asked about, or today when that is still to come.
fn reckoned_on(office: &Office, of: TrainingOf) -> Result<NaiveDate> {
    let last = match within(office, of.within)? {
        Some((_, until)) => until,
        None => periods::span(Calendar::Year, of.year)?.1,
    };
    Ok(last.min(office.today()))
}

/// Members who belong on that day, whichever unit they are of.
fn members_on(db: &Connection, day: NaiveDate) -> Result<i64> {
    Ok(db
        .prepare_cached(
            "select count(distinct member) from membership
             where (since is null or since <= ?1) and (until is null or until >= ?1)",
        )?
        .query_row([day], |row| row.get(0))?)
}

fn basis(db: &Connection, year: i32) -> Result<Option<BasisDraft>> {
    Ok(db
        .prepare_cached("select year, people, source from training_basis where year = ?1")?
        .query_row([year], |row| {
            Ok(BasisDraft { year: row.get("year")?, people: row.get("people")?, source: row.get("source")? })
        })
        .optional()?)
}

impl TrainingTally {
    fn person(&mut self, person: &PersonLine) {
        self.named += 1;
        self.attendances += person.attendances;
        self.women += i64::from(is_one(person, Some(TrainingOnly::Women)));
        self.direct += i64::from(is_one(person, Some(TrainingOnly::Direct)));
    }

    fn count(&mut self, count: &super::CountLine) {
        self.reported += count.people;
        self.attendances += count.people;
        self.women += count.women;
        self.direct += count.direct;
    }

    fn reckoned(mut self) -> Self {
        self.people = self.named + self.reported;
        self.percent = ratio::percent_with_tenths(self.people, self.workers);
        self
    }
}

/// Counts of the whole, of each bloc by its number (those without one last) and of each unit by its code.
struct Tally {
    whole: TrainingTally,
    blocs: BTreeMap<(bool, Option<BlocId>), TrainingTally>,
    units: BTreeMap<(String, UnitId), TrainingTally>,
}

impl Tally {
    /// Nobody counted yet, with a line for each unit of that day and its members.
    fn of(office: &mut Office, day: NaiveDate) -> Result<Self> {
        let living = UnitQuery { living: Some(true), as_of: Some(day), ..UnitQuery::default() };
        let mut tally = Self { whole: TrainingTally::default(), blocs: BTreeMap::new(), units: BTreeMap::new() };
        for line in units::list(office, living)?.rows {
            let bloc = tally.bloc(line.bloc, &line.bloc_name);
            bloc.workers += line.members;
            tally.units.insert(
                (line.code.clone(), line.id),
                TrainingTally {
                    unit: Some(line.id),
                    code: line.code,
                    name: line.name,
                    bloc_name: line.bloc_name,
                    workers: line.members,
                    ..TrainingTally::default()
                },
            );
        }
        Ok(tally)
    }

    fn bloc(&mut self, bloc: Option<BlocId>, name: &str) -> &mut TrainingTally {
        self.blocs.entry((bloc.is_none(), bloc)).or_insert_with(|| TrainingTally {
            bloc,
            name: if bloc.is_some() { name.to_owned() } else { "Chưa xếp khối".to_owned() },
            ..TrainingTally::default()
        })
    }

    fn unit(&mut self, unit: UnitId, code: &str, name: &str, bloc_name: &str) -> &mut TrainingTally {
        self.units.entry((code.to_owned(), unit)).or_insert_with(|| TrainingTally {
            unit: Some(unit),
            code: code.to_owned(),
            name: name.to_owned(),
            bloc_name: bloc_name.to_owned(),
            ..TrainingTally::default()
        })
    }

    fn person(&mut self, person: &PersonLine) {
        self.whole.person(person);
        self.bloc(person.bloc, &person.bloc_name).person(person);
        self.unit(person.unit, &person.unit_code, &person.unit_name, &person.bloc_name).person(person);
    }

    fn count(&mut self, count: &super::CountLine) {
        self.whole.count(count);
        self.bloc(count.bloc, &count.bloc_name).count(count);
        self.unit(count.unit, &count.unit_code, &count.unit_name, &count.bloc_name).count(count);
    }
}

/// The figures in sentences: what is counted, on what basis, and how people differ from attendances.
fn said(figures: &TrainingFigures) -> Vec<String> {
    let whole = &figures.whole;
    if whole.people == 0 {
        return vec!["Chưa ghi người nào đã qua đào tạo, tập huấn.".to_owned()];
    }
    let share = match &figures.basis {
        Some(basis) => format!("bằng {} của {} lao động ({})", whole.percent, grouped(basis.people), basis.source),
        None if figures.members == 0 => "chưa tính được tỷ lệ vì sổ chưa có đoàn viên".to_owned(),
        None => format!(
            "bằng {} của {} đoàn viên (theo sổ, tính đến {})",
            whole.percent,
            grouped(figures.members),
            shown(figures.day)
        ),
    };
    let mut said = vec![format!(
        "{} người đã qua đào tạo, tập huấn ở {} lớp, {share}; trong đó nữ {} người ({}), lao động trực tiếp {} người ({}).",
        grouped(whole.people),
        grouped(figures.courses),
        grouped(whole.women),
        ratio::percent_with_tenths(whole.women, whole.people),
        grouped(whole.direct),
        ratio::percent_with_tenths(whole.direct, whole.people),
    )];
    if whole.attendances > whole.people {
        said.push(format!(
            "Tính theo lượt là {}: {} người học từ hai lớp trở lên, mỗi người tính một lần là người, mỗi lớp tính một lượt.",
            grouped(whole.attendances),
            grouped(figures.again),
        ));
    }
    if whole.reported > 0 {
        said.push(format!(
            "{} người có tên trong danh sách, {} người theo số báo cáo của đơn vị; số báo cáo không có tên nên không biết ai học nhiều lớp.",
            grouped(whole.named),
            grouped(whole.reported),
        ));
    }
    said
}
