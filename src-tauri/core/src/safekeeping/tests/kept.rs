//! What was lost or hung in stories of testers: half a set-up, a lost key file, a wrong clock, a stick that takes nothing.

use super::*;
use crate::{
    backup::FOLDER,
    file,
    session::FOUNDING,
    vault::{Key, KeyFile},
};
use std::{path::Path, thread::sleep, time::Duration};

impl Trial {
    fn office_folder(&self) -> PathBuf {
        self.home.folder_of(Which::Office)
    }

    fn key_path(&self) -> PathBuf {
        self.office_folder().join(KEY_FILE)
    }

    /// As after a power cut: no backup was made at closing.
    fn cut(&mut self) -> StartState {
        self.home.close_as_is().unwrap();
        self.home = new_home(&self.folder, &self.clock);
        state(&mut self.home, ()).unwrap()
    }

    fn by_recovery_key(&mut self) -> StartState {
        let recovery_key = self.recovery_key.clone();
        let forgot = keys::ForgotPassword { which: Which::Office, recovery_key, password: None };
        keys::forgot_password(&mut self.home, forgot).unwrap()
    }

    fn names(&mut self) -> Vec<String> {
        list(&mut self.home, Which::Office).unwrap().into_iter().map(|line| line.name).collect()
    }

    fn second(&mut self) -> SecondLine {
        safety(&mut self.home, ()).unwrap().second.unwrap()
    }
}

fn first(name: &str) -> SetUp {
    SetUp { host: HostDraft { name: name.into(), ..van_trach() }, clerk: "Lê Thị Lan".into(), password: None }
}

#[test]
fn a_set_up_that_is_cut_off_leaves_nothing_and_is_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(StillClock::at(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()));
    let mut home = new_home(&folder, &clock);
    let full = home.found(Which::Office, van_trach(), "Lan", None, |_| Err(Error::refused("", "Ổ đĩa đã đầy.")));
    assert_eq!(full.unwrap_err().sentences(), "Ổ đĩa đã đầy.");
    let office = home.folder_of(Which::Office);
    assert!(!office.join(FOUNDING).exists());
    // as a power cut leaves it, at the last moment: the key file in its place, the register still beside
    fs::create_dir(office.join(FOUNDING)).unwrap();
    fs::write(office.join(FOUNDING).join(REGISTER), b"half").unwrap();
    KeyFile::create(None).unwrap().0.save(&office.join(KEY_FILE)).unwrap();
    let told = state(&mut home, ()).unwrap();
    assert_eq!((told.standing, told.has_office), (Standing::Empty, false));
    let unlocked = unlock(&mut home, Unlock { which: Which::Office, password: None }).unwrap();
    assert_eq!(unlocked.standing, Standing::Refused, "no empty register is made: {}", unlocked.sentence);
    assert_eq!(set_up(&mut home, first("Liên đoàn Lao động huyện Mới")).unwrap().state.standing, Standing::Open);
    home.close().unwrap();
    let told = state(&mut new_home(&folder, &clock), ()).unwrap();
    assert_eq!((told.standing, told.name.as_str()), (Standing::Open, "Liên đoàn Lao động huyện Mới"));
    assert!(!office.join(FOUNDING).exists());
}

#[test]
fn a_lost_key_file_costs_nothing_where_the_recovery_key_and_a_backup_are() {
    for lose in [|path: &Path| fs::remove_file(path).unwrap(), |path: &Path| fs::write(path, b"{\"ver").unwrap()] {
        let mut trial = Trial::new(None);
        trial.write("một");
        make(&mut trial.home, ()).unwrap();
        trial.write("hai");
        trial.home.close_as_is().unwrap();
        lose(&trial.key_path());
        let told = trial.cut();
        assert!(told.standing == Standing::Damaged && told.key_lost, "{told:?}");
        assert!(told.sentence.contains("mã khôi phục"), "{}", told.sentence);
        assert_eq!(trial.by_recovery_key().standing, Standing::Open);
        assert_eq!(trial.value(), "hai", "what no backup holds");
        assert_eq!(trial.cut().standing, Standing::Open, "the key lies beside the register again");
    }
}

