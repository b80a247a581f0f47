//! Lists of units, as of a day.

use super::{BlocId, Calendar, Level, Sector, UnitEnding, UnitId, UnitKind};
use crate::{calendar::PartialDate, error::Result, office::Office, vietnamese::fold};
use chrono::NaiveDate;
use rusqlite::{Connection, Params, params};
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, collections::BTreeMap};
use ts_rs::TS;

/// One line of a list of units, as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitLine {
    /// Its key.
    pub id: UnitId,
    /// "VT02".
    pub code: String,
    /// Its name on that day.
    pub name: String,
    /// Cấp.
    pub level: Level,
    /// Loại hình.
    pub kind: UnitKind,
    /// Its label.
    pub kind_label: String,
    /// Khu vực.
    pub sector: Sector,
    /// Its label.
    pub sector_label: String,
    /// Năm hay năm học.
    pub calendar: Calendar,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// Its bloc.
    pub bloc: Option<BlocId>,
    /// The bloc's number.
    pub bloc_no: Option<i64>,
    /// The bloc's name.
    pub bloc_name: String,
    /// Who is its chair.
    pub chair: String,
    /// Its telephone.
    pub phone: String,
    /// Where it is.
    pub address: String,
    /// Since when it exists.
    pub established: Option<PartialDate>,
    /// From this day on it is no more.
    pub ended: Option<NaiveDate>,
    /// How it ended.
    pub ending: Option<UnitEnding>,
    /// How many members it has on that day.
    pub members: i64,
    /// How many of them are women.
    pub women: i64,
    #[serde(skip)]
    pub(super) search: String,
    #[serde(skip)]
    sort_key: Vec<u8>,
}

/// What a list of units is ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnitSort {
    /// Mã.
    #[default]
    Code,
    /// Tên.
    Name,
    /// Khối.
    Bloc,
    /// Loại hình.
    Kind,
    /// Khu vực.
    Sector,
    /// Số đoàn viên.
    Members,
    /// Số nữ.
    Women,
    /// Ngày thành lập.
    Established,
}

/// Which units are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct UnitQuery {
    /// As of this day; none: today.
    pub as_of: Option<NaiveDate>,
    /// Only these; empty: all.
    pub units: Vec<UnitId>,
    /// Words of the name or the code, without marks.
    pub text: String,
    /// Only of this bloc.
    pub bloc: Option<BlocId>,
    /// Only of this kind.
    pub kind: Option<UnitKind>,
    /// Only of this sector.
    pub sector: Option<Sector>,
    /// Only of this level.
    pub level: Option<Level>,
    /// Only right under this unit.
    pub parent: Option<UnitId>,
    /// True: living ones; false: ended ones; none: both.
    pub living: Option<bool>,
    /// The order.
    pub sort: UnitSort,
    /// Backwards.
    pub descending: bool,
}

/// A list of units with its totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitPage {
    /// How many units.
    pub total: i64,
    /// Members of them all.
    pub members: i64,
    /// Women among them.
    pub women: i64,
    /// Every line.
    pub rows: Vec<UnitLine>,
}

/// One line of the tree, depth first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitTreeLine {
    /// 0: directly under our office.
    pub depth: u32,
    /// The unit.
    pub line: UnitLine,
}

/// Units, as of a day.
pub fn list(office: &mut Office, query: UnitQuery) -> Result<UnitPage> {
    let day = query.as_of.unwrap_or_else(|| office.today());
    let words: Vec<String> = fold(&query.text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let mut rows = all(office, day)?;
    rows.retain(|line| {
        let living = line.ended.is_none_or(|ended| ended > day);
        (query.units.is_empty() || query.units.contains(&line.id))
            && query.bloc.is_none_or(|bloc| line.bloc == Some(bloc))
            && query.kind.is_none_or(|kind| line.kind == kind)
            && query.sector.is_none_or(|sector| line.sector == sector)
            && query.level.is_none_or(|level| line.level == level)
            && query.parent.is_none_or(|parent| line.parent == Some(parent))
            && query.living.is_none_or(|wanted| wanted == living)
            && words.iter().all(|word| line.search.contains(word.as_str()))
    });
    rows.sort_by(|a, b| {
        let order = compare(query.sort, a, b).then_with(|| a.code.cmp(&b.code)).then_with(|| a.id.cmp(&b.id));
        if query.descending { order.reverse() } else { order }
    });
    Ok(UnitPage {
        total: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        members: rows.iter().map(|line| line.members).sum(),
        women: rows.iter().map(|line| line.women).sum(),
        rows,
    })
}

fn compare(sort: UnitSort, a: &UnitLine, b: &UnitLine) -> Ordering {
    match sort {
        UnitSort::Code => Ordering::Equal,
        UnitSort::Name => a.sort_key.cmp(&b.sort_key),
        UnitSort::Bloc => (a.bloc_no.is_none(), a.bloc_no).cmp(&(b.bloc_no.is_none(), b.bloc_no)),
        UnitSort::Kind => a.kind.cmp(&b.kind),
        UnitSort::Sector => a.sector.cmp(&b.sector),
        UnitSort::Members => a.members.cmp(&b.members),
        UnitSort::Women => a.women.cmp(&b.women),
        UnitSort::Established => {
            (a.established.is_none(), a.established).cmp(&(b.established.is_none(), b.established))
        }
    }
}

/// Living units as a tree, in the order of their codes.
pub fn tree(office: &mut Office, query: UnitQuery) -> Result<Vec<UnitTreeLine>> {
    let rows = list(office, UnitQuery { living: query.living.or(Some(true)), ..query })?.rows;
    let known: Vec<UnitId> = rows.iter().map(|line| line.id).collect();
    let mut under: BTreeMap<Option<UnitId>, Vec<UnitLine>> = BTreeMap::new();
    for line in rows {
        // a unit whose parent was filtered away still has to be seen
        let parent = line.parent.filter(|parent| known.contains(parent));
        under.entry(parent).or_default().push(line);
    }
    let mut tree = Vec::new();
    descend(&mut under, None, 0, &mut tree);
    Ok(tree)
}

fn descend(
    under: &mut BTreeMap<Option<UnitId>, Vec<UnitLine>>,
    parent: Option<UnitId>,
    depth: u32,
    tree: &mut Vec<UnitTreeLine>,
) {
    for line in under.remove(&parent).unwrap_or_default() {
        let id = line.id;
        tree.push(UnitTreeLine { depth, line });
        descend(under, Some(id), depth + 1, tree);
    }
}

/// Members and women of one unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitCounts {
    /// Members.
    pub members: i64,
    /// Women among them.
    pub women: i64,
}

