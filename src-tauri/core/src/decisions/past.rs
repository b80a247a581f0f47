//! Past decisions of any granting body, entered by hand or from a file: history, without a paper of ours.

use super::{
    Acted, Decision, DecisionId, Effect, Kind, Recipient, RecipientId, RecipientKind, State, draft, recipients, rules,
    store,
};
use crate::{
    error::{Error, Refusals, Result},
    money::Dong,
    office::{Office, Pen},
    vietnamese::{clean, fold, tone_place_key},
};
use chrono::{Datelike as _, NaiveDate};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A past decision as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PastDecision {
    /// The whole number as it stands on the paper: `115/QĐ-LĐLĐ`.
    pub number: String,
    /// The day of signing, as typed.
    pub signed_on: String,
    /// The year it counts in; none: that of the day.
    pub year: Option<i32>,
    /// Who decided.
    pub grantor: String,
    /// Trích yếu.
    pub summary: String,
    /// Who was given what.
    pub recipients: Vec<PastRecipient>,
}

/// One line of a past decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PastRecipient {
    /// A person or a collective.
    pub kind: Option<RecipientKind>,
    /// The member, when known.
    pub member: Option<i64>,
    /// The unit, when known.
    pub unit: Option<i64>,
    /// As printed then.
    pub name: String,
    /// As printed then.
    pub post: String,
    /// As printed then.
    pub unit_name: String,
    /// The award of the catalogue, when known.
    pub award: Option<i64>,
    /// The award as printed then.
    pub award_name: String,
    /// What for.
    pub reason: String,
    /// Money, đồng.
    pub amount: i64,
}

/// Records a past decision. Of one that is recorded already only those lines are taken that it does not have yet.
pub fn record(office: &mut Office, past: PastDecision) -> Result<Acted> {
    let db = office.db();
    let decision = checked(&past, office.today())?;
    let recorded = match known(db, &past)? {
        Some((id, State::Recorded)) => Some(id),
        Some((id, _)) if is_our_name(db, &decision.grantor)? => {
            let sentence = "do cơ quan ban hành, đã có trong sổ nên không ghi lại.";
            return Err(known_already(&store::get(db, id)?, sentence));
        }
        Some(_) | None => None,
    };
    let mut new = past.recipients;
    if let Some(id) = recorded {
        new = unknown(db, id, new)?;
        if new.is_empty() {
            let sentence = "đã ghi sổ rồi, với đủ những tên này. Hãy tìm nó trong sổ quyết định.";
            return Err(known_already(&store::get(db, id)?, sentence));
        }
    }
    office.act(super::RECORD, |pen| {
        let id = recorded.map_or_else(|| store::insert(pen, &decision), Ok)?;
        insert_lines(pen, id, &new)?;
        pen.detail(format!("{} dòng", new.len()));
        Ok(id)
    })
}

/// Whether a granting body is our office; nobody named means us.
fn is_our_name(db: &Connection, grantor: &str) -> Result<bool> {
    let mut statement = db.prepare_cached("select name from host")?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    let names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
    Ok(grantor.is_empty() || names.iter().any(|name| fold(name) == fold(grantor)))
}

/// The lines that a recorded decision does not have yet.
fn unknown(db: &Connection, id: DecisionId, lines: Vec<PastRecipient>) -> Result<Vec<PastRecipient>> {
    let mut new = Vec::new();
    for line in lines {
        if line_of(db, id, &line)?.is_none() {
            new.push(line);
        }
    }
    Ok(new)
}

fn known_already(decision: &Decision, sentence: &str) -> Error {
    let day = decision.signed_on.map(|day| day.format(" ngày %d/%m/%Y").to_string()).unwrap_or_default();
    let number = store::full_number(&decision.number, &decision.symbol);
    Error::refused("number", format!("Quyết định {number}{day} {sentence}"))
}

/// What would be refused of a past decision.
pub(crate) fn check(past: &PastDecision, today: NaiveDate) -> Result<()> {
    checked(past, today).map(|_| ())
}

/// What the register says of a past decision and of one of its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KnownDecision {
    /// Nothing.
    None,
    /// It was recorded, with or without this line.
    Recorded(DecisionId, Option<RecipientId>),
    /// Our office issued it, with or without this line.
    Issued(Option<RecipientId>),
}

/// Looks for a decision by number, day and grantor, and for a line of it by name, award and unit as printed.
pub(crate) fn known_line(db: &Connection, past: &PastDecision, line: &PastRecipient) -> Result<KnownDecision> {
    let Some((id, state)) = known(db, past)? else { return Ok(KnownDecision::None) };
    let found = line_of(db, id, line)?;
    Ok(match state {
        State::Issued => KnownDecision::Issued(found),
        State::Recorded | State::Ready | State::Draft => KnownDecision::Recorded(id, found),
    })
}

