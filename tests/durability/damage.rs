//! Damaged files: every flipped bit, wiped sector, cut end and swapped page is told at the start, and a backup mends it.

use super::trial::{Trial, turn, write};
use office::home::Standing;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use std::fs;
use stories::chance;

const PAGE: usize = 4096;
const SECTOR: usize = 512;

/// Something that happens to files on old disks.
#[derive(Debug, Clone, Copy)]
enum Damage {
    Flip,
    Wipe,
    Cut,
    Swap,
}

impl Damage {
    /// Does it until something has changed, and says what was done.
    fn befall(self, bytes: &mut Vec<u8>, rng: &mut StdRng) -> String {
        let whole = bytes.clone();
        loop {
            let done = self.strike(bytes, rng);
            if *bytes != whole {
                return done;
            }
        }
    }

    fn strike(self, bytes: &mut Vec<u8>, rng: &mut StdRng) -> String {
        match self {
            Self::Flip => {
                let (place, bit) = (rng.random_range(0..bytes.len()), rng.random_range(0..8_u8));
                bytes[place] ^= 1 << bit;
                format!("bit {bit} of byte {place} flipped")
            }
            Self::Wipe => {
                let sector = rng.random_range(0..bytes.len() / SECTOR) * SECTOR;
                bytes[sector..sector + SECTOR].fill(0);
                format!("sector at {sector} wiped")
            }
            Self::Cut => {
                let length = rng.random_range(0..bytes.len());
                bytes.truncate(length);
                format!("cut at {length}")
            }
            Self::Swap => {
                let pages = bytes.len() / PAGE;
                let (one, other) = (rng.random_range(0..pages) * PAGE, rng.random_range(0..pages) * PAGE);
                let first = bytes[one..one + PAGE].to_vec();
                bytes.copy_within(other..other + PAGE, one);
                bytes[other..other + PAGE].copy_from_slice(&first);
                format!("pages at {one} and {other} swapped")
            }
        }
    }
}

fn every_one_is_told(damage: Damage, times: usize, name: &str) {
    let mut rng = StdRng::seed_from_u64(chance::seed(name));
    let mut trial = Trial::worked(60);
    let whole = fs::read(trial.register()).unwrap();
    for _ in 0..times {
        let mut bytes = whole.clone();
        let done = damage.befall(&mut bytes, &mut rng);
        fs::write(trial.register(), &bytes).unwrap();
        assert_eq!(trial.start().standing, Standing::Damaged, "{done}");
        assert_eq!(fs::read(trial.register()).unwrap(), bytes, "{done}: a damaged file is left as it is");
    }
    fs::write(trial.register(), &whole).unwrap();
    assert_eq!(trial.start().standing, Standing::Open, "and the whole file opens");
    assert_eq!(turn(&mut trial.home), 60);
}

#[test]
fn every_flipped_bit_is_told_at_the_start() {
    every_one_is_told(Damage::Flip, chance::times(), "every_flipped_bit_is_told_at_the_start");
}

#[test]
fn every_wiped_sector_is_told_at_the_start() {
    every_one_is_told(Damage::Wipe, chance::times().div_ceil(5), "every_wiped_sector_is_told_at_the_start");
}

#[test]
fn every_cut_end_is_told_at_the_start() {
    every_one_is_told(Damage::Cut, chance::times().div_ceil(5), "every_cut_end_is_told_at_the_start");
}

#[test]
fn every_pair_of_swapped_pages_is_told_at_the_start() {
    every_one_is_told(Damage::Swap, chance::times().div_ceil(5), "every_pair_of_swapped_pages_is_told_at_the_start");
}

fn set_aside(trial: &Trial) -> usize {
    fs::read_dir(trial.office_folder())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".damaged"))
        .count()
}

#[test]
fn the_last_backup_mends_every_damage_and_the_damaged_file_is_kept_a_fortnight() {
    let mut rng = StdRng::seed_from_u64(chance::seed("the_last_backup_mends_every_damage"));
    let mut trial = Trial::worked(40);
    for _ in 0..chance::times().div_ceil(5) {
        let damage = [Damage::Flip, Damage::Wipe, Damage::Cut, Damage::Swap][rng.random_range(0..4)];
        let mut bytes = fs::read(trial.register()).unwrap();
        let done = damage.befall(&mut bytes, &mut rng);
        fs::write(trial.register(), &bytes).unwrap();
        assert_eq!(trial.start().standing, Standing::Damaged, "{done}");
        assert_eq!(trial.restore_newest().standing, Standing::Open, "{done}");
        assert_eq!(turn(&mut trial.home), 40, "{done}");
        trial.home.close_as_is().unwrap();
    }
    assert!(set_aside(&trial) >= 1);
    for day in 0..16 {
        trial.start();
        write(&mut trial.home, 41 + day).unwrap();
        trial.home.close().unwrap();
        trial.clock.advance(chrono::TimeDelta::days(1));
    }
    trial.start();
    assert_eq!(set_aside(&trial), 0, "a fortnight of work is over");
}
