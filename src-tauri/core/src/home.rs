//! The data folder of this computer: the real office, the sample beside it, and which of them is open.
//!
//! ```text
//! home/office/  register.sovang  key.json  lock  backups/
//! home/sample/  the same, for the sample district; removing it never touches home/office
//! home/log/     so-vang.log
//! ```

mod founding;

pub use founding::{SetUp, SetUpDone, set_up};

use crate::{
    clock::Clock,
    error::{Error, Result},
    host,
    log::Log,
    office::{Office, Worker},
    progress::Progress,
    session::{self, Session, Shut, Start},
    settings,
    vault::{Attempts, Key, KeyFile, VaultError},
    vietnamese::clean,
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use ts_rs::TS;

/// What a person reads when the register is damaged; the backups are offered beneath it.
const DAMAGED: &str = "Tệp dữ liệu bị hỏng nên không mở, để không ghi thêm vào chỗ hỏng. \
    Hãy chọn một bản sao lưu bên dưới để khôi phục; tệp hỏng được giữ lại 14 ngày.";

/// Setting: the clerks who take turns at this office.
const CLERKS: &str = "clerks";

/// The data folder, with the office that is open, if any.
pub struct Home {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    worker: Option<Worker>,
    progress: Arc<Progress>,
    log: Log,
    open: Option<(Which, Session)>,
    /// Wrong passwords and wrong recovery keys: the one does not make wait for the other.
    passwords: Attempts,
    recovery_keys: Attempts,
    /// When the person last did something; the office locks itself after a while.
    touched: DateTime<FixedOffset>,
}

/// Which office of the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// The office itself.
    Office,
    /// The sample district.
    Sample,
}

impl Which {
    const fn folder(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Sample => "sample",
        }
    }
}

/// How things stand at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// No office yet: set one up, or look at the sample.
    Empty,
    /// There is an office; its password is wanted.
    Locked,
    /// Open.
    Open,
    /// The file or its key is damaged; `sentence` says so and the backups are offered.
    Damaged,
    /// Another program has it; `sentence` names it.
    Held,
    /// It cannot be opened here (newer version, unfit folder); `sentence` says why.
    Refused,
}

/// What the page needs to know first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StartState {
    /// How things stand.
    pub standing: Standing,
    /// Which office this is about.
    pub which: Which,
    /// Why, as a sentence; empty when all is well.
    pub sentence: String,
    /// The file is whole and only lacks the last acts: it may be opened without them.
    pub behind: bool,
    /// Only the key file is lost: the recovery key opens the register as it lies there.
    pub key_lost: bool,
    /// What the person must hear although the office is open: a wrong clock, an altered history.
    pub warnings: Vec<String>,
    /// The office's name today, when open.
    pub name: String,
    /// Who is at the desk; empty: ask.
    pub who: String,
    /// Who has been at the desk before.
    pub clerks: Vec<String>,
    /// Whether the real office has been set up.
    pub has_office: bool,
    /// Whether the sample is there.
    pub has_sample: bool,
    /// The year today, for the year picker.
    pub today: chrono::NaiveDate,
    /// This program's version.
    pub version: String,
}

impl Home {
    /// The data folder at `folder`; nothing is opened yet.
    pub fn new(folder: PathBuf, clock: Arc<dyn Clock>, worker: Option<Worker>) -> Self {
        let log = Log::in_folder(&folder.join("log"));
        let touched = clock.now();
        Self {
            folder,
            clock,
            worker,
            progress: Arc::default(),
            log,
            open: None,
            passwords: Attempts::default(),
            recovery_keys: Attempts::default(),
            touched,
        }
    }

    /// The open office.
    pub fn office(&mut self) -> Result<&mut Office> {
        Ok(&mut self.session()?.office)
    }

    /// The open office with its key and its backups.
    pub fn session(&mut self) -> Result<&mut Session> {
        match &mut self.open {
            Some((_, session)) => Ok(session),
            None => Err(Error::refused("", "Dữ liệu chưa được mở. Hãy mở khóa hoặc thiết lập cơ quan trước.")),
        }
    }

    /// Where long work says how far it is: read without waiting for the office.
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// The log of faults.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The clock.
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    /// The data folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Which office is open, if any.
    pub fn which(&self) -> Option<Which> {
        self.open.as_ref().map(|(which, _)| *which)
    }

