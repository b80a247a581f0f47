//! The register of initiatives as a list.

use super::{
    InitiativeId, InitiativeKind, InitiativeLevel, InitiativeProblem, Obstacle, ProgrammeId, assess::Assessor, unknown,
};
use crate::{
    calendar::PartialDate,
    error::Result,
    members::Gender,
    money::Dong,
    office::Office,
    units::{BlocId, UnitId},
    vietnamese::{fold, text_key},
};
use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use ts_rs::TS;

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativeLine {
    /// Its key.
    pub id: InitiativeId,
    /// The year in which it was registered.
    pub year: i32,
    /// "SK-0001".
    pub code: String,
    /// Tên sáng kiến.
    pub title: String,
    /// The first author.
    pub author: String,
    /// The first author's gender.
    pub gender: Option<Gender>,
    /// All authors with their shares: "Lê Lan (80 %), Vũ Hà (20 %)".
    pub authors: String,
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// What it was called then.
    pub unit_name: String,
    /// Its bloc then.
    pub bloc: Option<BlocId>,
    /// The bloc's name.
    pub bloc_name: String,
    /// Lĩnh vực.
    pub field: String,
    /// Loại giải pháp.
    pub kind: Option<InitiativeKind>,
    /// Phạm vi áp dụng.
    pub scope: Option<InitiativeLevel>,
    /// Ngày áp dụng lần đầu.
    pub first_applied: Option<PartialDate>,
    /// Nơi áp dụng.
    pub place: String,
    /// Who recognised it.
    pub recognition: Option<InitiativeLevel>,
    /// Its label; empty: not recognised.
    pub recognition_label: String,
    /// Số quyết định công nhận.
    pub recognition_number: String,
    /// Ngày quyết định.
    pub recognised_on: Option<NaiveDate>,
    /// Cơ quan công nhận.
    pub recognised_by: String,
    /// Giá trị làm lợi, đồng a year.
    pub benefit: Dong,
    /// Hiệu quả không tính được bằng tiền.
    pub effect: String,
    /// The programme that it takes part in.
    pub programme: Option<ProgrammeId>,
    /// The programme's name.
    pub programme_name: String,
    /// When it was entered on the portal.
    pub portal_on: Option<NaiveDate>,
    /// The portal's code.
    pub portal_code: String,
    /// A trade secret.
    pub secret: bool,
    /// Ghi chú.
    pub note: String,
    /// Whether its programme counts it.
    pub counted: bool,
    /// What stands in its way.
    pub problems: Vec<InitiativeProblem>,
}

/// What the register is ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InitiativeSort {
    /// Mã.
    #[default]
    Code,
    /// Tên sáng kiến.
    Title,
    /// Đơn vị.
    Unit,
    /// Khối.
    Bloc,
    /// Lĩnh vực.
    Field,
    /// Ngày áp dụng.
    FirstApplied,
    /// Giá trị làm lợi.
    Benefit,
    /// Ngày nhập lên cổng.
    PortalOn,
}

/// Which initiatives are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InitiativeQuery {
    /// Registered in this year; none: in any.
    pub year: Option<i32>,
    /// Taking part in this programme.
    pub programme: Option<ProgrammeId>,
    /// Words of the code, the title or an author, without marks.
    pub text: String,
    /// Only of these units; empty: of all.
    pub units: Vec<UnitId>,
    /// Only of units of this bloc.
    pub bloc: Option<BlocId>,
    /// Only of units of no bloc.
    pub without_bloc: bool,
    /// True: those that their programme counts; false: those that take part and are not counted.
    pub counted: Option<bool>,
    /// Only those that this stands in the way of.
    pub obstacle: Option<Obstacle>,
    /// Only those whose first author is a woman.
    pub women: bool,
    /// True: entered on the portal; false: not yet.
    pub entered: Option<bool>,
    /// The order.
    pub sort: InitiativeSort,
    /// Backwards.
    pub descending: bool,
}

/// One page of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativePageAsk {
    /// Which initiatives.
    pub query: InitiativeQuery,
    /// From this row on.
    pub offset: u32,
    /// So many rows; 200 at most.
    pub limit: u32,
}

/// One page of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InitiativePage {
    /// How many match.
    pub total: u32,
    /// The page's rows.
    pub rows: Vec<InitiativeLine>,
}

/// A line with what machines need of it.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub line: InitiativeLine,
    pub authors: i64,
    pub shares: i64,
    pub bloc_no: Option<i64>,
    search: String,
    unit_key: Vec<u8>,
}

/// One page of the register.
pub fn page(office: &mut Office, ask: InitiativePageAsk) -> Result<InitiativePage> {
    let rows = matching(office, &ask.query)?;
    let take = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    Ok(InitiativePage {
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rows: rows.into_iter().skip(take(ask.offset)).take(take(ask.limit.min(200))).map(|row| row.line).collect(),
    })
}

