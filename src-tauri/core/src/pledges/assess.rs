//! How pledges are assessed: by whom, for which part of the year, by a scale that is dated data.

use super::{
    Assessor, GradePart, PledgeBlock, PledgeChoice, PledgeId, ReviewRhythm, Step, rules,
    store::{self, Mark},
};
use crate::{
    calendar::shown,
    catalogue::Certainty,
    error::{Error, Refusals, Result},
    id::{id, new_uid},
    journal::What,
    office::{Done, Office, Pen},
    periods::{self, Period, PeriodId, PeriodKind},
    settings,
    vietnamese::{clean, clean_lines},
};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

id!(
    /// One grade of a scale.
    GradeId
);
id!(
    /// One assessment.
    AssessmentId
);

/// A grade of the scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Grade {
    /// Its key; none: a new one.
    pub id: Option<GradeId>,
    /// What it says something about.
    pub part: GradePart,
    /// The best first.
    pub position: i64,
    /// "Vượt".
    pub name: String,
    /// Whether the promise was kept.
    pub fulfilled: bool,
    /// First day in force; none: as long as anyone knows.
    pub since: Option<NaiveDate>,
    /// Last day in force; none: still.
    pub until: Option<NaiveDate>,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// An assessment of one pledge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Assessment {
    /// Its key.
    pub id: AssessmentId,
    /// For which half, quarter or year.
    pub period: PeriodId,
    /// Its name.
    pub period_name: String,
    /// By whom.
    pub assessor: Assessor,
    /// When.
    pub day: NaiveDate,
    /// Of the whole.
    pub grade: Option<GradeId>,
    /// Its name.
    pub grade_name: String,
    /// How much is done, percent.
    pub percent: Option<i64>,
    /// In words.
    pub note: String,
    /// Item by item.
    pub items: BTreeMap<PledgeBlock, GradeId>,
}

/// Every grade that there is or was, those of items first.
pub fn grades(db: &Connection) -> Result<Vec<Grade>> {
    let mut statement = db.prepare_cached(
        "select id, part, position, name, fulfilled, since, until, source, certainty from pledge_grade
         order by part, until is not null, position, id",
    )?;
    let grades = statement.query_map([], |row| {
        Ok(Grade {
            id: row.get(0)?,
            part: row.get(1)?,
            position: row.get(2)?,
            name: row.get(3)?,
            fulfilled: row.get(4)?,
            since: row.get(5)?,
            until: row.get(6)?,
            source: row.get(7)?,
            certainty: row.get(8)?,
        })
    })?;
    Ok(grades.collect::<rusqlite::Result<_>>()?)
}

const GRADE: What = What::new("pledge.grade", "Sửa thang đánh giá cam kết");

/// Adds a grade before the one whose place it takes, or corrects one. One that is no longer in use gets a last day; what was
/// assessed by it keeps its words.
pub fn set_grade(office: &mut Office, grade: Grade) -> Result<Done<GradeId>> {
    let grade = Grade { name: clean(&grade.name), source: clean(&grade.source), ..grade };
    let mut wrong = Refusals::new();
    if grade.name.is_empty() {
        wrong.refuse("name", "Chưa ghi tên mức. Ví dụ: Đạt.");
    }
    if grade.until.is_some() && grade.since.is_some() && grade.until < grade.since {
        wrong.refuse("until", "Ngày hết hiệu lực không được trước ngày có hiệu lực.");
    }
    if grade.certainty == Certainty::Sourced && grade.source.is_empty() {
        wrong.refuse("source", "Đã chọn “Có nguồn” thì cần ghi nguồn. Ví dụ: số văn bản.");
    }
    if let Some(id) = grade.id {
        let used = used(office.db(), id)?;
        let before = grades(office.db())?.into_iter().find(|one| one.id == grade.id);
        if used > 0
            && before.is_some_and(|one| {
                (one.name, one.fulfilled, one.part) != (grade.name.clone(), grade.fulfilled, grade.part)
            })
        {
            let sentence = format!(
                "Mức này đã dùng trong {used} lần đánh giá nên tên và ý nghĩa giữ nguyên. Hãy ghi ngày hết hiệu lực rồi thêm mức mới."
            );
            wrong.refuse("name", sentence);
        }
    }
    wrong.or(())?;
    office.act(GRADE, |pen| {
        pen.detail(&grade.name);
        if grade.id.is_none() {
            pen.execute(
                "update pledge_grade set position = position + 1 where part = ?1 and position >= ?2",
                params![grade.part, grade.position],
            )?;
        }
        put_grade(pen, &grade)
    })
}

/// In how many assessments, of a whole or of an item, a grade was given.
fn used(db: &Connection, grade: GradeId) -> Result<i64> {
    let sql = "select (select count(*) from pledge_assessment where grade = ?1) + (select count(*) from pledge_item where grade = ?1)";
    Ok(db.prepare_cached(sql)?.query_row([grade], |row| row.get(0))?)
}

