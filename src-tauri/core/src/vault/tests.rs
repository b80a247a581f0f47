#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

const PASSWORD: &str = "Cả họ đều khen bà Đặng";

#[test]
fn an_office_without_a_password_opens_by_itself() {
    let (file, key, _) = KeyFile::create(None).unwrap();
    assert!(file.is_bare() && !file.has_password());
    assert_eq!(KeyFile::from_json(&file.to_json()).unwrap().unlock(None).unwrap(), key);
}

#[test]
fn a_password_is_asked_for_and_a_wrong_one_is_not_called_damage() {
    let (file, key, _) = KeyFile::create(Some(PASSWORD)).unwrap();
    let file = KeyFile::from_json(&file.to_json()).unwrap();
    assert_eq!(file.unlock(None).unwrap_err(), VaultError::NeedsPassword);
    assert_eq!(file.unlock(Some("Cả họ đều khen bà Dặng")).unwrap_err(), VaultError::WrongPassword);
    assert_eq!(file.unlock(Some(PASSWORD)).unwrap(), key);
}

#[test]
fn a_password_typed_with_loose_marks_is_the_same_password() {
    let (file, key, _) = KeyFile::create(Some("nghiêm túc việc công")).unwrap();
    let loose = "nghie\u{302}m tu\u{301}c vie\u{323}\u{302}c co\u{302}ng";
    assert_eq!(file.unlock(Some(loose)).unwrap(), key);
}

#[test]
fn a_forgotten_password_is_mended_by_the_recovery_key() {
    let (file, key, recovery_key) = KeyFile::create(Some(PASSWORD)).unwrap();
    let typed = RecoveryKey::parse(&recovery_key.printed().to_lowercase().replace('-', "  ")).unwrap();
    let opened = file.unlock_with_recovery(&typed).unwrap();
    assert_eq!(opened, key);
    let file = file.set_password(&opened, Some("một câu mới dễ nhớ")).unwrap();
    assert_eq!(file.unlock(Some("một câu mới dễ nhớ")).unwrap(), key);
    assert_eq!(file.unlock(Some(PASSWORD)).unwrap_err(), VaultError::WrongPassword);
    assert_eq!(file.unlock_with_recovery(&typed).unwrap(), key);
}

#[test]
fn the_recovery_key_of_another_office_opens_nothing() {
    let (file, _, _) = KeyFile::create(None).unwrap();
    let other = RecoveryKey::new().unwrap();
    assert_eq!(file.travelling().unlock_with_recovery(&other).unwrap_err(), VaultError::WrongRecoveryKey);
}

#[test]
fn taking_the_password_away_lays_the_key_bare_and_setting_one_takes_it_in_again() {
    let (file, key, _) = KeyFile::create(Some(PASSWORD)).unwrap();
    let bare = file.set_password(&key, None).unwrap();
    assert_eq!(bare.unlock(None).unwrap(), key);
    let closed = bare.set_password(&key, Some(PASSWORD)).unwrap();
    assert!(!closed.is_bare());
    assert!(!String::from_utf8(closed.to_json()).unwrap().contains(&hex::encode(key.bytes())));
}

#[test]
fn a_travelling_key_file_never_carries_the_key_bare() {
    let (file, key, recovery_key) = KeyFile::create(None).unwrap();
    let travelling = KeyFile::from_json(&file.travelling().to_json()).unwrap();
    assert!(!String::from_utf8(travelling.to_json()).unwrap().contains(&hex::encode(key.bytes())));
    assert!(travelling.unlock(None).is_err());
    let opened = travelling.unlock_with_recovery(&recovery_key).unwrap();
    assert_eq!(travelling.settle(&opened).unwrap().unlock(None).unwrap(), key);
}

#[test]
fn a_new_recovery_key_replaces_the_old_one_and_waits_to_be_printed() {
    let (file, key, old) = KeyFile::create(None).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let file = KeyFile::from_json(&file.recovery_kept(day).to_json()).unwrap();
    assert_eq!(file.recovery_kept_on(), Some(day));
    let (renewed, new) = file.renew_recovery(&key).unwrap();
    assert_eq!(renewed.recovery_kept_on(), None);
    assert_eq!(renewed.unlock_with_recovery(&old).unwrap_err(), VaultError::WrongRecoveryKey);
    assert_eq!(renewed.unlock_with_recovery(&new).unwrap(), key);
    assert_eq!(file.unlock_with_recovery(&old).unwrap(), key, "an older backup opens with the older key");
}

#[test]
fn every_flipped_bit_of_the_key_file_is_called_damage_never_a_wrong_password() {
    for password in [None, Some(PASSWORD)] {
        let (file, key, _) = KeyFile::create(password).unwrap();
        let bytes = file.to_json();
        for place in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1 << (place % 8);
            match KeyFile::from_json(&flipped) {
                // Hex digits in capitals, or a blank that became another blank, say the same thing.
                Ok(same) => assert_eq!(same, file, "byte {place}"),
                Err(VaultError::Damaged(_) | VaultError::TooNew) => {}
                Err(other) => panic!("byte {place}: {other:?}"),
            }
        }
        for length in 0..bytes.len() {
            assert!(KeyFile::from_json(&bytes[..length]).is_err(), "cut at {length}");
        }
        assert_eq!(file.unlock(password).unwrap(), key);
    }
}