/// One line.
pub(super) fn line(office: &Office, id: InitiativeId) -> Result<InitiativeLine> {
    let rows = matching(office, &InitiativeQuery::default())?;
    rows.into_iter().map(|row| row.line).find(|line| line.id == id).ok_or_else(unknown)
}

/// All initiatives that match, in order, checked against their programmes.
pub(super) fn matching(office: &Office, query: &InitiativeQuery) -> Result<Vec<Row>> {
    let mut assessor = Assessor::new(office)?;
    let wanted = fold(&query.text);
    let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for mut row in all(office, query)? {
        row.line.problems = assessor.problems(&row)?;
        row.line.counted = row.line.programme.is_some() && row.line.problems.is_empty();
        if matches(&row, query) && words.iter().all(|word| row.search.contains(word)) {
            found.push(row);
        }
    }
    if query.sort == InitiativeSort::Title || query.sort == InitiativeSort::Field {
        found.sort_by_cached_key(|row| {
            text_key(if query.sort == InitiativeSort::Title { &row.line.title } else { &row.line.field })
        });
    } else {
        found.sort_by(|one, other| compare(query.sort, one, other));
    }
    if query.descending {
        found.reverse();
    }
    Ok(found)
}

fn matches(row: &Row, query: &InitiativeQuery) -> bool {
    let line = &row.line;
    (query.units.is_empty() || query.units.contains(&line.unit))
        && query.bloc.is_none_or(|bloc| line.bloc == Some(bloc))
        && !(query.without_bloc && line.bloc.is_some())
        && query.counted.is_none_or(|counted| line.programme.is_some() && line.counted == counted)
        && query.obstacle.is_none_or(|kind| line.problems.iter().any(|problem| problem.kind == kind))
        && (!query.women || line.gender == Some(Gender::Nu))
        && query.entered.is_none_or(|entered| line.portal_on.is_some() == entered)
}

fn compare(sort: InitiativeSort, one: &Row, other: &Row) -> Ordering {
    let (a, b) = (&one.line, &other.line);
    match sort {
        InitiativeSort::Code | InitiativeSort::Title | InitiativeSort::Field => Ordering::Equal,
        InitiativeSort::Unit => one.unit_key.cmp(&other.unit_key),
        InitiativeSort::Bloc => (one.bloc_no.is_none(), one.bloc_no).cmp(&(other.bloc_no.is_none(), other.bloc_no)),
        InitiativeSort::FirstApplied => a.first_applied.cmp(&b.first_applied),
        InitiativeSort::Benefit => a.benefit.cmp(&b.benefit),
        InitiativeSort::PortalOn => a.portal_on.cmp(&b.portal_on),
    }
}

/// The register in the order of its codes, not yet checked.
fn all(office: &Office, query: &InitiativeQuery) -> Result<Vec<Row>> {
    let mut statement = office.db().prepare_cached(include_str!("lines.sql"))?;
    let rows = statement.query_map(
        named_params! { ":today": office.today(), ":year": query.year, ":programme": query.programme },
        read,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let recognition: Option<InitiativeLevel> = row.get("recognition")?;
    Ok(Row {
        authors: row.get("authors")?,
        shares: row.get("shares")?,
        bloc_no: row.get("bloc_no")?,
        search: row.get("search")?,
        unit_key: row.get("unit_key")?,
        line: InitiativeLine {
            id: row.get("id")?,
            year: row.get("year")?,
            code: row.get("code")?,
            title: row.get("title")?,
            author: row.get::<_, Option<String>>("author")?.unwrap_or_default(),
            gender: row.get("gender")?,
            authors: row.get::<_, Option<String>>("all_authors")?.unwrap_or_default(),
            unit: row.get("unit")?,
            unit_code: row.get("unit_code")?,
            unit_name: row.get("unit_name")?,
            bloc: row.get("bloc")?,
            bloc_name: row.get("bloc_name")?,
            field: row.get("field")?,
            kind: row.get("kind")?,
            scope: row.get("scope")?,
            first_applied: row.get("first_applied")?,
            place: row.get("place")?,
            recognition,
            recognition_label: recognition.map(|level| level.label().to_owned()).unwrap_or_default(),
            recognition_number: row.get("recognition_number")?,
            recognised_on: row.get("recognised_on")?,
            recognised_by: row.get("recognised_by")?,
            benefit: row.get("benefit")?,
            effect: row.get("effect")?,
            programme: row.get("programme")?,
            programme_name: row.get("programme_name")?,
            portal_on: row.get("portal_on")?,
            portal_code: row.get("portal_code")?,
            secret: row.get("secret")?,
            note: row.get("note")?,
            counted: false,
            problems: Vec::new(),
        },
    })
}
