//! Files of the register deleted, mixed up, renamed or linked by hand: told, or harmless; never silently mixed.

use super::trial::{Trial, turn, write};
use office::{
    backup,
    home::{Standing, StartState, Unlock, Which, open_anyway},
    office::REGISTER,
    safekeeping,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

const LOG: &str = "register.sovang-wal";
const SHARED: &str = "register.sovang-shm";

/// The files of an office's folder, but not those of its backups.
type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Files {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect()
}

/// An office that was cut off after turn 40: a backup of turn 20, and turns 21 to 40 in the log alone.
struct CutOff {
    trial: Trial,
    /// The log as it was at turn 30.
    older_log: Vec<u8>,
}

fn cut_off() -> CutOff {
    let mut trial = Trial::new();
    for now in 1..=20 {
        write(&mut trial.home, now).unwrap();
    }
    trial.home.close().unwrap();
    assert_eq!(trial.start().standing, Standing::Open);
    let mut older_log = Vec::new();
    for now in 21..=40 {
        write(&mut trial.home, now).unwrap();
        if now == 30 {
            older_log = fs::read(trial.office_folder().join(LOG)).unwrap();
        }
    }
    let left = files(&trial.office_folder());
    assert!(left[LOG].len() > older_log.len() && !older_log.is_empty());
    // Closing folds the log in; what a cut leaves is laid back.
    trial.home.close_as_is().unwrap();
    for (name, bytes) in left {
        fs::write(trial.office_folder().join(name), bytes).unwrap();
    }
    CutOff { trial, older_log }
}

impl CutOff {
    fn path(&self, name: &str) -> PathBuf {
        self.trial.office_folder().join(name)
    }
}

/// Either it was told, and nothing was touched, or all forty turns are there.
fn told_or_whole(trial: &mut Trial, what: &str) -> StartState {
    let before = files(&trial.office_folder()).remove(REGISTER);
    let state = trial.start();
    match state.standing {
        Standing::Open => assert_eq!(turn(&mut trial.home), 40, "{what}"),
        Standing::Damaged | Standing::Refused => {
            assert_eq!(files(&trial.office_folder()).remove(REGISTER), before, "{what}: left as it is");
        }
        Standing::Empty | Standing::Locked | Standing::Held => panic!("{what}: {state:?}"),
    }
    state
}

#[test]
fn a_cut_off_office_opens_with_all_that_was_saved() {
    let mut office = cut_off();
    assert_eq!(told_or_whole(&mut office.trial, "cut off").standing, Standing::Open);
}

#[test]
fn a_deleted_log_is_told_with_the_number_of_lost_acts_and_the_clerk_may_go_on() {
    let mut office = cut_off();
    fs::remove_file(office.path(LOG)).unwrap();
    let told = told_or_whole(&mut office.trial, "log deleted");
    assert_eq!(told.standing, Standing::Damaged);
    assert!(told.behind && told.sentence.contains("20 thao tác"), "{}", told.sentence);
    let anyway = Unlock { which: Which::Office, password: None };
    assert_eq!(open_anyway(&mut office.trial.home, anyway).unwrap().standing, Standing::Open);
    assert_eq!(turn(&mut office.trial.home), 20);
    assert_eq!(office.trial.start().standing, Standing::Open, "told once");
}

#[test]
fn a_log_that_lost_its_end_is_told() {
    let mut office = cut_off();
    fs::write(office.path(LOG), &office.older_log).unwrap();
    assert_eq!(told_or_whole(&mut office.trial, "log cut").standing, Standing::Damaged);
}

#[test]
fn the_log_of_another_office_is_told_or_left_out() {
    for closed in [false, true] {
        let other = cut_off();
        let mut office = cut_off();
        if closed {
            assert_eq!(office.trial.start().standing, Standing::Open);
            office.trial.home.close().unwrap();
        }
        fs::copy(other.path(LOG), office.path(LOG)).unwrap();
        told_or_whole(&mut office.trial, "another office's log");
    }
}

#[test]
fn an_old_log_beside_a_newer_register_is_told_and_the_register_not_touched() {
    let mut office = cut_off();
    assert_eq!(office.trial.start().standing, Standing::Open);
    office.trial.home.close().unwrap();
    fs::write(office.path(LOG), &office.older_log).unwrap();
    told_or_whole(&mut office.trial, "old log");
}

#[test]
fn an_old_log_beside_a_backup_copied_by_hand_is_told() {
    let mut office = cut_off();
    let oldest = backup::list(&office.path(backup::FOLDER)).unwrap().pop().unwrap();
    fs::copy(oldest.copy(), office.path(REGISTER)).unwrap();
    told_or_whole(&mut office.trial, "backup by hand, log of the crash");
    fs::write(office.path(LOG), &office.older_log).unwrap();
    told_or_whole(&mut office.trial, "backup by hand, old log");
}

#[test]
fn a_restore_never_reads_the_log_of_what_it_replaces() {
    let mut office = cut_off();
    fs::write(office.path(LOG), &office.older_log).unwrap();
    assert_eq!(office.trial.start().standing, Standing::Damaged);
    assert_eq!(office.trial.restore_newest().standing, Standing::Open);
    assert_eq!(turn(&mut office.trial.home), 20);
    assert_eq!(office.trial.start().standing, Standing::Open, "and it stays so");
    assert_eq!(turn(&mut office.trial.home), 20);
}

#[test]
fn a_lost_or_spoilt_index_of_the_log_costs_nothing() {
    let mut office = cut_off();
    drop(fs::remove_file(office.path(SHARED)));
    assert_eq!(told_or_whole(&mut office.trial, "index deleted").standing, Standing::Open);
    let mut office = cut_off();
    fs::write(office.path(SHARED), vec![0xA5; 32 * 1024]).unwrap();
    assert_eq!(told_or_whole(&mut office.trial, "index spoilt").standing, Standing::Open);
}

#[test]
fn a_register_that_was_renamed_away_is_told_and_no_new_office_is_offered() {
    let mut office = cut_off();
    fs::rename(office.path(REGISTER), office.path("register.old")).unwrap();
    let told = office.trial.start();
    assert_eq!((told.standing, told.has_office), (Standing::Damaged, true));
    assert!(!office.path(REGISTER).exists());
}

#[cfg(unix)]
#[test]
fn a_register_with_two_names_or_behind_a_link_is_refused() {
    let mut office = cut_off();
    fs::hard_link(office.path(REGISTER), office.path("second-name.sovang")).unwrap();
    assert_eq!(told_or_whole(&mut office.trial, "two names").standing, Standing::Refused);
    fs::remove_file(office.path("second-name.sovang")).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let real = elsewhere.path().join("real.sovang");
    fs::copy(office.path(REGISTER), &real).unwrap();
    fs::remove_file(office.path(REGISTER)).unwrap();
    std::os::unix::fs::symlink(&real, office.path(REGISTER)).unwrap();
    assert_eq!(told_or_whole(&mut office.trial, "a link").standing, Standing::Refused);
}

#[test]
fn an_old_copy_laid_over_the_register_by_hand_is_told() {
    let mut office = cut_off();
    assert_eq!(office.trial.start().standing, Standing::Open);
    office.trial.home.close().unwrap();
    let oldest = backup::list(&office.path(backup::FOLDER)).unwrap().pop().unwrap();
    fs::copy(oldest.copy(), office.path(REGISTER)).unwrap();
    let told = told_or_whole(&mut office.trial, "old copy");
    assert_eq!(told.standing, Standing::Damaged);
    assert!(told.sentence.contains("thao tác"), "{}", told.sentence);
    let offered = safekeeping::list(&mut office.trial.home, Which::Office).unwrap();
    assert!(offered.len() >= 2);
    assert_eq!(office.trial.restore_newest().standing, Standing::Open);
    assert_eq!(turn(&mut office.trial.home), 40, "the backup made at closing has it all");
}

#[test]
fn the_register_of_another_office_is_told() {
    let other = cut_off();
    let mut office = cut_off();
    fs::copy(other.path(REGISTER), office.path(REGISTER)).unwrap();
    assert_eq!(told_or_whole(&mut office.trial, "another office's register").standing, Standing::Damaged);
    fs::remove_file(office.path(LOG)).unwrap();
    assert_eq!(told_or_whole(&mut office.trial, "another office's register, no log").standing, Standing::Damaged);
}
