//! Waiting after wrong tries, so that nobody stands at the machine and guesses.

use std::time::{Duration, Instant};

use super::VaultError;

const FREE: u32 = 5;
const LONGEST: u64 = 900;

/// How often a wrong password or recovery key was given since the program started.
///
/// Kept in memory and measured on the machine's running clock: setting the calendar back or forward neither opens nor locks.
#[derive(Debug, Default)]
pub struct Attempts {
    wrong: u32,
    last: Option<Instant>,
}

impl Attempts {
    /// May one try now? Five are free; then 30 seconds, doubling up to 15 minutes.
    pub fn may_try(&self, now: Instant) -> Result<(), VaultError> {
        let Some(last) = self.last.filter(|_| self.wrong >= FREE) else { return Ok(()) };
        let doublings = (self.wrong - FREE).min(8);
        let wait = Duration::from_secs((30_u64 << doublings).min(LONGEST));
        let over = last + wait;
        if now >= over { Ok(()) } else { Err(VaultError::Wait((over - now).as_secs() + 1)) }
    }

    /// Tries once, now.
    pub fn try_once<T>(&mut self, open: impl FnOnce() -> Result<T, VaultError>) -> Result<T, VaultError> {
        let now = Instant::now();
        self.may_try(now)?;
        let outcome = open();
        self.note(now, &outcome);
        outcome
    }

    /// Remembers how a try went. Only a wrong secret counts: a slip that the checks find gives nothing away.
    pub fn note<T>(&mut self, now: Instant, outcome: &Result<T, VaultError>) {
        match outcome {
            Ok(_) => *self = Self::default(),
            Err(VaultError::WrongPassword | VaultError::WrongRecoveryKey) => {
                self.wrong = self.wrong.saturating_add(1);
                self.last = Some(now);
            }
            Err(
                VaultError::NeedsPassword
                | VaultError::MistypedRecoveryKey(_)
                | VaultError::WeakPassword(_)
                | VaultError::Wait(_)
                | VaultError::Damaged(_)
                | VaultError::OfAnother
                | VaultError::TooNew
                | VaultError::Failed(_),
            ) => {}
        }
    }
}
