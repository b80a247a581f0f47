//! Restricted fields: masked unless a screen asks for them, and the asking is written down.

use super::question::Unmasked;
use crate::{
    error::{Error, Result},
    id::id,
    journal::What,
    office::{Done, Office},
    vietnamese::clean,
};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

id!(
    /// Leave to see restricted fields on one screen, for one day.
    UnmaskingId
);

/// A screen asks to see restricted fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unmask {
    /// Which screen: `doan-vien`.
    pub screen: String,
}

const UNMASK: What = What::new("member.unmask", "Xem trường hạn chế của đoàn viên");

/// Gives leave to see restricted fields, and writes down who asked on which screen.
pub fn unmask(office: &mut Office, ask: Unmask) -> Result<Done<UnmaskingId>> {
    let screen = clean(&ask.screen);
    if screen.is_empty() {
        return Err(Error::refused("screen", "Chưa rõ màn hình nào xin xem. Hãy mở lại màn hình rồi bấm Hiện."));
    }
    let who = office.who().to_owned();
    office.keep(UNMASK, |pen| {
        pen.detail(&screen);
        pen.execute("insert into unmasking (screen, who, day) values (?1, ?2, ?3)", params![screen, who, pen.today()])?;
        Ok(UnmaskingId(pen.last_insert_rowid()))
    })
}

/// Whether restricted fields may be shown with that leave; a leave that no longer holds is refused.
pub fn may_see(office: &Office, leave: Option<UnmaskingId>) -> Result<bool> {
    Ok(unmasked(office, leave)? == Unmasked::Yes)
}

/// Whether that leave holds: given today, to the one who sits here.
pub(super) fn unmasked(office: &Office, leave: Option<UnmaskingId>) -> Result<Unmasked> {
    let Some(leave) = leave else { return Ok(Unmasked::No) };
    let holds = office
        .db()
        .prepare_cached("select 1 from unmasking where id = ?1 and who = ?2 and day = ?3")?
        .query_row(params![leave, office.who(), office.today()], |_| Ok(()))
        .optional()?;
    match holds {
        Some(()) => Ok(Unmasked::Yes),
        None => Err(Error::refused("unmasking", "Quyền xem trường hạn chế đã hết hạn. Hãy bấm Hiện lần nữa.")),
    }
}
