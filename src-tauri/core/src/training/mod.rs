//! Training ("đào tạo, bồi dưỡng, tập huấn"): courses, who took part, and what share of all workers that is.
//!
//! People are known by name, or only as a number that a unit reported. The two are never mixed up: a name can be told from
//! another one, so somebody in two courses is one person and two attendances ("lượt"); a number cannot.

mod attendance;
mod counts;
mod figures;
mod import;
pub mod paper;
mod participants;
mod paste;
mod people;
mod rules;
mod store;
mod words;

pub use attendance::CountLine;
pub use counts::{
    BasisDraft, BasisGone, CountDraft, CountGone, CountId, remove_basis, remove_count, set_basis, set_count,
};
pub use figures::{TrainingFigures, TrainingKindTally, TrainingOf, TrainingTally, figures};
pub use import::{
    Attending, CourseNamed, attending, courses_named, fill_participant, insert_participant, participant, who_attends,
};
pub use participants::{
    EditParticipants, ParticipantCell, ParticipantDraft, ParticipantId, ParticipantLine, ParticipantList, TakeIn,
    edit_participants, participants_follow, remove_participants, take_in,
};
pub use paste::{CoursePaste, CoursePasteAnswer, CoursePasteRow, paste, try_paste};
pub use people::{PeopleAsk, PeoplePage, PeopleQuery, PersonLine, people};
pub use words::{ParticipantField, TrainingKind, TrainingOnly};

use crate::{
    choice::Choice,
    error::{Error, Result},
    id::id,
    journal::What,
    money::Dong,
    office::{Done, Office},
    periods::{self, Period, PeriodId, PeriodKind, PeriodsOf},
    units::Calendar,
    vietnamese::fold,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// One course.
    CourseId
);

/// A course as the form gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CourseDraft {
    /// Which one is corrected; none: a new one.
    #[serde(default)]
    pub id: Option<CourseId>,
    /// The year that it counts in.
    pub year: i32,
    /// A calendar year or a school year.
    pub calendar: Calendar,
    /// "Tập huấn nghiệp vụ công đoàn cơ sở".
    pub name: String,
    /// What it teaches.
    pub kind: TrainingKind,
    /// Who held it.
    #[serde(default)]
    pub organiser: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// First day.
    pub since: Option<NaiveDate>,
    /// Last day; none: the first one.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// What it cost, đồng; 0: not said.
    #[serde(default)]
    pub cost: Dong,
    /// Who paid.
    #[serde(default)]
    pub money_source: String,
    /// The plan or the summons.
    #[serde(default)]
    pub document: String,
    /// Anything else.
    #[serde(default)]
    pub note: String,
}

/// One line of the list of courses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CourseLine {
    /// Its key.
    pub id: CourseId,
    /// As its form shows it.
    pub draft: CourseDraft,
    /// Its days, both known.
    pub days: String,
    /// "Nghiệp vụ công đoàn".
    pub kind_label: String,
    /// "Năm 2024".
    pub period_name: String,
    /// Those who are known by name.
    pub named: i64,
    /// Those who are only reported as a number.
    pub reported: i64,
    /// Both together.
    pub people: i64,
    /// Women among them.
    pub women: i64,
    /// Direct workers among them.
    pub direct: i64,
}

/// Which courses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CourseQuery {
    /// That count in this year.
    pub year: i32,
    /// Only those that ended within this half or quarter.
    pub within: Option<PeriodId>,
    /// Words of the name, the organiser, the place or the document; accents not needed.
    pub text: String,
    /// Only of this kind.
    pub kind: Option<TrainingKind>,
}

/// The list of courses with what its filters need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CoursePage {
    /// By first day.
    pub lines: Vec<CourseLine>,
    /// The halves and quarters of the year that is asked about.
    pub parts: Vec<Period>,
    /// What courses teach.
    pub kinds: Vec<Choice>,
    /// Who held courses, most used first.
    pub organisers: Vec<String>,
}

/// Which course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WhichCourse {
    /// The course.
    pub id: CourseId,
}

/// One course as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CourseRecord {
    /// As in the list.
    pub line: CourseLine,
    /// Who took part, by unit and name.
    pub participants: Vec<ParticipantLine>,
    /// What units reported without names.
    pub counts: Vec<CountLine>,
}

/// The courses of a year.
pub fn page(office: &mut Office, query: CourseQuery) -> Result<CoursePage> {
    let parts = periods::list(office, PeriodsOf { year: query.year })?
        .into_iter()
        .filter(|period| matches!(period.kind, PeriodKind::Half | PeriodKind::Quarter))
        .collect();
    Ok(CoursePage {
        lines: matching(office, &query)?,
        parts,
        kinds: TrainingKind::choices(),
        organisers: store::organisers(office.db())?,
    })
}

/// The courses that a question is about.
fn matching(office: &Office, query: &CourseQuery) -> Result<Vec<CourseLine>> {
    let words = fold(&query.text);
    let mut rows = store::courses(office.db(), query.year, within(office, query.within)?)?;
    rows.retain(|row| {
        query.kind.is_none_or(|kind| row.line.draft.kind == kind)
            && words.split_whitespace().all(|word| row.search.contains(word))
    });
    Ok(rows.into_iter().map(|row| row.line).collect())
}

/// The days of a half or a quarter.
fn within(office: &Office, period: Option<PeriodId>) -> Result<Option<(NaiveDate, NaiveDate)>> {
    period.map(|id| periods::get(office.db(), id).map(|period| (period.since, period.until))).transpose()
}

/// One course with those who took part.
pub fn get(office: &mut Office, which: WhichCourse) -> Result<CourseRecord> {
    let db = office.db();
    Ok(CourseRecord {
        line: store::course(db, which.id)?.ok_or_else(unknown)?,
        participants: participants::of(db, which.id)?,
        counts: attendance::counts_of(db, which.id)?,
    })
}

fn unknown() -> Error {
    Error::refused("id", "Không tìm thấy lớp này. Có thể lớp vừa bị hoàn tác, hãy chọn lại trong danh sách.")
}

const SET: What = What::new("course.set", "Ghi lớp đào tạo, tập huấn");
const DELETE: What = What::new("course.delete", "Xóa lớp đào tạo, tập huấn");

/// Writes a course down, or corrects it.
pub fn set(office: &mut Office, draft: CourseDraft) -> Result<Done<CourseId>> {
    if let Some(id) = draft.id {
        store::course(office.db(), id)?.ok_or_else(unknown)?;
    }
    let season = periods::span(draft.calendar, draft.year)?;
    let draft = rules::course(draft, season)?;
    if store::is_known(office.db(), &draft)? {
        let sentence =
            "Đã có lớp này: cùng tên, cùng ngày, cùng nơi. Hãy mở lớp đã có, hoặc ghi tên khác, ví dụ thêm “lớp 2”.";
        return Err(Error::refused("name", sentence));
    }
    office.act(SET, |pen| {
        pen.detail(&draft.name);
        let period = periods::ensure_year(pen, draft.calendar, draft.year)?;
        store::set(pen, period, &draft)
    })
}

/// Takes a course that was written down by mistake off, with its people.
pub fn delete(office: &mut Office, which: WhichCourse) -> Result<Done<()>> {
    let line = store::course(office.db(), which.id)?.ok_or_else(unknown)?;
    office.act(DELETE, |pen| {
        pen.detail(&line.draft.name);
        store::delete(pen, which.id)
    })
}

#[cfg(test)]
mod tests;
