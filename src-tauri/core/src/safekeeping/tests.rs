#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod kept;

use super::*;
use crate::{
    clock::{Clock, StillClock},
    home::{SetUp, Standing, Unlock, lock, set_up, unlock},
    host::{HostDraft, Kind},
    journal::What,
    office::REGISTER,
    session::KEY_FILE,
    settings,
};
use chrono::TimeDelta;
use std::{fs, sync::Arc};
use tempfile::TempDir;

const PASSWORD: &str = "Cả họ đều khen bà Đặng";

struct Trial {
    folder: TempDir,
    clock: Arc<StillClock>,
    home: Home,
    recovery_key: String,
}

fn new_home(folder: &TempDir, clock: &Arc<StillClock>) -> Home {
    Home::new(folder.path().to_path_buf(), Arc::clone(clock) as Arc<dyn Clock>, None)
}

fn van_trach() -> HostDraft {
    HostDraft {
        kind: Kind::District,
        name: "Liên đoàn Lao động huyện Vân Trạch".into(),
        superior: "Liên đoàn Lao động tỉnh Hoài Giang".into(),
        symbol: "LĐLĐ".into(),
        place: "Vân Trạch".into(),
        signers: vec![],
    }
}

impl Trial {
    fn new(password: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(StillClock::at(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()));
        let mut home = new_home(&folder, &clock);
        let first =
            SetUp { host: van_trach(), clerk: "Lê Thị Lan".into(), password: password.map(ToOwned::to_owned) };
        let done = set_up(&mut home, first).unwrap();
        assert_eq!(done.state.standing, Standing::Open);
        Self { folder, clock, home, recovery_key: done.recovery_key }
    }

    fn write(&mut self, value: &str) {
        let office = self.home.office().unwrap();
        office.act(What::new("trial.write", "Ghi thử"), |pen| settings::set(pen, "trial", &value.to_owned())).unwrap();
    }

    fn value(&mut self) -> String {
        settings::get(self.home.office().unwrap().db(), "trial").unwrap().unwrap()
    }

    fn restart(&mut self) -> StartState {
        self.home.close().unwrap();
        self.home = new_home(&self.folder, &self.clock);
        state(&mut self.home, ()).unwrap()
    }

    fn register(&self) -> PathBuf {
        self.home.folder_of(Which::Office).join(REGISTER)
    }

    fn wish(name: &str) -> Restore {
        Restore { which: Which::Office, name: name.to_owned(), place: Place::Here, password: None, recovery_key: None }
    }

    fn keep_the_recovery_key(&mut self) {
        let typed = self.recovery_key[36..].to_lowercase();
        keys::recovery_key_kept(&mut self.home, keys::RecoveryKept { typed }).unwrap();
    }

    fn choose_usb(&mut self, folder: &std::path::Path) -> Result<SafetyState> {
        let token = self.home.office().unwrap().tray.lay(folder.to_path_buf()).token;
        choose_second(&mut self.home, ChooseSecond { folder: token })
    }
}

#[test]
fn a_quarter_of_an_hour_after_a_change_there_is_a_backup_and_without_a_change_there_is_none() {
    let mut trial = Trial::new(None);
    let count = |trial: &mut Trial| list(&mut trial.home, Which::Office).unwrap().len();
    trial.home.tick(true).unwrap();
    assert_eq!(count(&mut trial), 1, "the set-up is a change");
    for _ in 0..20 {
        trial.clock.advance(TimeDelta::minutes(1));
        trial.home.tick(true).unwrap();
    }
    assert_eq!(count(&mut trial), 1, "nothing changed");
    trial.write("một");
    trial.home.tick(true).unwrap();
    assert_eq!(count(&mut trial), 2);
    trial.write("hai");
    trial.clock.advance(TimeDelta::minutes(14));
    trial.home.tick(true).unwrap();
    assert_eq!(count(&mut trial), 2);
    assert!(safety(&mut trial.home, ()).unwrap().changed);
    trial.restart();
    assert_eq!(count(&mut trial), 3, "closing copies what is left");
    assert!(!safety(&mut trial.home, ()).unwrap().changed);
}

