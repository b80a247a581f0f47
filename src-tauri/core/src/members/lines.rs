//! The list of members: any page of 250,000 is one look-up away.

use super::{
    Gender, Member, MemberDraft, Missing, Status, UnmaskingId, Warning, privacy,
    question::{self, Unmasked},
    rules, store,
};
use crate::{
    calendar::PartialDate,
    error::Result,
    id::MemberId,
    office::Office,
    units::{self, UnitId},
};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a list of members is ordered by. People of one place stand by name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MemberSort {
    /// Tên, rồi họ, rồi đệm.
    #[default]
    Name,
    /// Đơn vị, theo tên.
    Unit,
    /// Đơn vị, theo mã.
    UnitCode,
    /// Giới tính.
    Gender,
    /// Ngày sinh.
    Birth,
    /// Số CCCD.
    CitizenId,
    /// Số CMND cũ.
    LegacyId,
    /// Chức vụ.
    Position,
    /// Chức vụ công đoàn.
    UnionPosition,
    /// Ngày vào công đoàn.
    UnionJoin,
    /// Trình độ.
    Education,
    /// Điện thoại.
    Phone,
    /// Bộ phận, tổ.
    Section,
    /// Mã đoàn viên.
    MemberCode,
    /// Loại lao động.
    WorkerType,
    /// Quê quán.
    Hometown,
    /// Nơi ở.
    Residence,
    /// Trạng thái.
    Status,
    /// Ghi chú.
    Note,
}

/// Which members are asked for, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct MemberQuery {
    /// Words of the name, or figures of an ID, telephone or member code; without marks.
    pub text: String,
    /// Only of these units; empty: of all.
    pub units: Vec<UnitId>,
    /// With the units under them.
    pub with_units_below: bool,
    /// Only with these statuses; empty: of all.
    pub statuses: Vec<Status>,
    /// Only of this gender.
    pub gender: Option<Gender>,
    /// Only born in this year or later.
    pub born_from: Option<i32>,
    /// Only born in this year or earlier.
    pub born_to: Option<i32>,
    /// Only those who lack one of these.
    pub missing: Vec<Missing>,
    /// Only those who hold a post in the union (other than "Đoàn viên").
    pub officers: bool,
    /// As of this day; none: as they stand now.
    pub as_of: Option<NaiveDate>,
    /// The order.
    pub sort: MemberSort,
    /// Backwards; blanks stay last.
    pub descending: bool,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberPageAsk {
    /// Which members.
    pub query: MemberQuery,
    /// From this row on.
    pub offset: u32,
    /// So many rows; 200 at most.
    pub limit: u32,
    /// Leave to see restricted fields, from `members.unmask`.
    #[serde(default)]
    pub unmasking: Option<UnmaskingId>,
}

/// One page of members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberPage {
    /// How many match.
    pub total: u32,
    /// The page's rows.
    pub rows: Vec<MemberLine>,
}

/// Fields that are masked unless a screen asks for them (domain: political, ethnic and religious data).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestrictedFields {
    /// Đảng viên.
    pub party_member: Option<bool>,
    /// Ngày vào Đảng.
    pub party_join: Option<PartialDate>,
    /// Dân tộc.
    pub ethnicity: Option<String>,
    /// Tôn giáo.
    pub religion: Option<String>,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberLine {
    /// Their key.
    pub id: MemberId,
    /// Họ và tên.
    pub full_name: String,
    /// Giới tính.
    pub gender: Option<Gender>,
    /// Ngày sinh.
    pub birth: Option<PartialDate>,
    /// Số CCCD.
    pub citizen_id: Option<String>,
    /// Số CMND cũ.
    pub legacy_id: Option<String>,
    /// Ngày cấp.
    pub id_issue_date: Option<PartialDate>,
    /// Nơi cấp.
    pub id_issue_place: Option<String>,
    /// Chức vụ.
    pub position: Option<String>,
    /// Chức vụ công đoàn.
    pub union_position: Option<String>,
    /// Ngày vào công đoàn.
    pub union_join: Option<PartialDate>,
    /// Trình độ.
    pub education: Option<String>,
    /// Điện thoại.
    pub phone: Option<String>,
    /// Thư điện tử.
    pub email: Option<String>,
    /// Quê quán.
    pub hometown: Option<String>,
    /// Nơi ở.
    pub residence: Option<String>,
    /// Bộ phận, tổ.
    pub section: Option<String>,
    /// Mã đoàn viên.
    pub member_code: Option<String>,
    /// Loại lao động.
    pub worker_type: Option<String>,
    /// Lao động trực tiếp.
    pub is_direct_labour: Option<bool>,
    /// Lãnh đạo, quản lý.
    pub is_manager: Option<bool>,
    /// Ghi chú.
    pub note: Option<String>,
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// Its name, on the asked day or today.
    pub unit_name: String,
    /// Trạng thái.
    pub status: Status,
    /// Its label.
    pub status_label: String,
    /// What is masked unless asked for; none: masked.
    pub restricted: Option<RestrictedFields>,
    /// Whether restricted fields are masked here.
    pub masked: bool,
    /// What is worth a look.
    pub warnings: Vec<Warning>,
}

