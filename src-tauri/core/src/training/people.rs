//! The people behind the figures: each once, however many courses they were in; and the numbers without names beside them.

use super::{
    CountLine, CourseId, ParticipantId, TrainingKind, TrainingOnly,
    attendance::{self, Attendance, Of, Person},
    within,
};
use crate::{
    calendar::PartialDate,
    error::Result,
    id::MemberId,
    members::Gender,
    office::Office,
    periods::PeriodId,
    units::{BlocId, UnitId},
    vietnamese::fold,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PeopleQuery {
    /// In courses of this year.
    pub year: i32,
    /// Only in courses that ended within this half or quarter.
    pub within: Option<PeriodId>,
    /// Words of the name, the unit or the course; accents not needed.
    pub text: String,
    /// Only in courses of this kind.
    pub kind: Option<TrainingKind>,
    /// Only in this course.
    pub course: Option<CourseId>,
    /// Only of units of this bloc.
    pub bloc: Option<BlocId>,
    /// Only of units that belong to no bloc.
    pub without_bloc: bool,
    /// Only of this unit.
    pub unit: Option<UnitId>,
    /// Only some of them.
    pub only: Option<TrainingOnly>,
}

/// One page of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeopleAsk {
    /// Which people.
    pub query: PeopleQuery,
    /// From this row on.
    pub offset: u32,
    /// So many rows; 200 at most.
    pub limit: u32,
}

/// Somebody who is known by name, with all their courses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonLine {
    /// For the list: their last attendance.
    pub id: ParticipantId,
    /// Their record in the register of members; none: not there.
    pub member: Option<MemberId>,
    /// Họ và tên.
    pub name: String,
    /// Giới tính.
    pub gender: Option<Gender>,
    /// Ngày sinh.
    pub birth: Option<PartialDate>,
    /// Where they worked at their last course.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// What it was called then.
    pub unit_name: String,
    /// Its bloc then.
    pub bloc: Option<BlocId>,
    /// The bloc's name.
    pub bloc_name: String,
    /// Lao động trực tiếp.
    pub direct: Option<bool>,
    /// Lượt.
    pub attendances: i64,
    /// The courses, by their last days.
    pub courses: String,
    /// The last course.
    pub course: CourseId,
}

/// One page of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PeoplePage {
    /// How many are known by name.
    pub total: u32,
    /// The page's rows, by name.
    pub rows: Vec<PersonLine>,
    /// What was reported without names; of women or of direct workers only these are counted.
    pub counts: Vec<CountLine>,
    /// How many these come to.
    pub reported: i64,
    /// Both together.
    pub people: i64,
}

/// A page of the people that a figure counts.
pub fn people(office: &mut Office, ask: PeopleAsk) -> Result<PeoplePage> {
    let (rows, counts) = matching(office, &ask.query)?;
    let reported = counts.iter().map(|count| counted(count, ask.query.only)).sum();
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let (skip, take) = (usize::try_from(ask.offset).unwrap_or_default(), ask.limit.min(200));
    Ok(PeoplePage {
        total,
        rows: rows.into_iter().skip(skip).take(usize::try_from(take).unwrap_or_default()).collect(),
        reported,
        people: i64::from(total) + reported,
        counts,
    })
}

/// How many of a reported number a question counts.
pub(super) fn counted(count: &CountLine, only: Option<TrainingOnly>) -> i64 {
    match only {
        None => count.people,
        Some(TrainingOnly::Women) => count.women,
        Some(TrainingOnly::Direct) => count.direct,
        // who hides behind a number cannot be found again in another course
        Some(TrainingOnly::Again) => 0,
    }
}

/// Every person that a question is about, by name, and the reported numbers.
pub(super) fn matching(office: &Office, query: &PeopleQuery) -> Result<(Vec<PersonLine>, Vec<CountLine>)> {
    let of = Of { course: query.course, year: Some(query.year), within: within(office, query.within)? };
    let db = office.db();
    let mut attendances = attendance::attendances(db, of)?;
    attendances.retain(|one| query.kind.is_none_or(|kind| one.kind == kind));
    let folded = fold(&query.text);
    let found = |text: String| {
        let text = fold(&text);
        folded.split_whitespace().all(|word| text.contains(word))
    };
    let mut people = persons(attendances);
    people.retain(|(_, line)| {
        query.bloc.is_none_or(|bloc| line.bloc == Some(bloc))
            && (!query.without_bloc || line.bloc.is_none())
            && query.unit.is_none_or(|unit| line.unit == unit)
            && is_one(line, query.only)
            && (folded.is_empty()
                || found([line.name.as_str(), &line.unit_code, &line.unit_name, &line.courses].join(" ")))
    });
    let mut counts = attendance::counts(db, of)?;
    counts.retain(|line| {
        query.kind.is_none_or(|kind| line.kind == kind)
            && query.bloc.is_none_or(|bloc| line.bloc == Some(bloc))
            && (!query.without_bloc || line.bloc.is_none())
            && query.unit.is_none_or(|unit| line.unit == unit)
            && counted(line, query.only) > 0
            && (folded.is_empty() || found([line.unit_code.as_str(), &line.unit_name, &line.course_name].join(" ")))
    });
    people.sort_by(|(one, a), (other, b)| (one, a.id).cmp(&(other, b.id)));
    Ok((people.into_iter().map(|(_, line)| line).collect(), counts))
}

pub(super) fn is_one(line: &PersonLine, only: Option<TrainingOnly>) -> bool {
    match only {
        None => true,
        Some(TrainingOnly::Women) => line.gender == Some(Gender::Nu),
        Some(TrainingOnly::Direct) => line.direct == Some(true),
        Some(TrainingOnly::Again) => line.attendances > 1,
    }
}

/// Attendances (by day) as people with the key of their order: whoever comes again is the same person, and stands where they were last.
pub(super) fn persons(attendances: Vec<Attendance>) -> Vec<(Vec<u8>, PersonLine)> {
    let mut people: BTreeMap<Person, (Vec<u8>, PersonLine)> = BTreeMap::new();
    for one in attendances {
        let before = people.get(&one.person()).map(|(_, line)| line);
        let attendances = before.map_or(1, |line| line.attendances + 1);
        let courses =
            before.map_or_else(|| one.course_name.clone(), |line| format!("{}; {}", line.courses, one.course_name));
        let direct = one.direct.or_else(|| before.and_then(|line| line.direct));
        people.insert(
            one.person(),
            (
                one.sort_key,
                PersonLine {
                    id: one.id,
                    member: one.member,
                    name: one.name,
                    gender: one.gender,
                    birth: one.birth,
                    unit: one.unit,
                    unit_code: one.unit_code,
                    unit_name: one.unit_name,
                    bloc: one.bloc,
                    bloc_name: one.bloc_name,
                    direct,
                    attendances,
                    courses,
                    course: one.course,
                },
            ),
        );
    }
    people.into_values().collect()
}