#[test]
fn a_restore_is_itself_taken_back_by_restoring_what_was_there_before() {
    let mut trial = Trial::new(None);
    trial.write("trước");
    let made = make(&mut trial.home, ()).unwrap();
    trial.write("sau");
    assert_eq!(list(&mut trial.home, Which::Office).unwrap()[0].acts_since, Some(1));
    let wish = Trial::wish(&made.name);
    let done = restore(&mut trial.home, wish).unwrap();
    assert_eq!((done.state.standing, done.state.who.as_str()), (Standing::Open, "Lê Thị Lan"));
    assert_eq!(trial.value(), "trước");
    let wish = Trial::wish(&done.before.unwrap());
    restore(&mut trial.home, wish).unwrap();
    assert_eq!(trial.value(), "sau");
}

#[test]
fn a_damaged_register_is_told_at_the_start_and_one_choice_mends_it() {
    let mut trial = Trial::new(None);
    trial.write("một");
    trial.home.close().unwrap();
    let mut bytes = fs::read(trial.register()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 16;
    fs::write(trial.register(), &bytes).unwrap();
    let told = trial.restart();
    assert_eq!(told.standing, Standing::Damaged);
    assert!(told.sentence.contains("sao lưu"), "{}", told.sentence);
    let offered = list(&mut trial.home, Which::Office).unwrap();
    let wish = Trial::wish(&offered[0].name);
    let done = restore(&mut trial.home, wish).unwrap();
    assert_eq!((done.state.standing, done.before), (Standing::Open, None));
    assert_eq!(trial.value(), "một");
    let aside = fs::read_dir(trial.home.folder_of(Which::Office))
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".damaged"))
        .count();
    assert_eq!(aside, 1, "the damaged file is kept");
}

#[test]
fn a_lost_key_file_is_mended_by_the_recovery_key() {
    let mut trial = Trial::new(None);
    trial.write("một");
    trial.home.close().unwrap();
    fs::write(trial.home.folder_of(Which::Office).join(KEY_FILE), b"{\"version\": 1").unwrap();
    assert_eq!(trial.restart().standing, Standing::Damaged);
    let name = list(&mut trial.home, Which::Office).unwrap()[0].name.clone();
    let wish = Restore { recovery_key: Some(trial.recovery_key.clone()), ..Trial::wish(&name) };
    assert_eq!(restore(&mut trial.home, wish).unwrap().state.standing, Standing::Open);
    assert_eq!(trial.restart().standing, Standing::Open, "the key lies beside the register again");
    assert_eq!(trial.value(), "một");
}

#[test]
fn the_usb_copy_and_the_recovery_key_alone_open_on_an_empty_computer() {
    for password in [None, Some(PASSWORD)] {
        let mut trial = Trial::new(password);
        let usb = tempfile::tempdir().unwrap();
        trial.write("một");
        assert!(
            trial.choose_usb(usb.path()).unwrap_err().sentences().contains("mã khôi phục"),
            "not before it is on paper"
        );
        trial.keep_the_recovery_key();
        assert!(!trial.choose_usb(usb.path()).unwrap().second.unwrap().behind);
        let elsewhere = tempfile::tempdir().unwrap();
        let mut home = new_home(&elsewhere, &trial.clock);
        let typed = trial.recovery_key.to_lowercase().replace('-', " ");
        let done = bring_back(&mut home, Which::Office, usb.path(), &typed).unwrap();
        assert_eq!(done.state.standing, Standing::Open);
        assert_eq!(settings::get::<String>(home.office().unwrap().db(), "trial").unwrap().unwrap(), "một");
        home.close().unwrap();
        let mut again = new_home(&elsewhere, &trial.clock);
        let expected = if password.is_some() { Standing::Locked } else { Standing::Open };
        assert_eq!(state(&mut again, ()).unwrap().standing, expected, "the password came along");
    }
}

