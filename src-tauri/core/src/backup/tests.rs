#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use super::{
    retention::{Card, judge},
    *,
};
use crate::{
    clock::{Clock, StillClock},
    journal::What,
    office::{Office, Opening, REGISTER},
    settings,
    vault::{Key, RecoveryKey},
};
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::Arc};
use tempfile::TempDir;

struct Trial {
    home: TempDir,
    clock: Arc<StillClock>,
    key: Key,
    key_file: KeyFile,
    recovery_key: RecoveryKey,
}

impl Trial {
    fn new() -> Self {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let (key_file, key, recovery_key) = KeyFile::create(None).unwrap();
        Self { home: tempfile::tempdir().unwrap(), clock: Arc::new(StillClock::at(day)), key, key_file, recovery_key }
    }

    fn register(&self) -> PathBuf {
        self.home.path().join(REGISTER)
    }

    fn backups(&self) -> PathBuf {
        self.home.path().join(FOLDER)
    }

    fn open(&self) -> Office {
        let clock: Arc<dyn Clock> = Arc::clone(&self.clock) as Arc<dyn Clock>;
        let opening = Opening { folder: self.home.path().to_path_buf(), clock, worker: None, progress: Arc::default() };
        let mut office = Office::open(opening, &self.key, |_| Ok(())).unwrap();
        office.sit("Lê Thị Lan");
        office
    }

    fn back_up(&self, office: &Office) -> Backup {
        let now = self.clock.now();
        make(office.db(), &self.key, &self.key_file, &self.backups(), now, Reason::Asked, &office.progress()).unwrap()
    }
}

fn write(office: &mut Office, value: &str) {
    office.act(What::new("trial.write", "Ghi thử"), |pen| settings::set(pen, "trial", &value.to_owned())).unwrap();
}

fn value(office: &Office) -> String {
    settings::get(office.db(), "trial").unwrap().unwrap()
}

#[test]
fn a_backup_is_proved_and_holds_what_the_register_held() {
    let trial = Trial::new();
    let mut office = trial.open();
    write(&mut office, "một");
    let backup = trial.back_up(&office);
    assert_eq!(backup.name, "2026-11-22_0900");
    assert!(backup.is_intact() && backup.is_there());
    assert_eq!(backup.manifest.facts, Facts::of(office.db()).unwrap());
    assert_eq!(list(&trial.backups()).unwrap(), vec![backup]);
}

#[test]
fn two_backups_in_one_minute_have_two_names_and_rising_serials() {
    let trial = Trial::new();
    let office = trial.open();
    let (one, other) = (trial.back_up(&office), trial.back_up(&office));
    assert_eq!((one.name.as_str(), other.name.as_str()), ("2026-11-22_0900", "2026-11-22_0900_2"));
    assert_eq!((one.manifest.serial, other.manifest.serial), (1, 2));
    trial.clock.advance(TimeDelta::days(-3650));
    let earlier = trial.back_up(&office);
    assert_eq!(list(&trial.backups()).unwrap()[0], earlier, "the newest by serial, whatever the calendar says");
}

#[test]
fn a_backup_carries_no_bare_key_and_opens_with_the_recovery_key() {
    let trial = Trial::new();
    let office = trial.open();
    let backup = trial.back_up(&office);
    let sheet = fs::read_to_string(backup.sheet()).unwrap();
    let bare = trial.key.pragma();
    assert!(!sheet.contains(&bare[2..66]), "the key never travels bare");
    let manifest: Manifest = serde_json::from_str(&sheet).unwrap();
    assert_eq!(manifest.key.unlock_with_recovery(&trial.recovery_key).unwrap(), trial.key);
}

#[test]
fn a_restored_backup_takes_the_registers_place_and_can_be_taken_back() {
    let trial = Trial::new();
    let mut office = trial.open();
    write(&mut office, "trước");
    let before = trial.back_up(&office);
    write(&mut office, "sau");
    let after = trial.back_up(&office);
    office.close().unwrap();
    let put = |backup: &Backup| {
        restore(backup, &trial.key, &trial.key_file, &trial.register(), &trial.home.path().join("key.json")).unwrap()
    };
    assert_eq!(put(&before).facts, before.manifest.facts);
    let office = trial.open();
    assert_eq!(value(&office), "trước");
    office.close().unwrap();
    put(&after);
    assert_eq!(value(&trial.open()), "sau");
}

