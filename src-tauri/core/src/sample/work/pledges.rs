//! The pledges of the sample: they come in, are posted, reviewed at mid-year and assessed at its end.

use super::season::Season;
use crate::{
    error::{Error, Result},
    office::{Office, Pen},
    periods::PeriodsOf,
    pledges::{
        self, Assessor, GradeId, GradePart, PledgeAssess, PledgeBlock, PledgeChoice, PledgeDraft, PledgeId, PledgePost,
        PledgeQuery, PledgeState, PledgeTopic, Pledger, ReviewPart, ShortcomingDraft,
    },
    units::Calendar,
};
use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;
use serde_json::from_value;

#[derive(Deserialize)]
struct Pledge {
    member: usize,
    party: bool,
    registered: NaiveDate,
    #[serde(default)]
    by: String,
    on: Option<NaiveDate>,
    #[serde(default)]
    ideology: String,
    #[serde(default)]
    ethics: String,
    #[serde(default)]
    duty: String,
    #[serde(default)]
    following: String,
    #[serde(default)]
    measures: String,
}

/// So many pledges have no shortcoming to mend for one that has.
const SHORTCOMING_EVERY: usize = 17;

/// Takes in what units sent up to today.
pub(super) fn take_in(pen: &Pen<'_>, season: &Season<'_>) -> Result<()> {
    let plan = season.plans()?.remove("shortcomings").unwrap_or_default();
    let shortcomings: Vec<ShortcomingDraft> = from_value(plan)?;
    let mut to_mend = shortcomings.iter().cycle();
    let rows = season.lines::<Pledge>("pledges.jsonl")?;
    for (at, row) in rows.into_iter().filter(|row| season.has_come(row.registered)).enumerate() {
        let of = Pledger::Member(season.member(row.member)?);
        let content = [
            (PledgeBlock::Ideology, row.ideology),
            (PledgeBlock::Ethics, row.ethics),
            (PledgeBlock::Duty, row.duty),
            (PledgeBlock::Following, row.following),
            (PledgeBlock::Measures, row.measures),
        ];
        let mends = at % SHORTCOMING_EVERY == 0;
        let draft = PledgeDraft {
            party_member: Some(row.party),
            content: content.into_iter().collect(),
            registered_on: Some(row.registered),
            shortcomings: to_mend.by_ref().take(usize::from(mends)).cloned().collect(),
            ..PledgeDraft::default()
        };
        let belonging = pledges::belonging(pen, of, pen.today())?;
        let confirmed = row.on.filter(|on| season.has_come(*on));
        pledges::take_in(pen, of, &belonging, season.year, draft, (&row.by, confirmed))?;
    }
    Ok(())
}

/// What became of the pledges in the course of the year.
pub(super) fn go_on(office: &mut Office, season: &Season<'_>) -> Result<()> {
    let topic: PledgeTopic = season.draft(season.plans()?.remove("topic").unwrap_or_default())?;
    pledges::set_topic(office, topic)?;
    for calendar in Calendar::ALL {
        let confirmed = standing(office, season, *calendar, PledgeState::Confirmed)?;
        // one unit in ten or so keeps them in a drawer
        let posted: Vec<PledgeId> = confirmed.into_iter().filter(|PledgeId(id)| id % 9 != 0).collect();
        let Some([posting, review, assessment]) = days(season.year, *calendar) else { continue };
        if posted.is_empty() || !season.has_come(posting) {
            continue;
        }
        let wish = PledgePost {
            pledges: chosen(&posted),
            place: "Bảng tin cơ quan, đơn vị".into(),
            from: posting,
            until: None,
        };
        pledges::post(office, wish)?;
        let (best, good) = posted.split_at(posted.len() / 4);
        if season.has_come(review) {
            grade(office, best, 0, (ReviewPart::Half(1), Assessor::Confirmer, review))?;
            grade(office, good, 1, (ReviewPart::Half(1), Assessor::Confirmer, review))?;
        }
        if season.has_come(assessment) {
            grade(office, best, 0, (ReviewPart::Year, Assessor::Own, assessment))?;
            grade(office, good, 1, (ReviewPart::Year, Assessor::Own, assessment))?;
            let (worst, passed) = good.split_at(good.len() / 8);
            grade(office, passed, 1, (ReviewPart::Year, Assessor::Confirmer, assessment))?;
            grade(office, worst, 2, (ReviewPart::Year, Assessor::Confirmer, assessment))?;
        }
    }
    Ok(())
}

/// When pledges are posted, reviewed and assessed.
fn days(year: i32, calendar: Calendar) -> Option<[NaiveDate; 3]> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    Some(match calendar {
        Calendar::Year => [day(year, 4, 1)?, day(year, 7, 10)?, day(year, 11, 20)?],
        Calendar::School => [day(year - 1, 12, 1)?, day(year, 1, 20)?, day(year, 6, 15)?],
    })
}

/// Pledges of that year, of units by that calendar, that stand so.
fn standing(office: &mut Office, season: &Season<'_>, calendar: Calendar, state: PledgeState) -> Result<Vec<PledgeId>> {
    let mut statement = office.db().prepare_cached(
        "select g.id from pledge g join period p on p.id = g.period
         where p.year = ?1 and g.state = ?2 and p.kind = ?3 order by g.id",
    )?;
    let kind = match calendar {
        Calendar::Year => "year",
        Calendar::School => "school_year",
    };
    let found = statement.query_map(rusqlite::params![season.year, state, kind], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn chosen(ids: &[PledgeId]) -> PledgeChoice {
    PledgeChoice { ids: ids.to_vec(), query: None::<PledgeQuery>, unmasking: None }
}

/// Assesses them all with the grade of the whole at that place of the scale.
fn grade(
    office: &mut Office,
    ids: &[PledgeId],
    place: usize,
    (part, assessor, day): (ReviewPart, Assessor, NaiveDate),
) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let grades = pledges::year(office, PeriodsOf { year: day.year() })?.grades;
    let grade: Option<GradeId> =
        grades.iter().filter(|grade| grade.part == GradePart::Whole).nth(place).and_then(|grade| grade.id);
    let grade = grade.ok_or_else(|| Error::broken("sample", "the scale of pledges is too short"))?;
    let wish = PledgeAssess {
        pledges: chosen(ids),
        part,
        assessor,
        day: Some(day),
        grade: Some(grade),
        percent: None,
        note: String::new(),
        items: std::collections::BTreeMap::new(),
    };
    pledges::assess(office, wish).map(drop)
}
