//! The password and the recovery key, as the clerk handles them.

use super::{SafetyState, safety};
use crate::{
    backup::{self, Care},
    error::{Error, Result},
    home::{Home, StartState, Which},
    journal::What,
    session::{self, KEY_FILE},
    vault::{RecoveryKey, judge_password},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Another password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetPassword {
    /// The password until now; none where there is none.
    #[serde(default)]
    pub current: Option<String>,
    /// The password from now on; none: no password.
    #[serde(default)]
    pub new: Option<String>,
}

/// Sets, changes or takes away the password.
pub fn set_password(home: &mut Home, wish: SetPassword) -> Result<SafetyState> {
    let new = wish.new.filter(|typed| !typed.is_empty());
    if let Some(new) = &new {
        judge_password(new).map_err(|error| Error::refused("new", error.sentence()))?;
    }
    prove_password(home, "current", wish.current.as_deref())?;
    let session = home.session()?;
    let label = match (session.key_file().has_password(), new.is_some()) {
        (false, true) => "Đặt mật khẩu",
        (true, true) => "Đổi mật khẩu",
        (_, false) => "Bỏ mật khẩu",
    };
    let changed = session.key_file().set_password(session.key(), new.as_deref())?;
    session.set_key_file(changed)?;
    note(home, What::new("safekeeping.set_password", label))?;
    safety(home, ())
}

/// Whoever sits at an open desk must still know the password before the locks are changed.
fn prove_password(home: &mut Home, field: &str, current: Option<&str>) -> Result<()> {
    let key_file = home.session()?.key_file().clone();
    if !key_file.has_password() {
        return Ok(());
    }
    let current = current.unwrap_or_default().to_owned();
    home.try_password(|| key_file.unlock(Some(&current))).map(drop).map_err(|error| match error {
        Error::Refused(refusals) => {
            Error::refused(field, refusals.into_iter().map(|refusal| refusal.sentence).collect::<String>())
        }
        Error::Broken(cause) => Error::Broken(cause),
    })
}

/// A forgotten password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ForgotPassword {
    /// Which office.
    pub which: Which,
    /// The recovery key, as typed.
    pub recovery_key: String,
    /// The password from now on; none: no password.
    #[serde(default)]
    pub password: Option<String>,
}

/// Opens an office by its recovery key and sets a new password: also where the key file is lost and a backup carries the key.
pub fn forgot_password(home: &mut Home, forgot: ForgotPassword) -> Result<StartState> {
    let password = forgot.password.filter(|typed| !typed.is_empty());
    if let Some(password) = &password {
        judge_password(password)?;
    }
    let recovery_key = RecoveryKey::parse(&forgot.recovery_key)?;
    let folder = home.folder_of(forgot.which);
    let (key, key_file) = home.try_recovery_key(|| session::unlock_with_recovery(&folder, &recovery_key))?;
    let changed = key_file.set_password(&key, password.as_deref())?;
    let state = home.open(forgot.which, key, key_file)?;
    if let Ok(session) = home.session() {
        backup::keep_other_key(&changed, &folder.join(KEY_FILE))?;
        session.set_key_file(changed)?;
        note(home, What::new("safekeeping.forgot_password", "Mở bằng mã khôi phục"))?;
    }
    Ok(state)
}

/// The recovery key on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryShown {
    /// Seven groups of five.
    pub recovery_key: String,
}

/// Shows the recovery key that was made in this session.
pub fn recovery_key(home: &mut Home, (): ()) -> Result<RecoveryShown> {
    let shown = home.session()?.recovery_key.as_ref().map(|key| key.printed().to_string());
    let recovery_key = shown.ok_or_else(|| {
        Error::refused("", "Mã khôi phục không được lưu trong máy nên không hiện lại được. Hãy tạo mã mới và in ra.")
    })?;
    Ok(RecoveryShown { recovery_key })
}

/// The person asks for a new recovery key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RenewRecoveryKey {
    /// The password, where one is set.
    #[serde(default)]
    pub password: Option<String>,
}

/// Makes a new recovery key in place of the old one. Older backups keep opening with the older key.
pub fn renew_recovery_key(home: &mut Home, wish: RenewRecoveryKey) -> Result<RecoveryShown> {
    prove_password(home, "password", wish.password.as_deref())?;
    let session = home.session()?;
    let (changed, new) = session.key_file().renew_recovery(session.key())?;
    session.set_key_file(changed)?;
    session.recovery_key = Some(new);
    note(home, What::new("safekeeping.renew_recovery_key", "Tạo mã khôi phục mới"))?;
    recovery_key(home, ())
}

/// What the clerk types to show that the recovery key is on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryKept {
    /// The last group of the key that is being shown, or a whole key, typed from the paper.
    pub typed: String,
}

/// The clerk has the recovery key on paper, and proves it by typing from it: the last group while the key is still shown, the
/// whole key otherwise.
pub fn recovery_key_kept(home: &mut Home, kept: RecoveryKept) -> Result<SafetyState> {
    let session = home.session()?;
    let key_file = session.key_file().clone();
    let by_last_group = session.recovery_key.as_ref().is_some_and(|shown| shown.ends_with(&kept.typed));
    if !by_last_group {
        let typed = RecoveryKey::parse(&kept.typed)?;
        home.try_recovery_key(|| key_file.unlock_with_recovery(&typed))?;
    }
    let session = home.session()?;
    let today = session.office.today();
    session.set_key_file(key_file.recovery_kept(today))?;
    session.recovery_key = None;
    safety(home, ())
}

/// After how long the office locks itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LockAfter {
    /// Minutes of nobody; 0: never.
    pub minutes: u32,
}

/// Sets after how long the office locks itself.
pub fn set_lock_after(home: &mut Home, after: LockAfter) -> Result<SafetyState> {
    if after.minutes > 240 {
        return Err(Error::refused("minutes", "Thời gian tự khóa dài nhất là 240 phút. Ghi 0 nếu không muốn tự khóa."));
    }
    let session = home.session()?;
    let care = Care { lock_after_minutes: after.minutes, ..session.care().clone() };
    session.set_care(care)?;
    safety(home, ())
}

/// Writes into the history that the locks were changed: who and when, nothing else.
fn note(home: &mut Home, what: What) -> Result<()> {
    const NOTED: &str = "locks_changed_at";
    let office = home.office()?;
    let now = office.now().to_rfc3339();
    office.keep(what, |pen| crate::settings::set(pen, NOTED, &now)).map(drop)
}
