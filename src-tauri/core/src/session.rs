//! A session: one open office with its key, its lock and the care for its backups.

mod at_rest;
mod clock_doubt;

pub use at_rest::{back_up_at_rest, key_file_beside, keys_that_fit, sweep_halves, unlock_with_recovery};

use crate::{
    backup::{self, Backup, Care, Due, Facts, Health, Kept, Reason, Second},
    clock::Clock,
    error::{Error, Result},
    file::{self, Access},
    journal::{self, Walk},
    lock::{Lock, LockError},
    office::{Office, Opening, REGISTER, Worker},
    place::{self, Place},
    progress::Progress,
    schema,
    vault::{Key, KeyFile, RecoveryKey},
    witness,
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use rusqlite::{Connection, config::DbConfig};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// The key file's name in an office's folder.
pub const KEY_FILE: &str = "key.json";
/// The folder inside an office's folder where a new office is made until it is whole.
pub const FOUNDING: &str = "founding";

/// Why an office did not open.
#[derive(Debug)]
pub enum Shut {
    /// The file is damaged; the cause, for the log.
    Damaged(String),
    /// The file is whole, but lacks acts that were there before; the sentence says how many.
    Behind(String),
    /// Another program has it; the sentence names it.
    Held(String),
    /// It must not be opened here; the sentence says why.
    Refused(String),
    /// Anything else; also what the disk refuses, which says nothing about the file.
    Failed(Error),
}

impl Shut {
    /// The same as an error, where there is no start page to show it on.
    pub fn into_error(self) -> Error {
        match self {
            Self::Damaged(cause) => Error::Broken(cause),
            Self::Behind(sentence) | Self::Held(sentence) | Self::Refused(sentence) => Error::refused("", sentence),
            Self::Failed(error) => error,
        }
    }
}

impl From<Error> for Shut {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// What a session is opened with.
pub struct Start {
    /// The office's folder.
    pub folder: PathBuf,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The workbook reader.
    pub worker: Option<Worker>,
    /// Where long work tells how far it is.
    pub progress: Arc<Progress>,
}

/// One open office, and what keeps it safe.
pub struct Session {
    /// The walk along the chain of acts that began when the office was opened; ends before the office does.
    walk: Walk,
    /// The office.
    pub office: Office,
    /// The recovery key that was made in this session, until the clerk has it on paper.
    pub recovery_key: Option<RecoveryKey>,
    folder: PathBuf,
    key: Key,
    key_file: KeyFile,
    care: Care,
    due: Due,
    /// Why the newest backup did not arrive on the second medium, and when that was tried.
    trouble: Option<(DateTime<FixedOffset>, String)>,
    /// When the newest act was done, as it stood when the office was opened.
    newest_act: Option<DateTime<FixedOffset>>,
    lock: Lock,
}

/// The data folder's lock, taken in a place that is fit for it.
pub fn occupy(folder: &Path) -> std::result::Result<Lock, Shut> {
    match place::judge(folder).map_err(Error::from)? {
        Place::Fit => {}
        Place::Unfit(unfit) => return Err(Shut::Refused(unfit.sentence())),
    }
    std::fs::create_dir_all(folder).map_err(Error::from)?;
    Lock::take(folder).map_err(|error| match error {
        LockError::Taken(_) => Shut::Held(error.sentence()),
        LockError::Failed(_) => Shut::Refused(error.sentence()),
    })
}

impl Session {
    /// Opens the office of a folder that this program has occupied. A damaged file is told before anything is read from it.
    pub fn open(start: Start, lock: Lock, key: Key, key_file: KeyFile) -> std::result::Result<Self, Shut> {
        let Start { folder, clock, worker, progress } = start;
        let register = folder.join(REGISTER);
        let backups = folder.join(backup::FOLDER);
        let kept = backup::list(&backups)?;
        if is_gone(&register) {
            return Err(if kept.is_empty() {
                Shut::Refused(NOTHING.to_owned())
            } else {
                Shut::Damaged("the register is gone or empty, and there are backups of it".to_owned())
            });
        }
        if let Health::Damaged(cause) = recover(&folder, &key)? {
            return Err(Shut::Damaged(cause));
        }
        let now = clock.now();
        backup::sweep_aside(&register, &kept, now)?;
        sweep_halves(&folder)?;
        let opening = Opening { folder: folder.clone(), clock, worker, progress: Arc::clone(&progress) };
        let office = Office::open(opening, &key, |db| {
            backup::make(db, &key, &key_file, &backups, now, Reason::BeforeUpgrade, &progress).map(drop)
        })?;
        let due = Due::after(backup::list(&backups)?.first());
        let care = Care::load(&folder);
        let walk = Walk::begin(only_read(&register, &key)?);
        let newest_act = journal::newest_at(office.db())?;
        Ok(Self { walk, office, recovery_key: None, folder, key, key_file, care, due, trouble: None, newest_act, lock })
    }

    /// What the person must hear although the office is open.
    pub fn warnings(&self) -> Vec<String> {
        let clock = clock_doubt::said(self.newest_act, self.office.now());
        clock.into_iter().chain(self.walk.told()).collect()
    }

    /// Where this session's backups lie.
    pub fn backups(&self) -> PathBuf {
        self.folder.join(backup::FOLDER)
    }

    /// The office's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The key file as it lies beside the register.
    pub fn key_file(&self) -> &KeyFile {
        &self.key_file
    }

    /// The key.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// How this computer takes care of the data.
    pub fn care(&self) -> &Care {
        &self.care
    }

    /// Changes how this computer takes care of the data.
    pub fn set_care(&mut self, care: Care) -> Result<()> {
        care.save(&self.folder)?;
        self.care = care;
        Ok(())
    }

    /// Puts another key file beside the register: another password, another recovery key.
    pub fn set_key_file(&mut self, key_file: KeyFile) -> Result<()> {
        key_file.save(&self.folder.join(KEY_FILE))?;
        self.key_file = key_file;
        Ok(())
    }

    /// Has anything been written since the newest backup?
    pub fn changed(&self) -> Result<bool> {
        let inside = Facts::of(self.office.db())?;
        Ok(backup::changed_since(backup::list(&self.backups())?.first(), inside.acts, &inside.head))
    }

    /// Makes a backup now, thins out the old ones, and carries it to the second medium when that is there.
    pub fn back_up(&mut self, reason: Reason) -> Result<Backup> {
        let now = self.office.now();
        let progress = self.office.progress();
        self.due.note(now);
        let made = backup::make(self.office.db(), &self.key, &self.key_file, &self.backups(), now, reason, &progress)?;
        let all = backup::list(&self.backups())?;
        for (old, kept) in all.iter().zip(backup::keep(&all, now)) {
            match kept {
                Kept::Goes => old.remove()?,
                Kept::Stays => {}
            }
        }
        self.carry(&made);
        Ok(made)
    }

    /// Carries a backup to the second medium when that is there; answers whether it arrived. What goes wrong there is told by
    /// [`Session::second_trouble`]: the backup here counts nevertheless.
    fn carry(&mut self, backup: &Backup) -> bool {
        let now = self.office.now();
        let Some(mut second) = self.care.second.clone().filter(Second::is_there) else { return false };
        let carried = backup::copy_to(backup, &second.folder, now).and_then(|()| {
            second.last_at = Some(now);
            second.last_serial = backup.manifest.serial;
            self.set_care(Care { second: Some(second), ..self.care.clone() })
        });
        self.trouble = carried.err().map(|error| (now, backup::trouble_of(error)));
        self.trouble.is_none()
    }

    /// Why the second medium does not get what it should, as a sentence; none: it does, or it is not plugged in.
    pub fn second_trouble(&self) -> Option<String> {
        let second = self.care.second.as_ref()?;
        second.mistaken().or_else(|| self.trouble.as_ref().map(|(_, sentence)| sentence.clone()))
    }

    /// Every minute: a backup if a quarter of an hour has passed and something changed; and what the second medium missed while it
    /// was unplugged. Answers whether something was copied.
    pub fn tick(&mut self) -> Result<bool> {
        let now = self.office.now();
        if self.due.is_due(now) && self.changed()? {
            return self.back_up(Reason::Scheduled).map(|_| true);
        }
        self.catch_up()
    }

    /// Carries the newest backup to a second medium that was plugged in again. One that gives trouble is left alone for a while.
    fn catch_up(&mut self) -> Result<bool> {
        let now = self.office.now();
        let rests = self.trouble.as_ref().is_some_and(|(tried, _)| (now - *tried).abs() < QUARTER);
        let Some(second) = self.care.second.as_ref().filter(|second| !rests && second.is_there()) else {
            return Ok(false);
        };
        let behind = second.last_serial;
        let newest = backup::list(&self.backups())?.into_iter().next();
        Ok(newest.is_some_and(|newest| newest.manifest.serial > behind && self.carry(&newest)))
    }

    /// Closes the office; with a last backup if anything changed since the newest. The office is closed even when that fails, and
    /// the reason is answered.
    pub fn close(mut self, with_backup: bool) -> Result<Lock> {
        let copied = if with_backup && self.changed()? { self.back_up(Reason::Closing).map(drop) } else { Ok(()) };
        drop(self.walk);
        self.office.close()?;
        copied.map(|()| self.lock)
    }
}

const QUARTER: TimeDelta = TimeDelta::minutes(backup::SCHEDULED_MINUTES);

const NOTHING: &str = "Chưa có dữ liệu trong thư mục này. Hãy thiết lập cơ quan, hoặc khôi phục từ bản sao lưu.";

/// Is there no register, or nothing in it?
fn is_gone(register: &Path) -> bool {
    std::fs::metadata(register).map_or(true, |file| file.len() == 0)
}

/// Is there an office in this folder: a register with something in it, or backups of one?
pub fn is_office(folder: &Path) -> bool {
    !is_gone(&folder.join(REGISTER)) || backup::list(&folder.join(backup::FOLDER)).is_ok_and(|list| !list.is_empty())
}

/// Lets a register that was cut off come to rest, then looks at it on a connection of its own.
///
/// Before anything is written, a newer or foreign file is refused, and so is one that lacks acts or mixes two states: what lies
/// there stays as it is for someone who may still sort it out.
fn recover(folder: &Path, key: &Key) -> std::result::Result<Health, Shut> {
    let register = folder.join(REGISTER);
    if has_other_names(&register) {
        return Err(Shut::Refused(OTHER_NAMES.to_owned()));
    }
    let cut_off = std::fs::metadata(log_of(&register)).is_ok_and(|log| log.len() > 0);
    let peeked = match only_read(&register, key) {
        Ok(db) => peek(folder, &db, cut_off),
        Err(Error::Broken(cause)) => return Ok(Health::Damaged(cause)),
        Err(refused @ Error::Refused(_)) => return Err(Shut::Failed(refused)),
    };
    match peeked {
        Ok(None) => {}
        Ok(Some(Found::Lacking(acts))) => {
            return Err(Shut::Behind(format!(
                "Dữ liệu thiếu {acts} thao tác cuối đã ghi lần trước: tệp -wal đã bị xóa, hoặc tệp dữ liệu đã bị thay bằng bản cũ. \
                 Hãy trả lại tệp cũ, hoặc khôi phục bản sao lưu mới nhất."
            )));
        }
        Err(refused @ Error::Refused(_)) => return Err(Shut::Refused(refused.sentences())),
        Ok(Some(Found::Mixed(cause))) | Err(Error::Broken(cause)) => return Ok(Health::Damaged(cause)),
    }
    let rested = file::open(&register, key).and_then(|db| {
        db.query_row("select count(*) from sqlite_schema", [], |_| Ok(()))?;
        db.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        db.close().map_err(|(_, error)| Error::from(error))
    });
    match rested.and_then(|()| backup::examine(&register, key)) {
        Ok(health) => Ok(health),
        Err(Error::Broken(cause)) => Ok(Health::Damaged(cause)),
        Err(refused @ Error::Refused(_)) => Err(Shut::Failed(refused)),
    }
}

/// What is wrong with a register whose pages are whole.
enum Found {
    /// So many acts are gone.
    Lacking(i64),
    /// Pages of two states lie side by side; the cause, for the log.
    Mixed(String),
}

/// Reads the shape, and what the journal says, without leaving a trace in the file. `cut_off`: a log lies beside it.
fn peek(folder: &Path, db: &Connection, cut_off: bool) -> Result<Option<Found>> {
    match schema::shape(db)? {
        schema::Shape::Blank => return Ok(None),
        schema::Shape::Older | schema::Shape::Current => {}
    }
    if cut_off {
        // The log is about to be folded in: it must be the log of this very file.
        if let Some(cause) = journal::mixed(db)? {
            return Ok(Some(Found::Mixed(cause)));
        }
    }
    Ok(witness::lacking(folder, db)?.map(Found::Lacking))
}

/// A connection that reads and never writes, not even the log into the file.
fn only_read(register: &Path, key: &Key) -> Result<Connection> {
    let db = file::connect(register, Access::Read)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    file::unlock(&db, key)?;
    Ok(db)
}

fn log_of(register: &Path) -> PathBuf {
    let mut name = register.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

const OTHER_NAMES: &str = "Tệp dữ liệu đang là một liên kết, hoặc có hai tên: mở bằng hai tên sẽ làm hỏng dữ liệu. \
    Hãy để lại một tệp thật trong thư mục dữ liệu rồi mở lại.";

/// A link, or a file with two names: each name would get a log of its own.
fn has_other_names(register: &Path) -> bool {
    std::fs::symlink_metadata(register).is_ok_and(|about| {
        #[cfg(unix)]
        let linked = std::os::unix::fs::MetadataExt::nlink(&about) > 1;
        #[cfg(not(unix))]
        let linked = false;
        linked || about.is_symlink()
    })
}