    /// The folder of one of the two offices.
    pub fn folder_of(&self, which: Which) -> PathBuf {
        self.folder.join(which.folder())
    }

    fn exists(&self, which: Which) -> bool {
        session::is_office(&self.folder_of(which))
    }

    /// Opens an office with its key; the one that was open is closed. Answers how things stand: a damaged file, a second
    /// program, an unfit folder are told, not thrown.
    pub fn open(&mut self, which: Which, key: Key, key_file: KeyFile) -> Result<StartState> {
        self.close()?;
        let opened = session::occupy(&self.folder_of(which))
            .and_then(|lock| Session::open(self.start(which), lock, key, key_file));
        self.seat(which, opened)
    }

    /// What an office of this data folder is opened with.
    pub fn start(&self, which: Which) -> Start {
        Start {
            folder: self.folder_of(which),
            clock: self.clock(),
            worker: self.worker.clone(),
            progress: self.progress(),
        }
    }

    fn seat(&mut self, which: Which, opened: std::result::Result<Session, Shut>) -> Result<StartState> {
        match opened {
            Ok(mut session) => {
                if let [only] = clerks(&session.office)?.as_slice() {
                    session.office.sit(only);
                }
                self.open = Some((which, session));
                self.touch();
                self.standing(which, Standing::Open, String::new())
            }
            Err(Shut::Damaged(cause)) => {
                self.log.write(self.clock.as_ref(), "start", &cause);
                self.standing(which, Standing::Damaged, DAMAGED.to_owned())
            }
            Err(Shut::Behind(sentence)) => {
                Ok(StartState { behind: true, ..self.standing(which, Standing::Damaged, sentence)? })
            }
            Err(Shut::Held(sentence)) => self.standing(which, Standing::Held, sentence),
            Err(Shut::Refused(sentence)) => self.standing(which, Standing::Refused, sentence),
            Err(Shut::Failed(error @ Error::Refused(_))) => self.standing(which, Standing::Refused, error.sentences()),
            Err(Shut::Failed(error @ Error::Broken(_))) => Err(error),
        }
    }

    /// Closes what is open, with a last backup of the real office. A backup that fails is logged: closing goes on.
    pub fn close(&mut self) -> Result<()> {
        let Some((which, session)) = self.open.take() else { return Ok(()) };
        if let Err(error) = session.close(which == Which::Office) {
            self.log.write(self.clock.as_ref(), "close", &error.sentences());
        }
        Ok(())
    }

    /// Closes what is open and makes no backup: one was just made.
    pub fn close_as_is(&mut self) -> Result<()> {
        match self.open.take() {
            Some((_, session)) => session.close(false).map(drop),
            None => Ok(()),
        }
    }

    /// The person did something.
    pub fn touch(&mut self) {
        self.touched = self.clock.now();
    }

    /// Every minute: the scheduled backup, the second medium, and the lock after a while of nobody. Answers whether it locked.
    pub fn tick(&mut self, active: bool) -> Result<bool> {
        if active {
            self.touch();
        }
        let idle = self.clock.now() - self.touched;
        let Some((which, session)) = &mut self.open else { return Ok(false) };
        let kept = if *which == Which::Office { session.tick() } else { Ok(false) };
        let minutes = session.care().lock_after_minutes;
        let locks = minutes > 0 && session.key_file().has_password() && idle >= TimeDelta::minutes(i64::from(minutes));
        // A copy that cannot be made must not leave the register open to whoever passes by.
        if locks {
            self.close()?;
        } else {
            kept?;
        }
        Ok(locks)
    }

    /// Tries a password that may be wrong; after five wrong ones the person waits.
    pub fn try_password<T>(&mut self, open: impl FnOnce() -> std::result::Result<T, VaultError>) -> Result<T> {
        Ok(self.passwords.try_once(open)?)
    }

    /// The same with a recovery key; whoever has it does not wait because of wrong passwords.
    pub fn try_recovery_key<T>(&mut self, open: impl FnOnce() -> std::result::Result<T, VaultError>) -> Result<T> {
        self.recovery_keys.try_once(open).map_err(|error| {
            let waits = matches!(error, VaultError::Wait(_));
            if waits { Error::refused("recovery_key", error.sentence()) } else { error.into() }
        })
    }

