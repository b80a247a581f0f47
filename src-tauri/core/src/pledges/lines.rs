//! The list of pledges, and one pledge whole.

use super::{
    Assessment, Confirmer, Content, GradeId, PledgeBlock, PledgeId, PledgeStage, PledgeState, Shortcoming,
    ShortcomingsAsked, assess, shortcomings,
};
use crate::{
    calendar::PartialDate,
    error::{Error, Result},
    id::MemberId,
    members::{self, Gender, UnmaskingId},
    office::Office,
    periods::{self, Period, PeriodId, PeriodKind},
    units::{BlocId, UnitId},
    vietnamese::fold,
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a list of pledges is ordered by; those of one place stand by name, the collective first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PledgeSort {
    /// Mã đơn vị, rồi tên.
    #[default]
    Unit,
    /// Tên.
    Name,
    /// Bước.
    State,
    /// Ngày xác nhận.
    ConfirmedOn,
}

impl PledgeSort {
    const fn code(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Name => "name",
            Self::State => "state",
            Self::ConfirmedOn => "confirmed_on",
        }
    }
}

/// Which pledges are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PledgeQuery {
    /// The year that their period is filed under.
    pub year: i32,
    /// Only of calendar years, or only of school years.
    pub kind: Option<PeriodKind>,
    /// Words of a name or of a unit, without marks.
    pub text: String,
    /// Only of these units; empty: of all.
    pub units: Vec<UnitId>,
    /// Only of this bloc.
    pub bloc: Option<BlocId>,
    /// Only of units of no bloc.
    pub without_bloc: bool,
    /// Only of women, or of men.
    pub gender: Option<Gender>,
    /// Only of Party members, or of others: needs leave to see restricted fields.
    pub party: Option<bool>,
    /// Only in these states; empty: in all.
    pub states: Vec<PledgeState>,
    /// Only of collectives, or only of people.
    pub collective: Option<bool>,
    /// Only with this step behind them.
    pub done: Option<PledgeStage>,
    /// Only without this step behind them.
    pub lacks: Option<PledgeStage>,
    /// Only reviewed in this half or quarter.
    pub review: Option<PeriodId>,
    /// Only with this grade at the end of the year.
    pub grade: Option<GradeId>,
    /// Only with shortcomings that are not mended, or overdue.
    pub shortcomings: Option<ShortcomingsAsked>,
    /// The order.
    pub sort: PledgeSort,
    /// Backwards.
    pub descending: bool,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgePageAsk {
    /// Which pledges.
    pub query: PledgeQuery,
    /// From this row on.
    pub offset: u32,
    /// So many rows; 200 at most.
    pub limit: u32,
    /// Leave to see restricted fields, from `members.unmask`.
    #[serde(default)]
    pub unmasking: Option<UnmaskingId>,
}

/// One page of pledges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgePage {
    /// How many match.
    pub total: u32,
    /// The page's rows.
    pub rows: Vec<PledgeLine>,
}

