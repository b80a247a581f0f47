//! The list of a decision: taking people and collectives from the register or typing them in, their money and their order.

use super::{
    Acted, Decision, DecisionId, Effect, Kind, Recipient, RecipientId, RecipientKind, draft::open_for_edit, money,
    named, store,
};
use crate::{
    error::{Error, Result},
    id::{MemberId, new_uid},
    money::Dong,
    office::{Done, Office, Pen},
    vietnamese::{clean, tone_place_key},
};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const COLUMNS: &str = "id, kind, position, effect, replaces, member, unit, honorific, name, post, unit_name, award, \
     award_name, reason, amount, amount_fixed, amount_why";

fn recipient(row: &Row<'_>) -> rusqlite::Result<Recipient> {
    Ok(Recipient {
        id: row.get("id")?,
        kind: row.get("kind")?,
        position: row.get("position")?,
        effect: row.get("effect")?,
        replaces: row.get("replaces")?,
        member: row.get("member")?,
        unit: row.get("unit")?,
        honorific: row.get("honorific")?,
        name: row.get("name")?,
        post: row.get("post")?,
        unit_name: row.get("unit_name")?,
        award: row.get("award")?,
        award_name: row.get("award_name")?,
        reason: row.get("reason")?,
        amount: row.get("amount")?,
        amount_fixed: row.get("amount_fixed")?,
        amount_why: row.get("amount_why")?,
    })
}

/// The list: collectives first, then people, each in its order.
pub(super) fn of(db: &Connection, decision: DecisionId) -> Result<Vec<Recipient>> {
    let mut statement = db.prepare_cached(&format!(
        "select {COLUMNS} from recipient where decision = ?1 order by kind = 'individual', position, id"
    ))?;
    let recipients = statement.query_map([decision], recipient)?;
    Ok(recipients.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn get(db: &Connection, id: RecipientId) -> Result<Recipient> {
    Ok(db.prepare_cached(&format!("select {COLUMNS} from recipient where id = ?1"))?.query_row([id], recipient)?)
}

pub(super) fn insert(pen: &Pen<'_>, decision: DecisionId, line: &Recipient) -> Result<RecipientId> {
    pen.prepare_cached(
        "insert into recipient (uid, decision, kind, position, effect, replaces, member, unit, honorific, name, same_key,
           post, unit_name, award, award_name, reason, amount, amount_fixed, amount_why)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
    )?
    .execute(params![
        new_uid(),
        decision,
        line.kind,
        line.position,
        line.effect,
        line.replaces,
        line.member,
        line.unit,
        line.honorific,
        line.name,
        tone_place_key(&line.name),
        line.post,
        line.unit_name,
        line.award,
        line.award_name,
        line.reason,
        line.amount,
        line.amount_fixed,
        line.amount_why,
    ])?;
    Ok(RecipientId(pen.last_insert_rowid()))
}

pub(super) fn update(pen: &Pen<'_>, line: &Recipient) -> Result<()> {
    pen.prepare_cached(
        "update recipient set position = ?2, honorific = ?3, name = ?4, same_key = ?5, post = ?6, unit_name = ?7,
           award = ?8, award_name = ?9, reason = ?10, amount = ?11, amount_fixed = ?12, amount_why = ?13
         where id = ?1",
    )?
    .execute(params![
        line.id,
        line.position,
        line.honorific,
        line.name,
        tone_place_key(&line.name),
        line.post,
        line.unit_name,
        line.award,
        line.award_name,
        line.reason,
        line.amount,
        line.amount_fixed,
        line.amount_why,
    ])?;
    Ok(())
}

/// The same line for another decision: money is computed anew.
pub(super) fn copied(line: Recipient) -> Recipient {
    Recipient {
        effect: Effect::Grant,
        replaces: None,
        amount: Dong(0),
        amount_fixed: false,
        amount_why: String::new(),
        ..line
    }
}

/// What follows the day of signing: how the awards are called, and the money of lines whose amount the clerk has not typed.
/// A correction keeps what it corrects: its award was given on another day.
pub(super) fn follow_day(pen: &Pen<'_>, decision: &Decision) -> Result<()> {
    let day = decision.signed_on.unwrap_or_else(|| pen.today());
    for line in of(pen, decision.id)?.into_iter().filter(|line| line.effect == Effect::Grant) {
        let mut now = line.clone();
        if line.award.is_some() {
            now.award_name = named::award(pen, line.award, day)?;
        }
        if !line.amount_fixed {
            now.amount = worth(pen, decision, &line)?;
        }
        if now != line {
            update(pen, &now)?;
        }
    }
    Ok(())
}

/// The day whose figures price a line; that of a correction is the day of the decision that its award was given by.
pub(super) fn priced_on(db: &Connection, decision: &Decision, line: &Recipient) -> Result<Option<NaiveDate>> {
    match line.effect {
        Effect::Grant | Effect::Withdraw => Ok(decision.signed_on),
        Effect::Correct => Ok(store::began(db, decision)?.signed_on),
    }
}

pub(super) fn worth(db: &Connection, decision: &Decision, line: &Recipient) -> Result<Dong> {
    match (line.award, priced_on(db, decision, line)?) {
        (Some(award), Some(day)) if line.effect != Effect::Withdraw => {
            Ok(money::worth(db, award, line.kind, day)?.amount.unwrap_or_default())
        }
        (None | Some(_), _) => Ok(Dong(0)),
    }
}

/// Someone to put into the list: from the register, or typed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NewRecipient {
    /// A person or a collective.
    pub kind: Option<RecipientKind>,
    /// The member, when taken from the register.
    pub member: Option<i64>,
    /// The unit, when taken from the register.
    pub unit: Option<i64>,
    /// Typed in, or as it shall be printed instead of what the register says.
    pub name: String,
    /// The same for the post.
    pub post: String,
    /// The same for the unit.
    pub unit_name: String,
    /// What for; empty: as the whole list.
    pub reason: String,
}

