//! The data folder of this computer: the real office, the sample beside it, and which of them is open.
//!
//! ```text
//! home/office/  register.sovang  key.json  lock  backups/
//! home/sample/  the same, for the sample district; removing it never touches home/office
//! home/log/     so-vang.log
//! ```

use crate::{
    clock::Clock,
    error::{Error, Result},
    host::{self, HostDraft},
    log::Log,
    office::{Office, Opening, REGISTER, Worker},
    progress::Progress,
    settings,
    vault::{Key, KeyFile, VaultError},
    vietnamese::clean,
};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use ts_rs::TS;

/// The key file's name in an office's folder.
pub const KEY_FILE: &str = "key.json";

/// Setting: the clerks who take turns at this office.
const CLERKS: &str = "clerks";

/// The data folder, with the office that is open, if any.
pub struct Home {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    worker: Option<Worker>,
    progress: Arc<Progress>,
    log: Log,
    open: Option<(Which, Office)>,
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
        Self { folder, clock, worker, progress: Arc::default(), log, open: None }
    }

    /// The open office.
    pub fn office(&mut self) -> Result<&mut Office> {
        match &mut self.open {
            Some((_, office)) => Ok(office),
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
        self.folder_of(which).join(REGISTER).exists()
    }

    /// Opens an office with its key; the one that was open is closed.
    pub fn open(&mut self, which: Which, key: &Key) -> Result<()> {
        self.close()?;
        let opening = Opening {
            folder: self.folder_of(which),
            clock: self.clock(),
            worker: self.worker.clone(),
            progress: self.progress(),
        };
        let mut office = Office::open(opening, key, |_| Ok(()))?;
        if let [only] = clerks(&office)?.as_slice() {
            office.sit(only);
        }
        self.open = Some((which, office));
        Ok(())
    }

    /// Closes what is open.
    pub fn close(&mut self) -> Result<()> {
        match self.open.take() {
            Some((_, office)) => office.close(),
            None => Ok(()),
        }
    }

    /// Opens an office that needs no password; answers how things stand.
    fn enter(&mut self, which: Which, password: Option<&str>) -> Result<StartState> {
        let key_file = KeyFile::load(&self.folder_of(which).join(KEY_FILE))?;
        match key_file.unlock(password) {
            Ok(key) => self.open(which, &key)?,
            Err(VaultError::NeedsPassword) => return self.standing(which, Standing::Locked, String::new()),
            Err(error) => return Err(error.into()),
        }
        self.standing(which, Standing::Open, String::new())
    }

    fn standing(&self, which: Which, standing: Standing, sentence: String) -> Result<StartState> {
        let today = self.clock.today();
        let (name, who, clerks) = match &self.open {
            Some((_, office)) => {
                let name = host::as_of(office, today).map(|host| host.name).unwrap_or_default();
                (name, office.who().to_owned(), clerks(office)?)
            }
            None => (String::new(), String::new(), Vec::new()),
        };
        Ok(StartState {
            standing,
            which,
            sentence,
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

/// The first day: the office, who sits at it, and a password if wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetUp {
    /// The office itself.
    pub host: HostDraft,
    /// The clerk's name.
    pub clerk: String,
    /// A password, if wanted.
    #[serde(default)]
    pub password: Option<String>,
}

/// What the first day answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetUpDone {
    /// To be printed or written down, once: it opens the data when the password or the computer is lost.
    pub recovery_key: String,
    /// How things stand now.
    pub state: StartState,
}

/// Sets up the real office.
pub fn set_up(home: &mut Home, first: SetUp) -> Result<SetUpDone> {
    let draft = host::check(first.host)?;
    let recovery_key = home.found(Which::Office, draft, &first.clerk, first.password.as_deref())?;
    Ok(SetUpDone { recovery_key, state: home.standing(Which::Office, Standing::Open, String::new())? })
}

impl Home {
    /// Makes a new office in its folder and opens it; answers the recovery key as it is printed.
    pub fn found(&mut self, which: Which, draft: HostDraft, clerk: &str, password: Option<&str>) -> Result<String> {
        if self.exists(which) {
            return Err(Error::refused("", "Đã có dữ liệu trong thư mục này. Hãy mở dữ liệu đó, hoặc chọn thư mục khác."));
        }
        let folder = self.folder_of(which);
        fs::create_dir_all(&folder)?;
        let (key_file, key, recovery_key) = KeyFile::create(password.filter(|typed| !typed.is_empty()))?;
        key_file.save(&folder.join(KEY_FILE))?;
        self.open(which, &key)?;
        let office = self.office()?;
        office.sit(&clean(clerk));
        host::found(office, draft)?;
        remember_clerk(office, &clean(clerk))?;
        Ok(recovery_key.printed().to_string())
    }
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
