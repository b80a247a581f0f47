//! The first day. The office is made in a folder beside and takes its place in one step: a set-up that is cut off leaves nothing.

use super::{Home, Standing, StartState, Which, remember_clerk};
use crate::{
    backup, catalogue, compacts,
    error::{Error, Result},
    host::{self, HostDraft},
    initiatives, movements,
    office::{Office, Opening, REGISTER},
    pledges, scores,
    session::{self, FOUNDING, KEY_FILE, Session, Shut},
    targets,
    vault::{Key, KeyFile},
    vietnamese::clean,
    years,
};
use serde::{Deserialize, Serialize};
use std::{fs, path::Path};
use ts_rs::TS;

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
    let recovery_key = home.found(Which::Office, draft, &first.clerk, first.password.as_deref(), |_| Ok(()))?;
    Ok(SetUpDone { recovery_key, state: home.standing(Which::Office, Standing::Open, String::new())? })
}

impl Home {
    /// Makes a new office and opens it; answers the recovery key as it is printed. `furnish` enters what it shall hold from the
    /// first moment on. Until all of it is there, nothing is.
    pub fn found(
        &mut self,
        which: Which,
        draft: HostDraft,
        clerk: &str,
        password: Option<&str>,
        furnish: impl FnOnce(&mut Office) -> Result<()>,
    ) -> Result<String> {
        if self.exists(which) {
            return Err(Error::refused(
                "",
                "Đã có dữ liệu trong thư mục này. Hãy mở dữ liệu đó, hoặc chọn thư mục khác.",
            ));
        }
        self.close()?;
        let folder = self.folder_of(which);
        let lock = session::occupy(&folder).map_err(Shut::into_error)?;
        session::sweep_halves(&folder)?;
        let (key_file, key, recovery_key) = KeyFile::create(password.filter(|typed| !typed.is_empty()))?;
        let beside = folder.join(FOUNDING);
        let made = self.make(which, &beside, &key, draft, &clean(clerk), furnish).and_then(|()| {
            backup::take_place(&beside.join(REGISTER), &key_file, &folder.join(REGISTER), &folder.join(KEY_FILE))
        });
        session::sweep_halves(&folder)?;
        made?;
        let opened = Session::open(self.start(which), lock, key, key_file);
        let state = self.seat(which, opened)?;
        if state.standing != Standing::Open {
            return Err(Error::refused("", state.sentence));
        }
        let session = self.session()?;
        session.recovery_key = Some(recovery_key.clone());
        session.office.sit(&clean(clerk));
        Ok(recovery_key.printed().to_string())
    }

    /// Makes the whole register in a folder of its own, and closes it.
    fn make(
        &self,
        which: Which,
        beside: &Path,
        key: &Key,
        draft: HostDraft,
        clerk: &str,
        furnish: impl FnOnce(&mut Office) -> Result<()>,
    ) -> Result<()> {
        fs::create_dir_all(beside)?;
        let session::Start { clock, worker, progress, .. } = self.start(which);
        let opening = Opening { folder: beside.to_path_buf(), clock, worker, progress };
        let mut office = Office::open(opening, key, |_| Ok(()))?;
        office.sit(clerk);
        host::found(&mut office, draft)?;
        catalogue::seed(&mut office)?;
        pledges::seed(&mut office)?;
        years::seed(&mut office)?;
        scores::seed(&mut office)?;
        initiatives::seed(&mut office)?;
        movements::seed(&mut office)?;
        targets::seed(&mut office)?;
        compacts::seed(&mut office)?;
        remember_clerk(&mut office, clerk)?;
        furnish(&mut office)?;
        office.close()
    }
}