/// Whom to add, and with which award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddRecipients {
    /// Which decision.
    pub id: DecisionId,
    /// The award of the catalogue; none: as the line above, of the same kind.
    pub award: Option<i64>,
    /// Whom.
    pub recipients: Vec<NewRecipient>,
}

/// Adds people and collectives to a draft, as one act.
pub fn add(office: &mut Office, wish: AddRecipients) -> Result<Done<Vec<RecipientId>>> {
    let decision = store::get(office.db(), wish.id)?;
    open_for_edit(&decision)?;
    if decision.kind == Kind::Cancel {
        return Err(Error::refused(
            "recipients",
            "Quyết định hủy bỏ không khen thưởng ai. Muốn hủy dòng khác, hãy đánh dấu dòng đó trong quyết định cũ rồi ra quyết định hủy bỏ.",
        ));
    }
    let day = decision.signed_on.unwrap_or_else(|| office.today());
    let standing = of(office.db(), wish.id)?;
    office.act(super::RECIPIENTS, |pen| {
        let mut added = Vec::new();
        let mut list = standing;
        for new in &wish.recipients {
            let mut line = looked_up(pen, new, day)?;
            line.position = last_position(&list, line.kind) + 1;
            let above = list.iter().rev().find(|above| above.kind == line.kind).and_then(|above| above.award);
            line.award = wish.award.or(above);
            line.award_name = named::award(pen, line.award, day)?;
            line.amount = worth(pen, &decision, &line)?;
            line.id = insert(pen, wish.id, &line)?;
            added.push(line.id);
            list.push(line);
        }
        pen.detail(format!("thêm {} dòng", added.len()));
        Ok(added)
    })
}

fn last_position(list: &[Recipient], kind: RecipientKind) -> i64 {
    list.iter().filter(|line| line.kind == kind).map(|line| line.position).max().unwrap_or(0)
}