/// The line of a decision with that name, award and unit.
fn line_of(db: &Connection, id: DecisionId, line: &PastRecipient) -> Result<Option<RecipientId>> {
    let mut statement = db.prepare_cached(
        "select id, award_name, unit_name from recipient where decision = ?1 and same_key = ?2 and effect = 'grant'",
    )?;
    let lines = statement.query_map(params![id, tone_place_key(&clean(&line.name))], |row| {
        Ok((row.get::<_, RecipientId>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    })?;
    let lines = lines.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(lines
        .into_iter()
        .find(|(_, award, unit)| fold(award) == fold(&line.award_name) && fold(unit) == fold(&line.unit_name))
        .map(|(line, ..)| line))
}

fn known(db: &Connection, past: &PastDecision) -> Result<Option<(DecisionId, State)>> {
    let (number, symbol) = split(&clean(&past.number));
    let day = draft::day(&past.signed_on, NaiveDate::MAX)?;
    let mut statement = db.prepare_cached(
        "select id, state, grantor, symbol from decision
         where kind = 'award' and state in ('issued', 'recorded') and number = ?1
           and (signed_on = ?2 or ((?2 is null or signed_on is null) and year = ?3))
         order by id",
    )?;
    let rows = statement.query_map(params![number, day, past.year.or(day.map(|day| day.year()))], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
    })?;
    for row in rows {
        let (id, state, grantor, known_symbol): (DecisionId, State, String, String) = row?;
        let is_same_grantor =
            grantor.is_empty() || clean(&past.grantor).is_empty() || fold(&grantor) == fold(&past.grantor);
        if is_same_grantor && fold(&known_symbol) == fold(&symbol) {
            return Ok(Some((id, state)));
        }
    }
    Ok(None)
}

/// Records a past decision inside an importing act, or adds its lines to the one that is recorded. Answers the lines' keys.
pub(crate) fn record_in(pen: &Pen<'_>, past: &PastDecision) -> Result<Vec<RecipientId>> {
    let decision = checked(past, pen.today())?;
    let id = match known(pen, past)? {
        Some((id, State::Recorded)) => id,
        Some((_, State::Issued | State::Ready | State::Draft)) | None => store::insert(pen, &decision)?,
    };
    insert_lines(pen, id, &past.recipients)
}

fn checked(past: &PastDecision, today: NaiveDate) -> Result<Decision> {
    let mut wrong = Refusals::new();
    let signed_on = draft::day(&past.signed_on, today).unwrap_or_else(|_| {
        wrong.refuse("signed_on", "Ngày chưa đúng. Ví dụ: 05/09/2026.");
        None
    });
    if signed_on.is_some_and(|day| day > today) {
        wrong.refuse("signed_on", "Ngày ký không được sau hôm nay.");
    }
    let year = past.year.or(signed_on.map(|day| day.year()));
    if !year.is_some_and(|year| (1950..=2100).contains(&year)) {
        wrong.refuse("year", "Chưa ghi ngày ký hoặc năm của quyết định.");
    }
    if clean(&past.number).is_empty() {
        wrong.refuse("number", "Chưa ghi số quyết định. Ví dụ: 115/QĐ-LĐLĐ.");
    }
    if past.recipients.is_empty() {
        wrong.refuse("recipients", "Chưa ghi tập thể, cá nhân nào.");
    }
    for (line, at) in past.recipients.iter().zip(1..) {
        if clean(&line.name).is_empty() {
            wrong.refuse(&format!("recipients.{at}.name"), format!("Dòng {at} chưa có tên."));
        }
        if clean(&line.award_name).is_empty() {
            wrong.refuse(&format!("recipients.{at}.award_name"), format!("Dòng {at} chưa có hình thức khen thưởng."));
        }
        if line.amount < 0 {
            wrong.refuse(&format!("recipients.{at}.amount"), format!("Dòng {at}: số tiền không được âm."));
        }
    }
    let (number, symbol) = split(&clean(&past.number));
    wrong.or(Decision {
        id: DecisionId(0),
        kind: Kind::Award,
        state: State::Recorded,
        year: year.unwrap_or_default(),
        number,
        symbol,
        signed_on,
        summary: clean(&past.summary),
        citation: String::new(),
        signer_name: String::new(),
        signer_title: String::new(),
        signer_form: String::new(),
        money_source: String::new(),
        grantor: clean(&past.grantor),
        about: None,
        why: String::new(),
    })
}

/// `115/QĐ-LĐLĐ` taken apart; a number without a slash stays whole. The zero of `08` is the paper's, not the number's.
fn split(number: &str) -> (String, String) {
    number.split_once('/').map_or_else(
        || (number.to_owned(), String::new()),
        |(number, symbol)| {
            let plain = rules::number(number).unwrap_or_else(|_| number.trim().to_owned());
            (plain, symbol.trim().to_owned())
        },
    )
}

/// Writes lines after those that the decision has.
fn insert_lines(pen: &Pen<'_>, id: DecisionId, lines: &[PastRecipient]) -> Result<Vec<RecipientId>> {
    let first: i64 = pen
        .prepare_cached("select coalesce(max(position), 0) + 1 from recipient where decision = ?1")?
        .query_row([id], |row| row.get(0))?;
    let mut keys = Vec::new();
    for (past, position) in lines.iter().zip(first..) {
        keys.push(recipients::insert(
            pen,
            id,
            &Recipient {
                id: RecipientId(0),
                kind: past.kind.unwrap_or(RecipientKind::Individual),
                position,
                effect: Effect::Grant,
                replaces: None,
                member: past.member,
                unit: past.unit,
                honorific: String::new(),
                name: clean(&past.name),
                post: clean(&past.post),
                unit_name: clean(&past.unit_name),
                award: past.award,
                award_name: clean(&past.award_name),
                reason: clean(&past.reason),
                amount: Dong(past.amount),
                amount_fixed: true,
                amount_why: String::new(),
            },
        )?);
    }
    Ok(keys)
}
