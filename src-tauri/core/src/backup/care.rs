//! What this computer remembers about keeping the data safe. It stays with the computer: a restored register does not bring
//! another computer's USB folder with it.

use super::{Backup, Facts, SCHEDULED_MINUTES, second::Second};
use crate::{disk, error::Result};
use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};
use std::{fs, path::Path};

/// The file's name in the office's folder.
const FILE: &str = "care.json";

/// How this computer takes care of one office's data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Care {
    /// The second medium, if one was chosen.
    #[serde(default)]
    pub second: Option<Second>,
    /// Minutes without a touch after which the office locks itself; 0: never. Only with a password.
    #[serde(default = "ten")]
    pub lock_after_minutes: u32,
}

fn ten() -> u32 {
    10
}

impl Default for Care {
    fn default() -> Self {
        Self { second: None, lock_after_minutes: ten() }
    }
}

impl Care {
    /// What is remembered in an office's folder; nothing yet, or nothing readable: the defaults.
    pub fn load(folder: &Path) -> Self {
        fs::read(folder.join(FILE)).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
    }

    /// Remembers it.
    pub fn save(&self, folder: &Path) -> Result<()> {
        Ok(disk::write_private(&folder.join(FILE), &serde_json::to_vec_pretty(self)?)?)
    }
}

/// When the next scheduled backup is due. Measured from the last one this program made, and at once when the calendar was
/// set back behind it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Due {
    last: Option<DateTime<FixedOffset>>,
}

impl Due {
    /// Starts from the newest backup that lies there.
    pub fn after(newest: Option<&Backup>) -> Self {
        Self { last: newest.map(|backup| backup.manifest.made_at) }
    }

    /// Notes that one was made, or tried, at `now`.
    pub fn note(&mut self, now: DateTime<FixedOffset>) {
        self.last = Some(now);
    }

    /// Has a quarter of an hour passed?
    pub fn is_due(&self, now: DateTime<FixedOffset>) -> bool {
        self.last.is_none_or(|last| now < last || now - last >= TimeDelta::minutes(SCHEDULED_MINUTES))
    }
}

/// Has the register changed since the newest good backup?
pub fn changed_since(newest: Option<&Backup>, acts: i64, head: &str) -> bool {
    newest.is_none_or(|backup| {
        let Facts { acts: kept, head: kept_head, .. } = &backup.manifest.facts;
        *kept != acts || kept_head != head
    })
}
