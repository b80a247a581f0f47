//! An office of its own for a story, worked on by `desk` alone, as a script works on it.

use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};
use tempfile::TempDir;

/// A file or folder of the sample district.
pub fn district(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/district-a").join(name)
}

/// What is expected of the sample district.
pub fn expected(name: &str) -> Value {
    serde_json::from_slice(&fs::read(district("expected").join(name)).unwrap()).unwrap()
}

/// A data folder in a temporary place that only `desk` has touched.
pub struct ByDesk {
    folder: TempDir,
}

impl ByDesk {
    fn nowhere() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// An office with nothing in it.
    pub fn founded() -> Self {
        let made = Self::nowhere();
        let profile = made.folder().join("profile.json");
        let text = json!({
            "kind": "district", "name": "Liên đoàn Lao động huyện Vân Trạch", "superior": "Liên đoàn Lao động tỉnh Hoài Giang",
            "symbol": "LĐLĐ", "place": "Vân Trạch",
            "signers": [{ "name": "Phạm Đức Long", "title": "Chủ tịch", "form": "TM. BAN THƯỜNG VỤ" }],
        });
        fs::write(&profile, text.to_string()).unwrap();
        made.run(&["init", "--profile", profile.to_str().unwrap()]);
        made
    }

    /// The office of the sample district with its units.
    pub fn with_units() -> Self {
        let made = Self::founded();
        made.intake("units", "units.xlsx");
        made
    }

    /// With its units and its members.
    pub fn with_members() -> Self {
        let made = Self::nowhere();
        put_district(&made.home());
        made
    }

    /// A folder that goes with the story.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The data folder.
    pub fn home(&self) -> PathBuf {
        self.folder().join("so-vang")
    }

    /// What `desk` prints.
    pub fn run(&self, words: &[&str]) -> String {
        let program = std::env::var_os("SOVANG_DESK").expect("SOVANG_DESK names the built desk: make sets it");
        let ran = Command::new(program).arg("--home").arg(self.home()).args(words).output().unwrap();
        assert!(ran.status.success(), "desk {words:?}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap()
    }

    /// Takes in a file or folder of the sample district, or another one by its whole path: what `desk` prints, and its report.
    pub fn intake(&self, what: &str, name: &str) -> (String, Value) {
        let (list, report) = (district(name), self.folder().join("report.json"));
        let said = self.run(&["intake", what, list.to_str().unwrap(), "--report", report.to_str().unwrap()]);
        (said, serde_json::from_slice(&fs::read(report).unwrap()).unwrap())
    }

    /// Takes the last intake back.
    pub fn undo_intake(&self, what: &str) {
        self.run(&["intake", what, "--undo"]);
    }

    /// Every line of a dump.
    pub fn dump(&self, what: &str) -> Vec<Value> {
        self.run(&["dump", what]).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// Puts the office of the sample district with its units and members into a data folder that is not there yet. Its 76 lists are
/// read by the first story that asks for it.
pub fn put_district(home: &Path) {
    static READ: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
    let files = READ.get_or_init(|| {
        let made = ByDesk::with_units();
        made.intake("members", "members");
        let home = made.home();
        let within = |path: PathBuf| (path.strip_prefix(&home).unwrap().to_owned(), fs::read(&path).unwrap());
        files_below(&home).into_iter().map(within).collect()
    });
    for (path, bytes) in files {
        let path = home.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}