/// What is masked unless a screen asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeRestricted {
    /// Đảng viên, as on paper.
    pub party_member: Option<bool>,
    /// Chi bộ.
    pub party_cell: String,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeLine {
    /// Its key.
    pub id: PledgeId,
    /// Its year or school year.
    pub period: PeriodId,
    /// "Năm học 2023-2024".
    pub period_name: String,
    /// The year that it is filed under.
    pub year: i32,
    /// Whether that year is closed.
    pub closed: bool,
    /// Whose; none: the unit's as a collective.
    pub member: Option<MemberId>,
    /// The member's name, or the unit's.
    pub name: String,
    /// Giới tính.
    pub gender: Option<Gender>,
    /// Ngày sinh.
    pub birth: Option<PartialDate>,
    /// Chức vụ, as on paper.
    pub position: String,
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// Its name at the end of that year.
    pub unit_name: String,
    /// Its bloc then.
    pub bloc: Option<BlocId>,
    /// The bloc's name.
    pub bloc_name: String,
    /// What is promised.
    pub content: Content,
    /// How far it has come.
    pub state: PledgeState,
    /// Its label.
    pub state_label: String,
    /// When it came in.
    pub registered_on: Option<NaiveDate>,
    /// Who confirmed.
    pub confirmer: Option<Confirmer>,
    /// "Chi bộ", or name and post.
    pub confirmed_by: String,
    /// When.
    pub confirmed_on: Option<NaiveDate>,
    /// Where it is posted.
    pub posted_at: String,
    /// From which day.
    pub posted_from: Option<NaiveDate>,
    /// To which day; none: until taken down.
    pub posted_until: Option<NaiveDate>,
    /// Why it was returned or withdrawn.
    pub why: String,
    /// How much is done by the latest assessment, percent.
    pub percent: Option<i64>,
    /// The confirmer's grade at the end of the year.
    pub grade: String,
    /// How many shortcomings are to be mended; what they say is restricted.
    pub shortcomings: i64,
    /// How many of them are not mended.
    pub open: i64,
    /// How many of those are overdue.
    pub overdue: i64,
    /// What is masked unless asked for; none: masked.
    pub restricted: Option<PledgeRestricted>,
}

/// The most rows of one page.
const MOST: u32 = 200;

/// One page of the pledges that match.
pub fn page(office: &mut Office, ask: PledgePageAsk) -> Result<PledgePage> {
    let seen = members::may_see(office, ask.unmasking)?;
    let keys = matching(office, &ask.query, seen)?;
    let total = u32::try_from(keys.len()).unwrap_or(u32::MAX);
    let from = usize::try_from(ask.offset).unwrap_or(usize::MAX);
    let count = usize::try_from(ask.limit.min(MOST)).unwrap_or_default();
    let today = office.today();
    let rows =
        keys.into_iter().skip(from).take(count).map(|id| line(office.db(), id, today, seen)).collect::<Result<_>>()?;
    Ok(PledgePage { total, rows })
}

/// The tables that a list of pledges is read from.
const READS: &[&str] = &[
    "pledge",
    "pledge_assessment",
    "pledge_item",
    "pledge_grade",
    "pledge_shortcoming",
    "period",
    "unit",
    "unit_state",
    "bloc",
    "member",
];

/// The keys of all that match, in order. Asking for Party members by name needs leave.
pub(super) fn matching(office: &Office, query: &PledgeQuery, seen: bool) -> Result<Vec<PledgeId>> {
    if query.party.is_some() && !seen {
        return Err(Error::refused("party", "Danh sách theo đảng viên là thông tin hạn chế. Hãy bấm Hiện rồi mở lại."));
    }
    let today = office.today();
    let name = format!("pledges {today} {}", serde_json::to_string(query)?);
    let mut lists = office.lists().borrow_mut();
    let order = lists.order(&name, READS, |_| order(office.db(), query, today))?;
    Ok(order.iter().copied().map(PledgeId).collect())
}

fn order(db: &Connection, query: &PledgeQuery, today: NaiveDate) -> Result<Vec<i64>> {
    let json = |empty: bool, text: serde_json::Result<String>| -> Result<Option<String>> {
        Ok(if empty { None } else { Some(text?) })
    };
    let mut statement = db.prepare_cached(include_str!("order.sql"))?;
    let keys = statement.query_map(
        params![
            query.year,
            members::search_words(&query.text),
            fold(&query.text),
            json(query.units.is_empty(), serde_json::to_string(&query.units))?,
            query.bloc,
            query.gender,
            query.party,
            json(query.states.is_empty(), serde_json::to_string(&query.states))?,
            query.collective,
            query.done,
            query.lacks,
            query.review,
            query.grade,
            query.shortcomings,
            today,
            query.kind,
            query.sort.code(),
            query.without_bloc,
        ],
        |row| row.get(0),
    )?;
    let mut keys = keys.collect::<rusqlite::Result<Vec<i64>>>()?;
    if query.descending {
        keys.reverse();
    }
    Ok(keys)
}

