//! What a row would do to the register: a new person, changes to a known one, nothing, or a question.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::id::MemberId;
use crate::members::{Member, MemberDraft, MemberField, look_alikes, member};
use crate::units::UnitId;
use crate::vietnamese::tone_place_key;

use super::cells::Entry;

/// What a row would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// Adds a person.
    New(Box<MemberDraft>),
    /// Fills or corrects a person.
    Change(MemberId, Box<MemberDraft>, Vec<FieldChange>),
    /// The register has it so.
    Same(MemberId),
    /// Several people of the unit fit, or one whose name is another.
    Doubt(Vec<MemberId>),
}

/// One field that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "IntakeFieldChange")]
pub struct FieldChange {
    /// Which.
    pub field: MemberField,
    /// Its name for the clerk.
    pub label: String,
    /// What stands in the register.
    pub old: String,
    /// What the list says.
    pub new: String,
}

/// The row as a draft of a member.
pub fn draft_of(entry: &Entry) -> Result<MemberDraft> {
    Ok(serde_json::from_value(serde_json::to_value(&entry.values)?)?)
}

/// Plans one row for a unit. People of other units who look alike are left alone: a merge is offered, never made.
pub fn plan(db: &Connection, entry: &Entry, unit: UnitId) -> Result<Plan> {
    let draft = draft_of(entry)?;
    let mut here = Vec::new();
    for id in look_alikes(db, &draft, unit)? {
        let known = member(db, id)?;
        if known.unit == unit && is_likely(&known, &draft) {
            here.push(known);
        }
    }
    match here.as_slice() {
        [] => Ok(Plan::New(Box::new(draft))),
        [known] if tone_place_key(&known.facts.full_name) == tone_place_key(&draft.full_name) => {
            plan_change(known, draft)
        }
        several => Ok(Plan::Doubt(several.iter().map(|known| known.id).collect())),
    }
}

/// Two different card numbers are two people, whatever else agrees.
fn is_likely(known: &Member, draft: &MemberDraft) -> bool {
    match (&known.facts.citizen_id, &draft.citizen_id) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn plan_change(known: &Member, draft: MemberDraft) -> Result<Plan> {
    let mut after = known.facts.clone();
    let mut changes = Vec::new();
    for field in MemberField::ALL {
        let before = after.clone();
        field.take(&mut after, &draft, true);
        if after != before {
            changes.push(FieldChange {
                field: *field,
                label: field.label().to_owned(),
                old: shown(&before, *field)?,
                new: shown(&after, *field)?,
            });
        }
    }
    if changes.is_empty() { Ok(Plan::Same(known.id)) } else { Ok(Plan::Change(known.id, Box::new(draft), changes)) }
}

/// The text of one field as a clerk reads it.
fn shown(facts: &MemberDraft, field: MemberField) -> Result<String> {
    let all = serde_json::to_value(facts)?;
    Ok(super::session::shown(all.get(field.code()).unwrap_or(&serde_json::Value::Null)))
}