/// What the register says of a member or a unit on that day, with what was typed over it.
fn looked_up(db: &Connection, new: &NewRecipient, day: NaiveDate) -> Result<Recipient> {
    let mut line = Recipient {
        id: RecipientId(0),
        kind: new.kind.unwrap_or(RecipientKind::Individual),
        position: 0,
        effect: Effect::Grant,
        replaces: None,
        member: new.member,
        unit: new.unit,
        honorific: String::new(),
        name: String::new(),
        post: String::new(),
        unit_name: String::new(),
        award: None,
        award_name: String::new(),
        reason: clean(&new.reason),
        amount: Dong(0),
        amount_fixed: false,
        amount_why: String::new(),
    };
    if let Some(member) = new.member {
        let person = named::person(db, member, day)?;
        line.kind = RecipientKind::Individual;
        line.name.clone_from(&person.name);
        line.honorific = person.honorific.to_owned();
        line.post = person.post().to_owned();
        line.unit = Some(person.unit);
        line.unit_name = person.unit_name;
    } else if let Some(unit) = new.unit {
        let name = named::unit(db, unit, day)?;
        match line.kind {
            RecipientKind::Collective => line.name = name,
            RecipientKind::Individual => line.unit_name = name,
        }
    }
    for (place, typed) in
        [(&mut line.name, &new.name), (&mut line.post, &new.post), (&mut line.unit_name, &new.unit_name)]
    {
        if !clean(typed).is_empty() {
            *place = clean(typed);
        }
    }
    if line.name.is_empty() {
        return Err(Error::refused("name", "Chưa có họ tên hoặc tên tập thể."));
    }
    Ok(line)
}

/// Lines to take out, or the order that lines shall have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecipientList {
    /// Which decision.
    pub id: DecisionId,
    /// The lines.
    pub recipients: Vec<RecipientId>,
}

/// Takes lines out of a draft. One that cancels lines keeps at least one: without any it would cancel the whole decision.
pub fn remove(office: &mut Office, wish: RecipientList) -> Result<Acted> {
    let decision = store::get(office.db(), wish.id)?;
    open_for_edit(&decision)?;
    let list = of(office.db(), wish.id)?;
    if decision.kind == Kind::Cancel && list.iter().all(|line| wish.recipients.contains(&line.id)) {
        return Err(Error::refused(
            "recipients",
            "Dự thảo hủy bỏ từng dòng phải còn ít nhất một dòng. Không hủy nữa thì xóa dự thảo; muốn hủy cả quyết định thì ra quyết định hủy bỏ mà không đánh dấu dòng nào.",
        ));
    }
    office.act(super::RECIPIENTS, |pen| {
        let mut delete = pen.prepare_cached("delete from recipient where id = ?1 and decision = ?2")?;
        for line in &wish.recipients {
            delete.execute(params![line, wish.id])?;
        }
        number_again(pen, &of(pen, wish.id)?)?;
        pen.detail(format!("bớt {} dòng", wish.recipients.len()));
        Ok(wish.id)
    })
}

/// Puts the list into another order; lines not named keep their order after those named.
pub fn order(office: &mut Office, wish: RecipientList) -> Result<Acted> {
    open_for_edit(&store::get(office.db(), wish.id)?)?;
    let mut list = of(office.db(), wish.id)?;
    list.sort_by_key(|line| wish.recipients.iter().position(|id| *id == line.id).unwrap_or(usize::MAX));
    office.act(super::RECIPIENTS, |pen| number_again(pen, &list).map(|()| wish.id))
}

fn number_again(pen: &Pen<'_>, list: &[Recipient]) -> Result<()> {
    for kind in RecipientKind::ALL {
        for (line, position) in list.iter().filter(|line| line.kind == *kind).zip(1_i64..) {
            if line.position != position {
                update(pen, &Recipient { position, ..line.clone() })?;
            }
        }
    }
    Ok(())
}

/// When two member records become one, the lines of the one that goes follow the one that stays; what papers say does not
/// change.
pub fn recipients_follow(pen: &Pen<'_>, gone: MemberId, kept: MemberId) -> Result<()> {
    pen.execute("update recipient set member = ?2 where member = ?1", params![gone, kept])?;
    Ok(())
}