    /// Opens an office that needs no password, or with the one given; answers how things stand.
    pub fn enter(&mut self, which: Which, password: Option<&str>) -> Result<StartState> {
        let folder = self.folder_of(which);
        let key_file = match session::key_file_beside(&folder) {
            Ok(key_file) => key_file,
            Err(VaultError::TooNew) => return self.standing(which, Standing::Refused, VaultError::TooNew.sentence()),
            Err(error) => {
                self.log.write(self.clock.as_ref(), "start", &error.to_string());
                let key_lost = !session::keys_that_fit(&folder).is_empty();
                let sentence = if key_lost { error.sentence_beside_a_whole_register() } else { error.sentence() };
                return Ok(StartState { key_lost, ..self.standing(which, Standing::Damaged, sentence)? });
            }
        };
        if key_file.has_password() && password.is_none() {
            return self.standing(which, Standing::Locked, String::new());
        }
        let key = self.try_password(|| key_file.unlock(password))?;
        self.open(which, key, key_file)
    }

    fn standing(&self, which: Which, standing: Standing, sentence: String) -> Result<StartState> {
        let today = self.clock.today();
        let (name, who, clerks, warnings) = match &self.open {
            Some((_, session @ Session { office, .. })) => {
                let name = host::as_of(office, today).map(|host| host.name).unwrap_or_default();
                (name, office.who().to_owned(), clerks(office)?, session.warnings())
            }
            None => (String::new(), String::new(), Vec::new(), Vec::new()),
        };
        Ok(StartState {
            standing,
            which,
            sentence,
            behind: false,
            key_lost: false,
            warnings,
            name,
            who,
            clerks,
            has_office: self.exists(Which::Office),
            has_sample: self.exists(Which::Sample),
            today,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }
}

fn clerks(office: &Office) -> Result<Vec<String>> {
    Ok(settings::get(office.db(), CLERKS)?.unwrap_or_default())
}

/// How things stand; opens the office when it needs no password.
pub fn state(home: &mut Home, (): ()) -> Result<StartState> {
    if let Some(which) = home.which() {
        return home.standing(which, Standing::Open, String::new());
    }
    if home.exists(Which::Office) {
        return home.enter(Which::Office, None);
    }
    home.standing(Which::Office, Standing::Empty, String::new())
}

/// A password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unlock {
    /// Which office.
    pub which: Which,
    /// The password, as typed; none: try without.
    pub password: Option<String>,
}

/// Opens an office.
pub fn unlock(home: &mut Home, unlock: Unlock) -> Result<StartState> {
    home.enter(unlock.which, unlock.password.as_deref())
}

/// Opens an office although it lacks the last acts: the clerk was told, and has no better copy.
pub fn open_anyway(home: &mut Home, unlock: Unlock) -> Result<StartState> {
    crate::witness::dismiss(&home.folder_of(unlock.which))?;
    home.enter(unlock.which, unlock.password.as_deref())
}

/// Closes the open office; its password is wanted again.
pub fn lock(home: &mut Home, (): ()) -> Result<StartState> {
    let which = home.which().unwrap_or(Which::Office);
    home.close()?;
    home.standing(which, Standing::Locked, String::new())
}

/// Who sits down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sit {
    /// The clerk's name.
    pub name: String,
}

/// The person says who they are; every act carries the name.
pub fn sit(home: &mut Home, sit: Sit) -> Result<StartState> {
    let name = clean(&sit.name);
    if name.is_empty() {
        return Err(Error::refused("name", "Chưa ghi họ tên người làm việc."));
    }
    let office = home.office()?;
    office.sit(&name);
    remember_clerk(office, &name)?;
    state(home, ())
}

fn remember_clerk(office: &mut Office, name: &str) -> Result<()> {
    let mut known = clerks(office)?;
    if name.is_empty() || known.iter().any(|clerk| clerk == name) {
        return Ok(());
    }
    known.push(name.to_owned());
    let what = crate::journal::What::new("settings.clerk", "Ghi tên người làm việc");
    office.keep(what, |pen| settings::set(pen, CLERKS, &known)).map(drop)
}