#[test]
fn the_key_file_of_another_office_is_told_as_that_and_kept() {
    let other = Trial::new(None);
    let mut trial = Trial::new(None);
    trial.write("một");
    make(&mut trial.home, ()).unwrap();
    trial.home.close().unwrap();
    fs::copy(other.key_path(), trial.key_path()).unwrap();
    let told = trial.cut();
    assert!(told.key_lost && told.sentence.contains("của cơ quan khác"), "{told:?}");
    let name = trial.names()[0].clone();
    let wish = Restore { recovery_key: Some(trial.recovery_key.clone()), ..Trial::wish(&name) };
    assert_eq!(restore(&mut trial.home, wish).unwrap().state.standing, Standing::Open, "the list is a way out");
    trial.home.close().unwrap();
    fs::copy(other.key_path(), trial.key_path()).unwrap();
    assert!(trial.cut().key_lost);
    assert_eq!(trial.by_recovery_key().standing, Standing::Open);
    assert_eq!(trial.value(), "một");
    let others = KeyFile::load(&other.key_path()).unwrap();
    let kept = trial.office_folder().join(format!("{KEY_FILE}.{}", others.id()));
    assert_eq!(KeyFile::load(&kept).unwrap(), others, "it may be the only one that there is");
}

#[test]
fn what_a_restore_replaces_is_backed_up_while_locked_and_from_a_terminal() {
    let mut trial = Trial::new(Some(PASSWORD));
    trial.write("trước");
    let made = make(&mut trial.home, ()).unwrap();
    trial.write("sau");
    assert_eq!(trial.cut().standing, Standing::Locked);
    let wish = Restore { password: Some(PASSWORD.into()), ..Trial::wish(&made.name) };
    let done = restore(&mut trial.home, wish).unwrap();
    assert_eq!((done.state.standing, trial.value().as_str()), (Standing::Open, "trước"));
    restore(&mut trial.home, Trial::wish(&done.before.unwrap())).unwrap();
    assert_eq!(trial.value(), "sau");
    trial.write("sau cùng");
    trial.cut();
    let folder = trial.office_folder().join(FOLDER);
    let done = bring_back(&mut trial.home, Which::Office, &folder, &trial.recovery_key).unwrap();
    assert_ne!(trial.value(), "sau cùng");
    restore(&mut trial.home, Trial::wish(&done.before.unwrap())).unwrap();
    assert_eq!(trial.value(), "sau cùng");
}

#[test]
fn a_start_with_the_clock_years_ahead_deletes_nothing_and_is_told() {
    let mut trial = Trial::new(None);
    for turn in 0..6 {
        trial.write(&turn.to_string());
        make(&mut trial.home, ()).unwrap();
        trial.clock.advance(TimeDelta::hours(2));
    }
    backup::set_aside(&trial.register(), trial.clock.now()).unwrap();
    let before = trial.names();
    assert_eq!(trial.cut().warnings, Vec::<String>::new());
    trial.clock.advance(TimeDelta::days(3650));
    let told = trial.cut().warnings;
    assert!(told.len() == 1 && told[0].contains("2036"), "{told:?}");
    trial.write("năm 2036");
    trial.restart();
    let after = trial.names();
    assert!(before.iter().all(|name| after.contains(name)), "{before:?} {after:?}");
    let aside = |trial: &Trial| {
        let files = fs::read_dir(trial.office_folder()).unwrap().map(|file| file.unwrap().file_name());
        files.filter(|name| name.to_string_lossy().ends_with(".damaged")).count()
    };
    assert_eq!(aside(&trial), 1);
    trial.clock.advance(TimeDelta::days(-3650));
    let told = trial.restart().warnings;
    assert!(told.len() == 1 && told[0].contains("trước lần ghi sổ gần nhất"), "{told:?}");
    assert_eq!(aside(&trial), 1);
}

#[test]
fn a_stick_that_takes_nothing_stops_nothing_and_is_told() {
    let mut trial = Trial::new(None);
    let usb = tempfile::tempdir().unwrap();
    trial.keep_the_recovery_key();
    assert_eq!(trial.choose_usb(usb.path()).unwrap().second.unwrap().trouble, "");
    trial.clock.advance(TimeDelta::minutes(15));
    let blocked = ["", "_2", "_3"].map(|turn| usb.path().join(format!("2026-11-22_0915{turn}.sovang.new")));
    for name in &blocked {
        fs::create_dir(name).unwrap();
    }
    trial.write("một");
    let here = trial.names().len();
    for _ in 0..2 {
        assert_eq!(tick(&mut trial.home, Tick { active: true }).unwrap().standing, Standing::Open);
    }
    let second = trial.second();
    assert!(second.there && second.behind && second.trouble.contains("USB"), "{second:?}");
    assert_eq!(trial.names().len(), here + 1, "the copy on this computer is made");
    let told = make(&mut trial.home, ()).unwrap_err().sentences();
    assert!(told.starts_with("Đã sao lưu trên máy này.") && told.contains("USB"), "{told}");
    for name in &blocked {
        fs::remove_dir(name).unwrap();
    }
    trial.clock.advance(TimeDelta::minutes(15));
    tick(&mut trial.home, Tick { active: true }).unwrap();
    let second = trial.second();
    assert!(!second.behind && second.trouble.is_empty(), "{second:?}");
}

