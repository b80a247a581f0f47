//! A few decisions of the sample, so that its register, the overview and the award histories show life.

use crate::{
    decisions::{
        self, AddRecipients, DecisionId, EditDecision, NewDecision, NewRecipient, PastDecision, PastRecipient,
        RecipientKind, Which,
    },
    error::{Error, Result},
    office::Office,
};
use chrono::{Datelike as _, NaiveDate, TimeDelta};
use rusqlite::{Connection, params};

/// The certificate of merit that the office gives itself.
const CERTIFICATE: &str = "certificate_upper_union";

/// Two decisions that are issued, one that is being written, and one of last year. Their days follow today.
pub(super) fn give(office: &mut Office) -> Result<()> {
    let today = office.today();
    last_year(office, today)?;
    let year_end = Wording {
        number: "101",
        signed_on: Some(today - TimeDelta::days(25)),
        summary: "Về việc khen thưởng tập thể, cá nhân có thành tích xuất sắc trong công tác công đoàn",
        citation: "Đã có thành tích xuất sắc trong phong trào công nhân, viên chức, lao động và hoạt động công đoàn",
    };
    let officers = officers(office.db(), 12)?;
    let id = write(office, &year_end, collectives(office.db(), 0, 6)?.into_iter().chain(officers).collect())?;
    decisions::issue(office, Which { id })?;
    let teachers_day = Wording {
        number: "108",
        signed_on: Some(today - TimeDelta::days(6)),
        summary: "Về việc khen thưởng nhà giáo có thành tích trong phong trào thi đua “Dạy tốt, học tốt”",
        citation: "Đã có thành tích trong phong trào thi đua “Dạy tốt, học tốt”",
    };
    let teachers = teachers(office.db(), 10)?;
    let id = write(office, &teachers_day, teachers)?;
    decisions::issue(office, Which { id })?;
    let next = Wording {
        number: "",
        signed_on: None,
        summary: "Về việc khen thưởng phong trào “Giỏi việc nước, đảm việc nhà”",
        citation: "Đã có thành tích trong phong trào “Giỏi việc nước, đảm việc nhà”",
    };
    let women = women(office.db(), 5)?;
    write(office, &next, collectives(office.db(), 30, 3)?.into_iter().chain(women).collect())?;
    Ok(())
}

struct Wording {
    number: &'static str,
    signed_on: Option<NaiveDate>,
    summary: &'static str,
    citation: &'static str,
}

fn write(office: &mut Office, wording: &Wording, recipients: Vec<NewRecipient>) -> Result<DecisionId> {
    let year = wording.signed_on.unwrap_or_else(|| office.today()).year();
    let id = decisions::new(office, NewDecision { year })?.value;
    let edit = EditDecision {
        id: id.0,
        number: Some(wording.number.to_owned()),
        signed_on: wording.signed_on.map(|day| day.format("%d/%m/%Y").to_string()),
        summary: Some(wording.summary.to_owned()),
        citation: Some(wording.citation.to_owned()),
        ..EditDecision::default()
    };
    decisions::edit(office, edit)?;
    let award = Some(certificate(office.db())?);
    decisions::add(office, AddRecipients { id, award, recipients })?;
    Ok(id)
}

/// A decision of last year, entered from its paper.
fn last_year(office: &mut Office, today: NaiveDate) -> Result<()> {
    let day = NaiveDate::from_ymd_opt(today.year() - 1, 11, 18).unwrap_or(today);
    let award = certificate(office.db())?;
    let line = |new: NewRecipient| PastRecipient {
        kind: new.kind,
        unit: new.unit,
        award: Some(award),
        award_name: "Giấy khen".into(),
        amount: 1_400_000,
        ..PastRecipient::default()
    };
    let mut recipients: Vec<PastRecipient> = collectives(office.db(), 10, 4)?.into_iter().map(line).collect();
    for recipient in &mut recipients {
        recipient.name = office
            .db()
            .prepare_cached("select name from unit_state where unit = ?1 and until is null")?
            .query_row([recipient.unit], |row| row.get(0))?;
    }
    let past = PastDecision {
        number: "97/QĐ-LĐLĐ".into(),
        signed_on: day.format("%d/%m/%Y").to_string(),
        year: Some(day.year()),
        grantor: "Liên đoàn Lao động huyện Vân Trạch".into(),
        summary: "Về việc khen thưởng công đoàn cơ sở có thành tích trong công tác công đoàn".into(),
        recipients,
    };
    decisions::record(office, past).map(drop)
}

fn certificate(db: &Connection) -> Result<i64> {
    db.prepare_cached("select id from award where code = ?1")?
        .query_row([CERTIFICATE], |row| row.get(0))
        .map_err(|error| Error::broken("sample award", error))
}

fn collectives(db: &Connection, skip: i64, count: i64) -> Result<Vec<NewRecipient>> {
    let mut statement =
        db.prepare_cached("select id from unit where ended is null order by code limit ?2 offset ?1")?;
    let units = statement.query_map(params![skip, count], |row| {
        Ok(NewRecipient { kind: Some(RecipientKind::Collective), unit: row.get(0)?, ..NewRecipient::default() })
    })?;
    Ok(units.collect::<rusqlite::Result<_>>()?)
}

/// One who holds a post in the union, of as many units.
fn officers(db: &Connection, count: i64) -> Result<Vec<NewRecipient>> {
    people(
        db,
        "select min(m.id) from member m join unit u on u.id = m.unit
         where m.status = 'active' and m.gender is not null and m.union_position is not null and u.ended is null
         group by u.id order by u.code limit ?1",
        count,
    )
}

/// One teacher of as many schools.
fn teachers(db: &Connection, count: i64) -> Result<Vec<NewRecipient>> {
    people(
        db,
        "select max(m.id) from member m join unit u on u.id = m.unit
         join unit_state s on s.unit = u.id and s.until is null
         where m.status = 'active' and m.gender is not null and m.position like 'Giáo viên%'
           and s.kind in ('mam_non', 'tieu_hoc', 'thcs') and u.ended is null
         group by u.id order by u.code limit ?1",
        count,
    )
}

/// One woman of as many enterprises.
fn women(db: &Connection, count: i64) -> Result<Vec<NewRecipient>> {
    people(
        db,
        "select max(m.id) from member m join unit u on u.id = m.unit
         join unit_state s on s.unit = u.id and s.until is null
         where m.status = 'active' and m.gender = 'nu' and m.position is not null
           and s.kind in ('dn_nn', 'dn_nnn', 'dn_fdi') and u.ended is null
         group by u.id order by u.code limit ?1",
        count,
    )
}

fn people(db: &Connection, question: &'static str, count: i64) -> Result<Vec<NewRecipient>> {
    let mut statement = db.prepare_cached(question)?;
    let members =
        statement.query_map([count], |row| Ok(NewRecipient { member: row.get(0)?, ..NewRecipient::default() }))?;
    Ok(members.collect::<rusqlite::Result<_>>()?)
}
