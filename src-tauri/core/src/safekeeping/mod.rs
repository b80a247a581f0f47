//! Safekeeping ("an toàn dữ liệu"): what the clerk does about backups, the second medium, the password and the recovery key.

pub mod keys;
mod restoring;
mod sheet;
#[cfg(test)]
mod tests;

pub use restoring::{Restore, RestoreDone, bring_back, restore};
pub use sheet::recovery_sheet;

use crate::{
    backup::{self, Backup, Care, Reason, Second},
    error::{Error, Result},
    home::{Home, StartState, Which, state},
    session::Session,
    tray::FileToken,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;

/// Where a backup lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// On this computer, beside the register.
    Here,
    /// On the second medium.
    Second,
}

/// How safe the data is: for the status bar and the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SafetyState {
    /// When the newest backup was made, RFC 3339; none: never.
    pub newest_at: Option<String>,
    /// Whether something was written since.
    pub changed: bool,
    /// The second medium.
    pub second: Option<SecondLine>,
    /// Since when the recovery key is on paper; none: not yet.
    pub recovery_kept_on: Option<NaiveDate>,
    /// Whether the recovery key of this session can still be shown.
    pub recovery_shown: bool,
    /// Whether a password is set.
    pub has_password: bool,
    /// Minutes of nobody after which the office locks itself; 0: never.
    pub lock_after_minutes: u32,
    /// Copies that lie there and are in no list, because the file that describes them cannot be read.
    pub unreadable: usize,
}

/// The second medium, as the page sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SecondLine {
    /// The folder's own name.
    pub name: String,
    /// Whether it is plugged in.
    pub there: bool,
    /// When a backup last arrived, RFC 3339.
    pub last_at: Option<String>,
    /// Whether the newest backup has not arrived yet.
    pub behind: bool,
    /// Why it gets nothing although something is plugged in, as a sentence; empty when all is well.
    pub trouble: String,
}

/// A backup in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupLine {
    /// Its name: how to ask for it.
    pub name: String,
    /// Where it lies.
    pub place: Place,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// Why.
    pub reason: Reason,
    /// How many acts the register has had since; none when it cannot be told (the register does not open, or went another way).
    pub acts_since: Option<i64>,
    /// Grassroots unions inside.
    pub units: i64,
    /// Members inside.
    pub members: i64,
    /// Decisions inside.
    pub decisions: i64,
    /// Bytes.
    pub bytes: u64,
    /// Whether it was proved when made and is there with its full length. Restoring proves it again.
    pub proved: bool,
}

/// How safe the data is.
pub fn safety(home: &mut Home, (): ()) -> Result<SafetyState> {
    let which = home.which().unwrap_or(Which::Office);
    let session = home.session()?;
    let newest = backup::list(&session.backups())?.into_iter().next();
    let serial = newest.as_ref().map_or(0, |newest| newest.manifest.serial);
    let changed = session.changed()?;
    let Care { second, lock_after_minutes } = session.care().clone();
    Ok(SafetyState {
        newest_at: newest.map(|newest| newest.manifest.made_at.to_rfc3339()),
        changed,
        second: second.map(|second| second_line(&second, serial, session.second_trouble())),
        recovery_kept_on: session.key_file().recovery_kept_on(),
        recovery_shown: session.recovery_key.is_some(),
        has_password: session.key_file().has_password(),
        lock_after_minutes,
        unreadable: places(home, which).iter().map(|(_, folder)| backup::unreadable(folder)).sum(),
    })
}

fn second_line(second: &Second, newest: u64, trouble: Option<String>) -> SecondLine {
    SecondLine {
        name: second
            .folder
            .file_name()
            .map_or_else(|| second.folder.to_string_lossy(), |name| name.to_string_lossy())
            .into_owned(),
        there: second.is_there(),
        last_at: second.last_at.map(|at| at.to_rfc3339()),
        behind: second.last_serial < newest,
        trouble: trouble.unwrap_or_default(),
    }
}

/// Every backup of the office, newest first, those of the second medium after those of this computer.
pub fn list(home: &mut Home, which: Which) -> Result<Vec<BackupLine>> {
    let now_inside = if home.which() == Some(which) { Some(backup::Facts::of(home.office()?.db())?) } else { None };
    let mut lines = Vec::new();
    for (place, folder) in places(home, which) {
        for backup in backup::list(&folder)? {
            let acts_since =
                now_inside.as_ref().map(|inside| inside.acts - backup.manifest.facts.acts).filter(|since| *since >= 0);
            lines.push(line(place, &backup, acts_since));
        }
    }
    Ok(lines)
}

