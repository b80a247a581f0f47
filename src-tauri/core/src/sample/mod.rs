//! The sample district ("dữ liệu mẫu"): an office to try everything on, in a file of its own beside the real one.
//!
//! No such district, no such people. Removing it deletes its folder and nothing else.

mod awards;
mod district;
mod work;

use crate::{
    error::{Error, Result},
    home::{self, Home, StartState, Which},
    host::HostDraft,
    journal::What,
    office::{Office, REGISTER},
    session::{self, Shut},
};
use std::fs;

const PROFILE: &str = include_str!("../../../../assets/sample/profile.json");
const CLERK: &str = "Người dùng thử";
const LOAD: What = What::new("sample.load", "Nạp dữ liệu mẫu");

fn is_there(home: &Home) -> bool {
    home.folder_of(Which::Sample).join(REGISTER).exists()
}

/// Makes the sample district, or opens it when it is there already.
pub fn load(home: &mut Home, (): ()) -> Result<StartState> {
    if is_there(home) {
        return open(home, ());
    }
    match make(home) {
        Ok(()) => home::state(home, ()),
        Err(error) => {
            // half a district is no sample
            sweep(home)?;
            Err(error)
        }
    }
}

fn make(home: &mut Home) -> Result<()> {
    let profile: HostDraft = serde_json::from_str(PROFILE)?;
    home.found(Which::Sample, profile, CLERK, None, furnish).map(drop)
}

fn furnish(office: &mut Office) -> Result<()> {
    let progress = office.progress();
    let district = district::District::embedded()?;
    progress.begin("Nạp dữ liệu mẫu", district.steps());
    // not an act of the person: Ctrl+Z does not take the district back, "Xóa dữ liệu mẫu" does
    let members = office.keep(LOAD, |pen| district.settle(pen, &progress))?.value;
    work::enter(office, &members)?;
    awards::give(office)
}

/// Opens the sample district; the office that was open is closed.
pub fn open(home: &mut Home, (): ()) -> Result<StartState> {
    if !is_there(home) {
        return Err(missing());
    }
    home.close()?;
    home.enter(Which::Sample, None)
}

/// Goes back to the real office, or to the first start when there is none.
pub fn open_office(home: &mut Home, (): ()) -> Result<StartState> {
    home.close()?;
    home::state(home, ())
}

/// Deletes the sample district's folder, then goes back to the real office.
pub fn remove(home: &mut Home, (): ()) -> Result<StartState> {
    if !is_there(home) {
        return Err(missing());
    }
    if home.which() == Some(Which::Sample) {
        home.close_as_is()?;
    }
    sweep(home)?;
    home::state(home, ())
}

fn missing() -> Error {
    Error::refused("", "Không có dữ liệu mẫu trên máy này. Hãy bấm Nạp dữ liệu mẫu.")
}

/// Deletes the folder unless another program has it open.
fn sweep(home: &mut Home) -> Result<()> {
    if home.which() == Some(Which::Sample) {
        home.close_as_is()?;
    }
    let folder = home.folder_of(Which::Sample);
    if !folder.exists() {
        return Ok(());
    }
    drop(session::occupy(&folder).map_err(Shut::into_error)?);
    Ok(fs::remove_dir_all(&folder)?)
}

#[cfg(test)]
mod tests;
