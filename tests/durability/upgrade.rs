//! Old files open in a new version, copied first; newer and foreign files are refused and stay as they are, byte for byte.

use super::trial::{Trial, turn, write};
use office::{
    backup::{self, Reason},
    file,
    home::Standing,
    session::KEY_FILE,
    settings,
    vault::KeyFile,
};
use std::{fs, path::Path};

/// The schema steps of the core, in order.
fn steps() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/schema");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "sql"))
        .collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The mark of our files: "SOVA".
const APPLICATION: i64 = 0x534F_5641;

#[test]
fn a_file_of_every_older_shape_is_copied_and_then_brought_up() {
    for done in 1..steps().len() {
        let mut trial = Trial::worked(3);
        let key = KeyFile::load(&trial.office_folder().join(KEY_FILE)).unwrap().unlock(None).unwrap();
        fs::remove_dir_all(trial.office_folder().join(backup::FOLDER)).unwrap();
        fs::remove_file(trial.register()).unwrap();
        office::witness::dismiss(&trial.office_folder()).unwrap();
        {
            let db = file::open(&trial.register(), &key).unwrap();
            for step in &steps()[..done] {
                db.execute_batch(step).unwrap();
            }
            db.pragma_update(None, "application_id", APPLICATION).unwrap();
            db.pragma_update(None, "user_version", i64::try_from(done).unwrap()).unwrap();
            db.execute("insert into setting (name, value) values ('turn', '7'), ('again', '7')", []).unwrap();
        }
        assert_eq!(trial.start().standing, Standing::Open, "after step {done}");
        let db = trial.home.office().unwrap().db();
        assert_eq!(settings::get::<usize>(db, "turn").unwrap(), Some(7), "after step {done}");
        write(&mut trial.home, 8).unwrap();
        assert_eq!(turn(&mut trial.home), 8, "after step {done}");
        let copies = backup::list(&trial.office_folder().join(backup::FOLDER)).unwrap();
        let first = copies.last().unwrap();
        assert_eq!((first.manifest.reason, first.manifest.facts.shape), (Reason::BeforeUpgrade, done));
        assert!(first.is_intact());
    }
}

/// Changes the file at rest and starts: it must be refused, and left alone.
fn is_refused(change: &str, word: &str) {
    let mut trial = Trial::worked(3);
    let key = KeyFile::load(&trial.office_folder().join(KEY_FILE)).unwrap().unlock(None).unwrap();
    file::open(&trial.register(), &key).unwrap().execute_batch(change).unwrap();
    let before = fs::read(trial.register()).unwrap();
    let told = trial.start();
    assert_eq!(told.standing, Standing::Refused, "{}", told.sentence);
    assert!(told.sentence.contains(word), "{}", told.sentence);
    assert_eq!(fs::read(trial.register()).unwrap(), before, "byte for byte");
}

#[test]
fn a_file_of_a_newer_version_is_refused_and_left_as_it_is() {
    is_refused("pragma user_version = 999", "mới hơn");
}

#[test]
fn a_foreign_file_is_refused_and_left_as_it_is() {
    is_refused("pragma application_id = 17", "không phải");
}

#[test]
fn a_key_file_of_a_newer_version_is_refused_and_left_as_it_is() {
    let mut trial = Trial::worked(3);
    let path = trial.office_folder().join(KEY_FILE);
    let newer = fs::read_to_string(&path).unwrap().replace("\"version\": 1", "\"version\": 2");
    fs::write(&path, &newer).unwrap();
    assert_eq!(trial.start().standing, Standing::Refused);
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}