/// The most rows of one page.
const MOST: u32 = 200;

/// One page of the members that match.
pub fn page(office: &mut Office, ask: MemberPageAsk) -> Result<MemberPage> {
    let seen = privacy::unmasked(office, ask.unmasking)?;
    let (total, keys) = with_order(office, &ask.query, |order| {
        let from = usize::try_from(ask.offset).unwrap_or(usize::MAX).min(order.len());
        let count = usize::try_from(ask.limit.min(MOST)).unwrap_or_default();
        (order.len(), order.iter().skip(from).take(count).copied().map(MemberId).collect::<Vec<_>>())
    })?;
    let mut reader = LineReader::new(office, ask.query.as_of, seen);
    let rows = keys.into_iter().map(|id| reader.line(id)).collect::<Result<_>>()?;
    Ok(MemberPage { total: u32::try_from(total).unwrap_or(u32::MAX), rows })
}

/// The tables that a list of members is read from.
const READS: &[&str] = &["member", "membership", "unit", "unit_state"];
/// The remembered order of everybody by name.
const BY_NAME: &str = "members by name";

/// Does something with the keys of all that match, in order. They are remembered until the next change.
fn with_order<T>(office: &Office, query: &MemberQuery, take: impl FnOnce(&[i64]) -> T) -> Result<T> {
    let name = format!("members {} {}", office.today(), serde_json::to_string(query)?);
    let mut lists = office.lists().borrow_mut();
    let order = lists.order(&name, READS, |lists| {
        question::order(office.db(), query, office.today(), || {
            lists.order(BY_NAME, READS, |_| question::by_name(office.db()))
        })
    })?;
    Ok(take(order))
}

/// The keys of all that match, in order: for papers and for what is done to many.
pub fn matching(office: &Office, query: &MemberQuery) -> Result<Vec<MemberId>> {
    with_order(office, query, |order| order.iter().copied().map(MemberId).collect())
}

/// The lines of given members, in the given order; restricted fields stay masked. Without a day units have their last name.
pub fn lines_of(db: &Connection, members: &[MemberId], as_of: Option<NaiveDate>) -> Result<Vec<MemberLine>> {
    let mut reader = LineReader { db, as_of, named_on: as_of, seen: Unmasked::No, units: BTreeMap::new() };
    members.iter().map(|id| reader.line(*id)).collect()
}

/// Some members as lists of that day, or of today, show them; with their restricted fields when that leave holds.
pub fn seen_lines(
    office: &Office,
    members: &[MemberId],
    as_of: Option<NaiveDate>,
    leave: Option<UnmaskingId>,
) -> Result<Vec<MemberLine>> {
    let mut reader = LineReader::new(office, as_of, privacy::unmasked(office, leave)?);
    members.iter().map(|id| reader.line(*id)).collect()
}

/// Reads lines and remembers the names of units meanwhile.
pub(super) struct LineReader<'a> {
    db: &'a Connection,
    as_of: Option<NaiveDate>,
    named_on: Option<NaiveDate>,
    seen: Unmasked,
    units: BTreeMap<UnitId, (String, String)>,
}

impl<'a> LineReader<'a> {
    /// Units are called as they are on the asked day, or today.
    pub fn new(office: &'a Office, as_of: Option<NaiveDate>, seen: Unmasked) -> Self {
        let named_on = Some(as_of.unwrap_or_else(|| office.today()));
        Self { db: office.db(), as_of, named_on, seen, units: BTreeMap::new() }
    }

