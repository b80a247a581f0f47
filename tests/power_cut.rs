//! Power cuts: every write and flush of the register is recorded, the recording is cut at random places, and the disk is
//! rebuilt as a hard cut may leave it. What the page called saved must be there, and nothing may be half.
//!
//! `SOVANG_TIMES` says how often (200), `SOVANG_SEED` replays one run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "power_cut/bare.rs"]
mod bare;
#[path = "power_cut/disk.rs"]
mod disk;
#[path = "power_cut/recorder.rs"]
mod recorder;

use bare::Settings;
use disk::Disk;
use office::{
    backup::{self, Health},
    clock::StillClock,
    file,
    journal::{self, What},
    office::{Office, Opening, REGISTER},
    settings,
    vault::Key,
};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use recorder::Recording;
use std::{path::Path, sync::Arc};
use stories::chance;

/// What a cut left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    /// All that was saved, whole.
    Whole,
    /// Something that was called saved is gone.
    Lost,
    /// The file cannot be read, or part of an act is there.
    Broken,
}

/// Cuts a recording at random places and judges what each cut leaves.
fn cut(recording: &Recording, rng: &mut StdRng, judge: impl Fn(&Path, usize) -> Left) -> Vec<Left> {
    (0..chance::times())
        .map(|_| {
            let end = rng.random_range(0..=recording.operations.len());
            let saved = recording.saved_before(end);
            let folder = tempfile::tempdir().unwrap();
            Disk::after(&recording.operations[..end], rng).write(folder.path(), rng);
            judge(folder.path(), saved)
        })
        .collect()
}

fn count(left: &[Left], what: Left) -> usize {
    left.iter().filter(|one| **one == what).count()
}

fn open(folder: &Path, key: &Key) -> office::error::Result<Office> {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let opening = Opening {
        folder: folder.to_path_buf(),
        clock: Arc::new(StillClock::at(day)),
        worker: None,
        progress: Arc::default(),
    };
    let mut office = Office::open(opening, key, |_| Ok(()))?;
    office.sit("Lê Thị Lan");
    Ok(office)
}

/// Works in a real office: small acts and a few large ones, the log folded in often, closed and opened again half way.
fn office_work(folder: &Path, key: &Key) -> Recording {
    recorder::record(folder, || {
        let mut office = open(folder, key).unwrap();
        for turn in 1..=60_usize {
            // The log is folded in far more often than in life: that is where a cut hurts most.
            office.db().pragma_update(None, "wal_autocheckpoint", 12).unwrap();
            let text = "Đặng ".repeat(if turn.is_multiple_of(9) { 4000 } else { 20 });
            office
                .act(What::new("trial.write", "Ghi thử"), |pen| {
                    settings::set(pen, "turn", &turn)?;
                    settings::set(pen, "text", &text)?;
                    settings::set(pen, "again", &turn)
                })
                .unwrap();
            recorder::saved(turn);
            if turn == 30 {
                office.close().unwrap();
                office = open(folder, key).unwrap();
            }
        }
        office.close().unwrap();
    })
}

fn judge_office(folder: &Path, key: &Key, saved: usize) -> Left {
    let register = folder.join(REGISTER);
    if !register.exists() {
        return if saved == 0 { Left::Whole } else { Left::Lost };
    }
    let rested = file::open(&register, key).and_then(|db| {
        db.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        drop(db);
        Ok(())
    });
    if let Err(error) = rested {
        eprintln!("does not rest after act {saved}: {error}");
        return Left::Broken;
    }
    if let Health::Damaged(cause) = backup::examine(&register, key).unwrap() {
        eprintln!("damaged after act {saved}: {cause}");
        return Left::Broken;
    }
    let office = match open(folder, key) {
        Ok(office) => office,
        Err(error) => {
            eprintln!("does not open after act {saved}: {error}");
            return Left::Broken;
        }
    };
    let read = |name: &str| settings::get::<usize>(office.db(), name).unwrap().unwrap_or_default();
    let (turn, again) = (read("turn"), read("again"));
    let chain = journal::verify(office.db()).unwrap();
    if turn != again || chain.is_some() {
        eprintln!("half an act after act {saved}: {turn}, {again}, {chain:?}");
        return Left::Broken;
    }
    if (saved..=saved + 1).contains(&turn) { Left::Whole } else { Left::Lost }
}

