//! Two records that are one person become one: the kept record takes over what it lacks, and all that points at the other.

use super::{Ending, MemberField, Status, member, store};
use crate::{
    error::{Error, Result},
    id::MemberId,
    journal::What,
    office::{Done, Office, Pen},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How another room lets its rows follow: from the record that goes to the record that stays.
pub type Follow = fn(&Pen<'_>, MemberId, MemberId) -> Result<()>;

/// Two records to be made one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberMerge {
    /// The record that stays.
    pub keep: MemberId,
    /// The record that goes into it.
    pub gone: MemberId,
    /// Fields that are taken from the record that goes, though the kept one has them.
    #[serde(default)]
    pub take: Vec<MemberField>,
    /// Whether the person belongs from now on where the record that goes belonged.
    #[serde(default)]
    pub take_unit: bool,
}

const MERGE: What = What::new("member.merge", "Gộp hai hồ sơ trùng");

/// Merges two records in one act that can be undone. A room whose rows did not follow is stopped by its foreign key.
pub fn merge(office: &mut Office, merge: MemberMerge, follow: &[Follow]) -> Result<Done<MemberId>> {
    let MemberMerge { keep, gone, .. } = merge;
    if keep == gone {
        return Err(Error::refused("gone", "Hãy chọn hai hồ sơ khác nhau để gộp."));
    }
    let (kept, other) = (member(office.db(), keep)?, member(office.db(), gone)?);
    let mut facts = kept.facts.clone();
    for field in MemberField::ALL {
        field.take(&mut facts, &other.facts, merge.take.contains(field));
    }
    office.act(MERGE, |pen| {
        belong_once(pen, &merge, other.status)?;
        store::repoint(pen, gone, keep)?;
        follow.iter().try_for_each(|follow| follow(pen, gone, keep))?;
        store::delete(pen, gone)?;
        store::update(pen, keep, &kept.facts, &facts)?;
        if !kept.status.belongs() && other.status.belongs() {
            store::stand(pen, keep, other.status, other.unit)?;
        }
        Ok(keep)
    })
}

/// At most one membership stays open: that of the kept record, unless the other's unit is chosen, with the other's status.
fn belong_once(pen: &Pen<'_>, merge: &MemberMerge, status: Status) -> Result<()> {
    let MemberMerge { keep, gone, take_unit, .. } = *merge;
    let (Some(here), Some(there)) = (store::open(pen, keep)?, store::open(pen, gone)?) else { return Ok(()) };
    if here.1 == there.1 {
        // twice in one list: one stay, from the earlier day
        store::drop_membership(pen, there.0)?;
        if there.2 < here.2 {
            store::begin_earlier(pen, here.0, there.2)?;
        }
        return Ok(());
    }
    let ended = if take_unit { keep } else { gone };
    store::end(pen, ended, pen.today(), Ending::Merged, "")?;
    if take_unit {
        store::stand(pen, keep, status, there.1)?;
    }
    Ok(())
}