    pub fn line(&mut self, id: MemberId) -> Result<MemberLine> {
        let mut member = store::member(self.db, id)?;
        if let Some((unit, state)) = self.belonged(id)? {
            (member.unit, member.status) = (unit, state);
        }
        let (unit_code, unit_name) = self.unit(member.unit)?;
        Ok(line(member, unit_code, unit_name, self.seen))
    }

    /// Where the member belonged on the asked day: of two stays on one day, the one that lasted longer.
    fn belonged(&self, id: MemberId) -> Result<Option<(UnitId, Status)>> {
        let Some(day) = self.as_of else { return Ok(None) };
        let belonged = self
            .db
            .prepare_cached(
                "select unit, state from membership
                 where member = ?1 and (since is null or since <= ?2) and (until is null or until >= ?2)
                 order by coalesce(until, '9999') desc, id desc limit 1",
            )?
            .query_row(params![id, day], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(belonged)
    }

    fn unit(&mut self, id: UnitId) -> Result<(String, String)> {
        if let Some(known) = self.units.get(&id) {
            return Ok(known.clone());
        }
        let code = units::unit(self.db, id)?.map(|unit| unit.code).unwrap_or_default();
        let name = match self.named_on {
            None => units::last_state(self.db, id)?.name,
            Some(day) => units::name_on(self.db, id, day)?.unwrap_or_default(),
        };
        self.units.insert(id, (code.clone(), name.clone()));
        Ok((code, name))
    }
}

fn line(member: Member, unit_code: String, unit_name: String, seen: Unmasked) -> MemberLine {
    let warnings = rules::warnings(&member.facts);
    let Member { id, facts, status, unit } = member;
    let MemberDraft { party_member, party_join, ethnicity, religion, .. } = facts;
    let restricted = match seen {
        Unmasked::Yes => Some(RestrictedFields { party_member, party_join, ethnicity, religion }),
        Unmasked::No => None,
    };
    MemberLine {
        id,
        full_name: facts.full_name,
        gender: facts.gender,
        birth: facts.birth,
        citizen_id: facts.citizen_id,
        legacy_id: facts.legacy_id,
        id_issue_date: facts.id_issue_date,
        id_issue_place: facts.id_issue_place,
        position: facts.position,
        union_position: facts.union_position,
        union_join: facts.union_join,
        education: facts.education,
        phone: facts.phone,
        email: facts.email,
        hometown: facts.hometown,
        residence: facts.residence,
        section: facts.section,
        member_code: facts.member_code,
        worker_type: facts.worker_type,
        is_direct_labour: facts.is_direct_labour,
        is_manager: facts.is_manager,
        note: facts.note,
        unit,
        unit_code,
        unit_name,
        status,
        status_label: status.label().to_owned(),
        masked: restricted.is_none(),
        restricted,
        warnings,
    }
}

/// How many members lack something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingCount {
    /// What.
    pub what: Missing,
    /// "Chưa có ngày sinh".
    pub label: String,
    /// How many of those who belong now.
    pub count: u32,
}

/// The figures of the overview about members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberCounts {
    /// Those who belong now.
    pub members: u32,
    /// Women among them.
    pub women: u32,
    /// Those who paused.
    pub suspended: u32,
    /// Those who left.
    pub left: u32,
    /// What is missing among those who belong now.
    pub missing: Vec<MissingCount>,
}

/// Counts for the overview, remembered until a member changes.
pub fn counts(office: &mut Office, (): ()) -> Result<MemberCounts> {
    let mut lists = office.lists().borrow_mut();
    let counts = lists.order("member counts", &["member"], |_| question::counts(office.db()))?;
    let mut counts = counts.iter().map(|count| u32::try_from(*count).unwrap_or(u32::MAX));
    let mut next = || counts.next().unwrap_or_default();
    let [members, women, suspended, left] = std::array::from_fn(|_| next());
    let count = |what: &Missing| MissingCount { what: *what, label: what.label().to_owned(), count: next() };
    Ok(MemberCounts { members, women, suspended, left, missing: Missing::ALL.iter().map(count).collect() })
}