#[test]
fn a_power_cut_loses_nothing_that_was_called_saved() {
    let _one_at_a_time = recorder::install();
    let mut rng = StdRng::seed_from_u64(chance::seed("a_power_cut_loses_nothing_that_was_called_saved"));
    let key = Key::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let recording = office_work(folder.path(), &key);
    assert!(recording.operations.len() > 500, "the recording is real: {}", recording.operations.len());
    let left = cut(&recording, &mut rng, |folder, saved| judge_office(folder, &key, saved));
    assert_eq!(
        count(&left, Left::Whole),
        left.len(),
        "{} lost, {} broken",
        count(&left, Left::Lost),
        count(&left, Left::Broken)
    );
}

/// A second cut while the register recovers from the first.
#[test]
fn a_power_cut_during_recovery_loses_nothing_either() {
    let _one_at_a_time = recorder::install();
    let mut rng = StdRng::seed_from_u64(chance::seed("a_power_cut_during_recovery_loses_nothing_either"));
    let key = Key::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let first = office_work(folder.path(), &key);
    for _ in 0..chance::times().div_ceil(4) {
        let end = rng.random_range(0..=first.operations.len());
        let saved = first.saved_before(end);
        let recovering = tempfile::tempdir().unwrap();
        let disk = Disk::after(&first.operations[..end], &mut rng);
        disk.write(recovering.path(), &mut rng);
        let before = disk::read(recovering.path());
        let second = recorder::record(recovering.path(), || {
            judge_office(recovering.path(), &key, saved);
        });
        let end = rng.random_range(0..=second.operations.len());
        let again = tempfile::tempdir().unwrap();
        Disk::from(before, &second.operations[..end], &mut rng).write(again.path(), &mut rng);
        assert_eq!(judge_office(again.path(), &key, saved), Left::Whole);
    }
}

/// The same harness on a plain table with one setting changed: it must see the loss, or it proves nothing.
fn bare_cuts(name: &str, settings: Settings) -> Vec<Left> {
    let _one_at_a_time = recorder::install();
    let mut rng = StdRng::seed_from_u64(chance::seed(name));
    let folder = tempfile::tempdir().unwrap();
    let recording = recorder::record(folder.path(), || bare::work(folder.path(), settings));
    cut(&recording, &mut rng, |folder, saved| bare::judge(folder, settings, saved))
}

/// Whether the harness sees such an end under these settings. Chance may spare one run whole, hardly five in a row.
fn bites(name: &str, settings: Settings, end: Left) -> bool {
    (0..5).any(|_| count(&bare_cuts(name, settings), end) > 0)
}

#[test]
fn control_our_settings_on_a_plain_table_lose_nothing() {
    let left = bare_cuts("control_ours", Settings::OURS);
    assert_eq!(
        count(&left, Left::Whole),
        left.len(),
        "{} lost, {} broken",
        count(&left, Left::Lost),
        count(&left, Left::Broken)
    );
}

#[test]
fn control_synchronous_normal_loses_saved_work() {
    let settings = Settings { synchronous: "normal", ..Settings::OURS };
    assert!(bites("control_normal", settings, Left::Lost), "the harness does not bite");
}

#[test]
fn control_a_rollback_journal_loses_saved_work() {
    let settings = Settings { journal: "delete", ..Settings::OURS };
    assert!(bites("control_delete", settings, Left::Lost), "the harness does not bite");
}

#[test]
fn control_a_salt_in_the_header_leaves_unreadable_files() {
    let settings = Settings { explicit_salt: false, ..Settings::OURS };
    assert!(bites("control_salt", settings, Left::Broken), "the harness does not bite");
}