pub(super) fn put_grade(pen: &Pen<'_>, grade: &Grade) -> Result<GradeId> {
    let Grade { id, part, position, name, fulfilled, since, until, source, certainty } = grade;
    if let Some(id) = id {
        pen.execute(
            "update pledge_grade set part = ?2, position = ?3, name = ?4, fulfilled = ?5, since = ?6, until = ?7, source = ?8,
                    certainty = ?9 where id = ?1",
            params![id, part, position, name, fulfilled, since, until, source, certainty],
        )?;
        return Ok(*id);
    }
    pen.execute(
        "insert into pledge_grade (uid, part, position, name, fulfilled, since, until, source, certainty)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![new_uid(), part, position, name, fulfilled, since, until, source, certainty],
    )?;
    Ok(GradeId(pen.last_insert_rowid()))
}

/// Setting: into which parts a year is cut for reviews.
const RHYTHM: &str = "pledge_reviews";

/// Into which parts this office cuts a year; halves, unless it chose otherwise.
pub(super) fn rhythm(db: &Connection) -> Result<ReviewRhythm> {
    Ok(settings::get(db, RHYTHM)?.unwrap_or(ReviewRhythm::Half))
}

impl ReviewRhythm {
    /// Whether a pledge may be assessed for such a period.
    pub(super) const fn allows(self, kind: PeriodKind) -> bool {
        match kind {
            PeriodKind::Year | PeriodKind::SchoolYear => true,
            PeriodKind::Half => matches!(self, Self::Half | Self::Quarter),
            PeriodKind::Quarter => matches!(self, Self::Quarter),
            PeriodKind::Drive => false,
        }
    }
}

/// Whether this office assesses pledges when such a period ends: at the end of a year, and of the parts that it chose.
pub fn is_assessed_for(db: &Connection, kind: PeriodKind) -> Result<bool> {
    let rhythm = rhythm(db)?;
    Ok(match kind {
        PeriodKind::Year | PeriodKind::SchoolYear => true,
        PeriodKind::Half => rhythm == ReviewRhythm::Half,
        PeriodKind::Quarter => rhythm == ReviewRhythm::Quarter,
        PeriodKind::Drive => false,
    })
}

/// How often pledges are reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeReviews {
    /// Into which parts a year is cut.
    pub rhythm: ReviewRhythm,
}

const REVIEWS: What = What::new("pledge.reviews", "Chọn kỳ đánh giá cam kết");

/// Chooses how often pledges are reviewed.
pub fn set_reviews(office: &mut Office, chosen: PledgeReviews) -> Result<Done<()>> {
    office.act(REVIEWS, |pen| settings::set(pen, RHYTHM, &chosen.rhythm))
}

/// For which part of its year each pledge is assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "no", rename_all = "snake_case")]
pub enum ReviewPart {
    /// The whole year.
    Year,
    /// The first or second half, or term of a school year.
    Half(i64),
    /// One of four quarters.
    Quarter(i64),
}

/// An assessment of one or of many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeAssess {
    /// Which pledges.
    pub pledges: PledgeChoice,
    /// For which part of their year.
    pub part: ReviewPart,
    /// By whom.
    pub assessor: Assessor,
    /// When; none: today.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Of the whole.
    #[serde(default)]
    pub grade: Option<GradeId>,
    /// How much is done, percent.
    #[serde(default)]
    pub percent: Option<i64>,
    /// In words.
    #[serde(default)]
    pub note: String,
    /// Item by item.
    #[serde(default)]
    pub items: BTreeMap<PledgeBlock, GradeId>,
}

const ASSESS: What = What::new("pledge.assess", "Đánh giá cam kết");

/// Assesses pledges for a part of their year; an assessment by the same for the same part is written anew.
pub fn assess(office: &mut Office, wish: PledgeAssess) -> Result<Done<u32>> {
    let day = wish.day.unwrap_or_else(|| office.today());
    check(office, &wish, day)?;
    let chosen = wish.pledges.pledges(office)?;
    let standing = store::standing(office.db(), &chosen, office.today())?;
    let step = match (wish.part, wish.assessor) {
        (ReviewPart::Half(_) | ReviewPart::Quarter(_), _) => Step::Review,
        (ReviewPart::Year, Assessor::Own) => Step::SelfAssess,
        (ReviewPart::Year, Assessor::Confirmer) => Step::Assess,
    };
    rules::may_take(step, &store::names(&standing))?;
    let rhythm = rhythm(office.db())?;
    let note = clean_lines(&wish.note);
    office.act(ASSESS, |pen| {
        pen.detail(format!("{} bản cam kết", standing.len()));
        for mark in &standing {
            let period = period_of(pen, mark, wish.part, rhythm)?;
            has_begun(&periods::get(pen, period)?, day)?;
            put(pen, mark.id, period, &wish, day, &note)?;
            store::set_state(pen, mark.id, step.to(mark.state))?;
        }
        Ok(u32::try_from(standing.len()).unwrap_or(u32::MAX))
    })
}