/// Members and women by unit on that day. Today's are a walk through the register, remembered until a member changes; another
/// day's are counted from the memberships, one for each member.
fn counts(office: &Office, day: NaiveDate) -> Result<BTreeMap<UnitId, UnitCounts>> {
    if day != office.today() {
        return Ok(by_unit(&read_counts(office.db(), include_str!("counts_on.sql"), [day])?));
    }
    let mut lists = office.lists().borrow_mut();
    let flat = lists.order("members by unit", &["member"], |_| {
        let sql = "select unit, count(*), coalesce(sum(gender = 'nu'), 0) from member
                   where status in ('active', 'suspended') group by unit";
        read_counts(office.db(), sql, [])
    })?;
    Ok(by_unit(flat))
}

/// Three numbers for each unit: its key, its members, the women among them.
fn read_counts(db: &Connection, sql: &str, of: impl Params) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(sql)?;
    let threes = statement.query_map(of, |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?;
    Ok(threes.collect::<rusqlite::Result<Vec<[i64; 3]>>>()?.into_flattened())
}

fn by_unit(flat: &[i64]) -> BTreeMap<UnitId, UnitCounts> {
    let (threes, _) = flat.as_chunks();
    threes.iter().map(|&[unit, members, women]| (UnitId(unit), UnitCounts { members, women })).collect()
}

/// Every unit that had been established by that day, as it was then; in the order of the codes.
pub(super) fn all(office: &Office, day: NaiveDate) -> Result<Vec<UnitLine>> {
    let counts = counts(office, day)?;
    let mut statement = office.db().prepare_cached(
        "select u.id, u.code, u.established, u.ended, u.ending,
                s.name, s.search, s.sort_key, s.level, s.kind, s.sector, s.calendar, s.parent, s.bloc, s.phone, s.address,
                b.no as bloc_no, coalesce(b.name, '') as bloc_name,
                coalesce((select o.name from unit_officer o
                          where o.unit = u.id and o.post = 'Chủ tịch' and (o.since is null or o.since <= ?1)
                            and (o.until is null or o.until >= ?1) order by o.since desc, o.id desc limit 1), '') as chair
         from unit u
         join unit_state s on s.id = (
           select x.id from unit_state x where x.unit = u.id and (x.until is null or x.until >= ?1)
           order by x.until is null, x.until limit 1)
         left join bloc b on b.id = s.bloc
         where u.established is null or u.established <= ?1
         order by u.code, u.id",
    )?;
    let lines = statement.query_map(params![day], |row| line(row, &counts))?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

fn line(row: &rusqlite::Row<'_>, counts: &BTreeMap<UnitId, UnitCounts>) -> rusqlite::Result<UnitLine> {
    let id = row.get("id")?;
    let code: String = row.get("code")?;
    let (kind, sector): (UnitKind, Sector) = (row.get("kind")?, row.get("sector")?);
    let count = counts.get(&id).copied().unwrap_or_default();
    Ok(UnitLine {
        id,
        name: row.get("name")?,
        level: row.get("level")?,
        kind,
        kind_label: kind.label().to_owned(),
        sector,
        sector_label: sector.label().to_owned(),
        calendar: row.get("calendar")?,
        parent: row.get("parent")?,
        bloc: row.get("bloc")?,
        bloc_no: row.get("bloc_no")?,
        bloc_name: row.get("bloc_name")?,
        chair: row.get("chair")?,
        phone: row.get("phone")?,
        address: row.get("address")?,
        established: row.get("established")?,
        ended: row.get("ended")?,
        ending: row.get("ending")?,
        members: count.members,
        women: count.women,
        search: format!("{} {}", row.get::<_, String>("search")?, fold(&code)),
        sort_key: row.get("sort_key")?,
        code,
    })
}
