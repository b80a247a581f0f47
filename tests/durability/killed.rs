//! The program is killed in the middle of its work, again and again, on the same data.

use super::{
    child::{Role, hear, start},
    trial::{new_home, turn},
};
use office::{
    backup,
    home::{Standing, Which, state},
};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use std::{
    thread::{scope, sleep},
    time::Duration,
};
use stories::chance;

#[test]
fn a_killed_program_loses_nothing_that_was_called_saved() {
    let seed = chance::seed("a_killed_program_loses_nothing_that_was_called_saved");
    let half = chance::times().div_ceil(2);
    // Two data folders, each with half of the kills, side by side: it is the longest test of its program.
    scope(|both| {
        for folder in 0..2 {
            both.spawn(move || kill_again_and_again(StdRng::seed_from_u64(seed.wrapping_add(folder)), half));
        }
    });
}

fn kill_again_and_again(mut rng: StdRng, times: usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = 0;
    for round in 0..times {
        let (mut child, mut out) = start(Role::Work, folder.path());
        assert_eq!(hear(&mut out).as_deref(), Some("ready"), "round {round}");
        let mut saved = None;
        let mut take = |said: String| {
            saved = said.strip_prefix("saved ").and_then(|number| number.parse::<usize>().ok());
            acknowledged += 1;
        };
        for _ in 0..rng.random_range(0..4) {
            take(hear(&mut out).unwrap());
        }
        sleep(Duration::from_micros(rng.random_range(0..40_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        while let Some(said) = hear(&mut out) {
            take(said);
        }
        let mut home = new_home(folder.path());
        assert_eq!(state(&mut home, ()).unwrap().standing, Standing::Open, "round {round}: no stale lock, no damage");
        let found = turn(&mut home);
        if let Some(saved) = saved {
            // The step that ran when the kill came: the next save, or the undo of every fifth.
            let undoing = saved.is_multiple_of(5) && found + 1 == saved;
            assert!((saved..=saved + 1).contains(&found) || undoing, "round {round}: saved {saved}, found {found}");
        }
        for kept in backup::list(&home.folder_of(Which::Office).join(backup::FOLDER)).unwrap() {
            assert!(kept.is_there(), "round {round}: a half backup counts");
        }
        home.close_as_is().unwrap();
    }
    assert!(acknowledged >= times, "the children really worked: {acknowledged} saves");
}