#[test]
fn another_office_is_never_restored_over_this_one() {
    let mut trial = Trial::new(None);
    let mut other = Trial::new(None);
    let usb = tempfile::tempdir().unwrap();
    other.keep_the_recovery_key();
    other.choose_usb(usb.path()).unwrap();
    let refused = bring_back(&mut trial.home, Which::Office, usb.path(), &other.recovery_key).unwrap_err();
    assert!(refused.sentences().contains("cơ quan khác"), "{}", refused.sentences());
    let refused = bring_back(&mut trial.home, Which::Office, usb.path(), &trial.recovery_key).unwrap_err();
    assert!(refused.sentences().contains("mã khôi phục này"), "{}", refused.sentences());
}

#[test]
fn an_unplugged_stick_is_told_and_caught_up_with_when_it_returns() {
    let mut trial = Trial::new(None);
    let usb = tempfile::tempdir().unwrap();
    let folder = usb.path().join("sao lưu");
    fs::create_dir(&folder).unwrap();
    trial.keep_the_recovery_key();
    trial.choose_usb(&folder).unwrap();
    let pulled = usb.path().join("rút ra");
    fs::rename(&folder, &pulled).unwrap();
    trial.write("một");
    make(&mut trial.home, ()).unwrap();
    let second = safety(&mut trial.home, ()).unwrap().second.unwrap();
    assert!(!second.there && second.behind);
    fs::rename(&pulled, &folder).unwrap();
    trial.home.tick(true).unwrap();
    let second = safety(&mut trial.home, ()).unwrap().second.unwrap();
    assert!(second.there && !second.behind);
    assert!(
        list(&mut trial.home, Which::Office).unwrap().iter().any(|line| line.place == Place::Second && line.proved)
    );
}

#[test]
fn a_password_is_set_asked_for_changed_and_forgotten() {
    let mut trial = Trial::new(None);
    let set = |trial: &mut Trial, current: Option<&str>, new: Option<&str>| {
        let wish = keys::SetPassword { current: current.map(ToOwned::to_owned), new: new.map(ToOwned::to_owned) };
        keys::set_password(&mut trial.home, wish)
    };
    assert!(set(&mut trial, None, Some("congdoan2026")).is_err());
    assert!(set(&mut trial, None, Some(PASSWORD)).unwrap().has_password);
    let noted: String = trial
        .home
        .office()
        .unwrap()
        .db()
        .query_row("select label from act order by id desc limit 1", [], |row| row.get(0))
        .unwrap();
    assert_eq!(noted, "Đặt mật khẩu", "the history says who changed the locks");
    assert!(set(&mut trial, Some("sai rồi nhé"), None).is_err(), "the old password is wanted");
    assert_eq!(trial.restart().standing, Standing::Locked);
    let open = |trial: &mut Trial, typed: &str| {
        unlock(&mut trial.home, Unlock { which: Which::Office, password: Some(typed.to_owned()) })
    };
    let wrong = open(&mut trial, "sai rồi nhé").unwrap_err();
    assert!(wrong.sentences().starts_with("Mật khẩu chưa đúng"), "never called damage: {}", wrong.sentences());
    assert_eq!(open(&mut trial, PASSWORD).unwrap().standing, Standing::Open);
    lock(&mut trial.home, ()).unwrap();
    let forgot = keys::ForgotPassword {
        which: Which::Office,
        recovery_key: trial.recovery_key.clone(),
        password: Some("mưa to gió lớn".into()),
    };
    assert_eq!(keys::forgot_password(&mut trial.home, forgot).unwrap().standing, Standing::Open);
    trial.restart();
    assert!(open(&mut trial, PASSWORD).is_err());
    assert_eq!(open(&mut trial, "mưa to gió lớn").unwrap().standing, Standing::Open);
}

