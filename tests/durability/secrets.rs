//! Nothing that a person wrote lies readable on the disk, and a lost password is not lost data.

use super::trial::{Trial, new_home, turn, write};
use office::{
    home::{Standing, Unlock, Which, state, unlock},
    journal::What,
    safekeeping::{self, keys},
    settings,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

const PASSWORD: &str = "mưa to gió lớn";

/// Two hundred names that nobody has, each with a word of its own.
fn names() -> Vec<String> {
    let given = ["Quỳnh", "Thưởng", "Khuê", "Đoan", "Nghiệm", "Vĩnh", "Tuyết", "Hượng", "Ngoãn", "Lịch"];
    (0..200).map(|number| format!("Zoắc Thị {} Xờ{number:03}", given[number % given.len()])).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .flat_map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() { files(&path) } else { vec![path] }
        })
        .collect()
}

/// Files in which any of the names can be read, in UTF-8 or UTF-16; their common first word is enough.
fn readable(folder: &Path, names: &[String]) -> Vec<PathBuf> {
    let first: Vec<&str> = names.iter().filter_map(|name| name.split(' ').next()).collect();
    let mut needles: Vec<Vec<u8>> = first.iter().map(|word| word.as_bytes().to_vec()).collect();
    needles.extend(first.iter().map(|word| word.encode_utf16().flat_map(u16::to_le_bytes).collect()));
    needles.dedup();
    files(folder)
        .into_iter()
        .filter(|path| {
            let bytes = fs::read(path).unwrap();
            needles.iter().any(|needle| bytes.windows(needle.len()).any(|window| window == needle))
        })
        .collect()
}

#[test]
fn no_name_can_be_read_in_any_file_of_the_data_folder() {
    let names = names();
    let nowhere = Vec::<PathBuf>::new();
    for password in [None, Some(PASSWORD)] {
        let usb = tempfile::tempdir().unwrap();
        let mut trial = Trial::with(password);
        for name in &names {
            let office = trial.home.office().unwrap();
            office.act(What::new("trial.write", "Ghi thử"), |pen| settings::set(pen, "name", name)).unwrap();
        }
        safekeeping::make(&mut trial.home, ()).unwrap();
        assert_eq!(readable(trial.folder.path(), &names), nowhere, "while it is open, the log beside it");
        let typed = trial.recovery_key[36..].to_owned();
        keys::recovery_key_kept(&mut trial.home, keys::RecoveryKept { typed }).unwrap();
        let folder = trial.home.office().unwrap().tray.lay(usb.path().to_path_buf()).token;
        safekeeping::choose_second(&mut trial.home, safekeeping::ChooseSecond { folder }).unwrap();
        trial.home.close().unwrap();
        assert_eq!(readable(trial.folder.path(), &names), nowhere, "at rest");
        assert_eq!(readable(usb.path(), &names), nowhere, "on the stick");
        assert_eq!(files(usb.path()).len(), 3, "a backup of two files, and the stick's mark");
        // The search itself is tried: a name written in the open is found.
        fs::write(usb.path().join("open.txt"), &names[7]).unwrap();
        assert_eq!(readable(usb.path(), &names).len(), 1);
    }
}

#[test]
fn the_data_folder_opens_for_another_user_of_the_computer_and_on_another_computer() {
    let mut trial = Trial::new();
    write(&mut trial.home, 5).unwrap();
    trial.home.close().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let office = elsewhere.path().join("office");
    fs::create_dir(&office).unwrap();
    for path in files(&trial.office_folder()) {
        if path.parent() == Some(trial.office_folder().as_path()) {
            fs::copy(&path, office.join(path.file_name().unwrap())).unwrap();
        }
    }
    let mut home = new_home(elsewhere.path());
    assert_eq!(state(&mut home, ()).unwrap().standing, Standing::Open, "the key is in no key store of the system");
    assert_eq!(turn(&mut home), 5);
}

#[test]
fn a_wrong_password_is_never_called_damage_and_a_damaged_file_never_a_wrong_password() {
    let mut trial = Trial::with(Some(PASSWORD));
    write(&mut trial.home, 5).unwrap();
    trial.home.close().unwrap();
    assert_eq!(trial.start().standing, Standing::Locked);
    let open = |trial: &mut Trial, typed: &str| {
        unlock(&mut trial.home, Unlock { which: Which::Office, password: Some(typed.to_owned()) })
    };
    assert!(open(&mut trial, "nắng ráo trời trong").unwrap_err().sentences().starts_with("Mật khẩu chưa đúng"));
    let mut bytes = fs::read(trial.register()).unwrap();
    bytes[100] ^= 1;
    fs::write(trial.register(), bytes).unwrap();
    assert_eq!(open(&mut trial, PASSWORD).unwrap().standing, Standing::Damaged);
}

#[test]
fn a_lost_password_is_mended_by_the_printed_key_as_a_person_types_it() {
    let mut trial = Trial::with(Some(PASSWORD));
    write(&mut trial.home, 5).unwrap();
    assert_eq!(trial.start().standing, Standing::Locked);
    let recovery_key = format!(" {} ", trial.recovery_key.to_lowercase().replace('-', " ").replace('0', "o"));
    let password = Some("nắng ráo trời trong".to_owned());
    let forgot = keys::ForgotPassword { which: Which::Office, recovery_key, password };
    assert_eq!(keys::forgot_password(&mut trial.home, forgot).unwrap().standing, Standing::Open);
    assert_eq!(turn(&mut trial.home), 5);
}