#[test]
fn a_key_file_of_a_newer_version_is_refused_as_newer() {
    let (file, _, _) = KeyFile::create(None).unwrap();
    let mut json: serde_json::Value = serde_json::from_slice(&file.to_json()).unwrap();
    json["version"] = 2.into();
    assert_eq!(KeyFile::from_json(json.to_string().as_bytes()).unwrap_err(), VaultError::TooNew);
    json["recovery"] = "quite another shape".into();
    assert_eq!(KeyFile::from_json(json.to_string().as_bytes()).unwrap_err(), VaultError::TooNew);
}

#[test]
fn the_key_is_told_to_nobody_by_debug() {
    let (file, key, recovery_key) = KeyFile::create(None).unwrap();
    let said = format!("{file:?} {key:?} {recovery_key:?}");
    assert!(!said.contains(&hex::encode(key.bytes())) && !said.contains(recovery_key.printed().as_str()));
    assert!(!said.contains(&format!("{:?}", key.bytes())));
}

#[test]
fn the_pragma_gives_key_and_salt_in_hex() {
    let key = Key::from_parts([0xAB; 32], [0x01; 16]);
    assert_eq!(key.pragma().as_str(), format!("x'{}{}'", "ab".repeat(32), "01".repeat(16)));
}

#[test]
fn short_and_common_passwords_are_refused_and_a_plain_sentence_is_taken() {
    let weak = |text: &str| judge_password(text).unwrap_err();
    assert_eq!(weak("bảy chữ"), VaultError::WeakPassword(Weakness::Short));
    assert_eq!(weak(&"dài quá ".repeat(40)), VaultError::WeakPassword(Weakness::Long));
    for common in
        ["12345678", "Password123", "congdoan2026", "CÔNG ĐOÀN", "aaaaaaaa", "12121212", "hgfedcba", "matkhau123"]
    {
        assert_eq!(weak(common), VaultError::WeakPassword(Weakness::Common), "{common}");
    }
    for good in ["Cả họ đều khen bà Đặng", "mưa to gió lớn", "xuân 2026 đi Sầm Sơn", "tKx9-wm2"] {
        assert_eq!(judge_password(good), Ok(()), "{good}");
    }
}

#[test]
fn after_five_wrong_tries_one_waits_and_a_right_one_forgives() {
    let start = Instant::now();
    let mut attempts = Attempts::default();
    let wrong: Result<(), _> = Err(VaultError::WrongPassword);
    for _ in 0..5 {
        assert_eq!(attempts.may_try(start), Ok(()));
        attempts.note(start, &wrong);
    }
    assert!(matches!(attempts.may_try(start), Err(VaultError::Wait(30..=31))));
    let later = start + Duration::from_secs(31);
    assert_eq!(attempts.may_try(later), Ok(()));
    attempts.note(later, &wrong);
    assert!(matches!(attempts.may_try(later + Duration::from_secs(31)), Err(VaultError::Wait(_))));
    for _ in 0..40 {
        attempts.note(later, &wrong);
    }
    assert_eq!(attempts.may_try(later + Duration::from_secs(901)), Ok(()), "never longer than a quarter of an hour");
    attempts.note(later, &Ok(()));
    assert_eq!(attempts.may_try(later), Ok(()));
}

#[test]
fn a_mistyped_recovery_key_says_which_group() {
    let printed = RecoveryKey::new().unwrap().printed();
    let mut signs: Vec<char> = printed.chars().collect();
    signs[14] = if signs[14] == '7' { '8' } else { '7' };
    let typed: String = signs.iter().collect();
    assert_eq!(RecoveryKey::parse(&typed).unwrap_err(), VaultError::MistypedRecoveryKey(Slip::Group(3)));
    signs[14] = 'U';
    let typed: String = signs.iter().collect();
    let slip = Slip::Sign { sign: 'U', group: 3 };
    assert_eq!(RecoveryKey::parse(&typed).unwrap_err(), VaultError::MistypedRecoveryKey(slip));
    assert_eq!(RecoveryKey::parse(&printed[..20]).unwrap_err(), VaultError::MistypedRecoveryKey(Slip::Length(17)));
}

proptest! {
    #[test]
    fn every_recovery_key_reads_back_as_printed(seed in any::<u128>()) {
        let key = RecoveryKey::from_bits(seed);
        let printed = key.printed();
        prop_assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), vec![5; 7]);
        prop_assert_eq!(RecoveryKey::parse(&printed).unwrap(), key.clone());
        let sloppy = printed.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " ");
        prop_assert_eq!(RecoveryKey::parse(&sloppy).unwrap(), key);
    }

    #[test]
    fn one_wrong_letter_or_two_swapped_neighbours_never_pass(seed in any::<u128>(), place in 0_usize..35, other in 0_usize..32) {
        let printed = RecoveryKey::from_bits(seed).printed();
        let signs: Vec<char> = printed.chars().filter(|sign| *sign != '-').collect();
        let mut wrong = signs.clone();
        wrong[place] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().nth(other).unwrap();
        if wrong != signs {
            prop_assert!(RecoveryKey::parse(&wrong.iter().collect::<String>()).is_err());
        }
        let mut swapped = signs.clone();
        swapped.swap(place, (place + 1).min(34));
        if swapped != signs {
            prop_assert!(RecoveryKey::parse(&swapped.iter().collect::<String>()).is_err());
        }
        let mut groups: Vec<&[char]> = signs.chunks(5).collect();
        groups.swap(place % 7, other % 7);
        let moved: String = groups.concat().iter().collect();
        if moved != signs.iter().collect::<String>() {
            prop_assert!(RecoveryKey::parse(&moved).is_err());
        }
    }
}