/// One line.
pub(super) fn line(db: &Connection, id: PledgeId, today: NaiveDate, seen: bool) -> Result<PledgeLine> {
    db.prepare_cached(include_str!("line.sql"))?
        .query_row(params![id, today], |row| read(row, seen))
        .optional()?
        .ok_or_else(unknown)
}

/// What is said of a pledge that is not in the register.
pub(super) fn unknown() -> Error {
    Error::refused(
        "id",
        "Không tìm thấy bản cam kết này. Có thể bản vừa bị xóa hoặc hoàn tác, hãy chọn lại trong danh sách.",
    )
}

fn read(row: &Row<'_>, seen: bool) -> rusqlite::Result<PledgeLine> {
    let mut content = Content::new();
    for block in PledgeBlock::ALL {
        let text: String = row.get(block.code())?;
        if !text.is_empty() {
            content.insert(*block, text);
        }
    }
    let state: PledgeState = row.get("state")?;
    let restricted = if seen {
        Some(PledgeRestricted { party_member: row.get("party_member")?, party_cell: row.get("party_cell")? })
    } else {
        None
    };
    Ok(PledgeLine {
        id: row.get("id")?,
        period: row.get("period")?,
        period_name: row.get("period_name")?,
        year: row.get("year")?,
        closed: row.get("closed")?,
        member: row.get("member")?,
        name: row.get("name")?,
        gender: row.get("gender")?,
        birth: row.get("birth")?,
        position: row.get("position")?,
        unit: row.get("unit")?,
        unit_code: row.get("unit_code")?,
        unit_name: row.get("unit_name")?,
        bloc: row.get("bloc")?,
        bloc_name: row.get("bloc_name")?,
        content,
        state,
        state_label: state.label().to_owned(),
        registered_on: row.get("registered_on")?,
        confirmer: row.get("confirmer")?,
        confirmed_by: row.get("confirmed_by")?,
        confirmed_on: row.get("confirmed_on")?,
        posted_at: row.get("posted_at")?,
        posted_from: row.get("posted_from")?,
        posted_until: row.get("posted_until")?,
        why: row.get("why")?,
        percent: row.get("percent")?,
        grade: row.get("grade")?,
        shortcomings: row.get("shortcomings")?,
        open: row.get("open")?,
        overdue: row.get("overdue")?,
        restricted,
    })
}

/// One pledge is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeAsk {
    /// Which.
    pub id: PledgeId,
    /// Leave to see restricted fields.
    #[serde(default)]
    pub unmasking: Option<UnmaskingId>,
}

/// All that one pledge's page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PledgeRecord {
    /// As in the list.
    pub line: PledgeLine,
    /// The topic of its year; empty: not set.
    pub topic: String,
    /// What is to be mended; none: masked.
    pub shortcomings: Option<Vec<Shortcoming>>,
    /// How it was assessed, oldest period first.
    pub assessments: Vec<Assessment>,
    /// Its year, and the halves or quarters by which it may be assessed.
    pub periods: Vec<Period>,
}

/// One pledge whole.
pub fn get(office: &mut Office, ask: PledgeAsk) -> Result<PledgeRecord> {
    let seen = members::may_see(office, ask.unmasking)?;
    let today = office.today();
    let db = office.db();
    let line = line(db, ask.id, today, seen)?;
    let shortcomings = if seen { Some(shortcomings::of(db, ask.id, today)?) } else { None };
    let year = periods::get(db, line.period)?;
    let parts = periods::parts(db, line.period)?;
    let rhythm = assess::rhythm(db)?;
    let periods = std::iter::once(year).chain(parts.into_iter().filter(|part| rhythm.allows(part.kind))).collect();
    Ok(PledgeRecord {
        topic: super::topic_of(db, line.period)?,
        assessments: assess::of(db, ask.id)?,
        shortcomings,
        periods,
        line,
    })
}