#[test]
fn a_faded_copy_is_refused_and_the_register_stays() {
    let trial = Trial::new();
    let mut office = trial.open();
    write(&mut office, "trước");
    let backup = trial.back_up(&office);
    write(&mut office, "sau");
    office.close().unwrap();
    let mut bytes = fs::read(backup.copy()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(backup.copy(), bytes).unwrap();
    assert!(backup.is_there() && !backup.is_intact());
    let refused = restore(&backup, &trial.key, &trial.key_file, &trial.register(), &trial.home.path().join("key.json"));
    assert!(refused.unwrap_err().sentences().contains("hỏng"));
    assert_eq!(value(&trial.open()), "sau");
}

#[test]
fn a_power_cut_while_copying_leaves_nothing_that_counts() {
    let trial = Trial::new();
    let office = trial.open();
    let good = trial.back_up(&office);
    for leftover in ["2026-11-22_0915.sovang.new", "2026-11-22_0915.sovang.new-journal", "2026-11-22_0930.sovang"] {
        fs::write(trial.backups().join(leftover), b"half").unwrap();
    }
    assert_eq!(list(&trial.backups()).unwrap(), vec![good]);
    trial.back_up(&office);
    assert_eq!(fs::read_dir(trial.backups()).unwrap().count(), 4, "two backups of two files each, the leftovers gone");
}

#[test]
fn stopping_a_backup_leaves_nothing() {
    let trial = Trial::new();
    let office = trial.open();
    office.progress().cancel();
    let now = trial.clock.now();
    let stopped =
        make(office.db(), &trial.key, &trial.key_file, &trial.backups(), now, Reason::Asked, &office.progress());
    assert!(matches!(stopped, Err(Error::Refused(_))));
    assert_eq!(fs::read_dir(trial.backups()).unwrap().count(), 0);
}

#[test]
fn a_damaged_page_is_found_and_the_file_is_kept_fourteen_days() {
    let trial = Trial::new();
    let mut office = trial.open();
    write(&mut office, "một");
    let made = trial.back_up(&office);
    office.close().unwrap();
    assert_eq!(examine(&trial.register(), &trial.key).unwrap(), Health::Whole);
    let mut bytes = fs::read(trial.register()).unwrap();
    bytes[5000] ^= 4;
    fs::write(trial.register(), &bytes).unwrap();
    assert!(matches!(examine(&trial.register(), &trial.key), Ok(Health::Damaged(_))));
    set_aside(&trial.register(), trial.clock.now()).unwrap();
    let aside = || {
        fs::read_dir(trial.home.path())
            .unwrap()
            .filter(|file| file.as_ref().unwrap().path().extension() == Some("damaged".as_ref()))
            .count()
    };
    let sweep_after = |days: i64, worked: i64| {
        let at = |day: i64| trial.clock.now() + TimeDelta::days(day);
        let manifest = |day: i64| Manifest { made_at: at(day), ..made.manifest.clone() };
        let daily: Vec<_> = (1..=worked).map(|day| Backup { manifest: manifest(day), ..made.clone() }).collect();
        sweep_aside(&trial.register(), &daily, at(days)).unwrap();
    };
    sweep_after(14, 14);
    assert_eq!(aside(), 1);
    sweep_after(3650, 3);
    assert_eq!(aside(), 1, "a clock that jumped has lived one day");
    sweep_after(15, 15);
    assert_eq!(aside(), 0);
    assert!(trial.register().exists());
}

#[test]
fn the_second_medium_gets_the_same_bytes_and_loses_only_our_old_ones() {
    let trial = Trial::new();
    let usb = tempfile::tempdir().unwrap();
    let office = trial.open();
    let stranger = Trial::new();
    let others = stranger.back_up(&stranger.open());
    copy_to(&others, usb.path(), stranger.clock.now()).unwrap();
    for _ in 0..60 {
        trial.clock.advance(TimeDelta::days(1));
        copy_to(&trial.back_up(&office), usb.path(), trial.clock.now()).unwrap();
    }
    let there = list(usb.path()).unwrap();
    assert!(there.iter().all(Backup::is_intact));
    assert_eq!(there.iter().filter(|backup| backup.manifest.key.id() == others.manifest.key.id()).count(), 1);
    let ours = there.len() - 1;
    assert!((14..30).contains(&ours), "two days, twelve daily, some weekly: {ours}");
    let gone = copy_to(&others, &usb.path().join("pulled out"), trial.clock.now());
    assert!(gone.unwrap_err().sentences().contains("USB"));
}

fn card(serial: u64, made_at: DateTime<FixedOffset>, reason: Reason) -> Card {
    Card { serial, made_at, reason, good: true }
}

fn start() -> DateTime<FixedOffset> {
    StillClock::at(NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()).now()
}

/// Lives through days of office work with a backup every quarter of an hour, thinning out each time.
fn live(days: i64, a_day: i64) -> (Vec<Card>, DateTime<FixedOffset>) {
    let mut cards: Vec<Card> = Vec::new();
    let mut now = start();
    for day in 0..days {
        for turn in 0..a_day {
            now = start() + TimeDelta::days(day) + TimeDelta::minutes(15 * turn);
            cards.push(card(u64::try_from(day * a_day + turn).unwrap() + 1, now, Reason::Scheduled));
            let verdicts = judge(&cards, now);
            cards = cards
                .into_iter()
                .zip(verdicts)
                .filter(|(_, kept)| *kept == Kept::Stays)
                .map(|(card, _)| card)
                .collect();
        }
    }
    (cards, now)
}

#[test]
fn after_four_hundred_days_there_are_two_days_twelve_daily_ten_weekly_and_nine_monthly() {
    let (cards, now) = live(400, 32);
    let older: Vec<_> = cards.iter().filter(|card| now - card.made_at >= TimeDelta::days(2)).collect();
    assert!(cards.len() - older.len() >= 64, "all of the last two days");
    assert_eq!(older.len(), 12 + 10 + 9);
    let days: BTreeSet<_> = older.iter().map(|card| card.made_at.date_naive()).collect();
    assert_eq!(days.len(), older.len(), "one a day at most");
    let oldest = older.iter().map(|card| card.made_at).min().unwrap();
    assert!(now - oldest > TimeDelta::days(300), "nine months back and more: {oldest}");
}

#[test]
fn a_calendar_that_jumps_ten_years_ahead_and_back_throws_no_day_away() {
    let (cards, now) = live(40, 2);
    let days = |cards: &[Card]| cards.iter().map(|card| card.made_at.date_naive()).collect::<BTreeSet<_>>();
    let before = days(&cards);
    for wrong in [now + TimeDelta::days(3650), now - TimeDelta::days(3650), now - TimeDelta::days(1)] {
        let mut with_wrong = cards.clone();
        with_wrong.push(card(9999, wrong, Reason::Scheduled));
        let verdicts = judge(&with_wrong, wrong);
        let kept: Vec<Card> =
            with_wrong.iter().zip(&verdicts).filter(|(_, kept)| **kept == Kept::Stays).map(|(card, _)| *card).collect();
        let lost: Vec<_> = before.difference(&days(&kept)).copied().collect();
        assert!(lost.len() <= 3, "at the edge of each shelf one may fall off, no more: {lost:?}");
        assert!(kept.iter().any(|card| card.serial == 9999));
    }
}

#[test]
fn a_clock_years_ahead_makes_no_backup_old() {
    let (mut cards, now) = live(5, 8);
    cards.push(card(7000, now - TimeDelta::days(1), Reason::BeforeImport));
    let ahead = now + TimeDelta::days(3650);
    assert_eq!(judge(&cards, ahead), judge(&cards, now + TimeDelta::days(1)), "it is as if a day had passed");
    cards.push(card(7001, ahead, Reason::Closing));
    let stay = |card: &Card| now - card.made_at < TimeDelta::hours(23) || card.serial >= 7000;
    for (card, kept) in cards.iter().zip(judge(&cards, ahead)).filter(|(card, _)| stay(card)) {
        assert_eq!(kept, Kept::Stays, "{card:?}");
    }
}

#[test]
fn what_was_copied_before_a_restore_stays_a_fortnight() {
    let (mut cards, now) = live(30, 8);
    cards.push(card(5000, now - TimeDelta::days(13), Reason::BeforeRestore));
    assert_eq!(judge(&cards, now).last(), Some(&Kept::Stays));
}

#[test]
fn a_backup_is_due_after_a_quarter_of_an_hour_and_when_the_clock_was_set_back() {
    let mut due = Due::default();
    assert!(due.is_due(start()));
    due.note(start());
    assert!(!due.is_due(start() + TimeDelta::minutes(14)));
    assert!(due.is_due(start() + TimeDelta::minutes(15)));
    due.note(start() + TimeDelta::days(3650));
    assert!(due.is_due(start()));
    due.note(start());
    assert!(!due.is_due(start() + TimeDelta::minutes(1)), "and then every quarter of an hour again");
}

proptest! {
    #[test]
    fn whatever_happens_the_newest_good_backup_stays(
        events in prop::collection::vec((0_i64..60_000, any::<bool>(), 0_u8..6), 1..120),
        back in -4000_i64..4000,
    ) {
        let mut now = start();
        let mut cards: Vec<Card> = Vec::new();
        for (serial, (minutes, good, kind)) in events.into_iter().enumerate() {
            now += TimeDelta::minutes(minutes);
            if kind == 5 {
                now += TimeDelta::days(back);
            }
            let reason = [Reason::Scheduled, Reason::Closing, Reason::BeforeImport, Reason::BeforeRestore, Reason::Asked, Reason::Scheduled][usize::from(kind)];
            cards.push(Card { serial: serial as u64, made_at: now, reason, good });
            let newest_good = cards.iter().filter(|card| card.good).map(|card| card.serial).max();
            let verdicts = judge(&cards, now);
            let kept: Vec<Card> = cards.iter().zip(&verdicts).filter(|(_, kept)| **kept == Kept::Stays).map(|(card, _)| *card).collect();
            if let Some(newest) = newest_good {
                prop_assert!(kept.iter().any(|card| card.serial == newest));
            }
            for card in cards.iter().filter(|card| now - card.made_at < TimeDelta::days(2)) {
                prop_assert!(kept.contains(card), "all of two days stay");
            }
            cards = kept;
        }
    }
}