/// Where backups of an office may lie, whether or not it is open.
fn places(home: &Home, which: Which) -> Vec<(Place, PathBuf)> {
    let folder = home.folder_of(which);
    let here = (Place::Here, folder.join(backup::FOLDER));
    let second = Care::load(&folder).second.map(|second| (Place::Second, second.folder));
    std::iter::once(here).chain(second.filter(|(_, folder)| folder.is_dir())).collect()
}

fn line(place: Place, backup: &Backup, acts_since: Option<i64>) -> BackupLine {
    let manifest = &backup.manifest;
    let rows = |table: &str| manifest.facts.counts.get(table).copied().unwrap_or_default();
    BackupLine {
        name: backup.name.clone(),
        place,
        made_at: manifest.made_at.to_rfc3339(),
        reason: manifest.reason,
        acts_since,
        units: rows("unit"),
        members: rows("member"),
        decisions: rows("decision"),
        bytes: manifest.bytes,
        proved: backup.is_there(),
    }
}

/// Makes a backup now. What could not reach the second medium is said.
pub fn make(home: &mut Home, (): ()) -> Result<BackupLine> {
    let session = home.session()?;
    let made = session.back_up(Reason::Asked)?;
    has_arrived(session)?;
    Ok(line(Place::Here, &made, Some(0)))
}

/// The copy on this computer is made; whoever asked for it hears whether it lies on the second medium too.
fn has_arrived(session: &Session) -> Result<()> {
    match session.second_trouble() {
        Some(trouble) => Err(Error::refused("folder", format!("Đã sao lưu trên máy này. {trouble}"))),
        None => Ok(()),
    }
}

/// Chooses the second medium: a folder that the person picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChooseSecond {
    /// The picked folder.
    pub folder: FileToken,
}

/// Chooses the second medium and carries the newest backup there at once. Refused until the recovery key is on paper: a stick
/// that nobody can open is no backup.
pub fn choose_second(home: &mut Home, chosen: ChooseSecond) -> Result<SafetyState> {
    let office_folder = home.folder().to_path_buf();
    let session = home.session()?;
    if session.key_file().recovery_kept_on().is_none() {
        return Err(Error::refused(
            "folder",
            "Chưa in hoặc ghi lại mã khôi phục, nên bản sao trên USB sẽ không ai mở được. Hãy in mã khôi phục trước.",
        ));
    }
    let folder = session.office.tray.path(chosen.folder)?.clone();
    if !folder.is_dir() {
        return Err(Error::refused("folder", "Đây không phải thư mục. Hãy chọn một thư mục trên USB hoặc ổ đĩa khác."));
    }
    if folder.starts_with(&office_folder) {
        return Err(Error::refused(
            "folder",
            "Thư mục này nằm trong chính thư mục dữ liệu, hỏng ổ đĩa là mất cả hai. Hãy chọn thư mục trên USB.",
        ));
    }
    let care = Care { second: Some(Second::choose(folder)?), ..session.care().clone() };
    session.set_care(care)?;
    session.back_up(Reason::Asked)?;
    has_arrived(session)?;
    safety(home, ())
}

/// Gives the second medium up. What lies there stays there.
pub fn forget_second(home: &mut Home, (): ()) -> Result<SafetyState> {
    let session = home.session()?;
    let care = Care { second: None, ..session.care().clone() };
    session.set_care(care)?;
    safety(home, ())
}

/// Sent once a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tick {
    /// Whether the person did anything in that minute.
    pub active: bool,
}

/// Once a minute: scheduled backup, second medium, lock after a while of nobody.
pub fn tick(home: &mut Home, tick: Tick) -> Result<StartState> {
    if home.which().is_some() && home.tick(tick.active)? {
        return crate::home::lock(home, ());
    }
    state(home, ())
}

/// The stamp for people of a moment: `09:14 ngày 22/11/2026`.
fn spoken(at: DateTime<FixedOffset>) -> String {
    at.format("%H:%M ngày %d/%m/%Y").to_string()
}
