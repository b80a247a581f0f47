//! The office's data survives: killed programs, damaged files, mixed-up files, two programs at once, lost passwords.
//!
//! `SOVANG_TIMES` says how often (200), `SOVANG_SEED` replays one run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "durability/child.rs"]
mod child;
#[path = "durability/damage.rs"]
mod damage;
#[path = "durability/killed.rs"]
mod killed;
#[path = "durability/mixed_up.rs"]
mod mixed_up;
#[path = "durability/secrets.rs"]
mod secrets;
#[path = "durability/trial.rs"]
mod trial;
#[path = "durability/two_programs.rs"]
mod two_programs;
#[path = "durability/upgrade.rs"]
mod upgrade;