fn check(office: &Office, wish: &PledgeAssess, day: NaiveDate) -> Result<()> {
    let mut wrong = Refusals::new();
    if day > office.today() {
        wrong.refuse("day", "Ngày đánh giá không được sau hôm nay.");
    }
    if wish.grade.is_none() && wish.percent.is_none() {
        wrong.refuse("grade", "Chưa chọn mức đánh giá. Hãy chọn một mức, hoặc ghi tỷ lệ đã thực hiện.");
    }
    if wish.percent.is_some_and(|percent| !(0..=100).contains(&percent)) {
        wrong.refuse("percent", "Tỷ lệ đã thực hiện phải từ 0 đến 100.");
    }
    let grades = grades(office.db())?;
    let fits = |id: GradeId, part: GradePart| {
        grades.iter().any(|grade| {
            grade.id == Some(id)
                && grade.part == part
                && grade.since.is_none_or(|since| since <= day)
                && grade.until.is_none_or(|until| until >= day)
        })
    };
    if wish.grade.is_some_and(|grade| !fits(grade, GradePart::Whole)) {
        wrong.refuse("grade", "Mức này không có trong thang đánh giá của ngày đó. Hãy chọn mức khác.");
    }
    for (block, grade) in &wish.items {
        if !fits(*grade, GradePart::Item) {
            wrong.refuse(
                &format!("items.{}", block.code()),
                "Mức này không có trong thang đánh giá của ngày đó. Hãy chọn mức khác.",
            );
        }
    }
    wrong.or(())
}

/// What has not begun cannot be assessed.
fn has_begun(period: &Period, day: NaiveDate) -> Result<()> {
    if day >= period.since {
        return Ok(());
    }
    let sentence =
        format!("Ngày đánh giá không được trước {} ({}). Hãy xem lại ngày hoặc kỳ.", shown(period.since), period.name);
    Err(Error::refused("day", sentence))
}

/// The half, quarter or year that is meant for that pledge.
fn period_of(pen: &Pen<'_>, mark: &Mark, part: ReviewPart, rhythm: ReviewRhythm) -> Result<PeriodId> {
    let (kind, no) = match part {
        ReviewPart::Year => return Ok(mark.period),
        ReviewPart::Half(no) => (PeriodKind::Half, no),
        ReviewPart::Quarter(no) => (PeriodKind::Quarter, no),
    };
    if !rhythm.allows(kind) {
        return Err(Error::refused(
            "part",
            "Cơ quan chưa chọn đánh giá theo kỳ này. Hãy đổi kỳ đánh giá trong phần cài đặt của mục Cam kết.",
        ));
    }
    let found = periods::parts(pen, mark.period)?.into_iter().find(|period| period.kind == kind && period.part == no);
    found.map(|period| period.id).ok_or_else(|| {
        Error::refused("part", format!("Năm của {} không có kỳ này. Năm học chỉ chia học kỳ I và II.", mark.name))
    })
}

fn put(
    pen: &Pen<'_>,
    pledge: PledgeId,
    period: PeriodId,
    wish: &PledgeAssess,
    day: NaiveDate,
    note: &str,
) -> Result<()> {
    pen.prepare_cached("delete from pledge_assessment where pledge = ?1 and period = ?2 and assessor = ?3")?
        .execute(params![pledge, period, wish.assessor])?;
    pen.prepare_cached(
        "insert into pledge_assessment (uid, pledge, period, assessor, day, grade, percent, note) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![new_uid(), pledge, period, wish.assessor, day, wish.grade, wish.percent, note])?;
    let assessment = AssessmentId(pen.last_insert_rowid());
    for (block, grade) in &wish.items {
        pen.prepare_cached("insert into pledge_item (uid, assessment, block, grade) values (?1, ?2, ?3, ?4)")?
            .execute(params![new_uid(), assessment, block, grade])?;
    }
    Ok(())
}

/// How a pledge was assessed, oldest period first, oneself before the confirmer.
pub(super) fn of(db: &Connection, pledge: PledgeId) -> Result<Vec<Assessment>> {
    let mut statement = db.prepare_cached(
        "select a.id, a.period, q.name as period_name, a.assessor, a.day, a.grade, coalesce(g.name, '') as grade_name, a.percent, a.note
         from pledge_assessment a join period q on q.id = a.period left join pledge_grade g on g.id = a.grade
         where a.pledge = ?1 order by q.until, q.since desc, a.assessor desc",
    )?;
    let found = statement
        .query_map([pledge], |row| {
            Ok(Assessment {
                id: row.get("id")?,
                period: row.get("period")?,
                period_name: row.get("period_name")?,
                assessor: row.get("assessor")?,
                day: row.get("day")?,
                grade: row.get("grade")?,
                grade_name: row.get("grade_name")?,
                percent: row.get("percent")?,
                note: row.get("note")?,
                items: BTreeMap::new(),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    found.into_iter().map(|one| Ok(Assessment { items: items(db, one.id)?, ..one })).collect()
}

fn items(db: &Connection, assessment: AssessmentId) -> Result<BTreeMap<PledgeBlock, GradeId>> {
    let mut statement = db.prepare_cached("select block, grade from pledge_item where assessment = ?1")?;
    let items = statement.query_map([assessment], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(items.collect::<rusqlite::Result<_>>()?)
}
