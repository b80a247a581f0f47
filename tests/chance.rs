//! How often the repeating tests repeat themselves, and how a failed run is replayed.

use std::env::var;

/// How many times: 200 in every run, more with `SOVANG_TIMES` (`make soak`).
pub fn times() -> usize {
    var("SOVANG_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(200)
}

/// The seed of a run: a new one each time, told so that `SOVANG_SEED` can replay it.
pub fn seed(test: &str) -> u64 {
    let seed = var("SOVANG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(rand::random);
    eprintln!("{test}: SOVANG_SEED={seed} replays this run");
    seed
}
