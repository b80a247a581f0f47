//! `key.json`: the data key, wrapped.

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

use super::key::random;
use super::seal::{Cost, Sealed, stretch};
use super::{Key, RecoveryKey, VaultError, judge_password};
use crate::disk;

/// The newest shape of `key.json` that this program reads.
pub const KEY_FILE_VERSION: u32 = 1;

/// The key file of one encrypted file: how to come to its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFile {
    version: u32,
    /// Says which key is inside, and nothing about it.
    id: String,
    #[serde(with = "hex::serde")]
    salt: [u8; 16],
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bare: Option<Bare>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    password: Option<UnderPassword>,
    recovery: UnderRecovery,
    /// SHA-256 over the rest: tells a damaged file from a wrong password.
    sum: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct UnderPassword {
    cost: Cost,
    #[serde(with = "hex::serde")]
    salt: [u8; 16],
    key: Sealed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct UnderRecovery {
    #[serde(with = "hex::serde")]
    salt: [u8; 16],
    key: Sealed,
    /// The day on which the clerk printed the recovery key or wrote it down; none while nobody has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kept_on: Option<NaiveDate>,
}

/// The key as it is, when no password is set.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct Bare(#[serde(with = "hex::serde")] [u8; 32]);

impl Drop for Bare {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Bare {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bare(…)")
    }
}

const BY_PASSWORD: &[u8] = b"so-vang key.json 1: password";
const BY_RECOVERY: &[u8] = b"so-vang key.json 1: recovery key";

impl KeyFile {
    /// A new key with its file and its recovery key. The recovery key exists only here: show it, print it, drop it.
    pub fn create(password: Option<&str>) -> Result<(Self, Key, RecoveryKey), VaultError> {
        if let Some(password) = password {
            judge_password(password)?;
        }
        let key = Key::new()?;
        let recovery_key = RecoveryKey::new()?;
        let mut file = Self {
            version: KEY_FILE_VERSION,
            id: key.id(),
            salt: *key.salt(),
            bare: None,
            password: None,
            recovery: under_recovery(&key, &recovery_key)?,
            sum: String::new(),
        };
        file.wrap(&key, password, Cost::OFFICE)?;
        Ok((file, key, recovery_key))
    }

    /// The key, by the password, or without one where none is set.
    pub fn unlock(&self, password: Option<&str>) -> Result<Key, VaultError> {
        let bytes = match (&self.bare, &self.password, password) {
            (Some(bare), _, _) => bare.0,
            (None, Some(wrap), Some(password)) => {
                let stretched = stretch(password, &wrap.salt, wrap.cost)?;
                *wrap.key.open(&stretched, &self.purpose(BY_PASSWORD)).ok_or(VaultError::WrongPassword)?
            }
            // No password was given; or this is a backup of an office without one, which only the recovery key opens.
            (None, Some(_), None) | (None, None, _) => return Err(VaultError::NeedsPassword),
        };
        self.prove(Key::from_parts(bytes, self.salt))
    }

    /// The key, by the recovery key.
    pub fn unlock_with_recovery(&self, recovery_key: &RecoveryKey) -> Result<Key, VaultError> {
        let wrapping = recovery_key.wrapping_key(&self.recovery.salt);
        let bytes =
            self.recovery.key.open(&wrapping, &self.purpose(BY_RECOVERY)).ok_or(VaultError::WrongRecoveryKey)?;
        self.prove(Key::from_parts(*bytes, self.salt))
    }

    /// The same key under a new password, or under none.
    pub fn set_password(&self, key: &Key, password: Option<&str>) -> Result<Self, VaultError> {
        if let Some(password) = password {
            judge_password(password)?;
        }
        self.owns(key)?;
        let mut file = self.clone();
        file.wrap(key, password, Cost::OFFICE)?;
        Ok(file)
    }

    /// The same key under a new recovery key. Older backups keep opening with the older one.
    pub fn renew_recovery(&self, key: &Key) -> Result<(Self, RecoveryKey), VaultError> {
        self.owns(key)?;
        let recovery_key = RecoveryKey::new()?;
        let mut file = self.clone();
        file.recovery = under_recovery(key, &recovery_key)?;
        file.sum = file.sum_of_the_rest();
        Ok((file, recovery_key))
    }

    /// Remembers that the clerk has the recovery key on paper since that day.
    #[must_use]
    pub fn recovery_kept(&self, on: NaiveDate) -> Self {
        let mut file = self.clone();
        file.recovery.kept_on = Some(on);
        file.sum = file.sum_of_the_rest();
        file
    }

    /// Since when the recovery key is on paper; none while nobody has it.
    pub fn recovery_kept_on(&self) -> Option<NaiveDate> {
        self.recovery.kept_on
    }

    /// What a backup carries: everything but the bare key.
    #[must_use]
    pub fn travelling(&self) -> Self {
        let mut file = self.clone();
        file.bare = None;
        file.sum = file.sum_of_the_rest();
        file
    }

    /// A travelling key file made usable on this machine again: the password stays if there was one, otherwise the key lies bare.
    pub fn settle(&self, key: &Key) -> Result<Self, VaultError> {
        self.owns(key)?;
        let mut file = self.clone();
        if file.password.is_none() {
            file.bare = Some(Bare(*key.bytes()));
        }
        file.sum = file.sum_of_the_rest();
        Ok(file)
    }

    /// Is a password set?
    pub fn has_password(&self) -> bool {
        self.password.is_some()
    }

    /// Does the key lie bare in this file?
    pub fn is_bare(&self) -> bool {
        self.bare.is_some()
    }

    /// Which key is inside; see [`Key::id`].
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Is this the salt in the first bytes of a register the one of this key? Says whose key file it is without opening it.
    pub fn fits(&self, head: &[u8; 16]) -> bool {
        self.salt == *head
    }

    /// Reads `key.json`.
    pub fn load(path: &Path) -> Result<Self, VaultError> {
        let text =
            std::fs::read(path).map_err(|cause| VaultError::Damaged(format!("cannot read key.json: {cause}")))?;
        Self::from_json(&text)
    }

    /// Writes `key.json` whole or not at all, readable by its owner only. On Windows the folder of the user's profile already
    /// keeps others out, and the file inherits that.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        disk::write_private(path, &self.to_json())
    }

    /// The file's bytes.
    pub fn to_json(&self) -> Vec<u8> {
        in_json(self)
    }

    /// Reads the file's bytes, and tells a damaged file from one that is too new.
    pub fn from_json(bytes: &[u8]) -> Result<Self, VaultError> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let damaged = |cause: serde_json::Error| VaultError::Damaged(cause.to_string());
        let versioned: Versioned = serde_json::from_slice(bytes).map_err(damaged)?;
        let file: Self = match serde_json::from_slice(bytes) {
            Ok(file) => file,
            Err(_) if versioned.version > KEY_FILE_VERSION => return Err(VaultError::TooNew),
            Err(cause) => return Err(damaged(cause)),
        };
        if file.sum != file.sum_of_the_rest() {
            return Err(if file.version > KEY_FILE_VERSION {
                VaultError::TooNew
            } else {
                VaultError::Damaged("the sum does not fit".into())
            });
        }
        if file.version > KEY_FILE_VERSION {
            return Err(VaultError::TooNew);
        }
        if file.password.as_ref().is_some_and(|wrap| !wrap.cost.sane()) {
            return Err(VaultError::Damaged("the cost of the password is out of bounds".into()));
        }
        Ok(file)
    }

    fn wrap(&mut self, key: &Key, password: Option<&str>, cost: Cost) -> Result<(), VaultError> {
        if let Some(password) = password {
            let salt = random::<16>()?;
            let stretched = stretch(password, &salt, cost)?;
            let sealed = Sealed::close(key.bytes(), &stretched, &self.purpose(BY_PASSWORD))?;
            self.password = Some(UnderPassword { cost, salt, key: sealed });
            self.bare = None;
        } else {
            self.password = None;
            self.bare = Some(Bare(*key.bytes()));
        }
        self.sum = self.sum_of_the_rest();
        Ok(())
    }

    fn purpose(&self, what: &[u8]) -> Vec<u8> {
        [what, &self.salt].concat()
    }

    fn owns(&self, key: &Key) -> Result<(), VaultError> {
        if key.id() == self.id { Ok(()) } else { Err(VaultError::Damaged("the key belongs to another file".into())) }
    }

    fn prove(&self, key: Key) -> Result<Key, VaultError> {
        self.owns(&key)?;
        Ok(key)
    }

    fn sum_of_the_rest(&self) -> String {
        let mut blank = self.clone();
        blank.sum = String::new();
        hex::encode(Sha256::digest(zeroize::Zeroizing::new(in_json(&blank)).as_slice()))
    }
}

#[allow(clippy::expect_used, reason = "a key file holds only strings, numbers and days, which JSON always takes")]
fn in_json(file: &KeyFile) -> Vec<u8> {
    serde_json::to_vec_pretty(file).expect("BUG: a key file holds only strings, numbers and days")
}

fn under_recovery(key: &Key, recovery_key: &RecoveryKey) -> Result<UnderRecovery, VaultError> {
    let salt = random::<16>()?;
    let wrapping = recovery_key.wrapping_key(&salt);
    let purpose = [BY_RECOVERY, key.salt()].concat();
    Ok(UnderRecovery { salt, key: Sealed::close(key.bytes(), &wrapping, &purpose)?, kept_on: None })
}
