//! Where the data lies: one name for it everywhere.

use std::path::PathBuf;

/// The variable that names the data folder, the same as `desk --home`.
pub const VARIABLE: &str = "SOVANG_DATA_DIR";

/// The folder's name below the place where this system keeps programs' data.
const NAME: &str = "vn.sovang.app";

/// The data folder: `SOVANG_DATA_DIR`, or the system's place for the data of programs of this person.
pub fn data_folder() -> Option<PathBuf> {
    let named = |variable: &str| std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    named(VARIABLE).or_else(|| {
        let place = if cfg!(windows) {
            named("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            named("HOME").map(|home| home.join("Library/Application Support"))
        } else {
            named("XDG_DATA_HOME").or_else(|| named("HOME").map(|home| home.join(".local/share")))
        };
        place.map(|place| place.join(NAME))
    })
}
