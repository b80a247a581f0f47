//! The tables `member` and `membership`.

use super::{Beginning, Ending, MemberDraft, Status};
use crate::{
    error::{Error, Result},
    id::{MemberId, id, new_uid},
    office::Pen,
    units::UnitId,
    vietnamese::{fold, number_key, person_key, tone_place_key},
};
use chrono::NaiveDate;
use rusqlite::{
    Connection, OptionalExtension, Row, ToSql, params, params_from_iter,
    types::{ToSqlOutput, Value},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// A member's belonging to one unit for one span of days.
    MembershipId
);

/// One member of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Their key.
    pub id: MemberId,
    /// What is known of them.
    pub facts: MemberDraft,
    /// Where they stand.
    pub status: Status,
    /// Where they belong, or belonged last.
    pub unit: UnitId,
}

/// One span of belonging.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Membership {
    /// Its key.
    pub id: MembershipId,
    /// The unit.
    pub unit: UnitId,
    /// Its name on the last day of the span, or today.
    pub unit_name: String,
    /// Whether they took part or paused: `active` or `suspended`.
    pub state: Status,
    /// First day; none: as long as the office knows.
    pub since: Option<NaiveDate>,
    /// How it began.
    pub began: Beginning,
    /// By which decision or letter.
    pub began_by: String,
    /// Last day; none: still.
    pub until: Option<NaiveDate>,
    /// How it ended.
    pub ending: Option<Ending>,
    /// By which decision or letter.
    pub ended_by: String,
}

/// Where and since when a member belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining<'a> {
    /// The unit.
    pub unit: UnitId,
    /// First day; none: as long as the office knows.
    pub since: Option<NaiveDate>,
    /// How it begins.
    pub began: Beginning,
    /// By which decision or letter.
    pub document: &'a str,
}

/// Words and numbers by which a member is found.
fn search(facts: &MemberDraft) -> String {
    let numbers = [&facts.citizen_id, &facts.legacy_id, &facts.phone, &facts.member_code];
    let keys = numbers.into_iter().flatten().map(|number| number_key(number));
    std::iter::once(fold(&facts.full_name)).chain(keys).collect()
}

/// What a person knows of a member, as it is written down.
fn known(facts: &MemberDraft) -> Result<Vec<Column>> {
    columns([
        ("full_name", &facts.full_name),
        ("gender", &facts.gender),
        ("birth", &facts.birth),
        ("citizen_id", &facts.citizen_id),
        ("legacy_id", &facts.legacy_id),
        ("id_issue_date", &facts.id_issue_date),
        ("id_issue_place", &facts.id_issue_place),
        ("position", &facts.position),
        ("union_position", &facts.union_position),
        ("union_join", &facts.union_join),
        ("party_member", &facts.party_member),
        ("party_join", &facts.party_join),
        ("ethnicity", &facts.ethnicity),
        ("religion", &facts.religion),
        ("education", &facts.education),
        ("phone", &facts.phone),
        ("email", &facts.email),
        ("hometown", &facts.hometown),
        ("residence", &facts.residence),
        ("section", &facts.section),
        ("member_code", &facts.member_code),
        ("worker_type", &facts.worker_type),
        ("is_direct_labour", &facts.is_direct_labour),
        ("is_manager", &facts.is_manager),
        ("note", &facts.note),
    ])
}

/// The keys that are made of it, as the view `member_keys` makes them too.
fn keys(facts: &MemberDraft) -> Result<Vec<Column>> {
    columns([
        ("sort_key", &person_key(&facts.full_name)),
        ("same_key", &tone_place_key(&facts.full_name)),
        ("search", &search(facts)),
    ])
}

/// What keys are made of. To make them costs more than to write a cell that has no part in them.
const KEYED: [&str; 5] = ["full_name", "citizen_id", "legacy_id", "phone", "member_code"];