#[test]
fn an_office_with_a_password_locks_itself_after_a_while_of_nobody() {
    let mut trial = Trial::new(Some(PASSWORD));
    trial.clock.advance(TimeDelta::minutes(9));
    assert_eq!(tick(&mut trial.home, Tick { active: false }).unwrap().standing, Standing::Open);
    assert_eq!(tick(&mut trial.home, Tick { active: true }).unwrap().standing, Standing::Open);
    trial.clock.advance(TimeDelta::minutes(10));
    assert_eq!(tick(&mut trial.home, Tick { active: false }).unwrap().standing, Standing::Locked);
    let mut open = Trial::new(None);
    open.clock.advance(TimeDelta::hours(10));
    assert_eq!(tick(&mut open.home, Tick { active: false }).unwrap().standing, Standing::Open, "nothing to lock with");
}

#[test]
fn an_office_locks_itself_even_while_no_copy_can_be_made() {
    let mut trial = Trial::new(Some(PASSWORD));
    let backups = trial.home.folder_of(Which::Office).join(backup::FOLDER);
    std::fs::remove_dir_all(&backups).unwrap_or_default();
    std::fs::write(&backups, "no folder").unwrap();
    trial.clock.advance(TimeDelta::minutes(20));
    assert_eq!(tick(&mut trial.home, Tick { active: false }).unwrap().standing, Standing::Locked);
}

#[test]
fn a_disk_that_refuses_is_not_told_as_damage() {
    let mut trial = Trial::new(None);
    trial.home.tick(true).unwrap();
    let copy = list(&mut trial.home, Which::Office).unwrap().remove(0).name;
    trial.write("sau bản sao lưu");
    trial.home.close_as_is().unwrap();
    let index = trial.register().with_extension("sovang-shm");
    std::fs::remove_file(&index).unwrap_or_default();
    std::fs::create_dir(&index).unwrap();
    let shut = trial.restart();
    assert_eq!(shut.standing, Standing::Refused, "{}", shut.sentence);
    assert!(shut.sentence.contains("thư mục dữ liệu"), "{}", shut.sentence);
    let restored = restore(&mut trial.home, Trial::wish(&copy)).unwrap_err();
    assert_eq!(restored.sentences(), shut.sentence, "what cannot be backed up first is not replaced");
    std::fs::remove_dir(&index).unwrap();
    assert_eq!(trial.restart().standing, Standing::Open);
    assert_eq!(trial.value(), "sau bản sao lưu");
}

#[test]
fn a_second_program_is_told_who_has_the_data() {
    let trial = Trial::new(None);
    let mut second = new_home(&trial.folder, &trial.clock);
    let told = state(&mut second, ()).unwrap();
    assert_eq!(told.standing, Standing::Held);
    assert!(told.sentence.contains(&std::process::id().to_string()), "{}", told.sentence);
}

#[test]
fn the_recovery_key_is_shown_until_it_is_on_paper_and_a_new_one_replaces_it() {
    let mut trial = Trial::new(None);
    assert_eq!(keys::recovery_key(&mut trial.home, ()).unwrap().recovery_key, trial.recovery_key);
    let wrong = keys::RecoveryKept { typed: "AAAAA".into() };
    assert!(keys::recovery_key_kept(&mut trial.home, wrong).is_err());
    trial.keep_the_recovery_key();
    assert!(keys::recovery_key(&mut trial.home, ()).is_err(), "not kept in the computer");
    let renewed = keys::renew_recovery_key(&mut trial.home, keys::RenewRecoveryKey { password: None }).unwrap();
    assert_ne!(renewed.recovery_key, trial.recovery_key);
    assert_eq!(safety(&mut trial.home, ()).unwrap().recovery_kept_on, None, "the new one is not on paper yet");
}