#[test]
fn an_empty_folder_where_the_stick_was_is_not_the_stick() {
    let mut trial = Trial::new(None);
    let media = tempfile::tempdir().unwrap();
    let (folder, pulled) = (media.path().join("usb"), media.path().join("rút ra"));
    fs::create_dir(&folder).unwrap();
    trial.keep_the_recovery_key();
    trial.choose_usb(&folder).unwrap();
    fs::rename(&folder, &pulled).unwrap();
    fs::create_dir(&folder).unwrap();
    trial.write("một");
    trial.clock.advance(TimeDelta::minutes(15));
    tick(&mut trial.home, Tick { active: true }).unwrap();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    let second = trial.second();
    assert!(!second.there && second.behind && second.trouble.contains("không phải nơi lưu thứ hai"), "{second:?}");
    fs::remove_dir(&folder).unwrap();
    fs::rename(&pulled, &folder).unwrap();
    tick(&mut trial.home, Tick { active: true }).unwrap();
    assert!(trial.second().there && !trial.second().behind);
}

/// Alters the history at rest, as someone with the key and a tool of their own may.
fn alter(register: &Path, key: &Key) {
    let db = file::open(register, key).unwrap();
    let guard: String =
        db.query_row("select sql from sqlite_schema where name = 'act_stays'", [], |row| row.get(0)).unwrap();
    db.execute_batch(&format!("drop trigger act_stays; update act set who = 'Ai đó' where id = 2; {guard};")).unwrap();
}

#[test]
fn an_altered_history_is_told_while_the_office_is_open() {
    let mut trial = Trial::new(None);
    trial.write("một");
    trial.home.close().unwrap();
    alter(&trial.register(), &KeyFile::load(&trial.key_path()).unwrap().unlock(None).unwrap());
    let mut told = trial.cut();
    assert_eq!(told.standing, Standing::Open);
    for _ in 0..1000 {
        if !told.warnings.is_empty() {
            break;
        }
        sleep(Duration::from_millis(10));
        told = state(&mut trial.home, ()).unwrap();
    }
    assert!(told.warnings.iter().any(|sentence| sentence.contains("thao tác số 2 (“")), "{:?}", told.warnings);
}

#[test]
fn a_backup_whose_second_file_is_spoilt_is_counted_and_a_file_named_like_their_folder_is_told() {
    let mut trial = Trial::new(None);
    make(&mut trial.home, ()).unwrap();
    let backups = trial.office_folder().join(FOLDER);
    assert_eq!(safety(&mut trial.home, ()).unwrap().unreadable, 0);
    let name = trial.names()[0].clone();
    fs::write(backups.join(format!("{name}.json")), b"{").unwrap();
    assert_eq!((safety(&mut trial.home, ()).unwrap().unreadable, trial.names().len()), (1, 0));
    trial.home.close_as_is().unwrap();
    fs::remove_dir_all(&backups).unwrap();
    fs::write(&backups, b"").unwrap();
    let told = trial.cut();
    assert_eq!(told.standing, Standing::Refused);
    assert!(told.sentence.contains("là một tệp"), "{}", told.sentence);
}

#[test]
fn wrong_passwords_do_not_make_the_recovery_key_wait_and_are_told_at_their_field() {
    let mut trial = Trial::new(Some(PASSWORD));
    let wish = keys::RenewRecoveryKey { password: Some("sai rồi nhé".into()) };
    let Error::Refused(refusals) = keys::renew_recovery_key(&mut trial.home, wish).unwrap_err() else { panic!() };
    assert_eq!(refusals[0].field, "password");
    trial.cut();
    for _ in 0..7 {
        let typed = Unlock { which: Which::Office, password: Some("sai rồi nhé".into()) };
        assert!(unlock(&mut trial.home, typed).is_err());
    }
    assert_eq!(trial.by_recovery_key().standing, Standing::Open);
}

#[test]
fn what_a_killed_restore_left_is_swept_away_at_the_next_start() {
    let mut trial = Trial::new(None);
    let left = backup::arriving(&trial.register());
    fs::write(&left, b"half a register").unwrap();
    assert_eq!(trial.cut().standing, Standing::Open);
    assert!(!left.exists());
}