/// A column's name and what it holds.
type Column = (&'static str, Value);

fn columns<const N: usize>(columns: [(&'static str, &dyn ToSql); N]) -> Result<Vec<Column>> {
    let value = |fact: &dyn ToSql| {
        let fact = fact.to_sql()?;
        if let ToSqlOutput::Owned(fact) = fact {
            Ok(fact)
        } else if let ToSqlOutput::Borrowed(fact) = fact {
            fact.try_into().map_err(|error| Error::broken("member", error))
        } else {
            Err(Error::broken("member", "a fact that is no value of SQL"))
        }
    };
    columns.into_iter().map(|(name, fact)| Ok((name, value(fact)?))).collect()
}

/// Adds a member with where they belong.
pub fn insert(pen: &Pen<'_>, facts: &MemberDraft, joining: &Joining<'_>) -> Result<MemberId> {
    let columns = [known(facts)?, keys(facts)?].concat();
    let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let places = (4..columns.len() + 4).map(|place| format!("?{place}")).collect::<Vec<_>>().join(", ");
    let sql = format!("insert into member (uid, status, unit, {names}) values (?1, ?2, ?3, {places})");
    let (uid, status) = (new_uid(), Status::Active);
    let where_they_stand: [&dyn ToSql; 3] = [&uid, &status, &joining.unit];
    let values = where_they_stand.into_iter().chain(columns.iter().map(|(_, value)| value as &dyn ToSql));
    pen.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    let id = MemberId(pen.last_insert_rowid());
    begin(pen, id, joining, status)?;
    Ok(id)
}

/// Writes what has become known of a member. Only columns that differ are touched, so that an index over the others is not
/// written anew; a row that stays the same leaves no trace.
pub(super) fn update(pen: &Pen<'_>, id: MemberId, before: &MemberDraft, after: &MemberDraft) -> Result<()> {
    let mut changed = differing(known(after)?, &known(before)?);
    if changed.iter().any(|(name, _)| KEYED.contains(name)) {
        changed.extend(differing(keys(after)?, &keys(before)?));
    }
    if changed.is_empty() {
        return Ok(());
    }
    let sets = changed.iter().zip(2..).map(|((name, _), place)| format!("{name} = ?{place}")).collect::<Vec<_>>();
    let sql = format!("update member set {} where id = ?1", sets.join(", "));
    let values = std::iter::once(&id as &dyn ToSql).chain(changed.iter().map(|(_, value)| value as &dyn ToSql));
    pen.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

fn differing(new: Vec<Column>, old: &[Column]) -> Vec<Column> {
    new.into_iter().filter(|column| !old.contains(column)).collect()
}

/// Removes a member who was added by mistake, with their memberships.
pub(super) fn delete(pen: &Pen<'_>, id: MemberId) -> Result<()> {
    pen.execute("delete from not_same where one = ?1 or other = ?1", [id])?;
    pen.execute("delete from membership where member = ?1", [id])?;
    pen.execute("delete from member where id = ?1", [id])?;
    Ok(())
}

fn begin(pen: &Pen<'_>, member: MemberId, joining: &Joining<'_>, state: Status) -> Result<()> {
    pen.prepare_cached(
        "insert into membership (uid, member, unit, state, since, began, began_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![new_uid(), member, joining.unit, state, joining.since, joining.began, joining.document])?;
    Ok(())
}

/// Opens a membership; the one before has been ended.
pub(super) fn join(pen: &Pen<'_>, member: MemberId, joining: &Joining<'_>, state: Status) -> Result<()> {
    begin(pen, member, joining, state)?;
    stand(pen, member, state, joining.unit)
}

/// Where the member stands from now on.
pub(super) fn stand(pen: &Pen<'_>, member: MemberId, status: Status, unit: UnitId) -> Result<()> {
    pen.prepare_cached("update member set status = ?2, unit = ?3 where id = ?1")?
        .execute(params![member, status, unit])?;
    Ok(())
}

/// Ends the open membership.
pub(super) fn end(pen: &Pen<'_>, member: MemberId, until: NaiveDate, ending: Ending, document: &str) -> Result<()> {
    // who came only lately cannot have left before
    pen.prepare_cached(
        "update membership set until = max(?2, coalesce(since, ?2)), ending = ?3, ended_by = ?4
         where member = ?1 and until is null",
    )?
    .execute(params![member, until, ending, document])?;
    Ok(())
}

/// Ends the open membership and says where the member stands now.
pub(super) fn leave(
    pen: &Pen<'_>,
    member: &Member,
    until: NaiveDate,
    (ending, status): (Ending, Status),
    document: &str,
) -> Result<()> {
    end(pen, member.id, until, ending, document)?;
    stand(pen, member.id, status, member.unit)
}

/// Moves the memberships of one record to another; both open ones have been seen to.
pub(super) fn repoint(pen: &Pen<'_>, gone: MemberId, kept: MemberId) -> Result<()> {
    pen.execute("update membership set member = ?2 where member = ?1", params![gone, kept])?;
    Ok(())
}

/// The open membership: its key, unit and first day.
pub(super) fn open(db: &Connection, member: MemberId) -> Result<Option<(MembershipId, UnitId, Option<NaiveDate>)>> {
    let open = db
        .prepare_cached("select id, unit, since from membership where member = ?1 and until is null")?
        .query_row([member], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(open)
}

/// The last day of whoever belongs nowhere now.
pub(super) fn left(db: &Connection, member: MemberId) -> Result<Option<NaiveDate>> {
    let left = db
        .prepare_cached("select max(until) from membership where member = ?1")?
        .query_row([member], |row| row.get(0))?;
    Ok(left)
}

/// Those who belong to a unit and came to it only after that day, by name.
pub(super) fn came_after(db: &Connection, unit: UnitId, day: NaiveDate) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "select m.full_name from membership p join member m on m.id = p.member
         where p.unit = ?1 and p.since > ?2 and p.until is null order by m.sort_key, m.id",
    )?;
    let names = statement.query_map(params![unit, day], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn drop_membership(pen: &Pen<'_>, id: MembershipId) -> Result<()> {
    pen.execute("delete from membership where id = ?1", [id])?;
    Ok(())
}

/// A membership turns out to have begun earlier; none: nobody knows when.
pub(super) fn begin_earlier(pen: &Pen<'_>, id: MembershipId, since: Option<NaiveDate>) -> Result<()> {
    pen.execute("update membership set since = ?2 where id = ?1", params![id, since])?;
    Ok(())
}

/// Reads what is known from a row that names every column.
pub(super) fn facts(row: &Row<'_>) -> rusqlite::Result<MemberDraft> {
    Ok(MemberDraft {
        full_name: row.get("full_name")?,
        gender: row.get("gender")?,
        birth: row.get("birth")?,
        citizen_id: row.get("citizen_id")?,
        legacy_id: row.get("legacy_id")?,
        id_issue_date: row.get("id_issue_date")?,
        id_issue_place: row.get("id_issue_place")?,
        position: row.get("position")?,
        union_position: row.get("union_position")?,
        union_join: row.get("union_join")?,
        party_member: row.get("party_member")?,
        party_join: row.get("party_join")?,
        ethnicity: row.get("ethnicity")?,
        religion: row.get("religion")?,
        education: row.get("education")?,
        phone: row.get("phone")?,
        email: row.get("email")?,
        hometown: row.get("hometown")?,
        residence: row.get("residence")?,
        section: row.get("section")?,
        member_code: row.get("member_code")?,
        worker_type: row.get("worker_type")?,
        is_direct_labour: row.get("is_direct_labour")?,
        is_manager: row.get("is_manager")?,
        note: row.get("note")?,
    })
}

/// One member, by key.
pub fn member(db: &Connection, id: MemberId) -> Result<Member> {
    db.prepare_cached(include_str!("member.sql"))?
        .query_row([id], |row| {
            Ok(Member { id: row.get("id")?, facts: facts(row)?, status: row.get("status")?, unit: row.get("unit")? })
        })
        .optional()?
        .ok_or_else(unknown)
}

/// What is said of a member who is not in the register.
pub(super) fn unknown() -> Error {
    Error::refused("member", "Không tìm thấy đoàn viên này. Có thể hồ sơ vừa bị xóa hoặc gộp, hãy tìm lại theo tên.")
}

/// Every span of belonging, newest first.
pub(super) fn memberships(db: &Connection, member: MemberId, today: NaiveDate) -> Result<Vec<Membership>> {
    let mut statement = db.prepare_cached(
        "select p.id, p.unit, p.state, p.since, p.began, p.began_by, p.until, p.ending, p.ended_by,
                (select s.name from unit_state s
                 where s.unit = p.unit and (s.until is null or s.until >= coalesce(p.until, ?2))
                 order by s.until is null, s.until limit 1) as unit_name
         from membership p where p.member = ?1 order by p.until is not null, p.until desc, p.id desc",
    )?;
    let spans = statement.query_map(params![member, today], |row| {
        Ok(Membership {
            id: row.get("id")?,
            unit: row.get("unit")?,
            unit_name: row.get("unit_name")?,
            state: row.get("state")?,
            since: row.get("since")?,
            began: row.get("began")?,
            began_by: row.get("began_by")?,
            until: row.get("until")?,
            ending: row.get("ending")?,
            ended_by: row.get("ended_by")?,
        })
    })?;
    Ok(spans.collect::<rusqlite::Result<_>>()?)
}

/// Who belongs to a unit now, with their names, in the order of these.
pub fn named_of_unit(db: &Connection, unit: UnitId) -> Result<Vec<(MemberId, String)>> {
    let mut statement = db.prepare_cached(
        "select id, full_name from member where unit = ?1 and status in ('active', 'suspended') order by sort_key, id",
    )?;
    let members = statement.query_map([unit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(members.collect::<rusqlite::Result<_>>()?)
}

/// Those who belong to a unit now.
pub(super) fn of_unit(db: &Connection, unit: UnitId) -> Result<Vec<MemberId>> {
    let mut statement =
        db.prepare_cached("select id from member where unit = ?1 and status in ('active', 'suspended') order by id")?;
    let members = statement.query_map([unit], |row| row.get(0))?;
    Ok(members.collect::<rusqlite::Result<_>>()?)
}
